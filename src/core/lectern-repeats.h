/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rule by which an entry of a calendar repeats (RFC 5545, 3.3.10), in words.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "every 2 weeks on Mon, Wed, 5 times, 1 exception" for "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=5
   EXDATE:20260617"; what has no words here stands as it came. @rule: NULL or "" gives "". */
char *lectern_repeats_in_words (const char *rule);

G_END_DECLS
