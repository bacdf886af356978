/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place that published files stand in, whatever it is: the few verbs that the
 * protocol of publishing needs. Paths are relative, "conference/index.html". All calls
 * block; any thread, one at a time.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LecternPlace LecternPlace;

typedef struct
{
  /* Whether it can be reached and written; a sentence in @error where not. */
  gboolean (*check) (LecternPlace *place, GCancellable *cancellable, GError **error);
  /* Files below @folder ("" is the whole place), of char *: their paths. Hints only. */
  GPtrArray *(*list) (LecternPlace *place,
                      const char *folder,
                      GCancellable *cancellable,
                      GError **error);
  /* The raw content; NULL without an error where there is no such file. */
  GBytes *(*read) (LecternPlace *place,
                   const char *path,
                   GCancellable *cancellable,
                   GError **error);
  /* The whole file or nothing: who reads meanwhile sees the old or the new one. */
  gboolean (*write) (LecternPlace *place,
                     const char *path,
                     GBytes *content,
                     GCancellable *cancellable,
                     GError **error);
  gboolean (*remove) (LecternPlace *place,
                      const char *path,
                      GCancellable *cancellable,
                      GError **error);
  /* Removes what a write that was killed left beside @path. */
  void (*tidy) (LecternPlace *place, const char *path);
  /* Where people find it. */
  char *(*dup_url) (LecternPlace *place, const char *path);
  void (*free) (LecternPlace *place);
} LecternPlaceVerbs;

struct _LecternPlace
{
  const LecternPlaceVerbs *verbs;
};

/* @type: key of site_type. NULL with @error for one that this version cannot write to.
   @public_url: (nullable): where the place is seen by the public. */
LecternPlace *
lectern_place_new (const char *type, const char *address, const char *public_url, GError **error);
void lectern_place_free (LecternPlace *place);
gboolean lectern_place_check (LecternPlace *place, GCancellable *cancellable, GError **error);
GPtrArray *lectern_place_list (LecternPlace *place,
                               const char *folder,
                               GCancellable *cancellable,
                               GError **error);
GBytes *lectern_place_read (LecternPlace *place,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);
gboolean lectern_place_write (LecternPlace *place,
                              const char *path,
                              GBytes *content,
                              GCancellable *cancellable,
                              GError **error);
gboolean lectern_place_remove (LecternPlace *place,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error);
void lectern_place_tidy (LecternPlace *place, const char *path);
char *lectern_place_dup_url (LecternPlace *place, const char *path);

/* The kinds. */
LecternPlace *lectern_place_folder_new (const char *folder, const char *public_url);

#define LECTERN_SITE_ERROR (lectern_site_error_quark ())
GQuark lectern_site_error_quark (void);
typedef enum
{
  LECTERN_SITE_ERROR_UNREACHABLE, /* not there now: try again later */
  LECTERN_SITE_ERROR_NOT_FOUND,   /* no such site or item in the workspace */
  LECTERN_SITE_ERROR_INVALID,     /* what was given cannot be a site */
  LECTERN_SITE_ERROR_BUSY,        /* another run of this workspace is publishing */
} LecternSiteError;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPlace, lectern_place_free)

G_END_DECLS
