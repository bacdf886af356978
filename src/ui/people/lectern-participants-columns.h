/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the columns of the participants are called and how their cells read.
 */
#pragma once

#include "lectern-people.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  LecternParticipantColumn column;
  const char *key;   /* in the settings */
  const char *title; /* untranslated */
  int width;         /* in pixels; 0: as it needs, and what is left over */
  gboolean usual;    /* shown unless chosen otherwise */
} LecternParticipantsColumn;

/* In the usual order, ended by a NULL key. */
const LecternParticipantsColumn *lectern_participants_columns (void);
/* As the cell reads, on one line where it is a note; "" where it is empty. g_free(). */
char *lectern_participants_cell_text (LecternListRow *row, LecternParticipantColumn column);
/* The sign before a state's words; NULL: none. *css: a class for it, or NULL. */
const char *lectern_participants_state_icon (const char *state, const char **css);
/* Fills the cells of this column; the description lives as long as the program. */
GtkListItemFactory *lectern_participants_cell_factory (const LecternParticipantsColumn *column);
/* (transfer full) Check marks that show and change @selection, which is borrowed and has to outlive
   them. */
GtkListItemFactory *lectern_participants_check_factory (GtkSelectionModel *selection);

G_END_DECLS
