/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A popover that asks by how many minutes the chosen sessions move, and whether all later
 * ones go along up to the next locked one. It activates "agenda.shift" or "agenda.shift-later".
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating) A GtkPopover; the actions are looked for from where it is put. */
GtkWidget *lectern_agenda_shift_new (void);

G_END_DECLS
