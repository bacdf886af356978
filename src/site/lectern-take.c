/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-take.h"

#include "lectern-out.h"
#include "lectern-programme-load.h"
#include "lectern-take-marks.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LEAST_PART 6        /* bytes of a text that are enough to know it by */
#define FARTHEST_DATE 400   /* days */

typedef struct
{
  LecternReader *reader;
  const char *language;
  LecternProgramme *programme; /* as the page has it */
  GPtrArray *records;          /* of LecternRecord, what a page tells of but sessions */
  GPtrArray *found;
  gboolean all;
} Taker;

static void
takeable_free (gpointer data)
{
  LecternTakeable *takeable = data;
  g_free (takeable->language);
  g_free (takeable->what);
  g_free (takeable->before);
  g_free (takeable->after);
  g_free (takeable->was);
  lectern_value_clear (&takeable->value);
  g_free (takeable);
}

/* The same correction stands on the page in several places; two different ones are nobody's to
   choose between but the person's. */
static LecternTakeable *
add (Taker *t, LecternKind kind, gint64 record, guint field, gboolean of_language, const char *before,
     const char *after, LecternValue value)
{
  g_autofree char *name = lectern_reader_name (t->reader, kind, record, t->language);
  for (guint i = 0; i < t->found->len; i++)
    {
      LecternTakeable *known = t->found->pdata[i];
      if (known->kind != kind || known->record != record || known->field != field)
        continue;
      t->all = t->all && lectern_value_equal (&known->value, &value);
      lectern_value_clear (&value);
      return known;
    }
  LecternTakeable *takeable = g_new0 (LecternTakeable, 1);
  *takeable = (LecternTakeable){ .kind = kind, .record = record, .field = field, .value = value };
  takeable->language = g_strdup (of_language ? t->language : NULL);
  /* Translators: a field and the record it belongs to: Title of “Lunch”. */
  takeable->what = g_strdup_printf (_("%s of “%s”"), lectern_field_label (lectern_field (kind, field)), name);
  takeable->before = g_strdup (before);
  takeable->after = g_strdup (after);
  g_ptr_array_add (t->found, takeable);
  return takeable;
}

static void
remember (LecternTakeable *takeable, const char *was)
{
  g_free (takeable->was);
  takeable->was = g_strdup (was);
}

/* --- texts --- */

/* What stands in @after where @value stood in @before, the rest being the same; NULL where it is not. */
static char *
inner (const char *before, const char *value, const char *after)
{
  const char *at = strstr (before, value);
  gsize head = at ? at - before : 0, tail = at ? strlen (at + strlen (value)) : 0, length = strlen (after);
  if (at == NULL || length <= head + tail || strncmp (before, after, head) != 0
      || strcmp (at + strlen (value), after + length - tail) != 0)
    return NULL;
  return g_strndup (after + head, length - head - tail);
}

/* @value with the part of it that the page has as @before and now as @after. */
static char *
outer (const char *before, const char *value, const char *after)
{
  const char *at = strlen (before) >= LEAST_PART ? strstr (value, before) : NULL;
  if (at == NULL || strstr (at + 1, before) != NULL)
    return NULL;
  return g_strdup_printf ("%.*s%s%s", (int) (at - value), value, after, at + strlen (before));
}

typedef struct
{
  const LecternRecord *record;
  const LecternField *field;
  char *after;
  gsize fit; /* the longer, the surer */
  gboolean unsure;
} Match;

static gboolean
is_readable (const LecternField *field)
{
  return (field->type == LECTERN_TYPE_TEXT || field->type == LECTERN_TYPE_PROSE)
         && field->audience == LECTERN_AUDIENCE_PUBLIC && field->purpose != LECTERN_PURPOSE_TECHNICAL;
}

static void
match_record (Taker *t, const LecternRecord *record, const LecternTakeChange *change, Match *best)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LecternField *field = &info->fields[i];
      const char *value = is_readable (field) ? lectern_record_text_in (record, field->number, t->language) : NULL;
      if (value == NULL || *value == '\0')
        continue;
      char *after = inner (change->before, value, change->after);
      gsize fit = after ? strlen (value) : strlen (change->before);
      if (after == NULL)
        after = outer (change->before, value, change->after);
      if (after == NULL || fit < best->fit)
        {
          g_free (after);
          continue;
        }
      best->unsure = fit == best->fit && best->record != record;
      g_free (best->after);
      *best = (Match){ record, field, after, fit, best->unsure };
    }
}

static gboolean
take_text (Taker *t, const LecternRecord *session, const LecternTakeChange *change)
{
  Match best = { 0 };
  if (session)
    match_record (t, session, change, &best);
  for (guint i = 0; i < t->records->len && best.after == NULL; i++)
    match_record (t, t->records->pdata[i], change, &best);
  if (best.after && !best.unsure)
    {
      g_strstrip (best.after);
      remember (add (t, best.record->kind, best.record->id, best.field->number,
                     best.field->flags & LECTERN_FIELD_TRANSLATABLE, change->before, change->after,
                     lectern_value_text (best.after)),
                lectern_record_text_in (best.record, best.field->number, t->language));
    }
  g_free (best.after);
  return best.record != NULL && !best.unsure;
}

/* --- times of a session --- */

static const LecternProgrammeSession *
session_at (Taker *t, const char *anchor)
{
  for (guint i = 0; anchor && i < t->programme->sessions->len; i++)
    {
      g_autofree char *guid = lectern_out_session_guid (t->programme, i);
      if (g_str_has_prefix (anchor + strlen ("s-"), guid))
        return t->programme->sessions->pdata[i];
    }
  return NULL;
}

static gboolean
is_time (const char *text, int minutes)
{
  g_autofree char *iso = lectern_time_format_iso (minutes);
  return strcmp (text, iso) == 0;
}

static void
add_time (Taker *t, const LecternProgrammeSession *session, guint field, const LecternTakeChange *change, int minutes)
{
  add (t, LECTERN_KIND_SESSION, session->record, field, FALSE, change->before, change->after,
       lectern_value_integer (minutes));
}

/* "09:15" alone, which is the start or the end, or "09:15–09:45" in one. */
static gboolean
take_time (Taker *t, const LecternProgrammeSession *session, const LecternTakeChange *change)
{
  int start = -1, end = -1, was_start = -1, was_end = -1;
  if (session == NULL || session->start_minute < 0 || session->duration < 0
      || !lectern_time_range_parse (change->before, &was_start, &was_end)
      || !lectern_time_range_parse (change->after, &start, &end))
    return FALSE;
  int over = session->start_minute / 1440 * 1440, last = session->start_minute + session->duration;
  if (was_end < 0 && end < 0 && is_time (change->before, session->start_minute))
    add_time (t, session, LECTERN_SESSION_START, change, start + over);
  else if (was_end < 0 && end < 0 && is_time (change->before, last))
    add_time (t, session, LECTERN_SESSION_DURATION, change,
              start + over - session->start_minute + (start + over < session->start_minute ? 1440 : 0));
  else if (was_end >= 0 && end >= 0 && was_start + over == session->start_minute)
    {
      add_time (t, session, LECTERN_SESSION_START, change, start + over);
      add_time (t, session, LECTERN_SESSION_DURATION, change, end - start);
    }
  else
    return FALSE;
  return TRUE;
}

/* Who moved the start and left the end where it was made the session longer or shorter. */
static void
mend_durations (Taker *t)
{
  for (guint i = 0; i < t->programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = t->programme->sessions->pdata[i];
      LecternTakeable *start = NULL, *duration = NULL;
      for (guint j = 0; j < t->found->len; j++)
        {
          LecternTakeable *one = t->found->pdata[j];
          if (one->kind == LECTERN_KIND_SESSION && one->record == session->record && one->field == LECTERN_SESSION_START)
            start = one;
          if (one->kind == LECTERN_KIND_SESSION && one->record == session->record && one->field == LECTERN_SESSION_DURATION)
            duration = one;
        }
      if (start == NULL || (duration && strcmp (duration->before, start->before) == 0))
        continue;
      gint64 earlier = session->start_minute - start->value.integer, now = session->duration + earlier;
      if (duration)
        duration->value.integer += earlier;
      else if (now > 0)
        {
          g_autofree char *before = lectern_duration_format (session->duration);
          g_autofree char *after = lectern_duration_format (now);
          add (t, LECTERN_KIND_SESSION, session->record, LECTERN_SESSION_DURATION, FALSE, before, after,
               lectern_value_integer (now));
        }
    }
}

/* --- dates --- */

/* The shift in days by which @text would be written for these dates; G_MAXINT: none. */
static int
shift_of (Taker *t, const char *first, const char *last, const char *text)
{
  for (int shift = -FARTHEST_DATE; shift <= FARTHEST_DATE; shift++)
    {
      g_autofree char *from = lectern_date_add_days (first, shift);
      g_autofree char *to = lectern_date_add_days (last, shift);
      g_autofree char *one = strcmp (from, to) == 0 ? lectern_date_format_in (from, t->language)
                                                    : lectern_date_format_span_in (from, to, t->language);
      if (strcmp (one, text) == 0)
        return shift;
    }
  return G_MAXINT;
}

static gboolean
take_span (Taker *t, const LecternTakeChange *change)
{
  g_autofree char *first = lectern_out_first_date (t->programme);
  g_autofree char *last = lectern_out_last_date (t->programme);
  if (first == NULL || strcmp (first, last) == 0)
    return FALSE;
  g_autofree char *span = lectern_date_format_span_in (first, last, t->language);
  g_autofree char *theirs = inner (change->before, span, change->after);
  int shift = theirs ? shift_of (t, first, last, theirs) : G_MAXINT;
  for (guint i = 0; shift != G_MAXINT && i < t->programme->days->len; i++)
    {
      const LecternProgrammeDay *day = t->programme->days->pdata[i];
      g_autofree char *date = day->date ? lectern_date_add_days (day->date, shift) : NULL;
      if (date)
        add (t, LECTERN_KIND_DAY, day->record, LECTERN_DAY_DATE, FALSE, change->before, change->after,
             lectern_value_text (date));
    }
  return shift != G_MAXINT;
}

/* What stands there now where @date stood; NULL where that is no date. g_free(). */
static char *
date_now (Taker *t, const char *date, const LecternTakeChange *change)
{
  g_autofree char *words = date ? lectern_date_format_in (date, t->language) : NULL;
  g_autofree char *theirs = words ? inner (change->before, words, change->after) : NULL;
  int shift = theirs ? shift_of (t, date, date, theirs) : G_MAXINT;
  char iso[11];
  GDate typed;
  if (shift != G_MAXINT)
    return lectern_date_add_days (date, shift);
  if (theirs == NULL || !lectern_date_parse_typed (theirs, &typed))
    return NULL;
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", &typed);
  return g_strdup (iso);
}

/* Of a day, of the registration, of what is still to come: where two are the same day it cannot
   be told which of them was meant. */
static gboolean
take_date (Taker *t, const LecternTakeChange *change)
{
  const LecternRecord *record = NULL;
  const LecternField *field = NULL;
  g_autofree char *now = NULL;
  guint n = 0;
  for (guint i = 0; i < t->records->len; i++)
    {
      const LecternRecord *one = t->records->pdata[i];
      const LecternKindInfo *info = lectern_kind_info (one->kind);
      for (guint f = 0; f < info->n_fields; f++)
        {
          char *date = info->fields[f].type == LECTERN_TYPE_DATE && info->fields[f].audience == LECTERN_AUDIENCE_PUBLIC
                           ? date_now (t, lectern_record_text (one, info->fields[f].number), change)
                           : NULL;
          if (date == NULL)
            continue;
          g_free (now);
          now = date;
          record = one;
          field = &info->fields[f];
          n++;
        }
    }
  if (n == 1)
    remember (add (t, record->kind, record->id, field->number, FALSE, change->before, change->after,
                   lectern_value_text (now)),
              lectern_record_text (record, field->number));
  return n == 1 || (n == 0 && take_span (t, change));
}

/* --- all of it --- */

static void
collect (Taker *t, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (t->records, g_steal_pointer (&records->pdata[i]));
  g_ptr_array_unref (records);
}

static void
collect_all (Taker *t, gint64 event)
{
  t->records = g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_record_free);
  g_ptr_array_add (t->records, lectern_reader_get (t->reader, LECTERN_KIND_EVENT, event));
  collect (t, lectern_reader_find (t->reader, LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_EVENT, event));
  collect (t, lectern_reader_find (t->reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, event));
  collect (t, lectern_reader_find (t->reader, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT, event));
  collect (t, lectern_reader_find (t->reader, LECTERN_KIND_TO_COME, LECTERN_TO_COME_EVENT, event));
  collect (t, lectern_reader_all (t->reader, LECTERN_KIND_VENUE));
  collect (t, lectern_reader_all (t->reader, LECTERN_KIND_ROOM));
}

/* What search engines read says the same again, in one piece: whether @change is nothing but what
   was found, wherever it stands in it. */
static gboolean
is_explained (Taker *t, const LecternTakeChange *change)
{
  g_autoptr (GString) text = g_string_new (change->before);
  for (guint i = 0; i < t->found->len; i++)
    {
      const LecternTakeable *one = t->found->pdata[i];
      if (one->was)
        g_string_replace (text, one->was, lectern_value_get_text (&one->value), 0);
    }
  return strcmp (text->str, change->after) == 0;
}

GPtrArray *
lectern_take_find (LecternReader *reader, gint64 event, const char *language, GBytes *base, GBytes *theirs,
                   gboolean *all)
{
  Taker t = { .reader = reader, .language = language, .all = TRUE };
  t.found = g_ptr_array_new_with_free_func (takeable_free);
  t.programme = lectern_programme_load (reader, event, language, LECTERN_AUDIENCE_PUBLIC, NULL);
  *all = FALSE;
  if (t.programme == NULL)
    return t.found;
  g_autoptr (GPtrArray) changes = lectern_take_changes (base, theirs, all);
  t.all = *all;
  collect_all (&t, event);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  for (guint i = 0; i < changes->len; i++)
    {
      const LecternTakeChange *change = changes->pdata[i];
      const LecternProgrammeSession *session = session_at (&t, change->anchor);
      g_autoptr (LecternRecord) record
          = session ? lectern_reader_get (reader, LECTERN_KIND_SESSION, session->record) : NULL;
      if (!take_time (&t, session, change) && !take_date (&t, change) && !take_text (&t, record, change))
        g_ptr_array_add (others, (gpointer) change);
    }
  for (guint i = 0; i < others->len; i++)
    t.all = t.all && is_explained (&t, others->pdata[i]);
  mend_durations (&t);
  *all = t.all;
  g_ptr_array_unref (t.records);
  lectern_programme_free (t.programme);
  return t.found;
}

LecternEdit *
lectern_take_edit (GPtrArray *takeables, const char *item)
{
  g_autofree char *label = g_strdup_printf (_("Take over what was changed at %s"), item);
  LecternEdit *edit = lectern_edit_new (label);
  for (guint i = 0; i < takeables->len; i++)
    {
      const LecternTakeable *one = takeables->pdata[i];
      lectern_edit_set (edit, one->kind, one->record, one->field, one->language, lectern_value_copy (&one->value));
    }
  return edit;
}
