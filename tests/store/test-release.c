/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Releases: what was frozen stays as it was, whatever happens afterwards; what is wrong with a
 * text once dates and places have changed, and what is not; what a move leaves to be done.
 */
#include "lectern-event-reschedule.h"
#include "lectern-outdated.h"
#include "lectern-release-check.h"
#include "lectern-release-people.h"
#include "lectern-release-state.h"
#include "lectern-release.h"
#include "store-fixture.h"

#include <string.h>

#define STEPS 400

typedef struct
{
  Fixture store;
  LecternReader *reader;
  gint64 event, venue;
  gint64 days[2];
} Office;

static void
commit (Office *office, LecternEdit *edit)
{
  lectern_result_free (fixture_commit (&office->store, edit));
}

static gint64
add (Office *office, LecternKind kind, guint owner, guint name, const char *text)
{
  LecternEdit *edit = lectern_edit_new ("Add");
  gint64 id = lectern_edit_create (edit, kind);
  if (owner != 0)
    lectern_edit_set_integer (edit, kind, id, owner, office->event);
  lectern_edit_set_text (edit, kind, id, name, text);
  commit (office, edit);
  return id;
}

static void
set_in (Office *office, LecternKind kind, gint64 id, guint field, const char *language, const char *text)
{
  LecternEdit *edit = lectern_edit_new ("Set");
  lectern_edit_set (edit, kind, id, field, language, lectern_value_text (text));
  commit (office, edit);
}

static void
set_integer (Office *office, LecternKind kind, gint64 id, guint field, gint64 value)
{
  LecternEdit *edit = lectern_edit_new ("Set");
  lectern_edit_set_integer (edit, kind, id, field, value);
  commit (office, edit);
}

static void
set_up (Office *office, gconstpointer data)
{
  fixture_set_up (&office->store, NULL);
  office->reader = fixture_reader (&office->store);
  office->event = add (office, LECTERN_KIND_EVENT, 0, LECTERN_EVENT_TITLE, "Final conference");
  fixture_set (&office->store, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  office->venue = add (office, LECTERN_KIND_VENUE, 0, LECTERN_VENUE_NAME, "De Walmolen");
  fixture_set (&office->store, LECTERN_KIND_VENUE, office->venue, LECTERN_VENUE_CITY, "Maastricht");
  LecternEdit *edit = lectern_edit_new ("Where");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_VENUES, NULL,
                    lectern_value_ids (&office->venue, 1));
  commit (office, edit);
  office->days[0] = add (office, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, LECTERN_DAY_DATE, "2026-06-17");
  office->days[1] = add (office, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, LECTERN_DAY_DATE, "2026-06-18");
}

static void
tear_down (Office *office, gconstpointer data)
{
  fixture_tear_down (&office->store, NULL);
}

static gint64
release (Office *office, const char *step)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  LecternEdit *edit = lectern_release_edit (office->reader, office->event, step, NULL, &id, &error);
  g_assert_no_error (error);
  commit (office, edit);
  return id;
}

/* ---- what was frozen ---- */

static void
write_value (GString *out, const LecternValue *value)
{
  if (value->type == LECTERN_VALUE_INTEGER)
    g_string_append_printf (out, " %" G_GINT64_FORMAT, value->integer);
  else
    g_string_append_printf (out, " “%s”", value->data ? value->data : "");
}

static void
write_records (GString *out, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = records->pdata[i];
      const LecternKindInfo *info = lectern_kind_info (record->kind);
      g_string_append_printf (out, "\n%s %" G_GINT64_FORMAT, info->name, record->id);
      for (guint f = 0; f < info->n_fields; f++)
        write_value (out, &record->values[f]);
      for (guint t = 0; record->translations && t < record->translations->len; t++)
        {
          const LecternTranslation *text = &g_array_index (record->translations, LecternTranslation, t);
          g_string_append_printf (out, " %u@%s=%s", text->field, text->language, text->text);
        }
    }
}

/* All that the public could know, as text. */
static char *
describe (LecternReader *reader, gint64 event, GBytes *seen)
{
  g_autoptr (LecternReleaseState) state = lectern_release_state (reader, event, seen);
  g_autoptr (GPtrArray) of_event = g_ptr_array_new ();
  GString *out = g_string_new (NULL);
  if (state->event)
    g_ptr_array_add (of_event, state->event);
  GPtrArray *lists[] = { of_event, state->days, state->venues, state->sessions, state->roles, state->to_come };
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    write_records (out, lists[i]);
  return g_string_free (out, FALSE);
}

static gint64
any_of (Office *office, LecternKind kind)
{
  g_autoptr (GPtrArray) all = lectern_reader_all (office->reader, kind);
  return all->len ? ((LecternRecord *) all->pdata[g_test_rand_int_range (0, all->len)])->id : 0;
}

static char *
any_text (void)
{
  return g_strdup_printf ("Text %d", g_test_rand_int_range (0, 1000));
}

static void
delete_any (Office *office, LecternKind kind)
{
  gint64 id = any_of (office, kind);
  LecternEdit *edit = lectern_edit_new ("Delete");
  if (id != 0)
    lectern_edit_delete (edit, kind, id);
  commit (office, edit);
}

static void
set_any (Office *office, LecternKind kind, guint field, const char *text)
{
  gint64 id = any_of (office, kind);
  if (id != 0)
    set_in (office, kind, id, field, NULL, text);
}

static void
place_any (Office *office)
{
  gint64 session = any_of (office, LECTERN_KIND_SESSION), day = any_of (office, LECTERN_KIND_DAY);
  LecternEdit *edit = lectern_edit_new ("Place");
  if (session != 0 && day != 0)
    {
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_DAY, day);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_START, g_test_rand_int_range (0, 1440));
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_INTERNAL, g_test_rand_int_range (0, 2));
    }
  commit (office, edit);
}

/* Which of the ways to change an event it was. */
static guint
change_something (Office *office)
{
  g_autofree char *text = any_text ();
  g_autofree char *date = g_strdup_printf ("2026-%02d-%02d", g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
  guint which = g_test_rand_int_range (0, 12);
  switch (which)
    {
    case 0: set_in (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TITLE, NULL, text); break;
    case 1: set_in (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TITLE, "de", text); break;
    case 2: set_any (office, LECTERN_KIND_DAY, LECTERN_DAY_DATE, date); break;
    case 3: add (office, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, LECTERN_DAY_DATE, date); break;
    case 4: delete_any (office, LECTERN_KIND_DAY); break;
    case 5: add (office, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, LECTERN_SESSION_TITLE, text); break;
    case 6: set_any (office, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, text); break;
    case 7: delete_any (office, LECTERN_KIND_SESSION); break;
    case 8: place_any (office); break;
    case 9: set_any (office, LECTERN_KIND_VENUE, LECTERN_VENUE_NAME, text); break;
    case 10: add (office, LECTERN_KIND_TO_COME, LECTERN_TO_COME_EVENT, LECTERN_TO_COME_TEXT, text); break;
    default: fixture_undo (&office->store); break;
    }
  return which;
}

static void
assert_frozen (Office *office, GHashTable *frozen)
{
  GHashTableIter iter;
  gpointer id, was;
  g_hash_table_iter_init (&iter, frozen);
  while (g_hash_table_iter_next (&iter, &id, &was))
    {
      g_autoptr (LecternRecord) made = lectern_reader_get (office->reader, LECTERN_KIND_RELEASE, *(gint64 *) id);
      g_autoptr (GBytes) seen = lectern_release_seen (made);
      g_autofree char *is = describe (office->reader, office->event, seen);
      g_assert_cmpstr (is, ==, was);
    }
}

static void
test_frozen (Office *office, gconstpointer data)
{
  static const char *const steps[] = { "save-the-date", "invitation", "draft", "final", "as-held" };
  g_autoptr (GHashTable) frozen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GHashTable) different = g_hash_table_new (g_str_hash, g_str_equal);
  guint ways = 0;
  for (guint i = 0; i < STEPS; i++)
    {
      ways |= 1 << change_something (office);
      if (i % 20 != 19)
        continue;
      char *now = describe (office->reader, office->event, NULL);
      gint64 id = release (office, steps[g_test_rand_int_range (0, G_N_ELEMENTS (steps))]);
      g_hash_table_insert (frozen, g_memdup2 (&id, sizeof id), now);
      g_hash_table_add (different, now);
    }
  assert_frozen (office, frozen);
  fixture_reopen (&office->store);
  office->reader = fixture_reader (&office->store);
  assert_frozen (office, frozen);
  g_test_message ("%u releases, %u different, ways %x", g_hash_table_size (frozen), g_hash_table_size (different), ways);
  g_assert_cmphex (ways, ==, 0xfff);
  g_assert_cmpuint (g_hash_table_size (different), >, STEPS / 20 - 4);
}

/* Undoing a release takes it back, doing it again is the same one; versions count up by step. */
static void
test_ladder (Office *office, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  g_assert_null (lectern_release_edit (office->reader, office->event, "soon", NULL, &id, &error));
  g_assert_error (error, LECTERN_RELEASE_ERROR, LECTERN_RELEASE_ERROR_STEP);
  g_clear_error (&error);
  g_assert_null (lectern_release_edit (office->reader, 4711, "final", NULL, &id, &error));
  g_assert_error (error, LECTERN_RELEASE_ERROR, LECTERN_RELEASE_ERROR_EVENT);
  gint64 first = release (office, "save-the-date"), second = release (office, "save-the-date");
  gint64 final = release (office, "final");
  gint64 ids[] = { first, second, final }, versions[] = { 1, 2, 1 };
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (LecternRecord) made = lectern_reader_get (office->reader, LECTERN_KIND_RELEASE, ids[i]);
      g_assert_cmpint (lectern_record_integer (made, LECTERN_RELEASE_VERSION), ==, versions[i]);
    }
  fixture_undo (&office->store);
  g_autoptr (GPtrArray) made = lectern_release_made (office->reader, office->event);
  g_assert_cmpuint (made->len, ==, 2);
  fixture_assert_text (&office->store, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_RELEASE_STEP, "save-the-date");
  fixture_redo (&office->store);
  g_autoptr (GPtrArray) again = lectern_release_made (office->reader, office->event);
  g_assert_cmpuint (again->len, ==, 3);
  g_assert_cmpint (((LecternRecord *) again->pdata[2])->id, ==, final);
}

/* Nobody's name goes out unseen: those of sessions that the step shows, once. */
static void
test_people (Office *office, gconstpointer data)
{
  gint64 person = add (office, LECTERN_KIND_PERSON, 0, LECTERN_PERSON_NAME, "Ada");
  gint64 session = add (office, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, LECTERN_SESSION_TITLE, "Results");
  LecternEdit *edit = lectern_edit_new ("Speaks");
  lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, session, person, "speaker");
  commit (office, edit);
  g_autoptr (GPtrArray) early = lectern_release_people (office->reader, office->event, "save-the-date");
  g_autoptr (GPtrArray) now = lectern_release_people (office->reader, office->event, "final");
  g_assert_cmpuint (early->len, ==, 0);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpstr (now->pdata[0], ==, "Ada");
  release (office, "final");
  g_autoptr (GPtrArray) then = lectern_release_people (office->reader, office->event, "final");
  g_assert_cmpuint (then->len, ==, 0);
  set_integer (office, LECTERN_KIND_SESSION, session, LECTERN_SESSION_INTERNAL, 1);
  g_autoptr (GPtrArray) internal = lectern_release_people (office->reader, office->event, "final");
  g_assert_cmpuint (internal->len, ==, 0);
}

/* ---- texts that are no longer true ---- */

static char *
found_words (Office *office)
{
  g_autoptr (LecternOutdatedTerms) terms = lectern_outdated_terms (office->reader, office->event);
  g_autoptr (GPtrArray) found = lectern_outdated_find (office->reader, office->event, terms);
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const LecternOutdated *text = found->pdata[i];
      g_string_append_printf (out, "%s%d:%s", i ? "; " : "", text->why, text->words);
    }
  return g_strdup (out->str);
}

static void
test_outdated (Office *office, gconstpointer data)
{
  static const struct { const char *language, *text, *found; } texts[] = {
    { NULL, "Join us in Maastricht on Wednesday 17 June.", "0:Wednesday 17 June; 2:Maastricht" },
    { NULL, "Join us in Geleen on Wednesday 21 October.", "" },
    { NULL, "See you on Thursday!", "1:Thursday" }, /* the 18th was one */
    { NULL, "See you on Friday!", "" },
    { NULL, "Nothing about any day or place.", "" },
    { NULL, "Since Monday 1 June 2020 we have met in Paris.", "" },
    { NULL, "Thursday 21 October 2026", "3:Thursday 21 October 2026" }, /* which is a Wednesday */
    { "de", "Kommen Sie am Mittwoch, 17. Juni, nach Maastricht.", NULL },
    { "de", "Kommen Sie am Mittwoch, 21. Oktober, nach Geleen.", "" },
  };
  release (office, "save-the-date");
  fixture_set (&office->store, LECTERN_KIND_DAY, office->days[0], LECTERN_DAY_DATE, "2026-10-21");
  fixture_set (&office->store, LECTERN_KIND_DAY, office->days[1], LECTERN_DAY_DATE, "2026-10-23");
  fixture_set (&office->store, LECTERN_KIND_VENUE, office->venue, LECTERN_VENUE_CITY, "Geleen");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (texts[i].language)
        set_in (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_SUMMARY, NULL, "Nothing.");
      set_in (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_SUMMARY, texts[i].language, texts[i].text);
      g_autofree char *found = found_words (office);
      g_test_message ("%s -> %s", texts[i].text, found);
      if (texts[i].found)
        g_assert_cmpstr (found, ==, texts[i].found);
      else
        g_assert_true (strstr (found, "17. Juni") && strstr (found, "Maastricht"));
    }
}

/* ---- what a move leaves to be done ---- */

static guint
count_of (GPtrArray *items, const char *what)
{
  guint n = 0;
  for (guint i = 0; i < items->len; i++)
    n += strcmp (((LecternCheckItem *) items->pdata[i])->what, what) == 0;
  return n;
}

static GPtrArray *
move (Office *office, LecternRescheduleHow how, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternRescheduleBefore) before = lectern_reschedule_before (office->reader, office->event);
  g_autoptr (GArray) days = to ? lectern_reschedule_days_parse (to, &error) : NULL;
  g_assert_no_error (error);
  LecternEdit *edit = lectern_event_edit_reschedule (office->reader, office->event, how,
                                                     days ? (LecternRescheduleDay *) (void *) days->data : NULL,
                                                     days ? days->len : 0, &error);
  g_assert_no_error (error);
  commit (office, edit);
  return lectern_reschedule_checklist (office->reader, office->event, before);
}

static void
test_checklist (Office *office, gconstpointer data)
{
  gint64 session = add (office, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, LECTERN_SESSION_TITLE, "Welcome");
  set_integer (office, LECTERN_KIND_SESSION, session, LECTERN_SESSION_DAY, office->days[0]);
  set_integer (office, LECTERN_KIND_SESSION, session, LECTERN_SESSION_START, 540);
  set_integer (office, LECTERN_KIND_SESSION, session, LECTERN_SESSION_DURATION, 45);
  gint64 promise = add (office, LECTERN_KIND_TO_COME, LECTERN_TO_COME_EVENT, LECTERN_TO_COME_WHAT, "venue");
  fixture_set (&office->store, LECTERN_KIND_TO_COME, promise, LECTERN_TO_COME_DUE, "2026-04-30");
  release (office, "final");
  g_autoptr (GPtrArray) split = move (office, LECTERN_RESCHEDULE_SPLIT, "2026-10-21 Maastricht, 2026-10-22 Geleen");
  g_assert_cmpuint (count_of (split, "dates"), ==, 1);
  g_assert_cmpuint (count_of (split, "promise"), ==, 1);
  for (guint i = 0; i < split->len; i++)
    g_assert_null (strstr (((LecternCheckItem *) split->pdata[i])->why, "“”"));
  g_assert_cmpuint (count_of (split, "venue"), ==, 2); /* still free? and a new one without address */
  g_assert_cmpuint (count_of (split, "online") + count_of (split, "invitation") + count_of (split, "session"), ==, 0);
  g_autoptr (GPtrArray) online = move (office, LECTERN_RESCHEDULE_ONLINE, "2026-11-05 10:00-12:00");
  g_assert_cmpuint (count_of (online, "online"), ==, 1);
  g_assert_cmpuint (count_of (online, "session"), ==, 1); /* 9:00 is before the hours */
  g_assert_cmpuint (count_of (online, "venue"), ==, 2);
  g_autoptr (LecternRecord) day = lectern_reader_get (office->reader, LECTERN_KIND_DAY, office->days[0]);
  g_assert_cmpint (lectern_record_integer (day, LECTERN_DAY_BEGINS), ==, 600);
  g_assert_cmpint (lectern_record_integer (day, LECTERN_DAY_ENDS), ==, 720);
  g_assert_false (fixture_alive (&office->store, LECTERN_KIND_DAY, office->days[1]));
  g_autoptr (GPtrArray) same = move (office, LECTERN_RESCHEDULE_ONLINE, "2026-11-05");
  g_assert_cmpuint (count_of (same, "dates"), ==, 0);
  fixture_undo (&office->store); /* the last one changed nothing, so it is no step */
  g_assert_true (fixture_alive (&office->store, LECTERN_KIND_DAY, office->days[1]));
  fixture_assert_text (&office->store, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_STATE, "rescheduled");
}

static void
test_days (void)
{
  static const struct { const char *text, *said; } all[] = {
    { "2026-10-21", "2026-10-21" },
    { "21–22 October 2026", "2026-10-21 2026-10-22" },
    { "2026-10-22 Geleen; 21.10.2026 Maastricht", "2026-10-21/Maastricht 2026-10-22/Geleen" },
    { "2026-11-05 10:00-12:00", "2026-11-05[600-720]" },
    { "2026-11-05 9.30–11 Town hall, 2026-11-06", "2026-11-05[570-660]/Town hall 2026-11-06" },
    { "2026-11-05 3 Rivers", "2026-11-05/3 Rivers" },
    { "2026-11-05 22:00-1:00", "2026-11-05[1320-1500]" },
    { "soonish", NULL },
    { "2026-10-21, 2026-10-21", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) days = lectern_reschedule_days_parse (all[i].text, &error);
      g_autoptr (GString) said = g_string_new (NULL);
      g_assert_true ((days == NULL) == (error != NULL));
      for (guint k = 0; days && k < days->len; k++)
        {
          const LecternRescheduleDay *day = &g_array_index (days, LecternRescheduleDay, k);
          g_string_append_printf (said, "%s%s", k ? " " : "", day->date);
          if (day->ends > day->begins)
            g_string_append_printf (said, "[%d-%d]", day->begins, day->ends);
          if (day->place)
            g_string_append_printf (said, "/%s", day->place);
        }
      g_assert_cmpstr (days ? said->str : NULL, ==, all[i].said);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/release/frozen", Office, NULL, set_up, test_frozen, tear_down);
  g_test_add ("/release/ladder", Office, NULL, set_up, test_ladder, tear_down);
  g_test_add ("/release/people", Office, NULL, set_up, test_people, tear_down);
  g_test_add ("/release/outdated", Office, NULL, set_up, test_outdated, tear_down);
  g_test_add ("/release/checklist", Office, NULL, set_up, test_checklist, tear_down);
  g_test_add_func ("/release/days", test_days);
  return g_test_run ();
}
