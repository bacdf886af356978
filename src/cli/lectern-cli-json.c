/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-cli-json.h"

#include "lectern-time.h"

#include <string.h>

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
add_reference (JsonBuilder *json, LecternReader *reader, const LecternRecord *record,
               const LecternField *field, const char *language)
{
  LecternKind kind = target_kind (record, field);
  gint64 id = lectern_record_integer (record, field->number);
  g_autofree char *member = g_strconcat (field->name, "_id", NULL);
  g_autofree char *name
      = id != 0 && kind != LECTERN_KIND_NONE ? lectern_reader_name (reader, kind, id, language) : NULL;
  add_member (json, field->name, name);
  json_builder_set_member_name (json, member);
  add_id (json, id);
}

/* "rooms" and "room_ids"; both null where there are none. */
static void
add_references (JsonBuilder *json, LecternReader *reader, const LecternRecord *record,
                const LecternField *field, const char *language)
{
  gsize n;
  g_autofree gint64 *ids
      = lectern_value_get_ids (lectern_record_value (record, field->number), &n);
  gsize length = strlen (field->name);
  g_autofree char *member
      = g_strdup_printf ("%.*s_ids", (int) length - g_str_has_suffix (field->name, "s"), field->name);
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
    {
      g_autofree char *name = lectern_reader_name (reader, field->target, ids[i], language);
      json_builder_add_string_value (json, name);
    }
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
static char *
session_zone (LecternReader *reader, const LecternRecord *session, const LecternRecord *day)
{
  gint64 venue = day ? lectern_record_integer (day, LECTERN_DAY_VENUE) : 0;
  if (venue != 0)
    {
      g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_VENUE, venue);
      if (record != NULL && !lectern_record_is_empty (record, LECTERN_VENUE_TIME_ZONE))
        return g_strdup (lectern_record_text (record, LECTERN_VENUE_TIME_ZONE));
    }
  gint64 event = lectern_record_integer (session, LECTERN_SESSION_EVENT);
  g_autoptr (LecternRecord) record
      = event ? lectern_reader_get (reader, LECTERN_KIND_EVENT, event) : NULL;
  return record ? g_strdup (lectern_record_text (record, LECTERN_EVENT_TIME_ZONE)) : NULL;
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

static LecternRecord *
session_day (LecternReader *reader, const LecternRecord *session)
{
  gint64 id = lectern_record_integer (session, LECTERN_SESSION_DAY);
  return id ? lectern_reader_get (reader, LECTERN_KIND_DAY, id) : NULL;
}

char *
lectern_cli_session_start (LecternReader *reader, const LecternRecord *session)
{
  g_autoptr (LecternRecord) day = session_day (reader, session);
  g_autofree char *zone = session_zone (reader, session, day);
  return local_time (session, day, zone, 0);
}

static void
add_session_times (JsonBuilder *json, LecternReader *reader, const LecternRecord *session)
{
  g_autoptr (LecternRecord) day = session_day (reader, session);
  g_autofree char *zone = session_zone (reader, session, day);
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
lectern_cli_add_record (JsonBuilder *json, LecternReader *reader, const LecternRecord *record,
                        const char *language)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "id");
  add_id (json, record->id);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LecternField *field = &info->fields[i];
      if (record->kind == LECTERN_KIND_SESSION && field->number == LECTERN_SESSION_DAY)
        add_session_times (json, reader, record); /* its day is told by the date */
      else if (field->type == LECTERN_TYPE_REFERENCE)
        add_reference (json, reader, record, field, language);
      else if (field->type == LECTERN_TYPE_REFERENCES)
        add_references (json, reader, record, field, language);
      else if (field->flags & LECTERN_FIELD_TRANSLATABLE)
        add_member (json, field->name, lectern_record_text_in (record, field->number, language));
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
