/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How the pages look. What says so is no content: it decides what others see and is seen by
 * nobody, so it is read whoever the pages are for.
 */
#include "lectern-load.h"
#include "lectern-programme-nodes.h"

static GBytes *
image_of (const LecternRecord *record, guint field)
{
  const LecternValue *value = lectern_record_value (record, field);
  return value->type == LECTERN_VALUE_BYTES && value->length > 0 ? g_bytes_new (value->data, value->length) : NULL;
}

/* The nearest one upwards: a pilot may leave it to its initiative. */
static void
load_emblem (LecternLoad *load, LecternLook *look)
{
  g_autoptr (GPtrArray) nodes = lectern_programme_nodes (load->reader, load->event);
  for (guint i = 0; i < nodes->len && look->emblem == NULL; i++)
    {
      look->emblem = image_of (nodes->pdata[i], LECTERN_PROGRAMME_NODE_EMBLEM);
      if (look->emblem)
        look->emblem_text = lectern_load_text (load, nodes->pdata[i], LECTERN_PROGRAMME_NODE_EMBLEM_TEXT);
    }
}

void
lectern_load_look (LecternLoad *load)
{
  const LecternRecord *event = load->event;
  LecternLook *look = &load->details->look;
  look->template_name = g_strdup (lectern_record_text (event, LECTERN_EVENT_PAGE_TEMPLATE));
  look->accent = g_strdup (lectern_record_text (event, LECTERN_EVENT_PAGE_ACCENT));
  if (!lectern_record_is_empty (event, LECTERN_EVENT_PAGE_WITHOUT))
    {
      g_auto (GStrv) parts = lectern_value_get_texts (lectern_record_value (event, LECTERN_EVENT_PAGE_WITHOUT));
      for (guint i = 0; parts[i]; i++)
        look->without |= lectern_look_part (parts[i]);
    }
  look->logo = image_of (event, LECTERN_EVENT_LOGO_IMAGE);
  look->logo_text = lectern_load_text (load, event, LECTERN_EVENT_LOGO_TEXT);
  load_emblem (load, look);
}
