/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* Instead of gtk_test_init() and adw_init(): where warnings are fatal, those of libraries that
   we cannot mend are not. */
void ui_start (int *argc, char ***argv);

/* Runs the main loop until it is so; for as long as the slowest machine may take. */
#define ui_wait(done)                                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 give_up = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;                                \
    while (!(done) && g_get_monotonic_time () < give_up)                                           \
      if (!g_main_context_iteration (NULL, FALSE))                                                 \
        g_usleep (1000);                                                                           \
    g_assert_true (done);                                                                          \
  }                                                                                                \
  G_STMT_END
