/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which sites there are: a card each, that says how it stands; adding one, removing one.
 */
#include "lectern-site-view-private.h"

#include "lectern-site-dialog.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

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

/* -- adding ------------------------------------------------------------------------ */

static void
on_added (LecternSiteDialog *dialog, gint64 site, LecternSiteView *self)
{
  lectern_site_view_show_sites (self);
  lectern_site_view_choose_site (self, site);
}

static void
add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteDialog *dialog = lectern_site_dialog_present (LECTERN_VIEW (widget));
  g_signal_connect_object (dialog, "added", G_CALLBACK (on_added), widget, 0);
}

/* -- removing ------------------------------------------------------------------------ */

static void
on_removed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternSiteView) self = data;
  g_autoptr (GError) error = NULL;
  if (!lectern_site_job_finish (LECTERN_WORKSPACE (source), result, &error))
    lectern_view_fail (LECTERN_VIEW (self), error->message);
}

static void
on_remove_response (AdwMessageDialog *dialog, const char *response, LecternSiteView *self)
{
  gint64 *site = g_object_get_data (G_OBJECT (dialog), "site");
  if (lectern_view_get_workspace (LECTERN_VIEW (self)) == NULL)
    return;
  if (strcmp (response, "withdraw") == 0 && self->site == *site)
    lectern_site_view_start (self, LECTERN_SITE_WITHDRAW);
  else if (strcmp (response, "forget") == 0)
    lectern_site_job_remove_async (lectern_view_get_workspace (LECTERN_VIEW (self)), *site, on_removed,
                                   g_object_ref (self));
}

static void
remove_site (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (widget);
  const LecternSite *site = lectern_site_view_current_site (self);
  g_autofree char *heading = g_strdup_printf (_("Remove “%s”?"), site->name);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (widget)), heading,
      _("Lectern no longer publishes there. What stands on the website can stay as it is, or go with it: then only "
        "what Lectern put there and nobody changed goes, and what somebody changed waits for your decision."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"),
                                    /* TRANSLATORS: a website goes from the list, and what was published there with it */
                                    "withdraw", _("Remove with its files"), "forget", _("Remove from the list"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "withdraw", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "forget", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_widget_add_css_class (dialog, "lectern");
  g_object_set_data_full (G_OBJECT (dialog), "site", g_memdup2 (&site->id, sizeof site->id), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_remove_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* -- the cards ------------------------------------------------------------------------- */

void
lectern_site_view_choose_site (LecternSiteView *self, gint64 site)
{
  if (site == self->site)
    return;
  self->site = site;
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  lectern_site_view_show_sites (self);
  lectern_site_view_look (self, LECTERN_SITE_LOOK);
}

static void
on_site_toggled (GtkToggleButton *button, LecternSiteView *self)
{
  gint64 *site = g_object_get_data (G_OBJECT (button), "site");
  if (gtk_toggle_button_get_active (button) && *site != self->site)
    lectern_site_view_choose_site (self, *site);
}

static const char *
icon_of (const LecternSite *site)
{
  return g_strcmp0 (site->type, "folder") == 0   ? "folder-symbolic"
         : g_strcmp0 (site->type, "webdav") == 0 ? "network-server-symbolic"
                                                 : "network-workgroup-symbolic";
}

/* "Seen today 11.22 · 1 item edited there" */
static char *
state_of (LecternSiteView *self, const LecternSite *site, const char **icon)
{
  const LecternSiteSeen *seen = g_hash_table_lookup (self->seen, &site->id);
  GPtrArray *items = seen != NULL && seen->answer != NULL ? seen->answer->items : NULL;
  guint waiting = lectern_site_items_count (items, LECTERN_SITE_WAITS);
  guint goes = lectern_site_items_count (items, LECTERN_SITE_GOES_OUT);
  *icon = NULL;
  if (seen != NULL && seen->error != NULL)
    {
      *icon = "dialog-warning-symbolic";
      return g_strdup (_("Could not be looked at"));
    }
  if (items == NULL)
    return g_strdup (_("Not looked at yet"));
  g_autofree char *when = lectern_instant_format (seen->when);
  g_autofree char *what
      = waiting > 0 ? g_strdup_printf (ngettext ("%u item edited there", "%u items edited there", waiting), waiting)
        : goes > 0  ? g_strdup_printf (ngettext ("%u item to publish", "%u items to publish", goes), goes)
                    : g_strdup (_("up to date"));
  *icon = waiting > 0 ? "dialog-warning-symbolic" : goes > 0 ? "document-send-symbolic" : "object-select-symbolic";
  /* TRANSLATORS: "Seen today 11.20 · 1 item edited there" */
  return g_strdup_printf (_("Seen %s · %s"), when, what);
}

static GtkWidget *
line_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 34);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
card_lines_new (LecternSiteView *self, const LecternSite *site)
{
  const char *sign = NULL;
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *last = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *state = state_of (self, site, &sign);
  gtk_box_append (GTK_BOX (lines), line_new (site->name, "heading"));
  gtk_box_append (GTK_BOX (lines), line_new (site->address, "second-line"));
  if (sign != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (sign);
      gtk_image_set_pixel_size (GTK_IMAGE (image), 12);
      gtk_box_append (GTK_BOX (last), image);
    }
  gtk_box_append (GTK_BOX (last), line_new (state, "second-line"));
  gtk_box_append (GTK_BOX (lines), last);
  return lines;
}

static GtkWidget *
card_new (LecternSiteView *self, const LecternSite *site, GtkWidget *group)
{
  GtkWidget *card = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_of (site)));
  gtk_box_append (GTK_BOX (box), card_lines_new (self, site));
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "site-card");
  gtk_widget_set_tooltip_text (card, site->address);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (card), GTK_TOGGLE_BUTTON (group));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card), site->id == self->site);
  g_object_set_data_full (G_OBJECT (card), "site", g_memdup2 (&site->id, sizeof site->id), g_free);
  g_signal_connect (card, "toggled", G_CALLBACK (on_site_toggled), self);
  return card;
}

/* The cards are made anew; the keyboard stays where it was. */
static void
fill_cards (LecternSiteView *self)
{
  GtkWidget *child, *first = NULL;
  gboolean focused = gtk_widget_get_focus_child (self->site_buttons) != NULL;
  while ((child = gtk_widget_get_first_child (self->site_buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->site_buttons), child);
  for (guint i = 0; self->sites != NULL && i < self->sites->len; i++)
    {
      const LecternSite *site = g_ptr_array_index (self->sites, i);
      GtkWidget *card = card_new (self, site, first);
      first = first != NULL ? first : card;
      gtk_box_append (GTK_BOX (self->site_buttons), card);
      if (focused && site->id == self->site)
        gtk_widget_grab_focus (card);
    }
}

void
lectern_site_view_show_sites (LecternSiteView *self)
{
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (self));
  g_clear_pointer (&self->sites, g_ptr_array_unref);
  if (reader != NULL)
    self->sites = lectern_site_list (reader);
  if (lectern_site_view_current_site (self) == NULL)
    self->site = self->sites != NULL && self->sites->len > 0 ? ((LecternSite *) self->sites->pdata[0])->id : 0;
  fill_cards (self);
  if (self->sites != NULL)
    lectern_site_table_fill (self->table, self->sites);
  gtk_stack_set_visible_child_name (self->stack, self->site != 0 ? "site" : "none");
  gtk_widget_set_visible (self->buttons, self->site != 0);
  lectern_site_view_show_items (self);
}

void
lectern_site_view_install_site_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "site.add", NULL, add);
  gtk_widget_class_install_action (widget_class, "site.remove", NULL, remove_site);
}
