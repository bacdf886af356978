/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What of an agenda stands on the screen, and in which lanes: by rooms, by tracks or
 * parts of the programme, by people, one day or all of them, one room's or one
 * person's programme, or a list. The screen and the printer ask the same. No widgets.
 */
#pragma once

#include "lectern-agenda-filter.h"
#include "lectern-agenda-lane.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_AGENDA_BY_ROOMS,
  LECTERN_AGENDA_BY_TRACKS,
  LECTERN_AGENDA_BY_PARTS,
  LECTERN_AGENDA_AS_LIST,
  LECTERN_AGENDA_BY_PEOPLE,
  LECTERN_AGENDA_N_MODES,
} LecternAgendaMode;

typedef struct
{
  LecternAgendaMode mode;
  int day;                 /* index; -1 none */
  gboolean all_days;       /* side by side */
  gboolean used_only;      /* only rooms in which something is on the shown days */
  gboolean was_one;        /* lectern_agenda_scene_is_one() when it was looked at last */
  LecternAgendaFilter *filter;
} LecternAgendaScene;

/* How many sessions a scene is about, and where they are. */
typedef struct
{
  guint n;      /* placed on the days that are shown; in the list all */
  guint shown;  /* those of them that stand in a lane and match the filter */
  guint dimmed; /* those that stand in a lane and do not match */
} LecternAgendaCount;

const char *lectern_agenda_mode_name (LecternAgendaMode mode);
LecternAgendaMode lectern_agenda_mode_by_name (const char *name);

GArray *lectern_agenda_scene_lanes (const LecternAgendaScene *scene, const LecternAgenda *agenda);
gboolean lectern_agenda_scene_is_one (const LecternAgendaScene *scene);
void lectern_agenda_scene_ask_for_lane (LecternAgendaScene *scene, const LecternAgenda *agenda, const LecternAgendaLane *lane, gboolean on);
/* Whether that day, an index, is among those that are shown; of a list all are. */
gboolean lectern_agenda_scene_has_day (const LecternAgendaScene *scene, int day);
LecternAgendaCount lectern_agenda_scene_count (const LecternAgendaScene *scene, const LecternAgenda *agenda, const GArray *lanes);

G_END_DECLS
