/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-field-editor.h"

#include <glib/gi18n-lib.h>

#include "lectern-field-control.h"
#include "lectern-field-stored.h"

/* Typed text is on the disk within this, whether one pauses or not. */
#define STORE_AFTER_MS 1000

struct _LecternFieldEditor
{
  AdwBin parent_instance;
  LecternView *view;            /* weak */
  LecternWorkspace *workspace;  /* whose changes are followed; held while mapped */
  gulong changed_handler;
  LecternKind kind;
  gint64 id;
  const LecternField *field;
  char *language;
  LecternFieldControl *control;
  GtkLabel *label;              /* NULL where bare */
  GtkLabel *error;
  LecternValue stored;          /* as last read or handed to the store */
  gboolean dirty;               /* the control has something that is not in @stored */
  guint n_pending;              /* commits on their way */
  guint timer;
  gint64 visit;
};

G_DEFINE_FINAL_TYPE (LecternFieldEditor, lectern_field_editor, ADW_TYPE_BIN)

static void
set_error (LecternFieldEditor *self, const char *sentence)
{
  GtkWidget *target = lectern_field_control_target (self->control);
  gtk_label_set_label (self->error, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), sentence != NULL);
  if (sentence != NULL)
    gtk_widget_add_css_class (target, "error");
  else
    gtk_widget_remove_css_class (target, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (target), GTK_ACCESSIBLE_STATE_INVALID,
                               sentence ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
begin_visit (LecternFieldEditor *self)
{
  self->visit = ((gint64) g_random_int () << 31) ^ g_random_int ();
}

static LecternReader *
get_reader (LecternFieldEditor *self)
{
  return self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
}

/* The value as the store has it; FALSE where the record is not there. */
static gboolean
read_stored (LecternFieldEditor *self, LecternValue *value)
{
  LecternReader *reader = get_reader (self);
  return reader != NULL && lectern_field_stored (reader, self->kind, self->id, self->field,
                                                 self->language, value);
}

void
lectern_field_editor_refresh (LecternFieldEditor *self)
{
  g_auto(LecternValue) value = LECTERN_EMPTY;
  if (self->dirty || self->n_pending > 0)
    return;
  gboolean there = read_stored (self, &value);
  gtk_widget_set_sensitive (GTK_WIDGET (self->control), there);
  /* A name may have changed though the reference has not. */
  gboolean names = self->field->type == LECTERN_TYPE_REFERENCE
                   || self->field->type == LECTERN_TYPE_REFERENCES;
  if (!names && lectern_value_equal (&value, &self->stored))
    return;
  if (!lectern_value_equal (&value, &self->stored))
    begin_visit (self); /* an undo came between: what is typed next is a step of its own */
  lectern_value_clear (&self->stored);
  self->stored = lectern_value_copy (&value);
  lectern_field_control_show (self->control, &self->stored);
}

static void
on_committed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(LecternFieldEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(LecternResult) done
      = lectern_workspace_commit_finish (LECTERN_WORKSPACE (source), result, &error);
  self->n_pending--;
  if (done == NULL)
    {
      self->dirty = TRUE; /* nothing typed is lost: it stays, and the next Enter tries again */
      lectern_value_clear (&self->stored);
      read_stored (self, &self->stored);
      set_error (self, error->message);
    }
  else if (self->view != NULL)
    lectern_field_editor_refresh (self);
}

/* Reads the control, checks, and hands it to the store. @finished: leaving, Enter or a choice. */
static gboolean
store (LecternFieldEditor *self, gboolean finished)
{
  g_autoptr(LecternEdit) edit = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(LecternValue) value = LECTERN_EMPTY;
  g_clear_handle_id (&self->timer, g_source_remove);
  LecternWorkspace *workspace = self->view ? lectern_view_get_workspace (self->view) : NULL;
  if (!self->dirty || self->id == 0 || workspace == NULL)
    return TRUE;
  edit = lectern_edit_new ("");
  if (!lectern_field_control_read (self->control, edit, &value, &error)
      || !lectern_value_is_valid (self->field, &value, &error))
    {
      set_error (self, error->message);
      return FALSE;
    }
  if (value.type == LECTERN_VALUE_EMPTY && self->language == NULL
      && lectern_field_is_needed (self->kind, self->field))
    {
      set_error (self, _("A name is needed."));
      return FALSE;
    }
  set_error (self, NULL);
  self->dirty = FALSE;
  if (!lectern_value_equal (&value, &self->stored))
    {
      g_autofree char *label = lectern_field_edit_label (get_reader (self), self->kind, self->id,
                                                         self->field);
      lectern_edit_set_label (edit, label);
      lectern_edit_set_visit (edit, self->visit);
      lectern_edit_set (edit, self->kind, self->id, self->field->number, self->language,
                        lectern_value_copy (&value));
      lectern_value_clear (&self->stored);
      self->stored = lectern_value_copy (&value);
      self->n_pending++;
      lectern_workspace_commit_async (workspace, edit, NULL, on_committed, g_object_ref (self));
    }
  if (finished)
    lectern_field_control_show (self->control, &self->stored);
  else
    lectern_field_control_settle (self->control);
  return TRUE;
}

gboolean
lectern_field_editor_store (LecternFieldEditor *self)
{
  return store (self, TRUE);
}

static gboolean
on_timer (gpointer editor)
{
  LecternFieldEditor *self = editor;
  self->timer = 0;
  store (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_touched (LecternFieldEditor *self, gboolean finished)
{
  self->dirty = TRUE;
  if (!finished)
    {
      set_error (self, NULL);
      /* Half a name is not a record: references are stored when chosen. Texts do not wait for
         the pause, so that a long sentence is safe too; figures do, being wrong half typed. */
      gboolean text = self->field->type == LECTERN_TYPE_TEXT || self->field->type == LECTERN_TYPE_PROSE;
      if (self->field->type == LECTERN_TYPE_REFERENCE || self->field->type == LECTERN_TYPE_REFERENCES
          || (text && self->timer != 0))
        return;
      g_clear_handle_id (&self->timer, g_source_remove);
      self->timer = g_timeout_add (STORE_AFTER_MS, on_timer, self);
      return;
    }
  store (self, TRUE);
}

static void
on_given_up (LecternFieldEditor *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->dirty = FALSE;
  set_error (self, NULL);
  lectern_field_control_show (self->control, &self->stored);
  lectern_field_editor_refresh (self);
}

static void
on_workspace_changed (LecternFieldEditor *self, guint64 kinds)
{
  if (LECTERN_KIND_IN (kinds, self->kind)
      || (self->field->target > 0 && self->field->target <= LECTERN_N_KINDS
          && LECTERN_KIND_IN (kinds, self->field->target)))
    lectern_field_editor_refresh (self);
}

static void
stop_following (LecternFieldEditor *self)
{
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->changed_handler, self->workspace);
  g_clear_object (&self->workspace);
}

static void
lectern_field_editor_map (GtkWidget *widget)
{
  LecternFieldEditor *self = LECTERN_FIELD_EDITOR (widget);
  LecternWorkspace *workspace = self->view != NULL ? lectern_view_get_workspace (self->view) : NULL;
  GTK_WIDGET_CLASS (lectern_field_editor_parent_class)->map (widget);
  stop_following (self);
  if (workspace == NULL)
    return;
  self->workspace = g_object_ref (workspace);
  self->changed_handler = g_signal_connect_swapped (workspace, "changed",
                                                    G_CALLBACK (on_workspace_changed), self);
  lectern_field_editor_refresh (self);
}

static void
lectern_field_editor_unmap (GtkWidget *widget)
{
  LecternFieldEditor *self = LECTERN_FIELD_EDITOR (widget);
  store (self, TRUE);
  stop_following (self);
  GTK_WIDGET_CLASS (lectern_field_editor_parent_class)->unmap (widget);
}

static gboolean
lectern_field_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LECTERN_FIELD_EDITOR (widget)->control));
}

static void
lectern_field_editor_dispose (GObject *object)
{
  LecternFieldEditor *self = LECTERN_FIELD_EDITOR (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  stop_following (self);
  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (lectern_field_editor_parent_class)->dispose (object);
}

static void
lectern_field_editor_finalize (GObject *object)
{
  LecternFieldEditor *self = LECTERN_FIELD_EDITOR (object);
  lectern_value_clear (&self->stored);
  g_free (self->language);
  g_object_unref (self->error);
  G_OBJECT_CLASS (lectern_field_editor_parent_class)->finalize (object);
}

static void
lectern_field_editor_class_init (LecternFieldEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_field_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_field_editor_finalize;
  GTK_WIDGET_CLASS (klass)->map = lectern_field_editor_map;
  GTK_WIDGET_CLASS (klass)->unmap = lectern_field_editor_unmap;
  GTK_WIDGET_CLASS (klass)->grab_focus = lectern_field_editor_grab_focus;
}

static void
lectern_field_editor_init (LecternFieldEditor *self)
{
  GtkWidget *error = gtk_label_new (NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  self->error = g_object_ref_sink (GTK_LABEL (error));
  gtk_label_set_wrap (self->error, TRUE);
  gtk_label_set_xalign (self->error, 0);
  gtk_widget_add_css_class (error, "error");
  gtk_widget_add_css_class (error, "second-line");
  gtk_widget_set_visible (error, FALSE);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (begin_visit), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (lectern_field_editor_store), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  begin_visit (self);
}

static void
build (LecternFieldEditor *self, gboolean labelled)
{
  gboolean above = self->field->type == LECTERN_TYPE_PROSE
                   || self->field->type == LECTERN_TYPE_REFERENCES;
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = gtk_box_new (above ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                above ? 0 : 6);
  self->control = lectern_field_control_new (self->view, self->field);
  gtk_widget_set_hexpand (GTK_WIDGET (self->control), TRUE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->control));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->error));
  if (labelled)
    {
      self->label = GTK_LABEL (gtk_label_new (NULL));
      gtk_label_set_xalign (self->label, 0);
      gtk_label_set_wrap (self->label, TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self->label), "field-label");
      if (!above)
        {
          gtk_widget_set_valign (GTK_WIDGET (self->label), GTK_ALIGN_BASELINE);
          gtk_label_set_width_chars (self->label, 11);
          gtk_label_set_max_width_chars (self->label, 11);
        }
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
    }
  gtk_box_append (GTK_BOX (box), column);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_swapped (self->control, "touched", G_CALLBACK (on_touched), self);
  g_signal_connect_swapped (self->control, "given-up", G_CALLBACK (on_given_up), self);
  lectern_field_editor_set_label (self, lectern_field_label (self->field));
}

GtkWidget *
lectern_field_editor_take_reason (LecternFieldEditor *self)
{
  GtkWidget *reason = GTK_WIDGET (self->error);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (reason)), reason);
  return reason;
}

static GtkWidget *
editor_new (LecternView *view, LecternKind kind, gint64 id, guint field, const char *language,
            gboolean labelled)
{
  LecternFieldEditor *self = g_object_new (LECTERN_TYPE_FIELD_EDITOR, NULL);
  g_set_weak_pointer (&self->view, view);
  self->kind = kind;
  self->field = lectern_field (kind, field);
  g_return_val_if_fail (self->field != NULL, NULL);
  build (self, labelled);
  self->id = id;
  self->language = g_strdup (language);
  lectern_field_editor_refresh (self);
  return GTK_WIDGET (self);
}

GtkWidget *
lectern_field_editor_new (LecternView *view, LecternKind kind, gint64 id, guint field,
                          const char *language)
{
  return editor_new (view, kind, id, field, language, FALSE);
}

GtkWidget *
lectern_field_editor_new_labelled (LecternView *view, LecternKind kind, gint64 id, guint field,
                                   const char *language)
{
  return editor_new (view, kind, id, field, language, TRUE);
}

void
lectern_field_editor_set_record (LecternFieldEditor *self, gint64 id, const char *language)
{
  if (self->id == id && g_strcmp0 (self->language, language) == 0)
    return lectern_field_editor_refresh (self);
  store (self, TRUE);
  self->dirty = FALSE;
  set_error (self, NULL);
  self->id = id;
  g_free (self->language);
  self->language = g_strdup (language);
  begin_visit (self);
  lectern_value_clear (&self->stored);
  gtk_widget_set_sensitive (GTK_WIDGET (self->control), read_stored (self, &self->stored));
  lectern_field_control_show (self->control, &self->stored);
}

void
lectern_field_editor_set_label (LecternFieldEditor *self, const char *label)
{
  if (self->label != NULL)
    gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lectern_field_control_target (self->control)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
lectern_field_editor_set_placeholder (LecternFieldEditor *self, const char *text)
{
  GtkWidget *target = lectern_field_control_target (self->control);
  if (GTK_IS_ENTRY (target))
    gtk_entry_set_placeholder_text (GTK_ENTRY (target), text);
}

GtkWidget *
lectern_field_editor_get_target (LecternFieldEditor *self)
{
  return lectern_field_control_target (self->control);
}

const char *
lectern_field_editor_get_error (LecternFieldEditor *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->error)) ? gtk_label_get_label (self->error) : NULL;
}
