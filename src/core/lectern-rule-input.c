/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-rule-input.h"

LecternRuleInput *
lectern_rule_input_new (void)
{
  LecternRuleInput *input = g_new0 (LecternRuleInput, 1);
  input->sessions = g_array_new (FALSE, TRUE, sizeof (LecternRuleSession));
  input->days = g_array_new (FALSE, TRUE, sizeof (LecternRuleDay));
  input->venues = g_array_new (FALSE, TRUE, sizeof (LecternRuleVenue));
  input->rooms = g_array_new (FALSE, TRUE, sizeof (LecternRuleRoom));
  input->people = g_array_new (FALSE, TRUE, sizeof (LecternRulePerson));
  input->end = G_MAXINT64;
  return input;
}

void
lectern_rule_input_free (LecternRuleInput *input)
{
  g_array_unref (input->sessions);
  g_array_unref (input->days);
  g_array_unref (input->venues);
  g_array_unref (input->rooms);
  g_array_unref (input->people);
  g_free (input);
}

/**
 * lectern_rule_time:
 * @minute: after 00:00 of the day's date, as a clock in the house shows it
 * @second: for an hour that occurs twice: the second one
 *
 * A minute that the clock jumps over is taken as if the clock had not been changed.
 *
 * Returns: the minute of the calendar
 */
gint64
lectern_rule_time (const LecternRuleDay *day, int minute, gboolean second)
{
  gint64 time = day->begin + minute;
  if (day->change_by > 0)
    return minute < day->change_at + day->change_by ? time : time - day->change_by;
  if (day->change_by < 0 && (minute >= day->change_at || (second && minute >= day->change_at + day->change_by)))
    return time - day->change_by;
  return time;
}

int
lectern_rule_clock (const LecternRuleDay *day, gint64 time)
{
  int minute = (int) (time - day->begin);
  return day->change_by != 0 && minute >= day->change_at ? minute + day->change_by : minute;
}

gboolean
lectern_rule_is_skipped (const LecternRuleDay *day, int minute)
{
  return day->change_by > 0 && minute >= day->change_at && minute < day->change_at + day->change_by;
}
