/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-missing-choice.h"

#include <glib/gi18n-lib.h>

static const LecternField *
field_of (void)
{
  return lectern_field (LECTERN_KIND_EVENT, LECTERN_EVENT_PAGE_MISSING);
}

static void
on_selected (GtkDropDown *choice, GParamSpec *pspec, LecternView *view)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Choose what becomes of what is not translated"));
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, lectern_view_get_event (view), LECTERN_EVENT_PAGE_MISSING,
                         field_of ()->choices[gtk_drop_down_get_selected (choice)].key);
  lectern_view_commit (view, edit, NULL);
}

GtkWidget *
lectern_missing_choice_new (LecternView *view)
{
  g_autoptr (LecternRecord) event
      = lectern_reader_get (lectern_view_get_reader (view), LECTERN_KIND_EVENT, lectern_view_get_event (view));
  const char *key = event ? lectern_record_text (event, LECTERN_EVENT_PAGE_MISSING) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const LecternField *field = field_of ();
  guint selected = 0; /* what nobody chose is the first */
  for (guint i = 0; field->choices[i].key != NULL; i++)
    {
      gtk_string_list_append (names, lectern_field_choice_label (field, field->choices[i].key));
      if (g_strcmp0 (field->choices[i].key, key) == 0)
        selected = i;
    }
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (field->label), -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_selected), view, 0);
  return choice;
}
