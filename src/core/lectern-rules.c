/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-rules-private.h"

#define MINUTES_PER_DAY 1440
#define MORNING (4 * 60) /* when a day's programme is over for certain */

/* A finding in the pool, in the chain of its unit or of what is free. */
typedef struct
{
  LecternRuleFinding finding; /* rule LECTERN_N_RULES: free */
  guint next;
} LecternRuleKept;

static const struct
{
  LecternRuleOver over;
  void (*check) (LecternRuleRun *run, LecternRule rule);
} rules_table[LECTERN_N_RULES] = {
#define RULE(ID, over, name, levels, minutes, function) { OVER_##over, lectern_rule_check_##function },
#include "lectern-rule-table.h"
#undef RULE
};

#define kept(rules, i) (&g_array_index ((rules)->pool, LecternRuleKept, (i)))

/* When a session runs, on the calendar. */
void
lectern_rules_derive (LecternRules *rules, LecternRuleSession *session)
{
  gboolean placed = session->day != LECTERN_RULE_NONE && session->minute >= 0;
  session->moved = FALSE;
  session->runs = placed && session->counts && session->duration > 0;
  session->start = placed ? lectern_rule_time (lectern_rule_day (rules->input, session->day), session->minute,
                                               session->second_hour)
                          : 0;
  session->end = session->start + MAX (session->duration, 0);
}

/* ---- findings ---- */

static void
forget (LecternRules *rules, LecternRuleUnit *unit)
{
  while (unit->first != LECTERN_RULE_NONE)
    {
      LecternRuleKept *one = kept (rules, unit->first);
      guint next = one->next;
      one->finding.rule = LECTERN_N_RULES;
      one->next = rules->free_first;
      rules->free_first = unit->first;
      unit->first = next;
    }
}

static void
keep (LecternRules *rules, LecternRuleUnit *unit, const LecternRuleFinding *finding)
{
  LecternRuleKept one = { *finding, unit->first };
  if (rules->free_first != LECTERN_RULE_NONE)
    {
      unit->first = rules->free_first;
      rules->free_first = kept (rules, unit->first)->next;
      *kept (rules, unit->first) = one;
      return;
    }
  unit->first = rules->pool->len;
  g_array_append_val (rules->pool, one);
}

/* Leaves in rules->out what the rules find in one unit. */
static void
look_at (LecternRules *rules, LecternRuleOver over, guint index, gboolean trying)
{
  LecternRuleRun run = { .input = rules->input, .levels = &rules->levels, .index = index, .out = rules->out,
                         .unit = lectern_rules_unit (rules, over, index), .scratch = rules->scratch,
                         .trying = trying };
  g_array_set_size (rules->out, 0);
  if (over != OVER_SESSION && run.unit->n == 0)
    return;
  if (over == OVER_STRETCH)
    {
      run.from = g_array_index (rules->stretch_from, gint64, index);
      run.to = run.from + MINUTES_PER_DAY;
    }
  for (guint rule = 0; rule < LECTERN_N_RULES; rule++)
    if (rules_table[rule].over == over && rules->levels.level[rule] != LECTERN_LEVEL_OFF)
      rules_table[rule].check (&run, rule);
}

static void
look_and_keep (LecternRules *rules, LecternRuleOver over, guint index)
{
  LecternRuleUnit *unit = lectern_rules_unit (rules, over, index);
  look_at (rules, over, index, FALSE);
  forget (rules, unit);
  for (guint i = 0; i < rules->out->len; i++)
    keep (rules, unit, &g_array_index (rules->out, LecternRuleFinding, i));
}

/** What is found at present, in no order. Free with g_array_unref(). Of LecternRuleFinding. */
GArray *
lectern_rules_findings (const LecternRules *rules)
{
  GArray *found = g_array_sized_new (FALSE, FALSE, sizeof (LecternRuleFinding), rules->pool->len);
  for (guint i = 0; i < rules->pool->len; i++)
    if (kept (rules, i)->finding.rule != LECTERN_N_RULES)
      g_array_append_val (found, kept (rules, i)->finding);
  return found;
}

/* ---- all, and what is touched ---- */

/* Stretches go from four in the morning, by the clock of the first day. */
static gint64
choose_origin (const LecternRuleInput *input)
{
  gint64 first = G_MAXINT64;
  for (guint i = 0; i < input->days->len; i++)
    if (lectern_rule_day (input, i)->dated)
      first = MIN (first, lectern_rule_day (input, i)->begin);
  return (first != G_MAXINT64 ? first : 0) + MORNING;
}

/**
 * lectern_rules_new:
 * @input: stays the caller's, must live as long and is changed only through this check
 *
 * Looks at everything: n log n in the number of sessions, plus what there is to find.
 *
 * Returns: (transfer full): the check
 */
LecternRules *
lectern_rules_new (LecternRuleInput *input, const LecternRuleLevels *levels)
{
  LecternRules *rules = g_new0 (LecternRules, 1);
  rules->input = input;
  rules->levels = *levels;
  rules->origin = choose_origin (input);
  rules->free_first = LECTERN_RULE_NONE;
  rules->pool = g_array_new (FALSE, FALSE, sizeof (LecternRuleKept));
  rules->touched = g_array_new (FALSE, FALSE, sizeof (LecternRuleTouched));
  rules->out = g_array_new (FALSE, FALSE, sizeof (LecternRuleFinding));
  rules->scratch = g_array_new (FALSE, FALSE, sizeof (guint));
  rules->stretch_from = g_array_new (FALSE, FALSE, sizeof (gint64));
  rules->stretches = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint over = 0; over < N_OVER; over++)
    rules->units[over] = g_array_new (FALSE, TRUE, sizeof (LecternRuleUnit));
  lectern_rules_make_units (rules);
  for (guint over = 0; over < N_OVER; over++)
    for (guint i = 0; i < rules->units[over]->len; i++)
      look_and_keep (rules, over, i);
  return rules;
}

void
lectern_rules_free (LecternRules *rules)
{
  for (guint over = 0; over < N_OVER; over++)
    {
      for (guint i = 0; i < rules->units[over]->len; i++)
        if (lectern_rules_unit (rules, over, i)->capacity > 0)
          g_free (lectern_rules_unit (rules, over, i)->members);
      g_array_unref (rules->units[over]);
    }
  g_clear_pointer (&rules->children, g_array_unref);
  g_hash_table_unref (rules->stretches);
  g_array_unref (rules->stretch_from);
  g_array_unref (rules->pool);
  g_array_unref (rules->touched);
  g_array_unref (rules->out);
  g_array_unref (rules->scratch);
  g_free (rules->block);
  g_free (rules);
}

/**
 * lectern_rules_set_session:
 * @index: a session's, or one more than there are: then it is new
 * @now: what it is; its lists stay the caller's and must live as long
 *
 * Nothing is looked at again before lectern_rules_settle().
 */
void
lectern_rules_set_session (LecternRules *rules, guint index, const LecternRuleSession *now)
{
  gboolean fresh = index == rules->input->sessions->len;
  gboolean other_block = fresh ? now->parent != LECTERN_RULE_NONE
                               : lectern_rule_session (rules->input, index)->parent != now->parent;
  if (fresh)
    {
      g_array_append_val (rules->input->sessions, *now);
      lectern_rules_add_unit (rules, OVER_SESSION);
    }
  else
    {
      lectern_rules_touch (rules, index);
      lectern_rules_leave (rules, index);
      *lectern_rule_session (rules->input, index) = *now;
    }
  if (other_block)
    g_clear_pointer (&rules->children, g_array_unref);
  lectern_rules_derive (rules, lectern_rule_session (rules->input, index));
  lectern_rules_enter (rules, index);
  if (other_block)
    lectern_rules_touch_inside (rules, index, 0);
  else
    lectern_rules_touch (rules, index);
}

void
lectern_rules_settle (LecternRules *rules)
{
  for (guint i = 0; i < rules->touched->len; i++)
    {
      LecternRuleTouched *touched = &g_array_index (rules->touched, LecternRuleTouched, i);
      look_and_keep (rules, touched->over, touched->index);
      lectern_rules_unit (rules, touched->over, touched->index)->touched = FALSE;
    }
  g_array_set_size (rules->touched, 0);
}

/* ---- trying out ---- */

static gboolean
is_same (const LecternRuleFinding *a, const LecternRuleFinding *b)
{
  return a->rule == b->rule && a->session == b->session && a->other == b->other && a->room == b->room
         && a->person == b->person && a->detail == b->detail;
}

static guint
finding_hash (gconstpointer data)
{
  const LecternRuleFinding *a = data;
  return ((((a->rule * 31u + a->detail) * 31u + a->session) * 31u + a->other) * 31u + a->room) * 31u + a->person;
}

static gboolean
finding_equal (gconstpointer a, gconstpointer b)
{
  return is_same (a, b);
}

/* Takes out of what was found what is so already and at least as bad. Looked for in all units
   that were touched: what moves over a border of stretches is told in another one. */
static void
drop_known (LecternRules *rules, GArray *found)
{
  g_autoptr (GHashTable) index = g_hash_table_new (finding_hash, finding_equal);
  guint left = 0;
  for (guint i = 0; i < found->len; i++)
    g_hash_table_add (index, &g_array_index (found, LecternRuleFinding, i));
  for (guint i = 0; i < rules->touched->len && found->len > 0; i++)
    {
      LecternRuleTouched *touched = &g_array_index (rules->touched, LecternRuleTouched, i);
      LecternRuleUnit *unit = lectern_rules_unit (rules, touched->over, touched->index);
      for (guint at = unit->first; at != LECTERN_RULE_NONE; at = kept (rules, at)->next)
        {
          LecternRuleFinding *now = g_hash_table_lookup (index, &kept (rules, at)->finding);
          if (now != NULL && now->minutes <= kept (rules, at)->finding.minutes)
            {
              g_hash_table_remove (index, now);
              now->rule = LECTERN_N_RULES;
            }
        }
    }
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, LecternRuleFinding, i).rule != LECTERN_N_RULES)
      g_array_index (found, LecternRuleFinding, left++) = g_array_index (found, LecternRuleFinding, i);
  g_array_set_size (found, left);
}

static void
put (LecternRules *rules, guint index, const LecternRuleSession *now)
{
  lectern_rules_leave (rules, index);
  *lectern_rule_session (rules->input, index) = *now;
  lectern_rules_enter (rules, index);
}

static void
try_move (LecternRules *rules, const LecternRuleMove *move)
{
  LecternRuleSession now = *lectern_rule_session (rules->input, move->session);
  lectern_rules_touch (rules, move->session);
  now.day = move->day;
  now.minute = move->minute;
  now.duration = move->duration;
  now.rooms = move->rooms;
  now.lost_day = FALSE;
  if (move->parts != NULL)
    {
      now.parts = move->parts;
      now.n_parts = move->n_parts;
    }
  lectern_rules_derive (rules, &now);
  now.moved = TRUE;
  put (rules, move->session, &now);
  lectern_rules_touch (rules, move->session);
}

/**
 * lectern_rules_preview:
 * @moves: each of another session
 * @about: (nullable): a finding that has to do with one of them
 * @stays: (out) (optional): whether it would still be found, however many minutes
 *
 * Costs what looking at the rooms, people and stretches does that they leave and enter.
 *
 * Returns: (transfer full): of LecternRuleFinding, what would come or get worse
 */
GArray *
lectern_rules_preview (LecternRules *rules, const LecternRuleMove *moves, guint n, const LecternRuleFinding *about,
                       gboolean *stays)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LecternRuleFinding));
  g_autofree LecternRuleSession *before = g_new (LecternRuleSession, n + 1);
  lectern_rules_settle (rules);
  if (stays != NULL)
    *stays = FALSE;
  for (guint i = 0; i < n; i++)
    {
      before[i] = *lectern_rule_session (rules->input, moves[i].session);
      try_move (rules, &moves[i]);
    }
  for (guint i = 0; i < rules->touched->len; i++)
    {
      LecternRuleTouched *touched = &g_array_index (rules->touched, LecternRuleTouched, i);
      look_at (rules, touched->over, touched->index, TRUE);
      g_array_append_vals (found, rules->out->data, rules->out->len);
    }
  for (guint i = 0; about != NULL && i < found->len; i++)
    *stays = *stays || is_same (&g_array_index (found, LecternRuleFinding, i), about);
  drop_known (rules, found);
  for (guint i = n; i > 0; i--)
    put (rules, moves[i - 1].session, &before[i - 1]);
  for (guint i = 0; i < rules->touched->len; i++)
    {
      LecternRuleTouched *touched = &g_array_index (rules->touched, LecternRuleTouched, i);
      lectern_rules_unit (rules, touched->over, touched->index)->touched = FALSE;
    }
  g_array_set_size (rules->touched, 0);
  return found;
}
