/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an edit holds, for the one function that writes it (lectern-commit.c).
 */
#pragma once

#include "lectern-edit.h"

G_BEGIN_DECLS

typedef struct
{
  guint16 field;      /* LECTERN_EDIT_CONFIRM: a group */
  gboolean confirm;
  char *language;     /* NULL or "": the source text */
  LecternValue value;
} LecternEditValue;

typedef enum
{
  LECTERN_EDIT_CHANGES,
  LECTERN_EDIT_CREATES,
  LECTERN_EDIT_LINKS,   /* creates unless it is there */
  LECTERN_EDIT_DELETES,
  LECTERN_EDIT_REVIVES,
} LecternEditAction;

typedef struct
{
  LecternKind kind;
  gint64 id;
  LecternEditAction action;
  gboolean made;      /* created or linked by this edit, whatever became of it */
  GArray *values;     /* of LecternEditValue */
} LecternEditRecord;

struct _LecternEdit
{
  gatomicrefcount references;
  char *label;
  gint64 base;        /* ids are counted up from here */
  gint64 visit;
  gint64 basis;       /* -1: any */
  gboolean bookkeeping;
  GPtrArray *records; /* of LecternEditRecord, in the order they came */
  GHashTable *by_row; /* LecternEditRecord -> itself */
  LecternEditRecord *last; /* borrowed */
};

G_END_DECLS
