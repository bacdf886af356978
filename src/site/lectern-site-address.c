/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-address.h"

#include <gio/gio.h>
#include <string.h>

static gboolean
is_this_computer (const char *address)
{
  gsize length = strcspn (address, "/:");
  if (*address == '[')
    return g_str_has_prefix (address, "[::1]");
  g_autofree char *host = g_strndup (address, length);
  g_autoptr (GInetAddress) number = g_inet_address_new_from_string (host);
  return g_ascii_strcasecmp (host, "localhost") == 0
         || (number && g_inet_address_get_is_loopback (number));
}

static char *
with_scheme (const char *typed)
{
  static const struct
  {
    const char *typed, *meant;
  } schemes[] = { { "davs://", "https://" }, { "webdavs://", "https://" }, { "dav://", "http://" },
                  { "webdav://", "http://" }, { "https://", "https://" }, { "http://", "http://" } };
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      gsize length = strlen (schemes[i].typed);
      if (g_ascii_strncasecmp (typed, schemes[i].typed, length) == 0)
        return g_strconcat (schemes[i].meant, typed + length, NULL);
    }
  if (*typed == '\0' || strstr (typed, "://"))
    return g_strdup (typed);
  return g_strconcat (is_this_computer (typed) ? "http://" : "https://", typed, NULL);
}

char *
lectern_site_complete_address (const char *typed)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (typed ? typed : ""));
  char *address = with_scheme (trimmed);
  char *administration = strstr (address, "/wp-admin");
  if (administration == NULL)
    administration = strstr (address, "/wp-login.php");
  if (administration)
    administration[1] = '\0';
  return address;
}

char *
lectern_site_authorize_address (const char *address)
{
  g_autofree char *name = g_strdup_printf ("Lectern (%s)", g_get_host_name ());
  g_autofree char *escaped = g_uri_escape_string (name, NULL, FALSE);
  return g_strdup_printf ("%s%swp-admin/authorize-application.php?app_name=%s", address,
                          g_str_has_suffix (address, "/") ? "" : "/", escaped);
}
