/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-links.h"

#include "lectern-field-editor.h"
#include "lectern-list-rows.h"
#include "lectern-position.h"
#include "lectern-section.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaLinks
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  GtkWidget *rows;
  GArray *shown;     /* of gint64: the links that have a row */
  gint64 session;
  char *last_position;
};

G_DEFINE_FINAL_TYPE (LecternAgendaLinks, lectern_agenda_links, ADW_TYPE_BIN)

static void
on_add (LecternAgendaLinks *self)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Add a link"));
  g_autofree char *position = lectern_position_between (self->last_position, NULL);
  gint64 id;
  if (self->session == 0 || self->view == NULL)
    return;
  id = lectern_edit_create (edit, LECTERN_KIND_LINK);
  lectern_edit_set_text (edit, LECTERN_KIND_LINK, id, LECTERN_LINK_OWNER_KIND,
                         lectern_kind_info (LECTERN_KIND_SESSION)->name);
  lectern_edit_set_integer (edit, LECTERN_KIND_LINK, id, LECTERN_LINK_OWNER, self->session);
  lectern_edit_set_text (edit, LECTERN_KIND_LINK, id, LECTERN_LINK_POSITION, position);
  lectern_edit_set_text (edit, LECTERN_KIND_LINK, id, LECTERN_LINK_TEXT_LANGUAGE, lectern_view_language (self->view));
  lectern_view_commit (self->view, edit, NULL);
}

static void
on_remove (GtkWidget *button, LecternAgendaLinks *self)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("Delete a link"));
  const gint64 *id = g_object_get_data (G_OBJECT (button), "link");
  lectern_edit_delete (edit, LECTERN_KIND_LINK, *id);
  lectern_view_commit (self->view, edit, _ ("Link deleted"));
}

static void
append_row (LecternAgendaLinks *self, gint64 id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = lectern_field_editor_new (self->view, LECTERN_KIND_LINK, id, LECTERN_LINK_TITLE, NULL);
  GtkWidget *address = lectern_field_editor_new (self->view, LECTERN_KIND_LINK, id, LECTERN_LINK_URL, NULL);
  GtkWidget *button = lectern_icon_button_new ("window-close-symbolic", _ ("Delete this link"), NULL);
  lectern_field_editor_set_placeholder (LECTERN_FIELD_EDITOR (title), _ ("Title"));
  lectern_field_editor_set_placeholder (LECTERN_FIELD_EDITOR (address), "https://…");
  gtk_widget_add_css_class (address, "item-text");
  gtk_widget_set_hexpand (both, TRUE);
  g_object_set_data_full (G_OBJECT (button), "link", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
  gtk_box_append (GTK_BOX (both), title);
  gtk_box_append (GTK_BOX (both), address);
  gtk_box_append (GTK_BOX (row), both);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
lectern_agenda_links_dispose (GObject *object)
{
  g_clear_weak_pointer (&LECTERN_AGENDA_LINKS (object)->view);
  G_OBJECT_CLASS (lectern_agenda_links_parent_class)->dispose (object);
}

static void
lectern_agenda_links_finalize (GObject *object)
{
  g_array_unref (LECTERN_AGENDA_LINKS (object)->shown);
  g_free (LECTERN_AGENDA_LINKS (object)->last_position);
  G_OBJECT_CLASS (lectern_agenda_links_parent_class)->finalize (object);
}

static void
lectern_agenda_links_class_init (LecternAgendaLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_links_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_links_finalize;
}

static void
lectern_agenda_links_init (LecternAgendaLinks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Links"));
  GtkWidget *add = lectern_icon_button_new ("list-add-symbolic", _ ("Add a link"), NULL);
  self->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add), self);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), add);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->rows);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lectern_agenda_links_new (LecternView *view)
{
  LecternAgendaLinks *self = g_object_new (LECTERN_TYPE_AGENDA_LINKS, NULL);
  g_set_weak_pointer (&self->view, view);
  return GTK_WIDGET (self);
}

static GArray *
read_links (LecternAgendaLinks *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_clear_pointer (&self->last_position, g_free);
  if (reader == NULL || self->session == 0)
    return ids;
  links = lectern_reader_owned (reader, LECTERN_KIND_LINK, LECTERN_KIND_SESSION, self->session);
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const LecternRecord *link = links->pdata[i];
      g_array_append_val (ids, link->id);
      g_free (self->last_position);
      self->last_position = g_strdup (lectern_record_text (link, LECTERN_LINK_POSITION));
    }
  return ids;
}

/* The rows follow their fields by themselves; they are made anew only where links came or went. */
void
lectern_agenda_links_show (LecternAgendaLinks *self, gint64 session)
{
  g_autoptr (GArray) ids = NULL;
  self->session = session;
  ids = read_links (self);
  if (ids->len == self->shown->len
      && (ids->len == 0 || memcmp (ids->data, self->shown->data, ids->len * sizeof (gint64)) == 0))
    return;
  g_array_set_size (self->shown, 0);
  g_array_append_vals (self->shown, ids->data, ids->len);
  lectern_box_rows_clear (GTK_BOX (self->rows));
  for (guint i = 0; i < ids->len; i++)
    append_row (self, g_array_index (ids, gint64, i));
}
