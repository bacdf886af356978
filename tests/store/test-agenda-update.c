/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An agenda that is brought up to date is the one that reading it whole gives, whatever was
 * changed in between; and it reads no more than what was.
 */
#include "lectern-agenda.h"
#include "store-fixture.h"

#define N_SESSIONS 40
#define N_PEOPLE 6
#define SESSION LECTERN_KIND_SESSION
#define ROLE LECTERN_KIND_SESSION_ROLE

typedef struct
{
  Fixture store;
  GRand *rand;
  gint64 event, venue, elsewhere;
  gint64 rooms[6]; /* the last two are of another venue; the last one is deleted */
  gint64 days[3], tracks[3], parts[30] /* many: most have one session or none */, people[N_PEOPLE];
  GArray *sessions; /* of gint64 */
  LecternAgenda *agenda;
  guint n_updated, n_anew;
} World;

static guint
pick (World *w, guint n)
{
  return g_rand_int_range (w->rand, 0, n);
}

static gint64
add (LecternEdit *edit, LecternKind kind, guint owner, gint64 owner_id, guint name, const char *text)
{
  gint64 id = lectern_edit_create (edit, kind);
  if (owner != 0)
    lectern_edit_set_integer (edit, kind, id, owner, owner_id);
  lectern_edit_set_text (edit, kind, id, name, text);
  return id;
}

static void
place (World *w, LecternEdit *edit, gint64 id)
{
  gint64 rooms[] = { w->rooms[pick (w, 6)], w->rooms[pick (w, 4)] };
  lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_DAY, w->days[pick (w, 3)]);
  lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_START, 540 + 15 * pick (w, 20));
  lectern_edit_set_integer (edit, SESSION, id, LECTERN_SESSION_DURATION, 15 + 5 * pick (w, 12));
  lectern_edit_set (edit, SESSION, id, LECTERN_SESSION_ROOMS, NULL,
                    lectern_value_ids (rooms, rooms[0] == rooms[1] ? 1 : 1 + pick (w, 2)));
}

static gint64
add_session (World *w, LecternEdit *edit)
{
  g_autofree char *title = g_strdup_printf ("Session %u", w->sessions->len);
  gint64 id = add (edit, SESSION, LECTERN_SESSION_EVENT, w->event, LECTERN_SESSION_TITLE, title);
  lectern_edit_set_text (edit, SESSION, id, LECTERN_SESSION_TEXT_LANGUAGE, "en");
  if (pick (w, 5) > 0)
    place (w, edit, id);
  g_array_append_val (w->sessions, id);
  return id;
}

static void
set_up (World *w, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Set up");
  fixture_set_up (&w->store, NULL);
  w->rand = g_rand_new_with_seed (20260617);
  w->sessions = g_array_new (FALSE, FALSE, sizeof (gint64));
  w->event = add (edit, LECTERN_KIND_EVENT, 0, 0, LECTERN_EVENT_TITLE, "Meeting");
  w->venue = add (edit, LECTERN_KIND_VENUE, 0, 0, LECTERN_VENUE_NAME, "House");
  w->elsewhere = add (edit, LECTERN_KIND_VENUE, 0, 0, LECTERN_VENUE_NAME, "Tent");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, w->event, LECTERN_EVENT_VENUES, NULL, lectern_value_ids (&w->venue, 1));
  for (guint i = 0; i < 6; i++)
    w->rooms[i] = add (edit, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, i < 4 ? w->venue : w->elsewhere, LECTERN_ROOM_NAME, "Room");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-06-%02u", 17 + i);
      w->days[i] = add (edit, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, w->event, LECTERN_DAY_DATE, date);
      w->tracks[i] = add (edit, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT, w->event, LECTERN_TRACK_NAME, "Track");
    }
  for (guint i = 0; i < G_N_ELEMENTS (w->parts); i++)
    w->parts[i] = add (edit, LECTERN_KIND_PROGRAMME_NODE, 0, 0, LECTERN_PROGRAMME_NODE_NAME, "Part");
  lectern_edit_set_integer (edit, LECTERN_KIND_TRACK, w->tracks[0], LECTERN_TRACK_PROGRAMME_NODE, w->parts[0]);
  for (guint i = 0; i < N_PEOPLE; i++)
    w->people[i] = add (edit, LECTERN_KIND_PERSON, 0, 0, LECTERN_PERSON_NAME, "Somebody");
  for (guint i = 0; i < N_SESSIONS; i++)
    add_session (w, edit);
  lectern_result_free (fixture_commit (&w->store, edit));
  edit = lectern_edit_new ("Delete");
  lectern_edit_delete (edit, LECTERN_KIND_ROOM, w->rooms[5]);
  lectern_result_free (fixture_commit (&w->store, edit));
  w->agenda = lectern_agenda_load (fixture_reader (&w->store), w->event, "de");
}

static void
tear_down (World *w, gconstpointer data)
{
  lectern_agenda_free (w->agenda);
  g_array_unref (w->sessions);
  g_rand_free (w->rand);
  fixture_tear_down (&w->store, NULL);
}

/* ---- the same in all but memory ---- */

static void
assert_same_people (const LecternAgenda *a, const LecternAgendaSession *x, const LecternAgenda *b,
                    const LecternAgendaSession *y)
{
  g_assert_cmpuint (x->n_people, ==, y->n_people);
  for (guint i = 0; i < x->n_people; i++)
    {
      const LecternAgendaPerson *p = lectern_agenda_person (a, x->first_person + i);
      const LecternAgendaPerson *q = lectern_agenda_person (b, y->first_person + i);
      g_assert_cmpint (p->person, ==, q->person);
      g_assert_cmpstr (p->name, ==, q->name);
      g_assert_cmpstr (p->role, ==, q->role);
      g_assert_cmpint (p->to_be_confirmed, ==, q->to_be_confirmed);
    }
}

static void
assert_same_session (const LecternAgenda *a, const LecternAgenda *b, guint i)
{
  const LecternAgendaSession *x = lectern_agenda_session (a, i);
  const LecternAgendaSession *y = lectern_agenda_session (b, i);
  g_assert_cmpint (x->id, ==, y->id);
  g_assert_cmpstr (x->title, ==, y->title);
  g_assert_cmpstr (x->type, ==, y->type);
  g_assert_cmpstr (x->state, ==, y->state);
  g_assert_cmpint (x->day, ==, y->day);
  g_assert_cmpint (x->start, ==, y->start);
  g_assert_cmpint (x->duration, ==, y->duration);
  g_assert_cmpint (x->track, ==, y->track);
  g_assert_cmpint (x->part, ==, y->part);
  g_assert_cmpint (x->parent, ==, y->parent);
  g_assert_cmpint (x->placed, ==, y->placed);
  g_assert_cmpint (x->locked, ==, y->locked);
  g_assert_cmpmem (x->rooms, x->n_rooms * sizeof (guint), y->rooms, y->n_rooms * sizeof (guint));
  assert_same_people (a, x, b, y);
  g_assert_true (lectern_agenda_find (a, x->id) == x);
}

static void
assert_same (const LecternAgenda *a, const LecternAgenda *b)
{
  g_assert_cmpint (a->moment, ==, b->moment);
  g_assert_cmpuint (a->days->len, ==, b->days->len);
  for (guint i = 0; i < a->days->len; i++)
    g_assert_cmpuint (lectern_agenda_day (a, i)->n_sessions, ==, lectern_agenda_day (b, i)->n_sessions);
  g_assert_cmpuint (a->rooms->len, ==, b->rooms->len);
  for (guint i = 0; i < a->rooms->len; i++)
    g_assert_cmpint (lectern_agenda_room (a, i)->id, ==, lectern_agenda_room (b, i)->id);
  g_assert_cmpuint (a->tracks->len, ==, b->tracks->len);
  g_assert_cmpuint (a->parts->len, ==, b->parts->len);
  for (guint i = 0; i < a->parts->len; i++)
    g_assert_cmpint (lectern_agenda_part (a, i)->id, ==, lectern_agenda_part (b, i)->id);
  g_assert_cmpuint (a->people->len, ==, b->people->len);
  g_assert_cmpuint (a->sessions->len, ==, b->sessions->len);
  for (guint i = 0; i < a->sessions->len; i++)
    assert_same_session (a, b, i);
}

/* Brings it up to date and compares; the number of sessions that were read for it. */
static guint
follow (World *w)
{
  g_autoptr (LecternAgenda) whole = lectern_agenda_load (fixture_reader (&w->store), w->event, "de");
  LecternAgenda *now = lectern_agenda_update (w->agenda, fixture_reader (&w->store));
  if (now != NULL)
    w->n_updated++;
  else
    w->n_anew++;
  if (now == NULL)
    now = g_steal_pointer (&whole);
  else
    assert_same (now, whole);
  lectern_agenda_free (w->agenda);
  w->agenda = now;
  return now->n_read;
}

/* ---- edits ---- */

static void
change_role (World *w, LecternEdit *edit, gint64 session)
{
  static const char *const roles[] = { "chair", "speaker" };
  gint64 person = w->people[pick (w, N_PEOPLE)];
  gint64 role = lectern_edit_link (edit, ROLE, session, person, roles[pick (w, 2)]);
  g_autoptr (LecternRecord) before = lectern_reader_get (fixture_reader (&w->store), ROLE, role);
  if (before != NULL && before->alive)
    lectern_edit_delete (edit, ROLE, role);
  else
    lectern_edit_set_text (edit, ROLE, role, LECTERN_SESSION_ROLE_STATE, pick (w, 2) ? "to-be-confirmed" : "cancelled");
}

#define N_WAYS 10

static void
change (World *w, LecternEdit *edit, guint way)
{
  gint64 session = g_array_index (w->sessions, gint64, pick (w, w->sessions->len));
  g_autofree char *text = g_strdup_printf ("Text %u", pick (w, 1000));
  if (way == 0)
    lectern_edit_set_text (edit, SESSION, session, LECTERN_SESSION_TITLE, text);
  else if (way == 1)
    lectern_edit_set (edit, SESSION, session, LECTERN_SESSION_TITLE, "de", lectern_value_text (text));
  else if (way == 2)
    lectern_edit_delete (edit, SESSION, session);
  else if (way == 3)
    lectern_edit_revive (edit, SESSION, session);
  else if (way == 4)
    add_session (w, edit);
  else if (way == 5)
    change_role (w, edit, session);
  else if (way == 6)
    lectern_edit_set_text (edit, LECTERN_KIND_PERSON, w->people[pick (w, N_PEOPLE)], LECTERN_PERSON_NAME, text);
  else if (way == 7)
    lectern_edit_set_integer (edit, SESSION, session, LECTERN_SESSION_PROGRAMME_NODE, w->parts[pick (w, G_N_ELEMENTS (w->parts))]);
  else if (way == 8)
    lectern_edit_set_integer (edit, SESSION, session, LECTERN_SESSION_TRACK, w->tracks[pick (w, 3)]);
  else
    place (w, edit, session);
}

static void
test_random (World *w, gconstpointer data)
{
  guint done[N_WAYS] = { 0 };
  for (guint i = 0; i < 400; i++)
    {
      LecternEdit *edit = lectern_edit_new ("Change");
      guint n = 1 + pick (w, 3);
      for (guint k = 0; k < n; k++)
        {
          guint way = pick (w, N_WAYS);
          change (w, edit, way);
          done[way]++;
        }
      lectern_result_free (fixture_commit (&w->store, edit));
      if (pick (w, 4) == 0)
        fixture_undo (&w->store);
      if (pick (w, 3) > 0) /* else two at once */
        follow (w);
    }
  for (guint i = 0; i < N_WAYS; i++)
    g_assert_cmpuint (done[i], >, 30);
  g_test_message ("%u times brought up to date, %u times read anew", w->n_updated, w->n_anew);
  g_assert_cmpuint (w->n_updated, >, 100);
  g_assert_cmpuint (w->n_anew, >, 10);
}

/* ---- how much ---- */

static void
set_start (World *w, guint first, guint n)
{
  LecternEdit *edit = lectern_edit_new ("Move");
  for (guint i = first; i < first + n; i++)
    lectern_edit_set_integer (edit, SESSION, g_array_index (w->sessions, gint64, i), LECTERN_SESSION_START, 600 + pick (w, 99));
  lectern_result_free (fixture_commit (&w->store, edit));
}

static void
test_rows (World *w, gconstpointer data)
{
  g_assert_cmpuint (w->agenda->n_read, ==, N_SESSIONS);
  set_start (w, 3, 1);
  g_assert_cmpuint (follow (w), ==, 1);
  set_start (w, 5, 7);
  g_assert_cmpuint (follow (w), ==, 7);
  fixture_undo (&w->store);
  g_assert_cmpuint (follow (w), ==, 7);
  g_assert_cmpuint (follow (w), ==, 0);
  g_assert_cmpuint (w->n_anew, ==, 0);
  /* What moves an index is read whole. */
  fixture_set (&w->store, LECTERN_KIND_ROOM, w->rooms[0], LECTERN_ROOM_NAME, "Another");
  g_assert_cmpuint (follow (w), ==, N_SESSIONS);
  g_assert_cmpuint (w->n_anew, ==, 1);
}

/* What was taken over may outlive what it was taken from, and the other way round. */
static void
test_lives (World *w, gconstpointer data)
{
  set_start (w, 3, 1);
  LecternAgenda *now = lectern_agenda_update (w->agenda, fixture_reader (&w->store));
  LecternAgenda *later = lectern_agenda_update (now, fixture_reader (&w->store));
  lectern_agenda_free (now);
  g_assert_cmpstr (lectern_agenda_session (later, 0)->title, !=, "");
  lectern_agenda_free (later);
  g_assert_cmpstr (lectern_agenda_session (w->agenda, 0)->title, !=, "");
  set_start (w, 4, 1);
  follow (w);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/agenda-update/random", World, NULL, set_up, test_random, tear_down);
  g_test_add ("/agenda-update/rows", World, NULL, set_up, test_rows, tear_down);
  g_test_add ("/agenda-update/lives", World, NULL, set_up, test_lives, tear_down);
  return g_test_run ();
}
