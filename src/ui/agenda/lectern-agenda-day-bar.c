/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-day-bar.h"

#include "lectern-agenda-edits.h"
#include "lectern-agenda-text.h"
#include "lectern-agenda-zoom.h"
#include "lectern-field-editor.h"
#include "lectern-section.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaDayBar
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  GtkWidget *days;   /* of GtkToggleButton */
  GtkWidget *add;
  GtkCalendar *calendar;
  GtkWidget *as_copy;
  GtkWidget *edit;   /* opens what a day has */
  GtkWidget *editors;
  GtkWidget *all;    /* of the days */
  GtkWidget *lanes;  /* tracks or parts of the programme */
  GtkWidget *filter;
  GtkWidget *legend;
  GtkWidget *zoom;
  const LecternAgenda *agenda;
  int day;
  gboolean setting;
};

enum
{
  DAY,
  ADD_DAY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaDayBar, lectern_agenda_day_bar, ADW_TYPE_BIN)

static const guint day_fields[] = { LECTERN_DAY_DATE,  LECTERN_DAY_BEGINS, LECTERN_DAY_ENDS,     LECTERN_DAY_TITLE,
                                    LECTERN_DAY_VENUE, LECTERN_DAY_OPENS,  LECTERN_DAY_CLOSES,   LECTERN_DAY_DAY_START };

static void
on_day_toggled (LecternAgendaDayBar *self, GtkToggleButton *button)
{
  int day = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "day"));
  if (self->setting || !gtk_toggle_button_get_active (button) || day == self->day)
    return;
  g_signal_emit (self, signals[DAY], 0, day);
}

static char *
long_name (const LecternAgenda *agenda, int day, guint problems)
{
  const LecternAgendaDay *d = lectern_agenda_day (agenda, day);
  g_autofree char *date = lectern_agenda_text_day (agenda, day);
  g_autofree char *sessions
      = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session", "%u sessions", d->n_sessions), d->n_sessions);
  g_autofree char *wrong
      = problems > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, ", %u problem", ", %u problems", problems),
                                        problems)
                     : g_strdup ("");
  return g_strconcat (date, d->title ? " · " : "", d->title ? d->title : "", "\n", sessions, wrong, NULL);
}

static GtkWidget *
append_day (LecternAgendaDayBar *self, GtkWidget *group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), gtk_label_new (NULL));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "day");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_day_toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->days), button);
  return button;
}

/* The number behind the day's name; none for 0. */
static void
set_badge (GtkWidget *label, guint problems)
{
  GtkWidget *badge = gtk_widget_get_next_sibling (label);
  if (problems == 0)
    {
      if (badge != NULL)
        gtk_box_remove (GTK_BOX (gtk_widget_get_parent (label)), badge);
      return;
    }
  if (badge == NULL)
    {
      badge = gtk_label_new (NULL);
      gtk_widget_add_css_class (badge, "badge");
      gtk_widget_add_css_class (badge, "plain");
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (gtk_widget_get_parent (label)), badge);
    }
  g_autofree char *number = g_strdup_printf ("%u", problems);
  gtk_label_set_text (GTK_LABEL (badge), number);
}

static void
set_day (LecternAgendaDayBar *self, GtkWidget *button, int day)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  guint problems = lectern_agenda_day (self->agenda, day)->n_problems;
  g_autofree char *text = lectern_agenda_text_short_day (self->agenda, day);
  g_autofree char *tip = long_name (self->agenda, day, problems);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), tip) != 0
      || g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) != 0)
    {
      gtk_label_set_text (GTK_LABEL (label), text);
      set_badge (label, problems);
      gtk_widget_set_tooltip_text (button, tip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
    }
  g_object_set_data (G_OBJECT (button), "day", GINT_TO_POINTER (day));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), day == self->day);
}

/* ---- a further day ---- */

static void
on_calendar_shown (LecternAgendaDayBar *self)
{
  g_autofree char *next = self->agenda != NULL ? lectern_agenda_next_date (self->agenda) : lectern_date_today ();
  GDate date;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->as_copy), FALSE);
  gtk_widget_set_sensitive (self->as_copy, self->day >= 0);
  g_date_clear (&date, 1);
  if (!lectern_date_parse (next, &date))
    return;
  g_autoptr (GDateTime) at = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                                    g_date_get_day (&date), 12, 0, 0);
  gtk_calendar_select_day (self->calendar, at);
}

static void
on_add_day (LecternAgendaDayBar *self)
{
  g_autoptr (GDateTime) at = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (at, "%Y-%m-%d");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add));
  g_signal_emit (self, signals[ADD_DAY], 0, date, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->as_copy)));
}

static GtkWidget *
new_day_popover (LecternAgendaDayBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Add this day"));
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add_day), self);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_calendar_shown), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  self->as_copy = gtk_check_button_new_with_label (_ ("With what is on the shown day"));
  gtk_box_append (GTK_BOX (box), self->as_copy);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_default_widget (GTK_POPOVER (popover), button);
  return popover;
}

static GtkWidget *
icon_menu_button (const char *icon, const char *label, GtkWidget *popover)
{
  GtkWidget *button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

/* ---- what a day has ---- */

static void
on_edit_shown (LecternAgendaDayBar *self)
{
  if (self->agenda == NULL || self->day < 0 || self->view == NULL)
    return;
  gint64 id = lectern_agenda_day (self->agenda, self->day)->id;
  GtkWidget *editor = gtk_widget_get_first_child (self->editors);
  if (editor != NULL)
    {
      for (; editor != NULL; editor = gtk_widget_get_next_sibling (editor))
        lectern_field_editor_set_record (LECTERN_FIELD_EDITOR (editor), id, NULL);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (day_fields); i++)
    gtk_box_append (GTK_BOX (self->editors),
                    lectern_field_editor_new_labelled (self->view, LECTERN_KIND_DAY, id, day_fields[i], NULL));
}

static GtkWidget *
day_popover (LecternAgendaDayBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *copy = gtk_button_new_with_label (_ ("Copy this day"));
  GtkWidget *button = gtk_button_new_with_label (_ ("Delete this day"));
  self->editors = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_size_request (self->editors, 310, -1);
  gtk_widget_set_tooltip_text (copy, _ ("With its sessions, after the last day"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (copy), "agenda.copy-day");
  g_signal_connect_swapped (copy, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_tooltip_text (button, _ ("Its sessions stay, unplaced"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agenda.delete-day");
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_edit_shown), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (gtk_popover_popdown), popover);
  gtk_box_append (GTK_BOX (box), self->editors);
  gtk_box_append (GTK_BOX (box), copy);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

/* ---- ways of showing ---- */

static GtkWidget *
new_lanes (void)
{
  GMenu *menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_menu_append (menu, _ ("Tracks"), "agenda.lanes::tracks");
  g_menu_append (menu, _ ("Programme parts"), "agenda.lanes::parts");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("What a lane is: a track or a part of the programme"));
  g_object_unref (menu);
  return button;
}

static GtkWidget *
new_all (LecternAgendaDayBar *self)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ ("All days"));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "day");
  gtk_widget_set_tooltip_text (button, _ ("All days side by side (Ctrl+5)"));
  g_object_set_data (G_OBJECT (button), "day", GINT_TO_POINTER (-1));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_day_toggled), self, G_CONNECT_SWAPPED);
  return button;
}

/* ---- class ---- */

static void
lectern_agenda_day_bar_dispose (GObject *object)
{
  g_clear_weak_pointer (&LECTERN_AGENDA_DAY_BAR (object)->view);
  G_OBJECT_CLASS (lectern_agenda_day_bar_parent_class)->dispose (object);
}

static void
lectern_agenda_day_bar_class_init (LecternAgendaDayBarClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_day_bar_dispose;
  signals[DAY] = g_signal_new ("day", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[ADD_DAY] = g_signal_new ("add-day", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
lectern_agenda_day_bar_init (LecternAgendaDayBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->day = -1;
  self->days = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", 2, NULL);
  self->add = icon_menu_button ("list-add-symbolic", _ ("Add a day"), new_day_popover (self));
  self->edit = icon_menu_button ("view-more-symbolic", _ ("This day: date, title, venue, hours"), day_popover (self));
  self->all = new_all (self);
  self->lanes = new_lanes ();
  self->zoom = lectern_agenda_zoom_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->days);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Days"), -1);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (box), self->all);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_box_append (GTK_BOX (box), self->edit);
  gtk_box_append (GTK_BOX (box), space);
  gtk_box_append (GTK_BOX (box), self->lanes);
  gtk_box_append (GTK_BOX (box), self->zoom);
  gtk_box_append (GTK_BOX (box), lectern_icon_button_new ("document-print-symbolic", _ ("Print what is seen (Ctrl+P)"),
                                                          "agenda.print"));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "agenda-day-bar");
}

GtkWidget *
lectern_agenda_day_bar_new (LecternView *view, LecternAgendaScene *scene, LecternAgendaColours *colours)
{
  LecternAgendaDayBar *self = g_object_new (LECTERN_TYPE_AGENDA_DAY_BAR, NULL);
  GtkWidget *box = adw_bin_get_child (ADW_BIN (self));
  g_set_weak_pointer (&self->view, view);
  self->filter = lectern_agenda_filter_menu_new (scene);
  self->legend = lectern_agenda_legend_new (colours);
  gtk_box_insert_child_after (GTK_BOX (box), self->filter, self->lanes);
  gtk_box_insert_child_after (GTK_BOX (box), self->legend, self->filter);
  return GTK_WIDGET (self);
}

void
lectern_agenda_day_bar_show (LecternAgendaDayBar *self, const LecternAgenda *agenda, int day)
{
  GtkWidget *button = gtk_widget_get_first_child (self->days);
  self->agenda = agenda;
  self->day = day;
  self->setting = TRUE;
  for (guint i = 0; i < agenda->days->len; i++, button = gtk_widget_get_next_sibling (button))
    {
      if (button == NULL)
        button = append_day (self, self->all);
      set_day (self, button, i);
    }
  while (button != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (button);
      gtk_box_remove (GTK_BOX (self->days), button);
      button = next;
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all), day < 0);
  self->setting = FALSE;
  gtk_widget_set_visible (self->all, agenda->days->len > 1);
  gtk_widget_set_visible (self->edit, day >= 0);
  lectern_agenda_filter_menu_set_agenda (LECTERN_AGENDA_FILTER_MENU (self->filter), agenda);
  lectern_agenda_legend_set_agenda (LECTERN_AGENDA_LEGEND (self->legend), agenda);
}

void
lectern_agenda_day_bar_set_day (LecternAgendaDayBar *self, int day)
{
  self->day = day;
  gtk_widget_set_visible (self->edit, day >= 0);
  self->setting = TRUE;
  for (GtkWidget *b = gtk_widget_get_first_child (self->days); b != NULL; b = gtk_widget_get_next_sibling (b))
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (b), "day")) == day)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (b), TRUE);
  self->setting = FALSE;
}

void
lectern_agenda_day_bar_set_zoom (LecternAgendaDayBar *self, double zoom, gboolean turned)
{
  lectern_agenda_zoom_set (LECTERN_AGENDA_ZOOM (self->zoom), zoom, turned);
}

void
lectern_agenda_day_bar_set_mode (LecternAgendaDayBar *self, LecternAgendaMode mode)
{
  gboolean list = mode == LECTERN_AGENDA_AS_LIST;
  gboolean parts = mode == LECTERN_AGENDA_BY_PARTS;
  const char *lanes = parts ? _ ("Programme parts") : _ ("Tracks");
  gtk_widget_set_visible (self->zoom, !list);
  gtk_widget_set_visible (self->all, !list && self->agenda != NULL && self->agenda->days->len > 1);
  gtk_widget_set_visible (self->lanes, parts || mode == LECTERN_AGENDA_BY_TRACKS);
  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (self->lanes))), lanes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lanes), GTK_ACCESSIBLE_PROPERTY_LABEL, lanes, -1);
  lectern_agenda_filter_menu_refresh (LECTERN_AGENDA_FILTER_MENU (self->filter));
}

/* The day whose tab is at a place of the bar; -1 where there is none. */
int
lectern_agenda_day_bar_day_at (LecternAgendaDayBar *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *button = picked != NULL ? gtk_widget_get_ancestor (picked, GTK_TYPE_TOGGLE_BUTTON) : NULL;
  if (button == NULL || gtk_widget_get_parent (button) != self->days)
    return -1;
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "day"));
}

LecternAgendaFilterMenu *
lectern_agenda_day_bar_get_filter (LecternAgendaDayBar *self)
{
  return LECTERN_AGENDA_FILTER_MENU (self->filter);
}
