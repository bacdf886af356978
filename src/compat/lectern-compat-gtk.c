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

void
lectern_compat_scroll_to (GtkWidget *list, guint position)
{
#if GTK_CHECK_VERSION(4, 12, 0)
  if (GTK_IS_COLUMN_VIEW (list))
    {
      gtk_column_view_scroll_to (GTK_COLUMN_VIEW (list), position, NULL, GTK_LIST_SCROLL_NONE, NULL);
      return;
    }
#endif
  /* A column view carries the action on the list inside it. */
  if (GTK_IS_COLUMN_VIEW (list))
    for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      if (gtk_widget_activate_action (child, "list.scroll-to-item", "u", position))
        return;
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

G_GNUC_END_IGNORE_DEPRECATIONS
