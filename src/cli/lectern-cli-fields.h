/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FIELD=VALUE and FIELD@LANG=VALUE, as add and set take them.
 */
#pragma once

#include "lectern-cli.h"

G_BEGIN_DECLS

typedef struct
{
  const LecternField *field;
  char *language; /* NULL: the source text */
  LecternValue value;
} LecternAssignment;

/* Of LecternAssignment; *status is set where NULL is returned, after saying what is wrong. */
GArray *lectern_cli_assignments (LecternCli *cli, LecternKind kind, char **arguments, int n, int *status);

G_END_DECLS
