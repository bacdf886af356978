/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line to type in of a form, with room for the sentence that says what is wrong with it.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *row;
  GtkWidget *said; /* the row below it, hidden while there is nothing to say */
  GtkLabel *words;
} LecternSiteField;

/* Appends @row to the @group, and below it the place for the sentence. */
void lectern_site_field_init (LecternSiteField *field, GtkWidget *group, GtkWidget *row);
/* @sentence NULL: nothing is wrong with it. It goes by itself when something else is typed. */
void lectern_site_field_say (LecternSiteField *field, const char *sentence);
/* A line that is not shown counts as empty, see lectern_site_field_dup_text(). */
void lectern_site_field_show (LecternSiteField *field, gboolean show);
/* Without the space around it; NULL: empty or not shown. g_free(). */
char *lectern_site_field_dup_text (const LecternSiteField *field);

G_END_DECLS
