/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-selection.h"

struct _LecternAgendaSelection
{
  GObject parent_instance;

  GArray *sessions; /* of gint64 */
  GHashTable *has;  /* session -> itself; the keys are owned */
  gint64 lead;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaSelection, lectern_agenda_selection, G_TYPE_OBJECT)

static void
lectern_agenda_selection_finalize (GObject *object)
{
  LecternAgendaSelection *self = LECTERN_AGENDA_SELECTION (object);
  g_array_unref (self->sessions);
  g_hash_table_unref (self->has);
  G_OBJECT_CLASS (lectern_agenda_selection_parent_class)->finalize (object);
}

static void
lectern_agenda_selection_class_init (LecternAgendaSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_selection_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lectern_agenda_selection_init (LecternAgendaSelection *self)
{
  self->sessions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->has = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

LecternAgendaSelection *
lectern_agenda_selection_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_SELECTION, NULL);
}

gboolean
lectern_agenda_selection_has (LecternAgendaSelection *self, gint64 session)
{
  return g_hash_table_contains (self->has, &session);
}

guint
lectern_agenda_selection_count (LecternAgendaSelection *self)
{
  return self->sessions->len;
}

const gint64 *
lectern_agenda_selection_get (LecternAgendaSelection *self, guint *n)
{
  *n = self->sessions->len;
  return (const gint64 *) (const void *) self->sessions->data;
}

/* 0 where nothing is chosen. */
gint64
lectern_agenda_selection_get_lead (LecternAgendaSelection *self)
{
  return self->lead;
}

static void
append (LecternAgendaSelection *self, gint64 session)
{
  if (session == 0 || !g_hash_table_add (self->has, g_memdup2 (&session, sizeof session)))
    return;
  g_array_append_val (self->sessions, session);
}

static void
settle_lead (LecternAgendaSelection *self, gint64 lead)
{
  guint n = self->sessions->len;
  if (lead == 0 || !lectern_agenda_selection_has (self, lead))
    lead = n > 0 ? g_array_index (self->sessions, gint64, n - 1) : 0;
  self->lead = lead;
}

void
lectern_agenda_selection_set (LecternAgendaSelection *self, gint64 session)
{
  lectern_agenda_selection_set_all (self, &session, session != 0, session);
}

void
lectern_agenda_selection_set_all (LecternAgendaSelection *self, const gint64 *sessions, guint n, gint64 lead)
{
  gboolean same = n == self->sessions->len;
  for (guint i = 0; same && i < n; i++)
    same = g_array_index (self->sessions, gint64, i) == sessions[i];
  if (same && (n == 0 || lead == 0 || lead == self->lead))
    return;
  g_autofree gint64 *copy = g_memdup2 (sessions, n * sizeof *sessions); /* they may be our own */
  g_array_set_size (self->sessions, 0);
  g_hash_table_remove_all (self->has);
  for (guint i = 0; i < n; i++)
    append (self, copy[i]);
  settle_lead (self, lead);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lectern_agenda_selection_add (LecternAgendaSelection *self, const gint64 *sessions, guint n)
{
  guint before = self->sessions->len;
  for (guint i = 0; i < n; i++)
    append (self, sessions[i]);
  if (self->sessions->len == before)
    return;
  settle_lead (self, self->lead);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lectern_agenda_selection_toggle (LecternAgendaSelection *self, gint64 session)
{
  gint64 lead = session;
  if (lectern_agenda_selection_has (self, session))
    {
      g_hash_table_remove (self->has, &session);
      for (guint i = self->sessions->len; i > 0; i--)
        if (g_array_index (self->sessions, gint64, i - 1) == session)
          g_array_remove_index (self->sessions, i - 1);
      lead = self->lead;
    }
  else
    append (self, session);
  settle_lead (self, lead);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lectern_agenda_selection_keep (LecternAgendaSelection *self, gboolean (*is_there) (gint64 session, gpointer data),
                               gpointer data)
{
  guint before = self->sessions->len;
  for (guint i = self->sessions->len; i > 0; i--)
    {
      gint64 session = g_array_index (self->sessions, gint64, i - 1);
      if (is_there (session, data))
        continue;
      g_array_remove_index (self->sessions, i - 1);
      g_hash_table_remove (self->has, &session);
    }
  if (self->sessions->len == before)
    return;
  settle_lead (self, self->lead);
  g_signal_emit (self, signals[CHANGED], 0);
}
