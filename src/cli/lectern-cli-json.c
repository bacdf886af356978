/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-cli-json.h"

#include "lectern-time.h"

#include <string.h>

struct _LecternCliLookup
{
  LecternReader *reader;
  char *language;
  GHashTable *names;   /* "kind/id" to the name */
  GHashTable *records; /* "kind/id" to the LecternRecord */
};

LecternCliLookup *
lectern_cli_lookup_new (LecternReader *reader, const char *language)
{
  LecternCliLookup *lookup = g_new0 (LecternCliLookup, 1);
  lookup->reader = reader;
  lookup->language = g_strdup (language);
  lookup->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  lookup->records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) lectern_record_free);
  return lookup;
}

void
lectern_cli_lookup_free (LecternCliLookup *lookup)
{
  g_hash_table_unref (lookup->names);
  g_hash_table_unref (lookup->records);
  g_free (lookup->language);
  g_free (lookup);
}

static const char *
look_up_name (LecternCliLookup *lookup, LecternKind kind, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%d/%" G_GINT64_FORMAT, kind, id);
  char *name = g_hash_table_lookup (lookup->names, key);
  if (name == NULL)
    {
      name = lectern_reader_name (lookup->reader, kind, id, lookup->language);
      g_hash_table_insert (lookup->names, g_steal_pointer (&key), name);
    }
  return name;
}

/* NULL for 0 and where there is no such record. */
static const LecternRecord *
look_up (LecternCliLookup *lookup, LecternKind kind, gint64 id)
{
  g_autofree char *key = g_strdup_printf ("%d/%" G_GINT64_FORMAT, kind, id);
  LecternRecord *record = g_hash_table_lookup (lookup->records, key);
  if (record == NULL && id != 0)
    {
      record = lectern_reader_get (lookup->reader, kind, id);
      if (record != NULL)
        g_hash_table_insert (lookup->records, g_steal_pointer (&key), record);
    }
  return record;
}

static void
add_text (JsonBuilder *json, const char *text)
{
  if (text == NULL || *text == '\0')
    json_builder_add_null_value (json);
  else
    json_builder_add_string_value (json, text);
}

static void
add_member (JsonBuilder *json, const char *name, const char *text)
{
  json_builder_set_member_name (json, name);
  add_text (json, text);
}

static void
add_id (JsonBuilder *json, gint64 id)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  add_text (json, id != 0 ? text : NULL);
}

static void
add_texts (JsonBuilder *json, const LecternValue *value)
{
  g_auto (GStrv) texts = lectern_value_get_texts (value);
  json_builder_begin_array (json);
  for (char **text = texts; *text != NULL; text++)
    json_builder_add_string_value (json, *text);
  json_builder_end_array (json);
}

static void
add_integer (JsonBuilder *json, const LecternField *field, gint64 integer)
{
  g_autofree char *instant = NULL;
  switch (field->type)
    {
    case LECTERN_TYPE_BOOLEAN:
      json_builder_add_boolean_value (json, integer != 0);
      break;
    case LECTERN_TYPE_INSTANT:
      instant = lectern_time_format_rfc3339 (integer, "UTC");
      add_text (json, instant);
      break;
    case LECTERN_TYPE_REFERENCE:
      add_id (json, integer);
      break;
    default:
      json_builder_add_int_value (json, integer);
      break;
    }
}

void
lectern_cli_add_value (JsonBuilder *json, const LecternField *field, const LecternValue *value)
{
  g_autofree char *base64 = NULL;
  switch (value->type)
    {
    case LECTERN_VALUE_INTEGER:
      add_integer (json, field, value->integer);
      break;
    case LECTERN_VALUE_REAL:
      json_builder_add_double_value (json, value->real);
      break;
    case LECTERN_VALUE_TEXT:
      if (field->type == LECTERN_TYPE_TEXTS || field->type == LECTERN_TYPE_LANGUAGES)
        add_texts (json, value);
      else
        add_text (json, value->data);
      break;
    case LECTERN_VALUE_BYTES:
      base64 = g_base64_encode ((const guchar *) value->data, value->length);
      add_text (json, base64);
      break;
    case LECTERN_VALUE_EMPTY:
    default:
      json_builder_add_null_value (json);
      break;
    }
}

/* What a reference points to; for those to any kind the field before says which. */
static LecternKind
target_kind (const LecternRecord *record, const LecternField *field)
{
  if (field->target != LECTERN_KIND_ANY)
    return field->target;
  const LecternKindInfo *info
      = lectern_kind_by_name (lectern_record_text (record, field->number - 1));
  return info ? info->kind : LECTERN_KIND_NONE;
}

static void
add_reference (JsonBuilder *json,
               LecternCliLookup *lookup,
               const LecternRecord *record,
               const LecternField *field)
{
  LecternKind kind = target_kind (record, field);
  gint64 id = lectern_record_integer (record, field->number);
  g_autofree char *member = g_strconcat (field->name, "_id", NULL);
  gboolean known = id != 0 && kind != LECTERN_KIND_NONE;
  add_member (json, field->name, known ? look_up_name (lookup, kind, id) : NULL);
  json_builder_set_member_name (json, member);
  add_id (json, id);
}

/* "rooms" and "room_ids"; both null where there are none. */
static void
add_references (JsonBuilder *json,
                LecternCliLookup *lookup,
                const LecternRecord *record,
                const LecternField *field)
{
  gsize n;
  g_autofree gint64 *ids = lectern_value_get_ids (lectern_record_value (record, field->number), &n);
  gsize length = strlen (field->name);
  g_autofree char *member = g_strdup_printf (
      "%.*s_ids", (int) length - g_str_has_suffix (field->name, "s"), field->name);
  json_builder_set_member_name (json, field->name);
  if (n == 0)
    {
      json_builder_add_null_value (json);
      json_builder_set_member_name (json, member);
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_array (json);
  for (gsize i = 0; i < n; i++)
    json_builder_add_string_value (json, look_up_name (lookup, field->target, ids[i]));
  json_builder_end_array (json);
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (gsize i = 0; i < n; i++)
    add_id (json, ids[i]);
  json_builder_end_array (json);
}

/* {"de": {"title": "…"}}; with @stale only those whose source text has changed since, as
 * {"de": ["title"]}. */
static void
add_translations (JsonBuilder *json, const LecternRecord *record, gboolean stale)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  const LecternTranslation *all = (const LecternTranslation *) record->translations->data;
  json_builder_begin_object (json);
  for (guint i = 0; i < record->translations->len; i++)
    {
      if ((stale && !all[i].stale) || !g_hash_table_add (done, all[i].language))
        continue;
      json_builder_set_member_name (json, all[i].language);
      if (stale)
        json_builder_begin_array (json);
      else
        json_builder_begin_object (json);
      for (guint j = i; j < record->translations->len; j++)
        {
          const LecternField *field = lectern_field (record->kind, all[j].field);
          if (field == NULL || strcmp (all[j].language, all[i].language) != 0)
            continue;
          if (!stale)
            add_member (json, field->name, all[j].text);
          else if (all[j].stale)
            json_builder_add_string_value (json, field->name);
        }
      if (stale)
        json_builder_end_array (json);
      else
        json_builder_end_object (json);
    }
  json_builder_end_object (json);
}

/* The zone of a session: its day's venue's, else its event's; NULL where neither has one. */
static const char *
session_zone (LecternCliLookup *lookup, const LecternRecord *session, const LecternRecord *day)
{
  const LecternRecord *venue
      = day ? look_up (lookup, LECTERN_KIND_VENUE, lectern_record_integer (day, LECTERN_DAY_VENUE))
            : NULL;
  if (venue != NULL && !lectern_record_is_empty (venue, LECTERN_VENUE_TIME_ZONE))
    return lectern_record_text (venue, LECTERN_VENUE_TIME_ZONE);
  const LecternRecord *event = look_up (lookup, LECTERN_KIND_EVENT,
                                        lectern_record_integer (session, LECTERN_SESSION_EVENT));
  return event ? lectern_record_text (event, LECTERN_EVENT_TIME_ZONE) : NULL;
}

/* Local time @after minutes after the session's start, by the clock of its place. */
static char *
local_time (const LecternRecord *session, const LecternRecord *day, const char *zone, gint64 after)
{
  const char *date = day ? lectern_record_text (day, LECTERN_DAY_DATE) : NULL;
  if (date == NULL || lectern_record_is_empty (session, LECTERN_SESSION_START))
    return NULL;
  gint64 minute = lectern_record_integer (session, LECTERN_SESSION_START);
  gboolean second = lectern_record_integer (session, LECTERN_SESSION_SECOND_HOUR) != 0;
  if (lectern_time_zone_exists (zone))
    {
      gint64 start = lectern_time_instant (date, minute, zone, second, NULL);
      return lectern_time_local (start + after * 60000, zone, NULL);
    }
  g_autofree char *on = lectern_date_add_days (date, (minute + after) / 1440);
  g_autofree char *at = lectern_time_format_iso ((minute + after) % 1440);
  return g_strdup_printf ("%sT%s", on, at);
}

static const LecternRecord *
session_day (LecternCliLookup *lookup, const LecternRecord *session)
{
  return look_up (lookup, LECTERN_KIND_DAY, lectern_record_integer (session, LECTERN_SESSION_DAY));
}

char *
lectern_cli_session_start (LecternCliLookup *lookup, const LecternRecord *session)
{
  const LecternRecord *day = session_day (lookup, session);
  return local_time (session, day, session_zone (lookup, session, day), 0);
}

static void
add_session_times (JsonBuilder *json, LecternCliLookup *lookup, const LecternRecord *session)
{
  const LecternRecord *day = session_day (lookup, session);
  const char *zone = session_zone (lookup, session, day);
  g_autofree char *start = local_time (session, day, zone, 0);
  gboolean lasts = !lectern_record_is_empty (session, LECTERN_SESSION_DURATION);
  g_autofree char *end
      = lasts ? local_time (session, day, zone,
                            lectern_record_integer (session, LECTERN_SESSION_DURATION))
              : NULL;
  add_member (json, "start", start);
  add_member (json, "end", end);
  add_member (json, "time_zone", zone);
  add_member (json, "day", day ? lectern_record_text (day, LECTERN_DAY_DATE) : NULL);
  json_builder_set_member_name (json, "day_id");
  add_id (json, lectern_record_integer (session, LECTERN_SESSION_DAY));
}

void
lectern_cli_add_record (JsonBuilder *json, LecternCliLookup *lookup, const LecternRecord *record)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  add_id (json, record->id);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LecternField *field = &info->fields[i];
      if (record->kind == LECTERN_KIND_SESSION && field->number == LECTERN_SESSION_DAY)
        add_session_times (json, lookup, record); /* its day is told by the date */
      else if (field->type == LECTERN_TYPE_REFERENCE)
        add_reference (json, lookup, record, field);
      else if (field->type == LECTERN_TYPE_REFERENCES)
        add_references (json, lookup, record, field);
      else if (field->flags & LECTERN_FIELD_TRANSLATABLE)
        add_member (json, field->name,
                    lectern_record_text_in (record, field->number, lookup->language));
      else
        {
          json_builder_set_member_name (json, field->name);
          lectern_cli_add_value (json, field, lectern_record_value (record, field->number));
        }
    }
  if (lectern_kind_language_field (record->kind) != NULL)
    {
      json_builder_set_member_name (json, "translations");
      if (record->translations == NULL || record->translations->len == 0)
        json_builder_add_null_value (json);
      else
        {
          add_translations (json, record, FALSE);
          json_builder_set_member_name (json, "stale_translations");
          add_translations (json, record, TRUE);
        }
    }
  json_builder_end_object (json);
}
