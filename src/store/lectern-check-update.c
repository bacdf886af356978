/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed since a check was made, and taking it in where that is little.
 */
#include "lectern-check-private.h"

#include "lectern-touched.h"

#define MOST_SESSIONS 200 /* that are read one by one; with more, everything is read anew */

/* Kinds of which any change means reading everything anew. */
#define KINDS_ANEW                                                                                  \
  (LECTERN_KIND_BIT (EVENT) | LECTERN_KIND_BIT (DAY) | LECTERN_KIND_BIT (VENUE) | LECTERN_KIND_BIT (ROOM)    \
   | LECTERN_KIND_BIT (TRACK) | LECTERN_KIND_BIT (PROGRAMME_NODE) | LECTERN_KIND_BIT (PERSON)              \
   | LECTERN_KIND_BIT (AVAILABILITY) | LECTERN_KIND_BIT (CLASH) | LECTERN_KIND_BIT (REGISTRATION)          \
   | LECTERN_KIND_BIT (RULE_LEVEL))

static gboolean
take_in (LecternCheck *check, LecternReader *reader)
{
  guint64 kinds;
  gint64 moment = lectern_reader_moment (reader);
  g_autoptr (GHashTable) sessions = lectern_touched_sessions (reader, check->moment, KINDS_ANEW, MOST_SESSIONS, &kinds);
  GHashTableIter iter;
  gpointer key;
  gboolean known = sessions != NULL;
  if (!known)
    return FALSE;
  g_hash_table_iter_init (&iter, sessions);
  while (known && g_hash_table_iter_next (&iter, &key, NULL))
    known = lectern_check_reload_session (check, reader, *(gint64 *) key);
  known = known && lectern_check_has_rapporteurs (check) == check->input->rapporteurs;
  if (!known) /* what was found stays as it is shown until there is another check; its waivers too */
    return FALSE;
  if ((kinds & LECTERN_KIND_BIT (WAIVER)) != 0)
    lectern_check_load_waivers (check, reader);
  check->moment = moment;
  return TRUE;
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
