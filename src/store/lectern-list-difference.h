/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What has to be exchanged so that one order of ids becomes another.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One stretch where two orders differ: @removed at @position of the old one become
 * @added from @from of the new one. */
typedef struct
{
  guint position;
  guint removed;
  guint from;
  guint added;
} LecternListChange;

/* The stretches in ascending order of position, of LecternListChange. */
GArray *lectern_list_difference (GArray *before, GArray *after);

G_END_DECLS
