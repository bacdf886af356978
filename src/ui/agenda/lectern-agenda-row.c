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

/* ---- what a line would be ---- */

static guint64
mix (guint64 key, guint64 number)
{
  return (key ^ number) * G_GUINT64_CONSTANT (0x100000001b3) + 0x9e3779b9;
}

static guint64
mix_text (guint64 key, const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    key = mix (key, (guchar) *text);
  return mix (key, 256);
}

static guint64
mix_people (guint64 key, const LecternAgenda *agenda, const LecternAgendaSession *session)
{
  for (guint i = 0; i < session->n_people; i++)
    {
      const LecternAgendaPerson *person = lectern_agenda_person (agenda, session->first_person + i);
      key = mix_text (mix_text (key, person->name), person->role);
      key = mix (key, person->to_be_confirmed);
    }
  return key;
}

LecternAgendaLine
lectern_agenda_line (const LecternAgenda *agenda, const LecternAgendaSession *session, LecternAgendaColours *colours)
{
  g_autofree char *problems = session->n_problems > 0 ? lectern_agenda_text_problems (agenda, session, 3) : NULL;
  const guint64 numbers[] = { session->id, session->day, session->placed, session->start, session->duration,
                              session->internal, session->locked, lectern_agenda_colours_index (colours, session) };
  guint64 key = 0;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    key = mix (key, numbers[i]);
  for (guint i = 0; i < session->n_rooms; i++)
    key = mix_text (key, lectern_agenda_room (agenda, session->rooms[i])->name);
  key = mix_text (key, lectern_agenda_colours_of (colours, session)->label);
  key = mix_text (key, session->title);
  key = mix_text (key, session->state);
  key = mix_text (key, session->repeats);
  key = mix_text (key, problems);
  return (LecternAgendaLine){ session->id, session->day, (gint64) mix_people (key, agenda, session) };
}

LecternAgendaLine
lectern_agenda_line_head (const LecternAgenda *agenda, int day)
{
  guint64 key = mix (0, day);
  if (day >= 0)
    key = mix_text (mix_text (key, lectern_agenda_day (agenda, day)->date), lectern_agenda_day (agenda, day)->title);
  return (LecternAgendaLine){ 0, day, (gint64) key };
}

/* ---- the row ---- */

LecternAgendaRow *
lectern_agenda_row_new (const LecternAgenda *agenda, const LecternAgendaLine *line)
{
  LecternAgendaRow *self = g_object_new (LECTERN_TYPE_AGENDA_ROW, NULL);
  const LecternAgendaSession *session = line->session != 0 ? lectern_agenda_find (agenda, line->session) : NULL;
  self->session = line->session;
  self->day = line->day;
  if (session == NULL)
    return self;
  self->start = session->placed ? session->start : -1;
  self->end = session->start + MAX (session->duration, 1);
  self->off = g_strcmp0 (session->state, "cancelled") == 0;
  return self;
}

static void
fill_head (LecternAgendaRow *self, const LecternAgenda *agenda)
{
  self->title = lectern_agenda_text_day (agenda, self->day);
  if (self->day >= 0 && lectern_agenda_day (agenda, self->day)->title != NULL)
    self->place = g_strdup (lectern_agenda_day (agenda, self->day)->title);
}

void
lectern_agenda_row_fill (LecternAgendaRow *self, const LecternAgenda *agenda, LecternAgendaColours *colours)
{
  const LecternAgendaSession *session = self->session != 0 ? lectern_agenda_find (agenda, self->session) : NULL;
  if (self->title != NULL)
    return;
  if (session == NULL)
    {
      fill_head (self, agenda);
      return;
    }
  g_autofree char *rooms = lectern_agenda_text_rooms (agenda, session);
  const char *word = lectern_agenda_colours_of (colours, session)->label;
  self->ink = lectern_agenda_colours_index (colours, session);
  self->title = g_strdup (lectern_agenda_text_title (session));
  self->time = lectern_agenda_text_time (session);
  self->people = lectern_agenda_text_people (agenda, session);
  self->state = lectern_agenda_text_state (session);
  self->problem = lectern_agenda_text_problems (agenda, session, 3);
  self->place = g_strconcat (rooms, *rooms != '\0' && word != NULL ? " · " : "", word, NULL);
}

void
lectern_agenda_row_set_now (LecternAgendaRow *self, gboolean now)
{
  if (self->now == now)
    return;
  self->now = now;
  g_object_notify (G_OBJECT (self), "now");
}
