/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading iCalendar (RFC 5545): a file is one event, each VEVENT one session, wherever
 * it stands. A rule by which it repeats is kept and not expanded; without DTSTART it is
 * unplaced. Tasks, journals and alarms are passed over, with a doubt for the first two.
 * Usable on any thread.
 */
#pragma once

#include "lectern-programme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* NULL with LECTERN_EXCHANGE_ERROR where the file breaks off in the middle of an entry or
   is beyond the limits, or G_IO_ERROR_CANCELLED. lectern_programme_free(). */
LecternProgramme *lectern_calendar_read (GBytes *file, GCancellable *cancellable, GError **error);

G_END_DECLS
