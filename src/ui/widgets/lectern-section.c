/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-section.h"

#include "lectern-list-rows.h"

struct _LecternSection
{
  AdwBin parent_instance;
  GtkBox *header;
  GtkLabel *title;
  GtkLabel *count;
  GtkListBox *list;
  GtkLabel *empty;
  guint n_rows;
  GArray *shown; /* ids that lectern_section_begin() was given last; NULL: none yet */
};

G_DEFINE_FINAL_TYPE (LecternSection, lectern_section, ADW_TYPE_BIN)

GtkWidget *
lectern_quiet_label_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "second-line");
  return label;
}

GtkWidget *
lectern_icon_button_new (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
lectern_section_finalize (GObject *object)
{
  g_clear_pointer (&LECTERN_SECTION (object)->shown, g_array_unref);
  G_OBJECT_CLASS (lectern_section_parent_class)->finalize (object);
}

static void
lectern_section_class_init (LecternSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_section_finalize;
}

static void
lectern_section_init (LecternSection *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *list = gtk_list_box_new ();
  self->header = GTK_BOX (header);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->count = GTK_LABEL (lectern_quiet_label_new (NULL));
  self->empty = GTK_LABEL (lectern_quiet_label_new (NULL));
  self->list = GTK_LIST_BOX (list);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_label_set_wrap (self->count, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_add_css_class (header, "section-header");
  gtk_box_append (self->header, GTK_WIDGET (self->title));
  gtk_box_append (self->header, GTK_WIDGET (self->count));
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_visible (list, FALSE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lectern_section_new (const char *title, const char *empty)
{
  LecternSection *self = g_object_new (LECTERN_TYPE_SECTION, NULL);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->empty, empty ? empty : "");
  gtk_widget_set_visible (GTK_WIDGET (self->empty), empty != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  return GTK_WIDGET (self);
}

void
lectern_section_set_count (LecternSection *self, const char *text)
{
  gtk_label_set_label (self->count, text ? text : "");
}

void
lectern_section_add_header_widget (LecternSection *self, GtkWidget *widget)
{
  gtk_box_append (self->header, widget);
}

GtkWidget *
lectern_section_add_button (LecternSection *self, const char *label, const char *name,
                            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (action != NULL)
    gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->header, button);
  return button;
}

static void
show_rows (LecternSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->n_rows > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty),
                          self->n_rows == 0 && *gtk_label_get_label (self->empty) != '\0');
}

void
lectern_section_clear (LecternSection *self)
{
  lectern_list_rows_clear (self->list);
  self->n_rows = 0;
  show_rows (self);
}

gboolean
lectern_section_begin (LecternSection *self, GPtrArray *records)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = records->pdata[i];
      g_array_append_val (ids, record->id);
    }
  if (self->shown != NULL && self->shown->len == ids->len
      && (ids->len == 0 || memcmp (self->shown->data, ids->data, ids->len * sizeof (gint64)) == 0))
    return FALSE;
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = g_steal_pointer (&ids);
  lectern_section_clear (self);
  return TRUE;
}

void
lectern_section_append (LecternSection *self, GtkWidget *row)
{
  gtk_list_box_append (self->list, row);
  self->n_rows++;
  show_rows (self);
}

GtkWidget *
lectern_section_first_row (LecternSection *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (self->list));
}

/* Rows. */

GtkWidget *
lectern_row_new_for (GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (row, "lectern-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  if (child != NULL)
    {
      gtk_widget_set_hexpand (child, TRUE);
      gtk_box_append (GTK_BOX (box), child);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

GtkWidget *
lectern_row_new (const char *title, const char *second, const char *end)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *row = lectern_row_new_for (column);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "table-text");
  gtk_box_append (GTK_BOX (column), label);
  if (second != NULL && *second != '\0')
    gtk_box_append (GTK_BOX (column), lectern_quiet_label_new (second));
  if (end != NULL && *end != '\0')
    {
      GtkWidget *quiet = lectern_quiet_label_new (end);
      gtk_label_set_xalign (GTK_LABEL (quiet), 1);
      gtk_label_set_wrap (GTK_LABEL (quiet), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (quiet), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (quiet, end);
      gtk_widget_set_valign (quiet, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (quiet, "numeric");
      lectern_row_add_suffix (row, quiet);
    }
  return row;
}

static GtkBox *
row_box (GtkWidget *row)
{
  return GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}

void
lectern_row_add_prefix (GtkWidget *row, GtkWidget *widget)
{
  gtk_box_prepend (row_box (row), widget);
}

void
lectern_row_add_suffix (GtkWidget *row, GtkWidget *widget)
{
  gtk_box_append (row_box (row), widget);
}

typedef struct
{
  LecternView *view; /* weak */
  LecternKind kind;
  gint64 id;
} Target;

static void
target_free (gpointer data, GClosure *closure)
{
  Target *target = data;
  g_clear_weak_pointer (&target->view);
  g_free (target);
}

static void
on_open (GtkListBoxRow *row, Target *target)
{
  if (target->view != NULL)
    lectern_view_open (target->view, target->kind, target->id);
}

static void
on_clicked (GtkListBoxRow *row)
{
  g_signal_emit_by_name (row, "activate");
}

void
lectern_row_set_opens (GtkWidget *row, LecternView *view, LecternKind kind, gint64 id)
{
  Target *target = g_new0 (Target, 1);
  GtkGesture *click = gtk_gesture_click_new ();
  g_set_weak_pointer (&target->view, view);
  target->kind = kind;
  target->id = id;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activate", G_CALLBACK (on_open), target, target_free, 0);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_clicked), row);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
}
