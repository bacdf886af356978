/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The event that a programme is brought into, and its venue.
 */
#include "lectern-import-private.h"

#include "lectern-exchange-error.h"
#include "lectern-schedule-build.h"
#include "lectern-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
title_of (const LecternProgramme *p)
{
  if (p->title != NULL && *p->title != '\0')
    return p->title;
  return p->acronym != NULL && *p->acronym != '\0' ? p->acronym : _ ("Imported programme");
}

/* Without acronym and address the title and the year make the source. */
static char *
name_source (const LecternProgramme *p)
{
  if (p->source != NULL && *p->source != '\0')
    return g_strdup (p->source);
  if (p->start != NULL)
    return g_strdup_printf ("%s (%.4s)", title_of (p), p->start);
  return g_strdup (title_of (p));
}

static guint
key_hash (gconstpointer data)
{
  const LecternImportKey *key = data;
  return g_int64_hash (&key->id) ^ key->kind;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const LecternImportKey *x = a, *y = b;
  return x->id == y->id && x->kind == y->kind;
}

/* All that came from this source, by what it became. */
static void
load_refs (LecternImport *import)
{
  GPtrArray *refs = lectern_reader_find_text (import->reader, LECTERN_KIND_SOURCE_REF,
                                              LECTERN_SOURCE_REF_SOURCE, import->source);
  import->refs = g_hash_table_new_full (key_hash, key_equal, g_free, NULL);
  for (guint i = 0; i < refs->len; i++)
    {
      LecternRecord *ref = g_ptr_array_index (refs, i);
      const LecternKindInfo *info
          = lectern_kind_by_name (lectern_record_text (ref, LECTERN_SOURCE_REF_OWNER_KIND));
      if (info == NULL)
        continue;
      LecternImportKey *key = g_new0 (LecternImportKey, 1);
      key->kind = info->kind;
      key->id = lectern_record_integer (ref, LECTERN_SOURCE_REF_OWNER);
      g_hash_table_replace (import->refs, key, ref);
      g_ptr_array_add (import->loaded, ref);
    }
  g_ptr_array_set_free_func (refs, NULL);
  g_ptr_array_unref (refs);
}

/* The event of the same source that lives; the one with the smallest id, so that it is always the
 * same. */
static gint64
event_of_source (LecternImport *import)
{
  GHashTableIter iter;
  LecternImportKey *key;
  gint64 found = 0;
  g_hash_table_iter_init (&iter, import->refs);
  while (g_hash_table_iter_next (&iter, (gpointer *)&key, NULL))
    if (key->kind == LECTERN_KIND_EVENT && (found == 0 || key->id < found))
      {
        g_autoptr (LecternRecord) event
            = lectern_reader_get (import->reader, LECTERN_KIND_EVENT, key->id);
        if (event != NULL && event->alive)
          found = key->id;
      }
  return found;
}

gboolean
lectern_import_find_event (LecternImport *import, GError **error)
{
  import->source = name_source (import->programme);
  load_refs (import);
  import->event = event_of_source (import);
  if (import->event != 0 || import->options.event == 0)
    {
      if (import->event != 0 && import->options.event != 0
          && import->options.event != import->event)
        {
          g_autofree char *name
              = lectern_reader_name (import->reader, LECTERN_KIND_EVENT, import->event, NULL);
          lectern_import_warn (
              import, _ ("This programme was brought into “%s” before; it goes there again."),
              name);
        }
      return TRUE;
    }
  g_autoptr (LecternRecord) event
      = lectern_reader_get (import->reader, LECTERN_KIND_EVENT, import->options.event);
  if (event == NULL || !event->alive)
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_FAILED,
                           _ ("The event that the programme is to go into does not exist."));
      return FALSE;
    }
  import->event = import->options.event;
  return TRUE;
}

/* Letters, digits and hyphens of the acronym, else of the title. */
static char *
slugify (const LecternProgramme *p)
{
  const char *from = p->acronym != NULL && *p->acronym != '\0' ? p->acronym : title_of (p);
  g_autofree char *folded = lectern_text_fold (from);
  GString *slug = g_string_new (NULL);
  for (const char *c = folded; *c != '\0' && slug->len < 60; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (slug, *c);
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_append (slug, "event");
  return g_string_free (slug, FALSE);
}

static char *
free_slug (LecternImport *import)
{
  g_autofree char *base = slugify (import->programme);
  char *slug = g_strdup (base);
  for (guint n = 2; lectern_reader_event_by_slug (import->reader, slug) != 0; n++)
    {
      g_free (slug);
      slug = g_strdup_printf ("%s-%u", base, n);
    }
  return slug;
}

/* What the file says, else the language that most sessions are in, else the workspace's. */
static char *
main_language (LecternImport *import)
{
  const LecternProgramme *p = import->programme;
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *most = NULL;
  guint n_most = 0;
  if (p->language != NULL && lectern_language_is_valid (p->language))
    return g_strdup (p->language);
  for (guint i = 0; i < p->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (p->sessions, i);
      if (session->language == NULL)
        continue;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, session->language)) + 1;
      g_hash_table_insert (counts, session->language, GUINT_TO_POINTER (n));
      if (n > n_most)
        {
          n_most = n;
          most = session->language;
        }
    }
  if (most != NULL)
    return g_strdup (most);
  g_autoptr (LecternRecord) workspace = lectern_reader_workspace (import->reader);
  return workspace != NULL
             ? g_strdup (lectern_record_text (workspace, LECTERN_WORKSPACE_TEXT_LANGUAGE))
             : NULL;
}

/* What has no field of an event is kept with its origin. */
static char *
extra_of (const LecternProgramme *p)
{
  char *extra = g_strdup (p->extra);
  if (p->base_url != NULL && *p->base_url != '\0')
    lectern_schedule_extra_add (&extra, "base_url", p->base_url);
  if (p->generator != NULL && *p->generator != '\0')
    lectern_schedule_extra_add (&extra, "generator", p->generator);
  return lectern_import_sort_extra (extra);
}

static void
say_event (LecternImport *import, LecternImportFields *f)
{
  const LecternProgramme *p = import->programme;
  lectern_import_fields_init (f, LECTERN_KIND_EVENT, "conference");
  /* The heading of a pasted agenda is not the name of an event that is there. */
  if (import->event == 0 || g_strcmp0 (p->format, "agenda") != 0)
    lectern_import_say_text (import, f, LECTERN_EVENT_TITLE, title_of (p));
  lectern_import_say_text (import, f, LECTERN_EVENT_ACRONYM, p->acronym);
  lectern_import_say_text (import, f, LECTERN_EVENT_SUBTITLE, p->subtitle);
  lectern_import_say_text (import, f, LECTERN_EVENT_SUMMARY, p->summary);
  lectern_import_say_text (import, f, LECTERN_EVENT_TIME_ZONE, p->time_zone);
  lectern_import_say_text (import, f, LECTERN_EVENT_URL, p->url);
  lectern_import_say_text (import, f, LECTERN_EVENT_LOGO, p->logo);
  lectern_import_say_text (import, f, LECTERN_EVENT_SCHEDULE_VERSION, p->version);
  lectern_import_say_text (import, f, LECTERN_EVENT_GUID, p->guid);
  if (p->languages != NULL)
    lectern_import_say (import, f, LECTERN_EVENT_LANGUAGES,
                        lectern_value_texts ((const char *const *)p->languages));
  if (p->slot_minutes > 0)
    lectern_import_say_number (import, f, LECTERN_EVENT_SLOT_MINUTES, p->slot_minutes);
}

/* One venue per event, named after the file's venue or town, else the event. */
static void
write_venue (LecternImport *import, LecternRecord *event)
{
  const LecternProgramme *p = import->programme;
  const char *name = p->venue != NULL && *p->venue != '\0' ? p->venue
                     : p->city != NULL && *p->city != '\0' ? p->city
                                                           : title_of (p);
  gsize n = 0;
  g_autofree gint64 *venues
      = event != NULL
            ? lectern_value_get_ids (lectern_record_value (event, LECTERN_EVENT_VENUES), &n)
            : NULL;
  LecternRecord *current
      = n > 0 ? lectern_reader_get (import->reader, LECTERN_KIND_VENUE, venues[0]) : NULL;
  LecternImportFields f;
  LecternMerge merge;
  for (gsize i = 1; i < n; i++)
    if (lectern_import_ref (import, LECTERN_KIND_VENUE, venues[i]) != NULL
        && (current == NULL
            || lectern_import_ref (import, LECTERN_KIND_VENUE, current->id) == NULL))
      {
        lectern_record_free (current);
        current = lectern_reader_get (import->reader, LECTERN_KIND_VENUE, venues[i]);
      }
  if (current != NULL)
    g_ptr_array_add (import->loaded, current);
  /* A venue that was made here is only the house of the rooms. */
  if (current != NULL && lectern_import_ref (import, LECTERN_KIND_VENUE, current->id) == NULL)
    {
      import->venue = current->id;
      import->counts[LECTERN_IMPORT_UNCHANGED][LECTERN_KIND_VENUE]++;
      return;
    }
  lectern_import_fields_init (&f, LECTERN_KIND_VENUE, "conference");
  lectern_import_say_text (import, &f, LECTERN_VENUE_NAME, name);
  lectern_import_say_text (import, &f, LECTERN_VENUE_CITY, p->city);
  lectern_merge_begin (&merge, import, current, &f);
  lectern_import_fields_clear (&f);
  import->venue = merge.id;
  if (current == NULL)
    {
      lectern_edit_set_integer (import->edit, LECTERN_KIND_VENUE, merge.id,
                                LECTERN_VENUE_ADDRESS_MISSING, 1);
      lectern_edit_set (import->edit, LECTERN_KIND_EVENT, import->event, LECTERN_EVENT_VENUES, NULL,
                        lectern_value_ids (&merge.id, 1));
    }
  lectern_merge_end (&merge, name, NULL);
}

void
lectern_import_event_records (LecternImport *import)
{
  LecternRecord *current
      = import->event != 0 ? lectern_reader_get (import->reader, LECTERN_KIND_EVENT, import->event)
                           : NULL;
  g_autofree char *extra = extra_of (import->programme);
  LecternImportFields f;
  LecternMerge merge;
  if (current != NULL)
    g_ptr_array_add (import->loaded, current);
  say_event (import, &f);
  import->event_is_new = current == NULL;
  if (current == NULL)
    {
      g_autofree char *slug = free_slug (import);
      g_autofree char *language = main_language (import);
      lectern_import_say_text (import, &f, LECTERN_EVENT_TEXT_LANGUAGE, language);
      lectern_merge_begin (&merge, import, NULL, &f);
      lectern_edit_set_text (import->edit, LECTERN_KIND_EVENT, merge.id, LECTERN_EVENT_SLUG, slug);
    }
  else
    lectern_merge_begin (&merge, import, current, &f);
  lectern_import_fields_clear (&f);
  import->event = merge.id;
  lectern_merge_end (&merge, import->source, extra);
  write_venue (import, current);
  const char *zone
      = current != NULL ? lectern_record_text (current, LECTERN_EVENT_TIME_ZONE) : NULL;
  if (zone == NULL)
    zone = import->programme->time_zone;
  if (zone == NULL)
    lectern_import_warn (import, "%s", _ ("The file names no time zone; please set the event’s."));
  else if (*zone == '+' || *zone == '-')
    lectern_import_warn (
        import, _ ("The file has the offset %s but names no time zone; please set the event’s."),
        zone);
}
