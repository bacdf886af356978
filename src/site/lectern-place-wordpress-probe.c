/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trying a WordPress when it is set up: who signs in, what this user may do, and, with a draft that
 * is gone afterwards, whether it can be written and how much of the HTML stays.
 */
#include "lectern-place-wordpress-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  gboolean pages, posts, files, plain;
  char *name, *role, *home;
} Rights;

static void
rights_clear (Rights *rights)
{
  g_free (rights->name);
  g_free (rights->role);
  g_free (rights->home);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rights, rights_clear)

static gboolean
can (JsonObject *capabilities, const char *what)
{
  JsonNode *node = capabilities ? json_object_get_member (capabilities, what) : NULL;
  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
}

static const char *
role_of (JsonObject *me)
{
  static const struct
  {
    const char *key, *name;
  } roles[] = { { "administrator", N_("administrator") }, { "editor", N_("editor") },
                { "author", N_("author") }, { "contributor", N_("contributor") },
                { "subscriber", N_("subscriber") } };
  JsonNode *node = json_object_get_member (me, "roles");
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  const char *key = array && json_array_get_length (array) > 0
                            && JSON_NODE_HOLDS_VALUE (json_array_get_element (array, 0))
                        ? json_array_get_string_element (array, 0)
                        : NULL;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_strcmp0 (key, roles[i].key) == 0)
      return _(roles[i].name);
  return key ? key : "";
}

/* Who signs in. Where no passwords are taken at all, that is the reason, not the password. */
static gboolean
sign_in (LecternWordpressPlace *self,
         const LecternWordpressAnswer *index,
         Rights *rights,
         GCancellable *cancellable,
         GError **error)
{
  const char *address = self->site.link.address;
  if (!lectern_wordpress_takes_passwords (index))
    {
      gboolean safe = g_str_has_prefix (address, "https://");
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_REFUSED,
                   safe ? _("The WordPress at %s takes no application passwords; somebody switched "
                            "them off, perhaps in a security plugin.")
                        : _("The WordPress at %s takes no application passwords, because its "
                            "connection is not safe. It needs https."),
                   address);
      return FALSE;
    }
  g_autoptr (LecternWordpressAnswer) answer = lectern_wordpress_get (
      &self->site, "wp/v2/users/me?context=edit", cancellable, error);
  if (answer == NULL)
    return FALSE;
  JsonObject *me = lectern_wordpress_answer_object (answer);
  JsonObject *capabilities = lectern_wordpress_member (me, "capabilities");
  if (capabilities == NULL)
    {
      lectern_wordpress_fail (&self->site, answer, "", error);
      return FALSE;
    }
  rights->name = g_strdup (lectern_wordpress_text (me, "name"));
  rights->role = g_strdup (role_of (me));
  rights->pages = can (capabilities, "publish_pages") && can (capabilities, "edit_pages");
  rights->posts = can (capabilities, "publish_posts") && can (capabilities, "edit_posts");
  rights->files = can (capabilities, "upload_files");
  rights->plain = !can (capabilities, "unfiltered_html");
  if (rights->posts)
    return TRUE;
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FORBIDDEN,
               _("“%s” is “%s” at %s and may not publish there. It takes the role of an author for "
                 "posts, or of an editor for pages; an administrator can give it."),
               self->site.link.user, rights->role, address);
  return FALSE;
}

/* A plugin or a setting may take away what the role has; the site says so of the draft itself. */
static gboolean
keeps_all_html (JsonObject *draft)
{
  static const char sample[] = "<time datetime=\"2026-06-17\">";
  JsonObject *links = lectern_wordpress_member (draft, "_links");
  return links && json_object_has_member (links, "wp:action-unfiltered-html")
         && strstr (lectern_wordpress_raw (draft, "content"), sample);
}

static gboolean
try_draft (LecternWordpressPlace *self, Rights *rights, GCancellable *cancellable, GError **error)
{
  const char *type = rights->pages ? "pages" : "posts";
  g_autofree char *route = g_strconcat ("wp/v2/", type, NULL);
  JsonBuilder *json = json_builder_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "title");
  json_builder_add_string_value (json, _("Lectern tries this site"));
  json_builder_set_member_name (json, "status");
  json_builder_add_string_value (json, "draft");
  json_builder_set_member_name (json, "content");
  json_builder_add_string_value (json, "<!-- wp:html -->\n<p><time datetime=\"2026-06-17\">17"
                                       "</time></p>\n<!-- /wp:html -->");
  json_builder_end_object (json);
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_post (&self->site, route, json, cancellable, error);
  if (answer == NULL)
    return FALSE;
  JsonObject *draft = lectern_wordpress_answer_object (answer);
  if (!lectern_wordpress_answer_is_done (answer) || draft == NULL)
    {
      lectern_wordpress_fail (&self->site, answer, "", error);
      return FALSE;
    }
  rights->plain = !keeps_all_html (draft);
  g_autofree char *itself = g_strdup_printf ("%s/%" G_GINT64_FORMAT "?force=true", route,
                                             lectern_wordpress_number (draft, "id"));
  g_autoptr (LecternWordpressAnswer) gone = lectern_wordpress_send (&self->site, "DELETE", itself,
                                                                    NULL, NULL, NULL, NULL);
  return TRUE;
}

/* What later runs need to know, beside what was there. */
static void
keep (LecternWordpressPlace *self, const Rights *rights)
{
  g_autoptr (GKeyFile) options = g_key_file_new ();
  if (self->options)
    g_key_file_load_from_data (options, self->options, -1, G_KEY_FILE_NONE, NULL);
  g_key_file_set_string (options, "wordpress", "api", self->site.api);
  g_key_file_set_boolean (options, "wordpress", "pages", rights->pages);
  g_key_file_set_boolean (options, "wordpress", "plain", rights->plain);
  g_free (self->options);
  self->options = g_key_file_to_data (options, NULL, NULL);
  self->place.plain = rights->plain;
  self->place.posts_only = !rights->pages;
}

static char *
report (const LecternWordpressPlace *self, const Rights *rights)
{
  GString *words = g_string_new (NULL);
  /* Translators: the name of a person, an address, and a role like "editor" */
  g_string_append_printf (words, _("%s is signed in at %s (%s)."), rights->name,
                          self->site.link.address, rights->role);
  if (rights->pages)
    g_string_append (words, _(" Pages and posts can be published."));
  else
    g_string_append (words, _(" Only posts can be published: an author has no right to pages, so "
                              "that the pages of events become posts."));
  if (rights->plain)
    g_string_append (words, _(" HTML is simplified there for this user: what search engines read "
                              "about the event is left out, and pages on which somebody else wrote "
                              "too are not changed."));
  if (rights->files)
    g_string_append (words, _(" Calendars and PDF files can be uploaded, but get a new address each "
                              "time: for a calendar to subscribe to, add a web space or a folder."));
  else
    g_string_append (words, _(" Files cannot be uploaded."));
  return g_string_free (words, FALSE);
}

char *
lectern_wordpress_probe (LecternPlace *place, GCancellable *cancellable, GError **error)
{
  LecternWordpressPlace *self = (LecternWordpressPlace *) place;
  g_auto (Rights) rights = { 0 };
  g_autoptr (LecternWordpressAnswer) index
      = lectern_wordpress_find (&self->site, cancellable, error);
  if (index == NULL || !sign_in (self, index, &rights, cancellable, error)
      || !try_draft (self, &rights, cancellable, error))
    return NULL;
  keep (self, &rights);
  return report (self, &rights);
}
