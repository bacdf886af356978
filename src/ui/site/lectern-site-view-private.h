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
/* Whether the window was closed since: an answer that came late has nobody to be shown to. */
gboolean lectern_site_view_is_gone (LecternSiteView *self);
/* Which actions can be done now, and how many items the button would publish. */
void lectern_site_view_update (LecternSiteView *self);

/* lectern-site-view-look.c */
/* What is known of @site, borrowed; made where nothing is, so never NULL. */
LecternSiteSeen *lectern_site_view_seen (LecternSiteView *self, gint64 site);
/* What the last look at the shown site found, of LecternPublishItem, borrowed until the next
   look ends; NULL: not looked yet. */
GPtrArray *lectern_site_view_items (LecternSiteView *self);
/* Looks at the shown site on a thread, writing nothing. While a look or a publication is on it
   starts none; a look is followed by another one. */
void lectern_site_view_look (LecternSiteView *self, LecternSiteTask what);
/* No more texts are wanted of the item that is selected; late ones are dropped. */
void lectern_site_view_stop_comparing (LecternSiteView *self);
/* For another workspace or event, of which nothing was found yet. */
void lectern_site_view_forget_looks (LecternSiteView *self);
/* Fills the list anew from lectern_site_view_items(); no row is selected then. */
void lectern_site_view_show_items (LecternSiteView *self);
/* "site.look", "site.check" and "site.password"; from class_init. */
void lectern_site_view_install_look_actions (GtkWidgetClass *widget_class);
/* A GDestroyNotify for LecternSiteSeen. */
void lectern_site_seen_free (gpointer seen);
/* What checking a site found: "2 items were changed there · 1 is no longer there". Only where
   @seen has an answer. g_free(). */
char *lectern_site_seen_words (const LecternSiteSeen *seen);

/* lectern-site-view-sites.c */
/* The one that is shown, borrowed until the sites are read anew; NULL: there is none. */
const LecternSite *lectern_site_view_current_site (LecternSiteView *self);
/* Reads anew which sites there are; shows the first where the shown one is gone. */
void lectern_site_view_show_sites (LecternSiteView *self);
/* Shows @site (a record's id) and looks at it. Nothing where it is shown already. */
void lectern_site_view_choose_site (LecternSiteView *self, gint64 site);
/* "site.add" and "site.remove"; from class_init. */
void lectern_site_view_install_site_actions (GtkWidgetClass *widget_class);

/* lectern-site-view-publish.c */
/* What leaves this computer, and who becomes public by name, in words; said in the foot and
   again before publishing. Never NULL; g_free(). */
char *lectern_site_view_what_leaves (LecternSiteView *self);
/* Follows the publication of this workspace that is on, or was last, whichever window started
   it. */
void lectern_site_view_watch_run (LecternSiteView *self);
/* LECTERN_SITE_PUBLISH or LECTERN_SITE_WITHDRAW on the shown site, after the person agreed. A
   look that is on is given up; where another publication is on, a toast says so. */
void lectern_site_view_start (LecternSiteView *self, LecternSiteTask what);
/* What is most worth knowing now: a publication that is on, one that waits, what a check or the
   last one found, what went wrong. */
void lectern_site_view_show_notice (LecternSiteView *self);
/* Carries out @choice for the item that is selected; nothing where none is. */
void lectern_site_view_decided (LecternSiteView *self, LecternSiteChoice choice);
/* "site.publish", "site.publish-now", "site.stop", "site.dismiss" and "site.show-log"; from
   class_init. */
void lectern_site_view_install_publish_actions (GtkWidgetClass *widget_class);

G_END_DECLS
