/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda rules: which there are, how serious each is at which step, and by which
 * words they are called. What they look at is in lectern-rule-input.h, the check itself
 * in lectern-rules.h. Pure; usable from every thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
#define RULE(ID, ...) LECTERN_RULE_##ID,
#include "lectern-rule-table.h"
#undef RULE
  LECTERN_N_RULES
} LecternRule;

typedef enum
{
  LECTERN_LEVEL_OFF,
  LECTERN_LEVEL_HINT,
  LECTERN_LEVEL_WARNING,
  LECTERN_LEVEL_ERROR,
} LecternLevel;

#define LECTERN_N_LEVELS 4
#define LECTERN_N_STEPS 5 /* of a release, in the order of the data description */

/* What holds for one check: a level for each rule, and its number of minutes. */
typedef struct
{
  LecternLevel level[LECTERN_N_RULES];
  int minutes[LECTERN_N_RULES];
} LecternRuleLevels;

/* "R01", as stored and in JSON; constant. */
const char *lectern_rule_id (LecternRule rule);
/* What it is called, translated; constant. */
const char *lectern_rule_name (LecternRule rule);
/* The LecternRule with that id; -1: none such, NULL too. */
int lectern_rule_by_id (const char *id);
/* Whether a person may set from how many minutes on it holds. */
gboolean lectern_rule_has_minutes (LecternRule rule);
/* From how many minutes on it holds unless told otherwise; 0 where it has none. */
int lectern_rule_minutes (LecternRule rule);
/* How serious it is at @step, below LECTERN_N_STEPS, unless told otherwise. */
LecternLevel lectern_rule_level (LecternRule rule, guint step);
void lectern_rule_levels_init (LecternRuleLevels *levels, guint step);

/* "error", as stored and in JSON; constant. */
const char *lectern_level_key (LecternLevel level);
/* Translated; constant. */
const char *lectern_level_label (LecternLevel level);
/* The LecternLevel with that key; -1: none such, NULL too. */
int lectern_level_by_key (const char *key);
/* The number of a release step by its key, "draft"; -1: none such. */
int lectern_rule_step (const char *key);
/* The key of the step with that number, below LECTERN_N_STEPS; constant. */
const char *lectern_rule_step_key (guint step);

G_END_DECLS
