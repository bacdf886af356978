/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Categories and tags: names here, numbers there.
 */
#include "lectern-place-wordpress-private.h"

#include "lectern-wordpress-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
remember (LecternWordpressPlace *self, const char *taxonomy, gint64 id, const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_hash_table_replace (self->terms, g_strconcat (taxonomy, " ", number, NULL), g_strdup (name));
  g_hash_table_replace (self->terms, g_strconcat (taxonomy, ":", name, NULL), number);
}

static char *
recall (LecternWordpressPlace *self, const char *taxonomy, const char *mark, const char *what)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree char *key = g_strconcat (taxonomy, mark, what, NULL);
  return g_strdup (g_hash_table_lookup (self->terms, key));
}

static gboolean
fetch (LecternWordpressPlace *self,
       const char *taxonomy,
       const char *query,
       GCancellable *cancellable,
       GError **error)
{
  g_autofree char *route
      = g_strdup_printf ("wp/v2/%s?per_page=100&hide_empty=false&%s", taxonomy, query);
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_get (&self->site, route, cancellable, error);
  if (answer == NULL)
    return FALSE;
  JsonArray *terms = JSON_NODE_HOLDS_ARRAY (answer->root) ? json_node_get_array (answer->root) : NULL;
  for (guint i = 0; terms && i < json_array_get_length (terms); i++)
    {
      JsonNode *node = json_array_get_element (terms, i);
      JsonObject *term = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
      g_autofree char *name
          = lectern_wordpress_unprotect_title (lectern_wordpress_text (term, "name"));
      remember (self, taxonomy, lectern_wordpress_number (term, "id"), name);
    }
  return TRUE;
}

/* The number of a term of that name, which is made where there is none; 0 with @error. A name that
   this user may not make is left out: 0 without. */
static gint64
make (LecternWordpressPlace *self,
      const char *taxonomy,
      const char *name,
      char **remark,
      GCancellable *cancellable,
      GError **error)
{
  g_autofree char *route = g_strconcat ("wp/v2/", taxonomy, NULL);
  JsonBuilder *json = json_builder_new ();
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "name");
  json_builder_add_string_value (json, name);
  json_builder_end_object (json);
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_post (&self->site, route, json, cancellable, error);
  if (answer == NULL)
    return 0;
  JsonObject *object = lectern_wordpress_answer_object (answer);
  gint64 id = strcmp (answer->code, "term_exists") == 0
                  ? lectern_wordpress_number (lectern_wordpress_member (object, "data"), "term_id")
                  : lectern_wordpress_number (object, "id");
  if (id != 0)
    remember (self, taxonomy, id, name);
  else if (answer->status == 401 || answer->status == 403)
    {
      g_free (*remark);
      *remark = g_strdup_printf (_("There is no category or tag “%s” there, and “%s” has no right to "
                                   "make one."),
                                 name, self->site.link.user);
    }
  else
    lectern_wordpress_fail (&self->site, answer, name, error);
  return id;
}

GArray *
lectern_wordpress_terms_find (LecternWordpressPlace *self,
                              const char *taxonomy,
                              char **names,
                              char **remark,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (GError) own = NULL;
      g_autofree char *word = g_uri_escape_string (names[i], NULL, FALSE);
      g_autofree char *query = g_strconcat ("search=", word, NULL);
      g_autofree char *known = recall (self, taxonomy, ":", names[i]);
      if (known == NULL && fetch (self, taxonomy, query, cancellable, &own))
        known = recall (self, taxonomy, ":", names[i]);
      gint64 id = known         ? g_ascii_strtoll (known, NULL, 10)
                  : own == NULL ? make (self, taxonomy, names[i], remark, cancellable, &own)
                                : 0;
      if (own)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return NULL;
        }
      if (id != 0)
        g_array_append_val (ids, id);
    }
  return g_steal_pointer (&ids);
}

char **
lectern_wordpress_terms_names (LecternWordpressPlace *self,
                               const char *taxonomy,
                               GArray *ids,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
      g_autofree char *query = g_strconcat ("include=", number, NULL);
      g_autofree char *name = recall (self, taxonomy, " ", number);
      if (name == NULL && !fetch (self, taxonomy, query, cancellable, error))
        return NULL;
      if (name == NULL)
        name = recall (self, taxonomy, " ", number);
      if (name)
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}
