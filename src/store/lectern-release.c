/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-release.h"

#include "lectern-history.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (lectern-release-error-quark, lectern_release_error)

gboolean
lectern_release_shows_agenda (const char *step)
{
  return g_strcmp0 (step, "save-the-date") != 0;
}

GBytes *
lectern_release_seen (const LecternRecord *release)
{
  const LecternValue *seen = lectern_record_value (release, LECTERN_RELEASE_SEEN);
  return seen->type == LECTERN_VALUE_BYTES ? g_bytes_new (seen->data, seen->length) : NULL;
}

typedef struct
{
  LecternRecord *release;
  guint since; /* changes after it */
} Made;

static int
oldest_first (gconstpointer a, gconstpointer b)
{
  const Made *one = a, *two = b;
  return one->since > two->since ? -1 : one->since < two->since;
}

GPtrArray *
lectern_release_made (LecternReader *reader, gint64 event)
{
  GPtrArray *made = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_record_free);
  g_autoptr (GPtrArray) all = lectern_reader_find (reader, LECTERN_KIND_RELEASE, LECTERN_RELEASE_EVENT, event);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (Made));
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GBytes) seen = lectern_release_seen (all->pdata[i]);
      Made entry = { all->pdata[i], 0 };
      if (seen == NULL)
        {
          lectern_record_free (entry.release);
          continue;
        }
      entry.since = lectern_history_count_since (reader, seen);
      g_array_append_val (order, entry);
    }
  g_array_sort (order, oldest_first);
  for (guint i = 0; i < order->len; i++)
    g_ptr_array_add (made, g_array_index (order, Made, i).release);
  return made;
}

/* The record that was planned for the step and is not used yet; 0: none. *version: the next one. */
static gint64
planned_release (LecternReader *reader, gint64 event, const char *step, gint64 *version)
{
  g_autoptr (GPtrArray) all = lectern_reader_find (reader, LECTERN_KIND_RELEASE, LECTERN_RELEASE_EVENT, event);
  gint64 planned = 0;
  *version = 1;
  for (guint i = 0; i < all->len; i++)
    {
      const LecternRecord *release = all->pdata[i];
      if (g_strcmp0 (lectern_record_text (release, LECTERN_RELEASE_STEP), step) != 0)
        continue;
      if (lectern_record_is_empty (release, LECTERN_RELEASE_DATE)
          && lectern_record_is_empty (release, LECTERN_RELEASE_SEEN))
        planned = release->id;
      else
        *version = MAX (*version, lectern_record_integer (release, LECTERN_RELEASE_VERSION) + 1);
    }
  return planned;
}

static void
write_notes (LecternEdit *edit, gint64 release, const char *source, GHashTable *notes)
{
  GHashTableIter at;
  gpointer language, text;
  g_hash_table_iter_init (&at, notes);
  while (g_hash_table_iter_next (&at, &language, &text))
    lectern_edit_set (edit, LECTERN_KIND_RELEASE, release, LECTERN_RELEASE_NOTE,
                      g_strcmp0 (language, source) == 0 ? NULL : language, lectern_value_text (text));
}

static LecternRecord *
event_at_step (LecternReader *reader, gint64 event, const char *step, GError **error)
{
  const LecternField *field = lectern_field (LECTERN_KIND_RELEASE, LECTERN_RELEASE_STEP);
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  if (step == NULL || !lectern_field_has_choice (field, step))
    {
      g_set_error (error, LECTERN_RELEASE_ERROR, LECTERN_RELEASE_ERROR_STEP,
                   _ ("“%s” is no step; there are: save-the-date, invitation, draft, final, as-held."),
                   step ? step : "");
      return NULL;
    }
  if (record == NULL || !record->alive)
    {
      g_set_error_literal (error, LECTERN_RELEASE_ERROR, LECTERN_RELEASE_ERROR_EVENT,
                           _ ("This event is no longer there."));
      return NULL;
    }
  return g_steal_pointer (&record);
}

LecternEdit *
lectern_release_edit (LecternReader *reader, gint64 event, const char *step, GHashTable *notes, gint64 *release,
                      GError **error)
{
  const LecternField *field = lectern_field (LECTERN_KIND_RELEASE, LECTERN_RELEASE_STEP);
  g_autoptr (LecternRecord) record = event_at_step (reader, event, step, error);
  gint64 version;
  if (record == NULL)
    return NULL;
  const char *language = lectern_record_text (record, LECTERN_EVENT_TEXT_LANGUAGE);
  g_autofree char *today = lectern_date_today ();
  /* TRANSLATORS: a step of the history: an event, and "Save the date" or "Final agenda" */
  g_autofree char *label = g_strdup_printf (_ ("Release “%s”: %s"), lectern_record_name (record, NULL),
                                            lectern_field_choice_label (field, step));
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_reader_begin (reader);
  g_autoptr (GBytes) seen = lectern_history_seen (reader);
  gsize length;
  gconstpointer data = g_bytes_get_data (seen, &length);
  lectern_edit_set_basis (edit, lectern_reader_moment (reader));
  gint64 id = planned_release (reader, event, step, &version);
  lectern_reader_end (reader);
  if (id == 0)
    {
      id = lectern_edit_create (edit, LECTERN_KIND_RELEASE);
      lectern_edit_set_integer (edit, LECTERN_KIND_RELEASE, id, LECTERN_RELEASE_EVENT, event);
      lectern_edit_set_text (edit, LECTERN_KIND_RELEASE, id, LECTERN_RELEASE_STEP, step);
      lectern_edit_set_text (edit, LECTERN_KIND_RELEASE, id, LECTERN_RELEASE_TEXT_LANGUAGE, language ? language : "en");
    }
  lectern_edit_set_integer (edit, LECTERN_KIND_RELEASE, id, LECTERN_RELEASE_VERSION, version);
  lectern_edit_set_text (edit, LECTERN_KIND_RELEASE, id, LECTERN_RELEASE_DATE, today);
  lectern_edit_set (edit, LECTERN_KIND_RELEASE, id, LECTERN_RELEASE_SEEN, NULL, lectern_value_bytes (data, length));
  if (notes != NULL)
    write_notes (edit, id, language ? language : "en", notes);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_RELEASE_STEP, step);
  *release = id;
  return g_steal_pointer (&edit);
}
