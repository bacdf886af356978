/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-memory.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define POOLS 2 /* the main thread's, and one of all others */

void
lectern_memory_begin (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, POOLS);
#endif
}

void
lectern_memory_give_back (void)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
}
