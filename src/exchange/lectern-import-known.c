/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How persons and sessions are known again, and what stands for an identifier.
 */
#include "lectern-import-private.h"

#include "lectern-out.h"

#include <string.h>

/* Persons */

static char *
person_guid (LecternImport *import, const LecternRecord *record)
{
  return lectern_match_not_empty (lectern_record_text (record, LECTERN_PERSON_GUID));
}

static char *
person_item_guid (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammePerson *)item)->guid);
}

static char *
person_item_code (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammePerson *)item)->code);
}

/* An id alone may have been given to somebody else: the name goes with it. */
static char *
numbered_name (gint64 number, const char *name)
{
  return number > 0 && name != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", number, name)
                                    : NULL;
}

static char *
person_number (LecternImport *import, const LecternRecord *record)
{
  return numbered_name (lectern_record_integer (record, LECTERN_PERSON_NATIVE_NUMBER),
                        lectern_record_text (record, LECTERN_PERSON_NAME));
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
  return lectern_match_not_empty (lectern_record_text (record, LECTERN_PERSON_NAME));
}

static char *
person_item_name (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammePerson *)item)->name);
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
  const char *email = ((const LecternProgrammePerson *)item)->email;
  return email != NULL && *email != '\0' ? g_utf8_casefold (email, -1) : NULL;
}

static gboolean
persons_agree (const LecternRecord *record, gconstpointer item)
{
  const LecternProgrammePerson *person = item;
  gboolean comparable;
  if (lectern_match_contradict (lectern_record_text (record, LECTERN_PERSON_GUID), person->guid,
                                &comparable))
    return FALSE;
  gint64 number = lectern_record_integer (record, LECTERN_PERSON_NATIVE_NUMBER);
  return comparable || number <= 0 || person->number <= 0 || number == person->number;
}

/* Within a source; across sources only who has the same e-mail address is one person. */
LecternRecord **
lectern_import_match_persons (LecternImport *import, GArray *candidates)
{
  static const LecternMatchWay ways[] = { { person_guid, person_item_guid, TRUE },
                                          { lectern_match_native_id, person_item_code, TRUE },
                                          { lectern_match_native_id, person_item_number, TRUE },
                                          { person_number, person_item_number, TRUE },
                                          { lectern_match_native_id, person_item_name, TRUE },
                                          { person_name, person_item_name, TRUE },
                                          { person_email, person_item_email, FALSE } };
  return lectern_import_match (import, candidates, import->programme->persons, ways,
                               G_N_ELEMENTS (ways), persons_agree);
}

/* Sessions */

/* Its own, else the one under which this workspace gives it out. */
static char *
session_guid (LecternImport *import, const LecternRecord *record)
{
  const char *guid = lectern_record_text (record, LECTERN_SESSION_GUID);
  return guid != NULL ? g_strdup (guid)
                      : lectern_out_record_guid (lectern_reader_workspace_uuid (import->reader), record->id);
}

static char *
session_item_guid (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammeSession *)item)->guid);
}

static char *
session_code (LecternImport *import, const LecternRecord *record)
{
  return lectern_match_not_empty (lectern_record_text (record, LECTERN_SESSION_CODE));
}

static char *
session_item_code (LecternImport *import, gconstpointer item)
{
  return lectern_match_not_empty (((const LecternProgrammeSession *)item)->code);
}

static char *
session_number (LecternImport *import, const LecternRecord *record)
{
  return lectern_match_number_text (lectern_record_integer (record, LECTERN_SESSION_NATIVE_NUMBER));
}

static char *
session_item_number (LecternImport *import, gconstpointer item)
{
  return lectern_match_number_text (((const LecternProgrammeSession *)item)->number);
}

static char *
session_slot (LecternImport *import, const LecternRecord *record)
{
  const char *title = lectern_record_text (record, LECTERN_SESSION_TITLE);
  if (title == NULL || lectern_record_is_empty (record, LECTERN_SESSION_START))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                          lectern_record_integer (record, LECTERN_SESSION_DAY),
                          lectern_record_integer (record, LECTERN_SESSION_START), title);
}

static char *
session_item_slot (LecternImport *import, gconstpointer item)
{
  const LecternProgrammeSession *session = item;
  if (session->title == NULL || session->day < 0 || session->start_minute < 0)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %s", import->days[session->day],
                          session->start_minute, session->title);
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
  gint64 room
      = session->rooms->len > 0 ? import->rooms[g_array_index (session->rooms, guint, 0)] : 0;
  char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, slot, room);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1;
  g_hash_table_insert (counts, g_strdup (key), GUINT_TO_POINTER (n));
  if (n == 1)
    return key;
  char *counted = g_strdup_printf ("%s %u", key, n);
  g_free (key);
  return counted;
}

/* "UUID@this workspace" is what a calendar from here says for the identifier. */
static void
take_own_guids (LecternImport *import)
{
  g_autofree char *domain = g_strconcat ("@", lectern_reader_workspace_uuid (import->reader), NULL);
  for (guint i = 0; i < import->programme->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (import->programme->sessions, i);
      if (session->guid != NULL && g_str_has_suffix (session->guid, domain))
        session->guid[strlen (session->guid) - strlen (domain)] = '\0';
    }
}

void
lectern_import_name_sessions (LecternImport *import)
{
  take_own_guids (import);
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
        key = lectern_match_number_text (session->number);
      else
        key = unnamed_key (import, session, counts);
      g_hash_table_insert (import->natives, (gpointer)session, key);
    }
}

char *
lectern_import_person_key (const LecternProgrammePerson *person)
{
  if (person->guid != NULL || person->code != NULL)
    return g_strdup (person->guid != NULL ? person->guid : person->code);
  return person->number > 0 ? numbered_name (person->number, person->name)
                            : g_strdup (person->name);
}

static gboolean
sessions_agree (const LecternRecord *record, gconstpointer item)
{
  const LecternProgrammeSession *session = item;
  gboolean comparable;
  gboolean contrary = lectern_match_contradict (lectern_record_text (record, LECTERN_SESSION_GUID),
                                                session->guid, &comparable);
  if (!comparable)
    contrary = lectern_match_contradict (lectern_record_text (record, LECTERN_SESSION_CODE),
                                         session->code, &comparable);
  gint64 number = lectern_record_integer (record, LECTERN_SESSION_NATIVE_NUMBER);
  if (!comparable && number > 0 && session->number > 0)
    contrary = number != session->number;
  return !contrary;
}

LecternRecord **
lectern_import_match_sessions (LecternImport *import, GArray *candidates)
{
  static const LecternMatchWay ways[] = { { session_guid, session_item_guid, FALSE },
                                          { session_code, session_item_code, FALSE },
                                          { session_number, session_item_number, FALSE },
                                          { lectern_match_native_id, session_item_native, TRUE },
                                          { session_slot, session_item_slot, FALSE } };
  LecternRecord **matched = lectern_import_match (import, candidates, import->programme->sessions, ways,
                                                  G_N_ELEMENTS (ways), sessions_agree);
  for (guint i = 0; i < import->programme->sessions->len; i++)
    {
      /* What is made of the record itself is not written into it. */
      LecternProgrammeSession *session = g_ptr_array_index (import->programme->sessions, i);
      g_autofree char *own = matched[i] != NULL && lectern_record_is_empty (matched[i], LECTERN_SESSION_GUID)
                               ? session_guid (import, matched[i])
                               : NULL;
      if (own != NULL && g_strcmp0 (own, session->guid) == 0)
        g_clear_pointer (&session->guid, g_free);
    }
  return matched;
}
