/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of a field editor that a person types or chooses in; one class per
 * family of types. A control knows nothing about storing: it shows a value, reads
 * one back, and says when it was touched, finished or given up.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_FIELD_CONTROL (lectern_field_control_get_type ())
G_DECLARE_DERIVABLE_TYPE (LecternFieldControl, lectern_field_control, LECTERN, FIELD_CONTROL, AdwBin)

struct _LecternFieldControlClass
{
  AdwBinClass parent_class;
  /* A value from the store replaces what is shown. */
  void (*show) (LecternFieldControl *self, const LecternValue *value);
  /* What stands there now. A control that makes the record it refers to does so in @edit. */
  gboolean (*read) (LecternFieldControl *self, LecternEdit *edit, LecternValue *value, GError **error);
  /* The widget with the keyboard focus, which carries the accessible name. */
  GtkWidget *(*target) (LecternFieldControl *self);
  /* What was typed is stored: from here on Ctrl+Z is the workspace's. */
  void (*settle) (LecternFieldControl *self);
};

/* Signals: "touched" (gboolean finished): the person changed something; finished where the
 * change is whole at once (a choice, a switch, Enter). "given-up": Escape. */

/* The control for @field's type. @view gives it the workspace. */
LecternFieldControl *lectern_field_control_new (LecternView *view, const LecternField *field);

void lectern_field_control_show (LecternFieldControl *self, const LecternValue *value);
gboolean lectern_field_control_read (LecternFieldControl *self, LecternEdit *edit, LecternValue *value, GError **error);
GtkWidget *lectern_field_control_target (LecternFieldControl *self);
void lectern_field_control_settle (LecternFieldControl *self);

/* For the classes. */
void lectern_field_control_setup (LecternFieldControl *self, LecternView *view, const LecternField *field);
void lectern_field_control_touch (LecternFieldControl *self, gboolean finished);
void lectern_field_control_give_up (LecternFieldControl *self);
LecternView *lectern_field_control_get_view (LecternFieldControl *self); /* NULL when it is gone */
const LecternField *lectern_field_control_get_field (LecternFieldControl *self);

LecternFieldControl *lectern_entry_control_new (LecternView *view, const LecternField *field);
LecternFieldControl *lectern_prose_control_new (LecternView *view, const LecternField *field);
LecternFieldControl *lectern_choice_control_new (LecternView *view, const LecternField *field);
LecternFieldControl *lectern_switch_control_new (LecternView *view, const LecternField *field);
LecternFieldControl *lectern_several_control_new (LecternView *view, const LecternField *field);
LecternFieldControl *lectern_reference_control_new (LecternView *view, const LecternField *field);
LecternFieldControl *lectern_references_control_new (LecternView *view, const LecternField *field);

G_END_DECLS
