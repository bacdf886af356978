/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-release-compare.h"

#include "lectern-change-note.h"
#include "lectern-release.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LecternReader *reader; /* borrowed */
  gint64 event;
  GPtrArray *made;       /* of LecternRecord, oldest first */
  GtkDropDown *from, *to;
  GtkLabel *changes;
} Compare;

static void
compare_free (gpointer data)
{
  Compare *compare = data;
  g_ptr_array_unref (compare->made);
  g_free (compare);
}

static const char *
language_of (const LecternRecord *event)
{
  const char *own = event ? lectern_record_text (event, LECTERN_EVENT_TEXT_LANGUAGE) : NULL;
  return own ? own : "en";
}

/* The last entry of @to is the event as it is. */
static void
show (Compare *compare)
{
  guint from = gtk_drop_down_get_selected (compare->from), to = gtk_drop_down_get_selected (compare->to);
  g_autoptr (LecternRecord) event = lectern_reader_get (compare->reader, LECTERN_KIND_EVENT, compare->event);
  if (from >= compare->made->len)
    return;
  g_autofree char *text = lectern_change_compare (compare->reader, compare->event, compare->made->pdata[from],
                                                  to < compare->made->len ? compare->made->pdata[to] : NULL,
                                                  language_of (event));
  gtk_label_set_label (compare->changes, text ? text : _ ("Nothing that the public can see changed."));
}

/* "Draft agenda 2 · 12 May 2026" */
static GtkStringList *
names_of (GPtrArray *made)
{
  const LecternField *step = lectern_field (LECTERN_KIND_RELEASE, LECTERN_RELEASE_STEP);
  GtkStringList *names = gtk_string_list_new (NULL);
  for (guint i = 0; i < made->len; i++)
    {
      const LecternRecord *release = made->pdata[i];
      const char *date = lectern_record_text (release, LECTERN_RELEASE_DATE);
      gint64 version = lectern_record_integer (release, LECTERN_RELEASE_VERSION);
      g_autofree char *when = date ? lectern_date_format (date) : NULL;
      g_autofree char *number = version > 1 ? g_strdup_printf (" %" G_GINT64_FORMAT, version) : NULL;
      g_autofree char *name
          = g_strdup_printf ("%s%s%s%s", lectern_field_choice_label (step, lectern_record_text (release, LECTERN_RELEASE_STEP)),
                             number ? number : "", when ? " · " : "", when ? when : "");
      gtk_string_list_append (names, name);
    }
  return names;
}

static GtkDropDown *
choice_new (Compare *compare, const char *label, gboolean with_now)
{
  GtkStringList *names = names_of (compare->made);
  if (with_now)
    gtk_string_list_append (names, _ ("Now"));
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), compare->made->len - (with_now ? 0 : 1));
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_widget_set_tooltip_text (choice, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (choice, "notify::selected", G_CALLBACK (show), compare);
  return GTK_DROP_DOWN (choice);
}

GtkWidget *
lectern_release_compare_new (LecternReader *reader, gint64 event)
{
  g_autoptr (GPtrArray) made = lectern_release_made (reader, event);
  if (made->len == 0)
    return NULL;
  Compare *compare = g_new0 (Compare, 1);
  GtkWidget *expander = gtk_expander_new (_ ("Compare releases"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  compare->reader = reader;
  compare->event = event;
  compare->made = g_steal_pointer (&made);
  g_object_set_data_full (G_OBJECT (expander), "compare", compare, compare_free);
  compare->from = choice_new (compare, _ ("From this release"), FALSE);
  compare->to = choice_new (compare, _ ("To this release"), TRUE);
  compare->changes = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (compare->changes, TRUE);
  gtk_label_set_wrap_mode (compare->changes, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (compare->changes, TRUE);
  gtk_label_set_xalign (compare->changes, 0);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (compare->from));
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (compare->to));
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (compare->changes));
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  show (compare);
  return expander;
}
