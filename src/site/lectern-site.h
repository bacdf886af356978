/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sites of a workspace: where things are published.
 */
#pragma once

#include "lectern-place.h"
#include "lectern-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *name;
  char *type;       /* key of site_type */
  char *address;    /* of a folder its path */
  char *public_url; /* NULL: not known */
  char *user;       /* NULL: nobody signs in */
  char *options;    /* see LecternPlaceAddress */
} LecternSite;
/* NULL is fine. */
void lectern_site_free (LecternSite *site);

/* The options of a site that trusts the certificates of the authority in @file too. NULL with
   @error where it is none. g_free(). */
char *lectern_site_options_trusting (const char *file, GError **error);

/* What trying a site found. */
typedef struct
{
  char *report;  /* in words: what it can do */
  char *options; /* (nullable): what it is to be kept with, see LecternPlaceAddress */
} LecternSiteTrial;
/* NULL is fine. */
void lectern_site_trial_free (LecternSiteTrial *trial);
/* Tries it and keeps nothing of it. NULL with @error. Blocks. */
LecternSiteTrial *lectern_site_try (LecternWorkspace *workspace,
                                    const char *name,
                                    const LecternPlaceAddress *address,
                                    GCancellable *cancellable,
                                    GError **error);
/* Remembers what was tried, but not the password: see lectern-site-password.h. The record's id,
   or 0 with @error. Blocks. */
gint64 lectern_site_keep (LecternWorkspace *workspace,
                          const char *name,
                          const LecternPlaceAddress *address,
                          const LecternSiteTrial *trial,
                          GError **error);
/* lectern_site_try() and lectern_site_keep(). *report: (out) (optional): what trying found, in
   words; g_free(). The record's id, or 0 with @error. Blocks. */
gint64 lectern_site_add (LecternWorkspace *workspace,
                         const char *name,
                         const LecternPlaceAddress *address,
                         char **report,
                         GCancellable *cancellable,
                         GError **error);
/* Makes the folder where it is missing, tries it, and remembers it. The record's id, or 0
   with @error. @public_url: (nullable): where the public finds the folder. Blocks. */
gint64 lectern_site_add_folder (LecternWorkspace *workspace,
                                const char *name,
                                const char *path,
                                const char *public_url,
                                GError **error);
/* Of LecternSite, in their order; free with g_ptr_array_unref(). */
GPtrArray *lectern_site_list (LecternReader *reader);
/* By name; NULL: the only one. NULL with LECTERN_SITE_ERROR_NOT_FOUND and a sentence. */
LecternSite *lectern_site_find (LecternReader *reader, const char *name, GError **error);
/* Forgets the site and what was published there; the files stay. Blocks. */
gboolean lectern_site_remove (LecternWorkspace *workspace, gint64 site, GError **error);
/* Tries it, and says in words what it can do, and what of ours changed or vanished there;
   NULL with @error where it cannot. Reads all that was published. g_free(). Blocks. */
char *lectern_site_check (LecternReader *reader, gint64 site, GError **error);
/* (transfer full) The place of a site. */
LecternPlace *lectern_site_place (LecternReader *reader, gint64 site, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSite, lectern_site_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSiteTrial, lectern_site_trial_free)

G_END_DECLS
