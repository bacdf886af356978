/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-pane.h"

#include "lectern-agenda-clashes.h"
#include "lectern-agenda-links.h"
#include "lectern-agenda-swatch.h"
#include "lectern-agenda-text.h"
#include "lectern-agenda-where.h"
#include "lectern-field-editor.h"
#include "lectern-record-history.h"
#include "lectern-repeats.h"
#include "lectern-section.h"

#include <glib/gi18n-lib.h>

#define LABEL_WIDTH 70
#define PANE_WIDTH 304

/* Under "Where", each with its own editor. */
static const guint main_fields[] = { LECTERN_SESSION_STATE, LECTERN_SESSION_TYPE, LECTERN_SESSION_TRACK };
/* What is not needed every day, folded. */
static const guint more_fields[] = {
  LECTERN_SESSION_LANGUAGES, LECTERN_SESSION_PROGRAMME_NODE, LECTERN_SESSION_PARENT,    LECTERN_SESSION_EXPECTED,
  LECTERN_SESSION_LAYOUT,    LECTERN_SESSION_NEEDS,
  LECTERN_SESSION_LOCKED,    LECTERN_SESSION_RECORDING,      LECTERN_SESSION_LICENCE,   LECTERN_SESSION_TYPE_LABEL,
  LECTERN_SESSION_URL,       LECTERN_SESSION_VIDEO_URL,      LECTERN_SESSION_FEEDBACK_URL, LECTERN_SESSION_LOGO,
  LECTERN_SESSION_CODE,      LECTERN_SESSION_SLUG,           LECTERN_SESSION_REPEATS,   LECTERN_SESSION_NOTES,
};

struct _LecternAgendaPane
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  LecternAgendaColours *colours;
  gint64 session;
  GtkWidget *stack;
  GtkWidget *scrolled;
  GtkWidget *swatch;
  GtkWidget *kind;
  GtkWidget *title;
  GtkWidget *problems;
  GtkWidget *problem_text;
  GtkWidget *when;
  GtkWidget *repeats; /* in words; seen only where it does */
  GtkWidget *where;
  GtkWidget *shown;
  GPtrArray *editors; /* of LecternFieldEditor, of the session itself */
  GtkWidget *people;
  GtkWidget *texts;
  GtkWidget *links;
  GtkWidget *clashes;
  GtkWidget *history;
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (LecternAgendaPane, lectern_agenda_pane, ADW_TYPE_BIN)

/* ---- shown ---- */

static void
on_shown_selected (LecternAgendaPane *self)
{
  gboolean internal = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->shown)) == 1;
  g_autoptr (LecternEdit) edit = NULL;
  if (self->setting || self->session == 0 || self->view == NULL)
    return;
  edit = lectern_edit_new (internal ? _ ("Make a session internal") : _ ("Make a session public"));
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, self->session, LECTERN_SESSION_INTERNAL, internal);
  lectern_view_commit (self->view, edit, NULL);
}

/* ---- making it ---- */

static GtkWidget *
labelled (const char *text, GtkWidget *control)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_size_request (label, LABEL_WIDTH, -1);
  gtk_widget_add_css_class (label, "field-label");
  gtk_widget_set_hexpand (control, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), control);
  return row;
}

static GtkWidget *
heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static GtkWidget *
separator (void)
{
  return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
}

static GtkWidget *
new_editor (LecternAgendaPane *self, guint field)
{
  GtkWidget *editor = lectern_field_editor_new (self->view, LECTERN_KIND_SESSION, 0, field, NULL);
  g_ptr_array_add (self->editors, editor);
  return editor;
}

static void
on_close (LecternAgendaPane *self)
{
  lectern_view_show_pane (self->view, FALSE);
}

static GtkWidget *
new_head (LecternAgendaPane *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove = lectern_icon_button_new ("user-trash-symbolic", _ ("Delete this session"), "agenda.delete-shown");
  GtkWidget *close = lectern_icon_button_new ("window-close-symbolic", _ ("Close the details"), NULL);
  self->swatch = lectern_agenda_swatch_new ();
  self->kind = lectern_quiet_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->kind), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (self->kind), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->kind, TRUE);
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (on_close), self);
  gtk_box_append (GTK_BOX (head), self->swatch);
  gtk_box_append (GTK_BOX (head), self->kind);
  gtk_box_append (GTK_BOX (head), remove);
  gtk_box_append (GTK_BOX (head), close);
  return head;
}

static GtkWidget *
new_problems (LecternAgendaPane *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  self->problems = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->problem_text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem_text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem_text), 0);
  gtk_widget_set_hexpand (self->problem_text, TRUE);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->problem_text, "item-text");
  gtk_widget_add_css_class (self->problems, "agenda-problem");
  gtk_box_append (GTK_BOX (self->problems), icon);
  gtk_box_append (GTK_BOX (self->problems), self->problem_text);
  return self->problems;
}

static GtkWidget *
new_shown (LecternAgendaPane *self)
{
  const char *const names[] = { _ ("Public, on the website"), _ ("Internal, organisers only"), NULL };
  self->shown = gtk_drop_down_new_from_strings (names);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shown), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Shown"), -1);
  g_signal_connect_swapped (self->shown, "notify::selected", G_CALLBACK (on_shown_selected), self);
  return self->shown;
}

static GtkWidget *
new_more (LecternAgendaPane *self)
{
  GtkWidget *expander = gtk_expander_new (_ ("More"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; i < G_N_ELEMENTS (more_fields); i++)
    {
      GtkWidget *editor
          = lectern_field_editor_new_labelled (self->view, LECTERN_KIND_SESSION, 0, more_fields[i], NULL);
      g_ptr_array_add (self->editors, editor);
      gtk_box_append (GTK_BOX (box), editor);
    }
  self->clashes = lectern_agenda_clashes_new (self->view);
  gtk_box_append (GTK_BOX (box), self->clashes);
  gtk_widget_set_margin_top (box, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

static GtkWidget *
new_main (LecternAgendaPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->when = lectern_agenda_when_new (self->view);
  self->where = lectern_agenda_where_new (self->view);
  self->repeats = lectern_quiet_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->repeats), 0);
  gtk_widget_set_margin_start (self->repeats, LABEL_WIDTH + 6);
  gtk_box_append (GTK_BOX (box), labelled (_ ("When"), self->when));
  gtk_box_append (GTK_BOX (box), self->repeats);
  gtk_box_append (GTK_BOX (box), labelled (_ ("Where"), self->where));
  gtk_box_append (GTK_BOX (box), labelled (_ ("Shown"), new_shown (self)));
  for (guint i = 0; i < G_N_ELEMENTS (main_fields); i++)
    {
      const LecternField *field = lectern_field (LECTERN_KIND_SESSION, main_fields[i]);
      gtk_box_append (GTK_BOX (box), labelled (lectern_field_label (field), new_editor (self, main_fields[i])));
    }
  return box;
}

static GtkWidget *
new_page (LecternAgendaPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = new_editor (self, LECTERN_SESSION_TITLE);
  self->people = lectern_agenda_people_new (self->view);
  self->texts = lectern_agenda_texts_new (self->view);
  self->links = lectern_agenda_links_new (self->view);
  self->history = lectern_record_history_new (self->view);
  gtk_widget_add_css_class (self->title, "agenda-title");
  gtk_box_append (GTK_BOX (top), new_head (self));
  gtk_box_append (GTK_BOX (top), self->title);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), new_problems (self));
  gtk_box_append (GTK_BOX (box), new_main (self));
  gtk_box_append (GTK_BOX (box), separator ());
  gtk_box_append (GTK_BOX (box), heading (_ ("People")));
  gtk_box_append (GTK_BOX (box), self->people);
  gtk_box_append (GTK_BOX (box), separator ());
  gtk_box_append (GTK_BOX (box), self->texts);
  gtk_box_append (GTK_BOX (box), separator ());
  gtk_box_append (GTK_BOX (box), self->links);
  gtk_box_append (GTK_BOX (box), separator ());
  gtk_box_append (GTK_BOX (box), new_more (self));
  gtk_box_append (GTK_BOX (box), separator ());
  gtk_box_append (GTK_BOX (box), self->history);
  gtk_widget_add_css_class (box, "agenda-pane");
  return box;
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "x-office-calendar-symbolic");
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _ ("Choose a session to see and change what is in it."));
  gtk_widget_add_css_class (page, "compact");
  return page;
}

/* ---- class ---- */

static void
lectern_agenda_pane_dispose (GObject *object)
{
  LecternAgendaPane *self = LECTERN_AGENDA_PANE (object);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->colours);
  G_OBJECT_CLASS (lectern_agenda_pane_parent_class)->dispose (object);
}

static void
lectern_agenda_pane_finalize (GObject *object)
{
  g_ptr_array_unref (LECTERN_AGENDA_PANE (object)->editors);
  G_OBJECT_CLASS (lectern_agenda_pane_parent_class)->finalize (object);
}

static void
lectern_agenda_pane_class_init (LecternAgendaPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_pane_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "agenda.leave", NULL);
}

static void
lectern_agenda_pane_init (LecternAgendaPane *self)
{
  self->editors = g_ptr_array_new ();
}

GtkWidget *
lectern_agenda_pane_new (LecternView *view, LecternAgendaColours *colours)
{
  LecternAgendaPane *self = g_object_new (LECTERN_TYPE_AGENDA_PANE, NULL);
  GtkWidget *clamp;
  g_set_weak_pointer (&self->view, view);
  self->colours = g_object_ref (colours);
  self->stack = gtk_stack_new ();
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), self->scrolled, "session");
  /* The natural width of what is in it is that of its longest sentence; the pane's is given. */
  clamp = adw_clamp_new ();
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), PANE_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), PANE_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->stack);
  adw_bin_set_child (ADW_BIN (self), clamp);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}

/* "Parallel session · Finance and scale-up" */
static void
show_kind (LecternAgendaPane *self, const LecternAgenda *agenda, const LecternAgendaSession *session)
{
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION, LECTERN_SESSION_TYPE);
  const char *type = session->type != NULL ? lectern_field_choice_label (field, session->type) : _ ("Session");
  const char *track = session->track >= 0 ? lectern_agenda_track (agenda, session->track)->name : NULL;
  g_autofree char *words = g_strconcat (type, track ? " · " : "", track ? track : "", NULL);
  lectern_agenda_swatch_set (LECTERN_AGENDA_SWATCH (self->swatch), lectern_agenda_colours_of (self->colours, session));
  gtk_label_set_text (GTK_LABEL (self->kind), words);
}

static void
show_repeats (LecternAgendaPane *self, const LecternAgendaSession *session)
{
  g_autofree char *rule = lectern_repeats_in_words (session->repeats);
  g_autofree char *words = g_strdup_printf (_ ("Repeats %s"), rule);
  gtk_label_set_text (GTK_LABEL (self->repeats), words);
  gtk_widget_set_visible (self->repeats, *rule != '\0');
}

static void
show_problems (LecternAgendaPane *self, const LecternAgenda *agenda, const LecternAgendaSession *session)
{
  g_autofree char *words = lectern_agenda_text_problems (agenda, session, 10);
  gtk_label_set_text (GTK_LABEL (self->problem_text), words);
  gtk_widget_set_visible (self->problems, *words != '\0');
}

void
lectern_agenda_pane_show (LecternAgendaPane *self, const LecternAgenda *agenda, gint64 id)
{
  const LecternAgendaSession *session = lectern_agenda_find (agenda, id);
  if (session == NULL)
    id = 0;
  if (id != self->session)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  self->session = id;
  if (self->when == NULL && session != NULL) /* until then nobody needs all the controls */
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), new_page (self));
  if (self->when != NULL)
    lectern_agenda_when_show (LECTERN_AGENDA_WHEN (self->when), agenda, session);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), session != NULL ? "session" : "empty");
  if (session == NULL)
    return;
  for (guint i = 0; i < self->editors->len; i++)
    lectern_field_editor_set_record (self->editors->pdata[i], id, NULL);
  show_kind (self, agenda, session);
  show_repeats (self, session);
  show_problems (self, agenda, session);
  lectern_agenda_where_show (LECTERN_AGENDA_WHERE (self->where), agenda, session);
  self->setting = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->shown), session->internal ? 1 : 0);
  self->setting = FALSE;
  lectern_agenda_people_show (LECTERN_AGENDA_PEOPLE (self->people), id);
  lectern_agenda_texts_show (LECTERN_AGENDA_TEXTS (self->texts), id);
  lectern_agenda_links_show (LECTERN_AGENDA_LINKS (self->links), id);
  lectern_agenda_clashes_show (LECTERN_AGENDA_CLASHES (self->clashes), id);
  lectern_record_history_show (LECTERN_RECORD_HISTORY (self->history), LECTERN_KIND_SESSION, id);
}

gint64
lectern_agenda_pane_get_session (LecternAgendaPane *self)
{
  return self->session;
}

void
lectern_agenda_pane_focus_title (LecternAgendaPane *self)
{
  GtkWidget *entry = lectern_field_editor_get_target (LECTERN_FIELD_EDITOR (self->title));
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

GtkWidget *
lectern_agenda_pane_get_title (LecternAgendaPane *self)
{
  return self->title;
}

LecternAgendaWhen *
lectern_agenda_pane_get_when (LecternAgendaPane *self)
{
  return LECTERN_AGENDA_WHEN (self->when);
}

LecternAgendaPeople *
lectern_agenda_pane_get_people (LecternAgendaPane *self)
{
  return LECTERN_AGENDA_PEOPLE (self->people);
}

LecternAgendaTexts *
lectern_agenda_pane_get_texts (LecternAgendaPane *self)
{
  return LECTERN_AGENDA_TEXTS (self->texts);
}
