/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-sidebar.h"

#include <glib/gi18n-lib.h>

struct _LecternSidebar
{
  GtkWidget parent_instance;

  /* owned */
  GMenu *workspace_menu;
  GMenu *event_menu;

  /* borrowed */
  GtkLabel *counts[LECTERN_N_SCREENS];
  GtkListBoxRow *rows[LECTERN_N_SCREENS];

  /* template children */
  GtkWidget *clamp;
  AdwHeaderBar *header;
  GtkMenuButton *workspace_button;
  GtkMenuButton *menu_button;
  GtkMenuButton *event_button;
  GtkLabel *workspace_label;
  GtkLabel *event_title;
  GtkLabel *event_detail;
  GtkListBox *list;
  GtkImage *state_icon;
  GtkLabel *state_label;
};

G_DEFINE_FINAL_TYPE (LecternSidebar, lectern_sidebar, GTK_TYPE_WIDGET)

static GtkListBoxRow *
add_row (LecternSidebar *self, LecternScreen place)
{
  const LecternScreenInfo *info = lectern_screen_info (place);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(info->label));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (count, FALSE);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(info->label), -1);
  gtk_widget_set_visible (row, info->create != NULL);
  gtk_list_box_append (self->list, row);
  self->counts[place] = GTK_LABEL (count);
  return GTK_LIST_BOX_ROW (row);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, LecternSidebar *self)
{
  const LecternScreenInfo *info = lectern_screen_info (gtk_list_box_row_get_index (row));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.place", "s", info->name);
}

static void
lectern_sidebar_dispose (GObject *object)
{
  LecternSidebar *self = LECTERN_SIDEBAR (object);
  g_clear_object (&self->workspace_menu);
  g_clear_object (&self->event_menu);
  g_clear_pointer (&self->clamp, gtk_widget_unparent);
  G_OBJECT_CLASS (lectern_sidebar_parent_class)->dispose (object);
}

static void
lectern_sidebar_class_init (LecternSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_sidebar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lectern/Lectern/shell/lectern-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, clamp);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, workspace_button);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, event_button);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, workspace_label);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, event_title);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, event_detail);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, state_icon);
  gtk_widget_class_bind_template_child (widget_class, LecternSidebar, state_label);
  gtk_widget_class_set_css_name (widget_class, "lecternsidebar");
}

static void
lectern_sidebar_init (LecternSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (LecternScreen place = 0; place < LECTERN_N_SCREENS; place++)
    self->rows[place] = add_row (self, place);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);

  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/org/lectern/Lectern/shell/lectern-menus.ui");
  gtk_menu_button_set_menu_model (self->menu_button,
                                  G_MENU_MODEL (gtk_builder_get_object (builder, "main_menu")));
  self->workspace_menu = g_object_ref (G_MENU (gtk_builder_get_object (builder, "workspace_menu")));
  gtk_menu_button_set_menu_model (self->workspace_button, G_MENU_MODEL (self->workspace_menu));
  self->event_menu = g_object_ref (G_MENU (gtk_builder_get_object (builder, "event_menu")));
  gtk_menu_button_set_menu_model (self->event_button, G_MENU_MODEL (self->event_menu));
}

/** The name on the workspace's menu. */
void
lectern_sidebar_set_workspace (LecternSidebar *self, const char *name)
{
  gtk_label_set_label (self->workspace_label, name);
  /* The header bar would rather shorten it than the empty middle. */
  gtk_label_set_width_chars (self->workspace_label, MIN (g_utf8_strlen (name, -1), 12));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->workspace_button), name);
}

/* The first section of both menus is what changes. */
static void
replace_first_section (GMenu *menu, GMenuModel *section)
{
  g_menu_remove (menu, 0);
  g_menu_insert_section (menu, 0, NULL, section);
}

/** The workspaces that one can switch to, as menu items. */
void
lectern_sidebar_set_workspaces (LecternSidebar *self, GMenuModel *others)
{
  replace_first_section (self->workspace_menu, others);
}

/** What the event switcher shows: a title and a second line, which may be "". */
void
lectern_sidebar_set_event (LecternSidebar *self, const char *title, const char *detail)
{
  gtk_label_set_label (self->event_title, title);
  gtk_label_set_label (self->event_detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->event_detail), *detail != '\0');
  g_autofree char *tip = g_strdup_printf ("%s\n%s", title, detail);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->event_button), g_strchomp (tip));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->event_button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/** The events of the workspace, as menu items. */
void
lectern_sidebar_set_events (LecternSidebar *self, GMenuModel *events)
{
  replace_first_section (self->event_menu, events);
}

/** Marks the shown place; does not go there. */
void
lectern_sidebar_set_place (LecternSidebar *self, LecternScreen place)
{
  gtk_list_box_select_row (self->list, self->rows[place]);
}

/** Puts the keyboard on the shown place. */
void
lectern_sidebar_focus (LecternSidebar *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * The number beside a place: 0 shows none. @work: something to do, so with the accent.
 * @meaning: the count in words, "3 problems", for the tooltip and a screen reader.
 */
void
lectern_sidebar_set_count (LecternSidebar *self, LecternScreen place, guint count, gboolean work,
                           const char *meaning)
{
  GtkWidget *label = GTK_WIDGET (self->counts[place]);
  const char *name = _(lectern_screen_info (place)->label);
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autofree char *spoken = count > 0 ? g_strdup_printf ("%s, %s", name, meaning) : g_strdup (name);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, count > 0);
  if (work)
    gtk_widget_add_css_class (label, "badge");
  else
    gtk_widget_add_css_class (label, "quiet");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->rows[place]), count > 0 ? meaning : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[place]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/** The line at the foot. */
void
lectern_sidebar_set_state (LecternSidebar *self, const char *icon, const char *state)
{
  gtk_image_set_from_icon_name (self->state_icon, icon);
  gtk_label_set_label (self->state_label, state);
}

/** The window's buttons, needed here while only the sidebar is in sight. */
void
lectern_sidebar_set_window_controls (LecternSidebar *self, gboolean shown)
{
  adw_header_bar_set_show_end_title_buttons (self->header, shown);
}
