/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links between what is published. Here a page links to "agenda.ics" beside it; there every file
 * and page has an address that WordPress chose. The link as it is here is kept beside that:
 * <a href="https://…/agenda-3.ics" data-lectern="agenda.ics">.
 */
#include "lectern-place-wordpress-private.h"

#include <string.h>

typedef struct
{
  LecternWordpressPlace *self;
  const char *path;
  GCancellable *cancellable;
} Around;

/* "a/b.html" and "../c.ics" are "c.ics"; NULL where it leads out of the site. */
static char *
resolve (const char *from, const char *link)
{
  g_auto (GStrv) folders = g_strsplit (from, "/", -1);
  g_auto (GStrv) steps = g_strsplit (link, "/", -1);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; folders[i] && folders[i + 1]; i++)
    g_ptr_array_add (names, folders[i]);
  for (guint i = 0; steps[i]; i++)
    if (strcmp (steps[i], "..") == 0 && names->len == 0)
      return NULL;
    else if (strcmp (steps[i], "..") == 0)
      g_ptr_array_set_size (names, names->len - 1);
    else if (*steps[i] && strcmp (steps[i], ".") != 0)
      g_ptr_array_add (names, steps[i]);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("/", (char **) names->pdata);
}

static const char *
root_of (LecternWordpressPlace *self)
{
  return self->public_url && *self->public_url ? self->public_url : self->site.link.address;
}

static char *
known_address (LecternWordpressPlace *self, const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  return g_strdup (g_hash_table_lookup (self->links, path));
}

char *
lectern_wordpress_address_of (LecternWordpressPlace *self, const char *path)
{
  g_autofree char *known = known_address (self, path);
  const char *root = root_of (self);
  if (known && *known)
    return g_steal_pointer (&known);
  if (!lectern_wordpress_is_document (path))
    return g_strdup (root);
  /* WordPress sends on from there to whatever address it has */
  g_autofree char *slug = lectern_wordpress_part_slug (path);
  gboolean post = self->place.posts_only || strstr (path, "/news/") != NULL;
  return g_strconcat (root, g_str_has_suffix (root, "/") ? "" : "/", post ? "?name=" : "?pagename=",
                      slug, NULL);
}

/* As above, and a file that was not met yet is looked for. NULL: it is not there. */
static char *
address_for_link (LecternWordpressPlace *self, const char *path, GCancellable *cancellable)
{
  g_autofree char *known = known_address (self, path);
  if (known == NULL && !lectern_wordpress_is_document (path))
    {
      g_autoptr (GBytes) file = lectern_wordpress_read_file (self, path, cancellable, NULL);
      if (file == NULL)
        lectern_wordpress_remember_link (self, path, "");
      g_free (known);
      known = known_address (self, path);
    }
  if ((known == NULL || *known == '\0') && !lectern_wordpress_is_document (path))
    return NULL;
  return lectern_wordpress_address_of (self, path);
}

static gboolean
replace_link (const GMatchInfo *match, GString *out, gpointer data)
{
  const Around *around = data;
  g_autofree char *whole = g_match_info_fetch (match, 0);
  g_autofree char *attribute = g_match_info_fetch (match, 1);
  g_autofree char *link = g_match_info_fetch (match, 2);
  g_autofree char *anchor = g_match_info_fetch (match, 3);
  g_autofree char *plain = g_uri_unescape_string (link, NULL);
  g_autofree char *to = plain ? resolve (around->path, plain) : NULL;
  g_autofree char *address
      = to && *to ? address_for_link (around->self, to, around->cancellable) : NULL;
  g_autofree char *html = address ? g_markup_escape_text (address, -1) : NULL;
  if (html)
    g_string_append_printf (out, "%s=\"%s%s\" data-lectern=\"%s%s\"", attribute, html, anchor, link,
                            anchor);
  else
    g_string_append (out, whole);
  return FALSE;
}

char *
lectern_wordpress_links_out (LecternWordpressPlace *self,
                             const char *path,
                             const char *html,
                             GCancellable *cancellable)
{
  /* not a whole address, not one from the root, not an anchor alone */
  g_autoptr (GRegex) regex = g_regex_new (
      "\\b(href|src)=\"(?![a-zA-Z][a-zA-Z0-9+.-]*:|[/#?&])([^\"#?]+)(#[^\"]*)?\"", G_REGEX_OPTIMIZE,
      0, NULL);
  Around around = { self, path, cancellable };
  return g_regex_replace_eval (regex, html, -1, 0, 0, replace_link, &around, NULL);
}

static gboolean
restore_link (const GMatchInfo *match, GString *out, gpointer data)
{
  LecternWordpressPlace *self = data;
  g_autofree char *whole = g_match_info_fetch (match, 0);
  g_autofree char *attribute = g_match_info_fetch (match, 1);
  g_autofree char *address = g_match_info_fetch (match, 2);
  g_autofree char *link = g_match_info_fetch (match, 3);
  if (g_str_has_prefix (address, root_of (self)) || g_str_has_prefix (address, self->site.link.address))
    g_string_append_printf (out, "%s=\"%s\"", attribute, link);
  else /* somebody made it lead elsewhere */
    g_string_append (out, whole);
  return FALSE;
}

char *
lectern_wordpress_links_in (LecternWordpressPlace *self, const char *html)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b(href|src)=\"([^\"]*)\" data-lectern=\"([^\"]*)\"",
                                          G_REGEX_OPTIMIZE, 0, NULL);
  return g_regex_replace_eval (regex, html, -1, 0, 0, restore_link, self, NULL);
}
