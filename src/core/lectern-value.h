/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The value of one field, and the packed value of a field group.
 */
#pragma once

#include "lectern-description.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_VALUE_EMPTY,
  LECTERN_VALUE_INTEGER,
  LECTERN_VALUE_REAL,
  LECTERN_VALUE_TEXT,
  LECTERN_VALUE_BYTES,
} LecternValueType;

typedef struct
{
  LecternValueType type;
  union
  {
    gint64 integer;
    double real;
    gsize length; /* of text or bytes, without the closing NUL */
  };
  char *data; /* owned; NUL-terminated also for bytes */
} LecternValue;

#define LECTERN_EMPTY ((LecternValue){ .type = LECTERN_VALUE_EMPTY })

/* Also of booleans, times, instants and references: whatever is stored as a whole number. */
LecternValue lectern_value_integer (gint64 integer);
/* @real as it is; lectern_value_is_valid() takes finite ones only. */
LecternValue lectern_value_real (double real);
/* A copy of @text; NULL and "" give empty. lectern_value_clear(). */
LecternValue lectern_value_text (const char *text);
/* Takes @text over, which g_free() frees; NULL and "" give empty. */
LecternValue lectern_value_take_text (char *text);
/* A copy, with a NUL behind it; no bytes give empty. lectern_value_clear(). */
LecternValue lectern_value_bytes (gconstpointer data, gsize length);
LecternValue lectern_value_ids (const gint64 *ids, gsize n);
LecternValue lectern_value_texts (const char *const *texts);
/* With data of its own; lectern_value_clear(). */
LecternValue lectern_value_copy (const LecternValue *value);
/* Frees what it holds and makes it empty; not @value itself. */
void lectern_value_clear (LecternValue *value);
/* The same type and the same bytes; of reals too: 0 and -0 differ, NaN is equal to itself. */
gboolean lectern_value_equal (const LecternValue *a, const LecternValue *b);
/* Borrowed from @value; NULL for all that is no text, bytes too. */
const char *lectern_value_get_text (const LecternValue *value);
/* 0 for all that is no whole number. */
gint64 lectern_value_get_integer (const LecternValue *value);
gint64 *lectern_value_get_ids (const LecternValue *value, gsize *n);
char **lectern_value_get_texts (const LecternValue *value);
gboolean lectern_value_is_valid (const LecternField *field, const LecternValue *value, GError **error);

/* What a person or a script typed becomes a value of the field's type. */
gboolean lectern_value_parse (const LecternField *field, const char *text, LecternValue *value, GError **error);

void lectern_group_pack (GByteArray *out, guint field_number, const LecternValue *value);
typedef struct
{
  const guint8 *at;
  const guint8 *end;
} LecternGroupReader;
/* From the first pair on; @data is borrowed until the reading is over. */
void lectern_group_reader_init (LecternGroupReader *reader, gconstpointer data, gsize length);
gboolean lectern_group_reader_next (LecternGroupReader *reader, guint *field_number, LecternValue *value);

/* Appends @number in LEB128, one to ten bytes; also used for contexts. */
void lectern_pack_number (GByteArray *out, guint64 number);
gboolean lectern_unpack_number (const guint8 **at, const guint8 *end, guint64 *number);

#define LECTERN_VALUE_ERROR (lectern_value_error_quark ())
/* The domain of errors about values; each has the code 0 and is one sentence for the person. */
GQuark lectern_value_error_quark (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternValue, lectern_value_clear)

G_END_DECLS
