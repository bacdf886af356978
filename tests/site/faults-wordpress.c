/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A WordPress: pages, posts with a category, and a file, of an event in one language.
 */
#include "faults-fixture.h"
#include "wordpress-fixture.h"

#include "lectern-site-password.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *
options_for (const char *url)
{
  return g_strdup_printf ("[wordpress]\napi=%s?rest_route=/\npages=true\n", url);
}

static char *
options (Faults *self)
{
  return options_for (self->proxy.url);
}

/* A post, with a category. */
static void
announce (Faults *self)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("News");
  gint64 id = self->site.announcement = lectern_edit_create (edit, LECTERN_KIND_ANNOUNCEMENT);
  lectern_edit_set_integer (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_EVENT, self->site.event);
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_TYPE, "news");
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_STATE, "ready");
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_TEXT_LANGUAGE, "en");
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_TITLE, "News");
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_TEXT, "Something is new.");
  site_fixture_commit (&self->site, edit);
}

static JsonNode *
ask (Faults *self, const char *route)
{
  g_autofree char *text = wordpress_ask (&self->rig, "administrator", "GET", route, NULL);
  JsonNode *node = json_from_string (text, NULL);
  g_assert_nonnull (node);
  return node;
}

/* The next post makes it again. */
static void
forget_category (Faults *self)
{
  g_autoptr (JsonNode) node = ask (self, "wp/v2/categories&search=News");
  JsonArray *found = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (found); i++)
    {
      g_autofree char *route = g_strdup_printf (
          "wp/v2/categories/%" G_GINT64_FORMAT "&force=true",
          json_object_get_int_member (json_array_get_object_element (found, i), "id"));
      g_autofree char *done = wordpress_ask (&self->rig, "administrator", "DELETE", route, NULL);
    }
}

static void
prepare (Faults *self)
{
  const char *languages[] = { "en", NULL };
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Languages");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, self->site.event, LECTERN_EVENT_LANGUAGES, NULL,
                    lectern_value_texts (languages));
  site_fixture_commit (&self->site, edit);
  forget_category (self);
  announce (self);
  if (self->direct)
    return;
  g_autoptr (GError) error = NULL;
  g_autofree char *past = options_for (self->rig.url);
  const LecternPlaceAddress address = { .type = "wordpress", .address = self->rig.url, .user = self->rig.user,
                                        .options = past };
  lectern_site_password_use (self->rig.url, self->rig.user, self->rig.password);
  self->direct = lectern_place_new (&address, &error);
  g_assert_no_error (error);
}

static GHashTable *
snapshot (Faults *self)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) paths = lectern_place_list (self->direct, self->folder, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < paths->len; i++)
    {
      gsize size;
      g_autoptr (GBytes) bytes = lectern_place_read (self->direct, paths->pdata[i], NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (bytes);
      const char *text = g_bytes_get_data (bytes, &size);
      g_hash_table_replace (all, g_strdup (paths->pdata[i]), g_strndup (text, size));
    }
  return all;
}

static char *
edit_url (Faults *self)
{
  return g_strconcat (self->rig.url, "?rig_edit=", self->page, NULL);
}

static void
edit (Faults *self)
{
  g_autofree char *url = edit_url (self);
  g_autofree char *done = wordpress_see (&self->rig, url);
}

static char *
edit_at (Faults *self)
{
  g_autofree char *url = edit_url (self);
  g_autofree char *coded = g_uri_escape_string (url, NULL, FALSE);
  return g_strconcat ("&call=", coded, NULL);
}

/* Also not as a draft or a file that nobody sees. */
static void
assert_single (Faults *self)
{
  static const char *const types[] = { "pages", "posts", "media" };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gboolean file = strcmp (types[i], "media") == 0;
      g_autofree char *route = g_strdup_printf (
          "wp/v2/%s&context=edit&per_page=100&search=%%22lectern:%s%%20%s/%%22%s", types[i], file ? "file" : "begin",
          self->folder, file ? "" : "&status=publish,future,draft,pending,private");
      g_autoptr (JsonNode) node = ask (self, route);
      JsonArray *found = json_node_get_array (node);
      for (guint j = 0; j < json_array_get_length (found); j++)
        {
          JsonObject *object = json_array_get_object_element (found, j);
          JsonObject *content = json_object_get_object_member (object, file ? "description" : "content");
          const char *marker = strstr (json_object_get_string_member (content, "raw"), file ? "lectern:file " : "lectern:begin ");
          g_assert_nonnull (marker);
          char *path = g_strndup (marker, strcspn (marker + 14, " ") + 14);
          g_assert_true (g_hash_table_add (seen, path));
        }
    }
}

const FaultsVerbs faults_wordpress = {
  .start = rig_start_wordpress,
  .type = "wordpress",
  .too_long = 4,
  .prepare = prepare,
  .options = options,
  .snapshot = snapshot,
  .edit = edit,
  .edit_at = edit_at,
  .assert_single = assert_single,
};
