/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-canvas.h"

#include "lectern-agenda-item.h"
#include "lectern-agenda-plan.h"
#include "lectern-agenda-text.h"

#include <adwaita.h>
#include <math.h>

/* Below this zoom the text is smaller too. */
#define SMALL_BELOW 0.6
/* A day of up to so many boxes has all its items, for screen readers; of a longer one only those in sight and
   near by are made, so that a day ten times as long opens as fast. */
#define ALL_ITEMS_UP_TO 100
#define NEAR_BY 60

struct _LecternAgendaCanvas
{
  GtkWidget parent_instance;

  LecternAgendaColours *colours;
  LecternAgendaPlan *plan;
  double filled;       /* pixels for which the layout was made */
  int now;
  GPtrArray *items;    /* of LecternAgendaItem, one per box; NULL: not made */
  GdkRectangle sight;  /* the part that is scrolled to */
  guint focused;       /* box that Tab goes to */
  gint64 focused_session;
  guint focused_lane;
  gint64 selected;
  guint restyled;      /* idle source */
};

enum
{
  OPEN,
  RENAME,
  REMOVE,
  ADD,
  PAGE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaCanvas, lectern_agenda_canvas, GTK_TYPE_WIDGET)

/* ---- what is shown ---- */

static int
measure_line (LecternAgendaCanvas *self)
{
  int height;
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self), "Äg");
  pango_layout_get_pixel_size (text, NULL, &height);
  return height;
}

static void
set_item (LecternAgendaCanvas *self, guint box)
{
  const LecternAgendaSession *session = lectern_agenda_plan_session (self->plan, box);
  GdkRectangle place = lectern_agenda_plan_place (self->plan, box);
  LecternAgendaItem *item = g_ptr_array_index (self->items, box);
  LecternAgendaItemLook look = {
    .lines = lectern_agenda_plan_lines (self->plan, &place),
    .first = self->plan->layout->boxes[box].first,
    .plain = self->plan->zoom < SMALL_BELOW,
    .cut = self->plan->layout->boxes[box].cut,
    .palette = lectern_agenda_colours_palette (self->colours, session->track),
    .palette_class = lectern_agenda_colours_class (self->colours, session->track),
  };
  lectern_agenda_item_set (item, self->plan->agenda, session, &look);
  lectern_agenda_item_set_selected (item, session->id == self->selected);
}

/* Widgets of sessions that are still there are used again: they keep focus and text. */
static GHashTable *
take_items (LecternAgendaCanvas *self)
{
  GHashTable *by_session = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = self->items->len; i > 0; i--)
    {
      LecternAgendaItem *item = g_ptr_array_index (self->items, i - 1);
      if (item == NULL)
        continue;
      gint64 id = lectern_agenda_item_get_session (item);
      GSList *others = g_hash_table_lookup (by_session, &id);
      g_hash_table_insert (by_session, g_memdup2 (&id, sizeof id), g_slist_prepend (others, item));
    }
  g_ptr_array_set_size (self->items, 0);
  return by_session;
}

static GtkWidget *
take_item (GHashTable *by_session, gint64 id)
{
  GSList *list = g_hash_table_lookup (by_session, &id);
  if (list == NULL)
    return NULL;
  GtkWidget *item = list->data;
  g_hash_table_insert (by_session, g_memdup2 (&id, sizeof id), g_slist_delete_link (list, list));
  return item;
}

static void
drop_items (GHashTable *by_session)
{
  GHashTableIter iter;
  gpointer list;
  g_hash_table_iter_init (&iter, by_session);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    {
      for (GSList *l = list; l != NULL; l = l->next)
        gtk_widget_unparent (l->data);
      g_slist_free (list);
    }
  g_hash_table_unref (by_session);
}

static gboolean
is_wanted (LecternAgendaCanvas *self, guint box)
{
  GdkRectangle place = lectern_agenda_plan_place (self->plan, box);
  GdkRectangle near_by = { self->sight.x - NEAR_BY, self->sight.y - NEAR_BY, self->sight.width + 2 * NEAR_BY,
                           self->sight.height + 2 * NEAR_BY };
  return self->plan->layout->n_boxes <= ALL_ITEMS_UP_TO || gdk_rectangle_intersect (&place, &near_by, NULL);
}

static void
make_items (LecternAgendaCanvas *self)
{
  GHashTable *old = take_items (self);
  GtkWidget *before = NULL;
  for (guint box = 0; box < self->plan->layout->n_boxes; box++)
    {
      GtkWidget *item = take_item (old, lectern_agenda_plan_session (self->plan, box)->id);
      if (item == NULL && is_wanted (self, box))
        item = lectern_agenda_item_new ();
      g_ptr_array_add (self->items, item);
      if (item == NULL)
        continue;
      if (gtk_widget_get_parent (item) == NULL || gtk_widget_get_prev_sibling (item) != before)
        gtk_widget_insert_after (item, GTK_WIDGET (self), before);
      before = item;
    }
  drop_items (old);
  self->focused = self->items->len > 0 ? MIN (self->focused, self->items->len - 1) : 0;
}

static void
make_layout (LecternAgendaCanvas *self, double fill)
{
  lectern_agenda_plan_lay_out (self->plan, fill);
  self->filled = fill;
}

/* The item of a box; made where it was not in sight so far. */
static GtkWidget *
item_of_box (LecternAgendaCanvas *self, guint box)
{
  GdkRectangle place = lectern_agenda_plan_place (self->plan, box);
  GtkWidget *before = NULL;
  GtkWidget *item = g_ptr_array_index (self->items, box);
  if (item != NULL)
    return item;
  for (guint i = box; i > 0 && before == NULL; i--)
    before = g_ptr_array_index (self->items, i - 1);
  item = lectern_agenda_item_new ();
  gtk_widget_insert_after (item, GTK_WIDGET (self), before);
  self->items->pdata[box] = item;
  set_item (self, box);
  /* At once, so that the view can scroll to it. */
  gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (item, &place, -1);
  return item;
}

static void
rebuild (LecternAgendaCanvas *self)
{
  int box;
  self->plan->line_height = measure_line (self);
  make_layout (self, self->filled);
  make_items (self);
  for (guint i = 0; i < self->items->len; i++)
    if (g_ptr_array_index (self->items, i) != NULL)
      set_item (self, i);
  box = self->focused_session != 0 ? lectern_agenda_plan_find (self->plan, self->focused_session) : -1;
  if (box >= 0)
    self->focused = box;
  self->focused_session
      = self->items->len > 0 ? lectern_agenda_plan_session (self->plan, self->focused)->id : 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

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
    make_layout (self, fill);
  for (guint box = 0; box < self->items->len; box++)
    {
      GdkRectangle place = lectern_agenda_plan_place (self->plan, box);
      if (g_ptr_array_index (self->items, box) != NULL)
        gtk_widget_size_allocate (g_ptr_array_index (self->items, box), &place, -1);
    }
}

static gboolean
on_restyled (gpointer data)
{
  LecternAgendaCanvas *self = data;
  self->restyled = 0;
  if (self->plan->layout != NULL && measure_line (self) != self->plan->line_height)
    rebuild (self);
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

static void
lectern_agenda_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  float ink = adw_style_manager_get_dark (style) ? 1 : 0;
  float strength = adw_style_manager_get_high_contrast (style) ? 3 : 1;
  GdkRGBA hour = { ink, ink, ink, 0.13 * strength };
  GdkRGBA half = { ink, ink, ink, 0.06 * strength };
  GdkRGBA now = { 0.88, 0.11, 0.14, 1 };
  if (self->plan->layout == NULL)
    return;
  for (int minute = self->plan->layout->from; minute <= self->plan->layout->to; minute += 30)
    add_line (self, snapshot, minute % 60 == 0 ? &hour : &half, TRUE,
              (minute - self->plan->layout->from) * self->plan->layout->per_minute, 1);
  for (guint lane = 0; lane <= self->plan->layout->n_lanes; lane++)
    add_line (self, snapshot, &hour, FALSE, self->plan->layout->edges[lane], 1);
  GTK_WIDGET_CLASS (lectern_agenda_canvas_parent_class)->snapshot (widget, snapshot);
  if (self->now >= self->plan->layout->from && self->now <= self->plan->layout->to)
    add_line (self, snapshot, &now, TRUE, (self->now - self->plan->layout->from) * self->plan->layout->per_minute, 2);
}

/* ---- keyboard and pointer ---- */

static gboolean
focus_box (LecternAgendaCanvas *self, guint box)
{
  self->focused = box;
  self->focused_session = lectern_agenda_plan_session (self->plan, box)->id;
  return gtk_widget_grab_focus (item_of_box (self, box));
}

static int
box_of_item (LecternAgendaCanvas *self, GtkWidget *widget)
{
  while (widget != NULL && !LECTERN_IS_AGENDA_ITEM (widget))
    widget = gtk_widget_get_parent (widget);
  for (guint i = 0; widget != NULL && i < self->items->len; i++)
    if (g_ptr_array_index (self->items, i) == widget)
      return i;
  return -1;
}

static GtkWidget *
focus_within (LecternAgendaCanvas *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  return child;
}

/* Tab goes in to one item and out again; the arrow keys walk among them. */
static gboolean
lectern_agenda_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  if (self->items->len == 0 || focus_within (self) != NULL)
    return FALSE;
  return focus_box (self, self->focused);
}

static gboolean
lectern_agenda_canvas_grab_focus (GtkWidget *widget)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  return self->items->len > 0 && focus_box (self, self->focused);
}

static gboolean
on_step (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  LecternLayoutMove move = g_variant_get_int32 (args);
  int box = box_of_item (self, focus_within (self));
  guint next = box >= 0 ? (guint) box : self->focused;
  /* As drawn: turned, the right arrow is later; so it is called here. */
  if (self->plan->turned)
    move = move == LECTERN_LAYOUT_EARLIER         ? LECTERN_LAYOUT_PREVIOUS_LANE
           : move == LECTERN_LAYOUT_LATER         ? LECTERN_LAYOUT_NEXT_LANE
           : move == LECTERN_LAYOUT_PREVIOUS_LANE ? LECTERN_LAYOUT_EARLIER
                                                  : LECTERN_LAYOUT_LATER;
  if (self->items->len == 0)
    return FALSE;
  if (lectern_layout_step (self->plan->layout, &next, &self->focused_lane, move))
    focus_box (self, next);
  else
    gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
on_page (GtkWidget *widget, GVariant *args, gpointer data)
{
  g_signal_emit (widget, signals[PAGE], 0, g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  gint64 session = lectern_agenda_canvas_get_focused (self);
  if (session == 0)
    return FALSE;
  g_signal_emit (self, signals[g_variant_get_int32 (args)], 0, session);
  return TRUE;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, LecternAgendaCanvas *self)
{
  int box = box_of_item (self, gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));
  if (box >= 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      self->focused_lane = self->plan->layout->boxes[box].lane;
      focus_box (self, box);
      g_signal_emit (self, signals[OPEN], 0, lectern_agenda_plan_session (self->plan, box)->id);
      return;
    }
  int minute;
  guint lane;
  if (n_press != 2 || self->plan->layout == NULL
      || !lectern_layout_pick (self->plan->layout, self->plan->turned ? x : y, self->plan->turned ? y : x, &minute, &lane))
    return;
  g_signal_emit (self, signals[ADD], 0, minute - minute % 30, g_array_index (self->plan->lanes, int, lane));
}

/* The whole title and all the rest, also where the item has no room for it. */
static gboolean
lectern_agenda_canvas_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (widget);
  GtkWidget *at = keyboard ? focus_within (self) : gtk_widget_pick (widget, x, y, GTK_PICK_DEFAULT);
  int box = box_of_item (self, at);
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

/* ---- class ---- */

static void
lectern_agenda_canvas_dispose (GObject *object)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (object);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_ptr_array_set_size (self->items, 0);
  g_clear_handle_id (&self->restyled, g_source_remove);
  self->plan->agenda = NULL;
  g_clear_object (&self->colours);
  G_OBJECT_CLASS (lectern_agenda_canvas_parent_class)->dispose (object);
}

static void
lectern_agenda_canvas_finalize (GObject *object)
{
  LecternAgendaCanvas *self = LECTERN_AGENDA_CANVAS (object);
  g_ptr_array_unref (self->items);
  lectern_agenda_plan_free (self->plan);
  G_OBJECT_CLASS (lectern_agenda_canvas_parent_class)->finalize (object);
}

static void
add_signals (GType type)
{
  const char *const of_session[] = { "open", "rename", "remove" };
  for (guint i = 0; i < G_N_ELEMENTS (of_session); i++)
    signals[OPEN + i] = g_signal_new (of_session[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                      G_TYPE_INT64);
  signals[ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT,
                               G_TYPE_INT);
  signals[PAGE] = g_signal_new ("page", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
add_keys (GtkWidgetClass *klass)
{
  const struct
  {
    guint key, keypad;
    LecternLayoutMove move;
  } arrows[] = { { GDK_KEY_Up, GDK_KEY_KP_Up, LECTERN_LAYOUT_EARLIER },
                 { GDK_KEY_Down, GDK_KEY_KP_Down, LECTERN_LAYOUT_LATER },
                 { GDK_KEY_Left, GDK_KEY_KP_Left, LECTERN_LAYOUT_PREVIOUS_LANE },
                 { GDK_KEY_Right, GDK_KEY_KP_Right, LECTERN_LAYOUT_NEXT_LANE } };
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (klass, arrows[i].key, 0, on_step, "i", arrows[i].move);
      gtk_widget_class_add_binding (klass, arrows[i].keypad, 0, on_step, "i", arrows[i].move);
    }
  gtk_widget_class_add_binding (klass, GDK_KEY_Return, 0, on_key, "i", OPEN);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Enter, 0, on_key, "i", OPEN);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, on_key, "i", OPEN);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, on_page, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Up, 0, on_page, "i", -1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, on_page, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Page_Down, 0, on_page, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_F2, 0, on_key, "i", RENAME);
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, on_key, "i", REMOVE);
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Delete, 0, on_key, "i", REMOVE);
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
  widget_class->focus = lectern_agenda_canvas_focus;
  widget_class->grab_focus = lectern_agenda_canvas_grab_focus;
  widget_class->query_tooltip = lectern_agenda_canvas_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "agendacanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  add_signals (G_TYPE_FROM_CLASS (klass));
  add_keys (widget_class);
}

static void
lectern_agenda_canvas_init (LecternAgendaCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  self->plan = lectern_agenda_plan_new ();
  self->sight = (GdkRectangle){ 0, 0, 1400, 900 }; /* until it is known */
  self->now = -1;
  self->items = g_ptr_array_new ();
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "item-text");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
lectern_agenda_canvas_new (LecternAgendaColours *colours)
{
  LecternAgendaCanvas *self = g_object_new (LECTERN_TYPE_AGENDA_CANVAS, NULL);
  self->colours = g_object_ref (colours);
  g_signal_connect_object (colours, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
lectern_agenda_canvas_show (LecternAgendaCanvas *self, const LecternAgenda *agenda, int day, const int *lanes,
                            guint n_lanes)
{
  gboolean has_focus = focus_within (self) != NULL;
  lectern_agenda_plan_set (self->plan, agenda, day, lanes, n_lanes);
  rebuild (self);
  /* The item with the keyboard has gone: its neighbour gets it. */
  if (has_focus && focus_within (self) == NULL && self->items->len > 0)
    focus_box (self, self->focused);
}

/* @zoom: 1 is 100 %. @turned: rooms are rows and time runs to the right. */
void
lectern_agenda_canvas_set_view (LecternAgendaCanvas *self, double zoom, gboolean turned)
{
  self->plan->zoom = zoom;
  self->plan->turned = turned;
  self->filled = 0;
  if (zoom < SMALL_BELOW)
    gtk_widget_add_css_class (GTK_WIDGET (self), "small-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "small-text");
  if (self->plan->layout != NULL)
    rebuild (self);
}

/* Says which part is scrolled to: items come into being there. */
void
lectern_agenda_canvas_set_sight (LecternAgendaCanvas *self, const GdkRectangle *sight)
{
  self->sight = *sight;
  for (guint box = 0; self->plan->layout != NULL && box < self->items->len; box++)
    if (g_ptr_array_index (self->items, box) == NULL && is_wanted (self, box))
      item_of_box (self, box);
}

void
lectern_agenda_canvas_set_now (LecternAgendaCanvas *self, int minute)
{
  if (self->now == minute)
    return;
  self->now = minute;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Marks the session that the details pane shows; 0: none. */
void
lectern_agenda_canvas_select (LecternAgendaCanvas *self, gint64 session)
{
  self->selected = session;
  for (guint box = 0; box < self->items->len; box++)
    if (g_ptr_array_index (self->items, box) != NULL)
      lectern_agenda_item_set_selected (g_ptr_array_index (self->items, box),
                                        lectern_agenda_plan_session (self->plan, box)->id == session);
}

/* Moves the keyboard to an item; FALSE where the session does not stand here. */
gboolean
lectern_agenda_canvas_focus_session (LecternAgendaCanvas *self, gint64 session)
{
  int box = lectern_agenda_plan_find (self->plan, session);
  if (box < 0)
    return FALSE;
  self->focused_lane = self->plan->layout->boxes[box].lane;
  focus_box (self, box);
  return TRUE;
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
