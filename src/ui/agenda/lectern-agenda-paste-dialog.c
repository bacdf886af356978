/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-paste-dialog.h"

#include "lectern-agenda-in.h"
#include "lectern-agenda-paste-row.h"
#include "lectern-agenda-paste.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaPasteDialog
{
  AdwWindow parent_instance;

  LecternView *view;           /* owned */
  LecternProgramme *programme; /* NULL: nothing read yet */
  gint64 day;
  GPtrArray *rows;             /* of LecternAgendaPasteRow, by session; borrowed */
  GtkWidget *pages;
  GtkWidget *add;              /* the button that makes them */
  GtkWidget *text;             /* GtkTextView */
  GtkWidget *refusal;
  GtkWidget *list;
  GtkWidget *doubts;
};

G_DEFINE_FINAL_TYPE (LecternAgendaPasteDialog, lectern_agenda_paste_dialog, ADW_TYPE_WINDOW)

static guint
count_used (LecternAgendaPasteDialog *self, gboolean *valid)
{
  guint n = 0;
  *valid = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean used = lectern_agenda_paste_row_is_used (self->rows->pdata[i]);
      n += used;
      if (used && !lectern_agenda_paste_row_is_valid (self->rows->pdata[i]))
        *valid = FALSE;
    }
  return n;
}

static void
update (LecternAgendaPasteDialog *self)
{
  gboolean valid;
  guint n = count_used (self, &valid);
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u session", "Add %u sessions", n), n);
  gtk_button_set_label (GTK_BUTTON (self->add), self->programme != NULL ? label : _ ("Read"));
  gtk_widget_set_sensitive (self->add, self->programme == NULL || (n > 0 && valid));
}

/* ---- what was read ---- */

static void
show_doubts (LecternAgendaPasteDialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *doubts = self->programme->doubts;
  for (guint i = 0; i < MIN (doubts->len, 12); i++)
    {
      const LecternDoubt *doubt = g_ptr_array_index (doubts, i);
      /* TRANSLATORS: a place in the pasted text, and what is not sure there */
      g_string_append (text, i > 0 ? "\n" : "");
      g_string_append_printf (text, _ ("%1$s: %2$s"), doubt->where, doubt->why);
    }
  if (doubts->len > 12)
    g_string_append (text, "\n…");
  gtk_label_set_text (GTK_LABEL (self->doubts), text->str);
  gtk_widget_set_visible (gtk_widget_get_parent (self->doubts), doubts->len > 0);
}

/* "Wed 17 June 2026", "Day 2", and the shown day where the text names none. */
static GtkStringList *
name_days (LecternAgendaPasteDialog *self)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GPtrArray *days = self->programme->days;
  gtk_string_list_append (names, _ ("Unplaced"));
  for (guint i = 0; i < days->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (days, i);
      g_autofree char *name = day->date != NULL ? lectern_date_format (day->date)
                              : days->len == 1 && self->day != 0
                                ? g_strdup (_ ("The shown day"))
                                /* TRANSLATORS: a day of an event that has no date yet; %d is its number */
                                : g_strdup_printf (_ ("Day %d"), day->number);
      gtk_string_list_append (names, name);
    }
  return names;
}

static void
show_programme (LecternAgendaPasteDialog *self)
{
  g_autoptr (GtkStringList) days = name_days (self);
  GtkWidget *child;
  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->programme->sessions->len; i++)
    {
      GtkWidget *row = lectern_agenda_paste_row_new (self->programme, i, G_LIST_MODEL (days));
      g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      g_ptr_array_add (self->rows, row);
    }
  show_doubts (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "rows");
  update (self);
  gtk_widget_grab_focus (self->add);
}

static int
year_of_event (LecternAgendaPasteDialog *self)
{
  g_autoptr (GPtrArray) days = lectern_reader_find (lectern_view_get_reader (self->view), LECTERN_KIND_DAY,
                                                    LECTERN_DAY_EVENT, lectern_view_get_event (self->view));
  const char *date = days->len > 0 ? lectern_record_text (days->pdata[0], LECTERN_DAY_DATE) : NULL;
  return date != NULL ? atoi (date) : 0;
}

gboolean
lectern_agenda_paste_dialog_read (LecternAgendaPasteDialog *self, const char *text, gboolean html)
{
  LecternAgendaInOptions options = { .year = year_of_event (self) };
  g_autoptr (GError) error = NULL;
  LecternProgramme *programme = lectern_agenda_read (text, strlen (text), html, &options, &error);
  gtk_label_set_text (GTK_LABEL (self->refusal), programme == NULL ? error->message : "");
  if (programme == NULL)
    return FALSE;
  g_clear_pointer (&self->programme, lectern_programme_free);
  self->programme = programme;
  show_programme (self);
  return TRUE;
}

/* ---- making it ---- */

static void
commit (LecternAgendaPasteDialog *self)
{
  LecternReader *reader = lectern_view_get_reader (self->view);
  g_autoptr (LecternAgenda) agenda
      = lectern_agenda_load (reader, lectern_view_get_event (self->view), lectern_view_language (self->view));
  g_autofree gboolean *used = g_new0 (gboolean, self->rows->len + 1);
  gboolean valid;
  gint64 first;
  guint n = count_used (self, &valid);
  for (guint i = 0; i < self->rows->len; i++)
    {
      used[i] = lectern_agenda_paste_row_is_used (self->rows->pdata[i]);
      lectern_agenda_paste_row_apply (self->rows->pdata[i]);
    }
  g_autoptr (LecternEdit) edit = lectern_agenda_paste (reader, agenda, self->programme, used,
                                                       lectern_view_language (self->view), self->day, &first);
  g_autofree char *toast = g_strdup_printf (ngettext ("%u session was added", "%u sessions were added", n), n);
  lectern_view_commit (self->view, edit, toast);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternAgendaPasteDialog *self = LECTERN_AGENDA_PASTE_DIALOG (widget);
  GtkTextIter start, end;
  if (!gtk_widget_get_sensitive (self->add))
    return;
  if (self->programme != NULL)
    {
      commit (self);
      return;
    }
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_autofree char *text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lectern_agenda_paste_dialog_read (self, text, FALSE);
}

/* ---- the object ---- */

static void
lectern_agenda_paste_dialog_dispose (GObject *object)
{
  LecternAgendaPasteDialog *self = LECTERN_AGENDA_PASTE_DIALOG (object);
  g_clear_object (&self->view);
  g_clear_pointer (&self->programme, lectern_programme_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_agenda_paste_dialog_parent_class)->dispose (object);
}

static void
lectern_agenda_paste_dialog_class_init (LecternAgendaPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_paste_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "paste.go", NULL, go);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
wrapped (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
scrolled (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
text_page (LecternAgendaPasteDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->text = gtk_text_view_new ();
  self->refusal = wrapped (NULL);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (self->text), TRUE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->text), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->text), 6);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Agenda as text"), -1);
  gtk_widget_add_css_class (self->refusal, "error");
  gtk_widget_add_css_class (box, "padded");
  gtk_box_append (GTK_BOX (box), wrapped (_ ("Paste the agenda here, from an e-mail, a document or a table: a line "
                                             "for each item that begins with its time, “9:40–10:25 Welcome”, and "
                                             "lines such as “Day 2” or “17 June 2026” between the days.")));
  gtk_box_append (GTK_BOX (box), scrolled (self->text));
  gtk_box_append (GTK_BOX (box), self->refusal);
  return box;
}

static GtkWidget *
rows_page (LecternAgendaPasteDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *attention = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->list = gtk_list_box_new ();
  self->doubts = wrapped (NULL);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What will be added"), -1);
  gtk_widget_add_css_class (attention, "attention");
  gtk_widget_add_css_class (box, "padded");
  gtk_box_append (GTK_BOX (attention), self->doubts);
  gtk_box_append (GTK_BOX (box), attention);
  gtk_box_append (GTK_BOX (box), scrolled (self->list));
  return box;
}

static void
lectern_agenda_paste_dialog_init (LecternAgendaPasteDialog *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));
  GtkEventController *keys = gtk_shortcut_controller_new ();
  self->rows = g_ptr_array_new ();
  self->add = gtk_button_new_with_label (_ ("Read"));
  self->pages = gtk_stack_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "paste.go");
  gtk_widget_add_css_class (self->add, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->add);
  gtk_stack_add_named (GTK_STACK (self->pages), text_page (self), "text");
  gtk_stack_add_named (GTK_STACK (self->pages), rows_page (self), "rows");
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), self->pages);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE); /* before the text takes it as a line */
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                                        gtk_named_action_new ("paste.go")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Paste an agenda"));
  gtk_window_set_default_size (GTK_WINDOW (self), 860, 560);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lectern");
}

GtkWindow *
lectern_agenda_paste_dialog_present (LecternView *view, gint64 day)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  LecternAgendaPasteDialog *self
      = g_object_new (LECTERN_TYPE_AGENDA_PASTE_DIALOG, "transient-for", GTK_IS_WINDOW (root) ? root : NULL, NULL);
  self->view = g_object_ref (view);
  self->day = day;
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->text);
  return GTK_WINDOW (self);
}

gboolean
lectern_agenda_paste_dialog_is_open (LecternAgendaPasteDialog *self)
{
  return self->view != NULL;
}

void
lectern_agenda_paste_dialog_set_text (LecternAgendaPasteDialog *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), valid, -1);
}
