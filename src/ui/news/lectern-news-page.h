/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One announcement: each language beside the one it was written in, with a sign where a
 * translation is missing or older, and a preview.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_NEWS_PAGE (lectern_news_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternNewsPage, lectern_news_page, LECTERN, NEWS_PAGE, AdwBin)

/* (transfer floating) Of nothing until lectern_news_page_set(); @view is borrowed and has to
   outlive it. */
GtkWidget *lectern_news_page_new (LecternView *view);
/* @id 0: nothing. What is shown already stays as it is. */
void lectern_news_page_set (LecternNewsPage *self, gint64 id);
/* Signs and preview by what is stored now. */
void lectern_news_page_refresh (LecternNewsPage *self);

G_END_DECLS
