/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-view-private.h"

#include <glib/gi18n-lib.h>

/* More reasons than one reads while dragging. */
#define MOST_REASONS 3

/* What is known of the event is kept from one drag to the next. */
static LecternCheck *
get_check (LecternAgendaView *self)
{
  LecternView *view = LECTERN_VIEW (self);
  LecternReader *reader = lectern_view_get_reader (view);
  if (self->check != NULL
      && (lectern_check_event (self->check) != self->agenda->event || !lectern_check_update (self->check, reader)))
    g_clear_pointer (&self->check, lectern_check_free);
  if (self->check == NULL)
    self->check = lectern_check_new (reader, self->agenda->event, NULL, lectern_view_language (view));
  return self->check;
}

/* Before the first step, so that none of them waits for it. */
void
lectern_agenda_view_prepare_preview (LecternAgendaView *self)
{
  get_check (self);
}

char *
lectern_agenda_view_dup_preview (LecternAgendaView *self)
{
  g_autoptr (GArray) places = lectern_agenda_carry_placements (self->carry);
  g_autoptr (GArray) findings = NULL;
  GString *out = g_string_new (NULL);
  guint n = 0;
  if (self->check == NULL || self->carry->copy || self->carry->push || places->len == 0)
    return g_string_free (out, FALSE);
  findings = lectern_check_preview (self->check, (const LecternPlacement *) (const void *) places->data, places->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const LecternFinding *finding = &g_array_index (findings, LecternFinding, i);
      if (finding->level < LECTERN_LEVEL_WARNING || n++ >= MOST_REASONS)
        continue;
      g_autofree char *why = lectern_finding_why (self->check, finding);
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
