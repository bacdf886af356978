/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which sessions somebody asked for: by room, track, part of the programme, person,
 * state, and whether there is a problem. Values of one kind are alternatives; what is
 * asked of several kinds must hold together. No widgets.
 */
#pragma once

#include "lectern-agenda.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_AGENDA_FILTER_PROBLEM, /* the only value is 1 */
  LECTERN_AGENDA_FILTER_STATE,   /* 1 and so on: choices of the field; then the signs below */
  LECTERN_AGENDA_FILTER_ROOM,    /* ids; 0: without one. So the next three. */
  LECTERN_AGENDA_FILTER_TRACK,
  LECTERN_AGENDA_FILTER_PART,
  LECTERN_AGENDA_FILTER_PERSON,
  LECTERN_AGENDA_FILTER_N_KINDS,
} LecternAgendaFilterKind;

/* Further values of STATE. */
#define LECTERN_AGENDA_FILTER_INTERNAL 101
#define LECTERN_AGENDA_FILTER_LOCKED 102
#define LECTERN_AGENDA_FILTER_REPEATS 103

typedef struct
{
  GArray *values[LECTERN_AGENDA_FILTER_N_KINDS]; /* of gint64, in the order they were asked for */
  gboolean hides; /* what does not match is not shown at all, not only dimmed */
} LecternAgendaFilter;

/* One thing that can be asked for in an agenda. */
typedef struct
{
  LecternAgendaFilterKind kind;
  gint64 value;
  char *label;
  guint n;        /* sessions that have it */
} LecternAgendaFilterChoice;

/* Asks for nothing; lectern_agenda_filter_free(). */
LecternAgendaFilter *lectern_agenda_filter_new (void);
/* All of it; lectern_agenda_filter_free(). */
LecternAgendaFilter *lectern_agenda_filter_copy (const LecternAgendaFilter *filter);
/* Its values too. Not for NULL. */
void lectern_agenda_filter_free (LecternAgendaFilter *filter);
/* Whether nothing is asked for, of any kind. */
gboolean lectern_agenda_filter_is_empty (const LecternAgendaFilter *filter);
/* Whether @value is asked for. */
gboolean lectern_agenda_filter_has (const LecternAgendaFilter *filter, LecternAgendaFilterKind kind, gint64 value);
/* How many values of a kind are asked for. */
guint lectern_agenda_filter_n (const LecternAgendaFilter *filter, LecternAgendaFilterKind kind);
/* @on: asks for @value too; else no longer. Where it is so already nothing is done. */
void lectern_agenda_filter_set (LecternAgendaFilter *filter, LecternAgendaFilterKind kind, gint64 value, gboolean on);
/* Asks for nothing of one kind. */
void lectern_agenda_filter_clear (LecternAgendaFilter *filter, LecternAgendaFilterKind kind);
/* Asks for nothing; whether it hides or dims stays. */
void lectern_agenda_filter_clear_all (LecternAgendaFilter *filter);
void lectern_agenda_filter_forget (LecternAgendaFilter *filter, const LecternAgenda *agenda);
/* Whether of each kind that is asked for the session has one of the values. @session: of
   @agenda, placed or not. */
gboolean lectern_agenda_filter_matches (const LecternAgendaFilter *filter, const LecternAgenda *agenda, const LecternAgendaSession *session);

/* (transfer none) "Rooms", "People", in the language of the program. */
const char *lectern_agenda_filter_kind_label (LecternAgendaFilterKind kind);
/* "Great hall", "No track"; NULL where the agenda has none such. g_free(). */
char *lectern_agenda_filter_dup_label (const LecternAgenda *agenda, LecternAgendaFilterKind kind, gint64 value);
GPtrArray *lectern_agenda_filter_choices (const LecternAgenda *agenda);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternAgendaFilter, lectern_agenda_filter_free)

G_END_DECLS
