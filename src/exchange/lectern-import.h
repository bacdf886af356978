/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Bringing a programme in: a file becomes a plan, and the plan one edit. Nothing is
 * written here; hand the edit to lectern_workspace_commit().
 *
 * Records are known again by guid, else code, else id, else a unique title, day and
 * start. Untouched here: theirs is taken; changed here only: ours stays; changed on both
 * sides: ours stays and a warning says so. So the same file twice changes nothing.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-programme.h"
#include "lectern-schedule-xml-in.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_IMPORT_CREATED,
  LECTERN_IMPORT_UPDATED,
  LECTERN_IMPORT_UNCHANGED,
  LECTERN_IMPORT_CANCELLED,
} LecternImportOutcome;

typedef struct
{
  gint64 event;          /* into this event; 0: the one of the same source, else a new one */
  gboolean allow_cancel; /* also where more than a fifth of the sessions has disappeared */
  LecternProgressFunc progress;
  gpointer progress_data;
} LecternImportOptions;

/* What happens to one record of the file. */
typedef struct
{
  LecternImportOutcome outcome;
  LecternKind kind;
  gint64 id;   /* of a new one the id that it will have */
  char *name;  /* as the file says; may be NULL */
  char *where; /* its place in the file; NULL where that is not known */
} LecternImportItem;

typedef struct _LecternImport LecternImport;

/* The content of a file, refused where it is larger than a programme can be. */
GBytes *lectern_import_load (GFile *file, GCancellable *cancellable, GError **error);

/* Any thread, with a reader of that thread; @file_name is for messages only and may be NULL,
   and so may @options. NULL and one sentence in LECTERN_EXCHANGE_ERROR where the file is not
   read. Free with lectern_import_free(). */
LecternImport *lectern_import_plan (LecternReader *reader,
                                    GBytes *file,
                                    const char *file_name,
                                    const LecternImportOptions *options,
                                    GCancellable *cancellable,
                                    GError **error);
/* The same for a programme that is read already; takes @programme. */
LecternImport *lectern_import_plan_programme (LecternReader *reader,
                                              LecternProgramme *programme,
                                              const LecternImportOptions *options,
                                              GCancellable *cancellable,
                                              GError **error);
/* NULL is fine. The edit goes too, unless somebody else has a reference. */
void lectern_import_free (LecternImport *import);

/* (transfer none) NULL where nothing changes. It must not be committed while a decision is needed.
 */
LecternEdit *lectern_import_edit (LecternImport *import);
/* The event it goes into; of a new one the id that it will have. */
gint64 lectern_import_event (LecternImport *import);
/* More than a fifth of the source's sessions has disappeared: plan again with allow_cancel,
   or leave it. */
gboolean lectern_import_needs_decision (LecternImport *import);
/* (transfer none) What the file says, as it was read. */
const LecternProgramme *lectern_import_programme (LecternImport *import);

/* Of records with this outcome; also of roles, links and attachments, which are no items. */
guint lectern_import_count (LecternImport *import, LecternImportOutcome outcome, LecternKind kind);
/* (transfer none) Of LecternImportItem, in the order in which they were merged. */
GPtrArray *lectern_import_items (LecternImport *import);
/* (transfer none) Of LecternDoubt: those of the file first, then what could not be taken. */
GPtrArray *lectern_import_skipped (LecternImport *import);
/* (transfer none) Of char *, sentences. */
GPtrArray *lectern_import_warnings (LecternImport *import);
/* {"format","created":{kind:n},"updated":{},"unchanged":{},"cancelled":{},
   "skipped":[{"where","why"}],"warnings":[]}, and "event" with its id; g_free(). */
char *lectern_import_to_json (LecternImport *import);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternImport, lectern_import_free)

G_END_DECLS
