/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-clashes.h"

#include "lectern-completion-entry.h"
#include "lectern-list-rows.h"
#include "lectern-section.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaClashes
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  GtkWidget *rows;
  LecternCompletionEntry *entry;
  gint64 session;
};

G_DEFINE_FINAL_TYPE (LecternAgendaClashes, lectern_agenda_clashes, ADW_TYPE_BIN)

/* Only what is of the same event can run beside it. */
static void
on_chosen (LecternAgendaClashes *self, gint64 other)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  gint64 event = self->view != NULL ? lectern_view_get_event (self->view) : 0;
  g_autoptr (LecternRecord) record = reader != NULL && other != 0 ? lectern_reader_get (reader, LECTERN_KIND_SESSION, other) : NULL;
  lectern_completion_entry_set_text (self->entry, "");
  if (record == NULL || self->session == 0 || other == self->session)
    return;
  if (lectern_record_integer (record, LECTERN_SESSION_EVENT) != event)
    {
      lectern_view_fail (self->view, _ ("That session is one of another event."));
      return;
    }
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Keep two sessions apart"));
  lectern_edit_link (edit, LECTERN_KIND_CLASH, event, self->session, other);
  lectern_view_commit (self->view, edit, NULL);
}

static void
on_remove (GtkWidget *button, LecternAgendaClashes *self)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("No longer keep two sessions apart"));
  lectern_edit_delete (edit, LECTERN_KIND_CLASH, *(gint64 *) g_object_get_data (G_OBJECT (button), "clash"));
  lectern_view_commit (self->view, edit, NULL);
}

static void
append_row (LecternAgendaClashes *self, gint64 clash, gint64 other)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2), *label = gtk_label_new (NULL);
  g_autofree char *title = lectern_reader_name (lectern_view_get_reader (self->view), LECTERN_KIND_SESSION, other,
                                                lectern_view_language (self->view));
  /* TRANSLATORS: %s is an agenda item */
  g_autofree char *name = g_strdup_printf (_ ("May run beside %s again"), title);
  GtkWidget *remove = lectern_icon_button_new ("window-close-symbolic", name, NULL);
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  g_object_set_data_full (G_OBJECT (remove), "clash", g_memdup2 (&clash, sizeof clash), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, 0);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
lectern_agenda_clashes_dispose (GObject *object)
{
  g_clear_weak_pointer (&LECTERN_AGENDA_CLASHES (object)->view);
  G_OBJECT_CLASS (lectern_agenda_clashes_parent_class)->dispose (object);
}

static void
lectern_agenda_clashes_class_init (LecternAgendaClashesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_clashes_dispose;
}

static void
lectern_agenda_clashes_init (LecternAgendaClashes *self)
{
}

GtkWidget *
lectern_agenda_clashes_new (LecternView *view)
{
  LecternAgendaClashes *self = g_object_new (LECTERN_TYPE_AGENDA_CLASHES, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *title = gtk_label_new (_ ("Must Not Run Beside"));
  GtkEntry *entry;
  g_set_weak_pointer (&self->view, view);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->entry = LECTERN_COMPLETION_ENTRY (lectern_completion_entry_new (view, LECTERN_KIND_SESSION));
  entry = lectern_completion_entry_get_entry (self->entry);
  gtk_entry_set_placeholder_text (entry, _ ("Title of a session"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Must Not Run Beside"), -1);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  g_signal_connect_object (self->entry, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

void
lectern_agenda_clashes_show (LecternAgendaClashes *self, gint64 session)
{
  static const guint ends[] = { LECTERN_CLASH_FIRST, LECTERN_CLASH_SECOND };
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  self->session = session;
  lectern_box_rows_clear (GTK_BOX (self->rows));
  for (guint end = 0; end < 2 && reader != NULL && session != 0; end++)
    {
      g_autoptr (GPtrArray) clashes = lectern_reader_find (reader, LECTERN_KIND_CLASH, ends[end], session);
      for (guint i = 0; i < clashes->len; i++)
        append_row (self, ((LecternRecord *) clashes->pdata[i])->id, lectern_record_integer (clashes->pdata[i], ends[1 - end]));
    }
}
