/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Trying a web space when it is set up: everything that publishing will need, in a folder of
 * its own that is gone afterwards.
 */
#include "lectern-place-dav-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGE (1 << 20)

static gboolean
put (LecternPlace *place,
     const char *path,
     GBytes *content,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (GBytes) written = NULL;
  g_autofree char *remark = NULL;
  return lectern_place_write (place, path, content, &written, &remark, cancellable, error);
}

/* Written, read, replaced. */
static gboolean
try_file (LecternPlace *place, const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) one = g_bytes_new_static ("one\n", 4);
  g_autoptr (GBytes) two = g_bytes_new_static ("two, longer\n", 12);
  if (!put (place, path, one, cancellable, error))
    return FALSE;
  g_autoptr (GBytes) there = lectern_place_read (place, path, cancellable, error);
  return there && put (place, path, two, cancellable, error);
}

static gboolean
try_listing (LecternPlace *place, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) files = lectern_place_hints (place, folder, cancellable, error);
  if (files == NULL)
    return FALSE;
  if (g_hash_table_contains (files, "page.html"))
    return TRUE;
  g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_FAILED,
               _("The web space does not list what was written to it."));
  return FALSE;
}

/* Whether the server keeps to the state that a change is meant for. What replaces a file is moved
   over it; if that goes through for a state that @path never had, an edit that somebody saves
   between our last look and our change is replaced unseen. */
static gboolean
minds_states (LecternDav *self, const char *path, const char *other, GCancellable *cancellable)
{
  g_autofree char *encoded = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *to = g_strconcat (self->link.address, encoded, NULL);
  g_autofree char *state = g_strdup_printf ("<%s> ([\"lectern-never\"])", to);
  const char *headers[] = { "Destination", to, "Overwrite", "T", "If", state, NULL };
  g_autoptr (LecternHttpReply) reply
      = lectern_dav_send (self, "MOVE", other, headers, NULL, cancellable, NULL);
  return reply && reply->status == 412;
}

static GBytes *
large_content (void)
{
  char *data = g_malloc (LARGE);
  for (guint i = 0; i < LARGE; i++)
    data[i] = i * 2654435761u >> 13;
  return g_bytes_new_take (data, LARGE);
}

static gboolean
is_about_the_site (const GError *error)
{
  return error
         && (error->domain != LECTERN_SITE_ERROR
             || (error->code != LECTERN_SITE_ERROR_FAILED
                 && error->code != LECTERN_SITE_ERROR_FORBIDDEN));
}

char *
lectern_dav_probe (LecternPlace *place, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_strdup_printf ("lectern-try-%08x", g_random_int ());
  g_autofree char *page = g_strconcat (folder, "/page.html", NULL);
  g_autofree char *odd = g_strconcat (folder, "/Zo\303\253 & 50%25+.txt", NULL);
  g_autofree char *large = g_strconcat (folder, "/large.bin", NULL);
  g_autofree char *whole = g_strconcat (folder, "/", NULL);
  g_autoptr (GBytes) content = large_content ();
  g_autoptr (GError) of_odd = NULL, of_large = NULL, of_removal = NULL;
  gboolean works = lectern_place_check (place, cancellable, error)
                   && try_file (place, page, cancellable, error)
                   && try_listing (place, folder, cancellable, error);
  gboolean odd_works = works && try_file (place, odd, cancellable, &of_odd);
  gboolean minded = odd_works && minds_states ((LecternDav *) place, page, odd, cancellable);
  gboolean large_works = works && put (place, large, content, cancellable, &of_large);
  gboolean removed = works && lectern_place_remove (place, page, cancellable, &of_removal);
  if (odd_works)
    lectern_place_remove (place, odd, NULL, NULL);
  if (large_works)
    lectern_place_remove (place, large, NULL, NULL);
  lectern_place_remove (place, whole, NULL, NULL);
  GError **failures[] = { &of_odd, &of_large, &of_removal };
  for (guint i = 0; works && i < G_N_ELEMENTS (failures); i++)
    if (is_about_the_site (*failures[i]))
      {
        g_propagate_error (error, g_steal_pointer (failures[i]));
        works = FALSE;
      }
  if (!works)
    return NULL;
  g_autofree char *url = lectern_place_dup_url (place, "");
  GString *words = g_string_new (NULL);
  g_string_append_printf (words, _("Files can be read, written and replaced at %s; every address "
                                   "stays the same, so calendars can be subscribed to."),
                          url);
  if (odd_works && !minded)
    g_string_append (words, _(" Whether somebody saves a change there at the very moment of "
                              "publishing cannot be checked."));
  if (!removed)
    g_string_append (words, _(" Nothing can be removed there again."));
  if (!odd_works)
    g_string_append (words, _(" Names with spaces or letters like “ë” do not work there."));
  if (!large_works)
    g_string_append (words, _(" Files of one megabyte are not taken."));
  return g_string_free (words, FALSE);
}
