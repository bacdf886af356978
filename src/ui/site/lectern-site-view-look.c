/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands on a site and what would be published there: looked at on a thread, and shown.
 */
#include "lectern-site-view-private.h"

#include "lectern-site-password-dialog.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

void
lectern_site_seen_free (gpointer data)
{
  LecternSiteSeen *seen = data;
  g_clear_pointer (&seen->answer, lectern_site_answer_unref);
  g_clear_error (&seen->error);
  g_free (seen);
}

LecternSiteSeen *
lectern_site_view_seen (LecternSiteView *self, gint64 site)
{
  LecternSiteSeen *seen = g_hash_table_lookup (self->seen, &site);
  if (seen == NULL)
    {
      seen = g_new0 (LecternSiteSeen, 1);
      g_hash_table_insert (self->seen, g_memdup2 (&site, sizeof site), seen);
    }
  return seen;
}

GPtrArray *
lectern_site_view_items (LecternSiteView *self)
{
  LecternSiteSeen *seen = g_hash_table_lookup (self->seen, &self->site);
  return seen != NULL && seen->answer != NULL ? seen->answer->items : NULL;
}

void
lectern_site_view_forget_looks (LecternSiteView *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_hash_table_remove_all (self->seen);
}

/* -- what was found ------------------------------------------------------------------ */

static const LecternPublishItem *
selected_item (LecternSiteView *self)
{
  return lectern_site_items_row_item (gtk_list_box_get_selected_row (self->list), lectern_site_view_items (self));
}

void
lectern_site_view_stop_comparing (LecternSiteView *self)
{
  if (self->comparing != NULL)
    g_cancellable_cancel (self->comparing);
  g_clear_object (&self->comparing);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternSiteView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternSiteTexts) texts
      = lectern_site_job_compare_finish (LECTERN_WORKSPACE (source), result, &error);
  if (lectern_site_view_is_gone (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  const LecternPublishItem *item = selected_item (self);
  if (texts == NULL)
    lectern_view_fail (LECTERN_VIEW (self), error->message);
  else if (item != NULL && strcmp (item->item, texts->item) == 0)
    lectern_site_detail_set_texts (self->detail, texts);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, LecternSiteView *self)
{
  const LecternPublishItem *item = selected_item (self);
  lectern_site_view_stop_comparing (self);
  if (!lectern_site_detail_show (self->detail, item))
    return;
  self->comparing = g_cancellable_new ();
  lectern_site_job_compare_async (lectern_view_get_workspace (LECTERN_VIEW (self)), self->site,
                                  lectern_site_view_seen (self, self->site)->answer, item->item,
                                  strcmp (item->action, "wait") == 0, self->comparing, on_compared,
                                  g_object_ref (self));
}

void
lectern_site_view_show_items (LecternSiteView *self)
{
  GPtrArray *items = lectern_site_view_items (self);
  g_autofree char *leaves = lectern_site_view_what_leaves (self);
  g_signal_handlers_disconnect_by_func (self->list, on_row_selected, self);
  gboolean ours = self->run != NULL && lectern_site_run_get_site (self->run) == self->site;
  lectern_site_items_fill (self->list, items, ours ? lectern_site_run_get_items (self->run) : NULL);
  /* Not longer than the view: newer GTK empties the list, selection and all, after it. */
  g_signal_connect_object (self->list, "row-selected", G_CALLBACK (on_row_selected), self, G_CONNECT_DEFAULT);
  on_row_selected (self->list, NULL, self);
  gtk_label_set_label (self->foot, leaves);
  lectern_site_view_show_notice (self);
  lectern_site_view_update (self);
}

/* -- looking ------------------------------------------------------------------------- */

typedef struct
{
  LecternSiteView *self;
  gint64 site;
  LecternSiteTask what;
} Look;

/* Where it failed, what was found before stays in sight: it is dated. */
static void
keep_answer (LecternSiteView *self, const Look *look, LecternSiteAnswer *answer, GError *error)
{
  LecternSiteSeen *seen = lectern_site_view_seen (self, look->site);
  g_clear_error (&seen->error);
  seen->error = error;
  if (answer == NULL)
    return;
  g_clear_pointer (&seen->answer, lectern_site_answer_unref);
  seen->answer = answer;
  seen->when = g_get_real_time () / 1000;
  seen->read_all = look->what == LECTERN_SITE_CHECK;
}

char *
lectern_site_seen_words (const LecternSiteSeen *seen)
{
  GPtrArray *items = seen->answer->items;
  guint waiting = lectern_site_items_count (items, LECTERN_SITE_WAITS), gone = 0;
  g_autofree char *when = lectern_instant_format (seen->when);
  GString *words = g_string_new (NULL);
  /* TRANSLATORS: %s is a time */
  g_string_append_printf (words, _("Checked %s"), when);
  for (guint i = 0; i < items->len; i++)
    {
      const LecternPublishItem *item = g_ptr_array_index (items, i);
      gone += g_strcmp0 (item->action, "create") == 0 && item->why != NULL;
    }
  if (waiting > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%u item was changed there", "%u items were changed there", waiting),
                              waiting);
    }
  if (gone > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%u is no longer there", "%u are no longer there", gone), gone);
    }
  if (waiting == 0 && gone == 0)
    g_string_append (words, _(" · everything that was published stands there as it was left"));
  return g_string_free (words, FALSE);
}

static void
on_looked (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Look *look = data;
  g_autoptr (LecternSiteView) self = look->self;
  GError *error = NULL;
  LecternSiteAnswer *answer = lectern_site_job_run_finish (LECTERN_WORKSPACE (source), result, &error);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  gboolean here = lectern_view_get_workspace (LECTERN_VIEW (self)) == LECTERN_WORKSPACE (source)
                  && !lectern_site_view_is_gone (self) && !g_cancellable_is_cancelled (self->looking);
  g_clear_object (&self->looking);
  if (here && !cancelled)
    {
      keep_answer (self, look, answer, error);
      /* what the last publication said is no longer the news */
      if (answer != NULL && look->what == LECTERN_SITE_CHECK && self->run != NULL)
        lectern_site_run_forget (self->run);
      lectern_site_view_watch_run (self);
      lectern_site_view_show_sites (self);
    }
  else
    {
      g_clear_pointer (&answer, lectern_site_answer_unref);
      g_clear_error (&error);
    }
  if (lectern_site_view_is_gone (self))
    return;
  lectern_site_view_update (self);
  if (self->look_again || !here || look->site != self->site)
    lectern_site_view_look (self, LECTERN_SITE_LOOK);
}

void
lectern_site_view_look (LecternSiteView *self, LecternSiteTask what)
{
  LecternView *view = LECTERN_VIEW (self);
  gboolean publishing = self->run != NULL && lectern_site_run_is_on (self->run);
  self->look_again = self->looking != NULL;
  if (self->look_again || publishing || self->site == 0 || lectern_view_get_event (view) == 0
      || lectern_view_get_workspace (view) == NULL)
    return;
  Look *look = g_new0 (Look, 1);
  look->self = g_object_ref (self);
  look->site = self->site;
  look->what = what;
  self->looking = g_cancellable_new ();
  lectern_site_view_show_notice (self);
  lectern_site_view_update (self);
  lectern_site_job_run_async (lectern_view_get_workspace (view), self->site, lectern_view_get_event (view), what, NULL,
                              NULL, self->looking, on_looked, look);
}

/* -- actions --------------------------------------------------------------------------- */

static void
look (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_site_view_look (LECTERN_SITE_VIEW (widget), LECTERN_SITE_LOOK);
}

static void
check (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_site_view_look (LECTERN_SITE_VIEW (widget), LECTERN_SITE_CHECK);
}

static void
on_password_given (gpointer data)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (data);
  g_clear_error (&lectern_site_view_seen (self, self->site)->error);
  lectern_site_view_look (self, LECTERN_SITE_LOOK);
}

static void
ask_password (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (widget);
  const LecternSite *site = lectern_site_view_current_site (self);
  if (site != NULL && site->user != NULL)
    lectern_site_password_dialog_present (widget, lectern_view_get_workspace (LECTERN_VIEW (self)), site,
                                          on_password_given);
}

void
lectern_site_view_install_look_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "site.look", NULL, look);
  gtk_widget_class_install_action (widget_class, "site.check", NULL, check);
  gtk_widget_class_install_action (widget_class, "site.password", NULL, ask_password);
}
