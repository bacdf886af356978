/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where an event stands on its way from save the date to as held.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

#define LECTERN_N_STEPS 5

typedef struct
{
  const char *key;   /* of release_step */
  const char *label; /* translated */
  gint64 release;    /* its newest release record; 0: none yet */
  gboolean reached;
  char *date;        /* since when it is public; NULL */
  char *due;         /* NULL */
} LecternStep;

/* Fills LECTERN_N_STEPS steps; the answer is the index of the next one (LECTERN_N_STEPS: all reached). */
guint lectern_ladder_read (LecternReader *reader, gint64 event, LecternStep *steps);
/* Frees what lectern_ladder_read() put into LECTERN_N_STEPS steps, but not these. */
void lectern_ladder_clear (LecternStep *steps);

G_END_DECLS
