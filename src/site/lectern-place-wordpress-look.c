/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looking at a WordPress: what stands there for a path. The marker in the text tells, whatever
 * became of its address, its title or its status.
 */
#include "lectern-place-wordpress-private.h"

#include "lectern-wordpress-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lectern_wordpress_seen_free (LecternWordpressSeen *seen)
{
  if (seen == NULL)
    return;
  g_free (seen->status);
  g_free (seen->raw);
  g_free (seen->title);
  g_free (seen->date);
  g_free (seen->link);
  g_clear_pointer (&seen->categories, g_array_unref);
  g_clear_pointer (&seen->tags, g_array_unref);
  lectern_wordpress_part_free (seen->part);
  g_free (seen);
}

gboolean
lectern_wordpress_is_document (const char *path)
{
  return g_str_has_suffix (path, ".html");
}

static GArray *
numbers (JsonObject *object, const char *member)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      gint64 id = JSON_NODE_HOLDS_VALUE (element) ? json_node_get_int (element) : 0;
      g_array_append_val (ids, id);
    }
  return ids;
}

static gint64
newest_revision (JsonObject *object)
{
  JsonObject *links = lectern_wordpress_member (object, "_links");
  JsonNode *node = links ? json_object_get_member (links, "predecessor-version") : NULL;
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonNode *first
      = array && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : NULL;
  return first && JSON_NODE_HOLDS_OBJECT (first)
             ? lectern_wordpress_number (json_node_get_object (first), "id")
             : 0;
}

LecternWordpressSeen *
lectern_wordpress_seen_new (const char *type, JsonObject *object, const char *path)
{
  gboolean file = strcmp (type, "media") == 0;
  if (object == NULL || lectern_wordpress_number (object, "id") == 0
      || lectern_wordpress_member (object, file ? "description" : "content") == NULL)
    return NULL;
  LecternWordpressSeen *seen = g_new0 (LecternWordpressSeen, 1);
  seen->id = lectern_wordpress_number (object, "id");
  seen->type = type;
  seen->status = g_strdup (lectern_wordpress_text (object, "status"));
  seen->raw = g_strdup (lectern_wordpress_raw (object, file ? "description" : "content"));
  seen->title = g_strdup (lectern_wordpress_raw (object, "title"));
  seen->date = g_strdup (lectern_wordpress_text (object, "date_gmt"));
  seen->link = g_strdup (lectern_wordpress_text (object, file ? "source_url" : "link"));
  seen->revision = newest_revision (object);
  seen->categories = numbers (object, "categories");
  seen->tags = numbers (object, "tags");
  seen->part = file ? NULL : lectern_wordpress_part_find (seen->raw, path);
  return seen;
}

gboolean
lectern_wordpress_is_begun (const LecternWordpressSeen *seen)
{
  return strcmp (seen->status, "draft") == 0 && seen->part != NULL
         && lectern_wordpress_part_is_new (seen->part);
}

gboolean
lectern_wordpress_stands (const LecternWordpressSeen *seen)
{
  return strcmp (seen->status, "trash") != 0 && !lectern_wordpress_is_begun (seen);
}

static gboolean
is_better (const LecternWordpressSeen *a, const LecternWordpressSeen *b)
{
  if (b == NULL || lectern_wordpress_stands (a) != lectern_wordpress_stands (b))
    return b == NULL || lectern_wordpress_stands (a);
  return a->id < b->id; /* a copy that somebody made of it is younger */
}

/* What @query finds among @type, into @found; @ours: only with our marker. */
static gboolean
search (LecternWordpressPlace *self,
        const char *type,
        const char *query,
        const char *path,
        gboolean ours,
        GPtrArray *found,
        GCancellable *cancellable,
        GError **error)
{
  g_autofree char *route
      = g_strdup_printf ("wp/v2/%s?context=edit&per_page=100&" ANY_STATUS "&%s", type, query);
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_get (&self->site, route, cancellable, error);
  if (answer == NULL)
    return FALSE;
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (answer->root) ? json_node_get_array (answer->root) : NULL;
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      g_autoptr (LecternWordpressSeen) seen = lectern_wordpress_seen_new (
          type, JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL, path);
      if (seen != NULL && (seen->part != NULL || (!ours && lectern_wordpress_stands (seen))))
        g_ptr_array_add (found, g_steal_pointer (&seen));
    }
  return TRUE;
}

/* -1: there is none. */
static int
best_of (GPtrArray *found)
{
  int best = -1;
  for (guint i = 0; i < found->len; i++)
    if (is_better (found->pdata[i], best < 0 ? NULL : found->pdata[best]))
      best = i;
  return best;
}

static GPtrArray *
search_marker (LecternWordpressPlace *self,
               const char *path,
               gboolean all,
               GCancellable *cancellable,
               GError **error)
{
  static const char *const types[] = { "pages", "posts" };
  g_autoptr (GPtrArray) found
      = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_wordpress_seen_free);
  g_autofree char *key = lectern_wordpress_part_key (path);
  g_autofree char *marker = g_strdup_printf ("\"lectern:begin %s \"", key);
  g_autofree char *wanted = g_uri_escape_string (marker, NULL, FALSE);
  g_autofree char *query = g_strconcat ("search=", wanted, NULL);
  for (guint i = self->place.posts_only; i < G_N_ELEMENTS (types); i++)
    {
      int best = best_of (found);
      if ((all || best < 0 || !lectern_wordpress_stands (found->pdata[best]))
          && !search (self, types[i], query, path, TRUE, found, cancellable, error))
        return NULL;
    }
  return g_steal_pointer (&found);
}

LecternWordpressSeen *
lectern_wordpress_look (LecternWordpressPlace *self,
                        const char *path,
                        GCancellable *cancellable,
                        GError **error)
{
  static const char *const types[] = { "pages", "posts" };
  g_autoptr (GPtrArray) found = search_marker (self, path, FALSE, cancellable, error);
  g_autofree char *slug = lectern_wordpress_part_slug (path);
  g_autofree char *by_slug = g_strconcat ("slug=", slug, NULL);
  for (guint i = self->place.posts_only; found && found->len == 0 && i < G_N_ELEMENTS (types); i++)
    if (!search (self, types[i], by_slug, path, FALSE, found, cancellable, error))
      return NULL;
  int best = found ? best_of (found) : -1;
  if (best < 0)
    return NULL;
  const LecternWordpressSeen *seen = found->pdata[best];
  if (seen->part)
    lectern_wordpress_remember_link (self, path, seen->link);
  return g_ptr_array_steal_index (found, best);
}

void
lectern_wordpress_drop_drafts (LecternWordpressPlace *self, const char *path)
{
  g_autoptr (GPtrArray) found = search_marker (self, path, TRUE, NULL, NULL);
  int best = found ? best_of (found) : -1;
  for (int i = 0; found && i < (int) found->len; i++)
    {
      const LecternWordpressSeen *seen = found->pdata[i];
      g_autofree char *route
          = g_strdup_printf ("wp/v2/%s/%" G_GINT64_FORMAT "?force=true", seen->type, seen->id);
      if (i == best || !lectern_wordpress_is_begun (seen)
          || !lectern_wordpress_part_is_alone (seen->part, seen->raw))
        continue;
      g_autoptr (LecternWordpressAnswer) answer
          = lectern_wordpress_send (&self->site, "DELETE", route, NULL, NULL, NULL, NULL);
    }
}

LecternWordpressSeen *
lectern_wordpress_look_again (LecternWordpressPlace *self,
                              const LecternWordpressSeen *seen,
                              const char *path,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autofree char *route
      = g_strdup_printf ("wp/v2/%s/%" G_GINT64_FORMAT "?context=edit", seen->type, seen->id);
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_send (&self->site, "GET", route, NULL, NULL, cancellable, error);
  if (answer == NULL || answer->status == 404 || answer->status == 410)
    return NULL;
  if (lectern_wordpress_answer_is_done (answer))
    return lectern_wordpress_seen_new (seen->type, lectern_wordpress_answer_object (answer), path);
  lectern_wordpress_fail (&self->site, answer, path, error);
  return NULL;
}

/* Of a page that is not ours all of it is somebody's text. */
static void
fill_body (LecternWordpressPlace *self, const LecternWordpressSeen *seen, LecternDocument *document)
{
  if (seen->part == NULL)
    {
      document->body = g_strdup (seen->raw);
      return;
    }
  g_autofree char *linked = lectern_wordpress_links_in (self, seen->part->body);
  document->body = lectern_wordpress_unprotect (linked);
}

GBytes *
lectern_wordpress_content (LecternWordpressPlace *self,
                           const LecternWordpressSeen *seen,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (LecternDocument) document = g_new0 (LecternDocument, 1);
  g_autoptr (GError) own = NULL;
  const LecternWordpressPart *part = seen->part;
  document->kind = g_strdup (strcmp (seen->type, "pages") == 0 ? "page" : "post");
  document->title = lectern_wordpress_unprotect_title (seen->title);
  document->status = g_strdup (seen->status);
  fill_body (self, seen, document);
  if (part && lectern_wordpress_part_has (part, "date"))
    document->date = g_strconcat (seen->date, "Z", NULL);
  if (part && lectern_wordpress_part_has (part, "categories"))
    document->categories = lectern_wordpress_terms_names (self, "categories", seen->categories,
                                                          cancellable, &own);
  if (own == NULL && part && lectern_wordpress_part_has (part, "tags"))
    document->tags
        = lectern_wordpress_terms_names (self, "tags", seen->tags, cancellable, &own);
  if (own)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  return lectern_document_to_bytes (document);
}
