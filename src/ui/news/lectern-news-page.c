/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-news-page.h"

#include "lectern-field-editor.h"
#include "lectern-language-bar.h"
#include "lectern-markdown.h"
#include "lectern-section.h"
#include <glib/gi18n-lib.h>

struct _LecternNewsPage
{
  AdwBin parent_instance;

  LecternView *view; /* borrowed: it owns this */
  gint64 id;

  /* borrowed: children */
  GtkWidget *box;
  LecternLanguageBar *languages;
  GtkWidget *translation; /* where the chosen language stands beside the source */
  GtkLabel *state;
  GtkLabel *preview;
};

G_DEFINE_FINAL_TYPE (LecternNewsPage, lectern_news_page, ADW_TYPE_BIN)

static const guint texts[] = { LECTERN_ANNOUNCEMENT_TITLE, LECTERN_ANNOUNCEMENT_TEXT, 0 };
static const guint facts[] = { LECTERN_ANNOUNCEMENT_TYPE, LECTERN_ANNOUNCEMENT_STATE, LECTERN_ANNOUNCEMENT_PUBLISH_AT };

static GtkWidget *
column_new (LecternNewsPage *self, const char *language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; texts[i] != 0; i++)
    gtk_box_append (GTK_BOX (box), lectern_field_editor_new_labelled (self->view, LECTERN_KIND_ANNOUNCEMENT, self->id,
                                                                      texts[i], language));
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static LecternRecord *
record_of (LecternNewsPage *self)
{
  LecternReader *reader = lectern_view_get_reader (self->view);
  return reader && self->id ? lectern_reader_get (reader, LECTERN_KIND_ANNOUNCEMENT, self->id) : NULL;
}

/* "2 missing, 1 older than the original" of the shown translation. */
static void
show_state (LecternNewsPage *self, const LecternRecord *record, const char *language)
{
  const char *words = NULL;
  for (guint i = 0; language != NULL && texts[i] != 0; i++)
    {
      const LecternTranslation *text = lectern_record_translation (record, texts[i], language);
      if (lectern_record_is_empty (record, texts[i]))
        continue;
      if (text == NULL || text->text == NULL || *text->text == '\0')
        words = _ ("Something is not translated yet: the original is shown there.");
      else if (text->stale && words == NULL)
        words = _ ("The original was changed after this was translated.");
    }
  gtk_label_set_label (self->state, words ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state), words != NULL);
}

void
lectern_news_page_refresh (LecternNewsPage *self)
{
  g_autoptr (LecternRecord) record = record_of (self);
  if (record == NULL || !record->alive)
    return;
  const char *language = lectern_language_bar_get_language (self->languages);
  const char *text = lectern_record_text_in (record, LECTERN_ANNOUNCEMENT_TEXT, language);
  g_autofree char *markup = lectern_markdown_to_pango (text);
  gtk_label_set_markup (self->preview, markup);
  lectern_language_bar_update (self->languages, LECTERN_KIND_ANNOUNCEMENT, self->id, texts);
  show_state (self, record, language);
}

static void
on_language_changed (LecternNewsPage *self)
{
  const char *language = lectern_language_bar_get_language (self->languages);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->translation)) != NULL)
    gtk_box_remove (GTK_BOX (self->translation), child);
  if (language != NULL && self->id != 0)
    gtk_box_append (GTK_BOX (self->translation), column_new (self, language));
  gtk_widget_set_visible (self->translation, language != NULL);
  lectern_news_page_refresh (self);
}

static GtkWidget *
heading_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
fill (LecternNewsPage *self)
{
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    gtk_box_append (GTK_BOX (self->box), lectern_field_editor_new_labelled (self->view, LECTERN_KIND_ANNOUNCEMENT,
                                                                            self->id, facts[i], NULL));
  self->languages = LECTERN_LANGUAGE_BAR (lectern_language_bar_new (self->view));
  g_signal_connect_swapped (self->languages, "changed", G_CALLBACK (on_language_changed), self);
  self->state = GTK_LABEL (lectern_quiet_label_new (""));
  self->translation = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->preview = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->preview, TRUE);
  gtk_label_set_wrap_mode (self->preview, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->preview, 0);
  gtk_label_set_selectable (self->preview, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->preview), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->preview), "news-preview");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->languages));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->state));
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_widget_set_vexpand (columns, FALSE);
  gtk_box_append (GTK_BOX (columns), column_new (self, NULL));
  gtk_box_append (GTK_BOX (columns), self->translation);
  gtk_widget_set_visible (self->translation, FALSE);
  gtk_box_append (GTK_BOX (self->box), columns);
  gtk_box_append (GTK_BOX (self->box), heading_new (_ ("How it will look")));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->preview));
}

void
lectern_news_page_set (LecternNewsPage *self, gint64 id)
{
  GtkWidget *child;
  if (id == self->id)
    return;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->id = id;
  self->languages = NULL;
  if (id == 0)
    return;
  fill (self);
  lectern_news_page_refresh (self);
}

static void
lectern_news_page_class_init (LecternNewsPageClass *klass)
{
}

static void
lectern_news_page_init (LecternNewsPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_margin_top (self->box, 12);
  gtk_widget_set_margin_bottom (self->box, 24);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
lectern_news_page_new (LecternView *view)
{
  LecternNewsPage *self = g_object_new (LECTERN_TYPE_NEWS_PAGE, NULL);
  self->view = view;
  return GTK_WIDGET (self);
}
