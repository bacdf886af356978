/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking again after writing: WordPress takes the last of two texts that arrive together, and
 * keeps the other as a revision.
 */
#include "lectern-place-wordpress-private.h"

#include "lectern-wordpress-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_text (JsonObject *revision, const LecternWordpressSeen *seen)
{
  return strcmp (lectern_wordpress_raw (revision, "content"), seen->raw) == 0
         && strcmp (lectern_wordpress_raw (revision, "title"), seen->title) == 0;
}

/* What somebody types and has not saved is a revision too. */
static gboolean
is_saved (JsonObject *revision)
{
  return strstr (lectern_wordpress_text (revision, "slug"), "autosave") == NULL;
}

/* The revision that @after replaced, if it is not what was read before; NULL. @any: whether
   there are revisions at all. Newest first. */
static JsonObject *
unseen (JsonArray *revisions,
        const LecternWordpressSeen *before,
        const LecternWordpressSeen *after,
        gboolean *any)
{
  gboolean ours = FALSE;
  for (guint i = 0; revisions && i < json_array_get_length (revisions); i++)
    {
      JsonNode *node = json_array_get_element (revisions, i);
      JsonObject *revision = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      if (revision == NULL || !is_saved (revision))
        continue;
      *any = TRUE;
      if (lectern_wordpress_number (revision, "id") <= before->revision || has_text (revision, before))
        return NULL;
      if (ours)
        return revision;
      ours = has_text (revision, after);
    }
  return NULL;
}

static LecternWordpressAnswer *
revisions_of (LecternWordpressPlace *self, const LecternWordpressSeen *seen, GCancellable *cancellable, GError **error)
{
  g_autofree char *route = g_strdup_printf (
      "wp/v2/%s/%" G_GINT64_FORMAT "/revisions?context=edit&orderby=id&order=desc&per_page=10",
      seen->type, seen->id);
  return lectern_wordpress_send (&self->site, "GET", route, NULL, NULL, cancellable, error);
}

static JsonArray *
array_of (LecternWordpressAnswer *answer)
{
  return answer && JSON_NODE_HOLDS_ARRAY (answer->root) ? json_node_get_array (answer->root) : NULL;
}

/* Always FALSE. */
static gboolean
put_back (LecternWordpressPlace *self,
          const char *path,
          const LecternWordpressSeen *after,
          JsonObject *theirs,
          GCancellable *cancellable,
          GError **error)
{
  if (lectern_wordpress_set_text (self, after, lectern_wordpress_raw (theirs, "title"),
                                  lectern_wordpress_raw (theirs, "content"), cancellable, NULL))
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_CHANGED,
                 _("Somebody changed %s there at the same moment; their text was put back."), path);
  else
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                 _("Somebody changed %s at the same moment and ours replaced it. Their text is the "
                   "last but one revision of %s; it can be restored there."),
                 path, after->link);
  return FALSE;
}

gboolean
lectern_wordpress_look_back (LecternWordpressPlace *self,
                             const char *path,
                             const LecternWordpressSeen *before,
                             const LecternWordpressSeen *after,
                             char **remark,
                             GCancellable *cancellable,
                             GError **error)
{
  gboolean any = FALSE;
  g_autoptr (LecternWordpressAnswer) answer = revisions_of (self, after, cancellable, NULL);
  JsonObject *theirs = unseen (array_of (answer), before, after, &any);
  if (!any && *remark == NULL)
    *remark = g_strdup (_("Whether somebody wrote there at the same moment cannot be checked: the "
                          "site keeps no revisions, or does not show them."));
  return theirs == NULL || put_back (self, path, after, theirs, cancellable, error);
}

/* --- after a write that was interrupted --- */

/* What people read of it, as it is here. */
static gboolean
reads (LecternWordpressPlace *self, const char *title, const LecternWordpressPart *part, const LecternDocument *document)
{
  g_autofree char *linked = part ? lectern_wordpress_links_in (self, part->body) : NULL;
  g_autofree char *body = linked ? lectern_wordpress_unprotect (linked) : NULL;
  g_autofree char *plain = lectern_wordpress_unprotect_title (title);
  return body && strcmp (body, document->body) == 0 && strcmp (plain, document->title) == 0;
}

/* Whether the revision is @document in what stands around our part of @seen. */
static gboolean
is_state (LecternWordpressPlace *self,
          JsonObject *revision,
          const LecternWordpressSeen *seen,
          const char *path,
          const LecternDocument *document)
{
  const char *raw = lectern_wordpress_raw (revision, "content");
  g_autoptr (LecternWordpressPart) part = lectern_wordpress_part_find (raw, path);
  if (!reads (self, lectern_wordpress_raw (revision, "title"), part, document))
    return FALSE;
  g_autofree char *around = lectern_wordpress_part_cut (raw, part);
  g_autofree char *around_ours = lectern_wordpress_part_cut (seen->raw, seen->part);
  return strcmp (around, around_ours) == 0;
}

gboolean
lectern_wordpress_recheck (LecternWordpressPlace *self,
                           const char *path,
                           const LecternWordpressSeen *seen,
                           GBytes *base,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GBytes) content = seen->part ? lectern_wordpress_content (self, seen, cancellable, error) : NULL;
  g_autoptr (LecternDocument) ours = content ? lectern_document_from_bytes (content, error) : NULL;
  g_autoptr (LecternDocument) before = ours ? lectern_document_from_bytes (base, error) : NULL;
  g_autoptr (LecternWordpressAnswer) answer = before ? revisions_of (self, seen, cancellable, error) : NULL;
  JsonArray *revisions = array_of (answer);
  if (answer == NULL)
    return seen->part == NULL;
  for (guint i = 0; revisions && i < json_array_get_length (revisions); i++)
    {
      JsonNode *node = json_array_get_element (revisions, i);
      JsonObject *revision = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      if (revision && is_saved (revision) && !is_state (self, revision, seen, path, ours))
        return is_state (self, revision, seen, path, before)
               || put_back (self, path, seen, revision, cancellable, error);
    }
  return TRUE;
}
