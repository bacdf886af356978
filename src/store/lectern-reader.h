/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a workspace: a read-only connection, used on one thread at a time.
 */
#pragma once

#include "lectern-record.h"
#include <gio/gio.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_READER (lectern_reader_get_type ())
G_DECLARE_FINAL_TYPE (LecternReader, lectern_reader, LECTERN, READER, GObject)

/* Between begin and end every read sees one state. They nest. */
void lectern_reader_begin (LecternReader *reader);
/* Once for each lectern_reader_begin(); the outermost lets newer states be seen again. */
void lectern_reader_end (LecternReader *reader);

/* Forgets what it keeps to read the same faster, up to 2 MB: when nothing is to be read for a while. */
void lectern_reader_rest (LecternReader *reader);

/* Which state of the data this is: grows with every change. */
gint64 lectern_reader_moment (LecternReader *reader);

/* The record also when deleted (alive is FALSE then); NULL where there never was one. */
LecternRecord *lectern_reader_get (LecternReader *reader, LecternKind kind, gint64 id);
/* All living records of a kind, by id. Free with g_ptr_array_unref(). */
GPtrArray *lectern_reader_all (LecternReader *reader, LecternKind kind);
/* Living records whose @field has the integer or text @value, in the order of
   position where the kind has one, else by number, date or id. */
GPtrArray *lectern_reader_find (LecternReader *reader, LecternKind kind, guint field, gint64 value);
/* The same for a field that is stored as text: the whole source text, in the same case. */
GPtrArray *lectern_reader_find_text (LecternReader *reader, LecternKind kind, guint field, const char *value);
/* Living records that belong to (owner_kind, owner), for links, contact points and the like. */
GPtrArray *lectern_reader_owned (LecternReader *reader, LecternKind kind, LecternKind owner_kind, gint64 owner);
/* How many living records have @value in @field, which is stored as a number; @field 0: all
   living. 0 where the file cannot be read. */
gint64 lectern_reader_count (LecternReader *reader, LecternKind kind, guint field, gint64 value);
/* The name a record is listed by, in @language or its source. Never NULL. */
char *lectern_reader_name (LecternReader *reader, LecternKind kind, gint64 id, const char *language);

/* Who this workspace is: its UUID, "" where it cannot be read. Borrowed from the reader. */
const char *lectern_reader_workspace_uuid (LecternReader *reader);
/* The one WORKSPACE record; NULL where there is none. lectern_record_free(). */
LecternRecord *lectern_reader_workspace (LecternReader *reader);
/* The id of the living event with that short name, the lowest of several; 0: none. */
gint64 lectern_reader_event_by_slug (LecternReader *reader, const char *slug);

/* Lists for views write their own SELECT, in store/ only, through lectern-sqlite.h. */

G_END_DECLS
