/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random agendas: the sweeps find exactly what comparing everything with everything
 * finds; what is kept up to date edit by edit is what a new check finds; and what a move
 * is said to cause is what it causes.
 */
#include "rules-fixture.h"

#include <math.h>

#define NONE LECTERN_RULE_NONE

/* ---- by brute force ---- */

typedef struct
{
  World *w;
  GArray *out;
} Force;

static LecternRuleSession *
at (Force *f, guint i)
{
  return lectern_rule_session (f->w->input, i);
}

static guint
n_sessions (Force *f)
{
  return f->w->input->sessions->len;
}

static void
tell (Force *f, LecternRule rule, guint detail, guint session, guint other, guint room, guint person, gint64 minutes)
{
  LecternRuleFinding finding = { rule, detail, session, other, room, person, minutes };
  if (f->w->levels.level[rule] != LECTERN_LEVEL_OFF)
    g_array_append_val (f->out, finding);
}

static gboolean
above (Force *f, guint low, guint high)
{
  guint up = at (f, low)->parent;
  for (guint i = 0; i < 8 && up != NONE; i++, up = at (f, up)->parent)
    if (up == high)
      return TRUE;
  return FALSE;
}

static gboolean
together (Force *f, guint a, guint b)
{
  return above (f, a, b) || above (f, b, a);
}

static gboolean
earlier (Force *f, guint a, guint b)
{
  if (at (f, a)->start != at (f, b)->start)
    return at (f, a)->start < at (f, b)->start;
  return at (f, a)->key != at (f, b)->key ? at (f, a)->key < at (f, b)->key : a < b;
}

static gint64
both (Force *f, guint a, guint b)
{
  if (!at (f, a)->runs || !at (f, b)->runs)
    return 0;
  return MAX (0, MIN (at (f, a)->end, at (f, b)->end) - MAX (at (f, a)->start, at (f, b)->start));
}

static gboolean
in_room (Force *f, guint session, guint room)
{
  for (guint i = 0; i < at (f, session)->rooms.n; i++)
    if (at (f, session)->rooms.at[i] == room)
      return TRUE;
  return FALSE;
}

static gboolean
has_person (Force *f, guint session, guint person)
{
  for (guint i = 0; i < at (f, session)->n_parts; i++)
    if (at (f, session)->parts[i].person == person)
      return TRUE;
  return FALSE;
}

static void
overlaps (Force *f)
{
  for (guint a = 0; a < n_sessions (f); a++)
    for (guint b = 0; b < n_sessions (f); b++)
      {
        gint64 minutes = both (f, a, b);
        if (minutes == 0 || a == b || !earlier (f, a, b) || together (f, a, b))
          continue;
        guint first = NONE;
        for (guint room = 0; room < f->w->input->rooms->len; room++)
          if (in_room (f, a, room) && in_room (f, b, room) && !lectern_rule_room (f->w->input, room)->shared)
            first = MIN (first, room);
        gboolean spanning = at (f, a)->rooms.n > 1 || at (f, b)->rooms.n > 1;
        if (first != NONE)
          tell (f, spanning ? LECTERN_RULE_R02 : LECTERN_RULE_R01, 0, a, b, first, NONE, minutes);
        for (guint person = 0; person < f->w->input->people->len; person++)
          if (has_person (f, a, person) && has_person (f, b, person))
            tell (f, LECTERN_RULE_R20, 0, a, b, NONE, person, minutes);
        if (at (f, a)->node != NONE && at (f, a)->node == at (f, b)->node)
          tell (f, LECTERN_RULE_R29, 0, a, b, NONE, NONE, minutes);
        if (at (f, a)->internal || at (f, b)->internal || at (f, a)->type == LECTERN_RULE_ADMINISTRATIVE
            || at (f, b)->type == LECTERN_RULE_ADMINISTRATIVE)
          continue;
        if (at (f, b)->type == LECTERN_RULE_PLENARY)
          tell (f, LECTERN_RULE_R14, 0, b, a, NONE, NONE, minutes);
        else if (at (f, a)->type == LECTERN_RULE_PLENARY)
          tell (f, LECTERN_RULE_R14, 0, a, b, NONE, NONE, minutes);
      }
  for (guint a = 0; a < n_sessions (f); a++)
    for (guint i = 0; i < at (f, a)->clashes.n; i++)
      if (at (f, a)->key * 1000 + a < at (f, at (f, a)->clashes.at[i])->key * 1000 + at (f, a)->clashes.at[i] && both (f, a, at (f, a)->clashes.at[i]) > 0)
        tell (f, LECTERN_RULE_R30, 0, a, at (f, a)->clashes.at[i], NONE, NONE, both (f, a, at (f, a)->clashes.at[i]));
}

/* Minute by minute. */
static gint64
bad_minutes (const LecternRuleWindows *open, const LecternRuleWindows *closed, const LecternRuleSession *s)
{
  gint64 outside = 0, inside = 0;
  for (gint64 t = s->start; t < s->end; t++)
    {
      gboolean is_open = open->n == 0;
      for (guint i = 0; i < open->n; i++)
        is_open |= t >= open->at[i].start && t < open->at[i].end;
      outside += !is_open;
      for (guint i = 0; i < closed->n; i++)
        inside += t >= closed->at[i].start && t < closed->at[i].end;
    }
  return MAX (outside, inside);
}

static void
windows (Force *f)
{
  for (guint a = 0; a < n_sessions (f); a++)
    {
      if (!at (f, a)->runs)
        continue;
      for (guint room = 0; room < f->w->input->rooms->len; room++)
        {
          const LecternRuleRoom *r = lectern_rule_room (f->w->input, room);
          gint64 minutes = bad_minutes (&r->open, &r->closed, at (f, a));
          if (in_room (f, a, room) && (r->deleted || minutes > 0))
            tell (f, LECTERN_RULE_R03, r->deleted ? LECTERN_RULE_DELETED : 0, a, NONE, room, NONE, r->deleted ? 0 : minutes);
        }
      for (guint person = 0; person < f->w->input->people->len; person++)
        {
          const LecternRulePerson *p = lectern_rule_person (f->w->input, person);
          gint64 minutes = bad_minutes (&p->open, &p->closed, at (f, a));
          if (!has_person (f, a, person))
            continue;
          if (minutes > 0)
            tell (f, LECTERN_RULE_R21, 0, a, NONE, NONE, person, minutes);
          if (at (f, a)->start < p->arrival)
            tell (f, LECTERN_RULE_R22, LECTERN_RULE_TOO_EARLY, a, NONE, NONE, person, p->arrival - at (f, a)->start);
          else if (at (f, a)->end > p->departure)
            tell (f, LECTERN_RULE_R22, LECTERN_RULE_TOO_LATE, a, NONE, NONE, person, at (f, a)->end - p->departure);
        }
    }
}

/* Who ends last of those before @now that @belongs picks; NONE. */
static guint
last_before (Force *f, guint now, gboolean (*belongs) (Force *, guint, gint64), gint64 key)
{
  guint last = NONE;
  for (guint i = 0; i < n_sessions (f); i++)
    if (i != now && at (f, i)->runs && belongs (f, i, key) && earlier (f, i, now)
        && (last == NONE || at (f, i)->end > at (f, last)->end
            || (at (f, i)->end == at (f, last)->end && earlier (f, i, last))))
      last = i;
  return last;
}

static gboolean
belongs_to_room (Force *f, guint session, gint64 room)
{
  return in_room (f, session, room);
}

static gboolean
belongs_to_person (Force *f, guint session, gint64 person)
{
  return has_person (f, session, person);
}

static gboolean
one_block (Force *f, guint a, guint b)
{
  return together (f, a, b) || (at (f, a)->parent != NONE && at (f, a)->parent == at (f, b)->parent);
}

static guint
house (Force *f, guint session)
{
  guint room = at (f, session)->rooms.n > 0 ? at (f, session)->rooms.at[0] : NONE;
  guint venue = room != NONE ? lectern_rule_room (f->w->input, room)->venue : NONE;
  return venue != NONE ? venue : lectern_rule_day (f->w->input, at (f, session)->day)->venue;
}

static gboolean
share_room (Force *f, guint a, guint b)
{
  for (guint i = 0; i < at (f, a)->rooms.n; i++)
    if (in_room (f, b, at (f, a)->rooms.at[i]))
      return TRUE;
  return at (f, a)->rooms.n == 0 && at (f, b)->rooms.n == 0;
}

/* How many follow one another without a pause up to this one: those in one block and those
   that run at once neither count nor end the row. */
static guint
in_a_row (Force *f, guint now, guint person)
{
  guint n = 0, next = now;
  while (next != NONE)
    {
      guint last = last_before (f, next, belongs_to_person, person);
      gint64 gap = last != NONE ? at (f, next)->start - at (f, last)->end : -1;
      if (last == NONE || (gap >= f->w->levels.minutes[LECTERN_RULE_R24] && !one_block (f, last, next)))
        break;
      n += gap >= 0 && !one_block (f, last, next);
      guint before = NONE; /* the one of hers that begins before */
      for (guint i = 0; i < n_sessions (f); i++)
        if (at (f, i)->runs && has_person (f, i, person) && earlier (f, i, next)
            && (before == NONE || earlier (f, before, i)))
          before = i;
      next = before;
    }
  return n;
}

static void
neighbours (Force *f)
{
  for (guint now = 0; now < n_sessions (f); now++)
    {
      for (guint room = 0; room < f->w->input->rooms->len && at (f, now)->runs; room++)
        {
          const LecternRuleRoom *r = lectern_rule_room (f->w->input, room);
          guint last = in_room (f, now, room) ? last_before (f, now, belongs_to_room, room) : NONE;
          gint64 gap = last != NONE ? at (f, now)->start - at (f, last)->end : -1;
          if (gap >= 0 && gap < r->setup + r->clearing && !r->shared && !one_block (f, last, now))
            tell (f, LECTERN_RULE_R05, 0, now, last, room, NONE, r->setup + r->clearing - gap);
        }
      for (guint person = 0; person < f->w->input->people->len && at (f, now)->runs; person++)
        {
          guint last = has_person (f, now, person) ? last_before (f, now, belongs_to_person, person) : NONE;
          gint64 gap = last != NONE ? at (f, now)->start - at (f, last)->end : -1;
          if (gap < 0)
            continue;
          if (gap < f->w->levels.minutes[LECTERN_RULE_R24] && !one_block (f, last, now)
              && (in_a_row (f, now, person) > 1 || !share_room (f, last, now)))
            tell (f, LECTERN_RULE_R24, 0, now, last, NONE, person, f->w->levels.minutes[LECTERN_RULE_R24] - gap);
          if (house (f, last) != house (f, now) && house (f, last) != NONE && house (f, now) != NONE && gap < 18)
            tell (f, LECTERN_RULE_R23, 0, now, last, NONE, person, 18 - gap); /* as the fixture's houses lie */
        }
    }
}

static gint64
stretch (gint64 time)
{
  return (gint64) floor ((time - 240) / 1440.0);
}

static gboolean
belongs_to_programme (Force *f, guint session, gint64 number)
{
  return at (f, session)->type != LECTERN_RULE_PAUSE && stretch (at (f, session)->start) <= number
         && stretch (at (f, session)->end - 1) >= number;
}

static gboolean
belongs_to_pauses (Force *f, guint session, gint64 number)
{
  return at (f, session)->type == LECTERN_RULE_PAUSE && stretch (at (f, session)->start) <= number
         && stretch (at (f, session)->end - 1) >= number;
}

static void
gaps (Force *f)
{
  for (guint now = 0; now < n_sessions (f); now++)
    {
      gint64 number = at (f, now)->runs ? stretch (at (f, now)->start) : 0;
      if (!at (f, now)->runs || at (f, now)->type == LECTERN_RULE_PAUSE)
        continue;
      guint last = last_before (f, now, belongs_to_programme, number), pause = NONE;
      gint64 gap = last != NONE ? at (f, now)->start - at (f, last)->end : 0;
      if (gap <= f->w->levels.minutes[LECTERN_RULE_R12])
        continue;
      for (guint i = 0; i < n_sessions (f); i++)
        if (at (f, i)->runs && belongs_to_pauses (f, i, number) && earlier (f, last, i) && earlier (f, i, now)
            && (pause == NONE || earlier (f, i, pause)))
          pause = i;
      tell (f, LECTERN_RULE_R12, 0, pause != NONE ? pause : last, pause != NONE ? NONE : now, NONE, NONE, gap);
    }
}

static guint
next_parallel (Force *f, guint after)
{
  guint next = NONE;
  for (guint i = 0; i < n_sessions (f); i++)
    if (at (f, i)->runs && at (f, i)->type == LECTERN_RULE_PARALLEL && (after == NONE || earlier (f, after, i))
        && (next == NONE || earlier (f, i, next)))
      next = i;
  return next;
}

static void
lines (Force *f)
{
  guint first = NONE;
  for (guint now = next_parallel (f, NONE); now != NONE; now = next_parallel (f, now))
    {
      gint64 after = first != NONE ? at (f, now)->start - at (f, first)->start : 0;
      if (first == NONE || at (f, now)->start >= at (f, first)->end || after >= f->w->levels.minutes[LECTERN_RULE_R13])
        first = now;
      else if (after > 0 && !together (f, now, first))
        tell (f, LECTERN_RULE_R13, 0, now, first, NONE, NONE, after);
    }
}

static void
singles (Force *f)
{
  for (guint a = 0; a < n_sessions (f); a++)
    {
      LecternRuleSession *s = at (f, a);
      if (!s->counts)
        continue;
      if (s->lost_day)
        tell (f, LECTERN_RULE_R08, LECTERN_RULE_DELETED, a, NONE, NONE, NONE, 0);
      if (s->day != NONE && s->minute >= 0 && s->duration <= 0)
        tell (f, LECTERN_RULE_R10, LECTERN_RULE_NONE_AT_ALL, a, NONE, NONE, NONE, 0);
      if (s->day != NONE && s->minute >= 0 && s->duration > 1440)
        tell (f, LECTERN_RULE_R10, LECTERN_RULE_TOO_LONG, a, NONE, NONE, NONE, s->duration);
      if (!s->runs)
        continue;
      if (s->end > f->w->input->end)
        tell (f, LECTERN_RULE_R08, LECTERN_RULE_TOO_LATE, a, NONE, NONE, NONE, s->end - f->w->input->end);
      int midnight = s->minute < 1440 ? 1440 : 2880;
      if (s->minute + s->duration > midnight)
        tell (f, LECTERN_RULE_R09, 0, a, NONE, NONE, NONE, s->minute + s->duration - midnight);
      const LecternRuleSession *block = s->parent != NONE ? at (f, s->parent) : NULL;
      if (block != NULL && block->runs && s->start < block->start)
        tell (f, LECTERN_RULE_R11, LECTERN_RULE_TOO_EARLY, a, s->parent, NONE, NONE, block->start - s->start);
      else if (block != NULL && block->runs && s->end > block->end)
        tell (f, LECTERN_RULE_R11, LECTERN_RULE_TOO_LATE, a, s->parent, NONE, NONE, s->end - block->end);
    }
}

/* The rules about one session's roles, seats and hours have no other way to be computed; the
   table's tests are theirs. */
static gboolean
is_forced (LecternRule rule)
{
  return rule != LECTERN_RULE_R04 && rule != LECTERN_RULE_R06 && rule != LECTERN_RULE_R07 && rule != LECTERN_RULE_R25
         && rule != LECTERN_RULE_R26 && rule != LECTERN_RULE_R27;
}

static GArray *
by_force (World *w)
{
  Force f = { w, g_array_new (FALSE, FALSE, sizeof (LecternRuleFinding)) };
  overlaps (&f);
  windows (&f);
  neighbours (&f);
  gaps (&f);
  lines (&f);
  singles (&f);
  world_sort (f.out);
  return f.out;
}

/* ---- random worlds ---- */

static LecternRuleSession
random_session (World *w, GRand *rand, guint index)
{
  LecternRuleSession s = { .day = g_rand_int_range (rand, 0, 2), .duration = 5 * g_rand_int_range (rand, 1, 25),
                           .parent = NONE, .node = NONE, .counts = TRUE };
  guint rooms[3], n_rooms = g_rand_int_range (rand, 0, 8), people[2];
  s.key = g_rand_int_range (rand, 0, 4);
  s.minute = 5 * g_rand_int_range (rand, 90, 300);
  s.type = g_rand_int_range (rand, 0, 7);
  n_rooms = n_rooms < 6 ? MIN (n_rooms, 1) : n_rooms - 4;
  rooms[0] = g_rand_int_range (rand, 0, 5);
  rooms[1] = (rooms[0] + g_rand_int_range (rand, 1, 3)) % 5;
  rooms[2] = (rooms[0] + 3 + g_rand_int_range (rand, 0, 2)) % 5;
  s.rooms = world_set (w, n_rooms, rooms);
  people[0] = g_rand_int_range (rand, 0, 4);
  people[1] = g_rand_int_range (rand, people[0], 4);
  LecternRulePart parts[2] = { { people[0], LECTERN_ROLE_SPEAKER, g_rand_boolean (rand) }, { people[1], LECTERN_ROLE_CHAIR, FALSE } };
  s.n_parts = g_rand_int_range (rand, 0, 3);
  s.parts = g_memdup2 (parts, sizeof parts);
  g_ptr_array_add (w->kept, (gpointer) s.parts);
  s.internal = g_rand_int_range (rand, 0, 10) == 0;
  s.counts = g_rand_int_range (rand, 0, 10) != 0;
  s.expected = g_rand_int_range (rand, 0, 100);
  if (g_rand_int_range (rand, 0, 4) == 0)
    s.node = g_rand_int_range (rand, 0, 3);
  if (g_rand_int_range (rand, 0, 3) == 0 && index > 0)
    s.parent = g_rand_int_range (rand, 0, index); /* itself never; circles may come by edits */
  switch (g_rand_int_range (rand, 0, 30))
    {
    case 0:
      s.day = NONE;
      s.lost_day = g_rand_boolean (rand);
      break;
    case 1:
      s.duration = g_rand_int_range (rand, -1, 1);
      break;
    case 2:
      s.duration = 3 * 1440;
      break;
    }
  return s;
}

static void
random_world (World *w, GRand *rand, guint n)
{
  world_set_up (w, NULL);
  for (guint room = 0; room < 5; room++)
    {
      LecternRuleRoom *r = lectern_rule_room (w->input, room);
      const LecternRuleWindow open[] = { { 480, 720 }, { 780, 1600 } }, closed = { 1440 + 600, 1440 + 700 };
      r->setup = room % 2 * 10;
      r->clearing = g_rand_int_range (rand, 0, 3) * 5;
      r->deleted = g_rand_int_range (rand, 0, 20) == 0;
      if (room == LEFT)
        r->open = world_windows (w, 2, open);
      if (room == RIGHT)
        r->closed = world_windows (w, 1, &closed);
    }
  const LecternRuleWindow hours[] = { { 500, 1000 }, { 1900, 2600 } };
  lectern_rule_person (w->input, ADA)->open = world_windows (w, 2, hours);
  lectern_rule_person (w->input, BO)->arrival = 600;
  lectern_rule_person (w->input, CLEO)->departure = 1440 + 800;
  for (guint i = 0; i < n; i++)
    {
      LecternRuleSession s = random_session (w, rand, i);
      g_array_append_val (w->input->sessions, s);
    }
  for (guint i = 0; i + 1 < n; i += 7) /* pairs */
    {
      guint other = i + 1;
      lectern_rule_session (w->input, i)->clashes = world_set (w, 1, &other);
      lectern_rule_session (w->input, other)->clashes = world_set (w, 1, &i);
    }
}

static void
assert_same (GArray *found, GArray *wanted)
{
  for (guint i = 0; i < MIN (found->len, wanted->len); i++)
    {
      const LecternRuleFinding *a = &g_array_index (found, LecternRuleFinding, i);
      const LecternRuleFinding *b = &g_array_index (wanted, LecternRuleFinding, i);
      g_assert_cmpstr (lectern_rule_id (a->rule), ==, lectern_rule_id (b->rule));
      g_assert_cmpuint (a->session, ==, b->session);
      g_assert_cmpuint (a->other, ==, b->other);
      g_assert_cmpuint (a->room, ==, b->room);
      g_assert_cmpuint (a->person, ==, b->person);
      g_assert_cmpuint (a->detail, ==, b->detail);
      g_assert_cmpint (a->minutes, ==, b->minutes);
    }
  g_assert_cmpuint (found->len, ==, wanted->len);
}

static void
test_against_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  guint counts[LECTERN_N_RULES] = { 0 };
  for (guint c = 0; c < 300; c++)
    {
      World w;
      random_world (&w, rand, g_rand_int_range (rand, 0, 60));
      g_autoptr (LecternRules) rules = lectern_rules_new (w.input, &w.levels);
      g_autoptr (GArray) found = world_findings (rules);
      g_autoptr (GArray) wanted = by_force (&w);
      for (guint i = found->len; i > 0; i--)
        {
          LecternRule rule = g_array_index (found, LecternRuleFinding, i - 1).rule;
          counts[rule]++;
          if (!is_forced (rule))
            g_array_remove_index (found, i - 1);
        }
      assert_same (found, wanted);
      world_tear_down (&w, NULL);
    }
  for (guint rule = 0; rule < LECTERN_N_RULES; rule++)
    {
      g_test_message ("%s: %u", lectern_rule_id (rule), counts[rule]);
      if (is_forced (rule))
        g_assert_cmpuint (counts[rule], >, 20);
    }
}

/* What is kept up to date is what a new check of the same finds. */
static void
test_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);
  guint changed = 0, circles = 0;
  for (guint c = 0; c < 60; c++)
    {
      World w;
      random_world (&w, rand, g_rand_int_range (rand, 2, 50));
      g_autoptr (LecternRules) rules = lectern_rules_new (w.input, &w.levels);
      g_autoptr (GArray) before = world_findings (rules);
      for (guint e = 0; e < 25; e++)
        {
          guint n = w.input->sessions->len, edits = g_rand_int_range (rand, 1, 4);
          for (guint i = 0; i < edits; i++)
            {
              guint index = g_rand_int_range (rand, 0, n + (i == 0));
              LecternRuleSession now = random_session (&w, rand, n);
              if (now.parent == index)
                now.parent = NONE;
              if (index < n)
                now.clashes = lectern_rule_session (w.input, index)->clashes;
              circles += now.parent != NONE && index < n && lectern_rule_session (w.input, now.parent)->parent == index;
              lectern_rules_set_session (rules, index, &now);
              n = w.input->sessions->len;
            }
          lectern_rules_settle (rules);
          g_autoptr (GArray) found = world_findings (rules);
          g_autoptr (LecternRules) anew = lectern_rules_new (w.input, &w.levels);
          g_autoptr (GArray) wanted = world_findings (anew);
          assert_same (found, wanted);
          changed += found->len != before->len;
          g_array_unref (before);
          before = g_steal_pointer (&found);
        }
      world_tear_down (&w, NULL);
    }
  g_test_message ("%u edits changed the number of findings, %u made a circle of blocks", changed, circles);
  g_assert_cmpuint (changed, >, 500);
  g_assert_cmpuint (circles, >, 2);
}

static const LecternRuleFinding *
same_before (GArray *before, const LecternRuleFinding *one)
{
  for (guint i = 0; i < before->len; i++)
    {
      const LecternRuleFinding *b = &g_array_index (before, LecternRuleFinding, i);
      if (b->rule == one->rule && b->session == one->session && b->other == one->other && b->room == one->room
          && b->person == one->person && b->detail == one->detail)
        return b;
    }
  return NULL;
}

/* A move that is tried out tells what comes and what gets worse, and leaves nothing behind. */
static void
test_preview (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);
  guint all = 0;
  for (guint c = 0; c < 200; c++)
    {
      World w;
      LecternRuleMove moves[3];
      random_world (&w, rand, g_rand_int_range (rand, 4, 60));
      guint n = g_rand_int_range (rand, 1, 4), first = g_rand_int_range (rand, 0, w.input->sessions->len - n + 1);
      g_autoptr (LecternRules) rules = lectern_rules_new (w.input, &w.levels);
      g_autoptr (GArray) before = world_findings (rules);
      for (guint i = 0; i < n; i++)
        {
          LecternRuleSession to = random_session (&w, rand, 0);
          moves[i] = (LecternRuleMove){ first + i, to.day, to.minute, to.duration, to.rooms };
        }
      g_autoptr (GArray) found = lectern_rules_preview (rules, moves, n, NULL, NULL);
      g_autoptr (GArray) still = world_findings (rules);
      assert_same (still, before);
      for (guint i = 0; i < n; i++)
        {
          LecternRuleSession now = *lectern_rule_session (w.input, moves[i].session);
          now.day = moves[i].day;
          now.minute = moves[i].minute;
          now.duration = moves[i].duration;
          now.rooms = moves[i].rooms;
          now.lost_day = FALSE;
          lectern_rules_set_session (rules, moves[i].session, &now);
        }
      lectern_rules_settle (rules);
      g_autoptr (GArray) wanted = world_findings (rules);
      for (guint i = wanted->len; i > 0; i--)
        {
          const LecternRuleFinding *one = &g_array_index (wanted, LecternRuleFinding, i - 1);
          const LecternRuleFinding *was = same_before (before, one);
          if (was != NULL && was->minutes >= one->minutes)
            g_array_remove_index (wanted, i - 1);
        }
      world_sort (found);
      assert_same (found, wanted);
      all += found->len;
      world_tear_down (&w, NULL);
    }
  g_assert_cmpuint (all, >, 500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/against-brute-force", test_against_force);
  g_test_add_func ("/rules/edits", test_edits);
  g_test_add_func ("/rules/preview", test_preview);
  return g_test_run ();
}
