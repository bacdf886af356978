/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"
#include "exchange-fixture.h"
#include "lectern-exchange-error.h"

#include <json-glib/json-glib.h>
#include <string.h>

static LecternImport *
plan (Fixture *f, GBytes *file, const LecternImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  LecternImport *import
      = lectern_import_plan (fixture_reader (f), file, NULL, options, NULL, &error);
  g_assert_no_error (error);
  return import;
}

/* Plans and commits what there is to commit. */
static LecternImport *
bring_in (Fixture *f, GBytes *file, const LecternImportOptions *options)
{
  LecternImport *import = plan (f, file, options);
  g_assert_false (lectern_import_needs_decision (import));
  if (lectern_import_edit (import) != NULL)
    lectern_result_free (fixture_commit (f, lectern_edit_ref (lectern_import_edit (import))));
  return import;
}

static LecternImport *
bring_in_text (Fixture *f, const char *text)
{
  g_autoptr (GBytes) file = exchange_text (text);
  return bring_in (f, file, NULL);
}

static void
assert_nothing (Fixture *f, GBytes *file)
{
  g_autoptr (LecternImport) import = plan (f, file, NULL);
  g_autofree char *json = lectern_import_to_json (import);
  if (lectern_import_edit (import) != NULL)
    g_error ("something changes: %s", json);
}

static gint64
find (Fixture *f, LecternKind kind, guint field, const char *text)
{
  g_autoptr (GPtrArray) found = lectern_reader_find_text (fixture_reader (f), kind, field, text);
  g_assert_cmpuint (found->len, ==, 1);
  return ((LecternRecord *)g_ptr_array_index (found, 0))->id;
}

static guint
count (Fixture *f, LecternKind kind)
{
  return (guint)lectern_reader_count (fixture_reader (f), kind, 0, 0);
}

/* A small programme whose parts can be changed: entries are "id|guid|day|start|room|title|person".
 */
static char *
programme (const char *acronym, const char *const *entries)
{
  g_autoptr (GString) xml = g_string_new (NULL);
  g_string_append_printf (
      xml,
      "<schedule><version>1</version><conference><title>Made "
      "up</title>%s%s%s<start>2026-06-17</start>"
      "<end>2026-06-18</end><time_zone_name>Europe/Paris</time_zone_name></conference>",
      acronym ? "<acronym>" : "", acronym ? acronym : "", acronym ? "</acronym>" : "");
  for (int day = 17; day <= 18; day++)
    {
      g_string_append_printf (xml, "<day index='%d' date='2026-06-%d'>", day - 16, day);
      for (const char *const *entry = entries; *entry != NULL; entry++)
        {
          g_auto (GStrv) part = g_strsplit (*entry, "|", 7);
          if (atoi (part[2]) != day)
            continue;
          g_string_append (xml, "<event");
          if (*part[0] != '\0')
            g_string_append_printf (xml, " id='%s'", part[0]);
          if (*part[1] != '\0')
            g_string_append_printf (xml, " guid='%s'", part[1]);
          g_string_append_printf (
              xml,
              "><start>%s</start><duration>00:30</duration><language>de</language><room>%s</"
              "room><title>%s</title>"
              "<abstract>About %s</abstract><persons><person id='0'>%s</person></persons></event>",
              part[3], part[4], part[5], part[5], part[6]);
        }
      g_string_append (xml, "</day>");
    }
  g_string_append (xml, "</schedule>");
  return g_string_free (g_steal_pointer (&xml), FALSE);
}

static const char *const six[] = {
  "1|aaaaaaaa-0000-4000-8000-000000000001|17|09:00|Hall|Opening|Ada Berg",
  "2|aaaaaaaa-0000-4000-8000-000000000002|17|10:00|Hall|Clay|Ada Berg",
  "3|aaaaaaaa-0000-4000-8000-000000000003|17|10:00|Attic|Bread|Bo Ek",
  "4|aaaaaaaa-0000-4000-8000-000000000004|18|09:00|Hall|Wood|Cy Lund",
  "5|aaaaaaaa-0000-4000-8000-000000000005|18|01:00|Hall|Night|Cy Lund",
  "6|aaaaaaaa-0000-4000-8000-000000000006|18|11:00|Attic|Closing|Bo Ek",
  NULL,
};

static void
test_first_time (Fixture *f, gconstpointer data)
{
  g_autofree char *text = programme ("made-up", six);
  g_autoptr (LecternImport) import = bring_in_text (f, text);
  gint64 event = lectern_import_event (import);
  gint64 night = find (f, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, "Night");
  g_autoptr (LecternRecord) session
      = lectern_reader_get (fixture_reader (f), LECTERN_KIND_SESSION, night);
  g_autoptr (LecternRecord) venue
      = lectern_reader_get (fixture_reader (f), LECTERN_KIND_VENUE,
                            find (f, LECTERN_KIND_VENUE, LECTERN_VENUE_NAME, "Made up"));
  g_assert_cmpuint (lectern_import_count (import, LECTERN_IMPORT_CREATED, LECTERN_KIND_SESSION), ==,
                    6);
  g_assert_cmpuint (count (f, LECTERN_KIND_SESSION), ==, 6);
  g_assert_cmpuint (count (f, LECTERN_KIND_ROOM), ==, 2);
  g_assert_cmpuint (count (f, LECTERN_KIND_PERSON), ==, 3);
  g_assert_cmpuint (count (f, LECTERN_KIND_DAY), ==, 2);
  g_assert_cmpuint (count (f, LECTERN_KIND_SESSION_ROLE), ==, 6);
  g_assert_cmpint (lectern_record_integer (venue, LECTERN_VENUE_ADDRESS_MISSING), ==, 1);
  g_assert_cmpint (lectern_record_integer (session, LECTERN_SESSION_START), ==, 1500);
  g_assert_cmpint (lectern_reader_event_by_slug (fixture_reader (f), "made-up"), ==, event);
  fixture_assert_text (f, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TIME_ZONE, "Europe/Paris");
  /* One edit, one undo. */
  fixture_undo (f);
  g_assert_cmpuint (count (f, LECTERN_KIND_SESSION), ==, 0);
  g_assert_cmpuint (count (f, LECTERN_KIND_EVENT), ==, 0);
}

static void
test_fixtures_twice (Fixture *f, gconstpointer data)
{
  static const char *const names[]
      = { "pentabarf.xml", "frab.xml",        "pretalx.xml",          "c3hub.xml",      "osem.xml",
          "wafer.xml",     "schedule-1.json", "events-under-day.xml", "schedule-2.json" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) file = exchange_fixture (names[i]);
      g_autoptr (LecternImport) import = bring_in (f, file, NULL);
      g_assert_nonnull (lectern_import_edit (import));
      assert_nothing (f, file);
    }
  g_assert_cmpuint (count (f, LECTERN_KIND_EVENT), ==, G_N_ELEMENTS (names));
}

/* The same entries in another order, with and without identifiers. */
static void
test_shuffled (Fixture *f, gconstpointer data)
{
  for (int identified = 1; identified >= 0; identified--)
    {
      g_autoptr (GPtrArray) there = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) back = g_ptr_array_new ();
      for (guint i = 0; six[i] != NULL; i++)
        {
          g_auto (GStrv) part = g_strsplit (six[i], "|", 3);
          g_ptr_array_add (there,
                           identified ? g_strdup (six[i]) : g_strconcat ("||", part[2], NULL));
        }
      for (guint i = 0; i < there->len; i++)
        g_ptr_array_insert (back, 0, there->pdata[i]);
      g_ptr_array_add (there, NULL);
      g_ptr_array_add (back, NULL);
      const char *acronym = identified ? "with-ids" : "without-ids";
      g_autofree char *first = programme (acronym, (const char *const *)there->pdata);
      g_autofree char *second = programme (acronym, (const char *const *)back->pdata);
      g_autoptr (LecternImport) import = bring_in_text (f, first);
      g_assert_cmpuint (lectern_import_count (import, LECTERN_IMPORT_CREATED, LECTERN_KIND_SESSION),
                        ==, 6);
      g_autoptr (GBytes) file = exchange_text (second);
      assert_nothing (f, file);
    }
}

/* The same JSON with all members and all lists of objects the other way round. */
static JsonNode *
reversed (JsonNode *node)
{
  JsonNode *copy = json_node_alloc ();
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *from = json_node_get_array (node), *to = json_array_new ();
      guint n = json_array_get_length (from);
      gboolean objects = n > 0 && JSON_NODE_HOLDS_OBJECT (json_array_get_element (from, 0));
      for (guint i = 0; i < n; i++)
        json_array_add_element (to,
                                reversed (json_array_get_element (from, objects ? n - 1 - i : i)));
      json_node_init_array (copy, to);
      json_array_unref (to);
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *from = json_node_get_object (node), *to = json_object_new ();
      g_autoptr (GList) names = g_list_reverse (json_object_get_members (from));
      for (GList *name = names; name != NULL; name = name->next)
        json_object_set_member (to, name->data,
                                reversed (json_object_get_member (from, name->data)));
      json_node_init_object (copy, to);
      json_object_unref (to);
    }
  else
    {
      json_node_free (copy);
      copy = json_node_copy (node);
    }
  return copy;
}

static void
test_written_anew (Fixture *f, gconstpointer data)
{
  for (const char *const *name
       = (const char *const[]){ "schedule-1.json", "schedule-2.json", NULL };
       *name != NULL; name++)
    {
      g_autoptr (GBytes) file = exchange_fixture (*name);
      gsize length;
      const char *text = g_bytes_get_data (file, &length);
      g_autofree char *copy = g_strndup (text, length);
      g_autoptr (JsonNode) root = json_from_string (copy, NULL), other = reversed (root);
      g_autofree char *anew = json_to_string (other, TRUE);
      g_autoptr (GBytes) again = exchange_text (anew);
      g_autoptr (LecternImport) import = bring_in (f, file, NULL);
      g_assert_nonnull (lectern_import_edit (import));
      assert_nothing (f, again);
    }
}

static void
test_local_edits (Fixture *f, gconstpointer data)
{
  g_autofree char *text = programme ("made-up", six);
  g_autoptr (GBytes) file = exchange_text (text);
  g_autoptr (LecternImport) import = bring_in (f, file, NULL);
  gint64 clay = find (f, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, "Clay");
  g_autoptr (LecternEdit) edit = lectern_edit_new ("several");
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, clay, LECTERN_SESSION_TITLE, "Clay and glass");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, clay, LECTERN_SESSION_START, 700);
  lectern_edit_set_text (edit, LECTERN_KIND_ROOM,
                         find (f, LECTERN_KIND_ROOM, LECTERN_ROOM_NAME, "Hall"), LECTERN_ROOM_NAME,
                         "Great hall");
  lectern_edit_set_text (edit, LECTERN_KIND_PERSON,
                         find (f, LECTERN_KIND_PERSON, LECTERN_PERSON_NAME, "Bo Ek"),
                         LECTERN_PERSON_NAME, "Bo Ekström");
  lectern_edit_set_text (edit, LECTERN_KIND_DAY,
                         find (f, LECTERN_KIND_DAY, LECTERN_DAY_DATE, "2026-06-18"),
                         LECTERN_DAY_DATE, "2026-09-18");
  lectern_edit_delete (edit, LECTERN_KIND_SESSION,
                       find (f, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, "Closing"));
  lectern_edit_delete (edit, LECTERN_KIND_ROOM,
                       find (f, LECTERN_KIND_ROOM, LECTERN_ROOM_NAME, "Attic"));
  lectern_edit_delete (edit, LECTERN_KIND_PERSON,
                       find (f, LECTERN_KIND_PERSON, LECTERN_PERSON_NAME, "Ada Berg"));
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, lectern_import_event (import),
                         LECTERN_EVENT_TEXT_LANGUAGE, "fr");
  lectern_result_free (fixture_commit (f, g_steal_pointer (&edit)));
  assert_nothing (f, file);
}

static gboolean
has_warning (LecternImport *import, const char *part)
{
  GPtrArray *warnings = lectern_import_warnings (import);
  for (guint i = 0; i < warnings->len; i++)
    if (strstr (g_ptr_array_index (warnings, i), part) != NULL)
      return TRUE;
  return FALSE;
}

/* Theirs where nothing happened here, ours where both changed, and both are told. */
static void
test_three_ways (Fixture *f, gconstpointer data)
{
  static const char *const changed[] = {
    "1|aaaaaaaa-0000-4000-8000-000000000001|17|09:15|Hall|Opening|Ada Berg",
    "2|aaaaaaaa-0000-4000-8000-000000000002|17|10:00|Hall|Clay and tiles|Ada Berg",
    "3|aaaaaaaa-0000-4000-8000-000000000003|17|10:00|Attic|Bread and rye|Bo Ek",
    "4|aaaaaaaa-0000-4000-8000-000000000004|18|09:00|Hall|Wood|Dag Moe",
    "5|aaaaaaaa-0000-4000-8000-000000000005|18|01:00|Hall|Night|Cy Lund",
    "6|aaaaaaaa-0000-4000-8000-000000000006|18|11:00|Attic|Closing|Bo Ek",
    "7|aaaaaaaa-0000-4000-8000-000000000007|18|12:00|Loft|Added|Bo Ek",
    NULL,
  };
  g_autofree char *first = programme ("made-up", six), *second = programme ("made-up", changed);
  g_autoptr (LecternImport) before = bring_in_text (f, first);
  gint64 clay = find (f, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, "Clay");
  gint64 bread = find (f, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, "Bread");
  gint64 opening = find (f, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, "Opening");
  gint64 wood = find (f, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, "Wood");
  fixture_set (f, LECTERN_KIND_SESSION, clay, LECTERN_SESSION_TITLE, "Clay, mine");
  fixture_set (f, LECTERN_KIND_SESSION, opening, LECTERN_SESSION_TITLE, "Opening, mine");
  g_autoptr (LecternImport) after = bring_in_text (f, second);
  fixture_assert_text (f, LECTERN_KIND_SESSION, clay, LECTERN_SESSION_TITLE, "Clay, mine");
  fixture_assert_text (f, LECTERN_KIND_SESSION, clay, LECTERN_SESSION_ABSTRACT,
                       "About Clay and tiles");
  fixture_assert_text (f, LECTERN_KIND_SESSION, bread, LECTERN_SESSION_TITLE, "Bread and rye");
  fixture_assert_text (f, LECTERN_KIND_SESSION, opening, LECTERN_SESSION_TITLE, "Opening, mine");
  g_autoptr (LecternRecord) moved
      = lectern_reader_get (fixture_reader (f), LECTERN_KIND_SESSION, opening);
  g_assert_cmpint (lectern_record_integer (moved, LECTERN_SESSION_START), ==, 555);
  g_assert_true (has_warning (after, "Clay, mine"));
  g_assert_false (has_warning (after, "Opening, mine"));
  g_assert_cmpuint (lectern_import_count (after, LECTERN_IMPORT_CREATED, LECTERN_KIND_SESSION), ==,
                    1);
  g_assert_cmpuint (lectern_import_count (after, LECTERN_IMPORT_UPDATED, LECTERN_KIND_SESSION), ==,
                    4);
  g_assert_cmpuint (lectern_import_count (after, LECTERN_IMPORT_UNCHANGED, LECTERN_KIND_SESSION),
                    ==, 2);
  /* The speaker was replaced. */
  g_autoptr (GPtrArray) roles = lectern_reader_find (fixture_reader (f), LECTERN_KIND_SESSION_ROLE,
                                                     LECTERN_SESSION_ROLE_SESSION, wood);
  g_assert_cmpuint (roles->len, ==, 1);
  g_assert_cmpint (
      lectern_record_integer (g_ptr_array_index (roles, 0), LECTERN_SESSION_ROLE_PERSON), ==,
      find (f, LECTERN_KIND_PERSON, LECTERN_PERSON_NAME, "Dag Moe"));
  g_autoptr (GBytes) same = exchange_text (second);
  assert_nothing (f, same);
}

static void
test_cancelled (Fixture *f, gconstpointer data)
{
  const char *const five[] = { six[0], six[1], six[2], six[3], six[4], NULL };
  const char *const four[] = { six[0], six[1], six[2], six[3], NULL };
  g_autofree char *all = programme ("made-up", six), *less = programme ("made-up", five),
                  *few = programme ("made-up", four);
  g_autoptr (LecternImport) first = bring_in_text (f, all);
  gint64 closing = find (f, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, "Closing");
  g_autoptr (GBytes) too_few = exchange_text (few);

  /* Two of six are more than a fifth. */
  g_autoptr (LecternImport) asks = plan (f, too_few, NULL);
  g_assert_true (lectern_import_needs_decision (asks));
  g_assert_cmpuint (lectern_import_count (asks, LECTERN_IMPORT_CANCELLED, LECTERN_KIND_SESSION), ==,
                    2);
  g_assert_true (has_warning (asks, "2 sessions of 6"));

  /* One of six is not. A session that was made here is never touched. */
  gint64 own = fixture_add (f, LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, "Our own");
  g_autoptr (LecternEdit) edit = lectern_edit_new ("into the event");
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, own, LECTERN_SESSION_EVENT,
                            lectern_import_event (first));
  lectern_result_free (fixture_commit (f, g_steal_pointer (&edit)));
  g_autoptr (LecternImport) second = bring_in_text (f, less);
  g_assert_cmpuint (lectern_import_count (second, LECTERN_IMPORT_CANCELLED, LECTERN_KIND_SESSION),
                    ==, 1);
  fixture_assert_text (f, LECTERN_KIND_SESSION, closing, LECTERN_SESSION_STATE, "cancelled");
  fixture_assert_text (f, LECTERN_KIND_SESSION, own, LECTERN_SESSION_STATE, NULL);

  /* Allowed; and what is there again is no longer cancelled. */
  g_autoptr (LecternImport) third
      = bring_in (f, too_few, &(LecternImportOptions){ .allow_cancel = TRUE });
  g_assert_cmpuint (lectern_import_count (third, LECTERN_IMPORT_CANCELLED, LECTERN_KIND_SESSION),
                    ==, 1);
  g_autoptr (LecternImport) fourth = bring_in_text (f, all);
  fixture_assert_text (f, LECTERN_KIND_SESSION, closing, LECTERN_SESSION_STATE, NULL);
  g_assert_cmpuint (lectern_import_count (fourth, LECTERN_IMPORT_UPDATED, LECTERN_KIND_SESSION), ==,
                    2);
}

static void
test_event (Fixture *f, gconstpointer data)
{
  gint64 here = fixture_add (f, LECTERN_KIND_EVENT, LECTERN_EVENT_TITLE, "Ours");
  fixture_set (f, LECTERN_KIND_EVENT, here, LECTERN_EVENT_SLUG, "made-up");
  g_autofree char *text = programme ("made-up", six), *nameless = programme (NULL, six);
  g_autoptr (GBytes) file = exchange_text (text);
  g_autoptr (GBytes) other = exchange_text (nameless);

  /* The short name is taken: the new event gets another. */
  g_autoptr (LecternImport) first = bring_in (f, file, NULL);
  g_assert_cmpint (lectern_import_event (first), !=, here);
  fixture_assert_text (f, LECTERN_KIND_EVENT, lectern_import_event (first), LECTERN_EVENT_SLUG,
                       "made-up-2");

  /* Into the named event: its title stays, and that is said. */
  g_autoptr (LecternImport) second = bring_in (f, other, &(LecternImportOptions){ .event = here });
  g_assert_cmpint (lectern_import_event (second), ==, here);
  fixture_assert_text (f, LECTERN_KIND_EVENT, here, LECTERN_EVENT_TITLE, "Ours");
  g_assert_true (has_warning (second, "Ours"));
  assert_nothing (f, other);

  /* The same source goes where it was, whatever is named. */
  g_autoptr (LecternImport) third = bring_in (f, file, &(LecternImportOptions){ .event = here });
  g_assert_cmpint (lectern_import_event (third), ==, lectern_import_event (first));
  g_assert_null (lectern_import_edit (third));

  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) unknown = exchange_fixture ("frab.xml");
  g_assert_null (lectern_import_plan (fixture_reader (f), unknown, NULL,
                                      &(LecternImportOptions){ .event = 12345 }, NULL, &error));
  g_assert_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_FAILED);
}

/* One id for several names is no id; 0 is none; one name with two ids is two people. */
static void
test_people (Fixture *f, gconstpointer data)
{
  static const char text[]
      = "<schedule><conference><title>P</title><acronym>people</acronym></conference><day "
        "date='2026-06-17'><room name='R'>"
        "<event id='1'><start>09:00</start><duration>1:00</duration><title>a</title><persons>"
        "<person id='2'>Ann</person><person id='2'>Ben</person><person id='0'>Cleo</person><person "
        "id='5'>Dan</person></persons></event>"
        "<event id='2'><start>10:00</start><duration>1:00</duration><title>b</title><persons>"
        "<person id='2'>Ann</person><person id='0'>Ben</person><person>Cleo</person><person "
        "id='6'>Dan</person></persons></event>"
        "</room></day></schedule>";
  gint64 elsewhere = fixture_add (f, LECTERN_KIND_PERSON, LECTERN_PERSON_NAME, "Ann");
  g_autoptr (LecternImport) import = bring_in_text (f, text);
  g_assert_cmpuint (lectern_import_count (import, LECTERN_IMPORT_CREATED, LECTERN_KIND_PERSON), ==,
                    5);
  g_assert_true (has_warning (import, "“Ann”"));
  g_autoptr (GPtrArray) anns = lectern_reader_find_text (fixture_reader (f), LECTERN_KIND_PERSON,
                                                         LECTERN_PERSON_NAME, "Ann");
  g_assert_cmpuint (anns->len, ==, 2);
  g_assert_true (fixture_alive (f, LECTERN_KIND_PERSON, elsewhere));
  g_autoptr (GPtrArray) dans = lectern_reader_find_text (fixture_reader (f), LECTERN_KIND_PERSON,
                                                         LECTERN_PERSON_NAME, "Dan");
  g_assert_cmpuint (dans->len, ==, 2);
}

static void
test_join_by_email (Fixture *f, gconstpointer data)
{
  gint64 vera = fixture_add (f, LECTERN_KIND_PERSON, LECTERN_PERSON_NAME, "V. Holm");
  fixture_set (f, LECTERN_KIND_PERSON, vera, LECTERN_PERSON_EMAIL, "vera@example.org");
  g_autoptr (LecternImport) import = bring_in_text (
      f, "{\"schedule\":{\"conference\":{\"acronym\":\"mail\",\"title\":\"M\",\"days\":[{\"date\":"
         "\"2026-06-17\",\"rooms\":{\"R\":[{\"id\":1,"
         "\"title\":\"t\",\"start\":\"09:00\",\"duration\":\"01:00\",\"persons\":[{\"id\":3,"
         "\"name\":\"Vera Holm\",\"email\":\"Vera@example.org\"}]}]}}]}}}");
  g_assert_cmpuint (count (f, LECTERN_KIND_PERSON), ==, 1);
  fixture_assert_text (f, LECTERN_KIND_PERSON, vera, LECTERN_PERSON_NAME, "V. Holm");
}

/* A script in an address is left out and listed; the rest of the entry comes in. */
static void
test_bad_values (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) file = exchange_fixture ("pentabarf.xml");
  g_autoptr (LecternImport) import = bring_in (f, file, NULL);
  g_autofree char *json = lectern_import_to_json (import);
  g_assert_cmpuint (count (f, LECTERN_KIND_LINK), ==, 1);
  g_assert_cmpuint (lectern_import_skipped (import)->len, ==, 1);
  g_assert_nonnull (strstr (json, "javascript:alert(1)"));
  g_assert_nonnull (strstr (json, "\"format\":\"schedule.xml\""));
  g_assert_true (has_warning (import, "time zone"));
}

static void
test_stale_plan (Fixture *f, gconstpointer data)
{
  g_autofree char *text = programme ("made-up", six);
  g_autoptr (GBytes) file = exchange_text (text);
  g_autoptr (LecternImport) import = plan (f, file, NULL);
  g_autoptr (GError) error = NULL;
  fixture_add (f, LECTERN_KIND_PERSON, LECTERN_PERSON_NAME, "In between");
  g_assert_null (lectern_workspace_commit (f->workspace, lectern_import_edit (import), &error));
  g_assert_error (error, LECTERN_STORE_ERROR, LECTERN_STORE_ERROR_CHANGED);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/import/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("first-time", test_first_time);
  ADD ("fixtures-twice", test_fixtures_twice);
  ADD ("shuffled", test_shuffled);
  ADD ("written-anew", test_written_anew);
  ADD ("local-edits", test_local_edits);
  ADD ("three-ways", test_three_ways);
  ADD ("cancelled", test_cancelled);
  ADD ("event", test_event);
  ADD ("people", test_people);
  ADD ("join-by-email", test_join_by_email);
  ADD ("bad-values", test_bad_values);
  ADD ("stale-plan", test_stale_plan);
  return g_test_run ();
}
