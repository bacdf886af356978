/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Findings in words, and by what a waiver names them.
 */
#include "lectern-check-private.h"

#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
name_of (GArray *names, GHashTable *by_id, gint64 id)
{
  guint index = lectern_check_index (by_id, id);
  return index != LECTERN_RULE_NONE ? lectern_check_name (names, index)->name : "";
}

const char *
lectern_finding_room (LecternCheck *check, const LecternFinding *finding)
{
  return name_of (check->rooms, check->room_by_id, finding->room);
}

const char *
lectern_finding_person (LecternCheck *check, const LecternFinding *finding)
{
  return name_of (check->people, check->person_by_id, finding->person);
}

static const char *
title_of (LecternCheck *check, gint64 session)
{
  guint index = lectern_check_index (check->session_by_id, session);
  const char *title = index != LECTERN_RULE_NONE ? lectern_check_session (check, index)->title : "";
  return *title != '\0' ? title : _("(no title)");
}

/* As it stands within a sentence. */
static char *
quoted (LecternCheck *check, gint64 session)
{
  /* TRANSLATORS: the title of an agenda item within a sentence; only the quotation marks are yours */
  return g_strdup_printf (_("“%s”"), title_of (check, session));
}

/* "10 minutes", "1 hour 15 minutes" */
static char *
minutes_in_words (int minutes)
{
  int hours = minutes / 60;
  g_autofree char *short_part = g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes % 60), minutes % 60);
  if (minutes < 120)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
  g_autofree char *long_part = g_strdup_printf (ngettext ("%d hour", "%d hours", hours), hours);
  return minutes % 60 == 0 ? g_steal_pointer (&long_part) : g_strdup_printf ("%s %s", long_part, short_part);
}

/**
 * lectern_finding_what:
 *
 * Returns: (transfer full): in a few words what is wrong: "Room 2 is taken twice"
 */
char *
lectern_finding_what (LecternCheck *check, const LecternFinding *finding)
{
  const char *title = title_of (check, finding->session);
  switch (finding->rule)
    {
    case LECTERN_RULE_R01:
    case LECTERN_RULE_R02:
      /* TRANSLATORS: %s is a room */
      return g_strdup_printf (_("%s is taken twice"), lectern_finding_room (check, finding));
    case LECTERN_RULE_R03:
      /* TRANSLATORS: %s is a room */
      return g_strdup_printf (finding->detail == LECTERN_RULE_DELETED ? _("%s was deleted") : _("%s is not available"),
                              lectern_finding_room (check, finding));
    case LECTERN_RULE_R05:
      /* TRANSLATORS: %s is a room; the time to set it up or clear it */
      return g_strdup_printf (_("Too little time to prepare %s"), lectern_finding_room (check, finding));
    case LECTERN_RULE_R06:
      /* TRANSLATORS: %s is a room */
      return g_strdup_printf (_("%s is too small"), lectern_finding_room (check, finding));
    case LECTERN_RULE_R20:
      /* TRANSLATORS: %s is a person */
      return g_strdup_printf (_("%s is in two places"), lectern_finding_person (check, finding));
    case LECTERN_RULE_R21:
      /* TRANSLATORS: %s is a person */
      return g_strdup_printf (_("%s cannot come then"), lectern_finding_person (check, finding));
    case LECTERN_RULE_R22:
      /* TRANSLATORS: %s is a person */
      return g_strdup_printf (finding->detail == LECTERN_RULE_TOO_EARLY ? _("%s has not arrived yet") : _("%s has left by then"),
                              lectern_finding_person (check, finding));
    case LECTERN_RULE_R23:
      /* TRANSLATORS: %s is a person; from one house to another */
      return g_strdup_printf (_("The way is too long for %s"), lectern_finding_person (check, finding));
    case LECTERN_RULE_R24:
      /* TRANSLATORS: %s is a person */
      return g_strdup_printf (_("%s has no pause"), lectern_finding_person (check, finding));
    case LECTERN_RULE_R25:
      return g_strdup (finding->detail == LECTERN_RULE_CHAIR        ? _("Nobody leads it")
                       : finding->detail == LECTERN_RULE_RAPPORTEUR ? _("Nobody reports on it")
                                                                    : _("Nobody interprets, though it was asked for"));
    case LECTERN_RULE_R26:
      /* TRANSLATORS: %s is a person */
      return g_strdup_printf (_("%s does not speak its language"), lectern_finding_person (check, finding));
    case LECTERN_RULE_R27:
      /* TRANSLATORS: %s is a person */
      return g_strdup_printf (_("%s is still to be confirmed"), lectern_finding_person (check, finding));
    case LECTERN_RULE_R07:
      if (finding->need != NULL)
        /* TRANSLATORS: what a room should have, "video", and the room */
        return g_strdup_printf (_("No “%s” in %s"), finding->need, lectern_finding_room (check, finding));
      /* TRANSLATORS: %s is a room; the chairs should stand in a certain way there */
      return g_strdup_printf (_("%s has no such seating"), lectern_finding_room (check, finding));
    case LECTERN_RULE_R10:
      return g_strdup (finding->detail == LECTERN_RULE_NONE_AT_ALL ? _("It has no duration") : _("It lasts longer than a day"));
    case LECTERN_RULE_R14:
      /* TRANSLATORS: %s is a plenary session */
      return g_strdup_printf (_("Something runs beside “%s”"), title);
    default:
      return g_strdup (lectern_rule_name (finding->rule));
    }
}

/* "“A” and “B” overlap by 10 minutes" */
static char *
two_overlap (LecternCheck *check, const LecternFinding *finding)
{
  g_autofree char *one = quoted (check, finding->session);
  g_autofree char *other = quoted (check, finding->other);
  /* TRANSLATORS: two agenda items and for how long they run at the same time */
  return g_strdup_printf (ngettext ("%s and %s overlap by %d minute", "%s and %s overlap by %d minutes", finding->minutes),
                          one, other, finding->minutes);
}

static char *
why_late (LecternCheck *check, const LecternFinding *finding, const char *early, const char *late)
{
  g_autofree char *minutes = minutes_in_words (finding->minutes);
  const char *format = finding->detail == LECTERN_RULE_TOO_EARLY ? early : late;
  g_autofree char *title = quoted (check, finding->session);
  g_autoptr (GString) text = g_string_new (format);
  g_string_replace (text, "{item}", title, 1);
  g_string_replace (text, "{minutes}", minutes, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
why_after (LecternCheck *check, const LecternFinding *finding, const char *format)
{
  g_autofree char *minutes = minutes_in_words (finding->minutes);
  g_autofree char *before = quoted (check, finding->other);
  g_autofree char *after = quoted (check, finding->session);
  g_autoptr (GString) text = g_string_new (format);
  g_string_replace (text, "{before}", before, 1);
  g_string_replace (text, "{after}", after, 1);
  g_string_replace (text, "{minutes}", minutes, 1);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
why_clock (LecternCheck *check, const LecternFinding *finding)
{
  if (finding->detail == LECTERN_RULE_SKIPPED)
    return why_late (check, finding, "", _("{item} begins at a time that no clock shows that night"));
  if (finding->detail == LECTERN_RULE_CLOCK_CHANGE)
    return why_late (check, finding, "", _("Clocks are changed while {item} goes on"));
  return why_late (check, finding, "", _("{item} ends {minutes} after midnight"));
}

/**
 * lectern_finding_why:
 *
 * Returns: (transfer full): one sentence with what it is about and by how many minutes
 */
char *
lectern_finding_why (LecternCheck *check, const LecternFinding *finding)
{
  const char *title = title_of (check, finding->session);
  g_autofree char *item = quoted (check, finding->session);
  switch (finding->rule)
    {
    case LECTERN_RULE_R04:
      /* TRANSLATORS: keep {item} and {minutes} as they are: an agenda item and "10 minutes" */
      return why_late (check, finding, _("{item} begins {minutes} before the house opens"),
                       _("{item} ends {minutes} after the house closes"));
    case LECTERN_RULE_R05:
      /* TRANSLATORS: keep {before}, {after} and {minutes} as they are: two agenda items and "10 minutes" */
      return why_after (check, finding, _("Between {before} and {after} {minutes} are missing for clearing and set-up"));
    case LECTERN_RULE_R06:
      /* TRANSLATORS: an agenda item */
      return g_strdup_printf (ngettext ("For %2$s %1$d seat is missing", "For %2$s %1$d seats are missing", finding->minutes),
                              finding->minutes, item);
    case LECTERN_RULE_R07:
    case LECTERN_RULE_R25:
    case LECTERN_RULE_R26:
    case LECTERN_RULE_R27:
      return g_strdup (title);
    case LECTERN_RULE_R08:
      return finding->detail == LECTERN_RULE_DELETED
                 /* TRANSLATORS: %s is an agenda item */
                 ? g_strdup_printf (_("The day of %s was deleted"), item)
                 : why_late (check, finding, "", _("{item} ends {minutes} after the last day"));
    case LECTERN_RULE_R09:
      return why_clock (check, finding);
    case LECTERN_RULE_R10:
      return finding->detail == LECTERN_RULE_NONE_AT_ALL ? g_strdup (title) : why_late (check, finding, "", _("{item} lasts {minutes}"));
    case LECTERN_RULE_R11:
      return why_late (check, finding, _("{item} begins {minutes} before its block"), _("{item} ends {minutes} after its block"));
    case LECTERN_RULE_R12:
      return finding->other != 0 ? why_after (check, finding, _("Nothing happens for {minutes} between {after} and {before}"))
                                 : why_late (check, finding, "", _("{minutes} without programme around {item}"));
    case LECTERN_RULE_R13:
      return why_after (check, finding, _("{after} begins {minutes} after {before}"));
    case LECTERN_RULE_R22:
      return why_late (check, finding, _("{item} begins {minutes} too early"), _("{item} ends {minutes} too late"));
    case LECTERN_RULE_R03:
      if (finding->detail == LECTERN_RULE_DELETED)
        return g_strdup (title);
      return why_late (check, finding, "", _("{minutes} of {item} are affected"));
    case LECTERN_RULE_R21:
      return why_late (check, finding, "", _("{minutes} of {item} are affected"));
    case LECTERN_RULE_R23:
      return why_after (check, finding, _("Between {before} and {after} {minutes} are missing for the way"));
    case LECTERN_RULE_R24:
      return why_after (check, finding, _("Between {before} and {after} {minutes} are missing"));
    default:
      return two_overlap (check, finding);
    }
}

/**
 * lectern_finding_where:
 *
 * Returns: (transfer full): day, time and room: "Thu 18 14.00, Room 2"; "" where it has none
 */
char *
lectern_finding_where (LecternCheck *check, const LecternFinding *finding)
{
  guint index = lectern_check_index (check->session_by_id, finding->session);
  const LecternRuleSession *session = index != LECTERN_RULE_NONE ? lectern_rule_session (check->input, index) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  const char *room = lectern_finding_room (check, finding);
  if (session == NULL)
    return g_strdup ("");
  if (session->day != LECTERN_RULE_NONE)
    {
      const char *day = lectern_check_name (check->days, session->day)->date;
      g_autofree char *date = *day != '\0' ? lectern_date_format_short (day) : g_strdup ("");
      g_autofree char *time = session->minute >= 0 ? lectern_time_format (session->minute) : g_strdup ("");
      g_string_append_printf (text, "%s%s%s", date, *date != '\0' && *time != '\0' ? " " : "", time);
    }
  if (*room == '\0' && session->rooms.n > 0)
    room = lectern_check_name (check->rooms, session->rooms.at[0])->name;
  if (*room != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", room);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- waivers ---- */

static int
compare_ids (const void *a, const void *b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;
  return x < y ? -1 : x > y;
}

/* "12,34" with the smallest first, without repetitions. */
static void
append_ids (GString *text, gint64 *ids, guint n)
{
  qsort (ids, n, sizeof *ids, compare_ids);
  for (guint i = 0; i < n; i++)
    if (i == 0 || ids[i] != ids[i - 1])
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
}

/**
 * lectern_finding_subject:
 *
 * Returns: (transfer full): the ids of what the finding is about, sorted, and after a colon
 * what tells it from others about the same: "12,34", "12,56:video"
 */
char *
lectern_finding_subject (const LecternFinding *finding)
{
  const gint64 all[] = { finding->session, finding->other, finding->room, finding->person };
  gint64 ids[G_N_ELEMENTS (all)];
  guint n = 0;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != 0)
      ids[n++] = all[i];
  append_ids (text, ids, n);
  if (finding->need != NULL)
    g_string_append_printf (text, ":%s", finding->need);
  else if (finding->rule == LECTERN_RULE_R25)
    g_string_append (text, finding->detail == LECTERN_RULE_CHAIR        ? ":chair"
                           : finding->detail == LECTERN_RULE_RAPPORTEUR ? ":rapporteur"
                                                                        : ":interpreter");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
lectern_check_waiver_key (const char *rule, const char *subject)
{
  const char *colon = strchr (subject, ':');
  g_autofree char *list = g_strndup (subject, colon != NULL ? (gsize) (colon - subject) : strlen (subject));
  g_auto (GStrv) parts = g_strsplit (list, ",", 8);
  gint64 ids[8];
  guint n = 0;
  g_autoptr (GString) key = g_string_new (rule);
  g_string_append_c (key, ':');
  for (; parts[n] != NULL && n < G_N_ELEMENTS (ids); n++)
    ids[n] = g_ascii_strtoll (parts[n], NULL, 10);
  append_ids (key, ids, n);
  if (colon != NULL)
    g_string_append (key, colon);
  return g_string_free (g_steal_pointer (&key), FALSE);
}
