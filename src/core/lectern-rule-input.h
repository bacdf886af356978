/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the agenda rules look at: one event as plain arrays. Records are named by their
 * indexes; texts that only need comparing (languages, equipment) by numbers. Times are
 * minutes of one calendar that runs evenly, also when clocks are changed; the clock's
 * own times stay beside them for what is about the clock.
 */
#pragma once

#include "lectern-rule.h"

G_BEGIN_DECLS

#define LECTERN_RULE_NONE G_MAXUINT32

typedef struct
{
  gint64 start;
  gint64 end; /* not part of it */
} LecternRuleWindow;

/* A list that somebody else owns. */
typedef struct
{
  const guint *at;
  guint n;
} LecternRuleSet;

typedef struct
{
  const LecternRuleWindow *at; /* sorted, apart from each other */
  guint n;
} LecternRuleWindows;

typedef struct
{
  gint64 begin;     /* its 00:00 on the calendar */
  int change_at;    /* minute of the day at which clocks are changed, by the clock before it */
  int change_by;    /* 60: forward, -60: back; 0: they are not, from 00:00 for two days */
  int opens, closes; /* of the house, minutes of the clock; -1: unknown */
  guint venue;
  gboolean dated;   /* else begin is far from all other days */
} LecternRuleDay;

typedef struct
{
  int opens, closes;
  double latitude, longitude;
  gboolean located;
} LecternRuleVenue;

typedef enum
{
  LECTERN_SEATS_ANY, /* theatre, else the largest */
  LECTERN_SEATS_THEATRE,
  LECTERN_SEATS_CLASSROOM,
  LECTERN_SEATS_BOARDROOM,
  LECTERN_SEATS_STANDING,
  LECTERN_N_SEATS
} LecternRuleSeats;

typedef struct
{
  guint venue;
  int seats[LECTERN_N_SEATS]; /* 0: unknown */
  int setup, clearing;        /* minutes */
  gboolean shared, deleted;
  LecternRuleSet equipment;
  LecternRuleWindows open, closed; /* no window open: at any time */
} LecternRuleRoom;

typedef struct
{
  gint64 arrival, departure;  /* G_MININT64 and G_MAXINT64 where unknown */
  LecternRuleSet languages;   /* none: unknown */
  LecternRuleWindows open, closed;
} LecternRulePerson;

typedef enum
{
  LECTERN_ROLE_OTHER,
  LECTERN_ROLE_CHAIR,
  LECTERN_ROLE_SPEAKER,
  LECTERN_ROLE_MODERATOR,
  LECTERN_ROLE_PANELLIST,
  LECTERN_ROLE_RAPPORTEUR,
  LECTERN_ROLE_INTERPRETER,
} LecternRuleRole;

typedef struct
{
  guint person;
  LecternRuleRole role;
  gboolean to_be_confirmed;
} LecternRulePart;

typedef enum
{
  LECTERN_RULE_TALK,
  LECTERN_RULE_PLENARY,
  LECTERN_RULE_PARALLEL,
  LECTERN_RULE_WORKSHOP,
  LECTERN_RULE_PAUSE,          /* a break, a meal */
  LECTERN_RULE_ADMINISTRATIVE,
  LECTERN_RULE_OUT,            /* a visit, a social evening */
} LecternRuleType;

typedef struct
{
  guint day;             /* NONE: on no day */
  int minute;            /* of the day, by the clock; -1: none */
  int duration;          /* minutes; -1: unknown */
  gint64 start, end;     /* on the calendar; set by the check */
  gint64 key;            /* of two that begin at once the smaller comes first, then the lower index */
  LecternRuleSet rooms;  /* in their order */
  const LecternRulePart *parts; /* a person may stand there twice with two roles, side by side */
  guint n_parts;
  guint parent;          /* NONE: none */
  guint node;            /* demonstration project; NONE: none */
  int expected;          /* people */
  LecternRuleSet needs;
  LecternRuleSet languages;
  LecternRuleSet clashes; /* sessions that must not run at the same time; each in the other's list */
  guint8 type;           /* LecternRuleType */
  guint8 seats;          /* LecternRuleSeats */
  gboolean second_hour : 1;
  gboolean lost_day : 1; /* its day was deleted */
  gboolean interpreted : 1; /* asks for interpreters */
  gboolean internal : 1;
  gboolean counts : 1;   /* neither cancelled nor an idea */
  gboolean runs : 1;     /* counts, and takes time at a known time; set by the check */
  gboolean moved : 1;    /* while a move is tried out; set by the check */
} LecternRuleSession;

/* One event. Whoever made it owns it; a check uses it and changes only its sessions. */
typedef struct
{
  GArray *sessions; /* of LecternRuleSession */
  GArray *days;     /* of LecternRuleDay */
  GArray *venues;   /* of LecternRuleVenue */
  GArray *rooms;    /* of LecternRuleRoom */
  GArray *people;   /* of LecternRulePerson */
  guint n_nodes;
  gboolean rapporteurs;  /* sessions of this event are reported on by somebody */
  gint64 end;            /* of the last day, with its night; G_MAXINT64 where no day has a date */
} LecternRuleInput;

/* An event without anything in it, that does not end; lectern_rule_input_free(). */
LecternRuleInput *lectern_rule_input_new (void);
/* With its arrays, but not with the lists that its records point to. Not NULL. */
void lectern_rule_input_free (LecternRuleInput *input);
/* A minute of a day's clock on the calendar. @second: of an hour that occurs twice. */
gint64 lectern_rule_time (const LecternRuleDay *day, int minute, gboolean second);
/* And back: the clock's minute of the day. */
int lectern_rule_clock (const LecternRuleDay *day, gint64 time);
/* Whether clocks do not show @minute on that day. */
gboolean lectern_rule_is_skipped (const LecternRuleDay *day, int minute);

static inline gboolean
lectern_rule_set_contains (const LecternRuleSet *set, guint value)
{
  for (guint i = 0; i < set->n; i++)
    if (set->at[i] == value)
      return TRUE;
  return FALSE;
}

#define lectern_rule_session(input, i) (&g_array_index ((input)->sessions, LecternRuleSession, (i)))
#define lectern_rule_day(input, i) (&g_array_index ((input)->days, LecternRuleDay, (i)))
#define lectern_rule_venue(input, i) (&g_array_index ((input)->venues, LecternRuleVenue, (i)))
#define lectern_rule_room(input, i) (&g_array_index ((input)->rooms, LecternRuleRoom, (i)))
#define lectern_rule_person(input, i) (&g_array_index ((input)->people, LecternRulePerson, (i)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRuleInput, lectern_rule_input_free)

G_END_DECLS
