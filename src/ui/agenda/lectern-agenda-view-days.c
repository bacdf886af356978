/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Days of the event: a further one, a copy of the shown one, one less.
 */
#include "lectern-agenda-view-private.h"

#include "lectern-agenda-edits.h"
#include "lectern-agenda-paste-dialog.h"
#include "lectern-agenda-text.h"
#include "lectern-event-edits.h"

#include <glib/gi18n-lib.h>

static void
copy_to (LecternAgendaView *self, int day, const char *date)
{
  LecternView *view = LECTERN_VIEW (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = lectern_agenda_text_day (self->agenda, day);
  g_autofree char *toast = NULL;
  g_autoptr (LecternEdit) edit
      = lectern_event_edit_copy_day (lectern_view_get_reader (view), lectern_agenda_day (self->agenda, day)->id, date,
                                     &self->reveal_day, &error);
  if (edit == NULL)
    {
      lectern_view_fail (view, error->message);
      return;
    }
  /* TRANSLATORS: %s is a day; beside it is a button “Undo” */
  toast = g_strdup_printf (_ ("%s copied"), name);
  lectern_view_commit (view, edit, toast);
}

/** A further day on @date (ISO); @as_copy: with what is on the shown one. */
void
lectern_agenda_view_add_day (LecternAgendaView *self, const char *date, gboolean as_copy)
{
  LecternView *view = LECTERN_VIEW (self);
  int day = lectern_agenda_view_get_day (self);
  g_autoptr (LecternEdit) edit = NULL;
  if (as_copy && day >= 0)
    {
      copy_to (self, day, date);
      return;
    }
  edit = lectern_agenda_edit_add_day (self->agenda, lectern_view_language (view), date, &self->reveal_day);
  lectern_view_commit (view, edit, NULL);
}

static void
new_day (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  g_autofree char *date = lectern_agenda_next_date (self->agenda);
  if (lectern_view_get_event (LECTERN_VIEW (self)) != 0)
    lectern_agenda_view_add_day (self, date, FALSE);
}

static void
copy_day (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  g_autofree char *date = lectern_agenda_next_date (self->agenda);
  if (lectern_agenda_view_get_day (self) >= 0)
    lectern_agenda_view_add_day (self, date, TRUE);
}

static void
delete_day (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternAgendaView *self = data;
  int day = lectern_agenda_view_get_day (self);
  g_autoptr (LecternEdit) edit = NULL;
  g_autofree char *name = NULL;
  g_autofree char *toast = NULL;
  if (day < 0)
    return;
  edit = lectern_agenda_edit_delete_day (self->agenda, day);
  name = lectern_agenda_text_day (self->agenda, day);
  toast = g_strdup_printf (_ ("%s deleted"), name);
  lectern_view_commit (LECTERN_VIEW (self), edit, toast);
}

/* A whole agenda, from the clipboard or typed. */
static void
paste_agenda (GSimpleAction *action, GVariant *target, gpointer data)
{
  LecternView *view = data;
  if (lectern_view_get_event (view) != 0)
    lectern_agenda_paste_from_clipboard (view, LECTERN_AGENDA_VIEW (data)->day);
}

void
lectern_agenda_view_add_day_actions (LecternAgendaView *self)
{
  static const GActionEntry entries[] = { { "new-day", new_day }, { "copy-day", copy_day }, { "delete-day", delete_day },
                                          { "paste-agenda", paste_agenda } };
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}
