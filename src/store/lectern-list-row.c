/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-list-private.h"

struct _LecternListRow
{
  GObject parent_instance;
  gint64 id;
  guint n_columns;
  gboolean touched; /* a set since the last lectern_list_row_settle() changed something */
  char **texts;
  gint64 *integers;
};

G_DEFINE_FINAL_TYPE (LecternListRow, lectern_list_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
lectern_list_row_finalize (GObject *object)
{
  LecternListRow *self = LECTERN_LIST_ROW (object);
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->texts[i]);
  g_free (self->texts);
  g_free (self->integers);
  G_OBJECT_CLASS (lectern_list_row_parent_class)->finalize (object);
}

static void
lectern_list_row_class_init (LecternListRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_list_row_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_list_row_init (LecternListRow *self)
{
}

LecternListRow *
lectern_list_row_new (gint64 id, guint n_columns)
{
  LecternListRow *self = g_object_new (LECTERN_TYPE_LIST_ROW, NULL);
  self->id = id;
  self->n_columns = n_columns;
  self->texts = g_new0 (char *, n_columns);
  self->integers = g_new0 (gint64, n_columns);
  return self;
}

/* Tells that texts changed since the last time, if they did. */
void
lectern_list_row_settle (LecternListRow *self, gboolean tell)
{
  gboolean touched = self->touched;
  self->touched = FALSE;
  if (touched && tell)
    g_signal_emit (self, changed_signal, 0);
}

gint64
lectern_list_row_get_id (LecternListRow *self)
{
  return self->id;
}

const char *
lectern_list_row_text (LecternListRow *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, "");
  return self->texts[column] != NULL ? self->texts[column] : "";
}

gint64
lectern_list_row_integer (LecternListRow *self, guint column)
{
  g_return_val_if_fail (column < self->n_columns, 0);
  return self->integers[column];
}

void
lectern_list_row_set_text (LecternListRow *self, guint column, const char *text)
{
  g_return_if_fail (column < self->n_columns);
  if (g_strcmp0 (self->texts[column], text) == 0)
    return;
  g_free (self->texts[column]);
  self->texts[column] = g_strdup (text);
  self->touched = TRUE;
}

void
lectern_list_row_set_integer (LecternListRow *self, guint column, gint64 integer)
{
  g_return_if_fail (column < self->n_columns);
  if (self->integers[column] == integer)
    return;
  self->integers[column] = integer;
  self->touched = TRUE;
}

G_DEFINE_ABSTRACT_TYPE (LecternListQuery, lectern_list_query, G_TYPE_OBJECT)

static void
lectern_list_query_class_init (LecternListQueryClass *klass)
{
}

static void
lectern_list_query_init (LecternListQuery *self)
{
}
