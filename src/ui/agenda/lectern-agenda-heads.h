/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands at the heads of lanes: rooms with their seats, tracks, people, days.
 */
#pragma once

#include "lectern-agenda-lane.h"
#include "lectern-agenda-ruler.h"

G_BEGIN_DECLS

/* @lanes: of LecternAgendaLane. @turned: the heads stand at the side, where there is less room.
   Of several days with one lane each the heads are the days; with more lanes the days stand over
   them as bands. */
void lectern_agenda_heads_fill (LecternAgendaRuler *ruler, const LecternAgenda *agenda, const GArray *lanes, gboolean turned);

G_END_DECLS
