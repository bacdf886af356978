/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small agenda without words: what a sample looks like. A picture only; its
 * neighbours say in words what it shows.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_MINI_AGENDA (lectern_mini_agenda_get_type ())
G_DECLARE_FINAL_TYPE (LecternMiniAgenda, lectern_mini_agenda, LECTERN, MINI_AGENDA, GtkWidget)

/* One item: columns and minutes, both as parts of the whole; @track < 0: a grey one. */
typedef struct
{
  float x, y, width, height;
  int track;
} LecternMiniItem;

GtkWidget *lectern_mini_agenda_new (const LecternMiniItem *items, gsize n);

G_END_DECLS
