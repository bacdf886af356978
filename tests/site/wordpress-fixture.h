/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place on a real WordPress, and short forms of what its tests say often.
 */
#pragma once

#include "lectern-document.h"
#include "lectern-place.h"
#include "rig.h"

G_BEGIN_DECLS

/* Of the user with that role, as it is after set-up. NULL with @error where that refuses it. */
LecternPlace *wordpress_place (const Rig *rig, const char *role, char **report, GError **error);
/* Through another address, after wordpress_place(). */
LecternPlace *wordpress_place_at (const char *url, const char *role);

/* "page" or "post", published; g_bytes_unref(). */
GBytes *wordpress_page (const char *kind, const char *title, const char *body);
/* Reads, and writes where nothing or something stands; fails the test where it cannot. The remark,
   or NULL. */
char *wordpress_put (LecternPlace *place, const char *path, GBytes *content);
LecternDocument *wordpress_get (LecternPlace *place, const char *path);

/* As somebody else: asks REST as @role, "POST wp/v2/pages/3 {json}"; the body of the answer. */
char *wordpress_ask (
    const Rig *rig, const char *role, const char *method, const char *route, const char *json);
/* What the public sees at @url. */
char *wordpress_see (const Rig *rig, const char *url);
/* How many pages, posts and files there are, in the trash too. */
guint wordpress_count (const Rig *rig, const char *type);
/* The number of the page or post that has @text. */
gint64 wordpress_id (const Rig *rig, const char *type, const char *text);

G_END_DECLS
