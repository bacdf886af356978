/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the readers of schedule.xml and schedule.json have in common: rooms and
 * tracks by name, who is one person, where a session belongs, what stands twice.
 */
#pragma once

#include "lectern-programme.h"
#include "lectern-schedule-time.h"

G_BEGIN_DECLS

/* What the largest real programmes need several times over, in less than 300 MB. */
#define LECTERN_SCHEDULE_MAX_BYTES (32u << 20)
#define LECTERN_SCHEDULE_MAX_DEPTH 64
#define LECTERN_SCHEDULE_MAX_TEXT (1u << 20) /* of one field */
#define LECTERN_SCHEDULE_MAX_ITEMS 180000    /* persons, links and so on; a session counts twice */
#define LECTERN_SCHEDULE_MAX_OF_SESSION 5000 /* people, links or attachments */
#define LECTERN_SCHEDULE_MAX_DAYS 3660
#define LECTERN_SCHEDULE_MAX_DOUBTS 1000

/* When a session takes place, as the file says it. */
typedef struct
{
  LecternProgrammeSession *session;
  int day;                 /* index; -1: the one it falls on */
  gboolean dated, bounded; /* whether begin and end are known */
  LecternScheduleTime begin, end;
  int clock; /* minutes, of the time that stands beside the date; -1 none */
} LecternScheduleMoment;

typedef struct
{
  LecternProgramme *programme;
  GHashTable *rooms;    /* name: index + 1 */
  GHashTable *tracks;   /* name: index + 1 */
  GHashTable *mentions; /* every way in which a person is mentioned: index + 1 */
  GTimeZone *zone;      /* NULL where the file names none that exists */
  gboolean has_offset;  /* the offset that stands for the zone then */
  int offset;
  guint n_parts;   /* people in sessions, links, attachments */
  int day_change;  /* minutes, -1 where the file says nothing */
  GArray *days;    /* of int, days since 1970 by day index; G_MININT unknown */
  GArray *moments; /* of LecternScheduleMoment; placed when the whole file is known */
} LecternScheduleBuild;

/* Begins a programme; @format is copied into it. lectern_schedule_build_finish(), or
   lectern_schedule_build_clear() where reading failed. */
void lectern_schedule_build_init (LecternScheduleBuild *build, const char *format);
/* The programme, completed; @build is cleared. */
LecternProgramme *lectern_schedule_build_finish (LecternScheduleBuild *build);
/* Frees the programme too, unless it was finished; a second time does nothing. */
void lectern_schedule_build_clear (LecternScheduleBuild *build);
/* Whether the file has more of anything than a programme can have. */
gboolean lectern_schedule_build_is_full (LecternScheduleBuild *build);

/* A doubt, with at most LECTERN_SCHEDULE_MAX_DOUBTS of them. */
void
lectern_schedule_build_doubt (LecternScheduleBuild *build, const char *where, const char *why, ...)
    G_GNUC_PRINTF (3, 4);

/* The zone that the file names, as IANA has it; where there is no such zone, a doubt about @where.
   Nothing for NULL and "". */
void lectern_schedule_build_zone (LecternScheduleBuild *build, const char *name, const char *where);
/* The index of the room called @name, new where it is not there yet; -1 where @name is NULL or "".
   @guid: (nullable); another one than before is a doubt about @where. */
int lectern_schedule_build_room (LecternScheduleBuild *build,
                                 const char *name,
                                 const char *guid,
                                 const char *where);
/* Likewise of a track. */
int lectern_schedule_build_track (LecternScheduleBuild *build, const char *name);
/* The mentioned person, new where it was not mentioned just so; NULL where @name is empty. */
LecternProgrammePerson *lectern_schedule_build_person (LecternScheduleBuild *build,
                                                       const char *name,
                                                       const char *guid,
                                                       gint64 number,
                                                       const char *code,
                                                       guint *index);
/* @person is an index of the programme; @role: (nullable) NULL is a speaker. The same person twice
   stands there twice. */
void lectern_schedule_build_role (LecternProgrammeSession *session, guint person, const char *role);
/* A new day at the end, owned by the programme: on @date, else on the date in @start, which like
   @end is kept as it stands. All may be NULL; what is no date is a doubt about @where. */
LecternProgrammeDay *lectern_schedule_build_day (LecternScheduleBuild *build,
                                                 const char *date,
                                                 const char *start,
                                                 const char *end,
                                                 const char *where);
/* Day, start and duration of a session from the texts of the file; any but @day may be NULL. */
void lectern_schedule_build_moment (LecternScheduleBuild *build,
                                    LecternProgrammeSession *session,
                                    int day,
                                    const char *date,
                                    const char *start,
                                    const char *duration,
                                    const char *end);
/* Gives days their beginning and sessions their place; part of finishing. */
void lectern_schedule_place_all (LecternScheduleBuild *build);
/* "de, en" to languages; the only one is the language of the texts, too. */
void lectern_schedule_build_languages (LecternScheduleBuild *build,
                                       LecternProgrammeSession *session,
                                       const char *text);
/* The type as the source says it, and what it is here where that is plain. */
void lectern_schedule_build_type (LecternProgrammeSession *session, const char *label);

/* Adds "key": value to a JSON object in the making; @extra NULL begins one. */
void lectern_schedule_extra_add (char **extra, const char *key, const char *text);
/* Likewise with a value that is JSON already. */
void lectern_schedule_extra_add_json (char **extra, const char *key, const char *json);
/* One line without ends and controls; takes @text, may be NULL. */
char *lectern_schedule_one_line (char *text);

G_END_DECLS
