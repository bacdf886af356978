/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * New places for some sessions of an agenda, with what their blocks contain: collected
 * first, then made an edit at once.
 */
#pragma once

#include "lectern-agenda-edits.h"

G_BEGIN_DECLS

typedef struct
{
  const LecternAgenda *agenda;
  LecternPlacement *places; /* by index of session; what is not set is not read */
  guint8 *set;              /* by index of session: 0 stays, 1 asked for, 2 goes along */
  GPtrArray *room_sets;     /* owns the rooms of @places */
  GHashTable *children;     /* id of a block -> GArray of guint, indexes of sessions */
} LecternMoves;

/* All stay; @agenda is borrowed and has to outlive it. */
void lectern_moves_init (LecternMoves *moves, const LecternAgenda *agenda);
/* Frees what it holds, with the rooms of its places; not @moves itself. */
void lectern_moves_clear (LecternMoves *moves);

/* Asks for a place; of one session the last one counts. */
void lectern_moves_put (LecternMoves *moves, const LecternAgendaSession *session, const LecternPlacement *place);
/* The same day, @minutes later, same rooms. */
void lectern_moves_put_later (LecternMoves *moves, const LecternAgendaSession *session, int minutes);
/* What the blocks among them contain goes along; once, after all were asked for. */
void lectern_moves_take_along (LecternMoves *moves);
/* FALSE where one of them is locked or would leave its day. */
gboolean lectern_moves_check (LecternMoves *moves, GError **error);
/* Writes only what differs from where they are; empty where nothing does. Does not ask
   lectern_moves_check(). lectern_edit_unref(). */
LecternEdit *lectern_moves_to_edit (LecternMoves *moves, const char *label);

/* The sessions of @block as indexes; NULL: none. */
const GArray *lectern_moves_children (LecternMoves *moves, gint64 block);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternMoves, lectern_moves_clear)

/* The sentence for locked sessions. */
void lectern_agenda_refuse_locked (const LecternAgendaSession *first, guint n, GError **error);

G_END_DECLS
