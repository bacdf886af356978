/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing to a web space. Every answer may be lost: then what stands there is read before
 * anything is done again.
 */
#include "lectern-place-dav-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
knows_folder (LecternDav *self, const char *folder)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  return *folder == '\0' || g_hash_table_contains (self->folders, folder);
}

/* One at a time: of two that make the same folder Apache refuses the second, as if it had no
   right to. */
static gboolean
make_folder (LecternDav *self, const char *path, GCancellable *cancellable, GError **error)
{
  const char *slash = strrchr (path, '/');
  g_autofree char *folder = slash ? g_strndup (path, slash - path) : g_strdup ("");
  g_autofree char *with_slash = g_strconcat (folder, "/", NULL);
  if (knows_folder (self, folder))
    return TRUE;
  g_autoptr (GRecMutexLocker) making = g_rec_mutex_locker_new (&self->making);
  if (knows_folder (self, folder))
    return TRUE;
  if (!make_folder (self, folder, cancellable, error))
    return FALSE;
  g_autoptr (GError) own = NULL;
  g_autoptr (LecternHttpReply) reply
      = lectern_dav_send (self, "MKCOL", with_slash, NULL, NULL, cancellable, &own);
  /* 405: it is there, perhaps since a reply that was lost; the file will tell */
  if (reply && !lectern_http_reply_is_done (reply) && reply->status != 405)
    {
      lectern_connection_fail (&self->link, reply, folder, error);
      return FALSE;
    }
  if (reply == NULL && !g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  g_mutex_lock (&self->mutex);
  g_hash_table_add (self->folders, g_strdup (folder));
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

/* Whether @content stands at @path now. FALSE with @error where that cannot be known, and
   without where something else or nothing stands there. */
static gboolean
stands (LecternDav *self, const char *path, GBytes *content, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) there = lectern_dav_get (self, path, NULL, cancellable, error);
  return there && g_bytes_equal (there, content);
}

/* Puts and reads back; a second time where the first was lost on the way. */
static gboolean
put (LecternDav *self,
     const char *path,
     GBytes *content,
     gboolean fresh,
     GCancellable *cancellable,
     GError **error)
{
  const char *headers[] = { fresh ? "If-None-Match" : NULL, "*", NULL };
  for (guint tried = 0;; tried++)
    {
      g_autoptr (GError) own = NULL, unread = NULL;
      g_autoptr (LecternHttpReply) reply
          = lectern_dav_send (self, "PUT", path, headers, content, cancellable, &own);
      gboolean lost = g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST);
      if (reply == NULL && !lost)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
      if (stands (self, path, content, cancellable, &unread))
        return TRUE;
      if (unread)
        g_propagate_error (error, g_steal_pointer (&unread));
      else if (lost && tried == 0)
        continue;
      else if (reply && !lectern_http_reply_is_done (reply))
        lectern_connection_fail (&self->link, reply, path, error);
      else
        g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                     _("What was written to %s cannot be read back as it was sent."), path);
      return FALSE;
    }
}

gboolean
lectern_dav_prepare (LecternPlace *place,
             const char *path,
             GBytes *content,
             GCancellable *cancellable,
             GError **error)
{
  LecternDav *self = (LecternDav *) place;
  g_autofree char *part = g_strconcat (path, PART, NULL);
  if (!lectern_place_is_inside (path, error) || !make_folder (self, path, cancellable, error)
      || !put (self, part, content, FALSE, cancellable, error))
    return FALSE;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  LecternDavSeen *seen = g_new0 (LecternDavSeen, 1);
  seen->prepared = TRUE;
  g_hash_table_replace (self->seen, g_strdup (path), seen);
  g_hash_table_add (self->parts, g_strdup (part));
  return TRUE;
}

/* Moves the part over the file, or to where none is. Servers that honour it are told which state
   of the file is replaced; a tag that is stale for no reason is no reason to give up. That nothing
   is to be replaced every server honours. */
static gboolean
move (LecternDav *self,
      const char *path,
      const LecternDavSeen *before,
      GBytes *content,
      GCancellable *cancellable,
      GError **error)
{
  g_autofree char *part = g_strconcat (path, PART, NULL);
  g_autofree char *encoded = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *to = g_strconcat (self->link.address, encoded, NULL);
  g_autofree char *state = before->tag ? g_strdup_printf ("<%s> ([%s])", to, before->tag) : NULL;
  const char *headers[]
      = { "Destination", to, "Overwrite", before->there ? "T" : "F", state ? "If" : NULL, state, NULL };
  for (guint tried = 0;; tried++)
    {
      g_autoptr (GError) own = NULL, unread = NULL;
      g_autoptr (LecternHttpReply) reply
          = lectern_dav_send (self, "MOVE", part, headers, NULL, cancellable, &own);
      if (reply && lectern_http_reply_is_done (reply) && reply->status != 200 && reply->status != 207)
        return TRUE;
      if (reply == NULL && !g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST))
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
      g_autoptr (GBytes) there = lectern_dav_get (self, path, NULL, cancellable, &unread);
      if (there && g_bytes_equal (there, content))
        return TRUE;
      gboolean same = there ? before->content && g_bytes_equal (there, before->content) : !before->there;
      if (unread)
        g_propagate_error (error, g_steal_pointer (&unread));
      else if (!same)
        g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_CHANGED,
                     _("%s was changed there at this moment."), path);
      else if (tried == 0 && (reply == NULL || reply->status == 412))
        {
          headers[4] = NULL;
          continue;
        }
      else if (reply)
        lectern_connection_fail (&self->link, reply, path, error);
      else
        g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
}

gboolean
lectern_dav_write (LecternPlace *place,
           const char *path,
           GBytes *content,
           GBytes **written,
           char **remark,
           GCancellable *cancellable,
           GError **error)
{
  LecternDav *self = (LecternDav *) place;
  char *key = NULL;
  LecternDavSeen *before = NULL;
  g_mutex_lock (&self->mutex);
  g_hash_table_steal_extended (self->seen, path, (gpointer *) &key, (gpointer *) &before);
  g_mutex_unlock (&self->mutex);
  g_free (key);
  gboolean done;
  if (before == NULL || (!before->there && !before->prepared))
    done = lectern_place_is_inside (path, error) && make_folder (self, path, cancellable, error)
           && put (self, path, content, TRUE, cancellable, error);
  else
    done = (before->prepared || lectern_dav_prepare (place, path, content, cancellable, error))
           && move (self, path, before, content, cancellable, error);
  if (done && before && (before->there || before->prepared))
    {
      g_autofree char *part = g_strconcat (path, PART, NULL);
      g_mutex_lock (&self->mutex);
      g_hash_table_remove (self->parts, part);
      g_mutex_unlock (&self->mutex);
    }
  if (before)
    lectern_dav_seen_free (before);
  *written = done ? g_bytes_ref (content) : NULL;
  return done;
}

gboolean
lectern_dav_remove (LecternPlace *place, const char *path, GCancellable *cancellable, GError **error)
{
  LecternDav *self = (LecternDav *) place;
  g_autoptr (GError) own = NULL;
  g_autofree char *bare
      = g_strndup (path, strlen (path) - (g_str_has_suffix (path, "/") ? 1 : 0)); /* a folder */
  if (!lectern_place_is_inside (bare, error))
    return FALSE;
  g_autoptr (LecternHttpReply) reply = lectern_dav_send (self, "DELETE", path, NULL, NULL, cancellable, &own);
  if (reply && (reply->status == 204 || reply->status == 404 || reply->status == 410))
    return TRUE;
  if (reply && !lectern_http_reply_is_done (reply))
    {
      lectern_connection_fail (&self->link, reply, path, error);
      return FALSE;
    }
  if (reply == NULL && !g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST))
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return FALSE;
    }
  g_clear_error (&own);
  g_autoptr (GBytes) there = lectern_dav_get (self, path, NULL, cancellable, &own);
  if (own)
    g_propagate_error (error, g_steal_pointer (&own));
  else if (there)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                 _("%s is still there after it was removed."), path);
  else
    return TRUE;
  return FALSE;
}

void
lectern_dav_tidy (LecternPlace *place, const char *path)
{
  LecternDav *self = (LecternDav *) place;
  g_autofree char *part = g_strconcat (path, PART, NULL);
  g_mutex_lock (&self->mutex);
  gboolean left = g_hash_table_remove (self->parts, part);
  g_mutex_unlock (&self->mutex);
  if (left)
    lectern_dav_remove (place, part, NULL, NULL);
}
