/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the window does when asked by name: menus, buttons and keys all come here.
 */
#include "lectern-window-private.h"

#include "lectern-event-dialog.h"
#include "lectern-export-dialog.h"
#include "lectern-name-dialog.h"
#include "lectern-release-dialog.h"
#include "lectern-shortcuts.h"
#include <glib/gi18n-lib.h>

/* -- undo and redo ---------------------------------------------------------- */

/* "Undone: Move “Lunch”", and what was left because somebody changed it since. */
static char *
describe (const LecternResult *result, gboolean redo)
{
  guint n_left = result->left != NULL ? result->left->len : 0;
  GString *text = g_string_new (NULL);
  /* TRANSLATORS: %s is what was done, "Move “Lunch”" */
  g_string_printf (text, redo ? _("Done again: %s") : _("Undone: %s"), result->label);
  if (n_left > 0)
    {
      g_string_append (text, " · ");
      /* TRANSLATORS: what an undo did not touch */
      g_string_append_printf (text, ngettext ("%u place was left, it was changed since: ",
                                              "%u places were left, they were changed since: ",
                                              n_left), n_left);
      for (guint i = 0; i < MIN (n_left, 3); i++)
        g_string_append_printf (text, i > 0 ? ", %s" : "%s",
                                (const char *) g_ptr_array_index (result->left, i));
      if (n_left > 3)
        g_string_append (text, ", …");
    }
  return g_string_free (text, FALSE);
}

static void
finish_step (LecternWindow *self, GAsyncResult *result, gboolean redo)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) done = lectern_workspace_undo_finish (self->workspace, result, &error);
  if (done != NULL)
    {
      g_autofree char *text = describe (done, redo);
      lectern_window_toast (self, text, FALSE);
    }
  else if (!g_error_matches (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_NOTHING))
    lectern_window_fail (self, error->message);
  lectern_window_update_undo (self);
}

static void
on_undone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternWindow) self = data;
  if (source == G_OBJECT (self->workspace))
    finish_step (self, result, FALSE);
}

static void
on_redone (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternWindow) self = data;
  if (source == G_OBJECT (self->workspace))
    finish_step (self, result, TRUE);
}

static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  lectern_workspace_undo_async (self->workspace, NULL, on_undone, g_object_ref (self));
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  lectern_workspace_redo_async (self->workspace, NULL, on_redone, g_object_ref (self));
}

/* -- going somewhere --------------------------------------------------------- */

static void
place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  lectern_window_show_place (self, lectern_screen_by_name (g_variant_get_string (parameter, NULL)));
  LecternView *view = lectern_window_get_view (self);
  /* Who comes by a key goes on by key there: where the view has its keyboard, not where Tab would begin, which
     is by places and there are none yet in what has never been on the screen. */
  if (view == NULL || gtk_widget_grab_focus (GTK_WIDGET (view)))
    return;
  /* What takes the place of a view that had the focus may have got it already; a second step would go past it. */
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (view)))
    gtk_widget_child_focus (GTK_WIDGET (view), GTK_DIR_TAB_FORWARD);
}

static void
event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_window_set_event (LECTERN_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
record (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gint64 id;
  guint kind;
  g_variant_get (parameter, "(ux)", &kind, &id);
  lectern_window_open_record (LECTERN_WINDOW (widget), kind, id);
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  if (self->search == NULL)
    {
      self->search = lectern_search_popover_new ();
      gtk_widget_set_parent (GTK_WIDGET (self->search), self->search_button);
    }
  lectern_search_popover_open (self->search, lectern_workspace_reader (self->workspace));
}

static void
toggle_pane (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  if (self->panes[self->place] != NULL)
    adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
show_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
}

static void
close_banner (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_revealer_set_reveal_child (LECTERN_WINDOW (widget)->banner, FALSE);
}

static void
shortcuts (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_shortcuts_present (GTK_WINDOW (widget));
}

static void
welcome (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_window_show_welcome (LECTERN_WINDOW (widget));
}

/* -- workspaces and events ----------------------------------------------------- */

static void
new_workspace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_name_dialog_new_workspace (LECTERN_WINDOW (widget));
}

static void
rename_workspace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_name_dialog_rename_workspace (LECTERN_WINDOW (widget));
}

static void
switch_workspace (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_window_open_path (LECTERN_WINDOW (widget), g_variant_get_bytestring (parameter));
}

static void
sample (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_window_open_sample (LECTERN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
new_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  lectern_event_dialog_new_event (self);
}

static void
edit_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  lectern_event_dialog_edit (self, self->event);
}

static void
copy_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  lectern_event_dialog_copy (self, self->event);
}

static void
move_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  lectern_event_dialog_move (self, self->event);
}

static void
release (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  lectern_release_dialog_open (self, self->event);
}

static void
open_file (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_window_choose_workspace_file (LECTERN_WINDOW (widget));
}

static void
backup (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_window_choose_backup (LECTERN_WINDOW (widget));
}

static void
import (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_window_choose_programme (LECTERN_WINDOW (widget));
}

static void
export (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternWindow *self = LECTERN_WINDOW (widget);
  lectern_export_dialog_present (self, self->event, parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL);
}

/* -- all of them ------------------------------------------------------------------ */

static const struct
{
  const char *name;
  const char *type;
  GtkWidgetActionActivateFunc activate;
  gboolean workspace; /* only with a workspace */
  gboolean event;     /* only with an event */
} actions[] = {
  { "win.undo", NULL, undo, TRUE },
  { "win.redo", NULL, redo, TRUE },
  { "win.place", "s", place, TRUE },
  { "win.event", "x", event, TRUE },
  { "win.record", "(ux)", record, TRUE },
  { "win.search", NULL, search, TRUE },
  { "win.toggle-pane", NULL, toggle_pane, TRUE },
  { "win.show-sidebar", NULL, show_sidebar, TRUE },
  { "win.close-banner", NULL, close_banner },
  { "win.shortcuts", NULL, shortcuts },
  { "win.welcome", NULL, welcome },
  { "win.new-workspace", NULL, new_workspace },
  { "win.rename-workspace", NULL, rename_workspace, TRUE },
  { "win.switch-workspace", "ay", switch_workspace },
  { "win.sample", "s", sample },
  { "win.new-event", NULL, new_event, TRUE },
  { "win.edit-event", NULL, edit_event, TRUE, TRUE },
  { "win.copy-event", NULL, copy_event, TRUE, TRUE },
  { "win.move-event", NULL, move_event, TRUE, TRUE },
  { "win.release", NULL, release, TRUE, TRUE },
  { "win.open", NULL, open_file },
  { "win.backup", NULL, backup, TRUE },
  { "win.import", NULL, import, TRUE },
  { "win.export", NULL, export, TRUE, TRUE },
  { "win.export-as", "s", export, TRUE, TRUE },
};

/** Installs the actions and their keys on the window's class. */
void
lectern_window_class_install_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].type,
                                     actions[i].activate);
  /* On the class and not the application: a text field's own Ctrl+Z goes first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.toggle-pane", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, GDK_CONTROL_MASK,
                                       "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question,
                                       GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.shortcuts", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "win.open", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_i, GDK_CONTROL_MASK, "win.import", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "win.export", NULL);
  for (LecternScreen p = 0; p < LECTERN_N_SCREENS; p++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + p, GDK_ALT_MASK, "win.place", "s",
                                         lectern_screen_info (p)->name);
}

/** Enables what can be done now: one place decides it for menus, buttons and keys. */
void
lectern_window_update_actions (LecternWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (!g_str_has_suffix (actions[i].name, "do")) /* undo and redo: lectern_window_update_undo() */
      gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name,
                                     (!actions[i].workspace || self->workspace != NULL)
                                         && (!actions[i].event || self->event != 0));
}
