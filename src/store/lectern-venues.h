/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Venues as a list: those of an event first, the others after them, each with what is
 * known of it and which events are there.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  gboolean here;            /* a venue of the event asked for, or of one of its days */
  char *name;
  char *city;               /* "" where not known */
  gboolean address_missing; /* no street, and no town either or an import said so */
  guint n_rooms;
  gint64 latest_event;      /* one that is there, by date; 0: none */
} LecternVenueLine;
/* Not NULL. */
void lectern_venue_line_free (LecternVenueLine *line);

/* By name within each part, as the locale sorts. @language: of the names. */
GPtrArray *lectern_venues_list (LecternReader *reader, gint64 event, const char *language);
/* Ids of the events at @venue, newest first, of gint64. */
GArray *lectern_venues_events (LecternReader *reader, gint64 venue);
/* Ids of the sessions of living events that take place in @room, of gint64. */
GArray *lectern_venues_room_sessions (LecternReader *reader, gint64 room);

G_END_DECLS
