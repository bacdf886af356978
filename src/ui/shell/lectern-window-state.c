/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which workspace and event the window shows, what it says about their state, and
 * what it remembers from one start to the next.
 */
#include "lectern-window-private.h"

#include "lectern-after-frame.h"
#include "lectern-event-span.h"
#include "lectern-history.h"
#include "lectern-network.h"
#include "lectern-places.h"
#include "lectern-problems-job.h"
#include "lectern-site-queue.h"
#include "lectern-time.h"
#include "lectern-unpublished.h"
#include <glib/gi18n-lib.h>

/* -- what is remembered ------------------------------------------------------ */

/** Takes size, place and folding of the last time. */
void
lectern_window_restore_state (LecternWindow *self)
{
  g_autofree char *place = g_settings_get_string (self->settings, "view");
  gboolean pane = g_settings_get_boolean (self->settings, "pane-visible");
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->place = lectern_screen_by_name (place);
  for (LecternScreen p = 0; p < LECTERN_N_SCREENS; p++)
    self->pane_wanted[p] = pane;
}

/** Keeps them for the next time. */
void
lectern_window_save_state (LecternWindow *self)
{
  int width, height;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_string (self->settings, "view", lectern_screen_info (self->place)->name);
  if (self->panes[self->place] != NULL && !adw_flap_get_folded (self->flap))
    self->pane_wanted[self->place] = adw_flap_get_reveal_flap (self->flap);
  g_settings_set_boolean (self->settings, "pane-visible", self->pane_wanted[self->place]);
}

/* Ids are unique over all workspaces, so one is enough. */
static gint64
remembered_event (LecternWindow *self)
{
  g_autofree char *text = g_settings_get_string (self->settings, "last-event");
  return g_ascii_strtoll (text, NULL, 10);
}

static void
remember_event (LecternWindow *self)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, self->event);
  g_settings_set_string (self->settings, "last-event", text);
}

/* -- undo and redo --------------------------------------------------------------- */

/* Takes @tip. */
static void
label_step (LecternWindow *self, GtkWidget *button, const char *action, gboolean possible, char *tip)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), action, possible);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_free (tip);
}

/** Lets both buttons say what they would do. */
void
lectern_window_update_undo (LecternWindow *self)
{
  g_autofree char *undo = self->workspace ? lectern_workspace_dup_undo_label (self->workspace) : NULL;
  g_autofree char *redo = self->workspace ? lectern_workspace_dup_redo_label (self->workspace) : NULL;
  label_step (self, self->undo_button, "win.undo", undo != NULL,
              undo != NULL ? g_strdup_printf (_("Undo: %s (Ctrl+Z)"), undo)
                           : g_strdup (_("Nothing to undo")));
  label_step (self, self->redo_button, "win.redo", redo != NULL,
              redo != NULL ? g_strdup_printf (_("Do again: %s (Ctrl+Shift+Z)"), redo)
                           : g_strdup (_("Nothing to do again")));
}

/* -- the sidebar --------------------------------------------------------------------- */

static gint
by_date (gconstpointer a, gconstpointer b)
{
  const LecternEventSpan *x = *(LecternEventSpan *const *) a;
  const LecternEventSpan *y = *(LecternEventSpan *const *) b;
  return g_strcmp0 (x->from, y->from);
}

static void
update_events_menu (LecternWindow *self, LecternReader *reader)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GPtrArray) spans = lectern_event_spans (reader);
  g_ptr_array_sort (spans, by_date);
  for (guint i = 0; i < spans->len; i++)
    {
      LecternEventSpan *span = g_ptr_array_index (spans, i);
      g_autofree char *dates = lectern_event_span_format (span);
      g_autofree char *label = *dates != '\0' ? g_strdup_printf ("%s · %s", span->title, dates)
                                              : g_strdup (span->title);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "win.event", "x", span->event);
      g_menu_append_item (menu, item);
      if (span->event == self->event)
        {
          g_autofree char *detail = lectern_event_span_detail (span);
          lectern_sidebar_set_event (self->sidebar, span->title, detail);
        }
    }
  if (self->event == 0)
    lectern_sidebar_set_event (self->sidebar, _("No event yet"), _("Make one or import a programme"));
  lectern_sidebar_set_events (self->sidebar, G_MENU_MODEL (menu));
}

static void
update_workspaces_menu (LecternWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_auto (GStrv) paths = lectern_places_list ();
  const char *shown = lectern_workspace_get_path (self->workspace);
  for (char **path = paths; *path != NULL; path++)
    {
      g_autofree char *name = g_path_get_basename (*path);
      if (strcmp (*path, shown) == 0)
        continue;
      if (g_str_has_suffix (name, ".db"))
        name[strlen (name) - 3] = '\0';
      g_autoptr (GMenuItem) item = g_menu_item_new (name, NULL);
      g_menu_item_set_action_and_target_value (item, "win.switch-workspace",
                                               g_variant_new_bytestring (*path));
      g_menu_append_item (menu, item);
    }
  lectern_sidebar_set_workspaces (self->sidebar, G_MENU_MODEL (menu));
}

/** Names and lists at the top of the sidebar. */
void
lectern_window_update_menus (LecternWindow *self)
{
  if (self->workspace == NULL)
    return;
  g_autofree char *name = lectern_workspace_dup_name (self->workspace);
  lectern_sidebar_set_workspace (self->sidebar, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  update_workspaces_menu (self);
  update_events_menu (self, lectern_workspace_reader (self->workspace));
}

/* Only a site on the network is out of reach without one. */
static gboolean
has_network_site (LecternWindow *self)
{
  g_autoptr (GPtrArray) sites = lectern_reader_all (lectern_workspace_reader (self->workspace), LECTERN_KIND_SITE);
  for (guint i = 0; i < sites->len; i++)
    if (g_strcmp0 (lectern_record_text (sites->pdata[i], LECTERN_SITE_TYPE), "folder") != 0)
      return TRUE;
  return FALSE;
}

/* "All changes saved · 3 not yet published · offline since 14.05": only what is known to be true. */
static void
update_state_line (LecternWindow *self, guint unpublished)
{
  guint pending = lectern_workspace_n_pending (self->workspace);
  const char *icon = pending > 0 ? "content-loading-symbolic" : "object-select-symbolic";
  GString *text = g_string_new (NULL);
  if (pending > 0)
    g_string_append_printf (text, ngettext ("Saving %u change…", "Saving %u changes…", pending), pending);
  else
    g_string_append (text, _("All changes saved"));
  if (unpublished > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u not yet published", "%u not yet published", unpublished),
                              unpublished);
    }
  if (lectern_network_offline_since () != 0 && has_network_site (self))
    {
      g_autofree char *when = lectern_instant_format (lectern_network_offline_since ());
      g_string_append (text, " · ");
      /* TRANSLATORS: there has been no network since then; "today 14.05" */
      g_string_append_printf (text, _("offline since %s"), when);
    }
  lectern_sidebar_set_state (self->sidebar, icon, text->str);
  gtk_image_set_from_icon_name (self->state_image, icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->state_image), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->state_image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->str, -1);
  g_string_free (text, TRUE);
}

static void
show_problems (LecternWindow *self, guint problems)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u problem", "%u problems", problems), problems);
  lectern_sidebar_set_count (self->sidebar, LECTERN_SCREEN_AGENDA, problems, TRUE, words);
}

static void
on_problems (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternWindow) self = data;
  g_autoptr (GPtrArray) problems = lectern_problems_find_finish (LECTERN_WORKSPACE (source), result, NULL);
  guint n = 0;
  for (guint i = 0; problems != NULL && i < problems->len; i++)
    {
      const LecternProblem *problem = g_ptr_array_index (problems, i);
      n += problem->area == LECTERN_PROBLEM_IN_AGENDA && problem->level != LECTERN_PROBLEM_HINT;
    }
  if (self->workspace == LECTERN_WORKSPACE (source))
    show_problems (self, n);
}

static gboolean
update_counts (gpointer data)
{
  LecternWindow *self = data;
  self->counts_id = 0;
  if (self->workspace == NULL)
    return G_SOURCE_REMOVE;
  LecternReader *reader = lectern_workspace_reader (self->workspace);
  g_autofree char *words = NULL;

  lectern_workspace_watch (self->workspace);

  guint people = 0, unpublished = 0;
  if (self->event != 0)
    {
      lectern_problems_find_async (self->workspace, self->event, NULL, on_problems, g_object_ref (self));
      people = lectern_reader_count (reader, LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_EVENT,
                                     self->event);
      unpublished = lectern_unpublished_count (reader, self->event);
    }
  else
    show_problems (self, 0);
  words = g_strdup_printf (ngettext ("%u person", "%u people", people), people);
  lectern_sidebar_set_count (self->sidebar, LECTERN_SCREEN_PARTICIPANTS, people, FALSE, words);
  g_free (words);
  words = g_strdup_printf (ngettext ("%u change not yet published", "%u changes not yet published",
                                     unpublished), unpublished);
  lectern_sidebar_set_count (self->sidebar, LECTERN_SCREEN_WEBSITE, unpublished, TRUE, words);
  update_state_line (self, unpublished);
  return G_SOURCE_REMOVE;
}

/** Counts again when nothing else is to do: after the frame, not before it. */
void
lectern_window_queue_counts (LecternWindow *self)
{
  if (self->counts_id == 0)
    self->counts_id = lectern_after_frame (GTK_WIDGET (self), update_counts, self);
}

/* -- the workspace ---------------------------------------------------------------------- */

static gint64
valid_event (LecternWindow *self, gint64 wanted)
{
  LecternReader *reader = lectern_workspace_reader (self->workspace);
  if (wanted != 0)
    {
      g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, wanted);
      if (record != NULL && record->alive)
        return wanted;
    }
  /* The next one that is not over, else the last one. */
  g_autoptr (GPtrArray) spans = lectern_event_spans (reader);
  g_autofree char *today = lectern_date_today ();
  LecternEventSpan *best = NULL;
  g_ptr_array_sort (spans, by_date);
  for (guint i = 0; i < spans->len; i++)
    {
      best = g_ptr_array_index (spans, i);
      if (best->to != NULL && strcmp (best->to, today) >= 0)
        break;
    }
  return best != NULL ? best->event : 0;
}

static void
on_changed (LecternWindow *self, guint64 kinds)
{
  gboolean events = LECTERN_KIND_IN (kinds, LECTERN_KIND_EVENT);
  gint64 event = events ? valid_event (self, self->event) : self->event;
  /* what is noted of a publication, a hundred times while it is on, is no step to undo */
  if (kinds != G_GUINT64_CONSTANT (1) << LECTERN_KIND_PUBLICATION)
    lectern_window_update_undo (self);
  if (events || LECTERN_KIND_IN (kinds, LECTERN_KIND_DAY) || LECTERN_KIND_IN (kinds, LECTERN_KIND_VENUE)
      || LECTERN_KIND_IN (kinds, LECTERN_KIND_WORKSPACE))
    lectern_window_update_menus (self);
  lectern_window_queue_counts (self);
  if (event != self->event)
    {
      lectern_window_set_event (self, event);
      return;
    }
  for (LecternScreen place = 0; place < LECTERN_N_SCREENS; place++)
    if (place != self->place)
      self->stale[place] = TRUE;
  if (self->views[self->place] != NULL)
    lectern_view_changed (self->views[self->place], kinds);
}

static void
on_failed (LecternWindow *self, GError *error)
{
  lectern_window_fail (self, error->message);
}

/** Follows the workspace's signals. */
void
lectern_window_watch_workspace (LecternWindow *self)
{
  if (self->workspace == NULL)
    return;
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "pending-changed", G_CALLBACK (lectern_window_queue_counts),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "failed", G_CALLBACK (on_failed), self, G_CONNECT_SWAPPED);
}

void
lectern_window_unwatch_workspace (LecternWindow *self)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
}

/** Shows another event of the workspace; 0 where it has none. */
void
lectern_window_set_event (LecternWindow *self, gint64 event)
{
  self->event = event;
  remember_event (self);
  lectern_window_update_menus (self);
  lectern_window_update_actions (self);
  lectern_window_queue_counts (self);
  lectern_window_reload_views (self);
}

/** Shows @workspace; NULL shows the first start. */
void
lectern_window_set_workspace (LecternWindow *self, LecternWorkspace *workspace)
{
  gboolean open = workspace != NULL;
  lectern_window_unwatch_workspace (self);
  g_set_object (&self->workspace, workspace);
  gtk_revealer_set_reveal_child (self->banner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), open);
  gtk_widget_set_visible (self->undo_button, open);
  gtk_widget_set_visible (self->redo_button, open);
  gtk_widget_set_visible (self->search_button, open);
  gtk_widget_set_visible (self->first_menu, !open);
  lectern_window_watch_workspace (self);
  if (open)
    lectern_site_queue_attend (self->workspace);
  lectern_window_update_undo (self);
  self->event = 0;
  if (open)
    {
      lectern_window_set_event (self, valid_event (self, remembered_event (self)));
      lectern_sidebar_focus (self->sidebar);
    }
  else
    lectern_window_show_welcome (self);
  lectern_window_update_actions (self);
}
