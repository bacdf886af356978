/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-picture-editor.h"

#include "lectern-look.h"
#include <glib/gi18n-lib.h>

struct _LecternPictureEditor
{
  AdwBin parent_instance;

  LecternView *view; /* borrowed */
  LecternKind kind;
  gint64 id;
  guint field;
  GtkPicture *picture;
  GtkWidget *remove;
  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (LecternPictureEditor, lectern_picture_editor, ADW_TYPE_BIN)

static void
commit (LecternPictureEditor *self, LecternValue value)
{
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), _ (lectern_field (self->kind, self->field)->label));
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_edit_set (edit, self->kind, self->id, self->field, NULL, value);
  lectern_view_commit (self->view, edit, NULL);
}

static void
refresh (LecternPictureEditor *self)
{
  LecternReader *reader = lectern_view_get_reader (self->view);
  g_autoptr (LecternRecord) record = reader != NULL ? lectern_reader_get (reader, self->kind, self->id) : NULL;
  const LecternValue *value = record != NULL ? lectern_record_value (record, self->field) : NULL;
  g_autoptr (GBytes) bytes = value != NULL && value->type == LECTERN_VALUE_BYTES
                                 ? g_bytes_new (value->data, value->length)
                                 : NULL;
  g_autoptr (GdkTexture) texture = bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL;
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), texture != NULL);
  gtk_widget_set_visible (self->remove, bytes != NULL);
}

static void
on_chosen (GtkNativeDialog *chooser, int response, LecternPictureEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GBytes) image = path != NULL ? lectern_look_image_read (path, &error) : NULL;
  if (image != NULL)
    commit (self, lectern_value_bytes (g_bytes_get_data (image, NULL), g_bytes_get_size (image)));
  else if (error != NULL)
    lectern_view_fail (self->view, error->message);
}

static void
choose (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternPictureEditor *self = LECTERN_PICTURE_EDITOR (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const char *const types[] = { "image/png", "image/jpeg", "image/gif", "image/webp" };
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Picture on the Pages"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));
  gtk_file_filter_set_name (filter, _ ("Pictures"));
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    gtk_file_filter_add_mime_type (filter, types[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
take_away (GtkWidget *widget, const char *name, GVariant *parameter)
{
  commit (LECTERN_PICTURE_EDITOR (widget), LECTERN_EMPTY);
}

static void
lectern_picture_editor_dispose (GObject *object)
{
  g_clear_object (&LECTERN_PICTURE_EDITOR (object)->chooser);
  G_OBJECT_CLASS (lectern_picture_editor_parent_class)->dispose (object);
}

static void
lectern_picture_editor_class_init (LecternPictureEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_picture_editor_dispose;
  gtk_widget_class_install_action (widget_class, "picture.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "picture.remove", NULL, take_away);
}

static GtkWidget *
button_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
lectern_picture_editor_init (LecternPictureEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->picture = GTK_PICTURE (gtk_picture_new ());
  self->remove = button_new (_ ("Remove"), "picture.remove");
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), 48, 48);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->picture));
  gtk_box_append (GTK_BOX (box), button_new (_ ("Choose…"), "picture.choose"));
  gtk_box_append (GTK_BOX (box), self->remove);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lectern_picture_editor_new (LecternView *view, LecternKind kind, gint64 id, guint field)
{
  LecternPictureEditor *self = g_object_new (LECTERN_TYPE_PICTURE_EDITOR, NULL);
  self->view = view;
  self->kind = kind;
  self->id = id;
  self->field = field;
  g_signal_connect_object (lectern_view_get_workspace (view), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

GtkWidget *
lectern_pages_row_new (const char *label, GtkWidget *widget)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_yalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_widget_set_margin_top (text, 6);
  gtk_widget_set_size_request (text, 168, -1);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), widget);
  return row;
}
