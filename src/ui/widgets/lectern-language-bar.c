/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-language-bar.h"

#include <glib/gi18n-lib.h>

#include "lectern-text.h"

struct _LecternLanguageBar
{
  AdwBin parent_instance;
  LecternView *view; /* weak */
  GtkBox *box;
  char *language;    /* chosen; NULL: the source */
  char *shown;       /* the languages and their states, of which the buttons are */
  gboolean building;
};

G_DEFINE_FINAL_TYPE (LecternLanguageBar, lectern_language_bar, ADW_TYPE_BIN)

static guint changed_signal;

typedef enum
{
  STATE_SOURCE,
  STATE_FRESH,
  STATE_STALE,
  STATE_MISSING,
} State;

static State
state_of (const LecternRecord *record, const guint *fields, const char *source, const char *tag)
{
  State state = STATE_FRESH;
  if (g_strcmp0 (source, tag) == 0)
    return STATE_SOURCE;
  for (guint i = 0; fields[i] != 0; i++)
    {
      const LecternTranslation *translation;
      if (lectern_record_is_empty (record, fields[i]))
        continue;
      translation = lectern_record_translation (record, fields[i], tag);
      if (translation == NULL)
        return STATE_MISSING;
      if (translation->stale)
        state = STATE_STALE;
    }
  return state;
}

static void
on_toggled (LecternLanguageBar *self, GtkToggleButton *button)
{
  if (self->building || !gtk_toggle_button_get_active (button))
    return;
  g_free (self->language);
  self->language = g_strdup (g_object_get_data (G_OBJECT (button), "language"));
  g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
button_new (LecternLanguageBar *self, const char *tag, State state)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *name = lectern_language_name (tag);
  g_autofree char *words = state == STATE_SOURCE    ? g_strdup_printf (_("%s, the source"), name)
                           : state == STATE_MISSING ? g_strdup_printf (_("%s, missing"), name)
                           /* TRANSLATORS: a translation that is older than its source text */
                           : state == STATE_STALE ? g_strdup_printf (_("%s, older than the source"), name)
                                                  : g_strdup (name);
  if (state == STATE_STALE || state == STATE_MISSING)
    {
      GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      gtk_widget_add_css_class (sign, "warning");
      gtk_box_append (GTK_BOX (box), sign);
    }
  gtk_box_append (GTK_BOX (box), gtk_label_new (tag));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "language");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (state != STATE_SOURCE)
    g_object_set_data_full (G_OBJECT (button), "language", g_strdup (tag), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  return button;
}

/* The source, and the languages of the event or else of the workspace. */
static GPtrArray *
dup_tags (LecternLanguageBar *self, LecternReader *reader, const char *source)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_free);
  gint64 event = lectern_view_get_event (self->view);
  g_autoptr(LecternRecord) record = event != 0 ? lectern_reader_get (reader, LECTERN_KIND_EVENT, event)
                                               : lectern_reader_workspace (reader);
  const LecternValue *value = record == NULL ? NULL
                              : event != 0   ? lectern_record_value (record, LECTERN_EVENT_LANGUAGES)
                                             : lectern_record_value (record, LECTERN_WORKSPACE_LANGUAGES);
  g_auto(GStrv) more = value != NULL ? lectern_value_get_texts (value) : NULL;
  g_ptr_array_add (tags, g_strdup (source));
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    if (!g_str_equal (more[i], source))
      g_ptr_array_add (tags, g_strdup (more[i]));
  return tags;
}

/* Presses the button of the language that is chosen. FALSE where there is none. */
static gboolean
choose (LecternLanguageBar *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->box)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    if (g_strcmp0 (self->language, g_object_get_data (G_OBJECT (button), "language")) == 0)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
        return TRUE;
      }
  return FALSE;
}

static void
remove_buttons (LecternLanguageBar *self)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL;)
    gtk_box_remove (self->box, child);
  g_clear_pointer (&self->shown, g_free);
}

/* Where nothing is another than before the buttons stay: one of them may have the keyboard. */
static void
make_buttons (LecternLanguageBar *self, GPtrArray *tags, const State *states)
{
  g_autoptr(GString) shown = g_string_new (NULL);
  GtkToggleButton *first = NULL;
  for (guint i = 0; i < tags->len; i++)
    g_string_append_printf (shown, "%s:%d ", (const char *) tags->pdata[i], states[i]);
  if (g_strcmp0 (shown->str, self->shown) == 0)
    return;
  remove_buttons (self);
  for (guint i = 0; i < tags->len; i++)
    {
      GtkWidget *button = button_new (self, tags->pdata[i], states[i]);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      gtk_box_append (self->box, button);
    }
  self->shown = g_strdup (shown->str);
}

void
lectern_language_bar_update (LecternLanguageBar *self, LecternKind kind, gint64 id, const guint *fields)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  const LecternField *tag_field = lectern_kind_language_field (kind);
  g_autoptr(LecternRecord) record
      = reader != NULL && id != 0 ? lectern_reader_get (reader, kind, id) : NULL;
  if (record == NULL || tag_field == NULL)
    {
      remove_buttons (self);
      return;
    }
  const char *source = lectern_record_text (record, tag_field->number);
  if (source == NULL)
    source = lectern_view_language (self->view);
  g_autoptr(GPtrArray) tags = dup_tags (self, reader, source);
  g_autofree State *states = g_new (State, tags->len);
  for (guint i = 0; i < tags->len; i++)
    states[i] = state_of (record, fields, source, tags->pdata[i]);
  self->building = TRUE;
  make_buttons (self, tags, states);
  gboolean known = choose (self);
  self->building = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), tags->len > 1);
  if (!known) /* the language that was chosen is no longer one of the event */
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (GTK_WIDGET (self->box))), TRUE);
}

const char *
lectern_language_bar_get_language (LecternLanguageBar *self)
{
  return self->language;
}

static void
lectern_language_bar_dispose (GObject *object)
{
  LecternLanguageBar *self = LECTERN_LANGUAGE_BAR (object);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->shown, g_free);
  G_OBJECT_CLASS (lectern_language_bar_parent_class)->dispose (object);
}

static void
lectern_language_bar_class_init (LecternLanguageBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_language_bar_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
lectern_language_bar_init (LecternLanguageBar *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
lectern_language_bar_new (LecternView *view)
{
  LecternLanguageBar *self = g_object_new (LECTERN_TYPE_LANGUAGE_BAR, NULL);
  g_set_weak_pointer (&self->view, view);
  return GTK_WIDGET (self);
}
