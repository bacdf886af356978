/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Sessions with their people, links and the change their calendar entry is numbered by.
 */
#include "lectern-load.h"

#include "lectern-identity.h"
#include "lectern-out.h"

#include <string.h>

static void
load_place (LecternLoad *load, LecternProgrammeSession *session, const LecternRecord *record)
{
  guint index;
  gsize n = 0;
  g_autofree gint64 *rooms = lectern_load_ids (load, record, LECTERN_SESSION_ROOMS, &n);
  if (lectern_load_index (load->days, lectern_load_integer (load, record, LECTERN_SESSION_DAY),
                          &index))
    session->day = index;
  if (!lectern_record_is_empty (record, LECTERN_SESSION_START))
    session->start_minute = lectern_load_integer (load, record, LECTERN_SESSION_START);
  if (!lectern_record_is_empty (record, LECTERN_SESSION_DURATION))
    session->duration = lectern_load_integer (load, record, LECTERN_SESSION_DURATION);
  session->second_hour = lectern_load_integer (load, record, LECTERN_SESSION_SECOND_HOUR) != 0;
  for (gsize i = 0; i < n; i++)
    if (lectern_load_index (load->rooms, rooms[i], &index))
      g_array_append_val (session->rooms, index);
  if (lectern_load_index (load->tracks, lectern_load_integer (load, record, LECTERN_SESSION_TRACK),
                          &index))
    session->track = index;
}

static void
load_texts (LecternLoad *load, LecternProgrammeSession *session, const LecternRecord *record)
{
  session->title = lectern_load_text (load, record, LECTERN_SESSION_TITLE);
  session->subtitle = lectern_load_text (load, record, LECTERN_SESSION_SUBTITLE);
  session->abstract = lectern_load_text (load, record, LECTERN_SESSION_ABSTRACT);
  session->description = lectern_load_text (load, record, LECTERN_SESSION_DESCRIPTION);
  session->languages = lectern_load_texts (load, record, LECTERN_SESSION_LANGUAGES);
  session->type = lectern_load_text (load, record, LECTERN_SESSION_TYPE);
  session->type_label = lectern_load_text (load, record, LECTERN_SESSION_TYPE_LABEL);
  session->state = lectern_load_text (load, record, LECTERN_SESSION_STATE);
  session->recording = lectern_load_text (load, record, LECTERN_SESSION_RECORDING);
  session->licence = lectern_load_text (load, record, LECTERN_SESSION_LICENCE);
  session->url = lectern_load_text (load, record, LECTERN_SESSION_URL);
  session->origin_url = lectern_load_text (load, record, LECTERN_SESSION_ORIGIN_URL);
  session->feedback_url = lectern_load_text (load, record, LECTERN_SESSION_FEEDBACK_URL);
  session->video_url = lectern_load_text (load, record, LECTERN_SESSION_VIDEO_URL);
  session->logo = lectern_load_text (load, record, LECTERN_SESSION_LOGO);
  session->repeats = lectern_load_text (load, record, LECTERN_SESSION_REPEATS);
}

char *
lectern_load_uid (const char *guid)
{
  return guid && *guid && !lectern_uuid_is_valid (guid) ? g_strdup (guid) : NULL;
}

static void
load_identity (LecternLoad *load, LecternProgrammeSession *session, const LecternRecord *record)
{
  const char *language
      = session->title ? lectern_details_language_of (load->details, session->title) : NULL;
  session->record = record->id;
  session->guid = lectern_load_text (load, record, LECTERN_SESSION_GUID);
  session->code = lectern_load_text (load, record, LECTERN_SESSION_CODE);
  session->slug = lectern_load_text (load, record, LECTERN_SESSION_SLUG);
  session->number = lectern_load_integer (load, record, LECTERN_SESSION_NATIVE_NUMBER);
  session->language = g_strdup (language ? language : load->language);
  session->internal = lectern_record_integer (record, LECTERN_SESSION_INTERNAL) != 0;
  session->uid = lectern_load_uid (session->guid);
}

static void
load_session (LecternLoad *load, const LecternRecord *record)
{
  gboolean internal = lectern_record_integer (record, LECTERN_SESSION_INTERNAL) != 0;
  if (internal && load->audience == LECTERN_AUDIENCE_PUBLIC)
    return;
  lectern_load_remember (load->sessions, record->id, load->programme->sessions->len);
  LecternProgrammeSession *session = lectern_programme_add_session (load->programme);
  load_texts (load, session, record);
  load_identity (load, session, record);
  load_place (load, session, record);
}

/* --- people --- */

static GArray *
values_of (GPtrArray *records, guint field)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < records->len; i++)
    {
      gint64 value = lectern_record_integer (g_ptr_array_index (records, i), field);
      g_array_append_val (values, value);
    }
  return values;
}

/* Owns the texts, whose languages are known as long as it is there. */
static GHashTable *
names_of_organisations (LecternLoad *load, GPtrArray *persons)
{
  g_autoptr (GArray) ids = values_of (persons, LECTERN_PERSON_ORGANISATION);
  g_autoptr (GPtrArray) records
      = lectern_reader_find_among (load->reader, LECTERN_KIND_ORGANISATION, 0, ids);
  GHashTable *names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = g_ptr_array_index (records, i);
      char *name = lectern_load_text (load, record, LECTERN_ORGANISATION_NAME);
      if (name != NULL)
        g_hash_table_insert (names, g_memdup2 (&record->id, sizeof (gint64)), name);
    }
  return names;
}

static void
forget_names (LecternLoad *load, GHashTable *names)
{
  GHashTableIter iter;
  gpointer name;
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    lectern_load_forget_language (load, name);
}

static void
load_person (LecternLoad *load, const LecternRecord *record, GHashTable *organisations)
{
  gint64 organisation = lectern_load_integer (load, record, LECTERN_PERSON_ORGANISATION);
  g_autofree char *name = lectern_load_text (load, record, LECTERN_PERSON_NAME);
  lectern_load_remember (load->persons, record->id, load->programme->persons->len);
  LecternProgrammePerson *person = lectern_programme_add_person (load->programme, name ? name : "");
  person->record = record->id;
  person->guid = lectern_load_text (load, record, LECTERN_PERSON_GUID);
  person->number = lectern_load_integer (load, record, LECTERN_PERSON_NATIVE_NUMBER);
  person->title = lectern_load_text (load, record, LECTERN_PERSON_TITLE);
  person->job = lectern_load_text (load, record, LECTERN_PERSON_JOB);
  person->biography = lectern_load_text (load, record, LECTERN_PERSON_BIOGRAPHY);
  person->avatar = lectern_load_text (load, record, LECTERN_PERSON_PHOTO);
  person->email = lectern_load_text (load, record, LECTERN_PERSON_EMAIL);
  const char *whose = g_hash_table_lookup (organisations, &organisation);
  person->organisation = g_strdup (whose);
  lectern_load_pass_language (load, whose, person->organisation);
}

static void
load_people (LecternLoad *load, GPtrArray *roles)
{
  g_autoptr (GArray) ids = values_of (roles, LECTERN_SESSION_ROLE_PERSON);
  g_autoptr (GPtrArray) records
      = lectern_reader_find_among (load->reader, LECTERN_KIND_PERSON, 0, ids);
  g_autoptr (GHashTable) organisations = names_of_organisations (load, records);
  for (guint i = 0; i < records->len; i++)
    load_person (load, g_ptr_array_index (records, i), organisations);
  forget_names (load, organisations);
  for (guint i = 0; i < roles->len; i++)
    {
      const LecternRecord *role = g_ptr_array_index (roles, i);
      LecternProgrammeRole entry = { 0, NULL, NULL };
      guint session;
      if (!lectern_load_index (
              load->sessions, lectern_record_integer (role, LECTERN_SESSION_ROLE_SESSION), &session)
          || !lectern_load_index (load->persons,
                                  lectern_record_integer (role, LECTERN_SESSION_ROLE_PERSON),
                                  &entry.person))
        continue;
      entry.role = lectern_load_text (load, role, LECTERN_SESSION_ROLE_ROLE);
      entry.state = lectern_load_text (load, role, LECTERN_SESSION_ROLE_STATE);
      g_array_append_val (
          ((LecternProgrammeSession *)g_ptr_array_index (load->programme->sessions, session))
              ->people,
          entry);
    }
}

/* --- links --- */

static LecternProgrammeSession *
owner_of (LecternLoad *load, const LecternRecord *record, guint owner_kind, guint owner)
{
  guint index;
  if (g_strcmp0 (lectern_record_text (record, owner_kind), "session") != 0
      || !lectern_load_index (load->sessions, lectern_record_integer (record, owner), &index))
    return NULL;
  return g_ptr_array_index (load->programme->sessions, index);
}

static void
load_links (LecternLoad *load, GArray *sessions)
{
  g_autoptr (GPtrArray) records
      = lectern_reader_find_among (load->reader, LECTERN_KIND_LINK, LECTERN_LINK_OWNER, sessions);
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = g_ptr_array_index (records, i);
      LecternProgrammeSession *session
          = owner_of (load, record, LECTERN_LINK_OWNER_KIND, LECTERN_LINK_OWNER);
      if (session == NULL)
        continue;
      LecternProgrammeLink *link = lectern_programme_link_new (NULL, NULL);
      link->title = lectern_load_text (load, record, LECTERN_LINK_TITLE);
      link->url = lectern_load_text (load, record, LECTERN_LINK_URL);
      link->type = lectern_load_text (load, record, LECTERN_LINK_TYPE);
      g_ptr_array_add (session->links, link);
    }
}

/* Who may see an attachment is a value of its own; without one it is the organisers' own. */
static gboolean
may_see_attachment (LecternLoad *load, const LecternRecord *record)
{
  const char *audience = lectern_record_text (record, LECTERN_ATTACHMENT_AUDIENCE);
  if (g_strcmp0 (audience, "public") == 0)
    return TRUE;
  if (g_strcmp0 (audience, "partners") == 0)
    return load->audience >= LECTERN_AUDIENCE_PARTNERS;
  return load->audience >= LECTERN_AUDIENCE_ORGANISERS;
}

static void
load_attachments (LecternLoad *load, GArray *sessions)
{
  g_autoptr (GPtrArray) records = lectern_reader_find_among (load->reader, LECTERN_KIND_ATTACHMENT,
                                                             LECTERN_ATTACHMENT_OWNER, sessions);
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = g_ptr_array_index (records, i);
      LecternProgrammeSession *session
          = owner_of (load, record, LECTERN_ATTACHMENT_OWNER_KIND, LECTERN_ATTACHMENT_OWNER);
      if (session == NULL || !may_see_attachment (load, record))
        continue;
      LecternProgrammeLink *link = lectern_programme_link_new (NULL, NULL);
      link->title = lectern_load_text (load, record, LECTERN_ATTACHMENT_TITLE);
      link->url = lectern_load_text (load, record, LECTERN_ATTACHMENT_URL);
      link->type = lectern_load_text (load, record, LECTERN_ATTACHMENT_TYPE);
      g_ptr_array_add (session->attachments, link);
    }
}

/* --- what a calendar entry is numbered by --- */

typedef struct
{
  GHashTable *sessions, *roles, *persons, *rooms, *tracks;
} Tables;

static LecternNewest
newest_of (LecternLoad *load, const LecternProgrammeSession *session, const Tables *tables)
{
  LecternNewest newest = load->shared;
  if (session->day >= 0)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (load->programme->days, session->day);
      newest.lamport = MAX (newest.lamport, day->lamport);
      newest.time = MAX (newest.time, day->changed);
    }
  lectern_newest_raise (&newest, tables->sessions, session->record);
  lectern_newest_raise (&newest, tables->roles, session->record);
  for (guint i = 0; i < session->people->len; i++)
    {
      guint index = g_array_index (session->people, LecternProgrammeRole, i).person;
      LecternProgrammePerson *person = g_ptr_array_index (load->programme->persons, index);
      lectern_newest_raise (&newest, tables->persons, person->record);
    }
  for (guint i = 0; i < session->rooms->len; i++)
    {
      LecternProgrammeRoom *room
          = g_ptr_array_index (load->programme->rooms, g_array_index (session->rooms, guint, i));
      lectern_newest_raise (&newest, tables->rooms, room->record);
    }
  const LecternProgrammeTrack *track = lectern_out_track (load->programme, session);
  if (track)
    lectern_newest_raise (&newest, tables->tracks, track->record);
  return newest;
}

static void
load_newest (LecternLoad *load, GArray *sessions, GPtrArray *roles)
{
  g_autoptr (GArray) persons = values_of (roles, LECTERN_SESSION_ROLE_PERSON);
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < load->programme->rooms->len; i++)
    g_array_append_val (
        rooms, ((LecternProgrammeRoom *)g_ptr_array_index (load->programme->rooms, i))->record);
  g_autoptr (GArray) tracks = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < load->programme->tracks->len; i++)
    g_array_append_val (
        tracks, ((LecternProgrammeTrack *)g_ptr_array_index (load->programme->tracks, i))->record);
  g_autoptr (GHashTable) of_sessions
      = lectern_history_newest_among (load->reader, LECTERN_KIND_SESSION, 0, sessions);
  g_autoptr (GHashTable) of_roles = lectern_history_newest_among (
      load->reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, sessions);
  g_autoptr (GHashTable) of_persons
      = lectern_history_newest_among (load->reader, LECTERN_KIND_PERSON, 0, persons);
  g_autoptr (GHashTable) of_rooms
      = lectern_history_newest_among (load->reader, LECTERN_KIND_ROOM, 0, rooms);
  g_autoptr (GHashTable) of_tracks
      = lectern_history_newest_among (load->reader, LECTERN_KIND_TRACK, 0, tracks);
  Tables tables = { of_sessions, of_roles, of_persons, of_rooms, of_tracks };
  for (guint i = 0; i < load->programme->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (load->programme->sessions, i);
      LecternNewest newest = newest_of (load, session, &tables);
      session->lamport = newest.lamport;
      session->changed = newest.time;
      load->all.lamport = MAX (load->all.lamport, newest.lamport);
      load->all.time = MAX (load->all.time, newest.time);
    }
}

void
lectern_load_sessions (LecternLoad *load, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    load_session (load, g_ptr_array_index (records, i));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < load->programme->sessions->len; i++)
    g_array_append_val (
        ids, ((LecternProgrammeSession *)g_ptr_array_index (load->programme->sessions, i))->record);
  g_autoptr (GPtrArray) roles = lectern_reader_find_among (load->reader, LECTERN_KIND_SESSION_ROLE,
                                                           LECTERN_SESSION_ROLE_SESSION, ids);
  load_people (load, roles);
  load_links (load, ids);
  load_attachments (load, ids);
  load_newest (load, ids, roles);
}
