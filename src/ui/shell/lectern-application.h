/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: one instance, its options, and the window it opens.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_APPLICATION (lectern_application_get_type ())
G_DECLARE_FINAL_TYPE (LecternApplication, lectern_application, LECTERN, APPLICATION, AdwApplication)

/* (transfer full) The program, for g_application_run(); it makes its window once it runs. */
LecternApplication *lectern_application_new (void);

G_END_DECLS
