/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-reader.h"

G_BEGIN_DECLS

/* Whose name becomes public when @event is released at @step and was not at its newest release:
   names by the alphabet, each once. Of char *; g_ptr_array_unref(). */
GPtrArray *lectern_release_people (LecternReader *reader, gint64 event, const char *step);

G_END_DECLS
