/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rules about who has which role in one session.
 */
#include "lectern-rules-private.h"

static gboolean
has_role (const LecternRuleSession *session, LecternRuleRole role)
{
  for (guint i = 0; i < session->n_parts; i++)
    if (session->parts[i].role == role)
      return TRUE;
  return FALSE;
}

/* A plenary, a parallel session and a workshop are led by somebody; the latter two are
   reported on where the event has rapporteurs at all. */
void
lectern_rule_check_missing_role (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = lectern_rule_session (run->input, run->index);
  gboolean small = session->type == LECTERN_RULE_PARALLEL || session->type == LECTERN_RULE_WORKSHOP;
  if (!session->counts)
    return;
  if ((small || session->type == LECTERN_RULE_PLENARY) && !has_role (session, LECTERN_ROLE_CHAIR)
      && !has_role (session, LECTERN_ROLE_MODERATOR))
    lectern_rule_found_one (run, rule, LECTERN_RULE_CHAIR, run->index, 0);
  if (small && run->input->rapporteurs && !has_role (session, LECTERN_ROLE_RAPPORTEUR))
    lectern_rule_found_one (run, rule, LECTERN_RULE_RAPPORTEUR, run->index, 0);
  if (session->interpreted && !has_role (session, LECTERN_ROLE_INTERPRETER))
    lectern_rule_found_one (run, rule, LECTERN_RULE_INTERPRETER, run->index, 0);
}

static gboolean
speaks_one_of (const LecternRulePerson *person, const LecternRuleSet *languages)
{
  for (guint i = 0; i < languages->n; i++)
    if (lectern_rule_set_contains (&person->languages, languages->at[i]))
      return TRUE;
  return FALSE;
}

/* Somebody with two roles stands side by side, and counts once. */
static gboolean
is_same_again (const LecternRuleSession *session, guint part)
{
  return part > 0 && session->parts[part - 1].person == session->parts[part].person;
}

void
lectern_rule_check_language (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = lectern_rule_session (run->input, run->index);
  if (!session->counts || session->languages.n == 0 || has_role (session, LECTERN_ROLE_INTERPRETER))
    return;
  for (guint i = 0; i < session->n_parts; i++)
    {
      const LecternRulePerson *person = lectern_rule_person (run->input, session->parts[i].person);
      if (person->languages.n > 0 && !is_same_again (session, i) && !speaks_one_of (person, &session->languages))
        lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, run->index, LECTERN_RULE_NONE, LECTERN_RULE_NONE,
                            session->parts[i].person, 0);
    }
}

void
lectern_rule_check_to_be_confirmed (LecternRuleRun *run, LecternRule rule)
{
  const LecternRuleSession *session = lectern_rule_session (run->input, run->index);
  guint told = LECTERN_RULE_NONE;
  for (guint i = 0; i < session->n_parts && session->counts; i++)
    if (session->parts[i].to_be_confirmed && session->parts[i].person != told)
      {
        told = session->parts[i].person;
        lectern_rule_found (run, rule, LECTERN_RULE_PLAIN, run->index, LECTERN_RULE_NONE, LECTERN_RULE_NONE, told, 0);
      }
}
