/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-apply.h"

#include "lectern-remote.h"
#include "lectern-workspace-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LecternWrite write;
  LecternRemoteChange *change;
  LecternVector context;    /* of the change, its writer's own past included */
} Apply;

/* What is known of a head: its dot decides, its value is carried along. The change that is
   being applied is not yet in its table. */
static LecternHead
head_of (Apply *apply, LecternCellHead *cell)
{
  LecternDb *db = apply->write.db;
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT writer, sequence, lamport FROM change WHERE number = ?1", NULL);
  LecternHead head = { .value = cell };

  if (cell->change == apply->write.number)
    {
      head.dot = (LecternDot){ apply->change->writer, apply->change->sequence };
      head.lamport = apply->change->lamport;
      return head;
    }
  if (statement == NULL)
    return head;
  sqlite3_bind_int64 (statement, 1, cell->change);
  if (lectern_db_step (db, statement, NULL))
    {
      head.dot = (LecternDot){ sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1) };
      head.lamport = sqlite3_column_int64 (statement, 2);
    }
  sqlite3_reset (statement);
  return head;
}

static gint64
change_of_dot (Apply *apply, LecternDot dot)
{
  if (dot.writer == apply->change->writer && dot.sequence == apply->change->sequence)
    return apply->write.number;
  return lectern_change_number (apply->write.db, dot);
}

static gboolean
keep_unknown (Apply *apply, const LecternOperation *operation, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      apply->write.db, "INSERT OR REPLACE INTO unknown (kind, row, grp, lang, change, value) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6)", error);
  gsize length;
  gconstpointer data = g_bytes_get_data (operation->value, &length);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, operation->kind);
  sqlite3_bind_int64 (statement, 2, operation->row);
  sqlite3_bind_int (statement, 3, operation->group);
  sqlite3_bind_text (statement, 4, operation->language, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 5, apply->write.number);
  sqlite3_bind_blob (statement, 6, length ? data : "", length, SQLITE_STATIC);
  return lectern_db_run (apply->write.db, statement, error);
}

/* Whether a packed group holds a field that this version does not know. */
static gboolean
has_unknown_field (const LecternOperation *operation)
{
  LecternGroupReader reader;
  LecternValue one = LECTERN_EMPTY;
  guint number;
  gsize length;
  gconstpointer data = g_bytes_get_data (operation->value, &length);
  gboolean unknown = FALSE;

  lectern_group_reader_init (&reader, data, length);
  while (lectern_group_reader_next (&reader, &number, &one))
    {
      unknown |= operation->group != 0 && lectern_field (operation->kind, number) == NULL;
      lectern_value_clear (&one);
    }
  return unknown;
}

static void
unpack_values (LecternKind kind, guint group, GBytes *value, LecternValue *values)
{
  LecternGroupReader reader;
  LecternValue one = LECTERN_EMPTY;
  guint number;
  gsize length;
  gconstpointer data = g_bytes_get_data (value, &length);

  lectern_group_reader_init (&reader, data, length);
  while (lectern_group_reader_next (&reader, &number, &one))
    {
      const LecternField *field = lectern_field (kind, number);
      if (field != NULL && field->group == group && lectern_value_is_valid (field, &one, NULL))
        {
          lectern_value_clear (&values[field->index]);
          values[field->index] = one;
        }
      else
        lectern_value_clear (&one);
    }
}

/* Shows @value in the row's table. */
static gboolean
show (Apply *apply, LecternRow *row, const LecternOperation *operation, GBytes *value, GError **error)
{
  const LecternKindInfo *info = lectern_kind_info (row->record->kind);
  g_autofree LecternValue *values = g_new0 (LecternValue, info->n_fields);
  gboolean done;

  unpack_values (row->record->kind, operation->group, value, values);
  if (*operation->language == '\0')
    done = lectern_write_show_group (&apply->write, row, operation->group, values, error);
  else
    {
      guint field = lectern_group_text_field (row->record->kind, operation->group);
      gint64 from = change_of_dot (apply, operation->made_from);
      done = field == 0
             || lectern_write_show_translation (
                 &apply->write, row, field, operation->language,
                 lectern_value_get_text (&values[lectern_field (row->record->kind, field)->index]), from,
                 error);
    }
  for (guint i = 0; i < info->n_fields; i++)
    lectern_value_clear (&values[i]);
  return done;
}

/* Heads that the context covers go, the new one comes; the first in order is shown. */
static gboolean
merge_cell (Apply *apply, LecternRow *row, const LecternOperation *operation, GError **error)
{
  LecternDb *db = apply->write.db;
  guint group = operation->group;
  const char *language = operation->language;
  g_autoptr (GArray) cells = lectern_cell_heads (db, row, group, language, NULL);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (LecternHead));
  g_autoptr (GBytes) standing = lectern_cell_pack (row, group, language);
  LecternCellHead mine = { .change = apply->write.number,
                           .origin = change_of_dot (apply, operation->origin) };
  LecternHead new = { .dot = { apply->change->writer, apply->change->sequence },
                      .lamport = apply->change->lamport, .value = &mine };
  gint64 prior = cells->len ? g_array_index (cells, LecternCellHead, 0).change : 0;
  LecternCellHead *shown;

  for (guint i = 0; i < cells->len; i++)
    {
      LecternHead head = head_of (apply, &g_array_index (cells, LecternCellHead, i));
      g_array_append_val (heads, head);
    }
  lectern_heads_apply (heads, &new, &apply->context);
  for (guint i = 0; i < cells->len; i++)
    {
      LecternCellHead *old = &g_array_index (cells, LecternCellHead, i);
      gboolean stays = FALSE;
      for (guint j = 0; j < heads->len; j++)
        stays |= g_array_index (heads, LecternHead, j).value == old;
      if (!stays
          && !lectern_cell_put (db, row, group, language, old, 0, 0, old->value ? old->value : standing,
                                error))
        return FALSE;
    }
  shown = g_array_index (heads, LecternHead, 0).value;
  for (guint j = 0; j < heads->len; j++)
    {
      LecternCellHead *head = g_array_index (heads, LecternHead, j).value;
      GBytes *value = head == &mine ? operation->value : head->value ? head->value : standing;
      gboolean in_table = head == shown && group != 0;
      if (!lectern_cell_put (db, row, group, language, head, head == shown || group == 0 ? 1 : 2,
                             head == &mine ? prior : 0, in_table ? NULL : value, error))
        return FALSE;
    }
  if (group == 0)
    return TRUE; /* whether the row lives is decided when all its operations are in */
  if (shown == &mine)
    return show (apply, row, operation, operation->value, error);
  return shown->value == NULL || show (apply, row, operation, shown->value, error);
}

static gboolean
deletion_covers (const LecternHead *deletion, const LecternHead *head, gpointer data)
{
  Apply *apply = data;
  LecternDb *db = apply->write.db;
  LecternCellHead *cell = deletion->value;
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT context FROM change WHERE number = ?1", NULL);
  LecternVector context;
  gboolean covered = FALSE;

  lectern_vector_init (&context);
  if (cell->change == apply->write.number)
    lectern_vector_merge (&context, &apply->context);
  else if (statement != NULL)
    {
      sqlite3_bind_int64 (statement, 1, cell->change);
      if (lectern_db_step (db, statement, NULL))
        lectern_unpack_vector (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0),
                               &context);
      sqlite3_reset (statement);
    }
  lectern_vector_see (&context, deletion->dot); /* its own past is seen */
  covered = lectern_vector_covers (&context, head->dot);
  lectern_vector_clear (&context);
  return covered;
}

static gboolean
is_dead (GBytes *value)
{
  LecternGroupReader reader;
  LecternValue one = LECTERN_EMPTY;
  guint number;
  gsize length;
  gconstpointer data = g_bytes_get_data (value, &length);
  gboolean dead;

  lectern_group_reader_init (&reader, data, length);
  dead = lectern_group_reader_next (&reader, &number, &one) && lectern_value_get_integer (&one) == 0;
  lectern_value_clear (&one);
  return dead;
}

/* Heads of the row's other cells: those with entries, and the row's own change. */
static GArray *
other_heads (Apply *apply, LecternRow *row)
{
  LecternDb *db = apply->write.db;
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (LecternHead));
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = lectern_db_statement (
      db, "SELECT DISTINCT change FROM op WHERE kind = ?1 AND row = ?2 AND grp <> 0 AND head > 0", NULL);

  g_array_append_val (changes, row->change);
  if (statement != NULL)
    {
      sqlite3_bind_int (statement, 1, row->record->kind);
      sqlite3_bind_int64 (statement, 2, row->record->id);
      while (lectern_db_step (db, statement, NULL))
        {
          gint64 change = sqlite3_column_int64 (statement, 0);
          g_array_append_val (changes, change);
        }
    }
  for (guint i = 0; i < changes->len; i++)
    {
      LecternCellHead cell = { .change = g_array_index (changes, gint64, i) };
      LecternHead head = head_of (apply, &cell);
      head.value = NULL;
      g_array_append_val (heads, head);
    }
  return heads;
}

/* A deletion and an edit that did not see each other: the edit wins, and the deletion
   waits for a decision. */
static gboolean
settle_life (Apply *apply, LecternRow *row, GError **error)
{
  LecternDb *db = apply->write.db;
  g_autoptr (GArray) cells = lectern_cell_heads (db, row, 0, "", NULL);
  g_autoptr (GArray) others = other_heads (apply, row);
  g_autofree LecternHead *heads = g_new0 (LecternHead, cells->len + 1);
  g_autofree gboolean *dead = g_new0 (gboolean, cells->len + 1);
  gboolean alive;

  for (guint i = 0; i < cells->len; i++)
    {
      LecternCellHead *cell = &g_array_index (cells, LecternCellHead, i);
      heads[i] = head_of (apply, cell);
      dead[i] = cell->value != NULL && is_dead (cell->value);
    }
  alive = lectern_heads_alive (heads, dead, cells->len, (LecternHead *) others->data, others->len,
                               deletion_covers, apply);
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, LecternCellHead, i).value != NULL)
      {
        LecternCellHead *cell = &g_array_index (cells, LecternCellHead, i);
        if (!lectern_cell_put (db, row, 0, "", cell, alive && dead[i] ? 2 : 1, 0, cell->value, error))
          return FALSE;
      }
  return alive == row->record->alive || lectern_write_show_alive (&apply->write, row, alive, error);
}

static LecternOperation *
operation_at (Apply *apply, guint i)
{
  return i < apply->change->operations->len ? g_ptr_array_index (apply->change->operations, i) : NULL;
}

/* A row that is new here: its values come with it, in the operations that follow. */
static LecternRow *
create_row (Apply *apply, guint *i, GError **error)
{
  LecternOperation *created = operation_at (apply, *i), *next;
  g_autoptr (LecternRow) row = g_new0 (LecternRow, 1);

  row->record = lectern_record_new (created->kind, created->row);
  while ((next = operation_at (apply, *i + 1)) != NULL && next->kind == created->kind
         && next->row == created->row && *next->language == '\0' && next->group != 0)
    {
      unpack_values (next->kind, next->group, next->value, row->record->values);
      if (has_unknown_field (next) && !keep_unknown (apply, next, error))
        return NULL;
      ++*i;
    }
  if (!lectern_write_create (&apply->write, row, error))
    return NULL;
  return g_steal_pointer (&row);
}

/* A row that two devices made: its creation is an operation on every group, empty ones too. */
static gboolean
merge_created (Apply *apply, LecternRow *row, guint *i, GError **error)
{
  LecternOperation *created = operation_at (apply, *i), *next;
  const LecternKindInfo *info = lectern_kind_info (created->kind);
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  lectern_write_note (&apply->write, row, 0, "", TRUE);
  if (!merge_cell (apply, row, created, error))
    return FALSE;
  while ((next = operation_at (apply, *i + 1)) != NULL && next->kind == created->kind
         && next->row == created->row && *next->language == '\0' && next->group != 0)
    {
      g_hash_table_add (given, GUINT_TO_POINTER (next->group));
      if (!merge_cell (apply, row, next, error))
        return FALSE;
      ++*i;
    }
  for (guint f = 0; f < info->n_fields; f++)
    if (info->fields[f].group == info->fields[f].number
        && !g_hash_table_contains (given, GUINT_TO_POINTER ((guint) info->fields[f].group)))
      {
        LecternOperation operation = { .kind = created->kind, .row = created->row,
                                       .group = info->fields[f].group, .language = (char *) "",
                                       .value = empty, .origin = created->origin };
        if (!merge_cell (apply, row, &operation, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
finish_row (Apply *apply, LecternRow *row, GError **error)
{
  return row == NULL || settle_life (apply, row, error);
}

static gboolean
apply_operations (Apply *apply, GError **error)
{
  g_autoptr (LecternRow) row = NULL;

  for (guint i = 0; i < apply->change->operations->len; i++)
    {
      LecternOperation *operation = operation_at (apply, i);

      if (lectern_kind_info (operation->kind) == NULL)
        {
          lectern_write_note_unknown (&apply->write, operation->kind, operation->row, operation->group,
                                      operation->language, operation->created);
          if (!keep_unknown (apply, operation, error))
            return FALSE;
          continue;
        }
      if (row == NULL || row->record->kind != operation->kind || row->record->id != operation->row)
        {
          if (!finish_row (apply, row, error))
            return FALSE;
          g_clear_pointer (&row, lectern_row_free);
          row = lectern_row_load (apply->write.db, operation->kind, operation->row, NULL);
        }
      if (row == NULL && operation->created)
        {
          row = create_row (apply, &i, error);
          if (row == NULL)
            return FALSE;
          continue;
        }
      if (row == NULL)
        continue; /* of a row that was erased */
      if (operation->created)
        {
          if (!merge_created (apply, row, &i, error))
            return FALSE;
          continue;
        }
      lectern_write_note (&apply->write, row, operation->group, operation->language, FALSE);
      if (has_unknown_field (operation) && !keep_unknown (apply, operation, error))
        return FALSE;
      if (!merge_cell (apply, row, operation, error))
        return FALSE;
    }
  return finish_row (apply, row, error);
}

static gboolean
see_change (LecternDb *db, LecternRemoteChange *change, GError **error)
{
  sqlite3_stmt *statement = lectern_db_statement (
      db, "INSERT INTO writer (id, sequence, lamport, undo, redo) VALUES (?1, ?2, ?3, 0, 0) "
          "ON CONFLICT DO UPDATE SET sequence = excluded.sequence, lamport = max(lamport, excluded.lamport)",
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change->writer);
  sqlite3_bind_int64 (statement, 2, change->sequence);
  sqlite3_bind_int64 (statement, 3, change->lamport);
  return lectern_db_run (db, statement, error);
}

static gboolean
apply_one (LecternDb *db, LecternRemoteChange *change, GError **error)
{
  Apply apply = { .change = change };
  g_autoptr (GByteArray) context = g_byte_array_new ();
  LecternWriteInfo info = { .type = change->type, .writer = change->writer,
                            .sequence = change->sequence, .lamport = change->lamport,
                            .time = change->time, .step = change->bookkeeping ? 0 : -1,
                            .author = change->author, .label = change->label, .context = context };
  gboolean done;

  if (!lectern_write_begin (&apply.write, db, error))
    return FALSE;
  lectern_vector_copy (&apply.context, &change->context);
  lectern_vector_see (&apply.context, (LecternDot){ change->writer, change->sequence - 1 });
  lectern_pack_vector (context, &change->context);
  done = lectern_clock_settle (db, error) && apply_operations (&apply, error) && see_change (db, change, error)
         && lectern_write_finish (&apply.write, &info, error);
  if (!done)
    lectern_write_abort (&apply.write);
  lectern_write_clear (&apply.write);
  lectern_vector_clear (&apply.context);
  return done;
}

static gboolean
wait_for (LecternDb *db, LecternRemoteChange *change, GError **error)
{
  g_autoptr (GBytes) bytes = lectern_remote_change_pack (change);
  sqlite3_stmt *statement = lectern_db_statement (
      db, "INSERT OR IGNORE INTO waiting (writer, sequence, data) VALUES (?1, ?2, ?3)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change->writer);
  sqlite3_bind_int64 (statement, 2, change->sequence);
  sqlite3_bind_blob (statement, 3, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                     SQLITE_STATIC);
  return lectern_db_run (db, statement, error);
}

/* What is ready is taken out of @changes and applied, until nothing moves. */
static int
apply_ready (LecternDb *db, GPtrArray *changes, GError **error)
{
  LecternVector seen;
  gboolean moved = TRUE;
  int applied = 0;

  lectern_vector_read (db, &seen);
  while (moved && applied >= 0)
    {
      moved = FALSE;
      for (guint i = 0; i < changes->len && applied >= 0;)
        {
          LecternRemoteChange *change = g_ptr_array_index (changes, i);
          gint64 last = lectern_vector_get (&seen, change->writer);

          if (change->sequence > last + 1
              || (change->sequence == last + 1 && !lectern_vector_covers_all (&seen, &change->context)))
            {
              i++;
              continue;
            }
          if (change->sequence == last + 1)
            {
              if (apply_one (db, change, error))
                {
                  lectern_vector_see (&seen, (LecternDot){ change->writer, change->sequence });
                  applied++;
                }
              else
                applied = -1;
            }
          moved = TRUE;
          g_ptr_array_remove_index (changes, i);
        }
    }
  lectern_vector_clear (&seen);
  return applied;
}

static void
load_waiting (LecternDb *db, GPtrArray *changes)
{
  sqlite3_stmt *statement = lectern_db_statement (db, "SELECT data FROM waiting", NULL);

  while (statement != NULL && lectern_db_step (db, statement, NULL))
    {
      LecternRemoteChange *change = lectern_remote_change_unpack (
          sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
      if (change != NULL)
        g_ptr_array_add (changes, change);
    }
}

static gpointer
apply_work (LecternDb *db, gint64 writer, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) pending
      = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_remote_change_unref);
  GPtrArray *changes = data;
  int applied;

  load_waiting (db, pending);
  for (guint i = 0; i < changes->len; i++)
    g_ptr_array_add (pending, lectern_remote_change_ref (g_ptr_array_index (changes, i)));
  applied = apply_ready (db, pending, error);
  if (applied < 0)
    return GINT_TO_POINTER (-1);
  for (guint i = 0; i < pending->len; i++)
    if (!wait_for (db, g_ptr_array_index (pending, i), error))
      return GINT_TO_POINTER (-1);
  if (!lectern_db_exec (db, "DELETE FROM waiting WHERE sequence <= (SELECT sequence FROM writer "
                            "WHERE writer.id = waiting.writer)", error))
    return GINT_TO_POINTER (-1);
  return GINT_TO_POINTER (applied);
}

int
lectern_workspace_apply (LecternWorkspace *self, GPtrArray *changes, GError **error)
{
  return GPOINTER_TO_INT (lectern_workspace_work (self, apply_work, changes, error));
}
