/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of a whole event: a copy of a day, a copy of the event as the next of its
 * series, other dates. Each is one step of undo; nothing is written here.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

#define LECTERN_EVENT_ERROR (lectern_event_error_quark ())
/* The domain of LecternEventError. */
GQuark lectern_event_error_quark (void);

typedef enum
{
  LECTERN_EVENT_ERROR_GONE, /* the event or the day is not there */
  LECTERN_EVENT_ERROR_DATE, /* no date, or two days of one date */
  LECTERN_EVENT_ERROR_SLUG, /* another event has this short name */
} LecternEventError;

/* A copy of @day on @date (ISO) with its sessions and who has a role in them; *copy: its id. */
LecternEdit *lectern_event_edit_copy_day (LecternReader *reader, gint64 day, const char *date, gint64 *copy,
                                          GError **error);

typedef struct
{
  const char *title;      /* in the event's main language; NULL: lectern_event_next_title() */
  const char *slug;       /* NULL: lectern_event_next_slug() */
  const char *first_date; /* of the earliest day; the others follow at the same distances */
  gboolean same_venue;    /* else days and sessions are without venue and rooms */
  gboolean roles;         /* who has a role is asked again: to be confirmed */
} LecternEventCopy;

/* The next of a series: with days, tracks and sessions, that are not cancelled, and their texts
   in all languages; without registrations, releases, announcements and what is published. */
LecternEdit *lectern_event_edit_copy (LecternReader *reader, gint64 event, const LecternEventCopy *how, gint64 *copy,
                                      GError **error);

typedef struct
{
  gint64 day;
  const char *date; /* ISO */
} LecternDayDate;

/* Some or all days to other dates; what stands on them stays on them. An event that was already
   announced keeps in mind when it was first to begin. */
LecternEdit *lectern_event_edit_move (LecternReader *reader, gint64 event, const LecternDayDate *dates, guint n,
                                      GError **error);

/* "13th Meeting" of number 13 is followed by "14th Meeting"; other titles stay. g_free(). */
char *lectern_event_next_title (const char *title, gint64 ordinal);
/* A short name that no event has yet, made from this one's; NULL where it has none. g_free(). */
char *lectern_event_next_slug (LecternReader *reader, gint64 event);
/* An event or a day that is still there; NULL and a sentence where not. lectern_record_free(). */
LecternRecord *lectern_event_get_living (LecternReader *reader, LecternKind kind, gint64 id, GError **error);
/* The days of an event that have a date, in its order. Of LecternRecord; g_ptr_array_unref(). */
GPtrArray *lectern_event_days (LecternReader *reader, gint64 event);

G_END_DECLS
