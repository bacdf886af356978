/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The list of a site's items: what waits for a decision, what goes out, what is done.
 */
#pragma once

#include "lectern-publish.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_SITE_WAITS,
  LECTERN_SITE_GOES_OUT,
  LECTERN_SITE_NOTHING_TO_DO,
  LECTERN_N_SITE_GROUPS,
} LecternSiteGroup;

/* By its action: what a person has to decide, what a run would write or remove, and the rest. */
LecternSiteGroup lectern_site_item_group (const LecternPublishItem *item);
/* How many of @items (of LecternPublishItem; NULL: none) are in @group. */
guint lectern_site_items_count (GPtrArray *items, LecternSiteGroup group);

/* A list box that shows them, scrolled by @at: of very many those far below what is seen come when
   it gets there. A row's index is not an item's: use lectern_site_items_row_item(). */
GtkWidget *lectern_site_items_new (GtkAdjustment *at);
/* @done: what the last publication said, or NULL; what failed then says why in its row while it still
   is to go out. */
void lectern_site_items_fill (GtkListBox *list, GPtrArray *items, GPtrArray *done);
/* What @row shows as it stands in @items, borrowed from them. NULL where @row is NULL (none is
   selected). */
const LecternPublishItem *lectern_site_items_row_item (GtkListBoxRow *row, GPtrArray *items);

G_END_DECLS
