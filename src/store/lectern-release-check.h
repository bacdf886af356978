/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is wrong with an event that is to be made public: texts and promises, by the rules
 * R50 to R58. The rules of the agenda are lectern-check.h.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct
{
  const char *rule;  /* "R51" */
  const char *level; /* key of rule_level */
  LecternKind kind;
  gint64 id;
  guint field;       /* 0: none */
  char *language;    /* NULL: the source, or none */
  char *what, *where, *why;
} LecternReleaseFinding;

/* Of LecternReleaseFinding, by rule; g_ptr_array_unref(). Sessions count where @step shows them. */
GPtrArray *lectern_release_check (LecternReader *reader, gint64 event, const char *step);

G_END_DECLS
