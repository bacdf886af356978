/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the files of a check share: the names of what its rules look at by number.
 */
#pragma once

#include "lectern-check.h"
#include "lectern-rules.h"
#include "lectern-sqlite.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  const char *title;
  gint64 parent;     /* id, also where it is not there */
  gboolean locked;
} LecternCheckSession;

typedef struct
{
  gint64 id;
  const char *name;
  const char *date;  /* of a day */
} LecternCheckName;

/* How many findings of a session nobody accepted. */
typedef struct
{
  guint n;
  LecternLevel worst;
} LecternCheckCount;

struct _LecternCheck
{
  int references;
  gint64 event;
  gint64 moment;
  guint step;
  char *language;
  char *zone;            /* of the event */
  LecternRuleInput *input;
  LecternRules *rules;
  LecternRuleLevels levels;
  GArray *sessions;      /* of LecternCheckSession; their other half is in the input */
  GArray *rooms, *people, *days, *venues; /* of LecternCheckName */
  GPtrArray *needs;      /* of const char *, by number */
  GHashTable *session_by_id, *room_by_id, *person_by_id, *day_by_id, *venue_by_id, *node_by_id; /* id -> number + 1 */
  GHashTable *need_by_text, *language_by_text; /* text -> number + 1 */
  GHashTable *allocated; /* session id -> people who chose it */
  GHashTable *paired;    /* ids of sessions with one that they must not run beside */
  guint main_language;   /* number; NONE */
  GStringChunk *texts;
  GPtrArray *kept;       /* lists of the input */
  GHashTable *waivers;   /* "R01:12,34" -> Waived */
  GArray *findings;      /* of LecternFinding; NULL: not asked for */
  GArray *counts;        /* of LecternCheckCount, by session */
};

/* Why somebody accepted a finding. */
typedef struct
{
  gint64 waiver;
  char *reason;
} LecternWaived;

#define lectern_check_session(check, i) (&g_array_index ((check)->sessions, LecternCheckSession, (i)))
#define lectern_check_name(names, i) (&g_array_index ((names), LecternCheckName, (i)))

/* lectern-check-load.c */
gpointer lectern_check_keep (LecternCheck *check, gconstpointer data, gsize size);
/* The number of a record, LECTERN_RULE_NONE where it is not there. */
guint lectern_check_index (GHashTable *by_id, gint64 id);
/* The record @id has the number @index, also where it had another one. */
void lectern_check_enter (GHashTable *by_id, gint64 id, guint index);
/* Reads all but sessions and waivers into an empty check: the event, levels, venues, days, rooms,
   people, parts of the programme. @step: as lectern_check_new(). */
void lectern_check_load_event (LecternCheck *check, LecternReader *reader, const char *step);
/* Reads anew what was accepted; reasons of findings made before point nowhere then. */
void lectern_check_load_waivers (LecternCheck *check, LecternReader *reader);

/* lectern-check-needs.c */
/* FALSE: a need is among them that no room was asked for yet. */
gboolean lectern_check_read_needs (LecternCheck *check, sqlite3_stmt *statement, int column, LecternRuleSession *session);
/* Which of the needs each room meets. */
void lectern_check_match_equipment (LecternCheck *check, LecternReader *reader);

/* lectern-check-sessions.c */
void lectern_check_load_sessions (LecternCheck *check, LecternReader *reader);
/* Reads one session again; FALSE: it has to do with more than that. */
gboolean lectern_check_reload_session (LecternCheck *check, LecternReader *reader, gint64 id);
gboolean lectern_check_has_rapporteurs (const LecternCheck *check);

/* lectern-check-texts.c */
/* "R07:12,34:video": what a waiver names, whatever the order of its ids was. g_free(). */
char *lectern_check_waiver_key (const char *rule, const char *subject);

/* lectern-check.c */
/* By the gint64 that a key points to; keys are freed with g_free(). Empty. */
GHashTable *lectern_check_new_index (void);
/* Numbers become ids; the reason stays NULL. Texts are borrowed from the check, @to is
   overwritten. */
void lectern_check_to_finding (const LecternCheck *check, const LecternRuleFinding *from, LecternFinding *to);

G_END_DECLS
