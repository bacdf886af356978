/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-tag.h"

#define WIDEST_CHARS 46

struct _LecternAgendaTag
{
  GtkWidget parent_instance;

  GtkWidget *words;
  GtkWidget *problems;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (LecternAgendaTag, lectern_agenda_tag, GTK_TYPE_WIDGET)

static void
lectern_agenda_tag_dispose (GObject *object)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (lectern_agenda_tag_parent_class)->dispose (object);
}

static void
lectern_agenda_tag_class_init (LecternAgendaTagClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_tag_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "agendatag");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static GtkWidget *
add_label (LecternAgendaTag *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST_CHARS);
  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
lectern_agenda_tag_init (LecternAgendaTag *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "item-text");
  self->words = add_label (self, "place");
  self->problems = add_label (self, "problem");
  self->hint = add_label (self, "hint");
}

GtkWidget *
lectern_agenda_tag_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_TAG, NULL);
}

/* Only what differs: each change of a label lays the window out anew. */
static void
set_text (GtkWidget *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

void
lectern_agenda_tag_set (LecternAgendaTag *self, const char *words, const char *problems, const char *hint)
{
  set_text (self->words, words);
  set_text (self->problems, problems);
  set_text (self->hint, hint);
}
