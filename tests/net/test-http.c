/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTTP to a site that behaves, and to one that does not.
 */
#include "lectern-http.h"

#include <libsoup/soup.h>
#include <stdio.h>
#include <string.h>

#define PASSWORD "s3cret-pass"

typedef struct
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *server;
  GTlsCertificate *certificate;
  char *url;
  gint asked, now, most;      /* requests; at the same time */
  gint cut;                   /* so many of them get no answer, only the end of their connection */
  char *authorization;        /* of the last one */
  GMutex mutex;
  GCond cond;
  gboolean ready;
} Site;

static const LecternHttpPatience impatient = { 1, 2, 4, 20, 1500, 100000 };

static void
on_finished (SoupServerMessage *message, Site *site)
{
  g_atomic_int_add (&site->now, -1);
}

static gboolean
go_on (gpointer message)
{
  soup_server_message_unpause (message);
  g_object_unref (message);
  return G_SOURCE_REMOVE;
}

static void
hold (Site *site, SoupServerMessage *message, guint milliseconds)
{
  g_autoptr (GSource) source = g_timeout_source_new (milliseconds);
  soup_server_message_pause (message);
  g_source_set_callback (source, go_on, g_object_ref (message), NULL);
  g_source_attach (source, site->context);
}

static void
answer (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Site *site = data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  int asked = g_atomic_int_add (&site->asked, 1) + 1;
  int now = g_atomic_int_add (&site->now, 1) + 1;
  site->most = MAX (site->most, now);
  g_free (site->authorization);
  site->authorization = g_strdup (soup_message_headers_get_one (
      soup_server_message_get_request_headers (message), "Authorization"));
  g_signal_connect (message, "finished", G_CALLBACK (on_finished), site);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, "fine", 4);
  if (strcmp (path, "/busy") == 0 && asked < 3)
    {
      soup_message_headers_replace (headers, "Retry-After", asked == 1 ? "1" : "0");
      soup_server_message_set_status (message, 429, NULL);
    }
  else if (strcmp (path, "/down") == 0)
    soup_server_message_set_status (message, 503, NULL);
  else if (strcmp (path, "/later") == 0)
    {
      soup_message_headers_replace (headers, "Retry-After", "3600");
      soup_server_message_set_status (message, 503, NULL);
    }
  else if (strcmp (path, "/away") == 0)
    soup_server_message_set_redirect (message, 302, "http://localhost:1/elsewhere");
  else if (strcmp (path, "/round") == 0)
    soup_server_message_set_redirect (message, 302, "/round");
  else if (strcmp (path, "/near") == 0)
    soup_server_message_set_redirect (message, 301, "/fine");
  else if (strcmp (path, "/large") == 0)
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_TAKE,
                                      g_strnfill (200000, 'x'), 200000);
  else if (strcmp (path, "/slow") == 0)
    hold (site, message, 30000);
  else if (strcmp (path, "/held") == 0)
    hold (site, message, 40);
  else if (strcmp (path, "/cut") == 0 && asked <= site->cut)
    g_socket_shutdown (soup_server_message_get_socket (message), TRUE, TRUE, NULL);
}

static char *
check_digest (SoupAuthDomain *domain, SoupServerMessage *message, const char *user, gpointer data)
{
  return strcmp (user, "anna") == 0
             ? soup_auth_domain_digest_encode_password (user, "space", PASSWORD) : NULL;
}

static void
add_domain (Site *site)
{
  SoupAuthDomain *domain = soup_auth_domain_digest_new ("realm", "space", NULL);
  soup_auth_domain_add_path (domain, "/digest");
  soup_auth_domain_digest_set_auth_callback (domain, check_digest, NULL, NULL);
  soup_server_add_auth_domain (site->server, domain);
  g_object_unref (domain);
}

static gpointer
serve (gpointer data)
{
  Site *site = data;
  g_autoptr (GError) error = NULL;
  g_main_context_push_thread_default (site->context);
  site->server = soup_server_new (NULL, NULL);
  if (site->certificate)
    soup_server_set_tls_certificate (site->server, site->certificate);
  soup_server_add_handler (site->server, NULL, answer, site, NULL);
  add_domain (site);
  soup_server_listen_local (site->server, 0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY | (site->certificate ? SOUP_SERVER_LISTEN_HTTPS : 0),
                            &error);
  g_assert_no_error (error);
  GSList *uris = soup_server_get_uris (site->server);
  g_mutex_lock (&site->mutex);
  site->url = g_strdup_printf ("%s://127.0.0.1:%d/", site->certificate ? "https" : "http",
                               g_uri_get_port (uris->data));
  site->ready = TRUE;
  g_cond_signal (&site->cond);
  g_mutex_unlock (&site->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (site->loop);
  soup_server_disconnect (site->server);
  g_clear_object (&site->server);
  g_main_context_pop_thread_default (site->context);
  return NULL;
}

static void
set_up (Site *site, gconstpointer data)
{
  site->certificate = data ? g_object_ref ((gpointer) data) : NULL;
  lectern_http_set_patience (&impatient);
  site->context = g_main_context_new ();
  site->loop = g_main_loop_new (site->context, FALSE);
  site->thread = g_thread_new ("site", serve, site);
  g_mutex_lock (&site->mutex);
  while (!site->ready)
    g_cond_wait (&site->cond, &site->mutex);
  g_mutex_unlock (&site->mutex);
}

static void
tear_down (Site *site, gconstpointer data)
{
  g_main_loop_quit (site->loop);
  g_thread_join (site->thread);
  g_main_loop_unref (site->loop);
  g_main_context_unref (site->context);
  g_clear_object (&site->certificate);
  g_free (site->url);
  g_free (site->authorization);
}

static LecternHttpReply *
ask (Site *site, const char *method, const char *path, gboolean at_once, GError **error)
{
  LecternHttpAccess access = { .user = "anna", .password = PASSWORD, .at_once = at_once };
  g_autoptr (LecternHttp) http = lectern_http_new (site->url, &access, error);
  g_assert_nonnull (http);
  g_autofree char *url = g_strconcat (site->url, path, NULL);
  LecternHttpReply *reply = lectern_http_send (http, method, url, NULL, NULL, NULL, NULL, error);
  if (error && *error)
    g_assert_null (strstr ((*error)->message, PASSWORD));
  return reply;
}

static void
test_sign_in (Site *site, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternHttpReply) basic = ask (site, "GET", "fine", TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (basic->status, ==, 200);
  g_assert_cmpstr (lectern_http_reply_header (basic, "content-type"), ==, "text/plain");
  g_assert_true (g_str_has_prefix (site->authorization, "Basic "));
  g_autoptr (LecternHttpReply) digest = ask (site, "GET", "digest/x", FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (digest->status, ==, 200);
  g_assert_true (g_str_has_prefix (site->authorization, "Digest "));
  g_assert_null (strstr (site->authorization, PASSWORD));
}

static void
test_busy (Site *site, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();
  g_autoptr (LecternHttpReply) busy = ask (site, "POST", "busy", TRUE, &error);
  g_assert_cmpuint (busy->status, ==, 200);
  g_assert_cmpint (site->asked, ==, 3);
  g_assert_cmpint (g_get_monotonic_time () - before, >=, 1000000); /* as it asked */
  site->asked = 0;
  g_autoptr (LecternHttpReply) down = ask (site, "PUT", "down", TRUE, &error);
  g_assert_cmpuint (down->status, ==, 503);
  g_assert_cmpint (site->asked, ==, impatient.tries);
  site->asked = 0;
  g_autoptr (LecternHttpReply) once = ask (site, "POST", "down", TRUE, &error);
  g_autoptr (LecternHttpReply) later = ask (site, "PUT", "later", TRUE, &error);
  g_assert_cmpuint (once->status + later->status, ==, 1006);
  g_assert_cmpint (site->asked, ==, 2);
}

static void
test_redirected (Site *site, gconstpointer data)
{
  g_autoptr (GError) away = NULL, round = NULL, written = NULL, error = NULL;
  g_assert_null (ask (site, "GET", "away", TRUE, &away));
  g_assert_error (away, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_REDIRECTED);
  g_assert_null (ask (site, "GET", "round", TRUE, &round));
  g_assert_error (round, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_REDIRECTED);
  g_assert_null (ask (site, "PUT", "near", TRUE, &written));
  g_assert_error (written, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_REDIRECTED);
  g_autoptr (LecternHttpReply) near = ask (site, "GET", "near", TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (near->moved);
}

static void
test_broken (Site *site, gconstpointer data)
{
  g_autoptr (GError) large = NULL, slow = NULL;
  g_assert_null (ask (site, "POST", "large", TRUE, &large));
  g_assert_error (large, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_LOST);
  g_assert_null (ask (site, "POST", "slow", TRUE, &slow));
  g_assert_error (slow, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_LOST);
}

static gpointer
ask_held (gpointer data)
{
  gpointer *both = data;
  Site *site = both[1];
  g_autofree char *url = g_strconcat (site->url, "held", NULL);
  g_autoptr (LecternHttpReply) reply
      = lectern_http_send (both[0], "GET", url, NULL, NULL, NULL, NULL, NULL);
  return GUINT_TO_POINTER (reply ? reply->status : 0);
}

static void
test_at_the_same_time (Site *site, gconstpointer data)
{
  LecternHttpAccess access = { 0 };
  GThread *threads[20];
  g_autoptr (LecternHttp) http = lectern_http_new (site->url, &access, NULL);
  gpointer both[] = { http, site };
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new (NULL, ask_held, both);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 200);
  g_assert_cmpint (site->most, <=, LECTERN_HTTP_CONNECTIONS);
  g_assert_cmpint (site->most, >, 1);
  g_assert_cmpuint (lectern_http_count (http), ==, 20);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (100000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

/* A connection ends under a request while others wait to be used again: what has no answer is asked
   again, and then all is as before. */
static void
test_cut (Site *site, gconstpointer data)
{
  LecternHttpAccess access = { 0 };
  GThread *threads[LECTERN_HTTP_CONNECTIONS];
  g_autoptr (LecternHttp) http = lectern_http_new (site->url, &access, NULL);
  gpointer both[] = { http, site };
  g_autofree char *url = g_strconcat (site->url, "cut", NULL);
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (GError) error = NULL;
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new (NULL, ask_held, both);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 200);
      site->asked = 0;
      site->cut = 1 + round % 2;
      g_autoptr (LecternHttpReply) reply = lectern_http_send (http, "GET", url, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (reply->status, ==, 200);
      g_assert_cmpint (site->asked, >, site->cut);
    }
}

static void
test_cancelled (Site *site, gconstpointer data)
{
  static const char *const paths[] = { "slow", "down" };
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      LecternHttpAccess access = { 0 };
      LecternHttpPatience patient = { 60, 60, 5, 20000, 60000, 1000 };
      lectern_http_set_patience (&patient);
      g_autoptr (LecternHttp) http = lectern_http_new (site->url, &access, NULL);
      g_autofree char *url = g_strconcat (site->url, paths[i], NULL);
      GThread *thread = g_thread_new (NULL, cancel_soon, cancellable);
      g_assert_null (lectern_http_send (http, "GET", url, NULL, NULL, NULL, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_thread_join (thread);
    }
}

/* Where nobody listens, and what is no address. */
static void
test_nobody (void)
{
  static const char *const wrong[] = { "ftp://example.org/", "http://example.org/", "nonsense",
                                       "https://anna:" PASSWORD "@example.org/", "https://" };
  LecternHttpAccess access = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternHttp) http = lectern_http_new ("http://127.0.0.1:1/", &access, &error);
  g_assert_null (lectern_http_send (http, "GET", "http://127.0.0.1:1/", NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_UNREACHABLE);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) own = NULL;
      g_assert_null (lectern_http_new (wrong[i], &access, &own));
      g_assert_error (own, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_INVALID);
      g_assert_null (strstr (own->message, PASSWORD));
    }
}

/* A certificate of our own making: refused with the reason, unless it was named. */
static void
test_trust (gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("lectern-tls-XXXXXX", NULL);
  g_autofree char *pem = g_build_filename (folder, "site.pem", NULL);
  const char *argv[] = { "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", pem,
                         "-out", "cert.pem", "-days", "2", "-subj", "/CN=site", "-addext",
                         data, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;
  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_test_skip ("GLib has no TLS here");
      return;
    }
  if (!g_spawn_sync (folder, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                     NULL, NULL, NULL, &status, NULL) || status != 0)
    {
      g_test_skip ("there is no openssl to make a certificate with");
      return;
    }
  g_autofree char *cert = g_build_filename (folder, "cert.pem", NULL);
  g_autofree char *authority = NULL;
  g_assert_true (g_file_get_contents (cert, &authority, NULL, NULL));
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_files (cert, pem, &error);
  g_assert_no_error (error);
  Site site = { 0 };
  set_up (&site, certificate);
  g_assert_null (ask (&site, "GET", "fine", TRUE, &error));
  gboolean named = strstr (data, "127.0.0.1") != NULL; /* else trusting its authority is no help */
  int expected = named ? LECTERN_HTTP_ERROR_UNKNOWN_AUTHORITY : LECTERN_HTTP_ERROR_UNTRUSTED;
  g_assert_error (error, LECTERN_HTTP_ERROR, expected);
  g_assert_cmpint (site.asked, ==, 0);
  g_clear_error (&error);

  LecternHttpAccess access = { .user = "anna", .password = PASSWORD, .authority = authority };
  g_autoptr (LecternHttp) http = lectern_http_new (site.url, &access, &error);
  g_autoptr (LecternHttpReply) reply
      = lectern_http_send (http, "GET", site.url, NULL, NULL, NULL, NULL, &error);
  g_assert_true (named == (reply != NULL));
  if (!named)
    g_assert_nonnull (strstr (error->message, "another name"));
  g_clear_pointer (&http, lectern_http_free);
  tear_down (&site, NULL);
  remove (cert);
  remove (pem);
  remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  static const struct { const char *name; void (*func) (Site *, gconstpointer); } tests[] = {
    { "/http/sign-in", test_sign_in },
    { "/http/busy", test_busy },
    { "/http/redirected", test_redirected },
    { "/http/broken", test_broken },
    { "/http/at-the-same-time", test_at_the_same_time },
    { "/http/cut", test_cut },
    { "/http/cancelled", test_cancelled },
  };
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Site, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/http/nobody", test_nobody);
  g_test_add_data_func ("/http/trust/named", "subjectAltName=IP:127.0.0.1", test_trust);
  g_test_add_data_func ("/http/trust/other-name", "subjectAltName=DNS:other.example", test_trust);
  return g_test_run ();
}
