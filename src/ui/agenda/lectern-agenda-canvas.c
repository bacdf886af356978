/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-canvas-private.h"

#include "lectern-agenda-text.h"

#include <adwaita.h>
#include <math.h>

guint lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaCanvas, lectern_agenda_canvas, GTK_TYPE_WIDGET)

/* ---- measure, allocate, draw ---- */

static void
lectern_agenda_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                               int *natural, int *minimum_baseline, int *natural_baseline)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  gboolean along = (orientation == GTK_ORIENTATION_VERTICAL) != self->plan->turned;
  double size = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  if (self->plan->layout != NULL)
    size = along              ? self->plan->layout->length
           : self->filled > 0 ? lectern_agenda_plan_narrowest (self->plan)
                              : self->plan->layout->breadth;
  *minimum = *natural = (int) ceil (size);
}

static void
lectern_agenda_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  /* Rooms as columns fill the width; rooms as rows stay as they are. */
  double fill = self->plan->turned ? 0 : width;
  if (self->plan->layout == NULL)
    return;
  if (fill != self->filled)
    lectern_agenda_canvas_lay_out (self, fill);
  for (guint box = 0; box < self->items->len; box++)
    {
      GdkRectangle place = lectern_agenda_plan_place (self->plan, box);
      if (g_ptr_array_index (self->items, box) != NULL)
        gtk_widget_size_allocate (g_ptr_array_index (self->items, box), &place, -1);
    }
  lectern_agenda_canvas_place_ghosts (self);
}

static gboolean
on_restyled (gpointer data)
{
  LecternAgendaCanvas *self = data;
  self->restyled = 0;
  if (self->plan->layout != NULL && lectern_agenda_canvas_measure_line (self) != self->plan->line_height)
    lectern_agenda_canvas_rebuild (self);
  return G_SOURCE_REMOVE;
}

/* Another font or text size: shortest items become longer or shorter. Not here and now,
   because widgets may come or go with it. */
static void
lectern_agenda_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  GTK_WIDGET_CLASS (lectern_agenda_canvas_parent_class)->css_changed (widget, change);
  if (self->restyled == 0 && self->plan->layout != NULL)
    self->restyled = g_idle_add (on_restyled, self);
}

static void
add_line (LecternAgendaCanvas *self, GtkSnapshot *snapshot, const GdkRGBA *colour, gboolean at_time, double at,
          double thickness)
{
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  if (at_time != self->plan->turned)
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (0, round (at), width, thickness));
  else
    gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (round (at), 0, thickness, height));
}

/* Only across the lanes of the day that it is. */
static void
add_now (LecternAgendaCanvas *self, GtkSnapshot *snapshot)
{
  const LecternLayout *layout = self->plan->layout;
  const GdkRGBA red = { 0.88, 0.11, 0.14, 1 };
  for (guint lane = 0; lane < layout->n_lanes; lane++)
    {
      int day = lectern_agenda_plan_lane (self->plan, lane)->day;
      int now = lectern_agenda_canvas_get_now (self, day);
      float at = round ((now - layout->from) * layout->per_minute);
      float from = round (layout->edges[lane]);
      float to = round (layout->edges[lane + 1]);
      if (now < layout->from || now > layout->to)
        continue;
      gtk_snapshot_append_color (snapshot, &red,
                                 self->plan->turned ? &GRAPHENE_RECT_INIT (at, from, 2, to - from)
                                                    : &GRAPHENE_RECT_INIT (from, at, to - from, 2));
    }
}

static void
lectern_agenda_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  float ink = adw_style_manager_get_dark (style) ? 1 : 0;
  float strength = adw_style_manager_get_high_contrast (style) ? 3 : 1;
  GdkRGBA hour = { ink, ink, ink, 0.13 * strength };
  GdkRGBA half = { ink, ink, ink, 0.06 * strength };
  int step;
  if (self->plan->layout == NULL)
    return;
  step = lectern_agenda_plan_line_step (self->plan);
  for (int minute = self->plan->layout->from; minute <= self->plan->layout->to; minute += step)
    add_line (self, snapshot, minute % 60 == 0 ? &hour : &half, TRUE,
              (minute - self->plan->layout->from) * self->plan->layout->per_minute, 1);
  for (guint lane = 0; lane <= self->plan->layout->n_lanes; lane++)
    add_line (self, snapshot, &hour, FALSE, self->plan->layout->edges[lane], 1);
  GTK_WIDGET_CLASS (lectern_agenda_canvas_parent_class)->snapshot (widget, snapshot);
  add_now (self, snapshot);
}

/* ---- class ---- */

/* The whole title and all the rest, also where the item has no room for it. */
static gboolean
lectern_agenda_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  GtkWidget *at = keyboard ? lectern_agenda_canvas_focus_within (self) : gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  int box = lectern_agenda_canvas_box_of_item (self, at);
  if (box < 0)
    return FALSE;
  GdkRectangle place = lectern_agenda_plan_place (self->plan, box);
  const LecternAgendaSession *session = lectern_agenda_plan_session (self->plan, box);
  g_autofree char *words = lectern_agenda_text_describe (self->plan->agenda, session);
  g_autofree char *title = g_markup_escape_text (lectern_agenda_text_title (session), -1);
  g_autofree char *rest = g_markup_escape_text (words, -1);
  g_autofree char *markup = g_strdup_printf ("<b>%s</b>\n%s", title, rest);
  gtk_tooltip_set_markup (tooltip, markup);
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

static void
lectern_agenda_canvas_dispose (GObject *object)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (object);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_set_size (self->ghosts, 0);
  self->band = NULL;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_handle_id (&self->restyled, g_source_remove);
  g_clear_handle_id (&self->ahead, g_source_remove);
  self->plan->agenda = NULL;
  g_clear_object (&self->colours);
  G_OBJECT_CLASS (lectern_agenda_canvas_parent_class)->dispose (object);
}

static void
lectern_agenda_canvas_finalize (GObject *object)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (object);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->ghosts);
  g_array_unref (self->ghost_places);
  g_array_unref (self->now);
  lectern_agenda_plan_free (self->plan);
  G_OBJECT_CLASS (lectern_agenda_canvas_parent_class)->finalize (object);
}

static void
add_signals (GType type)
{
  const char *const of_session[] = { "open", "rename", "remove", "take" };
  for (guint i = 0; i < G_N_ELEMENTS (of_session); i++)
    lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_OPEN + i] = g_signal_new (of_session[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      G_TYPE_INT64);
  lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                               G_TYPE_UINT);
  lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_MENU] = g_signal_new (
      "menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT);
  lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_EXTENDED]
      = g_signal_new ("extended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_PAGE] = g_signal_new ("page", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
lectern_agenda_canvas_class_init (LecternAgendaCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_canvas_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_canvas_finalize;
  widget_class->measure = lectern_agenda_canvas_measure;
  widget_class->size_allocate = lectern_agenda_canvas_size_allocate;
  widget_class->css_changed = lectern_agenda_canvas_css_changed;
  widget_class->snapshot = lectern_agenda_canvas_snapshot;
  widget_class->query_tooltip = lectern_agenda_canvas_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "agendacanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  add_signals (G_TYPE_FROM_CLASS (klass));
  lectern_agenda_canvas_add_keys (widget_class);
}

static void
lectern_agenda_canvas_init (LecternAgendaCanvas *self)
{
  self->plan = lectern_agenda_plan_new ();
  self->sight = (GdkRectangle){ 0, 0, 1400, 900 }; /* until it is known */
  self->now = g_array_new (FALSE, FALSE, sizeof (int));
  self->items = g_ptr_array_new ();
  self->ghosts = g_ptr_array_new ();
  self->ghost_places = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  lectern_agenda_canvas_add_pointer (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "item-text");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
lectern_agenda_canvas_new (LecternAgendaColours *colours)
{
  LecternAgendaCanvas *self = g_object_new (LECTERN_TYPE_AGENDA_CANVAS, NULL);
  self->colours = g_object_ref (colours);
  g_signal_connect_object (colours, "changed", G_CALLBACK (lectern_agenda_canvas_rebuild), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
lectern_agenda_canvas_show (LecternAgendaCanvas *self, const LecternAgenda *agenda,
                            const LecternAgendaLane *lanes, guint n_lanes, const LecternAgendaFilter *filter)
{
  gboolean has_focus = lectern_agenda_canvas_has_focus (self);
  lectern_agenda_plan_set (self->plan, agenda, lanes, n_lanes, filter);
  lectern_agenda_canvas_rebuild (self);
  /* The item with the keyboard has gone: its neighbour gets it; or there was none before. */
  if (has_focus && lectern_agenda_canvas_focus_within (self) == NULL && self->items->len > 0)
    lectern_agenda_canvas_focus_box (self, self->focused);
}

void
lectern_agenda_canvas_set_now (LecternAgendaCanvas *self, const int *minutes, guint n_days)
{
  if (n_days == self->now->len && (n_days == 0 || memcmp (minutes, self->now->data, n_days * sizeof (int)) == 0))
    return;
  g_array_set_size (self->now, 0);
  if (n_days > 0)
    g_array_append_vals (self->now, minutes, n_days);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The minute where the line stands on a day; -1: it is not that day. */
int
lectern_agenda_canvas_get_now (LecternAgendaCanvas *self, int day)
{
  return day >= 0 && day < (int) self->now->len ? g_array_index (self->now, int, day) : -1;
}

const LecternAgendaLane *
lectern_agenda_canvas_get_lane (LecternAgendaCanvas *self, guint lane)
{
  return lane < self->plan->lanes->len ? lectern_agenda_plan_lane (self->plan, lane) : NULL;
}

static void
on_selected (LecternAgendaCanvas *self)
{
  for (guint box = 0; box < self->items->len; box++)
    {
      LecternAgendaItem *item = g_ptr_array_index (self->items, box);
      if (item != NULL)
        lectern_agenda_item_set_selected (item, lectern_agenda_canvas_is_selected (self, lectern_agenda_item_get_session (item)));
    }
}

/* What is chosen is marked, and the pointer and the keyboard choose. */
void
lectern_agenda_canvas_set_selection (LecternAgendaCanvas *self, LecternAgendaSelection *selection)
{
  self->selection = g_object_ref (selection);
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (on_selected), self);
}

/* The lanes that are shown; the canvas's, until others are. */
const LecternAgendaLane *
lectern_agenda_canvas_get_lanes (LecternAgendaCanvas *self, guint *n)
{
  *n = self->plan->lanes->len;
  return (const LecternAgendaLane *) (const void *) self->plan->lanes->data;
}

gboolean
lectern_agenda_canvas_is_selected (LecternAgendaCanvas *self, gint64 session)
{
  return self->selection != NULL && lectern_agenda_selection_has (self->selection, session);
}

/* Moves the keyboard to an item; FALSE where the session does not stand here. */
gboolean
lectern_agenda_canvas_focus_session (LecternAgendaCanvas *self, gint64 session)
{
  int box = lectern_agenda_plan_find (self->plan, session);
  if (box < 0)
    return FALSE;
  self->focused_lane = self->plan->layout->boxes[box].lane;
  lectern_agenda_canvas_focus_box (self, box);
  return TRUE;
}

/* Whether the keyboard is on the canvas or on one of its items. */
gboolean
lectern_agenda_canvas_has_focus (LecternAgendaCanvas *self)
{
  return gtk_widget_has_focus (GTK_WIDGET (self)) || lectern_agenda_canvas_focus_within (self) != NULL;
}

/* The session that has the keyboard, or would get it; 0 where there is none. */
gint64
lectern_agenda_canvas_get_focused (LecternAgendaCanvas *self)
{
  return self->focused_session;
}

gboolean
lectern_agenda_canvas_get_bounds (LecternAgendaCanvas *self, gint64 session, GdkRectangle *bounds)
{
  int box = lectern_agenda_plan_find (self->plan, session);
  if (box < 0)
    return FALSE;
  *bounds = lectern_agenda_plan_place (self->plan, box);
  return TRUE;
}

/* NULL while nothing is shown. */
const LecternLayout *
lectern_agenda_canvas_get_layout (LecternAgendaCanvas *self)
{
  return self->plan->layout;
}

gboolean
lectern_agenda_canvas_get_turned (LecternAgendaCanvas *self)
{
  return self->plan->turned;
}
