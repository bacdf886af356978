/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Public texts of an event that name a date, a weekday or a place which is no longer true,
 * or a weekday that does not belong to the date beside it.
 */
#pragma once

#include "lectern-release-state.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_OUTDATED_DATE,
  LECTERN_OUTDATED_WEEKDAY,  /* alone: "See you on Thursday" */
  LECTERN_OUTDATED_PLACE,
  LECTERN_OUTDATED_MISMATCH, /* "Thursday 17 June 2026", which is a Wednesday */
} LecternOutdatedWhy;

typedef struct
{
  LecternOutdatedWhy why;
  LecternKind kind;
  gint64 id;
  guint field;
  char *language; /* of the text; NULL: the source */
  char *words;    /* what stands there */
} LecternOutdated;

/* What was and what is: ISO dates and names of places. */
typedef struct
{
  GPtrArray *old_dates, *dates;   /* of char * */
  GPtrArray *old_places, *places; /* of char * */
} LecternOutdatedTerms;

/* With four empty arrays, that free what is put into them. */
LecternOutdatedTerms *lectern_outdated_terms_new (void);
/* With what stands in them. Not NULL. */
void lectern_outdated_terms_free (LecternOutdatedTerms *terms);
/* What was at any release of the event, or before it was moved, and what is now. */
LecternOutdatedTerms *lectern_outdated_terms (LecternReader *reader, gint64 event);
/* The dates and places of @state are no longer true. */
void lectern_outdated_terms_add_old (LecternOutdatedTerms *terms, const LecternReleaseState *state);
/* Of LecternOutdated, event first; in texts that are public or will be. g_ptr_array_unref(). */
GPtrArray *lectern_outdated_find (LecternReader *reader, gint64 event, const LecternOutdatedTerms *terms);
/* Where it stands: "Session “Lunch”, Title (de)", in the person's language. g_free(). */
char *lectern_outdated_where (LecternReader *reader, const LecternOutdated *found);
/* What is wrong: "names the old date “17 June”", in the person's language. g_free(). */
char *lectern_outdated_what (const LecternOutdated *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternOutdatedTerms, lectern_outdated_terms_free)

G_END_DECLS
