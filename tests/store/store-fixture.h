/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workspace in a folder of its own, and short forms of what store tests say often.
 */
#pragma once

#include "lectern-history.h"
#include "lectern-workspace.h"

typedef struct
{
  char *folder;
  char *path;
  LecternWorkspace *workspace;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
void fixture_reopen (Fixture *fixture);
void fixture_remove_folder (const char *folder);

LecternReader *fixture_reader (Fixture *fixture);
/* Commits and forgets; fails the test where it cannot. Takes @edit. */
LecternResult *fixture_commit (Fixture *fixture, LecternEdit *edit);
gint64 fixture_add (Fixture *fixture, LecternKind kind, guint field, const char *text);
void fixture_set (Fixture *fixture, LecternKind kind, gint64 id, guint field, const char *text);
char *fixture_text (Fixture *fixture, LecternKind kind, gint64 id, guint field);
gboolean fixture_alive (Fixture *fixture, LecternKind kind, gint64 id);
void fixture_undo (Fixture *fixture);
void fixture_redo (Fixture *fixture);

#define fixture_assert_text(fixture, kind, id, field, expected)                                      \
  G_STMT_START                                                                                       \
  {                                                                                                  \
    g_autofree char *fixture_actual = fixture_text (fixture, kind, id, field);                       \
    g_assert_cmpstr (fixture_actual, ==, expected);                                                  \
  }                                                                                                  \
  G_STMT_END
