/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-import-private.h"

#include "lectern-schedule-build.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
where_of (const LecternProgrammeSession *session)
{
  return session->where != NULL ? session->where : session->title;
}

/* @new: a room that was deleted here is not given to what is new. */
static LecternValue
rooms_value (LecternImport *import, const LecternProgrammeSession *session, gboolean is_new)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < session->rooms->len; i++)
    {
      gint64 id = import->rooms[g_array_index (session->rooms, guint, i)];
      if (!is_new || !g_hash_table_contains (import->gone, &id))
        g_array_append_val (ids, id);
    }
  return lectern_value_ids ((const gint64 *)ids->data, ids->len);
}

static gint64
reference (LecternImport *import, gint64 id, gboolean is_new)
{
  return is_new && g_hash_table_contains (import->gone, &id) ? 0 : id;
}

static LecternValue
id_value (gint64 id)
{
  return id != 0 ? lectern_value_integer (id) : LECTERN_EMPTY;
}

static void
say_place (LecternImport *import,
           LecternImportFields *f,
           const LecternProgrammeSession *s,
           gboolean is_new)
{
  gint64 day = s->day >= 0 ? reference (import, import->days[s->day], is_new) : 0;
  gint64 track = s->track >= 0 ? reference (import, import->tracks[s->track], is_new) : 0;
  lectern_import_say (import, f, LECTERN_SESSION_DAY, id_value (day));
  lectern_import_say (import, f, LECTERN_SESSION_START,
                      s->start_minute >= 0 ? lectern_value_integer (s->start_minute)
                                           : LECTERN_EMPTY);
  lectern_import_say (import, f, LECTERN_SESSION_DURATION,
                      s->duration >= 0 && s->duration <= 366 * 1440
                          ? lectern_value_integer (s->duration)
                          : LECTERN_EMPTY);
  lectern_import_say (import, f, LECTERN_SESSION_ROOMS, rooms_value (import, s, is_new));
  lectern_import_say (import, f, LECTERN_SESSION_SECOND_HOUR,
                      s->second_hour ? lectern_value_integer (1) : LECTERN_EMPTY);
  lectern_import_say (import, f, LECTERN_SESSION_TRACK, id_value (track));
}

static void
say_session (LecternImport *import,
             LecternImportFields *f,
             const LecternProgrammeSession *s,
             gboolean is_new)
{
  lectern_import_fields_init (f, LECTERN_KIND_SESSION, where_of (s));
  lectern_import_say_text (import, f, LECTERN_SESSION_TITLE, s->title);
  lectern_import_say_text (import, f, LECTERN_SESSION_SUBTITLE, s->subtitle);
  lectern_import_say_text (import, f, LECTERN_SESSION_ABSTRACT, s->abstract);
  lectern_import_say_text (import, f, LECTERN_SESSION_DESCRIPTION, s->description);
  say_place (import, f, s, is_new);
  lectern_import_say_text (import, f, LECTERN_SESSION_TYPE, s->type);
  lectern_import_say_text (import, f, LECTERN_SESSION_TYPE_LABEL, s->type_label);
  lectern_import_say_text (import, f, LECTERN_SESSION_STATE, s->state);
  if (s->languages != NULL)
    lectern_import_say (import, f, LECTERN_SESSION_LANGUAGES,
                        lectern_value_texts ((const char *const *)s->languages));
  lectern_import_say_text (import, f, LECTERN_SESSION_TEXT_LANGUAGE, s->language);
  if (s->recording != NULL || s->licence != NULL)
    {
      lectern_import_say_text (import, f, LECTERN_SESSION_RECORDING, s->recording);
      lectern_import_say_text (import, f, LECTERN_SESSION_LICENCE, s->licence);
    }
  lectern_import_say_text (import, f, LECTERN_SESSION_URL, s->url);
  lectern_import_say_text (import, f, LECTERN_SESSION_ORIGIN_URL, s->origin_url);
  lectern_import_say_text (import, f, LECTERN_SESSION_FEEDBACK_URL, s->feedback_url);
  lectern_import_say_text (import, f, LECTERN_SESSION_VIDEO_URL, s->video_url);
  lectern_import_say_text (import, f, LECTERN_SESSION_LOGO, s->logo);
  lectern_import_say_text (import, f, LECTERN_SESSION_SLUG, s->slug);
  lectern_import_say_text (import, f, LECTERN_SESSION_GUID, s->guid);
  lectern_import_say_text (import, f, LECTERN_SESSION_CODE, s->code);
  if (s->number != 0)
    lectern_import_say_number (import, f, LECTERN_SESSION_NATIVE_NUMBER, s->number);
  lectern_import_say_text (import, f, LECTERN_SESSION_REPEATS, s->repeats);
  if (s->internal)
    lectern_import_say_number (import, f, LECTERN_SESSION_INTERNAL, 1);
}

/* What services links are at goes with what only this source has. */
static char *
extra_of (const LecternProgrammeSession *session)
{
  g_autofree char *extra = g_strdup (session->extra);
  g_autofree char *services = NULL;
  for (guint i = 0; i < session->links->len; i++)
    {
      const LecternProgrammeLink *link = g_ptr_array_index (session->links, i);
      if (link->service != NULL && link->url != NULL)
        lectern_schedule_extra_add (&services, link->url, link->service);
    }
  if (services != NULL)
    lectern_schedule_extra_add_json (&extra, "services", services);
  return lectern_import_sort_extra (g_steal_pointer (&extra));
}

/* What this import cancelled because it was missing, and what is there again. */
static void
say_it_is_back (LecternImport *import, LecternImportFields *f, LecternRecord *current)
{
  const LecternRecord *ref = lectern_import_ref (import, LECTERN_KIND_SESSION, current->id);
  if (ref == NULL
      || g_strcmp0 (lectern_record_text (current, LECTERN_SESSION_STATE), "cancelled") != 0)
    return;
  const LecternField *state = lectern_field (LECTERN_KIND_SESSION, LECTERN_SESSION_STATE);
  g_autoptr (GArray) last
      = lectern_last_values_parse (lectern_record_value (ref, LECTERN_SOURCE_REF_LAST_VALUES));
  if (!f->said[state->index] && lectern_last_values_get (last, state->group) != 0)
    f->said[state->index] = TRUE;
}

static void
write_session (LecternImport *import,
               const LecternProgrammeSession *session,
               LecternRecord *current)
{
  g_autofree char *extra = extra_of (session);
  LecternImportFields f;
  LecternMerge merge;
  if (current != NULL && !current->alive)
    {
      import->counts[LECTERN_IMPORT_UNCHANGED][LECTERN_KIND_SESSION]++;
      return;
    }
  say_session (import, &f, session, current == NULL);
  if (current != NULL)
    say_it_is_back (import, &f, current);
  lectern_merge_begin (&merge, import, current, &f);
  lectern_import_fields_clear (&f);
  if (current == NULL)
    lectern_edit_set_integer (import->edit, LECTERN_KIND_SESSION, merge.id, LECTERN_SESSION_EVENT,
                              import->event);
  lectern_import_session_lists (&merge, session);
  lectern_merge_end (&merge, g_hash_table_lookup (import->natives, session), extra);
}

static void
cancel (LecternImport *import, LecternRecord *current)
{
  LecternImportFields f;
  LecternMerge merge;
  lectern_import_fields_init (&f, LECTERN_KIND_SESSION, NULL);
  lectern_import_say_text (import, &f, LECTERN_SESSION_STATE, "cancelled");
  lectern_merge_begin (&merge, import, current, &f);
  lectern_import_fields_clear (&f);
  gboolean changed = merge.changed;
  lectern_merge_end (&merge, NULL, lectern_record_text (merge.ref, LECTERN_SOURCE_REF_EXTRA));
  if (changed)
    {
      import->counts[LECTERN_IMPORT_UPDATED][LECTERN_KIND_SESSION]--;
      import->counts[LECTERN_IMPORT_CANCELLED][LECTERN_KIND_SESSION]++;
      merge.item->outcome = LECTERN_IMPORT_CANCELLED;
    }
}

/* Only a complete programme of the same source says by its silence that something is off. */
static void
cancel_what_disappeared (LecternImport *import, GArray *candidates)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  guint n_of_source = 0;
  for (guint i = 0; i < candidates->len && import->programme->complete; i++)
    {
      const LecternCandidate *c = &g_array_index (candidates, LecternCandidate, i);
      const char *state = lectern_record_text (c->record, LECTERN_SESSION_STATE);
      if (!c->of_source || !c->record->alive)
        continue;
      n_of_source++;
      if (!c->taken && g_strcmp0 (state, "cancelled") != 0)
        g_ptr_array_add (missing, c->record);
    }
  if (missing->len * 5 > n_of_source && !import->options.allow_cancel)
    {
      import->needs_decision = TRUE;
      lectern_import_warn (
          import,
          ngettext (
              "%u session of %u has disappeared from the file; bringing it in would cancel it.",
              "%u sessions of %u have disappeared from the file; bringing it in would cancel them.",
              missing->len),
          missing->len, n_of_source);
    }
  for (guint i = 0; i < missing->len; i++)
    cancel (import, g_ptr_array_index (missing, i));
}

gboolean
lectern_import_sessions (LecternImport *import, GError **error)
{
  GPtrArray *items = import->programme->sessions;
  g_autoptr (GPtrArray) existing = import->event_is_new
                                       ? g_ptr_array_new ()
                                       : lectern_reader_find (import->reader, LECTERN_KIND_SESSION,
                                                              LECTERN_SESSION_EVENT, import->event);
  g_autoptr (GArray) candidates = lectern_import_candidates (import, existing, LECTERN_KIND_SESSION,
                                                             LECTERN_SESSION_EVENT, import->event);
  lectern_import_name_sessions (import);
  g_autofree LecternRecord **matched = lectern_import_match_sessions (import, candidates);
  lectern_import_load_lists (import);
  for (guint i = 0; i < items->len; i++)
    {
      write_session (import, g_ptr_array_index (items, i), matched[i]);
      if (i % 256 != 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (import->cancellable, error))
        return FALSE;
      if (import->options.progress != NULL)
        import->options.progress (0.5 + 0.5 * i / items->len, import->options.progress_data);
    }
  cancel_what_disappeared (import, candidates);
  return TRUE;
}
