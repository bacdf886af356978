/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-levels.h"

#include "lectern-keys.h"
#include "lectern-rule-levels.h"

#include <glib/gi18n-lib.h>

#define MOST_MINUTES 600

typedef struct
{
  LecternView *view;   /* a reference */
  gint64 event;
  GtkWidget *step;
  GtkWidget *levels[LECTERN_N_RULES];
  GtkWidget *minutes[LECTERN_N_RULES]; /* NULL where the rule has none */
  gboolean setting;
} Dialog;

static guint
chosen_step (Dialog *dialog)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (dialog->step));
}

static void
show (Dialog *dialog)
{
  LecternRuleLevels levels;
  lectern_rule_levels_read (lectern_view_get_reader (dialog->view), dialog->event, chosen_step (dialog), &levels);
  dialog->setting = TRUE;
  for (guint rule = 0; rule < LECTERN_N_RULES; rule++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (dialog->levels[rule]), LECTERN_LEVEL_ERROR - levels.level[rule]);
      if (dialog->minutes[rule] != NULL)
        gtk_spin_button_set_value (GTK_SPIN_BUTTON (dialog->minutes[rule]), levels.minutes[rule]);
    }
  dialog->setting = FALSE;
}

static void
on_level (GtkWidget *choice, GParamSpec *pspec, Dialog *dialog)
{
  guint rule = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (choice), "rule"));
  if (dialog->setting)
    return;
  g_autoptr (LecternEdit) edit = lectern_rule_levels_edit_level (
      dialog->event, rule, chosen_step (dialog), LECTERN_LEVEL_ERROR - gtk_drop_down_get_selected (GTK_DROP_DOWN (choice)));
  lectern_view_commit (dialog->view, edit, NULL);
}

static void
on_minutes (GtkWidget *spin, Dialog *dialog)
{
  guint rule = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (spin), "rule"));
  if (dialog->setting)
    return;
  g_autoptr (LecternEdit) edit
      = lectern_rule_levels_edit_minutes (dialog->event, rule, gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)));
  lectern_view_commit (dialog->view, edit, NULL);
}

/* The data changed: by this dialog, by an undo, by somebody else. */
static void
on_changed (LecternWorkspace *workspace, guint64 kinds, GtkWidget *window)
{
  if (LECTERN_KIND_IN (kinds, LECTERN_KIND_RULE_LEVEL))
    show (g_object_get_data (G_OBJECT (window), "dialog"));
}

static void
on_reset (Dialog *dialog)
{
  g_autoptr (LecternEdit) edit = lectern_rule_levels_edit_reset (lectern_view_get_reader (dialog->view), dialog->event);
  lectern_view_commit (dialog->view, edit, NULL);
}

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;
  g_object_unref (dialog->view);
  g_free (dialog);
}

static void
name_it (GtkWidget *widget, const char *name)
{
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_row (Dialog *dialog, guint rule)
{
  const char *const names[] = { lectern_level_label (LECTERN_LEVEL_ERROR), lectern_level_label (LECTERN_LEVEL_WARNING),
                                lectern_level_label (LECTERN_LEVEL_HINT), lectern_level_label (LECTERN_LEVEL_OFF), NULL };
  GtkWidget *row = adw_action_row_new (), *choice = gtk_drop_down_new_from_strings (names);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lectern_rule_name (rule));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  if (lectern_rule_has_minutes (rule))
    {
      GtkWidget *spin = gtk_spin_button_new_with_range (1, MOST_MINUTES, 5);
      g_autofree char *name = g_strdup_printf (_ ("%s: minutes"), lectern_rule_name (rule));
      name_it (spin, name);
      gtk_widget_set_tooltip_text (spin, _ ("Minutes, at every step"));
      g_object_set_data (G_OBJECT (spin), "rule", GUINT_TO_POINTER (rule));
      g_signal_connect (spin, "value-changed", G_CALLBACK (on_minutes), dialog);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
      dialog->minutes[rule] = spin;
    }
  name_it (choice, lectern_rule_name (rule));
  g_object_set_data (G_OBJECT (choice), "rule", GUINT_TO_POINTER (rule));
  g_signal_connect (choice, "notify::selected", G_CALLBACK (on_level), dialog);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  dialog->levels[rule] = choice;
  return row;
}

static GtkWidget *
new_step_choice (Dialog *dialog, const char *step)
{
  const LecternField *field = lectern_field (LECTERN_KIND_EVENT, LECTERN_EVENT_RELEASE_STEP);
  const char *names[LECTERN_N_STEPS + 1] = { NULL };
  for (guint i = 0; i < LECTERN_N_STEPS; i++)
    names[i] = lectern_field_choice_label (field, lectern_rule_step_key (i));
  dialog->step = gtk_drop_down_new_from_strings (names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (dialog->step), MAX (0, lectern_rule_step (step)));
  name_it (dialog->step, _ ("Release step"));
  gtk_widget_set_tooltip_text (dialog->step, _ ("Levels at this release step"));
  g_signal_connect_swapped (dialog->step, "notify::selected", G_CALLBACK (show), dialog);
  return dialog->step;
}

static GtkWidget *
new_page (Dialog *dialog)
{
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("How serious it is when a rule of the agenda is broken."));
  for (guint rule = 0; rule < LECTERN_N_RULES; rule++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_row (dialog, rule));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

GtkWidget *
lectern_agenda_levels_present (LecternView *view, const char *step)
{
  Dialog *dialog = g_new0 (Dialog, 1);
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  GtkWidget *reset = gtk_button_new_with_mnemonic (_ ("_Reset"));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  dialog->view = g_object_ref (view);
  dialog->event = lectern_view_get_event (view);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_ ("Levels of the Rules"), NULL));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), new_step_choice (dialog, step));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), reset);
  gtk_widget_set_tooltip_text (reset, _ ("All rules of this event as they were at first"));
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (on_reset), dialog);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), new_page (dialog));
  adw_window_set_content (ADW_WINDOW (window), box);
  lectern_keys_add (window, GDK_KEY_Escape, 0, "window.close");
  g_signal_connect_object (lectern_view_get_workspace (view), "changed", G_CALLBACK (on_changed), window, 0);
  g_object_set_data_full (G_OBJECT (window), "dialog", dialog, dialog_free);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Levels of the Rules"));
  gtk_window_set_default_size (GTK_WINDOW (window), 620, 620);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  show (dialog);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}
