/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What all writers of files share: identities, times with their offsets, the
 * order of the agenda, and the list of what a format cannot carry.
 */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

/* One entry of a file that lists sessions per day and room: a session, or its copy
   in one of its further rooms. */
typedef struct
{
  const LecternProgrammeSession *session;
  const LecternProgrammeDay *day;
  const LecternProgrammeRoom *room; /* NULL: no room */
  guint day_index;
  guint room_index;  /* G_MAXUINT: no room */
  guint copy;        /* 0 the session itself, else its place in rooms */
  gint64 number;     /* positive, used once in a file */
  gint64 start;      /* ms since 1970 */
  char *guid;        /* a UUID, used once in a file */
  char *date;        /* RFC 3339 with the offset */
  char *time;        /* "09:40", local */
} LecternOutSlot;

/* Placed sessions by day, room and time; what has no place is listed. Of LecternOutSlot. */
GPtrArray *lectern_out_slots (const LecternProgramme *programme, GPtrArray *omissions);
void lectern_out_sort_slots (GPtrArray *slots);
/* The identity of the copy in the @place-th room of the session @guid, see lectern-way-back.h. */
char *lectern_out_copy_guid (const char *guid, guint place);
/* @guid (which it takes), or another made of it where it is in @used already; noted there. */
char *
lectern_out_unique_guid (GHashTable *used, char *guid, const char *title, GPtrArray *omissions);
char *lectern_out_record_guid (const char *workspace, gint64 session);
/* The UUID of the session with this index: its own, else one made of its record or of what it is
   called, always the same (RFC 9562 5.5). g_free(). */
char *lectern_out_session_guid (const LecternProgramme *programme, guint index);
/* Of a session that is not in the programme any more: its record and its own guid, if any. */
char *lectern_out_guid_of (const LecternProgramme *programme, gint64 record, const char *guid);
/* Likewise of a day, which never has its own: made of its record, else of its date. g_free(). */
char *lectern_out_day_guid (const LecternProgramme *programme, const LecternProgrammeDay *day);
/* Likewise of a room: its own, else one made of its record or of its name. g_free(). */
char *lectern_out_room_guid (const LecternProgramme *programme, const LecternProgrammeRoom *room);

/* Of LecternDoubt; free with g_ptr_array_unref(). */
GPtrArray *lectern_out_omissions_new (void);
void lectern_out_omit (GPtrArray *omissions, const char *where, const char *why, ...)
    G_GNUC_PRINTF (3, 4);

/* The zone in which a day's times are written; "UTC" where none is known. */
const char *lectern_out_zone (const LecternProgramme *programme, const LecternProgrammeDay *day);
/* FALSE where lectern_out_zone() falls back on UTC. @day: (nullable). */
gboolean lectern_out_zone_is_known (const LecternProgramme *programme,
                                    const LecternProgrammeDay *day);
/* Whether files can say moments of this date and of all that may begin on it: not at either end
   of the calendar. FALSE for NULL. */
gboolean lectern_out_date_has_moments (const char *date);
/* When a session starts, in ms since 1970; FALSE where it has no place in time. */
gboolean lectern_out_start (const LecternProgramme *programme,
                            const LecternProgrammeSession *session,
                            gint64 *start);
/* The hours that a day is announced for, in ms since 1970; FALSE where it is the whole day. */
gboolean lectern_out_day_hours (const LecternProgramme *programme,
                                const LecternProgrammeDay *day,
                                gint64 *start,
                                gint64 *end);
/* When a day of the programme begins, as RFC 3339; the source's own words where they still fit.
   Only of a day that has a date. g_free(). */
char *lectern_out_day_start (const LecternProgramme *programme, const LecternProgrammeDay *day);
/* Likewise when it ends: a minute before the next one could begin. g_free(). */
char *lectern_out_day_end (const LecternProgramme *programme, const LecternProgrammeDay *day);
/* The earliest date of its days, else the one that is said of the event; NULL where there is none.
   g_free(). */
char *lectern_out_first_date (const LecternProgramme *programme);
/* Likewise the latest. g_free(). */
char *lectern_out_last_date (const LecternProgramme *programme);

/* (transfer none) NULL where the session has none. */
const LecternProgrammeTrack *lectern_out_track (const LecternProgramme *programme,
                                                const LecternProgrammeSession *session);
/* (transfer none) NULL where the session is on no day. */
const LecternProgrammeDay *lectern_out_day (const LecternProgramme *programme,
                                            const LecternProgrammeSession *session);
/* Those in the room, without the ones who cancelled. Of const LecternProgrammeRole *. */
GPtrArray *lectern_out_people (const LecternProgrammeSession *session);

/* An absolute address that a reader may follow: http or https, without odd characters. */
gboolean lectern_out_is_web_address (const char *url);
/* Pattern of many formats for a short name: a-z, 0-9, - and _; at least 4 long. g_free(). */
char *lectern_out_short_name (const char *text, const char *otherwise);
/* Whether a regular expression fits the whole text; NULL never does. */
gboolean lectern_out_matches (const char *text,
                              const char *pattern);

/* Text for XML 1.0: escaped; characters it forbids are left out and *dropped counts them. */
void lectern_out_xml_text (GString *out, const char *text, gboolean attribute, guint *dropped);

G_END_DECLS
