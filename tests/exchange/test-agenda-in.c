/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Agendas as people paste them: lines, tables, pages, days, rooms, people; and any bytes.
 */
#include "exchange-fixture.h"
#include "lectern-agenda-in.h"
#include "lectern-exchange-error.h"

#include <string.h>

static LecternProgramme *
read_as (const char *text, gboolean html, gboolean *sure)
{
  g_autoptr (GError) error = NULL;
  LecternAgendaInOptions options = { 2026, sure };
  LecternProgramme *p = lectern_agenda_read (text, strlen (text), html, &options, &error);
  g_assert_no_error (error);
  return p;
}

/* "1 9:40+45 Title [Room, Room] {Name chair; Name} meal": one line for each session. */
static char *
shape (const LecternProgramme *p)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < p->sessions->len; i++)
    {
      const LecternProgrammeSession *s = g_ptr_array_index (p->sessions, i);
      const LecternProgrammeDay *day = g_ptr_array_index (p->days, s->day);
      g_string_append_printf (out, "%s", i > 0 ? "\n" : "");
      if (day->date != NULL)
        g_string_append (out, day->date + 5);
      else
        g_string_append_printf (out, "%d", day->number);
      g_string_append_printf (out, " %d:%02d+%d %s", s->start_minute / 60, MAX (s->start_minute, 0) % 60, s->duration,
                              s->title);
      for (guint k = 0; k < s->rooms->len; k++)
        g_string_append_printf (out, "%s%s", k == 0 ? " [" : ", ",
                                ((LecternProgrammeRoom *) p->rooms->pdata[g_array_index (s->rooms, guint, k)])->name);
      g_string_append (out, s->rooms->len > 0 ? "]" : "");
      for (guint k = 0; k < s->people->len; k++)
        {
          const LecternProgrammeRole *role = &g_array_index (s->people, LecternProgrammeRole, k);
          g_string_append_printf (out, "%s%s%s%s", k == 0 ? " {" : "; ",
                                  ((LecternProgrammePerson *) p->persons->pdata[role->person])->name,
                                  role->role ? " " : "", role->role ? role->role : "");
        }
      g_string_append (out, s->people->len > 0 ? "}" : "");
      if (s->type != NULL)
        g_string_append_printf (out, " %s", s->type);
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *name;
  gboolean html;
  gboolean sure;
  const char *text;
  const char *expected;
} cases[] = {
  { "e-mail", FALSE, TRUE,
    "Dear all\n\nWednesday 17 June 2026\n\n9.00 - 9.30 Registration and coffee\n9.30 – 10.15: Results of phase 2\n"
    "Ada Berg, Region of Clay\nChair: Bo Ek\n10.15 Lunch\n11h15-12h00 Last words\n\nThursday, 18 June\n0900-1000 Visit of the kiln\n",
    "06-17 9:00+30 Registration and coffee break\n06-17 9:30+45 Results of phase 2 {Ada Berg; Bo Ek chair}\n"
    "06-17 10:15+60 Lunch meal\n06-17 11:15+45 Last words\n06-18 9:00+60 Visit of the kiln visit" },
  { "german", FALSE, TRUE,
    "PROGRAMM\n1. Tag: Mittwoch, 17. Juni 2026\n9:00–9:30 Uhr\tBegrüßung\tGroßer Saal\n9 Uhr 30 Kaffeepause\n"
    "\tReferentin: Dr. Eva Klein\n10.00 Uhr Werkstatt (Raum 3)\n11.00 Uhr Ende der Veranstaltung\n",
    "06-17 9:00+30 Begrüßung [Großer Saal] plenary\n06-17 9:30+30 Kaffeepause {Dr. Eva Klein} break\n"
    "06-17 10:00+60 Werkstatt [Raum 3] workshop\n06-17 11:00+-1 Ende der Veranstaltung administrative" },
  { "excel", FALSE, TRUE,
    "Datum\tZeit\tThema\tRaum\tReferenten\n17.06.2026\t9:00-9:45\tAuftakt\tAula\tEva Klein; Jan de Boer\n"
    "\t9:45-10:15\tPause\t\t\n18.06.2026\t13-14\tMittagessen\tMensa\talle\n",
    "06-17 9:00+45 Auftakt [Aula] {Eva Klein; Jan de Boer}\n06-17 9:45+30 Pause break\n"
    "06-18 13:00+60 Mittagessen [Mensa] meal" },
  { "csv", FALSE, TRUE,
    "Day,Start,End,Room,Track,Type,Title,Speakers\n1,16:30,17:30,Pier,,visit,\"Visit, by boat\",port authority\n"
    "1,20:00,,,,social,Dinner,\n2,09h00,09h10,Hall,Clay,welcome,Opening,Ada Berg\n",
    "1 16:30+60 Visit, by boat [Pier] visit\n1 20:00+-1 Dinner social\n2 9:00+10 Opening [Hall] {Ada Berg} plenary" },
  { "rooms", FALSE, TRUE,
    "Time\tHall\tAttic\n9:00-9:30\tWelcome\t\n9:30-10:15\tClay\tGlass\n10:15-10:45\tCoffee\tCoffee\n",
    "1 9:00+30 Welcome [Hall] plenary\n1 9:30+45 Clay [Hall]\n1 9:30+45 Glass [Attic]\n1 10:15+30 Coffee [Hall] break\n"
    "1 10:15+30 Coffee [Attic] break" },
  { "word table", TRUE, TRUE,
    "<html><body><h1>Final conference</h1><p>Day 1 &ndash; 17 June 2026</p><table><tr><td>09:00</td><td>Welcome<br>"
    "Speaker: Ada Berg</td></tr><tr><td>09:30</td><td>Lunch</td></tr><tr><td colspan=2><b>Day 2 (18 June 2026)</b></td>"
    "</tr><tr><td>10:00&nbsp;&ndash;&nbsp;11:00</td><td>Visit</td></tr></table></body></html>",
    "06-17 9:00+30 Welcome {Ada Berg} plenary\n06-17 9:30+-1 Lunch meal\n06-18 10:00+60 Visit visit" },
  { "spans", TRUE, TRUE,
    "<table><tr><th>Time</th><th>Hall</th><th>Attic</th><th>Cellar</th></tr>"
    "<tr><td>9:00-9:30</td><td colspan=3>Welcome</td></tr>"
    "<tr><td>9:30-10:00</td><td rowspan=2>Clay</td><td>Glass</td><td></td></tr>"
    "<tr><td>10:00-10:30</td><td colspan=2>Wood</td></tr></table>",
    "1 9:00+30 Welcome [Hall, Attic, Cellar] plenary\n1 9:30+60 Clay [Hall]\n1 9:30+30 Glass [Attic]\n"
    "1 10:00+30 Wood [Attic, Cellar]" },
  { "title below", FALSE, TRUE, "9:00\nWelcome\n9:10\nResults (20 min)\n\n23:30 Party\n0:30 Night walk\n",
    "1 9:00+10 Welcome plenary\n1 9:10+20 Results\n1 23:30+60 Party social\n1 24:30+-1 Night walk" },
  { "two of start and end", FALSE, TRUE, "09:00\t09:30\tWelcome\n09:30\t10:00\tTalk\n10:00\t10:30\tCoffee\n",
    "1 9:00+30 Welcome plenary\n1 9:30+30 Talk\n1 10:00+30 Coffee break" },
  { "doubtful", FALSE, FALSE, "9:00 Welcome\n10:00 Talk\n\nSession two: markets\n\n9:00 Again\n",
    "1 9:00+60 Welcome plenary\n1 10:00+-1 Talk\n1 9:00+-1 Again" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean sure;
      g_test_message ("%s", cases[i].name);
      g_autoptr (LecternProgramme) p = read_as (cases[i].text, cases[i].html, &sure);
      g_autofree char *actual = shape (p);
      g_assert_cmpstr (actual, ==, cases[i].expected);
      g_assert_cmpint (sure, ==, cases[i].sure);
    }
}

static void
test_details (void)
{
  gboolean sure;
  g_autoptr (LecternProgramme) p = read_as (
      "AGENDA\nKick-off of the project\n\n9:00-9:30\tWelcome\n\tone speaker per partner (9)\n\tAda Berg (tbc), Region of Clay\n"
      "9:30-10:00\tSomething (tbc)\n10:00-10:30\tEnd\n",
      FALSE, &sure);
  g_assert_cmpstr (p->title, ==, "Kick-off of the project");
  const LecternProgrammeSession *welcome = p->sessions->pdata[0], *open = p->sessions->pdata[1];
  g_assert_cmpstr (welcome->description, ==, "one speaker per partner (9)");
  g_assert_cmpstr (g_array_index (welcome->people, LecternProgrammeRole, 0).state, ==, "to-be-confirmed");
  g_assert_cmpstr (((LecternProgrammePerson *) p->persons->pdata[0])->organisation, ==, "Region of Clay");
  g_assert_cmpstr (open->state, ==, "to-be-confirmed");
  g_assert_cmpstr (open->title, ==, "Something (tbc)");
  g_assert_cmpuint (open->rooms->len, ==, 0);
}

static void
test_none (void)
{
  static const char *const texts[] = { "", "\n\n", "Dear all,\nthe meeting is in 2026 and has 9 talks.\n", "a\tb\tc\n" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (lectern_agenda_read (texts[i], strlen (texts[i]), i % 2, NULL, &error));
      g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_UNKNOWN);
    }
}

static void
test_hostile (void)
{
  static const char *const pieces[]
      = { "9:00", "–10:00 ", "\t", "\n", "Day 1", "17 June", "<table>", "<tr>", "<td rowspan=99999 colspan=99999>", "</td>",
          "</table>", "(", ")", ":", ";", "Chair: ", "Ada Berg", "\xff", "\xc3", ",", "\"", "Time\tRoom\tTitle\n", "Time\tHall\tAttic\n",
          "<td rowspan=3>", "   ", "|", "•", "1:30", "+45", "999999999999", "h" };
  guint read[2] = { 0 };
  for (guint round = 0; round < 6000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_test_rand_int_range (0, 50);
      for (guint i = 0; i < n; i++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_autoptr (LecternProgramme) p = lectern_agenda_read (text->str, text->len, round % 2, NULL, NULL);
      read[round % 2] += p != NULL;
      for (guint i = 0; p != NULL && i < p->sessions->len; i++)
        {
          const LecternProgrammeSession *s = g_ptr_array_index (p->sessions, i);
          g_assert_cmpint (s->day, <, (int) p->days->len);
          g_assert_cmpint (s->start_minute, <, 2880);
          g_assert_nonnull (s->title);
          g_assert_true (g_utf8_validate (s->title, -1, NULL));
        }
    }
  g_assert_cmpuint (MIN (read[0], read[1]), >=, 100);
  g_autoptr (GString) large = g_string_new (NULL);
  while (large->len < (5u << 20))
    g_string_append (large, "9:00 Talk\n");
  g_autoptr (GError) error = NULL;
  g_assert_null (lectern_agenda_read (large->str, large->len, FALSE, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE);
}

/* ---- what others made ---- */

static char *
load (const char *shared, const char *name)
{
  g_autofree char *path = g_build_filename (shared, "agendas", name, NULL);
  char *text;
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The text says the same as the table: days, times, titles and rooms. */
static void
test_shared (void)
{
  static const struct
  {
    const char *name;
    guint n;
  } agendas[] = { { "final-conference-two-half-days", 9 }, { "kickoff-one-day", 9 } };
  g_autofree char *shared = exchange_shared_data ();
  if (shared == NULL)
    {
      g_test_skip ("the files of others are not there");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (agendas); i++)
    {
      g_autofree char *csv = g_strconcat (agendas[i].name, ".csv", NULL), *txt = g_strconcat (agendas[i].name, ".txt", NULL);
      g_autofree char *table = load (shared, csv), *text = load (shared, txt);
      gboolean sure;
      g_autoptr (LecternProgramme) a = read_as (table, FALSE, &sure);
      g_autoptr (LecternProgramme) b = read_as (text, FALSE, &sure);
      g_assert_true (sure);
      g_assert_cmpuint (a->sessions->len, ==, agendas[i].n);
      g_assert_cmpuint (b->sessions->len, ==, agendas[i].n);
      g_assert_cmpuint (a->days->len, ==, b->days->len);
      for (guint k = 0; k < a->sessions->len; k++)
        {
          const LecternProgrammeSession *s = a->sessions->pdata[k], *t = b->sessions->pdata[k];
          g_assert_cmpstr (s->title, ==, t->title);
          g_assert_cmpint (s->day, ==, t->day);
          g_assert_cmpint (s->start_minute, ==, t->start_minute);
          g_assert_cmpint (s->duration, ==, t->duration);
          g_assert_cmpuint (s->rooms->len, ==, t->rooms->len);
          if (s->rooms->len > 0)
            g_assert_cmpstr (((LecternProgrammeRoom *) a->rooms->pdata[g_array_index (s->rooms, guint, 0)])->name, ==,
                             ((LecternProgrammeRoom *) b->rooms->pdata[g_array_index (t->rooms, guint, 0)])->name);
          g_assert_cmpuint (t->people->len, ==, 0); /* nobody is named in them */
          g_assert_cmpstr (s->description, ==, t->description);
        }
    }
  g_autofree char *other = load (shared, "partner-organisation-types.csv");
  g_assert_null (lectern_agenda_read (other, strlen (other), FALSE, NULL, NULL));
}

/* A length that no item of an agenda has is not taken; what follows tells it. */
static void
test_lengths (void)
{
  static const char *const lengths[] = { "600000", "99999999999", "4294967386" };
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("Time\tTitle\tDuration\n9:00\tOpening\t%s\n9:30\tReport\t45\n", lengths[i]);
      g_autoptr (LecternProgramme) p = read_as (text, FALSE, NULL);
      g_assert_cmpint (((LecternProgrammeSession *) p->sessions->pdata[0])->duration, ==, 30);
      g_assert_cmpint (((LecternProgrammeSession *) p->sessions->pdata[1])->duration, ==, 45);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda-in/cases", test_cases);
  g_test_add_func ("/agenda-in/details", test_details);
  g_test_add_func ("/agenda-in/none", test_none);
  g_test_add_func ("/agenda-in/lengths", test_lengths);
  g_test_add_func ("/agenda-in/hostile", test_hostile);
  g_test_add_func ("/agenda-in/shared", test_shared);
  return g_test_run ();
}
