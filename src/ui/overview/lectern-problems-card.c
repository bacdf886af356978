/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong, errors first; each row goes to the record that shows it.
 */
#include "lectern-overview-cards.h"

#include "lectern-problems-job.h"
#include "lectern-section.h"
#include <glib/gi18n-lib.h>

#define MOST_ROWS 5

static const char *const icons[] = {
  [LECTERN_PROBLEM_ERROR] = "dialog-error-symbolic",
  [LECTERN_PROBLEM_WARNING] = "dialog-warning-symbolic",
  [LECTERN_PROBLEM_HINT] = "dialog-information-symbolic",
};
static const char *const classes[] = {
  [LECTERN_PROBLEM_ERROR] = "error",
  [LECTERN_PROBLEM_WARNING] = "warning",
  [LECTERN_PROBLEM_HINT] = "quiet",
};

LecternCard *
lectern_problems_card_new (LecternView *view)
{
  LecternCard *card = lectern_card_new ("dialog-warning-symbolic", _("Problems"));
  lectern_card_add_link (card, _("Agenda"), "agenda");
  return card;
}

static GtkWidget *
problem_row_new (LecternView *view, const LecternProblem *problem)
{
  static const char *const names[] = { N_("Error"), N_("Warning"), N_("Hint") };
  GtkWidget *row = lectern_card_row_new (problem->what, problem->why, problem->where);
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[problem->level]);
  gtk_widget_add_css_class (icon, classes[problem->level]);
  gtk_widget_set_tooltip_text (icon, _(names[problem->level]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(names[problem->level]), -1);
  lectern_row_add_prefix (row, icon);
  lectern_row_set_opens (row, view, problem->kind, problem->id);
  return row;
}

static char *
by_level (GPtrArray *problems)
{
  guint n[3] = { 0 };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < problems->len; i++)
    n[((LecternProblem *) g_ptr_array_index (problems, i))->level]++;
  if (n[0] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u error", "%u errors", n[0]), n[0]));
  if (n[1] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u warning", "%u warnings", n[1]), n[1]));
  if (n[2] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u hint", "%u hints", n[2]), n[2]));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
show_problems (LecternCard *card, LecternView *view, GPtrArray *problems)
{
  g_autofree char *detail = by_level (problems);
  lectern_card_clear (card);
  lectern_card_set_count (card, problems->len, TRUE);
  lectern_card_set_detail (card, detail);
  for (guint i = 0; i < MIN (problems->len, MOST_ROWS); i++)
    lectern_card_append (card, problem_row_new (view, g_ptr_array_index (problems, i)));
  if (problems->len == 0)
    lectern_card_set_empty (card, _("No problem is known."));
  else if (problems->len > MOST_ROWS)
    {
      guint more = problems->len - MOST_ROWS;
      g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", more), more);
      lectern_card_note (card, text);
    }
}

typedef struct
{
  LecternCard *card;
  LecternView *view;
  gint64 event;
} Asked;

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  Asked *asked = data;
  g_autoptr (GPtrArray) problems = lectern_problems_find_finish (LECTERN_WORKSPACE (source), result, NULL);
  if (problems != NULL && lectern_view_get_workspace (asked->view) == LECTERN_WORKSPACE (source)
      && lectern_view_get_event (asked->view) == asked->event)
    show_problems (asked->card, asked->view, problems);
  g_object_unref (asked->card);
  g_object_unref (asked->view);
  g_free (asked);
}

/* Found on a thread: the first frame and the next letter do not wait for it. */
void
lectern_problems_card_fill (LecternCard *card, LecternView *view)
{
  Asked *asked = g_new0 (Asked, 1);
  asked->card = g_object_ref (card);
  asked->view = g_object_ref (view);
  asked->event = lectern_view_get_event (view);
  lectern_problems_find_async (lectern_view_get_workspace (view), asked->event, NULL, on_found, asked);
}
