/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-way-back.h"

#include "lectern-out.h"

/* The entries of one place in time with one title, from which copies are told. */
static GHashTable *
group_by_place (LecternProgramme *programme)
{
  GHashTable *groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, i);
      if (session->guid == NULL || session->day < 0 || session->rooms->len != 1)
        continue;
      g_autofree char *key
          = g_strdup_printf ("%d %d %d %s", session->day, session->start_minute, session->duration,
                             session->title ? session->title : "");
      GPtrArray *group = g_hash_table_lookup (groups, key);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, g_steal_pointer (&key), group);
        }
      g_ptr_array_add (group, session);
    }
  return groups;
}

static LecternProgrammeSession *
find_guid (GPtrArray *group, const char *guid)
{
  for (guint i = 0; i < group->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (group, i);
      if (g_ascii_strcasecmp (session->guid, guid) == 0)
        return session;
    }
  return NULL;
}

/* Gives @session the rooms of its copies, which are noted in @copies. */
static void
gather_rooms (LecternProgrammeSession *session, GPtrArray *group, GHashTable *copies)
{
  for (guint place = 1; place < group->len; place++)
    {
      g_autofree char *lower = g_ascii_strdown (session->guid, -1);
      g_autofree char *guid = lectern_out_copy_guid (lower, place);
      LecternProgrammeSession *copy = guid ? find_guid (group, guid) : NULL;
      if (copy == NULL || copy == session || !g_hash_table_add (copies, copy))
        return;
      g_array_append_val (session->rooms, g_array_index (copy->rooms, guint, 0));
    }
}

static void
drop_placeholder (LecternProgrammeSession *session)
{
  if (session->url && g_str_has_prefix (session->url, "urn:uuid:"))
    g_clear_pointer (&session->url, g_free);
}

/**
 * lectern_way_back:
 * @programme: as a reader of schedule.xml or schedule.json has filled it
 *
 * Call it once, after reading and before anything is compared.
 */
void
lectern_way_back (LecternProgramme *programme)
{
  g_autoptr (GHashTable) groups = group_by_place (programme);
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *group = value;
      for (guint i = 0; i < group->len; i++)
        gather_rooms (g_ptr_array_index (group, i), group, copies);
    }
  for (guint i = programme->sessions->len; i > 0; i--)
    {
      LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, i - 1);
      if (g_hash_table_contains (copies, session))
        g_ptr_array_remove_index (programme->sessions, i - 1);
      else
        drop_placeholder (session);
    }
}
