/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-scene.h"

/* Several days side by side keep a lane for each room while there are no more lanes than
   this; of more each day is one lane. */
#define MOST_SIDE_BY_SIDE 16

static const char *const names[] = {
  [LECTERN_AGENDA_BY_ROOMS] = "rooms", [LECTERN_AGENDA_BY_TRACKS] = "tracks", [LECTERN_AGENDA_BY_PARTS] = "parts",
  [LECTERN_AGENDA_AS_LIST] = "list",   [LECTERN_AGENDA_BY_PEOPLE] = "people",
};

/* The word for it in settings and actions. */
const char *
lectern_agenda_mode_name (LecternAgendaMode mode)
{
  return names[mode];
}

/* Rooms where it is no such word. */
LecternAgendaMode
lectern_agenda_mode_by_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return LECTERN_AGENDA_BY_ROOMS;
}

static LecternAgendaLaneKind
lane_kind (const LecternAgendaScene *scene)
{
  switch (scene->mode)
    {
    case LECTERN_AGENDA_BY_TRACKS:
      return LECTERN_AGENDA_LANE_TRACK;
    case LECTERN_AGENDA_BY_PARTS:
      return LECTERN_AGENDA_LANE_PART;
    case LECTERN_AGENDA_BY_PEOPLE:
      return LECTERN_AGENDA_LANE_PERSON;
    default:
      return LECTERN_AGENDA_LANE_ROOM;
    }
}

static LecternAgendaFilterKind
filter_kind (const LecternAgendaScene *scene)
{
  switch (scene->mode)
    {
    case LECTERN_AGENDA_BY_TRACKS:
      return LECTERN_AGENDA_FILTER_TRACK;
    case LECTERN_AGENDA_BY_PARTS:
      return LECTERN_AGENDA_FILTER_PART;
    case LECTERN_AGENDA_BY_PEOPLE:
      return LECTERN_AGENDA_FILTER_PERSON;
    default:
      return LECTERN_AGENDA_FILTER_ROOM;
    }
}

/* Whether it is the programme of one room, one person, one track. */
gboolean
lectern_agenda_scene_is_one (const LecternAgendaScene *scene)
{
  return scene->mode != LECTERN_AGENDA_AS_LIST && lectern_agenda_filter_n (scene->filter, filter_kind (scene)) == 1;
}

gboolean
lectern_agenda_scene_has_day (const LecternAgendaScene *scene, int day)
{
  return scene->all_days || scene->mode == LECTERN_AGENDA_AS_LIST || day == scene->day;
}

/* Asks for what a lane stands for and nothing else of its kind; @on FALSE: for all of them. */
void
lectern_agenda_scene_ask_for_lane (LecternAgendaScene *scene, const LecternAgenda *agenda, const LecternAgendaLane *lane,
                                   gboolean on)
{
  gint64 value = lane->kind == LECTERN_AGENDA_LANE_ROOM && lane->room >= 0
                   ? lectern_agenda_room (agenda, lane->room)->id
                 : lane->kind == LECTERN_AGENDA_LANE_TRACK && lane->track >= 0
                   ? lectern_agenda_track (agenda, lane->track)->id
                   : lane->part + lane->person; /* one of them is 0 */
  lectern_agenda_filter_clear (scene->filter, filter_kind (scene));
  if (on)
    lectern_agenda_filter_set (scene->filter, filter_kind (scene), value, TRUE);
}

/* ---- the lanes of one day ---- */

static gboolean
is_wanted (const LecternAgendaScene *scene, gint64 value)
{
  LecternAgendaFilterKind kind = filter_kind (scene);
  return lectern_agenda_filter_n (scene->filter, kind) == 0 || lectern_agenda_filter_has (scene->filter, kind, value);
}

/* Something stands there on a day that is shown. */
static gboolean
is_used (const LecternAgendaScene *scene, const LecternAgenda *agenda, LecternAgendaLane lane)
{
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      lane.day = session->day;
      if (session->placed && lectern_agenda_scene_has_day (scene, session->day)
          && lectern_agenda_lane_holds (&lane, agenda, session))
        return TRUE;
    }
  return FALSE;
}

static gboolean *
find_used_rooms (const LecternAgendaScene *scene, const LecternAgenda *agenda)
{
  gboolean *used = g_new0 (gboolean, agenda->rooms->len + 1);
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      if (session->placed && lectern_agenda_scene_has_day (scene, session->day))
        for (guint r = 0; r < session->n_rooms; r++)
          used[session->rooms[r]] = TRUE;
    }
  return used;
}

/* Those that somebody asked for by name are shown in any case. */
static void
add_rooms (const LecternAgendaScene *scene, const LecternAgenda *agenda, GArray *lanes)
{
  gboolean any = !scene->used_only || lectern_agenda_filter_n (scene->filter, LECTERN_AGENDA_FILTER_ROOM) > 0;
  g_autofree gboolean *used = find_used_rooms (scene, agenda);
  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      LecternAgendaLane lane = lectern_agenda_lane_for_room (agenda, scene->day, i);
      if (is_wanted (scene, lectern_agenda_room (agenda, i)->id) && (any || used[i]))
        g_array_append_val (lanes, lane);
    }
}

/* All of them on every day, so that they keep their place. */
static void
add_tracks (const LecternAgendaScene *scene, const LecternAgenda *agenda, GArray *lanes)
{
  for (guint i = 0; i < agenda->tracks->len; i++)
    {
      LecternAgendaLane lane = lectern_agenda_lane (LECTERN_AGENDA_LANE_TRACK, scene->day);
      lane.track = i;
      lane.name = lectern_agenda_track (agenda, i)->name;
      if (is_wanted (scene, lectern_agenda_track (agenda, i)->id))
        g_array_append_val (lanes, lane);
    }
}

static void
add_parts (const LecternAgendaScene *scene, const LecternAgenda *agenda, GArray *lanes)
{
  for (guint i = 0; i < agenda->parts->len; i++)
    {
      LecternAgendaLane lane = lectern_agenda_lane (LECTERN_AGENDA_LANE_PART, scene->day);
      lane.part = lectern_agenda_part (agenda, i)->id;
      lane.name = lectern_agenda_part (agenda, i)->name;
      if (is_wanted (scene, lane.part))
        g_array_append_val (lanes, lane);
    }
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  const LecternAgendaLane *x = a;
  const LecternAgendaLane *y = b;
  int order = g_utf8_collate (x->name, y->name);
  return order != 0 ? order : x->person < y->person ? -1 : x->person > y->person;
}

/* Those who are in something on the shown days. */
static void
add_people (const LecternAgendaScene *scene, const LecternAgenda *agenda, GArray *lanes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      if (!session->placed || !lectern_agenda_scene_has_day (scene, session->day))
        continue;
      for (guint p = 0; p < session->n_people; p++)
        {
          LecternAgendaPerson *person = lectern_agenda_person (agenda, session->first_person + p);
          LecternAgendaLane lane = lectern_agenda_lane (LECTERN_AGENDA_LANE_PERSON, scene->day);
          lane.person = person->person;
          lane.name = person->name;
          if (is_wanted (scene, lane.person) && g_hash_table_add (seen, &person->person))
            g_array_append_val (lanes, lane);
        }
    }
  g_array_sort (lanes, by_name);
}

/* What has no room, track, … stands in a lane of its own, where there is such a session. */
static void
add_none (const LecternAgendaScene *scene, const LecternAgenda *agenda, GArray *lanes)
{
  LecternAgendaLane lane = lectern_agenda_lane (lane_kind (scene), scene->day);
  if (is_wanted (scene, 0) && (lanes->len == 0 || is_used (scene, agenda, lane)))
    g_array_append_val (lanes, lane);
}

/* ---- days ---- */

static GArray *
repeat_for_days (const LecternAgenda *agenda, GArray *lanes)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (LecternAgendaLane));
  for (int day = 0; day < (int) agenda->days->len; day++)
    for (guint i = 0; i < lanes->len; i++)
      {
        LecternAgendaLane lane = g_array_index (lanes, LecternAgendaLane, i);
        lane.day = day;
        g_array_append_val (all, lane);
      }
  g_array_unref (lanes);
  return all;
}

/**
 * lectern_agenda_scene_lanes:
 *
 * Lanes keep their place from day to day: rooms, tracks and parts stand in their own
 * order, people by name, what has none of it at the end. A list has no lanes.
 *
 * Returns: (transfer full) (element-type LecternAgendaLane)
 */
GArray *
lectern_agenda_scene_lanes (const LecternAgendaScene *scene, const LecternAgenda *agenda)
{
  GArray *lanes = g_array_new (FALSE, FALSE, sizeof (LecternAgendaLane));
  if (scene->mode == LECTERN_AGENDA_AS_LIST)
    return lanes;
  if (scene->mode == LECTERN_AGENDA_BY_TRACKS)
    add_tracks (scene, agenda, lanes);
  else if (scene->mode == LECTERN_AGENDA_BY_PARTS)
    add_parts (scene, agenda, lanes);
  else if (scene->mode == LECTERN_AGENDA_BY_PEOPLE)
    add_people (scene, agenda, lanes);
  else
    add_rooms (scene, agenda, lanes);
  add_none (scene, agenda, lanes);
  if (!scene->all_days || agenda->days->len < 2)
    return lanes;
  if (lanes->len > 1 && lanes->len * agenda->days->len > MOST_SIDE_BY_SIDE)
    {
      LecternAgendaLane whole = lectern_agenda_lane (LECTERN_AGENDA_LANE_DAY, scene->day);
      g_array_set_size (lanes, 0);
      g_array_append_val (lanes, whole);
    }
  return repeat_for_days (agenda, lanes);
}

static gboolean
has_lane (const LecternAgenda *agenda, const LecternAgendaSession *session, const GArray *lanes)
{
  for (guint i = 0; i < lanes->len; i++)
    if (lectern_agenda_lane_holds (&g_array_index (lanes, LecternAgendaLane, i), agenda, session))
      return TRUE;
  return FALSE;
}

/* What somebody sees of what there is; @lanes: those of the scene. */
LecternAgendaCount
lectern_agenda_scene_count (const LecternAgendaScene *scene, const LecternAgenda *agenda, const GArray *lanes)
{
  LecternAgendaCount count = { 0 };
  gboolean list = scene->mode == LECTERN_AGENDA_AS_LIST;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      if (!list && (!session->placed || !lectern_agenda_scene_has_day (scene, session->day)))
        continue;
      count.n++;
      if (!list && !has_lane (agenda, session, lanes))
        continue;
      if (lectern_agenda_filter_matches (scene->filter, agenda, session))
        count.shown++;
      else if (!list && !scene->filter->hides)
        count.dimmed++;
    }
  return count;
}
