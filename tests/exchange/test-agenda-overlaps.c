/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Programmes that others made: the rules find exactly the double bookings that a
 * comparison of every session with every other one finds.
 */
#include "../store/store-fixture.h"
#include "exchange-fixture.h"
#include "lectern-check.h"
#include "lectern-time.h"

static GBytes *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, "schedules", name, NULL);
  char *data;
  gsize length;
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static gboolean
run_at_once (const LecternAgenda *agenda, const LecternAgendaSession *a, const LecternAgendaSession *b)
{
  if (!a->placed || !b->placed || a->duration <= 0 || b->duration <= 0 || a->parent == b->id || b->parent == a->id
      || g_strcmp0 (a->state, "cancelled") == 0 || g_strcmp0 (b->state, "cancelled") == 0)
    return FALSE;
  int apart = 1440 * lectern_date_days_between (lectern_agenda_day (agenda, a->day)->date,
                                                lectern_agenda_day (agenda, b->day)->date);
  return a->start < apart + b->start + b->duration && apart + b->start < a->start + a->duration;
}

static guint
rooms_in_common (const LecternAgendaSession *a, const LecternAgendaSession *b)
{
  guint n = 0;
  for (guint i = 0; i < a->n_rooms; i++)
    for (guint j = 0; j < b->n_rooms; j++)
      n += a->rooms[i] == b->rooms[j];
  return n;
}

static guint
people_in_common (const LecternAgenda *agenda, const LecternAgendaSession *a, const LecternAgendaSession *b)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < a->n_people; i++)
    for (guint j = 0; j < b->n_people; j++)
      {
        LecternAgendaPerson *person = lectern_agenda_person (agenda, a->first_person + i);
        if (person->person == lectern_agenda_person (agenda, b->first_person + j)->person)
          g_hash_table_add (found, &person->person);
      }
  return g_hash_table_size (found);
}

static void
check (const char *folder, const char *name, int known_by_room)
{
  Fixture f;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = load (folder, name);
  guint by_room = 0, by_person = 0, found_by_room = 0, found_by_person = 0;
  fixture_set_up (&f, NULL);
  g_autoptr (LecternImport) import = lectern_import_plan (fixture_reader (&f), file, name, NULL, NULL, &error);
  g_assert_no_error (error);
  lectern_result_free (fixture_commit (&f, lectern_edit_ref (lectern_import_edit (import))));
  g_autoptr (LecternAgenda) agenda
      = lectern_agenda_load (fixture_reader (&f), lectern_import_event (import), "en");
  g_assert_cmpuint (agenda->sessions->len, >, 0);
  for (guint i = 0; i < agenda->sessions->len; i++)
    for (guint j = i + 1; j < agenda->sessions->len; j++)
      {
        const LecternAgendaSession *a = lectern_agenda_session (agenda, i);
        const LecternAgendaSession *b = lectern_agenda_session (agenda, j);
        if (!run_at_once (agenda, a, b))
          continue;
        by_room += rooms_in_common (a, b);
        by_person += people_in_common (agenda, a, b);
      }
  g_autoptr (LecternCheck) found = lectern_check_new (fixture_reader (&f), lectern_import_event (import), NULL, "en");
  for (guint i = 0; i < lectern_check_n_findings (found); i++)
    {
      LecternRule rule = lectern_check_finding (found, i)->rule;
      found_by_room += rule == LECTERN_RULE_R01 || rule == LECTERN_RULE_R02;
      found_by_person += rule == LECTERN_RULE_R20;
    }
  g_test_message ("%s: %u by room, %u by person", name, by_room, by_person);
  g_assert_cmpuint (found_by_room, ==, by_room);
  g_assert_cmpuint (found_by_person, ==, by_person);
  if (known_by_room >= 0)
    g_assert_cmpuint (by_room, ==, known_by_room);
  fixture_tear_down (&f, NULL);
}

static void
test_schedules (void)
{
  const struct
  {
    const char *name;
    int by_room; /* -1: as computed */
  } files[] = { { "38c3-2024.xml", 2 }, { "31c3-2014.xml", -1 }, { "fosdem-2024.xml", -1 },
                { "froscon-2013.xml", -1 }, { "frab-cccamp-2019.json", -1 } };
  g_autofree char *folder = exchange_shared_data ();
  if (folder == NULL)
    {
      g_test_skip ("the files of others are not there");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, "schedules", files[i].name, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        check (folder, files[i].name, files[i].by_room);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/schedules", test_schedules);
  return g_test_run ();
}
