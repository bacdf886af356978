/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records as JSON: the field names of the data description, ids as decimal
 * strings, references as names plus "…_id", empty as null.
 */
#pragma once

#include "lectern-cli.h"

G_BEGIN_DECLS

/* One object at the builder's place. @language: NULL for the source texts. */
void lectern_cli_add_record (JsonBuilder *json, LecternReader *reader, const LecternRecord *record, const char *language);
/* The value of one field, as it stands in that object. */
void lectern_cli_add_value (JsonBuilder *json, const LecternField *field, const LecternValue *value);

/* When a session begins, local: "2026-06-17T09:40"; NULL where it has no time. g_free(). */
char *lectern_cli_session_start (LecternReader *reader, const LecternRecord *session);

G_END_DECLS
