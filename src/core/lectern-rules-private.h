/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of the check share. A rule is a function that looks at one unit: a
 * session, or all sessions in one room, of one person, for one programme part, in one
 * stretch of a day, in the order of their starts.
 */
#pragma once

#include "lectern-rules.h"

G_BEGIN_DECLS

typedef enum
{
  OVER_SESSION,
  OVER_ROOM,
  OVER_PERSON,
  OVER_NODE,
  OVER_STRETCH,
  N_OVER
} LecternRuleOver;

typedef struct
{
  guint *members;   /* sessions that run, by start */
  guint n;
  guint capacity;   /* 0: members is a piece of the block that all were made in */
  guint first;      /* of its findings, in the pool; NONE */
  gboolean touched;
} LecternRuleUnit;

typedef struct
{
  const LecternRuleInput *input;
  const LecternRuleLevels *levels;
  const LecternRuleUnit *unit;
  guint index;      /* of the session, room, person ... that the unit is of */
  gint64 from, to;  /* of a stretch */
  GArray *out;      /* of LecternRuleFinding */
  GArray *scratch;  /* of guint, empty: the rule's own */
  gboolean trying;  /* only what a moved session has to do with */
} LecternRuleRun;

/* More than this of one unit is told nobody anything. */
#define LECTERN_RULE_MOST 100000

#define RULE(ID, over, name, levels, minutes, function)                                           \
  void lectern_rule_check_##function (LecternRuleRun *run, LecternRule rule);
#include "lectern-rule-table.h"
#undef RULE

static inline const LecternRuleSession *
lectern_rule_member (const LecternRuleRun *run, guint i)
{
  return lectern_rule_session (run->input, run->unit->members[i]);
}

/* FALSE: there are more than enough. */
static inline gboolean
lectern_rule_found (LecternRuleRun *run, LecternRule rule, LecternRuleDetail detail, guint session,
                    guint other, guint room, guint person, gint64 minutes)
{
  LecternRuleFinding finding = { rule, detail, session, other, room, person, (int) MIN (minutes, G_MAXINT) };
  g_array_append_val (run->out, finding);
  return run->out->len < LECTERN_RULE_MOST;
}

/* About one session of the unit. */
static inline gboolean
lectern_rule_found_one (LecternRuleRun *run, LecternRule rule, LecternRuleDetail detail, guint session,
                        gint64 minutes)
{
  return lectern_rule_found (run, rule, detail, session, LECTERN_RULE_NONE, LECTERN_RULE_NONE, LECTERN_RULE_NONE,
                             minutes);
}

static inline gint64
lectern_rule_overlap (const LecternRuleSession *a, const LecternRuleSession *b)
{
  return MIN (a->end, b->end) - MAX (a->start, b->start);
}

/* lectern-rules-sessions.c */
/* A block and what it contains, at any depth, run at the same time on purpose. */
gboolean lectern_rule_belong_together (const LecternRuleInput *input, guint a, guint b);
/* Those, and what stands side by side in one block. */
gboolean lectern_rule_same_block (const LecternRuleInput *input, guint a, guint b);
/* Minutes of [start, end) outside the windows of @open, or within those of @closed. */
gint64 lectern_rule_unavailable (const LecternRuleWindows *open, const LecternRuleWindows *closed,
                                 gint64 start, gint64 end);

/* Of two sessions, the earlier first, and how many minutes they share; FALSE ends it. */
typedef gboolean (*LecternRuleTellPair) (LecternRuleRun *run, LecternRule rule, guint a, guint b, gint64 minutes);
/* Tells all pairs of the unit that share a minute, those that belong together left out; while a
   move is tried out, only those with a moved one. Takes n steps plus the pairs that there are. */
void lectern_rule_each_overlap (LecternRuleRun *run, LecternRule rule, LecternRuleTellPair tell);
/* Of two sessions and the minutes between them; FALSE ends it. */
typedef gboolean (*LecternRuleTellNext) (LecternRuleRun *run, LecternRule rule, guint before, guint after, gint64 gap);
/* Tells each session of the unit that begins when all before it have ended, with the last of these
   to end. */
void lectern_rule_each_next (LecternRuleRun *run, LecternRule rule, LecternRuleTellNext tell);

/* lectern-rules-units.c */
typedef struct
{
  guint8 over; /* LecternRuleOver */
  guint index;
} LecternRuleTouched;

struct _LecternRules
{
  LecternRuleInput *input;
  LecternRuleLevels levels;
  GArray *units[N_OVER];  /* of LecternRuleUnit */
  guint *block;           /* in which the units were made */
  gint64 origin;          /* where stretch 0 begins */
  GHashTable *stretches;  /* number of the stretch -> index in its units */
  GArray *stretch_from;   /* of gint64, by index */
  GArray *children;       /* of guint: the sessions sorted by their parent; NULL: not known */
  GArray *pool;           /* of LecternRuleKept */
  guint free_first;       /* in the pool */
  GArray *touched;        /* of LecternRuleTouched */
  GArray *out;            /* of LecternRuleFinding */
  GArray *scratch;        /* of guint */
};

void lectern_rules_derive (LecternRules *rules, LecternRuleSession *session);
/* Puts all sessions into the units that they stand in, and says when each runs. Once, while the
   units are empty. */
void lectern_rules_make_units (LecternRules *rules);
/* One more of its kind at the end, with nothing in it. */
void lectern_rules_add_unit (LecternRules *rules, LecternRuleOver over);
/* Puts the session, if it runs, into all units that it stands in, and makes the stretches that are
   not there yet. What is in a unit already stays there once. */
void lectern_rules_enter (LecternRules *rules, guint session);
/* Takes it out of them again; it has to be as it was when it entered. */
void lectern_rules_leave (LecternRules *rules, guint session);
/* What the session stands in, is a block of or must not run beside is looked at again by
   lectern_rules_settle(). Call it with the session as it was, and again as it is. */
void lectern_rules_touch (LecternRules *rules, guint session);
void lectern_rules_touch_inside (LecternRules *rules, guint session, guint depth);

#define lectern_rules_unit(rules, over, i) (&g_array_index ((rules)->units[over], LecternRuleUnit, (i)))

G_END_DECLS
