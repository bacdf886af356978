/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-detail.h"

#include "lectern-site-decision.h"
#include "lectern-site-text.h"
#include <glib/gi18n-lib.h>

struct _LecternSiteDetail
{
  AdwBin parent_instance;

  char *lines;     /* owned: the difference of the source; NULL */
  gboolean stands; /* nothing changes: what is there is shown */

  /* borrowed: children */
  GtkLabel *title;
  GtkLabel *why;
  GtkLinkButton *link;
  GtkWidget *change; /* heading, text and check button */
  GtkLabel *heading;
  GtkWidget *text;
  GtkCheckButton *source;
  LecternSiteDecision *decision;

  GBytes *theirs, *ours; /* owned; NULL */
};

G_DEFINE_FINAL_TYPE (LecternSiteDetail, lectern_site_detail, ADW_TYPE_BIN)

static guint decided_signal;

static gboolean
is (const LecternPublishItem *item, const char *action)
{
  return item != NULL && g_strcmp0 (item->action, action) == 0;
}

/* -- what changes --------------------------------------------------------------------- */

/* A page that reads the same is shown by its source, else nothing would be seen. */
static void
show_change (LecternSiteDetail *self)
{
  gboolean source = gtk_check_button_get_active (self->source);
  g_autofree char *before = lectern_site_text_of (self->theirs, FALSE);
  g_autofree char *after = lectern_site_text_of (self->ours, FALSE);
  gboolean same_words = before != NULL && after != NULL && strcmp (before, after) == 0;
  gtk_widget_set_visible (GTK_WIDGET (self->source), self->lines != NULL && !same_words);
  if (self->stands)
    lectern_site_text_set (self->text, before != NULL ? before : "");
  else if (self->lines != NULL && (source || same_words))
    lectern_site_text_set_lines (self->text, self->lines);
  else if (before != NULL && after != NULL)
    {
      guint first = 0;
      lectern_site_text_compare (self->text, before, after, &first);
      lectern_site_text_scroll_to (self->text, first);
    }
  else
    lectern_site_text_set (self->text, after != NULL ? after : before != NULL ? before : "");
}

gboolean
lectern_site_detail_show (LecternSiteDetail *self, const LecternPublishItem *item)
{
  gboolean waits = is (item, "wait"), changes = is (item, "update"), new = is (item, "create");
  gboolean linked = item != NULL && item->url != NULL && !new && g_strcmp0 (item->state, "none") != 0;
  gtk_label_set_label (self->title, item != NULL ? item->item : "");
  gtk_label_set_label (self->why, item != NULL && item->why != NULL ? item->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), item != NULL && item->why != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->link), linked);
  gtk_link_button_set_uri (self->link, linked ? item->url : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->link), linked ? item->url : NULL);
  g_free (self->lines);
  self->lines = item != NULL && item->difference != NULL && *item->difference != '\0' ? g_strdup (item->difference)
                                                                                       : NULL;
  g_clear_pointer (&self->theirs, g_bytes_unref);
  g_clear_pointer (&self->ours, g_bytes_unref);
  gboolean stands = self->stands = is (item, "unchanged") || is (item, "keep");
  gtk_label_set_label (self->heading, stands ? _("What stands there") : new ? _("What will be there") : _("What changes"));
  gtk_widget_set_visible (self->change, changes || new || stands);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), waits);
  lectern_site_decision_clear (self->decision);
  lectern_site_text_set (self->text, "");
  gtk_widget_set_visible (GTK_WIDGET (self->source), FALSE);
  return waits || changes || new || stands;
}

void
lectern_site_detail_set_texts (LecternSiteDetail *self, const LecternSiteTexts *texts)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->decision)))
    {
      lectern_site_decision_set (self->decision, texts);
      return;
    }
  self->theirs = texts->theirs != NULL ? g_bytes_ref (texts->theirs) : NULL;
  self->ours = texts->ours != NULL ? g_bytes_ref (texts->ours) : NULL;
  show_change (self);
}

/* -- the widget ------------------------------------------------------------------------ */

static void
on_decided (LecternSiteDetail *self, guint choice)
{
  g_signal_emit (self, decided_signal, 0, choice);
}

static GtkLabel *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
change_new (LecternSiteDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->heading = label_new ("heading");
  self->source = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_("Show the source")));
  self->text = lectern_site_text_new (_("What changes"));
  g_signal_connect_swapped (self->source, "toggled", G_CALLBACK (show_change), self);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->source));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), self->text);
  return box;
}

static void
lectern_site_detail_init (LecternSiteDetail *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->title = label_new ("title-4");
  self->why = label_new ("item-text");
  self->link = GTK_LINK_BUTTON (gtk_link_button_new_with_label ("", _("Open there")));
  gtk_widget_set_valign (GTK_WIDGET (self->link), GTK_ALIGN_START);
  self->change = change_new (self);
  self->decision = LECTERN_SITE_DECISION (lectern_site_decision_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->decision), TRUE);
  g_signal_connect_swapped (self->decision, "decided", G_CALLBACK (on_decided), self);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->link));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->why));
  gtk_box_append (GTK_BOX (box), self->change);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->decision));
  gtk_widget_add_css_class (box, "padded");
  adw_bin_set_child (ADW_BIN (self), box);
  lectern_site_detail_show (self, NULL);
}

static void
lectern_site_detail_finalize (GObject *object)
{
  LecternSiteDetail *self = LECTERN_SITE_DETAIL (object);
  g_free (self->lines);
  g_clear_pointer (&self->theirs, g_bytes_unref);
  g_clear_pointer (&self->ours, g_bytes_unref);
  G_OBJECT_CLASS (lectern_site_detail_parent_class)->finalize (object);
}

static void
lectern_site_detail_class_init (LecternSiteDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_site_detail_finalize;
  decided_signal = g_signal_new ("decided", LECTERN_TYPE_SITE_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

GtkWidget *
lectern_site_detail_new (void)
{
  return g_object_new (LECTERN_TYPE_SITE_DETAIL, NULL);
}
