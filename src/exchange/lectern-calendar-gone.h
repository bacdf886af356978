/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

/* Adds the cancelled entry of what was public and is no longer. Its time is written in UTC,
   so that no zone has to be carried for it. @domain: right of the @ of our identities. */
void lectern_calendar_gone (GString *out, const LecternProgramme *programme, const LecternProgrammeGone *gone,
                            const char *domain);

G_END_DECLS
