/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A workspace with one event of two days in four rooms, a view of it in a window, and
 * a host that notes what it was asked to say.
 */
#pragma once

#include "lectern-agenda-view.h"
#include "ui-start.h"

typedef struct
{
  char *folder;
  LecternWorkspace *workspace;
  GtkWidget *window;
  LecternAgendaView *view;
  gulong changed;
  gint64 event;
  gint64 venue;
  gint64 rooms[4];
  gint64 tracks[2];
  gint64 days[2];
  gint64 person;
  gint64 lunch;   /* over all rooms */
  gint64 talk;    /* in the first room, with the person */
  gint64 clash;   /* in the second room at the same time, with the same person */
  gint64 night;   /* half past one after the first day */
  gint64 loose;   /* unplaced */
} AgendaFixture;

void agenda_fixture_set_up (AgendaFixture *fixture, gconstpointer empty);
void agenda_fixture_tear_down (AgendaFixture *fixture, gconstpointer data);
/* Commits and lets the window see it. Takes @edit. */
void agenda_fixture_commit (AgendaFixture *fixture, LecternEdit *edit);
LecternRecord *agenda_fixture_session (AgendaFixture *fixture, gint64 id);
/* The toast that was asked for last, NULL none; the pane's state. */
const char *agenda_fixture_toast (AgendaFixture *fixture);
gboolean agenda_fixture_pane_shown (AgendaFixture *fixture);
