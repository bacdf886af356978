/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What becomes different, line by line: "-old" and "+new", at most @limit lines of it
   and then "…". NULL where nothing does, "" for what is no text. g_free(). */
char *lectern_difference (GBytes *before, GBytes *after, guint limit);

G_END_DECLS
