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

/* Of LecternAgendaRow; NULL where it is beyond the limits. g_array_unref(). */
GArray *lectern_agenda_rows_of_text (const char *text);
GArray *lectern_agenda_rows_of_html (const char *html, gsize length);

#define lectern_agenda_row(rows, i) (&g_array_index ((rows), LecternAgendaRow, (i)))
/* The text of a cell; "" where the row has no such. */
const char *lectern_agenda_row_text (const LecternAgendaRow *row, guint column);

/* For those who make rows: a new one at the end, a new cell at its end. */
LecternAgendaRow *lectern_agenda_rows_add (GArray *rows, guint line);
void lectern_agenda_row_add (LecternAgendaRow *row, const char *text, gssize length, guint cell, gboolean first);
GArray *lectern_agenda_rows_new (void);

#define LECTERN_AGENDA_MAX_BYTES (4u << 20)
#define LECTERN_AGENDA_MAX_ROWS 20000
#define LECTERN_AGENDA_MAX_COLUMNS 200

G_END_DECLS
