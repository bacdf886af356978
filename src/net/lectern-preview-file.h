/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A file of a folder by the path of an address, and never one outside of it.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @path: "a/b.html", decoded, without a leading slash; a folder means its index.html. NULL
   where there is no such plain file: hidden names, "..", links and devices are none.
   *redirect: the path names a folder without its closing slash. */
GBytes *lectern_preview_file_read (const char *folder, const char *path, gboolean *redirect);
/* The MIME type by the name, with the charset of text. */
const char *lectern_preview_file_type (const char *path);

G_END_DECLS
