/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules about what happens side by side and one after another on one day. A stretch
 * is a day from 4 to 4; what reaches over its border stands in both and is told in that
 * in which the later item begins.
 */
#include "lectern-rules-private.h"

static gboolean
is_told_here (const LecternRuleRun *run, const LecternRuleSession *later)
{
  return later->start >= run->from && later->start < run->to;
}

/* A gap is time without programme, also where a pause fills it: then it is the pause's. */
void
lectern_rule_check_gap (LecternRuleRun *run, LecternRule rule)
{
  guint last = LECTERN_RULE_NONE, pause = LECTERN_RULE_NONE;
  for (guint i = 0; i < run->unit->n; i++)
    {
      guint now = run->unit->members[i];
      const LecternRuleSession *session = lectern_rule_member (run, i);
      if (session->type == LECTERN_RULE_PAUSE)
        {
          pause = pause == LECTERN_RULE_NONE ? now : pause;
          continue;
        }
      gint64 ended = last != LECTERN_RULE_NONE ? lectern_rule_session (run->input, last)->end : session->start;
      if (session->start - ended > run->levels->minutes[rule] && is_told_here (run, session))
        lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, pause != LECTERN_RULE_NONE ? pause : last,
                            pause != LECTERN_RULE_NONE ? LECTERN_RULE_NONE : now, LECTERN_RULE_NONE,
                            LECTERN_RULE_NONE, session->start - ended);
      if (last == LECTERN_RULE_NONE || session->end > ended)
        {
          last = now;
          pause = LECTERN_RULE_NONE;
        }
    }
}

/* Parallel sessions that begin a little after one that runs beside them. */
void
lectern_rule_check_line_up (LecternRuleRun *run, LecternRule rule)
{
  guint first = LECTERN_RULE_NONE;
  for (guint i = 0; i < run->unit->n; i++)
    {
      const LecternRuleSession *session = lectern_rule_member (run, i);
      if (session->type != LECTERN_RULE_PARALLEL)
        continue;
      const LecternRuleSession *before = first != LECTERN_RULE_NONE ? lectern_rule_session (run->input, first) : NULL;
      if (before == NULL || session->start >= before->end
          || session->start - before->start >= run->levels->minutes[rule])
        first = run->unit->members[i];
      else if (session->start > before->start && is_told_here (run, session)
               && !lectern_rule_belong_together (run->input, run->unit->members[i], first))
        lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, run->unit->members[i], first, LECTERN_RULE_NONE,
                            LECTERN_RULE_NONE, session->start - before->start);
    }
}

static gboolean
is_beside_the_point (const LecternRuleSession *session)
{
  return session->internal || session->type == LECTERN_RULE_ADMINISTRATIVE;
}

/* Tells @now beside each of the sessions at @list that still run; the ended ones go. */
static gboolean
tell_beside (LecternRuleRun *run, LecternRule rule, guint *list, guint *n, guint now)
{
  const LecternRuleSession *session = lectern_rule_session (run->input, now);
  guint left = 0;
  gboolean more = TRUE;
  for (guint i = 0; i < *n; i++)
    {
      const LecternRuleSession *before = lectern_rule_session (run->input, list[i]);
      if (before->end <= session->start)
        continue;
      list[left++] = list[i];
      if (!more || !is_told_here (run, session) || (run->trying && !before->moved && !session->moved)
          || lectern_rule_belong_together (run->input, list[i], now))
        continue;
      gboolean plenary = session->type == LECTERN_RULE_PLENARY; /* it comes first */
      more = lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, plenary ? now : list[i], plenary ? list[i] : now,
                                 LECTERN_RULE_NONE, LECTERN_RULE_NONE, lectern_rule_overlap (before, session));
    }
  *n = left;
  return more;
}

/* The others are gone through only when a plenary begins, so that this costs what it finds. */
void
lectern_rule_check_beside_plenary (LecternRuleRun *run, LecternRule rule)
{
  guint n_plenaries = 0, n_others = 0, n = run->unit->n;
  g_array_set_size (run->scratch, 2 * n);
  guint *plenaries = &g_array_index (run->scratch, guint, 0), *others = plenaries + n;
  for (guint i = 0; i < n; i++)
    {
      guint now = run->unit->members[i];
      const LecternRuleSession *session = lectern_rule_member (run, i);
      gboolean plenary = session->type == LECTERN_RULE_PLENARY;
      if (is_beside_the_point (session))
        continue;
      if (!tell_beside (run, rule, plenaries, &n_plenaries, now)
          || (plenary && !tell_beside (run, rule, others, &n_others, now)))
        return;
      if (plenary)
        plenaries[n_plenaries++] = now;
      else
        others[n_others++] = now;
    }
}
