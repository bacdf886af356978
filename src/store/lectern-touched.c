/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-touched.h"

#include "lectern-write.h"

typedef struct
{
  GHashTable *sessions, *roles, *people; /* of gint64 */
} Touched;

static void
touched_clear (Touched *touched)
{
  g_clear_pointer (&touched->sessions, g_hash_table_unref);
  g_clear_pointer (&touched->roles, g_hash_table_unref);
  g_clear_pointer (&touched->people, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Touched, touched_clear)

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static void
note (Touched *touched, sqlite3_stmt *s)
{
  LecternOps ops;
  lectern_ops_init (&ops, sqlite3_column_blob (s, 1), sqlite3_column_bytes (s, 1));
  while (lectern_ops_next (&ops))
    if (ops.op.kind == LECTERN_KIND_SESSION)
      add (touched->sessions, ops.op.row);
    else if (ops.op.kind == LECTERN_KIND_SESSION_ROLE)
      add (touched->roles, ops.op.row);
    else if (ops.op.kind == LECTERN_KIND_PERSON)
      add (touched->people, ops.op.row);
}

/* The sessions of the roles that @sql finds for each of @ids; FALSE: more than @most. */
static gboolean
add_sessions_of (Touched *touched, LecternReader *reader, GHashTable *ids, const char *sql, guint most)
{
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      sqlite3_stmt *s = lectern_reader_statement (reader, sql);
      if (s == NULL)
        return FALSE;
      sqlite3_bind_int64 (s, 1, *(gint64 *) key);
      while (lectern_db_step (lectern_reader_db (reader), s, NULL))
        add (touched->sessions, sqlite3_column_int64 (s, 0));
      if (g_hash_table_size (touched->sessions) > most)
        return FALSE;
    }
  return TRUE;
}

GHashTable *
lectern_touched_sessions (LecternReader *reader, gint64 moment, guint64 anew, guint most, guint64 *kinds)
{
  g_auto (Touched) touched = { new_set (), new_set (), new_set () };
  sqlite3_stmt *s = lectern_reader_statement (reader, "SELECT kinds, ops FROM change WHERE number > ?1");
  *kinds = 0;
  if (s == NULL)
    return NULL;
  sqlite3_bind_int64 (s, 1, moment);
  while (lectern_db_step (lectern_reader_db (reader), s, NULL))
    {
      *kinds |= (guint64) sqlite3_column_int64 (s, 0);
      if ((*kinds & anew) == 0)
        note (&touched, s);
    }
  if ((*kinds & anew) != 0
      || g_hash_table_size (touched.sessions) + g_hash_table_size (touched.roles) + g_hash_table_size (touched.people) > most
      || !add_sessions_of (&touched, reader, touched.roles, "SELECT session FROM session_role WHERE id = ?1", most)
      || !add_sessions_of (&touched, reader, touched.people, "SELECT session FROM session_role WHERE person = ?1", most))
    return NULL;
  return g_steal_pointer (&touched.sessions);
}
