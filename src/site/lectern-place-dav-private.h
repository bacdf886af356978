/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the web space share; only for lectern-place-dav*.c.
 */
#pragma once

#include "lectern-connection.h"

G_BEGIN_DECLS

#define PART ".lectern-part"

/* What was last read or listed at a path. */
typedef struct
{
  gboolean there;
  GBytes *content; /* NULL: only listed */
  char *tag;
  gboolean prepared; /* what is to replace it lies beside it */
} LecternDavSeen;

typedef struct
{
  LecternPlace place;
  LecternConnection link;
  char *public_url;
  GMutex mutex;
  GRecMutex making; /* a folder */
  GHashTable *seen;    /* path to LecternDavSeen */
  GHashTable *folders; /* known to be there */
  GHashTable *parts;   /* left by a run that was killed */
} LecternDav;


/* One request (RFC 4918, RFC 9110) for a file or folder of the place. @path is the plain one, it
   is percent-encoded here; otherwise as lectern_connection_send(), which fails for no status.
   Blocks; any thread. */
LecternHttpReply *lectern_dav_send (LecternDav *self,
                                    const char *method,
                                    const char *path,
                                    const char *const *headers,
                                    GBytes *body,
                                    GCancellable *cancellable,
                                    GError **error);
/* NULL without an error where there is no such file. */
GBytes *lectern_dav_get (LecternDav *self,
                         const char *path,
                         char **tag,
                         GCancellable *cancellable,
                         GError **error);
/* A GDestroyNotify for LecternDavSeen. */
void lectern_dav_seen_free (gpointer seen);

/* lectern-place-dav-write.c has the verbs, which are described at LecternPlaceVerbs. This one
   puts @content beside the file, under its name with ".lectern-part" added. */
gboolean lectern_dav_prepare (LecternPlace *place,
                              const char *path,
                              GBytes *content,
                              GCancellable *cancellable,
                              GError **error);
/* Where no file is there, PUT with "If-None-Match: *" (RFC 9110 §13.1.2), or what was prepared is
   moved there with "Overwrite: F"; else what was prepared is moved over it with MOVE, and the tag
   that was read in an If header (RFC 4918 §9.9, §10.4, §10.6).
   What was read of @path is forgotten. *written: @content, as it was read back so. */
gboolean lectern_dav_write (LecternPlace *place,
                            const char *path,
                            GBytes *content,
                            GBytes **written,
                            char **remark,
                            GCancellable *cancellable,
                            GError **error);
/* DELETE (RFC 4918 §9.6); a @path that ends in a slash is a folder with all in it. TRUE too
   where there was nothing any more. Where the answer was lost, it looks whether the file is
   gone. */
gboolean lectern_dav_remove (LecternPlace *place,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error);
/* Removes the part of @path where a run that was killed left one. What fails is passed over in
   silence. */
void lectern_dav_tidy (LecternPlace *place, const char *path);
/* lectern-place-dav-probe.c: writes, reads, lists, replaces and removes in a folder of its own,
   also a large file and a name with spaces, and says in words what worked; g_free(). NULL with
   @error where pages cannot be published there. The folder is removed again. */
char *lectern_dav_probe (LecternPlace *place, GCancellable *cancellable, GError **error);

G_END_DECLS
