/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-completion-entry.h"

#include <glib/gi18n-lib.h>

#include "lectern-search.h"
#include "lectern-text.h"

#define MAX_HITS 7

struct _LecternCompletionEntry
{
  AdwBin parent_instance;
  LecternView *view; /* weak */
  LecternKind kind;
  gboolean creates;
  gboolean setting;
  LecternCompletionName name_length;
  GtkEntry *entry;
  GtkWidget *popover;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LecternCompletionEntry, lectern_completion_entry, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  TYPED,
  GIVEN_UP,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static gboolean
is_open (LecternCompletionEntry *self)
{
  return gtk_widget_get_visible (self->popover);
}

static void
close_list (LecternCompletionEntry *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* What was typed of the name; more may stand behind it. */
static char *
dup_name (LecternCompletionEntry *self)
{
  const char *text = lectern_completion_entry_get_text (self);
  return g_strstrip (self->name_length != NULL ? g_strndup (text, self->name_length (text)) : g_strdup (text));
}

/* What tells two records of one name apart: a person's organisation, else the snippet. */
static char *
dup_detail (LecternCompletionEntry *self, const LecternHit *hit)
{
  LecternReader *reader = lectern_view_get_reader (self->view);
  if (hit->kind != LECTERN_KIND_PERSON)
    return g_strdup (hit->snippet);
  g_autoptr(LecternRecord) person = lectern_reader_get (reader, hit->kind, hit->id);
  gint64 organisation
      = person != NULL ? lectern_record_integer (person, LECTERN_PERSON_ORGANISATION) : 0;
  if (organisation == 0)
    return g_strdup ("");
  return lectern_reader_name (reader, LECTERN_KIND_ORGANISATION, organisation, NULL);
}

static void
append_row (LecternCompletionEntry *self, gint64 id, const char *title, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *second = gtk_label_new (detail);
      gtk_label_set_xalign (GTK_LABEL (second), 0);
      gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (second, "second-line");
      gtk_box_append (GTK_BOX (box), second);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
  gtk_list_box_append (self->list, row);
}

static void
fill (LecternCompletionEntry *self, const char *text)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  g_autofree char *folded = lectern_text_fold (text);
  int exact = -1, n = 0;
  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL;)
    gtk_list_box_remove (self->list, row);
  if (reader == NULL || *text == '\0')
    return close_list (self);
  g_autoptr(GPtrArray) hits = lectern_search (reader, text, self->kind, MAX_HITS);
  for (guint i = 0; hits != NULL && i < hits->len; i++, n++)
    {
      LecternHit *hit = hits->pdata[i];
      g_autofree char *detail = dup_detail (self, hit);
      g_autofree char *title = lectern_text_fold (hit->title);
      if (exact < 0 && g_str_equal (title, folded))
        exact = n;
      append_row (self, hit->id, hit->title, detail);
    }
  if (self->creates)
    {
      /* TRANSLATORS: offered below the records found; “%s” is the name that was typed */
      g_autofree char *create = g_strdup_printf (_("Create “%s”"), text);
      append_row (self, 0, create, NULL);
      n++;
    }
  if (n == 0)
    return close_list (self);
  /* Enter means what stands there: the record of this very name, else a new one, else the first. */
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, exact >= 0 ? exact
                                                                      : self->creates ? n - 1 : 0));
  gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self)), -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
choose (LecternCompletionEntry *self, GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  gint64 chosen = *id;
  g_autofree char *text = dup_name (self);
  close_list (self);
  g_signal_emit (self, signals[CHOSEN], 0, chosen, text);
}

static void
on_row_activated (LecternCompletionEntry *self, GtkListBoxRow *row)
{
  choose (self, row);
}

static void
on_changed (LecternCompletionEntry *self)
{
  if (self->setting)
    return;
  g_autofree char *text = dup_name (self);
  g_signal_emit (self, signals[TYPED], 0);
  fill (self, text);
}

static void
on_activate (LecternCompletionEntry *self)
{
  GtkListBoxRow *row = is_open (self) ? gtk_list_box_get_selected_row (self->list) : NULL;
  g_autofree char *text = dup_name (self);
  if (row != NULL)
    choose (self, row);
  else
    g_signal_emit (self, signals[CHOSEN], 0, lectern_completion_entry_find (self, text), text);
}

/* Around the ends: from “Create”, which is the last one, the next one is the best that was found. */
static void
move (LecternCompletionEntry *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->list));
  int n = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (last)) + 1;
  int index = row != NULL ? gtk_list_box_row_get_index (row) + by : 0;
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (index + n) % n));
}

static gboolean
on_key_pressed (LecternCompletionEntry *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (is_open (self))
        move (self, 1);
      else
        {
          g_autofree char *text = dup_name (self);
          fill (self, text);
        }
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (is_open (self))
        move (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      if (is_open (self))
        close_list (self);
      else
        g_signal_emit (self, signals[GIVEN_UP], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

gint64
lectern_completion_entry_find (LecternCompletionEntry *self, const char *text)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  if (reader == NULL || *text == '\0')
    return 0;
  g_autoptr(GPtrArray) hits = lectern_search (reader, text, self->kind, MAX_HITS);
  g_autofree char *folded = lectern_text_fold (text);
  gint64 found = 0;
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      LecternHit *hit = hits->pdata[i];
      g_autofree char *title = lectern_text_fold (hit->title);
      if (!g_str_equal (title, folded))
        continue;
      if (found != 0)
        return 0;
      found = hit->id;
    }
  return found;
}

static void
lectern_completion_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternCompletionEntry *self = LECTERN_COMPLETION_ENTRY (widget);
  GTK_WIDGET_CLASS (lectern_completion_entry_parent_class)
      ->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->popover));
}

static gboolean
lectern_completion_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LECTERN_COMPLETION_ENTRY (widget)->entry));
}

/* The list is a child too, and what it would do with the keyboard is to give it back to the entry. */
static gboolean
lectern_completion_entry_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (LECTERN_COMPLETION_ENTRY (widget)->entry), direction);
}

static void
lectern_completion_entry_dispose (GObject *object)
{
  LecternCompletionEntry *self = LECTERN_COMPLETION_ENTRY (object);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  G_OBJECT_CLASS (lectern_completion_entry_parent_class)->dispose (object);
}

static void
lectern_completion_entry_class_init (LecternCompletionEntryClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_completion_entry_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = lectern_completion_entry_size_allocate;
  GTK_WIDGET_CLASS (klass)->grab_focus = lectern_completion_entry_grab_focus;
  GTK_WIDGET_CLASS (klass)->focus = lectern_completion_entry_focus;
  signals[CHOSEN] = g_signal_new ("chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_STRING);
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[GIVEN_UP] = g_signal_new ("given-up", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
lectern_completion_entry_init (LecternCompletionEntry *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->entry = GTK_ENTRY (entry);
  self->list = GTK_LIST_BOX (list);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 1);
  gtk_widget_set_hexpand (entry, TRUE);
  adw_bin_set_child (ADW_BIN (self), entry);

  /* The list never takes the focus: one goes on typing while it is open. */
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_set_can_focus (list, FALSE);
  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), list);
  gtk_widget_add_css_class (self->popover, "completion");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));

  g_signal_connect_swapped (list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (close_list), self);
  gtk_widget_add_controller (entry, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (entry, keys);
}

GtkWidget *
lectern_completion_entry_new (LecternView *view, LecternKind kind)
{
  LecternCompletionEntry *self = g_object_new (LECTERN_TYPE_COMPLETION_ENTRY, NULL);
  g_set_weak_pointer (&self->view, view);
  self->kind = kind;
  return GTK_WIDGET (self);
}

void
lectern_completion_entry_set_creates (LecternCompletionEntry *self, gboolean creates)
{
  self->creates = creates;
}

void
lectern_completion_entry_set_name_length (LecternCompletionEntry *self, LecternCompletionName name_length)
{
  self->name_length = name_length;
}

void
lectern_completion_entry_set_text (LecternCompletionEntry *self, const char *text)
{
  if (g_strcmp0 (lectern_completion_entry_get_text (self), text) == 0)
    return;
  self->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->setting = FALSE;
}

const char *
lectern_completion_entry_get_text (LecternCompletionEntry *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

GtkEntry *
lectern_completion_entry_get_entry (LecternCompletionEntry *self)
{
  return self->entry;
}
