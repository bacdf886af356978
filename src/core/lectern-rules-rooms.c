/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules about what happens in one room, and for one programme part.
 */
#include "lectern-rules-private.h"

static gboolean
is_exclusive (const LecternRuleRun *run)
{
  return !lectern_rule_room (run->input, run->index)->shared;
}

static gboolean
is_spanning (const LecternRuleRun *run, guint session)
{
  return lectern_rule_session (run->input, session)->rooms.n > 1;
}

static gboolean
tell_single (LecternRuleRun *run, LecternRule rule, guint a, guint b, gint64 minutes)
{
  return is_spanning (run, a) || is_spanning (run, b)
         || lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, a, b, run->index, LECTERN_RULE_NONE, minutes);
}

void
lectern_rule_check_room_overlap (LecternRuleRun *run, LecternRule rule)
{
  if (is_exclusive (run))
    lectern_rule_each_overlap (run, rule, tell_single);
}

/* Two items over the same seven rooms are told once: in the first room they share. */
static gboolean
tell_spanning (LecternRuleRun *run, LecternRule rule, guint a, guint b, gint64 minutes)
{
  const LecternRuleSet *rooms = &lectern_rule_session (run->input, a)->rooms;
  const LecternRuleSet *others = &lectern_rule_session (run->input, b)->rooms;
  if (rooms->n < 2 && others->n < 2)
    return TRUE;
  for (guint i = 0; i < rooms->n; i++)
    if (rooms->at[i] < run->index && lectern_rule_set_contains (others, rooms->at[i])
        && !lectern_rule_room (run->input, rooms->at[i])->shared)
      return TRUE;
  return lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, a, b, run->index, LECTERN_RULE_NONE, minutes);
}

void
lectern_rule_check_spanning_overlap (LecternRuleRun *run, LecternRule rule)
{
  if (is_exclusive (run))
    lectern_rule_each_overlap (run, rule, tell_spanning);
}

void
lectern_rule_check_room_availability (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleRoom *room = lectern_rule_room (run->input, run->index);
  if (!room->deleted && room->open.n == 0 && room->closed.n == 0)
    return;
  for (guint i = 0; i < run->unit->n; i++)
    {
      const LecternRuleSession *session = lectern_rule_member (run, i);
      gint64 minutes = lectern_rule_unavailable (&room->open, &room->closed, session->start, session->end);
      if (room->deleted || minutes > 0)
        lectern_rule_found (run, rule, room->deleted ? LECTERN_RULE_DELETED : LECTERN_RULE_PLAIN,
                            run->unit->members[i], LECTERN_RULE_NONE, run->index, LECTERN_RULE_NONE,
                            room->deleted ? 0 : minutes);
    }
}

static gboolean
tell_turnaround (LecternRuleRun *run, LecternRule rule, guint before, guint after, gint64 gap)
{
  const LecternRuleRoom *room = lectern_rule_room (run->input, run->index);
  gint64 missing = room->clearing + room->setup - gap;
  return missing <= 0 || lectern_rule_same_block (run->input, before, after)
         || lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, after, before, run->index, LECTERN_RULE_NONE, missing);
}

void
lectern_rule_check_turnaround (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleRoom *room = lectern_rule_room (run->input, run->index);
  if (is_exclusive (run) && room->clearing + room->setup > 0)
    lectern_rule_each_next (run, rule, tell_turnaround);
}

static gboolean
tell_node (LecternRuleRun *run, LecternRule rule, guint a, guint b, gint64 minutes)
{
  return lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, a, b, LECTERN_RULE_NONE, LECTERN_RULE_NONE, minutes);
}

void
lectern_rule_check_programme_overlap (LecternRuleRun *run, LecternRule rule)
{
  lectern_rule_each_overlap (run, rule, tell_node);
}
