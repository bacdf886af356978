/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The properties of a VEVENT.
 */
#include "lectern-calendar-entry.h"

#include "lectern-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lectern_calendar_stamp_clear (LecternCalendarStamp *stamp)
{
  g_clear_pointer (&stamp->date, g_free);
  g_clear_pointer (&stamp->tzid, g_free);
}

/* "20260617T094000Z", "20260617", and with hyphens and colons, which some write. */
gboolean
lectern_calendar_stamp_parse (const LecternCalendarLine *line, LecternCalendarStamp *stamp)
{
  g_autofree char *text = g_strstrip (g_strdup (line->value));
  char digits[16];
  guint n = 0;
  gboolean time = FALSE;
  const char *at = text;
  for (; *at != '\0' && n < 14; at++)
    if (g_ascii_isdigit (*at))
      digits[n++] = *at;
    else if ((*at == 'T' || *at == 't') && n == 8 && !time)
      time = TRUE;
    else if (*at != (n <= 8 && !time ? '-' : ':'))
      break;
  digits[n] = '\0';
  gboolean utc = *at == 'Z' || *at == 'z';
  if (n < 8 || at[utc] != '\0' || (time && n != 12 && n != 14) || (!time && n != 8))
    return FALSE;
  g_autofree char *date = g_strdup_printf ("%.4s-%.2s-%.2s", digits, digits + 4, digits + 6);
  int hour = time ? (digits[8] - '0') * 10 + digits[9] - '0' : 0;
  int minute = time ? (digits[10] - '0') * 10 + digits[11] - '0' : 0;
  if (!lectern_date_is_valid (date) || hour > 24 || minute > 59)
    return FALSE;
  stamp->date = g_steal_pointer (&date);
  stamp->minute = time ? hour * 60 + minute : -1;
  stamp->utc = utc;
  stamp->tzid = !utc ? lectern_calendar_line_parameter (line, "TZID") : NULL;
  return TRUE;
}

int
lectern_calendar_duration_parse (const char *text)
{
  g_autofree char *plain = g_strstrip (g_ascii_strup (text, -1));
  const char *at = plain + (*plain == '+');
  gsize digits = *at == 'P' ? strspn (at + 1, "0123456789") : 0;
  if (digits > 0 && digits < 5 && at[1 + digits] == 'W' && at[2 + digits] == '\0')
    return atoi (at + 1) * 7 * 1440;
  return *at == 'P' && at[1] != '\0' ? lectern_schedule_duration_parse (at) : -1;
}

void
lectern_calendar_entry_clear (gpointer data)
{
  LecternCalendarEntry *entry = data;
  lectern_calendar_stamp_clear (&entry->begin);
  lectern_calendar_stamp_clear (&entry->end);
  g_free (entry->location);
}

void
lectern_calendar_entry_begin (LecternCalendarReader *r, guint line)
{
  LecternCalendarEntry entry = { .session = lectern_programme_add_session (r->build.programme), .duration = -1 };
  /* TRANSLATORS: a place in a file; %u is the number of a line */
  entry.session->where = g_strdup_printf (_ ("line %u"), line);
  if (r->cancelled)
    entry.session->state = g_strdup ("cancelled");
  g_array_append_val (r->entries, entry);
}

static char *
one_line (const LecternCalendarLine *line)
{
  return lectern_schedule_one_line (lectern_calendar_line_text (line));
}

static void
set_once (char **field, char *text)
{
  if (*field == NULL && *text != '\0')
    *field = text;
  else
    g_free (text);
}

static void
read_time (LecternCalendarReader *r, LecternCalendarEntry *entry, LecternCalendarStamp *stamp,
           const LecternCalendarLine *line)
{
  if (stamp->date == NULL && !lectern_calendar_stamp_parse (line, stamp))
    lectern_schedule_build_doubt (&r->build, entry->session->where, _ ("“%.60s” is not a date or a time."),
                                  line->value);
}

/* All that makes it repeat, in one line, as it stands: "FREQ=WEEKLY;COUNT=3 EXDATE:20260617". */
static void
read_rule (LecternProgrammeSession *session, const LecternCalendarLine *line)
{
  gboolean rule = strcmp (line->name, "RRULE") == 0;
  g_autofree char *old = session->repeats;
  g_autofree char *part = rule ? g_strdup (line->value)
                               : g_strdup_printf ("%s%s:%s", line->name, line->parameters, line->value);
  if (old != NULL && strlen (old) > 4000)
    session->repeats = g_steal_pointer (&old);
  else
    session->repeats = lectern_schedule_one_line (old != NULL ? g_strjoin (" ", old, part, NULL) : g_steal_pointer (&part));
}

static void
read_state (LecternProgrammeSession *session, const LecternCalendarLine *line)
{
  static const char *const states[][2]
      = { { "CONFIRMED", "confirmed" }, { "TENTATIVE", "to-be-confirmed" }, { "CANCELLED", "cancelled" } };
  g_autofree char *word = one_line (line);
  for (guint i = 0; i < G_N_ELEMENTS (states) && session->state == NULL; i++)
    if (g_ascii_strcasecmp (word, states[i][0]) == 0)
      session->state = g_strdup (states[i][1]);
}

/* The first one is its track. */
static void
read_categories (LecternCalendarReader *r, LecternProgrammeSession *session, const LecternCalendarLine *line)
{
  g_autoptr (GString) first = g_string_new (NULL);
  LecternCalendarLine part = *line;
  for (const char *c = line->value; *c != '\0' && *c != ','; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        g_string_append_c (first, *c++);
      g_string_append_c (first, *c);
    }
  part.value = first->str;
  g_autofree char *name = one_line (&part);
  if (session->track < 0)
    session->track = lectern_schedule_build_track (&r->build, name);
}

/* A programme names its speakers with an address that is none; with an e-mail address it is
   somebody who was invited and has no role but the chair's. */
static void
read_attendee (LecternCalendarReader *r, LecternCalendarEntry *entry, const LecternCalendarLine *line)
{
  g_autofree char *name = lectern_schedule_one_line (lectern_calendar_line_parameter (line, "CN"));
  g_autofree char *role = lectern_calendar_line_parameter (line, "ROLE");
  g_autofree char *type = lectern_calendar_line_parameter (line, "CUTYPE");
  gboolean chair = role != NULL && g_ascii_strcasecmp (role, "CHAIR") == 0;
  gboolean mail = g_ascii_strncasecmp (line->value, "mailto:", 7) == 0;
  guint index;
  if (type != NULL && (g_ascii_strcasecmp (type, "ROOM") == 0 || g_ascii_strcasecmp (type, "RESOURCE") == 0))
    return;
  if (name == NULL || *name == '\0' || strchr (name, '@') != NULL || (mail && !chair))
    {
      r->n_invited++;
      return;
    }
  LecternProgrammePerson *person = lectern_schedule_build_person (&r->build, name, NULL, 0, NULL, &index);
  if (person == NULL)
    return;
  if (mail && person->email == NULL && strchr (line->value + 7, '@') != NULL)
    person->email = g_strdup (line->value + 7);
  if (g_str_has_prefix (line->value, "http") && person->url == NULL)
    person->url = g_strdup (line->value);
  lectern_schedule_build_role (entry->session, index, chair ? "chair" : NULL);
  r->build.n_parts++;
}

static gboolean
is_address (const char *text)
{
  return g_str_has_prefix (text, "http://") || g_str_has_prefix (text, "https://");
}

static void
read_attachment (LecternCalendarReader *r, LecternProgrammeSession *session, const LecternCalendarLine *line)
{
  g_autofree char *name = lectern_calendar_line_parameter (line, "FILENAME");
  if (!is_address (line->value) || session->attachments->len >= LECTERN_SCHEDULE_MAX_OF_SESSION)
    return;
  g_ptr_array_add (session->attachments, lectern_programme_link_new (name, line->value));
  r->build.n_parts++;
}

static void
read_summary (LecternProgrammeSession *session, const LecternCalendarLine *line)
{
  g_autofree char *language = lectern_calendar_line_parameter (line, "LANGUAGE");
  set_once (&session->title, one_line (line));
  if (language != NULL && lectern_language_is_valid (language) && session->language == NULL)
    session->language = g_strdup (language);
}

/* @line belongs to the entry itself, not to something in it. */
void
lectern_calendar_entry_property (LecternCalendarReader *r, LecternCalendarEntry *entry,
                                 const LecternCalendarLine *line)
{
  LecternProgrammeSession *session = entry->session;
  const char *name = line->name;
  if (strlen (line->value) > LECTERN_SCHEDULE_MAX_TEXT)
    lectern_schedule_build_doubt (&r->build, session->where, _ ("%s is too long; it is left out."), name);
  else if (strcmp (name, "UID") == 0)
    set_once (&session->guid, one_line (line));
  else if (strcmp (name, "RECURRENCE-ID") == 0)
    set_once (&session->recurrence, one_line (line));
  else if (strcmp (name, "SUMMARY") == 0)
    read_summary (session, line);
  else if (strcmp (name, "DESCRIPTION") == 0)
    set_once (&session->description, g_strstrip (lectern_calendar_line_text (line)));
  else if (strcmp (name, "LOCATION") == 0)
    set_once (&entry->location, one_line (line));
  else if (strcmp (name, "DTSTART") == 0)
    read_time (r, entry, &entry->begin, line);
  else if (strcmp (name, "DTEND") == 0)
    read_time (r, entry, &entry->end, line);
  else if (strcmp (name, "DURATION") == 0)
    entry->duration = lectern_calendar_duration_parse (line->value);
  else if (strcmp (name, "RRULE") == 0 || strcmp (name, "RDATE") == 0 || strcmp (name, "EXDATE") == 0
           || strcmp (name, "EXRULE") == 0)
    read_rule (session, line);
  else if (strcmp (name, "STATUS") == 0)
    read_state (session, line);
  else if (strcmp (name, "CLASS") == 0)
    session->internal = g_ascii_strcasecmp (line->value, "PRIVATE") == 0
                        || g_ascii_strcasecmp (line->value, "CONFIDENTIAL") == 0;
  else if (strcmp (name, "CATEGORIES") == 0)
    read_categories (r, session, line);
  else if (strcmp (name, "URL") == 0 && is_address (line->value))
    set_once (&session->url, g_strdup (line->value));
  else if (strcmp (name, "TRANSP") == 0)
    entry->transparent = g_ascii_strcasecmp (line->value, "TRANSPARENT") == 0;
  else if (strcmp (name, "ATTENDEE") == 0)
    read_attendee (r, entry, line);
  else if (strcmp (name, "ATTACH") == 0)
    read_attachment (r, session, line);
}
