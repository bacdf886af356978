/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The pages of the agenda: grid and list, and what stands in for them while there is
 * nothing to be seen: it says why and what to do.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-status-page.h"

#include <glib/gi18n-lib.h>

void
lectern_agenda_view_add_pages (LecternAgendaView *self)
{
  GtkStack *stack = GTK_STACK (self->stack);
  GtkWidget *empty = lectern_status_page_new ("x-office-calendar-symbolic", _ ("No agenda yet"),
                                              _ ("Bring in a programme that exists already, or begin with a day."));
  GtkWidget *none = lectern_status_page_new ("x-office-calendar-symbolic", _ ("No event yet"),
                                             _ ("An agenda belongs to an event. Make one, or bring in a programme."));
  self->nothing = lectern_status_page_new ("edit-find-symbolic", "", "");
  lectern_status_page_add_button (empty, _ ("_Import a programme…"), "win.import", TRUE);
  lectern_status_page_add_button (empty, _ ("_Paste an agenda…"), "agenda.paste-agenda", FALSE);
  lectern_status_page_add_button (empty, _ ("Add a _day"), "agenda.new-day", FALSE);
  lectern_status_page_add_button (none, _ ("_Import a programme…"), "win.import", TRUE);
  lectern_status_page_add_button (none, _ ("_New event…"), "win.new-event", FALSE);
  lectern_status_page_add_button (self->nothing, _ ("_Show all"), "agenda.show-all", TRUE);
  lectern_status_page_add_button (self->nothing, _ ("Show by _rooms"), "agenda.mode::rooms", FALSE);
  gtk_stack_add_named (stack, lectern_agenda_view_new_overlay (self), "grid");
  gtk_stack_add_named (stack, self->list, "list");
  gtk_stack_add_named (stack, empty, "empty");
  gtk_stack_add_named (stack, none, "no-event");
  gtk_stack_add_named (stack, self->nothing, "nothing");
}

/* Why a way of showing has nothing to show; NULL: it has. */
static const char *
why_nothing (LecternAgendaView *self, guint n_lanes, const LecternAgendaCount *count, const char **title)
{
  const LecternAgenda *agenda = self->agenda;
  gboolean filtered = !lectern_agenda_filter_is_empty (self->scene.filter);
  *title = _ ("Nothing matches");
  if (filtered && count->n > 0 && count->shown + count->dimmed == 0)
    return _ ("What there is does not match the filter.");
  if (filtered && n_lanes == 0 && !lectern_agenda_view_is_list (self))
    return _ ("Of what the filter asks for nothing is placed yet.");
  *title = _ ("No tracks yet");
  if (self->scene.mode == LECTERN_AGENDA_BY_TRACKS && agenda->tracks->len == 0)
    return _ ("A session gets its track in its details.");
  *title = _ ("No programme parts yet");
  if (self->scene.mode == LECTERN_AGENDA_BY_PARTS && agenda->parts->len == 0)
    return _ ("A session, or its track, gets its demonstration project or work package in its details.");
  *title = _ ("Nobody is in a session yet");
  if (self->scene.mode == LECTERN_AGENDA_BY_PEOPLE && agenda->people->len == 0)
    return _ ("Chairs and speakers are added in the details of a session.");
  return NULL;
}

/* @n_lanes, @count: of the scene. */
void
lectern_agenda_view_show_page (LecternAgendaView *self, guint n_lanes, const LecternAgendaCount *count)
{
  gboolean event = lectern_view_get_event (LECTERN_VIEW (self)) != 0;
  gboolean list = lectern_agenda_view_is_list (self);
  gboolean empty = self->agenda->days->len == 0 && (!list || self->agenda->sessions->len == 0);
  const char *title;
  const char *why = event && !empty ? why_nothing (self, n_lanes, count, &title) : NULL;
  GtkWidget *all = gtk_widget_get_first_child (adw_status_page_get_child (ADW_STATUS_PAGE (self->nothing)));
  if (why != NULL)
    {
      adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), title);
      adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), why);
      gtk_widget_set_visible (all, !lectern_agenda_filter_is_empty (self->scene.filter));
      gtk_widget_set_visible (gtk_widget_get_next_sibling (all), self->scene.mode != LECTERN_AGENDA_BY_ROOMS);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), !event        ? "no-event"
                                                             : empty       ? "empty"
                                                             : why != NULL ? "nothing"
                                                             : list        ? "list"
                                                                           : "grid");
  gtk_widget_set_visible (self->day_bar, event && !empty);
  lectern_agenda_day_bar_set_mode (LECTERN_AGENDA_DAY_BAR (self->day_bar), self->scene.mode);
}
