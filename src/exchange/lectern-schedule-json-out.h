/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

/* schedule.json, first generation; passes the public JSON Schema of c3voc. What the
   schema has no place for is added to @omissions (of LecternDoubt, may be NULL). NULL
   with @error where the event has no day yet. */
GBytes *lectern_schedule_json_write (const LecternProgramme *programme,
                                     GPtrArray *omissions,
                                     GError **error);

G_END_DECLS
