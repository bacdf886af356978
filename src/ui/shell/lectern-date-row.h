/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of a form in which a date is typed, in any of the forms people write.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @date: ISO; NULL: empty. "changed" comes with every key, as with an AdwEntryRow. */
GtkWidget *lectern_date_row_new (const char *title, const char *date);
/* The date (ISO); NULL where it is empty or none. g_free(). */
char *lectern_date_row_get (GtkWidget *row);
/* @date: ISO, shown as the person writes dates; NULL: empty. */
void lectern_date_row_set (GtkWidget *row, const char *date);
/* FALSE also for what is no date. */
gboolean lectern_date_row_is_empty (GtkWidget *row);
/* A wrong value stays where it is and is marked. */
void lectern_date_row_mark (GtkWidget *row, gboolean good);

G_END_DECLS
