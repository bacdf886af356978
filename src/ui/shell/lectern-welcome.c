/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-welcome.h"

#include "lectern-columns.h"
#include "lectern-mini-agenda.h"
#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Sketches of the two samples: registration, plenary, parallel sessions, breaks. */
static const LecternMiniItem interregional[] = {
  { 0, 0, 1, .1, -1 },       { 0, .12, .25, .2, 6 },    { 0, .34, .25, .22, 0 },
  { .25, .34, .25, .22, 1 }, { .5, .34, .25, .22, 2 },  { .75, .34, .25, .14, 5 },
  { 0, .58, 1, .1, -1 },     { 0, .7, .25, .18, 0 },    { .25, .7, .25, .18, 3 },
  { .5, .7, .25, .18, 2 },   { .75, .75, .25, .13, 1 }, { 0, .9, .25, .1, 6 },
};
static const LecternMiniItem plenary[] = {
  { 0, 0, 1, .1, -1 },
  { 0, .12, .143, .16, 6 },
  { 0, .3, .143, .24, 0 },      { .143, .3, .143, .24, 2 },   { .286, .3, .143, .24, 1 },
  { .429, .3, .143, .24, 3 },   { .572, .3, .143, .24, 4 },   { .715, .3, .143, .24, 5 },
  { .858, .3, .142, .24, 6 },
  { 0, .57, 1, .1, -1 },
  { 0, .69, .143, .2, 0 },      { .143, .69, .143, .2, 2 },   { .286, .69, .143, .2, 1 },
  { .429, .69, .143, .2, 3 },   { .572, .69, .143, .2, 4 },   { .715, .69, .143, .2, 5 },
  { .858, .69, .142, .2, 6 },   { 0, .9, .143, .1, 6 },
};

static const struct
{
  const char *name;
  const char *title;
  const char *text;
  const char *languages;
  const char *action; /* accessible name of its button */
  const LecternMiniItem *items;
  gsize n;
} samples[] = {
  { "interregional", N_("A final conference"),
    N_("An interregional project closes after several years: two days, parallel sessions in "
       "several rooms, guests from many regions."),
    N_("English, with German and Swedish texts"), N_("Look around in the final conference"),
    interregional, G_N_ELEMENTS (interregional) },
  { "plenary", N_("A plenary with parallel sessions"),
    N_("A cluster of regions meets: one plenary, then seven sessions at a time, one for each "
       "demonstration project."),
    N_("English, with German and Swedish texts"), N_("Look around in the plenary"), plenary,
    G_N_ELEMENTS (plenary) },
};

static GtkWidget *
label_new (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* Else a long text asks for a long line, and the cards for one row each. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), xalign == 0.5f ? 60 : 36);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign == 0.5f ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
sample_new (gsize i)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *languages = label_new (_(samples[i].languages), "second-line", 0);
  GtkWidget *look = gtk_button_new_with_label (_("Look around"));

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "padded");
  gtk_box_append (GTK_BOX (card), label_new (_(samples[i].title), "heading", 0));
  gtk_box_append (GTK_BOX (card), lectern_mini_agenda_new (samples[i].items, samples[i].n));
  gtk_box_append (GTK_BOX (card), label_new (_(samples[i].text), "item-text", 0));
  gtk_widget_set_hexpand (languages, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (look), "win.sample");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (look), "s", samples[i].name);
  /* Newer GTK takes the button's own text for its name unless that is taken back. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (look), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (look), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(samples[i].action), -1);
  gtk_box_append (GTK_BOX (foot), languages);
  gtk_box_append (GTK_BOX (foot), look);
  gtk_box_append (GTK_BOX (card), foot);
  return card;
}

static GtkWidget *
button_new (const char *label, const char *icon, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/** The page. Everything on it is an action of the window. */
GtkWidget *
lectern_welcome_new (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("x-office-calendar-symbolic");
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *create = button_new (_("New workspace…"), "document-new-symbolic", "win.new-workspace");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 852);
  gtk_widget_set_valign (page, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (page, "welcome");
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 72);
  gtk_widget_add_css_class (icon, "quiet");
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (create, "suggested-action");
  gtk_box_append (GTK_BOX (buttons), create);
  gtk_box_append (GTK_BOX (buttons), button_new (_("Open a .lectern file…"), "document-open-symbolic", "win.open"));

  gtk_box_append (GTK_BOX (page), icon);
  gtk_box_append (GTK_BOX (page), label_new (_("Welcome to Lectern"), "title-1", 0.5));
  gtk_box_append (GTK_BOX (page), label_new (_("Agenda, venue, people and partners of your conferences, "
                                               "on this computer, with or without a network. Publish "
                                               "when it is ready."), "quiet", 0.5));
  gtk_box_append (GTK_BOX (page), buttons);
  gtk_box_append (GTK_BOX (page), label_new (_("Or try a sample first. It is yours to change, and to throw "
                                               "away."), "item-text", 0.5));
  gtk_box_append (GTK_BOX (page), lectern_columns_new (sample_new (0), sample_new (1)));
  gtk_box_append (GTK_BOX (page), label_new (_("Nothing leaves this computer until you publish. A .lectern "
                                               "file can also be dropped here."), "second-line", 0.5));
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}
