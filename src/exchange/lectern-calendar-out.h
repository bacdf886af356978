/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

/* iCalendar (RFC 5545): one entry per day of the event and per session with a time.
   Texts in @language, which also gives the words around them. Two calls for one state
   give the same bytes. Sessions without a time are added to @omissions (may be NULL).
   NULL with @error where the event has no day yet: a calendar may not be empty. */
GBytes *lectern_calendar_write (const LecternProgramme *programme,
                                const char *language,
                                GPtrArray *omissions,
                                GError **error);

G_END_DECLS
