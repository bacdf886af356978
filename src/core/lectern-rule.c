/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id, *name, *levels;
  int minutes;
} rules[LECTERN_N_RULES] = {
#define RULE(ID, over, name, levels, minutes, function) { #ID, name, levels, minutes },
#include "lectern-rule-table.h"
#undef RULE
};

static const struct
{
  const char *key, *label;
  char letter;
} levels[LECTERN_N_LEVELS] = {
  [LECTERN_LEVEL_OFF] = { "off", N_("Off"), '-' },
  [LECTERN_LEVEL_HINT] = { "hint", N_("Hint"), 'H' },
  [LECTERN_LEVEL_WARNING] = { "warning", N_("Warning"), 'W' },
  [LECTERN_LEVEL_ERROR] = { "error", N_("Error"), 'E' },
};

static const char *const steps[LECTERN_N_STEPS]
    = { "save-the-date", "invitation", "draft", "final", "as-held" };

const char *
lectern_rule_id (LecternRule rule)
{
  return rules[rule].id;
}

const char *
lectern_rule_name (LecternRule rule)
{
  return _(rules[rule].name);
}

int
lectern_rule_by_id (const char *id)
{
  for (guint i = 0; i < LECTERN_N_RULES; i++)
    if (g_strcmp0 (rules[i].id, id) == 0)
      return i;
  return -1;
}

gboolean
lectern_rule_has_minutes (LecternRule rule)
{
  return rules[rule].minutes > 0;
}

int
lectern_rule_minutes (LecternRule rule)
{
  return rules[rule].minutes;
}

LecternLevel
lectern_rule_level (LecternRule rule, guint step)
{
  for (guint level = 0; level < LECTERN_N_LEVELS; level++)
    if (levels[level].letter == rules[rule].levels[step])
      return level;
  g_assert_not_reached ();
}

/** The levels and minutes that hold until a person sets others. */
void
lectern_rule_levels_init (LecternRuleLevels *out, guint step)
{
  for (guint rule = 0; rule < LECTERN_N_RULES; rule++)
    {
      out->level[rule] = lectern_rule_level (rule, step);
      out->minutes[rule] = rules[rule].minutes;
    }
}

const char *
lectern_level_key (LecternLevel level)
{
  return levels[level].key;
}

const char *
lectern_level_label (LecternLevel level)
{
  return _(levels[level].label);
}

int
lectern_level_by_key (const char *key)
{
  for (guint i = 0; i < LECTERN_N_LEVELS; i++)
    if (g_strcmp0 (levels[i].key, key) == 0)
      return i;
  return -1;
}

int
lectern_rule_step (const char *key)
{
  for (guint i = 0; i < LECTERN_N_STEPS; i++)
    if (g_strcmp0 (steps[i], key) == 0)
      return i;
  return -1;
}

const char *
lectern_rule_step_key (guint step)
{
  return steps[step];
}
