/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The units that rules look at: made at once from all sessions in the order of their
 * starts, so that nothing needs sorting but the sessions; changed one by one later.
 */
#include "lectern-rules-private.h"

#include <stdlib.h>
#include <string.h>

#define MINUTES_PER_DAY 1440
#define DEEPEST_BLOCK 8
#define AHEAD 8

/* Calls @each for each unit of @over that the session stands in, without stretches. */
typedef void (*EachUnit) (LecternRules *rules, LecternRuleOver over, guint index, guint session);

static void
each_unit (LecternRules *rules, guint index, EachUnit each)
{
  const LecternRuleSession *session = lectern_rule_session (rules->input, index);
  for (guint i = 0; i < session->rooms.n; i++)
    each (rules, OVER_ROOM, session->rooms.at[i], index);
  for (guint i = 0; i < session->n_parts; i++)
    if (i == 0 || session->parts[i].person != session->parts[i - 1].person)
      each (rules, OVER_PERSON, session->parts[i].person, index);
  if (session->node != LECTERN_RULE_NONE)
    each (rules, OVER_NODE, session->node, index);
}

/* ---- stretches ---- */

static gint64
stretch_number (const LecternRules *rules, gint64 time)
{
  gint64 from = time - rules->origin;
  return from >= 0 ? from / MINUTES_PER_DAY : -((MINUTES_PER_DAY - 1 - from) / MINUTES_PER_DAY);
}

static guint
stretch_of (LecternRules *rules, gint64 number)
{
  gpointer known = g_hash_table_lookup (rules->stretches, &number);
  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  gint64 from = rules->origin + number * MINUTES_PER_DAY;
  guint index = rules->units[OVER_STRETCH]->len;
  lectern_rules_add_unit (rules, OVER_STRETCH);
  g_array_append_val (rules->stretch_from, from);
  g_hash_table_insert (rules->stretches, g_memdup2 (&number, sizeof number), GUINT_TO_POINTER (index + 1));
  return index;
}

static void
each_stretch (LecternRules *rules, guint index, EachUnit each)
{
  const LecternRuleSession *session = lectern_rule_session (rules->input, index);
  gint64 last = stretch_number (rules, session->end - 1);
  for (gint64 number = stretch_number (rules, session->start); number <= last; number++)
    each (rules, OVER_STRETCH, stretch_of (rules, number), index);
}

/* ---- one session more or less ---- */

/* Where a session stands, or would stand, among the members. */
static guint
place_of (const LecternRules *rules, const LecternRuleUnit *unit, guint session)
{
  const LecternRuleSession *now = lectern_rule_session (rules->input, session);
  guint low = 0, high = unit->n;
  while (low < high)
    {
      guint middle = (low + high) / 2, there = unit->members[middle];
      const LecternRuleSession *other = lectern_rule_session (rules->input, there);
      if (other->start != now->start ? other->start < now->start
          : other->key != now->key   ? other->key < now->key
                                     : there < session)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
enter_unit (LecternRules *rules, LecternRuleOver over, guint index, guint session)
{
  LecternRuleUnit *unit = lectern_rules_unit (rules, over, index);
  guint at = place_of (rules, unit, session);
  if (at < unit->n && unit->members[at] == session)
    return; /* a room that a session names twice */
  if (unit->n >= unit->capacity)
    {
      guint capacity = 2 * unit->n + 4;
      guint *members = unit->capacity > 0 ? unit->members : NULL;
      guint *more = g_renew (guint, members, capacity);
      if (members == NULL && unit->n > 0)
        memcpy (more, unit->members, unit->n * sizeof *more);
      unit->members = more;
      unit->capacity = capacity;
    }
  memmove (unit->members + at + 1, unit->members + at, (unit->n - at) * sizeof *unit->members);
  unit->members[at] = session;
  unit->n++;
}

static void
leave_unit (LecternRules *rules, LecternRuleOver over, guint index, guint session)
{
  LecternRuleUnit *unit = lectern_rules_unit (rules, over, index);
  guint at = place_of (rules, unit, session);
  if (at >= unit->n || unit->members[at] != session)
    return;
  unit->n--;
  memmove (unit->members + at, unit->members + at + 1, (unit->n - at) * sizeof *unit->members);
}

void
lectern_rules_enter (LecternRules *rules, guint session)
{
  if (!lectern_rule_session (rules->input, session)->runs)
    return;
  each_unit (rules, session, enter_unit);
  each_stretch (rules, session, enter_unit);
}

void
lectern_rules_leave (LecternRules *rules, guint session)
{
  if (!lectern_rule_session (rules->input, session)->runs)
    return;
  each_unit (rules, session, leave_unit);
  each_stretch (rules, session, leave_unit);
}

/* ---- what is to be looked at again ---- */

static void
touch_unit (LecternRules *rules, LecternRuleOver over, guint index, guint session)
{
  LecternRuleUnit *unit = lectern_rules_unit (rules, over, index);
  LecternRuleTouched touched = { over, index };
  if (unit->touched)
    return;
  unit->touched = TRUE;
  g_array_append_val (rules->touched, touched);
}

static int
compare_parents (gconstpointer a, gconstpointer b, gpointer data)
{
  const LecternRuleInput *input = data;
  const guint *x = a, *y = b;
  guint parent_x = lectern_rule_session (input, *x)->parent, parent_y = lectern_rule_session (input, *y)->parent;
  if (parent_x != parent_y)
    return parent_x < parent_y ? -1 : 1;
  return *x < *y ? -1 : *x > *y;
}

/* Where the children of a block begin among all that are children. */
static guint
first_child (LecternRules *rules, guint block)
{
  if (rules->children == NULL)
    {
      rules->children = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < rules->input->sessions->len; i++)
        if (lectern_rule_session (rules->input, i)->parent != LECTERN_RULE_NONE)
          g_array_append_val (rules->children, i);
      g_array_sort_with_data (rules->children, compare_parents, rules->input);
    }
  guint low = 0, high = rules->children->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (lectern_rule_session (rules->input, g_array_index (rules->children, guint, middle))->parent < block)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
child (LecternRules *rules, guint at, guint block)
{
  if (at >= rules->children->len)
    return LECTERN_RULE_NONE;
  guint session = g_array_index (rules->children, guint, at);
  return lectern_rule_session (rules->input, session)->parent == block ? session : LECTERN_RULE_NONE;
}

void
lectern_rules_touch (LecternRules *rules, guint index)
{
  const LecternRuleSession *session = lectern_rule_session (rules->input, index);
  guint inside;
  touch_unit (rules, OVER_SESSION, index, index);
  for (guint at = first_child (rules, index); (inside = child (rules, at, index)) != LECTERN_RULE_NONE; at++)
    touch_unit (rules, OVER_SESSION, inside, inside);
  for (guint i = 0; i < session->clashes.n; i++)
    touch_unit (rules, OVER_SESSION, session->clashes.at[i], index);
  if (!session->runs)
    return;
  each_unit (rules, index, touch_unit);
  each_stretch (rules, index, touch_unit);
}

/* A session and all within it: who belongs together with whom may have changed. */
void
lectern_rules_touch_inside (LecternRules *rules, guint index, guint depth)
{
  guint inside;
  lectern_rules_touch (rules, index);
  for (guint at = first_child (rules, index);
       depth < DEEPEST_BLOCK && (inside = child (rules, at, index)) != LECTERN_RULE_NONE; at++)
    lectern_rules_touch_inside (rules, inside, depth + 1);
}

/* ---- all at once ---- */

void
lectern_rules_add_unit (LecternRules *rules, LecternRuleOver over)
{
  LecternRuleUnit unit = { .first = LECTERN_RULE_NONE };
  g_array_append_val (rules->units[over], unit);
}

typedef struct
{
  gint64 start, key;
  guint session;
} Start;

static int
compare_starts (const void *a, const void *b)
{
  const Start *x = a, *y = b;
  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->session < y->session ? -1 : x->session > y->session;
}

static Start *
sorted_starts (LecternRules *rules, guint *n)
{
  guint all = rules->input->sessions->len;
  Start *starts = g_new (Start, all + 1);
  gboolean sorted = TRUE;
  *n = 0;
  for (guint i = 0; i < all; i++)
    {
      LecternRuleSession *session = lectern_rule_session (rules->input, i);
      lectern_rules_derive (rules, session);
      if (!session->runs)
        continue;
      starts[*n] = (Start){ session->start, session->key, i };
      sorted = sorted && (*n == 0 || compare_starts (&starts[*n - 1], &starts[*n]) < 0);
      ++*n;
    }
  if (!sorted)
    qsort (starts, *n, sizeof *starts, compare_starts);
  return starts;
}

static void
count_unit (LecternRules *rules, LecternRuleOver over, guint index, guint session)
{
  lectern_rules_unit (rules, over, index)->n++;
}

static void
fill_unit (LecternRules *rules, LecternRuleOver over, guint index, guint session)
{
  LecternRuleUnit *unit = lectern_rules_unit (rules, over, index);
  if (unit->n == 0 || unit->members[unit->n - 1] != session)
    unit->members[unit->n++] = session;
}

/* Each unit gets a piece of one block, as long as the count says. */
static void
share_block (LecternRules *rules)
{
  gsize total = 0;
  for (guint over = OVER_ROOM; over <= OVER_NODE; over++)
    for (guint i = 0; i < rules->units[over]->len; i++)
      total += lectern_rules_unit (rules, over, i)->n;
  guint *at = rules->block = g_new (guint, total + 1);
  for (guint over = OVER_ROOM; over <= OVER_NODE; over++)
    for (guint i = 0; i < rules->units[over]->len; i++)
      {
        LecternRuleUnit *unit = lectern_rules_unit (rules, over, i);
        unit->members = at;
        at += unit->n;
        unit->n = 0;
      }
}

void
lectern_rules_make_units (LecternRules *rules)
{
  const guint sizes[] = { rules->input->sessions->len, rules->input->rooms->len, rules->input->people->len,
                          rules->input->n_nodes };
  guint n;
  for (guint over = OVER_SESSION; over <= OVER_NODE; over++)
    {
      g_array_set_size (rules->units[over], sizes[over]);
      for (guint i = 0; i < sizes[over]; i++)
        lectern_rules_unit (rules, over, i)->first = LECTERN_RULE_NONE;
    }
  g_autofree Start *starts = sorted_starts (rules, &n);
  for (guint i = 0; i < sizes[OVER_SESSION]; i++)
    if (lectern_rule_session (rules->input, i)->runs)
      each_unit (rules, i, count_unit);
  share_block (rules);
  for (guint i = 0; i < n; i++)
    {
      /* sessions are spread over more memory than caches hold: their lists are fetched ahead */
      if (i + 2 * AHEAD < n)
        __builtin_prefetch (lectern_rule_session (rules->input, starts[i + 2 * AHEAD].session));
      if (i + AHEAD < n)
        __builtin_prefetch (lectern_rule_session (rules->input, starts[i + AHEAD].session)->parts);
      each_unit (rules, starts[i].session, fill_unit);
      each_stretch (rules, starts[i].session, enter_unit);
    }
}
