/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site.h"

#include "lectern-keep.h"
#include "lectern-position.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

void
lectern_site_free (LecternSite *site)
{
  if (site == NULL)
    return;
  g_free (site->name);
  g_free (site->type);
  g_free (site->address);
  g_free (site->public_url);
  g_free (site->user);
  g_free (site->options);
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
  site->user = g_strdup (lectern_record_text (record, LECTERN_SITE_USER));
  site->options = g_strdup (lectern_record_text (record, LECTERN_SITE_OPTIONS));
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
    {
      g_autoptr (GString) names = g_string_new (NULL);
      for (guint i = 0; i < sites->len; i++)
        g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", ((LecternSite *) sites->pdata[i])->name);
      /* TRANSLATORS: %s is a list of their names */
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NOT_FOUND,
                   _("There are several websites; say which one is meant: %s."), names->str);
    }
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
  LecternPlaceAddress address = { lectern_record_text (record, LECTERN_SITE_TYPE),
                                  lectern_record_text (record, LECTERN_SITE_ADDRESS),
                                  lectern_record_text (record, LECTERN_SITE_PUBLIC_URL),
                                  lectern_record_text (record, LECTERN_SITE_USER),
                                  lectern_record_text (record, LECTERN_SITE_OPTIONS) };
  return lectern_place_new (&address, error);
}

static gboolean
is_free_name (LecternReader *reader, const char *name, GError **error)
{
  g_autoptr (GPtrArray) same
      = lectern_reader_find_text (reader, LECTERN_KIND_SITE, LECTERN_SITE_NAME, name);
  if (same->len == 0)
    return TRUE;
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NAME,
               _("There is a website “%s” already."), name);
  return FALSE;
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (!g_path_is_absolute (path) || g_mkdir_with_parents (path, 0755) == 0)
    return TRUE;
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE,
               _("The folder “%s” cannot be made: %s."), path, g_strerror (errno));
  return FALSE;
}

static void
set (LecternEdit *edit, gint64 id, guint field, const char *text)
{
  if (text != NULL && *text != '\0')
    lectern_edit_set_text (edit, LECTERN_KIND_SITE, id, field, text);
}

static LecternEdit *
edit_of_site (LecternReader *reader,
              const char *name,
              const LecternPlaceAddress *address,
              gint64 *id)
{
  g_autoptr (GPtrArray) sites = lectern_reader_all (reader, LECTERN_KIND_SITE);
  const LecternRecord *last = sites->len ? g_ptr_array_index (sites, sites->len - 1) : NULL;
  g_autofree char *position = lectern_position_between (
      last ? lectern_record_text (last, LECTERN_SITE_POSITION) : NULL, NULL);
  g_autofree char *label = g_strdup_printf (_("Add the website “%s”"), name);
  LecternEdit *edit = lectern_edit_new (label);
  *id = lectern_edit_create (edit, LECTERN_KIND_SITE);
  set (edit, *id, LECTERN_SITE_NAME, name);
  set (edit, *id, LECTERN_SITE_TYPE, address->type);
  set (edit, *id, LECTERN_SITE_ADDRESS, address->address);
  set (edit, *id, LECTERN_SITE_POSITION, position);
  set (edit, *id, LECTERN_SITE_PUBLIC_URL, address->public_url);
  set (edit, *id, LECTERN_SITE_USER, address->user);
  set (edit, *id, LECTERN_SITE_OPTIONS, address->options);
  return edit;
}

char *
lectern_site_options_trusting (const char *file, GError **error)
{
  g_autofree char *pem = NULL;
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  if (!g_file_get_contents (file, &pem, NULL, error))
    return NULL;
  g_autoptr (GTlsCertificate) certificate = g_tls_certificate_new_from_pem (pem, -1, NULL);
  if (certificate == NULL)
    {
      g_autofree char *name = g_filename_display_basename (file);
      g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID,
                   _("“%s” is no certificate in PEM form."), name);
      return NULL;
    }
  g_key_file_set_string (keys, "tls", "authority", pem);
  return g_key_file_to_data (keys, NULL, NULL);
}

void
lectern_site_trial_free (LecternSiteTrial *trial)
{
  if (trial == NULL)
    return;
  g_free (trial->report);
  g_free (trial->options);
  g_free (trial);
}

static gboolean
is_good_name (LecternReader *reader, const char *name, GError **error)
{
  if (name != NULL && *name != '\0')
    return is_free_name (reader, name, error);
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_NAME, _("A website needs a name."));
  return FALSE;
}

LecternSiteTrial *
lectern_site_try (LecternWorkspace *workspace,
                  const char *name,
                  const LecternPlaceAddress *address,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  if (reader == NULL || !is_good_name (reader, name, error))
    return NULL;
  g_autoptr (LecternPlace) place = lectern_place_new (address, error);
  if (place == NULL
      || (g_strcmp0 (address->type, "folder") == 0 && !make_folder (address->address, error)))
    return NULL;
  g_autofree char *words = lectern_place_probe (place, cancellable, error);
  if (words == NULL)
    return NULL;
  LecternSiteTrial *trial = g_new0 (LecternSiteTrial, 1);
  trial->report = g_steal_pointer (&words);
  trial->options = lectern_place_dup_options (place);
  if (trial->options == NULL)
    trial->options = g_strdup (address->options);
  return trial;
}

gint64
lectern_site_keep (LecternWorkspace *workspace,
                   const char *name,
                   const LecternPlaceAddress *address,
                   const LecternSiteTrial *trial,
                   GError **error)
{
  gint64 id = 0;
  LecternPlaceAddress kept = *address;
  kept.options = trial->options;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  if (reader == NULL || !is_good_name (reader, name, error))
    return 0;
  g_autoptr (LecternEdit) edit = edit_of_site (reader, name, &kept, &id);
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, error);
  return result ? id : 0;
}

gint64
lectern_site_add (LecternWorkspace *workspace,
                  const char *name,
                  const LecternPlaceAddress *address,
                  char **report,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (LecternSiteTrial) trial
      = lectern_site_try (workspace, name, address, cancellable, error);
  gint64 id = trial ? lectern_site_keep (workspace, name, address, trial, error) : 0;
  if (id != 0 && report)
    *report = g_steal_pointer (&trial->report);
  return id;
}

gint64
lectern_site_add_folder (LecternWorkspace *workspace,
                         const char *name,
                         const char *path,
                         const char *public_url,
                         GError **error)
{
  const LecternPlaceAddress address
      = { .type = "folder", .address = path ? path : "", .public_url = public_url };
  return lectern_site_add (workspace, name, &address, NULL, NULL, error);
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

/* What changed or vanished there of what was published; sentences, "" for nothing. */
static char *
compare (LecternReader *reader, gint64 site, LecternPlace *place, GError **error)
{
  g_autoptr (GPtrArray) notes
      = lectern_reader_find (reader, LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_SITE, site);
  g_autoptr (GPtrArray) changed = g_ptr_array_new (), gone = g_ptr_array_new ();
  for (guint i = 0; i < notes->len; i++)
    {
      const LecternRecord *note = g_ptr_array_index (notes, i);
      const char *path = lectern_record_text (note, LECTERN_PUBLICATION_REMOTE);
      const char *base = lectern_record_text (note, LECTERN_PUBLICATION_BASE_HASH);
      g_autoptr (GError) own = NULL;
      if (path == NULL || base == NULL || *base == '\0')
        continue;
      g_autoptr (GBytes) theirs = lectern_place_read (place, path, NULL, &own);
      g_autofree char *hash = theirs ? lectern_keep_hash (theirs) : NULL;
      if (own != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return NULL;
        }
      if (hash == NULL)
        g_ptr_array_add (gone, (gpointer) path);
      else if (strcmp (hash, base) != 0)
        g_ptr_array_add (changed, (gpointer) path);
    }
  g_ptr_array_add (changed, NULL);
  g_ptr_array_add (gone, NULL);
  g_autofree char *of_changed = g_strjoinv (", ", (char **) changed->pdata);
  g_autofree char *of_gone = g_strjoinv (", ", (char **) gone->pdata);
  GString *words = g_string_new (NULL);
  if (changed->len > 1)
    g_string_append_printf (words, _(" Changed there since: %s."), of_changed);
  if (gone->len > 1)
    g_string_append_printf (words, _(" No longer there: %s."), of_gone);
  if (changed->len + gone->len == 2 && notes->len > 0)
    g_string_append (words, _(" All that was published stands there as it was left."));
  return g_string_free (words, FALSE);
}

char *
lectern_site_check (LecternReader *reader, gint64 site, GError **error)
{
  g_autoptr (LecternPlace) place = lectern_site_place (reader, site, error);
  g_autofree char *can = place ? lectern_place_probe (place, NULL, error) : NULL;
  g_autoptr (GPtrArray) files = can ? lectern_place_list (place, "", NULL, error) : NULL;
  g_autofree char *compared = files ? compare (reader, site, place, error) : NULL;
  if (compared == NULL)
    return NULL;
  g_autofree char *has = g_strdup_printf (
      ngettext ("%u file stands there now.", "%u files stand there now.", files->len), files->len);
  return g_strdup_printf ("%s %s%s", can, has, compared);
}
