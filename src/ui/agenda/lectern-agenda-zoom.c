/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-zoom.h"

#include "lectern-section.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _LecternAgendaZoom
{
  AdwBin parent_instance;

  GtkWidget *zoom;
  GtkWidget *turn;
};

G_DEFINE_FINAL_TYPE (LecternAgendaZoom, lectern_agenda_zoom, ADW_TYPE_BIN)

static void
lectern_agenda_zoom_class_init (LecternAgendaZoomClass *klass)
{
}

static void
lectern_agenda_zoom_init (LecternAgendaZoom *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->turn = lectern_icon_button_new ("object-rotate-right-symbolic", _ ("Turn the grid: rooms as rows or as columns"),
                                        "agenda.turn");
  self->zoom = gtk_button_new_with_label ("100 %");
  gtk_widget_add_css_class (self->zoom, "flat");
  gtk_widget_add_css_class (self->zoom, "numeric");
  gtk_widget_add_css_class (self->zoom, "zoom");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->zoom), "agenda.zoom-normal");
  gtk_widget_set_tooltip_text (self->zoom, _ ("Back to 100 % (0)"));
  gtk_box_append (GTK_BOX (box), self->turn);
  gtk_box_append (GTK_BOX (box), lectern_icon_button_new ("zoom-out-symbolic", _ ("Smaller (−)"), "agenda.zoom-out"));
  gtk_box_append (GTK_BOX (box), self->zoom);
  gtk_box_append (GTK_BOX (box), lectern_icon_button_new ("zoom-in-symbolic", _ ("Larger (+)"), "agenda.zoom-in"));
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
lectern_agenda_zoom_new (void)
{
  return g_object_new (LECTERN_TYPE_AGENDA_ZOOM, NULL);
}

/* @zoom: 1 is 100 %. */
void
lectern_agenda_zoom_set (LecternAgendaZoom *self, double zoom, gboolean turned)
{
  /* TRANSLATORS: how large the agenda is drawn, in per cent */
  g_autofree char *text = g_strdup_printf (_ ("%d %%"), (int) round (zoom * 100));
  gtk_button_set_label (GTK_BUTTON (self->zoom), text);
  gtk_button_set_icon_name (GTK_BUTTON (self->turn),
                            turned ? "object-rotate-left-symbolic" : "object-rotate-right-symbolic");
}
