/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-import-private.h"

#include "lectern-agenda-in.h"
#include "lectern-calendar-in.h"
#include "lectern-exchange-error.h"
#include "lectern-recognise.h"
#include "lectern-schedule-json-in.h"
#include "lectern-way-back.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static void
doubt_free (gpointer data)
{
  LecternDoubt *doubt = data;
  g_free (doubt->where);
  g_free (doubt->why);
  g_free (doubt);
}

/* What is only needed while the plan is made. */
static void
forget_workspace (LecternImport *import)
{
  for (guint i = 0; i < G_N_ELEMENTS (import->lists); i++)
    g_clear_pointer (&import->lists[i], g_hash_table_unref);
  g_clear_pointer (&import->refs, g_hash_table_unref);
  g_clear_pointer (&import->natives, g_hash_table_unref);
  g_clear_pointer (&import->gone, g_hash_table_unref);
  g_clear_pointer (&import->loaded, g_ptr_array_unref);
  g_clear_pointer (&import->days, g_free);
  g_clear_pointer (&import->rooms, g_free);
  g_clear_pointer (&import->tracks, g_free);
  g_clear_pointer (&import->persons, g_free);
  import->reader = NULL;
  import->cancellable = NULL;
}

static void
item_free (gpointer data)
{
  LecternImportItem *item = data;
  g_free (item->name);
  g_free (item->where);
  g_free (item);
}

void
lectern_import_free (LecternImport *import)
{
  if (import == NULL)
    return;
  forget_workspace (import);
  lectern_programme_free (import->programme);
  lectern_edit_unref (import->edit);
  g_free (import->source);
  g_ptr_array_unref (import->skipped);
  g_ptr_array_unref (import->warnings);
  g_ptr_array_unref (import->items);
  g_free (import);
}

static LecternImport *
import_new (LecternReader *reader,
            LecternProgramme *programme,
            const LecternImportOptions *options,
            GCancellable *cancellable)
{
  LecternImport *import = g_new0 (LecternImport, 1);
  import->programme = programme;
  import->reader = reader;
  import->cancellable = cancellable;
  if (options != NULL)
    import->options = *options;
  import->skipped = g_ptr_array_new_with_free_func (doubt_free);
  import->warnings = g_ptr_array_new_with_free_func (g_free);
  import->items = g_ptr_array_new_with_free_func (item_free);
  import->loaded = g_ptr_array_new_with_free_func ((GDestroyNotify)lectern_record_free);
  import->gone = g_hash_table_new (g_int64_hash, g_int64_equal);
  import->natives = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < programme->doubts->len; i++)
    {
      const LecternDoubt *doubt = g_ptr_array_index (programme->doubts, i);
      lectern_import_skip (import, doubt->where, "%s", doubt->why);
    }
  return import;
}

static gboolean
plan (LecternImport *import, GError **error)
{
  const char *title
      = import->programme->title != NULL ? import->programme->title : import->programme->acronym;
  g_autofree char *label
      = g_strdup_printf (_ ("Import “%s”"), title != NULL ? title : import->programme->format);
  import->edit = lectern_edit_new (label);
  lectern_edit_set_basis (import->edit, lectern_reader_moment (import->reader));
  if (!lectern_import_find_event (import, error))
    return FALSE;
  lectern_import_event_records (import);
  lectern_import_rooms (import);
  lectern_import_tracks (import);
  lectern_import_days (import);
  lectern_import_persons (import);
  return lectern_import_sessions (import, error);
}

/**
 * lectern_import_plan_programme:
 * @programme: (transfer full)
 */
LecternImport *
lectern_import_plan_programme (LecternReader *reader,
                               LecternProgramme *programme,
                               const LecternImportOptions *options,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (LecternImport) import = import_new (reader, programme, options, cancellable);
  lectern_reader_begin (reader);
  gboolean planned = plan (import, error);
  lectern_reader_end (reader);
  forget_workspace (import);
  return planned ? g_steal_pointer (&import) : NULL;
}

typedef struct
{
  LecternProgressFunc progress;
  gpointer data;
} HalfProgress;

/* Reading is the first half of the work. */
static void
half (double fraction, gpointer data)
{
  const HalfProgress *whole = data;
  if (whole->progress != NULL)
    whole->progress (fraction / 2, whole->data);
}

static char
first_character (GBytes *file)
{
  gsize length;
  const char *data = g_bytes_get_data (file, &length);
  gsize at = length >= 3 && (guchar)data[0] == 0xef ? 3 : 0;
  while (at < length && g_ascii_isspace (data[at]))
    at++;
  return at < length ? data[at] : '\0';
}

/* A text, a page or a table of tabs is an agenda where that is beyond doubt, or where somebody
   says of which event. Its heading is not the name of that event. */
static LecternProgramme *
read_agenda (GBytes *file, LecternFormat format, const LecternImportOptions *options)
{
  gsize length;
  const char *text = g_bytes_get_data (file, &length);
  gboolean named = options != NULL && options->event != 0, sure = FALSE;
  LecternAgendaInOptions how = { .sure = &sure };
  if (format == LECTERN_FORMAT_CSV && !named && memchr (text, '\t', length) == NULL)
    return NULL;
  LecternProgramme *programme = lectern_agenda_read (text, length, format == LECTERN_FORMAT_HTML, &how, NULL);
  if (programme == NULL || sure || named)
    {
      if (programme != NULL)
        programme->source = g_strdup_printf (
            "agenda %s", programme->title != NULL
                             ? programme->title
                             : ((LecternProgrammeSession *) programme->sessions->pdata[0])->title);
      return programme;
    }
  lectern_programme_free (programme);
  return NULL;
}

static LecternProgramme *
read_file (GBytes *file,
           const LecternImportOptions *options,
           GCancellable *cancellable,
           GError **error)
{
  HalfProgress progress = { options != NULL ? options->progress : NULL,
                            options != NULL ? options->progress_data : NULL };
  char first = first_character (file);
  /* A JSON reader says itself what is wrong, and parses only once. */
  if (first == '{' || first == '[')
    return lectern_schedule_json_read (file, cancellable, error);
  LecternFormat format = lectern_recognise (file);
  if (format == LECTERN_FORMAT_SCHEDULE_XML)
    return lectern_schedule_xml_read (file, half, &progress, cancellable, error);
  if (format == LECTERN_FORMAT_ICALENDAR)
    return lectern_calendar_read (file, cancellable, error);
  if (format == LECTERN_FORMAT_TEXT || format == LECTERN_FORMAT_HTML || format == LECTERN_FORMAT_CSV)
    {
      LecternProgramme *programme = read_agenda (file, format, options);
      if (programme != NULL)
        return programme;
    }
  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_UNKNOWN,
                       lectern_format_refusal (format));
  return NULL;
}

LecternImport *
lectern_import_plan (LecternReader *reader,
                     GBytes *file,
                     const char *file_name,
                     const LecternImportOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  LecternProgramme *programme = read_file (file, options, cancellable, error);
  if (programme != NULL)
    {
      lectern_way_back (programme);
      return lectern_import_plan_programme (reader, programme, options, cancellable, error);
    }
  if (file_name != NULL && error != NULL && *error != NULL
      && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, "%s: ", file_name);
  return NULL;
}

LecternEdit *
lectern_import_edit (LecternImport *import)
{
  return lectern_edit_is_empty (import->edit) ? NULL : import->edit;
}

gint64
lectern_import_event (LecternImport *import)
{
  return import->event;
}

gboolean
lectern_import_needs_decision (LecternImport *import)
{
  return import->needs_decision;
}

const LecternProgramme *
lectern_import_programme (LecternImport *import)
{
  return import->programme;
}

guint
lectern_import_count (LecternImport *import, LecternImportOutcome outcome, LecternKind kind)
{
  return import->counts[outcome][kind];
}

GPtrArray *
lectern_import_skipped (LecternImport *import)
{
  return import->skipped;
}

GPtrArray *
lectern_import_items (LecternImport *import)
{
  return import->items;
}

GPtrArray *
lectern_import_warnings (LecternImport *import)
{
  return import->warnings;
}

static void
build_counts (LecternImport *import, JsonBuilder *json)
{
  static const char *const names[] = { "created", "updated", "unchanged", "cancelled" };
  for (guint outcome = 0; outcome < G_N_ELEMENTS (names); outcome++)
    {
      json_builder_set_member_name (json, names[outcome]);
      json_builder_begin_object (json);
      for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
        if (import->counts[outcome][kind] > 0)
          {
            json_builder_set_member_name (json, lectern_kind_info (kind)->name);
            json_builder_add_int_value (json, import->counts[outcome][kind]);
          }
      json_builder_end_object (json);
    }
}

static void
build_lists (LecternImport *import, JsonBuilder *json)
{
  json_builder_set_member_name (json, "skipped");
  json_builder_begin_array (json);
  for (guint i = 0; i < import->skipped->len; i++)
    {
      const LecternDoubt *doubt = g_ptr_array_index (import->skipped, i);
      json_builder_begin_object (json);
      json_builder_set_member_name (json, "where");
      json_builder_add_string_value (json, doubt->where);
      json_builder_set_member_name (json, "why");
      json_builder_add_string_value (json, doubt->why);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "warnings");
  json_builder_begin_array (json);
  for (guint i = 0; i < import->warnings->len; i++)
    json_builder_add_string_value (json, g_ptr_array_index (import->warnings, i));
  json_builder_end_array (json);
}

char *
lectern_import_to_json (LecternImport *import)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autofree char *event = g_strdup_printf ("%" G_GINT64_FORMAT, import->event);
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "format");
  json_builder_add_string_value (json, import->programme->format);
  json_builder_set_member_name (json, "event");
  json_builder_add_string_value (json, event);
  build_counts (import, json);
  build_lists (import, json);
  json_builder_end_object (json);
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  return json_to_string (root, FALSE);
}
