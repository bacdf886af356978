/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-import-dialog.h"

#include "lectern-import-job.h"
#include "lectern-import-row.h"
#include <glib/gi18n-lib.h>

struct _LecternImportDialog
{
  AdwWindow parent_instance;

  /* owned */
  LecternWindow *window;
  LecternWorkspace *workspace;
  GFile *file;
  GCancellable *cancellable;
  LecternImport *plan;
  GtkCustomFilter *filter;
  GtkFilterListModel *rows;
  gint64 here; /* the event that was shown */
  gboolean allow_cancel;

  /* borrowed */
  GtkToggleButton *filters[LECTERN_N_IMPORT_ROWS];

  /* template children */
  AdwWindowTitle *title;
  GtkButton *import_button;
  GtkStack *pages;
  GtkLabel *progress_label;
  GtkProgressBar *progress;
  AdwStatusPage *refused;
  GtkWidget *counts;
  GtkLabel *read_as;
  GtkDropDown *into;
  GtkLabel *into_label;
  GtkWidget *decision;
  GtkColumnView *list;
};

G_DEFINE_FINAL_TYPE (LecternImportDialog, lectern_import_dialog, ADW_TYPE_WINDOW)

static const struct
{
  const char *word;
  const char *icon;
} types[LECTERN_N_IMPORT_ROWS] = {
  [LECTERN_IMPORT_ROW_NEW] = { N_("new"), "list-add-symbolic" },
  [LECTERN_IMPORT_ROW_CHANGED] = { N_("changed"), "document-edit-symbolic" },
  [LECTERN_IMPORT_ROW_UNCHANGED] = { N_("unchanged"), "object-select-symbolic" },
  [LECTERN_IMPORT_ROW_DOUBTFUL] = { N_("doubtful"), "dialog-question-symbolic" },
};

/* -- the list ---------------------------------------------------------------- */

static gboolean
row_is_shown (gpointer item, gpointer data)
{
  LecternImportDialog *self = data;
  gboolean any = FALSE;
  for (guint i = 0; i < LECTERN_N_IMPORT_ROWS; i++)
    any = any || gtk_toggle_button_get_active (self->filters[i]);
  return !any || gtk_toggle_button_get_active (self->filters[LECTERN_IMPORT_ROW (item)->type]);
}

static void
setup_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), GPOINTER_TO_INT (data) == 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), GPOINTER_TO_INT (data) == 3 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  LecternImportRow *row = LECTERN_IMPORT_ROW (gtk_list_item_get_item (item));
  const char *texts[] = { row->where, _(types[row->type].word), row->name, row->text };
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), texts[GPOINTER_TO_INT (data)]);
}

static void
add_columns (LecternImportDialog *self)
{
  const char *titles[] = { _("Where"), _("What"), _("Record"), _("What happens, and why") };
  for (int i = 0; i < 4; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_signal_connect (factory, "setup", G_CALLBACK (setup_cell), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cell), GINT_TO_POINTER (i));
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (titles[i], factory);
      gtk_column_view_column_set_expand (column, i >= 2);
      gtk_column_view_column_set_resizable (column, TRUE);
      if (i == 0)
        gtk_column_view_column_set_fixed_width (column, 130);
      gtk_column_view_append_column (self->list, column);
    }
}

static void
on_filter_toggled (LecternImportDialog *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* A count that is a filter at the same time. */
static void
add_count (LecternImportDialog *self, LecternImportRowType type)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = adw_button_content_new ();
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), types[type].icon);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "count");
  gtk_widget_add_css_class (button, "numeric");
  gtk_box_append (GTK_BOX (self->counts), button);
  self->filters[type] = GTK_TOGGLE_BUTTON (button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_filter_toggled), self);
}

static void
show_counts (LecternImportDialog *self)
{
  for (guint type = 0; type < LECTERN_N_IMPORT_ROWS; type++)
    {
      guint n = lectern_import_rows_count (self->plan, type);
      /* TRANSLATORS: a number and what it counts, "24 new" */
      g_autofree char *text = g_strdup_printf (_("%'u %s"), n, _(types[type].word));
      GtkWidget *button = GTK_WIDGET (self->filters[type]);
      adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (button))), text);
      gtk_widget_set_sensitive (button, n > 0);
    }
}

/* -- reading --------------------------------------------------------------------- */

static void
show_preview (LecternImportDialog *self)
{
  const LecternProgramme *programme = lectern_import_programme (self->plan);
  guint n = lectern_import_rows_to_write (self->plan);
  gboolean decide = lectern_import_needs_decision (self->plan);
  g_autoptr (GListStore) rows = lectern_import_rows (self->plan);
  g_autofree char *label
      = n > 0 ? g_strdup_printf (ngettext ("Import %'u record", "Import %'u records", n), n)
              : g_strdup (_("Nothing to import"));
  /* TRANSLATORS: how a file was read: format, days, rooms, agenda items, persons */
  g_autofree char *read_as = g_strdup_printf (
      _("Read as %s: %u days, %u rooms, %u agenda items, %u persons"), programme->format,
      programme->days->len, programme->rooms->len, programme->sessions->len, programme->persons->len);

  adw_window_title_set_subtitle (self->title, programme->title != NULL ? programme->title : "");
  gtk_label_set_label (self->read_as, read_as);
  gtk_button_set_label (self->import_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go",
                                 n > 0 && !decide && lectern_import_edit (self->plan) != NULL);
  gtk_widget_set_visible (self->decision, decide);
  show_counts (self);
  gtk_filter_list_model_set_model (self->rows, G_LIST_MODEL (rows));
  gtk_stack_set_visible_child_name (self->pages, "preview");
}

static void
on_progress (double fraction, gpointer data)
{
  gtk_progress_bar_set_fraction (LECTERN_IMPORT_DIALOG (data)->progress, fraction);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  LecternImport *plan = lectern_import_job_plan_finish (LECTERN_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_pointer (&self->plan, lectern_import_free);
  self->plan = plan;
  if (plan != NULL)
    {
      show_preview (self);
      return;
    }
  adw_status_page_set_description (self->refused, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
  gtk_stack_set_visible_child_name (self->pages, "refused");
}

static void
start_planning (LecternImportDialog *self)
{
  gint64 event = gtk_drop_down_get_selected (self->into) == 1 ? self->here : 0;
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.go", FALSE);
  gtk_stack_set_visible_child_name (self->pages, "progress");
  lectern_import_job_plan_async (self->workspace, self->file, event, self->allow_cancel, on_progress, self,
                                 self->cancellable, on_planned, g_object_ref (self));
}

static void
allow_cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternImportDialog *self = LECTERN_IMPORT_DIALOG (widget);
  self->allow_cancel = TRUE;
  start_planning (self);
}

/* -- writing ----------------------------------------------------------------------- */

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (LecternImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) done = lectern_workspace_commit_finish (LECTERN_WORKSPACE (source), result, &error);
  if (done == NULL)
    {
      adw_status_page_set_title (self->refused, _("Nothing was imported"));
      adw_status_page_set_description (self->refused, error->message);
      gtk_stack_set_visible_child_name (self->pages, "refused");
      return;
    }
  guint n = lectern_import_rows_to_write (self->plan);
  g_autofree char *toast = g_strdup_printf (ngettext ("%'u record was imported", "%'u records were imported", n), n);
  lectern_view_host_toast (LECTERN_VIEW_HOST (self->window), toast, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.event", "x", lectern_import_event (self->plan));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.place", "s", "agenda");
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternImportDialog *self = LECTERN_IMPORT_DIALOG (widget);
  gtk_widget_action_set_enabled (widget, "import.go", FALSE);
  gtk_label_set_label (self->progress_label, _("Writing…"));
  gtk_progress_bar_set_fraction (self->progress, 1);
  gtk_stack_set_visible_child_name (self->pages, "progress");
  lectern_workspace_commit_async (self->workspace, lectern_import_edit (self->plan), self->cancellable,
                                  on_imported, g_object_ref (self));
}

/* -- the object ---------------------------------------------------------------------- */

static void
lectern_import_dialog_dispose (GObject *object)
{
  LecternImportDialog *self = LECTERN_IMPORT_DIALOG (object);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->window);
  g_clear_object (&self->workspace);
  g_clear_object (&self->file);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->plan, lectern_import_free);
  G_OBJECT_CLASS (lectern_import_dialog_parent_class)->dispose (object);
}

static void
lectern_import_dialog_class_init (LecternImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_import_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/lectern/Lectern/shell/lectern-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, import_button);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, read_as);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, into);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, into_label);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, decision);
  gtk_widget_class_bind_template_child (widget_class, LecternImportDialog, list);
  gtk_widget_class_install_action (widget_class, "import.go", NULL, go);
  gtk_widget_class_install_action (widget_class, "import.allow-cancel", NULL, allow_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
lectern_import_dialog_init (LecternImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  for (guint type = 0; type < LECTERN_N_IMPORT_ROWS; type++)
    add_count (self, type);
  add_columns (self);
  self->filter = gtk_custom_filter_new (row_is_shown, self, NULL);
  self->rows = gtk_filter_list_model_new (NULL, GTK_FILTER (self->filter));
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)));
  gtk_column_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

static void
fill_into (LecternImportDialog *self)
{
  LecternReader *reader = lectern_workspace_reader (self->workspace);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _("The event it came from before, else a new one"));
  if (self->here != 0)
    {
      g_autofree char *name = lectern_reader_name (reader, LECTERN_KIND_EVENT, self->here, NULL);
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->into, G_LIST_MODEL (names));
  g_signal_connect_swapped (self->into, "notify::selected", G_CALLBACK (start_planning), self);
}

/** Reads @file and shows what importing it into the window's workspace would do. */
void
lectern_import_dialog_present (LecternWindow *window, GFile *file)
{
  LecternImportDialog *self = g_object_new (LECTERN_TYPE_IMPORT_DIALOG, "transient-for", window, NULL);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  /* TRANSLATORS: %s is a file's name */
  g_autofree char *title = g_strdup_printf (_("Import %s"), shown);
  g_autofree char *reading = g_strdup_printf (_("Reading %s…"), shown);
  self->window = g_object_ref (window);
  self->workspace = g_object_ref (lectern_window_get_workspace (window));
  self->file = g_object_ref (file);
  self->here = lectern_view_get_event (lectern_window_get_view (window));
  adw_window_title_set_title (self->title, title);
  gtk_label_set_label (self->progress_label, reading);
  fill_into (self);
  start_planning (self);
  gtk_window_present (GTK_WINDOW (self));
}
