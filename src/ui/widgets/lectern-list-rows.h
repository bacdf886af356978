/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists whose rows are made anew after an edit.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes all rows out. Where one of them had the keyboard, it comes back once the main loop is idle:
   to the row that is selected then, or to the one at the same place, or to what stands beside the
   list where that has none any more; unless somebody took it elsewhere. */
void lectern_list_rows_clear (GtkListBox *list);
/* The same for a box whose children are rows; in a row the keyboard comes to the last control where it
   was the last that had it. */
void lectern_box_rows_clear (GtkBox *box);

G_END_DECLS
