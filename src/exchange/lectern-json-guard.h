/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A strict look at JSON (RFC 8259) before a parser sees it: json-glib takes
 * malformed documents and its recursion overflows the stack on deep ones.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LECTERN_JSON_MAX_BYTES (32u << 20)
#define LECTERN_JSON_MAX_STRING (1u << 20)
#define LECTERN_JSON_MAX_DEPTH 64
/* A value counts 1, an array 3, an object 8: what a document tree needs in memory. */
#define LECTERN_JSON_MAX_COST 1200000

/* TRUE where @data is one JSON document within the limits; a byte order mark before it
   is allowed. Else an error of LECTERN_EXCHANGE_ERROR that names the line. Any thread. */
gboolean lectern_json_guard (const char *data, gsize length, GError **error);

G_END_DECLS
