/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The release ladder: what an event has been made public as. A release is a record with
 * its step, version, date and note, and the state of the history it was made from; so
 * what the event was then can be read at any time.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

#define LECTERN_RELEASE_ERROR (lectern_release_error_quark ())
/* The domain of LecternReleaseError. */
GQuark lectern_release_error_quark (void);

typedef enum
{
  LECTERN_RELEASE_ERROR_STEP,  /* no such step */
  LECTERN_RELEASE_ERROR_EVENT, /* the event is not there */
} LecternReleaseError;

/* Whether an event that stands at @step (NULL: not on the ladder) shows its sessions. */
gboolean lectern_release_shows_agenda (const char *step);
/* What was released, the oldest first; planned ones are not among it. Of LecternRecord;
   g_ptr_array_unref(). */
GPtrArray *lectern_release_made (LecternReader *reader, gint64 event);
/* The state of the history that a release was made from; NULL where it has none. g_bytes_unref(). */
GBytes *lectern_release_seen (const LecternRecord *release);

/* Releases @event as it is now. @notes: (nullable): what changed, language to text; the event's
   main language is the source. A release that was planned for the step becomes the release.
   The edit is refused where the data changed meanwhile. *release: its id. */
LecternEdit *lectern_release_edit (LecternReader *reader, gint64 event, const char *step, GHashTable *notes,
                                   gint64 *release, GError **error);

G_END_DECLS
