/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-filter-bar.h"

#include "lectern-compat-gtk.h"
#include "lectern-list-rows.h"

#include <glib/gi18n-lib.h>

/* What a chip stands for. */
typedef struct
{
  LecternAgendaFilterKind kind;
  gint64 value;
} Asked;

struct _LecternAgendaFilterBar
{
  AdwBin parent_instance;

  GtkWidget *chips;
  GtkWidget *count;
  char *shown;  /* what the chips say, to leave them alone while it is so */
};

enum
{
  REMOVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaFilterBar, lectern_agenda_filter_bar, ADW_TYPE_BIN)

static void
on_clicked (LecternAgendaFilterBar *self, GtkWidget *chip)
{
  const Asked *asked = g_object_get_data (G_OBJECT (chip), "asked");
  g_signal_emit (self, signals[REMOVE], 0, (int) asked->kind, asked->value);
}

static void
append_chip (LecternAgendaFilterBar *self, LecternAgendaFilterKind kind, gint64 value, const char *label)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *icon = gtk_image_new_from_icon_name ("window-close-symbolic");
  Asked asked = { kind, value };
  /* TRANSLATORS: takes the filter for %s (a room, a person, a state) away */
  g_autofree char *tip = g_strdup_printf (_ ("Do not filter by “%s”"), label);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 28);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (chip, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data_full (G_OBJECT (chip), "asked", g_memdup2 (&asked, sizeof asked), g_free);
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (on_clicked), self);
  gtk_box_append (GTK_BOX (self->chips), chip);
}

static void
show_chips (LecternAgendaFilterBar *self, const LecternAgendaScene *scene, const LecternAgenda *agenda)
{
  GString *all = g_string_new (NULL);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) asked = g_array_new (FALSE, FALSE, sizeof (Asked));
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    for (guint i = 0; i < lectern_agenda_filter_n (scene->filter, kind); i++)
      {
        Asked one = { kind, g_array_index (scene->filter->values[kind], gint64, i) };
        char *label = lectern_agenda_filter_dup_label (agenda, kind, one.value);
        g_array_append_val (asked, one);
        g_ptr_array_add (labels, label != NULL ? label : g_strdup (""));
        g_string_append_printf (all, "%u %" G_GINT64_FORMAT " %s\n", kind, one.value, label);
      }
  if (g_strcmp0 (all->str, self->shown) != 0)
    {
      lectern_box_rows_clear (GTK_BOX (self->chips));
      for (guint i = 0; i < asked->len; i++)
        append_chip (self, g_array_index (asked, Asked, i).kind, g_array_index (asked, Asked, i).value,
                     labels->pdata[i]);
    }
  g_free (self->shown);
  self->shown = g_string_free (all, FALSE);
}

static void
lectern_agenda_filter_bar_finalize (GObject *object)
{
  g_free (LECTERN_AGENDA_FILTER_BAR (object)->shown);
  G_OBJECT_CLASS (lectern_agenda_filter_bar_parent_class)->finalize (object);
}

static void
lectern_agenda_filter_bar_class_init (LecternAgendaFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_filter_bar_finalize;
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
}

static void
lectern_agenda_filter_bar_init (LecternAgendaFilterBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *all = gtk_button_new_with_label (_ ("Show all"));
  self->chips = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", 6, NULL);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->count, "item-text");
  gtk_widget_add_css_class (all, "flat");
  gtk_widget_add_css_class (all, "item-text");
  gtk_widget_set_valign (all, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (all, _ ("Show all sessions of all rooms, tracks and people"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "agenda.show-all");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->chips);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filtered by"), -1);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), all);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "agenda-filter-bar");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
lectern_agenda_filter_bar_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_FILTER_BAR, NULL);
}

static char *
dup_words (const LecternAgendaCount *count)
{
  if (count->dimmed > 0)
    /* TRANSLATORS: %1$u sessions of %2$u match the filter, %3$u are shown pale */
    return g_strdup_printf (_ ("%1$u of %2$u shown, %3$u dimmed"), count->shown, count->n, count->dimmed);
  return g_strdup_printf (_ ("%u of %u shown"), count->shown, count->n);
}

static gboolean
has_focus (LecternAgendaFilterBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

void
lectern_agenda_filter_bar_show (LecternAgendaFilterBar *self, const LecternAgendaScene *scene,
                                const LecternAgenda *agenda, const LecternAgendaCount *count)
{
  gboolean all = lectern_agenda_filter_is_empty (scene->filter) && count->shown == count->n;
  g_autofree char *words = dup_words (count);
  gboolean news = !all && g_strcmp0 (words, gtk_label_get_text (GTK_LABEL (self->count))) != 0;
  gboolean leaves = all && has_focus (self);
  show_chips (self, scene, agenda);
  gtk_label_set_text (GTK_LABEL (self->count), words);
  gtk_widget_set_visible (GTK_WIDGET (self), !all);
  if (leaves) /* with what had the keyboard */
    gtk_widget_activate_action (GTK_WIDGET (self), "agenda.leave", NULL);
  if (news && gtk_widget_get_mapped (GTK_WIDGET (self)))
    lectern_compat_announce (self->count, words);
}

const char *
lectern_agenda_filter_bar_get_text (LecternAgendaFilterBar *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_text (GTK_LABEL (self->count)) : NULL;
}
