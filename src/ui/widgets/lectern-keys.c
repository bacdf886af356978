/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-keys.h"

static void
add (GtkWidget *widget, guint key, GdkModifierType modifiers, GtkShortcutScope scope, GtkShortcutAction *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), scope);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action));
  gtk_widget_add_controller (widget, controller);
}

void
lectern_keys_add (GtkWidget *widget, guint key, GdkModifierType modifiers, const char *action)
{
  add (widget, key, modifiers, GTK_SHORTCUT_SCOPE_LOCAL, gtk_named_action_new (action));
}

static gboolean
on_key_everywhere (GtkWidget *widget, GVariant *args, gpointer action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  return gtk_widget_get_mapped (widget) && g_action_parse_detailed_name (action, &name, &target, NULL)
         && gtk_widget_activate_action_variant (widget, name, target);
}

void
lectern_keys_add_everywhere (GtkWidget *widget, guint key, GdkModifierType modifiers, const char *action)
{
  add (widget, key, modifiers, GTK_SHORTCUT_SCOPE_GLOBAL,
       gtk_callback_action_new (on_key_everywhere, g_strdup (action), g_free));
}

static gboolean
on_find_key (GtkWidget *widget, GVariant *args, gpointer search)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  if (!gtk_widget_get_mapped (search) || (focus != NULL && gtk_widget_is_ancestor (focus, search)))
    return FALSE;
  return gtk_widget_grab_focus (search);
}

void
lectern_keys_add_search (GtkWidget *widget, GtkWidget *search)
{
  add (widget, GDK_KEY_f, GDK_CONTROL_MASK, GTK_SHORTCUT_SCOPE_LOCAL,
       gtk_callback_action_new (on_find_key, search, NULL));
}
