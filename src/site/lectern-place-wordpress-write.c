/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing pages and posts to a WordPress. There is no conditional write: what was there is
 * compared with its revisions afterwards. Creating twice would make a second page, so a new
 * one is a draft first, which is found again by its marker when the answer is lost.
 */
#include "lectern-place-wordpress-private.h"

#include "lectern-wordpress-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is to be sent of a document. */
typedef struct
{
  LecternWordpressPlace *self;
  const char *path;
  LecternDocument *document;
  char *title, *body, *words;
  GArray *categories, *tags; /* NULL: stay as they are */
  GCancellable *cancellable;
} Sending;

static void
sending_clear (Sending *sending)
{
  lectern_document_free (sending->document);
  g_free (sending->title);
  g_free (sending->body);
  g_free (sending->words);
  g_clear_pointer (&sending->categories, g_array_unref);
  g_clear_pointer (&sending->tags, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sending, sending_clear)

static gboolean
prepare (Sending *sending, GBytes *content, char **remark, GError **error)
{
  LecternDocument *document = sending->document = lectern_document_from_bytes (content, error);
  if (document == NULL)
    return FALSE;
  g_autofree char *body = lectern_wordpress_protect (document->body);
  const char *words[] = { NULL, NULL, NULL, NULL };
  guint n = 0;
  if (document->date)
    words[n++] = "date";
  if (document->categories)
    words[n++] = "categories";
  if (document->tags)
    words[n++] = "tags";
  sending->words = g_strjoinv (" ", (char **) words);
  sending->title = lectern_wordpress_protect_title (document->title);
  sending->body
      = lectern_wordpress_links_out (sending->self, sending->path, body, sending->cancellable);
  if (document->categories
      && !(sending->categories = lectern_wordpress_terms_find (
               sending->self, "categories", document->categories, remark, sending->cancellable,
               error)))
    return FALSE;
  return document->tags == NULL
         || (sending->tags = lectern_wordpress_terms_find (sending->self, "tags", document->tags,
                                                           remark, sending->cancellable, error));
}

static void
add_text (JsonBuilder *json, const char *member, const char *text)
{
  json_builder_set_member_name (json, member);
  json_builder_add_string_value (json, text);
}

static void
add_numbers (JsonBuilder *json, const char *member, GArray *ids)
{
  if (ids == NULL)
    return;
  json_builder_set_member_name (json, member);
  json_builder_begin_array (json);
  for (guint i = 0; i < ids->len; i++)
    json_builder_add_int_value (json, g_array_index (ids, gint64, i));
  json_builder_end_array (json);
}

static LecternWordpressAnswer *
post (const Sending *sending,
      const char *route,
      const char *raw,
      const char *status,
      gboolean address,
      GError **error)
{
  JsonBuilder *json = json_builder_new ();
  json_builder_begin_object (json);
  add_text (json, "title", sending->title);
  add_text (json, "content", raw);
  add_text (json, "status", status);
  if (address)
    {
      g_autofree char *slug = lectern_wordpress_part_slug (sending->path);
      add_text (json, "slug", slug);
    }
  if (sending->document->date)
    {
      g_autofree char *date = g_strdup (sending->document->date);
      date[strcspn (date, "Z")] = '\0';
      add_text (json, "date_gmt", date);
    }
  if (strstr (route, "posts"))
    {
      add_numbers (json, "categories", sending->categories);
      add_numbers (json, "tags", sending->tags);
    }
  json_builder_end_object (json);
  return lectern_wordpress_post (&sending->self->site, route, json, sending->cancellable, error);
}

static LecternWordpressSeen *
seen_of_answer (const Sending *sending,
                const char *type,
                LecternWordpressAnswer *answer,
                GError **error)
{
  g_autoptr (LecternWordpressAnswer) own = answer;
  LecternWordpressSeen *seen
      = lectern_wordpress_answer_is_done (own)
            ? lectern_wordpress_seen_new (type, lectern_wordpress_answer_object (own), sending->path)
            : NULL;
  if (seen == NULL)
    lectern_wordpress_fail (&sending->self->site, own, sending->path, error);
  return seen;
}

/* --- a new one --- */

static LecternWordpressSeen *
create_draft (const Sending *sending, GError **error)
{
  LecternWordpressPlace *self = sending->self;
  gboolean page = !self->place.posts_only && strcmp (sending->document->kind, "page") == 0;
  const char *type = page ? "pages" : "posts", *route = page ? "wp/v2/pages" : "wp/v2/posts";
  g_autofree char *raw = lectern_wordpress_part_put (NULL, NULL, sending->path, sending->words,
                                                     TRUE, sending->body);
  for (guint tried = 0;; tried++)
    {
      g_autoptr (GError) own = NULL;
      LecternWordpressAnswer *answer = post (sending, route, raw, "draft", TRUE, &own);
      if (answer)
        return seen_of_answer (sending, type, answer, error);
      g_autoptr (GError) unread = NULL;
      gboolean lost = g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST);
      g_autoptr (LecternWordpressSeen) there
          = lost ? lectern_wordpress_look (self, sending->path, sending->cancellable, &unread)
                 : NULL;
      if (there && there->part)
        return g_steal_pointer (&there);
      if (lost && unread == NULL && tried == 0)
        continue;
      g_propagate_error (error, unread ? g_steal_pointer (&unread) : g_steal_pointer (&own));
      return NULL;
    }
}

/* --- one that is there --- */

static gboolean
same_text (const char *a, const char *b)
{
  return strcmp (a, b) == 0;
}

static LecternWordpressSeen *
fail_changed (const Sending *sending, GError **error)
{
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_CHANGED,
               _("%s was changed there at this moment."), sending->path);
  return NULL;
}

/* Writes it as it is to stand. Where the answer is lost, what stands there tells. */
static LecternWordpressSeen *
update (const Sending *sending, const LecternWordpressSeen *before, GError **error)
{
  g_autofree char *route
      = g_strdup_printf ("wp/v2/%s/%" G_GINT64_FORMAT, before->type, before->id);
  g_autofree char *raw = lectern_wordpress_part_put (
      before->raw, before->part, sending->path, sending->words, FALSE, sending->body);
  gboolean fresh = !lectern_wordpress_stands (before);
  for (guint tried = 0;; tried++)
    {
      g_autoptr (GError) own = NULL, unread = NULL;
      LecternWordpressAnswer *answer
          = post (sending, route, raw, sending->document->status, fresh, &own);
      if (answer && answer->status != 404 && answer->status != 410)
        return seen_of_answer (sending, before->type, answer, error);
      if (answer)
        {
          lectern_wordpress_answer_free (answer);
          return fail_changed (sending, error);
        }
      gboolean lost = g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST);
      g_autoptr (LecternWordpressSeen) there
          = lost ? lectern_wordpress_look_again (sending->self, before, sending->path,
                                                 sending->cancellable, &unread)
                 : NULL;
      if (there && same_text (there->raw, raw) && same_text (there->title, sending->title))
        return g_steal_pointer (&there);
      if (there && same_text (there->raw, before->raw) && tried == 0)
        continue;
      if (there && !same_text (there->raw, before->raw))
        return fail_changed (sending, error);
      g_propagate_error (error, unread ? g_steal_pointer (&unread) : g_steal_pointer (&own));
      return NULL;
    }
}

/* With this user's rights WordPress would filter the text of others too. */
static gboolean
may_write (const Sending *sending, const LecternWordpressSeen *before, GError **error)
{
  if (!sending->self->place.plain || before->part == NULL
      || lectern_wordpress_part_is_alone (before->part, before->raw))
    return TRUE;
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FORBIDDEN,
               _("Somebody wrote around our part of %s. With the rights that “%s” has there, "
                 "WordPress would change that text too, so nothing was written."),
               before->link, sending->self->site.link.user);
  return FALSE;
}

gboolean
lectern_wordpress_write (LecternWordpressPlace *self,
                         const char *path,
                         GBytes *content,
                         LecternWordpressSeen *before,
                         GBytes **written,
                         char **remark,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (LecternWordpressSeen) there = before;
  g_auto (Sending) sending = { .self = self, .path = path, .cancellable = cancellable };
  g_autoptr (GError) own = NULL;
  if (!prepare (&sending, content, remark, error))
    return FALSE;
  if (there == NULL)
    {
      there = lectern_wordpress_look (self, path, cancellable, &own);
      if (own == NULL && there && lectern_wordpress_stands (there))
        return fail_changed (&sending, error) != NULL;
      if (own == NULL && there == NULL)
        there = create_draft (&sending, &own);
    }
  g_autoptr (LecternWordpressSeen) after
      = own == NULL && may_write (&sending, there, &own) ? update (&sending, there, &own) : NULL;
  if (after)
    {
      lectern_wordpress_remember_link (self, path, after->link);
      if (!lectern_wordpress_stands (there)
          || lectern_wordpress_look_back (self, path, there, after, remark, cancellable, &own))
        *written = lectern_wordpress_content (self, after, cancellable, &own);
    }
  if (own)
    g_propagate_error (error, g_steal_pointer (&own));
  return *written != NULL;
}

/* --- taking away --- */

gboolean
lectern_wordpress_set_text (LecternWordpressPlace *self,
                            const LecternWordpressSeen *seen,
                            const char *title,
                            const char *raw,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autofree char *route = g_strdup_printf ("wp/v2/%s/%" G_GINT64_FORMAT, seen->type, seen->id);
  JsonBuilder *json = json_builder_new ();
  json_builder_begin_object (json);
  add_text (json, "title", title);
  add_text (json, "content", raw);
  json_builder_end_object (json);
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_post (&self->site, route, json, cancellable, error);
  if (answer == NULL || lectern_wordpress_answer_is_done (answer))
    return answer != NULL;
  lectern_wordpress_fail (&self->site, answer, seen->link, error);
  return FALSE;
}

/* A page on which others wrote too stays, without our part. */
static gboolean
cut_out (LecternWordpressPlace *self,
         const LecternWordpressSeen *seen,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *rest = lectern_wordpress_part_cut (seen->raw, seen->part);
  if (!self->place.plain)
    return lectern_wordpress_set_text (self, seen, seen->title, rest, cancellable, error);
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FORBIDDEN,
               _("Somebody wrote around our part of %s. With the rights that “%s” has there, "
                 "WordPress would change that text too, so nothing was written."),
               seen->link, self->site.link.user);
  return FALSE;
}

gboolean
lectern_wordpress_remove (LecternWordpressPlace *self,
                          const char *path,
                          const LecternWordpressSeen *seen,
                          GCancellable *cancellable,
                          GError **error)
{
  if (!lectern_wordpress_part_is_alone (seen->part, seen->raw))
    return cut_out (self, seen, cancellable, error);
  g_autofree char *route = g_strdup_printf ("wp/v2/%s/%" G_GINT64_FORMAT, seen->type, seen->id);
  g_autoptr (GError) own = NULL;
  g_autoptr (LecternWordpressAnswer) answer
      = lectern_wordpress_send (&self->site, "DELETE", route, NULL, NULL, cancellable, &own);
  /* 404, 410: it is in the trash already, perhaps since an answer that was lost */
  if (answer
      && (lectern_wordpress_answer_is_done (answer) || answer->status == 404
          || answer->status == 410))
    return TRUE;
  if (answer)
    lectern_wordpress_fail (&self->site, answer, path, error);
  else if (!g_error_matches (own, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_LOST))
    g_propagate_error (error, g_steal_pointer (&own));
  else
    {
      g_clear_error (&own);
      g_autoptr (LecternWordpressSeen) there
          = lectern_wordpress_look_again (self, seen, path, cancellable, &own);
      if (own == NULL && (there == NULL || strcmp (there->status, "trash") == 0))
        return TRUE;
      if (own)
        g_propagate_error (error, g_steal_pointer (&own));
      else
        g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                     _("%s is still there after it was removed."), path);
    }
  return FALSE;
}
