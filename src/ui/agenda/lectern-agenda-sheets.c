/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-sheets-private.h"

#include "lectern-agenda-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

static const LecternColour black = { 0, 0, 0 };
static const LecternColour grey = { 0x55, 0x55, 0x55 };

/* ---- words and edges ---- */

void
lectern_sheet_colour (cairo_t *cr, LecternColour colour)
{
  cairo_set_source_rgb (cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

static PangoLayout *
new_layout (cairo_t *cr, const char *text, const LecternSheetText *look, double width, double height)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  /* In points whatever the device's resolution is. */
  pango_font_description_set_absolute_size (font, look->size * PANGO_SCALE);
  pango_font_description_set_weight (font, look->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, MAX (height, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, look->right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  if (look->struck)
    {
      PangoAttrList *attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

double
lectern_sheet_text (cairo_t *cr, const char *text, const LecternSheetText *look, double x, double y, double width,
                    double height, gboolean draw)
{
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle extents;
  if (text == NULL || *text == '\0')
    return 0;
  layout = new_layout (cr, text, look, width, height);
  pango_layout_get_extents (layout, NULL, &extents);
  if (draw)
    {
      lectern_sheet_colour (cr, look->colour);
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
    }
  return extents.height / (double) PANGO_SCALE;
}

/* The same patterns as on the screen. */
void
lectern_sheet_edge (cairo_t *cr, double x, double y, double height, const LecternAgendaInk *ink)
{
  static const double dashes[LECTERN_AGENDA_N_PATTERNS][2] = { { 1, 0 }, { 4, 2 }, { 1, 0 }, { 1.5, 1.5 } };
  guint pattern = ink->pattern % LECTERN_AGENDA_N_PATTERNS;
  lectern_sheet_colour (cr, ink->palette.edge);
  cairo_set_dash (cr, dashes[pattern], dashes[pattern][1] > 0 ? 2 : 0, 0);
  cairo_set_line_width (cr, pattern == 2 ? 0.7 : 2);
  for (int line = 0; line < (pattern == 2 ? 2 : 1); line++)
    {
      double at = pattern == 2 ? x + 0.4 + line * 1.4 : x + 1;
      cairo_move_to (cr, at, y);
      cairo_line_to (cr, at, y + height);
      cairo_stroke (cr);
    }
  cairo_set_dash (cr, NULL, 0, 0);
}

/* ---- title and foot ---- */

static char *
dup_filter (const LecternAgendaScene *scene, const LecternAgenda *agenda)
{
  GString *words = g_string_new (NULL);
  for (guint kind = 0; kind < LECTERN_AGENDA_FILTER_N_KINDS; kind++)
    for (guint i = 0; i < lectern_agenda_filter_n (scene->filter, kind); i++)
      {
        g_autofree char *label
            = lectern_agenda_filter_dup_label (agenda, kind, g_array_index (scene->filter->values[kind], gint64, i));
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", label != NULL ? label : "");
      }
  return g_string_free (words, FALSE);
}

static guint
count_unplaced (const LecternAgenda *agenda)
{
  guint n = 0;
  for (guint i = 0; i < agenda->sessions->len; i++)
    n += !lectern_agenda_session (agenda, i)->placed;
  return n;
}

/* "Wed 17 June 2026 · Great hall · 12 of 40 sessions · 3 unplaced": what is on the paper
   and what is not. */
static char *
dup_subtitle (const LecternAgendaScene *scene, const LecternAgenda *agenda)
{
  g_autoptr (GArray) lanes = lectern_agenda_scene_lanes (scene, agenda);
  LecternAgendaCount count = lectern_agenda_scene_count (scene, agenda, lanes);
  gboolean list = scene->mode == LECTERN_AGENDA_AS_LIST;
  g_autofree char *day = !list && !scene->all_days && scene->day >= 0 ? lectern_agenda_text_day (agenda, scene->day)
                                                                     : g_strdup (_ ("All days"));
  g_autofree char *filter = dup_filter (scene, agenda);
  GString *words = g_string_new (day);
  guint unplaced = list ? 0 : count_unplaced (agenda);
  if (*filter != '\0')
    g_string_append_printf (words, " · %s", filter);
  g_string_append (words, " · ");
  if (count.shown < count.n)
    /* TRANSLATORS: %1$u of %2$u sessions are on the paper */
    g_string_append_printf (words, _ ("%1$u of %2$u sessions"), count.shown, count.n);
  else
    g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, "%u session", "%u sessions", count.n), count.n);
  if (unplaced > 0)
    g_string_append_printf (words, g_dngettext (GETTEXT_PACKAGE, " · %u more is unplaced", " · %u more are unplaced",
                                                unplaced), unplaced);
  return g_string_free (words, FALSE);
}

static void
draw_frame (const LecternAgendaSheets *self, cairo_t *cr, guint page)
{
  LecternSheetText title = { LECTERN_SHEET_TITLE, TRUE, FALSE, FALSE, black };
  LecternSheetText small = { LECTERN_SHEET_TEXT, FALSE, FALSE, FALSE, grey };
  LecternSheetText right = small;
  g_autofree char *today = lectern_date_today ();
  g_autofree char *date = lectern_date_format (today);
  /* TRANSLATORS: the date on which it was printed */
  g_autofree char *printed = g_strdup_printf (_ ("Printed on %s"), date);
  /* TRANSLATORS: the foot of a printed page */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), page + 1, lectern_agenda_sheets_n_pages (self));
  double foot = self->height - LECTERN_SHEET_FOOT + 6;
  right.right = TRUE;
  lectern_sheet_text (cr, self->title, &title, 0, 0, self->width, LECTERN_SHEET_TITLE * 1.3, TRUE);
  lectern_sheet_text (cr, self->subtitle, &small, 0, LECTERN_SHEET_TITLE * 1.5, self->width, LECTERN_SHEET_TEXT, TRUE);
  lectern_sheet_text (cr, printed, &small, 0, foot, self->width / 2, LECTERN_SHEET_TEXT, TRUE);
  lectern_sheet_text (cr, number, &right, self->width / 2, foot, self->width / 2, LECTERN_SHEET_TEXT, TRUE);
}

/* ---- the sheets ---- */

LecternAgendaSheets *
lectern_agenda_sheets_new (const LecternAgendaScene *scene, const LecternAgenda *agenda, LecternAgendaColours *colours,
                           const char *title, cairo_t *cr, double width, double height)
{
  LecternAgendaSheets *self = g_new0 (LecternAgendaSheets, 1);
  self->scene = scene;
  self->agenda = agenda;
  self->colours = g_object_ref (colours);
  self->title = g_strdup (title);
  self->subtitle = dup_subtitle (scene, agenda);
  self->width = width;
  self->height = height;
  self->grids = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_agenda_plan_free);
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  if (scene->mode == LECTERN_AGENDA_AS_LIST)
    lectern_agenda_sheets_make_list (self, cr);
  else
    lectern_agenda_sheets_make_grid (self);
  return self;
}

void
lectern_agenda_sheets_free (LecternAgendaSheets *self)
{
  g_object_unref (self->colours);
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->grids);
  g_array_unref (self->breaks);
  g_free (self);
}

/* At least one, also where there is nothing: it says so in its title. */
guint
lectern_agenda_sheets_n_pages (const LecternAgendaSheets *self)
{
  guint n = self->scene->mode == LECTERN_AGENDA_AS_LIST ? self->breaks->len : lectern_agenda_sheets_grid_pages (self);
  return MAX (n, 1);
}

/* @page: from 0. */
void
lectern_agenda_sheets_draw (const LecternAgendaSheets *self, cairo_t *cr, guint page)
{
  draw_frame (self, cr, page);
  cairo_save (cr);
  if (self->scene->mode == LECTERN_AGENDA_AS_LIST)
    lectern_agenda_sheets_draw_list (self, cr, page);
  else if (page < lectern_agenda_sheets_grid_pages (self))
    lectern_agenda_sheets_draw_grid (self, cr, page);
  cairo_restore (cr);
}
