/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-filter-menu.h"

#include "lectern-agenda-filter-row.h"
#include "lectern-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 290
#define HEIGHT 380

struct _LecternAgendaFilterMenu
{
  AdwBin parent_instance;

  LecternAgendaScene *scene;
  const LecternAgenda *agenda;
  GtkWidget *button;
  GtkWidget *count;
  GtkWidget *popover; /* NULL before it is opened the first time */
  GtkWidget *search;
  GtkWidget *hide;
  GtkWidget *used;
  GtkWidget *clear;
  GListStore *rows;
  GListModel *found;  /* those of them that the search finds */
  GtkFilter *matcher;
  char *wanted;       /* what is searched for, folded */
  gboolean setting;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaFilterMenu, lectern_agenda_filter_menu, ADW_TYPE_BIN)

static void
tell (LecternAgendaFilterMenu *self)
{
  lectern_agenda_filter_menu_refresh (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_toggled (LecternAgendaFilterRow *row, gboolean on, gpointer data)
{
  LecternAgendaFilterMenu *self = data;
  lectern_agenda_filter_set (self->scene->filter, row->kind, row->value, on);
  tell (self);
}

/* While searching the headings of kinds are in the way. */
static gboolean
is_found (gpointer item, gpointer data)
{
  LecternAgendaFilterMenu *self = data;
  LecternAgendaFilterRow *row = item;
  return self->wanted == NULL || (!row->head && strstr (row->folded, self->wanted) != NULL);
}

static void
on_search (LecternAgendaFilterMenu *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_free (self->wanted);
  self->wanted = *text != '\0' ? lectern_text_fold (text) : NULL;
  gtk_filter_changed (self->matcher, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
on_option (LecternAgendaFilterMenu *self)
{
  if (self->setting)
    return;
  self->scene->filter->hides = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->hide));
  self->scene->used_only = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->used));
  tell (self);
}

static void
fill (LecternAgendaFilterMenu *self)
{
  g_autoptr (GPtrArray) choices = lectern_agenda_filter_choices (self->agenda);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < choices->len; i++)
    {
      const LecternAgendaFilterChoice *choice = choices->pdata[i];
      if (i == 0 || choice->kind != ((LecternAgendaFilterChoice *) choices->pdata[i - 1])->kind)
        g_ptr_array_add (rows, lectern_agenda_filter_row_new (choice->kind, NULL));
      g_ptr_array_add (rows, lectern_agenda_filter_row_new (choice->kind, choice));
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata, rows->len);
}

/* Enter asks for the first that is found, and once more does not. */
static void
on_activate (LecternAgendaFilterMenu *self)
{
  g_autoptr (LecternAgendaFilterRow) row = self->wanted != NULL ? g_list_model_get_item (self->found, 0) : NULL;
  if (row == NULL)
    return;
  on_toggled (row, !lectern_agenda_filter_has (self->scene->filter, row->kind, row->value), self);
  fill (self);
}

static void
on_stop (LecternAgendaFilterMenu *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* ---- making it ---- */

static GtkWidget *
new_list (LecternAgendaFilterMenu *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list;
  self->rows = g_list_store_new (LECTERN_TYPE_AGENDA_FILTER_ROW);
  self->matcher = GTK_FILTER (gtk_custom_filter_new (is_found, self, NULL));
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (self->rows), self->matcher));
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (self->found)),
                            lectern_agenda_filter_row_factory (self->scene->filter, on_toggled, self));
  gtk_widget_add_css_class (list, "agenda-filter-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What to show"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_widget_set_size_request (scrolled, WIDTH, HEIGHT);
  return scrolled;
}

static GtkWidget *
new_option (LecternAgendaFilterMenu *self, const char *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_option), self);
  return check;
}

static void
make_popover (LecternAgendaFilterMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->popover = gtk_popover_new ();
  self->search = gtk_search_entry_new ();
  self->hide = new_option (self, _ ("Hide what does not match"));
  self->used = new_option (self, _ ("Only rooms in use on the shown days"));
  self->clear = gtk_button_new_with_label (_ ("Show all"));
  gtk_widget_set_tooltip_text (self->hide, _ ("Else it is dimmed in the grid"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->clear), "agenda.show-all");
  g_object_set (self->search, "placeholder-text", _ ("Room, track, person, state"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Room, track, person, state"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (on_stop), self);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_box_append (GTK_BOX (box), self->hide);
  gtk_box_append (GTK_BOX (box), self->used);
  gtk_box_append (GTK_BOX (box), self->clear);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), self->popover);
}

/* Only now: at the start nobody has asked for it. */
static void
on_open (GtkMenuButton *button, gpointer data)
{
  LecternAgendaFilterMenu *self = data;
  if (self->popover == NULL)
    make_popover (self);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  lectern_agenda_filter_menu_refresh (self);
  if (self->agenda != NULL)
    fill (self);
}

static void
lectern_agenda_filter_menu_dispose (GObject *object)
{
  LecternAgendaFilterMenu *self = LECTERN_AGENDA_FILTER_MENU (object);
  self->agenda = NULL;
  self->popover = NULL;
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (lectern_agenda_filter_menu_parent_class)->dispose (object);
}

static void
lectern_agenda_filter_menu_class_init (LecternAgendaFilterMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_filter_menu_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lectern_agenda_filter_menu_init (LecternAgendaFilterMenu *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ ("Filter"));
  self->button = gtk_menu_button_new ();
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "badge");
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->count, FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->button), TRUE);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, _ ("Show only some rooms, tracks, people or states"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter"), -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), on_open, self, NULL);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
lectern_agenda_filter_menu_new (LecternAgendaScene *scene)
{
  LecternAgendaFilterMenu *self = g_object_new (LECTERN_TYPE_AGENDA_FILTER_MENU, NULL);
  self->scene = scene;
  return GTK_WIDGET (self);
}

void
lectern_agenda_filter_menu_set_agenda (LecternAgendaFilterMenu *self, const LecternAgenda *agenda)
{
  self->agenda = agenda;
  lectern_agenda_filter_menu_refresh (self);
}

void
lectern_agenda_filter_menu_refresh (LecternAgendaFilterMenu *self)
{
  guint n = 0;
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    n += lectern_agenda_filter_n (self->scene->filter, kind);
  g_autofree char *text = g_strdup_printf ("%u", n);
  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_visible (self->count, n > 0);
  if (self->popover == NULL)
    return;
  self->setting = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->hide), self->scene->filter->hides);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->used), self->scene->used_only);
  self->setting = FALSE;
  gtk_widget_set_visible (self->used, self->scene->mode == LECTERN_AGENDA_BY_ROOMS);
}

GtkWidget *
lectern_agenda_filter_menu_get_button (LecternAgendaFilterMenu *self)
{
  return self->button;
}
