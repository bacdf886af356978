/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One check of an agenda, kept up to date: everything is looked at once, in sweeps over
 * arrays sorted by time, and after a change only the rooms, people and days it touches.
 * Pure; on one thread at a time.
 */
#pragma once

#include "lectern-rule-input.h"

G_BEGIN_DECLS

typedef struct
{
  guint8 rule;    /* LecternRule */
  guint8 detail;  /* LecternRuleDetail */
  guint session;
  guint other;    /* LECTERN_RULE_NONE where there is none */
  guint room;
  guint person;
  int minutes;    /* of overlap, too early, missing; or people or a need's number: see the rule */
} LecternRuleFinding;

/* Which of a rule's reasons it is. */
typedef enum
{
  LECTERN_RULE_PLAIN,
  LECTERN_RULE_DELETED,       /* R03: the room; R08: the day was deleted */
  LECTERN_RULE_TOO_EARLY,     /* R04, R08, R11, R22 */
  LECTERN_RULE_TOO_LATE,
  LECTERN_RULE_SEATING,       /* R07: not this way; else minutes is the number of a need */
  LECTERN_RULE_CLOCK_CHANGE,  /* R09 */
  LECTERN_RULE_SKIPPED,       /* R09: clocks never show that time */
  LECTERN_RULE_NONE_AT_ALL,   /* R10: no duration */
  LECTERN_RULE_TOO_LONG,      /* R10: more than a day */
  LECTERN_RULE_CHAIR,         /* R25 */
  LECTERN_RULE_RAPPORTEUR,
  LECTERN_RULE_INTERPRETER,
} LecternRuleDetail;

typedef struct
{
  guint session;
  guint day;            /* LECTERN_RULE_NONE: none */
  int minute, duration;
  LecternRuleSet rooms;
  const LecternRulePart *parts; /* NULL: as they are */
  guint n_parts;
} LecternRuleMove;

typedef struct _LecternRules LecternRules;

LecternRules *lectern_rules_new (LecternRuleInput *input, const LecternRuleLevels *levels);
/* The input stays, it is the caller's. Not NULL. */
void lectern_rules_free (LecternRules *rules);

GArray *lectern_rules_findings (const LecternRules *rules);
/* Takes in what a session is now; @index may be one more than there are. */
void lectern_rules_set_session (LecternRules *rules, guint index, const LecternRuleSession *now);
/* Looks again at all that was touched since. */
void lectern_rules_settle (LecternRules *rules);
/* What would come or get worse by these moves; nothing stays of them. @about, if any: a
   finding about a moved session; *stays: whether it would still be there. */
GArray *lectern_rules_preview (LecternRules *rules, const LecternRuleMove *moves, guint n,
                               const LecternRuleFinding *about, gboolean *stays);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRules, lectern_rules_free)

G_END_DECLS
