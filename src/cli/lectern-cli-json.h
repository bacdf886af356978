/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records as JSON: the field names of the data description, ids as decimal
 * strings, references as names plus "…_id", empty as null.
 */
#pragma once

#include "lectern-cli.h"

G_BEGIN_DECLS

/* What records point to, looked up once: a thousand sessions have one event and few rooms. */
typedef struct _LecternCliLookup LecternCliLookup;
/* @language: NULL for the source texts. @reader is borrowed and has to outlive it. */
LecternCliLookup *lectern_cli_lookup_new (LecternReader *reader, const char *language);
/* @lookup is not NULL. */
void lectern_cli_lookup_free (LecternCliLookup *lookup);

/* One object at the builder's place. */
void lectern_cli_add_record (JsonBuilder *json, LecternCliLookup *lookup, const LecternRecord *record);
/* The value of one field, as it stands in that object. */
void lectern_cli_add_value (JsonBuilder *json, const LecternField *field, const LecternValue *value);

/* When a session begins, local: "2026-06-17T09:40"; NULL where it has no time. g_free(). */
char *lectern_cli_session_start (LecternCliLookup *lookup, const LecternRecord *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCliLookup, lectern_cli_lookup_free)

G_END_DECLS
