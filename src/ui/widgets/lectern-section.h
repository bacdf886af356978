/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A part of a page: a heading with a count and buttons, over a card of rows. Where
 * there are no rows it says what to do, instead of an empty card.
 */
#pragma once

#include "lectern-record.h"
#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SECTION (lectern_section_get_type ())
G_DECLARE_FINAL_TYPE (LecternSection, lectern_section, LECTERN, SECTION, AdwBin)

/* @empty: the sentence that stands in for the rows. */
GtkWidget *lectern_section_new (const char *title, const char *empty);
/* Right of the heading, grey: "37", "registered / places". NULL: none. */
void lectern_section_set_count (LecternSection *self, const char *text);
/* A flat button at the end of the heading; @name is said by a screen reader. */
GtkWidget *lectern_section_add_button (LecternSection *self, const char *label, const char *name,
                                       const char *action);
/* Any other widget at the end of the heading. */
void lectern_section_add_header_widget (LecternSection *self, GtkWidget *widget);
/* Takes all rows out. What lectern_section_begin() was told last is not forgotten. */
void lectern_section_clear (LecternSection *self);
/* For rows with fields in them, which must not be made anew while one types: TRUE and cleared
   where these @records (of LecternRecord) are not the ones it showed last. */
gboolean lectern_section_begin (LecternSection *self, GPtrArray *records);
/* @row: (transfer floating), of lectern_row_new() and the like. */
void lectern_section_append (LecternSection *self, GtkWidget *row);
/* (transfer none) NULL: none. */
GtkWidget *lectern_section_first_row (LecternSection *self);

/* A row of two lines with a grey text at its end; @second and @end may be NULL. */
GtkWidget *lectern_row_new (const char *title, const char *second, const char *end);
/* @row: of lectern_row_new() or lectern_row_new_for(). @widget: (transfer floating), goes before
   all that is in it. */
void lectern_row_add_prefix (GtkWidget *row, GtkWidget *widget);
/* As lectern_row_add_prefix(), behind all that is in it. */
void lectern_row_add_suffix (GtkWidget *row, GtkWidget *widget);
/* Enter and click go to the record. */
void lectern_row_set_opens (GtkWidget *row, LecternView *view, LecternKind kind, gint64 id);
/* A row of anything. */
GtkWidget *lectern_row_new_for (GtkWidget *child);

/* A flat button of an icon with its name as tooltip and for the screen reader. */
GtkWidget *lectern_icon_button_new (const char *icon, const char *name, const char *action);
/* A grey text of small print. */
GtkWidget *lectern_quiet_label_new (const char *text);

G_END_DECLS
