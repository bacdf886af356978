/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules-fixture.h"

#include <string.h>

static gpointer
keep (World *w, gconstpointer data, gsize size)
{
  gpointer copy = g_memdup2 (data, size);
  g_ptr_array_add (w->kept, copy);
  return copy;
}

void
world_set_up (World *w, gconstpointer data)
{
  const LecternRuleRoom rooms[] = {
    [HALL] = { .venue = 0, .seats = { 0, 200, 120, 0, 300 } },
    [LEFT] = { .venue = 0, .seats = { 0, 40, 24, 18, 0 } },
    [RIGHT] = { .venue = 0 },
    [BARN] = { .venue = 1 },
    [FOYER] = { .venue = 0, .shared = TRUE },
  };
  w->kept = g_ptr_array_new_with_free_func (g_free);
  w->input = lectern_rule_input_new ();
  lectern_rule_levels_init (&w->levels, 3);
  for (guint i = 0; i < 2; i++)
    {
      LecternRuleDay day = { .begin = 1440 * i, .opens = -1, .closes = -1, .venue = 0, .dated = TRUE };
      LecternRuleVenue venue = { -1, -1, 50.85 + i * 0.01, 5.69, TRUE }; /* 1.1 km apart */
      g_array_append_val (w->input->days, day);
      g_array_append_val (w->input->venues, venue);
    }
  g_array_append_vals (w->input->rooms, rooms, G_N_ELEMENTS (rooms));
  for (guint i = 0; i < 4; i++)
    {
      LecternRulePerson person = { G_MININT64, G_MAXINT64, { NULL, 0 }, { NULL, 0 }, { NULL, 0 } };
      g_array_append_val (w->input->people, person);
    }
  w->input->n_nodes = 3;
  w->input->end = 2 * 1440 + 360;
}

void
world_tear_down (World *w, gconstpointer data)
{
  lectern_rule_input_free (w->input);
  g_ptr_array_unref (w->kept);
}

LecternRuleSet
world_set (World *w, guint n, const guint *values)
{
  return (LecternRuleSet){ keep (w, values, n * sizeof *values), n };
}

LecternRuleWindows
world_windows (World *w, guint n, const LecternRuleWindow *windows)
{
  return (LecternRuleWindows){ keep (w, windows, n * sizeof *windows), n };
}

guint
world_add (World *w, int minute, int duration, int room)
{
  LecternRuleSession session = { .day = 0, .minute = minute, .duration = duration, .parent = LECTERN_RULE_NONE,
                                 .node = LECTERN_RULE_NONE, .counts = TRUE };
  guint number = room;
  if (room >= 0)
    session.rooms = world_set (w, 1, &number);
  g_array_append_val (w->input->sessions, session);
  return w->input->sessions->len - 1;
}

void
world_put_in (World *w, guint session, guint n, const guint *rooms)
{
  lectern_rule_session (w->input, session)->rooms = world_set (w, n, rooms);
}

void
world_give (World *w, guint session, guint person, LecternRuleRole role)
{
  LecternRuleSession *to = lectern_rule_session (w->input, session);
  LecternRulePart part = { person, role, FALSE };
  LecternRulePart *parts = g_new (LecternRulePart, to->n_parts + 1);
  g_ptr_array_add (w->kept, parts);
  guint at = 0;
  while (at < to->n_parts && to->parts[at].person <= person)
    at++;
  if (to->n_parts > 0)
    {
      memcpy (parts, to->parts, at * sizeof *parts);
      memcpy (parts + at + 1, to->parts + at, (to->n_parts - at) * sizeof *parts);
    }
  parts[at] = part;
  to->parts = parts;
  to->n_parts++;
}

guint
world_count (World *w, LecternRule rule, LecternRuleFinding *last)
{
  g_autoptr (LecternRules) rules = lectern_rules_new (w->input, &w->levels);
  g_autoptr (GArray) findings = lectern_rules_findings (rules);
  guint n = 0;
  for (guint i = 0; i < findings->len; i++)
    if (g_array_index (findings, LecternRuleFinding, i).rule == rule)
      {
        n++;
        if (last != NULL)
          *last = g_array_index (findings, LecternRuleFinding, i);
      }
  return n;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const LecternRuleFinding *x = a, *y = b;
  const gint64 left[] = { x->rule, x->session, x->other, x->room, x->person, x->detail, x->minutes };
  const gint64 right[] = { y->rule, y->session, y->other, y->room, y->person, y->detail, y->minutes };
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    if (left[i] != right[i])
      return left[i] < right[i] ? -1 : 1;
  return 0;
}

void
world_sort (GArray *findings)
{
  g_array_sort (findings, compare);
}

GArray *
world_findings (const LecternRules *rules)
{
  GArray *findings = lectern_rules_findings (rules);
  world_sort (findings);
  return findings;
}
