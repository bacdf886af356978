/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which record an item of a file is: by guid, else code, else id, else what is unique.
 */
#include "lectern-import-private.h"

#include <string.h>

GArray *
lectern_import_candidates (LecternImport *import, GPtrArray *living, LecternKind kind, guint field, gint64 owner)
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
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    {
      if (key->kind != kind || g_hash_table_contains (here, &key->id))
        continue;
      LecternRecord *record = lectern_reader_get (import->reader, kind, key->id);
      if (record == NULL || record->alive || (field != 0 && lectern_record_integer (record, field) != owner))
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
  g_hash_table_insert (finder->by_text, text, GSIZE_TO_POINTER (there ? 0 : (gsize) index + 1));
}

static LecternCandidate *
finder_find (Finder *finder, const char *text)
{
  gsize found = text != NULL ? GPOINTER_TO_SIZE (g_hash_table_lookup (finder->by_text, text)) : 0;
  LecternCandidate *c = found != 0 ? &g_array_index (finder->candidates, LecternCandidate, found - 1) : NULL;
  return c != NULL && !c->taken ? c : NULL;
}

/* One way of knowing a record: the text that a record and an item have in common, or NULL.
   Only items that do not contradict may match. */
typedef struct
{
  char *(*of_record) (LecternImport *import, const LecternRecord *record);
  char *(*of_item) (LecternImport *import, gconstpointer item);
  gboolean source_only;
} Way;

typedef gboolean (*AgreeFunc) (const LecternRecord *record, gconstpointer item);

static LecternRecord **
match (LecternImport *import, GArray *candidates, GPtrArray *items, const Way *ways, guint n_ways, AgreeFunc agree)
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

static char *
not_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static char *
number_text (gint64 number)
{
  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

/* Whether both have this identifier, and whether it differs. */
static gboolean
contradict (const char *a, const char *b, gboolean *comparable)
{
  *comparable = a != NULL && *a != '\0' && b != NULL && *b != '\0';
  return *comparable && strcmp (a, b) != 0;
}

/* What the source called it, so that one that was renamed here is known again. */
static char *
native_id (LecternImport *import, const LecternRecord *record)
{
  const LecternRecord *ref = lectern_import_ref (import, record->kind, record->id);
  return ref != NULL ? not_empty (lectern_record_text (ref, LECTERN_SOURCE_REF_NATIVE_ID)) : NULL;
}

/* Days */

static char *
day_date (LecternImport *import, const LecternRecord *record)
{
  return not_empty (lectern_record_text (record, LECTERN_DAY_DATE));
}

static char *
day_item_date (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammeDay *) item)->date);
}

static char *
day_number (LecternImport *import, const LecternRecord *record)
{
  return lectern_record_is_empty (record, LECTERN_DAY_DATE) ? number_text (lectern_record_integer (record, LECTERN_DAY_NUMBER)) : NULL;
}

static char *
day_item_number (LecternImport *import, gconstpointer item)
{
  const LecternProgrammeDay *day = item;
  return day->date == NULL ? number_text (day->number) : NULL;
}

LecternRecord **
lectern_import_match_days (LecternImport *import, GArray *candidates)
{
  static const Way ways[] = { { native_id, day_item_date, TRUE },
                              { day_date, day_item_date, FALSE },
                              { day_number, day_item_number, FALSE } };
  return match (import, candidates, import->programme->days, ways, G_N_ELEMENTS (ways), NULL);
}

/* Rooms and tracks */

static char *
room_guid (LecternImport *import, const LecternRecord *record)
{
  return not_empty (lectern_record_text (record, LECTERN_ROOM_GUID));
}

static char *
room_item_guid (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammeRoom *) item)->guid);
}

static char *
room_name (LecternImport *import, const LecternRecord *record)
{
  return not_empty (lectern_record_text (record, LECTERN_ROOM_NAME));
}

static char *
room_item_name (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammeRoom *) item)->name);
}

LecternRecord **
lectern_import_match_rooms (LecternImport *import, GArray *candidates)
{
  static const Way ways[] = { { room_guid, room_item_guid, FALSE },
                              { native_id, room_item_name, TRUE },
                              { room_name, room_item_name, FALSE } };
  return match (import, candidates, import->programme->rooms, ways, G_N_ELEMENTS (ways), NULL);
}

static char *
track_name (LecternImport *import, const LecternRecord *record)
{
  return not_empty (lectern_record_text (record, LECTERN_TRACK_NAME));
}

static char *
track_item_name (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammeTrack *) item)->name);
}

static char *
track_slug (LecternImport *import, const LecternRecord *record)
{
  return not_empty (lectern_record_text (record, LECTERN_TRACK_SLUG));
}

static char *
track_item_slug (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammeTrack *) item)->slug);
}

LecternRecord **
lectern_import_match_tracks (LecternImport *import, GArray *candidates)
{
  static const Way ways[] = { { native_id, track_item_name, TRUE },
                              { track_name, track_item_name, FALSE },
                              { track_slug, track_item_slug, TRUE } };
  return match (import, candidates, import->programme->tracks, ways, G_N_ELEMENTS (ways), NULL);
}

/* Persons */

static char *
person_guid (LecternImport *import, const LecternRecord *record)
{
  return not_empty (lectern_record_text (record, LECTERN_PERSON_GUID));
}

static char *
person_item_guid (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammePerson *) item)->guid);
}

static char *
person_item_code (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammePerson *) item)->code);
}

/* An id alone may have been given to somebody else: the name goes with it. */
static char *
numbered_name (gint64 number, const char *name)
{
  return number > 0 && name != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", number, name) : NULL;
}

static char *
person_number (LecternImport *import, const LecternRecord *record)
{
  return numbered_name (lectern_record_integer (record, LECTERN_PERSON_NATIVE_NUMBER), lectern_record_text (record, LECTERN_PERSON_NAME));
}

static char *
person_item_number (LecternImport *import, gconstpointer item)
{
  const LecternProgrammePerson *person = item;
  return numbered_name (person->number, person->name);
}

static char *
person_name (LecternImport *import, const LecternRecord *record)
{
  return not_empty (lectern_record_text (record, LECTERN_PERSON_NAME));
}

static char *
person_item_name (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammePerson *) item)->name);
}

static char *
person_email (LecternImport *import, const LecternRecord *record)
{
  const char *email = lectern_record_text (record, LECTERN_PERSON_EMAIL);
  return email != NULL ? g_utf8_casefold (email, -1) : NULL;
}

static char *
person_item_email (LecternImport *import, gconstpointer item)
{
  const char *email = ((const LecternProgrammePerson *) item)->email;
  return email != NULL && *email != '\0' ? g_utf8_casefold (email, -1) : NULL;
}

static gboolean
persons_agree (const LecternRecord *record, gconstpointer item)
{
  const LecternProgrammePerson *person = item;
  gboolean comparable;
  if (contradict (lectern_record_text (record, LECTERN_PERSON_GUID), person->guid, &comparable))
    return FALSE;
  gint64 number = lectern_record_integer (record, LECTERN_PERSON_NATIVE_NUMBER);
  return comparable || number <= 0 || person->number <= 0 || number == person->number;
}

/* Within a source; across sources only who has the same e-mail address is one person. */
LecternRecord **
lectern_import_match_persons (LecternImport *import, GArray *candidates)
{
  static const Way ways[] = { { person_guid, person_item_guid, TRUE },     { native_id, person_item_code, TRUE },
                              { native_id, person_item_number, TRUE },     { person_number, person_item_number, TRUE },
                              { native_id, person_item_name, TRUE },       { person_name, person_item_name, TRUE },
                              { person_email, person_item_email, FALSE } };
  return match (import, candidates, import->programme->persons, ways, G_N_ELEMENTS (ways), persons_agree);
}

/* Sessions */

static char *
session_guid (LecternImport *import, const LecternRecord *record)
{
  return not_empty (lectern_record_text (record, LECTERN_SESSION_GUID));
}

static char *
session_item_guid (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammeSession *) item)->guid);
}

static char *
session_code (LecternImport *import, const LecternRecord *record)
{
  return not_empty (lectern_record_text (record, LECTERN_SESSION_CODE));
}

static char *
session_item_code (LecternImport *import, gconstpointer item)
{
  return not_empty (((const LecternProgrammeSession *) item)->code);
}

static char *
session_number (LecternImport *import, const LecternRecord *record)
{
  return number_text (lectern_record_integer (record, LECTERN_SESSION_NATIVE_NUMBER));
}

static char *
session_item_number (LecternImport *import, gconstpointer item)
{
  return number_text (((const LecternProgrammeSession *) item)->number);
}

static char *
session_slot (LecternImport *import, const LecternRecord *record)
{
  const char *title = lectern_record_text (record, LECTERN_SESSION_TITLE);
  if (title == NULL || lectern_record_is_empty (record, LECTERN_SESSION_START))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", lectern_record_integer (record, LECTERN_SESSION_DAY),
                          lectern_record_integer (record, LECTERN_SESSION_START), title);
}

static char *
session_item_slot (LecternImport *import, gconstpointer item)
{
  const LecternProgrammeSession *session = item;
  if (session->title == NULL || session->day < 0 || session->start_minute < 0)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %s", import->days[session->day], session->start_minute, session->title);
}

/* As the source had it at first, where it was moved or renamed here since. */
static char *
session_item_native (LecternImport *import, gconstpointer item)
{
  return g_strdup (g_hash_table_lookup (import->natives, item));
}

/* What stands for an identifier where an entry has none: its slot, room and count among its
   equals, because breaks in two rooms may have all the rest in common. */
static char *
unnamed_key (LecternImport *import, const LecternProgrammeSession *session, GHashTable *counts)
{
  g_autofree char *slot = session_item_slot (import, session);
  if (slot == NULL)
    slot = g_strdup (session->title != NULL ? session->title : "");
  gint64 room = session->rooms->len > 0 ? import->rooms[g_array_index (session->rooms, guint, 0)] : 0;
  char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, slot, room);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
  g_hash_table_insert (counts, g_strdup (key), GUINT_TO_POINTER (n));
  if (n == 1)
    return key;
  char *counted = g_strdup_printf ("%s %u", key, n);
  g_free (key);
  return counted;
}

void
lectern_import_name_sessions (LecternImport *import)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < import->programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (import->programme->sessions, i);
      char *key = NULL;
      if (session->guid != NULL)
        key = g_strdup (session->guid);
      else if (session->code != NULL)
        key = g_strdup (session->code);
      else if (session->number > 0)
        key = number_text (session->number);
      else
        key = unnamed_key (import, session, counts);
      g_hash_table_insert (import->natives, (gpointer) session, key);
    }
}

char *
lectern_import_person_key (const LecternProgrammePerson *person)
{
  if (person->guid != NULL || person->code != NULL)
    return g_strdup (person->guid != NULL ? person->guid : person->code);
  return person->number > 0 ? numbered_name (person->number, person->name) : g_strdup (person->name);
}

static gboolean
sessions_agree (const LecternRecord *record, gconstpointer item)
{
  const LecternProgrammeSession *session = item;
  gboolean comparable;
  gboolean contrary = contradict (lectern_record_text (record, LECTERN_SESSION_GUID), session->guid, &comparable);
  if (!comparable)
    contrary = contradict (lectern_record_text (record, LECTERN_SESSION_CODE), session->code, &comparable);
  gint64 number = lectern_record_integer (record, LECTERN_SESSION_NATIVE_NUMBER);
  if (!comparable && number > 0 && session->number > 0)
    contrary = number != session->number;
  return !contrary;
}

LecternRecord **
lectern_import_match_sessions (LecternImport *import, GArray *candidates)
{
  static const Way ways[] = { { session_guid, session_item_guid, FALSE },     { session_code, session_item_code, FALSE },
                              { session_number, session_item_number, FALSE }, { native_id, session_item_native, TRUE },
                              { session_slot, session_item_slot, FALSE } };
  return match (import, candidates, import->programme->sessions, ways, G_N_ELEMENTS (ways), sessions_agree);
}
