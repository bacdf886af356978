/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The preview server over real HTTP on loopback: what it shows, and all that it does not.
 */
#include "lectern-preview.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *root;   /* holds a secret file beside the folder */
  char *folder;
  LecternPreview *preview;
  guint port;
  char *secret;
} Fixture;

static void
put (const char *folder, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename (folder, path, NULL);
  g_autofree char *dir = g_path_get_dirname (full);
  g_assert_cmpint (g_mkdir_with_parents (dir, 0700), ==, 0);
  g_assert_true (g_file_set_contents (full, text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->root = g_dir_make_tmp ("lectern-preview-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->root, "site", NULL);
  put (fixture->root, "outside.html", "SECRET");
  put (fixture->folder, "index.html", "<p>start</p>");
  put (fixture->folder, "a/index.html", "<p>a</p>");
  put (fixture->folder, "a/agenda.ics", "BEGIN:VCALENDAR");
  put (fixture->folder, "a/schedule.json", "{}");
  put (fixture->folder, ".hidden", "SECRET");
  put (fixture->folder, "a/.index.html.lectern-part", "SECRET");
  g_autofree char *link = g_build_filename (fixture->folder, "link.html", NULL);
  g_autofree char *outside = g_build_filename (fixture->root, "outside.html", NULL);
  g_autofree char *link_folder = g_build_filename (fixture->folder, "up", NULL);
  g_assert_cmpint (symlink (outside, link), ==, 0);
  g_assert_cmpint (symlink (fixture->root, link_folder), ==, 0);
  fixture->preview = lectern_preview_new (fixture->folder, 0, &error);
  g_assert_no_error (error);
  g_autoptr (GUri) uri
      = g_uri_parse (lectern_preview_get_address (fixture->preview), G_URI_FLAGS_NONE, NULL);
  fixture->port = g_uri_get_port (uri);
  fixture->secret = g_strdup (g_uri_get_path (uri) + 1);
  fixture->secret[strlen (fixture->secret) - 1] = '\0';
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir
      = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  for (const char *name = dir ? g_dir_read_name (dir) : NULL; name; name = g_dir_read_name (dir))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      remove_all (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lectern_preview_free (fixture->preview);
  remove_all (fixture->root);
  g_free (fixture->root);
  g_free (fixture->folder);
  g_free (fixture->secret);
}

typedef struct
{
  GIOStream *stream;
  GString *answer;
  char buffer[4096];
  gboolean done;
} Exchange;

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  Exchange *exchange = data;
  gssize got = g_input_stream_read_finish (G_INPUT_STREAM (source), result, NULL);
  if (got <= 0)
    {
      exchange->done = TRUE;
      return;
    }
  g_string_append_len (exchange->answer, exchange->buffer, got);
  g_input_stream_read_async (G_INPUT_STREAM (source), exchange->buffer, sizeof exchange->buffer, 0,
                             NULL, on_read, data);
}

/* The bytes of a request as they stand, so that no client tidies them. The whole answer. */
static char *
ask_raw (Fixture *fixture, const char *request)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocketConnection) connection
      = g_socket_client_connect_to_host (client, "127.0.0.1", fixture->port, NULL, &error);
  g_assert_no_error (error);
  Exchange exchange = { G_IO_STREAM (connection), g_string_new (NULL), "", FALSE };
  g_output_stream_write_all (g_io_stream_get_output_stream (exchange.stream), request,
                             strlen (request), NULL, NULL, &error);
  g_assert_no_error (error);
  g_input_stream_read_async (g_io_stream_get_input_stream (exchange.stream), exchange.buffer,
                             sizeof exchange.buffer, 0, NULL, on_read, &exchange);
  while (!exchange.done)
    g_main_context_iteration (NULL, TRUE);
  return g_string_free (exchange.answer, FALSE);
}

static char *
ask (Fixture *fixture, const char *method, const char *path, const char *host)
{
  g_autofree char *own = g_strdup_printf ("127.0.0.1:%u", fixture->port);
  g_autofree char *request = g_strdup_printf (
      "%s /%s%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", method,
      fixture->secret, path, host ? host : own);
  return ask_raw (fixture, request);
}

static guint
status_of (const char *answer)
{
  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 "));
  return g_ascii_strtoull (answer + 9, NULL, 10);
}

static void
assert_status (
    Fixture *fixture, const char *method, const char *path, const char *host, guint status)
{
  g_autofree char *answer = ask (fixture, method, path, host);
  if (status_of (answer) != status)
    g_error ("%s %s: %s", method, path, answer);
  g_assert_null (strstr (answer, "SECRET"));
}

static void
test_shows (Fixture *fixture, gconstpointer data)
{
  g_autofree char *start = ask (fixture, "GET", "/", NULL);
  g_autofree char *inner = ask (fixture, "GET", "/a/", NULL);
  g_autofree char *calendar = ask (fixture, "GET", "/a/agenda.ics", NULL);
  g_autofree char *json = ask (fixture, "GET", "/a/schedule.json", NULL);
  g_autofree char *head = ask (fixture, "HEAD", "/", NULL);
  g_autofree char *folder = ask (fixture, "GET", "/a", NULL);
  g_assert_cmpuint (status_of (start), ==, 200);
  g_assert_nonnull (strstr (start, "<p>start</p>"));
  g_assert_nonnull (strstr (start, "Content-Type: text/html; charset=utf-8"));
  g_assert_nonnull (strstr (start, "X-Content-Type-Options: nosniff"));
  g_assert_nonnull (strstr (start, "Cache-Control: no-store"));
  g_assert_nonnull (strstr (inner, "<p>a</p>"));
  g_assert_nonnull (strstr (calendar, "Content-Type: text/calendar"));
  g_assert_nonnull (strstr (json, "Content-Type: application/json"));
  g_assert_cmpuint (status_of (head), ==, 200);
  g_assert_null (strstr (head, "<p>start</p>"));
  g_assert_cmpuint (status_of (folder), ==, 302);
  g_autofree char *location
      = g_strdup_printf ("Location: %sa/", lectern_preview_get_address (fixture->preview));
  g_assert_nonnull (strstr (folder, location));
}

static void
test_localhost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *host = g_strdup_printf ("localhost:%u", fixture->port);
  assert_status (fixture, "GET", "/", host, 200);
}

static void
test_other_host (Fixture *fixture, gconstpointer data)
{
  g_autofree char *rebound = g_strdup_printf ("evil.example:%u", fixture->port);
  g_autofree char *wrong_port = g_strdup_printf ("127.0.0.1:%u", fixture->port + 1);
  assert_status (fixture, "GET", "/", rebound, 421);
  assert_status (fixture, "GET", "/", "127.0.0.1", 421);
  assert_status (fixture, "GET", "/", wrong_port, 421);
  g_autofree char *request = g_strdup_printf ("GET /%s/ HTTP/1.0\r\n\r\n", fixture->secret);
  g_autofree char *without = ask_raw (fixture, request);
  g_assert_null (strstr (without, "<p>start</p>"));
}

static void
test_wrong_secret (Fixture *fixture, gconstpointer data)
{
  g_autofree char *real = g_strdup (fixture->secret);
  static const char *const tried[] = { "", "0", "00000000000000000000000000000000", "index.html" };
  for (guint i = 0; i < G_N_ELEMENTS (tried); i++)
    {
      g_free (fixture->secret);
      fixture->secret = g_strdup (tried[i]);
      assert_status (fixture, "GET", "/", NULL, 404);
    }
  g_free (fixture->secret);
  fixture->secret = g_strdup (real);
  fixture->secret[31] = fixture->secret[31] == 'a' ? 'b' : 'a';
  assert_status (fixture, "GET", "/", NULL, 404);
  g_free (fixture->secret);
  fixture->secret = g_strdup_printf ("%sx", real);
  assert_status (fixture, "GET", "/", NULL, 404);
  g_assert_cmpuint (strlen (real), ==, 32);
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  static const char *const tried[] = {
    "/../outside.html",
    "/a/../../outside.html",
    "/%2e%2e/outside.html",
    "/..%2foutside.html",
    "/a/..%2f..%2foutside.html",
    "/%2e%2e%2foutside.html",
    "//outside.html",
    "/link.html",
    "/up/outside.html",
    "/up/",
    "/.hidden",
    "/a/.index.html.lectern-part",
    "/..",
    "/a//index.html",
    "/a/agenda.ics/",
    "/..\\outside.html",
    "/index.html%00.png",
    "/a/agenda.ics%00",
  };
  for (guint i = 0; i < G_N_ELEMENTS (tried); i++)
    {
      g_autofree char *answer = ask (fixture, "GET", tried[i], NULL);
      g_assert_null (strstr (answer, "SECRET"));
      if (status_of (answer) != 404 && status_of (answer) != 400)
        g_error ("%s: %s", tried[i], answer);
    }
}

static void
test_only_reads (Fixture *fixture, gconstpointer data)
{
  static const char *const methods[]
      = { "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "MKCOL", "PROPFIND", "MOVE" };
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    assert_status (fixture, methods[i], "/index.html", NULL, 405);
  assert_status (fixture, "GET", "/index.html", NULL, 200);
}

/* Only this machine: the socket is bound to 127.0.0.1 and nothing else. */
static void
test_bound (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = NULL;
  g_autofree char *here = g_strdup_printf (" 0100007F:%04X 00000000:0000 0A", fixture->port);
  g_autofree char *anywhere = g_strdup_printf (" 00000000:%04X 00000000:0000 0A", fixture->port);
  if (!g_file_get_contents ("/proc/net/tcp", &table, NULL, NULL))
    {
      g_test_skip ("there is no /proc/net/tcp");
      return;
    }
  g_assert_nonnull (strstr (table, here));
  g_assert_null (strstr (table, anywhere));
}

static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (lectern_preview_new ("/nonexistent/folder", 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/preview/shows", Fixture, NULL, set_up, test_shows, tear_down);
  g_test_add ("/preview/localhost", Fixture, NULL, set_up, test_localhost, tear_down);
  g_test_add ("/preview/other-host", Fixture, NULL, set_up, test_other_host, tear_down);
  g_test_add ("/preview/wrong-secret", Fixture, NULL, set_up, test_wrong_secret, tear_down);
  g_test_add ("/preview/escape", Fixture, NULL, set_up, test_escape, tear_down);
  g_test_add ("/preview/only-reads", Fixture, NULL, set_up, test_only_reads, tear_down);
  g_test_add ("/preview/bound", Fixture, NULL, set_up, test_bound, tear_down);
  g_test_add_func ("/preview/no-folder", test_no_folder);
  return g_test_run ();
}
