/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a programme becomes one edit: what exists is loaded once, matched, and merged
 * record by record against the value that came from this source the last time.
 */
#pragma once

#include "lectern-import.h"

G_BEGIN_DECLS

#define LECTERN_IMPORT_MAX_FIELDS 48

/* Lists that belong to a session are remembered like groups. */
enum
{
  LECTERN_IMPORT_ROLES = 1001,
  LECTERN_IMPORT_LINKS = 1002,
  LECTERN_IMPORT_ATTACHMENTS = 1003,
};

struct _LecternImport
{
  LecternProgramme *programme;
  LecternReader *reader; /* only while planning */
  GCancellable *cancellable;
  LecternImportOptions options;
  LecternEdit *edit;
  char *source;
  gint64 event;
  gboolean event_is_new;
  gint64 venue;
  GHashTable *refs;     /* LecternImportKey: the SOURCE_REF record */
  GPtrArray *loaded;    /* what keeps all records that are pointed to */
  GHashTable *lists[3]; /* session id: GPtrArray of SESSION_ROLE, LINK, ATTACHMENT records */
  gint64 *days, *rooms, *tracks, *persons; /* ids by index of the programme */
  GHashTable *natives;                     /* session of the programme: what the source calls it */
  GHashTable *gone;                        /* ids of records that were deleted here */
  GPtrArray *skipped, *warnings, *items;
  guint counts[4][LECTERN_N_KINDS + 1];
  gboolean needs_decision;
};

typedef struct
{
  LecternKind kind;
  gint64 id;
} LecternImportKey;

/* What the file says about one record, by field index. */
typedef struct
{
  LecternKind kind;
  LecternValue values[LECTERN_IMPORT_MAX_FIELDS];
  gboolean said[LECTERN_IMPORT_MAX_FIELDS];
  const char *where;
} LecternImportFields;

/* A record that items of the file may be. */
typedef struct
{
  LecternRecord *record;
  gboolean of_source; /* came from this source before */
  gboolean taken;
} LecternCandidate;

/* lectern-import-fields.c */
/* Nothing is said yet. @where is borrowed and may be NULL. */
void lectern_import_fields_init (LecternImportFields *fields, LecternKind kind, const char *where);
/* Frees the values that nobody took; @fields itself is the caller's. */
void lectern_import_fields_clear (LecternImportFields *fields);
void lectern_import_say (LecternImport *import,
                         LecternImportFields *fields,
                         guint field,
                         LecternValue value);
void lectern_import_say_text (LecternImport *import,
                              LecternImportFields *fields,
                              guint field,
                              const char *text);
/* Said in any case, also 0. */
void lectern_import_say_number (LecternImport *import,
                                LecternImportFields *fields,
                                guint field,
                                gint64 number);
guint64 lectern_import_hash (guint64 hash, gconstpointer data, gsize length);
/* One for each group, by its number; 0 where all its values are empty. @said NULL: all count. */
void lectern_import_hash_groups (const LecternKindInfo *info,
                                 const LecternValue *values,
                                 const gboolean *said,
                                 guint64 hashes[LECTERN_IMPORT_MAX_FIELDS + 1]);

/* What was imported the last time, by group; 0: nothing. */
typedef struct
{
  guint group;
  guint64 hash;
} LecternLastValue;
/* (transfer full) Of LecternLastValue, out of LECTERN_SOURCE_REF_LAST_VALUES. NULL and what is no
   bytes give none; what is damaged is read as far as it goes. */
GArray *lectern_last_values_parse (const LecternValue *bytes);
/* 0: nothing of this group was imported. */
guint64 lectern_last_values_get (GArray *last, guint group);
/* Keeps the order of the groups; @hash 0 takes the group out. */
void lectern_last_values_set (GArray *last, guint group, guint64 hash);
/* (transfer full) The way back of lectern_last_values_parse(); LECTERN_EMPTY where there are
   none. */
LecternValue lectern_last_values_pack (GArray *last);

/* lectern-import-extra.c */
/* Takes a JSON object or NULL; gives the same with all members in the order of their names. */
char *lectern_import_sort_extra (char *extra);

/* lectern-import-merge.c */
/* (transfer none) The SOURCE_REF by which a record came from this source; NULL: it did not. */
LecternRecord *lectern_import_ref (LecternImport *import, LecternKind kind, gint64 id);
/* One more sentence for the person. */
void lectern_import_warn (LecternImport *import, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* One more doubt: what of the file is left out, and why. @where: (nullable). */
void lectern_import_skip (LecternImport *import, const char *where, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

typedef struct
{
  LecternImport *import;
  LecternKind kind;
  gint64 id;
  LecternRecord *current; /* NULL: new */
  LecternRecord *ref;     /* NULL: not from this source yet */
  GArray *last;
  gboolean changed;
  LecternImportItem *item; /* told of when the record is done */
} LecternMerge;
/* Takes the fields in: creates the record where @current is NULL. */
void lectern_merge_begin (LecternMerge *merge,
                          LecternImport *import,
                          LecternRecord *current,
                          LecternImportFields *fields);
typedef enum
{
  LECTERN_MERGE_KEEP, /* nothing to do, or ours stays */
  LECTERN_MERGE_TAKE, /* theirs is to be written */
} LecternMergeDecision;
/* Decides about one group by its hashes, notes it and warns of conflicts. @label: untranslated. */
LecternMergeDecision lectern_merge_decide (
    LecternMerge *merge, guint group, guint64 theirs, guint64 ours, const char *label);
/* Writes the source_ref and counts. */
void lectern_merge_end (LecternMerge *merge, const char *native_id, const char *extra);

/* lectern-import-match.c */
/* @living, and those of this source that were deleted here and whose @field (0: any) is @owner. */
GArray *lectern_import_candidates (
    LecternImport *import, GPtrArray *living, LecternKind kind, guint field, gint64 owner);
/* The record of each day of the programme by its index, NULL where it is new; the array is freed
   with g_free(), its records are lent. By what the source called it, then date, then number where
   neither has a date. */
LecternRecord **lectern_import_match_days (LecternImport *import, GArray *candidates);
/* Likewise of rooms: by guid, then what the source called it, then name. */
LecternRecord **lectern_import_match_rooms (LecternImport *import, GArray *candidates);
/* Likewise of tracks: by what the source called it, then name, then short name. */
LecternRecord **lectern_import_match_tracks (LecternImport *import, GArray *candidates);
/* lectern-import-known.c */
LecternRecord **lectern_import_match_persons (LecternImport *import, GArray *candidates);
/* Likewise of sessions, once days and rooms are there: by guid, code, number, what the source
   called it, then day, start and title. A guid that was only made of the record is cleared in the
   programme. */
LecternRecord **lectern_import_match_sessions (LecternImport *import, GArray *candidates);
/* Fills natives: what stands as native_id of each session. A guid of this workspace loses the "@…"
   that a calendar gives it. */
void lectern_import_name_sessions (LecternImport *import);
/* What stands as native_id of a person: guid, code, number with name, or the name. g_free(). */
char *lectern_import_person_key (const LecternProgrammePerson *person);

/* One way of knowing a record: the text that a record and an item have in common, or NULL.
   Only items that do not contradict may match. */
typedef struct
{
  char *(*of_record) (LecternImport *import, const LecternRecord *record);
  char *(*of_item) (LecternImport *import, gconstpointer item);
  gboolean source_only;
} LecternMatchWay;

typedef gboolean (*LecternAgreeFunc) (const LecternRecord *record, gconstpointer item);

/* For each of @items the candidate that it is, NULL where it is none; the first way that finds one
   counts. A text that several candidates have finds none. @agree: (nullable). Notes in the
   candidates that they are taken. g_free(); the records are lent. */
LecternRecord **lectern_import_match (LecternImport *import,
                                      GArray *candidates,
                                      GPtrArray *items,
                                      const LecternMatchWay *ways,
                                      guint n_ways,
                                      LecternAgreeFunc agree);
/* A copy, g_free(); NULL for NULL and "". */
char *lectern_match_not_empty (const char *text);
/* In decimals, g_free(); NULL where it is not positive. */
char *lectern_match_number_text (gint64 number);
gboolean lectern_match_contradict (const char *a, const char *b, gboolean *comparable);
char *lectern_match_native_id (LecternImport *import, const LecternRecord *record);

/* lectern-import-event.c */
/* Sets source, refs and event: the one that came from this source, else the one of the options, 0
   for a new one. FALSE with @error where that of the options does not exist. */
gboolean lectern_import_find_event (LecternImport *import, GError **error);
/* Merges the event, a new one where there is none, and the venue that its rooms belong to. */
void lectern_import_event_records (LecternImport *import);

/* lectern-import-parts.c: after the event */
/* Merges the rooms into the venue and fills rooms. What was deleted here stays deleted, here and in
   those below. */
void lectern_import_rooms (LecternImport *import);
/* Merges the tracks of the event and fills tracks. */
void lectern_import_tracks (LecternImport *import);
/* Merges the days of the event and fills days. */
void lectern_import_days (LecternImport *import);
/* Merges the persons into those of the whole workspace and fills persons; warns of namesakes. */
void lectern_import_persons (LecternImport *import);

/* lectern-import-sessions.c */
/* Merges the sessions, after all that they point to, and cancels what a complete file does not have
   any more. FALSE with G_IO_ERROR_CANCELLED. */
gboolean lectern_import_sessions (LecternImport *import, GError **error);

/* lectern-import-lists.c */
/* Fills lists with what hangs on the sessions of the workspace; with nothing where the event is
   new. */
void lectern_import_load_lists (LecternImport *import);
/* Merges people, links and attachments of one session, each list as a whole; before
   lectern_merge_end(). */
void lectern_import_session_lists (LecternMerge *merge, const LecternProgrammeSession *session);

G_END_DECLS
