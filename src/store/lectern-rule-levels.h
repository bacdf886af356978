/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The levels of the agenda's rules that a person set for an event.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"
#include "lectern-rule.h"

G_BEGIN_DECLS

/* What holds for an event at a release step: what was set for it, else for every step, else
   what the rules come with. */
void lectern_rule_levels_read (LecternReader *reader, gint64 event, guint step, LecternRuleLevels *levels);
/* How serious the rule is for the event at @step, also where that is what it comes with.
   lectern_edit_unref(). */
LecternEdit *lectern_rule_levels_edit_level (gint64 event, LecternRule rule, guint step, LecternLevel level);
/* From how many minutes on, at every step. */
LecternEdit *lectern_rule_levels_edit_minutes (gint64 event, LecternRule rule, int minutes);
/* All as they come; an empty edit where nothing was set. */
LecternEdit *lectern_rule_levels_edit_reset (LecternReader *reader, gint64 event);

G_END_DECLS
