/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A card of the overview: icon, title, a count, a link to its place, and rows.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_CARD (lectern_card_get_type ())
G_DECLARE_FINAL_TYPE (LecternCard, lectern_card, LECTERN, CARD, AdwBin)

/* (transfer floating) Without rows; @title names its list for screen readers too. */
LecternCard *lectern_card_new (const char *icon, const char *title);
void lectern_card_set_count (LecternCard *self, guint count, gboolean work);
/* The quiet words after title and count, cut where there is no room for them. */
void lectern_card_set_detail (LecternCard *self, const char *text);
GtkWidget *lectern_card_add_link (LecternCard *self, const char *label, const char *place);
/* Takes a floating @widget and puts it at the end of the header. */
void lectern_card_add_header_widget (LecternCard *self, GtkWidget *widget);
void lectern_card_add_below (LecternCard *self, GtkWidget *widget);
/* @callback: as of GtkListBox's row-activated; not called when @data is gone. */
void lectern_card_on_activated (LecternCard *self, GCallback callback, GObject *data);
/* Takes away the rows and the sentence instead of them; count, detail and what is below stay. */
void lectern_card_clear (LecternCard *self);
/* Takes a floating @row and puts it under the others. */
void lectern_card_append (LecternCard *self, GtkWidget *row);
/* The sentence that stands there instead of rows. */
void lectern_card_set_empty (LecternCard *self, const char *text);
void lectern_card_note (LecternCard *self, const char *text);

/* A row of two lines; @end is short and stays on one line. */
GtkWidget *lectern_card_row_new (const char *title, const char *second, const char *end);

/* Shows @fields of a record for editing in place, pointing at @at inside @card. */
void lectern_card_edit (LecternCard *self, GtkWidget *at, LecternView *view, LecternKind kind, gint64 id,
                        const guint *fields, gsize n_fields);

G_END_DECLS
