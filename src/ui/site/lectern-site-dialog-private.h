/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the dialog share: lectern-site-dialog.c (trying and keeping) and
 * lectern-site-dialog-form.c (what is typed).
 */
#pragma once

#include "lectern-site-dialog.h"
#include "lectern-site-draft.h"
#include "lectern-site-field.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_SITE_WORDPRESS,
  LECTERN_SITE_WEBDAV,
  LECTERN_SITE_FOLDER,
  LECTERN_N_SITE_TYPES,
} LecternSiteType;

struct _LecternSiteDialog
{
  AdwWindow parent_instance;

  LecternView *view;         /* owned */
  LecternSiteTrial *trial;   /* owned: of what the fields say now; NULL: not tried yet */
  LecternSiteDraft *draft;   /* owned: what was tried */
  GCancellable *cancellable; /* owned: of the trial that is on; NULL */
  char *authority;           /* owned: a file; NULL */

  GtkCheckButton *types[LECTERN_N_SITE_TYPES];
  GtkWidget *form; /* all that is typed in */
  AdwPreferencesGroup *sign_in;
  LecternSiteField address, folder, public_url, user, password, certificate, name;
  GtkWidget *browser; /* the row that leads to the page where a password is made */

  GtkButton *accept, *cancel;
  GtkWidget *progress, *report; /* boxes at the foot */
  GtkSpinner *spinner;
  GtkLabel *progress_words, *report_words;
};

/* lectern-site-dialog-form.c */
/* All that is typed in, (transfer floating); fills the fields of @self. WordPress is chosen at
   first. */
GtkWidget *lectern_site_dialog_form_new (LecternSiteDialog *self);
/* Which kind of place is chosen. */
LecternSiteType lectern_site_dialog_type (LecternSiteDialog *self);
/* What the fields say now, (transfer full): lectern_site_draft_unref(). Addresses are completed,
   and a name that was left empty is made of the address and typed in. */
LecternSiteDraft *lectern_site_dialog_draft (LecternSiteDialog *self);
/* Says what went wrong at the field it concerns, and puts the cursor there. */
void lectern_site_dialog_say (LecternSiteDialog *self, const GError *error);
/* Takes away the sentences below all fields. */
void lectern_site_dialog_say_nothing (LecternSiteDialog *self);
/* "new-site.choose-folder", "new-site.choose-certificate" and "new-site.open-browser"; from
   class_init. */
void lectern_site_dialog_install_form_actions (GtkWidgetClass *widget_class);

/* lectern-site-dialog.c */
/* Something was typed: what was tried is not what stands there any more. */
void lectern_site_dialog_typed (LecternSiteDialog *self);

G_END_DECLS
