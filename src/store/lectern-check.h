/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda rules applied to one event of a workspace: what was found, in words, how
 * to mend it, and what somebody accepted. Used on one thread at a time; it may be made
 * on a thread and handed over. Nothing here writes: fixes and waivers are edits.
 */
#pragma once

#include "lectern-agenda.h"
#include "lectern-placement.h"
#include "lectern-rule.h"

G_BEGIN_DECLS

typedef struct
{
  LecternRule rule;
  LecternLevel level;
  gint64 session;      /* whom it is about; 0 only where the rule is about none */
  gint64 other;        /* the second session; 0: none */
  gint64 room;         /* 0: none */
  gint64 person;       /* 0: none */
  int minutes;         /* how much it is about: of overlap, too late, missing; R06: people; 0: none */
  const char *need;    /* R07: what the room does not have; NULL */
  guint detail;        /* which of the rule's reasons, for the words */
  const char *reason;  /* why somebody accepted it; NULL: nobody did */
} LecternFinding;

typedef struct
{
  char *label;         /* "Thu 14.00–15.30, Room 2" */
  LecternEdit *edit;   /* the whole fix */
} LecternFix;
/* With its reference to the edit. Not NULL. */
void lectern_fix_free (LecternFix *fix);

/* @step: key of a release step; NULL: the event's. @language: of the names. The event
   may not exist: then nothing is found. */
LecternCheck *lectern_check_new (LecternReader *reader, gint64 event, const char *step, const char *language);
/* (transfer full), the same one. */
LecternCheck *lectern_check_ref (LecternCheck *check);
/* Not NULL. */
void lectern_check_unref (LecternCheck *check);

/* Takes in what was changed since it was made or updated, and looks again at what that
   touches only. FALSE: more changed than that is good for; make a new one. */
gboolean lectern_check_update (LecternCheck *check, LecternReader *reader);
/* lectern_reader_moment() of what it knows. */
gint64 lectern_check_moment (const LecternCheck *check);
/* The key of the step that it looks for; constant. */
const char *lectern_check_step (const LecternCheck *check);

/* How much was found, accepted ones too; counted when first asked for after an update. */
guint lectern_check_n_findings (LecternCheck *check);
/* Errors first, then by time; @i below lectern_check_n_findings(). Borrowed until the next
   update. */
const LecternFinding *lectern_check_finding (LecternCheck *check, guint i);
/* How many nobody accepted, of one level or (LECTERN_LEVEL_OFF) of all. */
guint lectern_check_count (LecternCheck *check, LecternLevel level);
/* The same of one session, and the worst level among them. */
guint lectern_check_count_session (LecternCheck *check, gint64 session, LecternLevel *worst);
/* One line for each error and warning of a session that nobody accepted, at most @most, ""
   without any. g_free(). */
char *lectern_check_session_text (LecternCheck *check, gint64 session, guint most);

char *lectern_finding_what (LecternCheck *check, const LecternFinding *finding);
char *lectern_finding_why (LecternCheck *check, const LecternFinding *finding);
char *lectern_finding_where (LecternCheck *check, const LecternFinding *finding);
/* The name of its room, "" where it is about none. Lives as long as the check. */
const char *lectern_finding_room (LecternCheck *check, const LecternFinding *finding);
/* The name of its person, likewise. */
const char *lectern_finding_person (LecternCheck *check, const LecternFinding *finding);
/* What a waiver of it is about: stays the same while the ids do. g_free(). */
char *lectern_finding_subject (const LecternFinding *finding);

/* Up to three, each of which removes the finding and brings nothing as bad. Of LecternFix.
   @agenda: of the same event, with all its days. */
GPtrArray *lectern_finding_fixes (LecternCheck *check, LecternAgenda *agenda, const LecternFinding *finding);
/* @reason NULL or "": no longer accepted. */
LecternEdit *lectern_finding_waive (LecternCheck *check, const LecternFinding *finding, const char *reason);

/* What these placements would cause that is not so now (also where it would only get worse):
   an array of LecternFinding, errors first, without a word made. Nothing is changed by it. */
GArray *lectern_check_preview (LecternCheck *check, const LecternPlacement *places, guint n);
/* The same, with @to in the place of @from in the first @n_own of them; 0: nobody. */
GArray *lectern_check_preview_people (LecternCheck *check, const LecternPlacement *places, guint n, guint n_own,
                                      gint64 from, gint64 to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCheck, lectern_check_unref)

G_END_DECLS
