/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading schedule.json of both generations.
 */
#pragma once

#include "lectern-programme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the file says, each doubt with its place ("days[1].rooms.Saal 1[4]"). The text is
   guarded before it is parsed. NULL and an error of LECTERN_EXCHANGE_ERROR where the file
   cannot be read or is another kind of JSON. Any thread. */
LecternProgramme *
lectern_schedule_json_read (GBytes *file, GCancellable *cancellable, GError **error);

G_END_DECLS
