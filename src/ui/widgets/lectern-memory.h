/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Memory that is free, but that the C library keeps. Does nothing where it is not glibc's.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Threads share one pool; by default each begins its own, and what one thread freed there no other uses.
   Call before there are threads. */
void lectern_memory_begin (void);
/* Gives back to the system what is free, less than a millisecond. Any thread. */
void lectern_memory_give_back (void);

G_END_DECLS
