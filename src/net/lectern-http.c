/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-http-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (lectern-http-error-quark, lectern_http_error)

#define REDIRECTS 5

static LecternHttpPatience patience_of_all = {
  .idle = 30, .whole = 300, .tries = 5, .pause = 1000, .longest = 60000, .largest = 64 << 20,
};

void
lectern_http_set_patience (const LecternHttpPatience *patience)
{
  patience_of_all = *patience;
}

/* --- replies --- */

const char *
lectern_http_reply_header (const LecternHttpReply *reply, const char *name)
{
  return g_hash_table_lookup (reply->headers, name);
}

gboolean
lectern_http_reply_is_done (const LecternHttpReply *reply)
{
  return reply->status / 100 == 2;
}

void
lectern_http_reply_free (LecternHttpReply *reply)
{
  if (reply == NULL)
    return;
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_clear_pointer (&reply->headers, g_hash_table_unref);
  g_free (reply->url);
  g_free (reply);
}

/* --- the session and its thread --- */

static gpointer
serve (gpointer data)
{
  LecternHttp *self = data;
  g_main_context_push_thread_default (self->context);
  self->session = soup_session_new_with_options (
      "max-conns", LECTERN_HTTP_CONNECTIONS, "max-conns-per-host", LECTERN_HTTP_CONNECTIONS,
      "timeout", self->patience.idle, "idle-timeout", 15, "user-agent", "Lectern/" LECTERN_VERSION,
      NULL);
  g_main_loop_run (self->loop);
  soup_session_abort (self->session);
  g_clear_object (&self->session);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static gboolean
is_this_computer (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  return g_strcmp0 (host, "localhost") == 0
         || (address && g_inet_address_get_is_loopback (address));
}

static GUri *
parse_base (const char *base, GError **error)
{
  g_autoptr (GUri) uri = base ? g_uri_parse (base, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  const char *scheme = uri ? g_uri_get_scheme (uri) : NULL;
  const char *host = uri ? g_uri_get_host (uri) : NULL;
  gboolean safe = g_strcmp0 (scheme, "https") == 0;
  gboolean told = base && strchr (base, '@'); /* perhaps a password: not repeated */
  if (host == NULL || *host == '\0' || (!safe && g_strcmp0 (scheme, "http") != 0)
      || told)
    g_set_error (error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_INVALID,
                 _("“%s” is no address of a site; it begins with https:// and has no password."),
                 told || base == NULL ? "…" : base);
  else if (!safe && !is_this_computer (host))
    g_set_error (error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_INVALID,
                 _("“%s” has no safe connection: over http everybody on the way can read the "
                   "password. Give its https address."),
                 host);
  else
    return g_steal_pointer (&uri);
  return NULL;
}

LecternHttp *
lectern_http_new (const char *base, const LecternHttpAccess *access, GError **error)
{
  g_autoptr (GUri) uri = parse_base (base, error);
  g_autoptr (GTlsCertificate) authority = NULL;
  if (uri == NULL)
    return NULL;
  if (access->authority && *access->authority)
    {
      authority = g_tls_certificate_new_from_pem (access->authority, -1, error);
      if (authority == NULL)
        return NULL;
    }
  LecternHttp *self = g_new0 (LecternHttp, 1);
  self->base = g_steal_pointer (&uri);
  self->user = g_strdup (access->user);
  self->password = g_strdup (access->password);
  self->at_once = access->at_once;
  self->authority = g_steal_pointer (&authority);
  self->patience = patience_of_all;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("lectern-http", serve, self);
  return self;
}

static gboolean
stop (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

void
lectern_http_free (LecternHttp *http)
{
  if (http == NULL)
    return;
  /* a source, because the loop may not run yet */
  g_autoptr (GSource) source = g_idle_source_new ();
  g_source_set_callback (source, stop, http->loop, NULL);
  g_source_attach (source, http->context);
  g_thread_join (http->thread);
  g_main_loop_unref (http->loop);
  g_main_context_unref (http->context);
  g_clear_object (&http->authority);
  g_uri_unref (http->base);
  g_free (http->user);
  if (http->password)
    memset (http->password, 0, strlen (http->password));
  g_free (http->password);
  g_free (http);
}

guint
lectern_http_count (LecternHttp *http)
{
  return g_atomic_int_get (&http->count);
}

static int
port_of (GUri *uri)
{
  int port = g_uri_get_port (uri);
  return port > 0 ? port : strcmp (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;
}

gboolean
lectern_http_is_ours (LecternHttp *http, GUri *uri)
{
  gboolean safe = strcmp (g_uri_get_scheme (uri), "https") == 0;
  gboolean same = strcmp (g_uri_get_scheme (uri), g_uri_get_scheme (http->base)) == 0;
  return g_ascii_strcasecmp (g_uri_get_host (uri), g_uri_get_host (http->base)) == 0
         && ((same && port_of (uri) == port_of (http->base))
             || (safe && !same && port_of (uri) == 443));
}

/* --- sending, again where it may be --- */

static gboolean
only_reads (const char *method)
{
  return strcmp (method, "GET") == 0 || strcmp (method, "HEAD") == 0
         || strcmp (method, "OPTIONS") == 0 || strcmp (method, "PROPFIND") == 0;
}

/* Milliseconds, from seconds or a date (RFC 9110, 10.2.3); -1: not said. */
static gint64
retry_after (const LecternHttpReply *reply)
{
  const char *value = lectern_http_reply_header (reply, "retry-after");
  guint64 seconds;
  if (value == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT32, &seconds, NULL))
    return seconds * 1000;
  g_autoptr (GDateTime) at = soup_date_time_new_from_http_string (value);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  return at ? MAX (0, g_date_time_difference (at, now) / 1000) : -1;
}

static gboolean
pause_for (gint64 milliseconds, GCancellable *cancellable, GError **error)
{
  GPollFD fd = { 0 };
  gboolean polled = cancellable && g_cancellable_make_pollfd (cancellable, &fd);
  g_poll (&fd, polled ? 1 : 0, milliseconds);
  if (polled)
    g_cancellable_release_fd (cancellable);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* How long to wait before the request is sent again; -1: not at all. */
static gint64
pause_before_next (LecternHttp *self,
                   const char *method,
                   guint tried,
                   const LecternHttpReply *reply,
                   const GError *error)
{
  gint64 pause = MIN ((gint64) self->patience.pause << tried, self->patience.longest);
  if (tried + 1 >= self->patience.tries)
    return -1;
  if (reply == NULL)
    return only_reads (method) && g_error_matches (error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_LOST)
               ? pause
               : -1;
  if (reply->status != 429 && (reply->status != 503 || strcmp (method, "POST") == 0))
    return -1;
  gint64 asked = retry_after (reply);
  return asked > self->patience.longest ? -1 : MAX (asked, asked < 0 ? pause : 0);
}

static LecternHttpReply *
send_again (LecternHttp *self,
            const LecternHttpRequest *request,
            GCancellable *cancellable,
            GError **error)
{
  for (guint tried = 0;; tried++)
    {
      g_autoptr (GError) own = NULL;
      g_autoptr (LecternHttpReply) reply
          = lectern_http_exchange (self, request, cancellable, &own);
      gint64 pause = pause_before_next (self, request->method, tried, reply, own);
      if (pause < 0 && reply == NULL)
        g_propagate_error (error, g_steal_pointer (&own));
      if (pause < 0)
        return g_steal_pointer (&reply);
      if (!pause_for (pause, cancellable, error))
        return NULL;
    }
}

/* Where a redirection leads, if it may be followed with what we have on us. */
static GUri *
next_address (LecternHttp *self,
              const LecternHttpRequest *request,
              const LecternHttpReply *reply,
              GError **error)
{
  const char *location = lectern_http_reply_header (reply, "location");
  g_autoptr (GUri) next
      = location ? g_uri_parse_relative (request->uri, location, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  const char *scheme = next ? g_uri_get_scheme (next) : "";
  gboolean web = strcmp (scheme, "https") == 0 || strcmp (scheme, "http") == 0;
  if (next && web && g_uri_get_host (next) && only_reads (request->method)
      && lectern_http_is_ours (self, next))
    return g_steal_pointer (&next);
  g_autofree char *to = next ? g_uri_to_string_partial (next, G_URI_HIDE_USERINFO | G_URI_HIDE_QUERY)
                             : g_strdup ("");
  g_set_error (error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_REDIRECTED,
               _("“%s” sends on to “%s”; nothing was sent there. Is that the right address?"),
               g_uri_get_host (request->uri), to);
  return NULL;
}

static gboolean
is_redirection (guint status)
{
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

LecternHttpReply *
lectern_http_send (LecternHttp *http,
                   const char *method,
                   const char *url,
                   const char *const *headers,
                   const char *type,
                   GBytes *body,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, error);
  LecternHttpRequest request = { method, uri, headers, type, body };
  for (guint i = 0; uri && i <= REDIRECTS; i++)
    {
      request.uri = uri;
      g_autoptr (LecternHttpReply) reply = send_again (http, &request, cancellable, error);
      if (reply == NULL)
        return NULL;
      if (!is_redirection (reply->status))
        {
          reply->url = g_uri_to_string (uri);
          reply->moved = i > 0;
          return g_steal_pointer (&reply);
        }
      GUri *next = next_address (http, &request, reply, error);
      g_uri_unref (uri);
      uri = next;
    }
  if (uri)
    g_set_error (error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_REDIRECTED,
                 _("“%s” sends from one address to the next without end."), g_uri_get_host (uri));
  return NULL;
}
