/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a reader sees of HTML.
 */
#include "lectern-html-text.h"

static void
test_text (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "plain 9.30, no markup", "plain 9.30, no markup" },
    { "<p>One\n  two</p><p>three</p>", "One two\nthree\n" },
    { "<html><head><title>no</title><style>a{}</style></head><body><h1>Yes</h1><script>no</script></body></html>", "Yes\n" },
    { "<ul><li>a</li><li>b <b>c</b></li></ul>", "a\nb c\n" },
    { "<table><tr><td>9.30</td><td>Welcome</td></tr><tr><th>10.00</th><td>Coffee</td></tr></table>",
      "9.30 Welcome\n10.00 Coffee\n" },
    { "<p>Saal Å &amp; B</p>", "Saal Å & B\n" },
    { "<!-- hidden --><p>a<br>b</p>", "a\nb\n" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = lectern_html_to_text (cases[i][0]);
      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-text/text", test_text);
  return g_test_run ();
}
