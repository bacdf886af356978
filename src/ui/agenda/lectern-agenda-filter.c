/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-filter.h"

#include <glib/gi18n-lib.h>

LecternAgendaFilter *
lectern_agenda_filter_new (void)
{
  LecternAgendaFilter *filter = g_new0 (LecternAgendaFilter, 1);
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    filter->values[kind] = g_array_new (FALSE, FALSE, sizeof (gint64));
  return filter;
}

LecternAgendaFilter *
lectern_agenda_filter_copy (const LecternAgendaFilter *filter)
{
  LecternAgendaFilter *copy = lectern_agenda_filter_new ();
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    g_array_append_vals (copy->values[kind], filter->values[kind]->data, filter->values[kind]->len);
  copy->hides = filter->hides;
  return copy;
}

void
lectern_agenda_filter_free (LecternAgendaFilter *filter)
{
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    g_array_unref (filter->values[kind]);
  g_free (filter);
}

gboolean
lectern_agenda_filter_is_empty (const LecternAgendaFilter *filter)
{
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    if (filter->values[kind]->len > 0)
      return FALSE;
  return TRUE;
}

static int
place_of (const LecternAgendaFilter *filter, LecternAgendaFilterKind kind, gint64 value)
{
  for (guint i = 0; i < filter->values[kind]->len; i++)
    if (g_array_index (filter->values[kind], gint64, i) == value)
      return i;
  return -1;
}

gboolean
lectern_agenda_filter_has (const LecternAgendaFilter *filter, LecternAgendaFilterKind kind, gint64 value)
{
  return place_of (filter, kind, value) >= 0;
}

guint
lectern_agenda_filter_n (const LecternAgendaFilter *filter, LecternAgendaFilterKind kind)
{
  return filter->values[kind]->len;
}

void
lectern_agenda_filter_set (LecternAgendaFilter *filter, LecternAgendaFilterKind kind, gint64 value, gboolean on)
{
  int at = place_of (filter, kind, value);
  if (on && at < 0)
    g_array_append_val (filter->values[kind], value);
  else if (!on && at >= 0)
    g_array_remove_index (filter->values[kind], at);
}

void
lectern_agenda_filter_clear (LecternAgendaFilter *filter, LecternAgendaFilterKind kind)
{
  g_array_set_size (filter->values[kind], 0);
}

void
lectern_agenda_filter_clear_all (LecternAgendaFilter *filter)
{
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    lectern_agenda_filter_clear (filter, kind);
}

/* ---- matching ---- */

static int
state_of (const LecternAgendaSession *session)
{
  const LecternChoice *choices = lectern_field (LECTERN_KIND_SESSION, LECTERN_SESSION_STATE)->choices;
  for (guint i = 0; session->state != NULL && choices[i].key != NULL; i++)
    if (g_str_equal (choices[i].key, session->state))
      return i + 1;
  return 0;
}

typedef gboolean (*Each) (gint64 value, gpointer data);

/* Calls @each with every value of a kind that a session has, until it says TRUE. */
static gboolean
each_value (const LecternAgenda *agenda, const LecternAgendaSession *session, LecternAgendaFilterKind kind, Each each,
            gpointer data)
{
  switch (kind)
    {
    case LECTERN_AGENDA_FILTER_PROBLEM:
      return session->n_problems > 0 && each (1, data);
    case LECTERN_AGENDA_FILTER_STATE:
      return each (state_of (session), data) || (session->internal && each (LECTERN_AGENDA_FILTER_INTERNAL, data))
             || (session->locked && each (LECTERN_AGENDA_FILTER_LOCKED, data))
             || (session->repeats != NULL && each (LECTERN_AGENDA_FILTER_REPEATS, data));
    case LECTERN_AGENDA_FILTER_ROOM:
      for (guint i = 0; i < session->n_rooms; i++)
        if (each (lectern_agenda_room (agenda, session->rooms[i])->id, data))
          return TRUE;
      return session->n_rooms == 0 && each (0, data);
    case LECTERN_AGENDA_FILTER_TRACK:
      return each (session->track >= 0 ? lectern_agenda_track (agenda, session->track)->id : 0, data);
    case LECTERN_AGENDA_FILTER_PART:
      return each (session->part, data);
    case LECTERN_AGENDA_FILTER_PERSON:
      for (guint i = 0; i < session->n_people; i++)
        if (each (lectern_agenda_person (agenda, session->first_person + i)->person, data))
          return TRUE;
      return session->n_people == 0 && each (0, data);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_among (gint64 value, gpointer data)
{
  const GArray *values = data;
  for (guint i = 0; i < values->len; i++)
    if (g_array_index (values, gint64, i) == value)
      return TRUE;
  return FALSE;
}

gboolean
lectern_agenda_filter_matches (const LecternAgendaFilter *filter, const LecternAgenda *agenda,
                               const LecternAgendaSession *session)
{
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    if (filter->values[kind]->len > 0 && !each_value (agenda, session, kind, is_among, filter->values[kind]))
      return FALSE;
  return TRUE;
}

/* ---- in words ---- */

const char *
lectern_agenda_filter_kind_label (LecternAgendaFilterKind kind)
{
  const char *const labels[] = {
    [LECTERN_AGENDA_FILTER_PROBLEM] = N_ ("Problems"),
    [LECTERN_AGENDA_FILTER_STATE] = N_ ("State"),
    [LECTERN_AGENDA_FILTER_ROOM] = N_ ("Rooms"),
    [LECTERN_AGENDA_FILTER_TRACK] = N_ ("Tracks"),
    [LECTERN_AGENDA_FILTER_PART] = N_ ("Programme parts"),
    [LECTERN_AGENDA_FILTER_PERSON] = N_ ("People"),
  };
  return _ (labels[kind]);
}

static const char *
state_label (gint64 value)
{
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION, LECTERN_SESSION_STATE);
  if (value == LECTERN_AGENDA_FILTER_INTERNAL)
    return _ ("Internal");
  if (value == LECTERN_AGENDA_FILTER_LOCKED)
    return _ ("Locked");
  if (value == LECTERN_AGENDA_FILTER_REPEATS)
    return _ ("Repeats");
  return value > 0 ? lectern_field_choice_label (field, field->choices[value - 1].key) : _ ("No state");
}

/* NULL where the agenda has none such. */
static const char *
label_of (const LecternAgenda *agenda, LecternAgendaFilterKind kind, gint64 value)
{
  const char *const none[] = {
    [LECTERN_AGENDA_FILTER_ROOM] = N_ ("No room"),
    [LECTERN_AGENDA_FILTER_TRACK] = N_ ("No track"),
    [LECTERN_AGENDA_FILTER_PART] = N_ ("No programme part"),
    [LECTERN_AGENDA_FILTER_PERSON] = N_ ("Nobody yet"),
  };
  if (kind == LECTERN_AGENDA_FILTER_PROBLEM)
    return _ ("With problems");
  if (kind == LECTERN_AGENDA_FILTER_STATE)
    return state_label (value);
  if (value == 0)
    return _ (none[kind]);
  for (guint i = 0; kind == LECTERN_AGENDA_FILTER_ROOM && i < agenda->rooms->len; i++)
    if (lectern_agenda_room (agenda, i)->id == value)
      return lectern_agenda_room (agenda, i)->name;
  for (guint i = 0; kind == LECTERN_AGENDA_FILTER_TRACK && i < agenda->tracks->len; i++)
    if (lectern_agenda_track (agenda, i)->id == value)
      return lectern_agenda_track (agenda, i)->name;
  for (guint i = 0; kind == LECTERN_AGENDA_FILTER_PART && i < agenda->parts->len; i++)
    if (lectern_agenda_part (agenda, i)->id == value)
      return lectern_agenda_part (agenda, i)->name;
  for (guint i = 0; kind == LECTERN_AGENDA_FILTER_PERSON && i < agenda->people->len; i++)
    if (lectern_agenda_person (agenda, i)->person == value)
      return lectern_agenda_person (agenda, i)->name;
  return NULL;
}

char *
lectern_agenda_filter_dup_label (const LecternAgenda *agenda, LecternAgendaFilterKind kind, gint64 value)
{
  return g_strdup (label_of (agenda, kind, value));
}

/* Takes out what the agenda does not have any more: nobody could see why nothing is shown. */
void
lectern_agenda_filter_forget (LecternAgendaFilter *filter, const LecternAgenda *agenda)
{
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    for (guint i = filter->values[kind]->len; i > 0; i--)
      if (label_of (agenda, kind, g_array_index (filter->values[kind], gint64, i - 1)) == NULL)
        g_array_remove_index (filter->values[kind], i - 1);
}

/* ---- what there is to choose from ---- */

static void
free_choice (gpointer data)
{
  g_free (((LecternAgendaFilterChoice *) data)->label);
  g_free (data);
}

typedef struct
{
  GPtrArray *all;
  GHashTable *by_value; /* gint64 -> LecternAgendaFilterChoice, of one kind */
  LecternAgendaFilterKind kind;
} Choices;

static void
add_choice (Choices *choices, gint64 value)
{
  LecternAgendaFilterChoice *choice = g_new0 (LecternAgendaFilterChoice, 1);
  choice->kind = choices->kind;
  choice->value = value;
  g_ptr_array_add (choices->all, choice);
  g_hash_table_insert (choices->by_value, &choice->value, choice);
}

static gboolean
count (gint64 value, gpointer data)
{
  Choices *choices = data;
  LecternAgendaFilterChoice *choice = g_hash_table_lookup (choices->by_value, &value);
  if (choice == NULL)
    {
      add_choice (choices, value);
      choice = choices->all->pdata[choices->all->len - 1];
    }
  choice->n++;
  return FALSE;
}

/* Those in an order of their own come in it; also where nobody uses them yet. */
static void
add_ordered (Choices *choices, const LecternAgenda *agenda)
{
  const LecternField *state = lectern_field (LECTERN_KIND_SESSION, LECTERN_SESSION_STATE);
  switch (choices->kind)
    {
    case LECTERN_AGENDA_FILTER_PROBLEM:
      add_choice (choices, 1);
      break;
    case LECTERN_AGENDA_FILTER_STATE:
      for (guint i = 0; state->choices[i].key != NULL; i++)
        add_choice (choices, i + 1);
      break;
    case LECTERN_AGENDA_FILTER_ROOM:
      for (guint i = 0; i < agenda->rooms->len; i++)
        add_choice (choices, lectern_agenda_room (agenda, i)->id);
      break;
    case LECTERN_AGENDA_FILTER_TRACK:
      for (guint i = 0; i < agenda->tracks->len; i++)
        add_choice (choices, lectern_agenda_track (agenda, i)->id);
      break;
    case LECTERN_AGENDA_FILTER_PART:
      for (guint i = 0; i < agenda->parts->len; i++)
        add_choice (choices, lectern_agenda_part (agenda, i)->id);
      break;
    default: /* people: only those who are in it, by name */
      break;
    }
}

static int
by_label (gconstpointer a, gconstpointer b)
{
  const LecternAgendaFilterChoice *x = *(LecternAgendaFilterChoice *const *) a;
  const LecternAgendaFilterChoice *y = *(LecternAgendaFilterChoice *const *) b;
  if ((x->value == 0) != (y->value == 0)) /* "nobody" is no name */
    return x->value == 0 ? 1 : -1;
  return g_utf8_collate (x->label, y->label);
}

/**
 * lectern_agenda_filter_choices:
 *
 * Everything that can be asked for, with how many sessions have it: by kind; rooms,
 * tracks and parts in their order, people by name.
 *
 * Returns: (transfer full) (element-type LecternAgendaFilterChoice)
 */
GPtrArray *
lectern_agenda_filter_choices (const LecternAgenda *agenda)
{
  Choices choices = { .all = g_ptr_array_new_with_free_func (free_choice) };
  for (choices.kind = 0; choices.kind < LECTERN_AGENDA_FILTER_N_KINDS; choices.kind++)
    {
      guint first = choices.all->len;
      choices.by_value = g_hash_table_new (g_int64_hash, g_int64_equal);
      add_ordered (&choices, agenda);
      for (guint i = 0; i < agenda->sessions->len; i++)
        each_value (agenda, lectern_agenda_session (agenda, i), choices.kind, count, &choices);
      for (guint i = first; i < choices.all->len; i++)
        {
          LecternAgendaFilterChoice *choice = choices.all->pdata[i];
          choice->label = lectern_agenda_filter_dup_label (agenda, choice->kind, choice->value);
        }
      if (choices.kind == LECTERN_AGENDA_FILTER_PERSON)
        qsort (choices.all->pdata + first, choices.all->len - first, sizeof (gpointer), by_label);
      g_hash_table_unref (choices.by_value);
    }
  return choices.all;
}
