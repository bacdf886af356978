/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event that was announced and takes place otherwise: on other dates, over several
 * towns, online, or at a time not known yet. One edit, and a list of what depends on it.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-event-edits.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_RESCHEDULE_MOVE,   /* the same days and places on other dates */
  LECTERN_RESCHEDULE_SPLIT,  /* each day at a place of its own */
  LECTERN_RESCHEDULE_ONLINE, /* days without a date fall away, places too */
  LECTERN_RESCHEDULE_LATER,  /* postponed; no new date is known */
} LecternRescheduleHow;

typedef struct
{
  char *date;  /* ISO */
  char *place; /* name or town of a venue; NULL: not said */
  int begins, ends; /* minutes after 00:00; the same: not said */
} LecternRescheduleDay;

/* @days: by date; unused where it is later. One date takes all days along at their distances.
   Hours that are not said stay as they are. Sessions of a day that falls away are kept without a place in the agenda; rooms of a place
   that is left are cleared. */
LecternEdit *lectern_event_edit_reschedule (LecternReader *reader, gint64 event, LecternRescheduleHow how,
                                            const LecternRescheduleDay *days, guint n, GError **error);

/* "2026-10-21", "21.10.2026, 22.10.2026", "21–22 October 2026", "2026-10-21 Maastricht, 2026-10-22
   Geleen", "2026-11-05 10:00-12:00": of LecternRescheduleDay, by date; NULL with a sentence.
   g_array_unref(). */
GArray *lectern_reschedule_days_parse (const char *text, GError **error);

/* One line of what has to be looked at after such an edit. */
typedef struct
{
  const char *what; /* stable: "dates", "venue", "online", "session", "text", "availability", "invitation",
                       "registration", "promise", "translation", "published" */
  LecternKind kind; /* of the record it is about */
  gint64 id;
  guint field;      /* 0: none */
  char *language;   /* NULL: none */
  char *why;        /* one sentence */
} LecternCheckItem;

/* What an event was before such an edit. */
typedef struct _LecternRescheduleBefore LecternRescheduleBefore;
/* Reads what the public could know of it now: before the edit is committed. */
LecternRescheduleBefore *lectern_reschedule_before (LecternReader *reader, gint64 event);
/* Not NULL. */
void lectern_reschedule_before_free (LecternRescheduleBefore *before);
/* Compares @before with what is now: after the edit is on the disk. Of LecternCheckItem, with
   sentences in the person's language; g_ptr_array_unref(). */
GPtrArray *lectern_reschedule_checklist (LecternReader *reader, gint64 event, const LecternRescheduleBefore *before);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternRescheduleBefore, lectern_reschedule_before_free)

G_END_DECLS
