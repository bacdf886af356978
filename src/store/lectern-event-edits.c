/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-event-edits.h"

#include "lectern-copy.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (lectern-event-error-quark, lectern_event_error)

/* What was true of the event that is copied, and is not of the next one. */
static const guint event_fields_of_one[] = {
  LECTERN_EVENT_RELEASE_STEP,       LECTERN_EVENT_ONLINE_URL,          LECTERN_EVENT_REGISTRATION_URL,
  LECTERN_EVENT_REGISTRATION_OPENS, LECTERN_EVENT_REGISTRATION_CLOSES, LECTERN_EVENT_URL,
  LECTERN_EVENT_PREVIOUS_START,     LECTERN_EVENT_SCHEDULE_VERSION,
};
static const guint session_fields_of_one[] = {
  LECTERN_SESSION_URL,
  LECTERN_SESSION_FEEDBACK_URL,
  LECTERN_SESSION_ORIGIN_URL,
  LECTERN_SESSION_VIDEO_URL,
};

static const char *
date_of (const LecternRecord *day)
{
  return lectern_record_text (day, LECTERN_DAY_DATE);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp (date_of (*(LecternRecord *const *) a), date_of (*(LecternRecord *const *) b));
}

GPtrArray *
lectern_event_days (LecternReader *reader, gint64 event)
{
  GPtrArray *days = lectern_reader_find (reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, event);
  for (guint i = days->len; i > 0; i--)
    if (date_of (days->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (days, i - 1);
  g_ptr_array_sort (days, compare_days);
  return days;
}

static gboolean
refuse (GError **error, LecternEventError code, const char *sentence)
{
  g_set_error_literal (error, LECTERN_EVENT_ERROR, code, sentence);
  return FALSE;
}

LecternRecord *
lectern_event_get_living (LecternReader *reader, LecternKind kind, gint64 id, GError **error)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, kind, id);
  if (record != NULL && record->alive)
    return g_steal_pointer (&record);
  refuse (error, LECTERN_EVENT_ERROR_GONE,
          kind == LECTERN_KIND_DAY ? _ ("This day is no longer there.") : _ ("This event is no longer there."));
  return NULL;
}

/* ---- sessions in a copy ---- */

static gboolean
is_cancelled (const LecternRecord *session)
{
  return g_strcmp0 (lectern_record_text (session, LECTERN_SESSION_STATE), "cancelled") == 0;
}

static void
clear_fields (LecternEdit *edit, LecternKind kind, gint64 id, const guint *fields, guint n)
{
  for (guint i = 0; i < n; i++)
    lectern_edit_clear (edit, kind, id, fields[i]);
}

/* What is in a block is in its copy, once both are there. */
static void
copy_parents (LecternCopy *copy, LecternEdit *edit, GPtrArray *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const LecternRecord *session = sessions->pdata[i];
      gint64 id = lectern_copy_find (copy, LECTERN_KIND_SESSION, session->id);
      gint64 parent = lectern_record_integer (session, LECTERN_SESSION_PARENT);
      if (id == 0 || parent == 0)
        continue;
      parent = lectern_copy_find (copy, LECTERN_KIND_SESSION, parent);
      if (parent != 0)
        lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_PARENT, parent);
    }
}

/* ---- a day ---- */

static void
copy_day_sessions (LecternCopy *copy, LecternReader *reader, LecternEdit *edit, gint64 day)
{
  g_autoptr (GPtrArray) sessions = lectern_reader_find (reader, LECTERN_KIND_SESSION, LECTERN_SESSION_DAY, day);
  for (guint i = 0; i < sessions->len; i++)
    {
      const LecternRecord *session = sessions->pdata[i];
      gint64 id = lectern_copy_record (copy, session);
      lectern_edit_clear (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_SECOND_HOUR);
      lectern_copy_owned (copy, LECTERN_KIND_SESSION, session->id);
      lectern_copy_roles (copy, session->id, FALSE);
    }
  copy_parents (copy, edit, sessions);
}

LecternEdit *
lectern_event_edit_copy_day (LecternReader *reader, gint64 day, const char *date, gint64 *copy, GError **error)
{
  g_autoptr (LecternRecord) record = lectern_event_get_living (reader, LECTERN_KIND_DAY, day, error);
  gint64 number = 0;
  *copy = 0;
  if (record == NULL)
    return NULL;
  if (!lectern_date_is_valid (date))
    {
      refuse (error, LECTERN_EVENT_ERROR_DATE, _ ("The copy of a day needs a date."));
      return NULL;
    }
  g_autoptr (GPtrArray) days = lectern_reader_find (reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT,
                                                    lectern_record_integer (record, LECTERN_DAY_EVENT));
  for (guint i = 0; i < days->len; i++)
    {
      number = MAX (number, lectern_record_integer (days->pdata[i], LECTERN_DAY_NUMBER));
      if (g_strcmp0 (date_of (days->pdata[i]), date) == 0)
        {
          g_autofree char *words = lectern_date_format (date);
          g_set_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_DATE, _ ("The event already has a day on %s."),
                       words);
          return NULL;
        }
    }
  g_autofree char *to = lectern_date_format (date);
  /* TRANSLATORS: a step of the history: %s is a date */
  g_autofree char *label = g_strdup_printf (_ ("Copy a day to %s"), to);
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  g_autoptr (LecternCopy) book = lectern_copy_new (reader, edit);
  *copy = lectern_copy_record (book, record);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, *copy, LECTERN_DAY_DATE, date);
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, *copy, LECTERN_DAY_NUMBER, number + 1);
  copy_day_sessions (book, reader, edit, day);
  return g_steal_pointer (&edit);
}

/* ---- an event ---- */

/* "th" after 13, "st" after 21; ":e", "e" and the like as they are written elsewhere. */
static const char *
suffix_for (const char *old, gint64 number, gsize *length)
{
  static const char *const english[] = { "th", "st", "nd", "rd" };
  int last = number % 10, teens = number / 10 % 10 == 1;
  *length = 2;
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    if (g_ascii_strncasecmp (old, english[i], 2) == 0 && !g_ascii_isalpha (old[2]))
      return english[!teens && last >= 1 && last <= 3 ? last : 0];
  if (g_str_has_prefix (old, ":a") || g_str_has_prefix (old, ":e"))
    return !teens && (last == 1 || last == 2) ? ":a" : ":e";
  if (g_str_has_prefix (old, "er ") || g_str_has_prefix (old, "re "))
    return number == 1 ? "er" : "e";
  *length = 0;
  return "";
}

char *
lectern_event_next_title (const char *title, gint64 ordinal)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, ordinal);
  gsize length = strlen (number);
  for (const char *at = title; ordinal > 0 && (at = strstr (at, number)) != NULL; at += length)
    {
      gsize suffix;
      if ((at > title && g_ascii_isdigit (at[-1])) || g_ascii_isdigit (at[length]))
        continue;
      const char *new_suffix = suffix_for (at + length, ordinal + 1, &suffix);
      return g_strdup_printf ("%.*s%" G_GINT64_FORMAT "%s%s", (int) (at - title), title, ordinal + 1, new_suffix,
                              at + length + suffix);
    }
  return g_strdup (title);
}

char *
lectern_event_next_slug (LecternReader *reader, gint64 event)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  const char *slug = record != NULL ? lectern_record_text (record, LECTERN_EVENT_SLUG) : NULL;
  if (slug == NULL)
    return NULL;
  gint64 ordinal = lectern_record_integer (record, LECTERN_EVENT_ORDINAL);
  g_autofree char *next = lectern_event_next_title (slug, ordinal);
  for (guint n = 2;; n++)
    {
      if (lectern_reader_event_by_slug (reader, next) == 0)
        return g_steal_pointer (&next);
      g_free (next);
      next = g_strdup_printf ("%s-%u", slug, n);
    }
}

static void
copy_event_record (LecternCopy *copy, LecternReader *reader, LecternEdit *edit, const LecternRecord *event,
                   const LecternEventCopy *how)
{
  gint64 id = lectern_copy_record (copy, event);
  gint64 ordinal = lectern_record_integer (event, LECTERN_EVENT_ORDINAL);
  g_autofree char *slug = how->slug != NULL ? g_strdup (how->slug) : lectern_event_next_slug (reader, event->id);
  const char *old_title = lectern_record_text (event, LECTERN_EVENT_TITLE);
  g_autofree char *title = how->title != NULL ? g_strdup (how->title)
                           : old_title != NULL ? lectern_event_next_title (old_title, ordinal)
                                               : NULL;
  clear_fields (edit, LECTERN_KIND_EVENT, id, event_fields_of_one, G_N_ELEMENTS (event_fields_of_one));
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, id, LECTERN_EVENT_STATE, "planned");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, id, LECTERN_EVENT_SLUG, slug);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, id, LECTERN_EVENT_TITLE, title);
  if (ordinal > 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_EVENT, id, LECTERN_EVENT_ORDINAL, ordinal + 1);
  if (!how->same_venue)
    lectern_edit_clear (edit, LECTERN_KIND_EVENT, id, LECTERN_EVENT_VENUES);
  for (guint i = 0; event->translations != NULL && i < event->translations->len; i++)
    {
      const LecternTranslation *text = &g_array_index (event->translations, LecternTranslation, i);
      g_autofree char *next = lectern_event_next_title (text->text, ordinal);
      if (text->field == LECTERN_EVENT_TITLE)
        lectern_edit_set (edit, LECTERN_KIND_EVENT, id, text->field, text->language, lectern_value_text (next));
    }
}

static void
copy_days (LecternCopy *copy, LecternReader *reader, LecternEdit *edit, const LecternRecord *event,
           const LecternEventCopy *how)
{
  g_autoptr (GPtrArray) dated = lectern_event_days (reader, event->id);
  g_autoptr (GPtrArray) days = lectern_reader_find (reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, event->id);
  for (guint i = 0; i < days->len; i++)
    {
      const LecternRecord *day = days->pdata[i];
      gint64 id = lectern_copy_record (copy, day);
      if (date_of (day) != NULL)
        {
          int after = lectern_date_days_between (date_of (dated->pdata[0]), date_of (day));
          g_autofree char *date = lectern_date_add_days (how->first_date, after);
          lectern_edit_set_text (edit, LECTERN_KIND_DAY, id, LECTERN_DAY_DATE, date);
        }
      if (!how->same_venue)
        lectern_edit_clear (edit, LECTERN_KIND_DAY, id, LECTERN_DAY_VENUE);
    }
}

static void
copy_sessions (LecternCopy *copy, LecternReader *reader, LecternEdit *edit, gint64 event, const LecternEventCopy *how)
{
  g_autoptr (GPtrArray) tracks = lectern_reader_find (reader, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT, event);
  g_autoptr (GPtrArray) sessions = lectern_reader_find (reader, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, event);
  g_autoptr (GPtrArray) clashes = lectern_reader_find (reader, LECTERN_KIND_CLASH, LECTERN_CLASH_EVENT, event);
  for (guint i = 0; i < tracks->len; i++)
    lectern_copy_record (copy, tracks->pdata[i]);
  for (guint i = 0; i < sessions->len; i++)
    {
      const LecternRecord *session = sessions->pdata[i];
      if (is_cancelled (session))
        continue;
      gint64 id = lectern_copy_record (copy, session);
      clear_fields (edit, LECTERN_KIND_SESSION, id, session_fields_of_one, G_N_ELEMENTS (session_fields_of_one));
      lectern_edit_clear (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_SECOND_HOUR);
      if (g_strcmp0 (lectern_record_text (session, LECTERN_SESSION_STATE), "confirmed") == 0)
        lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_STATE, "to-be-confirmed");
      if (!how->same_venue)
        lectern_edit_clear (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS);
      if (how->roles)
        lectern_copy_roles (copy, session->id, TRUE);
    }
  copy_parents (copy, edit, sessions);
  for (guint i = 0; i < clashes->len; i++)
    {
      gint64 first = lectern_copy_find (copy, LECTERN_KIND_SESSION,
                                        lectern_record_integer (clashes->pdata[i], LECTERN_CLASH_FIRST));
      gint64 second = lectern_copy_find (copy, LECTERN_KIND_SESSION,
                                         lectern_record_integer (clashes->pdata[i], LECTERN_CLASH_SECOND));
      if (first != 0 && second != 0)
        lectern_edit_link (edit, LECTERN_KIND_CLASH, lectern_copy_find (copy, LECTERN_KIND_EVENT, event), first,
                           second);
    }
}

LecternEdit *
lectern_event_edit_copy (LecternReader *reader, gint64 event, const LecternEventCopy *how, gint64 *copy,
                         GError **error)
{
  g_autoptr (LecternRecord) record = lectern_event_get_living (reader, LECTERN_KIND_EVENT, event, error);
  *copy = 0;
  if (record == NULL)
    return NULL;
  if (!lectern_date_is_valid (how->first_date))
    {
      refuse (error, LECTERN_EVENT_ERROR_DATE, _ ("The next event needs the date of its first day."));
      return NULL;
    }
  if (how->slug != NULL && lectern_reader_event_by_slug (reader, how->slug) != 0)
    {
      g_set_error (error, LECTERN_EVENT_ERROR, LECTERN_EVENT_ERROR_SLUG,
                   _ ("Another event already has the short name “%s”."), how->slug);
      return NULL;
    }
  /* TRANSLATORS: a step of the history: %s is the title of an event */
  g_autofree char *label = g_strdup_printf (_ ("Copy the event “%s”"), lectern_record_name (record, NULL));
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  g_autoptr (LecternCopy) book = lectern_copy_new (reader, edit);
  copy_event_record (book, reader, edit, record, how);
  copy_days (book, reader, edit, record, how);
  copy_sessions (book, reader, edit, event, how);
  lectern_copy_owned (book, LECTERN_KIND_EVENT, event);
  *copy = lectern_copy_find (book, LECTERN_KIND_EVENT, event);
  return g_steal_pointer (&edit);
}
