/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-card.h"

#include "lectern-field-editor.h"
#include "lectern-list-rows.h"
#include "lectern-section.h"
#include <glib/gi18n-lib.h>

struct _LecternCard
{
  AdwBin parent_instance;

  /* borrowed: children */
  GtkWidget *box;
  GtkWidget *header;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *detail;
  GtkListBox *list;
  GtkLabel *empty;
};

G_DEFINE_FINAL_TYPE (LecternCard, lectern_card, ADW_TYPE_BIN)

/* An editing popover may still be open. */
static void
lectern_card_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      if (GTK_IS_POPOVER (child))
        gtk_widget_unparent (child);
      child = next;
    }
  G_OBJECT_CLASS (lectern_card_parent_class)->dispose (object);
}

static void
lectern_card_class_init (LecternCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_card_dispose;
}

static void
lectern_card_init (LecternCard *self)
{
}

static GtkLabel *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

LecternCard *
lectern_card_new (const char *icon, const char *title)
{
  LecternCard *self = g_object_new (LECTERN_TYPE_CARD, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->title = label_new ("heading");
  self->count = label_new ("badge");
  self->detail = label_new ("second-line");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  self->empty = label_new ("quiet");

  gtk_label_set_label (self->title, title);
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_valign (GTK_WIDGET (self->count), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->detail), TRUE);
  gtk_label_set_ellipsize (self->detail, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "item-text");
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "card-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_box_append (GTK_BOX (self->header), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (self->header), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->header), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (self->header), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (self->box), self->header);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->empty));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (self->box, "padded");
  adw_bin_set_child (ADW_BIN (self), self->box);
  return self;
}

/** The number beside the title; @work: something to do, so with the accent. */
void
lectern_card_set_count (LecternCard *self, guint count, gboolean work)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), count > 0);
  if (work)
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "plain");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "plain");
}

void
lectern_card_set_detail (LecternCard *self, const char *text)
{
  gtk_label_set_label (self->detail, text);
}

/** A flat button at the end of the header that goes to @place of the window. */
GtkWidget *
lectern_card_add_link (LecternCard *self, const char *label, const char *place)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "link-to-place");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (self->header), button);
  return button;
}

void
lectern_card_add_header_widget (LecternCard *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->header), widget);
}

/** @widget stays under the rows when they are made anew. */
void
lectern_card_add_below (LecternCard *self, GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->box), widget);
}

void
lectern_card_on_activated (LecternCard *self, GCallback callback, GObject *data)
{
  g_signal_connect_object (self->list, "row-activated", callback, data, 0);
}

void
lectern_card_clear (LecternCard *self)
{
  lectern_list_rows_clear (self->list);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), FALSE);
}

void
lectern_card_append (LecternCard *self, GtkWidget *row)
{
  gtk_list_box_append (self->list, row);
}

void
lectern_card_set_empty (LecternCard *self, const char *text)
{
  gtk_label_set_label (self->empty, text);
  gtk_widget_set_visible (GTK_WIDGET (self->empty), TRUE);
}

/** One more line under the rows: "And 2 more". */
void
lectern_card_note (LecternCard *self, const char *text)
{
  lectern_card_set_empty (self, text);
}

GtkWidget *
lectern_card_row_new (const char *title, const char *second, const char *end)
{
  GtkWidget *row = lectern_row_new (title, second, NULL);
  if (end != NULL && *end != '\0')
    {
      GtkWidget *label = GTK_WIDGET (label_new ("second-line"));
      gtk_label_set_label (GTK_LABEL (label), end);
      gtk_widget_add_css_class (label, "numeric");
      lectern_row_add_suffix (row, label);
    }
  return row;
}

/* -- editing ------------------------------------------------------------------- */

typedef struct
{
  LecternView *view; /* weak */
  LecternKind kind;
  gint64 id;
  GtkWidget *popover;
} Editing;

static void
free_editing (gpointer data, GClosure *closure)
{
  Editing *editing = data;
  g_clear_weak_pointer (&editing->view);
  g_free (editing);
}

static void
on_delete (GtkButton *button, Editing *editing)
{
  if (editing->view == NULL)
    return;
  /* TRANSLATORS: %s is a kind of record, "Task" */
  g_autofree char *label = g_strdup_printf (_("Delete: %s"), lectern_kind_label (editing->kind));
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_edit_delete (edit, editing->kind, editing->id);
  lectern_view_commit (editing->view, edit, label);
  gtk_popover_popdown (GTK_POPOVER (editing->popover));
}

/* A popover that has no parent widget of its own kind is let go after it is closed. */
static gboolean
unparent_later (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

static void
on_closed (GtkPopover *popover, gpointer data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_later, g_object_ref (popover), g_object_unref);
}

static void
point_at (GtkPopover *popover, GtkWidget *card, GtkWidget *at)
{
  graphene_rect_t bounds;
  if (!gtk_widget_compute_bounds (at, card, &bounds))
    return;
  GdkRectangle rectangle = { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  gtk_popover_set_pointing_to (popover, &rectangle);
}

void
lectern_card_edit (LecternCard *self, GtkWidget *at, LecternView *view, LecternKind kind, gint64 id,
                   const guint *fields, gsize n_fields)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Delete"));
  Editing *editing = g_new0 (Editing, 1);

  g_set_weak_pointer (&editing->view, view);
  editing->kind = kind;
  editing->id = id;
  editing->popover = popover;
  gtk_widget_set_size_request (box, 320, -1);
  for (gsize i = 0; i < n_fields; i++)
    gtk_box_append (GTK_BOX (box), lectern_field_editor_new_labelled (view, kind, id, fields[i], NULL));
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_delete), editing, free_editing, 0);
  gtk_box_append (GTK_BOX (box), button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  point_at (GTK_POPOVER (popover), GTK_WIDGET (self), at);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
