/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody and their role in a session, typed in one: "Anna Berg, chair".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *lectern_role_typed (const char *text, gsize *name_length);
/* Bytes of @text that are the name, for lectern_completion_entry_set_name_length(). */
gsize lectern_role_typed_name_length (const char *text);

G_END_DECLS
