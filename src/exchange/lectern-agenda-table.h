/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was pasted as rows of cells: lines with tabs, a table of commas or semicolons, or
 * the tables and paragraphs of a page, with cells that span several rows or columns.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *text;       /* owned, one line for each line of the cell; "" where empty */
  guint cell;       /* the same number wherever one cell reaches */
  gboolean first;   /* where it begins */
} LecternAgendaCell;

typedef struct
{
  guint line;       /* from 1 */
  gboolean indented;
  gboolean in_table;
  gboolean after_gap;
  GArray *cells;    /* of LecternAgendaCell */
} LecternAgendaRow;

/* Lines, or a table of commas or semicolons where the first line names its columns; @text is UTF-8.
   Of LecternAgendaRow, at most LECTERN_AGENDA_MAX_ROWS; NULL where there are more than
   LECTERN_AGENDA_MAX_BYTES. g_array_unref(). */
GArray *lectern_agenda_rows_of_text (const char *text);
/* Likewise the tables and paragraphs of a page, of which @length bytes are read, in whatever
   encoding. */
GArray *lectern_agenda_rows_of_html (const char *html, gsize length);

#define lectern_agenda_row(rows, i) (&g_array_index ((rows), LecternAgendaRow, (i)))
/* The text of a cell; "" where the row has no such. */
const char *lectern_agenda_row_text (const LecternAgendaRow *row, guint column);

/* For those who make rows: a new one without cells at the end, valid until the next is added. */
LecternAgendaRow *lectern_agenda_rows_add (GArray *rows, guint line);
/* A new cell at the end of @row with a copy of @text, tidied and made UTF-8; nothing beyond
   LECTERN_AGENDA_MAX_COLUMNS. @length -1: @text ends in a zero. */
void lectern_agenda_row_add (LecternAgendaRow *row, const char *text, gssize length, guint cell, gboolean first);
/* (transfer full) No rows yet; those that are added go with it. */
GArray *lectern_agenda_rows_new (void);

#define LECTERN_AGENDA_MAX_BYTES (4u << 20)
#define LECTERN_AGENDA_MAX_ROWS 20000
#define LECTERN_AGENDA_MAX_COLUMNS 200

G_END_DECLS
