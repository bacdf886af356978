/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-translation-list.h"

#include "lectern-programme-nodes.h"

typedef struct
{
  LecternReader *reader;
  const char *of_event; /* its main language */
  const char *language;
  GPtrArray *rows;
} List;

static void
row_free (gpointer data)
{
  LecternTranslationRow *row = data;
  g_free (row->name);
  g_free (row->source);
  g_free (row->source_language);
  g_free (row->text);
  g_free (row);
}

static void
add_field (List *list, const LecternRecord *record, guint field, const char *written_in)
{
  const char *source = lectern_record_text (record, field);
  const LecternTranslation *made = lectern_record_translation (record, field, list->language);
  gboolean missing = made == NULL || made->text == NULL || *made->text == '\0';
  if (source == NULL || *source == '\0')
    return;
  LecternTranslationRow *row = g_new0 (LecternTranslationRow, 1);
  row->kind = record->kind;
  row->id = record->id;
  row->field = field;
  row->name = g_strdup (lectern_record_name (record, NULL));
  row->source = g_strdup (source);
  row->source_language = g_strdup (written_in);
  row->text = missing ? NULL : g_strdup (made->text);
  row->state = missing       ? LECTERN_TRANSLATION_MISSING
               : made->stale ? LECTERN_TRANSLATION_STALE
                             : LECTERN_TRANSLATION_DONE;
  g_ptr_array_add (list->rows, row);
}

static void
add_record (List *list, const LecternRecord *record)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  const LecternField *language = lectern_kind_language_field (record->kind);
  const char *own = language ? lectern_record_text (record, language->number) : NULL;
  const char *written_in = own ? own : list->of_event;
  if (g_strcmp0 (written_in, list->language) == 0)
    return;
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & LECTERN_FIELD_TRANSLATABLE) && info->fields[i].audience == LECTERN_AUDIENCE_PUBLIC)
      add_field (list, record, info->fields[i].number, written_in);
}

/* What is over needs no translation any more, what is internal none at all. */
static gboolean
is_needed (const LecternRecord *record)
{
  switch (record->kind)
    {
    case LECTERN_KIND_SESSION:
      return lectern_record_integer (record, LECTERN_SESSION_INTERNAL) == 0;
    case LECTERN_KIND_TO_COME:
      return lectern_record_is_empty (record, LECTERN_TO_COME_DONE);
    case LECTERN_KIND_ANNOUNCEMENT:
      return g_strcmp0 (lectern_record_text (record, LECTERN_ANNOUNCEMENT_STATE), "published") != 0;
    default:
      return TRUE;
    }
}

static void
add_found (List *list, LecternKind kind, guint field, gint64 id)
{
  g_autoptr (GPtrArray) records = lectern_reader_find (list->reader, kind, field, id);
  for (guint i = 0; i < records->len; i++)
    if (is_needed (records->pdata[i]))
      add_record (list, records->pdata[i]);
}

/* The parts of the programme whose name, funding and disclaimer stand on the pages. */
static void
add_programme (List *list, const LecternRecord *event)
{
  g_autoptr (GPtrArray) nodes = lectern_programme_nodes (list->reader, event);
  for (guint i = 0; i < nodes->len; i++)
    add_record (list, nodes->pdata[i]);
}

static void
add_venues (List *list, const LecternRecord *event)
{
  gsize n = 0;
  g_autofree gint64 *ids = lectern_value_get_ids (lectern_record_value (event, LECTERN_EVENT_VENUES), &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (LecternRecord) venue = lectern_reader_get (list->reader, LECTERN_KIND_VENUE, ids[i]);
      if (venue == NULL || !venue->alive)
        continue;
      add_record (list, venue);
      add_found (list, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, ids[i]);
    }
}

static void
add_links (List *list, LecternKind of, gint64 id)
{
  g_autoptr (GPtrArray) links = lectern_reader_owned (list->reader, LECTERN_KIND_LINK, of, id);
  for (guint i = 0; i < links->len; i++)
    add_record (list, links->pdata[i]);
}

/* Each once, with what they do and who they are; a name is the same in every language. */
static void
add_people (List *list, gint64 session, GHashTable *seen)
{
  g_autoptr (GPtrArray) roles
      = lectern_reader_find (list->reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, session);
  for (guint i = 0; i < roles->len; i++)
    {
      gint64 id = lectern_record_integer (roles->pdata[i], LECTERN_SESSION_ROLE_PERSON);
      if (!g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        continue;
      g_autoptr (LecternRecord) person = lectern_reader_get (list->reader, LECTERN_KIND_PERSON, id);
      if (person != NULL && person->alive)
        add_record (list, person);
    }
}

static void
add_sessions (List *list, gint64 event)
{
  g_autoptr (GPtrArray) sessions
      = lectern_reader_find (list->reader, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, event);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < sessions->len; i++)
    if (is_needed (sessions->pdata[i]))
      {
        gint64 id = ((LecternRecord *) sessions->pdata[i])->id;
        add_record (list, sessions->pdata[i]);
        add_links (list, LECTERN_KIND_SESSION, id);
        add_people (list, id, seen);
      }
}

GPtrArray *
lectern_translation_list (LecternReader *reader, gint64 event, const char *language)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  lectern_reader_begin (reader);
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  if (record != NULL && record->alive)
    {
      const char *of_event = lectern_record_text (record, LECTERN_EVENT_TEXT_LANGUAGE);
      List list = { reader, of_event ? of_event : "en", language, rows };
      add_record (&list, record);
      add_links (&list, LECTERN_KIND_EVENT, event);
      add_programme (&list, record);
      add_venues (&list, record);
      add_found (&list, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, event);
      add_found (&list, LECTERN_KIND_TO_COME, LECTERN_TO_COME_EVENT, event);
      add_found (&list, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT, event);
      add_sessions (&list, event);
      add_found (&list, LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_EVENT, event);
    }
  lectern_reader_end (reader);
  return rows;
}

void
lectern_translation_count (GPtrArray *rows, guint *missing, guint *stale)
{
  *missing = *stale = 0;
  for (guint i = 0; i < rows->len; i++)
    {
      LecternTranslationState state = ((LecternTranslationRow *) rows->pdata[i])->state;
      *missing += state == LECTERN_TRANSLATION_MISSING;
      *stale += state == LECTERN_TRANSLATION_STALE;
    }
}
