/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the sessions of one agenda are drawn with, by track, type or state: colours as
 * style classes, for light, dark and high contrast; the pattern of the edge; and the
 * word that says the same as the colour.
 */
#pragma once

#include "lectern-agenda.h"
#include "lectern-colour.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_AGENDA_COLOURS_TRACK,
  LECTERN_AGENDA_COLOURS_TYPE,
  LECTERN_AGENDA_COLOURS_STATE,
} LecternAgendaColoursBy;

#define LECTERN_AGENDA_N_PATTERNS 4

typedef struct
{
  LecternPalette palette;
  const char *style_class;
  guint pattern;     /* of the edge; 0 solid */
  const char *label; /* NULL: of what has no track, type or state */
} LecternAgendaInk;

#define LECTERN_TYPE_AGENDA_COLOURS (lectern_agenda_colours_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaColours, lectern_agenda_colours, LECTERN, AGENDA_COLOURS, GObject)

/* (transfer full) By track, of no agenda yet. Its style classes are there for the whole display
   as long as it lives. */
LecternAgendaColours *lectern_agenda_colours_new (void);
/* What the colours are of; the agenda is the caller's and must stay until another one is set. */
void lectern_agenda_colours_set_agenda (LecternAgendaColours *self, const LecternAgenda *agenda);
/* "changed" where that is something else; inks that were asked for before are gone then. */
void lectern_agenda_colours_set_by (LecternAgendaColours *self, LecternAgendaColoursBy by);
/* By track, until another is set. */
LecternAgendaColoursBy lectern_agenda_colours_get_by (LecternAgendaColours *self);

/* 0: none; else the number of its track, type or state, and 1. */
guint lectern_agenda_colours_index (LecternAgendaColours *self, const LecternAgendaSession *session);
/* How many inks there are, with the one for none. */
guint lectern_agenda_colours_n (LecternAgendaColours *self);
/* (transfer none) There until what the colours are of is another agenda or another thing. That
   of none where @index is too large. */
const LecternAgendaInk *lectern_agenda_colours_ink (LecternAgendaColours *self, guint index);
/* (transfer none) As lectern_agenda_colours_ink(). @session: of the agenda that was set. */
const LecternAgendaInk *lectern_agenda_colours_of (LecternAgendaColours *self, const LecternAgendaSession *session);

/* In the colours for white paper, whatever the screen is. */
LecternAgendaInk lectern_agenda_colours_on_paper (LecternAgendaColours *self, const LecternAgendaSession *session);

/* For GTK and Cairo, without transparency. */
GdkRGBA lectern_agenda_rgba (LecternColour colour);
const char *lectern_agenda_colours_by_name (LecternAgendaColoursBy by);
LecternAgendaColoursBy lectern_agenda_colours_by_of_name (const char *name);

/* Signal "changed" (): light became dark, or they are of something else; the inks are
   other ones. */

G_END_DECLS
