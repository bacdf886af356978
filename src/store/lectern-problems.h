/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is known to be wrong with an event: what the agenda's rules find, a venue
 * without an address, texts that are missing or older than their source.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PROBLEM_ERROR,
  LECTERN_PROBLEM_WARNING,
  LECTERN_PROBLEM_HINT,
} LecternProblemLevel;

typedef enum
{
  LECTERN_PROBLEM_IN_AGENDA = 1 << 0,
  LECTERN_PROBLEM_IN_VENUES = 1 << 1,
  LECTERN_PROBLEM_IN_TEXTS = 1 << 2,
} LecternProblemArea;

typedef struct
{
  LecternProblemLevel level;
  LecternProblemArea area;
  char *what;       /* "Odile Varenquin is in two places" */
  char *why;        /* "Finance round and Panel overlap by 30 min" */
  char *where;      /* "Thu 10.00"; may be "" */
  LecternKind kind; /* the record that shows it */
  gint64 id;
} LecternProblem;
/* Not NULL. */
void lectern_problem_free (LecternProblem *problem);

GPtrArray *lectern_problems_find (LecternReader *reader, gint64 event);

G_END_DECLS
