/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is done with all chosen sessions at once; each is one step of undo.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-edits.h"
#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

/* Two and more that are chosen; else the one that has the keyboard; else the one that is shown beside. */
GArray *
lectern_agenda_view_targets (LecternAgendaView *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n;
  const gint64 *chosen = lectern_agenda_selection_get (self->selection, &n);
  gint64 one = lectern_agenda_tray_get_focused (LECTERN_AGENDA_TRAY (self->tray));
  if (one == 0 && lectern_agenda_canvas_has_focus (lectern_agenda_view_canvas (self)))
    one = lectern_agenda_canvas_get_focused (lectern_agenda_view_canvas (self));
  if (n < 2 && one == 0)
    one = self->selected;
  if (n > 1)
    g_array_append_vals (ids, chosen, n);
  else if (one != 0)
    g_array_append_val (ids, one);
  return ids;
}

#define IDS(array) ((const gint64 *) (const void *) (array)->data)

/* Takes @edit; @error is where it was made to say why not. A refusal is a sentence that names what is in the way. */
static void
commit (LecternAgendaView *self, LecternEdit *edit, GError **error, const char *toast)
{
  LecternView *view = LECTERN_VIEW (self);
  if (edit == NULL)
    lectern_view_toast (view, (*error)->message);
  else if (!lectern_edit_is_empty (edit))
    lectern_view_commit (view, edit, toast);
  g_clear_pointer (&edit, lectern_edit_unref);
}

static void
shift (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = lectern_agenda_view_targets (self);
  commit (self, lectern_agenda_edit_shift (self->agenda, IDS (ids), ids->len, g_variant_get_int32 (target), &error),
          &error, NULL);
}

/* What came of it where it is not what one would expect: the last one runs into what stays. */
static char *
dup_reached (LecternAgendaView *self, const LecternShifted *shifted)
{
  const LecternAgendaSession *anchor = lectern_agenda_find (self->agenda, shifted->anchor);
  if (anchor == NULL || shifted->overlap <= 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The last one now reaches %d minute into “%s”",
                                       "The last one now reaches %d minutes into “%s”", shifted->overlap),
                          shifted->overlap, lectern_agenda_text_title (anchor));
}

static void
shift_later (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = lectern_agenda_view_targets (self);
  LecternShifted shifted = { 0 };
  gint64 first = 0;
  int earliest = G_MAXINT;
  for (guint i = 0; i < ids->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (self->agenda, IDS (ids)[i]);
      if (session != NULL && session->placed && session->day * 2880 + session->start < earliest)
        {
          earliest = session->day * 2880 + session->start;
          first = session->id;
        }
    }
  if (first == 0)
    return;
  LecternEdit *edit
      = lectern_agenda_edit_shift_later (self->agenda, first, g_variant_get_int32 (target), &shifted, &error);
  g_autofree char *reached = dup_reached (self, &shifted);
  commit (self, edit, &error, reached);
}

static void
swap (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = lectern_agenda_view_targets (self);
  if (ids->len == 2)
    commit (self, lectern_agenda_edit_swap (self->agenda, IDS (ids)[0], IDS (ids)[1], &error), &error, NULL);
  else
    lectern_view_toast (LECTERN_VIEW (self), _ ("Two sessions can be swapped; choose exactly two."));
}

static void
unplace (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = lectern_agenda_view_targets (self);
  commit (self, lectern_agenda_edit_unplace (self->agenda, IDS (ids), ids->len, &error), &error, NULL);
}

/* ---- fields ---- */

static void
set_field (LecternAgendaView *self, guint field, LecternValue value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = lectern_agenda_view_targets (self);
  commit (self, lectern_agenda_edit_set (self->agenda, IDS (ids), ids->len, field, &value, &error), &error, NULL);
  lectern_value_clear (&value);
}

static void
set_room (GSimpleAction *action, GVariant *target, gpointer data)
{
  gint64 room = g_variant_get_int64 (target);
  set_field (data, LECTERN_SESSION_ROOMS, room != 0 ? lectern_value_ids (&room, 1) : lectern_value_text (NULL));
}

static void
set_track (GSimpleAction *action, GVariant *target, gpointer data)
{
  gint64 track = g_variant_get_int64 (target);
  set_field (data, LECTERN_SESSION_TRACK, track != 0 ? lectern_value_integer (track) : lectern_value_text (NULL));
}

static void
set_part (GSimpleAction *action, GVariant *target, gpointer data)
{
  gint64 part = g_variant_get_int64 (target);
  set_field (data, LECTERN_SESSION_PROGRAMME_NODE, part != 0 ? lectern_value_integer (part) : lectern_value_text (NULL));
}

static void
set_state (GSimpleAction *action, GVariant *target, gpointer data)
{
  set_field (data, LECTERN_SESSION_STATE, lectern_value_text (g_variant_get_string (target, NULL)));
}

static void
set_type (GSimpleAction *action, GVariant *target, gpointer data)
{
  set_field (data, LECTERN_SESSION_TYPE, lectern_value_text (g_variant_get_string (target, NULL)));
}

static void
set_locked (GSimpleAction *action, GVariant *target, gpointer data)
{
  set_field (data, LECTERN_SESSION_LOCKED, lectern_value_integer (g_variant_get_boolean (target)));
}

static void
set_internal (GSimpleAction *action, GVariant *target, gpointer data)
{
  set_field (data, LECTERN_SESSION_INTERNAL, lectern_value_integer (g_variant_get_boolean (target)));
}

/* ---- deleting, choosing, taking ---- */

/* With the sessions chosen beside @session, if it is one of them. */
void
lectern_agenda_view_remove (LecternAgendaView *self, gint64 session)
{
  guint n = 1;
  const gint64 *ids = &session;
  const LecternAgendaSession *first = lectern_agenda_find (self->agenda, session);
  g_autoptr (GError) error = NULL;
  g_autofree char *toast = NULL;
  if (first == NULL)
    return;
  if (lectern_agenda_selection_has (self->selection, session))
    ids = lectern_agenda_selection_get (self->selection, &n);
  if (n > 1)
    /* TRANSLATORS: beside it is a button “Undo” */
    toast = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session deleted", "%u sessions deleted", n), n);
  else
    /* TRANSLATORS: beside it is a button “Undo” */
    toast = g_strdup_printf (_ ("“%s” deleted"), lectern_agenda_text_title (first));
  commit (self, lectern_agenda_edit_delete (lectern_view_get_reader (LECTERN_VIEW (self)), self->agenda, ids, n, &error),
          &error, toast);
}

static void
delete_chosen (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autoptr (GArray) ids = lectern_agenda_view_targets (data);
  if (ids->len > 0)
    lectern_agenda_view_remove (data, IDS (ids)[0]);
}

/* Only the one that the pane shows. */
static void
delete_shown (GSimpleAction *action, GVariant *target, gpointer data)
{
  gint64 session = LECTERN_AGENDA_VIEW (data)->selected;
  lectern_agenda_view_select (data, session);
  lectern_agenda_view_remove (data, session);
}

static void
select_none (GSimpleAction *action, GVariant *target, gpointer data)
{
  lectern_agenda_selection_set (LECTERN_AGENDA_VIEW (data)->selection, 0);
}

static void
take (GSimpleAction *action, GVariant *target, gpointer data)
{
  g_autoptr (GArray) ids = lectern_agenda_view_targets (data);
  if (ids->len > 0)
    lectern_agenda_view_take_by_keys (data, IDS (ids)[0]);
}

static const GActionEntry entries[] = {
  { "shift", shift, "i" },           { "shift-later", shift_later, "i" }, { "swap", swap },
  { "unplace", unplace },            { "set-room", set_room, "x" },       { "set-track", set_track, "x" },
  { "set-part", set_part, "x" },     { "set-state", set_state, "s" },     { "set-type", set_type, "s" },       { "set-locked", set_locked, "b" },
  { "set-internal", set_internal, "b" }, { "delete", delete_chosen },     { "select-none", select_none },
  { "take", take },                  { "delete-shown", delete_shown },
};

void
lectern_agenda_view_add_bulk_actions (LecternAgendaView *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
