/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One of the choices of a field as a drop-down; its first line is "not said".
 */
#include "lectern-field-control.h"

#include <glib/gi18n-lib.h>

#define LECTERN_TYPE_CHOICE_CONTROL (lectern_choice_control_get_type ())
G_DECLARE_FINAL_TYPE (LecternChoiceControl, lectern_choice_control, LECTERN, CHOICE_CONTROL, LecternFieldControl)

struct _LecternChoiceControl
{
  LecternFieldControl parent_instance;
  GtkDropDown *drop_down;
  char *unknown; /* a key that this version has no words for; kept unless another is chosen */
};

G_DEFINE_FINAL_TYPE (LecternChoiceControl, lectern_choice_control, LECTERN_TYPE_FIELD_CONTROL)

static void
lectern_choice_control_show (LecternFieldControl *control, const LecternValue *value)
{
  LecternChoiceControl *self = LECTERN_CHOICE_CONTROL (control);
  const LecternField *field = lectern_field_control_get_field (control);
  const char *key = lectern_value_get_text (value);
  guint selected = 0;
  g_clear_pointer (&self->unknown, g_free);
  for (guint i = 0; key != NULL && field->choices[i].key != NULL; i++)
    if (g_str_equal (field->choices[i].key, key))
      selected = i + 1;
  if (key != NULL && selected == 0)
    {
      self->unknown = g_strdup (key);
      selected = GTK_INVALID_LIST_POSITION;
    }
  gtk_drop_down_set_selected (self->drop_down, selected);
}

static gboolean
lectern_choice_control_read (LecternFieldControl *control, LecternEdit *edit, LecternValue *value,
                             GError **error)
{
  LecternChoiceControl *self = LECTERN_CHOICE_CONTROL (control);
  guint selected = gtk_drop_down_get_selected (self->drop_down);
  if (selected == GTK_INVALID_LIST_POSITION)
    *value = lectern_value_text (self->unknown);
  else if (selected == 0)
    *value = LECTERN_EMPTY;
  else
    *value = lectern_value_text (lectern_field_control_get_field (control)->choices[selected - 1].key);
  return TRUE;
}

static GtkWidget *
lectern_choice_control_target (LecternFieldControl *control)
{
  return GTK_WIDGET (LECTERN_CHOICE_CONTROL (control)->drop_down);
}

static void
on_selected (LecternFieldControl *control)
{
  lectern_field_control_touch (control, TRUE);
}

static void
lectern_choice_control_finalize (GObject *object)
{
  g_free (LECTERN_CHOICE_CONTROL (object)->unknown);
  G_OBJECT_CLASS (lectern_choice_control_parent_class)->finalize (object);
}

static void
lectern_choice_control_class_init (LecternChoiceControlClass *klass)
{
  LecternFieldControlClass *control_class = LECTERN_FIELD_CONTROL_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_choice_control_finalize;
  control_class->show = lectern_choice_control_show;
  control_class->read = lectern_choice_control_read;
  control_class->target = lectern_choice_control_target;
}

static void
lectern_choice_control_init (LecternChoiceControl *self)
{
}

LecternFieldControl *
lectern_choice_control_new (LecternView *view, const LecternField *field)
{
  LecternChoiceControl *self = g_object_new (LECTERN_TYPE_CHOICE_CONTROL, NULL);
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  /* TRANSLATORS: the first line of a drop-down: nothing is chosen */
  g_ptr_array_add (words, (char *) _("not said"));
  for (const LecternChoice *choice = field->choices; choice->key != NULL; choice++)
    g_ptr_array_add (words, (char *) lectern_field_choice_label (field, choice->key));
  g_ptr_array_add (words, NULL);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new_from_strings ((const char **) words->pdata));
  gtk_widget_add_css_class (GTK_WIDGET (self->drop_down), "in-place");
  gtk_widget_set_halign (GTK_WIDGET (self->drop_down), GTK_ALIGN_START);
  lectern_field_control_setup (LECTERN_FIELD_CONTROL (self), view, field);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
  return LECTERN_FIELD_CONTROL (self);
}
