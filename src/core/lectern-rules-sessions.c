/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rules have in common, and the rules that look at one session.
 */
#include "lectern-rules-private.h"

#define DEEPEST_BLOCK 8
#define MINUTES_PER_DAY 1440

static gboolean
is_within (const LecternRuleInput *input, guint child, guint block)
{
  guint at = lectern_rule_session (input, child)->parent;
  for (guint depth = 0; at != LECTERN_RULE_NONE && depth < DEEPEST_BLOCK; depth++)
    {
      if (at == block)
        return TRUE;
      at = lectern_rule_session (input, at)->parent;
    }
  return FALSE;
}

gboolean
lectern_rule_belong_together (const LecternRuleInput *input, guint a, guint b)
{
  return is_within (input, a, b) || is_within (input, b, a);
}

gboolean
lectern_rule_same_block (const LecternRuleInput *input, guint a, guint b)
{
  guint parent = lectern_rule_session (input, a)->parent;
  return (parent != LECTERN_RULE_NONE && parent == lectern_rule_session (input, b)->parent)
         || lectern_rule_belong_together (input, a, b);
}

static gint64
shared_with (const LecternRuleWindows *windows, gint64 start, gint64 end)
{
  gint64 minutes = 0;
  for (guint i = 0; i < windows->n; i++)
    minutes += MAX (0, MIN (end, windows->at[i].end) - MAX (start, windows->at[i].start));
  return minutes;
}

gint64
lectern_rule_unavailable (const LecternRuleWindows *open, const LecternRuleWindows *closed, gint64 start, gint64 end)
{
  gint64 outside = open->n > 0 ? end - start - shared_with (open, start, end) : 0;
  return MAX (outside, shared_with (closed, start, end));
}

void
lectern_rule_each_overlap (LecternRuleRun *run, LecternRule rule, LecternRuleTellPair tell)
{
  const LecternRuleUnit *unit = run->unit;
  for (guint i = 0; i < unit->n; i++)
    {
      const LecternRuleSession *a = lectern_rule_member (run, i);
      for (guint j = i + 1; j < unit->n; j++)
        {
          const LecternRuleSession *b = lectern_rule_member (run, j);
          if (b->start >= a->end)
            break;
          if ((run->trying && !a->moved && !b->moved)
              || lectern_rule_belong_together (run->input, unit->members[i], unit->members[j]))
            continue;
          if (!tell (run, rule, unit->members[i], unit->members[j], lectern_rule_overlap (a, b)))
            return;
        }
    }
}

void
lectern_rule_each_next (LecternRuleRun *run, LecternRule rule, LecternRuleTellNext tell)
{
  const LecternRuleUnit *unit = run->unit;
  guint last = 0; /* the member that ends last so far */
  for (guint i = 1; i < unit->n; i++)
    {
      const LecternRuleSession *before = lectern_rule_member (run, last);
      const LecternRuleSession *after = lectern_rule_member (run, i);
      if (after->start >= before->end
          && !tell (run, rule, unit->members[last], unit->members[i], after->start - before->end))
        return;
      if (after->end > before->end)
        last = i;
    }
}

static const LecternRuleSession *
session_of (const LecternRuleRun *run)
{
  return lectern_rule_session (run->input, run->index);
}

/* The hours of the day where it says so for this house, else those of the house. */
static gboolean
house_hours (const LecternRuleInput *input, const LecternRuleDay *day, guint venue, int *opens, int *closes)
{
  gboolean own = (day->opens >= 0 || day->closes >= 0) && (day->venue == venue || day->venue == LECTERN_RULE_NONE);
  if (!own && venue == LECTERN_RULE_NONE)
    return FALSE;
  *opens = own ? day->opens : lectern_rule_venue (input, venue)->opens;
  *closes = own ? day->closes : lectern_rule_venue (input, venue)->closes;
  if (*closes >= 0 && *opens >= 0 && *closes <= *opens)
    *closes += MINUTES_PER_DAY; /* open past midnight */
  return TRUE;
}

void
lectern_rule_check_house_hours (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = session_of (run);
  if (!session->runs)
    return;
  const LecternRuleDay *day = lectern_rule_day (run->input, session->day);
  for (guint i = 0; i < session->rooms.n; i++)
    {
      guint room = session->rooms.at[i];
      int opens, closes, end = lectern_rule_clock (day, session->end);
      if (!house_hours (run->input, day, lectern_rule_room (run->input, room)->venue, &opens, &closes))
        continue;
      gboolean early = opens >= 0 && session->minute < opens;
      if (!early && (closes < 0 || end <= closes))
        continue;
      lectern_rule_found (run, rule, early ? LECTERN_RULE_TOO_EARLY : LECTERN_RULE_TOO_LATE, run->index,
                          LECTERN_RULE_NONE, room, LECTERN_RULE_NONE, early ? opens - session->minute : end - closes);
      return;
    }
}

static int
seats_of (const LecternRuleRoom *room, guint8 seats)
{
  int most = room->seats[LECTERN_SEATS_THEATRE];
  if (seats != LECTERN_SEATS_ANY)
    return room->seats[seats];
  for (guint i = 1; most == 0 && i < LECTERN_N_SEATS; i++)
    most = MAX (most, room->seats[i]);
  return most;
}

/* minutes: how many people have no seat */
void
lectern_rule_check_capacity (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = session_of (run);
  gint64 seats = 0;
  if (!session->counts || session->expected <= 0 || session->rooms.n == 0)
    return;
  for (guint i = 0; i < session->rooms.n; i++)
    {
      int here = seats_of (lectern_rule_room (run->input, session->rooms.at[i]), session->seats);
      if (here == 0)
        return; /* nobody knows */
      seats += here;
    }
  if (session->expected > seats)
    lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, run->index, LECTERN_RULE_NONE, session->rooms.at[0],
                        LECTERN_RULE_NONE, session->expected - seats);
}

static gboolean
has_need (const LecternRuleInput *input, const LecternRuleSession *session, guint need)
{
  for (guint i = 0; i < session->rooms.n; i++)
    if (lectern_rule_set_contains (&lectern_rule_room (input, session->rooms.at[i])->equipment, need))
      return TRUE;
  return FALSE;
}

/* One room that has it is enough for a session in several. minutes: the number of the need */
void
lectern_rule_check_equipment (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = session_of (run);
  if (!session->counts || session->rooms.n == 0)
    return;
  for (guint i = 0; i < session->rooms.n && session->seats != LECTERN_SEATS_ANY; i++)
    {
      const LecternRuleRoom *room = lectern_rule_room (run->input, session->rooms.at[i]);
      if (room->seats[session->seats] == 0 && seats_of (room, LECTERN_SEATS_ANY) > 0)
        lectern_rule_found (run, rule, LECTERN_RULE_SEATING, run->index, LECTERN_RULE_NONE, session->rooms.at[i],
                            LECTERN_RULE_NONE, 0);
    }
  for (guint i = 0; i < session->needs.n; i++)
    if (!has_need (run->input, session, session->needs.at[i]))
      lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, run->index, LECTERN_RULE_NONE, session->rooms.at[0],
                          LECTERN_RULE_NONE, session->needs.at[i]);
}

void
lectern_rule_check_event_dates (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = session_of (run);
  if (session->counts && session->lost_day)
    lectern_rule_found_one (run, rule, LECTERN_RULE_DELETED, run->index, 0);
  else if (session->runs && lectern_rule_day (run->input, session->day)->dated && session->end > run->input->end)
    lectern_rule_found_one (run, rule, LECTERN_RULE_TOO_LATE, run->index, session->end - run->input->end);
}

/* minutes: after midnight */
void
lectern_rule_check_midnight (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = session_of (run);
  if (!session->runs)
    return;
  const LecternRuleDay *day = lectern_rule_day (run->input, session->day);
  int end = lectern_rule_clock (day, session->end);
  int midnight = (session->minute / MINUTES_PER_DAY + 1) * MINUTES_PER_DAY;
  gint64 change = day->begin + day->change_at;
  if (lectern_rule_is_skipped (day, session->minute))
    lectern_rule_found_one (run, rule, LECTERN_RULE_SKIPPED, run->index, day->change_by);
  else if (day->change_by != 0 && session->start < change && session->end > change)
    lectern_rule_found_one (run, rule, LECTERN_RULE_CLOCK_CHANGE, run->index, day->change_by);
  else if (end > midnight)
    lectern_rule_found_one (run, rule, LECTERN_RULE_PLAIN, run->index, end - midnight);
}

void
lectern_rule_check_duration (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = session_of (run);
  if (!session->counts || session->day == LECTERN_RULE_NONE || session->minute < 0)
    return;
  if (session->duration <= 0)
    lectern_rule_found_one (run, rule, LECTERN_RULE_NONE_AT_ALL, run->index, 0);
  else if (session->duration > MINUTES_PER_DAY)
    lectern_rule_found_one (run, rule, LECTERN_RULE_TOO_LONG, run->index, session->duration);
}

void
lectern_rule_check_block (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = session_of (run);
  if (!session->runs || session->parent == LECTERN_RULE_NONE)
    return;
  const LecternRuleSession *block = lectern_rule_session (run->input, session->parent);
  gint64 early = block->start - session->start, late = session->end - block->end;
  if (block->runs && (early > 0 || late > 0))
    lectern_rule_found (run, rule, early > 0 ? LECTERN_RULE_TOO_EARLY : LECTERN_RULE_TOO_LATE, run->index,
                        session->parent, LECTERN_RULE_NONE, LECTERN_RULE_NONE, early > 0 ? early : late);
}

/* Each pair once: at the one with the smaller key. */
void
lectern_rule_check_clash (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = session_of (run);
  for (guint i = 0; i < session->clashes.n && session->runs; i++)
    {
      guint with = session->clashes.at[i];
      const LecternRuleSession *other = lectern_rule_session (run->input, with);
      gboolean first = session->key != other->key ? session->key < other->key : run->index < with;
      gint64 minutes = other->runs && first ? lectern_rule_overlap (session, other) : 0;
      if (minutes > 0)
        lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, run->index, with, LECTERN_RULE_NONE, LECTERN_RULE_NONE,
                            minutes);
    }
}
