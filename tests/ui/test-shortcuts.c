/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window of keyboard shortcuts lists every key that the agenda listens to.
 */
#include "agenda-fixture.h"
#include "lectern-agenda-view-private.h"
#include "ui-start.h"

#include <string.h>

/* "plus", "<Control>p": as the listed ones and the installed ones are compared. */
static char *
name_of (guint key, GdkModifierType modifiers)
{
  static const struct
  {
    guint key, same;
  } twins[] = { { GDK_KEY_equal, GDK_KEY_plus },        { GDK_KEY_underscore, GDK_KEY_minus },
                { GDK_KEY_KP_Add, GDK_KEY_plus },       { GDK_KEY_KP_Subtract, GDK_KEY_minus },
                { GDK_KEY_KP_0, GDK_KEY_0 },            { GDK_KEY_KP_Enter, GDK_KEY_Return },
                { GDK_KEY_KP_Space, GDK_KEY_space },    { GDK_KEY_KP_Delete, GDK_KEY_Delete },
                { GDK_KEY_KP_Insert, GDK_KEY_Insert },  { GDK_KEY_KP_Up, GDK_KEY_Up },
                { GDK_KEY_KP_Down, GDK_KEY_Down },      { GDK_KEY_KP_Left, GDK_KEY_Left },
                { GDK_KEY_KP_Right, GDK_KEY_Right },    { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
                { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down } };
  for (guint i = 0; i < G_N_ELEMENTS (twins); i++)
    if (key == twins[i].key)
      key = twins[i].same;
  if (key == GDK_KEY_plus || key == GDK_KEY_minus || key == GDK_KEY_0) /* Shift is how they are typed */
    modifiers &= ~GDK_SHIFT_MASK;
  return gtk_accelerator_name (key, modifiers);
}

/* ---- what is listed ---- */

static void
add_listed (GHashTable *listed, const char *accelerator)
{
  g_auto (GStrv) words = g_strsplit (accelerator, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *dots = strstr (words[i], "...");
      guint first, last;
      GdkModifierType modifiers;
      if (dots != NULL)
        *dots = '\0';
      g_assert_true (gtk_accelerator_parse (words[i], &first, &modifiers));
      last = dots != NULL ? (guint) dots[3] : first;
      for (guint key = first; key <= last; key++)
        g_hash_table_add (listed, name_of (key, modifiers));
    }
}

static void
collect_listed (GHashTable *listed, GtkWidget *widget)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (widget))
    {
      g_autofree char *accelerator = NULL;
      g_object_get (widget, "accelerator", &accelerator, NULL);
      add_listed (listed, accelerator);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_listed (listed, child);
}

static GHashTable *
list_shortcuts (void)
{
  GHashTable *listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/lectern/Lectern/shell/lectern-shortcuts.ui");
  GtkWidget *window = GTK_WIDGET (gtk_builder_get_object (builder, "shortcuts"));
  collect_listed (listed, window);
  gtk_window_destroy (GTK_WINDOW (window));
  return listed;
}

/* ---- what is installed ---- */

static guint
check_controller (GHashTable *listed, GtkWidget *widget, GListModel *shortcuts)
{
  guint n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);
      if (!GTK_IS_KEYVAL_TRIGGER (trigger))
        continue;
      g_autofree char *name = name_of (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)),
                                       gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)));
      if (!g_hash_table_contains (listed, name))
        g_test_message ("%s of %s is not listed", name, G_OBJECT_TYPE_NAME (widget));
      g_assert_true (g_hash_table_contains (listed, name));
      n++;
    }
  return n;
}

/* Of our own widgets: those of GTK have keys that everybody knows. */
static guint
check_keys (GHashTable *listed, GtkWidget *widget)
{
  guint n = 0;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "LecternAgenda") && GTK_IS_SHORTCUT_CONTROLLER (controller))
        n += check_controller (listed, widget, G_LIST_MODEL (controller));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += check_keys (listed, child);
  return n;
}

static void
test_agenda (AgendaFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) listed = list_shortcuts ();
  guint n = check_keys (listed, f->window);
  g_test_message ("%u keys", n);
  g_assert_cmpuint (n, >, 60);
}

/* What is listened to while something is taken. */
static void
test_taken (AgendaFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) listed = list_shortcuts ();
  const guint keys[] = { GDK_KEY_Up,  GDK_KEY_Down,   GDK_KEY_Left,   GDK_KEY_Right, GDK_KEY_Page_Up, GDK_KEY_Page_Down,
                         GDK_KEY_n,   GDK_KEY_c,      GDK_KEY_g,      GDK_KEY_Delete, GDK_KEY_Return, GDK_KEY_space,
                         GDK_KEY_Escape };
  const GdkModifierType modifiers[] = { 0, GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_SHIFT_MASK };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = name_of (keys[i], 0);
      g_assert_true (g_hash_table_contains (listed, name));
      lectern_agenda_view_take_by_keys (f->view, f->talk);
      g_assert_true (lectern_agenda_view_carry_key (f->view, keys[i], 0));
      lectern_agenda_view_cancel_carry (f->view);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    {
      g_autofree char *name = name_of (GDK_KEY_Down, modifiers[i]);
      g_assert_true (g_hash_table_contains (listed, name));
    }
}

int
main (int argc, char *argv[])
{
  ui_start (&argc, &argv);
  g_test_add ("/shortcuts/agenda", AgendaFixture, NULL, agenda_fixture_set_up, test_agenda, agenda_fixture_tear_down);
  g_test_add ("/shortcuts/taken", AgendaFixture, NULL, agenda_fixture_set_up, test_taken, agenda_fixture_tear_down);
  return g_test_run ();
}
