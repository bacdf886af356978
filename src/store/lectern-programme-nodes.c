/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-programme-nodes.h"

#define DEEPEST 16 /* a tree may have been merged into a ring */

GPtrArray *
lectern_programme_nodes (LecternReader *reader, const LecternRecord *event)
{
  GPtrArray *nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_record_free);
  gint64 id = lectern_record_integer (event, LECTERN_EVENT_PROGRAMME_NODE);
  g_autoptr (LecternRecord) workspace = id == 0 ? lectern_reader_workspace (reader) : NULL;
  if (workspace)
    id = lectern_record_integer (workspace, LECTERN_WORKSPACE_PROGRAMME_NODE);
  while (id != 0 && nodes->len < DEEPEST)
    {
      LecternRecord *node = lectern_reader_get (reader, LECTERN_KIND_PROGRAMME_NODE, id);
      if (node == NULL || !node->alive)
        {
          lectern_record_free (node);
          break;
        }
      g_ptr_array_add (nodes, node);
      id = lectern_record_integer (node, LECTERN_PROGRAMME_NODE_PARENT);
    }
  return nodes;
}
