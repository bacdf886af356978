/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-text.h"

#include "lectern-check.h"

#include "lectern-repeats.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>

/* The title, or what stands for one where there is none yet. */
const char *
lectern_agenda_text_title (const LecternAgendaSession *session)
{
  return *session->title != '\0' ? session->title : _ ("Untitled session");
}

/* "Wed 17 June 2026"; the day's number where it has no date. */
char *
lectern_agenda_text_day (const LecternAgenda *agenda, int day)
{
  if (day < 0)
    return g_strdup (_ ("Unplaced"));
  const LecternAgendaDay *d = lectern_agenda_day (agenda, day);
  if (d->date != NULL)
    return lectern_date_format (d->date);
  /* TRANSLATORS: a day of an event that has no date yet; %d is its number */
  return g_strdup_printf (_ ("Day %d"), d->number > 0 ? d->number : day + 1);
}

/* "Wed 17": where there is little room. */
char *
lectern_agenda_text_short_day (const LecternAgenda *agenda, int day)
{
  const char *date = day >= 0 ? lectern_agenda_day (agenda, day)->date : NULL;
  return date != NULL ? lectern_date_format_short (date) : lectern_agenda_text_day (agenda, day);
}

/* "14.00–15.30"; "14.00" where the duration is not known; "" where it has no time. */
char *
lectern_agenda_text_time (const LecternAgendaSession *session)
{
  if (session->start < 0)
    return g_strdup ("");
  if (session->duration <= 0)
    return lectern_time_format (session->start);
  return lectern_time_format_range (session->start, session->start + session->duration);
}

/* "10 minutes", "−10 minutes" */
char *
lectern_agenda_text_minutes (int minutes)
{
  guint n = ABS (minutes);
  g_autofree char *words = g_strdup_printf (ngettext ("%u minute", "%u minutes", n), n);
  return g_strconcat (minutes < 0 ? "−" : "", words, NULL);
}

char *
lectern_agenda_text_rooms (const LecternAgenda *agenda, const LecternAgendaSession *session)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < session->n_rooms; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      g_string_append (out, lectern_agenda_room (agenda, session->rooms[i])->name);
    }
  return g_string_free (out, FALSE);
}

/* "K. Ohlandh (Chair), P. Wierdemaat": a speaker is what one expects and is not said. */
char *
lectern_agenda_text_people (const LecternAgenda *agenda, const LecternAgendaSession *session)
{
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_ROLE);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < session->n_people; i++)
    {
      const LecternAgendaPerson *person = lectern_agenda_person (agenda, session->first_person + i);
      if (i > 0)
        g_string_append (out, ", ");
      g_string_append (out, person->name);
      if (person->role != NULL && g_strcmp0 (person->role, "speaker") != 0)
        g_string_append_printf (out, " (%s)", lectern_field_choice_label (field, person->role));
    }
  return g_string_free (out, FALSE);
}

gboolean
lectern_agenda_is_to_be_confirmed (const LecternAgenda *agenda, const LecternAgendaSession *session)
{
  if (g_strcmp0 (session->state, "to-be-confirmed") == 0 || g_strcmp0 (session->state, "asked") == 0
      || g_strcmp0 (session->state, "idea") == 0)
    return TRUE;
  for (guint i = 0; i < session->n_people; i++)
    if (lectern_agenda_person (agenda, session->first_person + i)->to_be_confirmed)
      return TRUE;
  return FALSE;
}

/* "To be confirmed, Internal, Locked": only what is out of the ordinary; "" else. */
char *
lectern_agenda_text_state (const LecternAgendaSession *session)
{
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION, LECTERN_SESSION_STATE);
  g_autofree char *rule = lectern_repeats_in_words (session->repeats);
  /* TRANSLATORS: %s is “every week, 3 times” */
  g_autofree char *repeats = *rule != '\0' ? g_strdup_printf (_ ("Repeats %s"), rule) : NULL;
  const char *words[5] = { NULL };
  guint n = 0;
  if (session->state != NULL && g_strcmp0 (session->state, "confirmed") != 0)
    words[n++] = lectern_field_choice_label (field, session->state);
  if (session->internal)
    words[n++] = _ ("Internal");
  if (session->locked)
    words[n++] = _ ("Locked");
  if (repeats != NULL)
    words[n++] = repeats;
  return g_strjoinv (", ", (char **) words);
}

/* What is wrong with it, one sentence per line, at most @most of them; "" where nothing is known. */
char *
lectern_agenda_text_problems (const LecternAgenda *agenda, const LecternAgendaSession *session, guint most)
{
  return agenda->check != NULL ? lectern_check_session_text (agenda->check, session->id, most) : g_strdup ("");
}

static void
append_part (GString *out, const char *separator, char *part)
{
  if (part != NULL && *part != '\0')
    {
      if (out->len > 0)
        g_string_append (out, separator);
      g_string_append (out, part);
    }
  g_free (part);
}

/* Everything but the title: day, time, rooms, track, state, people, problems. */
char *
lectern_agenda_text_describe (const LecternAgenda *agenda, const LecternAgendaSession *session)
{
  GString *out = g_string_new (NULL);
  append_part (out, "", lectern_agenda_text_day (agenda, session->day));
  append_part (out, ", ", lectern_agenda_text_time (session));
  append_part (out, ", ", lectern_agenda_text_rooms (agenda, session));
  if (session->track >= 0)
    append_part (out, " · ", g_strdup (lectern_agenda_track (agenda, session->track)->name));
  append_part (out, " · ", lectern_agenda_text_state (session));
  append_part (out, "\n", lectern_agenda_text_people (agenda, session));
  append_part (out, "\n", lectern_agenda_text_problems (agenda, session, 5));
  return g_string_free (out, FALSE);
}
