/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where the REST interface of a WordPress is: its home page says so in a header (RFC 8288), and
 * where nothing says so it is tried at "?rest_route=/", which needs no pretty addresses.
 */
#include "lectern-wordpress.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "<URL>; rel="https://api.w.org/"" among the links of the home page. */
static char *
linked (const LecternHttpReply *reply)
{
  const char *header = lectern_http_reply_header (reply, "link");
  g_autoptr (GRegex) regex = g_regex_new ("<([^>]+)>[^,<]*rel=\"?https://api\\.w\\.org/\"?", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  if (header == NULL || !g_regex_match (regex, header, 0, &match))
    return NULL;
  g_autofree char *address = g_match_info_fetch (match, 1);
  return g_uri_resolve_relative (reply->url, address, G_URI_FLAGS_ENCODED, NULL);
}

static gboolean
same_host (const char *a, const char *b)
{
  g_autoptr (GUri) one = g_uri_parse (a, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  g_autoptr (GUri) two = g_uri_parse (b, G_URI_FLAGS_ENCODED | G_URI_FLAGS_SCHEME_NORMALIZE, NULL);
  return one && two && strcmp (g_uri_get_scheme (one), g_uri_get_scheme (two)) == 0
         && g_ascii_strcasecmp (g_uri_get_host (one), g_uri_get_host (two)) == 0
         && g_uri_get_port (one) == g_uri_get_port (two);
}

static gboolean
speaks_our_version (const LecternWordpressAnswer *index)
{
  JsonObject *object = lectern_wordpress_answer_object (index);
  JsonNode *node = object ? json_object_get_member (object, "namespaces") : NULL;
  JsonArray *names = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; names && i < json_array_get_length (names); i++)
    {
      JsonNode *name = json_array_get_element (names, i);
      if (JSON_NODE_HOLDS_VALUE (name) && g_strcmp0 (json_node_get_string (name), "wp/v2") == 0)
        return TRUE;
    }
  return FALSE;
}

static LecternWordpressAnswer *
judge (LecternWordpress *self, LecternWordpressAnswer *answer, GError **error)
{
  g_autoptr (LecternWordpressAnswer) index = answer;
  if (speaks_our_version (index))
    return g_steal_pointer (&index);
  if (index->status == 401 && g_str_has_suffix (index->code, "password"))
    lectern_wordpress_fail (self, index, "", error);
  else
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FORBIDDEN,
                 _("%s is a WordPress, but its REST interface, through which programs write, is "
                   "switched off: “%s” Ask who looks after the site to allow it."),
                 self->link.address, index->message);
  g_clear_pointer (&self->api, g_free);
  return NULL;
}

/* What the home page says, or what always works. NULL with @error where that page cannot be had. */
static char *
address_of_interface (LecternWordpress *self, gboolean *said, GCancellable *cancellable, GError **error)
{
  g_autoptr (LecternHttpReply) home
      = lectern_connection_send (&self->link, "GET", "", NULL, NULL, NULL, cancellable, error);
  if (home == NULL)
    return NULL;
  g_autofree char *api = linked (home);
  *said = api != NULL;
  if (api == NULL)
    return g_strconcat (self->link.address, "?rest_route=/", NULL);
  if (same_host (api, self->link.address))
    return g_steal_pointer (&api);
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_REFUSED,
               _("The site at %s calls itself by another address, which begins like %s. Give that "
                 "address; the password was sent nowhere else."),
               self->link.address, api);
  return NULL;
}

LecternWordpressAnswer *
lectern_wordpress_find (LecternWordpress *self, GCancellable *cancellable, GError **error)
{
  gboolean said = FALSE;
  const char *headers[] = { "Accept", "application/json", NULL };
  g_autofree char *api = address_of_interface (self, &said, cancellable, error);
  g_autoptr (LecternHttpReply) reply
      = api ? lectern_connection_send (&self->link, "GET", api, headers, NULL, NULL, cancellable,
                                       error)
            : NULL;
  if (reply == NULL)
    return NULL;
  LecternWordpressAnswer *index = lectern_wordpress_answer_parse (reply);
  g_free (self->api);
  self->api = g_steal_pointer (&api);
  if (index != NULL)
    return judge (self, index, error);
  if (reply->status == 429 || reply->status / 100 == 5)
    lectern_connection_fail (&self->link, reply, "", error);
  else if (said)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FORBIDDEN,
                 _("%s is a WordPress, but its REST interface, through which programs write, does "
                   "not answer (%u); perhaps a security plugin closes it."),
                 self->link.address, reply->status);
  else
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
                 _("No WordPress answers at %s (%u). If one is there, its REST interface is "
                   "closed, or the network asks to sign in first."),
                 self->link.address, reply->status);
  g_clear_pointer (&self->api, g_free);
  return NULL;
}

gboolean
lectern_wordpress_takes_passwords (const LecternWordpressAnswer *index)
{
  JsonObject *ways
      = lectern_wordpress_member (lectern_wordpress_answer_object (index), "authentication");
  return ways && json_object_has_member (ways, "application-passwords");
}
