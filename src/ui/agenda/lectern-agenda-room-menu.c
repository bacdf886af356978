/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-room-menu.h"

#include "lectern-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* From so many rooms on there is an entry to find one. */
#define ENTRY_FROM 9

struct _LecternAgendaRoomMenu
{
  AdwBin parent_instance;

  GtkWidget *button;
  GtkWidget *entry;
  GtkWidget *list;
  const LecternAgenda *agenda; /* the caller's */
  GArray *chosen; /* of gint64 */
  char *listed;   /* what the list says, to leave it alone where it is still so */
  gboolean setting;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaRoomMenu, lectern_agenda_room_menu, ADW_TYPE_BIN)

static gint64
room_of_check (GtkWidget *check)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (check), "room");
}

static int
place_of (LecternAgendaRoomMenu *self, gint64 room)
{
  for (guint i = 0; i < self->chosen->len; i++)
    if (g_array_index (self->chosen, gint64, i) == room)
      return i;
  return -1;
}

static void
on_toggled (LecternAgendaRoomMenu *self, GtkCheckButton *check)
{
  gint64 room = room_of_check (GTK_WIDGET (check));
  int at = place_of (self, room);
  gboolean active = gtk_check_button_get_active (check);
  if (self->setting || active == (at >= 0))
    return;
  if (active)
    g_array_append_val (self->chosen, room);
  else
    g_array_remove_index (self->chosen, at);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
matches (GtkListBoxRow *row, gpointer data)
{
  LecternAgendaRoomMenu *self = data;
  g_autofree char *wanted = lectern_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  const char *folded = g_object_get_data (G_OBJECT (row), "folded");
  return strstr (folded, wanted) != NULL;
}

static void
on_search (LecternAgendaRoomMenu *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row));
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
}

/* From check box to check box: the list itself would walk among its rows, which have no keyboard. */
static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, LecternAgendaRoomMenu *self)
{
  gboolean down = key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  if ((!down && key != GDK_KEY_Up && key != GDK_KEY_KP_Up) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (!gtk_widget_child_focus (box, down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD))
    gtk_widget_error_bell (box);
  return TRUE;
}

static char *
dup_label (const LecternAgendaRoom *room)
{
  g_autofree char *seats = room->capacity > 0 ? g_strdup_printf (" · %" G_GINT64_FORMAT, room->capacity) : NULL;
  return g_strconcat (room->name, seats ? seats : "", room->venue_name ? " · " : "",
                      room->venue_name ? room->venue_name : "", NULL);
}

static void
append_room (LecternAgendaRoomMenu *self, const LecternAgendaRoom *room)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *label = dup_label (room);
  GtkWidget *check = gtk_check_button_new_with_label (label);
  g_object_set_data_full (G_OBJECT (check), "room", g_memdup2 (&room->id, sizeof room->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "folded", lectern_text_fold (label), g_free);
  gtk_widget_set_focusable (row, FALSE);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
show_checks (LecternAgendaRoomMenu *self)
{
  self->setting = TRUE;
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *check = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), place_of (self, room_of_check (check)) >= 0);
    }
  self->setting = FALSE;
}

/* The rows are made when the menu opens: of many rooms they are many widgets. */
static void
list_rooms (GtkMenuButton *button, gpointer data)
{
  LecternAgendaRoomMenu *self = data;
  GString *words = g_string_new (NULL);
  GtkWidget *row;
  for (guint i = 0; i < self->agenda->rooms->len; i++)
    {
      g_autofree char *label = dup_label (lectern_agenda_room (self->agenda, i));
      g_string_append_printf (words, "%" G_GINT64_FORMAT "%s\n", lectern_agenda_room (self->agenda, i)->id, label);
    }
  if (g_strcmp0 (words->str, self->listed) == 0)
    {
      g_string_free (words, TRUE);
      return;
    }
  g_free (self->listed);
  self->listed = g_string_free (words, FALSE);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < self->agenda->rooms->len; i++)
    append_room (self, lectern_agenda_room (self->agenda, i));
  gtk_widget_set_visible (self->entry, self->agenda->rooms->len >= ENTRY_FROM);
  show_checks (self);
}

static void
lectern_agenda_room_menu_finalize (GObject *object)
{
  g_array_unref (LECTERN_AGENDA_ROOM_MENU (object)->chosen);
  g_free (LECTERN_AGENDA_ROOM_MENU (object)->listed);
  G_OBJECT_CLASS (lectern_agenda_room_menu_parent_class)->finalize (object);
}

static gboolean
lectern_agenda_room_menu_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LECTERN_AGENDA_ROOM_MENU (widget)->button);
}

static void
lectern_agenda_room_menu_class_init (LecternAgendaRoomMenuClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_room_menu_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = lectern_agenda_room_menu_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
lectern_agenda_room_menu_init (LecternAgendaRoomMenu *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->entry = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();
  self->button = gtk_menu_button_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), matches, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find a room"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Rooms"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (on_search), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (box, keys);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), list_rooms, self, NULL);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

GtkWidget *
lectern_agenda_room_menu_new (const char *accessible_label)
{
  LecternAgendaRoomMenu *self = g_object_new (LECTERN_TYPE_AGENDA_ROOM_MENU, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, accessible_label, -1);
  return GTK_WIDGET (self);
}

void
lectern_agenda_room_menu_set_label (LecternAgendaRoomMenu *self, const char *label)
{
  GtkWidget *child = gtk_menu_button_get_child (GTK_MENU_BUTTON (self->button));
  if (child == NULL)
    {
      GtkWidget *text = gtk_label_new (NULL);
      child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      gtk_widget_set_halign (child, GTK_ALIGN_FILL);
      gtk_widget_set_hexpand (child, TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_widget_set_hexpand (text, TRUE);
      gtk_box_append (GTK_BOX (child), text);
      gtk_box_append (GTK_BOX (child), gtk_image_new_from_icon_name ("pan-down-symbolic"));
      gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), child);
      /* The button centres what is in it in a box of its own. */
      gtk_widget_set_halign (gtk_widget_get_parent (child), GTK_ALIGN_FILL);
    }
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (child)), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, label, -1);
}

/* @agenda is the caller's and must stay until another one is set. */
void
lectern_agenda_room_menu_set_rooms (LecternAgendaRoomMenu *self, const LecternAgenda *agenda)
{
  self->agenda = agenda;
  if (gtk_widget_get_mapped (self->list))
    list_rooms (NULL, self);
}

void
lectern_agenda_room_menu_set_chosen (LecternAgendaRoomMenu *self, const gint64 *rooms, guint n)
{
  g_array_set_size (self->chosen, 0);
  if (n > 0)
    g_array_append_vals (self->chosen, rooms, n);
  show_checks (self);
}

const gint64 *
lectern_agenda_room_menu_get_chosen (LecternAgendaRoomMenu *self, guint *n)
{
  *n = self->chosen->len;
  return (const gint64 *) (const void *) self->chosen->data;
}

/* The button, for tests and for style classes. */
GtkWidget *
lectern_agenda_room_menu_get_button (LecternAgendaRoomMenu *self)
{
  return self->button;
}
