/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-rule-levels.h"

#include <glib/gi18n-lib.h>

static void
apply (const LecternRecord *record, LecternRuleLevels *levels)
{
  int rule = lectern_rule_by_id (lectern_record_text (record, LECTERN_RULE_LEVEL_RULE));
  int level = lectern_level_by_key (lectern_record_text (record, LECTERN_RULE_LEVEL_LEVEL));
  gint64 minutes = lectern_record_integer (record, LECTERN_RULE_LEVEL_MINUTES);
  if (rule >= 0 && level >= 0)
    levels->level[rule] = level;
  if (rule >= 0 && minutes > 0 && lectern_rule_has_minutes (rule))
    levels->minutes[rule] = (int) minutes;
}

void
lectern_rule_levels_read (LecternReader *reader, gint64 event, guint step, LecternRuleLevels *levels)
{
  const char *const steps[] = { "every", lectern_rule_step_key (step) };
  g_autoptr (GPtrArray) set = lectern_reader_find (reader, LECTERN_KIND_RULE_LEVEL, LECTERN_RULE_LEVEL_EVENT, event);
  lectern_rule_levels_init (levels, step);
  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < set->len; i++)
      if (g_strcmp0 (lectern_record_text (set->pdata[i], LECTERN_RULE_LEVEL_STEP), steps[turn]) == 0)
        apply (set->pdata[i], levels);
}

static LecternEdit *
new_edit (LecternRule rule)
{
  /* TRANSLATORS: %s is the name of a rule of the agenda */
  g_autofree char *label = g_strdup_printf (_("Weigh “%s”"), lectern_rule_name (rule));
  return lectern_edit_new (label);
}

LecternEdit *
lectern_rule_levels_edit_level (gint64 event, LecternRule rule, guint step, LecternLevel level)
{
  LecternEdit *edit = new_edit (rule);
  gint64 id = lectern_edit_link (edit, LECTERN_KIND_RULE_LEVEL, event, lectern_rule_id (rule), lectern_rule_step_key (step));
  lectern_edit_set_text (edit, LECTERN_KIND_RULE_LEVEL, id, LECTERN_RULE_LEVEL_LEVEL, lectern_level_key (level));
  return edit;
}

LecternEdit *
lectern_rule_levels_edit_minutes (gint64 event, LecternRule rule, int minutes)
{
  LecternEdit *edit = new_edit (rule);
  gint64 id = lectern_edit_link (edit, LECTERN_KIND_RULE_LEVEL, event, lectern_rule_id (rule), "every");
  lectern_edit_set_integer (edit, LECTERN_KIND_RULE_LEVEL, id, LECTERN_RULE_LEVEL_MINUTES, minutes);
  return edit;
}

LecternEdit *
lectern_rule_levels_edit_reset (LecternReader *reader, gint64 event)
{
  LecternEdit *edit = lectern_edit_new (_("Reset the levels of the rules"));
  g_autoptr (GPtrArray) set = lectern_reader_find (reader, LECTERN_KIND_RULE_LEVEL, LECTERN_RULE_LEVEL_EVENT, event);
  for (guint i = 0; i < set->len; i++)
    lectern_edit_delete (edit, LECTERN_KIND_RULE_LEVEL, ((LecternRecord *) set->pdata[i])->id);
  return edit;
}
