/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-parts.h"

#include "lectern-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order of the bits; keys of site_part. */
static const char *const keys[] = { "pages", "calendars", "data", "news" };

#define ALL (LECTERN_SITE_PAGES | LECTERN_SITE_CALENDARS | LECTERN_SITE_DATA | LECTERN_SITE_NEWS)

LecternSiteParts
lectern_site_parts_possible (const char *type)
{
  return g_strcmp0 (type, "wordpress") == 0 ? ALL & ~LECTERN_SITE_DATA : ALL;
}

/* A content system gives every upload an address of its own. */
static LecternSiteParts
usual (const char *type)
{
  LecternSiteParts all = lectern_site_parts_possible (type);
  return g_strcmp0 (type, "wordpress") == 0 ? all & ~LECTERN_SITE_CALENDARS : all;
}

LecternSiteParts
lectern_site_parts (LecternReader *reader, gint64 site)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_SITE, site);
  const char *type = record ? lectern_record_text (record, LECTERN_SITE_TYPE) : NULL;
  if (record == NULL || lectern_record_is_empty (record, LECTERN_SITE_PARTS))
    return usual (type);
  g_auto (GStrv) chosen = lectern_value_get_texts (lectern_record_value (record, LECTERN_SITE_PARTS));
  LecternSiteParts parts = 0;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_strv_contains ((const char *const *) chosen, keys[i]))
      parts |= 1u << i;
  return parts & lectern_site_parts_possible (type);
}

void
lectern_site_set_parts (LecternEdit *edit, gint64 site, LecternSiteParts parts)
{
  /* An empty list would be no choice at all. */
  const char *chosen[G_N_ELEMENTS (keys) + 1] = { "none", NULL };
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (parts & (1u << i))
      chosen[n++] = keys[i];
  lectern_edit_set (edit, LECTERN_KIND_SITE, site, LECTERN_SITE_PARTS, NULL, lectern_value_texts (chosen));
}

gboolean
lectern_site_parts_parse (const char *text, LecternSiteParts *parts, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ", ", -1);
  *parts = 0;
  for (guint i = 0; words[i]; i++)
    {
      guint k = 0;
      while (k < G_N_ELEMENTS (keys) && strcmp (words[i], keys[k]) != 0)
        k++;
      if (k < G_N_ELEMENTS (keys))
        *parts |= 1u << k;
      else if (*words[i] != '\0')
        {
          g_set_error (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID,
                       _("“%s” cannot go to a website; there are: %s."), words[i], "pages, calendars, data, news");
          return FALSE;
        }
    }
  return TRUE;
}

char *
lectern_site_parts_format (LecternSiteParts parts)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (parts & (1u << i))
      g_string_append_printf (out, "%s%s", out->len ? "," : "", keys[i]);
  return g_strdup (out->str);
}
