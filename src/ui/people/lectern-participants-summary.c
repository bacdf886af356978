/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-participants-summary.h"

#include <glib/gi18n-lib.h>

#include "lectern-region.h"
#include "lectern-section.h"

struct _LecternParticipantsSummary
{
  AdwBin parent_instance;
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (LecternParticipantsSummary, lectern_participants_summary, ADW_TYPE_BIN)

static GtkWidget *
heading_new (const char *title, const char *end)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *quiet = lectern_quiet_label_new (end);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (quiet, "numeric");
  gtk_widget_set_margin_top (box, 12);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), quiet);
  return box;
}

/* A name, what stands against it, and a sign where the number is over its limit. */
static GtkWidget *
line_new (const char *name, const char *number, gboolean over)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *end = gtk_label_new (number);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "item-text");
  gtk_widget_add_css_class (end, "item-text");
  gtk_widget_add_css_class (end, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  if (over)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      gtk_widget_set_tooltip_text (sign, _("More than there are places for"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("More than there are places for"), -1);
      gtk_widget_add_css_class (sign, "warning");
      gtk_widget_add_css_class (end, "warning");
      gtk_widget_add_css_class (end, "heading");
      gtk_box_append (GTK_BOX (box), sign);
    }
  gtk_box_append (GTK_BOX (box), end);
  return box;
}

static GtkWidget *
bar_new (guint n, gint64 places, const char *name)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);
  double full = places > 0 ? CLAMP ((double) n / places, 0, 1) : 1;
  /* The accent means progress here; libadwaita's own low, high and full colours would mean more. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), full);
  gtk_widget_add_css_class (bar, places >= 0 && n > places ? "over" : "places");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return bar;
}

static void
append_region (LecternParticipantsSummary *self, const LecternCount *count)
{
  g_autofree char *name
      = *count->key != '\0' ? lectern_region_name (count->key) : g_strdup (_("Region not known"));
  gboolean limited = count->places >= 0;
  g_autofree char *number
      = limited ? g_strdup_printf ("%u / %" G_GINT64_FORMAT, count->n, count->places)
                : g_strdup_printf ("%u", count->n);
  gtk_box_append (self->box, line_new (name, number, limited && count->n > count->places));
  if (limited)
    gtk_box_append (self->box, bar_new (count->n, count->places, name));
}

static void
append_counts (LecternParticipantsSummary *self, GArray *counts)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const LecternCount *count = &g_array_index (counts, LecternCount, i);
      g_autofree char *number = g_strdup_printf ("%u", count->n);
      gtk_box_append (self->box, line_new (count->key, number, FALSE));
    }
}

static void
append_states (LecternParticipantsSummary *self, const LecternParticipantCounts *counts)
{
  const LecternField *field = lectern_field (LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_STATE);
  g_autofree char *coming
      = counts->capacity >= 0
            /* TRANSLATORS: how many come of how many there is room for */
            ? g_strdup_printf (_("%u of %u"), counts->n_coming, (guint) counts->capacity)
            : g_strdup_printf ("%u", counts->n_coming);
  gtk_box_append (self->box, heading_new (_("Coming"), coming));
  if (counts->capacity >= 0)
    gtk_box_append (self->box, bar_new (counts->n_coming, counts->capacity, _("Coming")));
  for (guint i = 0; i < counts->states->len; i++)
    {
      const LecternCount *count = &g_array_index (counts->states, LecternCount, i);
      g_autofree char *number = g_strdup_printf ("%u", count->n);
      gtk_box_append (self->box,
                      line_new (lectern_field_choice_label (field, count->key), number, FALSE));
    }
}

void
lectern_participants_summary_set_counts (LecternParticipantsSummary *self,
                                         const LecternParticipantCounts *counts)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL;)
    gtk_box_remove (self->box, child);
  append_states (self, counts);
  if (counts->regions->len > 0)
    {
      gtk_box_append (self->box, heading_new (_("By region"), _("registered / places")));
      for (guint i = 0; i < counts->regions->len; i++)
        append_region (self, &g_array_index (counts->regions, LecternCount, i));
    }
  if (counts->diets->len + counts->access->len > 0)
    {
      gtk_box_append (self->box, heading_new (_("Needs"), NULL));
      gtk_box_append (self->box, lectern_quiet_label_new (_("Of those who come; the caterer gets these numbers, not names.")));
      append_counts (self, counts->diets);
      append_counts (self, counts->access);
    }
}

static void
lectern_participants_summary_class_init (LecternParticipantsSummaryClass *klass)
{
}

static void
lectern_participants_summary_init (LecternParticipantsSummary *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "pane-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
lectern_participants_summary_new (void)
{
  return g_object_new (LECTERN_TYPE_PARTICIPANTS_SUMMARY, NULL);
}
