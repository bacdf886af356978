/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-place.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (lectern-site-error-quark, lectern_site_error)

LecternPlace *
lectern_place_new (const LecternPlaceAddress *address, GError **error)
{
  const char *where = address->address ? address->address : "";
  gboolean folder = g_strcmp0 (address->type, "folder") == 0;
  if (folder && g_path_is_absolute (where))
    return lectern_place_folder_new (where, address->public_url);
  if (g_strcmp0 (address->type, "webdav") == 0 && *where)
    return lectern_place_dav_new (address);
  if (g_strcmp0 (address->type, "wordpress") == 0 && *where)
    return lectern_place_wordpress_new (address);
  if (folder)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID,
                 _("A folder to publish to needs its whole path, beginning with a slash."));
  else
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID,
                 _("This version of Lectern cannot publish to “%s”."),
                 address->type ? address->type : "");
  return NULL;
}

void
lectern_place_free (LecternPlace *place)
{
  if (place != NULL)
    place->verbs->free (place);
}

gboolean
lectern_place_check (LecternPlace *place, GCancellable *cancellable, GError **error)
{
  return place->verbs->check (place, cancellable, error);
}

char *
lectern_place_probe (LecternPlace *place, GCancellable *cancellable, GError **error)
{
  if (place->verbs->probe)
    return place->verbs->probe (place, cancellable, error);
  if (!lectern_place_check (place, cancellable, error))
    return NULL;
  g_autofree char *url = lectern_place_dup_url (place, "");
  return g_strdup_printf (_("Files can be read, written and removed at %s; every address stays "
                            "the same, so calendars can be subscribed to."),
                          url);
}

char *
lectern_place_dup_options (LecternPlace *place)
{
  return place->verbs->dup_options ? place->verbs->dup_options (place) : NULL;
}

GPtrArray *
lectern_place_list (LecternPlace *place,
                    const char *folder,
                    GCancellable *cancellable,
                    GError **error)
{
  return place->verbs->list (place, folder, cancellable, error);
}

GBytes *
lectern_place_read (LecternPlace *place,
                    const char *path,
                    GCancellable *cancellable,
                    GError **error)
{
  return place->verbs->read (place, path, cancellable, error);
}

GHashTable *
lectern_place_hints (LecternPlace *place,
                     const char *folder,
                     GCancellable *cancellable,
                     GError **error)
{
  return place->verbs->hints (place, folder, cancellable, error);
}

gboolean
lectern_place_confirm (LecternPlace *place,
                       const char *path,
                       GBytes *content,
                       GCancellable *cancellable,
                       GError **error)
{
  return place->verbs->confirm == NULL
         || place->verbs->confirm (place, path, content, cancellable, error);
}

gboolean
lectern_place_prepare (LecternPlace *place,
                       const char *path,
                       GBytes *content,
                       GCancellable *cancellable,
                       GError **error)
{
  return place->verbs->prepare == NULL
         || place->verbs->prepare (place, path, content, cancellable, error);
}

gboolean
lectern_place_recheck (LecternPlace *place,
                       const char *path,
                       GBytes *base,
                       GCancellable *cancellable,
                       GError **error)
{
  return place->verbs->recheck == NULL || place->verbs->recheck (place, path, base, cancellable, error);
}

gboolean
lectern_place_write (LecternPlace *place,
                     const char *path,
                     GBytes *content,
                     GBytes **written,
                     char **remark,
                     GCancellable *cancellable,
                     GError **error)
{
  *written = NULL;
  *remark = NULL;
  return place->verbs->write (place, path, content, written, remark, cancellable, error);
}

gboolean
lectern_place_remove (LecternPlace *place,
                      const char *path,
                      GCancellable *cancellable,
                      GError **error)
{
  return place->verbs->remove (place, path, cancellable, error);
}

void
lectern_place_forget (LecternPlace *place, const char *path)
{
  if (place->verbs->forget)
    place->verbs->forget (place, path);
}

void
lectern_place_tidy (LecternPlace *place, const char *path)
{
  place->verbs->tidy (place, path);
}

char *
lectern_place_dup_url (LecternPlace *place, const char *path)
{
  return place->verbs->dup_url (place, path);
}

gboolean
lectern_place_is_inside (const char *path, GError **error)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  gboolean inside = names[0] != NULL;
  for (guint i = 0; names[i]; i++)
    inside = inside && *names[i] != '\0' && *names[i] != '.';
  if (!inside)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
                 _("“%s” is no name of a published file."), path);
  return inside;
}
