/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Servers write the addresses in their listings each in its own way: whole or from the
 * root, encoded more or less, prefixes D:, d: or none. Names are compared decoded.
 */
#include "lectern-dav-listing.h"

#include <libxml/parser.h>
#include <string.h>

#define DAV "DAV:"

static gboolean
is (xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns && strcmp ((char *) node->ns->href, DAV) == 0
         && strcmp ((char *) node->name, name) == 0;
}

static xmlNode *
child (xmlNode *parent, const char *name)
{
  for (xmlNode *node = parent ? parent->children : NULL; node; node = node->next)
    if (is (node, name))
      return node;
  return NULL;
}

static char *
text_of (xmlNode *node)
{
  xmlChar *content = node ? xmlNodeGetContent (node) : NULL;
  char *text = content ? g_strstrip (g_strdup ((char *) content)) : NULL;
  xmlFree (content);
  return text;
}

/* The decoded path without slashes at its end. */
static char *
path_of (const char *href)
{
  const char *scheme = strstr (href, "://");
  const char *path = scheme && *href != '/' ? strchr (scheme + 3, '/') : href;
  char *decoded = path ? g_uri_unescape_string (path, NULL) : NULL;
  for (gsize n = decoded ? strlen (decoded) : 0; n > 0 && decoded[n - 1] == '/'; n--)
    decoded[n - 1] = '\0';
  return decoded;
}

static void
read_response (xmlNode *response, const char *folder, GHashTable *files)
{
  g_autofree char *href = text_of (child (response, "href"));
  g_autofree char *path = href ? path_of (href) : NULL;
  gint64 *size = g_new (gint64, 1);
  *size = -1;
  for (xmlNode *stat = response->children; stat; stat = stat->next)
    {
      xmlNode *prop = is (stat, "propstat") ? child (stat, "prop") : NULL;
      g_autofree char *length = text_of (child (prop, "getcontentlength"));
      if (length && *length)
        *size = g_ascii_strtoll (length, NULL, 10);
      if (child (child (prop, "resourcetype"), "collection"))
        {
          *size = LECTERN_DAV_IS_FOLDER;
          break;
        }
    }
  if (path == NULL || strcmp (path, folder) == 0 || !g_utf8_validate (path, -1, NULL))
    {
      g_free (size);
      return;
    }
  const char *slash = strrchr (path, '/');
  g_hash_table_replace (files, g_strdup (slash ? slash + 1 : path), size);
}

GHashTable *
lectern_dav_listing_parse (GBytes *body, const char *folder)
{
  gsize size;
  const char *data = g_bytes_get_data (body, &size);
  g_autofree char *own = path_of (folder);
  xmlDoc *doc = data && size < G_MAXINT
                    ? xmlReadMemory (data, size, NULL, NULL,
                                     XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
                    : NULL;
  xmlNode *root = doc ? xmlDocGetRootElement (doc) : NULL;
  GHashTable *files = NULL;
  if (root && is (root, "multistatus") && doc->intSubset == NULL)
    {
      files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      for (xmlNode *node = root->children; node; node = node->next)
        if (is (node, "response"))
          read_response (node, own, files);
    }
  if (doc)
    xmlFreeDoc (doc);
  return files;
}
