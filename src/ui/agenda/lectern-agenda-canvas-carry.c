/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-canvas-private.h"

#include "lectern-agenda-ghost.h"
#include "lectern-agenda-text.h"
#include "lectern-time.h"

#include <math.h>

/* So many boxes show where a large selection would go; the tag says the number. */
#define MOST_GHOSTS 80

/* Where minutes and lanes of the plane are in pixels. */
static GdkRectangle
place_of (LecternAgendaCanvas *self, int start, int duration, guint lane, guint n_lanes)
{
  const LecternLayout *layout = self->plan->layout;
  int along = (int) round ((start - layout->from) * layout->per_minute);
  int length = MAX ((int) round (duration * layout->per_minute), self->plan->line_height);
  int across = (int) round (layout->edges[lane]);
  int breadth = (int) round (layout->edges[lane + n_lanes]) - across;
  if (self->plan->turned)
    return (GdkRectangle){ along + 1, across + 1, MAX (length - 2, 1), MAX (breadth - 2, 1) };
  return (GdkRectangle){ across + 1, along + 1, MAX (breadth - 2, 1), MAX (length - 2, 1) };
}

static GtkWidget *
ghost_at (LecternAgendaCanvas *self, guint i)
{
  while (self->ghosts->len <= i)
    {
      GtkWidget *ghost = lectern_agenda_ghost_new ();
      gtk_widget_insert_before (ghost, GTK_WIDGET (self), NULL);
      g_ptr_array_add (self->ghosts, ghost);
    }
  return g_ptr_array_index (self->ghosts, i);
}

static char *
dup_text (const LecternAgendaCarry *carry, const LecternAgendaCarried *carried, gboolean lead)
{
  const char *title = lectern_agenda_text_title (lectern_agenda_find (carry->agenda, carried->to.session));
  g_autofree char *time = NULL;
  g_autofree char *start = g_utf8_strlen (title, 121) > 120 ? g_utf8_substring (title, 0, 120) : g_strdup (title);
  if (!lead)
    return g_steal_pointer (&start);
  time = lectern_time_format_range (carried->to.start, carried->to.start + MAX (carried->to.duration, 0));
  return g_strdup_printf ("%s\n%s", time, start);
}

/* A box for each run of lanes that one of the carried would stand in. */
static void
add_ghosts (LecternAgendaCanvas *self, const LecternAgendaCarry *carry, guint index, gboolean wrong)
{
  const LecternAgendaCarried *carried = &g_array_index (carry->carried, LecternAgendaCarried, index);
  guint n = self->plan->lanes->len;
  g_autofree char *text = dup_text (carry, carried, index == 0);
  for (guint lane = 0, end = 0; lane < n && self->ghost_places->len < MOST_GHOSTS; lane = end + 1)
    {
      for (end = lane; end < n && lectern_agenda_carry_in_lane (carry, carried, lectern_agenda_plan_lane (self->plan, end)); end++)
        ;
      if (end == lane)
        continue;
      GdkRectangle place = place_of (self, carried->to.start, carried->to.duration, lane, end - lane);
      GtkWidget *ghost = ghost_at (self, self->ghost_places->len);
      lectern_agenda_ghost_set (LECTERN_AGENDA_GHOST (ghost), text, wrong && index == 0);
      gtk_widget_set_visible (ghost, TRUE);
      g_array_append_val (self->ghost_places, place);
    }
}

/* Pale where they are, while they are on their way. */
static void
mark_carried (LecternAgendaCanvas *self, const LecternAgendaCarry *carry)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; carry != NULL && !carry->copy && i < carry->carried->len; i++)
    g_hash_table_add (ids, &g_array_index (carry->carried, LecternAgendaCarried, i).to.session);
  for (guint box = 0; box < self->items->len; box++)
    {
      LecternAgendaItem *item = g_ptr_array_index (self->items, box);
      gint64 id = item != NULL ? lectern_agenda_item_get_session (item) : 0;
      if (item != NULL)
        lectern_agenda_item_set_carried (item, g_hash_table_contains (ids, &id));
    }
}

/* Earlier and later than what is shown so far: the day becomes longer. */
static void
make_room (LecternAgendaCanvas *self, const LecternAgendaCarry *carry)
{
  const LecternPlacement *lead = lectern_agenda_carry_lead (carry);
  if (lead->start < 0 || carry->unplaced || self->plan->layout == NULL)
    return;
  lectern_agenda_canvas_extend (self, lead->start, MIN (lead->start + MAX (lead->duration, 0), 2880));
}

/* Shows also these minutes of the days, until other lanes are shown. TRUE: that made a difference. */
gboolean
lectern_agenda_canvas_extend (LecternAgendaCanvas *self, int from, int to)
{
  const LecternLayout *layout = self->plan->layout;
  if (layout == NULL || (from >= layout->from && to <= layout->to))
    return FALSE;
  self->plan->show_from = MAX (0, MIN (from, layout->from));
  self->plan->show_to = MIN (2880, MAX (to, layout->to));
  lectern_agenda_canvas_rebuild (self);
  g_signal_emit (self, lectern_agenda_canvas_signals[LECTERN_AGENDA_CANVAS_EXTENDED], 0);
  return TRUE;
}

/**
 * lectern_agenda_canvas_show_carry:
 * @carry: what is on its way; NULL: nothing
 * @wrong: something speaks against its place
 *
 * Ghosts stand where it would land.
 */
void
lectern_agenda_canvas_show_carry (LecternAgendaCanvas *self, const LecternAgendaCarry *carry, gboolean wrong)
{
  if (carry != NULL)
    make_room (self, carry);
  g_array_set_size (self->ghost_places, 0);
  for (guint i = 0; carry != NULL && !carry->unplaced && self->plan->layout != NULL && i < carry->carried->len; i++)
    add_ghosts (self, carry, i, wrong);
  for (guint i = self->ghost_places->len; i < self->ghosts->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->ghosts, i), FALSE);
  if (carry == NULL)
    {
      for (guint i = 0; i < self->ghosts->len; i++)
        gtk_widget_unparent (g_ptr_array_index (self->ghosts, i));
      g_ptr_array_set_size (self->ghosts, 0);
    }
  if ((carry != NULL && !carry->copy) != self->is_pale || carry == NULL)
    mark_carried (self, carry);
  self->is_pale = carry != NULL && !carry->copy;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Where the one that leads would stand; FALSE where that is not in sight of this canvas. */
gboolean
lectern_agenda_canvas_get_ghost (LecternAgendaCanvas *self, GdkRectangle *bounds)
{
  if (self->ghost_places->len == 0)
    return FALSE;
  *bounds = g_array_index (self->ghost_places, GdkRectangle, 0);
  return TRUE;
}

/* Gives the keyboard to the ghost, and lets it say where it is. */
void
lectern_agenda_canvas_focus_ghost (LecternAgendaCanvas *self, const char *words)
{
  GtkWidget *ghost = ghost_at (self, 0);
  lectern_agenda_ghost_say (LECTERN_AGENDA_GHOST (ghost), words);
  gtk_widget_set_visible (ghost, TRUE);
  gtk_widget_grab_focus (ghost);
}

void
lectern_agenda_canvas_place_ghosts (LecternAgendaCanvas *self)
{
  const GdkRectangle nowhere = { 0, 0, 1, 1 };
  for (guint i = 0; i < self->ghosts->len; i++)
    {
      const GdkRectangle *place = i < self->ghost_places->len ? &g_array_index (self->ghost_places, GdkRectangle, i)
                                                              : &nowhere;
      gtk_widget_size_allocate (g_ptr_array_index (self->ghosts, i), place, -1);
    }
  if (self->band != NULL)
    gtk_widget_size_allocate (self->band, &self->band_place, -1);
}

/* ---- the rubber band ---- */

/* @from, @to: corners; NULL: no more. */
void
lectern_agenda_canvas_show_band (LecternAgendaCanvas *self, const GdkRectangle *band)
{
  if (band == NULL)
    {
      g_clear_pointer (&self->band, gtk_widget_unparent);
      return;
    }
  if (self->band == NULL)
    {
      self->band = lectern_agenda_ghost_new ();
      gtk_widget_set_focusable (self->band, FALSE);
      gtk_widget_add_css_class (self->band, "band");
      gtk_widget_insert_before (self->band, GTK_WIDGET (self), NULL);
    }
  self->band_place = *band;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The sessions that touch a part of the plane, each once; g_array_unref(). */
GArray *
lectern_agenda_canvas_list_in (LecternAgendaCanvas *self, const GdkRectangle *part)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint box = 0; self->plan->layout != NULL && box < self->plan->layout->n_boxes; box++)
    {
      GdkRectangle place = lectern_agenda_plan_place (self->plan, box);
      gint64 id = lectern_agenda_plan_session (self->plan, box)->id;
      gboolean again = ids->len > 0 && g_array_index (ids, gint64, ids->len - 1) == id; /* boxes are by session */
      if (!again && gdk_rectangle_intersect (&place, part, NULL))
        g_array_append_val (ids, id);
    }
  return ids;
}
