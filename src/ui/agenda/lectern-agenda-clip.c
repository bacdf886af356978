/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copy, paste, duplicate. On the clipboard are the sessions for this window and their
 * times and titles as text for every other program.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-edits.h"
#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  gint64 event;
  guint n;
  gint64 sessions[];
} LecternAgendaClip;

static gsize
size_of (guint n)
{
  return sizeof (LecternAgendaClip) + n * sizeof (gint64);
}

static LecternAgendaClip *
lectern_agenda_clip_copy (LecternAgendaClip *clip)
{
  return g_memdup2 (clip, size_of (clip->n));
}

static GType lectern_agenda_clip_get_type (void);
G_DEFINE_BOXED_TYPE (LecternAgendaClip, lectern_agenda_clip, lectern_agenda_clip_copy, g_free)

/* A line each: "14:00–15:30  From pilot to plant  Great hall". */
static char *
dup_text (LecternAgendaView *self, const GArray *ids)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (self->agenda, g_array_index (ids, gint64, i));
      if (session == NULL)
        continue;
      g_autofree char *time = lectern_agenda_text_time (session);
      g_autofree char *rooms = lectern_agenda_text_rooms (self->agenda, session);
      g_string_append_printf (out, "%s%s\t%s\t%s", out->len > 0 ? "\n" : "", time, lectern_agenda_text_title (session), rooms);
    }
  return g_string_free (out, FALSE);
}

static void
copy (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  g_autoptr (GArray) ids = lectern_agenda_view_targets (self);
  g_autofree char *text = dup_text (self, ids);
  g_autofree LecternAgendaClip *clip = g_malloc0 (size_of (ids->len));
  if (ids->len == 0)
    return;
  clip->event = self->agenda->event;
  clip->n = ids->len;
  memcpy (clip->sessions, ids->data, ids->len * sizeof (gint64));
  GdkContentProvider *parts[] = { gdk_content_provider_new_typed (lectern_agenda_clip_get_type (), clip),
                                  gdk_content_provider_new_typed (G_TYPE_STRING, text) };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), all);
}

/* ---- where copies go ---- */

/* How far behind the originals the copies stand, where both are on one day. */
static int
span_of (LecternAgendaView *self, const gint64 *ids, guint n, gint64 day)
{
  int first = G_MAXINT, last = 0;
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (self->agenda, ids[i]);
      if (session == NULL || !session->placed || lectern_agenda_day (self->agenda, session->day)->id != day)
        continue;
      first = MIN (first, session->start);
      last = MAX (last, session->start + MAX (session->duration, 0));
    }
  return MAX (0, last - first);
}

/* On another day at the same times and in the same rooms; on their own day, which @day 0 is, behind
   themselves. What has no place has none as a copy. */
static void
make_copies (LecternAgendaView *self, const gint64 *ids, guint n, gint64 day)
{
  LecternView *view = LECTERN_VIEW (self);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (LecternPlacement));
  g_autoptr (GPtrArray) rooms = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (self->agenda, ids[i]);
      gint64 *own;
      if (session == NULL)
        continue;
      LecternPlacement place = lectern_agenda_placement (self->agenda, session, &own);
      g_ptr_array_add (rooms, own);
      if (session->placed)
        {
          gint64 to = day != 0 ? day : place.day;
          place.start = MIN (place.start + (place.day == to ? span_of (self, ids, n, to) : 0), 2879);
          place.day = to;
        }
      g_array_append_val (places, place);
    }
  if (places->len == 0)
    return;
  g_clear_pointer (&self->reselect, g_array_unref);
  g_autoptr (LecternEdit) edit
      = lectern_agenda_edit_copy (lectern_view_get_reader (view), self->agenda,
                                  (const LecternPlacement *) (const void *) places->data, places->len, &self->reselect);
  lectern_view_commit (view, edit, NULL);
}

static void
paste (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  g_auto (GValue) value = G_VALUE_INIT;
  g_value_init (&value, lectern_agenda_clip_get_type ());
  if (content == NULL || !gdk_content_provider_get_value (content, &value, NULL))
    {
      g_action_group_activate_action (G_ACTION_GROUP (self->actions), "paste-agenda", NULL); /* from elsewhere */
      return;
    }
  if (self->day == 0)
    return;
  const LecternAgendaClip *clip = g_value_get_boxed (&value);
  if (clip->event == self->agenda->event)
    make_copies (self, clip->sessions, clip->n, self->day);
}

static void
duplicate (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  g_autoptr (GArray) ids = lectern_agenda_view_targets (self);
  if (ids->len == 0)
    return;
  make_copies (self, (const gint64 *) (const void *) ids->data, ids->len, 0);
}

/* The copies are what is chosen, once they are there. */
void
lectern_agenda_view_reselect (LecternAgendaView *self)
{
  const gint64 *ids = self->reselect != NULL ? (const gint64 *) (const void *) self->reselect->data : NULL;
  if (ids == NULL || self->reselect->len == 0 || lectern_agenda_find (self->agenda, ids[0]) == NULL)
    return;
  lectern_agenda_selection_set_all (self->selection, ids, self->reselect->len, ids[0]);
  lectern_agenda_view_focus_session (self, ids[0]);
  lectern_agenda_view_scroll_later (self);
  g_clear_pointer (&self->reselect, g_array_unref);
}

static const GActionEntry entries[] = {
  { "copy", copy },
  { "paste", paste },
  { "duplicate", duplicate },
};

void
lectern_agenda_view_add_clip_actions (LecternAgendaView *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
