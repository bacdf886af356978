/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deciding what to do about a file that somebody else changed.
 */
#include "lectern-publish-private.h"

#include "lectern-keep.h"
#include "lectern-site.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The publication at @path that waits or was kept, on @site or on any. */
static LecternRecord *
find_undecided (LecternReader *reader, gint64 site, const char *path, GError **error)
{
  g_autoptr (GPtrArray) records = lectern_reader_find_text (reader, LECTERN_KIND_PUBLICATION,
                                                            LECTERN_PUBLICATION_REMOTE, path);
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = g_ptr_array_index (records, i);
      const char *state = lectern_record_text (record, LECTERN_PUBLICATION_STATE);
      if ((site == 0 || lectern_record_integer (record, LECTERN_PUBLICATION_SITE) == site)
          && (g_strcmp0 (state, "waiting") == 0 || g_strcmp0 (state, "kept") == 0))
        return g_ptr_array_steal_index (records, i);
    }
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND,
               _("Nothing waits for a decision at “%s”."), path);
  return NULL;
}

static gboolean
decide (LecternWorkspace *workspace,
        const LecternRecord *record,
        const char *label,
        gboolean ours,
        GBytes *theirs,
        GError **error)
{
  g_autofree char *hash = theirs ? lectern_keep_hash (theirs) : g_strdup ("");
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_edit_set_bookkeeping (edit);
  lectern_edit_set_text (edit, LECTERN_KIND_PUBLICATION, record->id, LECTERN_PUBLICATION_STATE,
                         ours ? "published" : "kept");
  lectern_edit_set_text (edit, LECTERN_KIND_PUBLICATION, record->id, LECTERN_PUBLICATION_WHY, "");
  lectern_edit_set_text (edit, LECTERN_KIND_PUBLICATION, record->id, LECTERN_PUBLICATION_BASE_HASH,
                         hash);
  lectern_edit_set_text (edit, LECTERN_KIND_PUBLICATION, record->id,
                         LECTERN_PUBLICATION_SENDING_HASH, "");
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, error);
  return result != NULL;
}

static const LecternPublishPlanned *
find_planned (LecternPublishPlan *plan, const char *path)
{
  for (guint i = 0; i < plan->items->len; i++)
    {
      const LecternPublishPlanned *planned = g_ptr_array_index (plan->items, i);
      if (strcmp (planned->path, path) == 0)
        return planned;
    }
  return NULL;
}

gboolean
lectern_publish_note_waiting (LecternWorkspace *workspace,
                              LecternPublishPlan *plan,
                              const char *item,
                              GError **error)
{
  const LecternPublishPlanned *planned = find_planned (plan, item);
  const LecternPublishNews news = { .state = "waiting" };
  g_auto (LecternPublishNote) note = { 0 };
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  if (reader == NULL)
    return FALSE;
  if (planned == NULL)
    {
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND,
                   _("Nothing waits for a decision at “%s”."), item);
      return FALSE;
    }
  lectern_publish_note_read (&note, reader, plan->site, item);
  g_autoptr (LecternPublishBook) book = lectern_publish_book_new (workspace, plan->site);
  /* What was decided meanwhile stays decided: the look may be older. */
  return g_strcmp0 (note.state, "waiting") == 0 || g_strcmp0 (note.state, "kept") == 0
         || lectern_publish_note_write (book, &note, planned, &news, error);
}

LecternPublishItem *
lectern_publish_resolve (
    LecternWorkspace *workspace, gint64 site, const char *item, gboolean ours, GError **error)
{
  const char *file = lectern_workspace_get_path (workspace);
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  g_autoptr (LecternRecord) record = reader ? find_undecided (reader, site, item, error) : NULL;
  if (record == NULL)
    return NULL;
  gint64 of_site = lectern_record_integer (record, LECTERN_PUBLICATION_SITE);
  g_autoptr (LecternPlace) place = lectern_site_place (reader, of_site, error);
  if (place == NULL || !lectern_place_check (place, NULL, error))
    return NULL;
  g_autoptr (GError) unread = NULL;
  g_autoptr (GBytes) theirs = lectern_place_read (place, item, NULL, &unread);
  g_autofree char *copy = NULL;
  if (unread != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&unread));
      return NULL;
    }
  if (ours && theirs)
    {
      copy = lectern_keep_theirs (file, of_site, item, theirs, error);
      if (copy == NULL)
        return NULL;
    }
  g_autofree char *label = ours ? g_strdup_printf (_("Put ours in place of %s"), item)
                                : g_strdup_printf (_("Leave %s as it is there"), item);
  if (!decide (workspace, record, label, ours, theirs, error))
    return NULL;
  g_autofree char *why
      = !ours  ? g_strdup (_("What stands there stays."))
        : copy ? g_strdup_printf (
              _("Ours is written with the next publication; theirs is kept in %s."), copy)
               : g_strdup (_("Ours is written with the next publication."));
  return lectern_publish_item_new (place, item, ours ? "update" : "keep", ours ? "planned" : "kept",
                                   why);
}

/* --- taking over what was changed there --- */

typedef struct
{
  LecternReader *reader;
  LecternRecord *record; /* the publication */
  LecternPlace *place;
  GBytes *theirs;
} Waiting;

static void
waiting_clear (Waiting *w)
{
  g_clear_pointer (&w->theirs, g_bytes_unref);
  g_clear_pointer (&w->place, lectern_place_free);
  g_clear_pointer (&w->record, lectern_record_free);
  g_clear_object (&w->reader);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Waiting, waiting_clear)

static gboolean
waiting_read (Waiting *w, LecternWorkspace *workspace, gint64 site, const char *item, GError **error)
{
  g_autoptr (GError) unread = NULL;
  w->reader = lectern_workspace_new_reader (workspace, error);
  w->record = w->reader ? find_undecided (w->reader, site, item, error) : NULL;
  w->place = w->record ? lectern_site_place (
                 w->reader, lectern_record_integer (w->record, LECTERN_PUBLICATION_SITE), error)
                       : NULL;
  if (w->place == NULL || !lectern_place_check (w->place, NULL, error))
    return FALSE;
  w->theirs = lectern_place_read (w->place, item, NULL, &unread);
  if (unread)
    g_propagate_error (error, g_steal_pointer (&unread));
  else if (w->theirs == NULL)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND, _("%s is no longer there."), item);
  return w->theirs != NULL;
}

static GPtrArray *
takeable (LecternWorkspace *workspace, const Waiting *w, gboolean *all)
{
  g_autoptr (GBytes) base = lectern_keep_get_base (
      lectern_workspace_get_path (workspace), lectern_record_integer (w->record, LECTERN_PUBLICATION_SITE),
      lectern_record_text (w->record, LECTERN_PUBLICATION_BASE_HASH));
  const char *language = lectern_record_text (w->record, LECTERN_PUBLICATION_LANGUAGE);
  *all = FALSE;
  if (base == NULL || language == NULL)
    return g_ptr_array_new ();
  return lectern_take_find (w->reader, lectern_record_integer (w->record, LECTERN_PUBLICATION_EVENT), language,
                            base, w->theirs, all);
}

GPtrArray *
lectern_publish_takeable (
    LecternWorkspace *workspace, gint64 site, const char *item, gboolean *all, GError **error)
{
  g_auto (Waiting) w = { 0 };
  return waiting_read (&w, workspace, site, item, error) ? takeable (workspace, &w, all) : NULL;
}

LecternPublishItem *
lectern_publish_take (LecternWorkspace *workspace, gint64 site, const char *item, GError **error)
{
  g_auto (Waiting) w = { 0 };
  gboolean all;
  if (!waiting_read (&w, workspace, site, item, error))
    return NULL;
  g_autoptr (GPtrArray) found = takeable (workspace, &w, &all);
  if (found->len == 0)
    {
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID,
                   _("What was changed in %s is nothing that Lectern has a field for."), item);
      return NULL;
    }
  g_autoptr (LecternEdit) edit = lectern_take_edit (found, item);
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, error);
  if (result == NULL)
    return NULL;
  g_autoptr (GString) why = g_string_new (NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const LecternTakeable *one = found->pdata[i];
      g_string_append_printf (why, "%s%s: %s → %s", i ? "; " : "", one->what, one->before, one->after);
    }
  if (!all)
    return lectern_publish_item_new (w.place, item, "take", "waiting", why->str);
  lectern_keep_base (lectern_workspace_get_path (workspace),
                     lectern_record_integer (w.record, LECTERN_PUBLICATION_SITE), w.theirs);
  if (!decide (workspace, w.record, lectern_edit_get_label (edit), TRUE, w.theirs, error))
    return NULL;
  return lectern_publish_item_new (w.place, item, "take", "planned", why->str);
}

gboolean
lectern_publish_compare (LecternWorkspace *workspace,
                         LecternPublishPlan *plan,
                         const char *item,
                         GBytes **base,
                         GBytes **theirs,
                         GBytes **ours,
                         GError **error)
{
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  g_auto (LecternPublishNote) note = { 0 };
  g_autoptr (GError) unread = NULL;
  *base = *theirs = *ours = NULL;
  if (reader == NULL)
    return FALSE;
  lectern_publish_note_read (&note, reader, plan->site, item);
  *theirs = lectern_place_read (plan->place, item, NULL, &unread);
  if (unread != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&unread));
      return FALSE;
    }
  *base
      = lectern_keep_get_base (lectern_workspace_get_path (workspace), plan->site, note.base_hash);
  const LecternPublishPlanned *planned = find_planned (plan, item);
  if (planned == NULL || !planned->made)
    return TRUE;
  *ours = lectern_publish_content (plan, planned, error);
  return *ours != NULL;
}
