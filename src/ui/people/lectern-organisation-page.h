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

/* (transfer floating) Of none until lectern_organisation_page_set(); @view is not kept alive. */
GtkWidget *lectern_organisation_page_new (LecternView *view);
/* @id 0: none. Fields that are being typed in are stored first. */
void lectern_organisation_page_set (LecternOrganisationPage *self, gint64 id);
/* Head and lists by what is stored now; the fields follow by themselves. */
void lectern_organisation_page_refresh (LecternOrganisationPage *self);
/* Puts the keyboard into the name. */
void lectern_organisation_page_edit_name (LecternOrganisationPage *self);

G_END_DECLS
