/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Entries of schedule.json, and the forms that their members take.
 */
#pragma once

#include "lectern-schedule-build.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  LecternScheduleBuild build;
  GHashTable *rooms_by_guid;  /* of second generation: name */
  GHashTable *tracks_by_slug; /* name */
  GHashTable *unknown;        /* members that a doubt has named already */
} LecternJsonReader;

/* NULL where the member is not there; "" where it is null or another kind of value. Numbers
   as they stand. Of a text in several languages the one of @language, else English, else the
   first by tag. */
char *lectern_json_line (JsonObject *object, const char *name);
char *lectern_json_prose (JsonObject *object, const char *name, const char *language);
JsonObject *lectern_json_object (JsonObject *object, const char *name); /* NULL: none */
JsonArray *lectern_json_array (JsonObject *object, const char *name);   /* NULL: none */
gint64 lectern_json_integer (JsonObject *object, const char *name, gint64 otherwise);
char *lectern_json_url (JsonObject *object, const char *name); /* a text, or {"url": …} */

/* @day and @room: where the entry stands, -1 and NULL in the second generation. */
void lectern_json_read_entry (
    LecternJsonReader *r, JsonObject *entry, int day, const char *room, char *where);
/* Any member of a list of persons; the index of the mention, or FALSE. */
gboolean lectern_json_read_person (LecternJsonReader *r, JsonNode *node, guint *index);

G_END_DECLS
