/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two parts side by side, equally wide; one under the other where that would be too
 * narrow. The height is that of the taller one.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_COLUMNS (lectern_columns_get_type ())
G_DECLARE_FINAL_TYPE (LecternColumns, lectern_columns, LECTERN, COLUMNS, GtkWidget)

/* (transfer floating) Takes both parts, which are floating; @first is the upper one, or where
   reading begins. */
GtkWidget *lectern_columns_new (GtkWidget *first, GtkWidget *second);

G_END_DECLS
