/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-country.h"

#include <json-glib/json-glib.h>
#include <libintl.h>

#define DOMAIN "iso_3166-1"

/* What people call it where that is said ("Moldova"), else the name of the standard. */
static void
take_country (JsonArray *array, guint index, JsonNode *node, gpointer names)
{
  JsonObject *country = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *code = country ? json_object_get_string_member_with_default (country, "alpha_2", NULL) : NULL;
  const char *name = country ? json_object_get_string_member_with_default (country, "name", NULL) : NULL;
  if (code != NULL && name != NULL)
    g_hash_table_insert (names, g_strdup (code),
                         g_strdup (json_object_get_string_member_with_default (country, "common_name", name)));
}

/* The table where the system has it, and its translations beside it. */
static gboolean
read_table (const char *folder, GHashTable *names)
{
  g_autofree char *path = g_build_filename (folder, "iso-codes", "json", DOMAIN ".json", NULL);
  g_autofree char *locale = g_build_filename (folder, "locale", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  if (!json_parser_load_from_mapped_file (parser, path, NULL)
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;
  JsonObject *root = json_node_get_object (json_parser_get_root (parser));
  JsonNode *countries = json_object_get_member (root, "3166-1");
  if (countries == NULL || !JSON_NODE_HOLDS_ARRAY (countries))
    return FALSE;
  json_array_foreach_element (json_node_get_array (countries), take_country, names);
  bindtextdomain (DOMAIN, locale);
  bind_textdomain_codeset (DOMAIN, "UTF-8");
  return TRUE;
}

/* Code to English name; read when first asked for, kept until the end. Main thread only. */
static GHashTable *
table (void)
{
  static GHashTable *names;
  const char *const *folders = g_get_system_data_dirs ();
  if (names != NULL)
    return names;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; folders[i] != NULL; i++)
    if (read_table (folders[i], names))
      break;
  return names;
}

const char *
lectern_country_name (const char *code)
{
  const char *name = code ? g_hash_table_lookup (table (), code) : NULL;
  return name != NULL ? dgettext (DOMAIN, name) : code;
}

const char *
lectern_country_code (const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  GHashTableIter iter;
  gpointer code, english;
  g_hash_table_iter_init (&iter, table ());
  while (g_hash_table_iter_next (&iter, &code, &english))
    {
      g_autofree char *one = g_utf8_casefold (english, -1);
      g_autofree char *other = g_utf8_casefold (dgettext (DOMAIN, english), -1);
      if (g_str_equal (one, wanted) || g_str_equal (other, wanted))
        return code;
    }
  return NULL;
}
