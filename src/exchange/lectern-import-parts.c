/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rooms, tracks, days and persons: what sessions point to.
 */
#include "lectern-import-private.h"

#include "lectern-position.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GPtrArray *
keep (LecternImport *import, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (import->loaded, g_ptr_array_index (records, i));
  g_ptr_array_set_free_func (records, NULL);
  return records;
}

static GPtrArray *
records_of (LecternImport *import, LecternKind kind, guint field, gint64 owner, gboolean is_new)
{
  return is_new ? g_ptr_array_new ()
                : keep (import, lectern_reader_find (import->reader, kind, field, owner));
}

/* Order keys for what is new, behind what is there. */
typedef struct
{
  char *last;
  char **series;
  guint next;
} Order;

static void
order_init (Order *order, GPtrArray *existing, guint field, guint n)
{
  *order = (Order){ NULL, NULL, 0 };
  for (guint i = 0; i < existing->len; i++)
    {
      const char *position = lectern_record_text (g_ptr_array_index (existing, i), field);
      if (position != NULL && (order->last == NULL || strcmp (position, order->last) > 0))
        {
          g_free (order->last);
          order->last = g_strdup (position);
        }
    }
  if (order->last == NULL)
    order->series = lectern_position_series (n);
}

static LecternValue
order_next (Order *order)
{
  if (order->series != NULL)
    return lectern_value_text (order->series[order->next++]);
  char *position = lectern_position_between (order->last, NULL);
  g_free (order->last);
  order->last = position;
  return lectern_value_text (position);
}

static void
order_clear (Order *order)
{
  g_free (order->last);
  g_strfreev (order->series);
}

/* What was deleted here stays deleted; it still counts as known. */
static gboolean
is_gone (LecternImport *import, LecternRecord *record)
{
  if (record == NULL || record->alive)
    return FALSE;
  import->counts[LECTERN_IMPORT_UNCHANGED][record->kind]++;
  return TRUE;
}

void
lectern_import_rooms (LecternImport *import)
{
  GPtrArray *items = import->programme->rooms;
  g_autoptr (GPtrArray) existing = records_of (import, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE,
                                               import->venue, import->event_is_new);
  g_autoptr (GArray) candidates = lectern_import_candidates (import, existing, LECTERN_KIND_ROOM,
                                                             LECTERN_ROOM_VENUE, import->venue);
  g_autofree LecternRecord **matched = lectern_import_match_rooms (import, candidates);
  Order order;
  order_init (&order, existing, LECTERN_ROOM_POSITION, items->len);
  import->rooms = g_new0 (gint64, items->len + 1);
  for (guint i = 0; i < items->len; i++)
    {
      const LecternProgrammeRoom *room = g_ptr_array_index (items, i);
      LecternImportFields f;
      LecternMerge merge;
      import->rooms[i] = matched[i] != NULL ? matched[i]->id : 0;
      if (is_gone (import, matched[i]))
        continue;
      lectern_import_fields_init (&f, LECTERN_KIND_ROOM, room->name);
      lectern_import_say_text (import, &f, LECTERN_ROOM_NAME, room->name);
      lectern_import_say_text (import, &f, LECTERN_ROOM_GUID, room->guid);
      lectern_import_say_text (import, &f, LECTERN_ROOM_DESCRIPTION, room->description);
      lectern_import_say_text (import, &f, LECTERN_ROOM_TYPE, room->type);
      if (room->capacity > 0)
        lectern_import_say_number (import, &f, LECTERN_ROOM_CAPACITY_THEATRE, room->capacity);
      lectern_merge_begin (&merge, import, matched[i], &f);
      lectern_import_fields_clear (&f);
      if (matched[i] == NULL)
        {
          lectern_edit_set_integer (import->edit, LECTERN_KIND_ROOM, merge.id, LECTERN_ROOM_VENUE,
                                    import->venue);
          lectern_edit_set (import->edit, LECTERN_KIND_ROOM, merge.id, LECTERN_ROOM_POSITION, NULL,
                            order_next (&order));
        }
      import->rooms[i] = merge.id;
      lectern_merge_end (&merge, room->name, NULL);
    }
  order_clear (&order);
}

void
lectern_import_tracks (LecternImport *import)
{
  GPtrArray *items = import->programme->tracks;
  g_autoptr (GPtrArray) existing = records_of (import, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT,
                                               import->event, import->event_is_new);
  g_autoptr (GArray) candidates = lectern_import_candidates (import, existing, LECTERN_KIND_TRACK,
                                                             LECTERN_TRACK_EVENT, import->event);
  g_autofree LecternRecord **matched = lectern_import_match_tracks (import, candidates);
  Order order;
  order_init (&order, existing, LECTERN_TRACK_POSITION, items->len);
  import->tracks = g_new0 (gint64, items->len + 1);
  for (guint i = 0; i < items->len; i++)
    {
      const LecternProgrammeTrack *track = g_ptr_array_index (items, i);
      LecternImportFields f;
      LecternMerge merge;
      import->tracks[i] = matched[i] != NULL ? matched[i]->id : 0;
      if (is_gone (import, matched[i]))
        continue;
      lectern_import_fields_init (&f, LECTERN_KIND_TRACK, track->name);
      lectern_import_say_text (import, &f, LECTERN_TRACK_NAME, track->name);
      lectern_import_say_text (import, &f, LECTERN_TRACK_COLOUR, track->colour);
      lectern_import_say_text (import, &f, LECTERN_TRACK_SLUG, track->slug);
      lectern_merge_begin (&merge, import, matched[i], &f);
      lectern_import_fields_clear (&f);
      if (matched[i] == NULL)
        {
          lectern_edit_set_integer (import->edit, LECTERN_KIND_TRACK, merge.id, LECTERN_TRACK_EVENT,
                                    import->event);
          lectern_edit_set (import->edit, LECTERN_KIND_TRACK, merge.id, LECTERN_TRACK_POSITION,
                            NULL, order_next (&order));
        }
      import->tracks[i] = merge.id;
      lectern_merge_end (&merge, track->name, NULL);
    }
  order_clear (&order);
}

void
lectern_import_days (LecternImport *import)
{
  GPtrArray *items = import->programme->days;
  g_autoptr (GPtrArray) existing = records_of (import, LECTERN_KIND_DAY, LECTERN_DAY_EVENT,
                                               import->event, import->event_is_new);
  g_autoptr (GArray) candidates = lectern_import_candidates (import, existing, LECTERN_KIND_DAY,
                                                             LECTERN_DAY_EVENT, import->event);
  g_autofree LecternRecord **matched = lectern_import_match_days (import, candidates);
  import->days = g_new0 (gint64, items->len + 1);
  for (guint i = 0; i < items->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (items, i);
      g_autofree char *where = g_strdup_printf (_ ("day %d"), day->number);
      LecternImportFields f;
      LecternMerge merge;
      import->days[i] = matched[i] != NULL ? matched[i]->id : 0;
      if (is_gone (import, matched[i]))
        continue;
      lectern_import_fields_init (&f, LECTERN_KIND_DAY, where);
      lectern_import_say_number (import, &f, LECTERN_DAY_NUMBER, day->number);
      lectern_import_say_text (import, &f, LECTERN_DAY_DATE, day->date);
      lectern_import_say_text (import, &f, LECTERN_DAY_TITLE, day->title);
      lectern_import_say_number (import, &f, LECTERN_DAY_DAY_START, day->start_minute);
      if (day->begins >= 0 && day->ends > day->begins)
        {
          lectern_import_say_number (import, &f, LECTERN_DAY_BEGINS, day->begins);
          lectern_import_say_number (import, &f, LECTERN_DAY_ENDS, day->ends);
        }
      lectern_import_say_text (import, &f, LECTERN_DAY_SOURCE_START, day->source_start);
      lectern_import_say_text (import, &f, LECTERN_DAY_SOURCE_END, day->source_end);
      lectern_merge_begin (&merge, import, matched[i], &f);
      lectern_import_fields_clear (&f);
      if (matched[i] == NULL)
        lectern_edit_set_integer (import->edit, LECTERN_KIND_DAY, merge.id, LECTERN_DAY_EVENT,
                                  import->event);
      import->days[i] = merge.id;
      lectern_merge_end (&merge, day->date, NULL);
    }
}

/* Persons of other sources with the name of a new one: perhaps one person. */
static void
warn_of_namesakes (LecternImport *import, GPtrArray *existing, LecternRecord **matched)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  GPtrArray *items = import->programme->persons;
  for (guint i = 0; i < items->len; i++)
    if (matched[i] != NULL)
      g_hash_table_add (known, matched[i]);
  for (guint i = 0; i < existing->len; i++)
    {
      const char *name = lectern_record_text (g_ptr_array_index (existing, i), LECTERN_PERSON_NAME);
      if (name != NULL && !g_hash_table_contains (known, g_ptr_array_index (existing, i)))
        g_hash_table_add (names, (gpointer)name);
    }
  for (guint i = 0; i < items->len; i++)
    {
      const LecternProgrammePerson *person = g_ptr_array_index (items, i);
      if (matched[i] == NULL && g_hash_table_contains (names, person->name))
        lectern_import_warn (import,
                             _ ("“%s” is in the workspace already; perhaps it is the same person."),
                             person->name);
    }
}

static void
write_person (LecternImport *import,
              const LecternProgrammePerson *person,
              LecternRecord *current,
              guint index)
{
  g_autofree char *key = lectern_import_person_key (person);
  LecternImportFields f;
  LecternMerge merge;
  lectern_import_fields_init (&f, LECTERN_KIND_PERSON, person->name);
  lectern_import_say_text (import, &f, LECTERN_PERSON_NAME, person->name);
  lectern_import_say_text (import, &f, LECTERN_PERSON_GUID, person->guid);
  if (person->number > 0)
    lectern_import_say_number (import, &f, LECTERN_PERSON_NATIVE_NUMBER, person->number);
  lectern_import_say_text (import, &f, LECTERN_PERSON_BIOGRAPHY, person->biography);
  lectern_import_say_text (import, &f, LECTERN_PERSON_PHOTO, person->avatar);
  lectern_import_say_text (import, &f, LECTERN_PERSON_EMAIL, person->email);
  lectern_merge_begin (&merge, import, current, &f);
  lectern_import_fields_clear (&f);
  import->persons[index] = merge.id;
  lectern_merge_end (&merge, key, NULL);
}

void
lectern_import_persons (LecternImport *import)
{
  GPtrArray *items = import->programme->persons;
  g_autoptr (GPtrArray) existing
      = keep (import, lectern_reader_all (import->reader, LECTERN_KIND_PERSON));
  g_autoptr (GArray) candidates
      = lectern_import_candidates (import, existing, LECTERN_KIND_PERSON, 0, 0);
  g_autofree LecternRecord **matched = lectern_import_match_persons (import, candidates);
  import->persons = g_new0 (gint64, items->len + 1);
  for (guint i = 0; i < items->len; i++)
    {
      import->persons[i] = matched[i] != NULL ? matched[i]->id : 0;
      if (!is_gone (import, matched[i]))
        write_person (import, g_ptr_array_index (items, i), matched[i], i);
    }
  warn_of_namesakes (import, existing, matched);
}
