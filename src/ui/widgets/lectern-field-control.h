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

/* @value: of the field's type or empty, borrowed for the call. Nothing is "touched" by it. */
void lectern_field_control_show (LecternFieldControl *self, const LecternValue *value);
/* @value: (out) (transfer full). FALSE with a sentence in @error: what stands there is no value
   of the field. A record that was named and is to be made is made in @edit. */
gboolean lectern_field_control_read (LecternFieldControl *self, LecternEdit *edit, LecternValue *value, GError **error);
/* (transfer none) What has the keyboard, and the accessible name. */
GtkWidget *lectern_field_control_target (LecternFieldControl *self);
/* After what stands there was stored; the text stays as it was typed. */
void lectern_field_control_settle (LecternFieldControl *self);

/* For the classes. */

/* From the function that makes one, before a value is shown. @view is not kept alive; @field must
   outlive it. */
void lectern_field_control_setup (LecternFieldControl *self, LecternView *view, const LecternField *field);
/* Emits "touched", unless it comes from lectern_field_control_show(). */
void lectern_field_control_touch (LecternFieldControl *self, gboolean finished);
/* Emits "given-up": what was typed is to be replaced by what is stored. */
void lectern_field_control_give_up (LecternFieldControl *self);
/* (transfer none) NULL when it is gone. */
LecternView *lectern_field_control_get_view (LecternFieldControl *self);
/* (transfer none) As lectern_field_control_setup() was told. */
const LecternField *lectern_field_control_get_field (LecternFieldControl *self);

/* (transfer floating) One line: texts, numbers, times, addresses, lists of texts; a date has a
   calendar beside it. */
LecternFieldControl *lectern_entry_control_new (LecternView *view, const LecternField *field);
/* (transfer floating) Several lines, for LECTERN_TYPE_PROSE. */
LecternFieldControl *lectern_prose_control_new (LecternView *view, const LecternField *field);
/* (transfer floating) A drop-down, for LECTERN_TYPE_CHOICE; a choice that it does not know stays
   until another is made. */
LecternFieldControl *lectern_choice_control_new (LecternView *view, const LecternField *field);
/* (transfer floating) For LECTERN_TYPE_BOOLEAN; an empty value is off. */
LecternFieldControl *lectern_switch_control_new (LecternView *view, const LecternField *field);
/* (transfer floating) Check boxes, for LECTERN_TYPE_TEXTS with choices. */
LecternFieldControl *lectern_several_control_new (LecternView *view, const LecternField *field);
/* (transfer floating) A name, for LECTERN_TYPE_REFERENCE; a person, an organisation or a venue
   that is not there can be made with it. */
LecternFieldControl *lectern_reference_control_new (LecternView *view, const LecternField *field);
/* (transfer floating) Names, for LECTERN_TYPE_REFERENCES; only of what is there. */
LecternFieldControl *lectern_references_control_new (LecternView *view, const LecternField *field);

G_END_DECLS
