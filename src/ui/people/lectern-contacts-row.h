/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the list of contacts: a heading, or two lines with the region at the end.
 */
#pragma once

#include "lectern-contacts-list.h"

G_BEGIN_DECLS

/* (transfer full); @list is not kept alive by it. */
GtkListItemFactory *lectern_contacts_row_factory_new (LecternContactsList *list);

G_END_DECLS
