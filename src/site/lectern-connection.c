/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-connection.h"

#include "lectern-password.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lectern_connection_init (LecternConnection *self,
                         const LecternPlaceAddress *address,
                         gboolean at_once)
{
  g_autoptr (GKeyFile) options = g_key_file_new ();
  g_mutex_init (&self->mutex);
  self->key = g_strdup (address->address);
  self->address = g_str_has_suffix (address->address, "/")
                      ? g_strdup (address->address)
                      : g_strconcat (address->address, "/", NULL);
  self->user = g_strdup (address->user);
  self->at_once = at_once;
  if (address->options
      && g_key_file_load_from_data (options, address->options, -1, G_KEY_FILE_NONE, NULL))
    self->authority = g_key_file_get_string (options, "tls", "authority", NULL);
}

void
lectern_connection_clear (LecternConnection *self)
{
  g_clear_pointer (&self->http, lectern_http_free);
  g_free (self->address);
  g_free (self->key);
  g_free (self->user);
  g_free (self->authority);
  g_mutex_clear (&self->mutex);
}

/* With the first request, because finding the password may take the person a while. */
static LecternHttp *
connect_once (LecternConnection *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  if (self->http != NULL)
    return self->http;
  gboolean named = self->user && *self->user;
  char *password = named ? lectern_password_find (self->key, self->user) : NULL;
  if (named && password == NULL)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_PASSWORD,
                 _("The password of “%s” at %s is needed."), self->user, self->key);
  else
    {
      g_autoptr (GError) own = NULL;
      LecternHttpAccess access = { self->user, password, self->at_once, self->authority };
      self->http = lectern_http_new (self->address, &access, &own);
      if (own)
        g_set_error_literal (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID, own->message);
    }
  lectern_password_free (password);
  return self->http;
}

static void
translate (GError **error, GError *own)
{
  int code = LECTERN_SITE_ERROR_UNREACHABLE;
  if (own->domain != LECTERN_HTTP_ERROR)
    {
      g_propagate_error (error, own);
      return;
    }
  if (own->code == LECTERN_HTTP_ERROR_LOST)
    code = LECTERN_SITE_ERROR_LOST;
  else if (own->code == LECTERN_HTTP_ERROR_UNKNOWN_AUTHORITY)
    code = LECTERN_SITE_ERROR_UNTRUSTED;
  else if (own->code != LECTERN_HTTP_ERROR_UNREACHABLE)
    code = LECTERN_SITE_ERROR_REFUSED;
  g_set_error_literal (error, LECTERN_SITE_ERROR, code, own->message);
  g_error_free (own);
}

LecternHttpReply *
lectern_connection_send (LecternConnection *self,
                         const char *method,
                         const char *path,
                         const char *const *headers,
                         const char *type,
                         GBytes *body,
                         GCancellable *cancellable,
                         GError **error)
{
  GError *own = NULL;
  LecternHttp *http = connect_once (self, error);
  if (http == NULL)
    return NULL;
  gboolean whole = g_str_has_prefix (path, "https://") || g_str_has_prefix (path, "http://");
  g_autofree char *url = whole ? g_strdup (path) : g_strconcat (self->address, path, NULL);
  LecternHttpReply *reply
      = lectern_http_send (http, method, url, headers, type, body, cancellable, &own);
  if (own != NULL)
    translate (error, own);
  return reply;
}

void
lectern_connection_fail (const LecternConnection *self,
                         const LecternHttpReply *reply,
                         const char *path,
                         GError **error)
{
  guint status = reply->status;
  const char *what = *path ? path : self->address;
  if (status == 401)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_DENIED,
                 _("%s does not take this user name and password."), self->address);
  else if (status == 403)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FORBIDDEN,
                 _("“%s” has no right to %s there."), self->user ? self->user : "", what);
  else if (status == 404 || status == 409 || status == 410)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                 _("There is no place for %s there (%u)."), what, status);
  else if (status == 412)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_CHANGED,
                 _("%s was changed there at this moment."), what);
  else if (status == 423)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                 _("Somebody has %s open there, and it is locked; try again later."), what);
  else if (status == 413 || status == 507)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                 _("There is no room for %s there."), what);
  else if (status == 429 || status == 502 || status == 503 || status == 504)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
                 _("%s is too busy just now (%u); try again later."), self->address, status);
  else if (status / 100 == 2)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
                 _("What answers at %s is another page, perhaps one to sign in to the network."),
                 self->address);
  else
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                 _("The server cannot do it for %s (%u)."), what, status);
}
