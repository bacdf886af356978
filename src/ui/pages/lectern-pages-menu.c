/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-pages-menu.h"

#include "lectern-look-dialog.h"
#include "lectern-profile-dialog.h"
#include "lectern-translations-window.h"
#include <glib/gi18n-lib.h>

static gboolean
is_ready (LecternView *view)
{
  return lectern_view_get_workspace (view) != NULL && lectern_view_get_event (view) != 0;
}

static void
look (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (is_ready (view))
    lectern_look_dialog_present (view);
}

static void
profile (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (is_ready (view))
    lectern_profile_dialog_present (view);
}

static void
translate (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (is_ready (view))
    lectern_translations_window_present (view);
}

GtkWidget *
lectern_pages_menu_new (LecternView *view)
{
  const GActionEntry entries[] = { { "look", look }, { "profile", profile }, { "translations", translate } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), view);
  gtk_widget_insert_action_group (button, "pages", G_ACTION_GROUP (group));
  g_menu_append (menu, _ ("Look of the Pages…"), "pages.look");
  g_menu_append (menu, _ ("Programme on the Pages…"), "pages.profile");
  g_menu_append (menu, _ ("Translations…"), "pages.translations");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Pages"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("How the pages look and what they say in other languages"));
  return button;
}
