/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-workspace.h"

G_BEGIN_DECLS

typedef struct _LecternSitePreview LecternSitePreview;

/* Shows a folder site in the browser of this machine, see lectern-preview.h. @port 0: a
   free one. Serves in the thread-default main context until it is freed. */
LecternSitePreview *
lectern_site_preview_new (LecternReader *reader, gint64 site, guint port, GError **error);
/* Of the folder, "http://127.0.0.1:45671/3f…/", with the secret that lets one in; borrowed until
   the preview is freed. */
const char *lectern_site_preview_get_address (LecternSitePreview *preview);
/* Stops to serve. NULL is fine. */
void lectern_site_preview_free (LecternSitePreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSitePreview, lectern_site_preview_free)

G_END_DECLS
