/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether this computer has a network, as the system says, and since when it has none. Main
 * thread only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* An instant; 0 while there is a network. */
gint64 lectern_network_offline_since (void);
/* Calls @changed with @object whenever it comes or goes, until @object is no more. */
void lectern_network_watch (gpointer object, GCallback changed);

G_END_DECLS
