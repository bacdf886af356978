/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another record, found by its name as one types; people, organisations and venues
 * that do not exist yet are made on the spot, in the same edit.
 */
#include "lectern-field-control.h"

#include <glib/gi18n-lib.h>

#include "lectern-completion-entry.h"

#define LECTERN_TYPE_REFERENCE_CONTROL (lectern_reference_control_get_type ())
G_DECLARE_FINAL_TYPE (LecternReferenceControl, lectern_reference_control, LECTERN, REFERENCE_CONTROL, LecternFieldControl)

struct _LecternReferenceControl
{
  LecternFieldControl parent_instance;
  LecternCompletionEntry *entry;
  GtkWidget *open; /* button that goes to the record */
  gint64 id;
  char *create;    /* name of a record to make */
  gboolean typed;
};

G_DEFINE_FINAL_TYPE (LecternReferenceControl, lectern_reference_control, LECTERN_TYPE_FIELD_CONTROL)

static gboolean
can_create (LecternKind kind)
{
  return kind == LECTERN_KIND_PERSON || kind == LECTERN_KIND_ORGANISATION
         || kind == LECTERN_KIND_VENUE;
}

static void
lectern_reference_control_show (LecternFieldControl *control, const LecternValue *value)
{
  LecternReferenceControl *self = LECTERN_REFERENCE_CONTROL (control);
  LecternView *view = lectern_field_control_get_view (control);
  LecternReader *reader = view != NULL ? lectern_view_get_reader (view) : NULL;
  const LecternField *field = lectern_field_control_get_field (control);
  g_autofree char *name = NULL;
  self->id = lectern_value_get_integer (value);
  g_clear_pointer (&self->create, g_free);
  self->typed = FALSE;
  if (self->id != 0 && reader != NULL)
    name = lectern_reader_name (reader, field->target, self->id, lectern_view_language (view));
  lectern_completion_entry_set_text (self->entry, name ? name : "");
  gtk_widget_set_visible (self->open, self->id != 0);
}

static gboolean
lectern_reference_control_read (LecternFieldControl *control, LecternEdit *edit,
                                LecternValue *value, GError **error)
{
  LecternReferenceControl *self = LECTERN_REFERENCE_CONTROL (control);
  LecternKind kind = lectern_field_control_get_field (control)->target;
  g_autofree char *text = g_strstrip (g_strdup (lectern_completion_entry_get_text (self->entry)));
  if (self->create != NULL)
    {
      self->id = lectern_edit_create (edit, kind);
      lectern_edit_set_text (edit, kind, self->id,
                             lectern_field_with_flag (kind, LECTERN_FIELD_NAME)->number,
                             self->create);
      g_clear_pointer (&self->create, g_free);
      self->typed = FALSE;
    }
  else if (self->typed && *text == '\0')
    self->id = 0;
  else if (self->typed)
    {
      gint64 found = lectern_completion_entry_find (self->entry, text);
      if (found == 0)
        {
          g_set_error (error, LECTERN_VALUE_ERROR, 0,
                       _("Nothing here is called “%s”. Choose from the list."), text);
          return FALSE;
        }
      self->id = found;
    }
  *value = self->id != 0 ? lectern_value_integer (self->id) : LECTERN_EMPTY;
  return TRUE;
}

static GtkWidget *
lectern_reference_control_target (LecternFieldControl *control)
{
  return GTK_WIDGET (
      lectern_completion_entry_get_entry (LECTERN_REFERENCE_CONTROL (control)->entry));
}

static void
on_chosen (LecternReferenceControl *self, gint64 id, const char *text)
{
  LecternKind kind = lectern_field_control_get_field (LECTERN_FIELD_CONTROL (self))->target;
  g_clear_pointer (&self->create, g_free);
  if (id != 0)
    {
      self->id = id;
      self->typed = FALSE;
    }
  else if (*text != '\0' && self->typed && can_create (kind))
    self->create = g_strdup (text);
  lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), TRUE);
}

static void
on_typed (LecternReferenceControl *self)
{
  self->typed = TRUE;
  g_clear_pointer (&self->create, g_free);
  lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), FALSE);
}

static void
on_open (LecternReferenceControl *self)
{
  LecternFieldControl *control = LECTERN_FIELD_CONTROL (self);
  LecternView *view = lectern_field_control_get_view (control);
  if (view != NULL && self->id != 0)
    lectern_view_open (view, lectern_field_control_get_field (control)->target, self->id);
}

static void
lectern_reference_control_finalize (GObject *object)
{
  g_free (LECTERN_REFERENCE_CONTROL (object)->create);
  G_OBJECT_CLASS (lectern_reference_control_parent_class)->finalize (object);
}

static void
lectern_reference_control_class_init (LecternReferenceControlClass *klass)
{
  LecternFieldControlClass *control_class = LECTERN_FIELD_CONTROL_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_reference_control_finalize;
  control_class->show = lectern_reference_control_show;
  control_class->read = lectern_reference_control_read;
  control_class->target = lectern_reference_control_target;
}

static void
lectern_reference_control_init (LecternReferenceControl *self)
{
  self->open = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (self->open, "flat");
  gtk_widget_set_tooltip_text (self->open, _("Go there"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Go there"), -1);
  gtk_widget_set_visible (self->open, FALSE);
  g_signal_connect_swapped (self->open, "clicked", G_CALLBACK (on_open), self);
}

LecternFieldControl *
lectern_reference_control_new (LecternView *view, const LecternField *field)
{
  LecternReferenceControl *self = g_object_new (LECTERN_TYPE_REFERENCE_CONTROL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *entry = lectern_completion_entry_new (view, field->target);
  lectern_field_control_setup (LECTERN_FIELD_CONTROL (self), view, field);
  self->entry = LECTERN_COMPLETION_ENTRY (entry);
  lectern_completion_entry_set_creates (self->entry, can_create (field->target));
  gtk_widget_add_css_class (GTK_WIDGET (lectern_completion_entry_get_entry (self->entry)), "in-place");
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_swapped (entry, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (entry, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (entry, "given-up", G_CALLBACK (lectern_field_control_give_up), self);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), self->open);
  adw_bin_set_child (ADW_BIN (self), box);
  return LECTERN_FIELD_CONTROL (self);
}
