/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda as views read it, against what the records themselves say.
 */
#include "lectern-check.h"
#include "store-fixture.h"

typedef struct
{
  Fixture store;
  gint64 event;
  gint64 venue;
  gint64 rooms[3];
  gint64 days[2];
  LecternEdit *edit;
} Agenda;

static gint64
add (Agenda *a, LecternKind kind, guint owner, gint64 owner_id, guint name, const char *text)
{
  gint64 id = lectern_edit_create (a->edit, kind);
  if (owner != 0)
    lectern_edit_set_integer (a->edit, kind, id, owner, owner_id);
  lectern_edit_set_text (a->edit, kind, id, name, text);
  return id;
}

static gint64
add_session (Agenda *a, const char *title, gint64 day, int start, int duration, gint64 room)
{
  gint64 id = add (a, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, a->event, LECTERN_SESSION_TITLE, title);
  if (day != 0)
    lectern_edit_set_integer (a->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, day);
  if (start >= 0)
    lectern_edit_set_integer (a->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, start);
  lectern_edit_set_integer (a->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, duration);
  if (room != 0)
    lectern_edit_set (a->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&room, 1));
  return id;
}

static void
commit (Agenda *a)
{
  lectern_result_free (fixture_commit (&a->store, a->edit));
  a->edit = lectern_edit_new ("Next");
}

static void
set_up (Agenda *a, gconstpointer data)
{
  const char *const names[] = { "Hall", "Attic", "Cellar" };
  fixture_set_up (&a->store, NULL);
  a->edit = lectern_edit_new ("Set up");
  a->event = add (a, LECTERN_KIND_EVENT, 0, 0, LECTERN_EVENT_TITLE, "Meeting");
  a->venue = add (a, LECTERN_KIND_VENUE, 0, 0, LECTERN_VENUE_NAME, "House");
  lectern_edit_set (a->edit, LECTERN_KIND_EVENT, a->event, LECTERN_EVENT_VENUES, NULL,
                    lectern_value_ids (&a->venue, 1));
  for (guint i = 0; i < 3; i++)
    {
      a->rooms[i] = add (a, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, a->venue, LECTERN_ROOM_NAME, names[i]);
      lectern_edit_set_text (a->edit, LECTERN_KIND_ROOM, a->rooms[i], LECTERN_ROOM_POSITION, i == 0 ? "m" : i == 1 ? "a" : "z");
    }
  /* The second day is written first: days stand in the order of their dates. */
  a->days[1] = add (a, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, a->event, LECTERN_DAY_DATE, "2026-06-18");
  a->days[0] = add (a, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, a->event, LECTERN_DAY_DATE, "2026-06-17");
}

static void
tear_down (Agenda *a, gconstpointer data)
{
  lectern_edit_unref (a->edit);
  fixture_tear_down (&a->store, NULL);
}

static void
test_order (Agenda *a, gconstpointer data)
{
  gint64 late = add_session (a, "Late", a->days[0], 1530, 30, a->rooms[0]);
  gint64 loose = add_session (a, "Loose", 0, 600, 30, 0);
  gint64 half = add_session (a, "No time", a->days[0], -1, 30, a->rooms[0]);
  gint64 second = add_session (a, "Second day", a->days[1], 540, 30, a->rooms[1]);
  gint64 early = add_session (a, "Early", a->days[0], 540, 30, a->rooms[2]);
  gint64 stranger = lectern_edit_create (a->edit, LECTERN_KIND_SESSION);
  lectern_edit_set_text (a->edit, LECTERN_KIND_SESSION, stranger, LECTERN_SESSION_TITLE, "Of no event");
  commit (a);
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load (fixture_reader (&a->store), a->event, "en");
  const gint64 order[] = { early, late, second, loose, half };
  g_assert_cmpuint (agenda->sessions->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (lectern_agenda_session (agenda, i)->id, ==, order[i]);
  g_assert_false (lectern_agenda_session (agenda, 3)->placed);
  g_assert_cmpint (lectern_agenda_session (agenda, 3)->start, ==, 600);
  g_assert_false (lectern_agenda_session (agenda, 4)->placed);
  g_assert_cmpint (lectern_agenda_session (agenda, 4)->day, ==, 0);
  g_assert_cmpuint (agenda->days->len, ==, 2);
  g_assert_cmpstr (lectern_agenda_day (agenda, 0)->date, ==, "2026-06-17");
  g_assert_cmpuint (lectern_agenda_day (agenda, 0)->n_sessions, ==, 2);
  g_assert_cmpuint (agenda->rooms->len, ==, 3);
  g_assert_cmpstr (lectern_agenda_room (agenda, 0)->name, ==, "Attic");
  g_assert_cmpstr (lectern_agenda_room (agenda, 2)->name, ==, "Cellar");
  g_assert_null (lectern_agenda_room (agenda, 0)->venue_name);
  g_assert_cmpint (lectern_agenda_day_index (agenda, a->days[1]), ==, 1);
  g_assert_cmpint (lectern_agenda_day_index (agenda, 4711), ==, -1);
  g_assert_null (lectern_agenda_find (agenda, stranger));
  g_assert_cmpint (lectern_agenda_find (agenda, late)->start, ==, 1530);
}

/* What is gone takes nothing with it; what is used from elsewhere is there. */
static void
test_gone_and_foreign (Agenda *a, gconstpointer data)
{
  gint64 elsewhere = add (a, LECTERN_KIND_ROOM, 0, 0, LECTERN_ROOM_NAME, "Ship");
  gint64 in_cellar = add_session (a, "In the cellar", a->days[0], 600, 30, a->rooms[2]);
  gint64 on_ship = add_session (a, "On the ship", a->days[1], 600, 30, elsewhere);
  commit (a);
  lectern_edit_delete (a->edit, LECTERN_KIND_ROOM, a->rooms[2]);
  lectern_edit_delete (a->edit, LECTERN_KIND_DAY, a->days[1]);
  commit (a);
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load (fixture_reader (&a->store), a->event, "en");
  g_assert_cmpuint (agenda->rooms->len, ==, 3);
  g_assert_cmpuint (agenda->days->len, ==, 1);
  g_assert_cmpuint (lectern_agenda_find (agenda, in_cellar)->n_rooms, ==, 0);
  g_assert_true (lectern_agenda_find (agenda, in_cellar)->placed);
  g_assert_cmpuint (lectern_agenda_find (agenda, on_ship)->n_rooms, ==, 1);
  g_assert_false (lectern_agenda_find (agenda, on_ship)->placed);
}

static void
test_language (Agenda *a, gconstpointer data)
{
  gint64 id = add_session (a, "Lunch", a->days[0], 720, 60, a->rooms[0]);
  lectern_edit_set_text (a->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TEXT_LANGUAGE, "en");
  commit (a);
  lectern_edit_set (a->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TITLE, "de", lectern_value_text ("Mittagessen"));
  commit (a);
  g_autoptr (LecternAgenda) english = lectern_agenda_load (fixture_reader (&a->store), a->event, "en");
  g_autoptr (LecternAgenda) german = lectern_agenda_load (fixture_reader (&a->store), a->event, "de");
  g_autoptr (LecternAgenda) swedish = lectern_agenda_load (fixture_reader (&a->store), a->event, "sv");
  g_assert_cmpstr (lectern_agenda_find (english, id)->title, ==, "Lunch");
  g_assert_cmpstr (lectern_agenda_find (german, id)->title, ==, "Mittagessen");
  g_assert_cmpstr (lectern_agenda_find (swedish, id)->title, ==, "Lunch");
}

static gint64
link_person (Agenda *a, gint64 session, gint64 person, const char *role, const char *state)
{
  gint64 link = lectern_edit_link (a->edit, LECTERN_KIND_SESSION_ROLE, session, person, role);
  lectern_edit_set_text (a->edit, LECTERN_KIND_SESSION_ROLE, link, LECTERN_SESSION_ROLE_STATE, state);
  return link;
}

static guint
count_overlaps (Agenda *a, guint *by_room)
{
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load (fixture_reader (&a->store), a->event, "en");
  g_autoptr (LecternCheck) check = lectern_check_new (fixture_reader (&a->store), a->event, NULL, "en");
  guint by_person = 0, marked = 0, on_days = 0;
  *by_room = 0;
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      *by_room += finding->rule == LECTERN_RULE_R01;
      by_person += finding->rule == LECTERN_RULE_R20;
    }
  /* the marks are the same in another form: both of a pair are marked, its day once */
  lectern_agenda_mark (agenda, check);
  for (guint i = 0; i < agenda->sessions->len; i++)
    marked += lectern_agenda_session (agenda, i)->n_problems;
  for (guint i = 0; i < agenda->days->len; i++)
    on_days += lectern_agenda_day (agenda, i)->n_problems;
  g_assert_cmpuint (on_days, ==, *by_room + by_person);
  g_assert_cmpuint (marked, ==, 2 * on_days);
  return *by_room + by_person;
}

static void
test_overlaps (Agenda *a, gconstpointer data)
{
  guint by_room;
  gint64 person = add (a, LECTERN_KIND_PERSON, 0, 0, LECTERN_PERSON_NAME, "Ada");
  gint64 block = add_session (a, "Block", a->days[0], 600, 120, a->rooms[0]);
  gint64 inside = add_session (a, "Inside", a->days[0], 630, 30, a->rooms[0]);
  gint64 beside = add_session (a, "Beside", a->days[0], 690, 60, a->rooms[1]);
  gint64 night = add_session (a, "Night", a->days[0], 1430, 60, a->rooms[1]);
  gint64 morning = add_session (a, "Morning", a->days[1], 30, 30, a->rooms[1]);
  link_person (a, block, person, "chair", "confirmed");
  link_person (a, block, person, "speaker", "confirmed");
  link_person (a, beside, person, "speaker", "confirmed");
  commit (a);
  /* Block and inside in one room; the person in block and beside; night and the next morning. */
  g_assert_cmpuint (count_overlaps (a, &by_room), ==, 3);
  g_assert_cmpuint (by_room, ==, 2);
  /* What is inside a block runs at the same time on purpose. */
  lectern_edit_set_integer (a->edit, LECTERN_KIND_SESSION, inside, LECTERN_SESSION_PARENT, block);
  commit (a);
  g_assert_cmpuint (count_overlaps (a, &by_room), ==, 2);
  lectern_edit_set_text (a->edit, LECTERN_KIND_SESSION, morning, LECTERN_SESSION_STATE, "cancelled");
  commit (a);
  g_assert_cmpuint (count_overlaps (a, &by_room), ==, 1);
  link_person (a, beside, person, "speaker", "cancelled");
  commit (a);
  g_assert_cmpuint (count_overlaps (a, &by_room), ==, 0);
  lectern_edit_clear (a->edit, LECTERN_KIND_SESSION, morning, LECTERN_SESSION_STATE);
  lectern_edit_set_integer (a->edit, LECTERN_KIND_ROOM, a->rooms[1], LECTERN_ROOM_SHARED, 1);
  commit (a);
  g_assert_cmpuint (count_overlaps (a, &by_room), ==, 0);
  g_assert_true (fixture_alive (&a->store, LECTERN_KIND_SESSION, night));
}

static void
on_loaded (GObject *workspace, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  *(LecternAgenda **) data = lectern_agenda_load_finish (LECTERN_WORKSPACE (workspace), result, &error);
  g_assert_no_error (error);
}

/* What is read of one day is what the whole agenda says of it. */
static void
test_one_day (Agenda *a, gconstpointer data)
{
  gint64 here = add_session (a, "Here", a->days[1], 540, 60, a->rooms[0]);
  gint64 also = add_session (a, "Also here", a->days[1], 570, 60, a->rooms[0]);
  add_session (a, "Elsewhere", a->days[0], 540, 60, a->rooms[1]);
  gint64 loose = add_session (a, "Loose", 0, -1, 60, 0);
  commit (a);
  g_autoptr (LecternAgenda) small = lectern_agenda_load_day (fixture_reader (&a->store), a->event, "en", "2026-06-18");
  g_assert_cmpint (small->only_day, ==, 0);
  g_assert_cmpuint (small->sessions->len, ==, 4);
  for (guint i = 0; i < 2000; i++)
    add_session (a, "One of many", a->days[0], 600, 5, 0);
  commit (a);
  g_autoptr (LecternAgenda) day = lectern_agenda_load_day (fixture_reader (&a->store), a->event, "en", "2026-06-18");
  g_autoptr (LecternAgenda) first = lectern_agenda_load_day (fixture_reader (&a->store), a->event, "en", "2027-01-01");
  g_autoptr (LecternAgenda) whole = NULL;
  const gint64 order[] = { here, also, loose };
  g_assert_cmpint (day->only_day, ==, a->days[1]);
  g_assert_cmpint (first->only_day, ==, a->days[0]);
  g_assert_cmpuint (day->days->len, ==, 2);
  g_assert_cmpuint (day->sessions->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (lectern_agenda_session (day, i)->id, ==, order[i]);
  lectern_agenda_load_async (a->store.workspace, a->event, "en", NULL, on_loaded, &whole);
  while (whole == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (whole->only_day, ==, 0);
  g_assert_cmpuint (whole->sessions->len, ==, 2004);
  while (g_atomic_int_get (&G_OBJECT (a->store.workspace)->ref_count) > 1)
    g_usleep (1000); /* the thread lets go of it after it has answered */
}

static void
test_nothing_there (Agenda *a, gconstpointer data)
{
  g_autoptr (LecternAgenda) none = lectern_agenda_load (fixture_reader (&a->store), 0, "en");
  g_autoptr (LecternAgenda) unknown = lectern_agenda_load (fixture_reader (&a->store), 4711, "en");
  g_assert_cmpuint (none->sessions->len + none->days->len + none->rooms->len, ==, 0);
  g_assert_cmpuint (unknown->sessions->len + unknown->days->len + unknown->rooms->len, ==, 0);
  g_assert_null (lectern_agenda_find (unknown, 1));
}

#define ADD(path, function) g_test_add (path, Agenda, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/agenda/order", test_order);
  ADD ("/agenda/gone-and-foreign", test_gone_and_foreign);
  ADD ("/agenda/language", test_language);
  ADD ("/agenda/overlaps", test_overlaps);
  ADD ("/agenda/one-day", test_one_day);
  ADD ("/agenda/nothing-there", test_nothing_there);
  return g_test_run ();
}
