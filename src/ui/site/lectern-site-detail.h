/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of a site: what will change; and where somebody edited it there, both
 * texts and the decision. Emits "decided" (gboolean ours).
 */
#pragma once

#include "lectern-publish.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_SITE_DETAIL (lectern_site_detail_get_type ())
G_DECLARE_FINAL_TYPE (LecternSiteDetail, lectern_site_detail, LECTERN, SITE_DETAIL, AdwBin)

GtkWidget *lectern_site_detail_new (void);
/* @item NULL: none. @base, @theirs, @ours (may be NULL): of an item that waits. */
void lectern_site_detail_show (LecternSiteDetail *self, const LecternPublishItem *item);
void lectern_site_detail_set_texts (LecternSiteDetail *self, GBytes *base, GBytes *theirs, GBytes *ours);

G_END_DECLS
