/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-table.h"

#include "lectern-section.h"
#include "lectern-site-parts.h"
#include "lectern-site.h"
#include <glib/gi18n-lib.h>

static const struct
{
  LecternSiteParts part; /* 0: not a part, but whether it goes by itself */
  const char *title, *subtitle;
} lines[] = {
  { LECTERN_SITE_PAGES, N_("Event pages"), N_("In each language, with the agenda") },
  { LECTERN_SITE_CALENDARS, N_("Calendars"), N_("To subscribe to once, for ever") },
  { LECTERN_SITE_DATA, N_("Programme files"), N_("For apps and search engines") },
  { LECTERN_SITE_NEWS, N_("News"), N_("Announcements and the newsletter") },
  { 0, N_("By itself after a time without network"), N_("Else you are asked first") },
};

struct _LecternSiteTable
{
  AdwBin parent_instance;

  LecternView *view; /* borrowed: stands around it */

  /* borrowed: children */
  GtkWidget *grid;
  LecternSection *addresses;
};

G_DEFINE_FINAL_TYPE (LecternSiteTable, lectern_site_table, ADW_TYPE_BIN)

/* What a check button is about. */
typedef struct
{
  gint64 site; /* 0: none */
  guint line;
} Cell;

/* -- choosing ---------------------------------------------------------------------- */

static void
on_toggled (GtkCheckButton *check, LecternSiteTable *self)
{
  const Cell *cell = g_object_get_data (G_OBJECT (check), "cell");
  gboolean on = gtk_check_button_get_active (check);
  g_autoptr (LecternEdit) edit = lectern_edit_new (_("Choose what goes to the website"));
  if (lines[cell->line].part == 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_SITE, cell->site, LECTERN_SITE_AUTOMATIC, on);
  else
    {
      LecternSiteParts parts = lectern_site_parts (lectern_view_get_reader (self->view), cell->site);
      parts = on ? parts | lines[cell->line].part : parts & ~lines[cell->line].part;
      lectern_site_set_parts (edit, cell->site, parts);
    }
  lectern_view_commit (self->view, edit, NULL);
}

static gboolean
goes_by_itself (LecternReader *reader, gint64 site)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_SITE, site);
  return record != NULL && lectern_record_integer (record, LECTERN_SITE_AUTOMATIC) != 0;
}

/* NULL where the site cannot take it. */
static GtkWidget *
check_new (LecternSiteTable *self, const LecternSite *site, guint line)
{
  LecternReader *reader = lectern_view_get_reader (self->view);
  LecternSiteParts part = lines[line].part;
  gboolean folder = g_strcmp0 (site->type, "folder") == 0;
  if (part != 0 ? !(lectern_site_parts_possible (site->type) & part) : folder)
    return NULL;
  GtkWidget *check = gtk_check_button_new ();
  const Cell cell = { site->id, line };
  /* TRANSLATORS: what goes to which website: “Calendars: Project website” */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), _(lines[line].title), site->name);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), part != 0 ? (lectern_site_parts (reader, site->id) & part) != 0
                                                                   : goes_by_itself (reader, site->id));
  gtk_widget_set_halign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), "cell", g_memdup2 (&cell, sizeof cell), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (on_toggled), self);
  return check;
}

/* -- the grid ------------------------------------------------------------------------ */

static GtkWidget *
label_new (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
line_head_new (guint line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), label_new (_(lines[line].title), NULL, 0));
  gtk_box_append (GTK_BOX (box), label_new (_(lines[line].subtitle), "second-line", 0));
  return box;
}

static Cell
focused_cell (LecternSiteTable *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (self->grid);
  const Cell *cell = child != NULL ? g_object_get_data (G_OBJECT (child), "cell") : NULL;
  return cell != NULL ? *cell : (Cell){ 0 };
}

/* Made anew; the keyboard stays where it was. */
static void
fill_grid (LecternSiteTable *self, GPtrArray *sites)
{
  GtkGrid *grid = GTK_GRID (self->grid);
  GtkWidget *child;
  Cell focused = focused_cell (self);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (grid, child);
  for (guint line = 0; line < G_N_ELEMENTS (lines); line++)
    gtk_grid_attach (grid, line_head_new (line), 0, line + 1, 1, 1);
  for (guint i = 0; i < sites->len; i++)
    {
      const LecternSite *site = g_ptr_array_index (sites, i);
      GtkWidget *head = label_new (site->name, "heading", 0.5);
      gtk_widget_set_tooltip_text (head, site->address);
      gtk_grid_attach (grid, head, i + 1, 0, 1, 1);
      for (guint line = 0; line < G_N_ELEMENTS (lines); line++)
        {
          GtkWidget *check = check_new (self, site, line);
          if (check == NULL)
            {
              check = label_new ("–", "second-line", 0.5);
              gtk_widget_set_tooltip_text (check, lines[line].part != 0 ? _("This kind of website does not take it")
                                                                        : _("A folder is always there"));
            }
          gtk_grid_attach (grid, check, i + 1, line + 1, 1, 1);
          if (focused.site == site->id && focused.line == line)
            gtk_widget_grab_focus (check);
        }
    }
}

/* -- addresses to subscribe to --------------------------------------------------------- */

static void
on_copy (GtkButton *button, LecternSiteTable *self)
{
  const char *url = g_object_get_data (G_OBJECT (button), "url");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (button)), url);
  lectern_view_toast (self->view, _("The address was copied"));
}

static GtkWidget *
address_row_new (LecternSiteTable *self, const LecternSite *site, const char *url)
{
  GtkWidget *row = lectern_row_new (url, site->name, NULL);
  GtkWidget *copy = lectern_icon_button_new ("edit-copy-symbolic", _("Copy the address"), NULL);
  g_object_set_data_full (G_OBJECT (copy), "url", g_strdup (url), g_free);
  g_signal_connect (copy, "clicked", G_CALLBACK (on_copy), self);
  lectern_row_add_suffix (row, copy);
  return row;
}

/* They stand in the event's folder and stay there, whatever the event is called later. */
static void
add_addresses (LecternSiteTable *self, const LecternSite *site)
{
  LecternReader *reader = lectern_view_get_reader (self->view);
  g_autoptr (LecternPlace) place = lectern_site_place (reader, site->id, NULL);
  g_autoptr (GPtrArray) items
      = lectern_reader_find (reader, LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_SITE, site->id);
  for (guint i = 0; place != NULL && i < items->len; i++)
    {
      const LecternRecord *item = g_ptr_array_index (items, i);
      const char *path = lectern_record_text (item, LECTERN_PUBLICATION_REMOTE);
      if (path == NULL || !g_str_has_suffix (path, ".ics")
          || g_strcmp0 (lectern_record_text (item, LECTERN_PUBLICATION_STATE), "published") != 0
          || lectern_record_integer (item, LECTERN_PUBLICATION_EVENT) != lectern_view_get_event (self->view))
        continue;
      g_autofree char *url = lectern_place_dup_url (place, path);
      lectern_section_append (self->addresses, address_row_new (self, site, url));
    }
}

void
lectern_site_table_fill (LecternSiteTable *self, GPtrArray *sites)
{
  fill_grid (self, sites);
  lectern_section_clear (self->addresses);
  for (guint i = 0; i < sites->len; i++)
    add_addresses (self, g_ptr_array_index (sites, i));
}

/* -- the widget --------------------------------------------------------------------------- */

static void
lectern_site_table_class_init (LecternSiteTableClass *klass)
{
}

static void
lectern_site_table_init (LecternSiteTable *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  self->grid = gtk_grid_new ();
  self->addresses = LECTERN_SECTION (
      lectern_section_new (_("Calendars to subscribe to"),
                           _("Their addresses are known as soon as a calendar has been published. They stay the same, "
                             "also when the event moves.")));
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 24);
  gtk_widget_add_css_class (self->grid, "card");
  gtk_widget_add_css_class (self->grid, "site-table");
  gtk_box_append (GTK_BOX (box), label_new (_("What goes where"), "title-4", 0));
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->addresses));
  gtk_widget_add_css_class (box, "page-content");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
lectern_site_table_new (LecternView *view)
{
  LecternSiteTable *self = g_object_new (LECTERN_TYPE_SITE_TABLE, NULL);
  self->view = view;
  return GTK_WIDGET (self);
}
