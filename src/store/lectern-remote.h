/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-apply.h"
#include "lectern-write.h"

G_BEGIN_DECLS

GBytes *lectern_remote_change_pack (LecternRemoteChange *change);
/* NULL where the bytes are not a packed change. */
LecternRemoteChange *lectern_remote_change_unpack (gconstpointer data, gsize length);

void lectern_pack_vector (GByteArray *out, const LecternVector *vector);
void lectern_unpack_vector (gconstpointer data, gsize length, LecternVector *vector); /* adds to it */
LecternDot lectern_change_dot (LecternDb *db, gint64 number);

G_END_DECLS
