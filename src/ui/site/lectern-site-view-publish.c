/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishing to the shown site, and deciding what somebody edited there.
 */
#include "lectern-site-view-private.h"

#include "lectern-network.h"
#include "lectern-section.h"
#include "lectern-site-log.h"
#include "lectern-site-queue.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

static GPtrArray *
people_of (LecternSiteView *self)
{
  const LecternSiteSeen *seen = g_hash_table_lookup (self->seen, &self->site);
  return seen != NULL && seen->answer != NULL ? seen->answer->people : NULL;
}

char *
lectern_site_view_what_leaves (LecternSiteView *self)
{
  GPtrArray *items = lectern_site_view_items (self);
  guint n = lectern_site_items_count (items, LECTERN_SITE_GOES_OUT);
  const LecternSite *site = lectern_site_view_current_site (self);
  if (site == NULL || n == 0)
    return g_strdup (items != NULL ? _("Nothing is to be published.") : "");
  guint n_people = people_of (self) != NULL ? people_of (self)->len : 0;
  g_autofree char *files = g_strdup_printf (ngettext ("%u file goes", "%u files go", n), n);
  g_autofree char *people = n_people == 0 ? g_strdup ("")
                                          : g_strdup_printf (ngettext (" %u person becomes public by name.",
                                                                       " %u people become public by name.", n_people),
                                                             n_people);
  /* TRANSLATORS: "3 files go" to "https://…" */
  g_autofree char *words = g_strdup_printf (_("%s to %s. What lies there may be seen by others. No e-mail addresses, phone "
                            "numbers, diets, notes or internal agenda items are in them."),
                          files, site->address);
  return g_strconcat (words, people, NULL);
}

/* -- how it stands ------------------------------------------------------------------------ */

static gboolean
is_about_password (const GError *error)
{
  return g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_PASSWORD)
         || g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_DENIED);
}

/* "… cannot be reached. No network since today 14.05; …" */
static void
show_trouble (LecternSiteView *self, const GError *error)
{
  gboolean offline = lectern_network_offline_since () != 0
                     && g_error_matches (error, LECTERN_SITE_ERROR, LECTERN_SITE_ERROR_UNREACHABLE);
  g_autofree char *since = offline ? lectern_instant_format (lectern_network_offline_since ()) : NULL;
  g_autofree char *words
      = offline ? g_strdup_printf (_("%s There has been no network since %s; as soon as there is one, Lectern looks "
                                     "again."), error->message, since)
                : g_strdup (error->message);
  lectern_site_notice_show_trouble (self->notice, words, is_about_password (error));
}

/* "It waits for the network since today 14.05 and goes out by itself …" */
static char *
words_of_queue (const LecternPublishQueued *queued)
{
  g_autofree char *since = lectern_instant_format (queued->since);
  return g_strdup_printf (queued->automatic
                              ? _("A publication waits for the network since %s. It goes out by itself as soon as the "
                                  "website can be reached.")
                              : _("A publication waits for the network since %s. It does not go out by itself; choose "
                                  "that in “What goes where”."),
                          since);
}

void
lectern_site_view_show_notice (LecternSiteView *self)
{
  const LecternSiteSeen *seen = g_hash_table_lookup (self->seen, &self->site);
  gboolean ours = self->run != NULL && lectern_site_run_get_site (self->run) == self->site;
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (self));
  LecternPublishQueued queued;
  if (ours && lectern_site_run_is_on (self->run))
    lectern_site_notice_show_progress (self->notice, lectern_site_run_get_fraction (self->run),
                                       lectern_site_run_get_item (self->run), lectern_site_run_is_stopping (self->run));
  else if (reader != NULL && self->site != 0 && lectern_site_queue_find (reader, self->site, &queued))
    {
      g_autofree char *words = words_of_queue (&queued);
      lectern_site_notice_show_queued (self->notice, words);
    }
  else if (seen != NULL && seen->error == NULL && seen->read_all
           && !(ours && lectern_site_run_get_ended (self->run) > seen->when))
    {
      g_autofree char *words = lectern_site_seen_words (seen);
      lectern_site_notice_show_result (self->notice, words,
                                       lectern_site_items_count (seen->answer->items, LECTERN_SITE_WAITS) == 0);
    }
  else if (ours && !is_about_password (lectern_site_run_get_error (self->run)))
    {
      g_autofree char *words = lectern_site_run_words (self->run);
      lectern_site_notice_show_result (self->notice, words, lectern_site_run_is_good (self->run));
    }
  else if (seen != NULL && seen->error != NULL)
    show_trouble (self, seen->error);
  else if (self->looking != NULL && (seen == NULL || seen->answer == NULL))
    lectern_site_notice_show_words (self->notice, _("Looking at what stands there…"));
  else
    lectern_site_notice_hide (self->notice);
}

static void
on_run_changed (LecternSiteRun *run, LecternSiteView *self)
{
  lectern_site_view_show_notice (self);
  if (lectern_site_run_is_on (run))
    return;
  lectern_site_view_update (self);
  lectern_site_view_look (self, LECTERN_SITE_LOOK);
}

void
lectern_site_view_watch_run (LecternSiteView *self)
{
  LecternWorkspace *workspace = lectern_view_get_workspace (LECTERN_VIEW (self));
  LecternSiteRun *run = workspace != NULL ? lectern_site_run_find (workspace) : NULL;
  if (run == self->run)
    return;
  if (self->run != NULL)
    g_signal_handlers_disconnect_by_data (self->run, self);
  g_set_object (&self->run, run);
  if (run != NULL)
    g_signal_connect_object (run, "changed", G_CALLBACK (on_run_changed), self, 0);
}

/* -- publishing --------------------------------------------------------------------------- */

void
lectern_site_view_start (LecternSiteView *self, LecternSiteTask what)
{
  LecternView *view = LECTERN_VIEW (self);
  LecternWorkspace *workspace = lectern_view_get_workspace (view);
  if (lectern_site_run_start (workspace, self->site, lectern_view_get_event (view), what) == NULL)
    lectern_view_fail (view, _("Another publication of this workspace is still on."));
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  lectern_site_view_watch_run (self);
  lectern_site_view_show_notice (self);
  lectern_site_view_update (self);
}

/* Who becomes public with it, and as what. */
static GtkWidget *
people_new (GPtrArray *people)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *section = lectern_section_new (_("Becomes public"), "");
  for (guint i = 0; i < people->len; i++)
    {
      const LecternPublishPerson *person = g_ptr_array_index (people, i);
      g_autofree char *second = person->with != NULL ? g_strdup_printf ("%s · %s", person->as, person->with)
                                                     : g_strdup (person->as);
      lectern_section_append (LECTERN_SECTION (section), lectern_row_new (person->name, second, NULL));
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), section);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), MIN (240, 60 + 60 * (int) people->len));
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  return scroller;
}

static void
on_publish_response (AdwMessageDialog *dialog, const char *response, LecternSiteView *self)
{
  if (strcmp (response, "publish") == 0 && lectern_view_get_workspace (LECTERN_VIEW (self)) != NULL
      && self->site == *(gint64 *) g_object_get_data (G_OBJECT (dialog), "site"))
    lectern_site_view_start (self, LECTERN_SITE_PUBLISH);
}

static void
publish (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (widget);
  guint n = lectern_site_items_count (lectern_site_view_items (self), LECTERN_SITE_GOES_OUT);
  g_autofree char *heading = g_strdup_printf (ngettext ("Publish %u item?", "Publish %u items?", n), n);
  g_autofree char *body = lectern_site_view_what_leaves (self);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body);
  if (people_of (self) != NULL && people_of (self)->len > 0)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), people_new (people_of (self)));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("Cancel"), "publish", _("Publish"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "publish", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "publish");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_widget_add_css_class (dialog, "lectern");
  g_object_set_data_full (G_OBJECT (dialog), "site", g_memdup2 (&self->site, sizeof self->site), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_publish_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What waits was agreed to when it was to go. */
static void
publish_now (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_site_view_start (LECTERN_SITE_VIEW (widget), LECTERN_SITE_PUBLISH);
}

static void
stop (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (widget);
  if (self->run != NULL && lectern_site_run_is_on (self->run))
    lectern_site_run_cancel (self->run);
}

static void
dismiss (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteView *self = LECTERN_SITE_VIEW (widget);
  LecternSiteSeen *seen = lectern_site_view_seen (self, self->site);
  if (seen->read_all)
    seen->read_all = FALSE;
  else if (self->run != NULL)
    lectern_site_run_forget (self->run);
  lectern_site_view_watch_run (self);
  lectern_site_view_show_notice (self);
}

static void
show_log (GtkWidget *widget, const char *name, GVariant *parameter)
{
  lectern_site_log_present (LECTERN_VIEW (widget));
}

/* -- deciding ----------------------------------------------------------------------------- */

typedef struct
{
  LecternSiteView *self;
  LecternSiteChoice choice;
} Decision;

static void
on_decided_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Decision *decision = data;
  g_autoptr (LecternSiteView) self = decision->self;
  g_autoptr (GError) error = NULL;
  gboolean done = lectern_site_job_finish (LECTERN_WORKSPACE (source), result, &error);
  if (!done)
    lectern_view_fail (LECTERN_VIEW (self), error->message);
  if (lectern_site_view_is_gone (self))
    return;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (done && decision->choice == LECTERN_SITE_TAKE_OVER && LECTERN_IS_VIEW_HOST (root))
    lectern_view_host_toast (LECTERN_VIEW_HOST (root), _("Taken into Lectern"), TRUE);
  lectern_site_view_look (self, LECTERN_SITE_LOOK);
}

void
lectern_site_view_decided (LecternSiteView *self, LecternSiteChoice choice)
{
  const LecternPublishItem *item
      = lectern_site_items_row_item (gtk_list_box_get_selected_row (self->list), lectern_site_view_items (self));
  if (item == NULL)
    return;
  if (self->looking != NULL) /* it may have read before this */
    g_cancellable_cancel (self->looking);
  lectern_site_view_stop_comparing (self);
  Decision *decision = g_new0 (Decision, 1);
  decision->self = g_object_ref (self);
  decision->choice = choice;
  lectern_site_job_resolve_async (lectern_view_get_workspace (LECTERN_VIEW (self)), self->site,
                                  lectern_site_view_seen (self, self->site)->answer, item->item, choice,
                                  on_decided_done, decision);
}

void
lectern_site_view_install_publish_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "site.publish", NULL, publish);
  gtk_widget_class_install_action (widget_class, "site.publish-now", NULL, publish_now);
  gtk_widget_class_install_action (widget_class, "site.stop", NULL, stop);
  gtk_widget_class_install_action (widget_class, "site.dismiss", NULL, dismiss);
  gtk_widget_class_install_action (widget_class, "site.show-log", NULL, show_log);
}
