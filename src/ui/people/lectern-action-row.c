/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-action-row.h"

#include <glib/gi18n-lib.h>

#include "lectern-contacts-edits.h"
#include "lectern-field-editor.h"
#include "lectern-record-row.h"
#include "lectern-section.h"

struct _LecternActionRow
{
  GtkListBoxRow parent_instance;
  LecternView *view; /* weak */
  gint64 id;
  GtkImage *sign;
  GtkLabel *progress;
  GtkRevealer *revealer;
  LecternSection *reports; /* NULL until first revealed */
};

G_DEFINE_FINAL_TYPE (LecternActionRow, lectern_action_row, GTK_TYPE_LIST_BOX_ROW)

static const guint detail_fields[] = {
  LECTERN_ACTION_NATURE, LECTERN_ACTION_START,    LECTERN_ACTION_END,
  LECTERN_ACTION_COST,   LECTERN_ACTION_CURRENCY, LECTERN_ACTION_FUNDING_SOURCE,
  LECTERN_ACTION_STAKEHOLDERS,
};

static const char *
icon_of (const char *state, const char **css)
{
  *css = "quiet";
  if (g_str_equal (state, "done"))
    {
      *css = "success";
      return "object-select-symbolic";
    }
  if (g_str_equal (state, "running"))
    return "media-playback-start-symbolic";
  if (g_str_equal (state, "stopped"))
    return "media-playback-stop-symbolic";
  if (g_str_equal (state, "planned"))
    return "x-office-calendar-symbolic";
  *css = "warning"; /* delayed, or nothing said */
  return "dialog-warning-symbolic";
}

void
lectern_action_row_update (LecternActionRow *self, const LecternActionState *state)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  const char *css;
  if (reader == NULL)
    return;
  g_autofree char *event
      = state->reported_at != 0
            ? lectern_reader_name (reader, LECTERN_KIND_EVENT, state->reported_at, NULL)
            : NULL;
  g_autofree char *text = NULL;
  if (state->percent >= 0 && event != NULL)
    /* TRANSLATORS: how far an action is, and the meeting where that was reported */
    text = g_strdup_printf (_("about %d %%, %s"), (int) state->percent, event);
  else if (state->percent >= 0)
    text = g_strdup_printf (_("about %d %%"), (int) state->percent);
  else
    text = g_strdup (_("not reported yet"));
  gtk_label_set_label (self->progress, text);
  gtk_image_set_from_icon_name (self->sign, icon_of (state->state, &css));
  gtk_widget_set_css_classes (GTK_WIDGET (self->sign), (const char *[]){ css, NULL });
  if (self->reports == NULL)
    return;
  g_autoptr(GPtrArray) reports = lectern_reader_find (reader, LECTERN_KIND_ACTION_PROGRESS,
                                                      LECTERN_ACTION_PROGRESS_ACTION, self->id);
  if (!lectern_section_begin (self->reports, reports))
    return;
  for (guint i = 0; i < reports->len; i++)
    {
      static const guint fields[] = { LECTERN_ACTION_PROGRESS_TEXT, LECTERN_ACTION_PROGRESS_PERCENT,
                                      LECTERN_ACTION_PROGRESS_EVENT, 0 };
      const LecternRecord *report = reports->pdata[i];
      lectern_section_append (self->reports,
                              lectern_record_row_new (self->view, LECTERN_KIND_ACTION_PROGRESS,
                                                      report->id, fields));
    }
}

static void
on_add_report (LecternActionRow *self)
{
  gint64 report;
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  if (reader == NULL)
    return;
  g_autoptr(LecternEdit) edit = lectern_contacts_edit_add_to (
      reader, LECTERN_KIND_ACTION_PROGRESS, LECTERN_KIND_ACTION, self->id, &report);
  gint64 event = lectern_view_get_event (self->view);
  if (event != 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_ACTION_PROGRESS, report, LECTERN_ACTION_PROGRESS_EVENT, event);
  lectern_view_commit (self->view, edit, NULL);
}

/* A plan may have many actions; their fields are made when somebody looks. */
static void
make_details (LecternActionRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *reports = lectern_section_new (_("Reported"), _("Nothing yet. Add what was said at a meeting."));
  GtkWidget *add = lectern_section_add_button (LECTERN_SECTION (reports), _("Add"), _("Add a report"), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (detail_fields); i++)
    gtk_box_append (GTK_BOX (box), lectern_field_editor_new_labelled (self->view, LECTERN_KIND_ACTION,
                                                                      self->id, detail_fields[i], NULL));
  g_signal_connect_swapped (add, "clicked", G_CALLBACK (on_add_report), self);
  gtk_widget_set_margin_start (box, 24);
  gtk_box_append (GTK_BOX (box), reports);
  gtk_revealer_set_child (self->revealer, box);
  self->reports = LECTERN_SECTION (reports);
}

static void
on_toggled (LecternActionRow *self, GtkToggleButton *button)
{
  gboolean active = gtk_toggle_button_get_active (button);
  if (active && self->reports == NULL && self->view != NULL)
    {
      g_autoptr(GPtrArray) actions = NULL;
      LecternReader *reader = lectern_view_get_reader (self->view);
      g_autoptr(LecternRecord) action = lectern_reader_get (reader, LECTERN_KIND_ACTION, self->id);
      make_details (self);
      actions = lectern_contacts_actions (
          reader, action != NULL ? lectern_record_integer (action, LECTERN_ACTION_ORGANISATION) : 0);
      for (guint i = 0; i < actions->len; i++)
        if (((LecternActionState *) actions->pdata[i])->id == self->id)
          lectern_action_row_update (self, actions->pdata[i]);
    }
  gtk_revealer_set_reveal_child (self->revealer, active);
}

static void
lectern_action_row_dispose (GObject *object)
{
  g_clear_weak_pointer (&LECTERN_ACTION_ROW (object)->view);
  G_OBJECT_CLASS (lectern_action_row_parent_class)->dispose (object);
}

static void
lectern_action_row_class_init (LecternActionRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_action_row_dispose;
}

static void
lectern_action_row_init (LecternActionRow *self)
{
}

static GtkWidget *
line_new (LecternActionRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = lectern_field_editor_new (self->view, LECTERN_KIND_ACTION, self->id,
                                               LECTERN_ACTION_TITLE, NULL);
  GtkWidget *state = lectern_field_editor_new (self->view, LECTERN_KIND_ACTION, self->id,
                                               LECTERN_ACTION_STATE, NULL);
  GtkWidget *more = gtk_toggle_button_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->sign = GTK_IMAGE (gtk_image_new ());
  self->progress = GTK_LABEL (lectern_quiet_label_new (NULL));
  gtk_label_set_wrap (self->progress, FALSE);
  gtk_label_set_ellipsize (self->progress, PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (GTK_WIDGET (self->progress), 6);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_button_set_icon_name (GTK_BUTTON (more), "view-more-symbolic");
  gtk_widget_add_css_class (more, "flat");
  gtk_widget_set_tooltip_text (more, _("All about this action"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("All about this action"), -1);
  g_signal_connect_swapped (more, "toggled", G_CALLBACK (on_toggled), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (line), column);
  gtk_widget_set_valign (state, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (state, FALSE);
  gtk_widget_set_valign (more, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), state);
  gtk_box_append (GTK_BOX (line), more);
  return line;
}

GtkWidget *
lectern_action_row_new (LecternView *view, const LecternActionState *state)
{
  LecternActionRow *self = g_object_new (LECTERN_TYPE_ACTION_ROW, NULL);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_set_weak_pointer (&self->view, view);
  self->id = state->id;
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self), "lectern-row");
  gtk_widget_add_css_class (GTK_WIDGET (self), "record-row");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), line_new (self));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->revealer));
  gtk_box_append (GTK_BOX (outer), column);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), outer);
  lectern_row_add_delete (GTK_WIDGET (self), view, LECTERN_KIND_ACTION, self->id, _("this action"));
  lectern_action_row_update (self, state);
  return GTK_WIDGET (self);
}
