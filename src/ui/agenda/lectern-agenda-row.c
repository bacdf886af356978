/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-row.h"

#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LecternAgendaRow, lectern_agenda_row, G_TYPE_OBJECT)

static void
lectern_agenda_row_finalize (GObject *object)
{
  LecternAgendaRow *self = LECTERN_AGENDA_ROW (object);
  g_free (self->title);
  g_free (self->time);
  g_free (self->people);
  g_free (self->place);
  g_free (self->state);
  g_free (self->problem);
  G_OBJECT_CLASS (lectern_agenda_row_parent_class)->finalize (object);
}

static void
lectern_agenda_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  g_value_set_boolean (value, LECTERN_AGENDA_ROW (object)->now);
}

static void
lectern_agenda_row_class_init (LecternAgendaRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_row_finalize;
  G_OBJECT_CLASS (klass)->get_property = lectern_agenda_row_get_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), 1,
                                   g_param_spec_boolean ("now", NULL, NULL, FALSE,
                                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
lectern_agenda_row_init (LecternAgendaRow *self)
{
  self->start = -1;
  self->end = -1;
}

/* All texts are the row's own: it outlives the agenda it was made from. */
LecternAgendaRow *
lectern_agenda_row_new (const LecternAgenda *agenda, const LecternAgendaSession *session,
                        LecternAgendaColours *colours)
{
  LecternAgendaRow *self = g_object_new (LECTERN_TYPE_AGENDA_ROW, NULL);
  g_autofree char *rooms = lectern_agenda_text_rooms (agenda, session);
  const char *word = lectern_agenda_colours_of (colours, session)->label;
  self->session = session->id;
  self->day = session->day;
  self->start = session->placed ? session->start : -1;
  self->end = session->start + MAX (session->duration, 1);
  self->ink = lectern_agenda_colours_index (colours, session);
  self->off = g_strcmp0 (session->state, "cancelled") == 0;
  self->title = g_strdup (lectern_agenda_text_title (session));
  self->time = lectern_agenda_text_time (session);
  self->people = lectern_agenda_text_people (agenda, session);
  self->state = lectern_agenda_text_state (session);
  self->problem = lectern_agenda_text_problems (agenda, session, 3);
  self->place = g_strconcat (rooms, *rooms != '\0' && word != NULL ? " · " : "", word, NULL);
  return self;
}

/* @day: -1 is the head of the unplaced ones. */
LecternAgendaRow *
lectern_agenda_row_new_head (const LecternAgenda *agenda, int day)
{
  LecternAgendaRow *self = g_object_new (LECTERN_TYPE_AGENDA_ROW, NULL);
  self->day = day;
  self->title = lectern_agenda_text_day (agenda, day);
  if (day >= 0 && lectern_agenda_day (agenda, day)->title != NULL)
    self->place = g_strdup (lectern_agenda_day (agenda, day)->title);
  return self;
}

void
lectern_agenda_row_set_now (LecternAgendaRow *self, gboolean now)
{
  if (self->now == now)
    return;
  self->now = now;
  g_object_notify (G_OBJECT (self), "now");
}

gboolean
lectern_agenda_row_equal (LecternAgendaRow *a, LecternAgendaRow *b)
{
  return a->session == b->session && a->day == b->day && a->start == b->start && a->end == b->end
         && a->ink == b->ink && a->off == b->off
         && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->time, b->time) == 0
         && g_strcmp0 (a->people, b->people) == 0 && g_strcmp0 (a->place, b->place) == 0
         && g_strcmp0 (a->state, b->state) == 0 && g_strcmp0 (a->problem, b->problem) == 0;
}
