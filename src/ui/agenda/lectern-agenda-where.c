/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-where.h"

#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaWhere
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  gint64 session;
  GtkWidget *menu;
};

G_DEFINE_FINAL_TYPE (LecternAgendaWhere, lectern_agenda_where, ADW_TYPE_BIN)

static void
on_rooms_chosen (LecternAgendaWhere *self)
{
  guint n;
  const gint64 *rooms = lectern_agenda_room_menu_get_chosen (LECTERN_AGENDA_ROOM_MENU (self->menu), &n);
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Change the rooms of a session"));
  if (self->session == 0 || self->view == NULL)
    return;
  if (n == 0)
    lectern_edit_clear (edit, LECTERN_KIND_SESSION, self->session, LECTERN_SESSION_ROOMS);
  else
    lectern_edit_set (edit, LECTERN_KIND_SESSION, self->session, LECTERN_SESSION_ROOMS, NULL,
                      lectern_value_ids (rooms, n));
  lectern_view_commit (self->view, edit, NULL);
}

static void
lectern_agenda_where_dispose (GObject *object)
{
  g_clear_weak_pointer (&LECTERN_AGENDA_WHERE (object)->view);
  G_OBJECT_CLASS (lectern_agenda_where_parent_class)->dispose (object);
}

static void
lectern_agenda_where_class_init (LecternAgendaWhereClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_where_dispose;
}

static void
lectern_agenda_where_init (LecternAgendaWhere *self)
{
  self->menu = lectern_agenda_room_menu_new (_ ("Where"));
  g_signal_connect_swapped (self->menu, "chosen", G_CALLBACK (on_rooms_chosen), self);
  adw_bin_set_child (ADW_BIN (self), self->menu);
}

GtkWidget *
lectern_agenda_where_new (LecternView *view)
{
  LecternAgendaWhere *self = g_object_new (LECTERN_TYPE_AGENDA_WHERE, NULL);
  g_set_weak_pointer (&self->view, view);
  return GTK_WIDGET (self);
}

void
lectern_agenda_where_show (LecternAgendaWhere *self, const LecternAgenda *agenda,
                           const LecternAgendaSession *session)
{
  LecternAgendaRoomMenu *menu = LECTERN_AGENDA_ROOM_MENU (self->menu);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *names = lectern_agenda_text_rooms (agenda, session);
  for (guint i = 0; i < session->n_rooms; i++)
    g_array_append_val (ids, lectern_agenda_room (agenda, session->rooms[i])->id);
  self->session = session->id;
  lectern_agenda_room_menu_set_rooms (menu, agenda);
  lectern_agenda_room_menu_set_chosen (menu, (const gint64 *) (void *) ids->data, ids->len);
  if (session->n_rooms == 1 && lectern_agenda_room (agenda, session->rooms[0])->capacity > 0)
    {
      g_autofree char *words
          = g_strdup_printf ("%s · %" G_GINT64_FORMAT, names, lectern_agenda_room (agenda, session->rooms[0])->capacity);
      lectern_agenda_room_menu_set_label (menu, words);
    }
  else
    lectern_agenda_room_menu_set_label (menu, *names != '\0' ? names : _ ("No room"));
}
