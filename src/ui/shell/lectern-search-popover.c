/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-search-popover.h"

#include "lectern-screen.h"
#include "lectern-search.h"
#include <glib/gi18n-lib.h>

#define MOST_HITS 40

struct _LecternSearchPopover
{
  GtkPopover parent_instance;

  /* owned */
  LecternReader *reader;
  GPtrArray *hits;

  /* template children */
  GtkWidget *entry;
  GtkWidget *scroller;
  GtkListBox *list;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (LecternSearchPopover, lectern_search_popover, GTK_TYPE_POPOVER)

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
hit_row_new (const LecternHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *kind = label_new (lectern_kind_label (hit->kind), "second-line");
  g_autofree char *spoken = g_strdup_printf ("%s, %s", hit->title, lectern_kind_label (hit->kind));

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), label_new (hit->title, NULL));
  if (hit->snippet != NULL && *hit->snippet != '\0')
    gtk_box_append (GTK_BOX (lines), label_new (hit->snippet, "second-line"));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (lectern_screen_kind_icon (hit->kind)));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

/** Shows what @text finds; "" shows what can be found. */
void
lectern_search_popover_search (LecternSearchPopover *self, const char *text)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  gboolean blank = text[strspn (text, " ")] == '\0';
  if (!blank)
    self->hits = lectern_search (self->reader, text, LECTERN_KIND_NONE, MOST_HITS);
  guint n = lectern_search_popover_n_hits (self);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, hit_row_new (g_ptr_array_index (self->hits, i)));
  gtk_widget_set_visible (self->scroller, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->note), n == 0 || n == MOST_HITS);
  if (n > 0)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  if (blank)
    gtk_label_set_label (self->note, _("Finds agenda items, people, organisations, venues and "
                                       "everything else in this workspace."));
  else if (n == 0)
    gtk_label_set_label (self->note, _("Nothing was found. Try a part of a word, or fewer words."));
  else
    gtk_label_set_label (self->note, _("There is more: type on to narrow it down."));
}

guint
lectern_search_popover_n_hits (LecternSearchPopover *self)
{
  return self->hits != NULL ? self->hits->len : 0;
}

static void
on_text_changed (GtkEditable *entry, LecternSearchPopover *self)
{
  if (self->reader != NULL)
    lectern_search_popover_search (self, gtk_editable_get_text (entry));
}

static void
open_row (LecternSearchPopover *self, GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  if (self->hits == NULL || index < 0 || (guint) index >= self->hits->len)
    return;
  const LecternHit *hit = g_ptr_array_index (self->hits, index);
  LecternKind kind = hit->kind;
  gint64 id = hit->id;
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.record", "(ux)", (guint) kind, id);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, LecternSearchPopover *self)
{
  open_row (self, row);
}

static void
on_activate (GtkSearchEntry *entry, LecternSearchPopover *self)
{
  open_row (self, gtk_list_box_get_selected_row (self->list));
}

/* Up and down move the selection while one goes on typing. */
static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
        LecternSearchPopover *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
  if (key == GDK_KEY_Escape)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_STOP;
    }
  if (step == 0 || selected == NULL)
    return GDK_EVENT_PROPAGATE;
  GtkListBoxRow *next
      = gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (selected) + step);
  if (next != NULL)
    {
      GtkAdjustment *adjustment
          = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
      graphene_rect_t bounds;
      gtk_list_box_select_row (self->list, next);
      if (gtk_widget_compute_bounds (GTK_WIDGET (next), GTK_WIDGET (self->list), &bounds))
        gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
    }
  return GDK_EVENT_STOP;
}

static void
lectern_search_popover_closed (GtkPopover *popover)
{
  LecternSearchPopover *self = LECTERN_SEARCH_POPOVER (popover);
  g_clear_object (&self->reader);
}

static void
lectern_search_popover_finalize (GObject *object)
{
  LecternSearchPopover *self = LECTERN_SEARCH_POPOVER (object);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->hits, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_search_popover_parent_class)->finalize (object);
}

static void
lectern_search_popover_class_init (LecternSearchPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_search_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = lectern_search_popover_closed;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/lectern/Lectern/shell/lectern-search-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternSearchPopover, entry);
  gtk_widget_class_bind_template_child (widget_class, LecternSearchPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, LecternSearchPopover, list);
  gtk_widget_class_bind_template_child (widget_class, LecternSearchPopover, note);
}

static void
lectern_search_popover_init (LecternSearchPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->entry, keys);
  /* Every letter counts: not "search-changed", which waits. */
  g_signal_connect (self->entry, "changed", G_CALLBACK (on_text_changed), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
}

LecternSearchPopover *
lectern_search_popover_new (void)
{
  return g_object_new (LECTERN_TYPE_SEARCH_POPOVER, NULL);
}

/** Opens for what @reader reads, with the last text selected so that typing replaces it. */
void
lectern_search_popover_open (LecternSearchPopover *self, LecternReader *reader)
{
  g_set_object (&self->reader, reader);
  lectern_search_popover_search (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
