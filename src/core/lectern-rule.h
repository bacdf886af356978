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

const char *lectern_rule_id (LecternRule rule);         /* "R01" */
const char *lectern_rule_name (LecternRule rule);       /* translated */
int lectern_rule_by_id (const char *id);                /* -1: none such */
gboolean lectern_rule_has_minutes (LecternRule rule);   /* whether a person may set from how many on */
int lectern_rule_minutes (LecternRule rule);            /* unless told otherwise */
LecternLevel lectern_rule_level (LecternRule rule, guint step); /* unless told otherwise */
void lectern_rule_levels_init (LecternRuleLevels *levels, guint step);

const char *lectern_level_key (LecternLevel level);     /* "error", as stored and in JSON */
const char *lectern_level_label (LecternLevel level);   /* translated */
int lectern_level_by_key (const char *key);             /* -1: none such */
/* The number of a release step by its key, "draft"; -1: none such. */
int lectern_rule_step (const char *key);
const char *lectern_rule_step_key (guint step);

G_END_DECLS
