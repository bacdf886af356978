/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Taking sessions, showing where they would land, and dropping them: what the pointer
 * (lectern-agenda-drag.c) and the keyboard (lectern-agenda-take.c) have in common.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-tag.h"
#include "lectern-agenda-text.h"
#include "lectern-compat-gtk.h"

#include <glib/gi18n-lib.h>

/* Pixels between a ghost and what is said about it. */
#define AIR 6

static char *
dup_locked (LecternAgendaView *self, const gint64 *sessions, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (self->agenda, sessions[i]);
      if (session != NULL && session->locked)
        /* TRANSLATORS: %s is the title of a session that somebody wants to move */
        return g_strdup_printf (_ ("“%s” is locked and stays where it is."), lectern_agenda_text_title (session));
    }
  return NULL;
}

/**
 * lectern_agenda_view_take:
 * @sessions: what is to be carried, @lead among them
 * @home: the lane in which it was taken
 * @copy: it will be a copy: locked sessions may be taken for that
 *
 * From now on lectern_agenda_view_show_carry() shows where it would land, until it is
 * dropped or cancelled.
 *
 * Returns: FALSE where something is locked, which is said, or nothing is there
 */
gboolean
lectern_agenda_view_take (LecternAgendaView *self, const gint64 *sessions, guint n, gint64 lead,
                          LecternAgendaCarryHow how, const LecternAgendaLane *home, gboolean copy)
{
  g_autofree char *locked = copy ? NULL : dup_locked (self, sessions, n);
  guint n_lanes;
  lectern_agenda_view_cancel_carry (self);
  if (locked != NULL)
    {
      lectern_view_toast (LECTERN_VIEW (self), locked);
      return FALSE;
    }
  self->carry = lectern_agenda_carry_new (self->agenda, sessions, n, lead, how, home);
  if (self->carry == NULL)
    return FALSE;
  const LecternAgendaLane *lanes = lectern_agenda_canvas_get_lanes (lectern_agenda_view_canvas (self), &n_lanes);
  lectern_agenda_carry_set_lanes (self->carry, lanes, n_lanes);
  self->carry->copy = copy;
  self->carry_from = self->day;
  g_clear_pointer (&self->carry_shown, g_free);
  lectern_agenda_tray_set_waiting (LECTERN_AGENDA_TRAY (self->tray), how == LECTERN_AGENDA_CARRY_WHOLE);
  return TRUE;
}

/* ---- showing it ---- */

static char *
dup_hint (LecternAgendaView *self)
{
  const LecternAgendaCarry *carry = self->carry;
  if (self->carry_by_keys)
    return g_strdup (_ ("Arrows move, with Shift resize · N next free place · Enter drops, Escape cancels"));
  if (carry->how != LECTERN_AGENDA_CARRY_WHOLE)
    return g_strdup (_ ("Shift: by the minute · Escape cancels"));
  return g_strdup (_ ("Ctrl: copy · Alt: later ones give way · Shift: by the minute"));
}

/* "Copy: …", and whom a push moves too. */
static char *
dup_words (LecternAgendaView *self)
{
  g_autofree char *place = lectern_agenda_carry_words (self->carry);
  g_autoptr (GArray) copies = NULL;
  g_autoptr (LecternEdit) edit = NULL;
  if (self->carry->unplaced || self->carry->how != LECTERN_AGENDA_CARRY_WHOLE)
    return g_steal_pointer (&place);
  if (self->carry->copy)
    /* TRANSLATORS: what is dropped here is a copy; %s is day, time and room */
    return g_strdup_printf (_ ("Copy to %s"), place);
  if (!self->carry->push)
    return g_steal_pointer (&place);
  edit = lectern_agenda_carry_edit (self->carry, lectern_view_get_reader (LECTERN_VIEW (self)), &copies, NULL);
  return edit != NULL ? g_strdup_printf ("%s\n%s", place, lectern_edit_get_label (edit)) : g_steal_pointer (&place);
}

/* Most steps of a pointer stay within the same five minutes: then only the tag follows it. */
static gboolean
is_shown (LecternAgendaView *self)
{
  const LecternAgendaCarry *carry = self->carry;
  g_autofree char *words = lectern_agenda_carry_words (carry);
  char *now = g_strdup_printf ("%d %d %s", carry->copy, carry->push, words);
  gboolean same = g_strcmp0 (now, self->carry_shown) == 0;
  g_free (self->carry_shown);
  self->carry_shown = now;
  return same;
}

/* Shows where it would land, what that would break, and says so. */
void
lectern_agenda_view_show_carry (LecternAgendaView *self)
{
  LecternAgendaCanvas *canvas = lectern_agenda_view_canvas (self);
  if (self->carry == NULL)
    return;
  gtk_widget_queue_allocate (self->overlay);
  if (is_shown (self))
    return;
  g_autofree char *words = dup_words (self);
  g_autofree char *hint = dup_hint (self);
  g_autofree char *problems = lectern_agenda_view_dup_preview (self);
  g_autofree char *all = g_strconcat (words, *problems != '\0' ? "\n" : "", problems, NULL);
  lectern_agenda_canvas_show_carry (canvas, self->carry, *problems != '\0');
  lectern_agenda_tray_set_over (LECTERN_AGENDA_TRAY (self->tray), self->carry->unplaced);
  lectern_agenda_tag_set (LECTERN_AGENDA_TAG (self->tag), words, problems, hint);
  gtk_widget_set_visible (self->tag, TRUE);
  if (!self->carry_by_keys)
    return;
  const LecternAgendaSession *lead = lectern_agenda_find (self->agenda, lectern_agenda_carry_lead (self->carry)->session);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", lectern_agenda_text_title (lead), all);
  lectern_agenda_canvas_focus_ghost (canvas, spoken);
  lectern_compat_announce (GTK_WIDGET (self), all);
}

/* Other lanes are shown while something is carried. */
void
lectern_agenda_view_carry_lanes (LecternAgendaView *self)
{
  guint n;
  if (self->carry == NULL)
    return;
  const LecternAgendaLane *lanes = lectern_agenda_canvas_get_lanes (lectern_agenda_view_canvas (self), &n);
  lectern_agenda_carry_set_lanes (self->carry, lanes, n);
  g_clear_pointer (&self->carry_shown, g_free);
  lectern_agenda_view_show_carry (self);
}

/* Under the ghost, above it where there is no room, never outside. */
static gboolean
on_tag_position (GtkOverlay *overlay, GtkWidget *tag, GdkRectangle *place, LecternAgendaView *self)
{
  GtkWidget *canvas = GTK_WIDGET (lectern_agenda_view_canvas (self));
  GdkRectangle ghost;
  graphene_point_t at = self->pointer;
  GtkRequisition size;
  int height = 0;
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int all = gtk_widget_get_height (GTK_WIDGET (overlay));
  gtk_widget_get_preferred_size (tag, NULL, &size);
  if (lectern_agenda_canvas_get_ghost (lectern_agenda_view_canvas (self), &ghost))
    {
      graphene_point_t from = GRAPHENE_POINT_INIT (ghost.x, ghost.y);
      if (gtk_widget_compute_point (canvas, GTK_WIDGET (overlay), &from, &at))
        height = ghost.height;
    }
  *place = (GdkRectangle){ at.x, at.y + height + AIR, MIN (size.width, width), MIN (size.height, all) };
  if (place->y + place->height > all)
    place->y = at.y - AIR - place->height;
  place->x = CLAMP (place->x, 0, MAX (0, width - place->width));
  place->y = CLAMP (place->y, 0, MAX (0, all - place->height));
  return TRUE;
}

/* The grid with what is said about a drag over it. */
GtkWidget *
lectern_agenda_view_new_overlay (LecternAgendaView *self)
{
  self->overlay = gtk_overlay_new ();
  self->tag = lectern_agenda_tag_new ();
  gtk_widget_set_visible (self->tag, FALSE);
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->grid);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->tag);
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (on_tag_position), self, 0);
  return self->overlay;
}

/* ---- the end of it ---- */

static void
put_away (LecternAgendaView *self)
{
  gboolean by_keys = self->carry_by_keys;
  gint64 lead = lectern_agenda_carry_lead (self->carry)->session;
  g_clear_pointer (&self->carry, lectern_agenda_carry_free);
  self->carry_by_keys = FALSE;
  if (by_keys)
    lectern_agenda_view_focus_session (self, lead); /* before the ghost takes the keyboard with it */
  lectern_agenda_canvas_show_carry (lectern_agenda_view_canvas (self), NULL, FALSE);
  lectern_agenda_tray_set_waiting (LECTERN_AGENDA_TRAY (self->tray), FALSE);
  gtk_widget_set_visible (self->tag, FALSE);
}

/* Nothing is moved. */
void
lectern_agenda_view_cancel_carry (LecternAgendaView *self)
{
  if (self->carry == NULL)
    return;
  int day = lectern_agenda_day_index (self->agenda, self->carry_from);
  gint64 lead = lectern_agenda_carry_lead (self->carry)->session;
  gboolean by_keys = self->carry_by_keys;
  put_away (self);
  if (day >= 0 && day != lectern_agenda_view_get_day (self))
    {
      lectern_agenda_view_set_day (self, day);
      if (by_keys)
        lectern_agenda_view_focus_session (self, lead);
    }
  if (by_keys)
    lectern_compat_announce (GTK_WIDGET (self), _ ("Cancelled"));
}

/* The agenda was read anew, under way: it goes on where nothing of it was touched. */
void
lectern_agenda_view_carry_agenda (LecternAgendaView *self)
{
  if (self->carry == NULL || lectern_agenda_carry_set_agenda (self->carry, self->agenda))
    return;
  lectern_agenda_view_cancel_carry (self);
  lectern_view_toast (LECTERN_VIEW (self), _ ("The agenda was changed elsewhere; nothing was moved."));
}

/* What was carried is there now, as one step of undo. */
void
lectern_agenda_view_drop (LecternAgendaView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) copies = NULL;
  g_autoptr (LecternEdit) edit = NULL;
  if (self->carry == NULL)
    return;
  if (!lectern_agenda_carry_is_changed (self->carry))
    {
      lectern_agenda_view_cancel_carry (self);
      return;
    }
  edit = lectern_agenda_carry_edit (self->carry, lectern_view_get_reader (view), &copies, &error);
  if (copies != NULL)
    {
      g_clear_pointer (&self->reselect, g_array_unref);
      self->reselect = g_array_ref (copies);
    }
  if (self->carry_by_keys && edit != NULL && !lectern_edit_is_empty (edit))
    self->refocus = copies != NULL && copies->len > 0 ? g_array_index (copies, gint64, 0)
                                                      : lectern_agenda_carry_lead (self->carry)->session;
  put_away (self);
  if (edit == NULL)
    lectern_view_fail (view, error->message);
  else if (!lectern_edit_is_empty (edit))
    lectern_view_commit (view, edit, NULL);
}
