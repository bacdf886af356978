/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing in place: a control for one field of one record, by the field's type.
 *
 * Stores on Enter, on leaving, and within a second of typing; what one visit writes is
 * one step of undo. A wrong value stays in the field with its reason under it (css class
 * "error") and is not stored; so does one that the workspace could not take. Ctrl+Z
 * undoes typing until it is stored, and the workspace's last edit after that; Escape
 * gives up what is typed. Follows outside changes unless being typed in. Its accessible
 * name is the field's label. Main thread only.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_FIELD_EDITOR (lectern_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (LecternFieldEditor, lectern_field_editor, LECTERN, FIELD_EDITOR, AdwBin)

/* @id 0: nothing yet (insensitive). @language NULL: the record's source language. */
GtkWidget *lectern_field_editor_new (LecternView *view, LecternKind kind, gint64 id, guint field,
                                     const char *language);
/* The same with the field's label before it (above it where the text has several lines). */
GtkWidget *lectern_field_editor_new_labelled (LecternView *view, LecternKind kind, gint64 id,
                                              guint field, const char *language);
/* Stores what is typed for the record shown so far, then shows another. */
void lectern_field_editor_set_record (LecternFieldEditor *self, gint64 id, const char *language);
/* Reads the value anew unless being typed in. Done by itself when the workspace changes. */
void lectern_field_editor_refresh (LecternFieldEditor *self);
/* Stores what is typed now, as on leaving. FALSE: a wrong value is in it. */
gboolean lectern_field_editor_store (LecternFieldEditor *self);
/* Another label than the data description's, for the eye and the screen reader. */
void lectern_field_editor_set_label (LecternFieldEditor *self, const char *label);
/* Grey text in an empty entry; nothing for other controls. */
void lectern_field_editor_set_placeholder (LecternFieldEditor *self, const char *text);
/* The label that says why what is typed is not stored, to be placed where there is more room than under
   a narrow control. (transfer none) Once. */
GtkWidget *lectern_field_editor_take_reason (LecternFieldEditor *self);
/* The widget one types in, for tests and for css classes. */
GtkWidget *lectern_field_editor_get_target (LecternFieldEditor *self);
/* Why what is typed is not stored; NULL where all is well. */
const char *lectern_field_editor_get_error (LecternFieldEditor *self);

G_END_DECLS
