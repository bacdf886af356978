/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Identifiers that stand twice in a file.
 */
#include "lectern-schedule-people.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Equal for equal sessions however the file is sorted. */
static int
compare_places (const LecternProgramme *p,
                const LecternProgrammeSession *a,
                const LecternProgrammeSession *b)
{
  const char *day_a
      = a->day >= 0 ? ((LecternProgrammeDay *)g_ptr_array_index (p->days, a->day))->date : NULL;
  const char *day_b
      = b->day >= 0 ? ((LecternProgrammeDay *)g_ptr_array_index (p->days, b->day))->date : NULL;
  int order = g_strcmp0 (day_a, day_b);
  if (order == 0)
    order = a->start_minute - b->start_minute;
  return order != 0 ? order : g_strcmp0 (a->title, b->title);
}

/* Returns whether @session keeps @key; another that had it may have to give it up. */
static LecternProgrammeSession *
loser (const LecternProgramme *p, GHashTable *holders, char *key, LecternProgrammeSession *session)
{
  LecternProgrammeSession *holder = g_hash_table_lookup (holders, key);
  if (holder == NULL)
    {
      g_hash_table_insert (holders, key, session);
      return NULL;
    }
  if (compare_places (p, session, holder) >= 0)
    {
      g_free (key);
      return session;
    }
  g_hash_table_replace (holders, key, session);
  return holder;
}

void
lectern_schedule_identities_check (LecternScheduleBuild *build)
{
  LecternProgramme *p = build->programme;
  g_autoptr (GHashTable) guids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < p->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (p->sessions, i);
      LecternProgrammeSession *without = NULL;
      if (session->guid != NULL)
        without = loser (p, guids, g_strdup (session->guid), session);
      if (without != NULL)
        {
          lectern_schedule_build_doubt (
              build, without->where, _ ("The identifier “%s” stands twice; “%s” does not keep it."),
              without->guid, without->title ? without->title : "");
          g_clear_pointer (&without->guid, g_free);
        }
      without = session->code != NULL ? loser (p, codes, g_strdup (session->code), session) : NULL;
      if (without != NULL)
        {
          lectern_schedule_build_doubt (build, without->where,
                                        _ ("The code “%s” stands twice; “%s” does not keep it."),
                                        without->code, without->title ? without->title : "");
          g_clear_pointer (&without->code, g_free);
        }
      without = session->number != 0 ? loser (
                    p, numbers, g_strdup_printf ("%" G_GINT64_FORMAT, session->number), session)
                                     : NULL;
      if (without != NULL)
        {
          lectern_schedule_build_doubt (
              build, without->where,
              _ ("The number %" PRId64 " stands twice; “%s” does not keep it."), without->number,
              without->title ? without->title : "");
          without->number = 0;
        }
    }
}
