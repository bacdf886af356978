/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-translations-window.h"

#include "lectern-field-editor.h"
#include "lectern-keys.h"
#include "lectern-missing-choice.h"
#include "lectern-programme-load.h"
#include "lectern-section.h"
#include "lectern-text.h"
#include "lectern-translation-list.h"
#include <glib/gi18n-lib.h>

#define ROWS_AT_ONCE 60 /* what a person works through before the next are made */

typedef enum
{
  SHOW_TODO,
  SHOW_MISSING,
  SHOW_STALE,
  SHOW_ALL,
} Show;

/* One text on the screen. */
typedef struct
{
  LecternKind kind;
  gint64 id;
  guint field;
  GtkLabel *state;
  GtkWidget *right; /* says that a stale translation is right as it is */
} Shown;

typedef struct
{
  LecternView *view; /* borrowed: the window is modal over it */
  gint64 event;
  char **languages;  /* to translate into */
  GPtrArray *shown;  /* of Shown */
  guint n_most;      /* how many rows at most */
  GtkDropDown *language, *filter;
  GtkLabel *count;
  GtkListBox *list;
  GtkWidget *more;
  GtkStack *stack;
} Page;

static const char *
language_of (Page *page)
{
  guint chosen = gtk_drop_down_get_selected (page->language);
  return chosen < g_strv_length (page->languages) ? page->languages[chosen] : page->languages[0];
}

static gboolean
is_shown (Page *page, const LecternTranslationRow *row)
{
  switch ((Show) gtk_drop_down_get_selected (page->filter))
    {
    case SHOW_MISSING:
      return row->state == LECTERN_TRANSLATION_MISSING;
    case SHOW_STALE:
      return row->state == LECTERN_TRANSLATION_STALE;
    case SHOW_TODO:
      return row->state != LECTERN_TRANSLATION_DONE;
    case SHOW_ALL:
    default:
      return TRUE;
    }
}

static void
show_count (Page *page, GPtrArray *rows)
{
  guint missing, stale;
  lectern_translation_count (rows, &missing, &stale);
  /* TRANSLATORS: of 40 texts 12 are missing, 3 older than what they were translated from */
  g_autofree char *words = g_strdup_printf (_ ("%u missing, %u to be looked at, of %u"), missing, stale, rows->len);
  gtk_label_set_label (page->count, rows->len == 0 ? "" : missing + stale == 0 ? _ ("All is translated") : words);
}

static void
show_state (const Shown *shown, LecternTranslationState state)
{
  gtk_label_set_label (shown->state, state == LECTERN_TRANSLATION_MISSING ? _ ("Missing")
                                     : state == LECTERN_TRANSLATION_STALE ? _ ("The original was changed since")
                                                                          : "");
  gtk_widget_set_visible (shown->right, state == LECTERN_TRANSLATION_STALE);
}

/* ---- a row ---- */

static void
on_right (GtkButton *button, Page *page)
{
  const Shown *shown = g_object_get_data (G_OBJECT (button), "shown");
  const char *language = language_of (page);
  g_autoptr (LecternRecord) record
      = lectern_reader_get (lectern_view_get_reader (page->view), shown->kind, shown->id);
  const LecternTranslation *text = record ? lectern_record_translation (record, shown->field, language) : NULL;
  if (text == NULL)
    return;
  g_autoptr (LecternEdit) edit = lectern_edit_new (_ ("A translation is right as it is"));
  lectern_edit_set (edit, shown->kind, shown->id, shown->field, language, lectern_value_text (text->text));
  lectern_view_commit (page->view, edit, NULL);
}

static GtkWidget *
head_new (Page *page, const LecternTranslationRow *row, Shown *shown)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean is_name = (lectern_field (row->kind, row->field)->flags & LECTERN_FIELD_NAME) != 0;
  g_autofree char *words = is_name ? g_strdup (_ (lectern_kind_info (row->kind)->label))
                                   : g_strdup_printf ("%s · %s", row->name, _ (lectern_field (row->kind, row->field)->label));
  GtkWidget *label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "quiet");
  shown->state = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (shown->state), "warning");
  shown->right = gtk_button_new_with_label (_ ("Still Right"));
  gtk_widget_add_css_class (shown->right, "flat");
  gtk_widget_set_tooltip_text (shown->right, _ ("The translation says what the original says now"));
  g_object_set_data (G_OBJECT (shown->right), "shown", shown);
  g_signal_connect (shown->right, "clicked", G_CALLBACK (on_right), page);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (shown->state));
  gtk_box_append (GTK_BOX (head), shown->right);
  return head;
}

static GtkWidget *
row_new (Page *page, const LecternTranslationRow *row)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *sides = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *source = gtk_label_new (row->source);
  GtkWidget *editor = lectern_field_editor_new (page->view, row->kind, row->id, row->field, language_of (page));
  g_autofree char *language = lectern_language_name (language_of (page));
  g_autofree char *name = g_strdup_printf ("%s, %s (%s)", row->name, _ (lectern_field (row->kind, row->field)->label), language);
  Shown *shown = g_new0 (Shown, 1);
  shown->kind = row->kind;
  shown->id = row->id;
  shown->field = row->field;
  gtk_label_set_wrap (GTK_LABEL (source), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (source), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (source), 0);
  gtk_label_set_yalign (GTK_LABEL (source), 0);
  gtk_label_set_selectable (GTK_LABEL (source), TRUE);
  gtk_widget_set_can_focus (source, FALSE); /* the keyboard goes from field to field */
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_widget_set_valign (editor, GTK_ALIGN_START);
  gtk_widget_add_css_class (editor, "translation");
  lectern_field_editor_set_label (LECTERN_FIELD_EDITOR (editor), name);
  lectern_field_editor_set_placeholder (LECTERN_FIELD_EDITOR (editor), language);
  gtk_box_set_homogeneous (GTK_BOX (sides), TRUE);
  gtk_box_append (GTK_BOX (sides), source);
  gtk_box_append (GTK_BOX (sides), editor);
  gtk_box_append (GTK_BOX (box), head_new (page, row, shown));
  gtk_box_append (GTK_BOX (box), sides);
  gtk_widget_add_css_class (box, "padded");
  show_state (shown, row->state);
  g_ptr_array_add (page->shown, shown);
  return lectern_row_new_for (box);
}

/* ---- all of them ---- */

static GPtrArray *
read_rows (Page *page)
{
  return lectern_translation_list (lectern_view_get_reader (page->view), page->event, language_of (page));
}

static void
fill (Page *page)
{
  g_autoptr (GPtrArray) rows = read_rows (page);
  guint n = 0;
  for (GtkWidget *row; (row = gtk_widget_get_first_child (GTK_WIDGET (page->list))) != NULL;)
    gtk_list_box_remove (page->list, row);
  g_ptr_array_set_size (page->shown, 0);
  for (guint i = 0; i < rows->len; i++)
    if (is_shown (page, rows->pdata[i]) && n++ < page->n_most)
      gtk_list_box_append (page->list, row_new (page, rows->pdata[i]));
  gtk_widget_set_visible (page->more, n > page->n_most);
  gtk_stack_set_visible_child_name (page->stack, n > 0 ? "rows" : "none");
  show_count (page, rows);
}

static void
on_chosen (Page *page)
{
  page->n_most = ROWS_AT_ONCE;
  fill (page);
}

static void
on_more (Page *page)
{
  page->n_most += ROWS_AT_ONCE;
  fill (page);
}

/* A row that is done stays until another filter is chosen: it is what somebody just worked on. */
static void
refresh (Page *page)
{
  g_autoptr (GPtrArray) rows = read_rows (page);
  for (guint i = 0; i < page->shown->len; i++)
    {
      const Shown *shown = page->shown->pdata[i];
      for (guint j = 0; j < rows->len; j++)
        {
          const LecternTranslationRow *row = rows->pdata[j];
          if (row->id == shown->id && row->field == shown->field && row->kind == shown->kind)
            show_state (shown, row->state);
        }
    }
  show_count (page, rows);
}

static void
on_changed (GtkWindow *window)
{
  refresh (g_object_get_data (G_OBJECT (window), "page"));
}

/* ---- its parts ---- */

static GtkDropDown *
drop_down_new (Page *page, const char *const *names, const char *label)
{
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (names);
  gtk_widget_set_tooltip_text (drop_down, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (on_chosen), page);
  return GTK_DROP_DOWN (drop_down);
}

static GtkWidget *
header_new (Page *page)
{
  const char *const filters[] = { _ ("To do"), _ ("Missing"), _ ("To be looked at"), _ ("All texts"), NULL };
  GtkWidget *header = adw_header_bar_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; page->languages[i] != NULL; i++)
    g_ptr_array_add (names, lectern_language_name (page->languages[i]));
  g_ptr_array_add (names, NULL);
  page->language = drop_down_new (page, (const char *const *) names->pdata, _ ("Language to translate into"));
  page->filter = drop_down_new (page, filters, _ ("Which texts are shown"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), GTK_WIDGET (page->language));
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), GTK_WIDGET (page->filter));
  return header;
}

static GtkWidget *
rows_new (Page *page)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  page->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (page->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (page->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Texts"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (page->list), "boxed-list");
  page->more = gtk_button_new_with_label (_ ("Show More"));
  gtk_widget_set_halign (page->more, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (page->more, "clicked", G_CALLBACK (on_more), page);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page->list));
  gtk_box_append (GTK_BOX (box), page->more);
  gtk_widget_add_css_class (box, "page-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
foot_new (Page *page)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *missing = lectern_missing_choice_new (page->view);
  GtkWidget *label = gtk_label_new (_ ("What is not translated"));
  page->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (page->count, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (page->count), TRUE);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (page->count));
  gtk_box_append (GTK_BOX (foot), label);
  gtk_box_append (GTK_BOX (foot), missing);
  gtk_widget_add_css_class (foot, "padded");
  return foot;
}

static void
page_free (gpointer data)
{
  Page *page = data;
  g_strfreev (page->languages);
  g_ptr_array_unref (page->shown);
  g_free (page);
}

static Page *
page_new (LecternView *view)
{
  Page *page = g_new0 (Page, 1);
  g_auto (GStrv) all = lectern_programme_languages (lectern_view_get_reader (view), lectern_view_get_event (view));
  page->view = view;
  page->event = lectern_view_get_event (view);
  /* the main language is what is translated from; but a text may have been written in another */
  page->languages = g_strdupv (all[1] != NULL ? all + 1 : all);
  page->shown = g_ptr_array_new_with_free_func (g_free);
  page->n_most = ROWS_AT_ONCE;
  return page;
}

void
lectern_translations_window_present (LecternView *view)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *none = adw_status_page_new ();
  Page *page = page_new (view);
  g_object_set_data_full (G_OBJECT (window), "page", page, page_free);
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Nothing to do here"));
  adw_status_page_set_description (ADW_STATUS_PAGE (none),
                                   _ ("Which languages an event has is among its details; what is to be shown is "
                                      "chosen above."));
  gtk_box_append (GTK_BOX (box), header_new (page));
  page->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (page->stack, rows_new (page), "rows");
  gtk_stack_add_named (page->stack, none, "none");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page->stack));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), foot_new (page));
  adw_window_set_content (ADW_WINDOW (window), box);
  lectern_keys_add (window, GDK_KEY_Escape, 0, "window.close");
  gtk_window_set_title (GTK_WINDOW (window), _ ("Translations"));
  gtk_window_set_default_size (GTK_WINDOW (window), 860, 600);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_widget_add_css_class (window, "lectern");
  g_signal_connect_object (lectern_view_get_workspace (view), "changed", G_CALLBACK (on_changed), window,
                           G_CONNECT_SWAPPED);
  fill (page);
  gtk_window_present (GTK_WINDOW (window));
}
