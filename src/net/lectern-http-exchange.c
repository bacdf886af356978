/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One request and its answer: sent on the thread of the session, waited for by the caller.
 */
#include "lectern-http-private.h"

#include <glib/gi18n-lib.h>

#define CHUNK (64 * 1024)

typedef struct
{
  LecternHttp *http;
  const LecternHttpRequest *request;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  GSource *deadline;
  GCancellable *cancellable; /* ours: the caller's or the deadline's */
  GTlsCertificateFlags distrust;
  gboolean late;
  gboolean refused; /* the password was given and not taken */
  LecternHttpReply *reply;
  GError *error;

  GMutex mutex;
  GCond cond;
  gboolean done;
} Exchange;

static void
finish (Exchange *self)
{
  if (self->deadline)
    g_source_destroy (self->deadline);
  g_clear_pointer (&self->deadline, g_source_unref);
  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  g_mutex_lock (&self->mutex);
  self->done = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* Takes @why. */
static void
fail (Exchange *self, GError *why)
{
  GUri *uri = self->request->uri;
  gboolean sent = self->message == NULL || soup_message_get_connection_id (self->message) != 0;
  if (self->late)
    g_set_error (&self->error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_LOST,
                 _("“%s” took too long to answer."), g_uri_get_host (uri));
  else if (self->distrust != 0)
    lectern_http_fail_untrusted (&self->error, uri, self->distrust);
  else
    lectern_http_fail_sending (&self->error, uri, why, sent);
  g_error_free (why);
  finish (self);
}

static void
keep_header (const char *name, const char *value, gpointer headers)
{
  g_autofree char *key = g_ascii_strdown (name, -1);
  const char *before = g_hash_table_lookup (headers, key); /* lines of one name are one list (RFC 9110, 5.3) */
  char *whole = before ? g_strconcat (before, ", ", value, NULL) : g_strdup (value);
  g_hash_table_replace (headers, g_steal_pointer (&key), whole);
}

static void
succeed (Exchange *self)
{
  LecternHttpReply *reply = self->reply = g_new0 (LecternHttpReply, 1);
  reply->status = soup_message_get_status (self->message);
  reply->headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  soup_message_headers_foreach (soup_message_get_response_headers (self->message), keep_header,
                                reply->headers);
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&self->body));
  finish (self);
}

static void read_more (Exchange *self);

static void
on_read (GObject *stream, GAsyncResult *result, gpointer data)
{
  Exchange *self = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result,
                                                               &error);
  if (bytes == NULL)
    fail (self, error);
  else if (g_bytes_get_size (bytes) == 0)
    succeed (self);
  else if (self->body->len + g_bytes_get_size (bytes) > self->http->patience.largest)
    fail (self, g_error_new (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("it does not end")));
  else
    {
      g_byte_array_append (self->body, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      read_more (self);
    }
}

static void
read_more (Exchange *self)
{
  g_input_stream_read_bytes_async (self->stream, CHUNK, G_PRIORITY_DEFAULT, self->cancellable,
                                   on_read, self);
}

static void
on_sent (GObject *session, GAsyncResult *result, gpointer data)
{
  Exchange *self = data;
  GError *error = NULL;
  self->stream = soup_session_send_finish (SOUP_SESSION (session), result, &error);
  if (self->stream == NULL)
    fail (self, error);
  else
    read_more (self);
}

static gboolean
on_late (gpointer data)
{
  Exchange *self = data;
  self->late = TRUE;
  g_cancellable_cancel (self->cancellable);
  return G_SOURCE_REMOVE;
}

/* Only the authority that was named for this site can mend what the system does not trust,
   and only that its own authority is unknown. */
static gboolean
on_certificate (SoupMessage *message,
                GTlsCertificate *certificate,
                GTlsCertificateFlags errors,
                gpointer data)
{
  Exchange *self = data;
  if (self->http->authority != NULL)
    {
      GUri *uri = soup_message_get_uri (message);
      g_autoptr (GSocketConnectable) identity
          = g_network_address_new (g_uri_get_host (uri), g_uri_get_port (uri));
      errors = g_tls_certificate_verify (certificate, identity, self->http->authority);
    }
  self->distrust = errors;
  return errors == 0;
}

static gboolean
on_authenticate (SoupMessage *message, SoupAuth *auth, gboolean retrying, gpointer data)
{
  Exchange *self = data;
  if (retrying || self->http->user == NULL || self->http->password == NULL
      || soup_auth_is_for_proxy (auth)
      || !lectern_http_is_ours (self->http, soup_message_get_uri (message)))
    return FALSE;
  soup_auth_authenticate (auth, self->http->user, self->http->password);
  return TRUE;
}

/* A body is read once; with the password, or on another connection, it goes out anew. That other one
   is a new one: libsoup (3.2 to 3.6.5) ends a request twice that it moves from a connection that broke
   to one that waited, and crashes or gives its auth manager up. */
static void
on_restarted (SoupMessage *message, gpointer data)
{
  Exchange *self = data;
  soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
  if (self->request->body)
    soup_message_set_request_body_from_bytes (message, self->request->type, self->request->body);
}

static void
add_headers (Exchange *self)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (self->message);
  for (guint i = 0; self->request->headers && self->request->headers[i]; i += 2)
    soup_message_headers_replace (headers, self->request->headers[i],
                                  self->request->headers[i + 1]);
  if (self->http->at_once && self->http->user && self->http->password
      && lectern_http_is_ours (self->http, self->request->uri))
    {
      g_autofree char *pair = g_strconcat (self->http->user, ":", self->http->password, NULL);
      g_autofree char *coded = g_base64_encode ((const guchar *) pair, strlen (pair));
      g_autofree char *value = g_strconcat ("Basic ", coded, NULL);
      soup_message_headers_replace (headers, "Authorization", value);
    }
}

static gboolean
start (gpointer data)
{
  Exchange *self = data;
  const LecternHttpRequest *request = self->request;
  self->message = soup_message_new_from_uri (request->method, request->uri);
  self->body = g_byte_array_new ();
  soup_message_add_flags (self->message, SOUP_MESSAGE_NO_REDIRECT);
  if (self->http->at_once)
    soup_message_add_flags (self->message, SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  if (request->body)
    soup_message_set_request_body_from_bytes (self->message, request->type, request->body);
  add_headers (self);
  g_signal_connect (self->message, "accept-certificate", G_CALLBACK (on_certificate), self);
  g_signal_connect (self->message, "authenticate", G_CALLBACK (on_authenticate), self);
  g_signal_connect (self->message, "restarted", G_CALLBACK (on_restarted), self);
  self->deadline = g_timeout_source_new_seconds (self->http->patience.whole);
  g_source_set_callback (self->deadline, on_late, self, NULL);
  g_source_attach (self->deadline, self->http->context);
  soup_session_send_async (self->http->session, self->message, G_PRIORITY_DEFAULT,
                           self->cancellable, on_sent, self);
  return G_SOURCE_REMOVE;
}

static void
on_cancelled (GCancellable *theirs, gpointer ours)
{
  g_cancellable_cancel (ours);
}

LecternHttpReply *
lectern_http_exchange (LecternHttp *http,
                       const LecternHttpRequest *request,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GCancellable) ours = g_cancellable_new ();
  Exchange self = { .http = http, .request = request, .cancellable = ours };
  g_mutex_init (&self.mutex);
  g_cond_init (&self.cond);
  g_atomic_int_inc (&http->count);
  gulong id = cancellable ? g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled),
                                                   g_object_ref (ours), g_object_unref)
                          : 0;
  g_main_context_invoke_full (http->context, G_PRIORITY_DEFAULT, start, &self, NULL);
  g_mutex_lock (&self.mutex);
  while (!self.done)
    g_cond_wait (&self.cond, &self.mutex);
  g_mutex_unlock (&self.mutex);
  if (id != 0)
    g_cancellable_disconnect (cancellable, id);
  g_mutex_clear (&self.mutex);
  g_cond_clear (&self.cond);
  g_clear_pointer (&self.body, g_byte_array_unref);
  if (self.error)
    g_propagate_error (error, self.error);
  return self.reply;
}
