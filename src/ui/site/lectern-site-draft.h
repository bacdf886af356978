/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A website that somebody is about to add: what was typed, and trying and keeping it on a
 * thread of its own. The password goes to the secret service, never to the workspace.
 */
#pragma once

#include "lectern-site.h"

G_BEGIN_DECLS

typedef struct
{
  char *type; /* key of site_type */
  char *name;
  char *address;    /* completed; of a folder its path */
  char *public_url; /* NULL: not known */
  char *user;       /* NULL: nobody signs in */
  char *password;
  char *authority; /* file of a certificate; NULL */
} LecternSiteDraft;
/* (transfer full) Atomic: a thread that tries it holds one. */
LecternSiteDraft *lectern_site_draft_ref (LecternSiteDraft *draft);
/* The last one frees it. */
void lectern_site_draft_unref (LecternSiteDraft *draft);
/* (transfer full) All fields are NULL; whoever made it fills them with g_strdup()ed text before
   it is shared. */
LecternSiteDraft *lectern_site_draft_new (void);

/* Tries it; nothing is kept. */
void lectern_site_draft_try_async (LecternSiteDraft *draft, LecternWorkspace *workspace,
                                   GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data);
/* (transfer full) NULL with @error where it could not be used. */
LecternSiteTrial *lectern_site_draft_try_finish (LecternWorkspace *workspace, GAsyncResult *result,
                                                 GError **error);

/* Keeps what was tried; takes @trial. The site goes to the workspace, the password to the secret
   service, on a thread of its own; @callback on this one. */
void lectern_site_draft_keep_async (LecternSiteDraft *draft, LecternSiteTrial *trial,
                                    LecternWorkspace *workspace, GAsyncReadyCallback callback,
                                    gpointer user_data);
/* The site's id; 0 with @error. *password_kept (out): FALSE where it will be asked for again. */
gint64 lectern_site_draft_keep_finish (LecternWorkspace *workspace, GAsyncResult *result,
                                       gboolean *password_kept, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSiteDraft, lectern_site_draft_unref)

G_END_DECLS
