/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of lectern_verify() share.
 */
#pragma once

#include "lectern-sqlite.h"

G_BEGIN_DECLS

typedef struct
{
  LecternDb *db;
  GPtrArray *problems; /* of char * */
} LecternVerify;

/* A problem where @count is not 0. @what: translated, without a full stop. */
void lectern_verify_count (LecternVerify *verify, const char *what, gint64 count);

/* The values shown against the heads of their cells. */
void lectern_verify_heads (LecternVerify *verify);
/* What changes say they touched against what is there. */
void lectern_verify_changes (LecternVerify *verify);

G_END_DECLS
