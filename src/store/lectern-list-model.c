/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-list-private.h"

struct _LecternListModel
{
  GObject parent_instance;
  LecternWorkspace *workspace;
  LecternListQuery *query;
  GArray *ids;             /* of gint64 */
  GHashTable *rows;        /* id -> LecternListRow, not owned: rows that somebody holds */
  GHashTable *positions;   /* id -> position; made when first asked for, NULL when ids changed */
  gint64 size;
  GCancellable *running;   /* of the worker whose answer is waited for */
  gboolean again;          /* the data changed while the worker was at it */
};

enum
{
  PROP_LOADING = 1,
  N_PROPS,
};
enum
{
  BEFORE_SWAP,
  AFTER_SWAP,
  FILLED,
  N_SIGNALS,
};
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (LecternListModel, lectern_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
on_row_gone (gpointer user_data, GObject *row)
{
  GHashTable *rows = user_data;
  gint64 id = lectern_list_row_get_id ((LecternListRow *) row);
  if (g_hash_table_lookup (rows, &id) == (gpointer) row)
    g_hash_table_remove (rows, &id);
}

static LecternListRow *
ref_row (LecternListModel *self, gint64 id)
{
  LecternListQueryClass *klass = LECTERN_LIST_QUERY_GET_CLASS (self->query);
  LecternListRow *row = g_hash_table_lookup (self->rows, &id);
  if (row != NULL)
    return g_object_ref (row);
  row = lectern_list_row_new (id, klass->n_columns);
  klass->fill (self->query, lectern_workspace_reader (self->workspace), row);
  lectern_list_row_settle (row, FALSE);
  g_hash_table_insert (self->rows, g_memdup2 (&id, sizeof id), row);
  g_object_weak_ref (G_OBJECT (row), on_row_gone, self->rows);
  return row;
}

/* The rows that somebody holds show what is true now. */
static void
refill_rows (LecternListModel *self)
{
  LecternListQueryClass *klass = LECTERN_LIST_QUERY_GET_CLASS (self->query);
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (held, g_object_ref (row));
  for (guint i = 0; i < held->len; i++)
    {
      klass->fill (self->query, lectern_workspace_reader (self->workspace), held->pdata[i]);
      lectern_list_row_settle (held->pdata[i], TRUE);
    }
}

/* Rows of another workspace or kind of query are nobody's any more. */
static void
forget_rows (LecternListModel *self)
{
  GHashTableIter iter;
  gpointer row;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, on_row_gone, self->rows);
  g_hash_table_remove_all (self->rows);
}

static void
splice (GArray *ids, const LecternListChange *change, GArray *new_ids)
{
  if (change->removed > 0)
    g_array_remove_range (ids, change->position, change->removed);
  if (change->added > 0)
    g_array_insert_vals (ids, change->position, &g_array_index (new_ids, gint64, change->from),
                         change->added);
}

/* From the last stretch to the first, so that positions hold; each is told as it is done. */
static void
swap_ids (LecternListModel *self, GArray *new_ids)
{
  g_autoptr(GArray) changes = lectern_list_difference (self->ids, new_ids);
  if (changes->len == 0)
    return;
  g_signal_emit (self, signals[BEFORE_SWAP], 0);
  for (guint i = changes->len; i > 0; i--)
    {
      const LecternListChange *change = &g_array_index (changes, LecternListChange, i - 1);
      splice (self->ids, change, new_ids);
      g_clear_pointer (&self->positions, g_hash_table_unref);
      g_list_model_items_changed (G_LIST_MODEL (self), change->position, change->removed,
                                  change->added);
    }
  g_signal_emit (self, signals[AFTER_SWAP], 0);
}

static void
set_running (LecternListModel *self, GCancellable *running)
{
  gboolean was = self->running != NULL;
  g_cancellable_cancel (self->running);
  g_set_object (&self->running, running);
  if (was != (running != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
take_answer (LecternListModel *self, GArray *ids)
{
  set_running (self, NULL);
  refill_rows (self);
  swap_ids (self, ids);
  g_signal_emit (self, signals[FILLED], 0);
}

typedef struct
{
  LecternWorkspace *workspace;
  LecternListQuery *query;
} Work;

static void
work_free (Work *work)
{
  g_object_unref (work->workspace);
  g_object_unref (work->query);
  g_free (work);
}

static void
ask_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(LecternReader) reader = lectern_workspace_new_reader (work->workspace, &error);
  if (reader == NULL)
    return g_task_return_error (task, g_steal_pointer (&error));
  g_task_return_pointer (task, LECTERN_LIST_QUERY_GET_CLASS (work->query)->ids (work->query, reader),
                         (GDestroyNotify) g_array_unref);
}

static void ask (LecternListModel *self);

static void
on_answer (GObject *source, GAsyncResult *result, gpointer user_data)
{
  LecternListModel *self = LECTERN_LIST_MODEL (source);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) ids = g_task_propagate_pointer (G_TASK (result), &error);
  if (g_task_get_cancellable (G_TASK (result)) != self->running)
    return; /* another question was asked since */
  if (ids == NULL)
    {
      g_warning ("A list could not be read: %s", error->message);
      set_running (self, NULL);
      return;
    }
  take_answer (self, ids);
  if (self->again)
    ask (self);
}

static void
ask (LecternListModel *self)
{
  LecternListQueryClass *klass;
  self->again = FALSE;
  if (self->query == NULL)
    {
      g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
      self->size = 0;
      set_running (self, NULL);
      swap_ids (self, none);
      g_signal_emit (self, signals[FILLED], 0);
      return;
    }
  klass = LECTERN_LIST_QUERY_GET_CLASS (self->query);
  self->size = klass->size (self->query, lectern_workspace_reader (self->workspace));
  if (self->size <= LECTERN_LIST_SYNC_ROWS)
    {
      g_autoptr(GArray) ids = klass->ids (self->query, lectern_workspace_reader (self->workspace));
      take_answer (self, ids);
      return;
    }
  Work *work = g_new0 (Work, 1);
  g_autoptr(GCancellable) running = g_cancellable_new ();
  g_autoptr(GTask) task = g_task_new (self, running, on_answer, NULL);
  work->workspace = g_object_ref (self->workspace);
  work->query = g_object_ref (self->query);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  set_running (self, running);
  g_task_run_in_thread (task, ask_in_thread);
}

void
lectern_list_model_set_query (LecternListModel *self, LecternWorkspace *workspace,
                              LecternListQuery *query)
{
  gboolean other = self->workspace != workspace || self->query == NULL || query == NULL
                   || G_OBJECT_TYPE (self->query) != G_OBJECT_TYPE (query);
  if (other && self->ids->len > 0)
    {
      g_autoptr(GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
      swap_ids (self, none);
    }
  if (other)
    forget_rows (self);
  g_set_object (&self->workspace, workspace);
  g_set_object (&self->query, query);
  ask (self);
}

/* A worker that is under way started from older data, so it is asked once more afterwards. */
void
lectern_list_model_refresh (LecternListModel *self)
{
  if (self->running != NULL)
    self->again = TRUE;
  else
    ask (self);
}

gboolean
lectern_list_model_get_loading (LecternListModel *self)
{
  return self->running != NULL;
}

gint64
lectern_list_model_get_size (LecternListModel *self)
{
  return self->size;
}

gint64
lectern_list_model_get_id (LecternListModel *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

gboolean
lectern_list_model_find (LecternListModel *self, gint64 id, guint *position)
{
  gpointer value;
  if (self->positions == NULL)
    {
      self->positions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      for (guint i = 0; i < self->ids->len; i++)
        g_hash_table_insert (self->positions,
                             g_memdup2 (&g_array_index (self->ids, gint64, i), sizeof (gint64)),
                             GUINT_TO_POINTER (i));
    }
  if (!g_hash_table_lookup_extended (self->positions, &id, NULL, &value))
    return FALSE;
  *position = GPOINTER_TO_UINT (value);
  return TRUE;
}

guint
lectern_list_model_n_rows_made (LecternListModel *self)
{
  return g_hash_table_size (self->rows);
}

static GType
get_item_type (GListModel *model)
{
  return LECTERN_TYPE_LIST_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return LECTERN_LIST_MODEL (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  LecternListModel *self = LECTERN_LIST_MODEL (model);
  if (position >= self->ids->len)
    return NULL;
  return ref_row (self, g_array_index (self->ids, gint64, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
lectern_list_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_LOADING)
    g_value_set_boolean (value, LECTERN_LIST_MODEL (object)->running != NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
lectern_list_model_dispose (GObject *object)
{
  LecternListModel *self = LECTERN_LIST_MODEL (object);
  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  forget_rows (self);
  g_clear_object (&self->query);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (lectern_list_model_parent_class)->dispose (object);
}

static void
lectern_list_model_finalize (GObject *object)
{
  LecternListModel *self = LECTERN_LIST_MODEL (object);
  g_array_unref (self->ids);
  g_hash_table_unref (self->rows);
  g_clear_pointer (&self->positions, g_hash_table_unref);
  G_OBJECT_CLASS (lectern_list_model_parent_class)->finalize (object);
}

static void
lectern_list_model_class_init (LecternListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);
  object_class->dispose = lectern_list_model_dispose;
  object_class->finalize = lectern_list_model_finalize;
  object_class->get_property = lectern_list_model_get_property;
  props[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                  | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[BEFORE_SWAP] = g_signal_new ("before-swap", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[AFTER_SWAP] = g_signal_new ("after-swap", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 0);
  signals[FILLED] = g_signal_new ("filled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
lectern_list_model_init (LecternListModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

LecternListModel *
lectern_list_model_new (void)
{
  return g_object_new (LECTERN_TYPE_LIST_MODEL, NULL);
}
