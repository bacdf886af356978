/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the places on a network share: an address, a person's name there, the password
 * from where it is kept, and sentences for what servers say.
 */
#pragma once

#include "lectern-http.h"
#include "lectern-place.h"

G_BEGIN_DECLS

typedef struct
{
  GMutex mutex;
  char *address; /* ends with a slash */
  char *key;     /* the address as the site has it, under which its password is kept */
  char *user;
  char *authority;
  gboolean at_once;
  LecternHttp *http;
} LecternConnection;

/* Copies what it needs of @address and connects to nothing yet: the first request does.
   @at_once: the password is sent without waiting for the server to ask for it. Clear with
   lectern_connection_clear(). */
void lectern_connection_init (LecternConnection *self,
                              const LecternPlaceAddress *address,
                              gboolean at_once);
/* No request may be on its way. Leaves @self itself to whoever holds it, mostly a place. */
void lectern_connection_clear (LecternConnection *self);

/* As lectern_http_send(); @path is below the address unless it is a whole one itself.
   LECTERN_SITE_ERROR_LOST: it may have been done; read back before doing it again. */
LecternHttpReply *lectern_connection_send (LecternConnection *self,
                                           const char *method,
                                           const char *path,
                                           const char *const *headers,
                                           const char *type,
                                           GBytes *body,
                                           GCancellable *cancellable,
                                           GError **error);
/* The sentence for a status that is no success. @path: what it was about. */
void lectern_connection_fail (const LecternConnection *self,
                              const LecternHttpReply *reply,
                              const char *path,
                              GError **error);

G_END_DECLS
