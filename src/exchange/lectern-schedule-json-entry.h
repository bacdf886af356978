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

/* A member on one line. NULL where it is not there; "" where it is null or another kind of value;
   whole numbers as they stand. Of a text in several languages the English one, else the first by
   tag. g_free(). */
char *lectern_json_line (JsonObject *object, const char *name);
/* Likewise with its lines, and in @language where it is there. @language: (nullable). */
char *lectern_json_prose (JsonObject *object, const char *name, const char *language);
/* (transfer none) NULL where the member is not there or no object. */
JsonObject *lectern_json_object (JsonObject *object, const char *name);
/* (transfer none) NULL where the member is not there or no array. */
JsonArray *lectern_json_array (JsonObject *object, const char *name);
/* A whole number, also one that stands there as a text; else @otherwise. */
gint64 lectern_json_integer (JsonObject *object, const char *name, gint64 otherwise);
/* A text, or that of {"url": …}, as lectern_json_line() gives it. g_free(). */
char *lectern_json_url (JsonObject *object, const char *name);

/* @day and @room: where the entry stands, -1 and NULL in the second generation. Takes @where. */
void lectern_json_read_entry (
    LecternJsonReader *r, JsonObject *entry, int day, const char *room, char *where);
/* Any member of a list of persons; the index of the mention, or FALSE. */
gboolean lectern_json_read_person (LecternJsonReader *r, JsonNode *node, guint *index);

G_END_DECLS
