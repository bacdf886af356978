/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the website's view share: lectern-site-view.c (the widget),
 * lectern-site-view-sites.c (which sites there are), lectern-site-view-look.c (what stands
 * there) and lectern-site-view-publish.c (publishing, deciding).
 */
#pragma once

#include "lectern-site-detail.h"
#include "lectern-site-items.h"
#include "lectern-site-job.h"
#include "lectern-site-notice.h"
#include "lectern-site-preview.h"
#include "lectern-site-run.h"
#include "lectern-site-table.h"
#include "lectern-site-view.h"
#include "lectern-site.h"

G_BEGIN_DECLS

/* What the last look at a site found. */
typedef struct
{
  LecternSiteAnswer *answer; /* NULL where there was none yet */
  GError *error;             /* of the last try; NULL */
  gint64 when;               /* an instant; 0: never */
  gboolean read_all;
} LecternSiteSeen;

struct _LecternSiteView
{
  LecternView parent_instance;

  /* owned */
  GPtrArray *sites;          /* of LecternSite */
  GHashTable *seen;          /* ids of sites to LecternSiteSeen */
  GCancellable *looking;     /* of the look that is on; NULL */
  guint look_soon;           /* the timer of the next one */
  GCancellable *comparing;   /* of the item whose texts are being read; NULL */
  LecternSiteRun *run;       /* the one of this workspace; NULL */
  LecternSitePreview *preview;
  GtkWidget *buttons;        /* at the end of the header */
  gint64 site;               /* the shown one; 0 none */
  gint64 previewed;
  gboolean look_again;       /* something changed while a look was on */

  /* borrowed: children */
  GtkStack *stack;
  GtkWidget *site_buttons;
  LecternSiteNotice *notice;
  GtkStack *body; /* items or table */
  LecternSiteTable *table;
  GtkListBox *list;
  LecternSiteDetail *detail;
  GtkLabel *foot;
  GtkButton *publish;
  GtkWidget *preview_button;
};

/* lectern-site-view.c */
gboolean lectern_site_view_is_gone (LecternSiteView *self); /* an answer came after the window closed */
void lectern_site_view_update (LecternSiteView *self);

/* lectern-site-view-look.c */
LecternSiteSeen *lectern_site_view_seen (LecternSiteView *self, gint64 site); /* never NULL */
GPtrArray *lectern_site_view_items (LecternSiteView *self);                   /* of the shown site; NULL */
void lectern_site_view_look (LecternSiteView *self, LecternSiteTask what);
void lectern_site_view_stop_comparing (LecternSiteView *self);
void lectern_site_view_forget_looks (LecternSiteView *self);
void lectern_site_view_show_items (LecternSiteView *self);
void lectern_site_view_install_look_actions (GtkWidgetClass *widget_class);
void lectern_site_seen_free (gpointer seen);
char *lectern_site_seen_words (const LecternSiteSeen *seen); /* of a check */

/* lectern-site-view-sites.c */
const LecternSite *lectern_site_view_current_site (LecternSiteView *self);
void lectern_site_view_show_sites (LecternSiteView *self);
void lectern_site_view_choose_site (LecternSiteView *self, gint64 site);
void lectern_site_view_install_site_actions (GtkWidgetClass *widget_class);

/* lectern-site-view-publish.c */
char *lectern_site_view_what_leaves (LecternSiteView *self);
void lectern_site_view_watch_run (LecternSiteView *self);
void lectern_site_view_start (LecternSiteView *self, LecternSiteTask what);
void lectern_site_view_show_notice (LecternSiteView *self);
void lectern_site_view_decided (LecternSiteView *self, LecternSiteChoice choice);
void lectern_site_view_install_publish_actions (GtkWidgetClass *widget_class);

G_END_DECLS
