/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the reader of sample projects share.
 */
#pragma once

#include "lectern-edit.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  LecternEdit *edit;
  GDate monday;
  const char *language;
  GHashTable *keys;      /* to LecternSampleRecord */
  GHashTable *positions; /* by kind: GPtrArray of the keys still to be given out, last first */
} LecternSample;

typedef struct
{
  LecternKind kind;
  gint64 id;
} LecternSampleRecord;

/* The value that @node is for @field; what it refers to must have its id already. */
gboolean lectern_sample_value (LecternSample *sample, const LecternField *field, JsonNode *node,
                               LecternValue *value, GError **error);

/* FALSE, with an error that the file is wrong. */
gboolean lectern_sample_wrong (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
