/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-view-private.h"

#include "lectern-check.h"

char *
lectern_agenda_view_dup_preview (LecternAgendaView *self)
{
  return g_strdup ("");
}
