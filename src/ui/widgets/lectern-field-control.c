/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-field-control.h"

typedef struct
{
  LecternView *view; /* weak */
  const LecternField *field;
  gboolean showing; /* a value is being put in; what widgets report then is not the person's doing */
} LecternFieldControlPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LecternFieldControl, lectern_field_control, ADW_TYPE_BIN)

enum
{
  TOUCHED,
  GIVEN_UP,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

#define PRIV(self) ((LecternFieldControlPrivate *) lectern_field_control_get_instance_private (self))

static void
lectern_field_control_dispose (GObject *object)
{
  LecternFieldControlPrivate *priv = PRIV (LECTERN_FIELD_CONTROL (object));
  g_clear_weak_pointer (&priv->view);
  G_OBJECT_CLASS (lectern_field_control_parent_class)->dispose (object);
}

static gboolean
lectern_field_control_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (lectern_field_control_target (LECTERN_FIELD_CONTROL (widget)));
}

static void
lectern_field_control_class_init (LecternFieldControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_field_control_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = lectern_field_control_grab_focus;
  signals[TOUCHED] = g_signal_new ("touched", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[GIVEN_UP] = g_signal_new ("given-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_field_control_init (LecternFieldControl *self)
{
}

void
lectern_field_control_setup (LecternFieldControl *self, LecternView *view, const LecternField *field)
{
  LecternFieldControlPrivate *priv = PRIV (self);
  g_set_weak_pointer (&priv->view, view);
  priv->field = field;
}

LecternView *
lectern_field_control_get_view (LecternFieldControl *self)
{
  return PRIV (self)->view;
}

const LecternField *
lectern_field_control_get_field (LecternFieldControl *self)
{
  return PRIV (self)->field;
}

void
lectern_field_control_touch (LecternFieldControl *self, gboolean finished)
{
  if (!PRIV (self)->showing)
    g_signal_emit (self, signals[TOUCHED], 0, finished);
}

void
lectern_field_control_give_up (LecternFieldControl *self)
{
  g_signal_emit (self, signals[GIVEN_UP], 0);
}

void
lectern_field_control_show (LecternFieldControl *self, const LecternValue *value)
{
  PRIV (self)->showing = TRUE;
  LECTERN_FIELD_CONTROL_GET_CLASS (self)->show (self, value);
  PRIV (self)->showing = FALSE;
}

gboolean
lectern_field_control_read (LecternFieldControl *self, LecternEdit *edit, LecternValue *value,
                            GError **error)
{
  return LECTERN_FIELD_CONTROL_GET_CLASS (self)->read (self, edit, value, error);
}

GtkWidget *
lectern_field_control_target (LecternFieldControl *self)
{
  return LECTERN_FIELD_CONTROL_GET_CLASS (self)->target (self);
}

void
lectern_field_control_settle (LecternFieldControl *self)
{
  if (LECTERN_FIELD_CONTROL_GET_CLASS (self)->settle != NULL)
    LECTERN_FIELD_CONTROL_GET_CLASS (self)->settle (self);
}

LecternFieldControl *
lectern_field_control_new (LecternView *view, const LecternField *field)
{
  switch (field->type)
    {
    case LECTERN_TYPE_PROSE:
      return lectern_prose_control_new (view, field);
    case LECTERN_TYPE_BOOLEAN:
      return lectern_switch_control_new (view, field);
    case LECTERN_TYPE_CHOICE:
      return lectern_choice_control_new (view, field);
    case LECTERN_TYPE_REFERENCE:
      return lectern_reference_control_new (view, field);
    case LECTERN_TYPE_REFERENCES:
      return lectern_references_control_new (view, field);
    case LECTERN_TYPE_TEXTS:
      if (field->choices != NULL)
        return lectern_several_control_new (view, field);
      return lectern_entry_control_new (view, field);
    default:
      return lectern_entry_control_new (view, field);
    }
}
