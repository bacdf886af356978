/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-rooms.h"

#include <glib/gi18n-lib.h>

#include "lectern-field-editor.h"
#include "lectern-room-times.h"
#include "lectern-section.h"
#include "lectern-venues-edits.h"

struct _LecternRooms
{
  AdwBin parent_instance;
  LecternView *view; /* weak */
  gint64 venue;
  gint64 wanted;     /* to get the keyboard when it is there */
  LecternSection *section;
};

G_DEFINE_FINAL_TYPE (LecternRooms, lectern_rooms, ADW_TYPE_BIN)

static const struct
{
  guint field;
  const char *title;
  int width; /* in letters; 0: what the others leave */
} columns[] = {
  { LECTERN_ROOM_NAME, N_("Room"), 0 },
  /* TRANSLATORS: seats of a room by how the chairs stand; short, heads of narrow columns */
  { LECTERN_ROOM_CAPACITY_THEATRE, N_("Theatre"), 4 },
  { LECTERN_ROOM_CAPACITY_CLASSROOM, N_("Class"), 4 },
  { LECTERN_ROOM_CAPACITY_BOARDROOM, N_("Board"), 4 },
  { LECTERN_ROOM_CAPACITY_STANDING, N_("Standing"), 4 },
  { LECTERN_ROOM_SHARED, N_("Shared"), 5 },
};

typedef struct
{
  LecternRooms *rooms; /* the row is its child */
  gint64 id;
} RowData;

static LecternReader *
get_reader (LecternRooms *self)
{
  return self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
}

static void
move_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RowData *row = user_data;
  int by = g_str_equal (g_action_get_name (G_ACTION (action)), "up") ? -1 : 1;
  g_autoptr(LecternEdit) edit = get_reader (row->rooms) == NULL
                                    ? NULL
                                    : lectern_venues_edit_move_room (get_reader (row->rooms), row->id, by);
  if (edit == NULL)
    return;
  row->rooms->wanted = row->id;
  lectern_view_commit (row->rooms->view, edit, NULL);
}

static void
delete_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RowData *row = user_data;
  if (get_reader (row->rooms) == NULL)
    return;
  g_autofree char *name = lectern_reader_name (get_reader (row->rooms), LECTERN_KIND_ROOM, row->id, NULL);
  g_autofree char *toast = g_strdup_printf (_("“%s” deleted"), name);
  g_autoptr(LecternEdit) edit = lectern_venues_edit_delete_room (get_reader (row->rooms), row->id);
  lectern_view_commit (row->rooms->view, edit, toast);
}

static void
times_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RowData *row = user_data;
  if (get_reader (row->rooms) != NULL)
    lectern_room_times_present (row->rooms->view, row->id);
}

static GtkWidget *
row_menu_new (const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  /* TRANSLATORS: accessible name of a row's menu; “%s” is a room */
  g_autofree char *words = g_strdup_printf (_("Times of %s, move or delete it"), name);
  g_menu_append (menu, _("Times…"), "room.times");
  g_menu_append (menu, _("Move up"), "room.up");
  g_menu_append (menu, _("Move down"), "room.down");
  g_menu_append (menu, _("Delete"), "room.delete");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

/* Alt with the arrows moves a room, as in other lists that have an order. */
static void
add_keys (GtkWidget *row)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } all[] = { { GDK_KEY_Up, GDK_ALT_MASK, "room.up" }, { GDK_KEY_Down, GDK_ALT_MASK, "room.down" } };
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_keyval_trigger_new (all[i].key, all[i].modifiers),
                          gtk_named_action_new (all[i].action)));
  gtk_widget_add_controller (row, keys);
}

static void
add_actions (LecternRooms *self, GtkWidget *row, gint64 id)
{
  static const GActionEntry entries[] = {
    { .name = "times", .activate = times_action },
    { .name = "up", .activate = move_action },
    { .name = "down", .activate = move_action },
    { .name = "delete", .activate = delete_action },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  RowData *data = g_new0 (RowData, 1);
  data->rooms = self;
  data->id = id;
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), data);
  gtk_widget_insert_action_group (row, "room", G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (row), "room", data, g_free);
}

static void
set_width (GtkWidget *widget, guint column, GtkSizeGroup **groups)
{
  gtk_widget_set_hexpand (widget, columns[column].width == 0);
  gtk_size_group_add_widget (groups[column], widget);
}

static GtkWidget *
head_row_new (GtkSizeGroup **groups)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *row = lectern_row_new_for (box);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *label = lectern_quiet_label_new (_(columns[i].title));
      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_margin_start (label, 6);
      set_width (label, i, groups);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_margin_end (box, 34); /* above the rows' menus */
  gtk_widget_add_css_class (row, "head-row");
  return row;
}

/* A list of words that no column is wide enough for: it has a line of its own. */
static GtkWidget *
equipment_new (LecternRooms *self, const LecternRecord *room)
{
  GtkWidget *editor = lectern_field_editor_new (self->view, LECTERN_KIND_ROOM, room->id, LECTERN_ROOM_EQUIPMENT, NULL);
  lectern_field_editor_set_placeholder (LECTERN_FIELD_EDITOR (editor), _("Equipment"));
  gtk_widget_add_css_class (editor, "second-line");
  return editor;
}

static GtkWidget *
room_row_new (LecternRooms *self, const LecternRecord *room, GtkSizeGroup **groups)
{
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *row = lectern_row_new_for (both);
  gtk_box_append (GTK_BOX (both), box);
  gtk_box_append (GTK_BOX (both), equipment_new (self, room));
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkWidget *editor
          = lectern_field_editor_new (self->view, LECTERN_KIND_ROOM, room->id, columns[i].field, NULL);
      GtkWidget *target = lectern_field_editor_get_target (LECTERN_FIELD_EDITOR (editor));
      if (columns[i].width > 0 && GTK_IS_EDITABLE (target))
        {
          gtk_editable_set_width_chars (GTK_EDITABLE (target), columns[i].width);
          gtk_editable_set_max_width_chars (GTK_EDITABLE (target), columns[i].width);
          lectern_field_editor_set_placeholder (LECTERN_FIELD_EDITOR (editor), "–");
          gtk_widget_add_css_class (target, "numeric");
          gtk_box_append (GTK_BOX (both), lectern_field_editor_take_reason (LECTERN_FIELD_EDITOR (editor)));
        }
      if (i == 0)
        {
          gtk_editable_set_width_chars (GTK_EDITABLE (target), 13);
          gtk_widget_add_css_class (target, "heading");
        }
      gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
      set_width (editor, i, groups);
      gtk_box_append (GTK_BOX (box), editor);
      if (i == 0)
        g_object_set_data (G_OBJECT (row), "name", editor);
    }
  add_actions (self, row, room->id);
  add_keys (row);
  lectern_row_add_suffix (row, row_menu_new (lectern_record_name (room, NULL)));
  return row;
}

static void
focus_wanted (LecternRooms *self, GtkWidget *row, gint64 id)
{
  if (self->wanted != id)
    return;
  self->wanted = 0;
  gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), "name"));
}

void
lectern_rooms_refresh (LecternRooms *self)
{
  LecternReader *reader = get_reader (self);
  GtkSizeGroup *groups[G_N_ELEMENTS (columns)];
  if (reader == NULL || self->venue == 0)
    return;
  g_autoptr(GPtrArray) rooms = lectern_reader_find (reader, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, self->venue);
  g_autofree char *count = g_strdup_printf ("%u", rooms->len);
  lectern_section_set_count (self->section, rooms->len > 0 ? count : NULL);
  if (!lectern_section_begin (self->section, rooms) || rooms->len == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    groups[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  lectern_section_append (self->section, head_row_new (groups));
  for (guint i = 0; i < rooms->len; i++)
    {
      const LecternRecord *room = rooms->pdata[i];
      GtkWidget *row = room_row_new (self, room, groups);
      lectern_section_append (self->section, row);
      focus_wanted (self, row, room->id);
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_object_unref (groups[i]);
}

void
lectern_rooms_set_venue (LecternRooms *self, gint64 venue)
{
  self->venue = venue;
  lectern_rooms_refresh (self);
}

void
lectern_rooms_edit (LecternRooms *self, gint64 room)
{
  for (GtkWidget *row = lectern_section_first_row (self->section); row; row = gtk_widget_get_next_sibling (row))
    {
      RowData *data = g_object_get_data (G_OBJECT (row), "room");
      if (data != NULL && data->id == room)
        {
          gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), "name"));
          return;
        }
    }
  self->wanted = room;
}

static void
on_add (LecternRooms *self)
{
  gint64 room;
  if (get_reader (self) == NULL || self->venue == 0)
    return;
  g_autoptr(LecternEdit) edit
      = lectern_venues_edit_add_room (get_reader (self), self->venue, _("New room"), &room);
  self->wanted = room;
  lectern_view_commit (self->view, edit, NULL);
}

static void
lectern_rooms_dispose (GObject *object)
{
  g_clear_weak_pointer (&LECTERN_ROOMS (object)->view);
  G_OBJECT_CLASS (lectern_rooms_parent_class)->dispose (object);
}

static void
lectern_rooms_class_init (LecternRoomsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_rooms_dispose;
}

static void
lectern_rooms_init (LecternRooms *self)
{
  GtkWidget *section = lectern_section_new (_("Rooms"), _("No rooms yet. Add those that the event can use."));
  GtkWidget *add = lectern_section_add_button (LECTERN_SECTION (section), _("Add room"), _("Add a room"), NULL);
  self->section = LECTERN_SECTION (section);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  adw_bin_set_child (ADW_BIN (self), section);
}

GtkWidget *
lectern_rooms_new (LecternView *view)
{
  LecternRooms *self = g_object_new (LECTERN_TYPE_ROOMS, NULL);
  g_set_weak_pointer (&self->view, view);
  return GTK_WIDGET (self);
}
