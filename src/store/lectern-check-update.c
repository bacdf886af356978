/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed since a check was made, and taking it in where that is little.
 */
#include "lectern-check-private.h"

#include "lectern-write.h"

#define MOST_SESSIONS 200 /* that are read one by one; with more, everything is read anew */

/* Kinds of which any change means reading everything anew. */
#define KINDS_ANEW                                                                                  \
  (BIT (EVENT) | BIT (DAY) | BIT (VENUE) | BIT (ROOM) | BIT (TRACK) | BIT (PROGRAMME_NODE) | BIT (PERSON)    \
   | BIT (AVAILABILITY) | BIT (CLASH) | BIT (REGISTRATION) | BIT (RULE_LEVEL))
#define BIT(KIND) (G_GUINT64_CONSTANT (1) << LECTERN_KIND_##KIND)

static gint64
session_of_role (LecternReader *reader, gint64 role)
{
  sqlite3_stmt *s = lectern_reader_statement (reader, "SELECT session FROM session_role WHERE id = ?1");
  gint64 session = 0;
  if (s == NULL)
    return 0;
  sqlite3_bind_int64 (s, 1, role);
  if (lectern_db_step (lectern_reader_db (reader), s, NULL))
    session = sqlite3_column_int64 (s, 0);
  sqlite3_reset (s);
  return session;
}

static void
note_touched (sqlite3_stmt *s, GHashTable *sessions, GHashTable *roles)
{
  LecternOps ops;
  lectern_ops_init (&ops, sqlite3_column_blob (s, 1), sqlite3_column_bytes (s, 1));
  while (lectern_ops_next (&ops))
    if (ops.op.kind == LECTERN_KIND_SESSION)
      g_hash_table_add (sessions, g_memdup2 (&ops.op.row, sizeof ops.op.row));
    else if (ops.op.kind == LECTERN_KIND_SESSION_ROLE)
      g_hash_table_add (roles, g_memdup2 (&ops.op.row, sizeof ops.op.row));
}

/* The sessions that were changed since, themselves or by a role in them; NULL: too much was. */
static GHashTable *
touched_since (LecternCheck *check, LecternReader *reader, guint64 *kinds)
{
  g_autoptr (GHashTable) sessions = lectern_check_new_index (), roles = lectern_check_new_index ();
  GHashTableIter iter;
  gpointer key;
  sqlite3_stmt *s = lectern_reader_statement (reader, "SELECT kinds, ops FROM change WHERE number > ?1");
  *kinds = 0;
  if (s == NULL)
    return NULL;
  sqlite3_bind_int64 (s, 1, check->moment);
  while (lectern_db_step (lectern_reader_db (reader), s, NULL))
    {
      *kinds |= (guint64) sqlite3_column_int64 (s, 0);
      if ((*kinds & KINDS_ANEW) == 0)
        note_touched (s, sessions, roles);
    }
  g_hash_table_iter_init (&iter, roles);
  while (g_hash_table_iter_next (&iter, &key, NULL) && g_hash_table_size (roles) <= MOST_SESSIONS)
    {
      gint64 session = session_of_role (reader, *(gint64 *) key);
      g_hash_table_add (sessions, g_memdup2 (&session, sizeof session));
    }
  if ((*kinds & KINDS_ANEW) != 0 || g_hash_table_size (sessions) + g_hash_table_size (roles) > MOST_SESSIONS)
    return NULL;
  return g_steal_pointer (&sessions);
}

static gboolean
take_in (LecternCheck *check, LecternReader *reader)
{
  guint64 kinds;
  gint64 moment = lectern_reader_moment (reader);
  g_autoptr (GHashTable) sessions = touched_since (check, reader, &kinds);
  GHashTableIter iter;
  gpointer key;
  gboolean known = sessions != NULL;
  if (!known)
    return FALSE;
  g_hash_table_iter_init (&iter, sessions);
  while (known && g_hash_table_iter_next (&iter, &key, NULL))
    known = lectern_check_reload_session (check, reader, *(gint64 *) key);
  if (known && (kinds & BIT (WAIVER)) != 0)
    lectern_check_load_waivers (check, reader);
  check->moment = moment;
  return known && lectern_check_has_rapporteurs (check) == check->input->rapporteurs;
}

gboolean
lectern_check_update (LecternCheck *check, LecternReader *reader)
{
  lectern_reader_begin (reader);
  gboolean same = lectern_reader_moment (reader) == check->moment;
  gboolean known = same || take_in (check, reader);
  lectern_reader_end (reader);
  if (known && !same)
    {
      lectern_rules_settle (check->rules);
      g_clear_pointer (&check->findings, g_array_unref);
    }
  return known;
}
