/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies of records within one edit: values and translations, and what belongs to them.
 * What identifies a record outwards (guid, code, short name: all technical fields) is
 * not copied, nor where it came from.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct _LecternCopy LecternCopy;

/* Not owned: both outlive it. */
LecternCopy *lectern_copy_new (LecternReader *reader, LecternEdit *edit);
/* What was copied stays in the edit. Not NULL. */
void lectern_copy_free (LecternCopy *copy);

/* A new record like @record. References to records that were copied before lead to the copies.
   Returns its id; what was copied once is not copied again. */
gint64 lectern_copy_record (LecternCopy *copy, const LecternRecord *record);
/* The copy of a record; 0: it was not copied. */
gint64 lectern_copy_find (LecternCopy *copy, LecternKind kind, gint64 id);
/* Links, attachments and tags of a copied record. */
void lectern_copy_owned (LecternCopy *copy, LecternKind kind, gint64 id);
/* The roles in a copied session. @asked: who had confirmed is to be confirmed again; those who
   cancelled are left out. */
void lectern_copy_roles (LecternCopy *copy, gint64 session, gboolean asked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternCopy, lectern_copy_free)

G_END_DECLS
