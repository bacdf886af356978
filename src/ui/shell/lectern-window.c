/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-window-private.h"

#include "lectern-compat-gtk.h"
#include "lectern-network.h"
#include "lectern-welcome.h"
#include <glib/gi18n-lib.h>

#define TOAST_SECONDS 5

static void lectern_window_host_init (LecternViewHostInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LecternWindow, lectern_window, ADW_TYPE_APPLICATION_WINDOW,
                               G_IMPLEMENT_INTERFACE (LECTERN_TYPE_VIEW_HOST,
                                                      lectern_window_host_init))

/* -- the view that is shown ----------------------------------------------- */

static GtkWidget *
own (GtkWidget *widget)
{
  return widget != NULL ? g_object_ref_sink (widget) : NULL;
}

static LecternView *
ensure_view (LecternWindow *self, LecternScreen place)
{
  if (self->views[place] == NULL)
    {
      const LecternScreenInfo *info = lectern_screen_info (place);
      LecternView *view = LECTERN_VIEW (info->create ());
      self->views[place] = view;
      self->stale[place] = TRUE;
      lectern_view_set_host (view, LECTERN_VIEW_HOST (self));
      gtk_stack_add_named (self->stack, GTK_WIDGET (view), info->name);
      self->titles[place] = own (lectern_view_title_widget (view));
      self->ends[place] = own (lectern_view_header_end (view));
      self->panes[place] = own (lectern_view_pane (view));
    }
  return self->views[place];
}

static void
show_header_of (LecternWindow *self, LecternScreen place)
{
  GtkWidget *title = self->titles[place] != NULL ? self->titles[place] : GTK_WIDGET (self->title);
  adw_window_title_set_title (self->title, _(lectern_screen_info (place)->label));
  adw_header_bar_set_title_widget (self->header, title);
  adw_bin_set_child (self->end_slot, self->ends[place]);
  adw_bin_set_child (self->pane_slot, self->panes[place]);
  gtk_widget_set_visible (self->pane_button, self->panes[place] != NULL);
  adw_flap_set_reveal_flap (self->flap,
                            self->panes[place] != NULL && self->pane_wanted[place]
                                && !adw_flap_get_folded (self->flap));
}

/** Shows @place, making and loading its view if need be. */
void
lectern_window_show_place (LecternWindow *self, LecternScreen place)
{
  if (self->workspace == NULL || lectern_screen_info (place)->create == NULL)
    return;
  /* Before the view is made: the first one to be shown has had no pane to open or close. */
  if (self->panes[self->place] != NULL && !adw_flap_get_folded (self->flap))
    self->pane_wanted[self->place] = adw_flap_get_reveal_flap (self->flap);
  LecternView *view = ensure_view (self, place);
  self->place = place;
  if (self->stale[place])
    {
      self->stale[place] = FALSE;
      lectern_view_load (view, self->workspace, self->event);
    }
  show_header_of (self, place);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (view));
  if (self->welcome != NULL)
    gtk_stack_remove (self->stack, self->welcome);
  self->welcome = NULL;
  lectern_sidebar_set_place (self->sidebar, place);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  lectern_window_update_actions (self);
}

/** The view that is shown, NULL on the first start. */
LecternView *
lectern_window_get_view (LecternWindow *self)
{
  return self->workspace != NULL ? self->views[self->place] : NULL;
}

/** Another workspace or event: the shown view now, the others when they are shown. */
void
lectern_window_reload_views (LecternWindow *self)
{
  for (LecternScreen place = 0; place < LECTERN_N_SCREENS; place++)
    self->stale[place] = TRUE;
  lectern_window_show_place (self, self->place);
}

/** The first start: no workspace, or somebody wants to see the samples again. */
void
lectern_window_show_welcome (LecternWindow *self)
{
  if (self->welcome == NULL)
    {
      self->welcome = lectern_welcome_new ();
      gtk_stack_add_named (self->stack, self->welcome, "welcome");
    }
  adw_window_title_set_title (self->title, "Lectern");
  adw_header_bar_set_title_widget (self->header, GTK_WIDGET (self->title));
  adw_bin_set_child (self->end_slot, NULL);
  adw_flap_set_reveal_flap (self->flap, FALSE);
  gtk_widget_set_visible (self->pane_button, FALSE);
  gtk_stack_set_visible_child (self->stack, self->welcome);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

/* -- what a view may ask for ---------------------------------------------- */

/* It goes, or somebody closed it or pressed its button: the next one is another. */
static void
forget_toast (LecternWindow *self)
{
  g_clear_handle_id (&self->toast_id, g_source_remove);
  if (self->toast != NULL)
    g_signal_handlers_disconnect_by_func (self->toast, forget_toast, self);
  g_clear_weak_pointer (&self->toast);
}

static gboolean
on_toast_over (gpointer data)
{
  LecternWindow *self = data;
  g_autoptr (AdwToast) toast = self->toast != NULL ? g_object_ref (self->toast) : NULL;
  self->toast_id = 0;
  forget_toast (self);
  if (toast != NULL)
    adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

static void
add_toast (LecternWindow *self)
{
  AdwToast *toast = adw_toast_new ("");
  adw_toast_set_timeout (toast, 0); /* ours: it may have said something else before */
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (forget_toast), self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/** Says @text in passing, in place of what was said before; with @undo there is a button that takes the last edit back.
    What is said belongs to what was done last, and an Undo would take back another edit. The one that stands there gets
    other words: libadwaita 1.2 crashes when one is dismissed that is still coming. */
void
lectern_window_toast (LecternWindow *self, const char *text, gboolean undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  if (self->toast == NULL)
    add_toast (self);
  adw_toast_set_title (self->toast, escaped);
  adw_toast_set_button_label (self->toast, undo ? _("Undo") : NULL);
  adw_toast_set_action_name (self->toast, undo ? "win.undo" : NULL);
  g_clear_handle_id (&self->toast_id, g_source_remove);
  self->toast_id = g_timeout_add_seconds (TOAST_SECONDS, on_toast_over, self);
  lectern_compat_announce (GTK_WIDGET (self), text);
}

/** Says what went wrong, until it is closed. */
void
lectern_window_fail (LecternWindow *self, const char *sentence)
{
  gtk_label_set_label (self->banner_label, sentence);
  gtk_revealer_set_reveal_child (self->banner, TRUE);
  lectern_compat_announce (GTK_WIDGET (self), sentence);
}

/* A record that belongs to another one is shown where that one is. */
static LecternKind
owner_of (LecternReader *reader, LecternKind kind, gint64 *id)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, kind, *id);
  const LecternField *owner_kind = lectern_field_by_name (kind, "owner_kind");
  const LecternField *owner = lectern_field_by_name (kind, "owner");
  if (record == NULL || owner_kind == NULL || owner == NULL)
    return kind;
  const LecternKindInfo *info
      = lectern_kind_by_name (lectern_record_text (record, owner_kind->number));
  if (info == NULL)
    return kind;
  *id = lectern_record_integer (record, owner->number);
  return info->kind;
}

/* The event a record belongs to, 0 where it belongs to none. */
static gint64
event_of (LecternReader *reader, LecternKind kind, gint64 id)
{
  const LecternField *field = lectern_field_by_name (kind, "event");
  if (kind == LECTERN_KIND_EVENT)
    return id;
  if (field == NULL)
    return 0;
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, kind, id);
  return record != NULL ? lectern_record_integer (record, field->number) : 0;
}

/** Goes to a record: its event, its place, and there the record itself. */
void
lectern_window_open_record (LecternWindow *self, LecternKind kind, gint64 id)
{
  if (self->workspace == NULL)
    return;
  LecternReader *reader = lectern_workspace_reader (self->workspace);
  kind = owner_of (reader, kind, &id);
  gint64 event = event_of (reader, kind, id);
  if (event != 0 && event != self->event)
    lectern_window_set_event (self, event);
  if (kind == LECTERN_KIND_PERSON && self->place == LECTERN_SCREEN_PARTICIPANTS
      && lectern_view_reveal (self->views[self->place], kind, id))
    return;
  lectern_window_show_place (self, lectern_screen_of_kind (kind));
  if (self->views[self->place] != NULL)
    lectern_view_reveal (self->views[self->place], kind, id);
}

static void
host_toast (LecternViewHost *host, const char *text, gboolean undo)
{
  lectern_window_toast (LECTERN_WINDOW (host), text, undo);
}

static void
host_fail (LecternViewHost *host, const char *sentence)
{
  lectern_window_fail (LECTERN_WINDOW (host), sentence);
}

static void
host_show_pane (LecternViewHost *host, gboolean show)
{
  LecternWindow *self = LECTERN_WINDOW (host);
  self->pane_wanted[self->place] = show;
  adw_flap_set_reveal_flap (self->flap, show && self->panes[self->place] != NULL);
}

static gboolean
host_pane_shown (LecternViewHost *host)
{
  return adw_flap_get_reveal_flap (LECTERN_WINDOW (host)->flap);
}

static void
host_open (LecternViewHost *host, LecternKind kind, gint64 id)
{
  lectern_window_open_record (LECTERN_WINDOW (host), kind, id);
}

static void
lectern_window_host_init (LecternViewHostInterface *iface)
{
  iface->toast = host_toast;
  iface->fail = host_fail;
  iface->show_pane = host_show_pane;
  iface->pane_shown = host_pane_shown;
  iface->open = host_open;
}

/* -- the object ------------------------------------------------------------ */

static void
on_folded (LecternWindow *self)
{
  gboolean alone = adw_leaflet_get_folded (self->leaflet);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  lectern_sidebar_set_window_controls (self->sidebar, alone);
  /* Keys do not reach the window through a widget that is out of sight. */
  if (alone && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->sidebar)))
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static gboolean
lectern_window_close_request (GtkWindow *window)
{
  lectern_window_save_state (LECTERN_WINDOW (window));
  return GTK_WINDOW_CLASS (lectern_window_parent_class)->close_request (window);
}

static void
lectern_window_dispose (GObject *object)
{
  LecternWindow *self = LECTERN_WINDOW (object);
  lectern_window_unwatch_workspace (self);
  g_clear_handle_id (&self->counts_id, g_source_remove);
  forget_toast (self);
  if (self->search != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->search));
  self->search = NULL;
  for (LecternScreen place = 0; place < LECTERN_N_SCREENS; place++)
    {
      g_clear_object (&self->titles[place]);
      g_clear_object (&self->ends[place]);
      g_clear_object (&self->panes[place]);
      self->views[place] = NULL;
    }
  g_clear_object (&self->plain_title);
  g_clear_object (&self->workspace);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (lectern_window_parent_class)->dispose (object);
}

static void
lectern_window_class_init (LecternWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = lectern_window_close_request;

  g_type_ensure (LECTERN_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lectern/Lectern/shell/lectern-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, content);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, header);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, first_menu);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, pane_button);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, state_image);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, end_slot);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, pane_slot);
  gtk_widget_class_bind_template_child (widget_class, LecternWindow, stack);
  lectern_window_class_install_actions (widget_class);
}

static void
lectern_window_init (LecternWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->plain_title = g_object_ref (GTK_WIDGET (self->title));
  for (LecternScreen place = 0; place < LECTERN_N_SCREENS; place++)
    self->pane_wanted[place] = TRUE;
  g_autoptr (GtkBuilder) builder
      = gtk_builder_new_from_resource ("/org/lectern/Lectern/shell/lectern-menus.ui");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->first_menu),
                                  G_MENU_MODEL (gtk_builder_get_object (builder, "first_menu")));
  g_signal_connect_swapped (self->leaflet, "notify::folded", G_CALLBACK (on_folded), self);
  on_folded (self);
  lectern_window_accept_drops (self);
}

/** A window that remembers its state in @settings; present it with gtk_window_present(). */
LecternWindow *
lectern_window_new (GtkApplication *application, GSettings *settings)
{
  LecternWindow *self = g_object_new (LECTERN_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  lectern_network_watch (self, G_CALLBACK (lectern_window_queue_counts));
  lectern_window_restore_state (self);
  lectern_window_update_undo (self);
  lectern_window_update_actions (self);
  return self;
}

LecternWorkspace *
lectern_window_get_workspace (LecternWindow *self)
{
  return self->workspace;
}
