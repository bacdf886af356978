/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files to read and what tests say often about a programme.
 */
#pragma once

#include "lectern-import.h"
#include "lectern-programme.h"

/* A file of tests/exchange/fixtures. */
GBytes *exchange_fixture (const char *name);
GBytes *exchange_text (const char *text);
/* Reads what it is; fails the test where it cannot. */
LecternProgramme *exchange_read (GBytes *file);
LecternProgramme *exchange_read_fixture (const char *name);
/* The only session with this title. */
LecternProgrammeSession *exchange_session (LecternProgramme *programme, const char *title);
gboolean exchange_has_doubt (LecternProgramme *programme, const char *where, const char *part);
guint exchange_names (const LecternProgramme *programme); /* distinct names of persons */
/* Folder with files that are not in the repository; NULL where there is none. */
char *exchange_shared_data (void);
