/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a folder in the browser of this machine only. Drafts are private: the server
 * listens on 127.0.0.1, answers only who knows the secret of its address and asks by
 * that name (a foreign page cannot reach it through a name of its own), and only reads.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LecternPreview LecternPreview;

/* @port 0: a free one. Serves in the thread-default main context of the caller until
   lectern_preview_free(). */
LecternPreview *lectern_preview_new (const char *folder, guint port, GError **error);
/* "http://127.0.0.1:45671/3f…/" */
const char *lectern_preview_get_address (LecternPreview *preview);
/* Stops to serve. NULL is fine. */
void lectern_preview_free (LecternPreview *preview);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPreview, lectern_preview_free)

G_END_DECLS
