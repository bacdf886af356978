/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Contacts: the list by parts of the programme and of people, the pages, adding and
 * deleting with everything that belongs to it.
 */
#include "lists-fixture.h"

#include "lectern-contacts-view.h"
#include "lectern-list-model.h"
#include "lectern-organisation-page.h"
#include "lectern-person-page.h"
#include "ui-start.h"

static GtkSelectionModel *
list_of (ListsFixture *f)
{
  GtkWidget *list = lists_fixture_find (GTK_WIDGET (f->view), GTK_TYPE_LIST_VIEW, "contacts");
  return gtk_list_view_get_model (GTK_LIST_VIEW (list));
}

static GtkWidget *
page_of (ListsFixture *f, GType type)
{
  return lists_fixture_find (GTK_WIDGET (f->view), type, NULL);
}

static void
test_organisations (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_contacts_view_new ());
  /* SynRegio, its two, "Without a role", the third. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list_of (f))), ==, 5);
  g_assert_nonnull (lists_fixture_find_text (GTK_WIDGET (f->view), "SynRegio · Project"));
  g_assert_nonnull (lists_fixture_find_text (GTK_WIDGET (f->view), "Lead partner"));
  /* A heading cannot be selected; the first organisation is. */
  g_assert_true (gtk_selection_model_is_selected (list_of (f), 1));
  GtkWidget *page = page_of (f, LECTERN_TYPE_ORGANISATION_PAGE);
  g_assert_nonnull (lists_fixture_find_text (page, "Roos de Wit"));
  g_assert_nonnull (lists_fixture_find_text (page, "Final conference"));
  g_assert_nonnull (lists_fixture_find_text (page, "4 registered, 1 role"));
  g_assert_nonnull (lists_fixture_find_text (page, "about 60 %, Final conference"));
}

static void
test_person (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_contacts_view_new ());
  g_assert_true (lectern_view_reveal (f->view, LECTERN_KIND_PERSON, f->persons[0]));
  lists_fixture_settle (f);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list_of (f))), ==, 12);
  GtkWidget *page = page_of (f, LECTERN_TYPE_PERSON_PAGE);
  g_assert_nonnull (lists_fixture_find_text (page, "From pilot to plant"));
  g_assert_nonnull (lists_fixture_find_text (page, "Speaker"));
  g_assert_nonnull (lists_fixture_find_text (page, "Confirmed · Speaker"));
  /* Not Participants twice: somebody who comes to nothing is here too. */
  g_assert_true (lectern_view_reveal (f->view, LECTERN_KIND_PERSON, f->persons[11]));
  lists_fixture_settle (f);
  g_assert_nonnull (lists_fixture_find_text (page, "Not registered for an event and without a role in a session."));
  g_assert_false (lectern_view_reveal (f->view, LECTERN_KIND_ROOM, f->room));
}

static void
test_edit (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_contacts_view_new ());
  GtkWidget *page = page_of (f, LECTERN_TYPE_ORGANISATION_PAGE);
  lists_fixture_type (lists_fixture_find (page, GTK_TYPE_ENTRY, "page-title"), "Kemiregion Norr");
  lists_fixture_settle (f);
  g_autofree char *name = lists_fixture_text (f, LECTERN_KIND_ORGANISATION, f->organisations[0], LECTERN_ORGANISATION_NAME);
  g_assert_cmpstr (name, ==, "Kemiregion Norr");
  g_assert_nonnull (lists_fixture_find_text (lists_fixture_find (GTK_WIDGET (f->view), GTK_TYPE_LIST_VIEW, "contacts"),
                                             "Kemiregion Norr"));
}

static void
test_add (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_contacts_view_new ());
  GtkWidget *add = gtk_stack_get_visible_child (GTK_STACK (lectern_view_header_end (f->view)));
  g_signal_emit_by_name (add, "chosen", (gint64) 0, "Ida Chemical Park");
  lists_fixture_settle (f);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_ORGANISATION, 0, 0), ==, 4);
  GtkWidget *title = lists_fixture_find (page_of (f, LECTERN_TYPE_ORGANISATION_PAGE), GTK_TYPE_ENTRY, "page-title");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Ida Chemical Park");
  /* What is known already is shown instead. */
  g_signal_emit_by_name (add, "chosen", f->organisations[1], "Chemieregion Mitte");
  lists_fixture_settle (f);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_ORGANISATION, 0, 0), ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Chemieregion Mitte");
}

static void
test_delete (ListsFixture *f, gconstpointer data)
{
  lists_fixture_show (f, lectern_contacts_view_new ());
  lectern_view_reveal (f->view, LECTERN_KIND_ORGANISATION, f->organisations[0]);
  lists_fixture_settle (f);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "contacts.delete", NULL));
  lists_fixture_settle (f);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_ORGANISATION, 0, 0), ==, 2);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_MEMBERSHIP, 0, 0), ==, 1);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_PERSON, 0, 0), ==, 12);
  g_autoptr(LecternRecord) person = lectern_reader_get (f->reader, LECTERN_KIND_PERSON, f->persons[0]);
  g_assert_true (lectern_record_is_empty (person, LECTERN_PERSON_ORGANISATION));
  g_autoptr(LecternResult) undone = lectern_workspace_undo (f->workspace, NULL);
  lists_fixture_settle (f);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_ORGANISATION, 0, 0), ==, 3);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_MEMBERSHIP, 0, 0), ==, 2);
  /* A person goes with the registration and the roles. */
  lectern_view_reveal (f->view, LECTERN_KIND_PERSON, f->persons[0]);
  lists_fixture_settle (f);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "contacts.delete", NULL));
  lists_fixture_settle (f);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_REGISTRATION, 0, 0), ==, 9);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_SESSION_ROLE, 0, 0), ==, 0);
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/contacts/" path, ListsFixture, NULL, lists_fixture_set_up, function, lists_fixture_tear_down)
  ADD ("organisations", test_organisations);
  ADD ("person", test_person);
  ADD ("edit", test_edit);
  ADD ("add", test_add);
  ADD ("delete", test_delete);
  return g_test_run ();
}
