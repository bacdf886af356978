/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several records in an order: a line for each with a button that takes it out, and
 * an entry that finds one more.
 */
#include "lectern-field-control.h"

#include <glib/gi18n-lib.h>

#include "lectern-completion-entry.h"
#include "lectern-list-rows.h"

#define LECTERN_TYPE_REFERENCES_CONTROL (lectern_references_control_get_type ())
G_DECLARE_FINAL_TYPE (LecternReferencesControl, lectern_references_control, LECTERN, REFERENCES_CONTROL, LecternFieldControl)

struct _LecternReferencesControl
{
  LecternFieldControl parent_instance;
  GtkBox *lines;
  LecternCompletionEntry *entry;
  GArray *ids; /* of gint64 */
};

G_DEFINE_FINAL_TYPE (LecternReferencesControl, lectern_references_control, LECTERN_TYPE_FIELD_CONTROL)

static void rebuild (LecternReferencesControl *self);

static void
on_remove (LecternReferencesControl *self, GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
  if (index >= self->ids->len)
    return;
  g_array_remove_index (self->ids, index);
  rebuild (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), TRUE);
}

static GtkWidget *
line_new (LecternReferencesControl *self, guint index, const char *name)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *remove = g_strdup_printf (_("Take out %s"), name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static void
rebuild (LecternReferencesControl *self)
{
  LecternFieldControl *control = LECTERN_FIELD_CONTROL (self);
  LecternView *view = lectern_field_control_get_view (control);
  LecternReader *reader = view != NULL ? lectern_view_get_reader (view) : NULL;
  lectern_box_rows_clear (self->lines);
  for (guint i = 0; reader != NULL && i < self->ids->len; i++)
    {
      g_autofree char *name
          = lectern_reader_name (reader, lectern_field_control_get_field (control)->target,
                                 g_array_index (self->ids, gint64, i), lectern_view_language (view));
      gtk_box_append (self->lines, line_new (self, i, name));
    }
}

static void
lectern_references_control_show (LecternFieldControl *control, const LecternValue *value)
{
  LecternReferencesControl *self = LECTERN_REFERENCES_CONTROL (control);
  gsize n = 0;
  g_autofree gint64 *ids = lectern_value_get_ids (value, &n);
  g_array_set_size (self->ids, 0);
  if (n > 0)
    g_array_append_vals (self->ids, ids, n);
  lectern_completion_entry_set_text (self->entry, "");
  rebuild (self);
}

static gboolean
lectern_references_control_read (LecternFieldControl *control, LecternEdit *edit,
                                 LecternValue *value, GError **error)
{
  LecternReferencesControl *self = LECTERN_REFERENCES_CONTROL (control);
  const char *text = lectern_completion_entry_get_text (self->entry);
  if (*text != '\0')
    {
      g_set_error (error, LECTERN_VALUE_ERROR, 0,
                   _("Nothing here is called “%s”. Choose from the list."), text);
      return FALSE;
    }
  *value = self->ids->len > 0
               ? lectern_value_ids ((const gint64 *) (gpointer) self->ids->data, self->ids->len)
               : LECTERN_EMPTY;
  return TRUE;
}

static GtkWidget *
lectern_references_control_target (LecternFieldControl *control)
{
  return GTK_WIDGET (
      lectern_completion_entry_get_entry (LECTERN_REFERENCES_CONTROL (control)->entry));
}

static void
on_chosen (LecternReferencesControl *self, gint64 id, const char *text)
{
  if (id != 0)
    {
      gboolean there = FALSE;
      for (guint i = 0; i < self->ids->len; i++)
        there = there || g_array_index (self->ids, gint64, i) == id;
      if (!there)
        g_array_append_val (self->ids, id);
      lectern_completion_entry_set_text (self->entry, "");
      rebuild (self);
    }
  lectern_field_control_touch (LECTERN_FIELD_CONTROL (self), TRUE);
}

static void
on_typed (LecternFieldControl *control)
{
  lectern_field_control_touch (control, FALSE);
}

static void
lectern_references_control_finalize (GObject *object)
{
  g_array_unref (LECTERN_REFERENCES_CONTROL (object)->ids);
  G_OBJECT_CLASS (lectern_references_control_parent_class)->finalize (object);
}

static void
lectern_references_control_class_init (LecternReferencesControlClass *klass)
{
  LecternFieldControlClass *control_class = LECTERN_FIELD_CONTROL_CLASS (klass);
  G_OBJECT_CLASS (klass)->finalize = lectern_references_control_finalize;
  control_class->show = lectern_references_control_show;
  control_class->read = lectern_references_control_read;
  control_class->target = lectern_references_control_target;
}

static void
lectern_references_control_init (LecternReferencesControl *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
}

LecternFieldControl *
lectern_references_control_new (LecternView *view, const LecternField *field)
{
  LecternReferencesControl *self = g_object_new (LECTERN_TYPE_REFERENCES_CONTROL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *entry = lectern_completion_entry_new (view, field->target);
  GtkEntry *inner;
  lectern_field_control_setup (LECTERN_FIELD_CONTROL (self), view, field);
  self->entry = LECTERN_COMPLETION_ENTRY (entry);
  inner = lectern_completion_entry_get_entry (self->entry);
  gtk_widget_add_css_class (GTK_WIDGET (inner), "in-place");
  gtk_entry_set_placeholder_text (inner, _("Add…"));
  g_signal_connect_swapped (entry, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (entry, "typed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (entry, "given-up", G_CALLBACK (lectern_field_control_give_up), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), entry);
  adw_bin_set_child (ADW_BIN (self), box);
  return LECTERN_FIELD_CONTROL (self);
}
