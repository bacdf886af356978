/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-participants-columns.h"

#include <glib/gi18n-lib.h>

#include "lectern-field-text.h"
#include "lectern-region.h"
#include "lectern-time.h"

static const LecternParticipantsColumn columns[] = {
  { LECTERN_PARTICIPANT_NAME, "name", N_("Name"), 0, TRUE },
  { LECTERN_PARTICIPANT_ORGANISATION, "organisation", N_("Organisation"), 0, TRUE },
  { LECTERN_PARTICIPANT_REGION, "region", N_("Region"), 60, TRUE },
  { LECTERN_PARTICIPANT_ROLE, "role", N_("Role"), 74, TRUE },
  { LECTERN_PARTICIPANT_STATE, "state", N_("State"), 112, TRUE },
  { LECTERN_PARTICIPANT_NEEDS, "needs", N_("Needs"), 96, TRUE },
  { LECTERN_PARTICIPANT_CHOICES, "choices", N_("Chosen sessions"), 140, FALSE },
  { LECTERN_PARTICIPANT_EMAIL, "email", N_("E-mail"), 160, FALSE },
  { LECTERN_PARTICIPANT_PHONE, "phone", N_("Phone"), 120, FALSE },
  { LECTERN_PARTICIPANT_JOB, "job", N_("Position"), 130, FALSE },
  { LECTERN_PARTICIPANT_ARRIVAL, "arrival", N_("Arrival"), 130, FALSE },
  { LECTERN_PARTICIPANT_DEPARTURE, "departure", N_("Departure"), 130, FALSE },
  { LECTERN_PARTICIPANT_REGISTERED, "registered", N_("Registered"), 110, FALSE },
  { LECTERN_PARTICIPANT_NOTES, "notes", N_("Notes"), 140, FALSE },
  { 0 },
};

const LecternParticipantsColumn *
lectern_participants_columns (void)
{
  return columns;
}

static char *
choice_text (guint field, const char *key)
{
  const LecternField *description = lectern_field (LECTERN_KIND_REGISTRATION, field);
  return g_strdup (*key != '\0' ? lectern_field_choice_label (description, key) : "");
}

static char *
local_time_text (const char *text)
{
  const LecternField *field = lectern_field (LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_ARRIVAL);
  g_auto(LecternValue) value = lectern_value_text (text);
  return lectern_field_text_show (field, &value);
}

char *
lectern_participants_cell_text (LecternListRow *row, LecternParticipantColumn column)
{
  switch (column)
    {
    case LECTERN_PARTICIPANT_ROLE:
      return choice_text (LECTERN_REGISTRATION_ROLE, lectern_list_row_text (row, column));
    case LECTERN_PARTICIPANT_STATE:
      return choice_text (LECTERN_REGISTRATION_STATE, lectern_list_row_text (row, column));
    case LECTERN_PARTICIPANT_ARRIVAL:
    case LECTERN_PARTICIPANT_DEPARTURE:
      return local_time_text (lectern_list_row_text (row, column));
    case LECTERN_PARTICIPANT_REGISTERED:
      return lectern_list_row_integer (row, column) != 0
                 ? lectern_instant_format (lectern_list_row_integer (row, column))
                 : g_strdup ("");
    case LECTERN_PARTICIPANT_NOTES:
      return g_strdelimit (g_strdup (lectern_list_row_text (row, column)), "\n", ' ');
    default:
      return g_strdup (lectern_list_row_text (row, column));
    }
}

const char *
lectern_participants_state_icon (const char *state, const char **css)
{
  static const struct
  {
    const char *state, *icon, *css;
  } icons[] = {
    { "confirmed", "object-select-symbolic", "success" },
    { "attended", "object-select-symbolic", "success" },
    { "waiting", "view-more-horizontal-symbolic", NULL },
    { "invited", "mail-unread-symbolic", NULL },
    { "registered", "document-edit-symbolic", NULL },
    { "declined", "window-close-symbolic", NULL },
    { "cancelled", "window-close-symbolic", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    if (g_str_equal (icons[i].state, state))
      {
        *css = icons[i].css;
        return icons[i].icon;
      }
  *css = NULL;
  return NULL;
}

/* Cells: a label, with a sign before it for the state. */

static void
update_cell (GtkListItem *item, LecternListRow *row)
{
  const LecternParticipantsColumn *column = g_object_get_data (G_OBJECT (item), "column");
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *image = gtk_widget_get_first_child (box), *label = gtk_widget_get_last_child (box);
  g_autofree char *text = lectern_participants_cell_text (row, column->column);
  gtk_label_set_label (GTK_LABEL (label), text);
  if (column->column == LECTERN_PARTICIPANT_STATE)
    {
      const char *css = NULL;
      const char *icon
          = lectern_participants_state_icon (lectern_list_row_text (row, column->column), &css);
      gtk_image_set_from_icon_name (GTK_IMAGE (image), icon);
      gtk_widget_set_css_classes (image, (const char *[]){ css ? css : "quiet", NULL });
    }
  else if (column->column == LECTERN_PARTICIPANT_REGION)
    {
      g_autofree char *name = lectern_region_name (text);
      gtk_widget_set_tooltip_text (box, *name ? name : NULL);
    }
  else
    gtk_widget_set_tooltip_text (box, g_utf8_strlen (text, -1) > 12 ? text : NULL);
}

static void
on_row_changed (LecternListRow *row, GtkListItem *item)
{
  update_cell (item, row);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  const LecternParticipantsColumn *described = column;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  if (described->column == LECTERN_PARTICIPANT_STATE)
    gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (described->width == 0)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), 12);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), "column", column);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  LecternListRow *row = gtk_list_item_get_item (item);
  update_cell (item, row);
  g_signal_connect (row, "changed", G_CALLBACK (on_row_changed), item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), on_row_changed, item);
}

GtkListItemFactory *
lectern_participants_cell_factory (const LecternParticipantsColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), (gpointer) column);
  return factory;
}

/* Check marks: what is selected, and one more way to select. */

static void
on_check_toggled (GtkCheckButton *check, GtkListItem *item)
{
  GtkSelectionModel *selection = g_object_get_data (G_OBJECT (item), "selection");
  gboolean active = gtk_check_button_get_active (check);
  guint position = gtk_list_item_get_position (item);
  if (active == gtk_list_item_get_selected (item) || position == GTK_INVALID_LIST_POSITION)
    return;
  if (active)
    gtk_selection_model_select_item (selection, position, FALSE);
  else
    gtk_selection_model_unselect_item (selection, position);
}

static void
on_item_selected (GtkListItem *item)
{
  GtkWidget *check = gtk_list_item_get_child (item);
  if (check != NULL)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), gtk_list_item_get_selected (item));
}

static void
on_check_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer selection)
{
  GtkWidget *check = gtk_check_button_new ();
  gtk_widget_set_focusable (check, FALSE);
  gtk_list_item_set_child (item, check);
  g_object_set_data (G_OBJECT (item), "selection", selection);
  g_signal_connect (check, "toggled", G_CALLBACK (on_check_toggled), item);
  g_signal_connect (item, "notify::selected", G_CALLBACK (on_item_selected), NULL);
}

static void
on_check_bind (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer selection)
{
  LecternListRow *row = gtk_list_item_get_item (item);
  /* TRANSLATORS: accessible name of a row's check mark; “%s” is a person */
  g_autofree char *name
      = g_strdup_printf (_("Select %s"), lectern_list_row_text (row, LECTERN_PARTICIPANT_NAME));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (item)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  on_item_selected (item);
}

GtkListItemFactory *
lectern_participants_check_factory (GtkSelectionModel *selection)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_check_setup), selection);
  g_signal_connect (factory, "bind", G_CALLBACK (on_check_bind), selection);
  return factory;
}
