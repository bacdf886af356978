/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda's rules in its view: the check that is kept up to date, the marks it gives,
 * the button that counts, and the panel.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-levels.h"
#include "lectern-agenda-problems.h"

#include <glib/gi18n-lib.h>

static LecternAgendaProblems *
panel (LecternAgendaView *self)
{
  return LECTERN_AGENDA_PROBLEMS (self->problems);
}

/* "⚠ 3"; hints do not count. */
static void
show_button (LecternAgendaView *self, LecternCheck *check)
{
  guint errors = check != NULL ? lectern_check_count (check, LECTERN_LEVEL_ERROR) : 0;
  guint warnings = check != NULL ? lectern_check_count (check, LECTERN_LEVEL_WARNING) : 0;
  guint n = errors + warnings;
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->problems_button));
  GtkWidget *label = gtk_widget_get_last_child (box), *icon = gtk_widget_get_first_child (box);
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autofree char *words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u problem (F8)", "%u problems (F8)", n), n);
  gtk_label_set_text (GTK_LABEL (label), number);
  gtk_widget_set_visible (label, n > 0);
  gtk_widget_remove_css_class (icon, "error");
  gtk_widget_remove_css_class (icon, "warning");
  if (n > 0)
    gtk_widget_add_css_class (icon, errors > 0 ? "error" : "warning");
  gtk_widget_set_tooltip_text (self->problems_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problems_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Brings the check up to date with the data, and the marks of the agenda with the check. */
void
lectern_agenda_view_check (LecternAgendaView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  if (self->agenda == NULL || lectern_view_get_workspace (view) == NULL)
    return;
  lectern_checker_refresh (self->checker, lectern_view_get_workspace (view), self->agenda->event,
                           lectern_view_language (view));
  LecternCheck *check = lectern_checker_get_check (self->checker);
  lectern_agenda_mark (self->agenda, check);
  show_button (self, check);
  lectern_agenda_problems_show (panel (self), check, self->agenda);
}

/* The same agenda with other marks. */
void
lectern_agenda_view_show_problems (LecternAgendaView *self)
{
  if (self->agenda != NULL)
    lectern_agenda_view_show_all (self);
}

static void
on_checked (LecternAgendaView *self)
{
  lectern_agenda_view_check (self);
  lectern_agenda_view_show_problems (self);
  lectern_view_rest (LECTERN_VIEW (self));
}

/* It is shown behind the list, which keeps the keyboard. */
static void
on_select (LecternAgendaView *self, gint64 id)
{
  lectern_agenda_view_need_all (self);
  const LecternAgendaSession *session = self->agenda != NULL ? lectern_agenda_find (self->agenda, id) : NULL;
  if (session == NULL)
    return;
  if (session->placed && !lectern_agenda_scene_has_day (&self->scene, session->day))
    lectern_agenda_view_set_day (self, session->day);
  lectern_agenda_view_select (self, id);
  lectern_agenda_view_scroll_later (self);
}

static void
on_open (LecternAgendaView *self, gint64 id)
{
  lectern_agenda_view_reveal_session (self, id);
}

static void
set_open (LecternAgendaView *self, gboolean open)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "problems");
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (open));
  if (open)
    lectern_agenda_view_need_all (self);
  lectern_agenda_problems_set_open (panel (self), open);
  if (!open)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
on_closed (LecternAgendaView *self)
{
  set_open (self, FALSE);
}

static void
change_problems (GSimpleAction *action, GVariant *state, gpointer data)
{
  set_open (data, g_variant_get_boolean (state));
}

static void
show_levels (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternCheck *check = lectern_checker_get_check (LECTERN_AGENDA_VIEW (data)->checker);
  if (lectern_view_get_event (LECTERN_VIEW (data)) != 0)
    lectern_agenda_levels_present (LECTERN_VIEW (data), check != NULL ? lectern_check_step (check) : "draft");
}

static const GActionEntry entries[] = {
  { "problems", NULL, NULL, "false", change_problems },
  { "levels", show_levels },
};

static GtkWidget *
new_button (void)
{
  GtkWidget *button = gtk_toggle_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agenda.problems");
  return button;
}

void
lectern_agenda_view_add_problems (LecternAgendaView *self)
{
  self->checker = lectern_checker_new ();
  self->problems = lectern_agenda_problems_new (LECTERN_VIEW (self));
  self->problems_button = new_button ();
  gtk_box_prepend (GTK_BOX (self->end_box), self->problems_button);
  show_button (self, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->checker, "changed", G_CALLBACK (on_checked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problems, "select", G_CALLBACK (on_select), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problems, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problems, "closed", G_CALLBACK (on_closed), self, G_CONNECT_SWAPPED);
}

LecternAgendaProblems *
lectern_agenda_view_get_problems (LecternAgendaView *self)
{
  return panel (self);
}
