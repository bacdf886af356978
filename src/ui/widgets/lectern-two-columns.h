/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page's main part with a narrow one beside it, or under it where the page is not
 * wide enough.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_TWO_COLUMNS (lectern_two_columns_get_type ())
G_DECLARE_FINAL_TYPE (LecternTwoColumns, lectern_two_columns, LECTERN, TWO_COLUMNS, GtkWidget)

/* (transfer floating) Takes both parts. */
GtkWidget *lectern_two_columns_new (GtkWidget *main_part, GtkWidget *side);

G_END_DECLS
