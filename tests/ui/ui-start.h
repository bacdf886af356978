/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/* Instead of gtk_test_init() and adw_init(): where warnings are fatal, those of libraries that
   we cannot mend are not. */
void ui_start (int *argc, char ***argv);
