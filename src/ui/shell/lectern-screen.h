/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The places of the window: what the sidebar lists, which view shows them, and
 * which place shows a record of which kind.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_SCREEN_OVERVIEW,
  LECTERN_SCREEN_AGENDA,
  LECTERN_SCREEN_VENUES,
  LECTERN_SCREEN_PARTICIPANTS,
  LECTERN_SCREEN_CONTACTS,
  LECTERN_SCREEN_NEWS,
  LECTERN_SCREEN_WEBSITE,
  LECTERN_N_SCREENS,
} LecternScreen;

typedef struct
{
  const char *name;  /* in the settings and as the action's target */
  const char *label; /* untranslated */
  const char *icon;
  GtkWidget *(*create) (void); /* a LecternView; NULL: this program has no view for it */
} LecternScreenInfo;

/* (transfer none) Of every place below LECTERN_N_SCREENS. */
const LecternScreenInfo *lectern_screen_info (LecternScreen place);
LecternScreen lectern_screen_by_name (const char *name);
LecternScreen lectern_screen_of_kind (LecternKind kind);
const char *lectern_screen_kind_icon (LecternKind kind);

G_END_DECLS
