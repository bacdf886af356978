/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What two people changed without seeing each other: the shown value stays until
 * somebody decides, and the other one is a click away.
 */
#include "lectern-overview-cards.h"

#include "lectern-history.h"
#include "lectern-section.h"
#include <glib/gi18n-lib.h>

#define MOST_ROWS 5

typedef struct
{
  LecternView *view; /* weak */
  LecternReviewItem item; /* values NULL: not kept */
  GBytes *value;
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;
  g_clear_weak_pointer (&choice->view);
  g_free (choice->item.language);
  g_bytes_unref (choice->value);
  g_free (choice);
}

/* The fields of a packed group, in words. */
static char *
group_words (LecternView *view, const LecternReviewItem *item, GBytes *packed)
{
  GString *text = g_string_new (NULL);
  LecternGroupReader reader;
  guint number;
  g_auto (LecternValue) value = LECTERN_EMPTY;
  gsize length;
  gconstpointer data = g_bytes_get_data (packed, &length);
  lectern_group_reader_init (&reader, data, length);
  while (lectern_group_reader_next (&reader, &number, &value))
    {
      const LecternField *field = lectern_field (item->kind, number);
      g_autofree char *word = NULL;
      if (item->group == 0)
        word = g_strdup (lectern_value_get_integer (&value) ? _("kept") : _("deleted"));
      else if (field != NULL && field->type == LECTERN_TYPE_REFERENCE)
        word = lectern_reader_name (lectern_view_get_reader (view), field->target,
                                    lectern_value_get_integer (&value), lectern_view_language (view));
      else if (value.type == LECTERN_VALUE_INTEGER)
        word = g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
      else
        word = g_strdup (lectern_value_get_text (&value));
      if (word != NULL && *word != '\0')
        g_string_append_printf (text, text->len > 0 ? ", %s" : "%s", word);
      lectern_value_clear (&value);
    }
  return g_string_free (text, FALSE);
}

static void
on_choose (GtkButton *button, Choice *choice)
{
  LecternReviewItem *item = &choice->item;
  LecternGroupReader reader;
  guint number;
  LecternValue value = LECTERN_EMPTY;
  gsize length;
  gconstpointer data = g_bytes_get_data (choice->value, &length);
  if (choice->view == NULL)
    return;
  g_autofree char *name = lectern_reader_name (lectern_view_get_reader (choice->view), item->kind, item->id, NULL);
  /* TRANSLATORS: %s is the name of a record */
  g_autofree char *label = g_strdup_printf (_("Decide on “%s”"), name);
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_group_reader_init (&reader, data, length);
  while (item->group != 0 && lectern_group_reader_next (&reader, &number, &value))
    {
      lectern_edit_set (edit, item->kind, item->id, number, *item->language ? item->language : NULL, value);
      value = LECTERN_EMPTY;
    }
  lectern_edit_confirm (edit, item->kind, item->id, item->group, *item->language ? item->language : NULL);
  lectern_view_commit (choice->view, edit, label);
}

static GtkWidget *
choice_button_new (LecternView *view, const LecternReviewItem *item, const LecternCellValue *value)
{
  g_autofree char *words = group_words (view, item, value->value);
  GtkWidget *button = gtk_button_new_with_label (*words != '\0' ? words : _("empty"));
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));
  Choice *choice = g_new0 (Choice, 1);
  g_set_weak_pointer (&choice->view, view);
  choice->item = (LecternReviewItem){ .kind = item->kind, .id = item->id, .group = item->group,
                                      .language = g_strdup (item->language) };
  choice->value = g_bytes_ref (value->value);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_choose), choice, choice_free, 0);
  return button;
}

static GtkWidget *
review_row_new (LecternView *view, const LecternReviewItem *item)
{
  const LecternField *field = item->group != 0 ? lectern_field (item->kind, item->group) : NULL;
  g_autofree char *name
      = lectern_reader_name (lectern_view_get_reader (view), item->kind, item->id, lectern_view_language (view));
  g_autofree char *second
      = g_strdup_printf ("%s · %s", lectern_kind_label (item->kind),
                         field != NULL ? lectern_field_label (field) : _("deleted here, changed there"));
  GtkWidget *row = lectern_row_new (name, second, NULL);
  for (guint i = 0; i < item->values->len; i++)
    lectern_row_add_suffix (row, choice_button_new (view, item, g_ptr_array_index (item->values, i)));
  return row;
}

LecternCard *
lectern_review_card_new (LecternView *view)
{
  return lectern_card_new ("dialog-question-symbolic", _("To review"));
}

void
lectern_review_card_fill (LecternCard *card, LecternView *view)
{
  g_autoptr (GPtrArray) items = lectern_history_to_review (lectern_view_get_reader (view));
  lectern_card_clear (card);
  lectern_card_set_count (card, items->len, TRUE);
  for (guint i = 0; i < MIN (items->len, MOST_ROWS); i++)
    lectern_card_append (card, review_row_new (view, g_ptr_array_index (items, i)));
  if (items->len == 0)
    lectern_card_set_empty (card, _("Nothing waits for a decision."));
  else if (items->len > MOST_ROWS)
    {
      guint more = items->len - MOST_ROWS;
      g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", more), more);
      lectern_card_note (card, text);
    }
}
