/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files in the media library of a WordPress. What is said about a file carries its path. A file
 * cannot be replaced there: a new one is uploaded, the links of our pages are led to it, and the
 * old one goes.
 */
#include "lectern-place-wordpress-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MARK "<!-- lectern:file "

const char *const lectern_wordpress_suffixes[] = { ".ics",  ".pdf",  ".png", ".jpg", ".jpeg", ".gif",
                                                   ".webp", ".csv",  ".txt", ".zip", ".ods",  ".odt",
                                                   ".docx", ".xlsx", NULL };

char *
lectern_wordpress_file_path (const char *raw)
{
  const char *mark = strstr (raw, MARK);
  const char *end = mark ? strstr (mark, " -->") : NULL;
  if (end == NULL)
    return NULL;
  g_autofree char *key = g_strndup (mark + strlen (MARK), end - mark - strlen (MARK));
  return g_uri_unescape_string (key, NULL);
}

/* All that were uploaded for @path, of LecternWordpressSeen, the newest first. */
static GPtrArray *
find (LecternWordpressPlace *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *key = lectern_wordpress_part_key (path);
  g_autofree char *mark = g_strdup_printf ("\"lectern:file %s \"", key);
  g_autofree char *wanted = g_uri_escape_string (mark, NULL, FALSE);
  g_autofree char *route = g_strconcat (
      "wp/v2/media?context=edit&orderby=id&order=desc&per_page=100&search=", wanted, NULL);
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_get (&self->site, route, cancellable, error);
  if (answer == NULL)
    return NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_wordpress_seen_free);
  JsonArray *found = JSON_NODE_HOLDS_ARRAY (answer->root) ? json_node_get_array (answer->root) : NULL;
  for (guint i = 0; found && i < json_array_get_length (found); i++)
    {
      JsonNode *node = json_array_get_element (found, i);
      g_autoptr (LecternWordpressSeen) seen = lectern_wordpress_seen_new (
          "media", JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, path);
      g_autofree char *of = seen ? lectern_wordpress_file_path (seen->raw) : NULL;
      if (g_strcmp0 (of, path) == 0)
        g_ptr_array_add (files, g_steal_pointer (&seen));
    }
  if (files->len > 0)
    lectern_wordpress_remember_link (
        self, path, ((LecternWordpressSeen *) g_ptr_array_index (files, 0))->link);
  return files;
}

static GBytes *
download (LecternWordpressPlace *self,
          const LecternWordpressSeen *file,
          GCancellable *cancellable,
          GError **error)
{
  const char *headers[] = { "Cache-Control", "no-cache", NULL };
  g_autoptr (LecternHttpReply) reply = lectern_connection_send (
      &self->site.link, "GET", file->link, headers, NULL, NULL, cancellable, error);
  if (reply == NULL || reply->status == 404 || reply->status == 410)
    return NULL;
  if (reply->status == 200 && !reply->moved)
    return g_bytes_ref (reply->body);
  lectern_connection_fail (&self->site.link, reply, file->link, error);
  return NULL;
}

GBytes *
lectern_wordpress_read_file (LecternWordpressPlace *self,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GPtrArray) files = find (self, path, cancellable, error);
  return files && files->len > 0 ? download (self, files->pdata[0], cancellable, error) : NULL;
}

/* --- uploading --- */

static void
add_field (GByteArray *form, const char *boundary, const char *name, const char *value)
{
  g_autofree char *text = g_strdup_printf (
      "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", boundary, name, value);
  g_byte_array_append (form, (const guint8 *) text, strlen (text));
}

/* With what is said about it, in one request: a lost answer leaves no file without its path. */
static GBytes *
form_of (const char *path, GBytes *content, const char *boundary)
{
  g_autofree char *key = lectern_wordpress_part_key (path);
  g_autofree char *mark = g_strconcat (MARK, key, " -->", NULL);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strcanon (g_strdup (base), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.", '-');
  g_autofree char *type = g_content_type_guess (name, NULL, 0, NULL);
  g_autofree char *mime = type ? g_content_type_get_mime_type (type) : NULL;
  g_autofree char *head = g_strdup_printf (
      "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n"
      "Content-Type: %s\r\n\r\n",
      boundary, name, mime ? mime : "application/octet-stream");
  g_autofree char *tail = g_strdup_printf ("\r\n--%s--\r\n", boundary);
  GByteArray *form = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  add_field (form, boundary, "title", base);
  add_field (form, boundary, "description", mark);
  g_byte_array_append (form, (const guint8 *) head, strlen (head));
  g_byte_array_append (form, data, size);
  g_byte_array_append (form, (const guint8 *) tail, strlen (tail));
  return g_byte_array_free_to_bytes (form);
}

/* Where the answer was lost: whether it came there all the same. */
static gboolean
arrived (LecternWordpressPlace *self,
         const char *path,
         GBytes *content,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GBytes) there = lectern_wordpress_read_file (self, path, cancellable, error);
  return there && g_bytes_equal (there, content);
}

static gboolean
upload (LecternWordpressPlace *self,
        const char *path,
        GBytes *content,
        GCancellable *cancellable,
        GError **error)
{
  g_autofree char *boundary = g_strdup_printf ("lectern-%08x%08x", g_random_int (), g_random_int ());
  g_autofree char *type = g_strconcat ("multipart/form-data; boundary=", boundary, NULL);
  g_autoptr (GBytes) form = form_of (path, content, boundary);
  for (guint tried = 0;; tried++)
    {
      g_autoptr (GError) own = NULL, unread = NULL;
      g_autoptr (LecternWordpressAnswer) answer = lectern_wordpress_send (
          &self->site, "POST", "wp/v2/media", type, form, cancellable, &own);
      if (answer && lectern_wordpress_answer_is_done (answer))
        return TRUE;
      if (answer)
        lectern_wordpress_fail (&self->site, answer, path, error);
      else if (!g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST))
        g_propagate_error (error, g_steal_pointer (&own));
      else if (arrived (self, path, content, cancellable, &unread))
        return TRUE;
      else if (unread)
        g_propagate_error (error, g_steal_pointer (&unread));
      else if (tried == 0)
        continue;
      else
        g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
}

/* --- the old ones --- */

static void
relink_page (LecternWordpressPlace *self,
             const char *type,
             JsonObject *object,
             const char *from,
             const char *to,
             GCancellable *cancellable)
{
  g_autoptr (LecternWordpressSeen) seen = lectern_wordpress_seen_new (type, object, NULL);
  if (seen == NULL || seen->part == NULL || !strstr (seen->part->body, from)
      || (self->place.plain && !lectern_wordpress_part_is_alone (seen->part, seen->raw)))
    return;
  g_autoptr (GString) body = g_string_new (seen->part->body);
  g_autofree char *words = g_strjoinv (" ", seen->part->words + 1);
  g_string_replace (body, from, to, 0);
  g_autofree char *raw = lectern_wordpress_part_put (seen->raw, seen->part, seen->part->path, words,
                                                     FALSE, body->str);
  lectern_wordpress_set_text (self, seen, seen->title, raw, cancellable, NULL);
}

/* Pages that are not written again in this run lead to the new file too. */
static void
relink (LecternWordpressPlace *self, const char *from, const char *to, GCancellable *cancellable)
{
  static const char *const types[] = { "pages", "posts" };
  g_autofree char *phrase = g_strdup_printf ("\"%s\"", from);
  g_autofree char *wanted = g_uri_escape_string (phrase, NULL, FALSE);
  for (guint j = self->place.posts_only; j < G_N_ELEMENTS (types); j++)
    {
      g_autofree char *route
          = g_strdup_printf ("wp/v2/%s?context=edit&per_page=100&" ANY_STATUS "&search=%s", types[j],
                             wanted);
      g_autoptr (LecternWordpressAnswer) answer
          = lectern_wordpress_get (&self->site, route, cancellable, NULL);
      JsonArray *found = answer && JSON_NODE_HOLDS_ARRAY (answer->root)
                             ? json_node_get_array (answer->root)
                             : NULL;
      for (guint i = 0; found && i < json_array_get_length (found); i++)
        {
          JsonNode *node = json_array_get_element (found, i);
          if (JSON_NODE_HOLDS_OBJECT (node))
            relink_page (self, types[j], json_node_get_object (node), from, to, cancellable);
        }
    }
}

static gboolean
delete_file (LecternWordpressPlace *self,
             const LecternWordpressSeen *file,
             const char *path,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *route = g_strdup_printf ("wp/v2/media/%" G_GINT64_FORMAT "?force=true", file->id);
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_send (&self->site, "DELETE", route, NULL, NULL, cancellable, error);
  if (answer == NULL)
    return FALSE;
  if (lectern_wordpress_answer_is_done (answer) || answer->status == 404 || answer->status == 410)
    return TRUE;
  lectern_wordpress_fail (&self->site, answer, path, error);
  return FALSE;
}

gboolean
lectern_wordpress_drop_old_files (LecternWordpressPlace *self,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (GPtrArray) files = find (self, path, cancellable, error);
  for (guint i = 1; files && i < files->len; i++)
    {
      const LecternWordpressSeen *newest = files->pdata[0], *old = files->pdata[i];
      relink (self, old->link, newest->link, cancellable);
      delete_file (self, old, path, cancellable, NULL);
    }
  return files != NULL;
}

gboolean
lectern_wordpress_write_file (LecternWordpressPlace *self,
                              const char *path,
                              GBytes *content,
                              GCancellable *cancellable,
                              GError **error)
{
  return upload (self, path, content, cancellable, error)
         && lectern_wordpress_drop_old_files (self, path, cancellable, error);
}

gboolean
lectern_wordpress_remove_file (LecternWordpressPlace *self,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GPtrArray) files = find (self, path, cancellable, error);
  for (guint i = 0; files && i < files->len; i++)
    {
      g_autoptr (GError) own = NULL;
      gboolean gone = delete_file (self, files->pdata[i], path, cancellable, &own);
      if (!gone && g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST))
        {
          g_clear_error (&own); /* a second time answers that it is gone */
          gone = delete_file (self, files->pdata[i], path, cancellable, &own);
        }
      if (gone)
        continue;
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  return files != NULL;
}
