/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-programme.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An event as a programme, in @language where it is translated and else in the source
   text; NULL: the event's main language. Only what @audience may see by the data
   description; PUBLIC also leaves internal sessions out,
   and all of them while the event is no more than a date to be saved. One consistent read. Of the
   thread of @reader. NULL with G_IO_ERROR_NOT_FOUND where there is no such event. */
LecternProgramme *lectern_programme_load (LecternReader *reader, gint64 event, const char *language,
                                          LecternAudience audience, GError **error);
/* The languages an event is published in, its main language first. g_strfreev(). */
char **lectern_programme_languages (LecternReader *reader, gint64 event);
/* Those without the ones that are not published until all in them is translated, where the event
   is to be so. g_strfreev(). */
char **lectern_programme_published_languages (LecternReader *reader, gint64 event);

G_END_DECLS
