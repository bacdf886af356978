/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A place that published files stand in, whatever it is: the few verbs that the
 * protocol of publishing needs. Paths are relative, "conference/index.html". All calls
 * block; any thread. Of a place that can be asked for several things at once, reading and
 * writing of different paths may overlap.
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
  /* (nullable) What stands in a folder, by one request: names to sizes (gint64, -1 not known,
     -2 a folder); hints, by which unchanged files need no request of their own. */
  GHashTable *(*hints) (LecternPlace *place,
                        const char *folder,
                        GCancellable *cancellable,
                        GError **error);
  /* (nullable) Whether what was read at @path is the file itself, and not what something
     between here and there answered instead. */
  gboolean (*confirm) (LecternPlace *place,
                       const char *path,
                       GBytes *content,
                       GCancellable *cancellable,
                       GError **error);
  /* (nullable) Brings a file that is to be replaced there beside its place, so that little
     time passes between looking and writing. */
  gboolean (*prepare) (LecternPlace *place,
                       const char *path,
                       GBytes *content,
                       GCancellable *cancellable,
                       GError **error);
  /* (nullable) Of a write that was interrupted but went through: whether it replaced @base, and
     not what somebody else wrote at that moment. Theirs is put back then, and
     LECTERN_SITE_ERROR_CHANGED says so. */
  gboolean (*recheck) (LecternPlace *place,
                       const char *path,
                       GBytes *base,
                       GCancellable *cancellable,
                       GError **error);
  /* The whole file or nothing: who reads meanwhile sees the old or the new one. @written: what
     stands there then, servers rewrite; NULL: it has to be read. @remark: a sentence for the
     person, mostly NULL. LECTERN_SITE_ERROR_CHANGED where it is no longer what was read. */
  gboolean (*write) (LecternPlace *place,
                     const char *path,
                     GBytes *content,
                     GBytes **written,
                     char **remark,
                     GCancellable *cancellable,
                     GError **error);
  gboolean (*remove) (LecternPlace *place,
                      const char *path,
                      GCancellable *cancellable,
                      GError **error);
  /* (nullable) What was read at @path need not be remembered for writing it. */
  void (*forget) (LecternPlace *place, const char *path);
  /* Removes what a write that was killed left beside @path, as far as a listing showed it. */
  void (*tidy) (LecternPlace *place, const char *path);
  /* (nullable) Tries all of it at set-up, and says in words what it can do. NULL: what can be
     written and read can do everything. */
  char *(*probe) (LecternPlace *place, GCancellable *cancellable, GError **error);
  /* (nullable) The options that the site is to be kept with, as a probe found them. */
  char *(*dup_options) (LecternPlace *place);
  /* Where people find it. */
  char *(*dup_url) (LecternPlace *place, const char *path);
  void (*free) (LecternPlace *place);
} LecternPlaceVerbs;

struct _LecternPlace
{
  const LecternPlaceVerbs *verbs;
  guint at_once; /* how many calls may overlap */
  /* It keeps pages and posts: what is read and written under a path that ends in ".html" are the
     bytes of a LecternDocument. */
  gboolean documents;
  /* The user there may write plain HTML only: no <script>, <time>, <style> and microdata. */
  gboolean plain;
  /* There are no pages, only posts. */
  gboolean posts_only;
  /* (nullable): the ends of the names of the files that are taken there besides documents,
     ".ics", …, NULL; NULL: all. */
  const char *const *suffixes;
};

typedef struct
{
  const char *type;       /* key of site_type */
  const char *address;    /* of a folder its path */
  const char *public_url; /* (nullable): where the place is seen by the public */
  const char *user;       /* (nullable) */
  const char *options;    /* (nullable): a key file; "authority" in "tls": a certificate; "api",
                             "pages" and "plain" in "wordpress": as found at set-up */
} LecternPlaceAddress;

/* NULL with @error for what is no such place. Nothing is asked for there yet. */
LecternPlace *lectern_place_new (const LecternPlaceAddress *address, GError **error);
/* Ends its connections, at which no call may be on. NULL is fine. */
void lectern_place_free (LecternPlace *place);
/* Whether it can be reached now and lets the user in (of a folder: can be written); FALSE with a
   sentence in @error. Changes nothing there. */
gboolean lectern_place_check (LecternPlace *place, GCancellable *cancellable, GError **error);
/* Says in words what the place can do; g_free(). */
char *lectern_place_probe (LecternPlace *place, GCancellable *cancellable, GError **error);
/* What a site is to be kept with after a probe, see LecternPlaceAddress; NULL: as it was. */
char *lectern_place_dup_options (LecternPlace *place);
/* The paths (char *) of the files below @folder, "" for the whole place; g_ptr_array_unref(). A
   hint: what is not listed may still be there. NULL with @error. */
GPtrArray *lectern_place_list (LecternPlace *place,
                               const char *folder,
                               GCancellable *cancellable,
                               GError **error);
/* The whole content, byte for byte; g_bytes_unref(). Where the place keeps documents, those of a
   LecternDocument. NULL without an error where there is no such file. The place remembers what
   was read for lectern_place_write(), until lectern_place_forget(). */
GBytes *lectern_place_read (LecternPlace *place,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);
/* What stands in @folder itself: names to sizes, see the verb; g_hash_table_unref(). Empty where
   there is no such folder; NULL with @error. Only of a place whose verbs have it. */
GHashTable *lectern_place_hints (LecternPlace *place,
                                 const char *folder,
                                 GCancellable *cancellable,
                                 GError **error);
/* Whether @content, which was read at @path, is the file itself, and not what a proxy or a
   sign-in page answered; FALSE with @error where not. TRUE where the kind cannot be deceived so. */
gboolean lectern_place_confirm (LecternPlace *place,
                                const char *path,
                                GBytes *content,
                                GCancellable *cancellable,
                                GError **error);
/* Brings @content near @path, so that lectern_place_write() takes little time; nobody sees it
   yet. It need not be called, and does nothing where the kind has no use for it. */
gboolean lectern_place_prepare (LecternPlace *place,
                                const char *path,
                                GBytes *content,
                                GCancellable *cancellable,
                                GError **error);
/* After a write that was interrupted: whether it replaced @base. LECTERN_SITE_ERROR_CHANGED
   where it replaced what somebody else wrote, which is put back then. TRUE where the kind cannot
   tell. */
gboolean lectern_place_recheck (LecternPlace *place,
                                const char *path,
                                GBytes *base,
                                GCancellable *cancellable,
                                GError **error);
/* Replaces the whole file at @path, or makes it: who reads meanwhile gets the old one or the new
   one. *written (out) (nullable): what stands there now, g_bytes_unref(); *remark (out)
   (nullable): a sentence to show, g_free(). LECTERN_SITE_ERROR_CHANGED where it is not what was
   last read; LECTERN_SITE_ERROR_LOST: read it before trying again. */
gboolean lectern_place_write (LecternPlace *place,
                              const char *path,
                              GBytes *content,
                              GBytes **written,
                              char **remark,
                              GCancellable *cancellable,
                              GError **error);
/* Whoever changed it may not lose it: compare before. TRUE too where it was gone already. */
gboolean lectern_place_remove (LecternPlace *place,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error);
/* What was read at @path is not going to be written. Saves memory; no request. */
void lectern_place_forget (LecternPlace *place, const char *path);
/* Removes what a write that was killed left beside @path. Failing is no error. */
void lectern_place_tidy (LecternPlace *place, const char *path);
/* The address at which people find @path, percent-encoded; "": the whole place. g_free(). Asks
   nobody: of a page of WordPress it is known only after reading or writing it, until then one
   that leads there. */
char *lectern_place_dup_url (LecternPlace *place, const char *path);

/* Whether @path is a name that a published file may have: nothing hidden, no way out of the
   place. Only names of ours are ever asked for, but a shared workspace may carry others'. A sentence
   in @error where not. For the kinds. */
gboolean lectern_place_is_inside (const char *path, GError **error);

/* The kinds; see lectern_place_new(), which chooses. This one is a folder on this machine,
   @folder its whole path; without a @public_url (nullable) its files have file: addresses. */
LecternPlace *lectern_place_folder_new (const char *folder, const char *public_url);
/* A web space that speaks WebDAV (RFC 4918). */
LecternPlace *lectern_place_dav_new (const LecternPlaceAddress *address);
/* A WordPress by its REST interface; documents become pages and posts, the other files media. */
LecternPlace *lectern_place_wordpress_new (const LecternPlaceAddress *address);

#define LECTERN_SITE_ERROR (lectern_site_error_quark ())
/* The domain of LecternSiteError. */
GQuark lectern_site_error_quark (void);
typedef enum
{
  LECTERN_SITE_ERROR_UNREACHABLE, /* not there now: try again later */
  LECTERN_SITE_ERROR_NOT_FOUND,   /* no such site or item in the workspace */
  LECTERN_SITE_ERROR_INVALID,     /* what was given cannot be a site */
  LECTERN_SITE_ERROR_NAME,        /* the name is missing or taken */
  LECTERN_SITE_ERROR_BUSY,        /* another run of this workspace is publishing */
  LECTERN_SITE_ERROR_LOST,        /* the answer was lost on the way: it may have been done */
  LECTERN_SITE_ERROR_PASSWORD,    /* the password is needed: ask for it */
  LECTERN_SITE_ERROR_DENIED,      /* the user name or the password is not taken */
  LECTERN_SITE_ERROR_FORBIDDEN,   /* this user may not do this */
  LECTERN_SITE_ERROR_REFUSED,     /* not safe: nothing was sent */
  LECTERN_SITE_ERROR_UNTRUSTED,   /* the same; a private authority can be trusted for it */
  LECTERN_SITE_ERROR_CHANGED,     /* somebody changed it there at this moment */
  LECTERN_SITE_ERROR_FAILED,      /* the server cannot or will not */
} LecternSiteError;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPlace, lectern_place_free)

G_END_DECLS
