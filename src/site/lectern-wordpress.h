/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The REST interface of a WordPress: where it is, who signs in, and sentences for what it says.
 */
#pragma once

#include "lectern-connection.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  LecternConnection link;
  GMutex mutex;
  char *api;       /* where REST is, ends with a slash; NULL: not found yet */
  gboolean stored; /* as it was at set-up; it may have moved since */
} LecternWordpress;

/* Copies what it needs; asks nobody yet. @api (nullable): where REST was found at set-up. Clear
   with lectern_wordpress_clear(). */
void lectern_wordpress_init (LecternWordpress *self,
                             const LecternPlaceAddress *address,
                             const char *api);
/* No request may be on its way. Leaves @self itself, which stands in a place. */
void lectern_wordpress_clear (LecternWordpress *self);

/* An answer in JSON, whatever its status. */
typedef struct
{
  guint status;
  JsonNode *root;
  const char *code;    /* of a failure, "rest_forbidden"; "" */
  const char *message; /* likewise, in the language of the site */
  guint pages;         /* of a list: how many there are */
} LecternWordpressAnswer;
/* NULL is fine. */
void lectern_wordpress_answer_free (LecternWordpressAnswer *answer);
/* NULL where it is no JSON. */
LecternWordpressAnswer *lectern_wordpress_answer_parse (const LecternHttpReply *reply);
/* Whether its status is a success, 2xx (RFC 9110 §15.3). */
gboolean lectern_wordpress_answer_is_done (const LecternWordpressAnswer *answer);
/* The object that was answered; NULL where it is none. */
JsonObject *lectern_wordpress_answer_object (const LecternWordpressAnswer *answer);

/* @route: "wp/v2/pages?context=edit". Finds the interface first. @body: (nullable): JSON, or
   what @type says. NULL with @error where no answer came, or none of WordPress. Blocks. */
LecternWordpressAnswer *lectern_wordpress_send (LecternWordpress *self,
                                                const char *method,
                                                const char *route,
                                                const char *type,
                                                GBytes *body,
                                                GCancellable *cancellable,
                                                GError **error);
/* Asks, and fails with the sentence for any status that is no success. */
LecternWordpressAnswer *lectern_wordpress_get (LecternWordpress *self,
                                               const char *route,
                                               GCancellable *cancellable,
                                               GError **error);
/* Takes @builder, which holds one object. */
LecternWordpressAnswer *lectern_wordpress_post (LecternWordpress *self,
                                                const char *route,
                                                JsonBuilder *builder,
                                                GCancellable *cancellable,
                                                GError **error);
/* The sentence for a status that is no success. @what: a path; "": the site. */
void lectern_wordpress_fail (LecternWordpress *self,
                             const LecternWordpressAnswer *answer,
                             const char *what,
                             GError **error);

/* (lectern-wordpress-find.c) Looks for the interface: first where the home page says, then at
   "?rest_route=/". The answer to its index; sets self->api. */
LecternWordpressAnswer *lectern_wordpress_find (LecternWordpress *self,
                                                GCancellable *cancellable,
                                                GError **error);
/* Whether the index says that application passwords are taken; they are not without https. */
gboolean lectern_wordpress_takes_passwords (const LecternWordpressAnswer *index);

/* Members that may be missing or of another type: "" and 0. */
const char *lectern_wordpress_text (JsonObject *object, const char *member);
/* "raw" of a member like "title". */
const char *lectern_wordpress_raw (JsonObject *object, const char *member);
/* An integer; 0 where it is missing or of another type, also a fraction. */
gint64 lectern_wordpress_number (JsonObject *object, const char *member);
/* An object, borrowed from @object; NULL where it is missing or of another type. */
JsonObject *lectern_wordpress_member (JsonObject *object, const char *member);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternWordpressAnswer, lectern_wordpress_answer_free)

G_END_DECLS
