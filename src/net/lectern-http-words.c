/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What went wrong on the way, in a sentence.
 */
#include "lectern-http-private.h"

#include <glib/gi18n-lib.h>

static const char *
untrusted (GTlsCertificateFlags flags)
{
  if (flags & G_TLS_CERTIFICATE_BAD_IDENTITY)
    return _("its certificate is for another name");
  if (flags & G_TLS_CERTIFICATE_EXPIRED)
    return _("its certificate has expired");
  if (flags & G_TLS_CERTIFICATE_NOT_ACTIVATED)
    return _("its certificate is not valid yet; is this computer’s clock right?");
  if (flags & G_TLS_CERTIFICATE_REVOKED)
    return _("its certificate was revoked");
  if (flags & G_TLS_CERTIFICATE_INSECURE)
    return _("its certificate is made with a method that is no longer safe");
  if (flags & G_TLS_CERTIFICATE_UNKNOWN_CA)
    return _("its certificate comes from an authority that this computer does not know");
  return _("its certificate cannot be checked");
}

void
lectern_http_fail_untrusted (GError **error, GUri *uri, GTlsCertificateFlags flags)
{
  gboolean unknown = flags == G_TLS_CERTIFICATE_UNKNOWN_CA;
  /* Translators: the name of a server and the reason */
  g_set_error (error, LECTERN_HTTP_ERROR,
               unknown ? LECTERN_HTTP_ERROR_UNKNOWN_AUTHORITY : LECTERN_HTTP_ERROR_UNTRUSTED,
               _("“%s” is not trusted: %s. Nothing was sent."), g_uri_get_host (uri),
               untrusted (flags));
}

static gboolean
never_arrived (const GError *why)
{
  return why->domain == G_RESOLVER_ERROR
         || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED)
         || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND)
         || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE)
         || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE)
         || g_error_matches (why, G_IO_ERROR, G_IO_ERROR_PROXY_FAILED);
}

void
lectern_http_fail_sending (GError **error, GUri *uri, const GError *why, gboolean sent)
{
  const char *host = g_uri_get_host (uri);
  if (g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED) && error)
    *error = g_error_copy (why);
  else if (!sent || never_arrived (why))
    g_set_error (error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_UNREACHABLE,
                 _("“%s” cannot be reached: %s."), host, why->message);
  else if (why->domain == G_TLS_ERROR)
    g_set_error (error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_UNTRUSTED,
                 _("No safe connection to “%s” could be made: %s."), host, why->message);
  else
    g_set_error (error, LECTERN_HTTP_ERROR, LECTERN_HTTP_ERROR_LOST,
                 _("The answer of “%s” was lost on the way: %s."), host, why->message);
}
