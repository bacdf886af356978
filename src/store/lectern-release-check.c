/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-release-check.h"

#include "lectern-outdated.h"
#include "lectern-programme-nodes.h"
#include "lectern-release.h"
#include "lectern-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  LecternReader *reader;
  LecternRecord *event;
  GPtrArray *sessions; /* public, not cancelled; none while the step shows none */
  GPtrArray *findings;
} Check;

static void
finding_free (gpointer data)
{
  LecternReleaseFinding *finding = data;
  g_free (finding->language);
  g_free (finding->what);
  g_free (finding->where);
  g_free (finding->why);
  g_free (finding);
}

/* Takes @what and @why. */
static void
found (Check *check, const char *rule, const char *level, const LecternRecord *record, guint field,
       const char *language, char *what, char *why)
{
  LecternReleaseFinding *finding = g_new0 (LecternReleaseFinding, 1);
  LecternOutdated place = { .kind = record->kind, .id = record->id, .field = field, .language = (char *) language };
  finding->rule = rule;
  finding->level = level;
  finding->kind = record->kind;
  finding->id = record->id;
  finding->field = field;
  finding->language = g_strdup (language);
  finding->what = what;
  finding->why = why;
  finding->where = field != 0 ? lectern_outdated_where (check->reader, &place)
                              : lectern_reader_name (check->reader, record->kind, record->id, NULL);
  g_ptr_array_add (check->findings, finding);
}

/* ---- R50, R51: languages ---- */

static void
check_field (Check *check, const LecternRecord *record, guint field, const char *main_language, char **languages,
             gboolean required)
{
  const char *label = _ (lectern_field (record->kind, field)->label);
  gboolean empty = lectern_record_is_empty (record, field);
  if (empty && required)
    found (check, "R50", "warning", record, field, NULL, g_strdup_printf (_ ("%s is missing"), label),
           g_strdup (_ ("The public would see an empty place.")));
  for (guint i = 0; !empty && languages != NULL && languages[i] != NULL; i++)
    {
      const LecternTranslation *text = lectern_record_translation (record, field, languages[i]);
      g_autofree char *name = lectern_language_name (languages[i]);
      if (g_strcmp0 (languages[i], main_language) == 0)
        continue;
      if (text == NULL || text->text == NULL || *text->text == '\0')
        found (check, "R50", "warning", record, field, languages[i],
               g_strdup_printf (_ ("%s is missing in “%s”"), label, name),
               g_strdup (_ ("The page in that language shows the original.")));
      else if (text->stale)
        found (check, "R51", "warning", record, field, languages[i],
               g_strdup_printf (_ ("%s in “%s” is older than its original"), label, name),
               g_strdup (_ ("The original was changed after it was translated.")));
    }
}

static gboolean
is_pause (const LecternRecord *session)
{
  static const char *const pauses[] = { "break", "meal", "social", "administrative", NULL };
  const char *type = lectern_record_text (session, LECTERN_SESSION_TYPE);
  return type != NULL && g_strv_contains (pauses, type);
}

static const char *
language_of (const LecternRecord *record, guint field, const char *otherwise)
{
  const char *own = lectern_record_text (record, field);
  return own ? own : otherwise;
}

static void
check_languages (Check *check)
{
  const char *of_event = language_of (check->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  g_auto (GStrv) languages
      = lectern_record_is_empty (check->event, LECTERN_EVENT_LANGUAGES)
            ? NULL
            : lectern_value_get_texts (lectern_record_value (check->event, LECTERN_EVENT_LANGUAGES));
  check_field (check, check->event, LECTERN_EVENT_TITLE, of_event, languages, TRUE);
  check_field (check, check->event, LECTERN_EVENT_SUMMARY, of_event, languages, FALSE);
  for (guint i = 0; i < check->sessions->len; i++)
    {
      const LecternRecord *session = check->sessions->pdata[i];
      const char *own = language_of (session, LECTERN_SESSION_TEXT_LANGUAGE, of_event);
      check_field (check, session, LECTERN_SESSION_TITLE, own, languages, TRUE);
      if (!is_pause (session))
        check_field (check, session, LECTERN_SESSION_ABSTRACT, own, languages, FALSE);
    }
}

/* ---- R52: promises, R53: funding ---- */

static void
check_promises (Check *check)
{
  g_autofree char *today = lectern_date_today ();
  g_autoptr (GPtrArray) promises
      = lectern_reader_find (check->reader, LECTERN_KIND_TO_COME, LECTERN_TO_COME_EVENT, check->event->id);
  for (guint i = 0; i < promises->len; i++)
    {
      const LecternRecord *promise = promises->pdata[i];
      const char *due = lectern_record_text (promise, LECTERN_TO_COME_DUE);
      if (due == NULL || strcmp (due, today) >= 0 || !lectern_record_is_empty (promise, LECTERN_TO_COME_DONE))
        continue;
      g_autofree char *date = lectern_date_format (due);
      found (check, "R52", "warning", promise, 0, NULL, g_strdup (_ ("What was promised is still open")),
             g_strdup_printf (_ ("It was promised by %s."), date));
    }
}

static void
check_funding (Check *check)
{
  g_autoptr (GPtrArray) nodes = lectern_programme_nodes (check->reader, check->event);
  for (guint i = 0; i < nodes->len; i++)
    if (!lectern_record_is_empty (nodes->pdata[i], LECTERN_PROGRAMME_NODE_FUNDING_STATEMENT))
      return;
  found (check, "R53", "error", check->event, 0, NULL, g_strdup (_ ("The funding statement is missing")),
         g_strdup (_ ("Neither the part of the programme nor what it is part of has one.")));
}

/* ---- R57, R58: texts ---- */

static void
check_texts (Check *check)
{
  g_autoptr (LecternOutdatedTerms) terms = lectern_outdated_terms (check->reader, check->event->id);
  g_autoptr (GPtrArray) texts = lectern_outdated_find (check->reader, check->event->id, terms);
  for (guint i = 0; i < texts->len; i++)
    {
      const LecternOutdated *text = texts->pdata[i];
      gboolean mismatch = text->why == LECTERN_OUTDATED_MISMATCH;
      LecternRecord place = { .kind = text->kind, .id = text->id };
      found (check, mismatch ? "R57" : "R58", mismatch ? "hint" : "warning", &place, text->field, text->language,
             lectern_outdated_what (text), g_strdup (_ ("The text is published as it stands.")));
    }
}

static int
by_rule (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(LecternReleaseFinding *const *) a)->rule, (*(LecternReleaseFinding *const *) b)->rule);
}

static gboolean
is_shown (const LecternRecord *session)
{
  return lectern_record_integer (session, LECTERN_SESSION_INTERNAL) == 0
         && g_strcmp0 (lectern_record_text (session, LECTERN_SESSION_STATE), "cancelled") != 0;
}

GPtrArray *
lectern_release_check (LecternReader *reader, gint64 event, const char *step)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (finding_free);
  lectern_reader_begin (reader);
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  g_autoptr (GPtrArray) sessions
      = lectern_reader_find (reader, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, event);
  for (guint i = sessions->len; i > 0; i--)
    if (!lectern_release_shows_agenda (step) || !is_shown (sessions->pdata[i - 1]))
      g_ptr_array_remove_index (sessions, i - 1);
  Check check = { reader, record, sessions, findings };
  if (record != NULL && record->alive)
    {
      check_languages (&check);
      check_promises (&check);
      check_funding (&check);
      check_texts (&check);
    }
  lectern_reader_end (reader);
  g_ptr_array_sort (findings, by_rule);
  return findings;
}
