/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
lectern_document_free (LecternDocument *document)
{
  if (document == NULL)
    return;
  g_free (document->kind);
  g_free (document->title);
  g_free (document->status);
  g_free (document->date);
  g_strfreev (document->categories);
  g_strfreev (document->tags);
  g_free (document->body);
  g_free (document);
}

static void
add_line (GString *out, const char *name, const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (value, " \t\r\n", -1);
  g_string_append_printf (out, "%s:", name);
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (out, " %s", words[i]);
  g_string_append_c (out, '\n');
}

static int
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_lines (GString *out, const char *name, char **values)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  for (guint i = 0; values && values[i]; i++)
    g_ptr_array_add (sorted, values[i]);
  g_ptr_array_sort (sorted, by_text);
  for (guint i = 0; i < sorted->len; i++)
    add_line (out, name, sorted->pdata[i]);
  /* none at all is not the same as whichever the site has */
  if (values && sorted->len == 0)
    add_line (out, name, "");
}

GBytes *
lectern_document_to_bytes (const LecternDocument *document)
{
  GString *out = g_string_new (NULL);
  add_line (out, "kind", document->kind);
  add_line (out, "title", document->title ? document->title : "");
  add_line (out, "status",
            strcmp (document->status, "future") == 0 ? "publish" : document->status);
  if (document->date)
    add_line (out, "date", document->date);
  add_lines (out, "category", document->categories);
  add_lines (out, "tag", document->tags);
  g_string_append_printf (out, "\n%s", document->body ? document->body : "");
  return g_string_free_to_bytes (out);
}

static void
take_text (char **member, const char *value)
{
  g_free (*member);
  *member = g_strdup (value);
}

static void
take_name (char ***member, const char *value)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  if (*member)
    g_strv_builder_addv (names, (const char **) *member);
  if (*value)
    g_strv_builder_add (names, value);
  g_strfreev (*member);
  *member = g_strv_builder_end (names);
}

static gboolean
take_line (LecternDocument *document, const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *name = colon ? g_strndup (line, colon - line) : g_strdup ("");
  const char *value = colon ? colon + 1 + (colon[1] == ' ') : "";
  if (strcmp (name, "kind") == 0)
    take_text (&document->kind, value);
  else if (strcmp (name, "title") == 0)
    take_text (&document->title, value);
  else if (strcmp (name, "status") == 0)
    take_text (&document->status, value);
  else if (strcmp (name, "date") == 0)
    take_text (&document->date, value);
  else if (strcmp (name, "category") == 0)
    take_name (&document->categories, value);
  else if (strcmp (name, "tag") == 0)
    take_name (&document->tags, value);
  else
    return FALSE;
  return TRUE;
}

LecternDocument *
lectern_document_from_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (LecternDocument) document = g_new0 (LecternDocument, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = size ? g_strndup (data, size) : g_strdup ("");
  char *end = strstr (text, "\n\n");
  gboolean good = end != NULL && strlen (text) == size && g_utf8_validate (text, size, NULL);
  if (good)
    {
      *end = '\0';
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
      for (guint i = 0; good && lines[i]; i++)
        good = take_line (document, lines[i]);
      good = good && document->title && document->status
             && (g_strcmp0 (document->kind, "page") == 0
                 || g_strcmp0 (document->kind, "post") == 0);
      document->body = g_strdup (end + 2);
    }
  if (good)
    return g_steal_pointer (&document);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This is no page and no post."));
  return NULL;
}
