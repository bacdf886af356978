/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words by which an agenda is understood, in the languages in which people write them.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_AGENDA_COLUMN_OTHER,
  LECTERN_AGENDA_COLUMN_DAY,
  LECTERN_AGENDA_COLUMN_TIME,
  LECTERN_AGENDA_COLUMN_START,
  LECTERN_AGENDA_COLUMN_END,
  LECTERN_AGENDA_COLUMN_DURATION,
  LECTERN_AGENDA_COLUMN_TITLE,
  LECTERN_AGENDA_COLUMN_SPEAKER,
  LECTERN_AGENDA_COLUMN_ROOM,
  LECTERN_AGENDA_COLUMN_TRACK,
  LECTERN_AGENDA_COLUMN_TYPE,
  LECTERN_AGENDA_COLUMN_NOTES,
} LecternAgendaColumn;

/* What a heading of a table, or a word before a colon, stands for. */
LecternAgendaColumn lectern_agenda_column (const char *heading);
/* The role that a word before a colon gives, "Chair: …"; NULL: none. */
const char *lectern_agenda_role (const char *word);
/* The key of session_type that a title speaks of; NULL: none. */
const char *lectern_agenda_type (const char *title);
/* The number of "Day 2", "2. Tag"; 0: none. *rest: what follows it. */
guint lectern_agenda_day_number (const char *text, const char **rest);
/* "tbc", "to be confirmed" and the like. */
gboolean lectern_agenda_is_open (const char *text);
/* Whether it is how a room is called: "Room 3", "Foyer", "Großer Saal". */
gboolean lectern_agenda_is_room (const char *text);
/* Whether it looks like the name of a person. */
gboolean lectern_agenda_is_person (const char *text);

G_END_DECLS
