/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is due next: tasks to tick, add and edit.
 */
#include "lectern-overview-cards.h"

#include "lectern-date-words.h"
#include "lectern-section.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

#define MOST_ROWS 6

static const guint task_fields[] = { LECTERN_TASK_TITLE, LECTERN_TASK_WHO, LECTERN_TASK_DUE, LECTERN_TASK_DONE };

/* With the year only where it is another one: the lines are short. */
char *
lectern_near_date_words (const char *date)
{
  GDate day, today;
  if (!lectern_date_parse (date, &day))
    return g_strdup (date);
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return lectern_date_words_format (lectern_date_words_language (), &day,
                                    g_date_get_year (&day) == g_date_get_year (&today)
                                        ? LECTERN_DATE_DAY_MONTH : LECTERN_DATE_PLAIN);
}

char *
lectern_due_words (const char *date, gboolean *late)
{
  g_autofree char *today = lectern_date_today ();
  *late = FALSE;
  if (date == NULL || *date == '\0')
    return g_strdup ("");
  if (strcmp (date, today) == 0)
    return g_strdup (_("today"));
  g_autofree char *words = lectern_near_date_words (date);
  *late = strcmp (date, today) < 0;
  /* TRANSLATORS: %s is a date */
  return *late ? g_strdup_printf (_("%s · overdue"), words) : g_steal_pointer (&words);
}

/* -- a field for a new line ------------------------------------------------------ */

typedef struct
{
  LecternView *view; /* weak */
  LecternAddFunc add;
} Adding;

static void
free_adding (gpointer data, GClosure *closure)
{
  Adding *adding = data;
  g_clear_weak_pointer (&adding->view);
  g_free (adding);
}

static void
on_add (GtkEntry *entry, Adding *adding)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));
  if (adding->view == NULL || *g_strstrip (text) == '\0')
    return;
  adding->add (adding->view, text);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

GtkWidget *
lectern_add_entry_new (LecternView *view, const char *placeholder, LecternAddFunc add)
{
  GtkWidget *entry = gtk_entry_new ();
  Adding *adding = g_new0 (Adding, 1);
  g_set_weak_pointer (&adding->view, view);
  adding->add = add;
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), placeholder);
  gtk_widget_add_css_class (entry, "in-place");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);
  g_signal_connect_data (entry, "activate", G_CALLBACK (on_add), adding, free_adding, 0);
  return entry;
}

/* -- tasks ---------------------------------------------------------------------------- */

static void
add_task (LecternView *view, const char *text)
{
  /* TRANSLATORS: %s is what is to do */
  g_autofree char *label = g_strdup_printf (_("New task “%s”"), text);
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  gint64 task = lectern_edit_create (edit, LECTERN_KIND_TASK);
  lectern_edit_set_integer (edit, LECTERN_KIND_TASK, task, LECTERN_TASK_EVENT, lectern_view_get_event (view));
  lectern_edit_set_text (edit, LECTERN_KIND_TASK, task, LECTERN_TASK_TITLE, text);
  lectern_view_commit (view, edit, NULL);
}

static void
on_ticked (GtkCheckButton *check, LecternView *view)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (check), "id");
  g_autofree char *name = lectern_reader_name (lectern_view_get_reader (view), LECTERN_KIND_TASK, id, NULL);
  /* TRANSLATORS: %s is a task */
  g_autofree char *label = g_strdup_printf (_("Done: %s"), name);
  g_autofree char *today = lectern_date_today ();
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_edit_set_text (edit, LECTERN_KIND_TASK, id, LECTERN_TASK_DONE, today);
  lectern_view_commit (view, edit, label);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, LecternView *view)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  GtkWidget *card = gtk_widget_get_ancestor (GTK_WIDGET (list), LECTERN_TYPE_CARD);
  if (id != NULL)
    lectern_card_edit (LECTERN_CARD (card), GTK_WIDGET (row), view, LECTERN_KIND_TASK, *id, task_fields,
                       G_N_ELEMENTS (task_fields));
}

static gint64 *
dup_id (gint64 id)
{
  return g_memdup2 (&id, sizeof id);
}

static GtkWidget *
task_row_new (LecternView *view, const LecternRecord *task)
{
  gboolean late;
  g_autofree char *due = lectern_due_words (lectern_record_text (task, LECTERN_TASK_DUE), &late);
  const char *title = lectern_record_name (task, NULL);
  GtkWidget *row = lectern_card_row_new (title, lectern_record_text (task, LECTERN_TASK_WHO), due);
  GtkWidget *check = gtk_check_button_new ();
  /* TRANSLATORS: %s is a task; said by a screen reader */
  g_autofree char *name = g_strdup_printf (_("Done: %s"), title);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), "id", dup_id (task->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "id", dup_id (task->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_ticked), view, 0);
  lectern_row_add_prefix (row, check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (late)
    gtk_widget_add_css_class (row, "late");
  return row;
}

static gint
by_due (gconstpointer a, gconstpointer b)
{
  const char *x = lectern_record_text (*(LecternRecord *const *) a, LECTERN_TASK_DUE);
  const char *y = lectern_record_text (*(LecternRecord *const *) b, LECTERN_TASK_DUE);
  return strcmp (x != NULL ? x : "9999", y != NULL ? y : "9999");
}

LecternCard *
lectern_due_card_new (LecternView *view)
{
  LecternCard *card = lectern_card_new ("alarm-symbolic", _("Due next"));
  lectern_card_add_below (card, lectern_add_entry_new (view, _("Add a task…"), add_task));
  lectern_card_on_activated (card, G_CALLBACK (on_row_activated), G_OBJECT (view));
  return card;
}

void
lectern_due_card_fill (LecternCard *card, LecternView *view)
{
  g_autoptr (GPtrArray) tasks = lectern_reader_find (lectern_view_get_reader (view), LECTERN_KIND_TASK,
                                                     LECTERN_TASK_EVENT, lectern_view_get_event (view));
  guint n = 0;
  lectern_card_clear (card);
  g_ptr_array_sort (tasks, by_due);
  for (guint i = 0; i < tasks->len; i++)
    {
      const LecternRecord *task = g_ptr_array_index (tasks, i);
      if (lectern_record_is_empty (task, LECTERN_TASK_DONE) && n++ < MOST_ROWS)
        lectern_card_append (card, task_row_new (view, task));
    }
  lectern_card_set_count (card, n, FALSE);
  if (n == 0)
    lectern_card_set_empty (card, _("Nothing is due. Tasks that you add stay here until they are ticked."));
  else if (n > MOST_ROWS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("And %u more, due later", "And %u more, due later",
                                                         n - MOST_ROWS), n - MOST_ROWS);
      lectern_card_note (card, more);
    }
}
