/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-identity.h"

static void
test_base (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (int i = 0; i < 10000; i++)
    {
      gint64 *base = g_new (gint64, 1);
      *base = lectern_id_base ();
      g_assert_cmpint (*base, >, 0);
      g_assert_cmpint (*base, <=, G_MAXINT64 - (G_GINT64_CONSTANT (1) << 32));
      g_assert_true (g_hash_table_add (seen, base));
    }
}

static void
test_link (void)
{
  gint64 id = lectern_id_of_link (23, "17/42/speaker");
  /* Stored in every workspace: must never come out differently. */
  g_assert_cmpint (id, ==, G_GINT64_CONSTANT (5553042922793356853));
  g_assert_cmpint (id, ==, lectern_id_of_link (23, "17/42/speaker"));
  g_assert_cmpint (id, !=, lectern_id_of_link (24, "17/42/speaker"));
  g_assert_cmpint (id, !=, lectern_id_of_link (23, "17/42/chair"));
  g_assert_cmpint (lectern_id_of_link (2, "3/x"), !=, lectern_id_of_link (23, "/x"));
}

static void
test_uuid5 (void)
{
  /* RFC 9562, appendix A.4: the DNS namespace and www.example.com. */
  g_autofree char *uuid = lectern_uuid5 ("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com");
  g_assert_cmpstr (uuid, ==, "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  g_assert_true (lectern_uuid_is_valid (uuid));
  g_assert_null (lectern_uuid5 ("not-a-uuid", "x"));
  g_assert_null (lectern_uuid5 (NULL, "x"));
  g_assert_false (lectern_uuid_is_valid (NULL));
  g_assert_false (lectern_uuid_is_valid ("2ed6657d"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/identity/base", test_base);
  g_test_add_func ("/identity/link", test_link);
  g_test_add_func ("/identity/uuid5", test_uuid5);
  return g_test_run ();
}
