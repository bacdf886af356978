/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-outdated.h"

#include "lectern-release.h"
#include "lectern-text-dates.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

LecternOutdatedTerms *
lectern_outdated_terms_new (void)
{
  LecternOutdatedTerms *terms = g_new0 (LecternOutdatedTerms, 1);
  terms->old_dates = g_ptr_array_new_with_free_func (g_free);
  terms->dates = g_ptr_array_new_with_free_func (g_free);
  terms->old_places = g_ptr_array_new_with_free_func (g_free);
  terms->places = g_ptr_array_new_with_free_func (g_free);
  return terms;
}

void
lectern_outdated_terms_free (LecternOutdatedTerms *terms)
{
  g_ptr_array_unref (terms->old_dates);
  g_ptr_array_unref (terms->dates);
  g_ptr_array_unref (terms->old_places);
  g_ptr_array_unref (terms->places);
  g_free (terms);
}

static gboolean
holds (GPtrArray *list, const char *text)
{
  for (guint i = 0; text != NULL && i < list->len; i++)
    if (g_str_equal (list->pdata[i], text))
      return TRUE;
  return FALSE;
}

static void
add_once (GPtrArray *list, const char *text)
{
  if (text != NULL && *text != '\0' && !holds (list, text))
    g_ptr_array_add (list, g_strdup (text));
}

static void
add_state (const LecternReleaseState *state, GPtrArray *dates, GPtrArray *places)
{
  for (guint i = 0; i < state->days->len; i++)
    add_once (dates, lectern_record_text (state->days->pdata[i], LECTERN_DAY_DATE));
  for (guint i = 0; i < state->venues->len; i++)
    {
      add_once (places, lectern_record_text (state->venues->pdata[i], LECTERN_VENUE_CITY));
      add_once (places, lectern_record_name (state->venues->pdata[i], NULL));
    }
}

void
lectern_outdated_terms_add_old (LecternOutdatedTerms *terms, const LecternReleaseState *state)
{
  add_state (state, terms->old_dates, terms->old_places);
}

LecternOutdatedTerms *
lectern_outdated_terms (LecternReader *reader, gint64 event)
{
  LecternOutdatedTerms *terms = lectern_outdated_terms_new ();
  g_autoptr (LecternReleaseState) now = lectern_release_state (reader, event, NULL);
  g_autoptr (GPtrArray) made = lectern_release_made (reader, event);
  add_state (now, terms->dates, terms->places);
  if (now->event != NULL)
    add_once (terms->old_dates, lectern_record_text (now->event, LECTERN_EVENT_PREVIOUS_START));
  for (guint i = 0; i < made->len; i++)
    {
      g_autoptr (GBytes) seen = lectern_release_seen (made->pdata[i]);
      g_autoptr (LecternReleaseState) then = lectern_release_state (reader, event, seen);
      add_state (then, terms->old_dates, terms->old_places);
    }
  return terms;
}

static void
outdated_free (gpointer data)
{
  LecternOutdated *found = data;
  g_free (found->language);
  g_free (found->words);
  g_free (found);
}

/* ---- one text ---- */

typedef struct
{
  const LecternOutdatedTerms *terms;
  GPtrArray *found;
  LecternKind kind;
  gint64 id;
  guint field;
  const char *language;
} Text;

static void
note (Text *at, LecternOutdatedWhy why, const char *words, gsize length)
{
  LecternOutdated *found = g_new0 (LecternOutdated, 1);
  found->why = why;
  found->kind = at->kind;
  found->id = at->id;
  found->field = at->field;
  found->language = g_strdup (at->language);
  found->words = g_strndup (words, length);
  g_ptr_array_add (at->found, found);
}

static int
weekday_of (const char *date)
{
  GDate day;
  return lectern_date_parse (date, &day) ? (int) g_date_get_weekday (&day) : 0;
}

/* Whether the date, in the year of one of @dates where the text says none, is one of them. */
static gboolean
names_one_of (const LecternTextDate *date, GPtrArray *dates)
{
  for (guint i = 0; i < dates->len; i++)
    {
      g_autofree char *iso = lectern_text_date_iso (date, atoi (dates->pdata[i]));
      if (g_strcmp0 (iso, dates->pdata[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_weekday_of (int weekday, GPtrArray *dates)
{
  for (guint i = 0; i < dates->len; i++)
    if (weekday_of (dates->pdata[i]) == weekday)
      return TRUE;
  return FALSE;
}

static gboolean
is_mismatch (const LecternTextDate *date, const LecternOutdatedTerms *terms)
{
  GPtrArray *dates = terms->dates->len > 0 ? terms->dates : terms->old_dates;
  if (date->day == 0 || date->weekday == 0)
    return FALSE;
  g_autofree char *iso = lectern_text_date_iso (date, dates->len > 0 ? atoi (dates->pdata[0]) : 0);
  return iso != NULL && weekday_of (iso) != date->weekday;
}

static void
look_for_dates (Text *at, const char *text)
{
  g_autoptr (GArray) dates = lectern_text_dates (text);
  const LecternOutdatedTerms *terms = at->terms;
  for (guint i = 0; i < dates->len; i++)
    {
      const LecternTextDate *date = &g_array_index (dates, LecternTextDate, i);
      if (date->day != 0 && names_one_of (date, terms->old_dates) && !names_one_of (date, terms->dates))
        note (at, LECTERN_OUTDATED_DATE, text + date->at, date->length);
      else if (is_mismatch (date, terms))
        note (at, LECTERN_OUTDATED_MISMATCH, text + date->at, date->length);
      else if (date->day == 0 && is_weekday_of (date->weekday, terms->old_dates)
               && !is_weekday_of (date->weekday, terms->dates))
        note (at, LECTERN_OUTDATED_WEEKDAY, text + date->at, date->length);
    }
}

static gboolean
is_whole_word (const char *text, const char *at, gsize length)
{
  const char *before = g_utf8_find_prev_char (text, at);
  return (before == NULL || !g_unichar_isalnum (g_utf8_get_char (before)))
         && !g_unichar_isalnum (g_utf8_get_char (at + length));
}

static void
look_for_places (Text *at, const char *text)
{
  for (guint i = 0; i < at->terms->old_places->len; i++)
    {
      const char *place = at->terms->old_places->pdata[i];
      const char *found = holds (at->terms->places, place) ? NULL : strstr (text, place);
      if (found != NULL && is_whole_word (text, found, strlen (place)))
        note (at, LECTERN_OUTDATED_PLACE, place, strlen (place));
    }
}

static void
look_at (Text *at, guint field, const char *language, const char *text)
{
  if (text == NULL)
    return;
  at->field = field;
  at->language = language;
  look_for_dates (at, text);
  look_for_places (at, text);
}

static void
look_at_record (const LecternOutdatedTerms *terms, GPtrArray *found, const LecternRecord *record)
{
  const LecternKindInfo *info = lectern_kind_info (record->kind);
  Text at = { .terms = terms, .found = found, .kind = record->kind, .id = record->id };
  for (guint i = 0; i < info->n_fields; i++)
    if ((info->fields[i].flags & LECTERN_FIELD_TRANSLATABLE) && info->fields[i].audience == LECTERN_AUDIENCE_PUBLIC)
      look_at (&at, info->fields[i].number, NULL, lectern_record_text (record, info->fields[i].number));
  for (guint i = 0; record->translations != NULL && i < record->translations->len; i++)
    {
      const LecternTranslation *text = &g_array_index (record->translations, LecternTranslation, i);
      look_at (&at, text->field, text->language, text->text);
    }
}

static gboolean
is_over (const LecternRecord *record)
{
  return (record->kind == LECTERN_KIND_ANNOUNCEMENT
          && g_strcmp0 (lectern_record_text (record, LECTERN_ANNOUNCEMENT_STATE), "published") == 0)
         || (record->kind == LECTERN_KIND_TO_COME && !lectern_record_is_empty (record, LECTERN_TO_COME_DONE));
}

GPtrArray *
lectern_outdated_find (LecternReader *reader, gint64 event, const LecternOutdatedTerms *terms)
{
  static const struct
  {
    LecternKind kind;
    guint field;
  } kinds[] = {
    { LECTERN_KIND_DAY, LECTERN_DAY_EVENT },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT },
    { LECTERN_KIND_TO_COME, LECTERN_TO_COME_EVENT },
    { LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_EVENT },
  };
  GPtrArray *found = g_ptr_array_new_with_free_func (outdated_free);
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  if (record != NULL && record->alive)
    look_at_record (terms, found, record);
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) records = lectern_reader_find (reader, kinds[k].kind, kinds[k].field, event);
      for (guint i = 0; i < records->len; i++)
        if (!is_over (records->pdata[i]))
          look_at_record (terms, found, records->pdata[i]);
    }
  return found;
}

char *
lectern_outdated_where (LecternReader *reader, const LecternOutdated *found)
{
  g_autofree char *name = lectern_reader_name (reader, found->kind, found->id, NULL);
  const char *label = _ (lectern_field (found->kind, found->field)->label);
  const char *kind = _ (lectern_kind_info (found->kind)->label);
  if (found->language != NULL)
    /* TRANSLATORS: a kind of record, its name, a field and a language: Session “Lunch”, Title (de) */
    return g_strdup_printf (_ ("%s “%s”, %s (%s)"), kind, name, label, found->language);
  /* TRANSLATORS: a kind of record, its name and a field: Session “Lunch”, Title */
  return g_strdup_printf (_ ("%s “%s”, %s"), kind, name, label);
}

char *
lectern_outdated_what (const LecternOutdated *found)
{
  switch (found->why)
    {
    case LECTERN_OUTDATED_DATE:
      return g_strdup_printf (_ ("names the old date “%s”"), found->words);
    case LECTERN_OUTDATED_WEEKDAY:
      return g_strdup_printf (_ ("names the old weekday “%s”"), found->words);
    case LECTERN_OUTDATED_PLACE:
      return g_strdup_printf (_ ("names the old place “%s”"), found->words);
    case LECTERN_OUTDATED_MISMATCH:
    default:
      return g_strdup_printf (_ ("the weekday and the date in “%s” do not belong together"), found->words);
    }
}
