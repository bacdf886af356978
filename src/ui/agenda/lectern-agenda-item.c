/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-item.h"

#include "lectern-agenda-lines.h"
#include "lectern-agenda-swatch.h"
#include "lectern-agenda-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

#define SIGN_SIZE 14
#define SIGN_ICON 12
/* Narrower than this there is room for the title or for signs: the title stays, and that something is wrong. */
#define NARROWEST_WITH_SIGNS 56
#define NARROWEST_WITH_PROBLEM 32
/* And still narrower or lower is a bar in an overview, without words. */
#define NARROWEST_TEXT 18
#define LOWEST_TEXT 7

enum
{
  SIGN_PROBLEM,
  SIGN_TO_BE_CONFIRMED,
  SIGN_INTERNAL,
  SIGN_LOCKED,
  SIGN_REPEATS,
  N_SIGNS,
};

static const char *const sign_icons[N_SIGNS] = {
  "dialog-warning-symbolic",
  "dialog-question-symbolic",
  "view-conceal-symbolic",
  "changes-prevent-symbolic",
  "view-refresh-symbolic",
};

struct _LecternAgendaItem
{
  GtkWidget parent_instance;

  gint64 session;
  GtkWidget *text;
  GtkWidget *signs[N_SIGNS]; /* NULL where not shown */
  char *palette_class;
  GdkRGBA edge;
  guint pattern;
};

G_DEFINE_FINAL_TYPE (LecternAgendaItem, lectern_agenda_item, GTK_TYPE_WIDGET)

/* An item takes the size that its time and room give it. */
static void
lectern_agenda_item_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = 0;
  *natural = 0;
}

static void
lectern_agenda_item_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  LecternAgendaItem *self = LECTERN_AGENDA_ITEM (widget);
  int at = width;
  gboolean says = width >= NARROWEST_TEXT && height >= LOWEST_TEXT;
  for (int i = 0; i < N_SIGNS; i++)
    {
      if (self->signs[i] == NULL)
        continue;
      int narrowest = i == SIGN_PROBLEM ? NARROWEST_WITH_PROBLEM : NARROWEST_WITH_SIGNS;
      gboolean fits = width >= narrowest && height >= SIGN_SIZE && at - SIGN_SIZE > width / 2;
      gtk_widget_set_child_visible (self->signs[i], fits);
      if (!fits)
        continue;
      at -= SIGN_SIZE;
      gtk_widget_size_allocate (self->signs[i], &(GtkAllocation){ at + 1, 2, SIGN_ICON, SIGN_ICON }, -1);
      at -= 2;
    }
  gtk_widget_set_child_visible (self->text, says);
  if (says)
    gtk_widget_size_allocate (self->text, &(GtkAllocation){ 0, 0, MAX (at, 0), height }, -1);
}

/* The edge is a plain rectangle over a border that is the same on all sides: four sides
   that differ are four clipped paths for cairo, ten times the work. */
static void
lectern_agenda_item_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  LecternAgendaItem *self = LECTERN_AGENDA_ITEM (widget);
  graphene_rect_t all;
  if (gtk_widget_compute_bounds (widget, widget, &all))
    lectern_agenda_snapshot_edge (snapshot,
                                  &GRAPHENE_RECT_INIT (all.origin.x, all.origin.y + 1, LECTERN_AGENDA_EDGE,
                                                       all.size.height - 2),
                                  &self->edge, self->pattern);
  GTK_WIDGET_CLASS (lectern_agenda_item_parent_class)->snapshot (widget, snapshot);
}

static void
lectern_agenda_item_dispose (GObject *object)
{
  LecternAgendaItem *self = LECTERN_AGENDA_ITEM (object);
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->palette_class, g_free);
  G_OBJECT_CLASS (lectern_agenda_item_parent_class)->dispose (object);
}

static void
lectern_agenda_item_class_init (LecternAgendaItemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = lectern_agenda_item_dispose;
  widget_class->measure = lectern_agenda_item_measure;
  widget_class->size_allocate = lectern_agenda_item_size_allocate;
  widget_class->snapshot = lectern_agenda_item_snapshot;
  gtk_widget_class_set_css_name (widget_class, "agendaitem");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
lectern_agenda_item_init (LecternAgendaItem *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->text = lectern_agenda_lines_new (GTK_WIDGET (self));
}

GtkWidget *
lectern_agenda_item_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_ITEM, NULL);
}

static void
append_coloured (GString *out, const LecternColour *colour, gboolean bold, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  if (*text == '\0')
    return;
  g_string_append_printf (out, "\n<span size=\"92%%\" foreground=\"#%02x%02x%02x\"%s>%s</span>", colour->red,
                          colour->green, colour->blue, bold ? " weight=\"bold\"" : "", escaped);
}

static void
append_plain (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  if (*text != '\0')
    g_string_append_printf (out, "\n<span size=\"92%%\">%s</span>", escaped);
}

/* A long title is cut where no line of an item could ever show it. */
static void
append_title (GString *out, const LecternAgendaSession *session, gboolean bold)
{
  const char *title = lectern_agenda_text_title (session);
  g_autofree char *start = g_utf8_strlen (title, 301) > 300 ? g_utf8_substring (title, 0, 300) : g_strdup (title);
  g_autofree char *escaped = g_markup_escape_text (start, -1);
  gboolean off = g_strcmp0 (session->state, "cancelled") == 0;
  g_string_append_printf (out, "<span weight=\"%s\"%s>%s</span>", bold ? "bold" : "normal", off ? " strikethrough=\"true\"" : "", escaped);
}

static char *
dup_markup (const LecternAgenda *agenda, const LecternAgendaSession *session, const LecternAgendaItemLook *look)
{
  gboolean off_line = session->start % 30 != 0 && look->first && session->start >= 0;
  g_autofree char *time = off_line || look->cut ? lectern_agenda_text_time (session) : g_strdup ("");
  GString *out = g_string_new (NULL);
  if (look->lines < 2 && off_line)
    {
      g_autofree char *start = lectern_time_format (session->start);
      g_string_append_printf (out, "<span size=\"92%%\">%s</span> ", start);
    }
  append_title (out, session, !look->plain);
  if (look->with_length && session->duration > 0)
    /* TRANSLATORS: minutes */
    g_string_append_printf (out, " <span size=\"92%%\" alpha=\"75%%\">%d %s</span>", session->duration, _ ("min"));
  if (look->lines < 2 || !look->first || look->with_length)
    return g_string_free (out, FALSE);

  g_autofree char *problem = lectern_agenda_text_problems (agenda, session, 1);
  g_autofree char *people = lectern_agenda_text_people (agenda, session);
  append_plain (out, time);
  append_coloured (out, &look->ink->palette.alarm, TRUE, problem);
  if (look->ink->label != NULL && look->lines > 2)
    append_coloured (out, &look->ink->palette.label, FALSE, look->ink->label);
  append_plain (out, people);
  return g_string_free (out, FALSE);
}

/* Taken twice as large and drawn half as large: themes have icons of 24 px ready made, of 12 px only as
   drawings, and what reads those takes as much memory as a thousand sessions. */
static GtkWidget *
new_sign (GtkWidget *widget, const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon
      = gtk_icon_theme_lookup_icon (theme, name, NULL, 2 * SIGN_ICON, 1, gtk_widget_get_direction (widget), 0);
  GtkWidget *image = gtk_image_new_from_paintable (GDK_PAINTABLE (icon));
  gtk_image_set_pixel_size (GTK_IMAGE (image), SIGN_ICON);
  return image;
}

static void
show_sign (LecternAgendaItem *self, int sign, gboolean show)
{
  if (show == (self->signs[sign] != NULL))
    return;
  if (!show)
    {
      g_clear_pointer (&self->signs[sign], gtk_widget_unparent);
      return;
    }
  self->signs[sign] = new_sign (GTK_WIDGET (self), sign_icons[sign]);
  if (sign == SIGN_PROBLEM)
    gtk_widget_add_css_class (self->signs[sign], "problem");
  gtk_widget_set_parent (self->signs[sign], GTK_WIDGET (self));
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
set_palette_class (LecternAgendaItem *self, const char *name)
{
  if (g_strcmp0 (self->palette_class, name) == 0)
    return;
  if (self->palette_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->palette_class);
  g_free (self->palette_class);
  self->palette_class = g_strdup (name);
  gtk_widget_add_css_class (GTK_WIDGET (self), name);
}

/**
 * lectern_agenda_item_set:
 *
 * Shows @session; only what differs from what is shown already is touched.
 */
void
lectern_agenda_item_set (LecternAgendaItem *self, const LecternAgenda *agenda, const LecternAgendaSession *session,
                         const LecternAgendaItemLook *look)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean unsure = lectern_agenda_is_to_be_confirmed (agenda, session);
  g_autofree char *markup = dup_markup (agenda, session, look);
  g_autofree char *description = lectern_agenda_text_describe (agenda, session);

  self->session = session->id;
  self->edge = lectern_agenda_rgba (look->ink->palette.edge);
  self->edge.alpha = look->dimmed ? 0.35 : 1;
  self->pattern = look->ink->pattern;
  set_palette_class (self, look->ink->style_class);
  set_class (widget, "dimmed", look->dimmed);
  set_class (widget, "unsure", unsure);
  set_class (widget, "internal", session->internal);
  set_class (widget, "cancelled", g_strcmp0 (session->state, "cancelled") == 0);
  set_class (widget, "cut", look->cut);
  set_class (widget, "short", look->lines == 0);
  show_sign (self, SIGN_PROBLEM, session->n_problems > 0);
  show_sign (self, SIGN_TO_BE_CONFIRMED, unsure);
  show_sign (self, SIGN_INTERNAL, session->internal);
  show_sign (self, SIGN_LOCKED, session->locked);
  show_sign (self, SIGN_REPEATS, session->repeats != NULL);
  lectern_agenda_lines_set_markup (LECTERN_AGENDA_LINES (self->text), markup);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lectern_agenda_text_title (session), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

gint64
lectern_agenda_item_get_session (LecternAgendaItem *self)
{
  return self->session;
}

void
lectern_agenda_item_set_selected (LecternAgendaItem *self, gboolean selected)
{
  set_class (GTK_WIDGET (self), "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/* On its way to another place. */
void
lectern_agenda_item_set_carried (LecternAgendaItem *self, gboolean carried)
{
  set_class (GTK_WIDGET (self), "carried", carried);
}
