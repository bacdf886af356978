/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-view-private.h"

#include "lectern-network.h"
#include "lectern-pages-menu.h"
#include "lectern-section.h"
#include <glib/gi18n-lib.h>

#define LOOK_SOON_MS 800

G_DEFINE_FINAL_TYPE (LecternSiteView, lectern_site_view, LECTERN_TYPE_VIEW)

gboolean
lectern_site_view_is_gone (LecternSiteView *self)
{
  return self->buttons == NULL;
}

void
lectern_site_view_update (LecternSiteView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const LecternSite *site = lectern_site_view_current_site (self);
  const LecternSiteSeen *seen = g_hash_table_lookup (self->seen, &self->site);
  guint n = lectern_site_items_count (lectern_site_view_items (self), LECTERN_SITE_GOES_OUT);
  gboolean publishing = self->run != NULL && lectern_site_run_is_on (self->run);
  gboolean idle = self->looking == NULL && !publishing;
  gboolean ready = idle && n > 0 && (seen == NULL || seen->error == NULL);
  gboolean folder = site != NULL && g_strcmp0 (site->type, "folder") == 0;
  g_autofree char *label
      = n > 0 ? g_strdup_printf (ngettext ("Publish %u item…", "Publish %u items…", n), n) : g_strdup (_("Publish"));
  gtk_button_set_label (self->publish, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->publish), ready);
  gtk_widget_set_visible (self->preview_button, folder);
  gtk_widget_action_set_enabled (widget, "site.publish", ready);
  gtk_widget_action_set_enabled (widget, "site.look", idle && site != NULL);
  gtk_widget_action_set_enabled (widget, "site.check", idle && site != NULL);
  gtk_widget_action_set_enabled (widget, "site.preview", folder);
  gtk_widget_action_set_enabled (widget, "site.remove", !publishing && site != NULL);
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

/* -- the view ------------------------------------------------------------------------ */

static void
lectern_site_view_load (LecternView *view)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (view);
  lectern_site_view_forget_looks (self);
  g_clear_pointer (&self->preview, lectern_site_preview_free);
  lectern_site_view_watch_run (self);
  lectern_site_view_show_sites (self);
  lectern_site_view_look (self, LECTERN_SITE_LOOK);
}

static gboolean
on_look_soon (gpointer data)
{
  LecternSiteView *self = data;
  self->look_soon = 0;
  lectern_site_view_look (self, LECTERN_SITE_LOOK);
  return G_SOURCE_REMOVE;
}

/* A site on the network is not asked after every change here, but when they are over. */
static void
look_soon (LecternSiteView *self)
{
  g_clear_handle_id (&self->look_soon, g_source_remove);
  self->look_soon = g_timeout_add (LOOK_SOON_MS, on_look_soon, self);
}

static void
lectern_site_view_changed (LecternView *view, guint64 kinds)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (view);
  gint64 before = self->site;
  lectern_site_view_watch_run (self);
  if (LECTERN_KIND_IN (kinds, LECTERN_KIND_SITE))
    lectern_site_view_show_sites (self);
  const LecternSite *site = lectern_site_view_current_site (self);
  if (site == NULL)
    return;
  if (g_strcmp0 (site->type, "folder") == 0 || site->id != before || LECTERN_KIND_IN (kinds, LECTERN_KIND_SITE))
    lectern_site_view_look (self, LECTERN_SITE_LOOK);
  else if ((kinds & ~(G_GUINT64_CONSTANT (1) << LECTERN_KIND_PUBLICATION)) != 0)
    look_soon (self);
}

static gboolean
lectern_site_view_reveal (LecternView *view, LecternKind kind, gint64 id)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (view);
  if (kind != LECTERN_KIND_SITE)
    return kind == LECTERN_KIND_PUBLICATION;
  lectern_site_view_choose_site (self, id);
  return self->site == id;
}

/* There is a network again, or none any more. */
static void
on_network (LecternSiteView *self)
{
  const LecternSiteSeen *seen = g_hash_table_lookup (self->seen, &self->site);
  if (lectern_site_view_is_gone (self))
    return;
  if (lectern_network_offline_since () == 0 && seen != NULL && seen->error != NULL)
    lectern_site_view_look (self, LECTERN_SITE_LOOK);
  else
    lectern_site_view_show_notice (self);
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
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_handle_id (&self->look_soon, g_source_remove);
  lectern_site_view_stop_comparing (self);
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_clear_object (&self->run);
  g_clear_object (&self->buttons);
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  g_clear_pointer (&self->preview, lectern_site_preview_free);
  G_OBJECT_CLASS (lectern_site_view_parent_class)->dispose (object);
}

static void
lectern_site_view_finalize (GObject *object)
{
  g_clear_pointer (&LECTERN_SITE_VIEW (object)->seen, g_hash_table_unref);
  G_OBJECT_CLASS (lectern_site_view_parent_class)->finalize (object);
}

static void
lectern_site_view_class_init (LecternSiteViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LecternViewClass *view_class = LECTERN_VIEW_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_site_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_site_view_finalize;
  view_class->load = lectern_site_view_load;
  view_class->changed = lectern_site_view_changed;
  view_class->reveal = lectern_site_view_reveal;
  view_class->header_end = lectern_site_view_header_end;
  gtk_widget_class_install_action (widget_class, "site.preview", NULL, preview);
  lectern_site_view_install_look_actions (widget_class);
  lectern_site_view_install_publish_actions (widget_class);
  lectern_site_view_install_site_actions (widget_class);
}

/* -- its parts ---------------------------------------------------------------------------- */

static GtkWidget *
none_new (LecternSiteView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *pages = lectern_pages_menu_new (LECTERN_VIEW (self));
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *add = gtk_button_new_with_label (_("Add website…"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "network-workgroup-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("No website yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (page), _("Add the project’s WordPress, a web space, or a folder on this computer. The event’s "
                                "pages, its calendar and its programme files are written there when you press "
                                "“Publish”, and you see before what will be written."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "site.add");
  gtk_widget_add_css_class (add, "pill");
  gtk_widget_add_css_class (add, "suggested-action");
  gtk_widget_set_halign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (pages, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), add);
  gtk_box_append (GTK_BOX (box), pages); /* they can be looked at before there is a place for them */
  adw_status_page_set_child (ADW_STATUS_PAGE (page), box);
  return page;
}

/* The header's buttons are not below the view, so their actions are forwarded to it. */
static void
on_header_button (GtkButton *button, LecternSiteView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "action"), NULL);
}

static GtkWidget *
header_button_new (LecternSiteView *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* in a narrow window with long words the button gives way, not the window */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 10);
  g_object_set_data (G_OBJECT (button), "action", (gpointer) action);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_header_button), self, 0);
  gtk_box_append (GTK_BOX (self->buttons), button);
  return button;
}

static GtkWidget *
list_side_new (LecternSiteView *self)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  self->list
      = GTK_LIST_BOX (lectern_site_items_new (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller))));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->foot = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->foot, TRUE);
  gtk_label_set_wrap_mode (self->foot, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->foot, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->foot), "second-line");
  gtk_widget_add_css_class (GTK_WIDGET (self->foot), "foot");
  gtk_widget_set_size_request (side, 260, -1);
  gtk_box_append (GTK_BOX (side), scroller);
  gtk_box_append (GTK_BOX (side), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->foot));
  return side;
}

static void
on_decided (LecternSiteDetail *detail, guint choice, LecternSiteView *self)
{
  lectern_site_view_decided (self, choice);
}

static GtkWidget *
paned_new (LecternSiteView *self)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->detail = LECTERN_SITE_DETAIL (lectern_site_detail_new ());
  g_signal_connect (self->detail, "decided", G_CALLBACK (on_decided), self);
  gtk_paned_set_start_child (GTK_PANED (paned), list_side_new (self));
  gtk_paned_set_end_child (GTK_PANED (paned), GTK_WIDGET (self->detail));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_position (GTK_PANED (paned), 300);
  gtk_widget_set_vexpand (paned, TRUE);
  return paned;
}

void
lectern_site_view_show_table (LecternSiteView *self, gboolean show)
{
  gtk_stack_set_visible_child_name (self->body, show ? "table" : "items");
}

static void
on_table_toggled (GtkToggleButton *button, LecternSiteView *self)
{
  lectern_site_view_show_table (self, gtk_toggle_button_get_active (button));
}

static GtkWidget *
top_new (LecternSiteView *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *add = lectern_icon_button_new ("list-add-symbolic", _("Add website…"), "site.add");
  GtkWidget *table = gtk_toggle_button_new ();
  GtkWidget *log = lectern_icon_button_new ("document-open-recent-symbolic", _("What was published"), "site.show-log");
  GtkWidget *remove = lectern_icon_button_new ("user-trash-symbolic", _("Remove this website…"), "site.remove");
  self->site_buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->site_buttons);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (log, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), scroller);
  GtkWidget *pages = lectern_pages_menu_new (LECTERN_VIEW (self));
  gtk_widget_set_valign (pages, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), pages);
  gtk_button_set_icon_name (GTK_BUTTON (table), "view-grid-symbolic");
  gtk_widget_set_tooltip_text (table, _("What goes where"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What goes where"), -1);
  gtk_widget_add_css_class (table, "flat");
  gtk_widget_set_valign (table, GTK_ALIGN_CENTER);
  g_signal_connect (table, "toggled", G_CALLBACK (on_table_toggled), self);
  gtk_box_append (GTK_BOX (top), table);
  gtk_box_append (GTK_BOX (top), add);
  gtk_box_append (GTK_BOX (top), log);
  gtk_box_append (GTK_BOX (top), remove);
  gtk_widget_add_css_class (top, "padded");
  return top;
}

static GtkWidget *
site_page_new (LecternSiteView *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->notice = LECTERN_SITE_NOTICE (lectern_site_notice_new ());
  gtk_box_append (GTK_BOX (page), top_new (self));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (page), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->body = GTK_STACK (gtk_stack_new ());
  self->table = LECTERN_SITE_TABLE (lectern_site_table_new (LECTERN_VIEW (self)));
  gtk_stack_add_named (self->body, paned_new (self), "items");
  gtk_stack_add_named (self->body, GTK_WIDGET (self->table), "table");
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->body));
  return page;
}

static void
lectern_site_view_init (LecternSiteView *self)
{
  self->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, lectern_site_seen_free);
  self->buttons = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->preview_button = header_button_new (self, _("Preview"), "site.preview");
  header_button_new (self, _("Check site"), "site.check");
  self->publish = GTK_BUTTON (header_button_new (self, _("Publish"), "site.publish"));
  gtk_label_set_width_chars (GTK_LABEL (gtk_button_get_child (self->publish)), 16);
  gtk_widget_add_css_class (GTK_WIDGET (self->publish), "suggested-action");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, none_new (self), "none");
  gtk_stack_add_named (self->stack, site_page_new (self), "site");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  lectern_network_watch (self, G_CALLBACK (on_network));
  lectern_site_view_update (self);
}

GtkWidget *
lectern_site_view_new (void)
{
  return g_object_new (LECTERN_TYPE_SITE_VIEW, NULL);
}
