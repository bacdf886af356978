/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing in place: what is stored and when, what is not, one visit as one step of
 * undo, names for the screen reader, every type of field.
 */
#include "lists-fixture.h"

#include "lectern-country.h"
#include "lectern-field-editor.h"
#include "lectern-field-text.h"
#include "lectern-participants-view.h"
#include "lectern-region.h"
#include "ui-start.h"

static LecternFieldEditor *
show (ListsFixture *f, LecternKind kind, gint64 id, guint field, const char *language)
{
  GtkWidget *editor, *content, *last;
  if (f->view == NULL)
    lists_fixture_show (f, lectern_participants_view_new ());
  editor = lectern_field_editor_new (f->view, kind, id, field, language);
  /* Under the view, which gives it the workspace; in place of the one before. */
  content = adw_window_get_content (ADW_WINDOW (f->window));
  last = gtk_widget_get_last_child (content);
  if (LECTERN_IS_FIELD_EDITOR (last))
    gtk_box_remove (GTK_BOX (content), last);
  gtk_box_append (GTK_BOX (content), editor);
  lists_fixture_settle (f);
  return LECTERN_FIELD_EDITOR (editor);
}

static void
assert_field (ListsFixture *f, LecternKind kind, gint64 id, guint field, const char *expected)
{
  g_autofree char *text = lists_fixture_text (f, kind, id, field);
  g_assert_cmpstr (text, ==, expected);
}

static void
undo (ListsFixture *f)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LecternResult) result = lectern_workspace_undo (f->workspace, &error);
  g_assert_no_error (error);
  lists_fixture_settle (f);
}

/* Nothing is stored while one types; Enter stores; the field follows undo. */
static void
test_text (ListsFixture *f, gconstpointer data)
{
  gint64 id = f->organisations[0];
  LecternFieldEditor *editor = show (f, LECTERN_KIND_ORGANISATION, id, LECTERN_ORGANISATION_CITY, NULL);
  GtkEditable *entry = GTK_EDITABLE (lectern_field_editor_get_target (editor));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, "Göteborg");
  assert_field (f, LECTERN_KIND_ORGANISATION, id, LECTERN_ORGANISATION_CITY, "");
  g_signal_emit_by_name (entry, "activate");
  lists_fixture_settle (f);
  assert_field (f, LECTERN_KIND_ORGANISATION, id, LECTERN_ORGANISATION_CITY, "Göteborg");
  g_autofree char *label = lectern_workspace_dup_undo_label (f->workspace);
  g_assert_cmpstr (label, ==, "Change “Town” of “Kemiregion Väst”");
  undo (f);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Town");
}

/* Within a second of typing it is on the disk, without Enter; and one visit is one step of undo. */
static void
test_visit (ListsFixture *f, gconstpointer data)
{
  gint64 id = f->organisations[0];
  LecternFieldEditor *editor = show (f, LECTERN_KIND_ORGANISATION, id, LECTERN_ORGANISATION_CITY, NULL);
  GtkEditable *entry = GTK_EDITABLE (lectern_field_editor_get_target (editor));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  static const char *const typed[] = { "Mölnd", "Mölndal" };
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gint64 until = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;
      g_autofree char *stored = NULL;
      gtk_editable_set_text (entry, typed[i]);
      while (g_strcmp0 (stored, typed[i]) != 0 && g_get_monotonic_time () < until)
        {
          g_main_context_iteration (NULL, FALSE);
          g_usleep (2000);
          g_free (stored);
          stored = lists_fixture_text (f, LECTERN_KIND_ORGANISATION, id, LECTERN_ORGANISATION_CITY);
        }
      g_assert_cmpstr (stored, ==, typed[i]);
    }
  lists_fixture_settle (f);
  undo (f);
  assert_field (f, LECTERN_KIND_ORGANISATION, id, LECTERN_ORGANISATION_CITY, "");
}

/* A wrong value stays, says why, and is not stored; the right one takes the reason away. */
static void
test_wrong (ListsFixture *f, gconstpointer data)
{
  LecternFieldEditor *editor = show (f, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_CAPACITY_THEATRE, NULL);
  GtkWidget *entry = lectern_field_editor_get_target (editor);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "240");
  lists_fixture_type (entry, "many");
  lists_fixture_settle (f);
  g_assert_nonnull (lectern_field_editor_get_error (editor));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "many");
  g_autoptr(LecternRecord) room = lectern_reader_get (f->reader, LECTERN_KIND_ROOM, f->room);
  g_assert_cmpint (lectern_record_integer (room, LECTERN_ROOM_CAPACITY_THEATRE), ==, 240);
  lists_fixture_type (entry, "250");
  lists_fixture_settle (f);
  g_assert_null (lectern_field_editor_get_error (editor));
  g_autoptr(LecternRecord) again = lectern_reader_get (f->reader, LECTERN_KIND_ROOM, f->room);
  g_assert_cmpint (lectern_record_integer (again, LECTERN_ROOM_CAPACITY_THEATRE), ==, 250);
  /* A room keeps a name. */
  editor = show (f, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_NAME, NULL);
  lists_fixture_type (lectern_field_editor_get_target (editor), " ");
  lists_fixture_settle (f);
  g_assert_nonnull (lectern_field_editor_get_error (editor));
  assert_field (f, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_NAME, "Great hall");
}

/* What somebody else writes is shown, but not over what is being typed. */
static void
test_outside (ListsFixture *f, gconstpointer data)
{
  LecternFieldEditor *editor = show (f, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_NAME, NULL);
  GtkEditable *entry = GTK_EDITABLE (lectern_field_editor_get_target (editor));
  LecternEdit *edit = lectern_edit_new ("Elsewhere");
  lectern_edit_set_text (edit, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_NAME, "Grote zaal");
  lists_fixture_commit (f, edit);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Grote zaal");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, "My own");
  edit = lectern_edit_new ("Elsewhere");
  lectern_edit_set_text (edit, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_NAME, "Third");
  lists_fixture_commit (f, edit);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "My own");
}

/* What is typed for one record is stored there before another is shown. */
static void
test_set_record (ListsFixture *f, gconstpointer data)
{
  LecternFieldEditor *editor = show (f, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_NAME, NULL);
  GtkEditable *entry = GTK_EDITABLE (lectern_field_editor_get_target (editor));
  gtk_editable_set_text (entry, "Renamed");
  lectern_field_editor_set_record (editor, f->other_room, NULL);
  lists_fixture_settle (f);
  assert_field (f, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_NAME, "Renamed");
  assert_field (f, LECTERN_KIND_ROOM, f->other_room, LECTERN_ROOM_NAME, "Meuse room");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "Meuse room");
}

static void
test_translation (ListsFixture *f, gconstpointer data)
{
  LecternFieldEditor *editor = show (f, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_NAME, "de");
  GtkWidget *entry = lectern_field_editor_get_target (editor);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  lists_fixture_type (entry, "Großer Saal");
  lists_fixture_settle (f);
  g_autoptr(LecternRecord) room = lectern_reader_get (f->reader, LECTERN_KIND_ROOM, f->room);
  g_assert_cmpstr (lectern_record_text (room, LECTERN_ROOM_NAME), ==, "Great hall");
  g_assert_cmpstr (lectern_record_text_in (room, LECTERN_ROOM_NAME, "de"), ==, "Großer Saal");
}

static void
test_choice_and_switch (ListsFixture *f, gconstpointer data)
{
  LecternFieldEditor *editor = show (f, LECTERN_KIND_REGISTRATION, f->registrations[0], LECTERN_REGISTRATION_STATE, NULL);
  GtkDropDown *choice = GTK_DROP_DOWN (lectern_field_editor_get_target (editor));
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 3); /* after "not said": confirmed */
  gtk_drop_down_set_selected (choice, 6);
  lists_fixture_settle (f);
  assert_field (f, LECTERN_KIND_REGISTRATION, f->registrations[0], LECTERN_REGISTRATION_STATE, "cancelled");
  editor = show (f, LECTERN_KIND_ROOM, f->room, LECTERN_ROOM_SHARED, NULL);
  gtk_switch_set_active (GTK_SWITCH (lectern_field_editor_get_target (editor)), TRUE);
  lists_fixture_settle (f);
  g_autoptr(LecternRecord) room = lectern_reader_get (f->reader, LECTERN_KIND_ROOM, f->room);
  g_assert_cmpint (lectern_record_integer (room, LECTERN_ROOM_SHARED), ==, 1);
}

/* A record found by its name; one that is not there yet is made in the same step. */
static void
test_reference (ListsFixture *f, gconstpointer data)
{
  LecternFieldEditor *editor = show (f, LECTERN_KIND_PERSON, f->persons[0], LECTERN_PERSON_ORGANISATION, NULL);
  GtkWidget *entry = lectern_field_editor_get_target (editor);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Kemiregion Väst");
  lists_fixture_type (entry, "polo adriatico");
  lists_fixture_settle (f);
  g_autoptr(LecternRecord) person = lectern_reader_get (f->reader, LECTERN_KIND_PERSON, f->persons[0]);
  g_assert_cmpint (lectern_record_integer (person, LECTERN_PERSON_ORGANISATION), ==, f->organisations[2]);
  lists_fixture_type (entry, "Ida Chemical Park");
  lists_fixture_settle (f);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_ORGANISATION, 0, 0), ==, 4);
  undo (f);
  g_assert_cmpint (lectern_reader_count (f->reader, LECTERN_KIND_ORGANISATION, 0, 0), ==, 3);
}

/* Every field of every kind that is edited has a control with a name, and shows without a word. */
static void
test_every_type (ListsFixture *f, gconstpointer data)
{
  static const LecternKind kinds[]
      = { LECTERN_KIND_EVENT, LECTERN_KIND_ORGANISATION, LECTERN_KIND_PERSON, LECTERN_KIND_VENUE,
          LECTERN_KIND_ROOM,  LECTERN_KIND_SESSION,      LECTERN_KIND_REGISTRATION, LECTERN_KIND_ACTION };
  gint64 ids[] = { f->event, f->organisations[0], f->persons[0], f->venue,
                   f->room,  f->session,          f->registrations[0], f->action };
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < lectern_kind_info (kinds[k])->n_fields; i++)
      {
        const LecternField *field = &lectern_kind_info (kinds[k])->fields[i];
        LecternFieldEditor *editor = show (f, kinds[k], ids[k], field->number, NULL);
        gtk_test_accessible_assert_property (GTK_ACCESSIBLE (lectern_field_editor_get_target (editor)),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, lectern_field_label (field));
        g_assert_true (lectern_field_editor_store (editor));
      }
  g_autofree char *label = lectern_workspace_dup_undo_label (f->workspace);
  g_assert_cmpstr (label, ==, "A project"); /* looking changed nothing */
}

static void
test_region (void)
{
  g_autofree char *exact = lectern_region_name ("DEE"), *inner = lectern_region_name ("SE110");
  g_autofree char *unknown = lectern_region_name ("XX99");
  g_assert_cmpstr (exact, ==, "Sachsen-Anhalt (DE)");
  g_assert_cmpstr (inner, ==, "Stockholm (SE)");
  g_assert_cmpstr (unknown, ==, "XX99");
}

/* Read by its name, typed as either, stored as its code. */
static void
test_country (void)
{
  const LecternField *field = lectern_field (LECTERN_KIND_VENUE, LECTERN_VENUE_COUNTRY);
  static const char *const typed[] = { "Netherlands", "netherlands", "nl", "NL" };
  g_auto(LecternValue) stored = lectern_value_text ("NL");
  g_assert_cmpstr (lectern_country_name ("XX"), ==, "XX");
  if (g_str_equal (lectern_country_name ("NL"), "NL"))
    {
      g_test_skip ("iso-codes is not installed");
      return;
    }
  g_autofree char *shown = lectern_field_text_show (field, &stored);
  g_autofree char *edited = lectern_field_text_edit (field, &stored);
  g_assert_cmpstr (shown, ==, "Netherlands");
  g_assert_cmpstr (edited, ==, "NL");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto(LecternValue) value = LECTERN_EMPTY;
      lectern_field_text_parse (field, typed[i], &value, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (lectern_value_get_text (&value), ==, "NL");
    }
  g_autoptr(GError) error = NULL;
  g_auto(LecternValue) value = LECTERN_EMPTY;
  g_assert_false (lectern_field_text_parse (field, "Atlantis", &value, &error));
}

/* A day on which the clocks change has its hours all the same; what is no time of a day is refused. */
/* What was brought in with a comma in it stays one thing when the list is edited. */
static void
test_list (void)
{
  const LecternField *field = lectern_field (LECTERN_KIND_ROOM, LECTERN_ROOM_EQUIPMENT);
  const struct
  {
    const char *const texts[3];
    const char *text;
  } lists[] = { { { "Projector", "Screen" }, "Projector, Screen" },
                { { "Projector, 4K", "Screen" }, "Projector, 4K; Screen" },
                { { "Projector, 4K" }, "Projector, 4K;" } };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (LecternValue) stored = lectern_value_texts (lists[i].texts), read = LECTERN_EMPTY;
      g_autofree char *text = lectern_field_text_edit (field, &stored);
      g_assert_cmpstr (text, ==, lists[i].text);
      g_assert_true (lectern_field_text_parse (field, text, &read, &error));
      g_auto (GStrv) again = lectern_value_get_texts (&read);
      g_assert_true (g_strv_equal ((const char *const *) again, lists[i].texts));
    }
}

static void
test_instant (void)
{
  const LecternField *field = lectern_field (LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_PUBLISH_AT);
  const char *typed[] = { "2026-03-29 9:40", "2026-10-25 9:40", "2026-06-17T9:40", "2026-06-17" };
  const char *utc[] = { "2026-03-29T07:40:00Z", "2026-10-25T08:40:00Z", "2026-06-17T07:40:00Z", "2026-06-16T22:00:00Z" };
  const char *wrong[] = { "2026-06-17x9:40", "2026-06-17 25:30", "2026-06-31 9:40", "0000-06-17 9:40", "tomorrow" };
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_auto (LecternValue) value = LECTERN_EMPTY;
      g_autoptr (GError) error = NULL;
      g_autoptr (GDateTime) wanted = g_date_time_new_from_iso8601 (utc[i], NULL);
      lectern_field_text_parse (field, typed[i], &value, &error);
      g_assert_no_error (error);
      g_assert_cmpint (lectern_value_get_integer (&value), ==, g_date_time_to_unix (wanted) * 1000);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_auto (LecternValue) value = LECTERN_EMPTY;
      g_autoptr (GError) error = NULL;
      g_assert_false (lectern_field_text_parse (field, wrong[i], &value, &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  ui_start (&argc, &argv);
#define ADD(path, function) \
  g_test_add ("/field-editor/" path, ListsFixture, NULL, lists_fixture_set_up, function, lists_fixture_tear_down)
  ADD ("text", test_text);
  ADD ("visit", test_visit);
  ADD ("wrong", test_wrong);
  ADD ("outside", test_outside);
  ADD ("set-record", test_set_record);
  ADD ("translation", test_translation);
  ADD ("choice-and-switch", test_choice_and_switch);
  ADD ("reference", test_reference);
  ADD ("every-type", test_every_type);
  g_test_add_func ("/field-editor/region", test_region);
  g_test_add_func ("/field-editor/country", test_country);
  g_test_add_func ("/field-editor/list", test_list);
  g_test_add_func ("/field-editor/instant", test_instant);
  return g_test_run ();
}
