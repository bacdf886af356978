/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small project for the tests of Participants, Contacts and Venues, in a folder of
 * its own, and a window around a view with its pane and header buttons.
 */
#pragma once

#include "lectern-view.h"

typedef struct
{
  char *folder;
  LecternWorkspace *workspace;
  LecternReader *reader;
  gint64 event, session, day, node, venue, room, other_room;
  gint64 organisations[3];
  gint64 persons[12], registrations[12]; /* the last two persons are not registered */
  gint64 action;
  GtkWidget *window;
  LecternView *view;
} ListsFixture;

void lists_fixture_set_up (ListsFixture *f, gconstpointer data);
void lists_fixture_tear_down (ListsFixture *f, gconstpointer data);
/* Waits until @edit is on the disk and told. Takes it. */
void lists_fixture_commit (ListsFixture *f, LecternEdit *edit);
/* Puts the view into a window and loads it; the view follows changes of the workspace. */
void lists_fixture_show (ListsFixture *f, GtkWidget *view);
/* Until nothing is pending in the store and the main loop. */
void lists_fixture_settle (ListsFixture *f);
/* The first widget of @type below @root, depth first, for which @css is NULL or a class of it. */
GtkWidget *lists_fixture_find (GtkWidget *root, GType type, const char *css);
/* The label with this text, or NULL. */
GtkWidget *lists_fixture_find_text (GtkWidget *root, const char *text);
/* Types @text into @entry as a person would, then Enter. */
void lists_fixture_type (GtkWidget *entry, const char *text);
/* The text of a record's field, or "". g_free(). */
char *lists_fixture_text (ListsFixture *f, LecternKind kind, gint64 id, guint field);
