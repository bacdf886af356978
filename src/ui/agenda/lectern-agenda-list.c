/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-list.h"

#include "lectern-agenda-row.h"
#include "lectern-agenda-swatch.h"
#include "lectern-list-difference.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaList
{
  AdwBin parent_instance;

  LecternAgendaColours *colours;
  const LecternAgenda *agenda; /* the view's; NULL: none */
  GListStore *rows;
  GArray *keys;                /* of the rows; see LecternAgendaLine */
  GtkSingleSelection *selection;
  GtkWidget *list;
  gboolean setting;
};

enum
{
  OPEN,
  RENAME,
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaList, lectern_agenda_list, ADW_TYPE_BIN)

/* The parts of one line, found again by the factory. */
typedef struct
{
  GtkWidget *head;
  GtkWidget *line;
  GtkWidget *time;
  GtkWidget *now;
  GtkWidget *swatch;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *problem;
  GtkWidget *place;
} Parts;

static GtkWidget *
new_label (GtkWidget *box, const char *style, gboolean expand)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* The whole title, said when asked: to set a tooltip asks the display where the pointer is. */
static gboolean
on_query_tooltip (GtkWidget *title, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (title)));
  return TRUE;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, LecternAgendaList *self)
{
  Parts *parts = g_new0 (Parts, 1);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  parts->head = new_label (both, "heading", TRUE);
  parts->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  parts->time = new_label (parts->line, "numeric", FALSE);
  gtk_label_set_width_chars (GTK_LABEL (parts->time), 12);
  parts->swatch = lectern_agenda_swatch_new ();
  gtk_box_append (GTK_BOX (parts->line), parts->swatch);
  parts->title = new_label (middle, NULL, TRUE);
  parts->problem = new_label (middle, "second-line", TRUE);
  parts->detail = new_label (middle, "second-line", TRUE);
  gtk_widget_set_has_tooltip (parts->title, TRUE);
  g_signal_connect (parts->title, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  gtk_widget_add_css_class (parts->problem, "warning");
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (parts->line), middle);
  parts->now = new_label (parts->line, "agenda-now", FALSE);
  gtk_label_set_text (GTK_LABEL (parts->now), _ ("Now"));
  gtk_widget_set_valign (parts->now, GTK_ALIGN_CENTER);
  parts->place = new_label (parts->line, "second-line", FALSE);
  gtk_label_set_width_chars (GTK_LABEL (parts->place), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (parts->place), 28);
  gtk_label_set_xalign (GTK_LABEL (parts->place), 1);
  gtk_box_append (GTK_BOX (both), parts->line);
  g_object_set_data_full (G_OBJECT (item), "parts", parts, g_free);
  gtk_list_item_set_child (item, both);
}

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
bind_head (Parts *parts, LecternAgendaRow *row)
{
  g_autofree char *words = row->place ? g_strdup_printf ("%s · %s", row->title, row->place) : g_strdup (row->title);
  gtk_label_set_text (GTK_LABEL (parts->head), words);
}

/* What does not take place is struck through, as in the grid. */
static void
set_struck (GtkWidget *label, gboolean off)
{
  PangoAttrList *attributes = off ? pango_attr_list_new () : NULL;
  if (off)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
}

static void
on_now (LecternAgendaRow *row, GParamSpec *spec, Parts *parts)
{
  gtk_widget_set_visible (parts->now, row->now);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, LecternAgendaList *self)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_now,
                                        g_object_get_data (G_OBJECT (item), "parts"));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, LecternAgendaList *self)
{
  Parts *parts = g_object_get_data (G_OBJECT (item), "parts");
  LecternAgendaRow *row = gtk_list_item_get_item (item);
  gboolean head = row->session == 0;
  lectern_agenda_row_fill (row, self->agenda, self->colours);
  gtk_widget_set_visible (parts->head, head);
  gtk_widget_set_visible (parts->line, !head);
  gtk_list_item_set_selectable (item, !head);
  gtk_list_item_set_activatable (item, !head);
  if (head)
    {
      bind_head (parts, row);
      return;
    }
  g_autofree char *detail = g_strconcat (row->state, *row->state && *row->people ? " · " : "", row->people, NULL);
  lectern_agenda_swatch_set (LECTERN_AGENDA_SWATCH (parts->swatch), lectern_agenda_colours_ink (self->colours, row->ink));
  set_struck (parts->title, row->off);
  on_now (row, NULL, parts);
  g_signal_connect (row, "notify::now", G_CALLBACK (on_now), parts);
  gtk_label_set_text (GTK_LABEL (parts->time), row->time);
  gtk_label_set_text (GTK_LABEL (parts->title), row->title);
  set_text (parts->detail, detail);
  set_text (parts->problem, row->problem);
  gtk_label_set_text (GTK_LABEL (parts->place), row->place);
}

static LecternAgendaRow *
get_row (LecternAgendaList *self, guint position)
{
  LecternAgendaRow *row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  if (row != NULL)
    g_object_unref (row); /* the store keeps it */
  return row;
}

static void
on_selected (LecternAgendaList *self)
{
  gint64 session = lectern_agenda_list_get_selected (self);
  if (!self->setting && session != 0)
    g_signal_emit (self, signals[OPEN], 0, session);
}

static void
on_activate (LecternAgendaList *self, guint position)
{
  LecternAgendaRow *row = get_row (self, position);
  if (row != NULL && row->session != 0)
    g_signal_emit (self, signals[OPEN], 0, row->session);
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  gint64 session = lectern_agenda_list_get_selected (LECTERN_AGENDA_LIST (widget));
  if (session == 0)
    return FALSE;
  g_signal_emit (widget, signals[g_variant_get_int32 (args)], 0, session);
  return TRUE;
}

static gboolean
lectern_agenda_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LECTERN_AGENDA_LIST (widget)->list);
}

static void
lectern_agenda_list_dispose (GObject *object)
{
  LecternAgendaList *self = LECTERN_AGENDA_LIST (object);
  g_clear_object (&self->colours);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->keys, g_array_unref);
  G_OBJECT_CLASS (lectern_agenda_list_parent_class)->dispose (object);
}

static void
lectern_agenda_list_class_init (LecternAgendaListClass *klass)
{
  const char *const names[N_SIGNALS] = { "open", "rename", "remove" };
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = lectern_agenda_list_grab_focus;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F2, 0, on_key, "i", RENAME);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Delete, 0, on_key, "i", REMOVE);
}

static void
lectern_agenda_list_init (LecternAgendaList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  self->rows = g_list_store_new (LECTERN_TYPE_AGENDA_ROW);
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "table-text");
  gtk_widget_add_css_class (self->list, "agenda-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sessions by time"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (on_selected), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
lectern_agenda_list_new (LecternAgendaColours *colours)
{
  LecternAgendaList *self = g_object_new (LECTERN_TYPE_AGENDA_LIST, NULL);
  self->colours = g_object_ref (colours);
  return GTK_WIDGET (self);
}

static GArray *
make_lines (LecternAgendaList *self, const LecternAgendaFilter *filter)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (LecternAgendaLine));
  int day = -2;
  for (guint i = 0; i < self->agenda->sessions->len; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_session (self->agenda, i);
      int head = session->placed ? session->day : -1;
      if (!lectern_agenda_filter_matches (filter, self->agenda, session))
        continue;
      LecternAgendaLine lines_of[] = { lectern_agenda_line_head (self->agenda, head),
                                       lectern_agenda_line (self->agenda, session, self->colours) };
      g_array_append_vals (lines, head != day ? lines_of : lines_of + 1, head != day ? 2 : 1);
      day = head;
    }
  return lines;
}

static void
splice (LecternAgendaList *self, const LecternListChange *change, const GArray *lines)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = change->from; i < change->from + change->added; i++)
    g_ptr_array_add (rows, lectern_agenda_row_new (self->agenda, &g_array_index (lines, LecternAgendaLine, i)));
  g_list_store_splice (self->rows, change->position, change->removed, rows->pdata, rows->len);
}

void
lectern_agenda_list_set_agenda (LecternAgendaList *self, const LecternAgenda *agenda)
{
  self->agenda = agenda;
}

/* Only the rows that differ are exchanged: the rest keeps its place on the screen. */
void
lectern_agenda_list_show (LecternAgendaList *self, const LecternAgendaFilter *filter)
{
  g_autoptr (GArray) lines = make_lines (self, filter);
  GArray *keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), lines->len);
  gint64 selected = lectern_agenda_list_get_selected (self);
  for (guint i = 0; i < lines->len; i++)
    g_array_append_val (keys, g_array_index (lines, LecternAgendaLine, i).key);
  g_autoptr (GArray) changes = lectern_list_difference (self->keys, keys);
  self->setting = TRUE;
  for (guint i = changes->len; i > 0; i--)
    splice (self, &g_array_index (changes, LecternListChange, i - 1), lines);
  self->setting = FALSE;
  g_array_unref (self->keys);
  self->keys = keys;
  lectern_agenda_list_select (self, selected);
}

void
lectern_agenda_list_set_now (LecternAgendaList *self, const int *minutes, guint n_days)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      LecternAgendaRow *row = get_row (self, i);
      int now = row->start >= 0 && row->day >= 0 && row->day < (int) n_days ? minutes[row->day] : -1;
      lectern_agenda_row_set_now (row, now >= 0 && row->start <= now && now < row->end && !row->off);
    }
}

static guint
position_of (LecternAgendaList *self, gint64 session, int day)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  for (guint i = 0; i < n; i++)
    {
      LecternAgendaRow *row = get_row (self, i);
      if (row->session == session && (session != 0 || row->day == day))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

void
lectern_agenda_list_select (LecternAgendaList *self, gint64 session)
{
  self->setting = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     session != 0 ? position_of (self, session, -1) : GTK_INVALID_LIST_POSITION);
  self->setting = FALSE;
}

/* 0 where none is. */
gint64
lectern_agenda_list_get_selected (LecternAgendaList *self)
{
  LecternAgendaRow *row = gtk_single_selection_get_selected_item (self->selection);
  return row != NULL ? row->session : 0;
}

static void
scroll_to_position (LecternAgendaList *self, guint position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

void
lectern_agenda_list_scroll_to_day (LecternAgendaList *self, int day)
{
  scroll_to_position (self, position_of (self, 0, day));
}

void
lectern_agenda_list_scroll_to (LecternAgendaList *self, gint64 session)
{
  scroll_to_position (self, position_of (self, session, -1));
}

guint
lectern_agenda_list_get_n_now (LecternAgendaList *self)
{
  guint n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    n += get_row (self, i)->now;
  return n;
}

/* Heads of days included. */
guint
lectern_agenda_list_get_n_rows (LecternAgendaList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
