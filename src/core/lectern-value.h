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

LecternValue lectern_value_integer (gint64 integer);
LecternValue lectern_value_real (double real);
LecternValue lectern_value_text (const char *text); /* NULL gives empty; "" too */
LecternValue lectern_value_take_text (char *text);
LecternValue lectern_value_bytes (gconstpointer data, gsize length);
LecternValue lectern_value_ids (const gint64 *ids, gsize n); /* REFERENCES */
LecternValue lectern_value_texts (const char *const *texts); /* TEXTS, LANGUAGES */
LecternValue lectern_value_copy (const LecternValue *value);
void lectern_value_clear (LecternValue *value);
gboolean lectern_value_equal (const LecternValue *a, const LecternValue *b);
const char *lectern_value_get_text (const LecternValue *value); /* NULL where empty */
gint64 lectern_value_get_integer (const LecternValue *value);   /* 0 where empty */
gint64 *lectern_value_get_ids (const LecternValue *value, gsize *n); /* g_free() */
char **lectern_value_get_texts (const LecternValue *value);     /* g_strfreev() */
gboolean lectern_value_is_valid (const LecternField *field, const LecternValue *value, GError **error);

/* What a person or a script typed becomes a value of the field's type. */
gboolean lectern_value_parse (const LecternField *field, const char *text, LecternValue *value, GError **error);

/* A group's value: (field number, value) pairs, unknown numbers kept. */
void lectern_group_pack (GByteArray *out, guint field_number, const LecternValue *value);
typedef struct
{
  const guint8 *at;
  const guint8 *end;
} LecternGroupReader;
void lectern_group_reader_init (LecternGroupReader *reader, gconstpointer data, gsize length);
gboolean lectern_group_reader_next (LecternGroupReader *reader, guint *field_number, LecternValue *value);

/* Variable length numbers of the packed form; also used for contexts. */
void lectern_pack_number (GByteArray *out, guint64 number);
gboolean lectern_unpack_number (const guint8 **at, const guint8 *end, guint64 *number);

#define LECTERN_VALUE_ERROR (lectern_value_error_quark ())
GQuark lectern_value_error_quark (void);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternValue, lectern_value_clear)

G_END_DECLS
