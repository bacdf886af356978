/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-detail.h"

#include <glib/gi18n-lib.h>

enum
{
  BASE,
  THEIRS,
  OURS,
  N_TEXTS
};

struct _LecternSiteDetail
{
  AdwBin parent_instance;

  /* borrowed: children */
  GtkLabel *title;
  GtkLabel *why;
  GtkLinkButton *link;
  GtkWidget *difference; /* its scrolled window */
  GtkTextBuffer *lines;
  GtkWidget *texts;      /* the three columns */
  GtkTextBuffer *buffers[N_TEXTS];
  GtkWidget *decision;
};

G_DEFINE_FINAL_TYPE (LecternSiteDetail, lectern_site_detail, ADW_TYPE_BIN)

static guint decided_signal;

static void
lectern_site_detail_class_init (LecternSiteDetailClass *klass)
{
  decided_signal = g_signal_new ("decided", LECTERN_TYPE_SITE_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
text_new (const char *name, GtkTextBuffer **buffer)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_text_view_new ();
  *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (text), TRUE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (text, "item-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), text);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

static void
on_ours (LecternSiteDetail *self)
{
  g_signal_emit (self, decided_signal, 0, TRUE);
}

static void
on_theirs (LecternSiteDetail *self)
{
  g_signal_emit (self, decided_signal, 0, FALSE);
}

static GtkWidget *
decision_new (LecternSiteDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *theirs = gtk_button_new_with_label (_("Keep theirs"));
  GtkWidget *ours = gtk_button_new_with_label (_("Take ours"));
  GtkLabel *note = add_label (box, "second-line");
  gtk_label_set_label (note, _("Nothing is overwritten until you decide; the other items do not wait for it. With "
                               "“Take ours”, theirs is kept as a copy on this computer."));
  gtk_widget_set_hexpand (GTK_WIDGET (note), TRUE);
  gtk_widget_set_valign (theirs, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (ours, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (theirs, "clicked", G_CALLBACK (on_theirs), self);
  g_signal_connect_swapped (ours, "clicked", G_CALLBACK (on_ours), self);
  gtk_box_append (GTK_BOX (box), theirs);
  gtk_box_append (GTK_BOX (box), ours);
  return box;
}

static GtkWidget *
texts_new (LecternSiteDetail *self)
{
  const char *names[N_TEXTS] = { _("As published"), _("On the website"), _("Ours") };
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (texts), TRUE);
  for (int i = 0; i < N_TEXTS; i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      gtk_label_set_label (add_label (column, "heading"), names[i]);
      gtk_box_append (GTK_BOX (column), text_new (names[i], &self->buffers[i]));
      gtk_box_append (GTK_BOX (texts), column);
    }
  return texts;
}

static void
lectern_site_detail_init (LecternSiteDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->title = add_label (box, "title-4");
  self->why = add_label (box, "item-text");
  self->link = GTK_LINK_BUTTON (gtk_link_button_new_with_label ("", _("Open there")));
  gtk_widget_set_halign (GTK_WIDGET (self->link), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->link));
  self->difference = text_new (_("What changes"), &self->lines);
  gtk_text_buffer_create_tag (self->lines, "gone", "foreground", "#c01c28", NULL);
  gtk_text_buffer_create_tag (self->lines, "new", "foreground", "#26a269", NULL);
  self->texts = texts_new (self);
  self->decision = decision_new (self);
  gtk_box_append (GTK_BOX (box), self->difference);
  gtk_box_append (GTK_BOX (box), self->texts);
  gtk_box_append (GTK_BOX (box), self->decision);
  gtk_widget_add_css_class (box, "padded");
  adw_bin_set_child (ADW_BIN (self), box);
  lectern_site_detail_show (self, NULL);
}

GtkWidget *
lectern_site_detail_new (void)
{
  return g_object_new (LECTERN_TYPE_SITE_DETAIL, NULL);
}

/* Colour is not the only sign: the lines keep their "-" and "+". */
static void
show_difference (LecternSiteDetail *self, const char *difference)
{
  g_auto (GStrv) lines = g_strsplit (difference, "\n", -1);
  gtk_text_buffer_set_text (self->lines, "", 0);
  for (char **line = lines; *line != NULL; line++)
    {
      GtkTextIter end;
      const char *tag = **line == '-' ? "gone" : **line == '+' ? "new" : NULL;
      gtk_text_buffer_get_end_iter (self->lines, &end);
      if (tag != NULL)
        gtk_text_buffer_insert_with_tags_by_name (self->lines, &end, *line, -1, tag, NULL);
      else
        gtk_text_buffer_insert (self->lines, &end, *line, -1);
      gtk_text_buffer_get_end_iter (self->lines, &end);
      gtk_text_buffer_insert (self->lines, &end, "\n", 1);
    }
}

void
lectern_site_detail_show (LecternSiteDetail *self, const LecternPublishItem *item)
{
  gboolean waits = item != NULL && g_strcmp0 (item->action, "wait") == 0;
  gboolean difference = item != NULL && item->difference != NULL && *item->difference != '\0';
  gboolean linked = item != NULL && item->url != NULL && g_strcmp0 (item->action, "create") != 0;
  gtk_label_set_label (self->title, item != NULL ? item->item : "");
  gtk_label_set_label (self->why, item != NULL && item->why != NULL ? item->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), item != NULL && item->why != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->link), linked);
  gtk_link_button_set_uri (self->link, linked ? item->url : "");
  gtk_widget_set_visible (self->difference, difference && !waits);
  show_difference (self, difference ? item->difference : "");
  gtk_widget_set_visible (self->texts, waits);
  gtk_widget_set_visible (self->decision, waits);
}

static void
set_text (GtkTextBuffer *buffer, GBytes *bytes, const char *none)
{
  gsize length = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;
  g_autofree char *valid = data != NULL ? g_utf8_make_valid (data, length) : g_strdup (none);
  gtk_text_buffer_set_text (buffer, valid, -1);
}

/** The texts of the shown item, once they are read. */
void
lectern_site_detail_set_texts (LecternSiteDetail *self, GBytes *base, GBytes *theirs, GBytes *ours)
{
  if (!gtk_widget_get_visible (self->texts))
    {
      /* A new file: all of it is what will be there. */
      set_text (self->lines, ours, "");
      gtk_widget_set_visible (self->difference, TRUE);
      return;
    }
  set_text (self->buffers[BASE], base, _("No copy was kept."));
  set_text (self->buffers[THEIRS], theirs, _("It is not there any more."));
  set_text (self->buffers[OURS], ours, _("It is to be removed."));
}
