/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-status-page.h"

/* The icon comes when the page is shown: GTK reads an image's icon as soon as it is in a window, so that a
   hidden page would bring librsvg with it, 8 MB. */
static void
on_map (AdwStatusPage *page, gpointer icon)
{
  adw_status_page_set_icon_name (page, icon);
}

GtkWidget *
lectern_status_page_new (const char *icon, const char *title, const char *text)
{
  GtkWidget *page = adw_status_page_new ();
  g_signal_connect_data (page, "map", G_CALLBACK (on_map), g_strdup (icon), (GClosureNotify) (void (*) (void)) g_free, 0);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page), text);
  return page;
}

void
lectern_status_page_add (GtkWidget *page, GtkWidget *widget)
{
  GtkWidget *box = adw_status_page_get_child (ADW_STATUS_PAGE (page));
  if (box == NULL)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
      gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
      adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
    }
  gtk_box_append (GTK_BOX (box), widget);
}

GtkWidget *
lectern_status_page_add_button (GtkWidget *page, const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  lectern_status_page_add (page, button);
  return button;
}
