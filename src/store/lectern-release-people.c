/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-release-people.h"

#include "lectern-release-state.h"
#include "lectern-release.h"

static void
add_people (GHashTable *people, const LecternReleaseState *state)
{
  for (guint i = 0; i < state->roles->len; i++)
    {
      const LecternRecord *role = state->roles->pdata[i];
      gint64 person = lectern_record_integer (role, LECTERN_SESSION_ROLE_PERSON);
      if (g_strcmp0 (lectern_record_text (role, LECTERN_SESSION_ROLE_STATE), "cancelled") != 0)
        g_hash_table_add (people, g_memdup2 (&person, sizeof person));
    }
}

static void
add_known (GHashTable *people, LecternReader *reader, gint64 event)
{
  g_autoptr (GPtrArray) made = lectern_release_made (reader, event);
  const LecternRecord *last = made->len > 0 ? made->pdata[made->len - 1] : NULL;
  if (last == NULL || !lectern_release_shows_agenda (lectern_record_text (last, LECTERN_RELEASE_STEP)))
    return;
  g_autoptr (GBytes) seen = lectern_release_seen (last);
  g_autoptr (LecternReleaseState) then = lectern_release_state (reader, event, seen);
  add_people (people, then);
}

static int
by_alphabet (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
lectern_release_people (LecternReader *reader, gint64 event, const char *step)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) people = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter at;
  gpointer id;
  if (!lectern_release_shows_agenda (step))
    return names;
  lectern_reader_begin (reader);
  g_autoptr (LecternReleaseState) now = lectern_release_state (reader, event, NULL);
  add_known (known, reader, event);
  add_people (people, now);
  g_hash_table_iter_init (&at, people);
  while (g_hash_table_iter_next (&at, &id, NULL))
    if (!g_hash_table_contains (known, id))
      g_ptr_array_add (names, lectern_reader_name (reader, LECTERN_KIND_PERSON, *(gint64 *) id, NULL));
  lectern_reader_end (reader);
  g_ptr_array_sort (names, by_alphabet);
  return names;
}
