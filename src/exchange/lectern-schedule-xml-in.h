/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading schedule.xml as Pentabarf, frab, pretalx, c3hub, OSEM, wafer and FOSDEM write it.
 */
#pragma once

#include "lectern-programme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* @fraction: 0 to 1 of the work. Called on the thread that reads. */
typedef void (*LecternProgressFunc) (double fraction, gpointer data);

/* What the file says, each doubt with its line. Streams; no entity is expanded, nothing is
   fetched. NULL and an error of LECTERN_EXCHANGE_ERROR or G_IO_ERROR_CANCELLED where the
   file cannot be read. Any thread. */
LecternProgramme *lectern_schedule_xml_read (GBytes *file,
                                             LecternProgressFunc progress,
                                             gpointer data,
                                             GCancellable *cancellable,
                                             GError **error);

G_END_DECLS
