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
void lectern_dav_seen_free (gpointer seen);

/* Verbs: lectern-place-dav-write.c */
gboolean lectern_dav_prepare (LecternPlace *place,
                              const char *path,
                              GBytes *content,
                              GCancellable *cancellable,
                              GError **error);
gboolean lectern_dav_write (LecternPlace *place,
                            const char *path,
                            GBytes *content,
                            GBytes **written,
                            char **remark,
                            GCancellable *cancellable,
                            GError **error);
gboolean lectern_dav_remove (LecternPlace *place,
                             const char *path,
                             GCancellable *cancellable,
                             GError **error);
void lectern_dav_tidy (LecternPlace *place, const char *path);
/* lectern-place-dav-probe.c */
char *lectern_dav_probe (LecternPlace *place, GCancellable *cancellable, GError **error);

G_END_DECLS
