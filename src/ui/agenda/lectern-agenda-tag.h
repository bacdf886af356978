/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is said beside a ghost, always where one can read it: the new place, what speaks
 * against it, which keys do what. A live region: screen readers say it as it changes.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_TAG (lectern_agenda_tag_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaTag, lectern_agenda_tag, LECTERN, AGENDA_TAG, GtkWidget)

/* (transfer floating) Empty. */
GtkWidget *lectern_agenda_tag_new (void);
/* @problems and @hint: "" for none. */
void lectern_agenda_tag_set (LecternAgendaTag *self, const char *words, const char *problems, const char *hint);

G_END_DECLS
