/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said and what is remembered about one published item.
 */
#include "lectern-publish-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lectern_publish_item_free (LecternPublishItem *item)
{
  if (item == NULL)
    return;
  g_free (item->item);
  g_free (item->url);
  g_free (item->why);
  g_free (item->difference);
  g_free (item);
}

LecternPublishItem *
lectern_publish_item_new (
    LecternPlace *place, const char *path, const char *action, const char *state, const char *why)
{
  LecternPublishItem *item = g_new0 (LecternPublishItem, 1);
  item->item = g_strdup (path);
  item->action = action;
  item->state = state;
  item->url = lectern_place_dup_url (place, path);
  item->why = g_strdup (why);
  return item;
}

static gboolean
any_state (GPtrArray *items, const char *state)
{
  for (guint i = 0; i < items->len; i++)
    if (strcmp (((LecternPublishItem *) g_ptr_array_index (items, i))->state, state) == 0)
      return TRUE;
  return FALSE;
}

gboolean
lectern_publish_needs_decision (GPtrArray *items)
{
  return any_state (items, "waiting");
}

gboolean
lectern_publish_has_failed (GPtrArray *items)
{
  return any_state (items, "failed");
}

void
lectern_publish_note_clear (LecternPublishNote *note)
{
  g_free (note->state);
  g_free (note->base_hash);
  g_free (note->sending_hash);
  g_free (note->why);
  memset (note, 0, sizeof *note);
}

static void
note_free (gpointer data)
{
  lectern_publish_note_clear (data);
  g_free (data);
}

static void
fill (LecternPublishNote *note, const LecternRecord *record)
{
  note->record = record->id;
  note->state = g_strdup (lectern_record_text (record, LECTERN_PUBLICATION_STATE));
  note->base_hash = g_strdup (lectern_record_text (record, LECTERN_PUBLICATION_BASE_HASH));
  note->sending_hash = g_strdup (lectern_record_text (record, LECTERN_PUBLICATION_SENDING_HASH));
  note->why = g_strdup (lectern_record_text (record, LECTERN_PUBLICATION_WHY));
}

GHashTable *
lectern_publish_notes_read (LecternReader *reader, gint64 site)
{
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, note_free);
  g_autoptr (GPtrArray) records
      = lectern_reader_find (reader, LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_SITE, site);
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = g_ptr_array_index (records, i);
      const char *path = lectern_record_text (record, LECTERN_PUBLICATION_REMOTE);
      if (path == NULL || g_hash_table_contains (notes, path))
        continue;
      LecternPublishNote *note = g_new0 (LecternPublishNote, 1);
      fill (note, record);
      g_hash_table_insert (notes, g_strdup (path), note);
    }
  return notes;
}

void
lectern_publish_note_read (LecternPublishNote *note,
                           LecternReader *reader,
                           gint64 site,
                           const char *path)
{
  g_autoptr (GHashTable) notes = lectern_publish_notes_read (reader, site);
  gpointer key = NULL, found = NULL;
  lectern_publish_note_clear (note);
  if (g_hash_table_steal_extended (notes, path, &key, &found))
    *note = *(LecternPublishNote *) found;
  g_free (key);
  g_free (found);
}

static void
set (LecternEdit *edit, gint64 record, guint field, const char *text, char **remembered)
{
  if (text == NULL)
    return;
  lectern_edit_set_text (edit, LECTERN_KIND_PUBLICATION, record, field, text);
  g_free (*remembered);
  *remembered = *text ? g_strdup (text) : NULL;
}

static void
create (LecternEdit *edit, LecternPublishNote *note, gint64 site, const LecternPublishPlanned *item)
{
  gint64 id = note->record = lectern_edit_create (edit, LECTERN_KIND_PUBLICATION);
  lectern_edit_set_integer (edit, LECTERN_KIND_PUBLICATION, id, LECTERN_PUBLICATION_SITE, site);
  if (item->event != 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_PUBLICATION, id, LECTERN_PUBLICATION_EVENT,
                              item->event);
  lectern_edit_set_text (edit, LECTERN_KIND_PUBLICATION, id, LECTERN_PUBLICATION_ITEM, item->name);
  if (item->language)
    lectern_edit_set_text (edit, LECTERN_KIND_PUBLICATION, id, LECTERN_PUBLICATION_LANGUAGE,
                           item->language);
  lectern_edit_set_text (edit, LECTERN_KIND_PUBLICATION, id, LECTERN_PUBLICATION_REMOTE,
                         item->path);
}

gboolean
lectern_publish_note_write (LecternPublishNote *note,
                            LecternWorkspace *workspace,
                            gint64 site,
                            const LecternPublishPlanned *item,
                            const LecternPublishNews *news,
                            GError **error)
{
  g_autofree char *label = g_strdup_printf (_("Publish %s"), item->path);
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_edit_set_bookkeeping (edit);
  if (note->record == 0)
    create (edit, note, site, item);
  set (edit, note->record, LECTERN_PUBLICATION_STATE, news->state, &note->state);
  set (edit, note->record, LECTERN_PUBLICATION_WHY, news->why, &note->why);
  set (edit, note->record, LECTERN_PUBLICATION_BASE_HASH, news->base_hash, &note->base_hash);
  set (edit, note->record, LECTERN_PUBLICATION_SENDING_HASH, news->sending_hash,
       &note->sending_hash);
  if (news->seen)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (news->seen, &size);
      lectern_edit_set (edit, LECTERN_KIND_PUBLICATION, note->record, LECTERN_PUBLICATION_SEEN,
                        NULL, lectern_value_bytes (data, size));
      lectern_edit_set_integer (edit, LECTERN_KIND_PUBLICATION, note->record,
                                LECTERN_PUBLICATION_PUBLISHED, g_get_real_time () / 1000);
    }
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, error);
  return result != NULL;
}
