/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where templates are, and what is in them.
 */
#include "lectern-template-private.h"

#include "lectern-templates-resource.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCES "/org/lectern/Lectern/templates/"
#define LARGEST (1024 * 1024) /* of one template, in bytes */

G_DEFINE_QUARK (lectern-template-error-quark, lectern_template_error)

static const struct
{
  const char *name;
  const char *label;
} ours[] = {
  { "table", N_("Agenda as a table") },
  { "cards", N_("Agenda as cards") },
  { "plain", N_("Agenda as plain text") },
  { "sessions", N_("One page per session") },
};

void
lectern_template_free (LecternTemplate *template)
{
  g_free (template->name);
  g_free (template->label);
  g_free (template->path);
  g_free (template);
}

char *
lectern_template_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "lectern", "templates", NULL);
}

static void
add (GPtrArray *list, const char *name, const char *label, const char *path)
{
  LecternTemplate *template = g_new0 (LecternTemplate, 1);
  template->name = g_strdup (name);
  template->label = g_strdup (label);
  template->path = g_strdup (path);
  g_ptr_array_add (list, template);
}

/* On any thread, and as long as there is one. */
static GBytes *
our_text (const char *name)
{
  static gsize registered = 0;
  g_autofree char *path = g_strconcat (RESOURCES, name, ".xsl", NULL);
  if (g_once_init_enter (&registered))
    {
      lectern_templates_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  return g_resource_lookup_data (lectern_templates_get_resource (), path, 0, NULL);
}

gboolean
lectern_template_is_ours (const char *name)
{
  g_autoptr (GBytes) text = our_text (name);
  return text != NULL;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* A name of ours stays ours: somebody's own file of that name could not import it. */
static void
add_own (GPtrArray *list)
{
  g_autofree char *folder = lectern_template_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (const char *file = dir ? g_dir_read_name (dir) : NULL; file; file = g_dir_read_name (dir))
    if (g_str_has_suffix (file, ".xsl") && *file != '.')
      g_ptr_array_add (names, g_strndup (file, strlen (file) - 4));
  g_ptr_array_sort (names, by_name);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file = g_strconcat (names->pdata[i], ".xsl", NULL);
      g_autofree char *path = g_build_filename (folder, file, NULL);
      if (!lectern_template_is_ours (names->pdata[i]))
        add (list, names->pdata[i], names->pdata[i], path);
    }
}

GPtrArray *
lectern_template_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_template_free);
  for (guint i = 0; i < G_N_ELEMENTS (ours); i++)
    add (list, ours[i].name, _(ours[i].label), NULL);
  add_own (list);
  return list;
}

static GBytes *
own_text (const char *name, GError **error)
{
  g_autofree char *folder = lectern_template_folder ();
  g_autofree char *file = g_strconcat (name, ".xsl", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  char *text;
  gsize length;
  if (strchr (name, '/') || *name == '.' || *name == '\0'
      || !g_file_get_contents (path, &text, &length, NULL))
    {
      g_set_error (error, LECTERN_TEMPLATE_ERROR, LECTERN_TEMPLATE_ERROR_MISSING,
                   _("There is no template “%s”."), name);
      return NULL;
    }
  return g_bytes_new_take (text, length);
}

GBytes *
lectern_template_text (const char *name, GError **error)
{
  g_autofree char *bare
      = g_str_has_suffix (name, ".xsl") ? g_strndup (name, strlen (name) - 4) : g_strdup (name);
  g_autoptr (GBytes) text = strchr (bare, '/') ? NULL : our_text (bare);
  gsize length = 0;
  if (text == NULL)
    text = own_text (bare, error);
  if (text == NULL)
    return NULL;
  const char *bytes = g_bytes_get_data (text, &length);
  /* entities are the one thing in a file that could make it more than it is */
  if (length == 0 || length > LARGEST || !g_utf8_validate (bytes, length, NULL)
      || g_strstr_len (bytes, length, "<!DOCTYPE") || g_strstr_len (bytes, length, "<!ENTITY"))
    {
      g_set_error (error, LECTERN_TEMPLATE_ERROR, LECTERN_TEMPLATE_ERROR_WRONG,
                   _("The template “%s” cannot be used: it is too large, not UTF-8, or declares a document type."),
                   bare);
      return NULL;
    }
  return g_steal_pointer (&text);
}

gboolean
lectern_template_leads_to_sessions (const char *name)
{
  g_autoptr (GBytes) text = name ? lectern_template_text (name, NULL) : NULL;
  gsize length;
  const char *bytes = text ? g_bytes_get_data (text, &length) : NULL;
  return g_strcmp0 (name, "sessions") == 0
         || (bytes && g_strstr_len (bytes, length, "href=\"sessions.xsl\"") != NULL);
}
