/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-role-typed.h"

#include "lectern-description.h"
#include "lectern-text.h"

#include <string.h>

#define SHORTEST_ROLE 2

/* The one role that begins with @text, as it is called on the screen; NULL where none or several do. */
static const char *
role_called (const char *text)
{
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_ROLE);
  g_autofree char *folded = lectern_text_fold (text);
  const char *found = NULL;
  g_strstrip (folded);
  if (g_utf8_strlen (folded, -1) < SHORTEST_ROLE)
    return NULL;
  for (const LecternChoice *choice = field->choices; choice->key != NULL; choice++)
    {
      g_autofree char *label = lectern_text_fold (lectern_field_choice_label (field, choice->key));
      if (!g_str_has_prefix (label, folded))
        continue;
      if (found != NULL)
        return NULL;
      found = choice->key;
    }
  return found;
}

/**
 * lectern_role_typed:
 * @text: "Anna Berg, chair"; a name may have a comma of its own, a role stands behind the last one
 * @name_length: (out): bytes of @text that are the name
 *
 * Returns: (nullable) (transfer none): the key of the role; NULL where none was typed
 */
const char *
lectern_role_typed (const char *text, gsize *name_length)
{
  const char *comma = strrchr (text, ',');
  const char *role = comma != NULL ? role_called (comma + 1) : NULL;
  *name_length = role != NULL ? (gsize) (comma - text) : strlen (text);
  return role;
}

gsize
lectern_role_typed_name_length (const char *text)
{
  gsize length;
  lectern_role_typed (text, &length);
  return length;
}
