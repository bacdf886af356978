/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a section that is a small record itself: its fields side by side, edited
 * in place, and a button that deletes it, with Undo.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

/* @fields: numbers ended by 0; the first takes the room that is left over. */
GtkWidget *lectern_record_row_new (LecternView *view, LecternKind kind, gint64 id, const guint *fields);
/* A button at the end of @row that deletes the record; @name is what one calls it. */
void lectern_row_add_delete (GtkWidget *row, LecternView *view, LecternKind kind, gint64 id, const char *name);
/* Deletes a record with a toast that can undo it. */
void lectern_record_delete (LecternView *view, LecternKind kind, gint64 id, const char *name);
/* The history of a record as rows of a section, newest first. */
GtkWidget *lectern_history_section_new (void);
/* @section: of lectern_history_section_new(). Shows the last few changes, read anew; none where
   @id is 0 or no workspace is open. */
void lectern_history_section_update (GtkWidget *section, LecternView *view, LecternKind kind, gint64 id);

G_END_DECLS
