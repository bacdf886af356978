/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-calendar-in.h"

#include "lectern-calendar-entry.h"
#include "lectern-exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_ZONE_TEXT 65536

/* Where a line stands: the names of the components around it. */
typedef struct
{
  LecternCalendarReader r;
  GPtrArray *open;       /* of char * */
  guint entry_depth;     /* of the VEVENT that is being read; 0: none */
  guint zone_depth;
  GString *zone;         /* the text of the VTIMEZONE that is being read */
  char *tzid, *location;
  GHashTable *unread;    /* name of a component that is passed over: how many */
} Parser;

static void
begin (Parser *p, const LecternCalendarLine *line)
{
  char *name = g_ascii_strup (line->value, -1);
  g_ptr_array_add (p->open, g_strstrip (name));
  if (strcmp (name, "VCALENDAR") == 0)
    p->r.n_calendars++;
  else if (p->entry_depth == 0 && strcmp (name, "VEVENT") == 0)
    {
      p->entry_depth = p->open->len;
      lectern_calendar_entry_begin (&p->r, line->number);
    }
  else if (p->zone_depth == 0 && strcmp (name, "VTIMEZONE") == 0)
    {
      p->zone_depth = p->open->len;
      g_string_truncate (p->zone, 0);
    }
  else if (p->entry_depth == 0 && (strcmp (name, "VTODO") == 0 || strcmp (name, "VJOURNAL") == 0))
    g_hash_table_insert (p->unread, g_strdup (name),
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (p->unread, name)) + 1));
}

static void
end (Parser *p, const LecternCalendarLine *line)
{
  g_autofree char *name = g_strstrip (g_ascii_strup (line->value, -1));
  guint at = p->open->len;
  while (at > 0 && strcmp (p->open->pdata[at - 1], name) != 0)
    at--;
  if (at == 0)
    {
      g_autofree char *where = g_strdup_printf (_ ("line %u"), line->number);
      lectern_schedule_build_doubt (&p->r.build, where, _ ("Something ends that did not begin."));
      at = p->open->len; /* a misspelt end is the end of what was begun last */
      if (at == 0)
        return;
    }
  g_ptr_array_set_size (p->open, (int) at - 1);
  if (p->entry_depth >= at)
    p->entry_depth = 0;
  if (p->zone_depth >= at)
    {
      if (p->tzid != NULL)
        lectern_calendar_zones_add (p->r.zones, p->tzid, p->location, p->zone->str);
      g_clear_pointer (&p->tzid, g_free);
      g_clear_pointer (&p->location, g_free);
      p->zone_depth = 0;
    }
}

static void
keep_zone_line (Parser *p, const LecternCalendarLine *line)
{
  if (p->zone->len < MOST_ZONE_TEXT)
    g_string_append_printf (p->zone, "%s%s:%s\r\n", line->name, line->parameters, line->value);
  if (p->open->len != p->zone_depth)
    return;
  if (strcmp (line->name, "TZID") == 0 && p->tzid == NULL)
    p->tzid = g_strdup (line->value);
  else if (strcmp (line->name, "X-LIC-LOCATION") == 0 && p->location == NULL)
    p->location = g_strdup (line->value);
}

static void
calendar_property (Parser *p, const LecternCalendarLine *line)
{
  LecternProgramme *programme = p->r.build.programme;
  g_autofree char *text = lectern_schedule_one_line (lectern_calendar_line_text (line));
  if ((strcmp (line->name, "NAME") == 0 || strcmp (line->name, "X-WR-CALNAME") == 0) && p->r.name == NULL
      && *text != '\0')
    p->r.name = g_steal_pointer (&text);
  else if (strcmp (line->name, "X-WR-CALDESC") == 0 && programme->summary == NULL && *text != '\0')
    programme->summary = lectern_calendar_line_text (line);
  else if (strcmp (line->name, "X-WR-TIMEZONE") == 0 && p->r.zone == NULL)
    p->r.zone = g_steal_pointer (&text);
  else if (strcmp (line->name, "PRODID") == 0)
    {
      p->r.own = g_str_has_prefix (text, "-//Lectern//");
      if (programme->generator == NULL)
        programme->generator = g_steal_pointer (&text);
    }
  else if (strcmp (line->name, "METHOD") == 0)
    {
      p->r.cancelled = g_ascii_strcasecmp (text, "CANCEL") == 0;
      p->r.partial = g_ascii_strcasecmp (text, "PUBLISH") != 0;
    }
  else if (strcmp (line->name, "URL") == 0 && programme->url == NULL && g_str_has_prefix (text, "http"))
    programme->url = g_steal_pointer (&text);
}

static void
read_line (Parser *p, const LecternCalendarLine *line)
{
  gboolean in_zone = p->zone_depth > 0;
  if (strcmp (line->name, "BEGIN") == 0)
    {
      begin (p, line);
      if (p->zone_depth > 0)
        g_string_append_printf (p->zone, "BEGIN:%s\r\n", line->value);
    }
  else if (strcmp (line->name, "END") == 0)
    {
      if (in_zone)
        g_string_append_printf (p->zone, "END:%s\r\n", line->value);
      end (p, line);
    }
  else if (in_zone)
    keep_zone_line (p, line);
  else if (p->entry_depth > 0 && p->open->len == p->entry_depth)
    lectern_calendar_entry_property (
        &p->r, &g_array_index (p->r.entries, LecternCalendarEntry, p->r.entries->len - 1), line);
  else if (p->open->len == 1 && strcmp (p->open->pdata[0], "VCALENDAR") == 0)
    calendar_property (p, line);
}

static gboolean
too_large (GError **error)
{
  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("The calendar is too large or has too many entries."));
  return FALSE;
}

static gboolean
parse (Parser *p, GBytes *file, GCancellable *cancellable, GError **error)
{
  LecternCalendarLines lines;
  LecternCalendarLine line;
  guint n = 0;
  gboolean good = TRUE;
  lectern_calendar_lines_init (&lines, file);
  while (good && lectern_calendar_lines_next (&lines, &line))
    {
      if (p->open->len > LECTERN_SCHEDULE_MAX_DEPTH || lectern_schedule_build_is_full (&p->r.build))
        good = too_large (error);
      else if (++n % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        good = FALSE;
      else
        read_line (p, &line);
    }
  /* What was cut off on its way would cancel what is missing. */
  if (good && p->open->len > 0)
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_DAMAGED,
                           _ ("The calendar breaks off: its end is missing."));
      good = FALSE;
    }
  if (lines.bad > 0)
    {
      g_autofree char *where = g_strdup_printf (_ ("line %u"), lines.first_bad);
      lectern_schedule_build_doubt (&p->r.build, where,
                                    ngettext ("%u line is no property of a calendar; it is left out.",
                                              "%u lines are no properties of a calendar; they are left out.",
                                              lines.bad),
                                    lines.bad);
    }
  if (lines.converted)
    lectern_schedule_build_doubt (&p->r.build, _ ("the file"),
                                  _ ("The file is not UTF-8; it was read as Windows-1252."));
  lectern_calendar_lines_clear (&lines);
  return good;
}

/* ---- the whole ---- */

static void
doubt_what_is_left_out (Parser *p)
{
  GHashTableIter iter;
  gpointer name, n;
  const char *file = _ ("the file");
  g_hash_table_iter_init (&iter, p->unread);
  while (g_hash_table_iter_next (&iter, &name, &n))
    lectern_schedule_build_doubt (&p->r.build, file,
                                  /* TRANSLATORS: %s is a kind of entry in a calendar, “VTODO” */
                                  ngettext ("%u entry of the kind %s is left out: it is no appointment.",
                                            "%u entries of the kind %s are left out: they are no appointments.",
                                            GPOINTER_TO_UINT (n)),
                                  GPOINTER_TO_UINT (n), (const char *) name);
  if (p->r.n_invited > 0)
    lectern_schedule_build_doubt (&p->r.build, file,
                                  ngettext ("%u invited person has no role in the programme and is left out.",
                                            "%u invited persons have no role in the programme and are left out.",
                                            p->r.n_invited),
                                  p->r.n_invited);
  if (p->r.n_calendars > 1)
    lectern_schedule_build_doubt (&p->r.build, file,
                                  ngettext ("The file holds %u calendar; it becomes one event.",
                                            "The file holds %u calendars; they become one event.",
                                            p->r.n_calendars),
                                  p->r.n_calendars);
}

/* Without a name, what makes it the same calendar again is its first identifier. */
static void
name_it (Parser *p)
{
  LecternProgramme *programme = p->r.build.programme;
  const char *first = NULL;
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      const char *uid = ((LecternProgrammeSession *) programme->sessions->pdata[i])->guid;
      if (uid != NULL && (first == NULL || strcmp (uid, first) < 0))
        first = uid;
    }
  if (p->r.name != NULL)
    programme->title = g_strdup (p->r.name);
  else if (programme->sessions->len == 1)
    programme->title = g_strdup (((LecternProgrammeSession *) programme->sessions->pdata[0])->title);
  if (programme->title == NULL)
    programme->title = g_strdup (_ ("Imported calendar"));
  if (p->r.name == NULL && first != NULL)
    programme->source = g_strconcat ("iCalendar ", first, NULL);
}

/* One identifier that several entries have is told apart by what it is an exception of, else by
   the order. */
static void
tell_apart (LecternProgramme *programme)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      LecternProgrammeSession *session = programme->sessions->pdata[i];
      if (session->guid == NULL)
        continue;
      if (session->recurrence != NULL)
        {
          char *guid = g_strdup_printf ("%s#%s", session->guid, session->recurrence);
          g_free (session->guid);
          session->guid = guid;
        }
      for (guint n = 2; !g_hash_table_add (seen, g_strdup (session->guid)); n++)
        {
          char *guid = g_strdup_printf ("%s#%u", session->guid, n);
          g_free (session->guid);
          session->guid = guid;
        }
    }
}

static LecternProgramme *
finish (Parser *p)
{
  LecternProgramme *programme;
  g_autofree char *source = NULL;
  lectern_calendar_place_all (&p->r);
  lectern_calendar_locate_all (&p->r);
  doubt_what_is_left_out (p);
  name_it (p);
  source = g_steal_pointer (&p->r.build.programme->source);
  tell_apart (p->r.build.programme);
  programme = lectern_schedule_build_finish (&p->r.build);
  if (programme->source == NULL)
    programme->source = g_steal_pointer (&source);
  programme->complete = p->r.name != NULL && !p->r.partial;
  return programme;
}

LecternProgramme *
lectern_calendar_read (GBytes *file, GCancellable *cancellable, GError **error)
{
  Parser p = { .entry_depth = 0 };
  LecternProgramme *programme = NULL;
  if (g_bytes_get_size (file) > LECTERN_SCHEDULE_MAX_BYTES)
    {
      too_large (error);
      return NULL;
    }
  lectern_schedule_build_init (&p.r.build, "iCalendar");
  p.r.zones = lectern_calendar_zones_new ();
  p.r.entries = g_array_new (FALSE, TRUE, sizeof (LecternCalendarEntry));
  g_array_set_clear_func (p.r.entries, lectern_calendar_entry_clear);
  p.open = g_ptr_array_new_with_free_func (g_free);
  p.unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  p.zone = g_string_new (NULL);
  if (parse (&p, file, cancellable, error))
    {
      programme = finish (&p);
      if (programme->days->len > LECTERN_SCHEDULE_MAX_DAYS)
        {
          g_clear_pointer (&programme, lectern_programme_free);
          too_large (error);
        }
    }
  lectern_schedule_build_clear (&p.r.build);
  lectern_calendar_zones_free (p.r.zones);
  g_array_unref (p.r.entries);
  g_ptr_array_unref (p.open);
  g_hash_table_unref (p.unread);
  g_string_free (p.zone, TRUE);
  g_free (p.tzid);
  g_free (p.location);
  g_free (p.r.name);
  g_free (p.r.zone);
  return programme;
}
