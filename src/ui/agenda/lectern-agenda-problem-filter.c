/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-problem-filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum
{
  LEVEL_ALL,
  LEVEL_ERRORS,
  LEVEL_WARNINGS,
  LEVEL_ACCEPTED,
};

/* In the place of an id: the head of the rooms, of the people. */
#define HEAD G_MININT64

struct _LecternAgendaProblemFilter
{
  GObject parent_instance;

  GtkWidget *level;
  GtkWidget *rule;
  GtkWidget *whose;
  GArray *rules;   /* of int, by position; the first is for all */
  GArray *ids;     /* of gint64: rooms and people, by position; the first is for all, HEAD is a head */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (LecternAgendaProblemFilter, lectern_agenda_problem_filter, G_TYPE_OBJECT)

static guint changed_signal;

static void
lectern_agenda_problem_filter_finalize (GObject *object)
{
  LecternAgendaProblemFilter *self = LECTERN_AGENDA_PROBLEM_FILTER (object);
  g_array_unref (self->rules);
  g_array_unref (self->ids);
  g_clear_object (&self->level);
  g_clear_object (&self->rule);
  g_clear_object (&self->whose);
  G_OBJECT_CLASS (lectern_agenda_problem_filter_parent_class)->finalize (object);
}

static void
lectern_agenda_problem_filter_class_init (LecternAgendaProblemFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_problem_filter_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
on_chosen (LecternAgendaProblemFilter *self)
{
  if (!self->setting)
    g_signal_emit (self, changed_signal, 0);
}

static GtkWidget *
new_choice (LecternAgendaProblemFilter *self, const char *name, const char *const *texts)
{
  GtkWidget *choice = g_object_ref_sink (gtk_drop_down_new_from_strings (texts));
  gtk_widget_set_tooltip_text (choice, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  return choice;
}

/* ---- rooms and people under heads ---- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  g_object_bind_property (item, "selected", check, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, LecternAgendaProblemFilter *self)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  guint at = gtk_list_item_get_position (item);
  gboolean head = at < self->ids->len && g_array_index (self->ids, gint64, at) == HEAD;
  gtk_label_set_text (GTK_LABEL (label), gtk_string_object_get_string (gtk_list_item_get_item (item)));
  gtk_list_item_set_selectable (item, !head);
  gtk_list_item_set_activatable (item, !head);
  if (head)
    gtk_widget_add_css_class (label, "quiet-heading");
  else
    gtk_widget_remove_css_class (label, "quiet-heading");
}

static void
give_heads (LecternAgendaProblemFilter *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->whose), factory);
}

static void
lectern_agenda_problem_filter_init (LecternAgendaProblemFilter *self)
{
  const char *const levels[] = { _ ("All Levels"), _ ("Errors"), _ ("Errors and Warnings"), _ ("Accepted"), NULL };
  const char *const rules[] = { _ ("All Rules"), NULL }, *const everybody[] = { _ ("All Rooms and People"), NULL };
  self->rules = g_array_new (FALSE, FALSE, sizeof (int));
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->setting = TRUE;
  self->level = new_choice (self, _ ("Level"), levels);
  self->rule = new_choice (self, _ ("Rule"), rules);
  self->whose = new_choice (self, _ ("Room or Person"), everybody);
  give_heads (self);
  self->setting = FALSE;
}

LecternAgendaProblemFilter *
lectern_agenda_problem_filter_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_PROBLEM_FILTER, NULL);
}

void
lectern_agenda_problem_filter_add_to (LecternAgendaProblemFilter *self, GtkBox *box)
{
  gtk_box_append (box, self->level);
  gtk_box_append (box, self->rule);
  gtk_box_append (box, self->whose);
}

/* ---- what there is to choose ---- */

static int
chosen_rule (LecternAgendaProblemFilter *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rule));
  return at > 0 && at < self->rules->len ? g_array_index (self->rules, int, at) : -1;
}

static gint64
chosen_id (LecternAgendaProblemFilter *self)
{
  guint at = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->whose));
  gint64 id = at > 0 && at < self->ids->len ? g_array_index (self->ids, gint64, at) : 0;
  return id != HEAD ? id : 0;
}

/* A room or a person by name. */
typedef struct
{
  gint64 id;
  const char *name;
} Named;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (((const Named *) a)->name, ((const Named *) b)->name);
}

static void
add_named (GArray *all, GHashTable *seen, gint64 id, const char *name)
{
  Named named = { id, name };
  if (id != 0 && g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
    g_array_append_val (all, named);
}

static void
set_rules (LecternAgendaProblemFilter *self, LecternCheck *check)
{
  gboolean there[LECTERN_N_RULES] = { FALSE };
  int chosen = chosen_rule (self), all = -1;
  guint at = 0;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    there[lectern_check_finding (check, i)->rule] = TRUE;
  g_array_set_size (self->rules, 0);
  g_array_append_val (self->rules, all);
  gtk_string_list_append (names, _ ("All Rules"));
  for (int rule = 0; rule < LECTERN_N_RULES; rule++)
    if (there[rule])
      {
        at = rule == chosen ? self->rules->len : at;
        g_array_append_val (self->rules, rule);
        gtk_string_list_append (names, lectern_rule_name (rule));
      }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->rule), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rule), at);
}

/* Appends a head and what stands under it; the position of @chosen where it is among that, else @at. */
static guint
append_named (LecternAgendaProblemFilter *self, GtkStringList *names, const char *head, GArray *all, gint64 chosen, guint at)
{
  const gint64 none = HEAD;
  if (all->len == 0)
    return at;
  g_array_sort (all, compare_names);
  g_array_append_val (self->ids, none);
  gtk_string_list_append (names, head);
  for (guint i = 0; i < all->len; i++)
    {
      const Named *named = &g_array_index (all, Named, i);
      at = named->id == chosen ? self->ids->len : at;
      g_array_append_val (self->ids, named->id);
      gtk_string_list_append (names, named->name);
    }
  return at;
}

static void
set_whose (LecternAgendaProblemFilter *self, LecternCheck *check)
{
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (Named)), people = g_array_new (FALSE, FALSE, sizeof (Named));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 chosen = chosen_id (self), all = 0;
  guint at;
  for (guint i = 0; i < lectern_check_n_findings (check); i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      add_named (rooms, seen, finding->room, lectern_finding_room (check, finding));
      add_named (people, seen, finding->person, lectern_finding_person (check, finding));
    }
  g_array_set_size (self->ids, 0);
  g_array_append_val (self->ids, all);
  gtk_string_list_append (names, _ ("All Rooms and People"));
  at = append_named (self, names, _ ("Rooms"), rooms, chosen, 0);
  at = append_named (self, names, _ ("People"), people, chosen, at);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->whose), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->whose), at);
}

void
lectern_agenda_problem_filter_set_check (LecternAgendaProblemFilter *self, LecternCheck *check)
{
  self->setting = TRUE;
  set_rules (self, check);
  set_whose (self, check);
  self->setting = FALSE;
}

gboolean
lectern_agenda_problem_filter_matches (LecternAgendaProblemFilter *self, const LecternFinding *finding)
{
  guint level = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->level));
  int rule = chosen_rule (self);
  gint64 id = chosen_id (self);
  if ((finding->reason != NULL) != (level == LEVEL_ACCEPTED))
    return FALSE;
  if ((level == LEVEL_ERRORS && finding->level < LECTERN_LEVEL_ERROR)
      || (level == LEVEL_WARNINGS && finding->level < LECTERN_LEVEL_WARNING))
    return FALSE;
  return (rule < 0 || rule == (int) finding->rule) && (id == 0 || finding->room == id || finding->person == id);
}

void
lectern_agenda_problem_filter_set_level (LecternAgendaProblemFilter *self, guint level)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->level), level);
}
