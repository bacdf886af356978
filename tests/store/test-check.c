/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda's check over a real workspace: what it reads, what it keeps up to date, what
 * it says, and that its fixes mend.
 */
#include "store-fixture.h"

#include "lectern-check.h"
#include "lectern-time.h"

#include <string.h>

#define SESSION LECTERN_KIND_SESSION

typedef struct
{
  Fixture f;
  gint64 event, days[3], venues[2], rooms[4], people[5];
} World;

static void
commit (World *w, LecternEdit *edit)
{
  lectern_result_free (fixture_commit (&w->f, edit));
}

static gint64
create (LecternEdit *edit, LecternKind kind, guint name, const char *text)
{
  gint64 id = lectern_edit_create (edit, kind);
  lectern_edit_set_text (edit, kind, id, name, text);
  return id;
}

static gint64
add_session (World *w, LecternEdit *edit, const char *title, int day, int start, int minutes, int room)
{
  gint64 id = create (edit, SESSION, LECTERN_SESSION_TITLE, title);
  lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_EVENT, w->event);
  if (day >= 0)
    lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_DAY, w->days[day]);
  if (start >= 0)
    lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_START, start);
  lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_DURATION, minutes);
  if (room >= 0)
    lectern_edit_set (edit, SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&w->rooms[room], 1));
  return id;
}

/* The night to 28 March 2027: clocks go from two to three. */
static void
set_up (World *w, gconstpointer data)
{
  static const char *const dates[] = { "2027-03-27", "2027-03-28", "2027-03-29" };
  static const char *const room_names[] = { "Hall", "Left", "Right", "Barn" };
  static const char *const names[] = { "Ada", "Bo", "Cleo", "Dan", "Eva" };
  fixture_set_up (&w->f, NULL);
  LecternEdit *edit = lectern_edit_new ("begin");
  w->event = create (edit, LECTERN_KIND_EVENT, LECTERN_EVENT_TITLE, "Final conference");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, w->event, LECTERN_EVENT_TIME_ZONE, "Europe/Amsterdam");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, w->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, w->event, LECTERN_EVENT_RELEASE_STEP, "draft");
  for (guint i = 0; i < 2; i++)
    w->venues[i] = create (edit, LECTERN_KIND_VENUE, LECTERN_VENUE_NAME, i == 0 ? "House" : "Farm");
  for (guint i = 0; i < 3; i++)
    {
      w->days[i] = create (edit, LECTERN_KIND_DAY, LECTERN_DAY_DATE, dates[i]);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, w->days[i], LECTERN_DAY_EVENT, w->event);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, w->days[i], LECTERN_DAY_VENUE, w->venues[0]);
    }
  for (guint i = 0; i < 4; i++)
    {
      w->rooms[i] = create (edit, LECTERN_KIND_ROOM, LECTERN_ROOM_NAME, room_names[i]);
      lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, w->rooms[i], LECTERN_ROOM_VENUE, w->venues[i == 3]);
    }
  for (guint i = 0; i < 5; i++)
    w->people[i] = create (edit, LECTERN_KIND_PERSON, LECTERN_PERSON_NAME, names[i]);
  commit (w, edit);
}

static void
tear_down (World *w, gconstpointer data)
{
  fixture_tear_down (&w->f, NULL);
}

static LecternCheck *
check_of (World *w, const char *step)
{
  return lectern_check_new (fixture_reader (&w->f), w->event, step, "en");
}

static const LecternFinding *
find (LecternCheck *check, const char *rule)
{
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    if (strcmp (lectern_rule_id (lectern_check_finding (check, i)->rule), rule) == 0)
      return lectern_check_finding (check, i);
  return NULL;
}

static guint
count (LecternCheck *check, const char *rule)
{
  guint n = 0;
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    n += strcmp (lectern_rule_id (lectern_check_finding (check, i)->rule), rule) == 0;
  return n;
}

static void
assert_words (LecternCheck *check, const char *rule, const char *what, const char *why, const char *where)
{
  const LecternFinding *finding = find (check, rule);
  g_assert_nonnull (finding);
  g_autofree char *a = lectern_finding_what (check, finding), *b = lectern_finding_why (check, finding);
  g_autofree char *c = lectern_finding_where (check, finding);
  g_assert_cmpstr (a, ==, what);
  g_assert_cmpstr (b, ==, why);
  g_assert_cmpstr (c, ==, where);
}

static void
test_empty (World *w, gconstpointer data)
{
  g_autoptr (LecternCheck) none = lectern_check_new (fixture_reader (&w->f), 42, NULL, "en");
  g_autoptr (LecternCheck) empty = check_of (w, NULL);
  g_assert_cmpuint (lectern_check_n_findings (none), ==, 0);
  g_assert_cmpuint (lectern_check_n_findings (empty), ==, 0);
  g_assert_cmpstr (lectern_check_step (empty), ==, "draft");
}

/* Each thing that is read from a record of its own. */
static void
test_reading (World *w, gconstpointer data)
{
  const char *const equipment[] = { "Video projector", NULL }, *const needs[] = { "video", "Interpretation booth", NULL };
  const char *const german[] = { "de-AT", NULL }, *const english[] = { "en", NULL };
  LecternEdit *edit = lectern_edit_new ("everything");
  gint64 plenary = add_session (w, edit, "Plenary", 0, 600, 60, 0), talk = add_session (w, edit, "Talk", 0, 630, 60, 1);
  gint64 lost = add_session (w, edit, "Lost", 0, 900, 30, 2), broken = add_session (w, edit, "Broken", 1, 700, 0, 2);
  lectern_edit_set_text (edit, SESSION, plenary, LECTERN_SESSION_TYPE, "plenary");
  lectern_edit_set_text (edit, SESSION, plenary, LECTERN_SESSION_LAYOUT, "boardroom");
  lectern_edit_set_integer (edit, SESSION, talk, LECTERN_SESSION_EXPECTED, 70);
  lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, w->rooms[1], LECTERN_ROOM_CAPACITY_CLASSROOM, 60);
  lectern_edit_set (edit, SESSION, talk, LECTERN_SESSION_NEEDS, NULL, lectern_value_texts (needs));
  lectern_edit_set_integer (edit, SESSION, lost, LECTERN_SESSION_DAY, 4711);
  lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, w->rooms[0], LECTERN_ROOM_CAPACITY_THEATRE, 100);
  lectern_edit_set (edit, LECTERN_KIND_ROOM, w->rooms[1], LECTERN_ROOM_EQUIPMENT, NULL, lectern_value_texts (equipment));
  lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, w->rooms[1], LECTERN_ROOM_SETUP, 15);
  lectern_edit_delete (edit, LECTERN_KIND_ROOM, w->rooms[2]);
  lectern_edit_set_integer (edit, SESSION, broken, LECTERN_SESSION_DURATION, 0);
  gint64 second = add_session (w, edit, "Second", 0, 700, 60, 1);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE,
                         lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, talk, w->people[0], "speaker"),
                         LECTERN_SESSION_ROLE_STATE, "to-be-confirmed");
  lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, second, w->people[0], "speaker");
  lectern_edit_set (edit, LECTERN_KIND_PERSON, w->people[0], LECTERN_PERSON_LANGUAGES, NULL, lectern_value_texts (german));
  lectern_edit_set (edit, SESSION, second, LECTERN_SESSION_LANGUAGES, NULL, lectern_value_texts (english));
  lectern_edit_link (edit, LECTERN_KIND_CLASH, w->event, talk, plenary);
  gint64 away = lectern_edit_create (edit, LECTERN_KIND_AVAILABILITY);
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, away, LECTERN_AVAILABILITY_OWNER_KIND, "room");
  lectern_edit_set_integer (edit, LECTERN_KIND_AVAILABILITY, away, LECTERN_AVAILABILITY_OWNER, w->rooms[0]);
  lectern_edit_set_integer (edit, LECTERN_KIND_AVAILABILITY, away, LECTERN_AVAILABILITY_EVENT, w->event);
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, away, LECTERN_AVAILABILITY_TYPE, "unavailable");
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, away, LECTERN_AVAILABILITY_START, "2027-03-27T10:40");
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, away, LECTERN_AVAILABILITY_END, "2027-03-27T12:00");
  gint64 registration = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, w->event, w->people[0]);
  lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, registration, LECTERN_REGISTRATION_ARRIVAL, "2027-03-27T10:45");
  lectern_edit_set_integer (edit, LECTERN_KIND_VENUE, w->venues[0], LECTERN_VENUE_OPENS, 620);
  commit (w, edit);
  g_autoptr (LecternCheck) check = check_of (w, "final");
  assert_words (check, "R03", "Hall is not available", "20 minutes of “Plenary” are affected", "Sat 27 10:00, Hall");
  assert_words (check, "R04", "Outside the house’s hours", "“Plenary” begins 20 minutes before the house opens", "Sat 27 10:00, Hall");
  assert_words (check, "R05", "Too little time to prepare Left",
                "Between “Talk” and “Second” 5 minutes are missing for clearing and set-up", "Sat 27 11:40, Left");
  assert_words (check, "R06", "Left is too small", "For “Talk” 10 seats are missing", "Sat 27 10:30, Left");
  assert_words (check, "R07", "Hall has no such seating", "Plenary", "Sat 27 10:00, Hall");
  g_assert_cmpuint (count (check, "R07"), ==, 2); /* the projector is video; nobody has a booth */
  assert_words (check, "R08", "Outside the event’s dates", "The day of “Lost” was deleted", "Right");
  assert_words (check, "R10", "It has no duration", "Broken", "Sun 28 11:40, Right");
  assert_words (check, "R14", "Something runs beside “Plenary”", "“Plenary” and “Talk” overlap by 30 minutes", "Sat 27 10:00, Hall");
  assert_words (check, "R22", "Ada has not arrived yet", "“Talk” begins 15 minutes too early", "Sat 27 10:30, Left");
  g_assert_cmpuint (count (check, "R25"), ==, 2); /* nobody leads the plenary, nobody interprets the talk */
  assert_words (check, "R26", "Ada does not speak its language", "Talk", "Sat 27 10:30, Left");
  g_assert_cmpuint (count (check, "R26"), ==, 2); /* one by the event's main language */
  assert_words (check, "R27", "Ada is still to be confirmed", "Talk", "Sat 27 10:30, Left");
  g_assert_cmpuint (count (check, "R30"), ==, 1);
  /* the level follows the step */
  g_autoptr (LecternCheck) early = check_of (w, "invitation");
  g_assert_null (find (early, "R27"));
  g_assert_cmpint (find (early, "R25")->level, ==, LECTERN_LEVEL_HINT);
}

/* A minute of a day on the calendar is what the zone's rules say, in each of these zones. */
static void
test_clocks (World *w, gconstpointer data)
{
  static const struct
  {
    const char *zone, *date;
    int gap; /* minutes between 1:00 and 4:00 */
  } cases[] = { { "Europe/Amsterdam", "2027-03-28", 120 }, { "Europe/Amsterdam", "2026-10-25", 240 },
                { "Europe/Amsterdam", "2027-03-27", 180 }, { "America/New_York", "2026-11-01", 240 },
                { "Australia/Lord_Howe", "2026-10-04", 150 }, { "Asia/Tokyo", "2027-03-28", 180 } };
  LecternEdit *edit = lectern_edit_new ("two in one room");
  gint64 first = add_session (w, edit, "Early", 0, 60, 60, 0), second = add_session (w, edit, "Late", 0, 240, 60, 0);
  commit (w, edit);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int more = 0; more < 2; more++)
      {
        edit = lectern_edit_new ("somewhere else");
        lectern_edit_set_text (edit, LECTERN_KIND_EVENT, w->event, LECTERN_EVENT_TIME_ZONE, cases[i].zone);
        lectern_edit_set_text (edit, LECTERN_KIND_DAY, w->days[0], LECTERN_DAY_DATE, cases[i].date);
        lectern_edit_set_integer (edit, SESSION, first, LECTERN_SESSION_DURATION, cases[i].gap + more);
        commit (w, edit);
        g_autoptr (LecternCheck) check = check_of (w, NULL);
        g_test_message ("%s %s", cases[i].zone, cases[i].date);
        g_assert_cmpuint (count (check, "R01"), ==, more);
        g_assert_cmpuint (count (check, "R09"), ==, cases[i].gap != 180);
        if (more)
          g_assert_cmpint (find (check, "R01")->minutes, ==, 1);
        gint64 apart = lectern_time_instant (cases[i].date, 240, cases[i].zone, FALSE, NULL)
                       - lectern_time_instant (cases[i].date, 60, cases[i].zone, FALSE, NULL);
        g_assert_cmpint (apart, ==, cases[i].gap * 60000);
      }
  g_assert_cmpint (first, !=, second);
}

static void
test_levels (World *w, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("levels");
  add_session (w, edit, "One", 0, 600, 60, 0);
  add_session (w, edit, "Two", 0, 630, 60, 0);
  add_session (w, edit, "Late", 0, 770, 60, 0); /* 80 minutes later */
  gint64 draft = lectern_edit_link (edit, LECTERN_KIND_RULE_LEVEL, w->event, "R01", "draft");
  gint64 every = lectern_edit_link (edit, LECTERN_KIND_RULE_LEVEL, w->event, "R12", "every");
  lectern_edit_set_text (edit, LECTERN_KIND_RULE_LEVEL, draft, LECTERN_RULE_LEVEL_LEVEL, "hint");
  lectern_edit_set_integer (edit, LECTERN_KIND_RULE_LEVEL, every, LECTERN_RULE_LEVEL_MINUTES, 90);
  commit (w, edit);
  g_autoptr (LecternCheck) now = check_of (w, NULL), later = check_of (w, "final");
  g_assert_cmpint (find (now, "R01")->level, ==, LECTERN_LEVEL_HINT);
  g_assert_cmpint (find (later, "R01")->level, ==, LECTERN_LEVEL_ERROR);
  g_assert_null (find (now, "R12"));
  edit = lectern_edit_new ("off, and sooner");
  lectern_edit_set_text (edit, LECTERN_KIND_RULE_LEVEL, draft, LECTERN_RULE_LEVEL_LEVEL, "off");
  lectern_edit_set_integer (edit, LECTERN_KIND_RULE_LEVEL, every, LECTERN_RULE_LEVEL_MINUTES, 80);
  commit (w, edit);
  g_assert_false (lectern_check_update (now, fixture_reader (&w->f)));
  g_autoptr (LecternCheck) anew = check_of (w, NULL);
  g_assert_null (find (anew, "R01"));
  g_assert_null (find (anew, "R12")); /* exactly eighty is not longer */
}

/* A waiver changes together with what every finding depends on: the check that is shown until there is
   another one keeps its reasons, and says again and again that it is not of now. */
static void
test_waiver_and_all (World *w, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("two");
  gint64 one = add_session (w, edit, "One", 0, 600, 60, 0);
  add_session (w, edit, "Two", 0, 630, 60, 0);
  lectern_edit_set_text (edit, SESSION, one, LECTERN_SESSION_TYPE, "parallel");
  lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, one, w->people[0], "speaker");
  commit (w, edit);
  g_autoptr (LecternCheck) first = check_of (w, NULL);
  commit (w, lectern_finding_waive (first, find (first, "R01"), "They share the stage."));
  g_autoptr (LecternCheck) check = check_of (w, NULL);
  const LecternFinding *shown = find (check, "R01");
  g_assert_cmpstr (shown->reason, ==, "They share the stage.");
  edit = lectern_finding_waive (check, shown, "For another reason.");
  lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, one, w->people[0], "rapporteur");
  commit (w, edit);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_false (lectern_check_update (check, fixture_reader (&w->f)));
      g_assert_cmpstr (find (check, "R01")->reason, ==, "They share the stage.");
    }
  g_autoptr (LecternCheck) now = check_of (w, NULL);
  g_assert_cmpstr (find (now, "R01")->reason, ==, "For another reason.");
}

static void
test_waivers (World *w, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("two");
  gint64 one = add_session (w, edit, "One", 0, 600, 60, 0);
  add_session (w, edit, "Two", 0, 630, 60, 0);
  commit (w, edit);
  LecternReader *reader = fixture_reader (&w->f);
  g_autoptr (LecternCheck) check = check_of (w, NULL);
  LecternLevel worst;
  g_assert_cmpuint (lectern_check_count (check, LECTERN_LEVEL_ERROR), ==, 1);
  g_assert_cmpuint (lectern_check_count_session (check, one, &worst), ==, 1);
  g_assert_cmpint (worst, ==, LECTERN_LEVEL_ERROR);
  g_autofree char *text = lectern_check_session_text (check, one, 9);
  g_assert_cmpstr (text, ==, "Hall is taken twice: “One” and “Two” overlap by 30 minutes");
  commit (w, lectern_finding_waive (check, find (check, "R01"), "They share the stage."));
  g_assert_true (lectern_check_update (check, reader));
  g_assert_cmpstr (find (check, "R01")->reason, ==, "They share the stage.");
  g_assert_cmpuint (lectern_check_count (check, LECTERN_LEVEL_OFF), ==, 0);
  g_assert_cmpuint (lectern_check_count_session (check, one, &worst), ==, 0);
  commit (w, lectern_finding_waive (check, find (check, "R01"), "For another reason."));
  g_assert_true (lectern_check_update (check, reader));
  g_assert_cmpstr (find (check, "R01")->reason, ==, "For another reason.");
  g_assert_cmpint (lectern_reader_count (reader, LECTERN_KIND_WAIVER, 0, 0), ==, 1);
  /* more minutes of the same are still accepted; the other way round, it is the same pair */
  edit = lectern_edit_new ("move");
  lectern_edit_set_integer (edit, SESSION, one, LECTERN_SESSION_START, 650);
  commit (w, edit);
  g_assert_true (lectern_check_update (check, reader));
  g_assert_nonnull (find (check, "R01")->reason);
  commit (w, lectern_finding_waive (check, find (check, "R01"), NULL));
  g_assert_true (lectern_check_update (check, reader));
  g_assert_null (find (check, "R01")->reason);
  g_assert_cmpuint (lectern_check_count (check, LECTERN_LEVEL_ERROR), ==, 1);
}

static void
assert_equal (LecternCheck *kept, LecternCheck *anew)
{
  g_assert_cmpuint (lectern_check_n_findings (kept), ==, lectern_check_n_findings (anew));
  for (guint i = 0; i < lectern_check_n_findings (kept); i++)
    {
      const LecternFinding *a = lectern_check_finding (kept, i), *b = lectern_check_finding (anew, i);
      g_autofree char *x = lectern_finding_subject (a), *y = lectern_finding_subject (b);
      g_assert_cmpstr (lectern_rule_id (a->rule), ==, lectern_rule_id (b->rule));
      g_assert_cmpstr (x, ==, y);
      g_assert_cmpint (a->minutes, ==, b->minutes);
    }
}

/* Edits of every kind that a check takes in, and some that it does not. */
static void
random_edit (World *w, GRand *rand, GArray *sessions, LecternEdit *edit)
{
  gint64 id = sessions->len > 0 ? g_array_index (sessions, gint64, g_rand_int_range (rand, 0, sessions->len)) : 0;
  const char *const needs[] = { g_rand_boolean (rand) ? "video" : "stage", NULL };
  int what = id != 0 ? g_rand_int_range (rand, 0, 12) : 0;
  if (what <= 2)
    {
      id = add_session (w, edit, "New", g_rand_int_range (rand, -1, 3), 5 * g_rand_int_range (rand, 100, 250),
                        5 * g_rand_int_range (rand, 1, 20), g_rand_int_range (rand, -1, 4));
      g_array_append_val (sessions, id);
    }
  else if (what <= 5)
    {
      lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_DAY, w->days[g_rand_int_range (rand, 0, 3)]);
      lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_START, 5 * g_rand_int_range (rand, 100, 250));
    }
  else if (what == 6)
    lectern_edit_set_text (edit, SESSION, id, LECTERN_SESSION_STATE, g_rand_boolean (rand) ? "cancelled" : "confirmed");
  else if (what == 7)
    lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, id, w->people[g_rand_int_range (rand, 0, 5)],
                       g_rand_boolean (rand) ? "speaker" : "rapporteur");
  else if (what == 8)
    lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_PARENT,
                              g_array_index (sessions, gint64, g_rand_int_range (rand, 0, sessions->len)));
  else if (what == 9)
    lectern_edit_delete (edit, SESSION, id);
  else if (what == 10)
    lectern_edit_revive (edit, SESSION, id);
  else
    lectern_edit_set (edit, SESSION, id, LECTERN_SESSION_NEEDS, NULL, lectern_value_texts (needs));
}

static void
test_update (World *w, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (LecternCheck) kept = check_of (w, NULL);
  guint taken_in = 0, anew_made = 0, most = 0;
  for (guint i = 0; i < 250; i++)
    {
      LecternEdit *edit = lectern_edit_new ("random");
      for (int n = g_rand_int_range (rand, 1, 3); n > 0; n--)
        random_edit (w, rand, sessions, edit);
      commit (w, edit);
      g_autoptr (LecternCheck) anew = check_of (w, NULL);
      most = MAX (most, lectern_check_n_findings (anew));
      if (lectern_check_update (kept, fixture_reader (&w->f)))
        {
          assert_equal (kept, anew);
          g_assert_cmpint (lectern_check_moment (kept), ==, lectern_check_moment (anew));
          taken_in++;
          continue;
        }
      lectern_check_unref (kept);
      kept = g_steal_pointer (&anew);
      anew_made++;
    }
  g_test_message ("%u taken in, %u made anew, up to %u findings", taken_in, anew_made, most);
  g_assert_cmpuint (taken_in, >, 150);
  g_assert_cmpuint (anew_made, >, 5);
  g_assert_cmpuint (most, >, 30);
}

static void
test_preview (World *w, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("two");
  add_session (w, edit, "One", 0, 600, 60, 0);
  gint64 two = add_session (w, edit, "Two", 0, 700, 60, 0), unplaced = add_session (w, edit, "New", -1, -1, 30, -1);
  commit (w, edit);
  g_autoptr (LecternCheck) check = check_of (w, NULL);
  LecternPlacement places[] = { { two, w->days[0], 630, 60, &w->rooms[0], 1 }, { unplaced, w->days[0], 690, 30, w->rooms, 2 } };
  g_autoptr (GArray) one = lectern_check_preview (check, places, 1);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (lectern_rule_id (g_array_index (one, LecternFinding, 0).rule), ==, "R01");
  g_assert_cmpint (g_array_index (one, LecternFinding, 0).minutes, ==, 30);
  g_autoptr (GArray) both = lectern_check_preview (check, places, 2);
  g_assert_cmpuint (both->len, ==, 1); /* 690 is when the moved one ends */
  places[1].start = 680;
  g_autoptr (GArray) more = lectern_check_preview (check, places, 2);
  g_assert_cmpuint (more->len, ==, 2);
  g_assert_cmpuint (lectern_check_n_findings (check), ==, 0);
}

/* Parallel sessions, some without anybody who leads them, and a person who speaks another language. */
static void
add_roles (World *w, LecternEdit *edit)
{
  static const char *const roles[] = { "chair", "rapporteur", "interpreter" };
  const char *const french[] = { "fr", NULL }, *const both[] = { "en", "fr", NULL }, *const needs[] = { "Interpretation", NULL };
  for (guint i = 0; i < 6; i++)
    {
      gint64 id = add_session (w, edit, "Parallel", 2, 540 + 60 * i, 45, i % 3);
      lectern_edit_set_text (edit, SESSION, id, LECTERN_SESSION_TYPE, "parallel");
      for (guint r = 0; r < 3 && i < 4; r++)
        lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, id, w->people[r + 2], roles[r]);
      if (i == 4)
        lectern_edit_set (edit, SESSION, id, LECTERN_SESSION_NEEDS, NULL, lectern_value_texts (needs));
      if (i == 5)
        lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, id, w->people[0], "speaker");
    }
  lectern_edit_set (edit, LECTERN_KIND_PERSON, w->people[0], LECTERN_PERSON_LANGUAGES, NULL, lectern_value_texts (french));
  lectern_edit_set (edit, LECTERN_KIND_PERSON, w->people[4], LECTERN_PERSON_LANGUAGES, NULL, lectern_value_texts (both));
}

static guint
count_at_least (LecternCheck *check, LecternLevel level)
{
  guint n = 0;
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    n += lectern_check_finding (check, i)->level >= level;
  return n;
}

/* Every fix that is offered removes its finding when it is applied, and brings nothing as bad. */
static void
test_fixes (World *w, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (24);
  guint offered[LECTERN_N_RULES] = { 0 }, all = 0, languages = 0;
  LecternReader *reader = fixture_reader (&w->f);
  LecternEdit *edit = lectern_edit_new ("begin");
  for (guint i = 0; i < 30; i++)
    {
      gint64 id = add_session (w, edit, "Session", g_rand_int_range (rand, 0, 2), 5 * g_rand_int_range (rand, 110, 180),
                               g_rand_int_range (rand, 0, 12) ? 5 * g_rand_int_range (rand, 3, 16) : 0, g_rand_int_range (rand, 0, 4));
      gint64 role = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, id, w->people[g_rand_int_range (rand, 0, 5)], "speaker");
      lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, role, LECTERN_SESSION_ROLE_STATE, i % 5 ? "confirmed" : "to-be-confirmed");
      lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_EXPECTED, g_rand_int_range (rand, 0, 60));
      if (i % 6 == 0)
        lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_LOCKED, 1);
    }
  add_roles (w, edit);
  for (guint i = 0; i < 4; i++)
    lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, w->rooms[i], LECTERN_ROOM_CAPACITY_THEATRE, 20 + 20 * i);
  lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, w->rooms[1], LECTERN_ROOM_SETUP, 10);
  lectern_edit_set_integer (edit, LECTERN_KIND_VENUE, w->venues[0], LECTERN_VENUE_OPENS, 570);
  commit (w, edit);
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load (reader, w->event, "en");
  g_autoptr (LecternCheck) check = check_of (w, "final");
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    {
      LecternFinding finding = *lectern_check_finding (check, i);
      g_autoptr (GPtrArray) fixes = lectern_finding_fixes (check, agenda, &finding);
      g_autofree char *subject = lectern_finding_subject (&finding);
      g_assert_cmpuint (fixes->len, <=, 3);
      for (guint f = 0; f < fixes->len; f++)
        {
          LecternFix *fix = g_ptr_array_index (fixes, f);
          g_assert_cmpstr (fix->label, !=, "");
          commit (w, lectern_edit_ref (fix->edit));
          g_autoptr (LecternCheck) after = check_of (w, "final");
          g_assert_cmpuint (count_at_least (after, finding.level), <, count_at_least (check, finding.level));
          for (guint j = 0; j < lectern_check_n_findings (after); j++)
            {
              g_autofree char *other = lectern_finding_subject (lectern_check_finding (after, j));
              g_assert_false (lectern_check_finding (after, j)->rule == finding.rule && strcmp (other, subject) == 0);
            }
          lectern_result_free (lectern_workspace_undo (w->f.workspace, NULL));
          offered[finding.rule]++;
          languages += g_str_has_prefix (fix->label, "Hold ");
          all++;
        }
    }
  g_test_message ("%u fixes of %u findings", all, lectern_check_n_findings (check));
  g_assert_cmpuint (all, >, 50);
  g_assert_cmpuint (offered[LECTERN_RULE_R01], >, 5);
  g_assert_cmpuint (offered[LECTERN_RULE_R04], >, 0);
  g_assert_cmpuint (offered[LECTERN_RULE_R06], >, 0);
  g_assert_cmpuint (offered[LECTERN_RULE_R10], >, 0);
  g_assert_cmpuint (offered[LECTERN_RULE_R20], >, 5);
  g_assert_cmpuint (offered[LECTERN_RULE_R25], >, 3); /* one who leads, reports and interprets each */
  g_assert_cmpuint (offered[LECTERN_RULE_R26], >, 0);
  g_assert_cmpuint (offered[LECTERN_RULE_R27], >, 0);
  g_assert_cmpuint (languages, >, 0);
}

/* The day is full: only two that change places help somebody who comes later. */
static void
test_swap (World *w, gconstpointer data)
{
  LecternReader *reader = fixture_reader (&w->f);
  LecternEdit *edit = lectern_edit_new ("begin");
  gint64 ids[3];
  for (guint i = 0; i < 3; i++)
    {
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, w->days[i], LECTERN_DAY_OPENS, 600);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, w->days[i], LECTERN_DAY_CLOSES, i == 0 ? 780 : 610);
      ids[i] = add_session (w, edit, i == 0 ? "Hers" : i == 1 ? "Locked" : "Free", 0, 600 + 60 * i, 60, 0);
    }
  lectern_edit_set_integer (edit, SESSION, ids[1], LECTERN_SESSION_LOCKED, 1);
  lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, ids[0], w->people[0], "speaker");
  gint64 late = lectern_edit_create (edit, LECTERN_KIND_AVAILABILITY);
  lectern_edit_set_integer (edit, LECTERN_KIND_AVAILABILITY, late, LECTERN_AVAILABILITY_EVENT, w->event);
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, late, LECTERN_AVAILABILITY_OWNER_KIND, "person");
  lectern_edit_set_integer (edit, LECTERN_KIND_AVAILABILITY, late, LECTERN_AVAILABILITY_OWNER, w->people[0]);
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, late, LECTERN_AVAILABILITY_TYPE, "present");
  lectern_edit_set_text (edit, LECTERN_KIND_AVAILABILITY, late, LECTERN_AVAILABILITY_START, "2027-03-27T11:30");
  commit (w, edit);
  g_autoptr (LecternAgenda) agenda = lectern_agenda_load (reader, w->event, "en");
  g_autoptr (LecternCheck) check = check_of (w, "draft");
  LecternFinding finding = *find (check, "R22");
  g_autoptr (GPtrArray) fixes = lectern_finding_fixes (check, agenda, &finding);
  g_assert_cmpuint (fixes->len, ==, 1);
  LecternFix *fix = g_ptr_array_index (fixes, 0);
  g_assert_cmpstr (fix->label, ==, "Swap “Hers” and “Free”");
  g_assert_cmpstr (lectern_edit_get_label (fix->edit), ==, "Swap “Hers” and “Free”");
  commit (w, lectern_edit_ref (fix->edit));
  g_autoptr (LecternCheck) after = check_of (w, "draft");
  g_assert_cmpuint (count (after, "R22"), ==, 0);
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *path;
    void (*test) (World *, gconstpointer);
  } tests[] = {
    { "/check/empty", test_empty },     { "/check/reading", test_reading }, { "/check/clocks", test_clocks },
    { "/check/levels", test_levels },   { "/check/waivers", test_waivers },
    { "/check/waiver-and-all", test_waiver_and_all }, { "/check/update", test_update },
    { "/check/preview", test_preview }, { "/check/fixes", test_fixes },
    { "/check/swap", test_swap },
  };
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, World, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
