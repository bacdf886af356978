/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site.h"

#include "lectern-position.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

void
lectern_site_free (LecternSite *site)
{
  if (site == NULL)
    return;
  g_free (site->name);
  g_free (site->type);
  g_free (site->address);
  g_free (site->public_url);
  g_free (site);
}

static LecternSite *
site_of (const LecternRecord *record)
{
  LecternSite *site = g_new0 (LecternSite, 1);
  site->id = record->id;
  site->name = g_strdup (lectern_record_text (record, LECTERN_SITE_NAME));
  site->type = g_strdup (lectern_record_text (record, LECTERN_SITE_TYPE));
  site->address = g_strdup (lectern_record_text (record, LECTERN_SITE_ADDRESS));
  site->public_url = g_strdup (lectern_record_text (record, LECTERN_SITE_PUBLIC_URL));
  return site;
}

GPtrArray *
lectern_site_list (LecternReader *reader)
{
  GPtrArray *sites = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_site_free);
  g_autoptr (GPtrArray) records = lectern_reader_all (reader, LECTERN_KIND_SITE);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (sites, site_of (g_ptr_array_index (records, i)));
  return sites;
}

LecternSite *
lectern_site_find (LecternReader *reader, const char *name, GError **error)
{
  g_autoptr (GPtrArray) sites = lectern_site_list (reader);
  for (guint i = 0; i < sites->len && (name || sites->len == 1); i++)
    if (name == NULL || g_strcmp0 (((LecternSite *) g_ptr_array_index (sites, i))->name, name) == 0)
      return g_ptr_array_steal_index (sites, i);
  if (name)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND,
                 _("There is no website “%s”."), name);
  else if (sites->len == 0)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND,
                 _("No website has been set up yet."));
  else
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND,
                 _("There are several websites; say which one is meant."));
  return NULL;
}

LecternPlace *
lectern_site_place (LecternReader *reader, gint64 site, GError **error)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_SITE, site);
  if (record == NULL || !record->alive)
    {
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND,
                   _("There is no such website any more."));
      return NULL;
    }
  return lectern_place_new (lectern_record_text (record, LECTERN_SITE_TYPE),
                            lectern_record_text (record, LECTERN_SITE_ADDRESS),
                            lectern_record_text (record, LECTERN_SITE_PUBLIC_URL), error);
}

static gboolean
is_free_name (LecternReader *reader, const char *name, GError **error)
{
  g_autoptr (GPtrArray) same
      = lectern_reader_find_text (reader, LECTERN_KIND_SITE, LECTERN_SITE_NAME, name);
  if (same->len == 0)
    return TRUE;
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID,
               _("There is a website “%s” already."), name);
  return FALSE;
}

static gboolean
try_folder (const char *path, const char *public_url, GError **error)
{
  g_autoptr (LecternPlace) place = lectern_place_new ("folder", path, public_url, error);
  if (place == NULL)
    return FALSE;
  if (g_mkdir_with_parents (path, 0755) != 0)
    {
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
                   _("The folder “%s” cannot be made: %s."), path, g_strerror (errno));
      return FALSE;
    }
  return lectern_place_check (place, NULL, error);
}

static LecternEdit *
edit_of_site (
    LecternReader *reader, const char *name, const char *path, const char *public_url, gint64 *id)
{
  g_autoptr (GPtrArray) sites = lectern_reader_all (reader, LECTERN_KIND_SITE);
  const LecternRecord *last = sites->len ? g_ptr_array_index (sites, sites->len - 1) : NULL;
  g_autofree char *position = lectern_position_between (
      last ? lectern_record_text (last, LECTERN_SITE_POSITION) : NULL, NULL);
  g_autofree char *label = g_strdup_printf (_("Add the website “%s”"), name);
  LecternEdit *edit = lectern_edit_new (label);
  *id = lectern_edit_create (edit, LECTERN_KIND_SITE);
  lectern_edit_set_text (edit, LECTERN_KIND_SITE, *id, LECTERN_SITE_NAME, name);
  lectern_edit_set_text (edit, LECTERN_KIND_SITE, *id, LECTERN_SITE_TYPE, "folder");
  lectern_edit_set_text (edit, LECTERN_KIND_SITE, *id, LECTERN_SITE_ADDRESS, path);
  lectern_edit_set_text (edit, LECTERN_KIND_SITE, *id, LECTERN_SITE_POSITION, position);
  if (public_url)
    lectern_edit_set_text (edit, LECTERN_KIND_SITE, *id, LECTERN_SITE_PUBLIC_URL, public_url);
  return edit;
}

gint64
lectern_site_add_folder (LecternWorkspace *workspace,
                         const char *name,
                         const char *path,
                         const char *public_url,
                         GError **error)
{
  gint64 id = 0;
  if (name == NULL || *name == '\0')
    {
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID,
                   _("A website needs a name."));
      return 0;
    }
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  if (reader == NULL || !is_free_name (reader, name, error)
      || !try_folder (path, public_url, error))
    return 0;
  g_autoptr (LecternEdit) edit = edit_of_site (reader, name, path, public_url, &id);
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, error);
  return result ? id : 0;
}

gboolean
lectern_site_remove (LecternWorkspace *workspace, gint64 site, GError **error)
{
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  if (reader == NULL)
    return FALSE;
  g_autofree char *name = lectern_reader_name (reader, LECTERN_KIND_SITE, site, NULL);
  g_autofree char *label = g_strdup_printf (_("Remove the website “%s”"), name);
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  g_autoptr (GPtrArray) items
      = lectern_reader_find (reader, LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_SITE, site);
  for (guint i = 0; i < items->len; i++)
    lectern_edit_delete (edit, LECTERN_KIND_PUBLICATION,
                         ((LecternRecord *)g_ptr_array_index (items, i))->id);
  lectern_edit_delete (edit, LECTERN_KIND_SITE, site);
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, error);
  return result != NULL;
}

char *
lectern_site_check (LecternReader *reader, gint64 site, GError **error)
{
  g_autoptr (LecternPlace) place = lectern_site_place (reader, site, error);
  if (place == NULL || !lectern_place_check (place, NULL, error))
    return NULL;
  g_autoptr (GPtrArray) files = lectern_place_list (place, "", NULL, error);
  if (files == NULL)
    return NULL;
  g_autofree char *url = lectern_place_dup_url (place, "");
  g_autofree char *can
      = g_strdup_printf (_("Files can be read, written and removed at %s; every address stays the "
                           "same, so calendars can be subscribed to."),
                         url);
  g_autofree char *has = g_strdup_printf (
      ngettext ("%u file stands there now.", "%u files stand there now.", files->len), files->len);
  return g_strdup_printf ("%s %s", can, has);
}
