/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-release-dialog.h"

#include "lectern-change-note.h"
#include "lectern-check.h"
#include "lectern-ladder.h"
#include "lectern-programme-load.h"
#include "lectern-release-check.h"
#include "lectern-release-compare.h"
#include "lectern-release-people.h"
#include "lectern-release.h"
#include "lectern-section.h"
#include "lectern-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_LINES 5

typedef struct
{
  LecternWindow *window; /* the dialog is its child and goes before it */
  AdwMessageDialog *dialog;
  gint64 event;
  char **languages;
  AdwComboRow *step;
  GtkWidget *page;     /* what depends on the step */
  GPtrArray *notes;    /* of GtkTextBuffer, beside languages */
} Form;

static LecternReader *
reader_of (Form *form)
{
  return lectern_workspace_reader (lectern_window_get_workspace (form->window));
}

static const char *
step_of (Form *form)
{
  const LecternField *field = lectern_field (LECTERN_KIND_RELEASE, LECTERN_RELEASE_STEP);
  return field->choices[adw_combo_row_get_selected (form->step)].key;
}

/* ---- what stands in the dialog ---- */

static GtkWidget *
heading_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
text_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* What is more than a glance stands among the problems; here the note must stay in sight. */
static void
shorten (GString *lines)
{
  const char *end = lines->str;
  for (guint i = 0; end != NULL && i < MOST_LINES; i++)
    end = strchr (end, '\n') ? strchr (end, '\n') + 1 : NULL;
  if (end == NULL || *end == '\0')
    return;
  g_string_truncate (lines, end - lines->str);
  g_string_append (lines, "…\n");
}

static void
add_lines (Form *form, const char *heading, GString *lines)
{
  if (lines->len == 0)
    return;
  shorten (lines);
  g_string_truncate (lines, lines->len - 1);
  gtk_box_append (GTK_BOX (form->page), heading_new (heading));
  gtk_box_append (GTK_BOX (form->page), text_new (lines->str));
}

/* Errors of the agenda first: a double booking is not made public unknowingly. */
static void
add_findings (Form *form)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (LecternCheck) check = lectern_check_new (reader_of (form), form->event, step_of (form), NULL);
  g_autoptr (GPtrArray) texts = lectern_release_check (reader_of (form), form->event, step_of (form));
  guint n = lectern_release_shows_agenda (step_of (form)) ? lectern_check_n_findings (check) : 0;
  for (guint i = 0; i < n; i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      if (finding->level != LECTERN_LEVEL_ERROR || finding->reason != NULL)
        continue;
      g_autofree char *what = lectern_finding_what (check, finding);
      g_autofree char *where = lectern_finding_where (check, finding);
      g_string_append_printf (lines, "⚠ %s · %s\n", what, where);
    }
  for (guint i = 0; i < texts->len; i++)
    {
      const LecternReleaseFinding *text = texts->pdata[i];
      g_string_append_printf (lines, "%s %s · %s\n", g_str_equal (text->level, "error") ? "⚠" : "•", text->what,
                              text->where);
    }
  add_lines (form, _ ("Look at this first"), lines);
}

static void
add_people (Form *form)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (GPtrArray) people = lectern_release_people (reader_of (form), form->event, step_of (form));
  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (lines, "%s%s", i > 0 ? ", " : "", (const char *) people->pdata[i]);
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  add_lines (form, _ ("Names, positions and organisations that become public"), lines);
}

static void
add_note (Form *form, const char *language, const char *text)
{
  g_autofree char *name = lectern_language_name (language);
  /* TRANSLATORS: %s is the name of a language */
  g_autofree char *title = g_strdup_printf (_ ("What changed, in %s"), name);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *label = heading_new (title);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_set_text (buffer, text ? text : "", -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 72);
  gtk_widget_add_css_class (scroller, "card");
  gtk_box_append (GTK_BOX (form->page), label);
  gtk_box_append (GTK_BOX (form->page), scroller);
  g_ptr_array_add (form->notes, g_object_ref (buffer));
}

static void
fill (Form *form)
{
  GtkWidget *child;
  g_autoptr (GHashTable) notes = lectern_change_notes (reader_of (form), form->event, step_of (form));
  while ((child = gtk_widget_get_first_child (form->page)) != NULL)
    gtk_box_remove (GTK_BOX (form->page), child);
  g_ptr_array_set_size (form->notes, 0);
  add_findings (form);
  add_people (form);
  for (guint i = 0; form->languages[i] != NULL; i++)
    add_note (form, form->languages[i], g_hash_table_lookup (notes, form->languages[i]));
}

/* ---- doing it ---- */

static GHashTable *
collect_notes (Form *form)
{
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < form->notes->len; i++)
    {
      GtkTextIter start, end;
      gtk_text_buffer_get_bounds (form->notes->pdata[i], &start, &end);
      char *text = gtk_text_buffer_get_text (form->notes->pdata[i], &start, &end, FALSE);
      if (*g_strstrip (text) != '\0')
        g_hash_table_insert (notes, g_strdup (form->languages[i]), text);
      else
        g_free (text);
    }
  return notes;
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Form *form)
{
  g_autoptr (GError) error = NULL;
  gint64 release;
  if (g_strcmp0 (response, "accept") != 0)
    return;
  g_autoptr (GHashTable) notes = collect_notes (form);
  g_autoptr (LecternEdit) edit
      = lectern_release_edit (reader_of (form), form->event, step_of (form), notes, &release, &error);
  if (edit != NULL)
    lectern_view_commit (lectern_window_get_view (form->window), edit, _ ("Released; the website has it once it is published"));
  else
    lectern_window_fail (form->window, error->message);
}

static void
form_free (gpointer data, GClosure *closure)
{
  Form *form = data;
  g_strfreev (form->languages);
  g_ptr_array_unref (form->notes);
  g_free (form);
}

static GtkWidget *
step_row_new (Form *form)
{
  LecternStep steps[LECTERN_N_STEPS];
  guint next = lectern_ladder_read (reader_of (form), form->event, steps);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *group = adw_preferences_group_new ();
  for (guint i = 0; i < LECTERN_N_STEPS; i++)
    gtk_string_list_append (names, steps[i].label);
  lectern_ladder_clear (steps);
  form->step = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->step), _ ("Release as"));
  adw_combo_row_set_model (form->step, G_LIST_MODEL (names));
  adw_combo_row_set_selected (form->step, MIN (next, LECTERN_N_STEPS - 1));
  g_signal_connect_swapped (form->step, "notify::selected", G_CALLBACK (fill), form);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (form->step));
  return group;
}

static GtkWidget *
body_new (Form *form)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  form->page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), step_row_new (form));
  gtk_box_append (GTK_BOX (box), form->page);
  GtkWidget *compare = lectern_release_compare_new (reader_of (form), form->event);
  if (compare != NULL)
    gtk_box_append (GTK_BOX (box), compare);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 380);
  gtk_widget_set_size_request (scroller, 420, -1);
  return scroller;
}

/** Asks at which step @event is to be public, and releases it. */
void
lectern_release_dialog_open (LecternWindow *window, gint64 event)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _ ("Release"),
                                              _ ("The event is made public as it is now; this state is kept and can "
                                                 "be compared later."));
  Form *form = g_new0 (Form, 1);
  form->window = window;
  form->dialog = ADW_MESSAGE_DIALOG (dialog);
  form->event = event;
  form->notes = g_ptr_array_new_with_free_func (g_object_unref);
  form->languages = lectern_programme_languages (reader_of (form), event);
  gtk_widget_add_css_class (dialog, "lectern");
  adw_message_dialog_add_responses (form->dialog, "cancel", _ ("Cancel"), "accept", _ ("Release"), NULL);
  adw_message_dialog_set_extra_child (form->dialog, body_new (form));
  adw_message_dialog_set_response_appearance (form->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (form->dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), form, form_free, 0);
  fill (form);
  gtk_window_present (GTK_WINDOW (dialog));
}
