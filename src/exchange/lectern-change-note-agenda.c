/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The part of a change note that tells sessions apart.
 */
#include "lectern-change-note-private.h"
#include "lectern-time.h"

#include <string.h>

/* More lines than this nobody reads: the rest is said in one. */
#define MOST_LINES 12

static gboolean
is_off (const LecternRecord *session)
{
  return g_strcmp0 (lectern_record_text (session, LECTERN_SESSION_STATE), "cancelled") == 0;
}

static gboolean
same (const LecternRecord *a, const LecternRecord *b, guint field)
{
  return lectern_value_equal (lectern_record_value (a, field), lectern_record_value (b, field));
}

static gboolean
is_placed (const LecternRecord *session)
{
  return !lectern_record_is_empty (session, LECTERN_SESSION_DAY)
         && !lectern_record_is_empty (session, LECTERN_SESSION_START);
}

static char *
time_words (LecternNote *note, const LecternReleaseState *state, const LecternRecord *session)
{
  const LecternRecord *day
      = lectern_release_state_find (state->days, lectern_record_integer (session, LECTERN_SESSION_DAY));
  if (day == NULL || lectern_record_is_empty (session, LECTERN_SESSION_START))
    return g_strdup (lectern_words (note->language, LECTERN_WORD_NO_TIME));
  gint64 start = lectern_record_integer (session, LECTERN_SESSION_START);
  g_autofree char *on = lectern_date_add_days (lectern_record_text (day, LECTERN_DAY_DATE), start / (24 * 60));
  g_autofree char *date = lectern_date_format_in (on, note->language);
  g_autofree char *time = lectern_time_format_iso (start);
  return g_strdup_printf ("%s, %s", date, time);
}

static char *
room_words (LecternNote *note, const LecternRecord *session)
{
  gsize n = 0;
  g_autofree gint64 *ids = lectern_value_get_ids (lectern_record_value (session, LECTERN_SESSION_ROOMS), &n);
  GString *out = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = lectern_reader_name (note->reader, LECTERN_KIND_ROOM, ids[i], note->language);
      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_string_free (out, FALSE);
}

/* Who is in it, by ids; the order of roles is that of their records. */
static char *
people_of (LecternNote *note, const LecternReleaseState *state, gint64 session, gboolean names)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < state->roles->len; i++)
    {
      const LecternRecord *role = state->roles->pdata[i];
      gint64 person = lectern_record_integer (role, LECTERN_SESSION_ROLE_PERSON);
      if (lectern_record_integer (role, LECTERN_SESSION_ROLE_SESSION) != session
          || g_strcmp0 (lectern_record_text (role, LECTERN_SESSION_ROLE_STATE), "cancelled") == 0)
        continue;
      g_autofree char *name = names ? lectern_reader_name (note->reader, LECTERN_KIND_PERSON, person, NULL)
                                    : g_strdup_printf ("%" G_GINT64_FORMAT, person);
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", name);
    }
  return g_string_free (out, FALSE);
}

static void
line_with (LecternNote *note, LecternWord word, const char *title, const char *is, const char *was)
{
  g_autofree char *text = *is != '\0' ? g_strdup_printf ("%s: %s", title, is) : g_strdup (title);
  lectern_note_line (note, word, text, was);
}

static void
compare_people (LecternNote *note, const LecternRecord *session, const char *title)
{
  g_autofree char *was = people_of (note, note->before, session->id, FALSE);
  g_autofree char *is = people_of (note, note->after, session->id, FALSE);
  if (g_strcmp0 (was, is) == 0)
    return;
  g_autofree char *names = people_of (note, note->after, session->id, TRUE);
  line_with (note, LECTERN_WORD_NEW_PEOPLE, title, names, NULL);
}

/* What a note for the public need not say. */
static void
compare_rest (LecternNote *note, const LecternRecord *was, const LecternRecord *is, const char *title)
{
  static const guint texts[]
      = { LECTERN_SESSION_SUBTITLE, LECTERN_SESSION_ABSTRACT, LECTERN_SESSION_DESCRIPTION };
  gboolean other_text = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    other_text = other_text
                 || g_strcmp0 (lectern_record_text_in (was, texts[i], note->language),
                               lectern_record_text_in (is, texts[i], note->language)) != 0;
  if (other_text)
    lectern_note_line (note, LECTERN_WORD_NEW_TEXT, title, NULL);
  if (same (was, is, LECTERN_SESSION_DURATION))
    return;
  g_autofree char *then
      = g_strdup_printf ("%" G_GINT64_FORMAT "′", lectern_record_integer (was, LECTERN_SESSION_DURATION));
  g_autofree char *now
      = g_strdup_printf ("%" G_GINT64_FORMAT "′", lectern_record_integer (is, LECTERN_SESSION_DURATION));
  line_with (note, LECTERN_WORD_NEW_LENGTH, title, now, then);
}

static void
compare_session (LecternNote *note, const LecternRecord *was, const LecternRecord *is)
{
  const char *title = lectern_record_name (is, note->language);
  const char *old_title = lectern_record_name (was, note->language);
  if (is_off (is) || !is_placed (is))
    {
      if (!is_off (was) && (is_off (is) || is_placed (was)))
        lectern_note_line (note, is_off (is) ? LECTERN_WORD_OFF_ITEM : LECTERN_WORD_GONE_ITEM, title, NULL);
      return;
    }
  if (g_strcmp0 (title, old_title) != 0)
    lectern_note_line (note, LECTERN_WORD_NEW_TITLE, title, old_title);
  if (is_off (was))
    lectern_note_line (note, LECTERN_WORD_NEW_ITEM, title, NULL);
  else if (!same (was, is, LECTERN_SESSION_DAY) || !same (was, is, LECTERN_SESSION_START))
    {
      g_autofree char *then = time_words (note, note->before, was);
      g_autofree char *now = time_words (note, note->after, is);
      line_with (note, LECTERN_WORD_NEW_TIME, title, now, then);
    }
  if (!same (was, is, LECTERN_SESSION_ROOMS))
    {
      g_autofree char *then = room_words (note, was);
      g_autofree char *now = room_words (note, is);
      if (*now != '\0')
        line_with (note, LECTERN_WORD_NEW_ROOM, title, now, then);
    }
  compare_people (note, is, title);
  if (note->whole)
    compare_rest (note, was, is, title);
}

static guint
lines_of (const GString *out)
{
  guint n = 0;
  for (const char *at = out->str; *at != '\0'; at++)
    n += *at == '\n';
  return n;
}

static gsize
end_of_line (const GString *out, guint line)
{
  const char *at = out->str;
  for (guint i = 0; i < line; i++)
    at = strchr (at, '\n') + 1;
  return at - out->str;
}

static gboolean
is_full (const LecternNote *note)
{
  return !note->whole && lines_of (note->out) > MOST_LINES;
}

void
lectern_note_agenda (LecternNote *note)
{
  g_autoptr (GString) out = g_string_new (NULL);
  LecternNote agenda = *note;
  agenda.out = out;
  for (guint i = 0; i < note->after->sessions->len; i++)
    {
      const LecternRecord *is = note->after->sessions->pdata[i];
      const LecternRecord *was = lectern_release_state_find (note->before->sessions, is->id);
      if (was != NULL)
        compare_session (&agenda, was, is);
      else if (is_placed (is) && !is_off (is))
        lectern_note_line (&agenda, LECTERN_WORD_NEW_ITEM, lectern_record_name (is, note->language), NULL);
      if (is_full (&agenda))
        break;
    }
  for (guint i = 0; i < note->before->sessions->len && !is_full (&agenda); i++)
    {
      const LecternRecord *was = note->before->sessions->pdata[i];
      if (!is_off (was) && lectern_release_state_find (note->after->sessions, was->id) == NULL)
        lectern_note_line (&agenda, LECTERN_WORD_GONE_ITEM, lectern_record_name (was, note->language), NULL);
    }
  if (is_full (&agenda))
    {
      g_string_truncate (out, end_of_line (out, MOST_LINES));
      g_string_append_printf (out, "%s\n", lectern_words (note->language, LECTERN_WORD_MORE_CHANGES));
    }
  g_string_append_len (note->out, out->str, out->len);
}
