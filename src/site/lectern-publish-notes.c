/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the workspace remembers about published items. Threads that have something to note at
 * the same moment share one edit: what is written to the disk is most of what a note costs.
 */
#include "lectern-publish-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LecternPublishBook
{
  LecternWorkspace *workspace;
  gint64 site;
  GMutex mutex;
  GCond cond;
  GPtrArray *pending; /* of Entry */
  gboolean writing;
};

typedef struct
{
  LecternPublishNote *note;
  const LecternPublishPlanned *item;
  const LecternPublishNews *news;
  GError *error;
  gboolean done;
} Entry;

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

static void
fill_in (LecternEdit *edit, gint64 site, const Entry *entry)
{
  LecternPublishNote *note = entry->note;
  const LecternPublishNews *news = entry->news;
  if (note->record == 0)
    create (edit, note, site, entry->item);
  set (edit, note->record, LECTERN_PUBLICATION_STATE, news->state, &note->state);
  set (edit, note->record, LECTERN_PUBLICATION_WHY, news->why, &note->why);
  set (edit, note->record, LECTERN_PUBLICATION_BASE_HASH, news->base_hash, &note->base_hash);
  set (edit, note->record, LECTERN_PUBLICATION_SENDING_HASH, news->sending_hash, &note->sending_hash);
  if (news->seen == NULL)
    return;
  gsize size;
  const guint8 *data = g_bytes_get_data (news->seen, &size);
  lectern_edit_set (edit, LECTERN_KIND_PUBLICATION, note->record, LECTERN_PUBLICATION_SEEN, NULL,
                    lectern_value_bytes (data, size));
  lectern_edit_set_integer (edit, LECTERN_KIND_PUBLICATION, note->record, LECTERN_PUBLICATION_PUBLISHED,
                            g_get_real_time () / 1000);
}

static void
write_entries (LecternPublishBook *book, GPtrArray *entries)
{
  const Entry *first = entries->pdata[0];
  GError *error = NULL;
  g_autofree char *label
      = entries->len == 1
            ? g_strdup_printf (_("Publish %s"), first->item->path)
            : g_strdup_printf (ngettext ("Publish %u file", "Publish %u files", entries->len), entries->len);
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_edit_set_bookkeeping (edit);
  for (guint i = 0; i < entries->len; i++)
    fill_in (edit, book->site, entries->pdata[i]);
  g_autoptr (LecternResult) result = lectern_workspace_commit (book->workspace, edit, &error);
  for (guint i = 0; result == NULL && i < entries->len; i++)
    ((Entry *) entries->pdata[i])->error = g_error_copy (error);
  g_clear_error (&error);
}

LecternPublishBook *
lectern_publish_book_new (LecternWorkspace *workspace, gint64 site)
{
  LecternPublishBook *book = g_new0 (LecternPublishBook, 1);
  book->workspace = workspace;
  book->site = site;
  g_mutex_init (&book->mutex);
  g_cond_init (&book->cond);
  book->pending = g_ptr_array_new ();
  return book;
}

void
lectern_publish_book_free (LecternPublishBook *book)
{
  g_ptr_array_unref (book->pending);
  g_mutex_clear (&book->mutex);
  g_cond_clear (&book->cond);
  g_free (book);
}

gboolean
lectern_publish_note_write (LecternPublishBook *book,
                            LecternPublishNote *note,
                            const LecternPublishPlanned *item,
                            const LecternPublishNews *news,
                            GError **error)
{
  Entry entry = { .note = note, .item = item, .news = news };
  g_mutex_lock (&book->mutex);
  g_ptr_array_add (book->pending, &entry);
  while (!entry.done)
    if (book->writing)
      g_cond_wait (&book->cond, &book->mutex);
    else
      {
        g_autoptr (GPtrArray) entries = g_steal_pointer (&book->pending);
        book->pending = g_ptr_array_new ();
        book->writing = TRUE;
        g_mutex_unlock (&book->mutex);
        write_entries (book, entries);
        g_mutex_lock (&book->mutex);
        book->writing = FALSE;
        for (guint i = 0; i < entries->len; i++)
          ((Entry *) entries->pdata[i])->done = TRUE;
        g_cond_broadcast (&book->cond);
      }
  g_mutex_unlock (&book->mutex);
  if (entry.error)
    g_propagate_error (error, entry.error);
  return entry.error == NULL;
}
