/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-moves-private.h"

#include "lectern-agenda-text.h"
#include "lectern-copy.h"

#include <glib/gi18n-lib.h>

static gint64
copy_session (LecternCopy *copy, LecternReader *reader, const LecternAgendaSession *session)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_SESSION, session->id);
  if (record == NULL || !record->alive)
    return 0;
  lectern_copy_record (copy, record);
  lectern_copy_owned (copy, LECTERN_KIND_SESSION, session->id);
  lectern_copy_roles (copy, session->id, FALSE);
  return lectern_copy_find (copy, LECTERN_KIND_SESSION, session->id);
}

static void
place_copy (LecternEdit *edit, gint64 id, const LecternPlacement *place)
{
  const struct
  {
    guint field;
    gint64 value, none;
  } numbers[] = { { LECTERN_SESSION_DAY, place->day, 0 },
                  { LECTERN_SESSION_START, place->start >= 2 * 1440 ? -1 : MAX (place->start, -1), -1 },
                  { LECTERN_SESSION_DURATION, place->duration, -1 } };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i].value == numbers[i].none)
      lectern_edit_clear (edit, LECTERN_KIND_SESSION, id, numbers[i].field);
    else
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, numbers[i].field, numbers[i].value);
  lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL,
                    place->n_rooms > 0 ? lectern_value_ids (place->rooms, place->n_rooms) : LECTERN_EMPTY);
  lectern_edit_clear (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_SECOND_HOUR);
  lectern_edit_clear (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_LOCKED);
}

static char *
copy_label (const LecternAgendaSession *first, guint n)
{
  if (first == NULL)
    return NULL;
  if (n == 1)
    /* TRANSLATORS: a step of the history: “%s” is the session's title */
    return g_strdup_printf (_ ("Copy “%s”"), lectern_agenda_text_title (first));
  /* TRANSLATORS: a step of the history: “%1$s” is the title of one session */
  return g_strdup_printf (ngettext ("Copy “%1$s” and %2$u other", "Copy “%1$s” and %2$u others", n - 1),
                          lectern_agenda_text_title (first), n - 1);
}

LecternEdit *
lectern_agenda_edit_copy (LecternReader *reader, const LecternAgenda *agenda, const LecternPlacement *placements,
                          guint n, GArray **copies)
{
  LecternEdit *edit = lectern_edit_new (NULL);
  g_autoptr (LecternCopy) copy = lectern_copy_new (reader, edit);
  const LecternAgendaSession *first = NULL;
  g_auto (LecternMoves) moves = { NULL };
  guint n_found = 0;
  lectern_moves_init (&moves, agenda);
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (agenda, placements[i].session);
      if (session == NULL)
        continue;
      lectern_moves_put (&moves, session, &placements[i]);
      n_found++;
      if (first == NULL)
        first = session;
    }
  lectern_moves_take_along (&moves);
  for (guint i = 0; i < agenda->sessions->len; i++)
    if (moves.set[i])
      {
        gint64 id = copy_session (copy, reader, lectern_agenda_session (agenda, i));
        if (id != 0)
          place_copy (edit, id, &moves.places[i]);
      }
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      /* What is in a copied block is in its copy; the copy of a part alone stays in the block. */
      const LecternAgendaSession *session = lectern_agenda_session (agenda, i);
      gint64 id = lectern_copy_find (copy, LECTERN_KIND_SESSION, session->id);
      gint64 parent = lectern_copy_find (copy, LECTERN_KIND_SESSION, session->parent);
      if (id != 0 && parent != 0)
        lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_PARENT, parent);
    }
  *copies = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = lectern_copy_find (copy, LECTERN_KIND_SESSION, placements[i].session);
      if (id != 0)
        g_array_append_val (*copies, id);
    }
  g_autofree char *label = copy_label (first, n_found);
  lectern_edit_set_label (edit, label);
  return edit;
}
