/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An agenda as people paste it from a text, a table or an e-mail: days, times, titles,
 * rooms, who speaks, breaks. What is not understood is a doubt with its line; nothing is
 * read that is not there. Usable on any thread.
 */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

typedef struct
{
  int year;       /* of dates that are written without one; 0: of today */
  gboolean *sure; /* (out) (optional): an agenda beyond doubt, every line of it understood */
} LecternAgendaInOptions;

/* @html: it is a page or a part of one, else plain text. NULL with LECTERN_EXCHANGE_ERROR where
   there is no agenda in it, or too much. Days without a date have only a number, from 1. */
LecternProgramme *lectern_agenda_read (const char *text, gsize length, gboolean html,
                                       const LecternAgendaInOptions *options, GError **error);

G_END_DECLS
