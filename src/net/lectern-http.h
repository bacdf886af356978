/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTTP to one site: its requests go out on a thread of their own, at most six at a time,
 * and callers wait for the answer. Passwords go to that site only, and are in no error.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _LecternHttp LecternHttp;

#define LECTERN_HTTP_CONNECTIONS 6

#define LECTERN_HTTP_ERROR (lectern_http_error_quark ())
/* The domain of LecternHttpError. */
GQuark lectern_http_error_quark (void);
typedef enum
{
  LECTERN_HTTP_ERROR_UNREACHABLE, /* nobody answered: nothing was done there */
  LECTERN_HTTP_ERROR_LOST,        /* no whole answer came: it may have been done there */
  LECTERN_HTTP_ERROR_UNTRUSTED,   /* TLS: the other side could be anybody */
  LECTERN_HTTP_ERROR_UNKNOWN_AUTHORITY, /* the same; its authority may be a private one */
  LECTERN_HTTP_ERROR_REDIRECTED,  /* sent on to where no password may go */
  LECTERN_HTTP_ERROR_INVALID,     /* what was given is no address of a site */
} LecternHttpError;

typedef struct
{
  const char *user;     /* (nullable) */
  const char *password; /* (nullable) */
  gboolean at_once;     /* Basic with every request; else what the site asks for, Basic or Digest */
  const char *authority; /* (nullable): a certificate in PEM that is trusted for this site too */
} LecternHttpAccess;

/* How long is waited; of the whole program. Tests are less patient. */
typedef struct
{
  guint idle;     /* seconds without a byte */
  guint whole;    /* seconds for one answer */
  guint tries;    /* of a request that may be repeated */
  guint pause;    /* milliseconds before the second try, doubled for each next */
  guint longest;  /* milliseconds of a pause, also of one that the site asks for */
  gsize largest;  /* bytes of an answer */
} LecternHttpPatience;
/* Copied, for every LecternHttp that is made from then on. Not while another thread makes one. */
void lectern_http_set_patience (const LecternHttpPatience *patience);

typedef struct
{
  guint status;
  GBytes *body;
  GHashTable *headers; /* of names in small letters */
  char *url;           /* where it came from in the end */
  gboolean moved;      /* not from where it was asked */
} LecternHttpReply;
/* @name in small letters. Lines of one name are joined by ", " (RFC 9110, 5.3). Borrowed from
   @reply; NULL: not there. */
const char *lectern_http_reply_header (const LecternHttpReply *reply, const char *name);
/* Whether its status is 2xx. */
gboolean lectern_http_reply_is_done (const LecternHttpReply *reply);
/* NULL is fine. */
void lectern_http_reply_free (LecternHttpReply *reply);

/* @base: "https://host/folder/". Plain http is for this computer only: elsewhere everybody
   on the way could read the password. NULL with LECTERN_HTTP_ERROR_INVALID. */
LecternHttp *lectern_http_new (const char *base, const LecternHttpAccess *access, GError **error);
/* Ends its thread and waits for that; nobody may be sending any more. The password is overwritten.
   NULL is fine. */
void lectern_http_free (LecternHttp *http);

/* Blocks; any thread, several at once. @headers: name, value, …, NULL, or NULL. @type and
   @body: (nullable). Any status is a reply; what only reads is repeated after a broken answer,
   and all but POST after 503; 429 always, as late as the site asks. */
LecternHttpReply *lectern_http_send (LecternHttp *http,
                                     const char *method,
                                     const char *url,
                                     const char *const *headers,
                                     const char *type,
                                     GBytes *body,
                                     GCancellable *cancellable,
                                     GError **error);
/* How many requests went out until now, repeated ones counted. */
guint lectern_http_count (LecternHttp *http);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternHttp, lectern_http_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternHttpReply, lectern_http_reply_free)

G_END_DECLS
