/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The people of an event: its registrations with what one wants to see of the person,
 * as a list, and counts of them.
 */
#pragma once

#include "lectern-list-model.h"

G_BEGIN_DECLS

/* Columns of a participant's row. */
typedef enum
{
  LECTERN_PARTICIPANT_NAME,         /* family name first where it is known */
  LECTERN_PARTICIPANT_ORGANISATION, /* its name */
  LECTERN_PARTICIPANT_REGION,       /* NUTS code */
  LECTERN_PARTICIPANT_ROLE,         /* key; also the place in the description's choices as integer */
  LECTERN_PARTICIPANT_STATE,        /* key */
  LECTERN_PARTICIPANT_NEEDS,        /* diet and access */
  LECTERN_PARTICIPANT_CHOICES,      /* names of the chosen sessions */
  LECTERN_PARTICIPANT_EMAIL,
  LECTERN_PARTICIPANT_PHONE,
  LECTERN_PARTICIPANT_JOB,
  LECTERN_PARTICIPANT_ARRIVAL,      /* "2026-06-17T09:40" */
  LECTERN_PARTICIPANT_DEPARTURE,
  LECTERN_PARTICIPANT_REGISTERED,   /* integer: instant */
  LECTERN_PARTICIPANT_NOTES,
  LECTERN_PARTICIPANT_PERSON,       /* integer: the person's id; the row's id is the registration's */
  LECTERN_PARTICIPANT_N_COLUMNS,
} LecternParticipantColumn;

typedef enum
{
  LECTERN_NEEDS_ALL,    /* no filter */
  LECTERN_NEEDS_DIET,
  LECTERN_NEEDS_ACCESS,
  LECTERN_NEEDS_ANY,
} LecternNeeds;

/* What is asked for; NULL filters nothing. "" as region: those without one. */
typedef struct
{
  gint64 event;
  const char *text;
  const char *state;
  const char *region;
  LecternNeeds needs;
  LecternParticipantColumn sort;
  gboolean descending;
} LecternParticipantFilter;

/* The registrations of its event. @filter is copied; g_object_unref(). */
LecternListQuery *lectern_participants_query (const LecternParticipantFilter *filter);
/* Whether the list can be sorted by it. */
gboolean lectern_participants_can_sort (LecternParticipantColumn column);

typedef struct
{
  char *key;    /* a region's code, a state's key, or a need in words */
  guint n;
  gint64 places; /* of a region; -1: no limit set */
} LecternCount;

/* Counts of an event. Who comes: registered, confirmed or attended. */
typedef struct
{
  guint n_all;       /* registrations in any state */
  guint n_coming;
  gint64 capacity;   /* the event's places; -1 where none is set */
  GArray *states;    /* of LecternCount, in the order of the choices, those with any */
  GArray *regions;   /* of those who come; by number; then limits nobody uses yet */
  GArray *diets;     /* of those who come; the same words in other capitals are one */
  GArray *access;
} LecternParticipantCounts;

LecternParticipantCounts *lectern_participants_count (LecternReader *reader, gint64 event);
/* NULL is fine. */
void lectern_participant_counts_free (LecternParticipantCounts *counts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternParticipantCounts, lectern_participant_counts_free)

/* The living registration of @person at @event, or 0. */
gint64 lectern_participants_find (LecternReader *reader, gint64 event, gint64 person);

G_END_DECLS
