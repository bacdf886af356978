/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An edit: a labelled, atomic set of field values. Nothing else can write.
 * Build one on any thread, then hand it to lectern_workspace_commit().
 */
#pragma once

#include "lectern-value.h"

G_BEGIN_DECLS

typedef struct _LecternEdit LecternEdit;

/* @label: a sentence in the person's language, "Move “Lunch”"; shown by undo and history. */
LecternEdit *lectern_edit_new (const char *label);
/* (transfer full), the same one. Any thread. */
LecternEdit *lectern_edit_ref (LecternEdit *edit);
/* Any thread; NULL is fine. */
void lectern_edit_unref (LecternEdit *edit);
/* Copied; NULL is "". */
void lectern_edit_set_label (LecternEdit *edit, const char *label);
/* Borrowed until the label is set again; never NULL. */
const char *lectern_edit_get_label (LecternEdit *edit);
/* Whether it names no record; one that sets what is so already is not empty, though its commit
   writes nothing. */
gboolean lectern_edit_is_empty (LecternEdit *edit);

/* A new record; its id is final at once. Not for link kinds. */
gint64 lectern_edit_create (LecternEdit *edit, LecternKind kind);
/* A link row: the values of the kind's LINKS fields in their order give its id.
   Linking what is linked already revives or keeps that row. */
gint64 lectern_edit_link (LecternEdit *edit, LecternKind kind, ...);
/* The same, for values that are known only when running; n of them, copied. */
gint64 lectern_edit_link_values (LecternEdit *edit, LecternKind kind, const LecternValue *values, guint n);

/* Sets a field; @language NULL or the record's own is the source text. Takes @value.
   A second value for the same field replaces the first. */
void lectern_edit_set (LecternEdit *edit, LecternKind kind, gint64 id, guint field, const char *language, LecternValue value);
/* The source text, copied; NULL and "" clear the field. */
void lectern_edit_set_text (LecternEdit *edit, LecternKind kind, gint64 id, guint field, const char *text);
/* Also of booleans, times, instants and references; 0 is a value, see lectern_edit_clear(). */
void lectern_edit_set_integer (LecternEdit *edit, LecternKind kind, gint64 id, guint field, gint64 integer);
/* Makes the source value empty. */
void lectern_edit_clear (LecternEdit *edit, LecternKind kind, gint64 id, guint field);
/* The record has to be in the workspace, else the whole commit is refused; one that the same edit
   made is then not made. One that is deleted already stays so. What the edit sets of it is not
   written. */
void lectern_edit_delete (LecternEdit *edit, LecternKind kind, gint64 id);
/* Brings a deleted record back as it was; a living one stays as it is. Setting a field to another
   value does so too. */
void lectern_edit_revive (LecternEdit *edit, LecternKind kind, gint64 id);
/* Records the current value on purpose, as the decision on a review item. */
void lectern_edit_confirm (LecternEdit *edit, LecternKind kind, gint64 id, guint group, const char *language);

/* Bookkeeping (what was published, say): in the history, but not a step of undo. */
void lectern_edit_set_bookkeeping (LecternEdit *edit);
/* Edits of one visit to a field (any random number) are one step of undo and one line of history. */
void lectern_edit_set_visit (LecternEdit *edit, gint64 visit);
/* Commit only if nothing was written since @moment (lectern_reader_moment ()). */
void lectern_edit_set_basis (LecternEdit *edit, gint64 moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternEdit, lectern_edit_unref)

G_END_DECLS
