/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands where there is nothing to see yet: why, and what to do. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* An AdwStatusPage; @text may be NULL. */
GtkWidget *lectern_status_page_new (const char *icon, const char *title, const char *text);
/* One more button below the text, which does @action (with its target: "agenda.mode::rooms");
   @suggested: the one that most people want. @label may have a mnemonic. */
GtkWidget *lectern_status_page_add_button (GtkWidget *page, const char *label, const char *action, gboolean suggested);
/* Any other widget there. */
void lectern_status_page_add (GtkWidget *page, GtkWidget *widget);

G_END_DECLS
