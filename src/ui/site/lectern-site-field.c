/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-field.h"

static void
on_changed (GtkEditable *editable, LecternSiteField *field)
{
  lectern_site_field_say (field, NULL);
}

void
lectern_site_field_init (LecternSiteField *field, GtkWidget *group, GtkWidget *row)
{
  GtkWidget *words = gtk_label_new (NULL);
  field->row = row;
  field->words = GTK_LABEL (words);
  field->said = adw_preferences_row_new ();
  gtk_label_set_wrap (field->words, TRUE);
  gtk_label_set_wrap_mode (field->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (field->words, 0);
  gtk_label_set_selectable (field->words, TRUE);
  gtk_widget_add_css_class (words, "error");
  gtk_widget_add_css_class (words, "item-text");
  gtk_widget_add_css_class (words, "field-words");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (field->said), "");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (field->said), words);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (field->said), FALSE);
  gtk_widget_set_focusable (field->said, FALSE);
  gtk_widget_set_visible (field->said, FALSE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), field->said);
  if (GTK_IS_EDITABLE (row))
    g_signal_connect (row, "changed", G_CALLBACK (on_changed), field);
}

void
lectern_site_field_say (LecternSiteField *field, const char *sentence)
{
  gboolean wrong = sentence != NULL;
  gtk_label_set_label (field->words, wrong ? sentence : "");
  gtk_widget_set_visible (field->said, wrong);
  if (wrong)
    gtk_widget_add_css_class (field->row, "error");
  else
    gtk_widget_remove_css_class (field->row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (field->row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field->row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  wrong ? sentence : "", -1);
}

void
lectern_site_field_show (LecternSiteField *field, gboolean show)
{
  gtk_widget_set_visible (field->row, show);
  gtk_widget_set_visible (field->said, show && *gtk_label_get_label (field->words) != '\0');
}

char *
lectern_site_field_dup_text (const LecternSiteField *field)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field->row))));
  return *text != '\0' && gtk_widget_get_visible (field->row) ? g_steal_pointer (&text) : NULL;
}
