/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the window remembers from one start to the next; (transfer full), NULL where the
   schema is not installed: a program that is run uninstalled forgets rather than ends. */
GSettings *lectern_settings_new (void);

G_END_DECLS
