/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-out.h"

#include "lectern-identity.h"
#include "lectern-time.h"

#include <string.h>

#define MINUTES_PER_DAY 1440

/* Identities that are made for programmes which never were in a workspace. */
#define NAMESPACE_OF_FILES "6f0a4d54-5a0c-5d7e-9d4d-0a3c1b5f2e61"

static void
omission_free (gpointer data)
{
  LecternDoubt *doubt = data;
  g_free (doubt->where);
  g_free (doubt->why);
  g_free (doubt);
}

GPtrArray *
lectern_out_omissions_new (void)
{
  return g_ptr_array_new_with_free_func (omission_free);
}

/**
 * lectern_out_omit:
 * @omissions: (nullable): where to note it
 * @where: (nullable): what it is about: a title, a name
 * @why: printf format of one sentence in the person's language
 */
void
lectern_out_omit (GPtrArray *omissions, const char *where, const char *why, ...)
{
  if (omissions == NULL)
    return;
  LecternDoubt *doubt = g_new0 (LecternDoubt, 1);
  va_list args;
  va_start (args, why);
  doubt->where = g_strdup (where ? where : "");
  doubt->why = g_strdup_vprintf (why, args);
  va_end (args);
  g_ptr_array_add (omissions, doubt);
}

const LecternProgrammeDay *
lectern_out_day (const LecternProgramme *programme, const LecternProgrammeSession *session)
{
  if (session->day < 0 || (guint) session->day >= programme->days->len)
    return NULL;
  return g_ptr_array_index (programme->days, session->day);
}

const LecternProgrammeTrack *
lectern_out_track (const LecternProgramme *programme, const LecternProgrammeSession *session)
{
  if (session->track < 0 || (guint) session->track >= programme->tracks->len)
    return NULL;
  return g_ptr_array_index (programme->tracks, session->track);
}

/**
 * lectern_out_people:
 *
 * Returns: (transfer container): the roles of those who take part, in their order
 */
GPtrArray *
lectern_out_people (const LecternProgrammeSession *session)
{
  GPtrArray *people = g_ptr_array_new ();
  for (guint i = 0; i < session->people->len; i++)
    {
      LecternProgrammeRole *role = &g_array_index (session->people, LecternProgrammeRole, i);
      if (g_strcmp0 (role->state, "cancelled") != 0)
        g_ptr_array_add (people, role);
    }
  return people;
}

gboolean
lectern_out_zone_is_known (const LecternProgramme *programme, const LecternProgrammeDay *day)
{
  const char *zone = day && day->time_zone ? day->time_zone : programme->time_zone;
  return zone != NULL && lectern_time_zone_exists (zone);
}

const char *
lectern_out_zone (const LecternProgramme *programme, const LecternProgrammeDay *day)
{
  if (!lectern_out_zone_is_known (programme, day))
    return "UTC";
  return day && day->time_zone ? day->time_zone : programme->time_zone;
}

/* No clock goes beyond the years 1 to 9999, and a session may last a year. */
gboolean
lectern_out_date_has_moments (const char *date)
{
  return date != NULL && strcmp (date, "0002") >= 0 && strcmp (date, "9998") < 0;
}

gboolean
lectern_out_start (const LecternProgramme *programme,
                   const LecternProgrammeSession *session,
                   gint64 *start)
{
  const LecternProgrammeDay *day = lectern_out_day (programme, session);
  if (day == NULL || !lectern_out_date_has_moments (day->date) || session->start_minute < 0)
    return FALSE;
  *start = lectern_time_instant (day->date, session->start_minute,
                                 lectern_out_zone (programme, day), session->second_hour, NULL);
  return *start != -1;
}

gboolean
lectern_out_day_hours (const LecternProgramme *programme, const LecternProgrammeDay *day, gint64 *start, gint64 *end)
{
  const char *zone = lectern_out_zone (programme, day);
  if (!lectern_out_date_has_moments (day->date) || day->begins < 0 || day->ends <= day->begins)
    return FALSE;
  *start = lectern_time_instant (day->date, day->begins, zone, FALSE, NULL);
  *end = lectern_time_instant (day->date, day->ends, zone, FALSE, NULL);
  return *start != -1 && *end > *start;
}

/* Whether the words of the source still describe this day: they do not once the
   day was moved to another date. */
static gboolean
source_still_fits (const LecternProgramme *programme, const LecternProgrammeDay *day)
{
  if (day->source_start == NULL || day->source_end == NULL || day->date == NULL)
    return FALSE;
  g_autoptr (GDateTime) start = g_date_time_new_from_iso8601 (day->source_start, NULL);
  g_autoptr (GDateTime) end = g_date_time_new_from_iso8601 (day->source_end, NULL);
  if (start == NULL || end == NULL)
    return FALSE;
  g_autofree char *local = lectern_time_local (g_date_time_to_unix (start) * 1000,
                                               lectern_out_zone (programme, day), NULL);
  return strncmp (day->source_start, day->date, 10) == 0
         || (local && g_str_has_prefix (local, day->date));
}

static char *
day_edge (const LecternProgramme *programme, const LecternProgrammeDay *day, int minutes)
{
  const char *zone = lectern_out_zone (programme, day);
  gint64 instant
      = lectern_time_instant (day->date, minutes % (2 * MINUTES_PER_DAY), zone, FALSE, NULL);
  return lectern_time_format_rfc3339 (instant, zone);
}

char *
lectern_out_day_start (const LecternProgramme *programme, const LecternProgrammeDay *day)
{
  if (source_still_fits (programme, day))
    return g_strdup (day->source_start);
  return day_edge (programme, day, day->start_minute);
}

char *
lectern_out_day_end (const LecternProgramme *programme, const LecternProgrammeDay *day)
{
  if (source_still_fits (programme, day))
    return g_strdup (day->source_end);
  return day_edge (programme, day, day->start_minute + MINUTES_PER_DAY - 1);
}

static char *
edge_date (const LecternProgramme *programme, gboolean last)
{
  const char *found = NULL;
  for (guint i = 0; i < programme->days->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (programme->days, i);
      int order = found && day->date ? strcmp (day->date, found) : 0;
      if (day->date && (found == NULL || (last ? order > 0 : order < 0)))
        found = day->date;
    }
  if (found == NULL)
    found = last && programme->end ? programme->end : programme->start;
  return g_strdup (found);
}

char *
lectern_out_first_date (const LecternProgramme *programme)
{
  return edge_date (programme, FALSE);
}

char *
lectern_out_last_date (const LecternProgramme *programme)
{
  return edge_date (programme, TRUE);
}

static const char *
namespace_of (const LecternProgramme *programme)
{
  if (programme->details && lectern_uuid_is_valid (programme->details->workspace))
    return programme->details->workspace;
  return NAMESPACE_OF_FILES;
}

/* What stands for the identifier of a session that was made here. */
char *
lectern_out_record_guid (const char *workspace, gint64 session)
{
  g_autofree char *name = g_strdup_printf ("session:%" G_GINT64_FORMAT, session);
  return lectern_uuid5 (workspace, name);
}

/* The session's own where it is a UUID, else one made of what it is known by. */
char *
lectern_out_guid_of (const LecternProgramme *programme, gint64 record, const char *guid)
{
  if (lectern_uuid_is_valid (guid))
    return g_ascii_strdown (guid, -1);
  if (guid == NULL || *guid == '\0')
    return lectern_out_record_guid (namespace_of (programme), record);
  g_autofree char *name = g_strdup_printf ("%s:%s", programme->source ? programme->source : "", guid);
  return lectern_uuid5 (namespace_of (programme), name);
}

char *
lectern_out_session_guid (const LecternProgramme *programme, guint index)
{
  const LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, index);
  if (session->record != 0 || (session->guid && *session->guid))
    return lectern_out_guid_of (programme, session->record, session->guid);
  g_autofree char *name = g_strdup_printf ("%s:%s:%u", programme->source ? programme->source : "",
                                           session->title ? session->title : "", index);
  return lectern_uuid5 (namespace_of (programme), name);
}

char *
lectern_out_room_guid (const LecternProgramme *programme, const LecternProgrammeRoom *room)
{
  if (lectern_uuid_is_valid (room->guid))
    return g_ascii_strdown (room->guid, -1);
  g_autofree char *name
      = room->record ? g_strdup_printf ("room:%" G_GINT64_FORMAT, room->record)
                     : g_strdup_printf ("room:%s:%s", programme->source ? programme->source : "",
                                        room->name ? room->name : "");
  return lectern_uuid5 (namespace_of (programme), name);
}

char *
lectern_out_day_guid (const LecternProgramme *programme, const LecternProgrammeDay *day)
{
  g_autofree char *name
      = day->record ? g_strdup_printf ("day:%" G_GINT64_FORMAT, day->record)
                    : g_strdup_printf ("day:%s:%s", programme->source ? programme->source : "",
                                       day->date ? day->date : "");
  return lectern_uuid5 (namespace_of (programme), name);
}

gboolean
lectern_out_is_web_address (const char *url)
{
  if (url == NULL || !(g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://")))
    return FALSE;
  for (const char *c = url; *c; c++)
    if ((guchar) *c <= 0x20 || (guchar) *c >= 0x7f || strchr ("<>\"{}|\\^`", *c))
      return FALSE;
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_ENCODED, NULL);
  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

gboolean
lectern_out_matches (const char *text, const char *pattern)
{
  if (text == NULL)
    return FALSE;
  g_autofree char *whole = g_strdup_printf ("\\A(?:%s)\\z", pattern);
  return g_regex_match_simple (whole, text, 0, 0);
}

/**
 * lectern_out_short_name:
 * @text: (nullable): a title or acronym
 * @otherwise: (nullable): used where nothing of @text can stand in a short name
 *
 * Returns: (transfer full): lower case letters, digits and hyphens, beginning and
 * ending with a letter or digit, at least 4 long
 */
char *
lectern_out_short_name (const char *text, const char *otherwise)
{
  g_autofree char *plain = g_str_to_ascii (text ? text : "", "C");
  GString *out = g_string_new (NULL);
  for (const char *c = plain; *c && out->len < 80; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (out, g_ascii_tolower (*c));
    else if (out->len > 0 && out->str[out->len - 1] != '-' && *c != '?' && *c != '\'')
      g_string_append_c (out, '-');
  while (out->len > 0 && out->str[out->len - 1] == '-')
    g_string_truncate (out, out->len - 1);
  if (out->len >= 4)
    return g_string_free (out, FALSE);
  g_autofree char *start = g_string_free (out, FALSE);
  if (otherwise == NULL)
    return *start ? g_strdup_printf ("event-%s", start) : g_strdup ("event");
  g_autofree char *second = lectern_out_short_name (otherwise, NULL);
  return *start ? g_strdup_printf ("%s-%s", start, second) : g_steal_pointer (&second);
}

/* XML 1.0 §2.2: tab, line feed, carriage return, and from space on all but the two
   non-characters at the end of the first plane. */
static gboolean
xml_allows (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

void
lectern_out_xml_text (GString *out, const char *text, gboolean attribute, guint *dropped)
{
  for (const char *c = text ? text : ""; *c; c = g_utf8_next_char (c))
    {
      gunichar u = g_utf8_get_char (c);
      if (!xml_allows (u))
        {
          if (dropped)
            (*dropped)++;
        }
      else if (u == '&')
        g_string_append (out, "&amp;");
      else if (u == '<')
        g_string_append (out, "&lt;");
      else if (u == '>')
        g_string_append (out, "&gt;");
      else if (u == '"' && attribute)
        g_string_append (out, "&quot;");
      /* a reader would turn these into line feeds and spaces */
      else if (u == '\r' || (attribute && (u == '\n' || u == '\t')))
        g_string_append_printf (out, "&#%u;", u);
      else
        g_string_append_len (out, c, g_utf8_next_char (c) - c);
    }
}
