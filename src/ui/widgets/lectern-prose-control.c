/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several lines of text. Enter makes a new line, Ctrl+Enter stores, Tab leaves.
 */
#include "lectern-field-control.h"

#define LECTERN_TYPE_PROSE_CONTROL (lectern_prose_control_get_type ())
G_DECLARE_FINAL_TYPE (LecternProseControl, lectern_prose_control, LECTERN, PROSE_CONTROL, LecternFieldControl)

struct _LecternProseControl
{
  LecternFieldControl parent_instance;
  GtkTextView *text;
  GtkTextBuffer *buffer;
  gboolean typed;
  gboolean setting;
  int width;      /* as last allocated */
  guint resizing; /* idle */
};

G_DEFINE_FINAL_TYPE (LecternProseControl, lectern_prose_control, LECTERN_TYPE_FIELD_CONTROL)

static gboolean
on_idle (gpointer user_data)
{
  LecternProseControl *self = user_data;
  self->resizing = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self->text));
  return G_SOURCE_REMOVE;
}

/* A text view that gets another text or width is as high as it was until its lines are laid out,
 * which it does when there is time. So it is asked once more after that; else lines are cut off. */
static void
measure_again (LecternProseControl *self)
{
  if (self->resizing == 0)
    self->resizing = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

static char *
dup_text (LecternProseControl *self)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
lectern_prose_control_settle (LecternFieldControl *control)
{
  LecternProseControl *self = LECTERN_PROSE_CONTROL (control);
  self->typed = FALSE;
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
}

static void
lectern_prose_control_show (LecternFieldControl *control, const LecternValue *value)
{
  LecternProseControl *self = LECTERN_PROSE_CONTROL (control);
  const char *text = lectern_value_get_text (value);
  g_autofree char *shown = dup_text (self);
  if (g_strcmp0 (shown, text ? text : "") != 0)
    {
      self->setting = TRUE;
      gtk_text_buffer_set_text (self->buffer, text ? text : "", -1);
      self->setting = FALSE;
    }
  lectern_prose_control_settle (control);
}

static gboolean
lectern_prose_control_read (LecternFieldControl *control, LecternEdit *edit, LecternValue *value,
                            GError **error)
{
  g_autofree char *text = dup_text (LECTERN_PROSE_CONTROL (control));
  /* A text of nothing but spaces and line ends is no text. */
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  *value = *stripped != '\0' ? lectern_value_text (text) : LECTERN_EMPTY;
  return TRUE;
}

static GtkWidget *
lectern_prose_control_target (LecternFieldControl *control)
{
  return GTK_WIDGET (LECTERN_PROSE_CONTROL (control)->text);
}

static void
on_changed (LecternProseControl *self)
{
  measure_again (self);
  if (self->setting)
    return;
  self->typed = TRUE;
  lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), FALSE);
}

static gboolean
on_key_pressed (LecternProseControl *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  if (keyval == GDK_KEY_Escape && modifiers == 0 && self->typed)
    {
      lectern_field_control_give_up (LECTERN_FIELD_CONTROL (self));
      return TRUE;
    }
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && modifiers == GDK_CONTROL_MASK)
    {
      lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), TRUE);
      return TRUE;
    }
  if (self->typed || (keyval != GDK_KEY_z && keyval != GDK_KEY_Z))
    return FALSE;
  if (modifiers == GDK_CONTROL_MASK)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.undo", NULL);
  if (modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.redo", NULL);
  return FALSE;
}

static void
lectern_prose_control_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternProseControl *self = LECTERN_PROSE_CONTROL (widget);
  GTK_WIDGET_CLASS (lectern_prose_control_parent_class)->size_allocate (widget, width, height, baseline);
  if (width != self->width)
    measure_again (self);
  self->width = width;
}

static void
lectern_prose_control_dispose (GObject *object)
{
  g_clear_handle_id (&LECTERN_PROSE_CONTROL (object)->resizing, g_source_remove);
  G_OBJECT_CLASS (lectern_prose_control_parent_class)->dispose (object);
}

static void
lectern_prose_control_class_init (LecternProseControlClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_prose_control_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = lectern_prose_control_size_allocate;
  LecternFieldControlClass *control_class = LECTERN_FIELD_CONTROL_CLASS (klass);
  control_class->show = lectern_prose_control_show;
  control_class->read = lectern_prose_control_read;
  control_class->target = lectern_prose_control_target;
  control_class->settle = lectern_prose_control_settle;
}

static void
lectern_prose_control_init (LecternProseControl *self)
{
  GtkWidget *text = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  self->text = GTK_TEXT_VIEW (text);
  self->buffer = gtk_text_view_get_buffer (self->text);
  gtk_text_view_set_wrap_mode (self->text, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->text, FALSE);
  gtk_widget_add_css_class (text, "in-place");
  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (on_changed), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (text, keys);
  adw_bin_set_child (ADW_BIN (self), text);
}

LecternFieldControl *
lectern_prose_control_new (LecternView *view, const LecternField *field)
{
  LecternProseControl *self = g_object_new (LECTERN_TYPE_PROSE_CONTROL, NULL);
  lectern_field_control_setup (LECTERN_FIELD_CONTROL (self), view, field);
  return LECTERN_FIELD_CONTROL (self);
}
