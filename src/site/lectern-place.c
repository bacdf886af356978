/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-place.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (lectern-site-error-quark, lectern_site_error)

LecternPlace *
lectern_place_new (const char *type, const char *address, const char *public_url, GError **error)
{
  if (g_strcmp0 (type, "folder") == 0 && address && g_path_is_absolute (address))
    return lectern_place_folder_new (address, public_url);
  if (g_strcmp0 (type, "folder") == 0)
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID,
                 _("A folder to publish to needs its whole path, beginning with a slash."));
  else
    g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID,
                 _("This version of Lectern publishes to folders only, not to “%s”."),
                 type ? type : "");
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

gboolean
lectern_place_write (LecternPlace *place,
                     const char *path,
                     GBytes *content,
                     GCancellable *cancellable,
                     GError **error)
{
  return place->verbs->write (place, path, content, cancellable, error);
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
lectern_place_tidy (LecternPlace *place, const char *path)
{
  place->verbs->tidy (place, path);
}

char *
lectern_place_dup_url (LecternPlace *place, const char *path)
{
  return place->verbs->dup_url (place, path);
}
