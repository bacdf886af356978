/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-change-note.h"

#include "lectern-change-note-private.h"
#include "lectern-programme-load.h"
#include "lectern-release.h"
#include "lectern-time.h"

void
lectern_note_line (LecternNote *note, LecternWord word, const char *text, const char *was)
{
  g_string_append_printf (note->out, "%s: %s", lectern_words (note->language, word), text);
  if (was != NULL && *was != '\0')
    g_string_append_printf (note->out, " (%s: %s)", lectern_words (note->language, LECTERN_WORD_BEFORE), was);
  g_string_append_c (note->out, '\n');
}

static void
sentence (LecternNote *note, LecternWord word)
{
  g_string_append_printf (note->out, "%s\n", lectern_words (note->language, word));
}

static const char *
text_of (const LecternReleaseState *state, guint field)
{
  return state && state->event ? lectern_record_text (state->event, field) : NULL;
}

static char *
dates_of (LecternNote *note, const LecternReleaseState *state)
{
  if (state == NULL || state->days->len == 0)
    return NULL;
  const LecternRecord *day = state->days->pdata[0];
  g_autofree char *dates
      = lectern_date_format_span_in (lectern_record_text (day, LECTERN_DAY_DATE),
                                     lectern_record_text (state->days->pdata[state->days->len - 1], LECTERN_DAY_DATE),
                                     note->language);
  if (state->days->len > 1 || lectern_record_is_empty (day, LECTERN_DAY_BEGINS)
      || lectern_record_is_empty (day, LECTERN_DAY_ENDS))
    return g_steal_pointer (&dates);
  g_autofree char *from = lectern_time_format_iso (lectern_record_integer (day, LECTERN_DAY_BEGINS));
  g_autofree char *to = lectern_time_format_iso (lectern_record_integer (day, LECTERN_DAY_ENDS));
  return g_strdup_printf ("%s, %s–%s", dates, from, to);
}

/* "De Walmolen, Maastricht"; a house that is called like its town is named once. */
static char *
venue_words (LecternNote *note, const LecternRecord *venue)
{
  const char *name = lectern_record_name (venue, note->language);
  const char *city = lectern_record_text (venue, LECTERN_VENUE_CITY);
  if (city == NULL || g_str_equal (name, city))
    return g_strdup (name);
  return *name != '\0' ? g_strdup_printf ("%s, %s", name, city) : g_strdup (city);
}

static char *
places_of (LecternNote *note, const LecternReleaseState *state)
{
  g_autoptr (GString) out = g_string_new (NULL);
  if (g_strcmp0 (text_of (state, LECTERN_EVENT_STATE), "online") == 0)
    return g_strdup (lectern_words (note->language, LECTERN_WORD_ONLINE));
  for (guint i = 0; state != NULL && i < state->venues->len; i++)
    {
      g_autofree char *words = venue_words (note, state->venues->pdata[i]);
      g_string_append_printf (out, "%s%s", i > 0 ? "; " : "", words);
    }
  return out->len > 0 ? g_strdup (out->str) : NULL;
}

static void
compare_state (LecternNote *note)
{
  static const struct
  {
    const char *state;
    LecternWord word;
  } states[] = {
    { "postponed", LECTERN_WORD_POSTPONED },
    { "rescheduled", LECTERN_WORD_RESCHEDULED },
    { "online", LECTERN_WORD_MOVED_ONLINE },
    { "cancelled", LECTERN_WORD_EVENT_CANCELLED },
  };
  const char *now = text_of (note->after, LECTERN_EVENT_STATE);
  if (note->before == NULL || g_strcmp0 (text_of (note->before, LECTERN_EVENT_STATE), now) == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (now, states[i].state) == 0)
      sentence (note, states[i].word);
}

static void
compare_texts (LecternNote *note, char *(*words) (LecternNote *note, const LecternReleaseState *state),
               LecternWord first, LecternWord again, LecternWord unknown)
{
  g_autofree char *was = words (note, note->before);
  g_autofree char *is = words (note, note->after);
  if (is != NULL && g_strcmp0 (was, is) != 0)
    lectern_note_line (note, was == NULL ? first : again, is, was);
  else if (is == NULL && was != NULL)
    lectern_note_line (note, again, lectern_words (note->language, unknown), was);
}

static void
compare_title (LecternNote *note)
{
  if (note->before == NULL || note->before->event == NULL)
    return;
  const char *was = lectern_record_name (note->before->event, note->language);
  const char *is = lectern_record_name (note->after->event, note->language);
  if (g_strcmp0 (was, is) != 0)
    lectern_note_line (note, LECTERN_WORD_NEW_TITLE, is, was);
}

static const char *
promise_words (LecternNote *note, const LecternRecord *promise)
{
  const char *text = lectern_record_text_in (promise, LECTERN_TO_COME_TEXT, note->language);
  if (text != NULL && *text != '\0')
    return text;
  const char *what = lectern_record_text (promise, LECTERN_TO_COME_WHAT);
  return lectern_words_choice (note->language, "to_come_what", what ? what : "other");
}

/* What was owed, and is not any more. */
static void
compare_promises (LecternNote *note)
{
  for (guint i = 0; note->before != NULL && i < note->before->to_come->len; i++)
    {
      const LecternRecord *was = note->before->to_come->pdata[i];
      const LecternRecord *is = lectern_release_state_find (note->after->to_come, was->id);
      if (is != NULL && lectern_record_is_empty (was, LECTERN_TO_COME_DONE)
          && !lectern_record_is_empty (is, LECTERN_TO_COME_DONE))
        lectern_note_line (note, LECTERN_WORD_NOW_KNOWN, promise_words (note, is), NULL);
    }
}

/* @was, @is: the steps; an agenda has to be shown at both to be compared. */
static void
compare_agenda (LecternNote *note, const char *was, const char *is)
{
  gboolean shown_before
      = note->before != NULL && note->before->sessions->len > 0 && lectern_release_shows_agenda (was);
  if (!lectern_release_shows_agenda (is) || note->after->sessions->len == 0)
    return;
  if (shown_before)
    lectern_note_agenda (note);
  else
    sentence (note, LECTERN_WORD_NEW_AGENDA);
}

/* The step of the release that was made from this state: the event has it only since then. */
static char *
step_released (LecternReader *reader, gint64 event, GBytes *seen)
{
  g_autoptr (GPtrArray) made = lectern_release_made (reader, event);
  for (guint i = 0; seen != NULL && i < made->len; i++)
    {
      g_autoptr (GBytes) of = lectern_release_seen (made->pdata[i]);
      if (g_bytes_equal (of, seen))
        return g_strdup (lectern_record_text (made->pdata[i], LECTERN_RELEASE_STEP));
    }
  return NULL;
}

static char *
compare (LecternReader *reader, gint64 event, GBytes *before, GBytes *after, const char *step, const char *language,
         gboolean whole)
{
  g_autoptr (LecternReleaseState) was = before ? lectern_release_state (reader, event, before) : NULL;
  g_autoptr (LecternReleaseState) is = lectern_release_state (reader, event, after);
  g_autofree char *step_before = step_released (reader, event, before);
  g_autofree char *step_after = step_released (reader, event, after);
  g_autoptr (GString) out = g_string_new (NULL);
  LecternNote note = { reader, language, was, is, out, whole };
  if (is->event == NULL)
    return NULL;
  compare_state (&note);
  compare_title (&note);
  compare_texts (&note, dates_of, LECTERN_WORD_WHEN, LECTERN_WORD_NEW_DATE, LECTERN_WORD_DATES_TO_COME);
  compare_texts (&note, places_of, LECTERN_WORD_WHERE, LECTERN_WORD_NEW_PLACE, LECTERN_WORD_PLACE_TO_COME);
  compare_promises (&note);
  if (text_of (is, LECTERN_EVENT_REGISTRATION_URL) != NULL && was != NULL
      && text_of (was, LECTERN_EVENT_REGISTRATION_URL) == NULL)
    sentence (&note, LECTERN_WORD_REGISTRATION_OPEN);
  if (step == NULL)
    step = step_after ? step_after : text_of (is, LECTERN_EVENT_RELEASE_STEP);
  compare_agenda (&note, step_before, step);
  if (out->len == 0)
    return NULL;
  g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
lectern_change_note (LecternReader *reader, gint64 event, GBytes *before, GBytes *after, const char *step,
                     const char *language)
{
  return compare (reader, event, before, after, step, language, FALSE);
}

char *
lectern_change_compare (LecternReader *reader, gint64 event, const LecternRecord *from, const LecternRecord *to,
                        const char *language)
{
  lectern_reader_begin (reader);
  g_autoptr (GBytes) before = lectern_release_seen (from);
  g_autoptr (GBytes) after = to ? lectern_release_seen (to) : NULL;
  char *text = compare (reader, event, before, after, NULL, language, TRUE);
  lectern_reader_end (reader);
  return text;
}

GHashTable *
lectern_change_notes (LecternReader *reader, gint64 event, const char *step)
{
  GHashTable *notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  lectern_reader_begin (reader);
  g_auto (GStrv) languages = lectern_programme_languages (reader, event);
  g_autoptr (GPtrArray) made = lectern_release_made (reader, event);
  g_autoptr (GBytes) before = made->len > 0 ? lectern_release_seen (made->pdata[made->len - 1]) : NULL;
  for (guint i = 0; languages[i] != NULL; i++)
    {
      char *text = lectern_change_note (reader, event, before, NULL, step, languages[i]);
      if (text != NULL)
        g_hash_table_insert (notes, g_strdup (languages[i]), text);
    }
  lectern_reader_end (reader);
  return notes;
}
