/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one line over a site's items that says how things stand: a publication on its way, what
 * came of the last one, or why the site could not be looked at. Its buttons are actions "site.…".
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_SITE_NOTICE (lectern_site_notice_get_type ())
G_DECLARE_FINAL_TYPE (LecternSiteNotice, lectern_site_notice, LECTERN, SITE_NOTICE, AdwBin)

/* (transfer floating) Hidden until there is something to say. */
GtkWidget *lectern_site_notice_new (void);
/* Until one of the functions below shows it again. */
void lectern_site_notice_hide (LecternSiteNotice *self);
/* @fraction: 0 to 1. @item may be NULL. */
void lectern_site_notice_show_progress (LecternSiteNotice *self, double fraction, const char *item, gboolean stopping);
/* One sentence about what came of it; @good chooses the sign before it. Leads to the log, and
   can be put away. */
void lectern_site_notice_show_result (LecternSiteNotice *self, const char *words, gboolean good);
/* @password: it is what is missing. */
void lectern_site_notice_show_trouble (LecternSiteNotice *self, const char *sentence, gboolean password);
/* A publication waits for the network. */
void lectern_site_notice_show_queued (LecternSiteNotice *self, const char *words);
/* Something to know, with nothing to do about it. */
void lectern_site_notice_show_words (LecternSiteNotice *self, const char *words);

G_END_DECLS
