/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits of an agenda: what they write, what they refuse, what they are called; and at
 * random against a plain model, with undo.
 */
#include "lectern-agenda-edits.h"
#include "store-fixture.h"

#include <string.h>

#define N_DAYS 3
#define N_ROOMS 3

typedef struct
{
  Fixture store;
  gint64 event;
  gint64 rooms[N_ROOMS];
  gint64 days[N_DAYS];
  LecternAgenda *agenda;
  LecternEdit *edit;
} Plan;

static gint64
add (Plan *p, LecternKind kind, guint owner, gint64 owner_id, guint name, const char *text)
{
  gint64 id = lectern_edit_create (p->edit, kind);
  if (owner != 0)
    lectern_edit_set_integer (p->edit, kind, id, owner, owner_id);
  lectern_edit_set_text (p->edit, kind, id, name, text);
  return id;
}

static gint64
add_session (Plan *p, const char *title, int day, int start, int duration, int room)
{
  gint64 id = add (p, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, p->event, LECTERN_SESSION_TITLE, title);
  if (day >= 0)
    lectern_edit_set_integer (p->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, p->days[day]);
  if (start >= 0)
    lectern_edit_set_integer (p->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, start);
  lectern_edit_set_integer (p->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, duration);
  if (room >= 0)
    lectern_edit_set (p->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL,
                      lectern_value_ids (&p->rooms[room], 1));
  return id;
}

static void
flag (Plan *p, gint64 session, guint field, gint64 value)
{
  lectern_edit_set_integer (p->edit, LECTERN_KIND_SESSION, session, field, value);
}

static void
reload (Plan *p)
{
  g_clear_pointer (&p->agenda, lectern_agenda_free);
  p->agenda = lectern_agenda_load (fixture_reader (&p->store), p->event, "en");
}

static void
commit_set_up (Plan *p)
{
  lectern_result_free (fixture_commit (&p->store, p->edit));
  p->edit = lectern_edit_new ("Next");
  reload (p);
}

/* Commits what an edit function gave; its label is what undo will say. */
static void
commit_edit (Plan *p, LecternEdit *edit, const char *label)
{
  g_assert_nonnull (edit);
  g_assert_cmpstr (lectern_edit_get_label (edit), ==, label);
  lectern_result_free (fixture_commit (&p->store, edit));
  reload (p);
}

static void
set_up (Plan *p, gconstpointer data)
{
  const char *const dates[] = { "2026-06-17", "2026-06-18", "2026-06-19" };
  const char *const names[] = { "Attic", "Cellar", "Hall" };
  fixture_set_up (&p->store, NULL);
  p->agenda = NULL;
  p->edit = lectern_edit_new ("Set up");
  p->event = add (p, LECTERN_KIND_EVENT, 0, 0, LECTERN_EVENT_TITLE, "Meeting");
  gint64 venue = add (p, LECTERN_KIND_VENUE, 0, 0, LECTERN_VENUE_NAME, "House");
  lectern_edit_set (p->edit, LECTERN_KIND_EVENT, p->event, LECTERN_EVENT_VENUES, NULL, lectern_value_ids (&venue, 1));
  for (guint i = 0; i < N_ROOMS; i++)
    p->rooms[i] = add (p, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, venue, LECTERN_ROOM_NAME, names[i]);
  for (guint i = 0; i < N_DAYS; i++)
    p->days[i] = add (p, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, p->event, LECTERN_DAY_DATE, dates[i]);
}

static void
tear_down (Plan *p, gconstpointer data)
{
  g_clear_pointer (&p->agenda, lectern_agenda_free);
  lectern_edit_unref (p->edit);
  fixture_tear_down (&p->store, NULL);
}

/* "1 9:00+30 Attic" */
static char *
where (Plan *p, gint64 id)
{
  const LecternAgendaSession *s = lectern_agenda_find (p->agenda, id);
  if (s == NULL)
    return g_strdup ("gone");
  g_autoptr (GString) out = g_string_new (NULL);
  g_string_printf (out, "%d %d:%02d+%d", s->day + 1, s->start / 60, s->start < 0 ? 0 : s->start % 60, s->duration);
  for (guint i = 0; i < s->n_rooms; i++)
    g_string_append_printf (out, " %s", lectern_agenda_room (p->agenda, s->rooms[i])->name);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

#define assert_where(p, id, expected)                                                                                 \
  G_STMT_START                                                                                                        \
  {                                                                                                                   \
    g_autofree char *where_now = where (p, id);                                                                       \
    g_assert_cmpstr (where_now, ==, expected);                                                                        \
  }                                                                                                                   \
  G_STMT_END

static LecternPlacement
at (Plan *p, gint64 session, int day, int start, int duration, int room)
{
  return (LecternPlacement){ session, day < 0 ? 0 : p->days[day], start, duration, room < 0 ? NULL : &p->rooms[room],
                             room >= 0 };
}

static void
test_place (Plan *p, gconstpointer data)
{
  gint64 block = add_session (p, "Block", 0, 540, 120, 0);
  gint64 talk = add_session (p, "Talk", 0, 570, 30, 0);
  gint64 beside = add_session (p, "Beside", 0, 570, 30, 1);
  gint64 other = add_session (p, "Other", 0, 600, 30, 1);
  flag (p, talk, LECTERN_SESSION_PARENT, block);
  flag (p, beside, LECTERN_SESSION_PARENT, block);
  commit_set_up (p);

  /* To another day, time and room: what it contains goes along; a room that is not the block's stays. */
  LecternPlacement to = at (p, block, 1, 600, 120, 2);
  commit_edit (p, lectern_agenda_edit_place (p->agenda, &to, 1, NULL), "Move “Block”");
  assert_where (p, block, "2 10:00+120 Hall");
  assert_where (p, talk, "2 10:30+30 Hall");
  assert_where (p, beside, "2 10:30+30 Cellar");
  assert_where (p, other, "1 10:00+30 Cellar");

  /* The upper edge pulled up is no move. */
  to = at (p, block, 1, 570, 150, 2);
  commit_edit (p, lectern_agenda_edit_place (p->agenda, &to, 1, NULL), "Change the length of “Block”");
  assert_where (p, block, "2 9:30+150 Hall");
  assert_where (p, talk, "2 10:30+30 Hall");

  /* Off the grid and back. */
  commit_edit (p, lectern_agenda_edit_unplace (p->agenda, &block, 1, NULL), "Unplace “Block”");
  assert_where (p, block, "0 9:30+150 Hall");
  assert_where (p, talk, "0 10:30+30 Hall");
  to = at (p, block, 2, 540, 150, 2);
  commit_edit (p, lectern_agenda_edit_place (p->agenda, &to, 1, NULL), "Move “Block”");
  assert_where (p, talk, "3 10:00+30 Hall");

  /* A part moves alone; both asked for are moved once. */
  LecternPlacement both[] = { at (p, block, 2, 600, 150, 2), at (p, talk, 2, 840, 45, 1) };
  commit_edit (p, lectern_agenda_edit_place (p->agenda, both, 2, NULL), "Move “Block” and 1 other");
  assert_where (p, talk, "3 14:00+45 Cellar");
  assert_where (p, beside, "3 11:00+30 Cellar");
  fixture_undo (&p->store);
  reload (p);
  assert_where (p, talk, "3 10:00+30 Hall");

  /* What does not change is not written. */
  to = at (p, other, 0, 600, 30, 1);
  g_autoptr (LecternEdit) nothing = lectern_agenda_edit_place (p->agenda, &to, 1, NULL);
  g_assert_true (lectern_edit_is_empty (nothing));
}

static void
test_locked (Plan *p, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 block = add_session (p, "Block", 0, 540, 120, 0);
  gint64 train = add_session (p, "Train", 0, 570, 30, 0);
  gint64 lunch = add_session (p, "Lunch", 0, 720, 60, 0);
  flag (p, train, LECTERN_SESSION_PARENT, block);
  flag (p, train, LECTERN_SESSION_LOCKED, 1);
  flag (p, lunch, LECTERN_SESSION_LOCKED, 1);
  commit_set_up (p);
  LecternPlacement to = at (p, lunch, 0, 730, 60, 0);
  const gint64 all[] = { block, lunch };
  g_assert_null (lectern_agenda_edit_place (p->agenda, &to, 1, &error));
  g_assert_error (error, LECTERN_AGENDA_ERROR, LECTERN_AGENDA_ERROR_LOCKED);
  g_assert_cmpstr (error->message, ==, "“Lunch” is locked; unlock it first.");
  g_clear_error (&error);
  g_assert_null (lectern_agenda_edit_shift (p->agenda, all, 2, 5, &error));
  g_assert_cmpstr (error->message, ==, "“Train” and 1 other item are locked; unlock them first.");
  g_clear_error (&error);
  g_assert_null (lectern_agenda_edit_swap (p->agenda, block, lunch, &error));
  g_assert_error (error, LECTERN_AGENDA_ERROR, LECTERN_AGENDA_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (lectern_agenda_edit_delete (fixture_reader (&p->store), p->agenda, all, 2, &error));
  g_assert_error (error, LECTERN_AGENDA_ERROR, LECTERN_AGENDA_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (lectern_agenda_edit_set (p->agenda, all, 2, LECTERN_SESSION_ROOMS, &LECTERN_EMPTY, &error));
  g_assert_error (error, LECTERN_AGENDA_ERROR, LECTERN_AGENDA_ERROR_LOCKED);
  g_clear_error (&error);
  /* Its state can change, and it can be unlocked. */
  g_auto (LecternValue) state = lectern_value_text ("confirmed");
  commit_edit (p, lectern_agenda_edit_set (p->agenda, &lunch, 1, LECTERN_SESSION_STATE, &state, NULL),
               "Change “State” of “Lunch”");
  g_auto (LecternValue) no = lectern_value_integer (0);
  commit_edit (p, lectern_agenda_edit_set (p->agenda, all, 2, LECTERN_SESSION_LOCKED, &no, NULL),
               "Change “Locked” of 2 sessions");
  g_assert_false (lectern_agenda_find (p->agenda, lunch)->locked);

  to = at (p, lunch, 0, 2879, 60, 0);
  commit_edit (p, lectern_agenda_edit_place (p->agenda, &to, 1, NULL), "Move “Lunch”");
  g_assert_null (lectern_agenda_edit_shift (p->agenda, &lunch, 1, 1, &error));
  g_assert_error (error, LECTERN_AGENDA_ERROR, LECTERN_AGENDA_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (lectern_agenda_edit_shift (p->agenda, &lunch, 1, -2880, &error));
  g_assert_error (error, LECTERN_AGENDA_ERROR, LECTERN_AGENDA_ERROR_RANGE);
}

static void
test_later (Plan *p, gconstpointer data)
{
  LecternShifted shifted;
  gint64 early = add_session (p, "Early", 0, 480, 30, 0);
  gint64 welcome = add_session (p, "Welcome", 0, 540, 30, 0);
  gint64 cellar = add_session (p, "In the cellar", 0, 570, 30, 1);
  gint64 results = add_session (p, "Results", 0, 570, 60, 0);
  gint64 coffee = add_session (p, "Coffee", 0, 630, 30, 0);
  gint64 parallel = add_session (p, "Parallel", 0, 660, 30, 1);
  gint64 lunch = add_session (p, "Lunch", 0, 720, 60, 0);
  gint64 after = add_session (p, "After", 0, 780, 60, 0);
  gint64 next_day = add_session (p, "Next day", 1, 600, 60, 0);
  /* Coffee is in both rooms, so that the cellar follows after it. */
  lectern_edit_set (p->edit, LECTERN_KIND_SESSION, coffee, LECTERN_SESSION_ROOMS, NULL, lectern_value_ids (p->rooms, 2));
  flag (p, lunch, LECTERN_SESSION_LOCKED, 1);
  commit_set_up (p);

  commit_edit (p, lectern_agenda_edit_shift_later (p->agenda, welcome, 10, &shifted, NULL),
               "Move “Welcome” and 3 later items by 10 minutes");
  g_assert_cmpuint (shifted.n_moved, ==, 3);
  g_assert_cmpint (shifted.anchor, ==, lunch);
  g_assert_cmpint (shifted.overlap, ==, 0);
  assert_where (p, early, "1 8:00+30 Attic");
  assert_where (p, welcome, "1 9:10+30 Attic");
  assert_where (p, cellar, "1 9:30+30 Cellar");
  assert_where (p, results, "1 9:40+60 Attic");
  assert_where (p, coffee, "1 10:40+30 Attic Cellar");
  assert_where (p, parallel, "1 11:10+30 Cellar");
  assert_where (p, lunch, "1 12:00+60 Attic");
  assert_where (p, after, "1 13:00+60 Attic");
  assert_where (p, next_day, "2 10:00+60 Attic");

  commit_edit (p, lectern_agenda_edit_shift_later (p->agenda, coffee, 60, &shifted, NULL),
               "Move “Coffee” and 1 later item by 60 minutes");
  g_assert_cmpint (shifted.anchor, ==, lunch);
  g_assert_cmpint (shifted.overlap, ==, 10);

  /* Dropped between two: the later ones make way, by what it needs. */
  fixture_undo (&p->store);
  reload (p);
  LecternPlacement to = at (p, next_day, 0, 580, 60, 0);
  commit_edit (p, lectern_agenda_edit_insert (p->agenda, &to, &shifted, NULL),
               "Insert “Next day”, 3 later items by 60 minutes");
  assert_where (p, next_day, "1 9:40+60 Attic");
  assert_where (p, results, "1 10:40+60 Attic");
  assert_where (p, coffee, "1 11:40+30 Attic Cellar");
  g_assert_cmpint (shifted.anchor, ==, lunch);
  g_assert_cmpint (shifted.overlap, ==, 10);
  to = at (p, early, 0, 800, 30, 2);
  commit_edit (p, lectern_agenda_edit_insert (p->agenda, &to, &shifted, NULL), "Move “Early”");
  g_assert_cmpuint (shifted.n_moved, ==, 0);
}

static void
test_swap (Plan *p, gconstpointer data)
{
  gint64 a = add_session (p, "A", 0, 540, 30, 0);
  gint64 b = add_session (p, "B", 0, 575, 60, 0);
  gint64 c = add_session (p, "C", 1, 900, 45, 1);
  gint64 loose = add_session (p, "Loose", -1, -1, 20, -1);
  commit_set_up (p);
  commit_edit (p, lectern_agenda_edit_swap (p->agenda, b, a, NULL), "Swap “A” and “B”");
  assert_where (p, b, "1 9:00+60 Attic");
  assert_where (p, a, "1 10:05+30 Attic");
  commit_edit (p, lectern_agenda_edit_swap (p->agenda, a, c, NULL), "Swap “A” and “C”");
  assert_where (p, a, "2 15:00+30 Cellar");
  assert_where (p, c, "1 10:05+45 Attic");
  commit_edit (p, lectern_agenda_edit_swap (p->agenda, a, loose, NULL), "Swap “A” and “Loose”");
  assert_where (p, loose, "2 15:00+20 Cellar");
  g_assert_false (lectern_agenda_find (p->agenda, a)->placed);
}

static void
test_copy (Plan *p, gconstpointer data)
{
  LecternReader *reader = fixture_reader (&p->store);
  gint64 block = add_session (p, "Block", 0, 540, 120, 0);
  gint64 talk = add_session (p, "Talk", 0, 540, 30, 0);
  gint64 person = add (p, LECTERN_KIND_PERSON, 0, 0, LECTERN_PERSON_NAME, "Ada");
  gint64 tag = add (p, LECTERN_KIND_TAG, 0, 0, LECTERN_TAG_NAME, "clay");
  gint64 link = add (p, LECTERN_KIND_LINK, LECTERN_LINK_OWNER, talk, LECTERN_LINK_TITLE, "Slides");
  lectern_edit_set_text (p->edit, LECTERN_KIND_LINK, link, LECTERN_LINK_OWNER_KIND, "session");
  lectern_edit_link (p->edit, LECTERN_KIND_TAGGING, tag, "session", talk);
  gint64 role = lectern_edit_link (p->edit, LECTERN_KIND_SESSION_ROLE, talk, person, "chair");
  lectern_edit_set_text (p->edit, LECTERN_KIND_SESSION_ROLE, role, LECTERN_SESSION_ROLE_STATE, "confirmed");
  flag (p, talk, LECTERN_SESSION_PARENT, block);
  flag (p, talk, LECTERN_SESSION_LOCKED, 1);
  lectern_edit_set_text (p->edit, LECTERN_KIND_SESSION, talk, LECTERN_SESSION_GUID, "d0d6f3c4-9d8c-4b5a-8a6f-0a4a3f1f6f11");
  lectern_edit_set_text (p->edit, LECTERN_KIND_SESSION, talk, LECTERN_SESSION_TEXT_LANGUAGE, "en");
  commit_set_up (p);
  lectern_edit_set (p->edit, LECTERN_KIND_SESSION, talk, LECTERN_SESSION_TITLE, "de", lectern_value_text ("Vortrag"));
  commit_set_up (p);

  g_autoptr (GArray) copies = NULL;
  LecternPlacement to = at (p, block, 1, 600, 120, 1);
  commit_edit (p, lectern_agenda_edit_copy (reader, p->agenda, &to, 1, &copies), "Copy “Block”");
  g_assert_cmpuint (p->agenda->sessions->len, ==, 4);
  g_assert_cmpuint (copies->len, ==, 1);
  gint64 new_block = g_array_index (copies, gint64, 0), new_talk = 0;
  for (guint i = 0; i < 4; i++)
    if (lectern_agenda_session (p->agenda, i)->parent == new_block)
      new_talk = lectern_agenda_session (p->agenda, i)->id;
  assert_where (p, block, "1 9:00+120 Attic");
  assert_where (p, new_block, "2 10:00+120 Cellar");
  assert_where (p, new_talk, "2 10:00+30 Cellar");
  g_assert_false (lectern_agenda_find (p->agenda, new_talk)->locked);
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_SESSION, new_talk);
  g_assert_cmpstr (lectern_record_text_in (record, LECTERN_SESSION_TITLE, "de"), ==, "Vortrag");
  g_assert_true (lectern_record_is_empty (record, LECTERN_SESSION_GUID));
  g_autoptr (GPtrArray) roles
      = lectern_reader_find (reader, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION, new_talk);
  g_assert_cmpuint (roles->len, ==, 1);
  g_assert_cmpstr (lectern_record_text (roles->pdata[0], LECTERN_SESSION_ROLE_ROLE), ==, "chair");
  g_autoptr (GPtrArray) links = lectern_reader_owned (reader, LECTERN_KIND_LINK, LECTERN_KIND_SESSION, new_talk);
  g_assert_cmpuint (links->len, ==, 1);
  g_autoptr (GPtrArray) tags = lectern_reader_owned (reader, LECTERN_KIND_TAGGING, LECTERN_KIND_SESSION, new_talk);
  g_assert_cmpuint (tags->len, ==, 1);
  fixture_undo (&p->store);
  reload (p);
  g_assert_cmpuint (p->agenda->sessions->len, ==, 2);
}

static void
test_delete (Plan *p, gconstpointer data)
{
  gint64 block = add_session (p, "Block", 0, 540, 120, 0);
  gint64 talk = add_session (p, "Talk", 0, 540, 30, 0);
  gint64 other = add_session (p, "Other", 0, 700, 30, 0);
  gint64 person = add (p, LECTERN_KIND_PERSON, 0, 0, LECTERN_PERSON_NAME, "Ada");
  gint64 role = lectern_edit_link (p->edit, LECTERN_KIND_SESSION_ROLE, block, person, "chair");
  flag (p, talk, LECTERN_SESSION_PARENT, block);
  commit_set_up (p);
  const gint64 both[] = { block, other, block };
  commit_edit (p, lectern_agenda_edit_delete (fixture_reader (&p->store), p->agenda, both, 3, NULL),
               "Delete “Block” and 1 other");
  g_assert_false (fixture_alive (&p->store, LECTERN_KIND_SESSION_ROLE, role));
  g_assert_cmpuint (p->agenda->sessions->len, ==, 1);
  g_assert_cmpint (lectern_agenda_find (p->agenda, talk)->parent, ==, 0);
  fixture_undo (&p->store);
  reload (p);
  g_assert_true (fixture_alive (&p->store, LECTERN_KIND_SESSION_ROLE, role));
  g_assert_cmpint (lectern_agenda_find (p->agenda, talk)->parent, ==, block);
}

static void
test_free (Plan *p, gconstpointer data)
{
  gint64 block = add_session (p, "Block", 0, 540, 240, 0);
  gint64 talk = add_session (p, "Talk", 0, 540, 30, 0);
  gint64 evening = add_session (p, "Evening", 0, 780, 300, 0);
  gint64 elsewhere = add_session (p, "Elsewhere", 1, 540, 60, 2);
  gint64 cancelled = add_session (p, "Cancelled", 0, 540, 600, 1);
  gint64 person = add (p, LECTERN_KIND_PERSON, 0, 0, LECTERN_PERSON_NAME, "Ada");
  lectern_edit_set_text (p->edit, LECTERN_KIND_SESSION, cancelled, LECTERN_SESSION_STATE, "cancelled");
  flag (p, talk, LECTERN_SESSION_PARENT, block);
  lectern_edit_link (p->edit, LECTERN_KIND_SESSION_ROLE, evening, person, "chair");
  lectern_edit_link (p->edit, LECTERN_KIND_SESSION_ROLE, elsewhere, person, "speaker");
  commit_set_up (p);
  LecternPlacement found, from = at (p, talk, 0, 600, 30, 0);
  g_assert_true (lectern_agenda_is_free (p->agenda, &from)); /* it is in the block */
  from = at (p, evening, 0, 600, 60, 0);
  g_assert_false (lectern_agenda_is_free (p->agenda, &from));
  /* On the second day its chair is elsewhere first. */
  g_assert_true (lectern_agenda_next_free (p->agenda, &from, &found));
  g_assert_cmpint (found.day, ==, p->days[0]);
  g_assert_cmpint (found.start, ==, 780);
  from = at (p, evening, 0, 600, 400, 0);
  g_assert_true (lectern_agenda_next_free (p->agenda, &from, &found));
  g_assert_cmpint (found.day, ==, p->days[1]);
  g_assert_cmpint (found.start, ==, 600);
  from = at (p, evening, 0, 600, 60, 0);
  g_assert_true (lectern_agenda_free_room (p->agenda, &from, 0, &found));
  g_assert_cmpint (found.rooms[0], ==, p->rooms[1]);
  g_assert_true (lectern_agenda_free_room (p->agenda, &from, 1, &found));
  g_assert_cmpint (found.rooms[0], ==, p->rooms[2]);
  g_assert_false (lectern_agenda_free_room (p->agenda, &from, 2, &found));
  from = at (p, evening, 0, 600, 2000, 0);
  g_assert_false (lectern_agenda_next_free (p->agenda, &from, &found));
}

/* ---- at random, against a plain model ---- */

#define N_SESSIONS 14

typedef struct
{
  gint64 id, parent;
  int day, start, duration, room; /* -1: none */
  gboolean locked;
} Plain;

typedef struct
{
  Plain now[N_SESSIONS];
  Plain next[N_SESSIONS];
  gboolean asked[N_SESSIONS];
} Model;

/* What is in the block @i goes as far as the block does. */
static void
model_along (Model *m, guint i)
{
  const Plain *old = &m->now[i], *new = &m->next[i];
  gboolean resize = old->day == new->day && old->start >= 0 && new->start >= 0 && old->start != new->start
                    && old->start + old->duration == new->start + new->duration;
  for (guint c = 0; !resize && c < N_SESSIONS; c++)
    {
      Plain *child = &m->next[c];
      if (m->now[c].parent != old->id || m->asked[c])
        continue;
      int day = child->day;
      if (old->day != new->day)
        day = new->day < 0 || old->day < 0 || child->day < 0 ? new->day : child->day + new->day - old->day;
      if (day >= N_DAYS || (day < 0 && new->day >= 0 && child->day >= 0))
        continue;
      child->day = day;
      int origin = old->start;
      for (guint s = 0; old->start < 0 && s < N_SESSIONS; s++)
        if (m->now[s].parent == old->id && m->now[s].start >= 0 && (origin < 0 || m->now[s].start < origin))
          origin = m->now[s].start;
      if (child->start >= 0 && new->start >= 0)
        child->start = child->start + new->start - origin < 0 ? -2 : child->start + new->start - origin;
      if (child->room >= 0 && child->room == old->room && new->room >= 0)
        child->room = new->room;
      m->asked[c] = TRUE;
      model_along (m, c);
    }
}

static gboolean
model_finish (Model *m)
{
  gboolean asked[N_SESSIONS];
  gboolean allowed = TRUE;
  memcpy (asked, m->asked, sizeof asked);
  for (guint i = 0; i < N_SESSIONS; i++)
    if (asked[i])
      model_along (m, i);
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      const Plain *a = &m->now[i], *b = &m->next[i];
      if (a->day == b->day && a->start == b->start && a->duration == b->duration && a->room == b->room)
        continue;
      allowed &= !a->locked && b->start >= -1 && b->start < 2880;
    }
  if (!allowed)
    memcpy (m->next, m->now, sizeof m->now);
  return allowed;
}

static void
assert_model (Plan *p, const Plain *plain)
{
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      const LecternAgendaSession *s = lectern_agenda_find (p->agenda, plain[i].id);
      g_assert_cmpint (s->day, ==, plain[i].day);
      g_assert_cmpint (s->start, ==, plain[i].start);
      g_assert_cmpint (s->duration, ==, plain[i].duration);
      g_assert_cmpint (s->n_rooms > 0 ? (int) s->rooms[0] : -1, ==, plain[i].room);
    }
}

static LecternEdit *
random_place (Plan *p, Model *m, guint n, GError **error)
{
  LecternPlacement places[3];
  for (guint k = 0; k < n; k++)
    {
      guint i = (guint) g_test_rand_int_range (0, N_SESSIONS);
      Plain *next = &m->next[i];
      next->day = g_test_rand_int_range (-1, N_DAYS);
      next->start = g_test_rand_int_range (0, 10) == 0 ? -1 : g_test_rand_int_range (0, 290) * 5;
      next->duration = g_test_rand_int_range (0, 12) * 10;
      next->room = g_test_rand_int_range (-1, N_ROOMS);
      if (g_test_rand_int_range (0, 4) == 0 && m->now[i].start >= 10) /* the upper edge */
        {
          *next = m->now[i];
          next->start -= 10;
          next->duration += 10;
        }
      m->asked[i] = TRUE;
      places[k] = at (p, next->id, next->day, next->start, next->duration, next->room);
    }
  return lectern_agenda_edit_place (p->agenda, places, n, error);
}

static LecternEdit *
random_shift (Plan *p, Model *m, guint n, GError **error)
{
  gint64 ids[3];
  int minutes = g_test_rand_int_range (-60, 60) * 5;
  for (guint k = 0; k < n; k++)
    {
      guint i = (guint) g_test_rand_int_range (0, N_SESSIONS);
      ids[k] = m->now[i].id;
      if (m->now[i].start < 0)
        continue;
      m->next[i].start = m->now[i].start + minutes < 0 ? -2 : m->now[i].start + minutes;
      m->asked[i] = TRUE;
    }
  return lectern_agenda_edit_shift (p->agenda, ids, n, minutes, error);
}

static gboolean
model_contains (Model *m, guint block, guint inner)
{
  for (gint64 parent = m->now[inner].parent; parent != 0;)
    {
      if (parent == m->now[block].id)
        return TRUE;
      guint i = 0;
      while (m->now[i].id != parent)
        i++;
      parent = m->now[i].parent;
    }
  return FALSE;
}

/* By room sets that grow until nothing more moves; times in order, as the agenda has them. */
static LecternEdit *
random_later (Plan *p, Model *m, LecternShifted *shifted, GError **error)
{
  guint first = (guint) g_test_rand_int_range (0, N_SESSIONS);
  int minutes = g_test_rand_int_range (-10, 20) * 5;
  gboolean moving[N_ROOMS + 1] = { FALSE }, ended[N_ROOMS + 1] = { FALSE };
  const Plain *f = &m->now[first];
  if (f->day >= 0 && f->start >= 0)
    {
      m->next[first].start = f->start + minutes < 0 ? -2 : f->start + minutes;
      m->asked[first] = TRUE;
      for (int r = 0; r <= N_ROOMS; r++)
        moving[r] = f->room < 0 || f->room == r;
      for (guint s = 0; s < p->agenda->sessions->len; s++)
        {
          guint i = 0;
          while (m->now[i].id != lectern_agenda_session (p->agenda, s)->id)
            i++;
          const Plain *x = &m->now[i];
          gboolean reached = FALSE;
          for (int r = 0; r <= N_ROOMS; r++)
            reached |= (x->room < 0 || x->room == r) && moving[r] && !ended[r];
          if (i == first || x->day != f->day || x->start < f->start || !reached || model_contains (m, i, first)
              || model_contains (m, first, i))
            continue;
          for (int r = 0; r <= N_ROOMS; r++)
            if (x->room < 0 || x->room == r)
              *(x->locked ? &ended[r] : &moving[r]) = TRUE;
          if (x->locked)
            continue;
          m->next[i].start = x->start + minutes < 0 ? -2 : x->start + minutes;
          m->asked[i] = TRUE;
        }
    }
  return lectern_agenda_edit_shift_later (p->agenda, f->id, minutes, shifted, error);
}

static void
plan_at_random (Plan *p, Model *m)
{
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      g_autofree char *title = g_strdup_printf ("S%u", i);
      Plain *s = &m->now[i];
      *s = (Plain){ .day = i % 5 == 4 ? -1 : (int) i % N_DAYS,
                    .start = g_test_rand_int_range (60, 200) * 5,
                    .duration = g_test_rand_int_range (1, 12) * 10,
                    .room = (int) (i % 4) - 1,
                    .locked = i == 3 || i == 9 };
      s->id = add_session (p, title, s->day, s->start, s->duration, s->room);
      if (i > 8) /* 9 and 10 in 0, 11 in 1, 12 in 9, 13 in 12: three deep */
        s->parent = m->now[i == 13 ? 12 : i == 12 ? 10 : i == 11 ? 1 : 0].id;
      if (s->parent != 0)
        flag (p, s->id, LECTERN_SESSION_PARENT, s->parent);
      if (s->locked)
        flag (p, s->id, LECTERN_SESSION_LOCKED, 1);
    }
  commit_set_up (p);
}

static void
test_random (Plan *p, gconstpointer data)
{
  Model m;
  guint done[3] = { 0 }, refused = 0, undone = 0, moved_along = 0;
  memset (&m, 0, sizeof m);
  plan_at_random (p, &m);
  assert_model (p, m.now);
  for (guint round = 0; round < 250; round++)
    {
      g_autoptr (GError) error = NULL;
      LecternShifted shifted;
      guint what = (guint) g_test_rand_int_range (0, 3), n = (guint) g_test_rand_int_range (1, 4), n_asked = 0, n_set = 0;
      memcpy (m.next, m.now, sizeof m.now);
      memset (m.asked, 0, sizeof m.asked);
      LecternEdit *edit = what == 0   ? random_place (p, &m, n, &error)
                          : what == 1 ? random_shift (p, &m, n, &error)
                                      : random_later (p, &m, &shifted, &error);
      for (guint i = 0; i < N_SESSIONS; i++)
        n_asked += m.asked[i];
      gboolean allowed = model_finish (&m);
      for (guint i = 0; i < N_SESSIONS; i++)
        n_set += m.asked[i];
      g_assert_cmpint (allowed, ==, edit != NULL);
      if (edit == NULL)
        {
          g_assert_nonnull (error);
          refused++;
          continue;
        }
      gboolean empty = lectern_edit_is_empty (edit);
      if (empty)
        lectern_edit_unref (edit);
      else
        lectern_result_free (fixture_commit (&p->store, edit));
      reload (p);
      assert_model (p, m.next);
      done[what]++;
      moved_along += n_set > n_asked;
      if (!empty && g_test_rand_int_range (0, 2) == 0)
        {
          fixture_undo (&p->store);
          reload (p);
          undone++;
        }
      else
        memcpy (m.now, m.next, sizeof m.now);
      assert_model (p, m.now);
    }
  g_test_message ("placed %u, shifted %u, later %u, refused %u, undone %u, along %u", done[0], done[1], done[2],
                  refused, undone, moved_along);
  g_assert_cmpuint (MIN (MIN (done[0], done[1]), done[2]), >=, 20);
  g_assert_cmpuint (refused, >=, 10);
  g_assert_cmpuint (undone, >=, 20);
  g_assert_cmpuint (moved_along, >=, 10);
}

#define ADD(path, function) g_test_add (path, Plan, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/agenda-edits/place", test_place);
  ADD ("/agenda-edits/locked", test_locked);
  ADD ("/agenda-edits/later", test_later);
  ADD ("/agenda-edits/swap", test_swap);
  ADD ("/agenda-edits/copy", test_copy);
  ADD ("/agenda-edits/delete", test_delete);
  ADD ("/agenda-edits/free", test_free);
  ADD ("/agenda-edits/random", test_random);
  return g_test_run ();
}
