/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a web space answers when asked for the content of a folder (RFC 4918, 9.1): names,
   decoded, of files with their sizes (gint64, -1 where not said); of folders with -2. The
   folder itself is left out: @folder is its decoded path on the server. NULL where it is no
   such answer. Free with g_hash_table_unref(). */
GHashTable *lectern_dav_listing_parse (GBytes *body, const char *folder);
#define LECTERN_DAV_IS_FOLDER -2

G_END_DECLS
