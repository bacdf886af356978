/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-availability.h"

#include "lectern-field-editor.h"
#include "lectern-list-rows.h"
#include "lectern-section.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LecternAvailability
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  GtkWidget *rows;
  GArray *shown;     /* of gint64: the times that have a row */
  LecternKind kind;
  gint64 owner;
  gulong changed;    /* at the workspace */
  LecternWorkspace *workspace;
};

G_DEFINE_FINAL_TYPE (LecternAvailability, lectern_availability, ADW_TYPE_BIN)

static void
on_add (LecternAvailability *self)
{
  if (self->owner == 0 || self->view == NULL || lectern_view_get_event (self->view) == 0)
    return;
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Add an availability"));
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_AVAILABILITY);
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, id, LECTERN_AVAILABILITY_OWNER_KIND,
                         lectern_kind_info (self->kind)->name);
  lectern_edit_set_integer (edit, LECTERN_KIND_AVAILABILITY, id, LECTERN_AVAILABILITY_OWNER, self->owner);
  lectern_edit_set_integer (edit, LECTERN_KIND_AVAILABILITY, id, LECTERN_AVAILABILITY_EVENT,
                            lectern_view_get_event (self->view));
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, id, LECTERN_AVAILABILITY_TYPE, "unavailable");
  lectern_view_commit (self->view, edit, NULL);
}

static void
on_remove (GtkWidget *button, LecternAvailability *self)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Delete an availability"));
  const gint64 *id = g_object_get_data (G_OBJECT (button), "availability");
  lectern_edit_delete (edit, LECTERN_KIND_AVAILABILITY, *id);
  lectern_view_commit (self->view, edit, _ ("Availability deleted"));
}

static GtkWidget *
new_time (LecternAvailability *self, gint64 id, guint field)
{
  GtkWidget *editor = lectern_field_editor_new (self->view, LECTERN_KIND_AVAILABILITY, id, field, NULL);
  lectern_field_editor_set_placeholder (LECTERN_FIELD_EDITOR (editor),
                                        lectern_field_label (lectern_field (LECTERN_KIND_AVAILABILITY, field)));
  gtk_editable_set_width_chars (GTK_EDITABLE (lectern_field_editor_get_target (LECTERN_FIELD_EDITOR (editor))), 14);
  gtk_widget_set_hexpand (editor, TRUE);
  return editor;
}

static void
append_row (LecternAvailability *self, gint64 id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *times = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *type = lectern_field_editor_new (self->view, LECTERN_KIND_AVAILABILITY, id, LECTERN_AVAILABILITY_TYPE, NULL);
  GtkWidget *remove = lectern_icon_button_new ("window-close-symbolic", _ ("Delete this availability"), NULL);
  gtk_widget_set_hexpand (type, TRUE);
  g_object_set_data_full (G_OBJECT (remove), "availability", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, 0);
  gtk_box_append (GTK_BOX (top), type);
  gtk_box_append (GTK_BOX (top), remove);
  gtk_box_append (GTK_BOX (times), new_time (self, id, LECTERN_AVAILABILITY_START));
  gtk_box_append (GTK_BOX (times), new_time (self, id, LECTERN_AVAILABILITY_END));
  gtk_box_append (GTK_BOX (row), top);
  gtk_box_append (GTK_BOX (row), times);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static GArray *
read_times (LecternAvailability *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  if (reader == NULL || self->owner == 0)
    return ids;
  g_autoptr (GPtrArray) times = lectern_reader_owned (reader, LECTERN_KIND_AVAILABILITY, self->kind, self->owner);
  for (guint i = 0; i < times->len; i++)
    {
      const LecternRecord *time = times->pdata[i];
      gint64 event = lectern_record_integer (time, LECTERN_AVAILABILITY_EVENT);
      if (event == 0 || event == lectern_view_get_event (self->view))
        g_array_append_val (ids, time->id);
    }
  return ids;
}

/* The rows follow their fields by themselves; they are made anew only where times came or went. */
static void
refresh (LecternAvailability *self)
{
  g_autoptr (GArray) ids = read_times (self);
  if (ids->len == self->shown->len
      && (ids->len == 0 || memcmp (ids->data, self->shown->data, ids->len * sizeof (gint64)) == 0))
    return;
  g_array_set_size (self->shown, 0);
  g_array_append_vals (self->shown, ids->data, ids->len);
  lectern_box_rows_clear (GTK_BOX (self->rows));
  for (guint i = 0; i < ids->len; i++)
    append_row (self, g_array_index (ids, gint64, i));
}

static void
on_changed (LecternAvailability *self, guint64 kinds)
{
  if (LECTERN_KIND_IN (kinds, LECTERN_KIND_AVAILABILITY))
    refresh (self);
}

static void
forget_workspace (LecternAvailability *self)
{
  if (self->workspace != NULL)
    g_clear_signal_handler (&self->changed, self->workspace);
  g_clear_object (&self->workspace);
}

static void
lectern_availability_dispose (GObject *object)
{
  LecternAvailability *self = LECTERN_AVAILABILITY (object);
  forget_workspace (self);
  g_clear_weak_pointer (&self->view);
  G_OBJECT_CLASS (lectern_availability_parent_class)->dispose (object);
}

static void
lectern_availability_finalize (GObject *object)
{
  g_array_unref (LECTERN_AVAILABILITY (object)->shown);
  G_OBJECT_CLASS (lectern_availability_parent_class)->finalize (object);
}

static void
lectern_availability_class_init (LecternAvailabilityClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_availability_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_availability_finalize;
}

static void
lectern_availability_init (LecternAvailability *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Availability at this event"));
  GtkWidget *add = lectern_icon_button_new ("list-add-symbolic", _ ("Add an availability"), NULL);
  self->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  g_signal_connect_object (add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), add);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->rows);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lectern_availability_new (LecternView *view)
{
  LecternAvailability *self = g_object_new (LECTERN_TYPE_AVAILABILITY, NULL);
  g_set_weak_pointer (&self->view, view);
  return GTK_WIDGET (self);
}

void
lectern_availability_show (LecternAvailability *self, LecternKind kind, gint64 owner)
{
  LecternWorkspace *workspace = self->view != NULL ? lectern_view_get_workspace (self->view) : NULL;
  self->kind = kind;
  self->owner = owner;
  if (workspace != self->workspace)
    {
      forget_workspace (self);
      g_set_object (&self->workspace, workspace);
      if (workspace != NULL)
        self->changed = g_signal_connect_swapped (workspace, "changed", G_CALLBACK (on_changed), self);
    }
  refresh (self);
}
