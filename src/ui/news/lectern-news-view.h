/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is announced about the event: a list, and one announcement with its texts in all
 * languages side by side, when it goes out, and how it will look.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_NEWS_VIEW (lectern_news_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternNewsView, lectern_news_view, LECTERN, NEWS_VIEW, LecternView)

/* (transfer floating) The screen "News" of a window. */
GtkWidget *lectern_news_view_new (void);

G_END_DECLS
