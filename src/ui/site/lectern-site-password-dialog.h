/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asking for the password of a website where no keyring has it.
 */
#pragma once

#include "lectern-site.h"
#include <adwaita.h>

G_BEGIN_DECLS

typedef void (*LecternSitePasswordGiven) (gpointer data);
/* @given is called once the password can be used; not where the person cancels. @owner: stands in a window. */
void lectern_site_password_dialog_present (GtkWidget *owner, LecternWorkspace *workspace, const LecternSite *site,
                                           LecternSitePasswordGiven given);

G_END_DECLS
