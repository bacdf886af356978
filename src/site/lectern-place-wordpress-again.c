/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking again after writing: WordPress takes the last of two texts that arrive together, and
 * keeps the other as a revision.
 */
#include "lectern-place-wordpress-private.h"

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

gboolean
lectern_wordpress_look_back (LecternWordpressPlace *self,
                             const char *path,
                             const LecternWordpressSeen *before,
                             const LecternWordpressSeen *after,
                             char **remark,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autofree char *route = g_strdup_printf (
      "wp/v2/%s/%" G_GINT64_FORMAT "/revisions?context=edit&orderby=id&order=desc&per_page=10",
      after->type, after->id);
  gboolean any = FALSE;
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_send (&self->site, "GET", route, NULL, NULL, cancellable, NULL);
  JsonArray *revisions = answer && JSON_NODE_HOLDS_ARRAY (answer->root)
                             ? json_node_get_array (answer->root)
                             : NULL;
  JsonObject *theirs = unseen (revisions, before, after, &any);
  if (!any && *remark == NULL)
    *remark = g_strdup (_("Whether somebody wrote there at the same moment cannot be checked: the "
                          "site keeps no revisions, or does not show them."));
  if (theirs == NULL)
    return TRUE;
  gboolean back
      = lectern_wordpress_set_text (self, after, lectern_wordpress_raw (theirs, "title"),
                                    lectern_wordpress_raw (theirs, "content"), cancellable, NULL);
  if (back)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_CHANGED,
                 _("Somebody changed %s there at the same moment; their text was put back."), path);
  else
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                 _("Somebody changed %s at the same moment and ours replaced it. Their text is the "
                   "last but one revision of %s; it can be restored there."),
                 path, after->link);
  return FALSE;
}
