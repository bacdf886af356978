/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the WordPress place share; only for lectern-place-wordpress*.c.
 */
#pragma once

#include "lectern-document.h"
#include "lectern-wordpress-part.h"
#include "lectern-wordpress.h"

G_BEGIN_DECLS

/* Everything but what WordPress keeps for itself; the trash too. */
#define ANY_STATUS "status=publish,future,draft,pending,private,trash"

/* A page, a post or a file as it stood there when it was last looked at. */
typedef struct
{
  gint64 id;
  const char *type; /* "pages", "posts" or "media" */
  char *status;
  char *raw; /* the whole text as it is stored; of a file what is said about it */
  char *title;
  char *date; /* UTC, without a zone */
  char *link; /* where the public finds it; of a file the file itself */
  gint64 revision; /* the newest; 0: there is none */
  GArray *categories, *tags; /* of gint64 */
  LecternWordpressPart *part; /* NULL: not ours, it only stands at our address; or a file */
} LecternWordpressSeen;
/* NULL is fine. */
void lectern_wordpress_seen_free (LecternWordpressSeen *seen);
/* NULL where @object is no such thing. */
LecternWordpressSeen *lectern_wordpress_seen_new (const char *type,
                                                  JsonObject *object,
                                                  const char *path);

typedef struct
{
  LecternPlace place;
  LecternWordpress site;
  char *public_url;
  char *options;
  GMutex mutex;
  GHashTable *seen;  /* path to LecternWordpressSeen, since it was read */
  GHashTable *links; /* path to its address there; "": looked for and not found */
  GHashTable *terms; /* "categories 3" to a name, "categories:Name" to a number as text */
  GHashTable *loose; /* paths that were listed twice, or as a draft: something may be left over */
} LecternWordpressPlace;

/* By the end of its name alone, ".html"; everything else is a file among the media. */
gboolean lectern_wordpress_is_document (const char *path);
/* Only names of ours; NULL-safe for what a shared workspace may carry besides. */
void lectern_wordpress_remember_link (LecternWordpressPlace *self, const char *path, const char *link);
/* What stands at @path: by our marker, wherever it was moved; else, a document, at the address that
   it would get. NULL without an error where nothing does. */
LecternWordpressSeen *lectern_wordpress_look (LecternWordpressPlace *self,
                                              const char *path,
                                              GCancellable *cancellable,
                                              GError **error);
/* Once more, by its number; NULL without an error where it is gone. */
LecternWordpressSeen *lectern_wordpress_look_again (LecternWordpressPlace *self,
                                                    const LecternWordpressSeen *seen,
                                                    const char *path,
                                                    GCancellable *cancellable,
                                                    GError **error);
/* A draft of ours on its way. */
gboolean lectern_wordpress_is_begun (const LecternWordpressSeen *seen);
/* Whether it counts as being there: not in the trash, and no draft of ours on its way. */
gboolean lectern_wordpress_stands (const LecternWordpressSeen *seen);
/* Of several that were begun for @path, because an answer was too late, all but one go. */
void lectern_wordpress_drop_drafts (LecternWordpressPlace *self, const char *path);
/* In the form that can be compared. */
GBytes *lectern_wordpress_content (LecternWordpressPlace *self,
                                   const LecternWordpressSeen *seen,
                                   GCancellable *cancellable,
                                   GError **error);

/* lectern-place-wordpress-write.c: a document. @before (transfer full) (nullable): as it was
   read; NULL: nothing stood there, so it is made as a draft and then published. *written is read
   back; LECTERN_SITE_ERROR_CHANGED where what stands there is not what was read. */
gboolean lectern_wordpress_write (LecternWordpressPlace *self,
                                  const char *path,
                                  GBytes *content,
                                  LecternWordpressSeen *before,
                                  GBytes **written,
                                  char **remark,
                                  GCancellable *cancellable,
                                  GError **error);
/* Where nothing of others stands around our part, the page goes to the trash, from which
   WordPress can bring it back; else only our part is cut out. TRUE too where it was gone
   already. */
gboolean lectern_wordpress_remove (LecternWordpressPlace *self,
                                   const char *path,
                                   const LecternWordpressSeen *seen,
                                   GCancellable *cancellable,
                                   GError **error);
/* Changes the text and nothing else. */
gboolean lectern_wordpress_set_text (LecternWordpressPlace *self,
                                     const LecternWordpressSeen *seen,
                                     const char *title,
                                     const char *raw,
                                     GCancellable *cancellable,
                                     GError **error);

/* lectern-place-wordpress-again.c: whether the text before @after is the one that was read. Where it
   is another one, somebody wrote it in the moment between: it is put back, and
   LECTERN_SITE_ERROR_CHANGED lets a person decide. */
gboolean lectern_wordpress_look_back (LecternWordpressPlace *self,
                                      const char *path,
                                      const LecternWordpressSeen *before,
                                      const LecternWordpressSeen *after,
                                      char **remark,
                                      GCancellable *cancellable,
                                      GError **error);

/* Likewise where all that is known of what was read is @base, and ours went out in a run that was
   interrupted. */
gboolean lectern_wordpress_recheck (LecternWordpressPlace *self,
                                    const char *path,
                                    const LecternWordpressSeen *seen,
                                    GBytes *base,
                                    GCancellable *cancellable,
                                    GError **error);

/* lectern-place-wordpress-file.c */
GBytes *lectern_wordpress_read_file (LecternWordpressPlace *self,
                                     const char *path,
                                     GCancellable *cancellable,
                                     GError **error);
/* Uploads @content as a new file among the media and drops the older ones of @path: WordPress
   does not replace a file. Its address may change with that; our pages are led to it. */
gboolean lectern_wordpress_write_file (LecternWordpressPlace *self,
                                       const char *path,
                                       GBytes *content,
                                       GCancellable *cancellable,
                                       GError **error);
/* Deletes every file that is ours under @path, for good: media have no trash. TRUE too where
   there is none. */
gboolean lectern_wordpress_remove_file (LecternWordpressPlace *self,
                                        const char *path,
                                        GCancellable *cancellable,
                                        GError **error);
/* Of several files at @path the newest stays; our pages lead to it then. */
gboolean lectern_wordpress_drop_old_files (LecternWordpressPlace *self,
                                           const char *path,
                                           GCancellable *cancellable,
                                           GError **error);
/* The path of a file of ours by what is said about it; NULL: not ours. g_free(). */
char *lectern_wordpress_file_path (const char *raw);
extern const char *const lectern_wordpress_suffixes[];

/* lectern-place-wordpress-links.c: links between what is published lead from path to path here, and
   from address to address there. g_free(). */
char *lectern_wordpress_links_out (LecternWordpressPlace *self,
                                   const char *path,
                                   const char *html,
                                   GCancellable *cancellable);
/* The way back, by the path that lectern_wordpress_links_out() leaves in "data-lectern"; a link
   that somebody made lead to another site stays as it is. g_free(). */
char *lectern_wordpress_links_in (LecternWordpressPlace *self, const char *html);
/* Where it is found, or will be. g_free(). */
char *lectern_wordpress_address_of (LecternWordpressPlace *self, const char *path);

/* lectern-place-wordpress-terms.c: the numbers (gint64) of the terms with @names;
   g_array_unref(). @taxonomy is "categories" or "tags". A term that is missing there is made;
   where this user may not, it is left out and *remark says so. NULL with @error. */
GArray *lectern_wordpress_terms_find (LecternWordpressPlace *self,
                                      const char *taxonomy,
                                      char **names,
                                      char **remark,
                                      GCancellable *cancellable,
                                      GError **error);
/* The names of the terms with the numbers in @ids (gint64), but of those that are no more;
   g_strfreev(). Asks the site only for what it has not told yet. NULL with @error. */
char **lectern_wordpress_terms_names (LecternWordpressPlace *self,
                                      const char *taxonomy,
                                      GArray *ids,
                                      GCancellable *cancellable,
                                      GError **error);

/* lectern-place-wordpress-probe.c: signs in, finds out what this user may do, tries a draft, and
   says it in words; g_free(). What was found goes to the options, see
   lectern_place_dup_options(). NULL with @error. */
char *lectern_wordpress_probe (LecternPlace *place, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternWordpressSeen, lectern_wordpress_seen_free)

G_END_DECLS
