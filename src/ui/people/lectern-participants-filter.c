/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-participants-filter.h"

#include <glib/gi18n-lib.h>

#include "lectern-list-rows.h"
#include "lectern-region.h"

/* As an action's target: everything, and those without a region. */
#define ALL ""
#define NO_REGION "-"

struct _LecternParticipantsFilter
{
  AdwBin parent_instance;
  GtkEditable *search;
  GtkBox *chips;
  GtkLabel *shown;
  GMenu *states;
  GMenu *regions;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (LecternParticipantsFilter, lectern_participants_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  LEAVE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const char *
get_choice (LecternParticipantsFilter *self, const char *name)
{
  g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), name);
  return g_intern_string (g_variant_get_string (state, NULL));
}

static LecternNeeds
needs_of (const char *key)
{
  if (g_str_equal (key, "diet"))
    return LECTERN_NEEDS_DIET;
  if (g_str_equal (key, "access"))
    return LECTERN_NEEDS_ACCESS;
  return g_str_equal (key, "any") ? LECTERN_NEEDS_ANY : LECTERN_NEEDS_ALL;
}

void
lectern_participants_filter_get (LecternParticipantsFilter *self, LecternParticipantFilter *filter)
{
  const char *state = get_choice (self, "state"), *region = get_choice (self, "region");
  filter->text = gtk_editable_get_text (self->search);
  filter->state = *state ? state : NULL;
  filter->region = g_str_equal (region, NO_REGION) ? "" : *region ? region : NULL;
  filter->needs = needs_of (get_choice (self, "needs"));
}

gboolean
lectern_participants_filter_is_set (LecternParticipantsFilter *self)
{
  return *gtk_editable_get_text (self->search) != '\0' || *get_choice (self, "state") != '\0'
         || *get_choice (self, "region") != '\0' || *get_choice (self, "needs") != '\0';
}

/* The words of a filter that is on. */
static char *
dup_chip_text (const char *name, const char *key)
{
  const LecternField *field = lectern_field (LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_STATE);
  if (g_str_equal (name, "state"))
    return g_strdup (lectern_field_choice_label (field, key));
  if (g_str_equal (name, "region"))
    return g_str_equal (key, NO_REGION) ? g_strdup (_("Region not known")) : lectern_region_name (key);
  switch (needs_of (key))
    {
    case LECTERN_NEEDS_DIET:
      return g_strdup (_("With a diet"));
    case LECTERN_NEEDS_ACCESS:
      return g_strdup (_("With access needs"));
    default:
      return g_strdup (_("With any need"));
    }
}

static GtkWidget *
chip_new (const char *name, const char *key)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = dup_chip_text (name, key);
  g_autofree char *action = g_strdup_printf ("filter.%s", name);
  g_autofree char *remove = g_strdup_printf (_("Remove the filter “%s”"), text);
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", ALL);
  return button;
}

static void
update_chips (LecternParticipantsFilter *self)
{
  static const char *const names[] = { "state", "region", "needs" };
  lectern_box_rows_clear (self->chips);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (*get_choice (self, names[i]) != '\0')
      gtk_box_append (self->chips, chip_new (names[i], get_choice (self, names[i])));
}

static void
on_choice (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  LecternParticipantsFilter *self = user_data;
  g_simple_action_set_state (action, value);
  update_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
lectern_participants_filter_clear (LecternParticipantsFilter *self)
{
  static const char *const names[] = { "state", "region", "needs" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i]);
      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (ALL));
    }
  gtk_editable_set_text (self->search, "");
  update_chips (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

void
lectern_participants_filter_set_counts (LecternParticipantsFilter *self,
                                        const LecternParticipantCounts *counts)
{
  const LecternField *field = lectern_field (LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_STATE);
  g_menu_remove_all (self->states);
  g_menu_remove_all (self->regions);
  append_choice (self->states, _("Any state"), "filter.state", ALL);
  for (guint i = 0; i < counts->states->len; i++)
    {
      const char *key = g_array_index (counts->states, LecternCount, i).key;
      append_choice (self->states, lectern_field_choice_label (field, key), "filter.state", key);
    }
  append_choice (self->regions, _("Any region"), "filter.region", ALL);
  for (guint i = 0; i < counts->regions->len; i++)
    {
      const char *key = g_array_index (counts->regions, LecternCount, i).key;
      g_autofree char *name = *key ? lectern_region_name (key) : g_strdup (_("Region not known"));
      append_choice (self->regions, name, "filter.region", *key ? key : NO_REGION);
    }
}

void
lectern_participants_filter_set_shown (LecternParticipantsFilter *self, guint shown, guint of)
{
  g_autofree char *text = lectern_participants_filter_is_set (self)
                              /* TRANSLATORS: how many of how many participants are shown */
                              ? g_strdup_printf (_("%u of %u"), shown, of)
                              : g_strdup_printf ("%u", of);
  gtk_label_set_label (self->shown, text);
}

GtkWidget *
lectern_participants_filter_get_search (LecternParticipantsFilter *self)
{
  return GTK_WIDGET (self->search);
}

static void
on_searched (LecternParticipantsFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_activate (LecternParticipantsFilter *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static gboolean
on_key_pressed (LecternParticipantsFilter *self, guint keyval)
{
  if (keyval != GDK_KEY_Down)
    return FALSE;
  g_signal_emit (self, signals[LEAVE], 0);
  return TRUE;
}

static void
on_stop_search (LecternParticipantsFilter *self)
{
  gtk_editable_set_text (self->search, "");
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
lectern_participants_filter_dispose (GObject *object)
{
  LecternParticipantsFilter *self = LECTERN_PARTICIPANTS_FILTER (object);
  g_clear_object (&self->states);
  g_clear_object (&self->regions);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (lectern_participants_filter_parent_class)->dispose (object);
}

static void
lectern_participants_filter_class_init (LecternParticipantsFilterClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_participants_filter_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
search_new (LecternParticipantsFilter *self)
{
  GtkWidget *search = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->search = GTK_EDITABLE (search);
  gtk_editable_set_width_chars (self->search, 8);
  gtk_editable_set_max_width_chars (self->search, 26);
  gtk_widget_set_hexpand (search, TRUE);
  gtk_widget_set_halign (search, GTK_ALIGN_FILL);
  g_object_set (search, "placeholder-text", _("Name, organisation, e-mail"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search participants"), -1);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (on_searched), self);
  g_signal_connect_swapped (search, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (search, "stop-search", G_CALLBACK (on_stop_search), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (search, keys);
  return search;
}

static GtkWidget *
filter_button_new (LecternParticipantsFilter *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) needs = g_menu_new ();
  append_choice (needs, _("Any participant"), "filter.needs", ALL);
  append_choice (needs, _("With a diet"), "filter.needs", "diet");
  append_choice (needs, _("With access needs"), "filter.needs", "access");
  append_choice (needs, _("With any need"), "filter.needs", "any");
  g_menu_append_submenu (menu, _("State"), G_MENU_MODEL (self->states));
  g_menu_append_submenu (menu, _("Region"), G_MENU_MODEL (self->regions));
  g_menu_append_submenu (menu, _("Needs"), G_MENU_MODEL (needs));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Filter"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  return button;
}

static void
lectern_participants_filter_init (LecternParticipantsFilter *self)
{
  static const GActionEntry entries[] = {
    { .name = "state", .parameter_type = "s", .state = "''", .change_state = on_choice },
    { .name = "region", .parameter_type = "s", .state = "''", .change_state = on_choice },
    { .name = "needs", .parameter_type = "s", .state = "''", .change_state = on_choice },
  };
  self->actions = g_simple_action_group_new ();
  self->states = g_menu_new ();
  self->regions = g_menu_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (self->actions));
}

GtkWidget *
lectern_participants_filter_new (GMenuModel *columns)
{
  LecternParticipantsFilter *self = g_object_new (LECTERN_TYPE_PARTICIPANTS_FILTER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *menu = gtk_menu_button_new ();
  self->chips = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->shown = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->shown), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->shown), "numeric");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), _("Columns"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), columns);
  gtk_widget_add_css_class (menu, "flat");
  gtk_widget_add_css_class (box, "filter-bar");
  gtk_box_append (GTK_BOX (box), search_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (box), filter_button_new (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->shown));
  gtk_box_append (GTK_BOX (box), menu);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
