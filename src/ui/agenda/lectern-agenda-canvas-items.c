/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-canvas-private.h"

/* Below this zoom the text is smaller too. */
#define SMALL_BELOW 0.6
/* A day of up to so many boxes has all its items, for screen readers; of a longer one only those in sight and
   near by are made, so that a day ten times as long opens as fast. */
#define ALL_ITEMS_UP_TO 100
#define NEAR_BY 60
/* Further away they are made between two frames, a few at once. */
#define AHEAD 300
#define AHEAD_AT_ONCE 4

int
lectern_agenda_canvas_measure_line (LecternAgendaCanvas *self)
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
    .dimmed = lectern_agenda_plan_is_dimmed (self->plan, box),
    .ink = lectern_agenda_colours_of (self->colours, session),
  };
  lectern_agenda_item_set (item, self->plan->agenda, session, &look);
  lectern_agenda_item_set_selected (item, lectern_agenda_canvas_is_selected (self, session->id));
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
        {
          /* Else GTK would look for a place for the keyboard later, after it was given one. */
          if (gtk_widget_has_focus (l->data))
            gtk_root_set_focus (gtk_widget_get_root (l->data), NULL);
          gtk_widget_unparent (l->data);
        }
      g_slist_free (list);
    }
  g_hash_table_unref (by_session);
}

gboolean
lectern_agenda_canvas_is_wanted (LecternAgendaCanvas *self, guint box)
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
      if (item == NULL && lectern_agenda_canvas_is_wanted (self, box))
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

void
lectern_agenda_canvas_lay_out (LecternAgendaCanvas *self, double fill)
{
  lectern_agenda_plan_lay_out (self->plan, fill);
  self->filled = fill;
}

/* The item of a box; made where it was not in sight so far. */
GtkWidget *
lectern_agenda_canvas_item_of_box (LecternAgendaCanvas *self, guint box)
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

void
lectern_agenda_canvas_rebuild (LecternAgendaCanvas *self)
{
  int box;
  self->plan->line_height = lectern_agenda_canvas_measure_line (self);
  lectern_agenda_canvas_lay_out (self, self->filled);
  self->pressed = -1;
  self->is_pale = FALSE;
  make_items (self);
  /* Where there is no item, it takes the keyboard itself: to begin somewhere. */
  gtk_widget_set_focusable (GTK_WIDGET (self), self->items->len == 0);
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
    lectern_agenda_canvas_rebuild (self);
}

/* Makes what is missing within @part, at most @most of it; TRUE: there is more. */
static gboolean
make_missing (LecternAgendaCanvas *self, const GdkRectangle *part, guint most)
{
  guint n = 0;
  for (guint box = 0; self->plan->layout != NULL && box < self->items->len; box++)
    {
      GdkRectangle place = lectern_agenda_plan_place (self->plan, box);
      if (g_ptr_array_index (self->items, box) != NULL || !gdk_rectangle_intersect (&place, part, NULL))
        continue;
      if (n++ == most)
        return TRUE;
      lectern_agenda_canvas_item_of_box (self, box);
    }
  return FALSE;
}

static gboolean
on_ahead (gpointer data)
{
  LecternAgendaCanvas *self = data;
  GdkRectangle around = { self->sight.x - AHEAD, self->sight.y - AHEAD, self->sight.width + 2 * AHEAD,
                          self->sight.height + 2 * AHEAD };
  if (make_missing (self, &around, AHEAD_AT_ONCE))
    return G_SOURCE_CONTINUE;
  self->ahead = 0;
  return G_SOURCE_REMOVE;
}

/* Says which part is scrolled to: items come into being there, and between the frames around it,
   so that scrolling on finds them made. */
void
lectern_agenda_canvas_set_sight (LecternAgendaCanvas *self, const GdkRectangle *sight)
{
  self->sight = *sight;
  make_missing (self, sight, G_MAXUINT);
  if (self->ahead == 0)
    self->ahead = g_idle_add (on_ahead, self);
}
