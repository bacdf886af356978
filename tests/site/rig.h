/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A real server for a test: rig.py, started and ended with it.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GSubprocess *process;
  char *url, *user, *password;
  char *root; /* the folder that it serves */
} Rig;

/* FALSE after g_test_skip() with the reason. */
gboolean rig_start (Rig *rig, const char *kind);
/* wordpress.py: "wordpress", "wordpress-plain-folder", … */
gboolean rig_start_wordpress (Rig *rig, const char *kind);
gboolean rig_start_script (Rig *rig, const char *script, const char *argument);
gboolean rig_start_program (Rig *rig, const char *const *argv);
void rig_stop (Rig *rig);

G_END_DECLS
