/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

/* The part of the programme that an event belongs to (else the workspace's) and what that is part
   of, nearest first: what one does not say, the next may. Of LecternRecord; g_ptr_array_unref(). */
GPtrArray *lectern_programme_nodes (LecternReader *reader, const LecternRecord *event);

G_END_DECLS
