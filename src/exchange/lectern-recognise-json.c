/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-recognise-json.h"

static JsonNode *
member (JsonNode *of, const char *name)
{
  return of != NULL && JSON_NODE_HOLDS_OBJECT (of)
             ? json_object_get_member (json_node_get_object (of), name)
             : NULL;
}

static gboolean
is_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node);
}

static gboolean
is_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node);
}

static JsonNode *
first (JsonNode *of)
{
  return is_array (of) && json_array_get_length (json_node_get_array (of)) > 0
             ? json_array_get_element (json_node_get_array (of), 0)
             : NULL;
}

static gboolean
is_word (JsonNode *node, const char *word)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node)
         && json_node_get_value_type (node) == G_TYPE_STRING
         && g_ascii_strcasecmp (json_node_get_string (node), word) == 0;
}

/* RFC 7265: a component is ["vevent", [properties], [components]], a card ["vcard", [properties]].
 */
static LecternFormat
component (JsonNode *node)
{
  JsonNode *name = first (node);
  if (is_word (name, "vcard"))
    return LECTERN_FORMAT_JCARD;
  gboolean named = name != NULL && JSON_NODE_HOLDS_VALUE (name)
                   && json_node_get_value_type (name) == G_TYPE_STRING
                   && g_str_has_prefix (json_node_get_string (name), "v");
  return named && json_array_get_length (json_node_get_array (node)) == 3
                 && is_array (json_array_get_element (json_node_get_array (node), 1))
             ? LECTERN_FORMAT_JCAL
             : LECTERN_FORMAT_JSON;
}

static gboolean
is_pretalx (JsonNode *entry)
{
  return member (entry, "code") != NULL
         && (member (entry, "submission_type") != NULL || member (entry, "submissions") != NULL
             || member (entry, "speakers") != NULL || member (entry, "biography") != NULL);
}

LecternFormat
lectern_recognise_json (JsonNode *root)
{
  JsonNode *schedule = member (root, "schedule");
  JsonNode *conference = member (schedule, "conference");
  if (is_object (conference))
    return is_array (member (schedule, "events")) ? LECTERN_FORMAT_SCHEDULE_JSON_2
                                                  : LECTERN_FORMAT_SCHEDULE_JSON;
  if (component (root) != LECTERN_FORMAT_JSON)
    return component (root);
  if (component (first (root)) != LECTERN_FORMAT_JSON)
    return component (first (root));
  if (is_word (member (root, "_type"), "HTTPAPIResult"))
    return LECTERN_FORMAT_INDICO;
  if (is_pretalx (root) || is_pretalx (first (root))
      || is_pretalx (first (member (root, "results"))))
    return LECTERN_FORMAT_PRETALX;
  return LECTERN_FORMAT_JSON;
}
