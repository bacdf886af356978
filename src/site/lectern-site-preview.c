/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-preview.h"

#include "lectern-place.h"
#include "lectern-preview.h"

#include <glib/gi18n-lib.h>

struct _LecternSitePreview
{
  LecternPreview *server;
};

LecternSitePreview *
lectern_site_preview_new (LecternReader *reader, gint64 site, guint port, GError **error)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_SITE, site);
  if (record == NULL || !record->alive
      || g_strcmp0 (lectern_record_text (record, LECTERN_SITE_TYPE), "folder") != 0)
    {
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND,
                   _("There is no folder to preview."));
      return NULL;
    }
  LecternPreview *server
      = lectern_preview_new (lectern_record_text (record, LECTERN_SITE_ADDRESS), port, error);
  if (server == NULL)
    return NULL;
  LecternSitePreview *preview = g_new0 (LecternSitePreview, 1);
  preview->server = server;
  return preview;
}

const char *
lectern_site_preview_get_address (LecternSitePreview *preview)
{
  return lectern_preview_get_address (preview->server);
}

void
lectern_site_preview_free (LecternSitePreview *preview)
{
  if (preview == NULL)
    return;
  lectern_preview_free (preview->server);
  g_free (preview);
}
