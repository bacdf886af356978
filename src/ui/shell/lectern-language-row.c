/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-language-row.h"

#include "lectern-text.h"

/* The official languages of Europe's institutions and neighbours, in the order of the tags. */
static const char *const tags[] = {
  "bg", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr",
  "hu", "is", "it", "lb", "lt", "lv", "mk", "mt", "nb", "nl", "nn", "pl", "pt", "ro", "sk", "sl",
  "sq", "sr", "sv", "tr", "uk",
};

/** A row with languages by name; @tag is chosen (NULL: the person's own language). */
GtkWidget *
lectern_language_row_new (const char *title, const char *tag)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *const *own = g_get_language_names ();
  guint chosen = 7; /* English */
  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      gtk_string_list_take (names, lectern_language_name (tags[i]));
      if (tag != NULL ? strcmp (tags[i], tag) == 0 : strncmp (own[0], tags[i], 2) == 0)
        chosen = i;
    }
  GtkWidget *row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), chosen);
  return row;
}

/** The chosen language's tag. */
const char *
lectern_language_row_get (GtkWidget *row)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  return tags[chosen < G_N_ELEMENTS (tags) ? chosen : 7];
}
