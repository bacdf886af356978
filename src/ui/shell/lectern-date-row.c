/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-date-row.h"

#include "lectern-time.h"
#include "lectern-value.h"

GtkWidget *
lectern_date_row_new (const char *title, const char *date)
{
  GtkWidget *row = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  lectern_date_row_set (row, date);
  return row;
}

char *
lectern_date_row_get (GtkWidget *row)
{
  g_auto (LecternValue) value = LECTERN_EMPTY;
  if (!lectern_value_parse (lectern_field (LECTERN_KIND_DAY, LECTERN_DAY_DATE),
                            gtk_editable_get_text (GTK_EDITABLE (row)), &value, NULL))
    return NULL;
  return g_strdup (lectern_value_get_text (&value));
}

void
lectern_date_row_set (GtkWidget *row, const char *date)
{
  g_autofree char *text = date != NULL ? lectern_date_format (date) : NULL;
  gtk_editable_set_text (GTK_EDITABLE (row), text ? text : "");
}

gboolean
lectern_date_row_is_empty (GtkWidget *row)
{
  return *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0';
}

void
lectern_date_row_mark (GtkWidget *row, gboolean good)
{
  if (good)
    gtk_widget_remove_css_class (row, "error");
  else
    gtk_widget_add_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               good ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}
