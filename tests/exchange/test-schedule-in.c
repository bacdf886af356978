/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"
#include "lectern-exchange-error.h"
#include "lectern-schedule-json-in.h"
#include "lectern-schedule-time.h"

#include <string.h>

static void
assert_counts (LecternProgramme *p,
               guint days,
               guint rooms,
               guint sessions,
               guint persons,
               guint names,
               guint doubts)
{
  g_assert_cmpuint (p->days->len, ==, days);
  g_assert_cmpuint (p->rooms->len, ==, rooms);
  g_assert_cmpuint (p->sessions->len, ==, sessions);
  g_assert_cmpuint (p->persons->len, ==, persons);
  g_assert_cmpuint (exchange_names (p), ==, names);
  g_assert_cmpuint (p->doubts->len, ==, doubts);
}

static void
assert_place (LecternProgramme *p, const char *title, int day, int start, int duration)
{
  const LecternProgrammeSession *s = exchange_session (p, title);
  g_assert_cmpint (s->day, ==, day);
  g_assert_cmpint (s->start_minute, ==, start);
  g_assert_cmpint (s->duration, ==, duration);
}

static const LecternProgrammeDay *
day (LecternProgramme *p, guint index)
{
  return g_ptr_array_index (p->days, index);
}

static void
test_pentabarf (void)
{
  g_autoptr (LecternProgramme) p = exchange_read_fixture ("pentabarf.xml");
  assert_counts (p, 2, 2, 3, 2, 2, 0);
  g_assert_null (p->time_zone);
  g_assert_null (p->source);
  g_assert_cmpstr (p->venue, ==, "Old Mill");
  g_assert_cmpint (day (p, 0)->start_minute, ==, 540);
  assert_place (p, "Welcome", 0, 630, 25);
  assert_place (p, "Night walk", 0, 1470, 60);
  assert_place (p, "Mapping the regions", 1, 540, 50);
  g_assert_cmpstr (exchange_session (p, "Welcome")->abstract, ==, "<p>Good morning.</p>");
  g_assert_cmpstr (exchange_session (p, "Welcome")->type, ==, "plenary");
  g_assert_cmpuint (exchange_session (p, "Welcome")->links->len, ==, 2);
  g_assert_cmpint (exchange_session (p, "Welcome")->number, ==, 101);
}

static void
test_frab (void)
{
  g_autoptr (LecternProgramme) p = exchange_read_fixture ("frab.xml");
  assert_counts (p, 2, 2, 3, 3, 2, 3);
  g_assert_cmpstr (p->source, ==, "camp2014");
  g_assert_cmpstr (p->time_zone, ==, "+01:00");
  g_assert_cmpint (day (p, 0)->start_minute, ==, 240);
  g_assert_cmpstr (day (p, 0)->source_end, ==, "2014-12-28T04:00:00+01:00");
  assert_place (p, "Opening", 0, 660, 30);
  assert_place (p, "Nachtgespräch", 0, 1530, 60);
  assert_place (p, "Start and date disagree", 1, 720, 60);
  g_assert_cmpstr (exchange_session (p, "Opening")->description, ==, "First line\n\nSecond line");
  g_assert_cmpstr (exchange_session (p, "Opening")->licence, ==, "CC BY 4.0");
  g_assert_cmpstr (exchange_session (p, "Opening")->recording, ==, "yes");
  g_assert_cmpstr (exchange_session (p, "Nachtgespräch")->recording, ==, "no");
  g_assert_true (exchange_has_doubt (p, "line 64", "disagree"));
  g_assert_true (exchange_has_doubt (p, "line 64", "Saal 9"));
  g_assert_true (exchange_has_doubt (p, "persons", "Ida Lund"));
}

static void
test_pretalx (void)
{
  g_autoptr (LecternProgramme) p = exchange_read_fixture ("pretalx.xml");
  assert_counts (p, 2, 1, 3, 3, 3, 2);
  const LecternProgrammeSession *s = exchange_session (p, "Ceramics, demonstrated");
  const LecternProgrammeLink *link = g_ptr_array_index (s->links, 0),
                             *file = g_ptr_array_index (s->attachments, 0);
  const LecternProgrammeTrack *track = g_ptr_array_index (p->tracks, 0);
  g_assert_cmpstr (s->code, ==, "ABC7DE");
  g_assert_cmpstr (s->languages[1], ==, "en");
  g_assert_null (s->language);
  g_assert_cmpstr (link->service, ==, "WEB");
  g_assert_cmpstr (file->type, ==, "slides");
  g_assert_cmpstr (s->extra, ==, "{\"do_not_stream\":\"true\"}");
  g_assert_cmpstr (track->colour, ==, "#00ff00");
  g_assert_cmpstr (p->generator, ==, "pretalx");
  g_assert_nonnull (strstr (p->extra, "talks.example.org"));
  assert_place (p, "Ceramics, demonstrated", 0, 540, 90);
  assert_place (p, "Past midnight, before the clocks change", 0, 1530, 45);
  assert_place (p, "The number of another", 1, 600, 1440);
  g_assert_cmpint (exchange_session (p, "The number of another")->number, ==, 0);
  g_assert_true (exchange_has_doubt (p, "line 65", "12"));
  g_assert_true (exchange_has_doubt (p, "line 65", "Klingonisch"));
}

static void
test_c3hub (void)
{
  g_autoptr (LecternProgramme) p = exchange_read_fixture ("c3hub.xml");
  assert_counts (p, 2, 1, 2, 2, 1, 2);
  g_assert_cmpint (day (p, 0)->start_minute, ==, 360);
  g_assert_cmpstr (((LecternProgrammeRoom *)g_ptr_array_index (p->rooms, 0))->name, ==,
                   "Art & Play");
  assert_place (p, "Late & quiet", 0, 1770, 30);
  /* Its date is in UTC, its start in the zone of the programme: no doubt. */
  assert_place (p, "Breakfast", 1, 435, 40);
  g_assert_true (exchange_has_doubt (p, "line 38", "answers"));
}

static void
test_osem_and_wafer (void)
{
  g_autoptr (LecternProgramme) osem = exchange_read_fixture ("osem.xml");
  g_autoptr (LecternProgramme) wafer = exchange_read_fixture ("wafer.xml");
  assert_counts (osem, 1, 1, 1, 1, 1, 0);
  assert_place (osem, "Hammers and tongs", 0, 600, 30);
  g_assert_cmpstr (exchange_session (osem, "Hammers and tongs")->language, ==, "en");
  g_assert_cmpstr (exchange_session (osem, "Hammers and tongs")->abstract, ==,
                   "Two kinds of tools.");
  assert_counts (wafer, 1, 1, 2, 1, 1, 0);
  g_assert_cmpint (day (wafer, 0)->start_minute, ==, 0);
  assert_place (wafer, "Watching the stars", 0, 30, 60);
  assert_place (wafer, "Porridge", 0, 480, 45);
}

static void
test_events_under_day (void)
{
  g_autoptr (LecternProgramme) p = exchange_read_fixture ("events-under-day.xml");
  assert_counts (p, 1, 2, 3, 1, 1, 2);
  assert_place (p, "Grüße", 0, 840, 60);
  assert_place (p, "Aufbruch", 0, 1770, 30);
  assert_place (p, "", 0, 1560, -1);
  g_assert_cmpstr (((LecternProgrammePerson *)g_ptr_array_index (p->persons, 0))->name, ==,
                   "Jörg Weiß");
}

static void
test_json_1 (void)
{
  g_autoptr (LecternProgramme) p = exchange_read_fixture ("schedule-1.json");
  assert_counts (p, 2, 2, 2, 2, 2, 3);
  g_assert_true (exchange_has_doubt (p, "persons", "1 link of “Sanne Visser”"));
  const LecternProgrammeSession *s = exchange_session (p, "Bread – a demonstration");
  const LecternProgrammePerson *person = g_ptr_array_index (p->persons, 0);
  const LecternProgrammeRoom *room = g_ptr_array_index (p->rooms, 0);
  g_assert_cmpstr (s->recording, ==, "no");
  g_assert_cmpstr (s->subtitle, ==, "");
  g_assert_cmpstr (s->language, ==, "nl");
  g_assert_cmpstr (person->biography, ==, "Bakes.");
  g_assert_cmpint (room->capacity, ==, 240);
  assert_place (p, "Bread – a demonstration", 0, 570, 45);
  assert_place (p, "Farewell", 1, 1455, 30);
  g_assert_cmpuint (exchange_session (p, "Farewell")->people->len, ==, 2);
  g_assert_cmpint (exchange_session (p, "Farewell")->number, ==, 72);
  g_assert_true (exchange_has_doubt (p, "days[1].rooms.Terrace[0]", "without a name"));
}

static void
test_json_2 (void)
{
  g_autoptr (LecternProgramme) p = exchange_read_fixture ("schedule-2.json");
  assert_counts (p, 1, 2, 3, 3, 3, 1);
  const LecternProgrammeSession *s = exchange_session (p, "Bread");
  const LecternProgrammeRole *role = &g_array_index (s->people, LecternProgrammeRole, 1);
  g_assert_cmpstr (s->abstract, ==, "Rye.");
  g_assert_nonnull (strstr (s->extra, "Rogge."));
  g_assert_cmpstr (s->logo, ==, "https://events.example.org/b.png");
  g_assert_cmpstr (s->state, ==, "confirmed");
  g_assert_cmpstr (role->role, ==, "moderator");
  g_assert_cmpstr (p->language, ==, "en");
  assert_place (p, "Bread", 0, 570, 45);
  assert_place (p, "Night break", 0, 1500, 60);
  assert_place (p, "Another week", -1, -1, 60);
  g_assert_true (exchange_has_doubt (p, "events[2]", "no day"));
  g_assert_cmpstr (((LecternProgrammeRoom *)g_ptr_array_index (p->rooms, 0))->description, ==,
                   "On the left.");
}

/* A track that stands there twice is one, described by what came first; each of its slugs names it. */
static void
test_json_track_twice (void)
{
  g_autoptr (GBytes) file = exchange_text (
      "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"T\",\"start\":\"2026-06-17\",\"end\":\"2026-06-17\","
      "\"tracks\":[{\"name\":\"Clay\",\"slug\":\"clay\",\"color\":\"#112233\"},{\"name\":\"Clay\"},"
      "{\"name\":\"Clay\",\"slug\":\"wet\",\"color\":\"#445566\"}],"
      "\"days\":[{\"index\":1,\"date\":\"2026-06-17\",\"rooms\":{\"R\":[{\"id\":1,\"title\":\"a\","
      "\"date\":\"2026-06-17T09:00:00+02:00\",\"start\":\"09:00\",\"duration\":\"0:30\",\"room\":\"R\","
      "\"track\":{\"slug\":\"wet\"}}]}}]}}}");
  g_autoptr (LecternProgramme) p = exchange_read (file);
  g_assert_cmpuint (p->tracks->len, ==, 1);
  const LecternProgrammeTrack *track = g_ptr_array_index (p->tracks, 0);
  g_assert_cmpstr (track->slug, ==, "clay");
  g_assert_cmpstr (track->colour, ==, "#112233");
  g_assert_cmpint (exchange_session (p, "a")->track, ==, 0);
}

/* A second zone that is none leaves the first. */
static void
test_zone_twice (void)
{
  g_autoptr (GBytes) file = exchange_text (
      "<schedule><conference><title>Z</title><time_zone_name>America/New_York</time_zone_name>"
      "<time_zone_name>Middle-earth/Shire</time_zone_name></conference><day date='2026-06-17'><room name='R'>"
      "<event id='1'><title>a</title><date>2026-06-17T09:00:00-04:00</date><start>09:00</start>"
      "<duration>1:00</duration></event></room></day></schedule>");
  g_autoptr (LecternProgramme) p = exchange_read (file);
  g_assert_true (exchange_has_doubt (p, "line 1", "Middle-earth"));
  g_assert_cmpstr (p->time_zone, ==, "America/New_York");
  assert_place (p, "a", 0, 540, 60);
}

/* A zone that no time is in, and one entry that is in another zone than the rest. */
static void
test_zones (void)
{
  static const char head[]
      = "<schedule><conference><title>Z</title><time_zone_name>%s</time_zone_name></conference>"
        "<day date='2026-06-17'><room name='R'>"
        "<event "
        "id='1'><title>a</title><date>2026-06-17T09:00:00+02:00</date><start>09:00</"
        "start><duration>1:00</duration></event>"
        "<event "
        "id='2'><title>b</title><date>2026-06-17T10:00:00+02:00</date><start>10:00</"
        "start><duration>1:00</duration></event>"
        "<event "
        "id='3'><title>c</title><date>2026-06-17T04:00:00-04:00</date><start>04:00</"
        "start><duration>1:00</duration></event>"
        "</room></day></schedule>";
  g_autofree char *wrong = g_strdup_printf (head, "UTC"),
                  *right = g_strdup_printf (head, "Europe/Stockholm");
  g_autofree char *none = g_strdup_printf (head, "Middle-earth/Shire");
  for (const char *const *text = (const char *const[]){ wrong, right, none, NULL }; *text != NULL;
       text++)
    {
      g_autoptr (GBytes) file = exchange_text (*text);
      g_autoptr (LecternProgramme) p = exchange_read (file);
      g_assert_cmpstr (p->time_zone, ==, *text == right ? "Europe/Stockholm" : "+02:00");
      g_assert_cmpuint (p->doubts->len, ==, *text == right ? 1 : 2);
      assert_place (p, "a", 0, 540, 60);
      assert_place (p, "c", 0, 600, 60);
      g_assert_true (exchange_has_doubt (p, "line 1", "another time zone"));
    }
}

/* The hour that comes twice in the night to 25 October. */
static void
test_doubled_hour (void)
{
  g_autoptr (GBytes) file
      = exchange_text ("<schedule><conference><title>Z</title><time_zone_name>Europe/Berlin</"
                       "time_zone_name></conference><day date='2026-10-24'><room name='R'>"
                       "<event "
                       "id='1'><title>first</title><date>2026-10-25T02:30:00+02:00</"
                       "date><start>02:30</start><duration>0:30</duration></event>"
                       "<event "
                       "id='2'><title>second</title><date>2026-10-25T02:30:00+01:00</"
                       "date><start>02:30</start><duration>0:30</duration></event>"
                       "</room></day></schedule>");
  g_autoptr (LecternProgramme) p = exchange_read (file);
  assert_place (p, "first", 0, 1590, 30);
  assert_place (p, "second", 0, 1590, 30);
  g_assert_false (exchange_session (p, "first")->second_hour);
  g_assert_true (exchange_session (p, "second")->second_hour);
}

static void
test_times (void)
{
  LecternScheduleTime time;
  g_assert_cmpint (lectern_schedule_duration_parse ("01:30"), ==, 90);
  g_assert_cmpint (lectern_schedule_duration_parse ("0:45"), ==, 45);
  g_assert_cmpint (lectern_schedule_duration_parse ("00:25:00"), ==, 25);
  g_assert_cmpint (lectern_schedule_duration_parse ("1:02:30"), ==, 1590);
  g_assert_cmpint (lectern_schedule_duration_parse ("PT1H45M"), ==, 105);
  g_assert_cmpint (lectern_schedule_duration_parse ("30"), ==, 30);
  g_assert_cmpint (lectern_schedule_duration_parse ("soon"), ==, -1);
  g_assert_cmpint (lectern_schedule_duration_parse ("1:75"), ==, -1);
  g_assert_cmpint (lectern_schedule_clock_parse ("25:30"), ==, 1530);
  g_assert_cmpint (lectern_schedule_clock_parse ("9"), ==, -1);
  g_assert_true (lectern_schedule_time_parse ("1970-01-02T00:30:00.5Z", &time));
  g_assert_cmpint (time.days, ==, 1);
  g_assert_cmpint (time.minute, ==, 30);
  g_assert_true (lectern_schedule_time_parse ("2024-02-29", &time));
  g_assert_cmpint (time.minute, ==, -1);
  g_autofree char *back = lectern_schedule_date_format (time.days);
  g_assert_cmpstr (back, ==, "2024-02-29");
  g_assert_false (lectern_schedule_time_parse ("2023-02-29", &time));
  g_assert_false (lectern_schedule_time_parse ("2023-02-28T25:00", &time));
  g_assert_true (lectern_schedule_time_parse ("2026-05-08 10:00:00 -0330", &time));
  g_assert_cmpint (time.offset, ==, -12600);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule-in/pentabarf", test_pentabarf);
  g_test_add_func ("/schedule-in/frab", test_frab);
  g_test_add_func ("/schedule-in/pretalx", test_pretalx);
  g_test_add_func ("/schedule-in/c3hub", test_c3hub);
  g_test_add_func ("/schedule-in/osem-and-wafer", test_osem_and_wafer);
  g_test_add_func ("/schedule-in/events-under-day", test_events_under_day);
  g_test_add_func ("/schedule-in/json-1", test_json_1);
  g_test_add_func ("/schedule-in/json-2", test_json_2);
  g_test_add_func ("/schedule-in/zones", test_zones);
  g_test_add_func ("/schedule-in/zone-twice", test_zone_twice);
  g_test_add_func ("/schedule-in/track-twice", test_json_track_twice);
  g_test_add_func ("/schedule-in/doubled-hour", test_doubled_hour);
  g_test_add_func ("/schedule-in/times", test_times);
  return g_test_run ();
}
