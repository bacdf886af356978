/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A base for the ids of one edit: random, 63 bits, with room to count up. */
gint64 lectern_id_base (void);
/* The id of a link row: a hash of what it links, equal on every device. Never 0. */
gint64 lectern_id_of_link (guint kind, const char *identity);
/* RFC 9562 §5.5: UUID version 5 of a name within a namespace UUID. NULL: bad namespace. */
char *lectern_uuid5 (const char *namespace_uuid, const char *name);
/* The text form of RFC 9562, section 4, small or capital letters, any version; NULL is none. */
gboolean lectern_uuid_is_valid (const char *text);

G_END_DECLS
