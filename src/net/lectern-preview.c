/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-preview.h"

#include "lectern-preview-file.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>
#include <sys/random.h>

struct _LecternPreview
{
  SoupServer *server;
  char *folder;
  char *secret;
  char *address;
  char *hosts[3]; /* what the browser may have asked for; ended by NULL */
};

/* 128 bits of the system's randomness in hexadecimal. */
static char *
new_secret (GError **error)
{
  guint8 bytes[16];
  GString *out = g_string_new (NULL);
  if (getrandom (bytes, sizeof bytes, 0) != sizeof bytes)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The system gives no random numbers."));
      g_string_free (out, TRUE);
      return NULL;
    }
  for (guint i = 0; i < sizeof bytes; i++)
    g_string_append_printf (out, "%02x", bytes[i]);
  return g_string_free (out, FALSE);
}

static gboolean
is_ours (LecternPreview *self, const char *host)
{
  return host != NULL && g_strv_contains ((const char *const *) self->hosts, host);
}

/* The part of the path behind the secret; NULL where the secret is wrong. Takes the same
   time wherever the first difference is. */
static const char *
behind_secret (LecternPreview *self, const char *path)
{
  gsize length = strlen (self->secret);
  guint difference = 0;
  if (path[0] != '/' || strlen (path) < length + 1)
    return NULL;
  for (gsize i = 0; i < length; i++)
    difference |= (guchar) path[i + 1] ^ (guchar) self->secret[i];
  const char *rest = path + 1 + length;
  return difference == 0 && *rest == '/' ? rest + 1 : NULL;
}

static void
say (SoupServerMessage *message, guint status, const char *text)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/plain; charset=utf-8", SOUP_MEMORY_COPY, text,
                                    strlen (text));
}

static void
answer_file (LecternPreview *self, SoupServerMessage *message, const char *path)
{
  gboolean redirect = FALSE;
  g_autoptr (GBytes) bytes = lectern_preview_file_read (self->folder, path, &redirect);
  if (redirect)
    {
      g_autofree char *to = g_strconcat (self->address, path, "/", NULL);
      g_autofree char *encoded = g_uri_escape_string (to, "/:", TRUE);
      soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, encoded);
      return;
    }
  if (bytes == NULL)
    {
      say (message, SOUP_STATUS_NOT_FOUND, "There is no such page.\n");
      return;
    }
  gboolean index = *path == '\0' || g_str_has_suffix (path, "/");
  const char *type = lectern_preview_file_type (index ? "index.html" : path);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, data, size);
}

static void
answer (SoupServer *server,
        SoupServerMessage *message,
        const char *path,
        GHashTable *query,
        gpointer data)
{
  LecternPreview *self = data;
  const char *method = soup_server_message_get_method (message);
  SoupMessageHeaders *theirs = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *ours = soup_server_message_get_response_headers (message);
  const char *file = behind_secret (self, path);

  soup_message_headers_replace (ours, "X-Content-Type-Options", "nosniff");
  soup_message_headers_replace (ours, "Referrer-Policy", "no-referrer");
  soup_message_headers_replace (ours, "Cache-Control", "no-store");
  soup_message_headers_replace (ours, "Cross-Origin-Resource-Policy", "same-origin");
  if (!is_ours (self, soup_message_headers_get_one (theirs, "Host")))
    say (message, SOUP_STATUS_MISDIRECTED_REQUEST, "This server has another name.\n");
  else if (file == NULL)
    say (message, SOUP_STATUS_NOT_FOUND, "There is no such page.\n");
  else if (strcmp (method, "GET") != 0 && strcmp (method, "HEAD") != 0)
    {
      soup_message_headers_replace (ours, "Allow", "GET, HEAD");
      say (message, SOUP_STATUS_METHOD_NOT_ALLOWED, "Only reading is possible here.\n");
    }
  else
    answer_file (self, message, file);
}

static guint
port_of (SoupServer *server)
{
  GSList *uris = soup_server_get_uris (server);
  guint port = uris ? g_uri_get_port (uris->data) : 0;
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return port;
}

/**
 * lectern_preview_new:
 * @folder: what is shown; read anew with every request
 *
 * Returns: (transfer full) (nullable): the running server, or NULL with @error where the
 * folder is not there or the port is taken
 */
LecternPreview *
lectern_preview_new (const char *folder, guint port, GError **error)
{
  g_autoptr (LecternPreview) self = g_new0 (LecternPreview, 1);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The folder “%s” is not there."),
                   folder);
      return NULL;
    }
  self->folder = g_strdup (folder);
  self->secret = new_secret (error);
  if (self->secret == NULL)
    return NULL;
  self->server = soup_server_new ("server-header", "Lectern", NULL);
  soup_server_add_handler (self->server, NULL, answer, self, NULL);
  if (!soup_server_listen_local (self->server, port, SOUP_SERVER_LISTEN_IPV4_ONLY, error))
    return NULL;
  port = port_of (self->server);
  self->hosts[0] = g_strdup_printf ("127.0.0.1:%u", port);
  self->hosts[1] = g_strdup_printf ("localhost:%u", port);
  self->address = g_strdup_printf ("http://127.0.0.1:%u/%s/", port, self->secret);
  return g_steal_pointer (&self);
}

const char *
lectern_preview_get_address (LecternPreview *preview)
{
  return preview->address;
}

void
lectern_preview_free (LecternPreview *preview)
{
  if (preview == NULL)
    return;
  if (preview->server)
    {
      soup_server_disconnect (preview->server);
      g_object_unref (preview->server);
    }
  g_free (preview->folder);
  g_free (preview->secret);
  g_free (preview->address);
  g_free (preview->hosts[0]);
  g_free (preview->hosts[1]);
  g_free (preview);
}
