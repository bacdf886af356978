/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-compat-gtk.h"

/* Calls newer than the floor are made here on purpose. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

void
lectern_compat_announce (GtkWidget *widget, const char *text)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  /* GTK's test backend (seen: 4.18) has no such call and would jump to nowhere. */
  if (g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0)
    return;
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#endif
}

#if GTK_CHECK_VERSION(4, 10, 0)
/* A widget comes on the screen: its text is known. The class of menu items has no type of its own to ask for. */
static gboolean
on_map (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer unused)
{
  GObject *item = g_value_get_object (&values[0]);
  GtkAccessible *accessible = GTK_ACCESSIBLE (item);
  if (g_str_equal (G_OBJECT_TYPE_NAME (item), "GtkModelButton"))
    {
      g_autofree char *text = NULL;
      g_object_get (item, "text", &text, NULL);
      g_auto (GStrv) parts = g_strsplit (text ? text : "", "_", -1);
      g_autofree char *name = g_strjoinv ("", parts);
      gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  else if ((GTK_IS_DROP_DOWN (item) || GTK_IS_BUTTON (item))
           && gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    gtk_accessible_reset_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  return TRUE;
}
#endif

void
lectern_compat_mend_names (void)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  g_autoptr (GTypeClass) made = g_type_class_ref (GTK_TYPE_WIDGET); /* its signals come with it */
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
#endif
}

void
lectern_compat_get_color (GtkWidget *widget, GdkRGBA *colour)
{
#if GTK_CHECK_VERSION(4, 10, 0)
  gtk_widget_get_color (widget, colour);
#else
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), colour);
#endif
}

G_GNUC_END_IGNORE_DEPRECATIONS
