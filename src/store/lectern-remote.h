/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-apply.h"
#include "lectern-write.h"

G_BEGIN_DECLS

/* Numbers in LEB128, texts and values behind their lengths; for lectern_remote_change_unpack().
   g_bytes_unref(). */
GBytes *lectern_remote_change_pack (LecternRemoteChange *change);
/* NULL where the bytes are not a packed change. */
LecternRemoteChange *lectern_remote_change_unpack (gconstpointer data, gsize length);

G_END_DECLS
