/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-texts.h"

#include "lectern-field-editor.h"
#include "lectern-section.h"
#include "lectern-text.h"

#include <glib/gi18n-lib.h>

static const guint fields[] = { LECTERN_SESSION_TITLE, LECTERN_SESSION_SUBTITLE, LECTERN_SESSION_ABSTRACT,
                                LECTERN_SESSION_DESCRIPTION };
#define N_FIELDS G_N_ELEMENTS (fields)
#define BESIDE_TITLE 3 /* languages, for which the pane has room there */

struct _LecternAgendaTexts
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  gint64 session;
  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *chips;
  GtkWidget *stale;
  GtkWidget *entry;  /* a further language */
  GtkWidget *add;
  GtkWidget *source[N_FIELDS];
  GtkWidget *other[N_FIELDS];
  char *source_language;
  char *language;    /* NULL: the source alone */
  char *shown;       /* what the chips say */
};

G_DEFINE_FINAL_TYPE (LecternAgendaTexts, lectern_agenda_texts, ADW_TYPE_BIN)

static LecternRecord *
read_session (LecternAgendaTexts *self)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  return reader != NULL && self->session != 0 ? lectern_reader_get (reader, LECTERN_KIND_SESSION, self->session)
                                              : NULL;
}

static void
add_language (GPtrArray *languages, const char *language)
{
  if (language != NULL && *language != '\0'
      && !g_ptr_array_find_with_equal_func (languages, language, g_str_equal, NULL))
    g_ptr_array_add (languages, g_strdup (language));
}

/* The source first, then the event's languages, then whatever a text is translated to. */
static GPtrArray *
list_languages (LecternAgendaTexts *self, const LecternRecord *session)
{
  GPtrArray *languages = g_ptr_array_new_with_free_func (g_free);
  LecternReader *reader = lectern_view_get_reader (self->view);
  gint64 event_id = lectern_record_integer (session, LECTERN_SESSION_EVENT);
  g_autoptr (LecternRecord) event = lectern_reader_get (reader, LECTERN_KIND_EVENT, event_id);
  add_language (languages, self->source_language);
  if (event != NULL)
    {
      g_auto (GStrv) tags = lectern_value_get_texts (lectern_record_value (event, LECTERN_EVENT_LANGUAGES));
      for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
        add_language (languages, tags[i]);
    }
  for (guint i = 0; session->translations != NULL && i < session->translations->len; i++)
    add_language (languages, g_array_index (session->translations, LecternTranslation, i).language);
  add_language (languages, self->language);
  return languages;
}

static gboolean
is_stale (const LecternRecord *session, const char *language)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      const LecternTranslation *t = lectern_record_translation (session, fields[i], language);
      if (t != NULL && t->stale)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_missing (const LecternRecord *session, const char *language)
{
  for (guint i = 0; i < N_FIELDS; i++)
    if (!lectern_record_is_empty (session, fields[i])
        && lectern_record_translation (session, fields[i], language) == NULL)
      return TRUE;
  return FALSE;
}

/* "German: the title is older than its source", one line for each such text. */
static void
say_what_is_stale (LecternAgendaTexts *self, const LecternRecord *session)
{
  GString *words = g_string_new (NULL);
  for (guint i = 0; self->language != NULL && i < N_FIELDS; i++)
    {
      const LecternTranslation *t = lectern_record_translation (session, fields[i], self->language);
      if (t == NULL || !t->stale)
        continue;
      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* TRANSLATORS: %s is a field, “Title” say; its translation was made from an older source */
      g_string_append_printf (words, _ ("%s: older than its source"),
                              lectern_field_label (lectern_field (LECTERN_KIND_SESSION, fields[i])));
    }
  gtk_label_set_text (GTK_LABEL (self->stale), words->str);
  gtk_widget_set_visible (self->stale, words->len > 0);
  g_string_free (words, TRUE);
}

static void
on_chip (LecternAgendaTexts *self, GtkToggleButton *chip)
{
  const char *language = g_object_get_data (G_OBJECT (chip), "language");
  if (gtk_toggle_button_get_active (chip))
    lectern_agenda_texts_set_language (self, language);
}

static GtkWidget *
append_chip (LecternAgendaTexts *self, const LecternRecord *session, const char *language, GtkWidget *group)
{
  gboolean source = g_strcmp0 (language, self->source_language) == 0;
  gboolean stale = !source && is_stale (session, language);
  gboolean missing = !source && is_missing (session, language);
  g_autofree char *name = lectern_language_name (language);
  const char *state = source ? _ ("the source") : stale ? _ ("older than its source")
                    : missing ? _ ("not complete") : _ ("complete");
  g_autofree char *tip = g_strdup_printf ("%s: %s", name, state);
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  if (stale || missing)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (stale ? "dialog-warning-symbolic"
                                                                       : "list-remove-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (language));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "language-chip");
  gtk_widget_set_tooltip_text (chip, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data_full (G_OBJECT (chip), "language", g_strdup (language), g_free);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (GTK_FLOW_BOX (self->chips), chip);
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE); /* the chip has the focus, not its place */
  return group != NULL ? group : chip;
}

/* More languages than there is room for beside the title make no wider pane but lines of their own. */
static void
place_chips (LecternAgendaTexts *self, guint n)
{
  GtkWidget *beside = gtk_widget_get_first_child (self->head), *above = self->head;
  gboolean few = n <= BESIDE_TITLE;
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), MAX (n, 1));
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->chips), few ? n : 0);
  if ((gtk_widget_get_parent (self->chips) == self->head) == few)
    return;
  g_object_ref (self->chips);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (self->chips)), self->chips);
  gtk_box_insert_child_after (GTK_BOX (few ? self->head : self->box), self->chips, few ? beside : above);
  g_object_unref (self->chips);
}

/* Where nothing is another than before the chips stay: one of them may have the keyboard. */
static void
make_chips (LecternAgendaTexts *self, const LecternRecord *session)
{
  g_autoptr (GPtrArray) languages = list_languages (self, session);
  g_autoptr (GString) words = g_string_new (NULL);
  GtkWidget *child;
  GtkWidget *group = NULL;
  for (guint i = 0; i < languages->len; i++)
    g_string_append_printf (words, " %s%d%d", (char *) languages->pdata[i], is_stale (session, languages->pdata[i]),
                            is_missing (session, languages->pdata[i]));
  if (g_strcmp0 (words->str, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_strdup (words->str);
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), child);
  place_chips (self, languages->len);
  for (guint i = 0; i < languages->len; i++)
    group = append_chip (self, session, languages->pdata[i], group);
}

static void
show_chips (LecternAgendaTexts *self, const LecternRecord *session)
{
  const char *chosen = self->language != NULL ? self->language : self->source_language;
  make_chips (self, session);
  for (GtkWidget *place = gtk_widget_get_first_child (self->chips); place != NULL;
       place = gtk_widget_get_next_sibling (place))
    {
      GtkWidget *chip = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (place));
      if (g_strcmp0 (g_object_get_data (G_OBJECT (chip), "language"), chosen) == 0)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
    }
}

/* "Abstract · de" where two languages stand beside each other. */
static void
label_editor (GtkWidget *editor, guint field, const char *language)
{
  const char *label = lectern_field_label (lectern_field (LECTERN_KIND_SESSION, field));
  g_autofree char *words = language != NULL ? g_strdup_printf ("%s · %s", label, language) : g_strdup (label);
  lectern_field_editor_set_label (LECTERN_FIELD_EDITOR (editor), words);
}

static void
show_editors (LecternAgendaTexts *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    {
      /* The title's source stands at the head of the pane. */
      gtk_widget_set_visible (self->source[i], fields[i] != LECTERN_SESSION_TITLE);
      gtk_widget_set_visible (self->other[i], self->language != NULL);
      lectern_field_editor_set_record (LECTERN_FIELD_EDITOR (self->source[i]), self->session, NULL);
      label_editor (self->source[i], fields[i], self->language != NULL ? self->source_language : NULL);
      if (self->language == NULL)
        continue;
      lectern_field_editor_set_record (LECTERN_FIELD_EDITOR (self->other[i]), self->session, self->language);
      label_editor (self->other[i], fields[i], self->language);
    }
}

static void
on_add (LecternAgendaTexts *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  if (!lectern_language_is_valid (typed))
    {
      gtk_widget_add_css_class (self->entry, "error");
      return;
    }
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->add));
  lectern_agenda_texts_set_language (self, typed);
}

static GtkWidget *
new_add_button (LecternAgendaTexts *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  const char *label = _ ("Translate into a further language");
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("de, sv, fr-BE…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Language"), -1);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_add), self);
  gtk_popover_set_child (GTK_POPOVER (popover), self->entry);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static void
lectern_agenda_texts_dispose (GObject *object)
{
  g_clear_weak_pointer (&LECTERN_AGENDA_TEXTS (object)->view);
  G_OBJECT_CLASS (lectern_agenda_texts_parent_class)->dispose (object);
}

static void
lectern_agenda_texts_finalize (GObject *object)
{
  LecternAgendaTexts *self = LECTERN_AGENDA_TEXTS (object);
  g_free (self->source_language);
  g_free (self->language);
  g_free (self->shown);
  G_OBJECT_CLASS (lectern_agenda_texts_parent_class)->finalize (object);
}

static void
lectern_agenda_texts_class_init (LecternAgendaTextsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_texts_dispose;
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_texts_finalize;
}

static void
lectern_agenda_texts_init (LecternAgendaTexts *self)
{
}

GtkWidget *
lectern_agenda_texts_new (LecternView *view)
{
  LecternAgendaTexts *self = g_object_new (LECTERN_TYPE_AGENDA_TEXTS, NULL);
  GtkWidget *title = gtk_label_new (_ ("Texts"));
  GtkWidget *box = self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_set_weak_pointer (&self->view, view);
  self->chips = g_object_new (GTK_TYPE_FLOW_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "selection-mode",
                              GTK_SELECTION_NONE, "column-spacing", 6, "row-spacing", 6, NULL);
  self->add = new_add_button (self);
  self->stale = lectern_quiet_label_new (NULL);
  gtk_widget_add_css_class (self->stale, "warning");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chips), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Languages"), -1);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->chips);
  gtk_box_append (GTK_BOX (head), self->add);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->stale);
  for (guint i = 0; i < N_FIELDS; i++)
    {
      self->source[i] = lectern_field_editor_new_labelled (view, LECTERN_KIND_SESSION, 0, fields[i], NULL);
      self->other[i] = lectern_field_editor_new_labelled (view, LECTERN_KIND_SESSION, 0, fields[i], NULL);
      gtk_box_append (GTK_BOX (box), self->source[i]);
      gtk_box_append (GTK_BOX (box), self->other[i]);
    }
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

void
lectern_agenda_texts_show (LecternAgendaTexts *self, gint64 session)
{
  g_autoptr (LecternRecord) record = NULL;
  const char *source;
  self->session = session;
  record = read_session (self);
  if (record == NULL)
    return;
  source = lectern_record_text (record, LECTERN_SESSION_TEXT_LANGUAGE);
  g_free (self->source_language);
  self->source_language = g_strdup (source != NULL ? source : lectern_view_language (self->view));
  if (g_strcmp0 (self->language, self->source_language) == 0)
    g_clear_pointer (&self->language, g_free);
  show_chips (self, record);
  say_what_is_stale (self, record);
  show_editors (self);
}

const char *
lectern_agenda_texts_get_language (LecternAgendaTexts *self)
{
  return self->language;
}

void
lectern_agenda_texts_set_language (LecternAgendaTexts *self, const char *language)
{
  if (g_strcmp0 (language, self->source_language) == 0)
    language = NULL;
  if (g_strcmp0 (language, self->language) == 0)
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  lectern_agenda_texts_show (self, self->session);
}
