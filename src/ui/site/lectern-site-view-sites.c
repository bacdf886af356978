/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which sites there are: one button each; adding a folder, forgetting one.
 */
#include "lectern-site-view-private.h"

#include <glib/gi18n-lib.h>

/** The site that is shown; NULL where there is none. */
const LecternSite *
lectern_site_view_current_site (LecternSiteView *self)
{
  for (guint i = 0; self->sites != NULL && i < self->sites->len; i++)
    {
      const LecternSite *site = g_ptr_array_index (self->sites, i);
      if (site->id == self->site)
        return site;
    }
  return NULL;
}

static void
on_site_changed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternSiteView) self = data;
  g_autoptr (GError) error = NULL;
  if (!lectern_site_job_finish (LECTERN_WORKSPACE (source), result, &error))
    lectern_view_fail (LECTERN_VIEW (self), error->message);
}

static void
on_folder_chosen (GtkNativeDialog *chooser, int response, LecternSiteView *self)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  LecternWorkspace *workspace = lectern_view_get_workspace (LECTERN_VIEW (self));
  if (response == GTK_RESPONSE_ACCEPT && path != NULL && workspace != NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);
      lectern_site_job_add_async (workspace, name, path, on_site_changed, g_object_ref (self));
    }
  g_object_unref (chooser);
}

static void
add_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_("Folder for the website"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Use this folder"), _("_Cancel"));
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), home, NULL);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_folder_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
forget (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (widget);
  lectern_site_job_remove_async (lectern_view_get_workspace (LECTERN_VIEW (self)), self->site, on_site_changed,
                                 g_object_ref (self));
}

/** Shows another site. */
void
lectern_site_view_choose_site (LecternSiteView *self, gint64 site)
{
  if (site == self->site)
    return;
  self->site = site;
  g_clear_pointer (&self->answer, lectern_site_answer_unref);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  lectern_site_view_show_answer (self);
  lectern_site_view_look (self);
}

static void
on_site_toggled (GtkToggleButton *button, LecternSiteView *self)
{
  gint64 *site = g_object_get_data (G_OBJECT (button), "site");
  if (gtk_toggle_button_get_active (button))
    lectern_site_view_choose_site (self, *site);
}

static GtkWidget *
site_button_new (LecternSiteView *self, const LecternSite *site, GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (site->name);
  GtkWidget *address = gtk_label_new (site->address);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (address), 0);
  gtk_label_set_ellipsize (GTK_LABEL (address), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (address), 32);
  gtk_widget_add_css_class (name, "heading");
  gtk_widget_add_css_class (address, "second-line");
  gtk_widget_set_tooltip_text (button, site->address);
  gtk_box_append (GTK_BOX (lines), name);
  gtk_box_append (GTK_BOX (lines), address);
  gtk_button_set_child (GTK_BUTTON (button), lines);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), site->id == self->site);
  g_object_set_data_full (G_OBJECT (button), "site", g_memdup2 (&site->id, sizeof site->id), g_free);
  g_signal_connect (button, "toggled", G_CALLBACK (on_site_toggled), self);
  return button;
}

/** Reads anew which sites there are. */
void
lectern_site_view_show_sites (LecternSiteView *self)
{
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (self));
  GtkWidget *child, *first = NULL;
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  if (reader != NULL)
    self->sites = lectern_site_list (reader);
  if (lectern_site_view_current_site (self) == NULL)
    {
      g_clear_pointer (&self->answer, lectern_site_answer_unref);
      self->site = self->sites != NULL && self->sites->len > 0 ? ((LecternSite *) self->sites->pdata[0])->id : 0;
    }
  while ((child = gtk_widget_get_first_child (self->site_buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->site_buttons), child);
  for (guint i = 0; self->sites != NULL && i < self->sites->len; i++)
    {
      GtkWidget *button = site_button_new (self, g_ptr_array_index (self->sites, i), first);
      first = first != NULL ? first : button;
      gtk_box_append (GTK_BOX (self->site_buttons), button);
    }
  gtk_stack_set_visible_child_name (self->stack, self->site != 0 ? "site" : "none");
  gtk_widget_set_visible (self->buttons, self->site != 0);
  lectern_site_view_show_answer (self);
}

/** Adding and forgetting. */
void
lectern_site_view_install_site_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "site.add-folder", NULL, add_folder);
  gtk_widget_class_install_action (widget_class, "site.forget", NULL, forget);
}
