/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be said of an event's pages before they are published: how they look, and what they
 * say in other languages.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

/* A button with a menu; actions "pages.look" and "pages.translations". It stands in @view. */
GtkWidget *lectern_pages_menu_new (LecternView *view);

G_END_DECLS
