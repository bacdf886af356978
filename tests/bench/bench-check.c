/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All rules over a whole agenda, against the plain sweep: sort the spans of time by room
 * and by person and go over them once. Then one edit and one move that is tried out.
 */
#include "bench.h"

#include "lectern-check.h"
#include "lectern-rules.h"
#include "lectern-workspace.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  gint64 key, start, end;
  guint item;
} Span;

typedef struct
{
  LecternRuleInput *input;
  LecternRuleLevels levels;
  guint *numbers;          /* what the lists of the sessions are in */
  LecternRulePart *parts;
  Span *spans;
  gsize n_pairs;           /* of the sweep */
  guint *order;            /* the sessions in the order of their starts */
  LecternRules *rules;
} Agenda;

/* So many sessions in rooms that are nearly full, two people each: 14 sessions in a room and on
   a day, 567 people for a thousand sessions, a few of which are put twice at the same time. */
static Agenda *
make_agenda (guint n_sessions, guint n_rooms, guint n_people)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n_sessions);
  Agenda *agenda = g_new0 (Agenda, 1);
  guint n_days = n_sessions / (14 * n_rooms) + 1;
  agenda->input = lectern_rule_input_new ();
  agenda->numbers = g_new0 (guint, n_sessions);
  agenda->parts = g_new0 (LecternRulePart, 2 * n_sessions);
  agenda->spans = g_new0 (Span, 3 * n_sessions);
  lectern_rule_levels_init (&agenda->levels, 3);
  for (guint i = 0; i < n_days; i++)
    {
      LecternRuleDay day = { .begin = 1440 * i, .opens = 480, .closes = 1440, .dated = TRUE };
      g_array_append_val (agenda->input->days, day);
    }
  LecternRuleVenue venue = { 480, 1440, 50.85, 5.69, TRUE };
  g_array_append_val (agenda->input->venues, venue);
  for (guint i = 0; i < n_rooms; i++)
    {
      LecternRuleRoom room = { .seats = { 0, 100 + i }, .setup = 5 };
      g_array_append_val (agenda->input->rooms, room);
    }
  for (guint i = 0; i < n_people; i++)
    {
      LecternRulePerson person = { G_MININT64, G_MAXINT64, { NULL, 0 }, { NULL, 0 }, { NULL, 0 } };
      g_array_append_val (agenda->input->people, person);
    }
  for (guint i = 0; i < n_sessions; i++)
    {
      guint one = g_rand_int_range (rand, 0, n_people);
      guint two = (one + g_rand_int_range (rand, 1, n_people)) % n_people;
      agenda->numbers[i] = i % n_rooms;
      agenda->parts[2 * i] = (LecternRulePart){ MIN (one, two), LECTERN_ROLE_SPEAKER, FALSE };
      agenda->parts[2 * i + 1] = (LecternRulePart){ MAX (one, two), LECTERN_ROLE_CHAIR, FALSE };
      LecternRuleSession session = { .day = i / (14 * n_rooms), .minute = 540 + i / n_rooms % 14 * 60, .duration = 50,
                                     .rooms = { &agenda->numbers[i], 1 }, .parts = &agenda->parts[2 * i], .n_parts = 2,
                                     .parent = LECTERN_RULE_NONE, .node = LECTERN_RULE_NONE, .counts = TRUE,
                                     .expected = 30 };
      if (g_rand_int_range (rand, 0, 500) == 0)
        session.duration = 70;
      g_array_append_val (agenda->input->sessions, session);
    }
  for (guint i = n_sessions - 1; i > 0; i--) /* as records come: in no order */
    {
      guint other = g_rand_int_range (rand, 0, i + 1);
      LecternRuleSession session = *lectern_rule_session (agenda->input, i);
      *lectern_rule_session (agenda->input, i) = *lectern_rule_session (agenda->input, other);
      *lectern_rule_session (agenda->input, other) = session;
    }
  return agenda;
}

static void
free_agenda (Agenda *agenda)
{
  lectern_rule_input_free (agenda->input);
  g_free (agenda->numbers);
  g_free (agenda->parts);
  g_free (agenda->spans);
  g_free (agenda->order);
  g_free (agenda);
}

static int
compare (const void *a, const void *b)
{
  const Span *x = a, *y = b;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->start < y->start ? -1 : x->start > y->start;
}

static void
run_sweep (gpointer data)
{
  Agenda *agenda = data;
  gsize n = 0;
  for (guint i = 0; i < agenda->input->sessions->len; i++)
    {
      const LecternRuleSession *session = lectern_rule_session (agenda->input, i);
      gint64 start = lectern_rule_time (lectern_rule_day (agenda->input, session->day), session->minute, FALSE);
      for (guint r = 0; r < session->rooms.n; r++)
        agenda->spans[n++] = (Span){ session->rooms.at[r], start, start + session->duration, i };
      for (guint p = 0; p < session->n_parts; p++)
        agenda->spans[n++] = (Span){ -1 - (gint64) session->parts[p].person, start, start + session->duration, i };
    }
  qsort (agenda->spans, n, sizeof (Span), compare);
  agenda->n_pairs = 0;
  for (gsize i = 0; i < n; i++)
    for (gsize j = i + 1; j < n && agenda->spans[j].key == agenda->spans[i].key
                          && agenda->spans[j].start < agenda->spans[i].end; j++)
      agenda->n_pairs += agenda->spans[j].item != agenda->spans[i].item;
}

static void
run_check (gpointer data)
{
  Agenda *agenda = data;
  agenda->rules = lectern_rules_new (agenda->input, &agenda->levels);
}

static void
finish_check (gpointer data)
{
  Agenda *agenda = data;
  g_clear_pointer (&agenda->rules, lectern_rules_free);
}

/* Both find the same: else the comparison means nothing. */
static void
compare_counts (Agenda *agenda)
{
  g_autoptr (LecternRules) rules = lectern_rules_new (agenda->input, &agenda->levels);
  g_autoptr (GArray) findings = lectern_rules_findings (rules);
  gsize n = 0;
  run_sweep (agenda);
  for (guint i = 0; i < findings->len; i++)
    {
      LecternRule rule = g_array_index (findings, LecternRuleFinding, i).rule;
      n += rule == LECTERN_RULE_R01 || rule == LECTERN_RULE_R02 || rule == LECTERN_RULE_R20;
    }
  printf ("%u sessions: %u findings, %zu of them overlaps\n", agenda->input->sessions->len, findings->len, n);
  g_assert_cmpuint (n, ==, agenda->n_pairs);
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer data)
{
  LecternRuleInput *input = data;
  const LecternRuleSession *x = lectern_rule_session (input, *(const guint *) a);
  const LecternRuleSession *y = lectern_rule_session (input, *(const guint *) b);
  return x->start != y->start ? (x->start < y->start ? -1 : 1) : 0;
}

/* What memory costs: one look at each session and its lists, in the order of the starts. */
static void
run_walk (gpointer data)
{
  Agenda *agenda = data;
  gint64 sum = 0;
  for (guint i = 0; i < agenda->input->sessions->len; i++)
    {
      const LecternRuleSession *session = lectern_rule_session (agenda->input, agenda->order[i]);
      sum += session->start + session->rooms.at[0] + session->parts[0].person;
    }
  agenda->n_pairs += sum == 1; /* so that it is not left out */
}

static void
prepare_walk (Agenda *agenda)
{
  guint n = agenda->input->sessions->len;
  agenda->order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    agenda->order[i] = i;
  g_qsort_with_data (agenda->order, (int) n, sizeof (guint), compare_order, agenda->input);
}

static double
median_ms (void (*run) (gpointer), void (*finish) (gpointer), Agenda *agenda)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < 15; i++)
    {
      double before = bench_thread_ms ();
      run (agenda);
      before = bench_thread_ms () - before;
      g_array_append_val (times, before);
      if (finish != NULL)
        finish (agenda);
    }
  return bench_median (times);
}

typedef struct
{
  double ours, floor, walk; /* ms */
} Times;

static gboolean
measure_full (guint n_sessions, guint n_rooms, guint n_people, Times *times)
{
  Agenda *agenda = make_agenda (n_sessions, n_rooms, n_people);
  BenchSide ours = { NULL, run_check, finish_check, agenda }, floor = { NULL, run_sweep, NULL, agenda };
  g_autofree char *name = g_strdup_printf ("check %u sessions", n_sessions);
  compare_counts (agenda);
  prepare_walk (agenda);
  gboolean kept = bench_ratio (name, 2.0, 15, &ours, &floor);
  times->ours = median_ms (run_check, finish_check, agenda);
  times->floor = median_ms (run_sweep, NULL, agenda);
  times->walk = median_ms (run_walk, NULL, agenda);
  free_agenda (agenda);
  return kept;
}

/* What grows faster than n log n is memory: with ten times as many, sessions lie in no cache any
   more, which the walk shows for itself. The check's instructions grow 10.7 fold from 10,000 to
   100,000, the floor's 12.0 fold (callgrind). */
static void
print_growth (double n_small, double n_large, const Times *small, const Times *large)
{
  printf ("growth from %.0f to %.0f sessions: check %.2f to %.1f ms, times %.1f; floor times %.1f; memory alone times "
          "%.1f; n log n %.1f\n",
          n_small, n_large, small->ours, large->ours, large->ours / small->ours, large->floor / small->floor,
          large->walk / small->walk, n_large * log (n_large) / (n_small * log (n_small)));
}

/* The worst of an edit and of a move that is tried out, half way through an agenda. */
static gboolean
measure_edits (guint n_sessions)
{
  Agenda *agenda = make_agenda (n_sessions, 72, n_sessions * 567 / 1000);
  g_autoptr (LecternRules) rules = lectern_rules_new (agenda->input, &agenda->levels);
  double edit = 0, preview = 0;
  for (guint i = 0; i < 200; i++)
    {
      guint index = i * 37 % n_sessions;
      LecternRuleSession now = *lectern_rule_session (agenda->input, index);
      LecternRuleMove move = { index, now.day, now.minute + 35, now.duration, now.rooms, NULL, 0 };
      double before = bench_thread_ms ();
      g_autoptr (GArray) found = lectern_rules_preview (rules, &move, 1, NULL, NULL);
      double between = bench_thread_ms ();
      now.minute += 35;
      lectern_rules_set_session (rules, index, &now);
      lectern_rules_settle (rules);
      edit = MAX (edit, bench_thread_ms () - between);
      preview = MAX (preview, between - before);
    }
  gboolean kept = bench_limit ("re-check after an edit, 10,000 sessions (worst of 200)", edit, 1);
  kept &= bench_limit ("preview of a move, 10,000 sessions (worst of 200)", preview, 1);
  g_clear_pointer (&rules, lectern_rules_free);
  free_agenda (agenda);
  return kept;
}

/* ---- in a workspace ---- */

#define SESSION LECTERN_KIND_SESSION

static void
commit (LecternWorkspace *workspace, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_commit (workspace, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
}

static gint64
fill_workspace (LecternWorkspace *workspace, guint n_sessions, guint n_rooms, gint64 *sessions)
{
  LecternEdit *edit = lectern_edit_new ("Bench");
  gint64 event = lectern_edit_create (edit, LECTERN_KIND_EVENT), rooms[72], days[16];
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TIME_ZONE, "Europe/Amsterdam");
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *date = g_strdup_printf ("2027-06-%02u", i + 1);
      days[i] = lectern_edit_create (edit, LECTERN_KIND_DAY);
      lectern_edit_set_integer (edit, LECTERN_KIND_DAY, days[i], LECTERN_DAY_EVENT, event);
      lectern_edit_set_text (edit, LECTERN_KIND_DAY, days[i], LECTERN_DAY_DATE, date);
    }
  for (guint i = 0; i < n_rooms; i++)
    {
      rooms[i] = lectern_edit_create (edit, LECTERN_KIND_ROOM);
      lectern_edit_set_text (edit, LECTERN_KIND_ROOM, rooms[i], LECTERN_ROOM_NAME, "Room");
    }
  for (guint i = 0; i < n_sessions; i++)
    {
      gint64 id = sessions[i] = lectern_edit_create (edit, SESSION);
      lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_EVENT, event);
      lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_DAY, days[i / (14 * n_rooms) % G_N_ELEMENTS (days)]);
      lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_START, 540 + i / n_rooms % 14 * 60);
      lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_DURATION, 50);
      lectern_edit_set (edit, SESSION, id, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (&rooms[i % n_rooms], 1));
    }
  commit (workspace, edit);
  return event;
}

/* From the change in the file to the count at a session, as the window asks it. */
static gboolean
measure_workspace (guint n_sessions)
{
  g_autofree char *folder = bench_folder (), *path = g_build_filename (folder, "w.db", NULL);
  g_autofree gint64 *sessions = g_new (gint64, n_sessions);
  g_autoptr (LecternWorkspace) workspace = lectern_workspace_create (path, "Bench", "en", NULL);
  gint64 event = fill_workspace (workspace, n_sessions, 72, sessions);
  LecternReader *reader = lectern_workspace_reader (workspace);
  double worst = 0, began = bench_thread_ms ();
  g_autoptr (LecternCheck) check = lectern_check_new (reader, event, NULL, "en");
  printf ("reading and checking a workspace of %u sessions: %.1f ms\n", n_sessions, bench_thread_ms () - began);
  for (guint i = 0; i < 50; i++)
    {
      gint64 id = sessions[i * 37 % n_sessions];
      LecternEdit *edit = lectern_edit_new ("Move");
      lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_START, 575 + i);
      commit (workspace, edit);
      double before = bench_thread_ms ();
      g_assert_true (lectern_check_update (check, reader));
      lectern_check_count_session (check, id, NULL);
      worst = MAX (worst, bench_thread_ms () - before);
    }
  gboolean kept = bench_limit ("the same with reading it, in a workspace (worst of 50)", worst, 1);
  lectern_workspace_close (workspace);
  bench_remove_folder (folder);
  return kept;
}

int
main (void)
{
  Times small, middle, large;
  gboolean kept = measure_full (1007, 72, 567, &small); /* as 38C3 */
  kept &= measure_full (10000, 72, 5670, &middle);
  kept &= measure_full (100000, 72, 56700, &large);
  print_growth (1007, 10000, &small, &middle);
  print_growth (10000, 100000, &middle, &large);
  kept &= measure_edits (10000);
  kept &= measure_workspace (10000);
  return kept ? 0 : 1;
}
