/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-publish-log.h"

#include "lectern-history.h"
#include "lectern-site.h"

#include <string.h>

void
lectern_publish_logged_free (LecternPublishLogged *logged)
{
  if (logged == NULL)
    return;
  g_free (logged->item);
  g_free (logged->url);
  g_free (logged->author);
  g_free (logged->why);
  g_free (logged);
}

/* What is worth a line; what is only being sent is none yet. */
static const char *
known_state (const char *state)
{
  static const char *const known[] = { "published", "removed", "waiting", "kept" };
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (state, known[i]) == 0)
      return known[i];
  return NULL;
}

/* What @change said of the item's state, NULL: nothing. *@why: (out). Only what went out has a time
   of publication: that ours is to be written next is decided, not done. */
static const char *
state_in (LecternReader *reader, gint64 publication, gint64 change, char **why)
{
  const char *state = NULL;
  gboolean went_out = FALSE;
  g_autoptr (GPtrArray) cells
      = lectern_history_values (reader, LECTERN_KIND_PUBLICATION, publication, change);
  for (guint i = 0; i < cells->len; i++)
    {
      const LecternCellValue *cell = g_ptr_array_index (cells, i);
      LecternGroupReader fields;
      guint field;
      gsize length;
      gconstpointer data = g_bytes_get_data (cell->value, &length);
      went_out |= cell->group == LECTERN_PUBLICATION_PUBLISHED;
      if (cell->group != LECTERN_PUBLICATION_STATE)
        continue;
      lectern_group_reader_init (&fields, data, length);
      g_auto (LecternValue) value = { 0 };
      while (lectern_group_reader_next (&fields, &field, &value))
        {
          const char *text = lectern_value_get_text (&value);
          if (field == LECTERN_PUBLICATION_STATE)
            state = known_state (text);
          else if (field == LECTERN_PUBLICATION_WHY && text && *text && *why == NULL)
            *why = g_strdup (text);
          lectern_value_clear (&value);
        }
    }
  return g_strcmp0 (state, "published") == 0 && !went_out ? NULL : state;
}

static void
add_changes (GPtrArray *log, LecternReader *reader, LecternPlace *place, const LecternRecord *note)
{
  const char *path = lectern_record_text (note, LECTERN_PUBLICATION_REMOTE);
  g_autoptr (GPtrArray) changes
      = lectern_history_of_record (reader, LECTERN_KIND_PUBLICATION, note->id, G_MAXINT);
  for (guint i = 0; path && i < changes->len; i++)
    {
      const LecternChange *change = g_ptr_array_index (changes, i);
      g_autofree char *why = NULL;
      const char *what = state_in (reader, note->id, change->number, &why);
      if (what == NULL)
        continue;
      LecternPublishLogged *logged = g_new0 (LecternPublishLogged, 1);
      logged->time = change->time;
      logged->what = what;
      logged->item = g_strdup (path);
      logged->url = lectern_place_dup_url (place, path);
      logged->author = g_strdup (change->author);
      logged->why = g_steal_pointer (&why);
      g_ptr_array_add (log, logged);
    }
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const LecternPublishLogged *one = *(LecternPublishLogged *const *) a;
  const LecternPublishLogged *two = *(LecternPublishLogged *const *) b;
  if (one->time != two->time)
    return one->time > two->time ? -1 : 1;
  return strcmp (one->item, two->item);
}

GPtrArray *
lectern_publish_log (LecternReader *reader, gint64 site, GError **error)
{
  g_autoptr (LecternPlace) place = lectern_site_place (reader, site, error);
  if (place == NULL)
    return NULL;
  GPtrArray *log = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_publish_logged_free);
  lectern_reader_begin (reader);
  g_autoptr (GPtrArray) notes
      = lectern_reader_find (reader, LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_SITE, site);
  for (guint i = 0; i < notes->len; i++)
    add_changes (log, reader, place, g_ptr_array_index (notes, i));
  lectern_reader_end (reader);
  g_ptr_array_sort (log, newest_first);
  return log;
}
