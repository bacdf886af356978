/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-colours.h"

#include <adwaita.h>

typedef struct
{
  LecternColour colour;
  gboolean plain; /* no track: breaks, meals */
  LecternPalette palette;
  char *style_class;
} Entry;

struct _LecternAgendaColours
{
  GObject parent_instance;

  GtkCssProvider *provider;
  GArray *entries; /* of Entry; the first is for no track, then as the agenda's tracks */
  char *css;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LecternAgendaColours, lectern_agenda_colours, G_TYPE_OBJECT)

static void
clear_entry (gpointer data)
{
  g_free (((Entry *) data)->style_class);
}

static void
append_rule (GString *css, const Entry *entry)
{
  const LecternPalette *p = &entry->palette;
  g_string_append_printf (css,
                          "agendaitem.%s { background-color: rgb(%d,%d,%d); border-color: rgb(%d,%d,%d); }\n"
                          ".agenda-swatch.%s { background-color: rgb(%d,%d,%d); }\n",
                          entry->style_class, p->tint.red, p->tint.green, p->tint.blue, p->line.red, p->line.green,
                          p->line.blue, entry->style_class, p->edge.red, p->edge.green, p->edge.blue);
}

static void
make_palettes (LecternAgendaColours *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);
  gboolean high = adw_style_manager_get_high_contrast (style);
  GString *css = g_string_new (NULL);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      entry->palette = entry->plain ? lectern_palette_plain (dark, high)
                                    : lectern_palette_of (entry->colour, dark, high);
      append_rule (css, entry);
    }
  if (g_strcmp0 (css->str, self->css) != 0)
    gtk_css_provider_load_from_data (self->provider, css->str, css->len);
  g_free (self->css);
  self->css = g_string_free (css, FALSE);
}

static void
on_style_changed (LecternAgendaColours *self)
{
  make_palettes (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lectern_agenda_colours_finalize (GObject *object)
{
  LecternAgendaColours *self = LECTERN_AGENDA_COLOURS (object);
  GdkDisplay *display = gdk_display_get_default ();
  if (display != NULL)
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (self->provider));
  g_object_unref (self->provider);
  g_array_unref (self->entries);
  g_free (self->css);
  G_OBJECT_CLASS (lectern_agenda_colours_parent_class)->finalize (object);
}

static void
lectern_agenda_colours_class_init (LecternAgendaColoursClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_agenda_colours_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
lectern_agenda_colours_init (LecternAgendaColours *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  self->provider = gtk_css_provider_new ();
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  lectern_agenda_colours_set_agenda (self, NULL);
}

LecternAgendaColours *
lectern_agenda_colours_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_COLOURS, NULL);
}

/* Makes the classes for the tracks of @agenda; NULL: none. */
void
lectern_agenda_colours_set_agenda (LecternAgendaColours *self, const LecternAgenda *agenda)
{
  Entry plain = { .plain = TRUE, .style_class = g_strdup ("no-track") };
  g_array_set_size (self->entries, 0);
  g_array_append_val (self->entries, plain);
  for (guint i = 0; agenda != NULL && i < agenda->tracks->len; i++)
    {
      Entry entry = { .colour = lectern_colour_for_number (i) };
      lectern_colour_parse (lectern_agenda_track (agenda, i)->colour, &entry.colour);
      entry.style_class = g_strdup_printf ("track-%02x%02x%02x", entry.colour.red, entry.colour.green,
                                           entry.colour.blue);
      g_array_append_val (self->entries, entry);
    }
  make_palettes (self);
}

static const Entry *
entry_of (LecternAgendaColours *self, int track)
{
  guint index = track >= 0 && (guint) track + 1 < self->entries->len ? (guint) track + 1 : 0;
  return &g_array_index (self->entries, Entry, index);
}

const LecternPalette *
lectern_agenda_colours_palette (LecternAgendaColours *self, int track)
{
  return &entry_of (self, track)->palette;
}

const char *
lectern_agenda_colours_class (LecternAgendaColours *self, int track)
{
  return entry_of (self, track)->style_class;
}
