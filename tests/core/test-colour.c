/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-colour.h"

static void
test_parse (void)
{
  LecternColour c = { 1, 2, 3 };
  g_assert_false (lectern_colour_parse (NULL, &c));
  g_assert_false (lectern_colour_parse ("", &c));
  g_assert_false (lectern_colour_parse ("#12345", &c));
  g_assert_false (lectern_colour_parse ("#1234567", &c));
  g_assert_false (lectern_colour_parse ("red", &c));
  g_assert_cmpuint (c.blue, ==, 3);
  g_assert_true (lectern_colour_parse ("#FFa01b", &c));
  g_assert_cmpuint (c.red, ==, 0xff);
  g_assert_cmpuint (c.green, ==, 0xa0);
  g_assert_cmpuint (c.blue, ==, 0x1b);
  g_assert_true (lectern_colour_parse ("#0f8", &c));
  g_assert_cmpuint (c.green, ==, 0xff);
  g_assert_cmpuint (c.blue, ==, 0x88);
}

static void
test_contrast (void)
{
  const LecternColour black = { 0, 0, 0 }, white = { 255, 255, 255 }, grey = { 0x76, 0x76, 0x76 };
  g_assert_cmpfloat_with_epsilon (lectern_colour_contrast (black, white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (lectern_colour_contrast (grey, white), 4.54, 0.01);
}

/* Whatever colour a programme brings, one can read what stands on it. */
static void
test_every_colour_can_be_read (void)
{
  const LecternColour ink[] = { { 0, 0, 0 }, { 255, 255, 255 } };
  const LecternColour ground[] = { { 255, 255, 255 }, { 0x1e, 0x1e, 0x1e } };
  for (guint r = 0; r <= 255; r += 17)
    for (guint g = 0; g <= 255; g += 17)
      for (guint b = 0; b <= 255; b += 17)
        for (int dark = 0; dark < 2; dark++)
          for (int high = 0; high < 2; high++)
            {
              LecternPalette p = lectern_palette_of ((LecternColour){ r, g, b }, dark, high);
              g_assert_cmpfloat (lectern_colour_contrast (p.edge, ground[dark]), >=, high ? 4.5 : 3.0);
              g_assert_cmpfloat (lectern_colour_contrast (ink[dark], p.tint), >=, 7.0);
              g_assert_cmpfloat (lectern_colour_contrast (p.label, p.tint), >=, high ? 7.0 : 4.5);
              g_assert_cmpfloat (lectern_colour_contrast (p.alarm, p.tint), >=, high ? 7.0 : 4.5);
            }
}

static void
test_numbered_differ (void)
{
  for (guint i = 0; i < 9; i++)
    {
      LecternColour a = lectern_colour_for_number (i), b = lectern_colour_for_number (i + 1);
      g_assert_true (a.red != b.red || a.green != b.green || a.blue != b.blue);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colour/parse", test_parse);
  g_test_add_func ("/colour/contrast", test_contrast);
  g_test_add_func ("/colour/every-colour-can-be-read", test_every_colour_can_be_read);
  g_test_add_func ("/colour/numbered-differ", test_numbered_differ);
  return g_test_run ();
}
