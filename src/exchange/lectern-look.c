/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-look.h"

#include "lectern-colour.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Link and heading colour of pages whose people chose none; the grounds are those of base.xsl. */
static const struct
{
  const char *accent, *ground, *panel, *towards;
} themes[] = { { "#0a5299", "#ffffff", "#f3f5f7", "#000000" },
               { "#8fbcf2", "#15171a", "#1f2327", "#ffffff" } };

#define READABLE 4.5
#define STEPS 50
#define LARGEST_IMAGE (512 * 1024)

void
lectern_look_clear (LecternLook *look)
{
  g_free (look->template_name);
  g_free (look->accent);
  g_clear_pointer (&look->logo, g_bytes_unref);
  g_free (look->logo_text);
  g_clear_pointer (&look->emblem, g_bytes_unref);
  g_free (look->emblem_text);
  memset (look, 0, sizeof *look);
}

guint
lectern_look_part (const char *key)
{
  static const char *const keys[] = { "speakers", "rooms", "abstracts", "map", "downloads" };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_strcmp0 (keys[i], key) == 0)
      return 1u << i;
  return 0;
}

static gboolean
is_readable (LecternColour colour, LecternColour ground, LecternColour panel)
{
  return lectern_colour_contrast (colour, ground) >= READABLE
         && lectern_colour_contrast (colour, panel) >= READABLE;
}

char *
lectern_look_accent (const char *accent, gboolean dark, gboolean *mended)
{
  guint theme = dark ? 1 : 0;
  LecternColour colour, ground, panel, towards, found;
  lectern_colour_parse (themes[theme].ground, &ground);
  lectern_colour_parse (themes[theme].panel, &panel);
  lectern_colour_parse (themes[theme].towards, &towards);
  if (!lectern_colour_parse (accent, &colour))
    lectern_colour_parse (themes[theme].accent, &colour);
  found = colour;
  for (guint step = 1; step <= STEPS && !is_readable (found, ground, panel); step++)
    found = lectern_colour_mix (colour, towards, (double) step / STEPS);
  if (mended)
    *mended = memcmp (&found, &colour, sizeof found) != 0;
  return g_strdup_printf ("#%02x%02x%02x", found.red, found.green, found.blue);
}

const char *
lectern_look_image_ending (GBytes *image)
{
  gsize length = 0;
  const char *bytes = image ? g_bytes_get_data (image, &length) : NULL;
  if (length < 12)
    return NULL;
  if (memcmp (bytes, "\x89PNG\r\n\x1a\n", 8) == 0)
    return "png";
  if (memcmp (bytes, "\xff\xd8\xff", 3) == 0)
    return "jpg";
  if (memcmp (bytes, "GIF8", 4) == 0)
    return "gif";
  if (memcmp (bytes, "RIFF", 4) == 0 && memcmp (bytes + 8, "WEBP", 4) == 0)
    return "webp";
  return NULL;
}

GBytes *
lectern_look_image_read (const char *path, GError **error)
{
  char *bytes;
  gsize length;
  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  g_autoptr (GBytes) image = g_bytes_new_take (bytes, length);
  if (length <= LARGEST_IMAGE && lectern_look_image_ending (image))
    return g_steal_pointer (&image);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("“%s” is no PNG, JPEG, GIF or WebP picture of at most 512 KiB."), path);
  return NULL;
}

char *
lectern_look_image_address (GBytes *image)
{
  const char *ending = lectern_look_image_ending (image);
  gsize length;
  if (ending == NULL)
    return NULL;
  const guchar *bytes = g_bytes_get_data (image, &length);
  g_autofree char *text = g_base64_encode (bytes, length);
  return g_strdup_printf ("data:image/%s;base64,%s", g_str_equal (ending, "jpg") ? "jpeg" : ending,
                          text);
}
