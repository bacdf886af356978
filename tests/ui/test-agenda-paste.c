/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A pasted agenda: read, set right, added in one step, undone in one; a copied day.
 */
#include "agenda-fixture.h"
#include "lectern-agenda-paste-dialog.h"
#include "ui-start.h"

#include <string.h>

static const char *const text = "9:00–9:30 Welcome (Great hall)\nChair: Nora Paste\n9.30 Coffee break\n9.50–11h Markets (New room)\n"
                                "11:00 Lunch\n";

static LecternAgendaPasteDialog *
open_dialog (AgendaFixture *f)
{
  GtkWindow *dialog = lectern_agenda_paste_dialog_present (LECTERN_VIEW (f->view), f->days[1]);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return LECTERN_AGENDA_PASTE_DIALOG (dialog);
}

static void
collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gboolean
can_add (LecternAgendaPasteDialog *dialog)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  collect (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (GTK_IS_ACTIONABLE (buttons->pdata[i])
        && g_strcmp0 (gtk_actionable_get_action_name (buttons->pdata[i]), "paste.go") == 0)
      return gtk_widget_get_sensitive (buttons->pdata[i]);
  g_assert_not_reached ();
}

static const LecternAgendaSession *
find_titled (AgendaFixture *f, const char *title)
{
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  for (guint i = 0; i < agenda->sessions->len; i++)
    if (g_str_equal (lectern_agenda_session (agenda, i)->title, title))
      return lectern_agenda_session (agenda, i);
  return NULL;
}

static guint
count_sessions (AgendaFixture *f)
{
  return lectern_agenda_view_get_agenda (f->view)->sessions->len;
}

static void
test_paste (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaPasteDialog *dialog = open_dialog (f);
  g_autoptr (GPtrArray) entries = g_ptr_array_new (), checks = g_ptr_array_new ();
  guint before = count_sessions (f);
  g_assert_false (lectern_agenda_paste_dialog_read (dialog, "Dear all", FALSE));
  g_assert_true (lectern_agenda_paste_dialog_read (dialog, text, FALSE));
  collect (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, entries);
  collect (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, checks);
  g_assert_cmpuint (checks->len, ==, 4);
  g_assert_cmpuint (entries->len, ==, 8); /* time and title of each */
  g_assert_true (can_add (dialog));
  gtk_editable_set_text (GTK_EDITABLE (entries->pdata[0]), "soonish");
  g_assert_false (can_add (dialog));
  gtk_editable_set_text (GTK_EDITABLE (entries->pdata[0]), "9h10-9h30");
  gtk_editable_set_text (GTK_EDITABLE (entries->pdata[5]), "New markets");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (checks->pdata[3]), FALSE);
  g_assert_true (can_add (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "paste.go", NULL);
  ui_wait (count_sessions (f) == before + 3);
  const LecternAgenda *agenda = lectern_agenda_view_get_agenda (f->view);
  const LecternAgendaSession *welcome = find_titled (f, "Welcome"), *markets = find_titled (f, "New markets");
  g_assert_cmpint (welcome->day, ==, 1);
  g_assert_cmpint (welcome->start, ==, 550);
  g_assert_cmpint (welcome->duration, ==, 20);
  g_assert_cmpint (lectern_agenda_room (agenda, welcome->rooms[0])->id, ==, f->rooms[0]);
  g_assert_cmpstr (lectern_agenda_person (agenda, welcome->first_person)->name, ==, "Nora Paste");
  g_assert_cmpstr (lectern_agenda_person (agenda, welcome->first_person)->role, ==, "chair");
  g_assert_cmpstr (lectern_agenda_room (agenda, markets->rooms[0])->name, ==, "New room");
  g_assert_cmpint (lectern_agenda_room (agenda, markets->rooms[0])->venue, ==, f->venue);
  g_assert_null (find_titled (f, "Lunch ")); /* was left out; the fixture's own one stays */
  g_autoptr (LecternResult) undone = lectern_workspace_undo (f->workspace, NULL);
  g_assert_cmpstr (undone->label, ==, "Paste an agenda of 3 sessions");
  ui_wait (count_sessions (f) == before);
  g_assert_cmpint (lectern_reader_count (lectern_workspace_reader (f->workspace), LECTERN_KIND_ROOM, 0, 0), ==, 4);
}

/* What goes on after midnight stays in the night after its day, also where its end is set right. */
static void
test_night (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaPasteDialog *dialog = open_dialog (f);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  guint before = count_sessions (f);
  g_assert_true (lectern_agenda_paste_dialog_read (dialog, "20:00 Dinner\n0:30–1:30 Party\n2:00–2:30 Bus\n", FALSE));
  collect (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, entries);
  gtk_editable_set_text (GTK_EDITABLE (entries->pdata[4]), "2:15-2:45");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "paste.go", NULL);
  ui_wait (count_sessions (f) == before + 3);
  g_assert_cmpint (find_titled (f, "Dinner")->start, ==, 1200);
  g_assert_cmpint (find_titled (f, "Party")->start, ==, 1470);
  g_assert_cmpint (find_titled (f, "Party")->duration, ==, 60);
  g_assert_cmpint (find_titled (f, "Bus")->start, ==, 1575);
  g_assert_cmpint (find_titled (f, "Bus")->duration, ==, 30);
}

/* Escape leaves everything as it was. */
static void
test_cancel (AgendaFixture *f, gconstpointer data)
{
  LecternAgendaPasteDialog *dialog = open_dialog (f);
  guint before = count_sessions (f);
  g_assert_true (lectern_agenda_paste_dialog_read (dialog, text, FALSE));
  gtk_window_close (GTK_WINDOW (dialog));
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (count_sessions (f), ==, before);
}

/* From the clipboard, a page with a table. */
static void
test_clipboard (AgendaFixture *f, gconstpointer data)
{
  static const char page[] = "<table><tr><td>10:00</td><td>From Word</td></tr><tr><td>10:30</td><td>End</td></tr></table>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  GdkContentProvider *content = gdk_content_provider_new_for_bytes ("text/html", bytes);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (f->view)), content);
  g_object_unref (content);
  GListModel *tops = gtk_window_get_toplevels ();
  guint before = g_list_model_get_n_items (tops);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.paste", NULL));
  ui_wait (g_list_model_get_n_items (tops) == before + 1);
  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr (GtkWidget) top = g_list_model_get_item (tops, i);
      g_autoptr (GPtrArray) checks = g_ptr_array_new ();
      if (!LECTERN_IS_AGENDA_PASTE_DIALOG (top))
        continue;
      ui_wait ((g_ptr_array_set_size (checks, 0), collect (top, GTK_TYPE_CHECK_BUTTON, checks), checks->len == 2));
      gtk_widget_activate_action (top, "paste.go", NULL);
    }
  ui_wait (find_titled (f, "From Word") != NULL);
}

static void
test_copy_day (AgendaFixture *f, gconstpointer data)
{
  guint n = lectern_agenda_day (lectern_agenda_view_get_agenda (f->view), 0)->n_sessions;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "agenda.copy-day", NULL));
  ui_wait (lectern_agenda_view_get_agenda (f->view)->days->len == 3);
  ui_wait (lectern_agenda_day (lectern_agenda_view_get_agenda (f->view), 2)->n_sessions == n);
  g_assert_cmpstr (lectern_agenda_day (lectern_agenda_view_get_agenda (f->view), 2)->date, ==, "2026-06-19");
  lectern_result_free (lectern_workspace_undo (f->workspace, NULL));
  ui_wait (lectern_agenda_view_get_agenda (f->view)->days->len == 2);
}

#define ADD(path, function) g_test_add (path, AgendaFixture, NULL, agenda_fixture_set_up, function, agenda_fixture_tear_down)

int
main (int argc, char *argv[])
{
  ui_start (&argc, &argv);
  ADD ("/agenda-paste/paste", test_paste);
  ADD ("/agenda-paste/night", test_night);
  ADD ("/agenda-paste/cancel", test_cancel);
  ADD ("/agenda-paste/clipboard", test_clipboard);
  ADD ("/agenda-paste/copy-day", test_copy_day);
  return g_test_run ();
}
