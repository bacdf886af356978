/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calls of site/ that wait for a disk or a network, each on a thread of its own;
 * the answer comes back to the thread that asked.
 */
#pragma once

#include "lectern-publish-people.h"
#include "lectern-publish.h"

G_BEGIN_DECLS

/* What looking or publishing found. */
typedef struct
{
  LecternPublishPlan *plan;
  GPtrArray *items;  /* of LecternPublishItem */
  GPtrArray *people; /* of LecternPublishPerson, who becomes public; of a look */
} LecternSiteAnswer;
LecternSiteAnswer *lectern_site_answer_ref (LecternSiteAnswer *answer);
/* The last one frees it, on whatever thread. */
void lectern_site_answer_unref (LecternSiteAnswer *answer);

typedef enum
{
  LECTERN_SITE_LOOK,    /* what would be done, by what the site lists */
  LECTERN_SITE_CHECK,   /* the same, reading all that stands there */
  LECTERN_SITE_PUBLISH,
  LECTERN_SITE_WITHDRAW, /* what is ours and unchanged goes, then the site itself */
} LecternSiteTask;

/* @progress may be NULL; it is called on this thread. */
void lectern_site_job_run_async (LecternWorkspace *workspace, gint64 site, gint64 event, LecternSiteTask what,
                                 LecternPublishProgress progress, gpointer progress_data, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) lectern_site_answer_unref(). NULL with @error where the site could not be
   reached. */
LecternSiteAnswer *lectern_site_job_run_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error);

/* What we left there, what stands there, what we would write. */
typedef struct
{
  char *item;
  GBytes *base, *theirs, *ours; /* each may be NULL */
  GPtrArray *takeables;         /* of LecternTakeable, of what waits; NULL: none */
  gboolean take_all;            /* nothing else was changed there */
} LecternSiteTexts;
/* With what it holds. */
void lectern_site_texts_free (LecternSiteTexts *texts);
/* Reads the texts of @item of @answer. @waits: that it does is remembered, and what of it can be
   taken into Lectern is found. */
void lectern_site_job_compare_async (LecternWorkspace *workspace, gint64 site, LecternSiteAnswer *answer,
                                     const char *item, gboolean waits, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) lectern_site_texts_free(). NULL with @error. */
LecternSiteTexts *lectern_site_job_compare_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error);

typedef enum
{
  LECTERN_SITE_KEEP_THEIRS,
  LECTERN_SITE_TAKE_OURS,
  LECTERN_SITE_TAKE_OVER, /* what of theirs is a field becomes an edit */
} LecternSiteChoice;

/* Forgets @site; its files stay there. On a thread of its own; @callback on this one, for
   lectern_site_job_finish(). */
void lectern_site_job_remove_async (LecternWorkspace *workspace, gint64 site, GAsyncReadyCallback callback,
                                    gpointer user_data);
/* Decides @item of @answer, which waits; the next publication does what was chosen. As above. */
void lectern_site_job_resolve_async (LecternWorkspace *workspace, gint64 site, LecternSiteAnswer *answer,
                                     const char *item, LecternSiteChoice choice,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* Keeps a password that was typed: in the secret service, or, where there is none, while the
   program runs. As above. */
void lectern_site_job_password_async (LecternWorkspace *workspace, const char *address, const char *user,
                                      const char *password, GAsyncReadyCallback callback, gpointer user_data);
/* Of these three: TRUE where it was done. */
gboolean lectern_site_job_finish (LecternWorkspace *workspace, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternSiteTexts, lectern_site_texts_free)

G_END_DECLS
