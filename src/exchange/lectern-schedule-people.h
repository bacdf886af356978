/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who is one person and which session is which, once a whole file is read.
 */
#pragma once

#include "lectern-schedule-build.h"

G_BEGIN_DECLS

/* Turns the mentions in programme->persons into persons: the same guid or the same id
   with the same name, where it is not 0 and always has one name; else the same name.
   One name with several usable ids stays several persons, with a doubt. */
void lectern_schedule_people_resolve (LecternScheduleBuild *build);
/* Guids, codes and ids that several sessions claim stay with the first by day, start and
   title, however the file is sorted; the others lose them, with a doubt. */
void lectern_schedule_identities_check (LecternScheduleBuild *build);

G_END_DECLS
