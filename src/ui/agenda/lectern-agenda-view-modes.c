/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The ways the agenda is shown: by rooms, tracks, people or as a list, one day or all,
 * filtered, coloured, large or small; and what of it is remembered.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-filter-menu.h"
#include "lectern-agenda-print.h"

#include <glib/gi18n-lib.h>

/* With more rooms than this only those in use are shown at first. */
#define ALL_ROOMS_UP_TO 12
/* With more lanes than this they are rows at first. */
#define COLUMNS_UP_TO 10
/* With more sessions than this on each day all days are an overview at first. */
#define MANY_A_DAY 60

static void
remember (LecternAgendaView *self, const char *key, const char *value)
{
  if (self->settings != NULL)
    g_settings_set_string (self->settings, key, value);
}

/* ---- how large ---- */

static LecternAgendaSize *
size_of_scene (LecternAgendaView *self)
{
  return &self->sizes[self->scene.mode][self->scene.all_days ? 1 : 0];
}

/* What so many lanes can be read in, until somebody chooses other sizes. */
static LecternAgendaSize
choose_size (LecternAgendaView *self)
{
  g_autoptr (GArray) lanes = NULL;
  LecternAgendaSize size = { TRUE, 1, FALSE };
  self->scene.day = lectern_agenda_view_get_day (self);
  lanes = lectern_agenda_scene_lanes (&self->scene, self->agenda);
  size.turned = !self->scene.all_days && lanes->len > COLUMNS_UP_TO;
  if (self->scene.all_days)
    size.zoom = self->agenda->sessions->len > MANY_A_DAY * self->agenda->days->len ? 0.25
                : lanes->len > self->agenda->days->len                             ? 0.5
                                                                                   : 0.7;
  else if (size.turned)
    size.zoom = lanes->len > 20 ? 0.35 : 0.5;
  else
    size.zoom = lanes->len > 5 ? 0.7 : 1;
  return size;
}

/* Draws the scene as large as it was last. */
void
lectern_agenda_view_fit (LecternAgendaView *self)
{
  LecternAgendaGrid *grid = LECTERN_AGENDA_GRID (self->grid);
  LecternAgendaSize size = *size_of_scene (self);
  if (lectern_agenda_view_is_list (self))
    return;
  if (!size.known)
    size = choose_size (self);
  *size_of_scene (self) = size; /* what the grid says while it changes is not meant */
  lectern_agenda_grid_set_turned (grid, size.turned);
  *size_of_scene (self) = size;
  lectern_agenda_grid_set_zoom (grid, size.zoom);
}

static void
on_zoomed (LecternAgendaView *self)
{
  LecternAgendaGrid *grid = LECTERN_AGENDA_GRID (self->grid);
  *size_of_scene (self) = (LecternAgendaSize){ TRUE, lectern_agenda_grid_get_zoom (grid),
                                               lectern_agenda_grid_get_turned (grid) };
  lectern_agenda_day_bar_set_zoom (LECTERN_AGENDA_DAY_BAR (self->day_bar), lectern_agenda_grid_get_zoom (grid),
                                   lectern_agenda_grid_get_turned (grid));
}

static void
zoom_in (GSimpleAction *action, GVariant *target, gpointer data)
{
  lectern_agenda_grid_step_zoom (LECTERN_AGENDA_GRID (LECTERN_AGENDA_VIEW (data)->grid), 1);
}

static void
zoom_out (GSimpleAction *action, GVariant *target, gpointer data)
{
  lectern_agenda_grid_step_zoom (LECTERN_AGENDA_GRID (LECTERN_AGENDA_VIEW (data)->grid), -1);
}

static void
zoom_normal (GSimpleAction *action, GVariant *target, gpointer data)
{
  lectern_agenda_grid_set_zoom (LECTERN_AGENDA_GRID (LECTERN_AGENDA_VIEW (data)->grid), 1);
}

static void
turn (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  LecternAgendaGrid *grid = LECTERN_AGENDA_GRID (self->grid);
  lectern_agenda_grid_set_turned (grid, !lectern_agenda_grid_get_turned (grid));
  on_zoomed (self);
}

/* ---- which way ---- */

static GSimpleAction *
action_of (LecternAgendaView *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

/* Tracks and parts of the programme are one place of the switch. */
static void
tell_mode (LecternAgendaView *self)
{
  LecternAgendaMode mode = self->scene.mode;
  LecternAgendaMode place = mode == LECTERN_AGENDA_BY_PARTS ? LECTERN_AGENDA_BY_TRACKS : mode;
  g_simple_action_set_state (action_of (self, "mode"), g_variant_new_string (lectern_agenda_mode_name (place)));
  if (place == LECTERN_AGENDA_BY_TRACKS)
    g_simple_action_set_state (action_of (self, "lanes"), g_variant_new_string (lectern_agenda_mode_name (mode)));
  g_simple_action_set_state (action_of (self, "all-days"), g_variant_new_boolean (self->scene.all_days));
}

/* Another event: other sizes fit, and nothing is filtered. */
void
lectern_agenda_view_forget_sizes (LecternAgendaView *self)
{
  memset (self->sizes, 0, sizeof self->sizes);
  self->scene.used_only = self->agenda->rooms->len > ALL_ROOMS_UP_TO;
  self->scene.was_one = FALSE;
  lectern_agenda_filter_clear_all (self->scene.filter);
  tell_mode (self);
}

static void
show_scene (LecternAgendaView *self)
{
  tell_mode (self);
  if (self->agenda == NULL)
    return;
  if (lectern_agenda_view_is_list (self) || self->scene.all_days)
    lectern_agenda_view_need_all (self);
  lectern_agenda_view_fit (self);
  lectern_agenda_view_show_all (self);
  if (self->selected != 0)
    lectern_agenda_view_scroll_later (self);
  else if (lectern_agenda_view_is_list (self))
    lectern_agenda_list_scroll_to_day (LECTERN_AGENDA_LIST (self->list), lectern_agenda_view_get_day (self));
}

static void
set_mode (LecternAgendaView *self, LecternAgendaMode mode)
{
  if (mode == self->scene.mode)
    return;
  self->scene.mode = mode;
  remember (self, "agenda-view", lectern_agenda_mode_name (mode));
  show_scene (self);
}

static void
change_mode (GSimpleAction *action, GVariant *value, gpointer data)
{
  LecternAgendaView *self = data;
  LecternAgendaMode mode = lectern_agenda_mode_by_name (g_variant_get_string (value, NULL));
  g_autoptr (GVariant) lanes = g_action_get_state (G_ACTION (action_of (self, "lanes")));
  if (mode == LECTERN_AGENDA_BY_TRACKS) /* or the parts, whatever it was last */
    mode = lectern_agenda_mode_by_name (g_variant_get_string (lanes, NULL));
  set_mode (self, mode);
}

static void
change_lanes (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
  set_mode (data, lectern_agenda_mode_by_name (g_variant_get_string (value, NULL)));
}

void
lectern_agenda_view_set_all_days (LecternAgendaView *self, gboolean all)
{
  if (all == self->scene.all_days)
    return;
  self->scene.all_days = all;
  show_scene (self);
}

static void
change_all_days (GSimpleAction *action, GVariant *value, gpointer data)
{
  lectern_agenda_view_set_all_days (data, g_variant_get_boolean (value));
}

static void
change_colours (GSimpleAction *action, GVariant *value, gpointer data)
{
  LecternAgendaView *self = data;
  const char *name = g_variant_get_string (value, NULL);
  g_simple_action_set_state (action, value);
  remember (self, "agenda-colours", name);
  lectern_agenda_colours_set_by (self->colours, lectern_agenda_colours_by_of_name (name));
  if (self->agenda == NULL)
    return;
  self->list_is_old = TRUE;
  lectern_agenda_view_show_day (self);
  lectern_agenda_pane_show (LECTERN_AGENDA_PANE (self->pane), self->agenda, self->selected);
}

/* ---- filtering ---- */

/* The programme of one room, one person, is looked at over all days. */
static void
on_filtered (LecternAgendaView *self)
{
  gboolean one = lectern_agenda_scene_is_one (&self->scene);
  gboolean became_one = one && !self->scene.was_one && self->agenda->days->len > 1;
  self->scene.was_one = one;
  self->list_is_old = TRUE;
  if (became_one && !self->scene.all_days)
    lectern_agenda_view_set_all_days (self, TRUE);
  else
    lectern_agenda_view_show_day (self);
}

static void
show_everything (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  lectern_agenda_filter_clear_all (self->scene.filter);
  on_filtered (self);
}

static void
on_remove_chip (LecternAgendaView *self, int kind, gint64 value)
{
  lectern_agenda_filter_set (self->scene.filter, kind, value, FALSE);
  on_filtered (self);
}

/* The head of a day leads to that day; the head of a room to all days of that room, and
   once more to all rooms. */
static void
on_lane_head (LecternAgendaView *self, guint index)
{
  const LecternAgendaLane *lane = lectern_agenda_canvas_get_lane (lectern_agenda_view_canvas (self), index);
  gboolean one = lectern_agenda_scene_is_one (&self->scene);
  if (lane == NULL)
    return;
  if (lane->kind == LECTERN_AGENDA_LANE_DAY || (one && self->scene.all_days))
    {
      lectern_agenda_view_set_day (self, lane->day);
      return;
    }
  lectern_agenda_scene_ask_for_lane (&self->scene, self->agenda, lane, !one);
  on_filtered (self);
}

static void
on_day_head (LecternAgendaView *self, guint index)
{
  const LecternAgendaLane *lane = lectern_agenda_canvas_get_lane (lectern_agenda_view_canvas (self), index);
  if (lane != NULL)
    lectern_agenda_view_set_day (self, lane->day);
}

/* ---- printing ---- */

static LecternAgendaScene
copy_scene (LecternAgendaView *self)
{
  LecternAgendaScene scene = self->scene;
  scene.filter = lectern_agenda_filter_copy (self->scene.filter);
  return scene;
}

/* From the data, because printing goes on while the view shows something else. */
static void
print (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternView *view = data;
  LecternAgendaView *self = data;
  LecternReader *reader = lectern_view_get_reader (view);
  gint64 id = lectern_view_get_event (view);
  g_autoptr (LecternRecord) event = id != 0 ? lectern_reader_get (reader, LECTERN_KIND_EVENT, id) : NULL;
  const char *title = event != NULL ? lectern_record_text_in (event, LECTERN_EVENT_TITLE, lectern_view_language (view)) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  if (event == NULL || self->agenda == NULL || !GTK_IS_WINDOW (root))
    return;
  lectern_agenda_print (GTK_WINDOW (root), copy_scene (self),
                        lectern_agenda_load (reader, id, lectern_view_language (view)), self->colours,
                        title != NULL ? title : _ ("Agenda"));
}

/* ---- making it ---- */

static const GActionEntry entries[] = {
  { "mode", NULL, "s", "'rooms'", change_mode },
  { "lanes", NULL, "s", "'tracks'", change_lanes },
  { "all-days", NULL, NULL, "false", change_all_days },
  { "colours", NULL, "s", "'track'", change_colours },
  { "show-all", show_everything },
  { "zoom-in", zoom_in },
  { "zoom-out", zoom_out },
  { "zoom-normal", zoom_normal },
  { "turn", turn },
  { "print", print },
};

void
lectern_agenda_view_add_modes (LecternAgendaView *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

void
lectern_agenda_view_listen_to_modes (LecternAgendaView *self)
{
  g_signal_connect_object (self->grid, "zoomed", G_CALLBACK (on_zoomed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "lane", G_CALLBACK (on_lane_head), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "band", G_CALLBACK (on_day_head), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter_bar, "remove", G_CALLBACK (on_remove_chip), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (lectern_agenda_day_bar_get_filter (LECTERN_AGENDA_DAY_BAR (self->day_bar)), "changed",
                           G_CALLBACK (on_filtered), self, G_CONNECT_SWAPPED);
}

/* As it was left. */
void
lectern_agenda_view_restore (LecternAgendaView *self)
{
  g_autofree char *mode = NULL;
  g_autofree char *colours = NULL;
  if (self->settings == NULL)
    return;
  mode = g_settings_get_string (self->settings, "agenda-view");
  colours = g_settings_get_string (self->settings, "agenda-colours");
  self->scene.mode = lectern_agenda_mode_by_name (mode);
  lectern_agenda_colours_set_by (self->colours, lectern_agenda_colours_by_of_name (colours));
  g_simple_action_set_state (action_of (self, "colours"),
                             g_variant_new_string (lectern_agenda_colours_by_name (
                                 lectern_agenda_colours_get_by (self->colours))));
  tell_mode (self);
}

/* The switch in the middle of the header bar. */
GtkWidget *
lectern_agenda_view_new_switch (void)
{
  const struct
  {
    const char *label, *tip, *action;
  } ways[] = {
    { N_ ("Rooms"), N_ ("A grid of rooms and hours (Ctrl+1)"), "agenda.mode::rooms" },
    { N_ ("Tracks"), N_ ("A grid of tracks, or of parts of the programme, and hours (Ctrl+2)"), "agenda.mode::tracks" },
    { N_ ("List"), N_ ("All days as a list by time (Ctrl+3)"), "agenda.mode::list" },
    { N_ ("People"), N_ ("A grid of people and hours: who is where (Ctrl+4)"), "agenda.mode::people" },
  };
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (ways[i].label));
      GtkWidget *word = gtk_button_get_child (GTK_BUTTON (button));
      /* Large text in a narrow window: rather a shorter word than a wider window; but first the sidebar goes. */
      gtk_label_set_ellipsize (GTK_LABEL (word), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (word), 5);
      gtk_widget_set_tooltip_text (button, _ (ways[i].tip));
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), ways[i].action);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How the agenda is shown"),
                                  -1);
  return box;
}
