/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row to choose a language from, for dialogs in which nothing is stored yet.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GtkWidget *lectern_language_row_new (const char *title, const char *tag);
const char *lectern_language_row_get (GtkWidget *row);

G_END_DECLS
