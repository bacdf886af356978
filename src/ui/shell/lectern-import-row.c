/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-import-row.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (LecternImportRow, lectern_import_row, G_TYPE_OBJECT)

static void
lectern_import_row_finalize (GObject *object)
{
  g_free (LECTERN_IMPORT_ROW (object)->where);
  g_free (LECTERN_IMPORT_ROW (object)->name);
  g_free (LECTERN_IMPORT_ROW (object)->text);
  G_OBJECT_CLASS (lectern_import_row_parent_class)->finalize (object);
}

static void
lectern_import_row_class_init (LecternImportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_import_row_finalize;
}

static void
lectern_import_row_init (LecternImportRow *self)
{
}

/* Takes @text. */
static void
add (GListStore *rows, LecternImportRowType type, const char *where, const char *name, char *text)
{
  g_autoptr (LecternImportRow) row = g_object_new (LECTERN_TYPE_IMPORT_ROW, NULL);
  row->type = type;
  row->where = g_strdup (where != NULL ? where : "");
  row->name = g_strdup (name != NULL ? name : "");
  row->text = text;
  g_list_store_append (rows, row);
}

static guint
count_all (LecternImport *import, LecternImportOutcome outcome)
{
  guint n = 0;
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    n += lectern_import_count (import, outcome, kind);
  return n;
}

static const LecternImportRowType types[] = {
  [LECTERN_IMPORT_CREATED] = LECTERN_IMPORT_ROW_NEW,
  [LECTERN_IMPORT_UPDATED] = LECTERN_IMPORT_ROW_CHANGED,
  [LECTERN_IMPORT_UNCHANGED] = LECTERN_IMPORT_ROW_UNCHANGED,
  [LECTERN_IMPORT_CANCELLED] = LECTERN_IMPORT_ROW_CHANGED,
};

static char *
words_of (const LecternImportItem *item)
{
  const char *kind = lectern_kind_label (item->kind);
  switch (item->outcome)
    {
    /* TRANSLATORS: what happens to a record of the file; %s is its kind, "Session" */
    case LECTERN_IMPORT_CREATED:
      return g_strdup_printf (_("%s, new"), kind);
    case LECTERN_IMPORT_UPDATED:
      return g_strdup_printf (_("%s, changed in the file"), kind);
    case LECTERN_IMPORT_CANCELLED:
      return g_strdup_printf (_("%s, no longer in the file: cancelled here"), kind);
    default:
      return g_strdup_printf (_("%s, as it is here"), kind);
    }
}

static void
add_items (GListStore *rows, LecternImport *import, LecternImportRowType type)
{
  GPtrArray *items = lectern_import_items (import);
  for (guint i = 0; i < items->len; i++)
    {
      const LecternImportItem *item = g_ptr_array_index (items, i);
      if (types[item->outcome] == type)
        add (rows, type, item->where, item->name, words_of (item));
    }
}

/** All lines, doubtful ones first. Of LecternImportRow. */
GListStore *
lectern_import_rows (LecternImport *import)
{
  GListStore *rows = g_list_store_new (LECTERN_TYPE_IMPORT_ROW);
  GPtrArray *skipped = lectern_import_skipped (import);
  GPtrArray *warnings = lectern_import_warnings (import);
  for (guint i = 0; i < skipped->len; i++)
    {
      const LecternDoubt *doubt = g_ptr_array_index (skipped, i);
      add (rows, LECTERN_IMPORT_ROW_DOUBTFUL, doubt->where, NULL, g_strdup (doubt->why));
    }
  for (guint i = 0; i < warnings->len; i++)
    add (rows, LECTERN_IMPORT_ROW_DOUBTFUL, NULL, NULL, g_strdup (g_ptr_array_index (warnings, i)));
  add_items (rows, import, LECTERN_IMPORT_ROW_CHANGED);
  add_items (rows, import, LECTERN_IMPORT_ROW_NEW);
  add_items (rows, import, LECTERN_IMPORT_ROW_UNCHANGED);
  return rows;
}

/** The number on a filter. */
guint
lectern_import_rows_count (LecternImport *import, LecternImportRowType type)
{
  switch (type)
    {
    case LECTERN_IMPORT_ROW_NEW:
      return count_all (import, LECTERN_IMPORT_CREATED);
    case LECTERN_IMPORT_ROW_CHANGED:
      return count_all (import, LECTERN_IMPORT_UPDATED) + count_all (import, LECTERN_IMPORT_CANCELLED);
    case LECTERN_IMPORT_ROW_UNCHANGED:
      return count_all (import, LECTERN_IMPORT_UNCHANGED);
    default:
      return lectern_import_skipped (import)->len + lectern_import_warnings (import)->len;
    }
}

/** How many records the import would write. */
guint
lectern_import_rows_to_write (LecternImport *import)
{
  return lectern_import_rows_count (import, LECTERN_IMPORT_ROW_NEW)
         + lectern_import_rows_count (import, LECTERN_IMPORT_ROW_CHANGED);
}
