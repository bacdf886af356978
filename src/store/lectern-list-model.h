/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Long lists for views: a GListModel over an array of sorted ids. A query sorts and
 * filters in SQL and makes the row of an id; rows are made for ids that are asked for
 * and stay the same object as long as somebody holds them. Large queries run on a
 * worker thread with a reader of its own, and the result is swapped in on the main
 * thread. Changes are told as few small items-changed as the two orders allow, so
 * that selection and scroll position stay.
 */
#pragma once

#include "lectern-workspace.h"

G_BEGIN_DECLS

/* One row: texts and numbers by column; which columns there are is the query's matter. */
#define LECTERN_TYPE_LIST_ROW (lectern_list_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternListRow, lectern_list_row, LECTERN, LIST_ROW, GObject)

/* What the query gave; of which kind is its matter. */
gint64 lectern_list_row_get_id (LecternListRow *self);
/* Never NULL; borrowed until the row is filled again. */
const char *lectern_list_row_text (LecternListRow *self, guint column);
/* 0 where the query set none. */
gint64 lectern_list_row_integer (LecternListRow *self, guint column);
/* For queries, while they fill a row. Text is copied. */
void lectern_list_row_set_text (LecternListRow *self, guint column, const char *text);
/* For queries, while they fill a row. */
void lectern_list_row_set_integer (LecternListRow *self, guint column, gint64 integer);
/* Signal "changed": the row shows other texts than before; the object stays. */

/* What a list asks for. Immutable once given to a model, because a worker may use it. */
#define LECTERN_TYPE_LIST_QUERY (lectern_list_query_get_type ())
G_DECLARE_DERIVABLE_TYPE (LecternListQuery, lectern_list_query, LECTERN, LIST_QUERY, GObject)

struct _LecternListQueryClass
{
  GObjectClass parent_class;
  guint n_columns;
  /* About how many rows there are before filtering; cheap. */
  gint64 (*size) (LecternListQuery *self, LecternReader *reader);
  /* The ids in order, of gint64. Any thread, with that thread's reader. */
  GArray *(*ids) (LecternListQuery *self, LecternReader *reader);
  /* Fills the row of @row's id. Main thread. */
  void (*fill) (LecternListQuery *self, LecternReader *reader, LecternListRow *row);
};

#define LECTERN_TYPE_LIST_MODEL (lectern_list_model_get_type ())
G_DECLARE_FINAL_TYPE (LecternListModel, lectern_list_model, LECTERN, LIST_MODEL, GObject)

/* Empty; main thread only. g_object_unref(). */
LecternListModel *lectern_list_model_new (void);
/* Asks @query of @workspace; both NULL empties the model. A query that is still running is dropped. */
void lectern_list_model_set_query (LecternListModel *self, LecternWorkspace *workspace, LecternListQuery *query);
/* The data changed: asks the same query again. */
void lectern_list_model_refresh (LecternListModel *self);
/* While a worker is at it; the old rows stay until it is done. Property "loading". */
gboolean lectern_list_model_get_loading (LecternListModel *self);
/* Rows before filtering. */
gint64 lectern_list_model_get_size (LecternListModel *self);
/* Without making its row; 0: none there. */
gint64 lectern_list_model_get_id (LecternListModel *self, guint position);
/* Where @id stands, *position untouched and FALSE where it does not. The first time after a change
   of the ids it takes a step for each. */
gboolean lectern_list_model_find (LecternListModel *self, gint64 id, guint *position);
/* How many row objects are alive. */
guint lectern_list_model_n_rows_made (LecternListModel *self);
/* Rows at most that are asked for on the main thread. */
#define LECTERN_LIST_SYNC_ROWS 2000
/* Signals: "before-swap" and "after-swap" around each change of the ids; "filled" when a
 * query's answer is in, whether or not anything changed. */

G_END_DECLS
