/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-notice.h"

#include "lectern-compat-gtk.h"
#include "lectern-section.h"
#include <glib/gi18n-lib.h>

enum
{
  STOP,
  PASSWORD,
  AGAIN,
  NOW,
  LOG,
  DISMISS,
  N_BUTTONS
};

struct _LecternSiteNotice
{
  AdwBin parent_instance;

  /* borrowed: children */
  GtkWidget *box;
  GtkImage *sign;
  GtkLabel *words;
  GtkProgressBar *progress;
  GtkWidget *buttons[N_BUTTONS];
};

G_DEFINE_FINAL_TYPE (LecternSiteNotice, lectern_site_notice, ADW_TYPE_BIN)

static void
lectern_site_notice_class_init (LecternSiteNoticeClass *klass)
{
}

static GtkWidget *
texts_new (LecternSiteNotice *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->words), "item-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Publishing"), -1);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->progress));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  return texts;
}

static void
lectern_site_notice_init (LecternSiteNotice *self)
{
  static const struct
  {
    const char *label, *action;
  } buttons[N_BUTTONS] = {
    { N_("Stop"), "site.stop" },
    { N_("Enter the password…"), "site.password" },
    { N_("Try again"), "site.look" },
    { N_("Publish now"), "site.publish-now" },
    { N_("What was published"), "site.show-log" },
  };
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->sign = GTK_IMAGE (gtk_image_new ());
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (self->box), texts_new (self));
  for (int i = 0; i < N_BUTTONS; i++)
    {
      self->buttons[i] = i == DISMISS
                             ? lectern_icon_button_new ("window-close-symbolic", _("Close this line"), "site.dismiss")
                             : gtk_button_new_with_label (_(buttons[i].label));
      if (i != DISMISS)
        gtk_actionable_set_action_name (GTK_ACTIONABLE (self->buttons[i]), buttons[i].action);
      gtk_widget_set_valign (self->buttons[i], GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->box), self->buttons[i]);
    }
  gtk_widget_add_css_class (self->box, "site-notice");
  adw_bin_set_child (ADW_BIN (self), self->box);
  lectern_site_notice_hide (self);
}

GtkWidget *
lectern_site_notice_new (void)
{
  return g_object_new (LECTERN_TYPE_SITE_NOTICE, NULL);
}

void
lectern_site_notice_hide (LecternSiteNotice *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* @shown: bit n = button n. */
static void
show (LecternSiteNotice *self, const char *words, const char *sign, const char *css_class, guint shown)
{
  static const char *const classes[] = { "attention", "calm" };
  gboolean news = !gtk_widget_get_visible (GTK_WIDGET (self)) || strcmp (gtk_label_get_label (self->words), words) != 0;
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (GTK_WIDGET (self->sign), sign != NULL);
  gtk_image_set_from_icon_name (self->sign, sign);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strcmp (classes[i], css_class) == 0)
      gtk_widget_add_css_class (self->box, classes[i]);
    else
      gtk_widget_remove_css_class (self->box, classes[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), (shown & 1 << STOP) != 0);
  for (int i = 0; i < N_BUTTONS; i++)
    gtk_widget_set_visible (self->buttons[i], (shown & 1 << i) != 0);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  if (news && (shown & 1 << STOP) == 0)
    lectern_compat_announce (GTK_WIDGET (self), words);
}

void
lectern_site_notice_show_progress (LecternSiteNotice *self, double fraction, const char *item, gboolean stopping)
{
  /* TRANSLATORS: %s is a file that is being published */
  g_autofree char *words = stopping                              ? g_strdup (_("Stopping after what is being written now…"))
                           : item != NULL && *item != '\0' ? g_strdup_printf (_("Publishing %s…"), item)
                                                                 : g_strdup (_("Publishing…"));
  gtk_progress_bar_set_fraction (self->progress, fraction);
  show (self, words, NULL, "calm", 1 << STOP);
  gtk_widget_set_sensitive (self->buttons[STOP], !stopping);
}

void
lectern_site_notice_show_result (LecternSiteNotice *self, const char *words, gboolean good)
{
  show (self, words, good ? "object-select-symbolic" : "dialog-warning-symbolic", good ? "calm" : "attention",
        1 << LOG | 1 << DISMISS);
}

void
lectern_site_notice_show_trouble (LecternSiteNotice *self, const char *sentence, gboolean password)
{
  show (self, sentence, "dialog-warning-symbolic", "attention", 1 << (password ? PASSWORD : AGAIN));
}

void
lectern_site_notice_show_queued (LecternSiteNotice *self, const char *words)
{
  show (self, words, "document-send-symbolic", "attention", 1 << NOW);
}

void
lectern_site_notice_show_words (LecternSiteNotice *self, const char *words)
{
  show (self, words, "content-loading-symbolic", "calm", 0);
}
