/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What only a source has is kept as JSON; in one order, so that a file that was written
 * anew with its members in another says the same.
 */
#include "lectern-import-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static JsonNode *
sorted (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *from = json_node_get_array (node), *to = json_array_new ();
      for (guint i = 0; i < json_array_get_length (from); i++)
        json_array_add_element (to, sorted (json_array_get_element (from, i)));
      JsonNode *array = json_node_alloc ();
      json_node_init_array (array, to);
      json_array_unref (to);
      return array;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return json_node_copy (node);
  JsonObject *from = json_node_get_object (node), *to = json_object_new ();
  g_autoptr (GList) names = g_list_sort (json_object_get_members (from), compare_names);
  for (GList *name = names; name != NULL; name = name->next)
    json_object_set_member (to, name->data, sorted (json_object_get_member (from, name->data)));
  JsonNode *object = json_node_alloc ();
  json_node_init_object (object, to);
  json_object_unref (to);
  return object;
}

char *
lectern_import_sort_extra (char *extra)
{
  if (extra == NULL || strchr (extra, ',') == NULL)
    return extra;
  g_autoptr (JsonNode) root = json_from_string (extra, NULL);
  if (root == NULL)
    return extra;
  g_autoptr (JsonNode) node = sorted (root);
  g_free (extra);
  return json_to_string (node, FALSE);
}
