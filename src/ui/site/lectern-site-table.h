/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes where: a line for each part of what is published, a column for each website, and
 * the addresses that people subscribe to.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_SITE_TABLE (lectern_site_table_get_type ())
G_DECLARE_FINAL_TYPE (LecternSiteTable, lectern_site_table, LECTERN, SITE_TABLE, AdwBin)

/* @view: it stands in. */
GtkWidget *lectern_site_table_new (LecternView *view);
/* Reads anew. @sites: of LecternSite. */
void lectern_site_table_fill (LecternSiteTable *self, GPtrArray *sites);

G_END_DECLS
