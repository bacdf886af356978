/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of the preview of an import: where in the file, what happens, and why.
 */
#pragma once

#include "lectern-import.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_IMPORT_ROW_NEW,
  LECTERN_IMPORT_ROW_CHANGED,
  LECTERN_IMPORT_ROW_UNCHANGED,
  LECTERN_IMPORT_ROW_DOUBTFUL,
  LECTERN_N_IMPORT_ROWS,
} LecternImportRowType;

#define LECTERN_TYPE_IMPORT_ROW (lectern_import_row_get_type ())
G_DECLARE_FINAL_TYPE (LecternImportRow, lectern_import_row, LECTERN, IMPORT_ROW, GObject)

struct _LecternImportRow
{
  GObject parent_instance;
  LecternImportRowType type;
  char *where; /* in the file */
  char *name;  /* of the record */
  char *text;  /* what happens, and why */
};

GListStore *lectern_import_rows (LecternImport *import);
guint lectern_import_rows_count (LecternImport *import, LecternImportRowType type);
guint lectern_import_rows_to_write (LecternImport *import);

G_END_DECLS
