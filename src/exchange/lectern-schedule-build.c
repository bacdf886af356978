/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-build.h"
#include "lectern-schedule-people.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lectern_schedule_build_init (LecternScheduleBuild *build, const char *format)
{
  *build = (LecternScheduleBuild){ .programme = lectern_programme_new (), .day_change = -1 };
  build->programme->format = g_strdup (format);
  build->rooms = g_hash_table_new (g_str_hash, g_str_equal);
  build->tracks = g_hash_table_new (g_str_hash, g_str_equal);
  build->mentions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  build->days = g_array_new (FALSE, FALSE, sizeof (int));
  build->moments = g_array_new (FALSE, FALSE, sizeof (LecternScheduleMoment));
}

void
lectern_schedule_build_clear (LecternScheduleBuild *build)
{
  g_clear_pointer (&build->programme, lectern_programme_free);
  g_clear_pointer (&build->rooms, g_hash_table_unref);
  g_clear_pointer (&build->tracks, g_hash_table_unref);
  g_clear_pointer (&build->mentions, g_hash_table_unref);
  g_clear_pointer (&build->zone, g_time_zone_unref);
  g_clear_pointer (&build->days, g_array_unref);
  g_clear_pointer (&build->moments, g_array_unref);
}

gboolean
lectern_schedule_build_is_full (LecternScheduleBuild *build)
{
  const LecternProgramme *p = build->programme;
  const LecternProgrammeSession *last
      = p->sessions->len > 0 ? g_ptr_array_index (p->sessions, p->sessions->len - 1) : NULL;
  if (last != NULL
      && MAX (last->people->len, MAX (last->links->len, last->attachments->len))
             > LECTERN_SCHEDULE_MAX_OF_SESSION)
    return TRUE;
  return 2 * p->sessions->len + p->persons->len + p->rooms->len + p->tracks->len + build->n_parts
             > LECTERN_SCHEDULE_MAX_ITEMS
         || p->days->len > LECTERN_SCHEDULE_MAX_DAYS;
}

void
lectern_schedule_build_doubt (LecternScheduleBuild *build, const char *where, const char *why, ...)
{
  guint n = build->programme->doubts->len;
  g_autofree char *text = NULL;
  va_list args;
  if (n > LECTERN_SCHEDULE_MAX_DOUBTS)
    return;
  if (n == LECTERN_SCHEDULE_MAX_DOUBTS)
    {
      lectern_programme_doubt (build->programme, where, "%s",
                               _ ("There are more doubts; they are not listed."));
      return;
    }
  va_start (args, why);
  text = g_strdup_vprintf (why, args);
  va_end (args);
  lectern_programme_doubt (build->programme, where, "%s", text);
}

void
lectern_schedule_build_zone (LecternScheduleBuild *build, const char *name, const char *where)
{
  if (name == NULL || *name == '\0')
    return;
  GTimeZone *zone = g_time_zone_new_identifier (name);
  if (zone == NULL)
    {
      lectern_schedule_build_doubt (build, where, _ ("“%s” is not a time zone."), name);
      return;
    }
  g_clear_pointer (&build->zone, g_time_zone_unref);
  build->zone = zone;
  g_free (build->programme->time_zone);
  build->programme->time_zone = g_strdup (name);
}

int
lectern_schedule_build_room (LecternScheduleBuild *build,
                             const char *name,
                             const char *guid,
                             const char *where)
{
  if (name == NULL || *name == '\0')
    return -1;
  gsize found = GPOINTER_TO_SIZE (g_hash_table_lookup (build->rooms, name));
  LecternProgrammeRoom *room;
  if (found == 0)
    {
      room = lectern_programme_add_room (build->programme, name);
      found = build->programme->rooms->len;
      g_hash_table_insert (build->rooms, room->name, GSIZE_TO_POINTER (found));
    }
  room = g_ptr_array_index (build->programme->rooms, found - 1);
  if (guid != NULL && *guid != '\0' && room->guid == NULL)
    room->guid = g_strdup (guid);
  else if (guid != NULL && *guid != '\0' && strcmp (guid, room->guid) != 0)
    lectern_schedule_build_doubt (
        build, where, _ ("The room “%s” has two identifiers; the first is kept."), name);
  return (int)found - 1;
}

int
lectern_schedule_build_track (LecternScheduleBuild *build, const char *name)
{
  if (name == NULL || *name == '\0')
    return -1;
  gsize found = GPOINTER_TO_SIZE (g_hash_table_lookup (build->tracks, name));
  if (found == 0)
    {
      LecternProgrammeTrack *track = lectern_programme_add_track (build->programme, name);
      found = build->programme->tracks->len;
      g_hash_table_insert (build->tracks, track->name, GSIZE_TO_POINTER (found));
    }
  return (int)found - 1;
}

LecternProgrammeDay *
lectern_schedule_build_day (LecternScheduleBuild *build,
                            const char *date,
                            const char *start,
                            const char *end,
                            const char *where)
{
  LecternProgrammeDay *day = lectern_programme_add_day (build->programme);
  LecternScheduleTime time;
  int days = G_MININT;
  if (lectern_schedule_time_parse (date, &time))
    days = time.days;
  else if (lectern_schedule_time_parse (start, &time))
    days = time.days;
  else if (date != NULL && *date != '\0')
    lectern_schedule_build_doubt (build, where, _ ("“%s” is not a date."), date);
  day->date = days != G_MININT ? lectern_schedule_date_format (days) : NULL;
  day->source_start = g_strdup (start);
  day->source_end = g_strdup (end);
  g_array_append_val (build->days, days);
  return day;
}

/* What makes this programme the same one when it comes again. */
static void
name_the_source (LecternProgramme *p)
{
  const char *base = p->base_url != NULL && *p->base_url != '\0' ? p->base_url : p->url;
  if (p->acronym != NULL && *p->acronym != '\0')
    p->source = g_strdup (p->acronym);
  else if (base != NULL && *base != '\0')
    p->source = g_strdup (base);
}

static void
bound_by_days (LecternProgramme *p)
{
  for (guint i = 0; i < p->days->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (p->days, i);
      if (day->date == NULL)
        continue;
      if (p->start == NULL)
        p->start = g_strdup (day->date);
      if (i + 1 == p->days->len && p->end == NULL)
        p->end = g_strdup (day->date);
    }
}

LecternProgramme *
lectern_schedule_build_finish (LecternScheduleBuild *build)
{
  LecternProgramme *programme = build->programme;
  lectern_schedule_place_all (build);
  lectern_schedule_people_resolve (build);
  lectern_schedule_identities_check (build);
  name_the_source (programme);
  bound_by_days (programme);
  programme->complete = TRUE;
  build->programme = NULL;
  lectern_schedule_build_clear (build);
  return programme;
}
