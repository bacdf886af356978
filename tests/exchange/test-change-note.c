/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What changed between two releases, in the languages of the event and in both directions;
 * and announcements made from what is known.
 */
#include "lectern-change-note.h"
#include "lectern-export.h"
#include "lectern-news.h"
#include "lectern-programme-load.h"
#include "lectern-release.h"
#include "../store/store-fixture.h"

#include <libical/ical.h>
#include <string.h>

typedef struct
{
  Fixture store;
  LecternReader *reader;
  gint64 event, day, venue, session;
} Office;

static void
commit (Office *office, LecternEdit *edit)
{
  lectern_result_free (fixture_commit (&office->store, edit));
}

static void
set_text (Office *office, LecternKind kind, gint64 id, guint field, const char *language, const char *text)
{
  LecternEdit *edit = lectern_edit_new ("Set");
  lectern_edit_set (edit, kind, id, field, language, lectern_value_text (text));
  commit (office, edit);
}

static gint64
create (LecternEdit *edit, LecternKind kind, guint owner, gint64 event, guint name, const char *text)
{
  gint64 id = lectern_edit_create (edit, kind);
  if (owner)
    lectern_edit_set_integer (edit, kind, id, owner, event);
  lectern_edit_set_text (edit, kind, id, name, text);
  return id;
}

static void
set_up (Office *office, gconstpointer data)
{
  const char *const languages[] = { "en", "de", "sv", NULL };
  fixture_set_up (&office->store, NULL);
  office->reader = fixture_reader (&office->store);
  LecternEdit *edit = lectern_edit_new ("Set up");
  office->event = create (edit, LECTERN_KIND_EVENT, 0, 0, LECTERN_EVENT_TITLE, "Final conference");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TEXT_LANGUAGE, "en");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_LANGUAGES, NULL, lectern_value_texts (languages));
  office->venue = create (edit, LECTERN_KIND_VENUE, 0, 0, LECTERN_VENUE_NAME, "De Walmolen");
  office->day = create (edit, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, office->event, LECTERN_DAY_DATE, "2026-06-17");
  office->session = create (edit, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, office->event, LECTERN_SESSION_TITLE, "Results");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, office->session, LECTERN_SESSION_DAY, office->day);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, office->session, LECTERN_SESSION_START, 540);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, office->session, LECTERN_SESSION_DURATION, 30);
  commit (office, edit);
}

static void
tear_down (Office *office, gconstpointer data)
{
  fixture_tear_down (&office->store, NULL);
}

static GBytes *
release (Office *office, const char *step)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  LecternEdit *edit = lectern_release_edit (office->reader, office->event, step, NULL, &id, &error);
  g_assert_no_error (error);
  commit (office, edit);
  g_autoptr (LecternRecord) made = lectern_reader_get (office->reader, LECTERN_KIND_RELEASE, id);
  return lectern_release_seen (made);
}

/* All of @words stand in the note of this language, which is NULL where there are none. */
static void
assert_note (Office *office, GBytes *before, GBytes *after, const char *language, const char *words)
{
  g_autofree char *note = lectern_change_note (office->reader, office->event, before, after, NULL, language);
  g_auto (GStrv) all = words ? g_strsplit (words, "|", -1) : NULL;
  g_test_message ("%s: %s", language, note ? note : "nothing");
  g_assert_true ((note == NULL) == (words == NULL));
  for (guint i = 0; all && all[i]; i++)
    if (strstr (note, all[i]) == NULL)
      g_error ("“%s” is not in “%s”", all[i], note);
}

/* The UID of the only entry with this title and state in the public calendar. g_free(). */
static char *
uid_of (Office *office, const char *title, const char *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file
      = lectern_export (office->reader, office->event, "ics", NULL, LECTERN_AUDIENCE_PUBLIC, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  icalcomponent *calendar = icalcomponent_new_from_string (text);
  char *uid = NULL;
  for (icalcomponent *entry = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); entry;
       entry = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    if (g_str_equal (icalcomponent_get_summary (entry), title)
        && g_str_equal (icalproperty_status_to_string (icalcomponent_get_status (entry)), state))
      {
        g_assert_null (uid);
        uid = g_strdup (icalcomponent_get_uid (entry));
      }
  icalcomponent_free (calendar);
  g_assert_nonnull (uid);
  return uid;
}

/* What was released and is gone is cancelled under the identity that subscribers have of it. */
static void
test_gone (Office *office, gconstpointer data)
{
  static const char *const guids[] = { "abc123", "results@example.org", "0f4cf54e-2f2f-4e6f-9d61-5f5d3a2b1c00" };
  for (guint i = 0; i < G_N_ELEMENTS (guids); i++)
    {
      g_autofree char *title = g_strdup_printf ("Gone %u", i);
      LecternEdit *edit = lectern_edit_new ("Came from a calendar");
      gint64 session = create (edit, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, office->event, LECTERN_SESSION_TITLE, title);
      lectern_edit_set_text (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_GUID, guids[i]);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_DAY, office->day);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_START, 600);
      lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_DURATION, 30);
      commit (office, edit);
      g_autoptr (GBytes) first = release (office, "final");
      g_autofree char *before = uid_of (office, title, "CONFIRMED");
      edit = lectern_edit_new ("Goes");
      lectern_edit_delete (edit, LECTERN_KIND_SESSION, session);
      commit (office, edit);
      g_autoptr (GBytes) second = release (office, "final");
      g_autofree char *after = uid_of (office, title, "CANCELLED");
      g_assert_cmpstr (after, ==, before);
      g_assert_true (g_str_has_prefix (after, guids[i]));
    }
}

/* What is gone was at the time of its day's house, which may lie in another zone than the event. */
static void
test_gone_elsewhere (Office *office, gconstpointer data)
{
  set_text (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TIME_ZONE, NULL, "Europe/Amsterdam");
  set_text (office, LECTERN_KIND_VENUE, office->venue, LECTERN_VENUE_TIME_ZONE, NULL, "Europe/London");
  LecternEdit *edit = lectern_edit_new ("In London");
  lectern_edit_set_integer (edit, LECTERN_KIND_DAY, office->day, LECTERN_DAY_VENUE, office->venue);
  commit (office, edit);
  g_autoptr (GBytes) first = release (office, "final");
  edit = lectern_edit_new ("Goes");
  lectern_edit_delete (edit, LECTERN_KIND_SESSION, office->session);
  commit (office, edit);
  g_autoptr (GBytes) file
      = lectern_export (office->reader, office->event, "ics", NULL, LECTERN_AUDIENCE_PUBLIC, NULL, NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (file, NULL), g_bytes_get_size (file), "DTSTART:20260617T080000Z"));
}

static void
test_both_directions (Office *office, gconstpointer data)
{
  g_autoptr (GBytes) first = release (office, "save-the-date");
  LecternEdit *edit = lectern_edit_new ("Where");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_VENUES, NULL, lectern_value_ids (&office->venue, 1));
  commit (office, edit);
  set_text (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TITLE, NULL, "Closing conference");
  set_text (office, LECTERN_KIND_DAY, office->day, LECTERN_DAY_DATE, NULL, "2026-10-21");
  g_autoptr (GBytes) second = release (office, "save-the-date");
  assert_note (office, first, second, "en", "Closing conference|Final conference|21 October|17 June|De Walmolen");
  assert_note (office, first, second, "de", "21. Oktober|17. Juni|De Walmolen");
  assert_note (office, first, second, "sv", "21 oktober|17 juni");
  assert_note (office, second, first, "en", "Final conference|17 June|21 October|will be announced|De Walmolen");
  assert_note (office, first, first, "en", NULL);
  assert_note (office, second, second, "de", NULL);
  g_autoptr (GHashTable) none = lectern_change_notes (office->reader, office->event, "save-the-date");
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
}

/* The agenda is news once it is shown, then each session by itself; an internal one never. */
static void
test_agenda (Office *office, gconstpointer data)
{
  g_autoptr (GBytes) first = release (office, "save-the-date");
  g_autoptr (GBytes) shown = release (office, "final");
  assert_note (office, first, shown, "de", "Das Programm");
  set_text (office, LECTERN_KIND_SESSION, office->session, LECTERN_SESSION_TITLE, NULL, "Results of phase 2");
  LecternEdit *edit = lectern_edit_new ("Secret");
  gint64 secret = create (edit, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, office->event, LECTERN_SESSION_TITLE, "Secret");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, secret, LECTERN_SESSION_INTERNAL, 1);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, secret, LECTERN_SESSION_DAY, office->day);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, secret, LECTERN_SESSION_START, 600);
  commit (office, edit);
  g_autoptr (GBytes) later = release (office, "final");
  assert_note (office, shown, later, "en", "Results of phase 2");
  g_autofree char *note = lectern_change_note (office->reader, office->event, shown, later, NULL, "en");
  g_assert_null (strstr (note, "Secret"));
  edit = lectern_edit_new ("Off");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_STATE, "cancelled");
  commit (office, edit);
  g_autoptr (GBytes) off = release (office, "final");
  assert_note (office, later, off, "sv", "inställt");
  g_autoptr (GHashTable) none = lectern_change_notes (office->reader, office->event, "final");
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
}

/* An announcement is made from what is known, in each language; it is published when ready and due. */
static void
test_news (Office *office, gconstpointer data)
{
  static const char *const languages[] = { "en", "de", "sv" };
  g_autoptr (GError) error = NULL;
  gint64 id = 0, now = g_get_real_time () / 1000;
  commit (office, lectern_news_edit_new (office->reader, office->event, "save-the-date", &id, &error));
  g_assert_no_error (error);
  g_autoptr (LecternRecord) made = lectern_reader_get (office->reader, LECTERN_KIND_ANNOUNCEMENT, id);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *text = lectern_record_text_in (made, LECTERN_ANNOUNCEMENT_TEXT, languages[i]);
      g_assert_nonnull (strstr (text, "17"));
      g_assert_true (i == 0 || strcmp (text, lectern_record_text (made, LECTERN_ANNOUNCEMENT_TEXT)) != 0);
    }
  g_autoptr (GPtrArray) draft = lectern_news_list (office->reader, office->event, "de", now);
  g_assert_cmpuint (draft->len, ==, 0);
  set_text (office, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_STATE, NULL, "ready");
  g_autoptr (GPtrArray) ready = lectern_news_list (office->reader, office->event, "de", now);
  g_assert_cmpuint (ready->len, ==, 1);
  g_autofree char *name = g_strdup (((LecternNews *) ready->pdata[0])->name);
  LecternEdit *edit = lectern_edit_new ("Later");
  lectern_edit_set_integer (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_PUBLISH_AT, now + 60000);
  commit (office, edit);
  g_autoptr (GPtrArray) early = lectern_news_list (office->reader, office->event, "de", now);
  g_autoptr (GPtrArray) due = lectern_news_list (office->reader, office->event, "de", now + 60000);
  g_assert_cmpuint (early->len, ==, 0);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpstr (((LecternNews *) due->pdata[0])->name, ==, name);
}

static GBytes *
news_page (Office *office, const char *text, gint64 when, GError **error)
{
  g_autoptr (LecternProgramme) programme
      = lectern_programme_load (office->reader, office->event, "en", LECTERN_AUDIENCE_PUBLIC, NULL);
  LecternNews news = { .name = (char *) "news", .title = (char *) "News", .text = (char *) text, .when = when };
  return lectern_news_write_page (programme, &news, "en", NULL, 0, "index.html", LECTERN_HTML_PAGE, error);
}

/* Characters that XML forbids are left out; what is too deep for a page is refused in words. */
static void
test_news_hostile (Office *office, gconstpointer data)
{
  static const char *const texts[] = { "be\001fore", "be&#1;fore", "be\357\277\277fore", "be\033fore" };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) page = news_page (office, texts[i], 0, &error);
      g_assert_no_error (error);
      g_assert_nonnull (g_strstr_len (g_bytes_get_data (page, NULL), g_bytes_get_size (page), "before"));
    }
  g_autoptr (GString) deep = g_string_new (NULL);
  for (guint i = 0; i < 400; i++)
    g_string_append_c (deep, '>');
  g_string_append (deep, "deep");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) page = news_page (office, deep->str, 0, &error);
  g_assert_null (page);
  g_assert_nonnull (error);
}

/* Half past one in the night after a day is on the next date. */
static void
test_after_midnight (Office *office, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Step");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TIME_ZONE, "Europe/Amsterdam");
  commit (office, edit);
  g_autoptr (GBytes) first = release (office, "final");
  edit = lectern_edit_new ("Night");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, office->session, LECTERN_SESSION_START, 1530);
  commit (office, edit);
  g_autoptr (GBytes) second = release (office, "final");
  assert_note (office, first, second, "en", "Thursday 18 June 2026, 01:30|Wednesday 17 June 2026, 09:00");
  g_autoptr (LecternProgramme) programme
      = lectern_programme_load (office->reader, office->event, "en", LECTERN_AUDIENCE_PUBLIC, NULL);
  g_autofree char *text = lectern_news_text (programme, "agenda", "en");
  g_assert_nonnull (strstr (text, "- Thursday 18 June 2026, 01:30: Results"));
}

/* News have the date of the event's clocks. */
static void
test_news_date (Office *office, gconstpointer data)
{
  set_text (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TIME_ZONE, NULL, "Europe/Amsterdam");
  /* 2026-06-17T22:30Z */
  g_autoptr (GBytes) page = news_page (office, "Words", G_GINT64_CONSTANT (1781735400000), NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (page, NULL), g_bytes_get_size (page), "2026-06-18"));
}

static guint
n_upcoming (Office *office)
{
  g_autoptr (LecternProgramme) programme
      = lectern_programme_load (office->reader, office->event, "en", LECTERN_AUDIENCE_PUBLIC, NULL);
  g_autoptr (LecternLetter) letter = lectern_letter_new (office->reader, programme, "en", NULL);
  return letter->events->len;
}

/* What is off or put off is not upcoming. */
static void
test_upcoming (Office *office, gconstpointer data)
{
  static const char *const states[] = { "cancelled", "postponed" };
  set_text (office, LECTERN_KIND_DAY, office->day, LECTERN_DAY_DATE, NULL, "2999-06-17");
  g_assert_cmpuint (n_upcoming (office), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      set_text (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_STATE, NULL, states[i]);
      g_assert_cmpuint (n_upcoming (office), ==, 0);
    }
  set_text (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_STATE, NULL, "rescheduled");
  g_assert_cmpuint (n_upcoming (office), ==, 1);
}

/* In a German letter an English title says that it is one. */
static void
test_upcoming_language (Office *office, gconstpointer data)
{
  set_text (office, LECTERN_KIND_DAY, office->day, LECTERN_DAY_DATE, NULL, "2999-06-17");
  g_autoptr (LecternProgramme) programme
      = lectern_programme_load (office->reader, office->event, "de", LECTERN_AUDIENCE_PUBLIC, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (LecternLetter) letter = lectern_letter_new (office->reader, programme, "de", NULL);
      g_assert_cmpstr (g_array_index (letter->events, LecternHtmlEntry, 0).language, ==, i == 0 ? "en" : NULL);
      set_text (office, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TITLE, "de", "Abschluss");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/change-note/both-directions", Office, NULL, set_up, test_both_directions, tear_down);
  g_test_add ("/change-note/agenda", Office, NULL, set_up, test_agenda, tear_down);
  g_test_add ("/change-note/gone", Office, NULL, set_up, test_gone, tear_down);
  g_test_add ("/change-note/gone-elsewhere", Office, NULL, set_up, test_gone_elsewhere, tear_down);
  g_test_add ("/change-note/news", Office, NULL, set_up, test_news, tear_down);
  g_test_add ("/change-note/news-hostile", Office, NULL, set_up, test_news_hostile, tear_down);
  g_test_add ("/change-note/news-date", Office, NULL, set_up, test_news_date, tear_down);
  g_test_add ("/change-note/upcoming", Office, NULL, set_up, test_upcoming, tear_down);
  g_test_add ("/change-note/upcoming-language", Office, NULL, set_up, test_upcoming_language, tear_down);
  g_test_add ("/change-note/after-midnight", Office, NULL, set_up, test_after_midnight, tear_down);
  return g_test_run ();
}
