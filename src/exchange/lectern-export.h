/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files out: one table of formats that the command line and the window list, and one call.
 */
#pragma once

#include "lectern-programme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;      /* "schedule-xml": of the command line, stable */
  const char *label;     /* untranslated; pass through gettext */
  const char *extension; /* without the dot */
  const char *type;      /* MIME type */
  const char *file_name; /* as published */
} LecternExportFormat;

/* Ended by a NULL name. */
const LecternExportFormat *lectern_export_formats (void);
/* (transfer none) The one of this name (nullable); NULL: unknown. */
const LecternExportFormat *lectern_export_format (const char *name);

/* An event in a format, as @audience may see it, in @language (NULL: the event's own).
   @omissions: (out) (optional) (transfer full): of LecternDoubt, what the format cannot carry.
   Of the thread of @reader. */
GBytes *lectern_export (LecternReader *reader,
                        gint64 event,
                        const char *format,
                        const char *language,
                        LecternAudience audience,
                        GPtrArray **omissions,
                        GError **error);
/* The same for a programme that is loaded already; what cannot be carried is added to
   @omissions (may be NULL). Any thread. */
GBytes *lectern_export_programme (const LecternProgramme *programme,
                                  const char *format,
                                  const char *language,
                                  GPtrArray *omissions,
                                  GError **error);

G_END_DECLS
