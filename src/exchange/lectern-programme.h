/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A conference programme as files carry it: what every reader of a format fills
 * and every writer of a format writes. Plain data without a database; strings are
 * owned, UTF-8, NULL where the file says nothing. The importer turns one into an
 * edit, lectern_programme_load() makes one of an event.
 */
#pragma once

#include "lectern-details.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char *where;   /* "line 120", "days[1].rooms.Saal 1[4].start" */
  char *why;     /* one sentence */
} LecternDoubt;

typedef struct
{
  gint64 record;
  char *guid;
  gint64 number;      /* the format's own id; 0 none */
  char *code;
  char *name;         /* as shown, never re-cased */
  char *biography;
  char *url;
  char *avatar;
  char *email;        /* never written to a public file */
  char *organisation;
  char *title;        /* "Prof."; stands before the name */
  char *job;
} LecternProgrammePerson;

typedef struct
{
  guint person;       /* index in persons */
  char *role;         /* key of session_role; NULL: speaker */
  char *state;
} LecternProgrammeRole;

typedef struct
{
  char *title;
  char *url;
  char *type;         /* as the source says */
  char *service;      /* "MASTODON"; of links only, kept in the session's extra */
} LecternProgrammeLink;

typedef struct
{
  gint64 record;
  char *guid;
  char *name;
  char *description;
  gint64 capacity;    /* -1 unknown */
  char *type;
  gint64 venue;       /* record of its venue, see LecternDetails; 0 unknown */
} LecternProgrammeRoom;

typedef struct
{
  gint64 record;
  char *name;
  char *colour;       /* "#rrggbb" */
  char *slug;
} LecternProgrammeTrack;

typedef struct
{
  gint64 record;
  int number;         /* from 1 */
  char *date;         /* "2026-06-17"; NULL where the source has none */
  char *title;
  int start_minute;   /* when the day begins, minutes after 00:00 of date */
  int begins, ends;   /* minutes after 00:00 of date; -1 not said */
  char *source_start; /* the attributes as they stood, for the way back out */
  char *source_end;
  char *time_zone;    /* the zone of its venue where it differs from the event's */
  gint64 venue;       /* record of its venue; 0: that of the event */
  gint64 lamport;     /* newest change of what a calendar entry of the day says */
  gint64 changed;     /* time of that change, ms */
} LecternProgrammeDay;

typedef struct
{
  gint64 record;
  char *guid, *code;
  char *uid;          /* of its calendar entry; NULL: made from the guid */
  char *recurrence;   /* which instance of a repeating entry it replaces; NULL: none */
  char *repeats;      /* the rule of a repeating entry, see LECTERN_SESSION_REPEATS */
  gint64 number;      /* numeric id of the format; 0 none */
  char *slug, *url, *origin_url, *feedback_url, *video_url, *logo;
  char *title, *subtitle, *abstract, *description;
  char *language;     /* of the texts, BCP 47 */
  char **languages;   /* spoken */
  int day;            /* index in days; -1 unplaced */
  int start_minute;   /* after 00:00 of the day's date, 0..2879; -1 unknown */
  int duration;       /* minutes; -1 unknown */
  gboolean second_hour;
  GArray *rooms;      /* of guint, indexes in rooms, ordered */
  int track;          /* index in tracks; -1 none */
  char *type;         /* key of session_type; NULL unknown */
  char *type_label;   /* as the source says: "lecture" */
  char *state;        /* key of session_state; NULL unknown */
  char *recording;    /* "yes", "no", NULL unknown */
  char *licence;
  gboolean internal;
  GArray *people;     /* of LecternProgrammeRole */
  GPtrArray *links;   /* of LecternProgrammeLink */
  GPtrArray *attachments; /* of LecternProgrammeLink */
  char *extra;        /* JSON object: what only this format has; NULL none */
  char *where;        /* its place in the file, for doubts */
  gint64 lamport;     /* newest change of a public cell; SEQUENCE */
  gint64 changed;     /* time of that change, ms */
} LecternProgrammeSession;

/* What was public at a release and no longer is: who subscribed to the calendar is told so. */
typedef struct
{
  char *guid;
  char *uid;          /* as LecternProgrammeSession has it */
  char *title;
  char *date;         /* its last public one */
  char *time_zone;    /* that of its house; NULL: the event's */
  int start_minute;   /* -1: a whole day */
  int duration;       /* minutes; -1 unknown */
  gint64 lamport, changed;
} LecternProgrammeGone;

typedef struct
{
  gint64 record;
  char *format;       /* "schedule.xml", "schedule.json", … */
  char *source;       /* identity of where it came from: acronym, else base address */
  gboolean complete;  /* whether what is missing may count as gone */
  char *guid, *acronym, *slug, *title, *subtitle, *summary;
  char *venue, *city, *country;
  char *start, *end;  /* dates */
  char *time_zone;    /* IANA, or an offset; NULL unknown */
  char *language;
  char **languages;
  char *version;
  char *url, *base_url, *logo;
  char *generator;
  int slot_minutes;   /* 0 unknown */
  char *release_step, *state;
  GPtrArray *days, *rooms, *tracks, *persons, *sessions;
  GPtrArray *links;
  GPtrArray *gone;    /* of LecternProgrammeGone; for the public only */
  GPtrArray *doubts;  /* of LecternDoubt */
  char *extra;
  LecternDetails *details; /* what the office knows beyond the programme; NULL from a file */
} LecternProgramme;

LecternProgramme *lectern_programme_new (void);
/* With all that is in it. NULL is fine. */
void lectern_programme_free (LecternProgramme *programme);
LecternProgrammeDay *lectern_programme_add_day (LecternProgramme *programme);
/* A new room at the end with a copy of @name, its capacity unknown. */
LecternProgrammeRoom *lectern_programme_add_room (LecternProgramme *programme, const char *name);
/* A new track at the end with a copy of @name. */
LecternProgrammeTrack *lectern_programme_add_track (LecternProgramme *programme, const char *name);
/* A new person at the end with a copy of @name. */
LecternProgrammePerson *lectern_programme_add_person (LecternProgramme *programme, const char *name);
LecternProgrammeSession *lectern_programme_add_session (LecternProgramme *programme);
/* A new one at the end: a whole day of unknown length, until more is said. */
LecternProgrammeGone *lectern_programme_add_gone (LecternProgramme *programme);
/* For one that was taken out of persons. NULL is fine. */
void lectern_programme_person_free (gpointer person);
LecternProgrammeLink *lectern_programme_link_new (const char *title, const char *url);
void lectern_programme_doubt (LecternProgramme *programme, const char *where, const char *why, ...) G_GNUC_PRINTF (3, 4);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternProgramme, lectern_programme_free)

G_END_DECLS
