/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-view-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LecternSiteView, lectern_site_view, LECTERN_TYPE_VIEW)


/* -- what was found ------------------------------------------------------------------ */

static void
update_actions (LecternSiteView *self)
{
  GPtrArray *items = self->answer != NULL ? self->answer->items : NULL;
  guint n = lectern_site_items_count (items, LECTERN_SITE_GOES_OUT);
  gboolean idle = self->cancellable == NULL;
  g_autofree char *label
      = n > 0 ? g_strdup_printf (ngettext ("Publish %u item…", "Publish %u items…", n), n) : g_strdup (_("Publish"));
  gtk_button_set_label (self->publish, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->publish), idle && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "site.publish", idle && n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "site.check", idle && self->site != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "site.preview", self->site != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "site.forget", idle && self->site != 0);
}

/* What leaves this computer, in words; said in the foot and again before publishing. */
static char *
what_leaves (LecternSiteView *self)
{
  GPtrArray *items = self->answer != NULL ? self->answer->items : NULL;
  guint n = lectern_site_items_count (items, LECTERN_SITE_GOES_OUT);
  const LecternSite *site = lectern_site_view_current_site (self);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file goes", "%u files go", n), n);
  /* TRANSLATORS: "3 files go" into the folder "/home/…" */
  return g_strdup_printf (_("%s into the folder %s. What lies there may be seen by others. No e-mail addresses, phone "
                            "numbers, diets, notes or internal agenda items are in them."),
                          files, site != NULL ? site->address : "");
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternSiteView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSiteTexts) texts
      = lectern_site_job_compare_finish (LECTERN_WORKSPACE (source), result, &error);
  const LecternPublishItem *item
      = self->answer != NULL ? lectern_site_items_row_item (gtk_list_box_get_selected_row (self->list), self->answer->items)
                             : NULL;
  if (texts == NULL)
    lectern_view_fail (LECTERN_VIEW (self), error->message);
  else if (item != NULL && strcmp (item->item, texts->item) == 0)
    lectern_site_detail_set_texts (self->detail, texts->base, texts->theirs, texts->ours);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, LecternSiteView *self)
{
  const LecternPublishItem *item
      = self->answer != NULL ? lectern_site_items_row_item (row, self->answer->items) : NULL;
  lectern_site_detail_show (self->detail, item);
  if (item != NULL && (strcmp (item->action, "wait") == 0 || strcmp (item->action, "create") == 0))
    lectern_site_job_compare_async (lectern_view_get_workspace (LECTERN_VIEW (self)), self->answer, item->item,
                                    on_compared, g_object_ref (self));
}

/** Shows what the last look found. */
void
lectern_site_view_show_answer (LecternSiteView *self)
{
  GPtrArray *items = self->answer != NULL ? self->answer->items : NULL;
  g_autofree char *leaves = what_leaves (self);
  lectern_site_items_fill (self->list, items);
  gtk_label_set_label (self->foot, lectern_site_items_count (items, LECTERN_SITE_GOES_OUT) > 0
                                       ? leaves : _("Nothing is to be published."));
  update_actions (self);
}

/* -- looking and publishing ------------------------------------------------------------- */

typedef struct
{
  LecternSiteView *self;
  gint64 site;
  guint n; /* to be published; 0: only a look */
} Run;

static void
on_run (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Run *run = data;
  g_autoptr (LecternSiteView) self = run->self;
  g_autoptr (GError) error = NULL;
  LecternSiteAnswer *answer = lectern_site_job_run_finish (LECTERN_WORKSPACE (source), result, &error);
  gboolean here = lectern_view_get_workspace (LECTERN_VIEW (self)) == LECTERN_WORKSPACE (source) && run->site == self->site;
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (answer == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lectern_view_fail (LECTERN_VIEW (self), error->message);
  if (answer != NULL && run->n > 0)
    {
      g_autofree char *text = lectern_publish_has_failed (answer->items)
          ? g_strdup (_("Not everything could be published; what is left stands in the list"))
          : g_strdup_printf (ngettext ("%u item is published", "%u items are published", run->n), run->n);
      lectern_view_toast (LECTERN_VIEW (self), text);
      self->look_again = TRUE;
    }
  if (answer != NULL && here && run->n == 0)
    {
      g_clear_pointer (&self->answer, lectern_site_answer_unref);
      self->answer = g_steal_pointer (&answer);
      lectern_site_view_show_answer (self);
    }
  g_clear_pointer (&answer, lectern_site_answer_unref);
  update_actions (self);
  if (self->look_again || !here)
    lectern_site_view_look (self);
}

static void
on_progress (double fraction, const char *item, gpointer data)
{
  LecternSiteView *self = data;
  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_progress_bar_set_text (self->progress, item);
}

static void
start_run (LecternSiteView *self, guint n)
{
  LecternView *view = LECTERN_VIEW (self);
  Run *run = g_new0 (Run, 1);
  run->self = g_object_ref (self);
  run->site = self->site;
  run->n = n;
  self->look_again = FALSE;
  self->cancellable = g_cancellable_new ();
  update_actions (self);
  lectern_site_job_run_async (lectern_view_get_workspace (view), self->site, lectern_view_get_event (view), n == 0,
                              n > 0 ? on_progress : NULL, self, self->cancellable, on_run, run);
}

/** A look writes nothing. One at a time; what changes meanwhile is looked at after it. */
void
lectern_site_view_look (LecternSiteView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  self->look_again = self->cancellable != NULL;
  if (self->look_again || self->site == 0 || lectern_view_get_event (view) == 0
      || lectern_view_get_workspace (view) == NULL)
    return;
  start_run (self, 0);
}

static void
on_publish_response (AdwMessageDialog *dialog, const char *response, LecternSiteView *self)
{
  guint n = lectern_site_items_count (self->answer != NULL ? self->answer->items : NULL, LECTERN_SITE_GOES_OUT);
  if (strcmp (response, "publish") != 0 || self->cancellable != NULL || n == 0)
    return;
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  start_run (self, n);
}

static void
publish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (widget);
  guint n = lectern_site_items_count (self->answer != NULL ? self->answer->items : NULL, LECTERN_SITE_GOES_OUT);
  g_autofree char *heading = g_strdup_printf (ngettext ("Publish %u item?", "Publish %u items?", n), n);
  g_autofree char *body = what_leaves (self);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "publish", _("Publish"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "publish", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "publish");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_widget_add_css_class (dialog, "lectern");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_publish_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
check (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_site_view_look (LECTERN_SITE_VIEW (widget));
}

static void
on_decided_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternSiteView) self = data;
  g_autoptr (GError) error = NULL;
  if (!lectern_site_job_finish (LECTERN_WORKSPACE (source), result, &error))
    lectern_view_fail (LECTERN_VIEW (self), error->message);
  lectern_site_view_look (self);
}

static void
on_decided (LecternSiteDetail *detail, gboolean ours, LecternSiteView *self)
{
  const LecternPublishItem *item
      = self->answer != NULL ? lectern_site_items_row_item (gtk_list_box_get_selected_row (self->list), self->answer->items)
                             : NULL;
  if (item != NULL)
    lectern_site_job_resolve_async (lectern_view_get_workspace (LECTERN_VIEW (self)), self->site, self->answer,
                                    item->item, ours, on_decided_done, g_object_ref (self));
}

static void
preview (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (widget);
  g_autoptr (GError) error = NULL;
  if (self->preview == NULL || self->previewed != self->site)
    {
      g_clear_pointer (&self->preview, lectern_site_preview_free);
      self->preview = lectern_site_preview_new (lectern_view_get_reader (LECTERN_VIEW (self)), self->site, 0, &error);
      self->previewed = self->site;
    }
  if (self->preview == NULL)
    lectern_view_fail (LECTERN_VIEW (self), error->message);
  else
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), lectern_site_preview_get_address (self->preview),
                  GDK_CURRENT_TIME);
}

/* -- the view -------------------------------------------------------------------------------- */

static void
lectern_site_view_load (LecternView *view)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (view);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->answer, lectern_site_answer_unref);
  g_clear_pointer (&self->preview, lectern_site_preview_free);
  lectern_site_view_show_sites (self);
  lectern_site_view_look (self);
}

static void
lectern_site_view_changed (LecternView *view, guint64 kinds)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (view);
  if (LECTERN_KIND_IN (kinds, LECTERN_KIND_SITE))
    lectern_site_view_show_sites (self);
  /* a site on the network is not asked after every change here: “Check site” does */
  const LecternSite *site = lectern_site_view_current_site (self);
  if (site != NULL && g_strcmp0 (site->type, "folder") == 0)
    lectern_site_view_look (self);
}

static gboolean
lectern_site_view_reveal (LecternView *view, LecternKind kind, gint64 id)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (view);
  if (kind != LECTERN_KIND_SITE)
    return kind == LECTERN_KIND_PUBLICATION;
  lectern_site_view_choose_site (self, id);
  lectern_site_view_show_sites (self);
  return self->site == id;
}

static GtkWidget *
lectern_site_view_header_end (LecternView *view)
{
  return LECTERN_SITE_VIEW (view)->buttons;
}

static void
lectern_site_view_dispose (GObject *object)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (object);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->buttons);
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  g_clear_pointer (&self->answer, lectern_site_answer_unref);
  g_clear_pointer (&self->preview, lectern_site_preview_free);
  G_OBJECT_CLASS (lectern_site_view_parent_class)->dispose (object);
}

static void
lectern_site_view_class_init (LecternSiteViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LecternViewClass *view_class = LECTERN_VIEW_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_site_view_dispose;
  view_class->load = lectern_site_view_load;
  view_class->changed = lectern_site_view_changed;
  view_class->reveal = lectern_site_view_reveal;
  view_class->header_end = lectern_site_view_header_end;
  gtk_widget_class_install_action (widget_class, "site.publish", NULL, publish);
  gtk_widget_class_install_action (widget_class, "site.check", NULL, check);
  gtk_widget_class_install_action (widget_class, "site.preview", NULL, preview);
  lectern_site_view_install_site_actions (widget_class);
}

static GtkWidget *
none_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *add = gtk_button_new_with_label (_("Add a folder…"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "network-workgroup-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No website yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page), _("Choose a folder. The event’s page, its calendar and its programme files are written "
                                "there when you press “Publish”, and you see before what will be written. Look at "
                                "them in a browser, or upload the folder to your web space."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "site.add-folder");
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), add);
  return page;
}

/* The header's buttons are not below the view, so their actions are forwarded to it. */
static void
on_header_button (GtkButton *button, LecternSiteView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "action"), NULL);
}

static GtkButton *
header_button_new (LecternSiteView *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_header_button), self, 0);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return GTK_BUTTON (button);
}

static GtkWidget *
list_side_new (LecternSiteView *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  self->list = GTK_LIST_BOX (lectern_site_items_new ());
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->progress, TRUE);
  gtk_progress_bar_set_ellipsize (self->progress, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Publishing"), -1);
  self->foot = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->foot, TRUE);
  gtk_label_set_wrap_mode (self->foot, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->foot, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->foot), "second-line");
  gtk_widget_add_css_class (GTK_WIDGET (self->foot), "foot");
  gtk_widget_set_size_request (side, 260, -1);
  gtk_box_append (GTK_BOX (side), scroller);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (side), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->foot));
  return side;
}

static GtkWidget *
site_page_new (LecternSiteView *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *add = gtk_button_new_with_label (_("Add a folder…"));
  GtkWidget *remove = gtk_button_new_with_label (_("Forget this site"));
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->site_buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->detail = LECTERN_SITE_DETAIL (lectern_site_detail_new ());
  g_signal_connect (self->detail, "decided", G_CALLBACK (on_decided), self);
  gtk_widget_set_hexpand (self->site_buttons, TRUE);
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("The files stay where they are"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "site.add-folder");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "site.forget");
  gtk_box_append (GTK_BOX (top), self->site_buttons);
  gtk_box_append (GTK_BOX (top), add);
  gtk_box_append (GTK_BOX (top), remove);
  gtk_widget_add_css_class (top, "padded");
  gtk_paned_set_start_child (GTK_PANED (paned), list_side_new (self));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->detail));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 340);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (page), top);
  gtk_box_append (GTK_BOX (page), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (page), paned);
  return page;
}

static void
lectern_site_view_init (LecternSiteView *self)
{
  self->buttons = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  header_button_new (self, _("Preview"), "site.preview");
  header_button_new (self, _("Check site"), "site.check");
  self->publish = header_button_new (self, _("Publish"), "site.publish");
  gtk_widget_add_css_class (GTK_WIDGET (self->publish), "suggested-action");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, none_new (), "none");
  gtk_stack_add_named (self->stack, site_page_new (self), "site");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  update_actions (self);
}

GtkWidget *
lectern_site_view_new (void)
{
  return g_object_new (LECTERN_TYPE_SITE_VIEW, NULL);
}
