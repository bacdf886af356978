/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which record an item of a file is: by guid, else code, else id, else what is unique.
 */
#include "lectern-import-private.h"

#include <string.h>

GArray *
lectern_import_candidates (
    LecternImport *import, GPtrArray *living, LecternKind kind, guint field, gint64 owner)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (LecternCandidate));
  g_autoptr (GHashTable) here = g_hash_table_new (g_int64_hash, g_int64_equal);
  GHashTableIter iter;
  LecternImportKey *key;
  for (guint i = 0; i < living->len; i++)
    {
      LecternCandidate c = { .record = g_ptr_array_index (living, i) };
      c.of_source = lectern_import_ref (import, kind, c.record->id) != NULL;
      g_hash_table_add (here, &c.record->id);
      g_array_append_val (candidates, c);
    }
  g_hash_table_iter_init (&iter, import->refs);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    {
      if (key->kind != kind || g_hash_table_contains (here, &key->id))
        continue;
      LecternRecord *record = lectern_reader_get (import->reader, kind, key->id);
      if (record == NULL || record->alive
          || (field != 0 && lectern_record_integer (record, field) != owner))
        {
          lectern_record_free (record);
          continue;
        }
      LecternCandidate c = { .record = record, .of_source = TRUE };
      g_hash_table_add (import->gone, &record->id);
      g_ptr_array_add (import->loaded, record);
      g_array_append_val (candidates, c);
    }
  return candidates;
}

/* Finds candidates by a text; one that several have finds none of them. */
typedef struct
{
  GHashTable *by_text; /* text: index + 1, 0 where it is not unique */
  GArray *candidates;
} Finder;

static void
finder_init (Finder *finder, GArray *candidates)
{
  finder->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  finder->candidates = candidates;
}

static void
finder_add (Finder *finder, char *text, guint index)
{
  if (text == NULL)
    return;
  gboolean there = g_hash_table_contains (finder->by_text, text);
  g_hash_table_insert (finder->by_text, text, GSIZE_TO_POINTER (there ? 0 : (gsize)index + 1));
}

static LecternCandidate *
finder_find (Finder *finder, const char *text)
{
  gsize found = text != NULL ? GPOINTER_TO_SIZE (g_hash_table_lookup (finder->by_text, text)) : 0;
  LecternCandidate *c
      = found != 0 ? &g_array_index (finder->candidates, LecternCandidate, found - 1) : NULL;
  return c != NULL && !c->taken ? c : NULL;
}

LecternRecord **
lectern_import_match (LecternImport *import,
                      GArray *candidates,
                      GPtrArray *items,
                      const LecternMatchWay *ways,
                      guint n_ways,
                      LecternAgreeFunc agree)
{
  LecternRecord **matched = g_new0 (LecternRecord *, items->len + 1);
  for (guint w = 0; w < n_ways && candidates->len > 0; w++)
    {
      Finder finder;
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      finder_init (&finder, candidates);
      for (guint i = 0; i < candidates->len; i++)
        {
          const LecternCandidate *c = &g_array_index (candidates, LecternCandidate, i);
          if (!c->taken && (c->of_source || !ways[w].source_only))
            finder_add (&finder, ways[w].of_record (import, c->record), i);
        }
      /* Two items with one key: the first of them that fits has it, as with one record. */
      for (guint i = 0; i < items->len; i++)
        {
          gpointer item = g_ptr_array_index (items, i);
          g_autofree char *key = matched[i] == NULL ? ways[w].of_item (import, item) : NULL;
          LecternCandidate *c = finder_find (&finder, key);
          if (c == NULL || (agree != NULL && !agree (c->record, item)))
            continue;
          c->taken = TRUE;
          matched[i] = c->record;
        }
      g_hash_table_unref (finder.by_text);
    }
  return matched;
}

char *
lectern_match_not_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

char *
lectern_match_number_text (gint64 number)
{
  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

/* Whether both have this identifier, and whether it differs. */
gboolean
lectern_match_contradict (const char *a, const char *b, gboolean *comparable)
{
  *comparable = a != NULL && *a != '\0' && b != NULL && *b != '\0';
  return *comparable && strcmp (a, b) != 0;
}

/* What the source called it, so that one that was renamed here is known again. */
char *
lectern_match_native_id (LecternImport *import, const LecternRecord *record)
{
  const LecternRecord *ref = lectern_import_ref (import, record->kind, record->id);
  return ref != NULL
             ? lectern_match_not_empty (lectern_record_text (ref, LECTERN_SOURCE_REF_NATIVE_ID))
             : NULL;
}

/* Days */

static char *
day_date (LecternImport *import, const LecternRecord *record)
{
  return lectern_match_not_empty (lectern_record_text (record, LECTERN_DAY_DATE));
}

static char *
day_item_date (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammeDay *)item)->date);
}

static char *
day_number (LecternImport *import, const LecternRecord *record)
{
  return lectern_record_is_empty (record, LECTERN_DAY_DATE)
             ? lectern_match_number_text (lectern_record_integer (record, LECTERN_DAY_NUMBER))
             : NULL;
}

static char *
day_item_number (LecternImport *import, gconstpointer item)
{
  const LecternProgrammeDay *day = item;
  return day->date == NULL ? lectern_match_number_text (day->number) : NULL;
}

LecternRecord **
lectern_import_match_days (LecternImport *import, GArray *candidates)
{
  static const LecternMatchWay ways[] = { { lectern_match_native_id, day_item_date, TRUE },
                                          { day_date, day_item_date, FALSE },
                                          { day_number, day_item_number, FALSE } };
  return lectern_import_match (import, candidates, import->programme->days, ways,
                               G_N_ELEMENTS (ways), NULL);
}

/* Rooms and tracks */

static char *
room_guid (LecternImport *import, const LecternRecord *record)
{
  return lectern_match_not_empty (lectern_record_text (record, LECTERN_ROOM_GUID));
}

static char *
room_item_guid (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammeRoom *)item)->guid);
}

static char *
room_name (LecternImport *import, const LecternRecord *record)
{
  return lectern_match_not_empty (lectern_record_text (record, LECTERN_ROOM_NAME));
}

static char *
room_item_name (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammeRoom *)item)->name);
}

LecternRecord **
lectern_import_match_rooms (LecternImport *import, GArray *candidates)
{
  static const LecternMatchWay ways[] = { { room_guid, room_item_guid, FALSE },
                                          { lectern_match_native_id, room_item_name, TRUE },
                                          { room_name, room_item_name, FALSE } };
  return lectern_import_match (import, candidates, import->programme->rooms, ways,
                               G_N_ELEMENTS (ways), NULL);
}

static char *
track_name (LecternImport *import, const LecternRecord *record)
{
  return lectern_match_not_empty (lectern_record_text (record, LECTERN_TRACK_NAME));
}

static char *
track_item_name (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammeTrack *)item)->name);
}

static char *
track_slug (LecternImport *import, const LecternRecord *record)
{
  return lectern_match_not_empty (lectern_record_text (record, LECTERN_TRACK_SLUG));
}

static char *
track_item_slug (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammeTrack *)item)->slug);
}

LecternRecord **
lectern_import_match_tracks (LecternImport *import, GArray *candidates)
{
  static const LecternMatchWay ways[] = { { lectern_match_native_id, track_item_name, TRUE },
                                          { track_name, track_item_name, FALSE },
                                          { track_slug, track_item_slug, TRUE } };
  return lectern_import_match (import, candidates, import->programme->tracks, ways,
                               G_N_ELEMENTS (ways), NULL);
}
