/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-log.h"

#include "lectern-keys.h"
#include "lectern-section.h"
#include "lectern-site.h"
#include "lectern-time.h"
#include <glib/gi18n-lib.h>

#define MOST_ROWS 500

static int
latest_first (gconstpointer a, gconstpointer b)
{
  gint64 x = lectern_record_integer (*(LecternRecord *const *) a, LECTERN_PUBLICATION_PUBLISHED);
  gint64 y = lectern_record_integer (*(LecternRecord *const *) b, LECTERN_PUBLICATION_PUBLISHED);
  if (x == y)
    return g_strcmp0 (lectern_record_text (*(LecternRecord *const *) a, LECTERN_PUBLICATION_REMOTE),
                      lectern_record_text (*(LecternRecord *const *) b, LECTERN_PUBLICATION_REMOTE));
  return x < y ? 1 : -1;
}

/* Of what was published at some time. */
static GPtrArray *
publications (LecternReader *reader)
{
  g_autoptr (GPtrArray) all = lectern_reader_all (reader, LECTERN_KIND_PUBLICATION);
  GPtrArray *published = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_record_free);
  for (guint i = all->len; i > 0; i--)
    if (lectern_record_integer (all->pdata[i - 1], LECTERN_PUBLICATION_PUBLISHED) > 0)
      g_ptr_array_add (published, g_ptr_array_steal_index (all, i - 1));
  g_ptr_array_sort (published, latest_first);
  return published;
}

/* (transfer full): the link of an item; NULL where its site is no more. @places: ids to LecternPlace. */
static char *
link_of (LecternReader *reader, GHashTable *places, const LecternRecord *record)
{
  gint64 site = lectern_record_integer (record, LECTERN_PUBLICATION_SITE);
  LecternPlace *place = g_hash_table_lookup (places, &site);
  if (place == NULL && (place = lectern_site_place (reader, site, NULL)) != NULL)
    g_hash_table_insert (places, g_memdup2 (&site, sizeof site), place);
  return place != NULL ? lectern_place_dup_url (place, lectern_record_text (record, LECTERN_PUBLICATION_REMOTE)) : NULL;
}

static GtkWidget *
row_new (LecternView *view, GHashTable *places, const LecternRecord *record)
{
  LecternReader *reader = lectern_view_get_reader (view);
  const char *path = lectern_record_text (record, LECTERN_PUBLICATION_REMOTE);
  const char *state = lectern_record_text (record, LECTERN_PUBLICATION_STATE);
  const LecternField *field = lectern_field (LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_STATE);
  const char *label = lectern_field_choice_label (field, state);
  g_autofree char *when = lectern_instant_format (lectern_record_integer (record, LECTERN_PUBLICATION_PUBLISHED));
  g_autofree char *site = lectern_reader_name (reader, LECTERN_KIND_SITE,
                                               lectern_record_integer (record, LECTERN_PUBLICATION_SITE), NULL);
  g_autofree char *url = link_of (reader, places, record);
  gboolean stands = g_strcmp0 (state, "published") == 0;
  const char *said = stands || label == NULL ? NULL : _(label);
  g_autofree char *second = said != NULL ? g_strdup_printf ("%s · %s", site, said) : g_strdup (site);
  GtkWidget *row = lectern_row_new (path, second, when);
  if (url != NULL && g_strcmp0 (state, "removed") != 0)
    {
      g_autofree char *name = g_strdup_printf (_("Open %s"), url);
      GtkWidget *link = gtk_link_button_new_with_label (url, _("Open"));
      gtk_widget_set_valign (link, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (link, url);
      gtk_accessible_update_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      lectern_row_add_suffix (row, link);
    }
  return row;
}

static GtkWidget *
section_new (LecternView *view)
{
  GtkWidget *section = lectern_section_new (_("Published"), _("Nothing has been published yet."));
  g_autoptr (GHashTable) places
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) lectern_place_free);
  g_autoptr (GPtrArray) records = publications (lectern_view_get_reader (view));
  g_autofree char *count = g_strdup_printf ("%u", records->len);
  for (guint i = 0; i < MIN (records->len, MOST_ROWS); i++)
    lectern_section_append (LECTERN_SECTION (section), row_new (view, places, records->pdata[i]));
  lectern_section_set_count (LECTERN_SECTION (section), records->len > 0 ? count : NULL);
  return section;
}

void
lectern_site_log_present (LecternView *view)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *section = section_new (view);
  gtk_widget_add_css_class (section, "page-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), section);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (window), box);
  lectern_keys_add (window, GDK_KEY_Escape, 0, "window.close");
  gtk_window_set_title (GTK_WINDOW (window), _("What was published"));
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 560);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_widget_add_css_class (window, "lectern");
  gtk_window_present (GTK_WINDOW (window));
}
