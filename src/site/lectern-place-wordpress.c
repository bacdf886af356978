/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A WordPress, by its REST interface with an application password. What has a path that ends
 * in ".html" is a page or a post there, other files are media. Paths are the identity of
 * both: they stand in a comment in the text, so that nothing has to be remembered here.
 */
#include "lectern-place-wordpress-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define AT_ONCE 4 /* small hosts have few processes */

void
lectern_wordpress_remember_link (LecternWordpressPlace *self, const char *path, const char *link)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_hash_table_replace (self->links, g_strdup (path), g_strdup (link));
}

static gboolean
wordpress_check (LecternPlace *place, GCancellable *cancellable, GError **error)
{
  LecternWordpressPlace *self = (LecternWordpressPlace *) place;
  g_autoptr (LecternWordpressAnswer) me
      = lectern_wordpress_get (&self->site, "wp/v2/users/me?context=edit", cancellable, error);
  return me != NULL;
}

/* --- lists --- */

static void
take_listed (LecternWordpressPlace *self,
             const char *type,
             JsonArray *found,
             const char *below,
             GHashTable *met,
             GPtrArray *paths)
{
  for (guint i = 0; i < json_array_get_length (found); i++)
    {
      JsonNode *node = json_array_get_element (found, i);
      g_autoptr (LecternWordpressSeen) seen = lectern_wordpress_seen_new (
          type, JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, NULL);
      g_autofree char *path = seen == NULL  ? NULL
                              : seen->part  ? g_strdup (seen->part->path)
                                            : lectern_wordpress_file_path (seen->raw);
      if (path == NULL || !g_str_has_prefix (path, below))
        continue;
      if (!g_hash_table_add (met, g_strdup (path)) || lectern_wordpress_is_begun (seen))
        {
          g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
          g_hash_table_add (self->loose, g_strdup (path));
        }
      if (!lectern_wordpress_stands (seen))
        continue;
      lectern_wordpress_remember_link (self, path, seen->link);
      g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static gboolean
list_type (LecternWordpressPlace *self,
           const char *type,
           const char *below,
           GHashTable *met,
           GPtrArray *paths,
           GCancellable *cancellable,
           GError **error)
{
  gboolean file = strcmp (type, "media") == 0;
  g_autofree char *key = lectern_wordpress_part_key (below);
  g_autofree char *marker
      = g_strdup_printf ("\"lectern:%s %s\"", file ? "file" : "begin", key);
  g_autofree char *wanted = g_uri_escape_string (marker, NULL, FALSE);
  guint pages = 1;
  for (guint page = 1; page <= pages; page++)
    {
      g_autofree char *route = g_strdup_printf (
          "wp/v2/%s?context=edit&orderby=id&order=asc&per_page=100&page=%u&search=%s%s", type, page,
          wanted, file ? "" : "&status=publish,future,draft,pending,private");
      g_autoptr (LecternWordpressAnswer) answer
          = lectern_wordpress_get (&self->site, route, cancellable, error);
      if (answer == NULL)
        return FALSE;
      pages = answer->pages;
      if (JSON_NODE_HOLDS_ARRAY (answer->root))
        take_listed (self, type, json_node_get_array (answer->root), below, met, paths);
    }
  return TRUE;
}

static GPtrArray *
wordpress_list (LecternPlace *place, const char *folder, GCancellable *cancellable, GError **error)
{
  LecternWordpressPlace *self = (LecternWordpressPlace *) place;
  static const char *const types[] = { "pages", "posts", "media" };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *below = *folder ? g_strconcat (folder, "/", NULL) : g_strdup ("");
  for (guint i = place->posts_only; i < G_N_ELEMENTS (types); i++)
    if (!list_type (self, types[i], below, met, paths, cancellable, error))
      return NULL;
  return g_steal_pointer (&paths);
}

static GHashTable *
wordpress_hints (LecternPlace *place, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) paths = wordpress_list (place, folder, cancellable, error);
  if (paths == NULL)
    return NULL;
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gsize skip = *folder ? strlen (folder) + 1 : 0;
  for (guint i = 0; i < paths->len; i++)
    {
      const char *name = (const char *) paths->pdata[i] + skip;
      const char *slash = strchr (name, '/');
      const gint64 size = slash ? -2 : -1;
      g_hash_table_replace (files, slash ? g_strndup (name, slash - name) : g_strdup (name),
                            g_memdup2 (&size, sizeof size));
    }
  return files;
}

/* --- reading and writing --- */

static GBytes *
wordpress_read (LecternPlace *place, const char *path, GCancellable *cancellable, GError **error)
{
  LecternWordpressPlace *self = (LecternWordpressPlace *) place;
  g_autoptr (GError) own = NULL;
  if (!lectern_place_is_inside (path, error))
    return NULL;
  if (!lectern_wordpress_is_document (path))
    return lectern_wordpress_read_file (self, path, cancellable, error);
  LecternWordpressSeen *seen = lectern_wordpress_look (self, path, cancellable, &own);
  GBytes *content = seen && lectern_wordpress_stands (seen)
                        ? lectern_wordpress_content (self, seen, cancellable, &own)
                        : NULL;
  if (seen && own == NULL)
    {
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
      g_hash_table_replace (self->seen, g_strdup (path), seen);
      return content;
    }
  lectern_wordpress_seen_free (seen);
  if (own)
    g_propagate_error (error, g_steal_pointer (&own));
  return NULL;
}

/* What was read last at @path, once; (transfer full). */
static LecternWordpressSeen *
take_seen (LecternWordpressPlace *self, const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gpointer key = NULL, seen = NULL;
  g_hash_table_steal_extended (self->seen, path, &key, &seen);
  g_free (key);
  return seen;
}

static gboolean
wordpress_recheck (LecternPlace *place, const char *path, GBytes *base, GCancellable *cancellable, GError **error)
{
  LecternWordpressPlace *self = (LecternWordpressPlace *) place;
  g_autoptr (GError) own = NULL;
  if (!lectern_wordpress_is_document (path))
    return TRUE;
  g_autoptr (LecternWordpressSeen) seen = lectern_wordpress_look (self, path, cancellable, &own);
  if (own)
    g_propagate_error (error, g_steal_pointer (&own));
  else
    return seen == NULL || lectern_wordpress_recheck (self, path, seen, base, cancellable, error);
  return FALSE;
}

static gboolean
wordpress_write (LecternPlace *place,
                 const char *path,
                 GBytes *content,
                 GBytes **written,
                 char **remark,
                 GCancellable *cancellable,
                 GError **error)
{
  LecternWordpressPlace *self = (LecternWordpressPlace *) place;
  if (!lectern_place_is_inside (path, error))
    return FALSE;
  if (lectern_wordpress_is_document (path))
    return lectern_wordpress_write (self, path, content, take_seen (self, path), written, remark,
                                    cancellable, error);
  gboolean done = lectern_wordpress_write_file (self, path, content, cancellable, error);
  *written = done ? g_bytes_ref (content) : NULL;
  return done;
}

static gboolean
wordpress_remove (LecternPlace *place, const char *path, GCancellable *cancellable, GError **error)
{
  LecternWordpressPlace *self = (LecternWordpressPlace *) place;
  g_autoptr (GError) own = NULL;
  if (!lectern_place_is_inside (path, error))
    return FALSE;
  if (!lectern_wordpress_is_document (path))
    return lectern_wordpress_remove_file (self, path, cancellable, error);
  g_autoptr (LecternWordpressSeen) seen = take_seen (self, path);
  if (seen == NULL)
    seen = lectern_wordpress_look (self, path, cancellable, &own);
  if (own)
    g_propagate_error (error, g_steal_pointer (&own));
  else if (seen == NULL || strcmp (seen->status, "trash") == 0)
    return TRUE;
  else if (seen->part == NULL)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FORBIDDEN,
                 _("The page at %s is not ours to remove."), seen->link);
  else
    return lectern_wordpress_remove (self, path, seen, cancellable, error);
  return FALSE;
}

static void
wordpress_forget (LecternPlace *place, const char *path)
{
  lectern_wordpress_seen_free (take_seen ((LecternWordpressPlace *) place, path));
}

/* What was begun is found by its marker and finished; only what came there twice is left over. */
static void
wordpress_tidy (LecternPlace *place, const char *path)
{
  LecternWordpressPlace *self = (LecternWordpressPlace *) place;
  g_mutex_lock (&self->mutex);
  gboolean loose = g_hash_table_remove (self->loose, path);
  g_mutex_unlock (&self->mutex);
  if (loose && lectern_wordpress_is_document (path))
    lectern_wordpress_drop_drafts (self, path);
  else if (loose)
    lectern_wordpress_drop_old_files (self, path, NULL, NULL);
}

static char *
wordpress_dup_url (LecternPlace *place, const char *path)
{
  return lectern_wordpress_address_of ((LecternWordpressPlace *) place, path);
}

static char *
wordpress_dup_options (LecternPlace *place)
{
  return g_strdup (((LecternWordpressPlace *) place)->options);
}

static void
wordpress_free (LecternPlace *place)
{
  LecternWordpressPlace *self = (LecternWordpressPlace *) place;
  lectern_wordpress_clear (&self->site);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->links);
  g_hash_table_unref (self->terms);
  g_hash_table_unref (self->loose);
  g_mutex_clear (&self->mutex);
  g_free (self->public_url);
  g_free (self->options);
  g_free (self);
}

static const LecternPlaceVerbs wordpress_verbs = {
  .check = wordpress_check,
  .list = wordpress_list,
  .read = wordpress_read,
  .hints = wordpress_hints,
  .probe = lectern_wordpress_probe,
  .dup_options = wordpress_dup_options,
  .recheck = wordpress_recheck,
  .write = wordpress_write,
  .remove = wordpress_remove,
  .forget = wordpress_forget,
  .tidy = wordpress_tidy,
  .dup_url = wordpress_dup_url,
  .free = wordpress_free,
};

LecternPlace *
lectern_place_wordpress_new (const LecternPlaceAddress *address)
{
  g_autoptr (GKeyFile) options = g_key_file_new ();
  LecternWordpressPlace *self = g_new0 (LecternWordpressPlace, 1);
  if (address->options)
    g_key_file_load_from_data (options, address->options, -1, G_KEY_FILE_NONE, NULL);
  g_autofree char *api = g_key_file_get_string (options, "wordpress", "api", NULL);
  g_autofree char *pages = g_key_file_get_string (options, "wordpress", "pages", NULL);
  self->place.verbs = &wordpress_verbs;
  self->place.at_once = AT_ONCE;
  self->place.documents = TRUE;
  self->place.plain = g_key_file_get_boolean (options, "wordpress", "plain", NULL);
  self->place.posts_only = g_strcmp0 (pages, "false") == 0;
  self->place.suffixes = lectern_wordpress_suffixes;
  lectern_wordpress_init (&self->site, address, api);
  g_mutex_init (&self->mutex);
  self->public_url = g_strdup (address->public_url);
  self->options = g_strdup (address->options);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) lectern_wordpress_seen_free);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->loose = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return &self->place;
}
