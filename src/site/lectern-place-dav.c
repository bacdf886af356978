/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A web space (WebDAV, RFC 4918). A new file is put where nothing stands; one that is
 * replaced is put beside, read back, and moved over it, so that readers never see half of
 * it, on servers too that write in place. What was written is read back and compared: no
 * entity tag of these servers can be relied upon alone.
 */
#include "lectern-place-dav-private.h"

#include "lectern-dav-listing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEEPEST 8

void
lectern_dav_seen_free (gpointer data)
{
  LecternDavSeen *seen = data;
  g_clear_pointer (&seen->content, g_bytes_unref);
  g_free (seen->tag);
  g_free (seen);
}

static void
remember (LecternDav *self, const char *path, GBytes *content, const char *tag)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  LecternDavSeen *old = g_hash_table_lookup (self->seen, path);
  LecternDavSeen *seen = g_new0 (LecternDavSeen, 1);
  seen->there = content != NULL;
  seen->content = content ? g_bytes_ref (content) : NULL;
  seen->tag = g_strdup (tag);
  seen->prepared = old && old->prepared;
  g_hash_table_replace (self->seen, g_strdup (path), seen);
}

LecternHttpReply *
lectern_dav_send (LecternDav *self,
      const char *method,
      const char *path,
      const char *const *headers,
      GBytes *body,
      GCancellable *cancellable,
      GError **error)
{
  g_autofree char *encoded = g_uri_escape_string (path, "/", FALSE);
  const char *type = body == NULL                       ? NULL
                     : strcmp (method, "PROPFIND") == 0 ? "application/xml"
                                                        : "application/octet-stream";
  return lectern_connection_send (&self->link, method, encoded, headers, type, body, cancellable,
                                  error);
}

/* --- looking --- */

static GHashTable *
list_at (LecternDav *self,
         const char *path,
         const char *depth,
         gboolean *missing,
         GCancellable *cancellable,
         GError **error)
{
  static const char question[]
      = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<propfind xmlns=\"DAV:\"><prop>"
        "<resourcetype/><getcontentlength/></prop></propfind>";
  const char *headers[] = { "Depth", depth, NULL };
  g_autoptr (GBytes) body = g_bytes_new_static (question, sizeof question - 1);
  g_autoptr (LecternHttpReply) reply
      = lectern_dav_send (self, "PROPFIND", path, headers, body, cancellable, error);
  if (reply == NULL)
    return NULL;
  *missing = reply->status == 404;
  /* of one file the answer is about itself, so nothing is left out */
  const char *own = *depth == '0' ? "" : reply->url;
  const char *host = *own ? strstr (own, "://") : NULL;
  g_autofree char *folder
      = host ? g_uri_unescape_string (strchr (host + 3, '/'), NULL) : g_strdup ("//");
  GHashTable *files = reply->status == 207 ? lectern_dav_listing_parse (reply->body, folder) : NULL;
  if (files == NULL && !*missing)
    lectern_connection_fail (&self->link, reply, path, error);
  return files;
}

static GHashTable *
dav_hints (LecternPlace *place, const char *folder, GCancellable *cancellable, GError **error)
{
  LecternDav *self = (LecternDav *) place;
  gboolean missing = FALSE;
  g_autofree char *path = *folder ? g_strconcat (folder, "/", NULL) : g_strdup ("");
  GHashTable *files = list_at (self, path, "1", &missing, cancellable, error);
  if (files == NULL && missing && *folder)
    return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (files == NULL && missing)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
                 _("There is no web space at %s."), self->link.address);
  if (files == NULL)
    return NULL;
  GHashTableIter iter;
  gpointer name;
  g_mutex_lock (&self->mutex);
  g_hash_table_add (self->folders, g_strdup (folder));
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_suffix (name, PART))
      g_hash_table_add (self->parts, g_strconcat (path, name, NULL));
  g_mutex_unlock (&self->mutex);
  return files;
}

static gboolean
dav_check (LecternPlace *place, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) files = dav_hints (place, "", cancellable, error);
  return files != NULL;
}

static gboolean
list_below (LecternPlace *place,
            const char *folder,
            guint depth,
            GPtrArray *paths,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GHashTable) files = dav_hints (place, folder, cancellable, error);
  GHashTableIter iter;
  gpointer name, size;
  if (files == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &name, &size))
    {
      g_autofree char *path = *folder ? g_strconcat (folder, "/", name, NULL) : g_strdup (name);
      if (*(char *) name == '.')
        continue;
      if (*(gint64 *) size != LECTERN_DAV_IS_FOLDER)
        g_ptr_array_add (paths, g_steal_pointer (&path));
      else if (depth > 0 && !list_below (place, path, depth - 1, paths, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
dav_list (LecternPlace *place, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  if (!list_below (place, folder, DEEPEST, paths, cancellable, error))
    return NULL;
  return g_steal_pointer (&paths);
}

GBytes *
lectern_dav_get (LecternDav *self, const char *path, char **tag, GCancellable *cancellable, GError **error)
{
  const char *headers[] = { "Cache-Control", "no-cache", NULL };
  g_autoptr (LecternHttpReply) reply = lectern_dav_send (self, "GET", path, headers, NULL, cancellable, error);
  if (reply == NULL || reply->status == 404 || reply->status == 410)
    return NULL;
  if (reply->status != 200 || reply->moved)
    {
      lectern_connection_fail (&self->link, reply, path, error);
      return NULL;
    }
  if (tag)
    *tag = g_strdup (lectern_http_reply_header (reply, "etag"));
  return g_bytes_ref (reply->body);
}

static GBytes *
dav_read (LecternPlace *place, const char *path, GCancellable *cancellable, GError **error)
{
  LecternDav *self = (LecternDav *) place;
  g_autoptr (GError) own = NULL;
  g_autofree char *tag = NULL;
  if (!lectern_place_is_inside (path, error))
    return NULL;
  GBytes *content = lectern_dav_get (self, path, &tag, cancellable, &own);
  if (own)
    g_propagate_error (error, g_steal_pointer (&own));
  else
    remember (self, path, content, tag);
  return content;
}

/* A page to sign in to a network, and an answer that was cut short, have not the size that
   the server itself says the file has. */
static gboolean
dav_confirm (LecternPlace *place,
             const char *path,
             GBytes *content,
             GCancellable *cancellable,
             GError **error)
{
  LecternDav *self = (LecternDav *) place;
  gboolean missing = FALSE;
  g_autoptr (GHashTable) files = list_at (self, path, "0", &missing, cancellable, error);
  GHashTableIter iter;
  gpointer name, size = NULL;
  if (files == NULL && !missing)
    return FALSE;
  if (files)
    {
      g_hash_table_iter_init (&iter, files);
      if (!g_hash_table_iter_next (&iter, &name, &size))
        size = NULL;
    }
  if (size && (*(gint64 *) size == -1 || *(gint64 *) size == (gint64) g_bytes_get_size (content)))
    return TRUE;
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST,
               _("What came for %s is not what stands there; something on the way answers itself."),
               path);
  return FALSE;
}

static char *
dav_dup_url (LecternPlace *place, const char *path)
{
  LecternDav *self = (LecternDav *) place;
  const char *root
      = self->public_url && *self->public_url ? self->public_url : self->link.address;
  g_autofree char *encoded = g_uri_escape_string (path, "/", FALSE);
  return g_strconcat (root, g_str_has_suffix (root, "/") ? "" : "/", encoded, NULL);
}

static void
dav_free (LecternPlace *place)
{
  LecternDav *self = (LecternDav *) place;
  lectern_connection_clear (&self->link);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->folders);
  g_hash_table_unref (self->parts);
  g_mutex_clear (&self->mutex);
  g_rec_mutex_clear (&self->making);
  g_free (self->public_url);
  g_free (self);
}

static void
dav_forget (LecternPlace *place, const char *path)
{
  LecternDav *self = (LecternDav *) place;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_hash_table_remove (self->seen, path);
}

static const LecternPlaceVerbs dav_verbs = {
  .check = dav_check,
  .list = dav_list,
  .read = dav_read,
  .hints = dav_hints,
  .confirm = dav_confirm,
  .probe = lectern_dav_probe,
  .prepare = lectern_dav_prepare,
  .write = lectern_dav_write,
  .remove = lectern_dav_remove,
  .forget = dav_forget,
  .tidy = lectern_dav_tidy,
  .dup_url = dav_dup_url,
  .free = dav_free,
};

LecternPlace *
lectern_place_dav_new (const LecternPlaceAddress *address)
{
  LecternDav *self = g_new0 (LecternDav, 1);
  self->place.verbs = &dav_verbs;
  self->place.at_once = LECTERN_HTTP_CONNECTIONS;
  lectern_connection_init (&self->link, address, FALSE);
  g_mutex_init (&self->mutex);
  g_rec_mutex_init (&self->making);
  self->public_url = g_strdup (address->public_url);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, lectern_dav_seen_free);
  self->folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return &self->place;
}
