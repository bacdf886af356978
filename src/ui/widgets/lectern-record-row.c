/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-record-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-field-editor.h"
#include "lectern-history.h"
#include "lectern-section.h"
#include "lectern-time.h"

#define HISTORY_ROWS 6

typedef struct
{
  LecternView *view; /* weak */
  LecternKind kind;
  gint64 id;
  char *name;
} Record;

static void
record_free (gpointer data, GClosure *closure)
{
  Record *record = data;
  g_clear_weak_pointer (&record->view);
  g_free (record->name);
  g_free (record);
}

void
lectern_record_delete (LecternView *view, LecternKind kind, gint64 id, const char *name)
{
  g_autofree char *label = g_strdup_printf (_("Delete “%s”"), name);
  g_autofree char *toast = g_strdup_printf (_("“%s” deleted"), name);
  g_autoptr(LecternEdit) edit = lectern_edit_new (label);
  lectern_edit_delete (edit, kind, id);
  lectern_view_commit (view, edit, toast);
}

static void
on_delete (GtkButton *button, Record *record)
{
  LecternReader *reader = record->view != NULL ? lectern_view_get_reader (record->view) : NULL;
  if (reader == NULL)
    return;
  /* As it is called now, where it has a name of its own. */
  g_autofree char *name = lectern_reader_name (reader, record->kind, record->id, NULL);
  lectern_record_delete (record->view, record->kind, record->id, *name ? name : record->name);
}

void
lectern_row_add_delete (GtkWidget *row, LecternView *view, LecternKind kind, gint64 id, const char *name)
{
  g_autofree char *words = g_strdup_printf (_("Delete %s"), name);
  GtkWidget *button = lectern_icon_button_new ("user-trash-symbolic", words, NULL);
  Record *record = g_new0 (Record, 1);
  g_set_weak_pointer (&record->view, view);
  record->kind = kind;
  record->id = id;
  record->name = g_strdup (name);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_delete), record, record_free, 0);
  gtk_widget_add_css_class (button, "row-delete");
  lectern_row_add_suffix (row, button);
}

GtkWidget *
lectern_record_row_new (LecternView *view, LecternKind kind, gint64 id, const guint *fields)
{
  LecternReader *reader = lectern_view_get_reader (view);
  /* Links stand in the narrow part of a page, the address below the title. */
  gboolean stacked = kind == LECTERN_KIND_LINK;
  GtkWidget *box = gtk_box_new (stacked ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL,
                                stacked ? 0 : 6);
  GtkWidget *row = lectern_row_new_for (box);
  g_autofree char *name
      = reader != NULL ? lectern_reader_name (reader, kind, id, NULL) : g_strdup ("");
  for (guint i = 0; fields[i] != 0; i++)
    {
      GtkWidget *editor = lectern_field_editor_new (view, kind, id, fields[i], NULL);
      lectern_field_editor_set_placeholder (LECTERN_FIELD_EDITOR (editor),
                                            lectern_field_label (lectern_field (kind, fields[i])));
      gtk_widget_set_hexpand (editor, TRUE);
      gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), editor);
    }
  gtk_widget_add_css_class (row, "record-row");
  lectern_row_add_delete (row, view, kind, id, *name ? name : lectern_kind_label (kind));
  return row;
}

GtkWidget *
lectern_history_section_new (void)
{
  return lectern_section_new (_("History"), _("Nothing happened to it yet."));
}

void
lectern_history_section_update (GtkWidget *section, LecternView *view, LecternKind kind, gint64 id)
{
  LecternReader *reader = lectern_view_get_reader (view);
  lectern_section_clear (LECTERN_SECTION (section));
  if (reader == NULL || id == 0)
    return;
  g_autoptr(GPtrArray) changes = lectern_history_of_record (reader, kind, id, HISTORY_ROWS);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      const LecternChange *change = changes->pdata[i];
      g_autofree char *when = lectern_instant_format (change->time);
      g_autofree char *second = change->author != NULL && *change->author != '\0'
                                    ? g_strdup_printf ("%s, %s", change->author, when)
                                    : g_strdup (when);
      const char *label = change->label;
      g_autofree char *undone
          = change->type == LECTERN_CHANGE_UNDO ? g_strdup_printf (_("Undone: %s"), label)
            : change->type == LECTERN_CHANGE_REDO ? g_strdup_printf (_("Redone: %s"), label)
                                                  : NULL;
      lectern_section_append (LECTERN_SECTION (section),
                              lectern_row_new (undone ? undone : label, second, NULL));
    }
}
