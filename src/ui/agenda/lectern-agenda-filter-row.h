/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One line of the filter's list: something to ask for, or the heading of a kind.
 */
#pragma once

#include "lectern-agenda-filter.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_FILTER_ROW (lectern_agenda_filter_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaFilterRow, lectern_agenda_filter_row, LECTERN, AGENDA_FILTER_ROW, GObject)

struct _LecternAgendaFilterRow
{
  GObject parent_instance;

  LecternAgendaFilterKind kind;
  gboolean head;
  gint64 value;
  char *label;
  char *folded; /* for the search */
  guint n;
};

/* @choice: NULL for the heading of the kind. */
LecternAgendaFilterRow *lectern_agenda_filter_row_new (LecternAgendaFilterKind kind, const LecternAgendaFilterChoice *choice);
/* Somebody checked a row, @on, or unchecked it. */
typedef void (*LecternAgendaFilterToggled) (LecternAgendaFilterRow *row, gboolean on, gpointer data);
/* (transfer full) Makes widgets for rows, checked as @filter says, which is the caller's and
   must stay; @data is handed to @toggled. */
GtkListItemFactory *lectern_agenda_filter_row_factory (const LecternAgendaFilter *filter, LecternAgendaFilterToggled toggled, gpointer data);

G_END_DECLS
