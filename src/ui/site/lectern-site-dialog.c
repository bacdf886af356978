/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-dialog-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LecternSiteDialog, lectern_site_dialog, ADW_TYPE_WINDOW)

static guint added_signal;

/* What can be done now: stop while it is tried, keep what was tried, else try. */
static void
update (LecternSiteDialog *self)
{
  gboolean busy = self->cancellable != NULL;
  gboolean tried = self->trial != NULL;
  if (busy)
    gtk_widget_grab_focus (GTK_WIDGET (self->cancel)); /* the form takes no keys meanwhile */
  gtk_widget_set_sensitive (self->form, !busy);
  gtk_widget_set_visible (self->progress, busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (self->report, tried && !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), !busy);
  gtk_button_set_label (self->accept, tried ? _("Add website") : _("Try it"));
}

void
lectern_site_dialog_typed (LecternSiteDialog *self)
{
  if (self->trial == NULL || self->cancellable != NULL)
    return;
  g_clear_pointer (&self->trial, lectern_site_trial_free);
  update (self);
}

/* -- trying ------------------------------------------------------------------- */

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternSiteDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSiteTrial) trial
      = lectern_site_draft_try_finish (LECTERN_WORKSPACE (source), result, &error);
  gboolean closed = self->view == NULL;
  g_clear_object (&self->cancellable);
  if (closed)
    return;
  self->trial = g_steal_pointer (&trial);
  if (self->trial != NULL)
    gtk_label_set_label (self->report_words, self->trial->report);
  update (self);
  if (self->trial != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->accept));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lectern_site_dialog_say (self, error);
}

static void
start_trial (LecternSiteDialog *self)
{
  LecternWorkspace *workspace = lectern_view_get_workspace (self->view);
  g_clear_pointer (&self->draft, lectern_site_draft_unref);
  self->draft = lectern_site_dialog_draft (self);
  lectern_site_dialog_say_nothing (self);
  if (*self->draft->address == '\0')
    {
      g_autoptr (GError) error
          = g_error_new_literal (LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_INVALID, _("Where is the website?"));
      lectern_site_dialog_say (self, error);
      return;
    }
  g_autofree char *words = g_strdup_printf (_("Trying %s: signing in, writing, reading and removing a small file…"),
                                            self->draft->address);
  gtk_label_set_label (self->progress_words, words);
  self->cancellable = g_cancellable_new ();
  update (self);
  lectern_site_draft_try_async (self->draft, workspace, self->cancellable, on_tried, g_object_ref (self));
}

/* -- keeping -------------------------------------------------------------------- */

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternSiteDialog) self = data;
  g_autoptr (GError) error = NULL;
  gboolean password_kept = FALSE;
  gint64 site = lectern_site_draft_keep_finish (LECTERN_WORKSPACE (source), result, &password_kept, &error);
  g_clear_object (&self->cancellable);
  if (self->view == NULL)
    return;
  update (self);
  if (site == 0)
    {
      lectern_site_dialog_say (self, error);
      return;
    }
  if (!password_kept)
    lectern_view_toast (self->view, _("Without a keyring the password is asked for at each start"));
  g_signal_emit (self, added_signal, 0, site);
  gtk_window_close (GTK_WINDOW (self));
}

static void
keep (LecternSiteDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_label_set_label (self->progress_words, _("Adding…"));
  update (self);
  lectern_site_draft_keep_async (self->draft, g_steal_pointer (&self->trial), lectern_view_get_workspace (self->view),
                                 on_kept, g_object_ref (self));
}

/* -- the window -------------------------------------------------------------------- */

static void
accept_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteDialog *self = LECTERN_SITE_DIALOG (widget);
  if (self->cancellable != NULL || lectern_view_get_workspace (self->view) == NULL)
    return;
  if (self->trial != NULL)
    keep (self);
  else
    start_trial (self);
}

/* Stops the trial; without one the dialog goes. */
static void
cancel_form (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteDialog *self = LECTERN_SITE_DIALOG (widget);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static GtkLabel *
words_new (void)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "item-text");
  return GTK_LABEL (label);
}

static GtkWidget *
foot_new (LecternSiteDialog *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sign = gtk_image_new_from_icon_name ("object-select-symbolic");
  self->progress = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->report = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->spinner = GTK_SPINNER (gtk_spinner_new ());
  self->progress_words = words_new ();
  self->report_words = words_new ();
  gtk_label_set_selectable (self->report_words, TRUE);
  gtk_widget_add_css_class (sign, "success");
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->progress), GTK_WIDGET (self->spinner));
  gtk_box_append (GTK_BOX (self->progress), GTK_WIDGET (self->progress_words));
  gtk_box_append (GTK_BOX (self->report), sign);
  gtk_box_append (GTK_BOX (self->report), GTK_WIDGET (self->report_words));
  gtk_widget_add_css_class (self->progress, "padded");
  gtk_widget_add_css_class (self->report, "padded");
  gtk_box_append (GTK_BOX (foot), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (foot), self->progress);
  gtk_box_append (GTK_BOX (foot), self->report);
  return foot;
}

static GtkWidget *
header_new (LecternSiteDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  self->cancel = GTK_BUTTON (gtk_button_new_with_label (_("Cancel")));
  self->accept = GTK_BUTTON (gtk_button_new_with_label (_("Try it")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel), "new-site.cancel");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->accept), "new-site.accept");
  gtk_widget_add_css_class (GTK_WIDGET (self->accept), "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (self->cancel));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (self->accept));
  return header;
}

static void
lectern_site_dialog_init (LecternSiteDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *header = header_new (self);
  GtkWidget *foot = foot_new (self);
  self->form = lectern_site_dialog_form_new (self);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->form);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  gtk_widget_add_css_class (clamp, "page-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), foot);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lectern");
  gtk_window_set_title (GTK_WINDOW (self), _("Add a website"));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->accept));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  update (self);
}

/* A trial that is still on ends, and its answer finds nobody to say it to. */
static void
lectern_site_dialog_dispose (GObject *object)
{
  LecternSiteDialog *self = LECTERN_SITE_DIALOG (object);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->view);
  g_clear_pointer (&self->trial, lectern_site_trial_free);
  g_clear_pointer (&self->draft, lectern_site_draft_unref);
  g_clear_pointer (&self->authority, g_free);
  G_OBJECT_CLASS (lectern_site_dialog_parent_class)->dispose (object);
}

static void
lectern_site_dialog_class_init (LecternSiteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_site_dialog_dispose;
  added_signal = g_signal_new ("added", LECTERN_TYPE_SITE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               1, G_TYPE_INT64);
  gtk_widget_class_install_action (widget_class, "new-site.accept", NULL, accept_form);
  gtk_widget_class_install_action (widget_class, "new-site.cancel", NULL, cancel_form);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "new-site.cancel", NULL);
  lectern_site_dialog_install_form_actions (widget_class);
}

LecternSiteDialog *
lectern_site_dialog_present (LecternView *view)
{
  LecternSiteDialog *self = g_object_new (LECTERN_TYPE_SITE_DIALOG, NULL);
  self->view = g_object_ref (view);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->address.row);
  return self;
}
