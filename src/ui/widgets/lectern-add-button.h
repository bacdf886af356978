/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A button that asks for a name in a popover, finds what is there already as one
 * types, and else offers to make it: "+" of a list, "Add" of a section.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_ADD_BUTTON (lectern_add_button_get_type ())
G_DECLARE_FINAL_TYPE (LecternAddButton, lectern_add_button, LECTERN, ADD_BUTTON, AdwBin)

/* Signal "chosen" (gint64 id, const char *name): a record of @kind, or with id 0 one to make.
 * @label NULL: a plus sign. @title names the button, the popover and the entry. */
GtkWidget *lectern_add_button_new (LecternView *view, LecternKind kind, const char *label,
                                   const char *title, const char *hint);
/* As a click does: the name is empty and has the keyboard. */
void lectern_add_button_popup (LecternAddButton *self);

G_END_DECLS
