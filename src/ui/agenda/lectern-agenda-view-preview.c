/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-view-private.h"

#include <glib/gi18n-lib.h>

/* More reasons than one reads while dragging. */
#define MOST_REASONS 3

/* Errors and warnings that the drop would bring; hints would only be in the way of the pointer. */
char *
lectern_agenda_view_dup_preview (LecternAgendaView *self)
{
  LecternCheck *check = lectern_checker_get_check (self->checker);
  g_autoptr (GArray) places = lectern_agenda_carry_placements (self->carry);
  g_autoptr (GArray) findings = NULL;
  GString *out = g_string_new (NULL);
  guint n = 0;
  gint64 from, to;
  if (check == NULL || self->carry->copy || self->carry->push || places->len == 0)
    return g_string_free (out, FALSE);
  gboolean others = lectern_agenda_carry_exchange (self->carry, &from, &to);
  findings = lectern_check_preview_people (check, (const LecternPlacement *) (const void *) places->data, places->len,
                                           others ? lectern_agenda_carry_n_own (self->carry) : 0, from, to);
  for (guint i = 0; i < findings->len; i++)
    {
      const LecternFinding *finding = &g_array_index (findings, LecternFinding, i);
      if (finding->level < LECTERN_LEVEL_WARNING || n++ >= MOST_REASONS)
        continue;
      g_autofree char *why = lectern_finding_why (check, finding);
      g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", why);
    }
  if (n > MOST_REASONS)
    {
      /* TRANSLATORS: %u further things that a drop here would break */
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n - MOST_REASONS),
                                               n - MOST_REASONS);
      g_string_append_printf (out, "\n%s", more);
    }
  return g_string_free (out, FALSE);
}
