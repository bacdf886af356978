/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading the agenda for the view: one day for the first look, so that a long event opens as
 * fast as a short one, and the rest behind it on a thread. Of later changes only what they touch.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-after-frame.h"
#include "lectern-time.h"

static void
show_agenda (LecternAgendaView *self, LecternAgenda *agenda)
{
  LecternAgenda *old = self->agenda;
  self->agenda = agenda;
  lectern_agenda_colours_set_agenda (self->colours, agenda);
  if (agenda->only_day == 0)
    lectern_agenda_filter_forget (self->scene.filter, agenda);
  if (lectern_agenda_view_get_day (self) < 0)
    self->day = agenda->days->len > 0 ? lectern_agenda_day (agenda, 0)->id : 0;
  lectern_agenda_view_check (self);
  lectern_agenda_view_carry_agenda (self);
  lectern_agenda_view_show_all (self);
  g_clear_pointer (&old, lectern_agenda_free);
}

void
lectern_agenda_view_stop_reading (LecternAgendaView *self)
{
  g_clear_handle_id (&self->check_idle, g_source_remove);
  g_clear_handle_id (&self->read_idle, g_source_remove);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static LecternAgenda *
read_whole (LecternAgendaView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  g_set_weak_pointer (&self->read_from, lectern_view_get_workspace (view));
  return lectern_agenda_load (lectern_view_get_reader (view), lectern_view_get_event (view), lectern_view_language (view));
}

static void
show_read (LecternAgendaView *self, LecternAgenda *agenda)
{
  show_agenda (self, agenda);
  lectern_agenda_view_show_added (self);
}

static void read_on_thread (LecternAgendaView *self);

static void
on_read (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load_finish (LECTERN_WORKSPACE (workspace), result, &error);
  LecternAgendaView *self = data;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self may be gone */
  g_clear_object (&self->reading);
  if (agenda == NULL)
    return;
  LecternAgenda *now = lectern_agenda_update (agenda, lectern_view_get_reader (LECTERN_VIEW (self)));
  lectern_view_rest (LECTERN_VIEW (self));
  if (now != NULL)
    show_read (self, now);
  else /* it is of yesterday already */
    read_on_thread (self);
}

static void
read_on_thread (LecternAgendaView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  self->reading = g_cancellable_new ();
  lectern_agenda_load_async (lectern_view_get_workspace (view), self->agenda->event, lectern_view_language (view),
                             self->reading, on_read, self);
}

static gboolean
on_read_idle (gpointer data)
{
  LecternAgendaView *self = data;
  self->read_idle = 0;
  read_on_thread (self);
  return G_SOURCE_REMOVE;
}

static gboolean
on_check_idle (gpointer data)
{
  LecternAgendaView *self = data;
  self->check_idle = 0;
  lectern_agenda_view_check (self);
  return G_SOURCE_REMOVE;
}

static gboolean
is_same (LecternAgendaView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  return self->agenda != NULL && self->agenda->event == lectern_view_get_event (view)
         && self->read_from == lectern_view_get_workspace (view)
         && g_strcmp0 (self->agenda->language, lectern_view_language (view)) == 0;
}

/* The data is not what it was: reads what an edit touched; all of it where that is not enough, of a
   long event on a thread. What is still being read will know of it when it is there. */
void
lectern_agenda_view_read (LecternAgendaView *self)
{
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (self));
  LecternAgenda *now = is_same (self) ? lectern_agenda_update (self->agenda, reader) : NULL;
  if (now == NULL && (self->reading != NULL || self->read_idle != 0) && is_same (self))
    return;
  if (now == NULL && is_same (self) && lectern_agenda_is_long (self->agenda))
    {
      read_on_thread (self);
      return;
    }
  lectern_agenda_view_stop_reading (self);
  show_read (self, now != NULL ? now : read_whole (self));
}

/* What is looked at next may be of any day. */
void
lectern_agenda_view_need_all (LecternAgendaView *self)
{
  if (self->agenda == NULL || self->agenda->only_day == 0)
    return;
  lectern_agenda_view_stop_reading (self);
  show_agenda (self, read_whole (self));
}

/* Another event: chooses its day, which is today's where there is one, else the first. Nothing
   is shown yet; what was shown until now is the caller's to free when that is done. */
LecternAgenda *
lectern_agenda_view_read_first (LecternAgendaView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  LecternReader *reader = lectern_view_get_reader (view);
  gint64 event = lectern_view_get_event (view);
  const char *language = lectern_view_language (view);
  g_autofree char *today = lectern_date_today ();
  LecternAgenda *old = self->agenda;
  g_set_weak_pointer (&self->read_from, lectern_view_get_workspace (view));
  lectern_agenda_view_stop_reading (self);
  lectern_agenda_view_cancel_carry (self);
  self->agenda = lectern_agenda_view_is_list (self) || self->scene.all_days ? lectern_agenda_load (reader, event, language)
                                                    : lectern_agenda_load_day (reader, event, language, today);
  lectern_agenda_colours_set_agenda (self->colours, self->agenda);
  self->day = self->agenda->days->len > 0 ? lectern_agenda_day (self->agenda, 0)->id : 0;
  for (guint i = 0; i < self->agenda->days->len; i++)
    if (g_strcmp0 (lectern_agenda_day (self->agenda, i)->date, today) == 0)
      self->day = lectern_agenda_day (self->agenda, i)->id;
  /* What is wrong, and the rest, come behind the first frame. */
  self->check_idle = lectern_after_frame (GTK_WIDGET (self), on_check_idle, self);
  if (self->agenda->only_day != 0)
    self->read_idle = lectern_after_frame (GTK_WIDGET (self), on_read_idle, self);
  return old;
}
