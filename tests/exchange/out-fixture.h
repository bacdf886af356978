/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of files out share.
 */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

/* A file or folder of the test data beside the project; NULL (and the test marked as
   skipped) where there is none. g_free(). */
char *out_fixture_shared (const char *path);
/* Runs a Python program on files; FALSE (and a message) where a module is missing. */
gboolean out_fixture_python (const char *const *modules,
                             const char *program,
                             const char *const *arguments,
                             char **output);
/* Whether an interpreter with these modules is there. */
char *out_fixture_find_python (const char *const *modules);
/* The bytes in a new file of a folder of the test's own. g_free() the path. */
char *out_fixture_write (const char *name, GBytes *bytes);
void out_fixture_clean (void);
/* A programme with everything in it that the formats can and cannot say. */
LecternProgramme *out_fixture_programme (void);
/* What differs, one line each; NULL: equal in days, rooms, sessions, times, people, texts
   and links. */
char *out_fixture_compare (const LecternProgramme *one, const LecternProgramme *two);
/* The whole text must be there, or must not. */
void out_fixture_assert_contains (GBytes *bytes, const char *text);
void out_fixture_assert_lacks (GBytes *bytes, const char *text);
guint out_fixture_count (GBytes *bytes, const char *text);
const char *out_fixture_text (GBytes *bytes);

G_END_DECLS
