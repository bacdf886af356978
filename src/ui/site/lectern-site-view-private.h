/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the website's view share: lectern-site-view.c (looking, publishing,
 * deciding) and lectern-site-view-sites.c (which sites there are).
 */
#pragma once

#include "lectern-site-detail.h"
#include "lectern-site-items.h"
#include "lectern-site-job.h"
#include "lectern-site-preview.h"
#include "lectern-site-view.h"
#include "lectern-site.h"

G_BEGIN_DECLS

struct _LecternSiteView
{
  LecternView parent_instance;

  /* owned */
  GPtrArray *sites;           /* of LecternSite */
  LecternSiteAnswer *answer;  /* of the last look; NULL */
  GCancellable *cancellable;  /* of the run that is on; NULL */
  LecternSitePreview *preview;
  GtkWidget *buttons;         /* at the end of the header */
  gint64 site;                /* the shown one; 0 none */
  gint64 previewed;
  gboolean look_again;        /* something changed while a run was on */

  /* borrowed: children */
  GtkStack *stack;
  GtkWidget *site_buttons;
  GtkListBox *list;
  LecternSiteDetail *detail;
  GtkLabel *foot;
  GtkProgressBar *progress;
  GtkButton *publish;
};

/* lectern-site-view.c */
void lectern_site_view_look (LecternSiteView *self);
void lectern_site_view_show_answer (LecternSiteView *self);

/* lectern-site-view-sites.c */
const LecternSite *lectern_site_view_current_site (LecternSiteView *self);
void lectern_site_view_show_sites (LecternSiteView *self);
void lectern_site_view_choose_site (LecternSiteView *self, gint64 site);
void lectern_site_view_install_site_actions (GtkWidgetClass *widget_class);

G_END_DECLS
