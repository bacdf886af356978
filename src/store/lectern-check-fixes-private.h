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
/* A move of the session to where it is, to be changed. Its rooms are borrowed from the check. */
LecternRuleMove lectern_search_as_it_is (LecternSearch *search, guint index);
/* Takes @label and @edit. */
void lectern_search_add (LecternSearch *search, char *label, LecternEdit *edit);

/* lectern-check-fixes-people.c */
void lectern_search_try_people (LecternSearch *search);
void lectern_search_try_languages (LecternSearch *search);
/* R27: adds the one fix, that the person is confirmed in all roles of the session. Tries nothing
   out. */
void lectern_search_confirm (LecternSearch *search);

static inline LecternRuleSession *
lectern_search_at (LecternSearch *search, guint index)
{
  return lectern_rule_session (search->check->input, index);
}

G_END_DECLS
