/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-people.h"

#include "lectern-completion-entry.h"
#include "lectern-position.h"
#include "lectern-role-typed.h"
#include "lectern-section.h"

#include <glib/gi18n-lib.h>

struct _LecternAgendaPeople
{
  AdwBin parent_instance;

  LecternView *view; /* weak */
  GtkWidget *rows;
  GtkWidget *entry;
  gint64 session;
  char *last;  /* the position that was given last: what was added may not be shown yet */
  char *shown; /* what the rows say, to leave them alone where it is still so */
  guint n;
};

G_DEFINE_FINAL_TYPE (LecternAgendaPeople, lectern_agenda_people, ADW_TYPE_BIN)

/* Of a row, by what they are kept at it. */
static const char *const controls[] = { "name", "drop", "confirm", "close" };

/* What a row changes: a link is found by what it links, so another role is another link. */
typedef struct
{
  gint64 link;
  gint64 person;
  char *name;
  char *role;
  char *state;
  char *position;
} Role;

static void
free_role (gpointer data)
{
  Role *role = data;
  g_free (role->name);
  g_free (role->role);
  g_free (role->state);
  g_free (role->position);
  g_free (role);
}

static Role *
role_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "role");
}

static LecternEdit *
take_edit (char *label)
{
  LecternEdit *edit = lectern_edit_new (label);
  g_free (label);
  return edit;
}

static void
link_person (LecternAgendaPeople *self, LecternEdit *edit, gint64 person, const char *role, const char *state,
             const char *position)
{
  gint64 link = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, self->session, person, role);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, link, LECTERN_SESSION_ROLE_STATE, state);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, link, LECTERN_SESSION_ROLE_POSITION, position);
}

static void
on_remove (GtkWidget *button, GtkWidget *row)
{
  LecternAgendaPeople *self = LECTERN_AGENDA_PEOPLE (gtk_widget_get_ancestor (row, LECTERN_TYPE_AGENDA_PEOPLE));
  Role *role = role_of (row);
  /* TRANSLATORS: a step of the history: %s is a person */
  g_autoptr (LecternEdit) edit = take_edit (g_strdup_printf (_ ("Take %s out of a session"), role->name));
  g_autofree char *toast = g_strdup_printf (_ ("%s taken out"), role->name);
  lectern_edit_delete (edit, LECTERN_KIND_SESSION_ROLE, role->link);
  gtk_widget_grab_focus (self->entry);
  lectern_view_commit (self->view, edit, toast);
}

static void
on_role_selected (GtkDropDown *drop, GParamSpec *pspec, GtkWidget *row)
{
  LecternAgendaPeople *self = LECTERN_AGENDA_PEOPLE (gtk_widget_get_ancestor (row, LECTERN_TYPE_AGENDA_PEOPLE));
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_ROLE);
  Role *role = role_of (row);
  const char *key = field->choices[gtk_drop_down_get_selected (drop)].key;
  if (key == NULL || g_strcmp0 (key, role->role) == 0)
    return;
  /* TRANSLATORS: a step of the history: %s is a person */
  g_autoptr (LecternEdit) edit = take_edit (g_strdup_printf (_ ("Change the role of %s"), role->name));
  lectern_edit_delete (edit, LECTERN_KIND_SESSION_ROLE, role->link);
  link_person (self, edit, role->person, key, role->state, role->position);
  lectern_view_commit (self->view, edit, NULL);
}

static void
on_confirm_toggled (GtkToggleButton *button, GtkWidget *row)
{
  LecternAgendaPeople *self = LECTERN_AGENDA_PEOPLE (gtk_widget_get_ancestor (row, LECTERN_TYPE_AGENDA_PEOPLE));
  Role *role = role_of (row);
  gboolean unsure = gtk_toggle_button_get_active (button);
  g_autoptr (LecternEdit) edit = unsure ? take_edit (g_strdup_printf (_ ("Mark %s as to be confirmed"), role->name))
                                        : take_edit (g_strdup_printf (_ ("Mark %s as confirmed"), role->name));
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, role->link, LECTERN_SESSION_ROLE_STATE,
                         unsure ? "to-be-confirmed" : "confirmed");
  lectern_view_commit (self->view, edit, NULL);
}

static GtkWidget *
role_chooser (GtkWidget *row, const Role *role)
{
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_ROLE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; field->choices[i].key != NULL; i++)
    {
      gtk_string_list_append (names, lectern_field_choice_label (field, field->choices[i].key));
      if (g_strcmp0 (field->choices[i].key, role->role) == 0)
        selected = i;
    }
  GtkWidget *drop = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (names)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), selected);
  gtk_widget_add_css_class (drop, "in-place");
  gtk_widget_add_css_class (drop, "item-text");
  gtk_widget_add_css_class (drop, "second-line");
  gtk_widget_set_halign (drop, GTK_ALIGN_START);
  g_autofree char *label = g_strdup_printf (_ ("Role of %s"), role->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (on_role_selected), row, 0);
  return drop;
}

static GtkWidget *
confirm_button (GtkWidget *row, const Role *role)
{
  /* TRANSLATORS: short for “to be confirmed” */
  GtkWidget *button = gtk_toggle_button_new_with_label (_ ("TBC"));
  g_autofree char *label = g_strdup_printf (_ ("%s is to be confirmed"), role->name);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_strcmp0 (role->state, "to-be-confirmed") == 0);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "to-be-confirmed");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("To be confirmed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_confirm_toggled), row, 0);
  return button;
}

static void
on_name_clicked (GtkWidget *button, GtkWidget *row)
{
  LecternAgendaPeople *self = LECTERN_AGENDA_PEOPLE (gtk_widget_get_ancestor (row, LECTERN_TYPE_AGENDA_PEOPLE));
  lectern_view_open (self->view, LECTERN_KIND_PERSON, role_of (row)->person);
}

static void
append_row (LecternAgendaPeople *self, Role *role)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *both = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_button_new_with_label (role->name);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (name));
  g_autofree char *remove = g_strdup_printf (_ ("Take %s out"), role->name);
  GtkWidget *close = lectern_icon_button_new ("window-close-symbolic", remove, NULL);
  GtkWidget *drop = role_chooser (row, role);
  GtkWidget *confirm = confirm_button (row, role);
  GtkWidget *const all[] = { name, drop, confirm, close };
  g_object_set_data_full (G_OBJECT (row), "role", role, free_role);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "flat");
  gtk_widget_add_css_class (name, "person");
  gtk_widget_set_hexpand (both, TRUE);
  gtk_widget_set_tooltip_text (name, role->name);
  g_signal_connect_object (name, "clicked", G_CALLBACK (on_name_clicked), row, 0);
  g_signal_connect_object (close, "clicked", G_CALLBACK (on_remove), row, 0);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), adw_avatar_new (24, role->name, TRUE));
  gtk_box_append (GTK_BOX (both), name);
  gtk_box_append (GTK_BOX (both), drop);
  gtk_box_append (GTK_BOX (row), both);
  gtk_box_append (GTK_BOX (row), confirm);
  gtk_box_append (GTK_BOX (row), close);
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    g_object_set_data (G_OBJECT (row), controls[i], all[i]);
  gtk_box_append (GTK_BOX (self->rows), row);
  self->n++;
}

static const char *
last_position (LecternAgendaPeople *self)
{
  GtkWidget *last = gtk_widget_get_last_child (self->rows);
  const char *shown = last != NULL ? role_of (last)->position : NULL;
  return g_strcmp0 (shown, self->last) > 0 ? shown : self->last;
}

static void
on_given_up (LecternAgendaPeople *self)
{
  if (*lectern_completion_entry_get_text (LECTERN_COMPLETION_ENTRY (self->entry)) != '\0')
    lectern_completion_entry_set_text (LECTERN_COMPLETION_ENTRY (self->entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "agenda.leave", NULL);
}

static gboolean
has_role (LecternAgendaPeople *self, gint64 person, const char *role)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (role_of (row)->person == person && g_strcmp0 (role_of (row)->role, role) == 0)
      return TRUE;
  return FALSE;
}

/* Who has that role already keeps it as it is, perhaps still to be confirmed. */
static void
on_chosen (LecternAgendaPeople *self, gint64 person, const char *text)
{
  gsize length;
  const char *typed = lectern_role_typed (lectern_completion_entry_get_text (LECTERN_COMPLETION_ENTRY (self->entry)), &length);
  const char *role = typed != NULL ? typed : "speaker";
  if (self->session == 0 || self->view == NULL || (person == 0 && *text == '\0'))
    return;
  g_autofree char *name = person == 0 ? g_strdup (text)
                                      : lectern_reader_name (lectern_view_get_reader (self->view), LECTERN_KIND_PERSON, person, NULL);
  lectern_completion_entry_set_text (LECTERN_COMPLETION_ENTRY (self->entry), "");
  if (person != 0 && has_role (self, person, role))
    return;
  /* TRANSLATORS: a step of the history: %s is a person */
  g_autoptr (LecternEdit) edit = take_edit (g_strdup_printf (_ ("Add %s to a session"), name));
  g_autofree char *position = lectern_position_between (last_position (self), NULL);
  if (person == 0)
    {
      person = lectern_edit_create (edit, LECTERN_KIND_PERSON);
      lectern_edit_set_text (edit, LECTERN_KIND_PERSON, person, LECTERN_PERSON_NAME, name);
    }
  link_person (self, edit, person, role, "confirmed", position);
  g_free (self->last);
  self->last = g_steal_pointer (&position);
  lectern_view_commit (self->view, edit, NULL);
}

static void
lectern_agenda_people_dispose (GObject *object)
{
  g_clear_weak_pointer (&LECTERN_AGENDA_PEOPLE (object)->view);
  g_clear_pointer (&LECTERN_AGENDA_PEOPLE (object)->shown, g_free);
  g_clear_pointer (&LECTERN_AGENDA_PEOPLE (object)->last, g_free);
  G_OBJECT_CLASS (lectern_agenda_people_parent_class)->dispose (object);
}

static void
lectern_agenda_people_class_init (LecternAgendaPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_people_dispose;
}

static void
lectern_agenda_people_init (LecternAgendaPeople *self)
{
}

GtkWidget *
lectern_agenda_people_new (LecternView *view)
{
  LecternAgendaPeople *self = g_object_new (LECTERN_TYPE_AGENDA_PEOPLE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_set_weak_pointer (&self->view, view);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->entry = lectern_completion_entry_new (view, LECTERN_KIND_PERSON);
  lectern_completion_entry_set_creates (LECTERN_COMPLETION_ENTRY (self->entry), TRUE);
  GtkEntry *entry = lectern_completion_entry_get_entry (LECTERN_COMPLETION_ENTRY (self->entry));
  gtk_entry_set_placeholder_text (entry, _ ("Add a person…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a person"), -1);
  lectern_completion_entry_set_name_length (LECTERN_COMPLETION_ENTRY (self->entry), lectern_role_typed_name_length);
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), _ ("A name, and after a comma the role if it is not speaker: “Anna Berg, chair”"));
  g_signal_connect_swapped (self->entry, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect_swapped (self->entry, "given-up", G_CALLBACK (on_given_up), self);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_box_append (GTK_BOX (box), self->entry);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

static Role *
read_role (LecternReader *reader, const LecternRecord *link)
{
  Role *role = g_new0 (Role, 1);
  role->link = link->id;
  role->person = lectern_record_integer (link, LECTERN_SESSION_ROLE_PERSON);
  role->name = lectern_reader_name (reader, LECTERN_KIND_PERSON, role->person, NULL);
  role->role = g_strdup (lectern_record_text (link, LECTERN_SESSION_ROLE_ROLE));
  role->state = g_strdup (lectern_record_text (link, LECTERN_SESSION_ROLE_STATE));
  role->position = g_strdup (lectern_record_text (link, LECTERN_SESSION_ROLE_POSITION));
  return role;
}

static GPtrArray *
read_roles (LecternAgendaPeople *self, GString *words)
{
  LecternReader *reader = self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
  GPtrArray *roles = g_ptr_array_new ();
  if (self->session == 0 || reader == NULL)
    return roles;
  g_autoptr (GPtrArray) links = lectern_reader_find (reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, self->session);
  for (guint i = 0; i < links->len; i++)
    {
      Role *role = read_role (reader, links->pdata[i]);
      g_string_append_printf (words, "%" G_GINT64_FORMAT "\1%s\1%s\1%s\2", role->link, role->name, role->role,
                              role->state);
      g_ptr_array_add (roles, role);
    }
  return roles;
}

/* ---- showing ---- */

/* Which control of whose row has the keyboard; 0 where none has. */
static gint64
person_with_focus (LecternAgendaPeople *self, guint *nth)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL)
    return 0;
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      for (*nth = 0; *nth < G_N_ELEMENTS (controls); (*nth)++)
        {
          GtkWidget *control = g_object_get_data (G_OBJECT (row), controls[*nth]);
          if (focus == control || gtk_widget_is_ancestor (focus, control))
            return role_of (row)->person;
        }
    }
  return 0;
}

static void
focus_person (LecternAgendaPeople *self, gint64 person, guint nth)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (role_of (row)->person == person)
      {
        gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), controls[nth]));
        return;
      }
  gtk_widget_grab_focus (self->entry);
}

void
lectern_agenda_people_show (LecternAgendaPeople *self, gint64 session)
{
  gint64 person = 0;
  guint nth = 0;
  GString *words = g_string_new (NULL);
  if (session != self->session)
    {
      lectern_completion_entry_set_text (LECTERN_COMPLETION_ENTRY (self->entry), "");
      g_clear_pointer (&self->shown, g_free);
      g_clear_pointer (&self->last, g_free);
    }
  self->session = session;
  g_autoptr (GPtrArray) roles = read_roles (self, words);
  if (g_strcmp0 (words->str, self->shown) == 0)
    {
      g_ptr_array_set_free_func (roles, free_role);
      g_string_free (words, TRUE);
      return;
    }
  g_free (self->shown);
  self->shown = g_string_free (words, FALSE);
  self->n = 0;
  person = person_with_focus (self, &nth);
  for (GtkWidget *row; (row = gtk_widget_get_first_child (self->rows)) != NULL;)
    gtk_box_remove (GTK_BOX (self->rows), row);
  for (guint i = 0; i < roles->len; i++)
    append_row (self, roles->pdata[i]);
  if (person != 0)
    focus_person (self, person, nth);
}

void
lectern_agenda_people_focus (LecternAgendaPeople *self)
{
  gtk_widget_grab_focus (self->entry);
}

/* How many are shown. */
guint
lectern_agenda_people_get_n (LecternAgendaPeople *self)
{
  return self->n;
}
