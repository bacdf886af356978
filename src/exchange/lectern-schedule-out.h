/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the writers of schedule.xml and schedule.json share.
 */
#pragma once

#include "lectern-out.h"

G_BEGIN_DECLS

/* Both schemas want at least the dates. */
gboolean
lectern_schedule_out_check (const LecternProgramme *programme, const char *format, GError **error);
/* The version as typed or imported, else the time of the newest change. g_free(). */
char *lectern_schedule_out_version (const LecternProgramme *programme);
/* (transfer none) As the source says it, else the key of session_type, else "". */
const char *lectern_schedule_out_type (const LecternProgrammeSession *session);
/* What neither format can say. @biographies: whether it can tell about people. */
void lectern_schedule_out_omissions (const LecternProgramme *programme,
                                     gboolean biographies,
                                     GPtrArray *omissions);

G_END_DECLS
