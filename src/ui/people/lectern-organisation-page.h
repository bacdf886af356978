/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page for everything about an organisation: people, roles in the programme,
 * events, action plan, address, links, history. No form, no Save.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_ORGANISATION_PAGE (lectern_organisation_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternOrganisationPage, lectern_organisation_page, LECTERN, ORGANISATION_PAGE, AdwBin)

GtkWidget *lectern_organisation_page_new (LecternView *view);
void lectern_organisation_page_set (LecternOrganisationPage *self, gint64 id);
void lectern_organisation_page_refresh (LecternOrganisationPage *self);
void lectern_organisation_page_edit_name (LecternOrganisationPage *self);

G_END_DECLS
