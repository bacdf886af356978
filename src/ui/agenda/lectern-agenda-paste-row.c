/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-paste-row.h"

#include "lectern-time.h"

#include <glib/gi18n-lib.h>

/* Until then it is the night after the day before, as where it was read. */
#define DAY_START 240

struct _LecternAgendaPasteRow
{
  GtkListBoxRow parent_instance;

  LecternProgrammeSession *session; /* the programme's */
  GtkWidget *used;
  GtkWidget *day;
  GtkWidget *time;
  GtkWidget *title;
  GtkWidget *type;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaPasteRow, lectern_agenda_paste_row, GTK_TYPE_LIST_BOX_ROW)

static const LecternChoice *
types (void)
{
  return lectern_field (LECTERN_KIND_SESSION, LECTERN_SESSION_TYPE)->choices;
}

static char *
time_text (const LecternProgrammeSession *session)
{
  if (session->start_minute < 0)
    return g_strdup ("");
  return session->duration > 0
           ? lectern_time_format_range (session->start_minute, session->start_minute + session->duration)
           : lectern_time_format (session->start_minute);
}

/* FALSE: what is typed is no time. Its hours alone do not say that it is the night after the day:
   what was read of the night stays there. */
static gboolean
read_time (LecternAgendaPasteRow *self, int *start, int *duration)
{
  g_autofree char *as_read = time_text (self->session);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time));
  *start = self->session->start_minute;
  *duration = self->session->duration;
  if (strcmp (text, as_read) == 0)
    return TRUE;
  int day_start = *start >= 1440 ? DAY_START : -1;
  *start = -1;
  return lectern_time_typed_parse (text, day_start, start, duration, NULL);
}

gboolean
lectern_agenda_paste_row_is_used (LecternAgendaPasteRow *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->used));
}

gboolean
lectern_agenda_paste_row_is_valid (LecternAgendaPasteRow *self)
{
  int start, duration;
  return read_time (self, &start, &duration) && *gtk_editable_get_text (GTK_EDITABLE (self->title)) != '\0';
}

void
lectern_agenda_paste_row_apply (LecternAgendaPasteRow *self)
{
  guint type = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->type));
  int start, duration;
  if (read_time (self, &start, &duration))
    {
      self->session->start_minute = start;
      self->session->duration = duration;
    }
  self->session->day = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->day)) - 1;
  g_free (self->session->title);
  self->session->title = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title)));
  g_free (self->session->type);
  self->session->type = g_strdup (type > 0 && type != GTK_INVALID_LIST_POSITION ? types ()[type - 1].key : NULL);
}

static void
on_changed (LecternAgendaPasteRow *self)
{
  int start, duration;
  gboolean used = lectern_agenda_paste_row_is_used (self);
  if (read_time (self, &start, &duration))
    gtk_widget_remove_css_class (self->time, "error");
  else
    gtk_widget_add_css_class (self->time, "error");
  gtk_widget_set_sensitive (self->day, used);
  gtk_widget_set_sensitive (self->time, used);
  gtk_widget_set_sensitive (self->title, used);
  gtk_widget_set_sensitive (self->type, used);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lectern_agenda_paste_row_class_init (LecternAgendaPasteRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lectern_agenda_paste_row_init (LecternAgendaPasteRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

static void
name (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
type_new (const LecternProgrammeSession *session)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = 0;
  /* TRANSLATORS: a session has no type yet */
  gtk_string_list_append (names, _ ("No type"));
  for (guint i = 0; types ()[i].key != NULL; i++)
    {
      gtk_string_list_append (names, _ (types ()[i].label));
      if (g_strcmp0 (types ()[i].key, session->type) == 0)
        chosen = i + 1;
    }
  GtkWidget *type = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (type), chosen);
  gtk_widget_set_size_request (type, 150, -1); /* one column, whatever is chosen */
  name (type, _ ("Type"));
  return type;
}

/* "Great hall · Ada Berg, Bo Ek (Chair)": what comes along and is set right later. */
static char *
rest_text (const LecternProgramme *programme, const LecternProgrammeSession *session)
{
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_ROLE);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < session->rooms->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            ((LecternProgrammeRoom *) programme->rooms->pdata[g_array_index (session->rooms, guint, i)])->name);
  for (guint i = 0; i < session->people->len; i++)
    {
      const LecternProgrammeRole *role = &g_array_index (session->people, LecternProgrammeRole, i);
      g_string_append_printf (out, "%s%s", i > 0 ? ", " : out->len > 0 ? " · " : "",
                              ((LecternProgrammePerson *) programme->persons->pdata[role->person])->name);
      if (role->role != NULL)
        g_string_append_printf (out, " (%s)", lectern_field_choice_label (field, role->role));
    }
  if (session->description != NULL)
    g_string_append_printf (out, "%s%.*s", out->len > 0 ? " · " : "", (int) strcspn (session->description, "\n"),
                            session->description);
  return g_string_free (out, FALSE);
}

static GtkWidget *
line_new (LecternAgendaPasteRow *self, GListModel *days)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *time = time_text (self->session);
  self->used = gtk_check_button_new ();
  self->day = gtk_drop_down_new (g_object_ref (days), NULL);
  self->time = gtk_entry_new ();
  self->title = gtk_entry_new ();
  self->type = type_new (self->session);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->used), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->day), (guint) (self->session->day + 1));
  gtk_editable_set_text (GTK_EDITABLE (self->time), time);
  gtk_editable_set_text (GTK_EDITABLE (self->title), self->session->title);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->time), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->time), 12);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->time), _ ("No time"));
  gtk_widget_add_css_class (self->time, "numeric");
  gtk_widget_set_hexpand (self->title, TRUE);
  name (self->used, self->session->title);
  name (self->day, _ ("Day"));
  name (self->time, _ ("Time"));
  name (self->title, _ ("Title"));
  gtk_widget_set_tooltip_text (self->used, _ ("Whether this item is added"));
  gtk_box_append (GTK_BOX (line), self->used);
  gtk_box_append (GTK_BOX (line), self->day);
  gtk_box_append (GTK_BOX (line), self->time);
  gtk_box_append (GTK_BOX (line), self->title);
  gtk_box_append (GTK_BOX (line), self->type);
  return line;
}

GtkWidget *
lectern_agenda_paste_row_new (LecternProgramme *programme, guint session, GListModel *days)
{
  LecternAgendaPasteRow *self = g_object_new (LECTERN_TYPE_AGENDA_PASTE_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->session = g_ptr_array_index (programme->sessions, session);
  g_autofree char *rest = rest_text (programme, self->session);
  gtk_box_append (GTK_BOX (box), line_new (self, days));
  if (*rest != '\0')
    {
      GtkWidget *label = gtk_label_new (rest);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "second-line");
      gtk_widget_set_margin_start (label, 30);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  g_signal_connect_swapped (self->used, "toggled", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->time, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->title, "changed", G_CALLBACK (on_changed), self);
  return GTK_WIDGET (self);
}
