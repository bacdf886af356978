/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lists over SQL: what two orders differ in, the same object while it is held, order
 * and filters of participants and contacts, and all that with 100,000 rows.
 */
#include "lectern-contacts.h"
#include "lectern-list-private.h"
#include "lectern-people.h"
#include "lectern-venues.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct
{
  char *folder;
  LecternWorkspace *workspace;
  LecternReader *reader;
  gint64 event;
} Fixture;

static void
commit (Fixture *f, LecternEdit *edit)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LecternResult) result = lectern_workspace_commit (f->workspace, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  f->folder = g_dir_make_tmp ("lectern-list-XXXXXX", &error);
  g_autofree char *path = g_build_filename (f->folder, "list.db", NULL);
  f->workspace = lectern_workspace_create (path, "Lists", "en", &error);
  g_assert_no_error (error);
  f->reader = lectern_workspace_reader (f->workspace);
  LecternEdit *edit = lectern_edit_new ("An event");
  f->event = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_TITLE, "Plenary");
  commit (f, edit);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "list.db", "list.db-wal", "list.db-shm" };
  lectern_workspace_close (f->workspace);
  g_assert_finalize_object (f->workspace);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, names[i], NULL);
      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
}

static gint64
add_organisation (LecternEdit *edit, const char *name, const char *region)
{
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_ORGANISATION);
  lectern_edit_set_text (edit, LECTERN_KIND_ORGANISATION, id, LECTERN_ORGANISATION_NAME, name);
  lectern_edit_set_text (edit, LECTERN_KIND_ORGANISATION, id, LECTERN_ORGANISATION_REGION, region);
  return id;
}

static gint64
add_person (LecternEdit *edit, const char *given, const char *family, gint64 organisation)
{
  g_autofree char *name = g_strdup_printf ("%s %s", given, family);
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_PERSON);
  lectern_edit_set_text (edit, LECTERN_KIND_PERSON, id, LECTERN_PERSON_NAME, name);
  lectern_edit_set_text (edit, LECTERN_KIND_PERSON, id, LECTERN_PERSON_GIVEN_NAME, given);
  lectern_edit_set_text (edit, LECTERN_KIND_PERSON, id, LECTERN_PERSON_FAMILY_NAME, family);
  if (organisation != 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_PERSON, id, LECTERN_PERSON_ORGANISATION, organisation);
  return id;
}

static gint64
add_registration (Fixture *f, LecternEdit *edit, gint64 person, const char *state, const char *diet)
{
  gint64 id = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, f->event, person);
  lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, id, LECTERN_REGISTRATION_STATE, state);
  if (diet != NULL)
    lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, id, LECTERN_REGISTRATION_DIET, diet);
  return id;
}

/* The names of the list, one after another. */
static char *
names (LecternListModel *model, guint column)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr(LecternListRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", lectern_list_row_text (row, column));
    }
  return g_string_free (out, FALSE);
}

static void
assert_names (LecternListModel *model, guint column, const char *expected)
{
  g_autofree char *found = names (model, column);
  g_assert_cmpstr (found, ==, expected);
}

static void
ask (Fixture *f, LecternListModel *model, const LecternParticipantFilter *filter)
{
  g_autoptr(LecternListQuery) query = lectern_participants_query (filter);
  lectern_list_model_set_query (model, f->workspace, query);
}

/* Any two orders: applying the stretches to the one gives the other. */
static void
test_difference (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr(GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr(GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
      guint n = g_test_rand_int_range (0, 40);
      for (gint64 id = 1; id <= n; id++)
        {
          if (g_test_rand_int_range (0, 8) > 0)
            g_array_append_val (before, id);
          if (g_test_rand_int_range (0, 8) > 0)
            g_array_append_val (after, id);
        }
      if (round % 3 == 1 && after->len > 1)
        { /* one moved */
          gint64 id = g_array_index (after, gint64, after->len / 2);
          g_array_remove_index (after, after->len / 2);
          g_array_insert_val (after, g_test_rand_int_range (0, after->len + 1), id);
        }
      if (round % 3 == 2)
        for (guint i = 0; i + 1 < after->len; i++)
          { /* shuffled */
            guint j = g_test_rand_int_range (i, after->len);
            gint64 id = g_array_index (after, gint64, i);
            g_array_index (after, gint64, i) = g_array_index (after, gint64, j);
            g_array_index (after, gint64, j) = id;
          }
      g_autoptr(GArray) changes = lectern_list_difference (before, after);
      for (guint i = changes->len; i > 0; i--)
        {
          LecternListChange *change = &g_array_index (changes, LecternListChange, i - 1);
          if (change->removed > 0)
            g_array_remove_range (before, change->position, change->removed);
          if (change->added > 0)
            g_array_insert_vals (before, change->position,
                                 &g_array_index (after, gint64, change->from), change->added);
        }
      g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data,
                       after->len * sizeof (gint64));
    }
}

/* One taken out of the middle and two put in are told as just that. */
static void
test_small_difference (void)
{
  gint64 old[] = { 1, 2, 3, 4, 5, 6 }, new[] = { 1, 2, 30, 4, 5, 50, 6 };
  g_autoptr(GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) after = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (before, old, G_N_ELEMENTS (old));
  g_array_append_vals (after, new, G_N_ELEMENTS (new));
  g_autoptr(GArray) changes = lectern_list_difference (before, after);
  guint removed = 0, added = 0;
  for (guint i = 0; i < changes->len; i++)
    {
      removed += g_array_index (changes, LecternListChange, i).removed;
      added += g_array_index (changes, LecternListChange, i).added;
    }
  g_assert_cmpuint (removed, ==, 1);
  g_assert_cmpuint (added, ==, 2);
}

static void
on_changed (guint *count)
{
  (*count)++;
}

static void
test_participants (Fixture *f, gconstpointer data)
{
  g_autoptr(LecternListModel) model = lectern_list_model_new ();
  LecternParticipantFilter filter = { .event = f->event };
  LecternEdit *edit = lectern_edit_new ("People");
  gint64 north = add_organisation (edit, "Nordic Chemistry", "SE23");
  gint64 south = add_organisation (edit, "Polo Adriatico", "ITH3");
  gint64 berg = add_person (edit, "Anna", "Berg", north);
  gint64 zola = add_person (edit, "Émile", "Zola", south);
  gint64 other = add_person (edit, "Not", "Registered", south);
  gint64 first = add_registration (f, edit, berg, "confirmed", "vegetarian");
  add_registration (f, edit, zola, "waiting", NULL);
  add_registration (f, edit, add_person (edit, "Nil", "Abel", 0), "registered", "Vegetarian");
  commit (f, edit);

  ask (f, model, &filter);
  g_assert_cmpint (lectern_list_model_get_size (model), ==, 3);
  assert_names (model, LECTERN_PARTICIPANT_NAME, "Abel, Nil|Berg, Anna|Zola, Émile");
  filter.descending = TRUE;
  ask (f, model, &filter);
  assert_names (model, LECTERN_PARTICIPANT_NAME, "Zola, Émile|Berg, Anna|Abel, Nil");
  /* Nobody's organisation stands last in either direction. */
  filter.sort = LECTERN_PARTICIPANT_ORGANISATION;
  ask (f, model, &filter);
  assert_names (model, LECTERN_PARTICIPANT_ORGANISATION, "Polo Adriatico|Nordic Chemistry|");
  filter = (LecternParticipantFilter){ .event = f->event, .sort = LECTERN_PARTICIPANT_STATE };
  ask (f, model, &filter);
  assert_names (model, LECTERN_PARTICIPANT_STATE, "registered|confirmed|waiting");
  filter = (LecternParticipantFilter){ .event = f->event, .text = "emile  ZOLA" };
  ask (f, model, &filter);
  assert_names (model, LECTERN_PARTICIPANT_NAME, "Zola, Émile");
  filter = (LecternParticipantFilter){ .event = f->event, .state = "confirmed" };
  ask (f, model, &filter);
  assert_names (model, LECTERN_PARTICIPANT_NAME, "Berg, Anna");
  filter = (LecternParticipantFilter){ .event = f->event, .region = "" };
  ask (f, model, &filter);
  assert_names (model, LECTERN_PARTICIPANT_NAME, "Abel, Nil");
  filter = (LecternParticipantFilter){ .event = f->event, .needs = LECTERN_NEEDS_DIET };
  ask (f, model, &filter);
  assert_names (model, LECTERN_PARTICIPANT_NAME, "Abel, Nil|Berg, Anna");

  g_assert_cmpint (lectern_participants_find (f->reader, f->event, berg), ==, first);
  g_assert_cmpint (lectern_participants_find (f->reader, f->event, other), ==, 0);
}

/* A row is the same object while it is held, follows changes, and is let go. */
static void
test_rows (Fixture *f, gconstpointer data)
{
  g_autoptr(LecternListModel) model = lectern_list_model_new ();
  LecternParticipantFilter filter = { .event = f->event };
  LecternEdit *edit = lectern_edit_new ("People");
  gint64 ids[3];
  guint told = 0, items_changed = 0, position;
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *family = g_strdup_printf ("Name%u", i);
      ids[i] = add_registration (f, edit, add_person (edit, "A", family, 0), "invited", NULL);
    }
  commit (f, edit);
  ask (f, model, &filter);
  LecternListRow *row = g_list_model_get_item (G_LIST_MODEL (model), 1);
  LecternListRow *again = g_list_model_get_item (G_LIST_MODEL (model), 1);
  g_assert_true (row == again);
  g_object_unref (again);
  g_assert_cmpint (lectern_list_row_get_id (row), ==, ids[1]);
  g_assert_cmpuint (lectern_list_model_n_rows_made (model), ==, 1);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), &told);
  g_signal_connect_swapped (model, "items-changed", G_CALLBACK (on_changed), &items_changed);

  edit = lectern_edit_new ("State");
  lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, ids[1], LECTERN_REGISTRATION_STATE, "confirmed");
  commit (f, edit);
  lectern_list_model_refresh (model);
  g_assert_cmpuint (told, ==, 1);
  g_assert_cmpuint (items_changed, ==, 0);
  g_assert_cmpstr (lectern_list_row_text (row, LECTERN_PARTICIPANT_STATE), ==, "confirmed");

  edit = lectern_edit_new ("Remove");
  lectern_edit_delete (edit, LECTERN_KIND_REGISTRATION, ids[0]);
  commit (f, edit);
  lectern_list_model_refresh (model);
  g_assert_cmpuint (items_changed, ==, 1);
  g_assert_true (lectern_list_model_find (model, ids[1], &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_false (lectern_list_model_find (model, ids[0], &position));
  again = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (row == again);
  g_object_unref (again);
  g_assert_finalize_object (row);
  g_assert_cmpuint (lectern_list_model_n_rows_made (model), ==, 0);
}

static const LecternCount *
find_count (GArray *counts, const char *key)
{
  for (guint i = 0; i < counts->len; i++)
    if (g_str_equal (g_array_index (counts, LecternCount, i).key, key))
      return &g_array_index (counts, LecternCount, i);
  return NULL;
}

static void
test_counts (Fixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("People");
  gint64 north = add_organisation (edit, "Nordic", "SE23");
  const struct
  {
    const char *region;
    gint64 places;
  } quotas[] = { { "SE23", 1 }, { "NL42", 5 } };
  add_registration (f, edit, add_person (edit, "A", "One", north), "confirmed", "vegetarian");
  add_registration (f, edit, add_person (edit, "B", "Two", north), "registered", "Vegetarian");
  add_registration (f, edit, add_person (edit, "C", "Three", north), "declined", "vegan");
  add_registration (f, edit, add_person (edit, "D", "Four", 0), "attended", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (quotas); i++)
    {
      gint64 id = lectern_edit_create (edit, LECTERN_KIND_QUOTA);
      lectern_edit_set_integer (edit, LECTERN_KIND_QUOTA, id, LECTERN_QUOTA_EVENT, f->event);
      lectern_edit_set_text (edit, LECTERN_KIND_QUOTA, id, LECTERN_QUOTA_REGION, quotas[i].region);
      lectern_edit_set_integer (edit, LECTERN_KIND_QUOTA, id, LECTERN_QUOTA_PLACES, quotas[i].places);
    }
  commit (f, edit);
  g_autoptr(LecternParticipantCounts) counts = lectern_participants_count (f->reader, f->event);
  g_assert_cmpuint (counts->n_all, ==, 4);
  g_assert_cmpuint (counts->n_coming, ==, 3);
  g_assert_cmpint (counts->capacity, ==, -1);
  g_assert_cmpuint (find_count (counts->states, "declined")->n, ==, 1);
  g_assert_cmpuint (counts->regions->len, ==, 3);
  g_assert_cmpuint (find_count (counts->regions, "SE23")->n, ==, 2);
  g_assert_cmpint (find_count (counts->regions, "SE23")->places, ==, 1);
  g_assert_cmpuint (find_count (counts->regions, "NL42")->n, ==, 0);
  g_assert_cmpint (find_count (counts->regions, "")->places, ==, -1);
  g_assert_cmpuint (counts->diets->len, ==, 1);
  g_assert_cmpuint (g_array_index (counts->diets, LecternCount, 0).n, ==, 2);
}

static gint64
add_node (LecternEdit *edit, const char *name, gint64 parent, const char *position)
{
  gint64 id = lectern_edit_create (edit, LECTERN_KIND_PROGRAMME_NODE);
  lectern_edit_set_text (edit, LECTERN_KIND_PROGRAMME_NODE, id, LECTERN_PROGRAMME_NODE_NAME, name);
  lectern_edit_set_text (edit, LECTERN_KIND_PROGRAMME_NODE, id, LECTERN_PROGRAMME_NODE_POSITION, position);
  if (parent != 0)
    lectern_edit_set_integer (edit, LECTERN_KIND_PROGRAMME_NODE, id, LECTERN_PROGRAMME_NODE_PARENT, parent);
  return id;
}

static void
test_contacts (Fixture *f, gconstpointer data)
{
  g_autoptr(LecternListModel) model = lectern_list_model_new ();
  LecternEdit *edit = lectern_edit_new ("Contacts");
  gint64 project = add_node (edit, "Project", 0, "a"), package = add_node (edit, "Package", project, "b");
  gint64 alpha = add_organisation (edit, "Alpha", "SE23"), beta = add_organisation (edit, "Beta", "NL42");
  add_organisation (edit, "Gamma", NULL);
  gint64 lead = lectern_edit_link (edit, LECTERN_KIND_MEMBERSHIP, beta, project);
  lectern_edit_link (edit, LECTERN_KIND_MEMBERSHIP, alpha, project);
  lectern_edit_link (edit, LECTERN_KIND_MEMBERSHIP, beta, package);
  lectern_edit_set_text (edit, LECTERN_KIND_MEMBERSHIP, lead, LECTERN_MEMBERSHIP_ROLE, "lead");
  gint64 person = add_person (edit, "Ulla", "Ö", beta);
  add_registration (f, edit, person, "confirmed", NULL);
  gint64 session = lectern_edit_create (edit, LECTERN_KIND_SESSION);
  lectern_edit_set_integer (edit, LECTERN_KIND_SESSION, session, LECTERN_SESSION_EVENT, f->event);
  gint64 role = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, session, person, "speaker");
  commit (f, edit);

  g_autoptr(LecternListQuery) all = lectern_organisations_query (NULL);
  lectern_list_model_set_query (model, f->workspace, all);
  assert_names (model, LECTERN_CONTACT_NAME, "Project|Beta|Alpha|Package|Beta||Gamma");
  g_assert_cmpuint (lectern_organisations_query_n (f->reader, NULL), ==, 3);
  g_autoptr(LecternListQuery) some = lectern_organisations_query ("nl42");
  lectern_list_model_set_query (model, f->workspace, some);
  assert_names (model, LECTERN_CONTACT_NAME, "Project|Beta|Package|Beta");
  g_assert_cmpuint (lectern_organisations_query_n (f->reader, "nl42"), ==, 1);
  g_autoptr(LecternListQuery) people = lectern_persons_query ("beta");
  lectern_list_model_set_query (model, f->workspace, people);
  assert_names (model, LECTERN_CONTACT_NAME, "Ulla Ö");

  /* An event that somebody else hosts, and where nobody of Beta is, is not Beta's. */
  edit = lectern_edit_new ("Another event");
  gint64 elsewhere = lectern_edit_create (edit, LECTERN_KIND_EVENT);
  lectern_edit_set_integer (edit, LECTERN_KIND_EVENT, elsewhere, LECTERN_EVENT_HOST, alpha);
  lectern_edit_set (edit, LECTERN_KIND_EVENT, elsewhere, LECTERN_EVENT_ROLES, NULL,
                    lectern_value_texts ((const char *const[]){ "plenary", NULL }));
  commit (f, edit);
  g_autoptr(GPtrArray) events = lectern_contacts_organisation_events (f->reader, beta);
  g_assert_cmpuint (events->len, ==, 1);
  LecternInvolvement *one = events->pdata[0];
  g_assert_cmpuint (one->n_registered, ==, 1);
  g_assert_cmpuint (one->n_roles, ==, 1);
  g_autoptr(GPtrArray) mine = lectern_contacts_person_events (f->reader, person);
  g_assert_cmpuint (mine->len, ==, 1);
  one = mine->pdata[0];
  g_assert_cmpint (g_array_index (one->roles, gint64, 0), ==, role);
}

static void
test_actions_and_venues (Fixture *f, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Plan and house");
  gint64 owner = add_organisation (edit, "Alpha", NULL);
  gint64 action = lectern_edit_create (edit, LECTERN_KIND_ACTION);
  gint64 report = lectern_edit_create (edit, LECTERN_KIND_ACTION_PROGRESS);
  gint64 here = lectern_edit_create (edit, LECTERN_KIND_VENUE), away = lectern_edit_create (edit, LECTERN_KIND_VENUE);
  gint64 room = lectern_edit_create (edit, LECTERN_KIND_ROOM);
  lectern_edit_set_integer (edit, LECTERN_KIND_ACTION, action, LECTERN_ACTION_ORGANISATION, owner);
  lectern_edit_set_text (edit, LECTERN_KIND_ACTION, action, LECTERN_ACTION_STATE, "running");
  lectern_edit_set_integer (edit, LECTERN_KIND_ACTION_PROGRESS, report, LECTERN_ACTION_PROGRESS_ACTION, action);
  lectern_edit_set_integer (edit, LECTERN_KIND_ACTION_PROGRESS, report, LECTERN_ACTION_PROGRESS_PERCENT, 60);
  lectern_edit_set_text (edit, LECTERN_KIND_VENUE, here, LECTERN_VENUE_NAME, "Zum Hof");
  lectern_edit_set_text (edit, LECTERN_KIND_VENUE, here, LECTERN_VENUE_CITY, "Maastricht");
  lectern_edit_set_text (edit, LECTERN_KIND_VENUE, away, LECTERN_VENUE_NAME, "Aula");
  lectern_edit_set_integer (edit, LECTERN_KIND_ROOM, room, LECTERN_ROOM_VENUE, here);
  lectern_edit_set (edit, LECTERN_KIND_EVENT, f->event, LECTERN_EVENT_VENUES, NULL,
                    lectern_value_ids (&here, 1));
  commit (f, edit);
  g_autoptr(GPtrArray) actions = lectern_contacts_actions (f->reader, owner);
  g_assert_cmpuint (actions->len, ==, 1);
  LecternActionState *state = actions->pdata[0];
  g_assert_cmpint (state->percent, ==, 60);
  g_assert_cmpstr (state->state, ==, "running");

  g_autoptr(GPtrArray) venues = lectern_venues_list (f->reader, f->event, NULL);
  g_assert_cmpuint (venues->len, ==, 2);
  LecternVenueLine *first = venues->pdata[0], *second = venues->pdata[1];
  g_assert_cmpstr (first->name, ==, "Zum Hof");
  g_assert_true (first->here);
  g_assert_false (first->address_missing);
  g_assert_cmpuint (first->n_rooms, ==, 1);
  g_assert_cmpint (first->latest_event, ==, f->event);
  g_assert_true (second->address_missing);
  g_assert_false (second->here);
  g_autoptr(GArray) events = lectern_venues_events (f->reader, here);
  g_assert_cmpuint (events->len, ==, 1);
  g_autoptr(GArray) sessions = lectern_venues_room_sessions (f->reader, room);
  g_assert_cmpuint (sessions->len, ==, 0);
}

#ifdef __SANITIZE_ADDRESS__
#define MANY 20000 /* each allocation is written down; as many as there are would take minutes */
#else
#define MANY 100000
#endif

static void
wait_until_loaded (LecternListModel *model)
{
  while (lectern_list_model_get_loading (model))
    g_main_context_iteration (NULL, TRUE);
}

/* 100,000 registrations: asked for on a worker, the old rows stay until then, only rows that
 * are looked at exist. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr(LecternListModel) model = lectern_list_model_new ();
  LecternParticipantFilter filter = { .event = f->event };
  LecternEdit *edit = lectern_edit_new ("Many");
  for (guint i = 0; i < MANY; i++)
    { /* 48271 has no common factor with 100,000: every number once, in no order */
      g_autofree char *family = g_strdup_printf ("Name%06u", (guint) ((guint64) i * 48271 % MANY));
      add_registration (f, edit, add_person (edit, "A", family, 0), i % 4 ? "confirmed" : "waiting", NULL);
    }
  commit (f, edit);
  ask (f, model, &filter);
  g_assert_true (lectern_list_model_get_loading (model));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 0);
  wait_until_loaded (model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, MANY);
  for (guint i = 0; i < MANY; i += 9973)
    {
      g_autofree char *expected = g_strdup_printf ("Name%06u, A", i);
      g_autoptr(LecternListRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
      g_assert_cmpstr (lectern_list_row_text (row, LECTERN_PARTICIPANT_NAME), ==, expected);
      g_assert_cmpuint (lectern_list_model_n_rows_made (model), ==, 1);
    }
  g_assert_cmpuint (lectern_list_model_n_rows_made (model), ==, 0);

  g_autoptr(LecternListRow) held = g_list_model_get_item (G_LIST_MODEL (model), 4242);
  filter.state = "waiting";
  ask (f, model, &filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, MANY);
  /* A question that is asked before the last is answered takes its place. */
  filter.state = "confirmed";
  ask (f, model, &filter);
  wait_until_loaded (model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, MANY * 3 / 4);
  filter.state = NULL;
  filter.text = "name004242";
  ask (f, model, &filter);
  wait_until_loaded (model);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
  g_autoptr(LecternListRow) found = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (found == held);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-model/difference", test_difference);
  g_test_add_func ("/list-model/small-difference", test_small_difference);
  g_test_add ("/list-model/participants", Fixture, NULL, set_up, test_participants, tear_down);
  g_test_add ("/list-model/rows", Fixture, NULL, set_up, test_rows, tear_down);
  g_test_add ("/list-model/counts", Fixture, NULL, set_up, test_counts, tear_down);
  g_test_add ("/list-model/contacts", Fixture, NULL, set_up, test_contacts, tear_down);
  g_test_add ("/list-model/actions-and-venues", Fixture, NULL, set_up, test_actions_and_venues, tear_down);
  g_test_add ("/list-model/many", Fixture, NULL, set_up, test_many, tear_down);
  return g_test_run ();
}
