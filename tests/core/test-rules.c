/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each rule of the agenda: a case that is found, and one beside it that is not.
 */
#include "rules-fixture.h"

#define AT(hour, minute) ((hour) * 60 + (minute))

static LecternRuleSession *
session (World *w, guint i)
{
  return lectern_rule_session (w->input, i);
}

static void
assert_one (World *w, LecternRule rule, LecternRuleDetail detail, int minutes)
{
  LecternRuleFinding found;
  g_assert_cmpuint (world_count (w, rule, &found), ==, 1);
  g_assert_cmpuint (found.detail, ==, detail);
  g_assert_cmpint (found.minutes, ==, minutes);
}

#define assert_none(w, rule) g_assert_cmpuint (world_count ((w), (rule), NULL), ==, 0)

static void
test_table (World *w, gconstpointer data)
{
  g_assert_cmpint (LECTERN_N_RULES, ==, 24);
  for (guint i = 0; i < LECTERN_N_RULES; i++)
    {
      g_assert_cmpint (lectern_rule_by_id (lectern_rule_id (i)), ==, i);
      g_assert_cmpstr (lectern_rule_name (i), !=, "");
      for (guint step = 0; step < LECTERN_N_STEPS; step++)
        g_assert_cmpint (lectern_level_by_key (lectern_level_key (lectern_rule_level (i, step))), >=, 0);
    }
  g_assert_cmpint (lectern_rule_by_id ("R28"), ==, -1);
  g_assert_cmpint (lectern_rule_level (LECTERN_RULE_R27, lectern_rule_step ("draft")), ==, LECTERN_LEVEL_OFF);
  g_assert_cmpint (lectern_rule_level (LECTERN_RULE_R27, lectern_rule_step ("final")), ==, LECTERN_LEVEL_WARNING);
}

static void
test_room_overlap (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL), b = world_add (w, AT (10, 50), 30, HALL);
  world_add (w, AT (11, 20), 30, HALL); /* begins when b ends */
  world_add (w, AT (10, 0), 60, LEFT);
  world_add (w, AT (10, 0), 60, FOYER);
  world_add (w, AT (10, 0), 60, FOYER); /* shared */
  assert_one (w, LECTERN_RULE_R01, LECTERN_RULE_PLAIN, 10);
  session (w, b)->parent = a;
  assert_none (w, LECTERN_RULE_R01);
  session (w, b)->parent = LECTERN_RULE_NONE;
  session (w, b)->counts = FALSE; /* cancelled */
  assert_none (w, LECTERN_RULE_R01);
}

static void
test_spanning (World *w, gconstpointer data)
{
  const guint all[] = { LEFT, HALL, RIGHT, FOYER }, two[] = { HALL, LEFT };
  guint plenary = world_add (w, AT (9, 0), 60, -1), lunch = world_add (w, AT (9, 30), 60, -1);
  world_put_in (w, plenary, 4, all);
  world_put_in (w, lunch, 2, two);
  assert_one (w, LECTERN_RULE_R02, LECTERN_RULE_PLAIN, 30); /* in two rooms, told once */
  assert_none (w, LECTERN_RULE_R01);
  world_add (w, AT (9, 40), 10, RIGHT);
  g_assert_cmpuint (world_count (w, LECTERN_RULE_R02, NULL), ==, 2);
  world_add (w, AT (9, 40), 10, FOYER);
  world_add (w, AT (9, 40), 10, BARN);
  g_assert_cmpuint (world_count (w, LECTERN_RULE_R02, NULL), ==, 2);
}

static void
test_room_availability (World *w, gconstpointer data)
{
  const LecternRuleWindow open[] = { { AT (8, 0), AT (12, 0) }, { AT (13, 0), AT (18, 0) } }, closed = { AT (9, 0), AT (10, 0) };
  guint a = world_add (w, AT (11, 30), 45, HALL);
  lectern_rule_room (w->input, HALL)->open = world_windows (w, 2, open);
  assert_one (w, LECTERN_RULE_R03, LECTERN_RULE_PLAIN, 15);
  session (w, a)->minute = AT (11, 15);
  assert_none (w, LECTERN_RULE_R03);
  lectern_rule_room (w->input, HALL)->closed = world_windows (w, 1, &closed);
  session (w, a)->minute = AT (9, 50);
  assert_one (w, LECTERN_RULE_R03, LECTERN_RULE_PLAIN, 10);
  session (w, a)->minute = AT (10, 0);
  assert_none (w, LECTERN_RULE_R03);
  lectern_rule_room (w->input, HALL)->deleted = TRUE;
  assert_one (w, LECTERN_RULE_R03, LECTERN_RULE_DELETED, 0);
}

static void
test_house_hours (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (21, 0), 60, HALL);
  world_add (w, AT (5, 0), 60, -1); /* outdoors */
  world_add (w, AT (5, 0), 60, BARN);
  lectern_rule_venue (w->input, 0)->opens = AT (8, 0);
  lectern_rule_venue (w->input, 0)->closes = AT (22, 0);
  assert_none (w, LECTERN_RULE_R04);
  session (w, a)->minute = AT (21, 10);
  assert_one (w, LECTERN_RULE_R04, LECTERN_RULE_TOO_LATE, 10);
  session (w, a)->minute = AT (25, 0); /* one in the night */
  assert_one (w, LECTERN_RULE_R04, LECTERN_RULE_TOO_LATE, 240);
  lectern_rule_venue (w->input, 0)->closes = AT (2, 0); /* of the next day */
  assert_none (w, LECTERN_RULE_R04);
  session (w, a)->minute = AT (7, 30);
  assert_one (w, LECTERN_RULE_R04, LECTERN_RULE_TOO_EARLY, 30);
  lectern_rule_day (w->input, 0)->opens = AT (7, 0); /* the day's own hours */
  assert_none (w, LECTERN_RULE_R04);
}

static void
test_turnaround (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL), b = world_add (w, AT (11, 20), 30, HALL);
  world_add (w, AT (11, 0), 60, LEFT);
  lectern_rule_room (w->input, HALL)->setup = 20;
  lectern_rule_room (w->input, HALL)->clearing = 10;
  assert_one (w, LECTERN_RULE_R05, LECTERN_RULE_PLAIN, 10);
  session (w, b)->minute = AT (11, 30);
  assert_none (w, LECTERN_RULE_R05);
  session (w, b)->minute = AT (11, 0);
  guint block = world_add (w, AT (10, 0), 120, -1);
  session (w, a)->parent = session (w, b)->parent = block;
  assert_none (w, LECTERN_RULE_R05); /* talks of one block */
}

static void
test_capacity (World *w, gconstpointer data)
{
  const guint two[] = { HALL, LEFT };
  guint a = world_add (w, AT (10, 0), 60, HALL), b = world_add (w, AT (12, 0), 60, RIGHT);
  session (w, a)->expected = 230;
  session (w, b)->expected = 1000; /* nobody knows how many */
  assert_one (w, LECTERN_RULE_R06, LECTERN_RULE_PLAIN, 30);
  session (w, a)->seats = LECTERN_SEATS_CLASSROOM;
  assert_one (w, LECTERN_RULE_R06, LECTERN_RULE_PLAIN, 110);
  session (w, a)->seats = LECTERN_SEATS_ANY;
  world_put_in (w, a, 2, two);
  assert_none (w, LECTERN_RULE_R06);
}

static void
test_equipment (World *w, gconstpointer data)
{
  const guint booth = 7, has[] = { 3, 7 }, two[] = { HALL, LEFT };
  guint a = world_add (w, AT (10, 0), 60, HALL);
  session (w, a)->needs = world_set (w, 1, &booth);
  assert_one (w, LECTERN_RULE_R07, LECTERN_RULE_PLAIN, 7);
  lectern_rule_room (w->input, LEFT)->equipment = world_set (w, 2, has);
  assert_one (w, LECTERN_RULE_R07, LECTERN_RULE_PLAIN, 7);
  world_put_in (w, a, 2, two);
  assert_none (w, LECTERN_RULE_R07);
  session (w, a)->seats = LECTERN_SEATS_BOARDROOM; /* the left room has that, the hall does not */
  assert_one (w, LECTERN_RULE_R07, LECTERN_RULE_SEATING, 0);
}

static void
test_event_dates (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (20, 0), 600, -1);
  session (w, a)->day = 1;
  assert_none (w, LECTERN_RULE_R08); /* six in the morning is still its night */
  session (w, a)->duration = 630;
  assert_one (w, LECTERN_RULE_R08, LECTERN_RULE_TOO_LATE, 30);
  lectern_rule_day (w->input, 1)->dated = FALSE;
  assert_none (w, LECTERN_RULE_R08);
  session (w, a)->day = LECTERN_RULE_NONE;
  session (w, a)->lost_day = TRUE;
  assert_one (w, LECTERN_RULE_R08, LECTERN_RULE_DELETED, 0);
}

static void
test_midnight (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (23, 0), 60, -1);
  world_add (w, AT (24, 30), 60, -1);
  assert_none (w, LECTERN_RULE_R09);
  session (w, a)->duration = 90;
  assert_one (w, LECTERN_RULE_R09, LECTERN_RULE_PLAIN, 30);
}

/* The night of the clock change: from two to three forward, or from three to two back. */
static void
test_clock_change (World *w, gconstpointer data)
{
  LecternRuleDay *day = lectern_rule_day (w->input, 0);
  guint a = world_add (w, AT (1, 30), 60, HALL), b = world_add (w, AT (3, 0), 30, HALL);
  *day = (LecternRuleDay){ .begin = 0, .change_at = AT (2, 0), .change_by = 60, .opens = -1, .closes = -1, .dated = TRUE };
  assert_one (w, LECTERN_RULE_R09, LECTERN_RULE_CLOCK_CHANGE, 60);
  assert_one (w, LECTERN_RULE_R01, LECTERN_RULE_PLAIN, 30); /* three o'clock is half an hour after half past one */
  session (w, a)->minute = AT (2, 15);
  assert_one (w, LECTERN_RULE_R09, LECTERN_RULE_SKIPPED, 60);
  *day = (LecternRuleDay){ .begin = 0, .change_at = AT (3, 0), .change_by = -60, .opens = -1, .closes = -1, .dated = TRUE };
  session (w, a)->minute = AT (2, 30);
  session (w, a)->duration = 120; /* until half past three */
  assert_one (w, LECTERN_RULE_R01, LECTERN_RULE_PLAIN, 30);
  session (w, a)->duration = 90; /* half past two, once more half past two, three */
  assert_none (w, LECTERN_RULE_R01);
  session (w, b)->minute = AT (2, 30);
  session (w, b)->second_hour = TRUE;
  assert_one (w, LECTERN_RULE_R01, LECTERN_RULE_PLAIN, 30);
  g_assert_cmpint (lectern_rule_time (day, AT (2, 30), TRUE), ==, AT (3, 30));
  g_assert_cmpint (lectern_rule_clock (day, AT (3, 30)), ==, AT (2, 30));
  session (w, b)->second_hour = FALSE;
  session (w, b)->day = 1; /* the next day begins an hour later */
  lectern_rule_day (w->input, 1)->begin = 1440 + 60;
  session (w, b)->minute = 0;
  session (w, a)->minute = AT (23, 0);
  session (w, a)->duration = 60;
  assert_none (w, LECTERN_RULE_R01);
  session (w, a)->duration = 75;
  assert_one (w, LECTERN_RULE_R01, LECTERN_RULE_PLAIN, 15);
}

static void
test_duration (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 1440, -1);
  assert_none (w, LECTERN_RULE_R10);
  session (w, a)->duration = 3 * 1440;
  assert_one (w, LECTERN_RULE_R10, LECTERN_RULE_TOO_LONG, 3 * 1440);
  session (w, a)->duration = 0;
  assert_one (w, LECTERN_RULE_R10, LECTERN_RULE_NONE_AT_ALL, 0);
  session (w, a)->duration = -1;
  assert_one (w, LECTERN_RULE_R10, LECTERN_RULE_NONE_AT_ALL, 0);
  session (w, a)->minute = -1; /* nobody knows when */
  assert_none (w, LECTERN_RULE_R10);
}

static void
test_block (World *w, gconstpointer data)
{
  guint block = world_add (w, AT (14, 0), 90, -1), talk = world_add (w, AT (14, 0), 90, HALL);
  session (w, talk)->parent = block;
  assert_none (w, LECTERN_RULE_R11);
  session (w, talk)->minute = AT (14, 10);
  assert_one (w, LECTERN_RULE_R11, LECTERN_RULE_TOO_LATE, 10);
  session (w, talk)->minute = AT (13, 55);
  assert_one (w, LECTERN_RULE_R11, LECTERN_RULE_TOO_EARLY, 5);
  session (w, block)->parent = talk; /* each within the other: nobody runs for ever */
  g_assert_cmpuint (world_count (w, LECTERN_RULE_R11, NULL), ==, 2);
}

static void
test_gap (World *w, gconstpointer data)
{
  LecternRuleFinding found;
  guint a = world_add (w, AT (10, 0), 60, HALL), b = world_add (w, AT (12, 0), 60, LEFT);
  assert_none (w, LECTERN_RULE_R12);
  session (w, b)->minute = AT (12, 15);
  assert_one (w, LECTERN_RULE_R12, LECTERN_RULE_PLAIN, 75);
  guint lunch = world_add (w, AT (11, 10), 60, FOYER);
  session (w, lunch)->type = LECTERN_RULE_PAUSE;
  g_assert_cmpuint (world_count (w, LECTERN_RULE_R12, &found), ==, 1);
  g_assert_cmpuint (found.session, ==, lunch);
  g_assert_cmpuint (found.other, ==, LECTERN_RULE_NONE);
  w->levels.minutes[LECTERN_RULE_R12] = 90;
  assert_none (w, LECTERN_RULE_R12);
  w->levels.minutes[LECTERN_RULE_R12] = 60;
  session (w, b)->day = 1; /* the night is no gap */
  assert_none (w, LECTERN_RULE_R12);
  session (w, a)->minute = AT (22, 0); /* but midnight is no border */
  session (w, b)->day = 0;
  session (w, b)->minute = AT (24, 30);
  session (w, lunch)->counts = FALSE;
  assert_one (w, LECTERN_RULE_R12, LECTERN_RULE_PLAIN, 90);
}

static void
test_line_up (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (14, 0), 60, HALL), b = world_add (w, AT (14, 0), 60, LEFT);
  session (w, a)->type = session (w, b)->type = LECTERN_RULE_PARALLEL;
  assert_none (w, LECTERN_RULE_R13);
  session (w, b)->minute = AT (14, 10);
  assert_one (w, LECTERN_RULE_R13, LECTERN_RULE_PLAIN, 10);
  session (w, b)->minute = AT (14, 30); /* on purpose, then */
  assert_none (w, LECTERN_RULE_R13);
  session (w, b)->minute = AT (15, 0);
  assert_none (w, LECTERN_RULE_R13);
}

static void
test_beside_plenary (World *w, gconstpointer data)
{
  LecternRuleFinding found;
  guint plenary = world_add (w, AT (10, 0), 60, HALL), talk = world_add (w, AT (9, 30), 45, LEFT);
  guint desk = world_add (w, AT (8, 0), 600, FOYER);
  session (w, plenary)->type = LECTERN_RULE_PLENARY;
  session (w, desk)->type = LECTERN_RULE_ADMINISTRATIVE;
  assert_one (w, LECTERN_RULE_R14, LECTERN_RULE_PLAIN, 15);
  g_assert_cmpuint (world_count (w, LECTERN_RULE_R14, &found), ==, 1);
  g_assert_cmpuint (found.session, ==, plenary);
  session (w, talk)->minute = AT (10, 50);
  assert_one (w, LECTERN_RULE_R14, LECTERN_RULE_PLAIN, 10);
  session (w, talk)->internal = TRUE;
  assert_none (w, LECTERN_RULE_R14);
  session (w, talk)->internal = FALSE;
  session (w, talk)->parent = plenary;
  assert_none (w, LECTERN_RULE_R14);
  session (w, talk)->parent = LECTERN_RULE_NONE;
  session (w, plenary)->minute = AT (23, 30); /* into the next day */
  session (w, talk)->day = 1;
  session (w, talk)->minute = 0;
  assert_one (w, LECTERN_RULE_R14, LECTERN_RULE_PLAIN, 30);
}

static void
test_person_overlap (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL), b = world_add (w, AT (10, 30), 60, LEFT);
  world_give (w, a, ADA, LECTERN_ROLE_CHAIR);
  world_give (w, a, ADA, LECTERN_ROLE_SPEAKER);
  world_give (w, b, ADA, LECTERN_ROLE_SPEAKER);
  world_give (w, b, BO, LECTERN_ROLE_SPEAKER);
  assert_one (w, LECTERN_RULE_R20, LECTERN_RULE_PLAIN, 30);
  session (w, b)->minute = AT (11, 0);
  assert_none (w, LECTERN_RULE_R20);
  session (w, a)->minute = AT (23, 45);
  session (w, b)->day = 1;
  session (w, b)->minute = AT (0, 30);
  assert_one (w, LECTERN_RULE_R20, LECTERN_RULE_PLAIN, 15);
}

static void
test_availability (World *w, gconstpointer data)
{
  const LecternRuleWindow open = { AT (9, 0), AT (12, 0) };
  guint a = world_add (w, AT (11, 30), 60, HALL);
  world_give (w, a, ADA, LECTERN_ROLE_SPEAKER);
  lectern_rule_person (w->input, ADA)->open = world_windows (w, 1, &open);
  assert_one (w, LECTERN_RULE_R21, LECTERN_RULE_PLAIN, 30);
  session (w, a)->minute = AT (11, 0);
  assert_none (w, LECTERN_RULE_R21);
}

static void
test_presence (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL);
  world_give (w, a, ADA, LECTERN_ROLE_SPEAKER);
  lectern_rule_person (w->input, ADA)->arrival = AT (10, 20);
  assert_one (w, LECTERN_RULE_R22, LECTERN_RULE_TOO_EARLY, 20);
  lectern_rule_person (w->input, ADA)->arrival = AT (10, 0);
  assert_none (w, LECTERN_RULE_R22);
  lectern_rule_person (w->input, ADA)->departure = AT (10, 45);
  assert_one (w, LECTERN_RULE_R22, LECTERN_RULE_TOO_LATE, 15);
}

static void
test_way (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL), b = world_add (w, AT (11, 10), 60, BARN);
  world_give (w, a, ADA, LECTERN_ROLE_SPEAKER);
  world_give (w, b, ADA, LECTERN_ROLE_SPEAKER);
  assert_one (w, LECTERN_RULE_R23, LECTERN_RULE_PLAIN, 8); /* 1.11 km and a third on foot: 18 minutes */
  session (w, b)->minute = AT (11, 18);
  assert_none (w, LECTERN_RULE_R23);
  lectern_rule_venue (w->input, 1)->latitude = 51.05; /* 22 km: by car */
  session (w, b)->minute = AT (12, 0);
  assert_one (w, LECTERN_RULE_R23, LECTERN_RULE_PLAIN, 22);
  lectern_rule_venue (w->input, 1)->located = FALSE;
  assert_none (w, LECTERN_RULE_R23);
  session (w, b)->minute = AT (11, 5);
  assert_one (w, LECTERN_RULE_R23, LECTERN_RULE_PLAIN, 10);
  world_put_in (w, b, 1, &(guint){ LEFT });
  assert_none (w, LECTERN_RULE_R23);
}

static void
test_pause (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL), b = world_add (w, AT (11, 0), 60, LEFT);
  world_give (w, a, ADA, LECTERN_ROLE_SPEAKER);
  world_give (w, b, ADA, LECTERN_ROLE_CHAIR);
  assert_one (w, LECTERN_RULE_R24, LECTERN_RULE_PLAIN, 5);
  session (w, b)->minute = AT (11, 5);
  assert_none (w, LECTERN_RULE_R24);
  session (w, b)->minute = AT (11, 0);
  world_put_in (w, b, 1, &(guint){ HALL }); /* goes on where she is */
  assert_none (w, LECTERN_RULE_R24);
  guint third = world_add (w, AT (12, 2), 30, HALL);
  world_give (w, third, ADA, LECTERN_ROLE_CHAIR);
  assert_one (w, LECTERN_RULE_R24, LECTERN_RULE_PLAIN, 3);
  session (w, third)->minute = AT (12, 5);
  assert_none (w, LECTERN_RULE_R24);
  world_put_in (w, b, 1, &(guint){ LEFT });
  guint block = world_add (w, AT (10, 0), 120, -1);
  session (w, a)->parent = session (w, b)->parent = block;
  assert_none (w, LECTERN_RULE_R24);
}

static void
test_missing_role (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL);
  assert_none (w, LECTERN_RULE_R25); /* a talk needs nobody */
  session (w, a)->type = LECTERN_RULE_WORKSHOP;
  assert_one (w, LECTERN_RULE_R25, LECTERN_RULE_CHAIR, 0);
  world_give (w, a, ADA, LECTERN_ROLE_MODERATOR);
  assert_none (w, LECTERN_RULE_R25);
  w->input->rapporteurs = TRUE;
  assert_one (w, LECTERN_RULE_R25, LECTERN_RULE_RAPPORTEUR, 0);
  world_give (w, a, BO, LECTERN_ROLE_RAPPORTEUR);
  session (w, a)->interpreted = TRUE;
  assert_one (w, LECTERN_RULE_R25, LECTERN_RULE_INTERPRETER, 0);
  world_give (w, a, BO, LECTERN_ROLE_INTERPRETER);
  assert_none (w, LECTERN_RULE_R25);
}

static void
test_language (World *w, gconstpointer data)
{
  const guint german = 1, others[] = { 2, 3 }, both[] = { 2, 1 };
  guint a = world_add (w, AT (10, 0), 60, HALL);
  world_give (w, a, ADA, LECTERN_ROLE_SPEAKER);
  world_give (w, a, BO, LECTERN_ROLE_SPEAKER); /* nobody knows what he speaks */
  session (w, a)->languages = world_set (w, 1, &german);
  lectern_rule_person (w->input, ADA)->languages = world_set (w, 2, others);
  assert_one (w, LECTERN_RULE_R26, LECTERN_RULE_PLAIN, 0);
  lectern_rule_person (w->input, ADA)->languages = world_set (w, 2, both);
  assert_none (w, LECTERN_RULE_R26);
  lectern_rule_person (w->input, ADA)->languages = world_set (w, 2, others);
  world_give (w, a, CLEO, LECTERN_ROLE_INTERPRETER);
  assert_none (w, LECTERN_RULE_R26);
}

static void
test_to_be_confirmed (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL);
  world_give (w, a, ADA, LECTERN_ROLE_SPEAKER);
  assert_none (w, LECTERN_RULE_R27);
  ((LecternRulePart *) session (w, a)->parts)->to_be_confirmed = TRUE;
  assert_one (w, LECTERN_RULE_R27, LECTERN_RULE_PLAIN, 0);
  lectern_rule_levels_init (&w->levels, 1); /* the invitation */
  assert_none (w, LECTERN_RULE_R27);
}

static void
test_programme_overlap (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL), b = world_add (w, AT (10, 30), 60, LEFT);
  session (w, a)->node = 1;
  session (w, b)->node = 2;
  assert_none (w, LECTERN_RULE_R29);
  session (w, b)->node = 1;
  assert_one (w, LECTERN_RULE_R29, LECTERN_RULE_PLAIN, 30);
}

static void
test_clash (World *w, gconstpointer data)
{
  guint a = world_add (w, AT (10, 0), 60, HALL), b = world_add (w, AT (10, 45), 60, LEFT);
  session (w, a)->clashes = world_set (w, 1, &b);
  session (w, b)->clashes = world_set (w, 1, &a);
  assert_one (w, LECTERN_RULE_R30, LECTERN_RULE_PLAIN, 15);
  session (w, b)->minute = AT (11, 0);
  assert_none (w, LECTERN_RULE_R30);
}

/* 400 at one time in one room: all pairs, and nothing breaks. Ten thousand: enough of them. */
static void
test_crowd (World *w, gconstpointer data)
{
  for (guint i = 0; i < 400; i++)
    world_add (w, AT (10, 0), 60, HALL);
  g_assert_cmpuint (world_count (w, LECTERN_RULE_R01, NULL), ==, 400 * 399 / 2);
  for (guint i = 0; i < 2600; i++)
    world_add (w, AT (10, 0), 60, HALL);
  g_assert_cmpuint (world_count (w, LECTERN_RULE_R01, NULL), ==, 100000);
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *path;
    void (*test) (World *, gconstpointer);
  } tests[] = {
    { "/rules/table", test_table },
    { "/rules/R01-room-overlap", test_room_overlap },
    { "/rules/R02-spanning", test_spanning },
    { "/rules/R03-room-availability", test_room_availability },
    { "/rules/R04-house-hours", test_house_hours },
    { "/rules/R05-turnaround", test_turnaround },
    { "/rules/R06-capacity", test_capacity },
    { "/rules/R07-equipment", test_equipment },
    { "/rules/R08-event-dates", test_event_dates },
    { "/rules/R09-midnight", test_midnight },
    { "/rules/R09-clock-change", test_clock_change },
    { "/rules/R10-duration", test_duration },
    { "/rules/R11-block", test_block },
    { "/rules/R12-gap", test_gap },
    { "/rules/R13-line-up", test_line_up },
    { "/rules/R14-beside-plenary", test_beside_plenary },
    { "/rules/R20-person-overlap", test_person_overlap },
    { "/rules/R21-availability", test_availability },
    { "/rules/R22-presence", test_presence },
    { "/rules/R23-way", test_way },
    { "/rules/R24-pause", test_pause },
    { "/rules/R25-missing-role", test_missing_role },
    { "/rules/R26-language", test_language },
    { "/rules/R27-to-be-confirmed", test_to_be_confirmed },
    { "/rules/R29-programme-overlap", test_programme_overlap },
    { "/rules/R30-clash", test_clash },
    { "/rules/crowd", test_crowd },
  };
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, World, NULL, world_set_up, tests[i].test, world_tear_down);
  return g_test_run ();
}
