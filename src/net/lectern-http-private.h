/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the HTTP layer share; only for lectern-http*.c.
 */
#pragma once

#include "lectern-http.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

struct _LecternHttp
{
  GUri *base;
  char *user;
  char *password;
  gboolean at_once;
  GTlsCertificate *authority;
  LecternHttpPatience patience;
  gint count;

  /* of the thread that sends */
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupSession *session;
};

typedef struct
{
  const char *method;
  GUri *uri;
  const char *const *headers;
  const char *type;
  GBytes *body;
} LecternHttpRequest;

/* One request and its answer, whatever it is. Blocks. */
LecternHttpReply *lectern_http_exchange (LecternHttp *http,
                                         const LecternHttpRequest *request,
                                         GCancellable *cancellable,
                                         GError **error);

/* Whether the password may go there. */
gboolean lectern_http_is_ours (LecternHttp *http, GUri *uri);

/* Sets the sentence for a certificate with these faults: LECTERN_HTTP_ERROR_UNKNOWN_AUTHORITY
   where only its authority is unknown, else LECTERN_HTTP_ERROR_UNTRUSTED. */
void lectern_http_fail_untrusted (GError **error, GUri *uri, GTlsCertificateFlags flags);
/* The same for what broke a request off; @why is borrowed. LECTERN_HTTP_ERROR_UNREACHABLE where it
   was not @sent or surely did not arrive, _UNTRUSTED where TLS failed, else _LOST; that it was
   cancelled stays what it is. */
void lectern_http_fail_sending (GError **error, GUri *uri, const GError *why, gboolean sent);

G_END_DECLS
