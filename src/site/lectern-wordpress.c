/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-wordpress.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lectern_wordpress_init (LecternWordpress *self, const LecternPlaceAddress *address, const char *api)
{
  lectern_connection_init (&self->link, address, TRUE);
  g_mutex_init (&self->mutex);
  self->api = g_strdup (api);
  self->stored = api != NULL;
}

void
lectern_wordpress_clear (LecternWordpress *self)
{
  lectern_connection_clear (&self->link);
  g_mutex_clear (&self->mutex);
  g_free (self->api);
}

/* --- JSON as it comes from somewhere --- */

static JsonNode *
member_of (JsonObject *object, const char *member, JsonNodeType type)
{
  JsonNode *node = object ? json_object_get_member (object, member) : NULL;
  return node && json_node_get_node_type (node) == type ? node : NULL;
}

const char *
lectern_wordpress_text (JsonObject *object, const char *member)
{
  JsonNode *node = member_of (object, member, JSON_NODE_VALUE);
  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
}

JsonObject *
lectern_wordpress_member (JsonObject *object, const char *member)
{
  JsonNode *node = member_of (object, member, JSON_NODE_OBJECT);
  return node ? json_node_get_object (node) : NULL;
}

const char *
lectern_wordpress_raw (JsonObject *object, const char *member)
{
  return lectern_wordpress_text (lectern_wordpress_member (object, member), "raw");
}

gint64
lectern_wordpress_number (JsonObject *object, const char *member)
{
  JsonNode *node = member_of (object, member, JSON_NODE_VALUE);
  return node && json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : 0;
}

/* --- answers --- */

void
lectern_wordpress_answer_free (LecternWordpressAnswer *answer)
{
  if (answer == NULL)
    return;
  g_clear_pointer (&answer->root, json_node_unref);
  g_free (answer);
}

gboolean
lectern_wordpress_answer_is_done (const LecternWordpressAnswer *answer)
{
  return answer->status / 100 == 2;
}

JsonObject *
lectern_wordpress_answer_object (const LecternWordpressAnswer *answer)
{
  return JSON_NODE_HOLDS_OBJECT (answer->root) ? json_node_get_object (answer->root) : NULL;
}

LecternWordpressAnswer *
lectern_wordpress_answer_parse (const LecternHttpReply *reply)
{
  gsize size;
  const char *text = g_bytes_get_data (reply->body, &size);
  g_autoptr (JsonParser) parser = json_parser_new ();
  if (size == 0 || (*text != '{' && *text != '[')
      || !json_parser_load_from_data (parser, text, size, NULL))
    return NULL;
  const char *pages = lectern_http_reply_header (reply, "x-wp-totalpages");
  LecternWordpressAnswer *answer = g_new0 (LecternWordpressAnswer, 1);
  answer->status = reply->status;
  answer->root = json_parser_steal_root (parser);
  answer->code = lectern_wordpress_text (lectern_wordpress_answer_object (answer), "code");
  answer->message = lectern_wordpress_text (lectern_wordpress_answer_object (answer), "message");
  answer->pages = pages ? g_ascii_strtoull (pages, NULL, 10) : 1;
  return answer;
}

/* Something answers that is not WordPress's interface: a firewall, a page to sign in. */
static void
fail_strange (LecternWordpress *self, const LecternHttpReply *reply, GError **error)
{
  if (reply->status == 403 || reply->status == 406)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FORBIDDEN,
                 _("%s is a WordPress, but something in front of it, a security plugin or the web "
                   "host, refuses this request (%u)."),
                 self->link.address, reply->status);
  else if (reply->status == 404)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
                 _("WordPress no longer answers at %s; was it moved?"), self->api);
  else
    lectern_connection_fail (&self->link, reply, "", error);
}

static char *
dup_api (LecternWordpress *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  if (self->api == NULL)
    {
      g_autoptr (LecternWordpressAnswer) index = lectern_wordpress_find (self, cancellable, error);
      if (index == NULL)
        return NULL;
    }
  return g_strdup (self->api);
}

/* "…/wp-json/" or "…?rest_route=/", where the question mark is taken already. */
static char *
url_of (const char *api, const char *route)
{
  char *url = g_strconcat (api, route, NULL);
  char *second = strchr (api, '?') ? strchr (url + strlen (api), '?') : NULL;
  if (second)
    *second = '&';
  return url;
}

LecternWordpressAnswer *
lectern_wordpress_send (LecternWordpress *self,
                        const char *method,
                        const char *route,
                        const char *type,
                        GBytes *body,
                        GCancellable *cancellable,
                        GError **error)
{
  const char *headers[] = { "Accept", "application/json", NULL };
  for (;;)
    {
      g_autofree char *api = dup_api (self, cancellable, error);
      g_autofree char *url = api ? url_of (api, route) : NULL;
      g_autoptr (LecternHttpReply) reply
          = url ? lectern_connection_send (&self->link, method, url, headers, type, body,
                                           cancellable, error)
                : NULL;
      LecternWordpressAnswer *answer = reply ? lectern_wordpress_answer_parse (reply) : NULL;
      if (reply == NULL || answer != NULL)
        return answer;
      if (!self->stored)
        {
          fail_strange (self, reply, error);
          return NULL;
        }
      /* somebody changed the permalinks, perhaps */
      g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
      self->stored = FALSE;
      g_clear_pointer (&self->api, g_free);
    }
}

LecternWordpressAnswer *
lectern_wordpress_get (LecternWordpress *self,
                       const char *route,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_send (self, "GET", route, NULL, NULL, cancellable, error);
  if (answer == NULL || lectern_wordpress_answer_is_done (answer))
    return g_steal_pointer (&answer);
  lectern_wordpress_fail (self, answer, "", error);
  return NULL;
}

LecternWordpressAnswer *
lectern_wordpress_post (LecternWordpress *self,
                        const char *route,
                        JsonBuilder *builder,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (JsonBuilder) taken = builder;
  g_autoptr (JsonNode) root = json_builder_get_root (taken);
  char *text = json_to_string (root, FALSE);
  g_autoptr (GBytes) body = g_bytes_new_take (text, strlen (text));
  return lectern_wordpress_send (self, "POST", route, "application/json", body, cancellable, error);
}

/* --- sentences --- */

static gboolean
is_about_the_password (const char *code)
{
  static const char *const codes[]
      = { "incorrect_password", "invalid_username", "invalid_email", "invalid_application_password",
          "rest_not_logged_in", "application_passwords_disabled",
          "application_passwords_disabled_for_user", NULL };
  return g_strv_contains (codes, code);
}

static void
fail (GError **error, int code, const char *sentence, const LecternWordpressAnswer *answer)
{
  /* Translators: a sentence, and what the website itself says about it, in its own language */
  g_set_error (error, LECTERN_SITE_ERROR, code, *answer->message ? _("%s It says: “%s”") : "%s",
               sentence, answer->message);
}

void
lectern_wordpress_fail (LecternWordpress *self,
                        const LecternWordpressAnswer *answer,
                        const char *what,
                        GError **error)
{
  const char *user = self->link.user ? self->link.user : "";
  g_autofree char *sentence = NULL;
  int code = LECTERN_SITE_ERROR_FAILED;
  if (is_about_the_password (answer->code))
    {
      code = LECTERN_SITE_ERROR_DENIED;
      sentence = g_strdup_printf (_("%s does not take this user name and application password. It "
                                    "is not the password for signing in with a browser."),
                                  self->link.address);
    }
  else if (g_str_has_prefix (answer->code, "rest_upload_"))
    sentence = g_strdup_printf (_("WordPress does not take files like “%s”."), what);
  else if (answer->status == 401 || answer->status == 403)
    {
      code = LECTERN_SITE_ERROR_FORBIDDEN;
      sentence = g_strdup_printf (_("“%s” has no right to do this at %s."), user,
                                  *what ? what : self->link.address);
    }
  else if (answer->status == 429 || (answer->status > 501 && answer->status < 505))
    {
      code = LECTERN_SITE_ERROR_UNREACHABLE;
      sentence = g_strdup_printf (_("%s is too busy just now (%u); try again later."),
                                  self->link.address, answer->status);
    }
  else
    sentence = g_strdup_printf (_("WordPress cannot do it for %s (%u)."),
                                *what ? what : self->link.address, answer->status);
  fail (error, code, sentence, answer);
}
