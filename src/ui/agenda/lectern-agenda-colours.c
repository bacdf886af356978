/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-colours.h"

#include <adwaita.h>

typedef struct
{
  LecternAgendaInk ink;
  LecternColour colour;
  gboolean plain; /* no track: breaks, meals */
  char *style_class;
} Entry;

struct _LecternAgendaColours
{
  GObject parent_instance;

  GtkCssProvider *provider;
  LecternAgendaColoursBy by;
  const LecternAgenda *agenda; /* the caller's; NULL: none */
  GArray *entries; /* of Entry; the first is for none, then as the tracks, types or states are */
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
  const LecternPalette *p = &entry->ink.palette;
  g_string_append_printf (css,
                          "agendaitem.%s { background-color: rgb(%d,%d,%d); border-color: rgb(%d,%d,%d); }\n",
                          entry->style_class, p->tint.red, p->tint.green, p->tint.blue, p->line.red, p->line.green,
                          p->line.blue);
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
      entry->ink.palette = entry->plain ? lectern_palette_plain (dark, high)
                                        : lectern_palette_of (entry->colour, dark, high);
      append_rule (css, entry);
    }
  g_string_append (css, "agendaitem.dimmed { background-color: transparent; }\n"); /* after all the others */
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

/* ---- what there are colours for ---- */

static void
add_entry (LecternAgendaColours *self, LecternColour colour, guint pattern, const char *label)
{
  Entry entry = { .colour = colour };
  entry.style_class = g_strdup_printf ("ink-%02x%02x%02x", colour.red, colour.green, colour.blue);
  entry.ink.style_class = entry.style_class;
  entry.ink.label = label;
  entry.ink.pattern = pattern % LECTERN_AGENDA_N_PATTERNS;
  g_array_append_val (self->entries, entry);
}

static void
add_tracks (LecternAgendaColours *self)
{
  for (guint i = 0; self->agenda != NULL && i < self->agenda->tracks->len; i++)
    {
      LecternColour colour = lectern_colour_for_number (i);
      lectern_colour_parse (lectern_agenda_track (self->agenda, i)->colour, &colour);
      add_entry (self, colour, i, lectern_agenda_track (self->agenda, i)->name);
    }
}

static const LecternField *
choice_field (LecternAgendaColours *self)
{
  return lectern_field (LECTERN_KIND_SESSION, self->by == LECTERN_AGENDA_COLOURS_TYPE ? LECTERN_SESSION_TYPE
                                                                                       : LECTERN_SESSION_STATE);
}

/* What is certain is calm, what is not catches the eye; in the order of the field's choices. */
static const struct
{
  guint colour; /* number of lectern_colour_for_number () */
  guint pattern;
} state_looks[] = {
  { 6, 3 }, /* idea */
  { 7, 1 }, /* asked */
  { 2, 2 }, /* to be confirmed */
  { 1, 0 }, /* confirmed */
  { 9, 3 }, /* cancelled; struck through, too */
};

static void
add_choices (LecternAgendaColours *self)
{
  const LecternField *field = choice_field (self);
  for (guint i = 0; field->choices[i].key != NULL; i++)
    {
      gboolean state = self->by == LECTERN_AGENDA_COLOURS_STATE && i < G_N_ELEMENTS (state_looks);
      add_entry (self, lectern_colour_for_number (state ? state_looks[i].colour : i), state ? state_looks[i].pattern : i,
                 lectern_field_choice_label (field, field->choices[i].key));
    }
}

static void
make_entries (LecternAgendaColours *self)
{
  Entry plain = { .plain = TRUE, .style_class = g_strdup ("no-ink") };
  plain.ink.style_class = plain.style_class;
  g_array_set_size (self->entries, 0);
  g_array_append_val (self->entries, plain);
  if (self->by == LECTERN_AGENDA_COLOURS_TRACK)
    add_tracks (self);
  else
    add_choices (self);
  make_palettes (self);
}

void
lectern_agenda_colours_set_agenda (LecternAgendaColours *self, const LecternAgenda *agenda)
{
  self->agenda = agenda;
  make_entries (self);
}

void
lectern_agenda_colours_set_by (LecternAgendaColours *self, LecternAgendaColoursBy by)
{
  if (self->by == by)
    return;
  self->by = by;
  make_entries (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

LecternAgendaColoursBy
lectern_agenda_colours_get_by (LecternAgendaColours *self)
{
  return self->by;
}

guint
lectern_agenda_colours_index (LecternAgendaColours *self, const LecternAgendaSession *session)
{
  const char *key = self->by == LECTERN_AGENDA_COLOURS_TYPE ? session->type : session->state;
  guint index = 0;
  if (self->by == LECTERN_AGENDA_COLOURS_TRACK)
    index = session->track + 1;
  else
    for (guint i = 0; key != NULL && index == 0 && choice_field (self)->choices[i].key != NULL; i++)
      if (g_str_equal (choice_field (self)->choices[i].key, key))
        index = i + 1;
  return index < self->entries->len ? index : 0;
}

guint
lectern_agenda_colours_n (LecternAgendaColours *self)
{
  return self->entries->len;
}

const LecternAgendaInk *
lectern_agenda_colours_ink (LecternAgendaColours *self, guint index)
{
  return &g_array_index (self->entries, Entry, index < self->entries->len ? index : 0).ink;
}

const LecternAgendaInk *
lectern_agenda_colours_of (LecternAgendaColours *self, const LecternAgendaSession *session)
{
  return lectern_agenda_colours_ink (self, lectern_agenda_colours_index (self, session));
}

LecternAgendaInk
lectern_agenda_colours_on_paper (LecternAgendaColours *self, const LecternAgendaSession *session)
{
  const Entry *entry = &g_array_index (self->entries, Entry, lectern_agenda_colours_index (self, session));
  LecternAgendaInk ink = entry->ink;
  ink.palette = entry->plain ? lectern_palette_plain (FALSE, FALSE) : lectern_palette_of (entry->colour, FALSE, FALSE);
  return ink;
}

GdkRGBA
lectern_agenda_rgba (LecternColour colour)
{
  return (GdkRGBA){ colour.red / 255.0f, colour.green / 255.0f, colour.blue / 255.0f, 1 };
}

static const char *const by_names[] = { "track", "type", "state" };

/* The word for it in settings and actions. */
const char *
lectern_agenda_colours_by_name (LecternAgendaColoursBy by)
{
  return by_names[by];
}

/* Tracks where it is no such word. */
LecternAgendaColoursBy
lectern_agenda_colours_by_of_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (by_names); i++)
    if (g_strcmp0 (by_names[i], name) == 0)
      return i;
  return LECTERN_AGENDA_COLOURS_TRACK;
}
