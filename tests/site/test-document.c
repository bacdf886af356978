/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages and posts as bytes that can be compared.
 */
#include "lectern-document.h"

#include <string.h>

#define TEXT(text) ((char *) text)

static void
assert_text (GBytes *bytes, const char *text)
{
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  char *categories[] = { TEXT ("Zürich"), TEXT ("Events"), NULL };
  char *tags[] = { NULL };
  const LecternDocument post = { .kind = TEXT ("post"),
                                 .title = TEXT (" Venue:\n 10x10 \t\"Geleen\" "),
                                 .status = TEXT ("future"),
                                 .date = TEXT ("2026-06-01T09:00:00Z"),
                                 .categories = categories,
                                 .tags = tags,
                                 .body = TEXT ("<p>One</p>\r\n\n<p>kind: two</p>\n") };
  g_autoptr (GBytes) bytes = lectern_document_to_bytes (&post);
  assert_text (bytes, "kind: post\ntitle: Venue: 10x10 \"Geleen\"\nstatus: publish\n"
                      "date: 2026-06-01T09:00:00Z\ncategory: Events\ncategory: Zürich\ntag:\n\n"
                      "<p>One</p>\r\n\n<p>kind: two</p>\n");
  g_autoptr (LecternDocument) read = lectern_document_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->title, ==, "Venue: 10x10 \"Geleen\"");
  g_assert_cmpstr (read->categories[1], ==, "Zürich");
  g_assert_cmpuint (g_strv_length (read->categories), ==, 2);
  g_assert_cmpuint (g_strv_length (read->tags), ==, 0);
  g_assert_cmpstr (read->body, ==, post.body);
  g_autoptr (GBytes) again = lectern_document_to_bytes (read);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_page (void)
{
  g_autoptr (GError) error = NULL;
  const LecternDocument page = { .kind = TEXT ("page"), .title = TEXT (""),
                                 .status = TEXT ("draft"), .body = TEXT ("") };
  g_autoptr (GBytes) bytes = lectern_document_to_bytes (&page);
  assert_text (bytes, "kind: page\ntitle:\nstatus: draft\n\n");
  g_autoptr (LecternDocument) read = lectern_document_from_bytes (bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->title, ==, "");
  g_assert_null (read->date);
  g_assert_null (read->categories);
  g_assert_null (read->tags);
}

static void
test_none (void)
{
  static const char *const none[]
      = { "", "\n\n", "<!DOCTYPE html>\n<html>\n\n</html>", "kind: page\ntitle: A\n\nbody",
          "kind: file\ntitle: A\nstatus: publish\n\n", "kind: page\ntitle: A\nstatus: publish\n",
          "kind: page\ntitle: \xff\nstatus: publish\n\n" };
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_bytes_new_static (none[i], strlen (none[i]));
      g_assert_null (lectern_document_from_bytes (bytes, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/round-trip", test_round_trip);
  g_test_add_func ("/document/page", test_page);
  g_test_add_func ("/document/none", test_none);
  return g_test_run ();
}
