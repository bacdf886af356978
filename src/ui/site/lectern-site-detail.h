/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One item of a site: what will change in it, in words; and where somebody edited it there,
 * the decision. Emits "decided" (guint: LecternSiteChoice).
 */
#pragma once

#include "lectern-site-job.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_SITE_DETAIL (lectern_site_detail_get_type ())
G_DECLARE_FINAL_TYPE (LecternSiteDetail, lectern_site_detail, LECTERN, SITE_DETAIL, AdwBin)

/* (transfer floating) Shows nothing until lectern_site_detail_show(). */
GtkWidget *lectern_site_detail_new (void);
/* @item NULL: none. TRUE where its texts are wanted. */
gboolean lectern_site_detail_show (LecternSiteDetail *self, const LecternPublishItem *item);
/* The texts of the item that is shown, which lectern_site_detail_show() wanted; borrowed for the
   call, their bytes are kept by reference. */
void lectern_site_detail_set_texts (LecternSiteDetail *self, const LecternSiteTexts *texts);

G_END_DECLS
