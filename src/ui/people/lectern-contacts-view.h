/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The partner network: organisations by the parts of the programme, their people,
 * and one page for each.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_CONTACTS_VIEW (lectern_contacts_view_get_type ())
G_DECLARE_FINAL_TYPE (LecternContactsView, lectern_contacts_view, LECTERN, CONTACTS_VIEW, LecternView)

/* (transfer floating) The screen "Contacts" of a window. */
GtkWidget *lectern_contacts_view_new (void);

G_END_DECLS
