/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-commit.h"

#include "lectern-schema.h"
#include "lectern-search-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MANY_RECORDS 64

typedef struct
{
  LecternWrite write;
  LecternEdit *edit;
  gboolean index_inline; /* many new records: they are indexed as they are written */
  GHashTable *languages; /* event id -> its main language, looked up once per edit */
} Commit;

void
lectern_result_free (LecternResult *result)
{
  if (result == NULL)
    return;
  g_free (result->label);
  g_clear_pointer (&result->left, g_ptr_array_unref);
  g_free (result);
}

static gboolean
invalid (GError **error, LecternKind kind, const char *why)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  /* TRANSLATORS: first a kind of record ("Session"), then why the change is impossible */
  g_set_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_INVALID, _ ("%s: %s"),
               info ? _ (info->label) : "?", why);
  return FALSE;
}

static char *
first_text (LecternDb *db, const char *sql, gint64 id)
{
  sqlite3_stmt *statement = lectern_db_statement (db, sql, NULL);
  char *text = NULL;

  if (statement == NULL)
    return NULL;
  if (id != 0)
    sqlite3_bind_int64 (statement, 1, id);
  if (lectern_db_step (db, statement, NULL))
    text = lectern_column_dup (statement, 0);
  sqlite3_reset (statement);
  return text;
}

/* A record of an event starts in the event's main language, others in the workspace's. */
static const char *
default_language (Commit *commit, const LecternRecord *record)
{
  const LecternField *field = lectern_field_by_name (record->kind, "event");
  gint64 event = field ? lectern_value_get_integer (&record->values[field->index]) : 0;
  char *language = g_hash_table_lookup (commit->languages, &event);

  if (language != NULL)
    return language;
  if (event != 0)
    language = first_text (commit->write.db, "SELECT text_language FROM event WHERE id = ?1", event);
  if (language == NULL)
    language = first_text (commit->write.db, "SELECT text_language FROM workspace ORDER BY id LIMIT 1", 0);
  if (language == NULL)
    language = g_strdup ("en");
  g_hash_table_insert (commit->languages, g_memdup2 (&event, sizeof event), language);
  return language;
}

/* Whether @value is of the source text: without a language, or with the record's own. */
static gboolean
is_source (const LecternRecord *record, const LecternEditValue *value)
{
  const LecternField *field = lectern_kind_language_field (record->kind);

  if (value->language == NULL)
    return TRUE;
  return field != NULL
         && g_strcmp0 (lectern_value_get_text (&record->values[field->index]), value->language) == 0;
}

static gboolean
check_value (LecternKind kind, const LecternEditValue *value, GError **error)
{
  const LecternField *field = lectern_field (kind, value->field);

  if (value->confirm)
    return TRUE;
  if (field == NULL)
    return invalid (error, kind, _ ("there is no such field"));
  if (value->language != NULL && !(field->flags & LECTERN_FIELD_TRANSLATABLE))
    return invalid (error, kind, _ ("this field has no translations"));
  return lectern_value_is_valid (field, &value->value, error);
}

static gboolean
write_translations (Commit *commit, LecternRow *row, const LecternEditRecord *asked, GError **error)
{
  for (guint i = 0; i < asked->values->len; i++)
    {
      const LecternEditValue *value = &g_array_index (asked->values, LecternEditValue, i);
      const LecternTranslation *old;
      const char *text = lectern_value_get_text (&value->value);
      guint field = value->field;

      if (is_source (row->record, value))
        continue;
      if (value->confirm)
        field = lectern_group_text_field (asked->kind, value->field);
      old = lectern_record_translation (row->record, field, value->language);
      if (value->confirm)
        text = old ? old->text : NULL;
      else if (g_strcmp0 (old ? old->text : NULL, text) == 0 && (old == NULL || !old->stale))
        continue;
      /* the array may be loaded anew below; keep what is needed of it */
      {
        g_autofree char *kept = g_strdup (text);
        if (!lectern_write_translation (&commit->write, row, field, value->language, kept, 0, -1, error))
          return FALSE;
      }
    }
  return TRUE;
}

static gboolean
write_groups (Commit *commit, LecternRow *row, const LecternEditRecord *asked, GError **error)
{
  const LecternKindInfo *info = lectern_kind_info (asked->kind);
  g_autofree LecternValue *wanted = g_memdup2 (row->record->values, sizeof (LecternValue) * info->n_fields);
  g_autofree gboolean *changed = g_new0 (gboolean, info->n_fields + 1);

  for (guint i = 0; i < asked->values->len; i++)
    {
      const LecternEditValue *value = &g_array_index (asked->values, LecternEditValue, i);
      const LecternField *field;

      if (!is_source (row->record, value))
        continue;
      if (value->confirm)
        {
          changed[value->field] = TRUE;
          continue;
        }
      field = lectern_field (asked->kind, value->field);
      if (lectern_value_equal (&row->record->values[field->index], &value->value))
        continue;
      wanted[field->index] = value->value; /* borrowed: written before the edit goes */
      changed[field->group] = TRUE;
    }
  if (changed[0] && !lectern_write_alive (&commit->write, row, row->record->alive, -1, error))
    return FALSE;
  for (guint group = 1; group <= info->n_fields; group++)
    if (changed[group] && !lectern_write_group (&commit->write, row, group, wanted, -1, error))
      return FALSE;
  return TRUE;
}

/* Values without a language first: they tell what the source language is, and only then
   is it known which of the others are the source text. The edit keeps its values, @record only
   borrows them: an import of 30,000 rows feels a copy of each. */
static void
take_values (LecternRecord *record, const LecternEditRecord *asked, gboolean with_language)
{
  for (guint i = 0; i < asked->values->len; i++)
    {
      const LecternEditValue *value = &g_array_index (asked->values, LecternEditValue, i);
      LecternValue *to;

      if (value->confirm || (value->language != NULL) != with_language || !is_source (record, value))
        continue;
      to = &record->values[lectern_field (asked->kind, value->field)->index];
      *to = value->value;
    }
}

static void
give_back_values (LecternRecord *record, const LecternEditRecord *asked)
{
  for (guint i = 0; i < asked->values->len; i++)
    {
      const LecternEditValue *value = &g_array_index (asked->values, LecternEditValue, i);
      LecternValue *borrowed;

      if (value->confirm)
        continue;
      borrowed = &record->values[lectern_field (asked->kind, value->field)->index];
      if (borrowed->data == value->value.data)
        *borrowed = LECTERN_EMPTY;
    }
}

static gboolean
write_new (Commit *commit, const LecternEditRecord *asked, GError **error)
{
  g_autoptr (LecternRow) row = g_new0 (LecternRow, 1);
  const LecternField *language = lectern_kind_language_field (asked->kind);
  gboolean done;

  row->record = lectern_record_new (asked->kind, asked->id);
  take_values (row->record, asked, FALSE);
  if (language != NULL && row->record->values[language->index].type == LECTERN_VALUE_EMPTY)
    row->record->values[language->index]
        = lectern_value_text (default_language (commit, row->record));
  take_values (row->record, asked, TRUE);
  done = lectern_write_create (&commit->write, row, error)
         && write_translations (commit, row, asked, error)
         && (!commit->index_inline
             || lectern_search_index_created (commit->write.db, row->record, error));
  give_back_values (row->record, asked);
  return done;
}

static gboolean
write_existing (Commit *commit, LecternRow *row, const LecternEditRecord *asked, GError **error)
{
  gboolean alive = row->record->alive;
  guint before = commit->write.n_cells;

  if (asked->action == LECTERN_EDIT_DELETES)
    return !alive || lectern_write_alive (&commit->write, row, FALSE, -1, error);
  if (!write_groups (commit, row, asked, error) || !write_translations (commit, row, asked, error))
    return FALSE;
  /* who changes a deleted record, or links it again, brings it back */
  if (!alive
      && (commit->write.n_cells > before || asked->action == LECTERN_EDIT_LINKS
          || asked->action == LECTERN_EDIT_REVIVES)
      && !lectern_write_alive (&commit->write, row, TRUE, -1, error))
    return FALSE;
  return TRUE;
}

static gboolean
write_record (Commit *commit, const LecternEditRecord *asked, GError **error)
{
  g_autoptr (LecternRow) row = NULL;
  g_autoptr (GError) failure = NULL;

  for (guint i = 0; i < asked->values->len; i++)
    if (!check_value (asked->kind, &g_array_index (asked->values, LecternEditValue, i), error))
      return FALSE;
  if (asked->action == LECTERN_EDIT_CREATES)
    return write_new (commit, asked, error);

  row = lectern_row_load (commit->write.db, asked->kind, asked->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (row == NULL && asked->action == LECTERN_EDIT_LINKS)
    return write_new (commit, asked, error);
  if (row == NULL && asked->action == LECTERN_EDIT_DELETES && asked->made)
    return TRUE;
  if (row == NULL)
    return invalid (error, asked->kind, _ ("there is no such record"));
  return write_existing (commit, row, asked, error);
}

/* An edit of the same visit to a field joins the step before; any other begins a step. */
static gint64
choose_step (Commit *commit, LecternClock *clock)
{
  LecternDb *db = commit->write.db;
  sqlite3_stmt *statement;
  gint64 step = commit->write.number;

  if (commit->edit->visit != 0 && clock->undo != 0)
    {
      statement = lectern_db_statement (
          db, "SELECT step FROM change WHERE number = ?1 AND visit = ?2 AND type = 0 AND step = ?3",
          NULL);
      if (statement == NULL)
        return step;
      sqlite3_bind_int64 (statement, 1, commit->write.number - 1);
      sqlite3_bind_int64 (statement, 2, commit->edit->visit);
      sqlite3_bind_int64 (statement, 3, clock->undo);
      if (lectern_db_step (db, statement, NULL))
        step = sqlite3_column_int64 (statement, 0);
      sqlite3_reset (statement);
    }
  return step;
}

/* A new edit clears redo: what was undone stays in the history but is no step any more. */
static gboolean
forget_redo (Commit *commit, LecternClock *clock, GError **error)
{
  sqlite3_stmt *statement;

  if (clock->redo == 0)
    return TRUE;
  statement = lectern_db_statement (
      commit->write.db, "UPDATE change SET step = -step WHERE number > ?1 AND step > ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, clock->undo);
  clock->redo = 0;
  return lectern_db_run (commit->write.db, statement, error);
}

static gboolean
check_basis (Commit *commit, GError **error)
{
  if (commit->edit->basis < 0 || commit->edit->basis == commit->write.number - 1)
    return TRUE;
  g_set_error_literal (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_CHANGED,
                       _ ("The workspace was changed in the meantime; nothing was stored."));
  return FALSE;
}

/* An import only creates; everything else leaves the index to catch up behind it. */
static gboolean
only_creates (LecternEdit *edit)
{
  for (guint i = 0; i < edit->records->len; i++)
    if (((LecternEditRecord *) g_ptr_array_index (edit->records, i))->action != LECTERN_EDIT_CREATES
        && lectern_schema_is_searched (((LecternEditRecord *) g_ptr_array_index (edit->records, i))->kind))
      return FALSE;
  return TRUE;
}

static gboolean
run (Commit *commit, LecternClock *clock, GError **error)
{
  gint64 step = 0;

  if (!check_basis (commit, error))
    return FALSE;
  commit->index_inline = commit->edit->records->len >= MANY_RECORDS && only_creates (commit->edit)
                         && lectern_search_begin_inline (commit->write.db, commit->write.number);
  for (guint i = 0; i < commit->edit->records->len; i++)
    if (!write_record (commit, g_ptr_array_index (commit->edit->records, i), error))
      return FALSE;
  if (commit->write.n_cells == 0)
    return TRUE;
  if (commit->index_inline
      && !lectern_search_end_inline (commit->write.db, commit->write.number, error))
    return FALSE;
  if (!lectern_clock_read (commit->write.db, clock->id, clock, error))
    return FALSE;
  if (!commit->edit->bookkeeping)
    {
      if (!forget_redo (commit, clock, error))
        return FALSE;
      step = clock->undo = choose_step (commit, clock);
    }
  return lectern_clock_finish (&commit->write, clock, LECTERN_CHANGE_EDIT, step, commit->edit->visit,
                               commit->edit->label, error);
}

LecternResult *
lectern_commit (LecternDb *db, gint64 writer, LecternEdit *edit, GError **error)
{
  Commit commit = { .edit = edit };
  LecternClock clock = { .id = writer };
  LecternResult *result = NULL;

  if (!lectern_write_begin (&commit.write, db, error))
    return NULL;
  commit.languages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  if (run (&commit, &clock, error))
    {
      result = g_new0 (LecternResult, 1);
      result->label = g_strdup (edit->label);
      result->n_cells = commit.write.n_cells;
      result->writer = result->n_cells ? writer : 0;
      result->sequence = result->n_cells ? clock.sequence : 0;
    }
  if (result == NULL || result->n_cells == 0)
    lectern_write_abort (&commit.write);
  lectern_write_clear (&commit.write);
  g_hash_table_unref (commit.languages);
  return result;
}
