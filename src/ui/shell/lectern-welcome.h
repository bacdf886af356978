/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first start: a new workspace, one from a file, or a sample to look around in.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *lectern_welcome_new (void);

G_END_DECLS
