/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an event's page and its calendar say beyond the programme: where it is,
 * what is still to come, how to register, who pays. Plain data like
 * LecternProgramme, which owns it; strings are owned, UTF-8, NULL where unknown.
 */
#pragma once

#include "lectern-look.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 record;
  char *name;
  char *street, *postcode, *city, *country; /* country: ISO 3166-1 alpha-2 */
  char *access, *accessibility;
  char *website, *hall_plan;
  char *time_zone;
  gboolean has_position;
  double latitude, longitude;
} LecternDetailsVenue;

typedef struct
{
  char *what;   /* key of to_come_what */
  char *text;   /* in words; may be NULL */
  char *due;    /* date; may be NULL */
} LecternDetailsToCome;

typedef struct
{
  char *workspace;       /* UUID of the workspace it comes from */
  char *series;
  gint64 ordinal;        /* 0 none */
  char **roles;          /* keys of event_role */
  char *host, *host_url;
  GPtrArray *venues;     /* of LecternDetailsVenue, in the event's order */
  GPtrArray *to_come;    /* of LecternDetailsToCome, only what is not done yet */
  char *online_url;
  char *registration_url, *registration_opens, *registration_closes;
  gint64 capacity;       /* 0 unknown */
  char *previous_start;  /* the date it was first announced for */
  char *programme_name, *programme_url;
  char *funding_statement, *disclaimer;
  char *change_note;     /* what changed with the newest release; NULL: it was the first */
  LecternLook look;
  gint64 lamport;        /* newest change of anything public of the event */
  gint64 changed;        /* its time, ms */
  GHashTable *languages; /* text (by address) to its language where it is not the asked one */
} LecternDetails;

LecternDetails *lectern_details_new (void);
/* NULL is fine. */
void lectern_details_free (LecternDetails *details);
LecternDetailsVenue *lectern_details_add_venue (LecternDetails *details);
/* A new one at the end with a copy of @what; owned by @details. */
LecternDetailsToCome *lectern_details_add_to_come (LecternDetails *details, const char *what);
const LecternDetailsVenue *lectern_details_venue (const LecternDetails *details, gint64 record);
/* "Bouillonstraat 3, 6211 LH Maastricht, NL"; NULL where nothing is known. */
char *lectern_details_venue_address (const LecternDetailsVenue *venue);
const char *lectern_details_language_of (const LecternDetails *details, const char *text);

G_END_DECLS
