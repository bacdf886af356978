/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of days and events, and other dates: what is in them, and what is not.
 */
#include "lectern-agenda-edits.h"
#include "lectern-event-edits.h"
#include "store-fixture.h"

typedef struct
{
  Fixture store;
  LecternReader *reader;
  gint64 event, venue, room, track, person;
  gint64 days[2];
  gint64 block, talk, gone;
} Event;

static gint64
create (LecternEdit *edit, LecternKind kind, guint owner, gint64 owner_id, guint name, const char *text)
{
  gint64 id = lectern_edit_create (edit, kind);
  if (owner != 0)
    lectern_edit_set_integer (edit, kind, id, owner, owner_id);
  lectern_edit_set_text (edit, kind, id, name, text);
  return id;
}

static gint64
add_session (Event *e, LecternEdit *edit, const char *title, gint64 day, int start, const char *state)
{
  gint64 id = create (edit, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, e->event, LECTERN_SESSION_TITLE, title);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, day);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, start);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, 30);
  lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&e->room, 1));
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_STATE, state);
  return id;
}

static void
add_event (Event *e, LecternEdit *edit)
{
  e->event = create (edit, LECTERN_KIND_EVENT, 0, 0, LECTERN_EVENT_TITLE, "13th Working Group Meeting");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, e->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, e->event, LECTERN_EVENT_SLUG, "iwg-13");
  lectern_edit_set_integer (edit, LECTERN_KIND_EVENT, e->event, LECTERN_EVENT_ORDINAL, 13);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, e->event, LECTERN_EVENT_RELEASE_STEP, "draft");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, e->event, LECTERN_EVENT_GUID, "7e2b7f60-4f52-4f4c-9b6b-0d9ac6a0b0c1");
  e->venue = create (edit, LECTERN_KIND_VENUE, 0, 0, LECTERN_VENUE_NAME, "House");
  e->room = create (edit, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, e->venue, LECTERN_ROOM_NAME, "Hall");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, e->event, LECTERN_EVENT_VENUES, NULL, lectern_value_ids (&e->venue, 1));
  e->track = create (edit, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT, e->event, LECTERN_TRACK_NAME, "Clay");
  for (guint i = 0; i < 2; i++)
    {
      e->days[i] = create (edit, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, e->event, LECTERN_DAY_DATE,
                           i == 0 ? "2026-06-17" : "2026-06-19");
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, e->days[i], LECTERN_DAY_NUMBER, i + 1);
    }
}

static void
set_up (Event *e, gconstpointer data)
{
  fixture_set_up (&e->store, NULL);
  e->reader = fixture_reader (&e->store);
  LecternEdit *edit = lectern_edit_new ("Set up");
  add_event (e, edit);
  e->person = create (edit, LECTERN_KIND_PERSON, 0, 0, LECTERN_PERSON_NAME, "Ada");
  gint64 registration = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, e->event, e->person);
  lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, registration, LECTERN_REGISTRATION_STATE, "registered");
  e->block = add_session (e, edit, "Block", e->days[0], 540, "confirmed");
  e->talk = add_session (e, edit, "Talk", e->days[0], 540, "idea");
  e->gone = add_session (e, edit, "Gone", e->days[1], 600, "cancelled");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, e->talk, LECTERN_SESSION_PARENT, e->block);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, e->talk, LECTERN_SESSION_TRACK, e->track);
  gint64 role = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, e->talk, e->person, "chair");
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, role, LECTERN_SESSION_ROLE_STATE, "confirmed");
  lectern_result_free (fixture_commit (&e->store, edit));
  edit = lectern_edit_new ("Translate");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, e->event, LECTERN_EVENT_TITLE, "sv",
                    lectern_value_text ("13:e mötet"));
  lectern_result_free (fixture_commit (&e->store, edit));
}

static void
tear_down (Event *e, gconstpointer data)
{
  fixture_tear_down (&e->store, NULL);
}

static const LecternAgendaSession *
find_titled (const LecternAgenda *agenda, const char *title)
{
  for (guint i = 0; i < agenda->sessions->len; i++)
    if (g_str_equal (lectern_agenda_session (agenda, i)->title, title))
      return lectern_agenda_session (agenda, i);
  return NULL;
}

static void
test_copy_day (Event *e, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 copy;
  g_assert_null (lectern_event_edit_copy_day (e->reader, e->days[0], "2026-06-19", &copy, &error));
  g_assert_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_DATE);
  g_clear_error (&error);
  g_assert_null (lectern_event_edit_copy_day (e->reader, 4711, "2026-06-20", &copy, &error));
  g_assert_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_GONE);
  g_clear_error (&error);
  LecternEdit *edit = lectern_event_edit_copy_day (e->reader, e->days[0], "2026-06-20", &copy, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (lectern_edit_get_label (edit), ==, "Copy a day to Sat 20 June 2026");
  lectern_result_free (fixture_commit (&e->store, edit));
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load (e->reader, e->event, "en");
  g_assert_cmpuint (agenda->days->len, ==, 3);
  g_assert_cmpint (lectern_agenda_day (agenda, 2)->id, ==, copy);
  g_assert_cmpint (lectern_agenda_day (agenda, 2)->number, ==, 3);
  g_assert_cmpuint (lectern_agenda_day (agenda, 2)->n_sessions, ==, 2);
  guint in_copy = 0;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const LecternAgendaSession *s = lectern_agenda_session (agenda, i);
      if (s->day != 2)
        continue;
      in_copy++;
      if (g_str_equal (s->title, "Talk"))
        {
          g_assert_cmpint (s->parent, !=, e->block);
          g_assert_cmpint (lectern_agenda_find (agenda, s->parent)->day, ==, 2);
          g_assert_cmpuint (s->n_people, ==, 1);
          g_assert_false (lectern_agenda_person (agenda, s->first_person)->to_be_confirmed);
        }
    }
  g_assert_cmpuint (in_copy, ==, 2);
  fixture_undo (&e->store);
  g_assert_false (fixture_alive (&e->store, LECTERN_KIND_DAY, copy));
}

static void
test_copy_event (Event *e, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LecternEventCopy how = { .first_date = "2026-11-30", .same_venue = TRUE, .roles = TRUE };
  gint64 copy;
  LecternEdit *edit = lectern_event_edit_copy (e->reader, e->event, &how, &copy, &error);
  g_assert_no_error (error);
  lectern_result_free (fixture_commit (&e->store, edit));
  g_autoptr (LecternRecord) event = lectern_reader_get (e->reader, LECTERN_KIND_EVENT, copy);
  g_assert_cmpstr (lectern_record_text (event, LECTERN_EVENT_TITLE), ==, "14th Working Group Meeting");
  g_assert_cmpstr (lectern_record_text_in (event, LECTERN_EVENT_TITLE, "sv"), ==, "14:e mötet");
  g_assert_cmpstr (lectern_record_text (event, LECTERN_EVENT_SLUG), ==, "iwg-14");
  g_assert_cmpint (lectern_record_integer (event, LECTERN_EVENT_ORDINAL), ==, 14);
  g_assert_true (lectern_record_is_empty (event, LECTERN_EVENT_RELEASE_STEP));
  g_assert_true (lectern_record_is_empty (event, LECTERN_EVENT_GUID));
  g_assert_cmpint (lectern_reader_count (e->reader, LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_EVENT, copy), ==, 0);
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load (e->reader, copy, "en");
  g_assert_cmpuint (agenda->days->len, ==, 2);
  g_assert_cmpstr (lectern_agenda_day (agenda, 0)->date, ==, "2026-11-30");
  g_assert_cmpstr (lectern_agenda_day (agenda, 1)->date, ==, "2026-12-02");
  g_assert_cmpuint (agenda->sessions->len, ==, 2);
  const LecternAgendaSession *talk = find_titled (agenda, "Talk"), *block = find_titled (agenda, "Block");
  g_assert_cmpint (talk->parent, ==, block->id);
  g_assert_cmpint (talk->day, ==, 0);
  g_assert_cmpint (talk->track, ==, 0);
  g_assert_cmpint (lectern_agenda_track (agenda, 0)->id, !=, e->track);
  g_assert_cmpuint (talk->n_rooms, ==, 1);
  g_assert_cmpstr (block->state, ==, "to-be-confirmed");
  g_assert_true (lectern_agenda_person (agenda, talk->first_person)->to_be_confirmed);

  /* Elsewhere, with nobody, under a name that is taken. */
  how = (LecternEventCopy){ .title = "Extra", .slug = "iwg-14", .first_date = "2027-01-01" };
  g_assert_null (lectern_event_edit_copy (e->reader, e->event, &how, &copy, &error));
  g_assert_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_SLUG);
  how.slug = NULL;
  lectern_result_free (fixture_commit (&e->store, lectern_event_edit_copy (e->reader, e->event, &how, &copy, NULL)));
  g_autoptr (LecternAgenda) elsewhere = lectern_agenda_load (e->reader, copy, "en");
  g_assert_cmpuint (elsewhere->rooms->len, ==, 0);
  g_assert_cmpuint (elsewhere->people->len, ==, 0);
  fixture_assert_text (&e->store, LECTERN_KIND_EVENT, copy, LECTERN_EVENT_SLUG, "iwg-13-2");
}

static void
test_move (Event *e, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  LecternDayDate one = { e->days[0], "2026-06-19" };
  g_assert_null (lectern_event_edit_move (e->reader, e->event, &one, 1, &error));
  g_assert_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_DATE);
  g_clear_error (&error);
  one.date = "soon";
  g_assert_null (lectern_event_edit_move (e->reader, e->event, &one, 1, &error));
  g_assert_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_DATE);
  g_clear_error (&error);
  one.date = "2026-06-17";
  g_autoptr (LecternEdit) nothing = lectern_event_edit_move (e->reader, e->event, &one, 1, NULL);
  g_assert_true (lectern_edit_is_empty (nothing));
  /* The first day after the second one: they change their numbers, sessions stay on their day. */
  one.date = "2026-06-24";
  lectern_result_free (fixture_commit (&e->store, lectern_event_edit_move (e->reader, e->event, &one, 1, NULL)));
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load (e->reader, e->event, "en");
  g_assert_cmpint (lectern_agenda_day (agenda, 0)->id, ==, e->days[1]);
  g_assert_cmpint (lectern_agenda_day (agenda, 0)->number, ==, 1);
  g_assert_cmpint (lectern_agenda_find (agenda, e->talk)->day, ==, 1);
  fixture_assert_text (&e->store, LECTERN_KIND_EVENT, e->event, LECTERN_EVENT_PREVIOUS_START, "2026-06-17");
  /* A second move keeps what was announced first. */
  const LecternDayDate both[] = { { e->days[0], "2027-02-02" }, { e->days[1], "2027-02-01" } };
  lectern_result_free (fixture_commit (&e->store, lectern_event_edit_move (e->reader, e->event, both, 2, NULL)));
  fixture_assert_text (&e->store, LECTERN_KIND_EVENT, e->event, LECTERN_EVENT_PREVIOUS_START, "2026-06-17");
  fixture_undo (&e->store);
  fixture_undo (&e->store);
  fixture_assert_text (&e->store, LECTERN_KIND_DAY, e->days[0], LECTERN_DAY_DATE, "2026-06-17");
}

static void
test_titles (void)
{
  const struct
  {
    const char *title;
    gint64 ordinal;
    const char *next;
  } cases[] = { { "1st Meeting", 1, "2nd Meeting" },     { "2nd Meeting", 2, "3rd Meeting" },
                { "10th Meeting", 10, "11th Meeting" },  { "20th Meeting", 20, "21st Meeting" },
                { "3. Treffen", 3, "4. Treffen" },       { "Meeting 2013 no. 13", 13, "Meeting 2013 no. 14" },
                { "1er comité", 1, "2e comité" },        { "21:a mötet", 21, "22:a mötet" },
                { "Plenary", 3, "Plenary" },             { "7 regions", 0, "7 regions" },
                { "112th of 12", 12, "112th of 13" },    { "12the", 12, "13the" } };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = lectern_event_next_title (cases[i].title, cases[i].ordinal);
      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

#define ADD(path, function) g_test_add (path, Event, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/event-edits/copy-day", test_copy_day);
  ADD ("/event-edits/copy-event", test_copy_event);
  ADD ("/event-edits/move", test_move);
  g_test_add_func ("/event-edits/titles", test_titles);
  return g_test_run ();
}
