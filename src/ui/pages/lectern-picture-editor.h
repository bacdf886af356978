/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture that is kept in a field of a record: shown, chosen from a file, taken away.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_PICTURE_EDITOR (lectern_picture_editor_get_type ())
G_DECLARE_FINAL_TYPE (LecternPictureEditor, lectern_picture_editor, LECTERN, PICTURE_EDITOR, AdwBin)

/* Of a field of bytes; each choice is an edit at once. Follows outside changes. @view is borrowed and
   outlives it. Main thread only. */
GtkWidget *lectern_picture_editor_new (LecternView *view, LecternKind kind, gint64 id, guint field);

/* @label before @widget, as in the dialogs about pages; it is the widget's accessible name too. */
GtkWidget *lectern_pages_row_new (const char *label, GtkWidget *widget);

G_END_DECLS
