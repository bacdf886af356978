/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules about what one person has to do.
 */
#include "lectern-rules-private.h"

#include <math.h>

static gboolean
tell_overlap (LecternRuleRun *run, LecternRule rule, guint a, guint b, gint64 minutes)
{
  return lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, a, b, LECTERN_RULE_NONE, run->index, minutes);
}

void
lectern_rule_check_person_overlap (LecternRuleRun *run, LecternRule rule)
{
  lectern_rule_each_overlap (run, rule, tell_overlap);
}

void
lectern_rule_check_person_availability (LecternRuleRun *run, LecternRule rule)
{
  const LecternRulePerson *person = lectern_rule_person (run->input, run->index);
  if (person->open.n == 0 && person->closed.n == 0)
    return;
  for (guint i = 0; i < run->unit->n; i++)
    {
      const LecternRuleSession *session = lectern_rule_member (run, i);
      gint64 minutes = lectern_rule_unavailable (&person->open, &person->closed, session->start, session->end);
      if (minutes > 0)
        lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, run->unit->members[i], LECTERN_RULE_NONE,
                            LECTERN_RULE_NONE, run->index, minutes);
    }
}

void
lectern_rule_check_presence (LecternRuleRun *run, LecternRule rule)
{
  const LecternRulePerson *person = lectern_rule_person (run->input, run->index);
  if (person->arrival == G_MININT64 && person->departure == G_MAXINT64)
    return;
  for (guint i = 0; i < run->unit->n; i++)
    {
      const LecternRuleSession *session = lectern_rule_member (run, i);
      gboolean early = session->start < person->arrival;
      if (early || session->end > person->departure)
        lectern_rule_found (run, rule, early ? LECTERN_RULE_TOO_EARLY : LECTERN_RULE_TOO_LATE,
                            run->unit->members[i], LECTERN_RULE_NONE, LECTERN_RULE_NONE, run->index,
                            early ? person->arrival - session->start : session->end - person->departure);
    }
}

/* Where a session is: its first room's house, else that of its day. */
static guint
venue_of (const LecternRuleInput *input, const LecternRuleSession *session)
{
  guint venue = session->rooms.n > 0 ? lectern_rule_room (input, session->rooms.at[0])->venue : LECTERN_RULE_NONE;
  return venue != LECTERN_RULE_NONE ? venue : lectern_rule_day (input, session->day)->venue;
}

/* Kilometres along the earth's surface, by the haversine formula. */
static double
distance (const LecternRuleVenue *a, const LecternRuleVenue *b)
{
  const double radius = 6371, degree = G_PI / 180;
  double north = sin ((b->latitude - a->latitude) * degree / 2);
  double east = sin ((b->longitude - a->longitude) * degree / 2);
  double h = north * north + cos (a->latitude * degree) * cos (b->latitude * degree) * east * east;
  return 2 * radius * asin (sqrt (MIN (1, h)));
}

/* On foot up to two kilometres as the crow flies (5 km/h, a third longer by the streets); else by
   car or bus (25 km/h, ten minutes to find it). Never less than the rule's minutes. */
static gint64
minutes_of_way (const LecternRuleRun *run, LecternRule rule, guint from, guint to)
{
  const LecternRuleVenue *a = lectern_rule_venue (run->input, from), *b = lectern_rule_venue (run->input, to);
  double way = a->located && b->located ? distance (a, b) * 4 / 3 : 0;
  double minutes = way * 3 / 4 <= 2 ? way / 5 * 60 : 10 + way / 25 * 60;
  return MAX (run->levels->minutes[rule], (gint64) ceil (minutes));
}

static gboolean
tell_way (LecternRuleRun *run, LecternRule rule, guint before, guint after, gint64 gap)
{
  guint from = venue_of (run->input, lectern_rule_session (run->input, before));
  guint to = venue_of (run->input, lectern_rule_session (run->input, after));
  if (from == to || from == LECTERN_RULE_NONE || to == LECTERN_RULE_NONE)
    return TRUE;
  gint64 missing = minutes_of_way (run, rule, from, to) - gap;
  return missing <= 0
         || lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, after, before, LECTERN_RULE_NONE, run->index, missing);
}

/* minutes: by how many the way is too long */
void
lectern_rule_check_way (LecternRuleRun *run, LecternRule rule)
{
  if (run->input->venues->len > 1)
    lectern_rule_each_next (run, rule, tell_way);
}

static gboolean
in_one_room (const LecternRuleInput *input, guint a, guint b)
{
  const LecternRuleSet *rooms = &lectern_rule_session (input, a)->rooms, *others = &lectern_rule_session (input, b)->rooms;
  for (guint i = 0; i < rooms->n; i++)
    if (lectern_rule_set_contains (others, rooms->at[i]))
      return TRUE;
  return rooms->n == 0 && others->n == 0;
}

/* Somebody who stays in the room may go on without a pause once, but not a third time. */
void
lectern_rule_check_pause (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleUnit *unit = run->unit;
  guint last = 0, in_a_row = 0;
  for (guint i = 1; i < unit->n; i++)
    {
      const LecternRuleSession *before = lectern_rule_member (run, last), *after = lectern_rule_member (run, i);
      gint64 missing = run->levels->minutes[rule] - (after->start - before->end);
      if (after->start >= before->end && !lectern_rule_same_block (run->input, unit->members[last], unit->members[i]))
        {
          in_a_row = missing > 0 ? in_a_row + 1 : 0;
          if (missing > 0 && (in_a_row > 1 || !in_one_room (run->input, unit->members[last], unit->members[i]))
              && !lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, unit->members[i], unit->members[last],
                                      LECTERN_RULE_NONE, run->index, missing))
            return;
        }
      if (after->end > before->end)
        last = i;
    }
}
