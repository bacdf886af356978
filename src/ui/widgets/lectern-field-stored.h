/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a field editor asks of the store about its field of one record. Main thread.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

/* The value as the store has it, in @language (NULL: as it was written); FALSE where the record is
   not there. @value: (out) (transfer full). */
gboolean lectern_field_stored (LecternReader *reader, LecternKind kind, gint64 id, const LecternField *field,
                               const char *language, LecternValue *value);
/* What a change of it is called in the history. @reader may be NULL. g_free(). */
char *lectern_field_edit_label (LecternReader *reader, LecternKind kind, gint64 id, const LecternField *field);
/* A record that is found by its name keeps one. */
gboolean lectern_field_is_needed (LecternKind kind, const LecternField *field);

G_END_DECLS
