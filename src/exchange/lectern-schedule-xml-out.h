/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

/* schedule.xml as pentabarf, frab, pretalx and the CCC hub know it; passes the public
   XSD of c3voc. What the schema has no place for is added to @omissions (of LecternDoubt,
   may be NULL). NULL with @error where the event has no day yet: the schema wants one. */
GBytes *lectern_schedule_xml_write (const LecternProgramme *programme,
                                    GPtrArray *omissions,
                                    GError **error);

G_END_DECLS
