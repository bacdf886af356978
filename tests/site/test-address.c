/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed as a website's address, and which one is meant.
 */
#include "lectern-site-address.h"

static void
test_complete (void)
{
  static const char *const cases[][2] = {
    { "example.org", "https://example.org" },
    { "  example.org/web/ ", "https://example.org/web/" },
    { "https://example.org/a", "https://example.org/a" },
    { "HTTPS://example.org/a", "https://example.org/a" },
    { "http://example.org/a", "http://example.org/a" }, /* refused later, with the reason */
    { "davs://cloud.example.org/dav", "https://cloud.example.org/dav" },
    { "dav://127.0.0.1:8080/", "http://127.0.0.1:8080/" },
    { "localhost/wordpress", "http://localhost/wordpress" },
    { "127.0.0.1:8080", "http://127.0.0.1:8080" },
    { "[::1]:8080/x", "http://[::1]:8080/x" },
    { "localhost.example.org", "https://localhost.example.org" },
    { "https://example.org/de/wp-admin/profile.php?x=1", "https://example.org/de/" },
    { "example.org/wp-login.php", "https://example.org/" },
    { "ftp://example.org", "ftp://example.org" },
    { "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *meant = lectern_site_complete_address (cases[i][0]);
      g_assert_cmpstr (meant, ==, cases[i][1]);
    }
  g_autofree char *none = lectern_site_complete_address (NULL);
  g_assert_cmpstr (none, ==, "");
}

static void
test_authorize (void)
{
  g_autofree char *with = lectern_site_authorize_address ("https://example.org/de/");
  g_autofree char *without = lectern_site_authorize_address ("https://example.org/de");
  g_assert_true (g_str_has_prefix (with, "https://example.org/de/wp-admin/authorize-application.php?app_name=Lectern%20%28"));
  g_assert_cmpstr (with, ==, without);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site-address/complete", test_complete);
  g_test_add_func ("/site-address/authorize", test_authorize);
  return g_test_run ();
}
