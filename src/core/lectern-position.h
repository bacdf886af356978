/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A key that sorts (bytewise) between two others; NULL is the open end. g_free(). */
char *lectern_position_between (const char *before, const char *after);
/* @n keys in order, evenly short. */
char **lectern_position_series (guint n);

G_END_DECLS
