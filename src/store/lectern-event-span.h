/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Events with their first and last day and their town, as switchers and lists show them.
 */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 event;
  char *title;
  char *from;  /* first date; NULL where the event has no days */
  char *to;
  guint n_days;
  char *place; /* town of its first venue, else the venue's name; NULL none */
} LecternEventSpan;
/* Not NULL. */
void lectern_event_span_free (LecternEventSpan *span);

LecternEventSpan *lectern_event_span (LecternReader *reader, gint64 event);
GPtrArray *lectern_event_spans (LecternReader *reader);
char *lectern_event_span_format (const LecternEventSpan *span);
char *lectern_event_span_detail (const LecternEventSpan *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternEventSpan, lectern_event_span_free)

G_END_DECLS
