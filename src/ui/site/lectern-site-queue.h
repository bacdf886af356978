/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publications that wait for the network: what may go by itself goes when there is one again.
 */
#pragma once

#include "lectern-publish-queue.h"

G_BEGIN_DECLS

/* Publishes what waits and may go by itself, now and whenever the network is back, as long as
   @workspace is in use. Main thread only; calling it again changes nothing. */
void lectern_site_queue_attend (LecternWorkspace *workspace);
/* Of @site; FALSE where nothing waits for it. */
gboolean lectern_site_queue_find (LecternReader *reader, gint64 site, LecternPublishQueued *queued);

G_END_DECLS
