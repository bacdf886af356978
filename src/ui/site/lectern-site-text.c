/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-text.h"

#include "lectern-common.h"
#include "lectern-document.h"
#include "lectern-html-text.h"
#include <glib/gi18n-lib.h>

#define MOST_TOLD 20 /* differences in the words for a screen reader */

static GtkTextView *
view_of (GtkWidget *text)
{
  return GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (text)));
}

/* Backgrounds that are seen on light and on dark, under text of the theme's own colour. */
static void
create_tags (GtkTextBuffer *buffer)
{
  const GdkRGBA gone = { 0.88, 0.11, 0.14, 0.2 }, new = { 0.15, 0.64, 0.41, 0.25 };
  gtk_text_buffer_create_tag (buffer, "gone", "strikethrough", TRUE, "background-rgba", &gone, NULL);
  gtk_text_buffer_create_tag (buffer, "new", "underline", PANGO_UNDERLINE_SINGLE, "background-rgba", &new, NULL);
}

GtkWidget *
lectern_site_text_new (const char *name)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *text = gtk_text_view_new ();
  create_tags (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (text), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (text), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (text), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (text), 6);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (text), 4);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_widget_add_css_class (text, "item-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), text);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

static void
describe (GtkWidget *text, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (view_of (text)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
append (GtkTextBuffer *buffer, const char *words, const char *tag)
{
  GtkTextIter end;
  gtk_text_buffer_get_end_iter (buffer, &end);
  if (tag != NULL)
    gtk_text_buffer_insert_with_tags_by_name (buffer, &end, words, -1, tag, NULL);
  else
    gtk_text_buffer_insert (buffer, &end, words, -1);
}

void
lectern_site_text_set (GtkWidget *text, const char *words)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view_of (text)), words, -1);
  describe (text, "");
}

static void
tell (GString *told, const LecternWords *gone, const LecternWords *added)
{
  g_autofree char *before = gone != NULL ? g_strstrip (g_strdup (gone->text)) : NULL;
  g_autofree char *after = added != NULL ? g_strstrip (g_strdup (added->text)) : NULL;
  if (told->len > 0)
    g_string_append (told, "; ");
  if (before != NULL && after != NULL)
    /* TRANSLATORS: words before and after a change */
    g_string_append_printf (told, _("“%s” became “%s”"), before, after);
  else if (before != NULL)
    g_string_append_printf (told, _("“%s” is gone"), before);
  else
    g_string_append_printf (told, _("“%s” is new"), after);
}

guint
lectern_site_text_compare (GtkWidget *text, const char *before, const char *after, guint *first)
{
  static const char *const tags[] = { NULL, "gone", "new" };
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view_of (text));
  g_autoptr (GPtrArray) words = lectern_words_compare (before, after);
  g_autoptr (GString) told = g_string_new (NULL);
  guint places = 0;
  *first = 0;
  gtk_text_buffer_set_text (buffer, "", 0);
  for (guint i = 0; i < words->len; i++)
    {
      const LecternWords *run = g_ptr_array_index (words, i);
      const LecternWords *next = i + 1 < words->len ? g_ptr_array_index (words, i + 1) : NULL;
      const LecternWords *last = i > 0 ? g_ptr_array_index (words, i - 1) : NULL;
      if (run->change != LECTERN_WORDS_SAME && places == 0)
        *first = gtk_text_buffer_get_char_count (buffer);
      append (buffer, run->text, tags[run->change]);
      if (run->change == LECTERN_WORDS_SAME || (last != NULL && last->change == LECTERN_WORDS_GONE))
        continue;
      gboolean pair = run->change == LECTERN_WORDS_GONE && next != NULL && next->change == LECTERN_WORDS_NEW;
      if (places++ < MOST_TOLD)
        tell (told, run->change == LECTERN_WORDS_GONE ? run : NULL,
              pair ? next : run->change == LECTERN_WORDS_NEW ? run : NULL);
    }
  describe (text, told->str);
  return places;
}

static gboolean
scroll (gpointer text)
{
  GtkTextMark *mark = gtk_text_buffer_get_insert (gtk_text_view_get_buffer (view_of (text)));
  gtk_text_view_scroll_to_mark (view_of (text), mark, 0, TRUE, 0, 0.3);
  return G_SOURCE_REMOVE;
}

/* Once all lines have their height: before that nobody knows where it is. */
void
lectern_site_text_scroll_to (GtkWidget *text, guint offset)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view_of (text));
  GtkTextIter at;
  gtk_text_buffer_get_iter_at_offset (buffer, &at, (int) offset);
  gtk_text_buffer_place_cursor (buffer, &at);
  g_idle_add_full (G_PRIORITY_LOW, scroll, g_object_ref (text), g_object_unref);
}

void
lectern_site_text_set_lines (GtkWidget *text, const char *lines)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view_of (text));
  g_auto (GStrv) all = g_strsplit (lines, "\n", -1);
  gtk_text_buffer_set_text (buffer, "", 0);
  for (char **line = all; *line != NULL; line++)
    {
      append (buffer, *line, **line == '-' ? "gone" : **line == '+' ? "new" : NULL);
      append (buffer, "\n", NULL);
    }
  describe (text, "");
}

/* Of a page or post of a content system: its title and its words. NULL for what is none. */
static char *
text_of_document (GBytes *content)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (content, &length);
  g_autoptr (LecternDocument) document
      = length > 6 && strncmp (data, "kind: ", 6) == 0 ? lectern_document_from_bytes (content, NULL) : NULL;
  if (document == NULL)
    return NULL;
  g_autofree char *words = lectern_html_to_text (document->body);
  return g_strconcat (document->title, "\n", words, NULL);
}

char *
lectern_site_text_of (GBytes *content, gboolean source)
{
  gsize length = 0;
  const char *data = content != NULL ? g_bytes_get_data (content, &length) : NULL;
  if (content == NULL)
    return NULL;
  char *document = source ? NULL : text_of_document (content);
  if (document != NULL)
    return document;
  g_autofree char *valid = length > 0 ? g_utf8_make_valid (data, length) : g_strdup ("");
  const char *body = valid + strspn (valid, " \t\r\n");
  gboolean page = *body == '<' && g_ascii_strncasecmp (body, "<?xml", 5) != 0;
  return source || !page ? g_steal_pointer (&valid) : lectern_html_to_text (valid);
}
