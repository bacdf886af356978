/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wordpress-fixture.h"

#include "lectern-http.h"
#include "lectern-site-password.h"

#include <json-glib/json-glib.h>
#include <string.h>

static char *password = NULL;

LecternPlace *
wordpress_place (const Rig *rig, const char *role, char **report, GError **error)
{
  const LecternPlaceAddress address = { .type = "wordpress", .address = rig->url, .user = role };
  g_free (password);
  password = g_strdup (rig->password);
  lectern_site_password_use (rig->url, role, rig->password);
  g_autoptr (LecternPlace) place = lectern_place_new (&address, error);
  g_autofree char *words = place ? lectern_place_probe (place, NULL, error) : NULL;
  if (words == NULL)
    return NULL;
  /* later runs know only what was kept */
  g_autofree char *options = lectern_place_dup_options (place);
  LecternPlaceAddress kept = address;
  kept.options = options;
  if (report)
    *report = g_steal_pointer (&words);
  return lectern_place_new (&kept, error);
}

LecternPlace *
wordpress_place_at (const char *url, const char *role)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *options = g_strdup_printf ("[wordpress]\napi=%s?rest_route=/\n", url);
  const LecternPlaceAddress address
      = { .type = "wordpress", .address = url, .user = role, .options = options };
  lectern_site_password_use (url, role, password);
  LecternPlace *place = lectern_place_new (&address, &error);
  g_assert_no_error (error);
  return place;
}

GBytes *
wordpress_page (const char *kind, const char *title, const char *body)
{
  char *text = g_strdup_printf ("kind: %s\ntitle: %s\nstatus: publish\n\n%s", kind, title, body);
  return g_bytes_new_take (text, strlen (text));
}

char *
wordpress_put (LecternPlace *place, const char *path, GBytes *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) written = NULL;
  char *remark = NULL;
  g_autoptr (GBytes) before = lectern_place_read (place, path, NULL, &error);
  g_assert_no_error (error);
  lectern_place_write (place, path, content, &written, &remark, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (written);
  return remark;
}

LecternDocument *
wordpress_get (LecternPlace *place, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lectern_place_read (place, path, NULL, &error);
  g_assert_no_error (error);
  LecternDocument *document = bytes ? lectern_document_from_bytes (bytes, &error) : NULL;
  g_assert_no_error (error);
  return document;
}

static LecternHttpReply *
ask (const Rig *rig, const char *role, const char *method, const char *url, const char *json)
{
  g_autoptr (GError) error = NULL;
  const LecternHttpAccess access = { role, role ? rig->password : NULL, TRUE, NULL };
  g_autoptr (LecternHttp) http = lectern_http_new (rig->url, &access, &error);
  g_assert_no_error (error);
  g_autoptr (GBytes) body = json ? g_bytes_new (json, strlen (json)) : NULL;
  LecternHttpReply *reply = lectern_http_send (http, method, url, NULL,
                                               json ? "application/json" : NULL, body, NULL, &error);
  g_assert_no_error (error);
  return reply;
}

static char *
text_of (const LecternHttpReply *reply)
{
  gsize size;
  const char *data = g_bytes_get_data (reply->body, &size);
  return g_strndup (data, size);
}

char *
wordpress_ask (
    const Rig *rig, const char *role, const char *method, const char *route, const char *json)
{
  g_autofree char *url = g_strconcat (rig->url, "?rest_route=/", route, NULL);
  g_autoptr (LecternHttpReply) reply = ask (rig, role, method, url, json);
  if (!lectern_http_reply_is_done (reply))
    g_test_message ("%s %s: %u", method, route, reply->status);
  g_assert_true (lectern_http_reply_is_done (reply));
  return text_of (reply);
}

char *
wordpress_see (const Rig *rig, const char *url)
{
  g_autoptr (LecternHttpReply) reply = ask (rig, NULL, "GET", url, NULL);
  g_assert_cmpuint (reply->status, ==, 200);
  return text_of (reply);
}

static JsonNode *
all_of (const Rig *rig, const char *type)
{
  g_autoptr (GError) error = NULL;
  gboolean file = strcmp (type, "media") == 0;
  g_autofree char *route = g_strdup_printf (
      "wp/v2/%s&context=edit&per_page=100%s", type,
      file ? "" : "&status=publish,future,draft,pending,private,trash");
  g_autofree char *text = wordpress_ask (rig, "administrator", "GET", route, NULL);
  JsonNode *node = json_from_string (text, &error);
  g_assert_no_error (error);
  return node;
}

guint
wordpress_count (const Rig *rig, const char *type)
{
  g_autoptr (JsonNode) node = all_of (rig, type);
  return json_array_get_length (json_node_get_array (node));
}

gint64
wordpress_id (const Rig *rig, const char *type, const char *text)
{
  g_autoptr (JsonNode) node = all_of (rig, type);
  JsonArray *array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      JsonObject *content = json_object_get_object_member (object, "content");
      if (strstr (json_object_get_string_member (content, "raw"), text))
        return json_object_get_int_member (object, "id");
    }
  g_error ("nothing there has “%s”", text);
}
