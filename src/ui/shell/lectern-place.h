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
  LECTERN_PLACE_OVERVIEW,
  LECTERN_PLACE_AGENDA,
  LECTERN_PLACE_VENUES,
  LECTERN_PLACE_PARTICIPANTS,
  LECTERN_PLACE_CONTACTS,
  LECTERN_PLACE_WEBSITE,
  LECTERN_N_PLACES,
} LecternPlace;

typedef struct
{
  const char *name;  /* in the settings and as the action's target */
  const char *label; /* untranslated */
  const char *icon;
  GtkWidget *(*create) (void); /* a LecternView; NULL: this program has no view for it */
} LecternPlaceInfo;

const LecternPlaceInfo *lectern_place_info (LecternPlace place);
LecternPlace lectern_place_by_name (const char *name);
LecternPlace lectern_place_of_kind (LecternKind kind);
const char *lectern_place_kind_icon (LecternKind kind);

G_END_DECLS
