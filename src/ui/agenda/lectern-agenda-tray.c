/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-tray.h"

#include "lectern-agenda-item.h"
#include "lectern-agenda-text.h"

#include <glib/gi18n-lib.h>

#define ITEM_HEIGHT 22
#define WIDEST_ITEM 220
/* More are opened from the list. */
#define MOST_ITEMS 100

struct _LecternAgendaTray
{
  AdwBin parent_instance;

  LecternAgendaColours *colours;
  const LecternAgenda *agenda;
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *scrolled;
  GtkWidget *items;
  GtkWidget *more;
  GtkWidget *drop;       /* says what dropping here does */
  LecternAgendaSelection *selection;
  guint n;               /* what there is to show */
  gboolean waiting;      /* something is carried that may be dropped here */
  GtkWidget *pressed;    /* item */
};

enum
{
  OPEN,
  RENAME,
  REMOVE,
  TAKE,
  MENU,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaTray, lectern_agenda_tray, ADW_TYPE_BIN)

static gboolean
is_selected (LecternAgendaTray *self, gint64 session)
{
  return self->selection != NULL && lectern_agenda_selection_has (self->selection, session);
}

static GtkWidget *
item_at (LecternAgendaTray *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (self->items, x, y, GTK_PICK_DEFAULT);
  return picked != NULL ? gtk_widget_get_ancestor (picked, LECTERN_TYPE_AGENDA_ITEM) : NULL;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, LecternAgendaTray *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  self->pressed = item_at (self, x, y);
  if (self->pressed == NULL)
    return;
  gint64 id = lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (self->pressed));
  gtk_widget_grab_focus (self->pressed);
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && !is_selected (self, id))
    lectern_agenda_selection_set (self->selection, id);
}

/* Nothing was dragged in between. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, LecternAgendaTray *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *item = self->pressed;
  self->pressed = NULL;
  if (item == NULL || item != item_at (self, x, y))
    return;
  gint64 id = lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (item));
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0)
    {
      lectern_agenda_selection_toggle (self->selection, id);
      return;
    }
  lectern_agenda_selection_set (self->selection, id);
  g_signal_emit (self, signals[OPEN], 0, id);
}

static void
open_menu (LecternAgendaTray *self, GtkWidget *item)
{
  gint64 id = lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (item));
  graphene_point_t middle = GRAPHENE_POINT_INIT (gtk_widget_get_width (item) / 2, 0);
  graphene_point_t at = middle;
  if (!is_selected (self, id))
    lectern_agenda_selection_set (self->selection, id);
  gtk_widget_grab_focus (item);
  if (!gtk_widget_compute_point (item, GTK_WIDGET (self), &middle, &at))
    at = middle;
  g_signal_emit (self, signals[MENU], 0, id, (int) at.x, (int) at.y);
}

static void
on_secondary (GtkGestureClick *gesture, int n_press, double x, double y, LecternAgendaTray *self)
{
  GtkWidget *item = item_at (self, x, y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (item != NULL)
    open_menu (self, item);
}

/* An item is as wide and high as its words, up to a width; the widget itself takes what it gets. */
static void
size_item (LecternAgendaTray *self, GtkWidget *item, const LecternAgendaSession *session)
{
  int width, height;
  g_autofree char *words = g_strdup_printf ("%s   %d %s", lectern_agenda_text_title (session),
                                            MAX (session->duration, 0), _ ("min"));
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (self->items, NULL);
  PangoAttrList *bold = pango_attr_list_new ();
  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (text, bold);
  pango_attr_list_unref (bold);
  pango_layout_set_text (text, words, -1);
  pango_layout_get_pixel_size (text, &width, &height);
  width = MIN (width + 16, WIDEST_ITEM) + (lectern_agenda_is_to_be_confirmed (self->agenda, session) ? 16 : 0);
  gtk_widget_set_size_request (item, width, MAX (height + 5, ITEM_HEIGHT));
}

static GtkWidget *
find_item (LecternAgendaTray *self, gint64 session)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->items); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    if (lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (item)) == session)
      return item;
  return NULL;
}

/* An item that is there already is used again: it may have the keyboard. */
static GtkWidget *
put_item (LecternAgendaTray *self, const LecternAgendaSession *session, GtkWidget *before)
{
  GtkWidget *item = find_item (self, session->id);
  LecternAgendaItemLook look = {
    .lines = 1,
    .first = TRUE,
    .with_length = TRUE,
    .ink = lectern_agenda_colours_of (self->colours, session),
  };
  g_autofree char *words = lectern_agenda_text_describe (self->agenda, session);
  g_autofree char *tip = g_strdup_printf ("%s\n%s", lectern_agenda_text_title (session), words);
  if (item == NULL)
    {
      item = lectern_agenda_item_new ();
      gtk_widget_set_valign (item, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->items), item);
    }
  lectern_agenda_item_set (LECTERN_AGENDA_ITEM (item), self->agenda, session, &look);
  lectern_agenda_item_set_selected (LECTERN_AGENDA_ITEM (item), is_selected (self, session->id));
  size_item (self, item, session);
  gtk_widget_set_tooltip_text (item, tip);
  gtk_box_reorder_child_after (GTK_BOX (self->items), item, before);
  return item;
}

static gboolean
on_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaTray *self = LECTERN_AGENDA_TRAY (widget);
  GtkWidget *item = gtk_widget_get_focus_child (self->items);
  if (!LECTERN_IS_AGENDA_ITEM (item))
    return FALSE;
  g_signal_emit (self, signals[g_variant_get_int32 (args)], 0,
                 lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (item)));
  return TRUE;
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  LecternAgendaTray *self = LECTERN_AGENDA_TRAY (widget);
  GtkWidget *item = gtk_widget_get_focus_child (self->items);
  if (LECTERN_IS_AGENDA_ITEM (item))
    open_menu (self, item);
  return LECTERN_IS_AGENDA_ITEM (item);
}

static void
lectern_agenda_tray_dispose (GObject *object)
{
  LecternAgendaTray *self = LECTERN_AGENDA_TRAY (object);
  g_clear_object (&self->colours);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (lectern_agenda_tray_parent_class)->dispose (object);
}

static void
lectern_agenda_tray_class_init (LecternAgendaTrayClass *klass)
{
  const char *const names[] = { "open", "rename", "remove", "take" };
  const guint keys[][2] = { { GDK_KEY_Return, OPEN }, { GDK_KEY_KP_Enter, OPEN }, { GDK_KEY_space, TAKE },
                            { GDK_KEY_F2, RENAME },   { GDK_KEY_Delete, REMOVE }, { GDK_KEY_KP_Delete, REMOVE } };
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_tray_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                G_TYPE_INT64, G_TYPE_INT, G_TYPE_INT);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), keys[i][0], 0, on_key, "i", keys[i][1]);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_c, GDK_CONTROL_MASK, "agenda.copy", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_v, GDK_CONTROL_MASK, "agenda.paste", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_d, GDK_CONTROL_MASK, "agenda.duplicate", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "agenda.add-person", NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_Menu, 0, on_menu_key, NULL);
  gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), GDK_KEY_F10, GDK_SHIFT_MASK, on_menu_key, NULL);
}

static void
add_pointer (LecternAgendaTray *self)
{
  GtkGesture *primary = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (primary, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (primary, "released", G_CALLBACK (on_released), self);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary), self);
  gtk_widget_add_controller (self->items, GTK_EVENT_CONTROLLER (primary));
  gtk_widget_add_controller (self->items, GTK_EVENT_CONTROLLER (secondary));
}

static void
lectern_agenda_tray_init (LecternAgendaTray *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->scrolled = gtk_scrolled_window_new ();
  self->title = gtk_label_new (_ ("Unplaced"));
  self->count = gtk_label_new (NULL);
  /* the role, because newer GTK gives a mere box no name */
  self->items = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "spacing", 6, NULL);
  self->more = gtk_label_new (NULL);
  self->drop = gtk_label_new (_ ("Drop here to take it off the agenda"));
  gtk_widget_add_css_class (self->drop, "item-text");
  gtk_widget_set_visible (self->drop, FALSE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (self->title, "item-text");
  gtk_widget_add_css_class (self->count, "badge");
  gtk_widget_add_css_class (self->count, "plain");
  gtk_widget_add_css_class (self->items, "item-text");
  gtk_widget_add_css_class (self->more, "second-line");
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->items);
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->items), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Unplaced sessions"), -1);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->drop);
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_box_append (GTK_BOX (box), self->more);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "agenda-tray");
  add_pointer (self);
}

GtkWidget *
lectern_agenda_tray_new (LecternAgendaColours *colours)
{
  LecternAgendaTray *self = g_object_new (LECTERN_TYPE_AGENDA_TRAY, NULL);
  self->colours = g_object_ref (colours);
  return GTK_WIDGET (self);
}

static void
say_number (GtkWidget *widget, guint n, char *text)
{
  gtk_widget_set_visible (widget, n > 0);
  if (GTK_IS_LABEL (widget))
    gtk_label_set_text (GTK_LABEL (widget), text);
  else
    gtk_button_set_label (GTK_BUTTON (widget), text);
  g_free (text);
}

void
lectern_agenda_tray_show (LecternAgendaTray *self, const LecternAgenda *agenda)
{
  guint n = 0;
  GtkWidget *last = NULL;
  GtkWidget *gone;
  self->agenda = agenda;
  self->pressed = NULL;
  for (guint i = 0; i < agenda->sessions->len; i++)
    if (!lectern_agenda_session (agenda, i)->placed && n++ < MOST_ITEMS)
      last = put_item (self, lectern_agenda_session (agenda, i), last);
  while ((gone = last != NULL ? gtk_widget_get_next_sibling (last) : gtk_widget_get_first_child (self->items)) != NULL)
    {
      if (gtk_widget_has_focus (gone)) /* as in the canvas */
        gtk_root_set_focus (gtk_widget_get_root (gone), NULL);
      gtk_box_remove (GTK_BOX (self->items), gone);
    }
  guint more = n > MOST_ITEMS ? n - MOST_ITEMS : 0;
  say_number (self->count, n, g_strdup_printf ("%u", n));
  /* TRANSLATORS: %u further sessions that the list shows */
  say_number (self->more, more, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more in the list",
                                                               "%u more in the list", more), more));
  gtk_widget_set_visible (self->title, n > 0);
  self->n = n;
  gtk_widget_set_visible (GTK_WIDGET (self), self->n > 0 || self->waiting);
}

static void
on_selected (LecternAgendaTray *self)
{
  for (GtkWidget *item = gtk_widget_get_first_child (self->items); item != NULL; item = gtk_widget_get_next_sibling (item))
    lectern_agenda_item_set_selected (LECTERN_AGENDA_ITEM (item),
                                      is_selected (self, lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (item))));
}

void
lectern_agenda_tray_set_selection (LecternAgendaTray *self, LecternAgendaSelection *selection)
{
  self->selection = g_object_ref (selection);
  g_signal_connect_swapped (selection, "changed", G_CALLBACK (on_selected), self);
}

void
lectern_agenda_tray_set_waiting (LecternAgendaTray *self, gboolean waiting)
{
  self->waiting = waiting;
  gtk_widget_set_visible (self->drop, waiting);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n > 0 || waiting);
  lectern_agenda_tray_set_over (self, FALSE);
}

void
lectern_agenda_tray_set_over (LecternAgendaTray *self, gboolean over)
{
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self), "drop");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "drop");
}

/* Brings an item into sight, once it has its place. */
void
lectern_agenda_tray_scroll_to (LecternAgendaTray *self, gint64 session)
{
  GtkWidget *item = find_item (self, session);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  graphene_rect_t place;
  if (item != NULL && gtk_widget_compute_bounds (item, self->items, &place))
    gtk_adjustment_clamp_page (across, place.origin.x, place.origin.x + place.size.width);
}

gboolean
lectern_agenda_tray_focus_session (LecternAgendaTray *self, gint64 session)
{
  GtkWidget *item = find_item (self, session);
  return item != NULL && gtk_widget_grab_focus (item);
}

/* The session that has the keyboard; 0: none here. */
gint64
lectern_agenda_tray_get_focused (LecternAgendaTray *self)
{
  GtkWidget *item = gtk_widget_get_focus_child (self->items);
  return LECTERN_IS_AGENDA_ITEM (item) && gtk_widget_has_focus (item) ? lectern_agenda_item_get_session (LECTERN_AGENDA_ITEM (item)) : 0;
}
