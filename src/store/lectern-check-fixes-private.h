/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files that look for ways to mend a finding share.
 */
#pragma once

#include "lectern-agenda-edits.h"
#include "lectern-check-private.h"

G_BEGIN_DECLS

#define LECTERN_MOST_FIXES 3

typedef struct
{
  LecternCheck *check;
  LecternAgenda *agenda;
  const LecternFinding *finding;
  LecternRuleFinding about; /* the same by numbers */
  GPtrArray *fixes;         /* of LecternFix */
  guint tries;
} LecternSearch;

/* lectern-check-fixes.c */
gboolean lectern_search_is_full (LecternSearch *search);
/* Whether these moves remove the finding, and nothing comes that is as bad. */
gboolean lectern_search_mends (LecternSearch *search, const LecternRuleMove *each, guint n);
LecternRuleMove lectern_search_as_it_is (LecternSearch *search, guint index);
/* Takes @label and @edit. */
void lectern_search_add (LecternSearch *search, char *label, LecternEdit *edit);

/* lectern-check-fixes-people.c */
void lectern_search_try_people (LecternSearch *search);    /* R25 */
void lectern_search_try_languages (LecternSearch *search); /* R26 */
void lectern_search_confirm (LecternSearch *search);       /* R27 */

static inline LecternRuleSession *
lectern_search_at (LecternSearch *search, guint index)
{
  return lectern_rule_session (search->check->input, index);
}

G_END_DECLS
