/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-selection-bar.h"
#include "lectern-keys.h"
#include "lectern-section.h"
#include "lectern-settings.h"

#include <glib/gi18n-lib.h>

#define NOW_EVERY_S 30

G_DEFINE_FINAL_TYPE (LecternAgendaView, lectern_agenda_view, LECTERN_TYPE_VIEW)

static void
lectern_agenda_view_load (LecternView *view)
{
  LecternAgendaView *self = LECTERN_AGENDA_VIEW (view);
  gint64 before = self->agenda != NULL ? self->agenda->event : 0;
  if (before == lectern_view_get_event (view))
    {
      lectern_agenda_view_read (self);
      return;
    }
  self->scene.all_days = FALSE;
  LecternAgenda *old = lectern_agenda_view_read_first (self);
  lectern_agenda_view_forget_sizes (self);
  lectern_agenda_view_fit (self);
  lectern_agenda_view_select (self, 0);
  lectern_agenda_view_show_all (self);
  g_clear_pointer (&old, lectern_agenda_free);
}

static void
lectern_agenda_view_changed (LecternView *view, guint64 kinds)
{
  LecternAgendaView *self = LECTERN_AGENDA_VIEW (view);
  const LecternKind checked[] = { LECTERN_KIND_WAIVER, LECTERN_KIND_RULE_LEVEL, LECTERN_KIND_AVAILABILITY,
                                  LECTERN_KIND_CLASH, LECTERN_KIND_REGISTRATION };
  const LecternKind mine[] = { LECTERN_KIND_EVENT, LECTERN_KIND_DAY,          LECTERN_KIND_TRACK,
                               LECTERN_KIND_ROOM,  LECTERN_KIND_VENUE,        LECTERN_KIND_SESSION,
                               LECTERN_KIND_LINK,  LECTERN_KIND_SESSION_ROLE, LECTERN_KIND_PERSON,
                               LECTERN_KIND_PROGRAMME_NODE };
  for (guint i = 0; i < G_N_ELEMENTS (mine); i++)
    if (LECTERN_KIND_IN (kinds, mine[i]))
      {
        lectern_agenda_view_read (self);
        return;
      }
  for (guint i = 0; i < G_N_ELEMENTS (checked); i++)
    if (LECTERN_KIND_IN (kinds, checked[i]))
      {
        lectern_agenda_view_check (self);
        lectern_agenda_view_show_problems (self);
        return;
      }
}

static gboolean
lectern_agenda_view_reveal (LecternView *view, LecternKind kind, gint64 id)
{
  LecternAgendaView *self = LECTERN_AGENDA_VIEW (view);
  LecternReader *reader = lectern_view_get_reader (view);
  int day = self->agenda != NULL && kind == LECTERN_KIND_DAY ? lectern_agenda_day_index (self->agenda, id) : -1;
  g_autoptr (LecternRecord) role
      = kind == LECTERN_KIND_SESSION_ROLE ? lectern_reader_get (reader, kind, id) : NULL;
  if (day >= 0)
    lectern_agenda_view_set_day (self, day);
  if (role != NULL)
    return lectern_agenda_view_reveal_session (self, lectern_record_integer (role, LECTERN_SESSION_ROLE_SESSION));
  return day >= 0 || (kind == LECTERN_KIND_SESSION && lectern_agenda_view_reveal_session (self, id));
}

/* ---- making it ---- */

static void
make_header (LecternAgendaView *self)
{
  GtkWidget *add = lectern_icon_button_new ("list-add-symbolic", _ ("New session (Ctrl+N)"), "agenda.new-session");
  self->title_box = g_object_ref_sink (lectern_agenda_view_new_switch ());
  self->end_box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_box_append (GTK_BOX (self->end_box), add);
}

/* Ctrl+N wherever the focus is in the window, while the agenda is what is shown. */
static gboolean
on_new_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (lectern_agenda_canvas_has_focus (lectern_agenda_view_canvas (LECTERN_AGENDA_VIEW (widget))))
    lectern_agenda_canvas_add_here (lectern_agenda_view_canvas (LECTERN_AGENDA_VIEW (widget)));
  else
    g_action_group_activate_action (G_ACTION_GROUP (LECTERN_AGENDA_VIEW (widget)->actions), "new-session", NULL);
  return TRUE;
}

static void
add_keys (LecternAgendaView *self)
{
  const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_p, GDK_CONTROL_MASK, "agenda.print" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "agenda.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "agenda.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "agenda.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "agenda.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "agenda.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "agenda.zoom-normal" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "agenda.zoom-normal" },
    { GDK_KEY_1, GDK_CONTROL_MASK, "agenda.mode::rooms" },
    { GDK_KEY_2, GDK_CONTROL_MASK, "agenda.mode::tracks" },
    { GDK_KEY_3, GDK_CONTROL_MASK, "agenda.mode::list" },
    { GDK_KEY_4, GDK_CONTROL_MASK, "agenda.mode::people" },
    { GDK_KEY_5, GDK_CONTROL_MASK, "agenda.all-days" },
    { GDK_KEY_F8, 0, "agenda.problems" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    lectern_keys_add_everywhere (GTK_WIDGET (self), keys[i].key, keys[i].modifiers, keys[i].action);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_n, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (on_new_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
lectern_agenda_view_map (GtkWidget *widget)
{
  LecternAgendaView *self = LECTERN_AGENDA_VIEW (widget);
  GTK_WIDGET_CLASS (lectern_agenda_view_parent_class)->map (widget);
  self->now_timer = g_timeout_add_seconds (NOW_EVERY_S, lectern_agenda_view_on_now, self);
}

static void
lectern_agenda_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&LECTERN_AGENDA_VIEW (widget)->now_timer, g_source_remove);
  GTK_WIDGET_CLASS (lectern_agenda_view_parent_class)->unmap (widget);
}

static gboolean
lectern_agenda_view_grab_focus (GtkWidget *widget)
{
  LecternAgendaView *self = LECTERN_AGENDA_VIEW (widget);
  gint64 came_from = self->menu_session;
  self->menu_session = 0;
  if (came_from != 0 && !lectern_agenda_view_is_list (self)) /* a menu has closed */
    {
      lectern_agenda_view_focus_session (self, came_from);
      return TRUE;
    }
  return gtk_widget_grab_focus (lectern_agenda_view_is_list (self) ? self->list : GTK_WIDGET (lectern_agenda_view_canvas (self)));
}

static void
lectern_agenda_view_dispose (GObject *object)
{
  LecternAgendaView *self = LECTERN_AGENDA_VIEW (object);
  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  g_clear_handle_id (&self->now_timer, g_source_remove);
  lectern_agenda_view_stop_reading (self);
  g_clear_weak_pointer (&self->read_from);
  g_clear_pointer (&self->drag, lectern_agenda_drag_free);
  g_clear_pointer (&self->carry, lectern_agenda_carry_free);
  g_clear_pointer (&self->carry_shown, g_free);
  g_clear_pointer (&self->reselect, g_array_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->title_box);
  g_clear_object (&self->end_box);
  g_clear_object (&self->pane);
  g_clear_object (&self->actions);
  g_clear_object (&self->colours);
  g_clear_object (&self->settings);
  g_clear_object (&self->checker);
  G_OBJECT_CLASS (lectern_agenda_view_parent_class)->dispose (object);
}

static void
lectern_agenda_view_finalize (GObject *object)
{
  g_clear_pointer (&LECTERN_AGENDA_VIEW (object)->agenda, lectern_agenda_free);
  lectern_agenda_filter_free (LECTERN_AGENDA_VIEW (object)->scene.filter);
  G_OBJECT_CLASS (lectern_agenda_view_parent_class)->finalize (object);
}

static GtkWidget *
lectern_agenda_view_title_widget (LecternView *view)
{
  return LECTERN_AGENDA_VIEW (view)->title_box;
}

static GtkWidget *
lectern_agenda_view_header_end (LecternView *view)
{
  return LECTERN_AGENDA_VIEW (view)->end_box;
}

static GtkWidget *
lectern_agenda_view_pane (LecternView *view)
{
  return LECTERN_AGENDA_VIEW (view)->pane;
}

static void
lectern_agenda_view_class_init (LecternAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  LecternViewClass *view_class = LECTERN_VIEW_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_view_finalize;
  widget_class->map = lectern_agenda_view_map;
  widget_class->unmap = lectern_agenda_view_unmap;
  widget_class->grab_focus = lectern_agenda_view_grab_focus;
  view_class->load = lectern_agenda_view_load;
  view_class->changed = lectern_agenda_view_changed;
  view_class->reveal = lectern_agenda_view_reveal;
  view_class->title_widget = lectern_agenda_view_title_widget;
  view_class->header_end = lectern_agenda_view_header_end;
  view_class->pane = lectern_agenda_view_pane;
}

static void
lectern_agenda_view_init (LecternAgendaView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->colours = lectern_agenda_colours_new ();
  self->selection = lectern_agenda_selection_new ();
  self->actions = g_simple_action_group_new ();
  self->settings = lectern_settings_new ();
  self->scene = (LecternAgendaScene){ .day = -1, .filter = lectern_agenda_filter_new () };
  self->day_bar = lectern_agenda_day_bar_new (LECTERN_VIEW (self), &self->scene, self->colours);
  self->filter_bar = lectern_agenda_filter_bar_new ();
  self->grid = lectern_agenda_grid_new (self->colours);
  self->list = lectern_agenda_list_new (self->colours);
  self->tray = lectern_agenda_tray_new (self->colours);
  lectern_agenda_canvas_set_selection (lectern_agenda_view_canvas (self), self->selection);
  lectern_agenda_tray_set_selection (LECTERN_AGENDA_TRAY (self->tray), self->selection);
  self->selection_bar = lectern_agenda_selection_bar_new ();
  self->drag = lectern_agenda_drag_new (self);
  self->pane = g_object_ref_sink (lectern_agenda_pane_new (LECTERN_VIEW (self), self->colours));
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  lectern_agenda_view_add_actions (self);
  lectern_agenda_view_add_modes (self);
  make_header (self);
  lectern_agenda_view_add_problems (self);
  GtkWidget *const with_actions[] = { GTK_WIDGET (self), self->title_box, self->end_box, self->pane };
  for (guint i = 0; i < G_N_ELEMENTS (with_actions); i++)
    gtk_widget_insert_action_group (with_actions[i], "agenda", G_ACTION_GROUP (self->actions));
  lectern_agenda_view_add_pages (self);
  add_keys (self);
  lectern_agenda_view_listen (self);
  lectern_agenda_view_listen_to_modes (self);
  lectern_agenda_view_restore (self);
  gtk_box_append (GTK_BOX (box), self->day_bar);
  gtk_box_append (GTK_BOX (box), self->filter_bar);
  gtk_box_append (GTK_BOX (box), self->stack);
  gtk_box_append (GTK_BOX (box), self->selection_bar);
  gtk_widget_set_vexpand (self->problems, FALSE); /* what is in it does; closed, it would take half of what is left over */
  gtk_box_append (GTK_BOX (box), self->problems);
  gtk_box_append (GTK_BOX (box), self->tray);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lectern_agenda_view_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_VIEW, NULL);
}

const LecternAgenda *
lectern_agenda_view_get_agenda (LecternAgendaView *self)
{
  return self->agenda;
}

/* The index of the day that is shown; -1 none. */
int
lectern_agenda_view_get_day (LecternAgendaView *self)
{
  return self->agenda != NULL ? lectern_agenda_day_index (self->agenda, self->day) : -1;
}

LecternAgendaGrid *
lectern_agenda_view_get_grid (LecternAgendaView *self)
{
  return LECTERN_AGENDA_GRID (self->grid);
}

LecternAgendaList *
lectern_agenda_view_get_list (LecternAgendaView *self)
{
  return LECTERN_AGENDA_LIST (self->list);
}

LecternAgendaPane *
lectern_agenda_view_get_pane (LecternAgendaView *self)
{
  return LECTERN_AGENDA_PANE (self->pane);
}

LecternAgendaTray *
lectern_agenda_view_get_tray (LecternAgendaView *self)
{
  return LECTERN_AGENDA_TRAY (self->tray);
}

LecternAgendaScene *
lectern_agenda_view_get_scene (LecternAgendaView *self)
{
  return &self->scene;
}

LecternAgendaFilterMenu *
lectern_agenda_view_get_filter (LecternAgendaView *self)
{
  return lectern_agenda_day_bar_get_filter (LECTERN_AGENDA_DAY_BAR (self->day_bar));
}

LecternAgendaFilterBar *
lectern_agenda_view_get_filter_bar (LecternAgendaView *self)
{
  return LECTERN_AGENDA_FILTER_BAR (self->filter_bar);
}

const char *
lectern_agenda_view_get_page (LecternAgendaView *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}
