/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "out-fixture.h"

#include "lectern-out.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static char *folder = NULL;

char *
out_fixture_shared (const char *path)
{
  const char *base = g_getenv ("LECTERN_SHARED_DATA");
  g_autofree char *root
      = base ? g_strdup (base) : g_build_filename (SOURCE_ROOT, "..", "shared", "data", NULL);
  char *full = g_build_filename (root, path, NULL);
  if (g_file_test (full, G_FILE_TEST_EXISTS))
    return full;
  g_autofree char *why = g_strdup_printf ("the shared test data is not here (%s)", path);
  g_test_skip (why);
  g_free (full);
  return NULL;
}

char *
out_fixture_find_python (const char *const *modules)
{
  static const char *const candidates[] = { "python3", "/usr/bin/python3", NULL };
  g_autofree char *list = g_strjoinv (", ", (char **) modules);
  g_autofree char *program = g_strdup_printf ("import %s", list);
  for (guint i = 0; candidates[i]; i++)
    {
      const char *argv[] = { candidates[i], "-c", program, NULL };
      int status = 1;
      if (g_spawn_sync (NULL, (char **)argv, NULL,
                        G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                            | G_SPAWN_STDERR_TO_DEV_NULL,
                        NULL, NULL, NULL, NULL, &status, NULL)
          && status == 0)
        return g_strdup (candidates[i]);
    }
  g_test_message ("not checked with Python: %s is not installed", list);
  return NULL;
}

gboolean
out_fixture_python (const char *const *modules,
                    const char *program,
                    const char *const *arguments,
                    char **output)
{
  g_autofree char *python = out_fixture_find_python (modules);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *errors = NULL;
  int status = 1;
  if (python == NULL)
    return FALSE;
  g_ptr_array_add (argv, python);
  g_ptr_array_add (argv, (char *) "-c");
  g_ptr_array_add (argv, (char *) program);
  for (guint i = 0; arguments[i]; i++)
    g_ptr_array_add (argv, (char *) arguments[i]);
  g_ptr_array_add (argv, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **)argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               output, &errors, &status, NULL));
  if (status != 0)
    g_test_message ("%s", errors);
  g_assert_cmpint (status, ==, 0);
  return TRUE;
}

char *
out_fixture_write (const char *name, GBytes *bytes)
{
  if (folder == NULL)
    folder = g_dir_make_tmp ("lectern-out-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_assert_true (g_file_set_contents (path, data, size, NULL));
  return path;
}

void
out_fixture_clean (void)
{
  if (folder == NULL)
    return;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

static LecternProgrammeSession *
add_session (LecternProgramme *p,
             const char *guid,
             const char *title,
             int day,
             int start,
             int duration,
             int room)
{
  LecternProgrammeSession *session = lectern_programme_add_session (p);
  session->guid = g_strdup (guid);
  session->title = g_strdup (title);
  session->day = day;
  session->start_minute = start;
  session->duration = duration;
  if (room >= 0)
    {
      guint index = room;
      g_array_append_val (session->rooms, index);
    }
  return session;
}

static void
add_person (LecternProgrammeSession *session, guint person, const char *role, const char *state)
{
  LecternProgrammeRole entry = { person, g_strdup (role), g_strdup (state) };
  g_array_append_val (session->people, entry);
}

static void
add_days (LecternProgramme *p)
{
  for (int i = 0; i < 2; i++)
    {
      LecternProgrammeDay *day = lectern_programme_add_day (p);
      day->date = g_strdup (i == 0 ? "2026-06-17" : "2026-06-18");
      day->start_minute = 240;
      day->lamport = 7;
      day->changed = G_GINT64_CONSTANT (1770000000000);
    }
}

LecternProgramme *
out_fixture_programme (void)
{
  LecternProgramme *p = lectern_programme_new ();
  p->title = g_strdup ("Final conference; “Ceramics & food”, <2026>");
  p->acronym = g_strdup ("FC26");
  p->time_zone = g_strdup ("Europe/Amsterdam");
  p->language = g_strdup ("en");
  p->source = g_strdup ("fc26");
  add_days (p);
  lectern_programme_add_room (p, "Great hall");
  lectern_programme_add_room (p, "Room 2");
  lectern_programme_add_room (p, "Cellar");
  lectern_programme_add_track (p, "Ceramics")->colour = g_strdup ("#336699");
  lectern_programme_add_person (p, "Ada Berg")->email = g_strdup ("ada@private.example");
  lectern_programme_add_person (p, "Łukasz Żółć")->biography
      = g_strdup ("<p>Writes <b>books</b>.</p>");

  LecternProgrammeSession *welcome
      = add_session (p, "11111111-1111-4111-8111-111111111111", "Welcome", 0, 540, 30, 0);
  add_person (welcome, 0, "chair", NULL);
  add_person (welcome, 1, NULL, NULL);
  welcome->abstract = g_strdup ("First line\nsecond, with; marks\\ and a “quote”");
  welcome->number = 12;
  guint second = 1;
  g_array_append_val (welcome->rooms, second);
  g_ptr_array_add (welcome->links,
                   lectern_programme_link_new ("Slides & more", "https://example.org/?a=1&b=2"));

  LecternProgrammeSession *talk
      = add_session (p, NULL, "Kilns </script><script>alert(1)</script>", 0, 600, 45, 1);
  talk->track = 0;
  talk->state = g_strdup ("to-be-confirmed");
  talk->url = g_strdup ("javascript:alert(1)");
  talk->description = g_strdup (
      "<p>One</p><ul><li>two</li></ul><script>alert(2)</script>"
      "<a href=\"javascript:alert(3)\">three</a> <a href='https://example.org/'>four</a>");
  add_session (p, "33333333-3333-4333-8333-333333333333", "Night walk", 0, 1530, 60, -1);
  add_session (p, "44444444-4444-4444-8444-444444444444", "Dropped", 1, 600, 60, 0)->state
      = g_strdup ("cancelled");
  add_session (p, "55555555-5555-4555-8555-555555555555", "Poster tour", -1, -1, 45, -1);
  return p;
}

static void
differ (GString *out, const char *where, const char *what, const char *one, const char *two)
{
  if (g_strcmp0 (one ? one : "", two ? two : "") != 0)
    g_string_append_printf (out, "%s: %s “%s” became “%s”\n", where ? where : "", what,
                            one ? one : "", two ? two : "");
}

static char *
rooms_of (const LecternProgramme *p, const LecternProgrammeSession *session)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < session->rooms->len; i++)
    {
      const LecternProgrammeRoom *room
          = g_ptr_array_index (p->rooms, g_array_index (session->rooms, guint, i));
      g_string_append_printf (out, "%s|", room->name);
    }
  return g_string_free (out, FALSE);
}

static char *
people_of (const LecternProgramme *p, const LecternProgrammeSession *session)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < session->people->len; i++)
    {
      const LecternProgrammeRole *role = &g_array_index (session->people, LecternProgrammeRole, i);
      const LecternProgrammePerson *person = g_ptr_array_index (p->persons, role->person);
      if (g_hash_table_add (seen, (gpointer) person))
        g_string_append_printf (out, "%s|", person->name);
    }
  return g_string_free (out, FALSE);
}

static char *
links_of (GPtrArray *links)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < links->len; i++)
    {
      const LecternProgrammeLink *link = g_ptr_array_index (links, i);
      g_string_append_printf (out, "%s=%s|", link->title ? link->title : "",
                              link->url ? link->url : "");
    }
  return g_string_free (out, FALSE);
}

static char *
times_of (const LecternProgrammeSession *session)
{
  return g_strdup_printf ("day %d at %d for %d", session->day, session->start_minute,
                          MAX (session->duration, 0));
}

static void
compare_session (GString *out,
                 const LecternProgramme *p1,
                 const LecternProgrammeSession *s1,
                 const LecternProgramme *p2,
                 const LecternProgrammeSession *s2)
{
  const LecternProgrammeTrack *t1 = lectern_out_track (p1, s1), *t2 = lectern_out_track (p2, s2);
  g_autofree char *r1 = rooms_of (p1, s1), *r2 = rooms_of (p2, s2);
  g_autofree char *w1 = people_of (p1, s1), *w2 = people_of (p2, s2);
  g_autofree char *l1 = links_of (s1->links), *l2 = links_of (s2->links);
  g_autofree char *a1 = links_of (s1->attachments), *a2 = links_of (s2->attachments);
  g_autofree char *h1 = times_of (s1), *h2 = times_of (s2);
  g_autofree char *n1 = s1->languages ? g_strjoinv (",", s1->languages) : NULL;
  g_autofree char *n2 = s2->languages ? g_strjoinv (",", s2->languages) : NULL;
  differ (out, s1->title, "title", s1->title, s2->title);
  differ (out, s1->title, "subtitle", s1->subtitle, s2->subtitle);
  differ (out, s1->title, "abstract", s1->abstract, s2->abstract);
  differ (out, s1->title, "description", s1->description, s2->description);
  differ (out, s1->title, "track", t1 ? t1->name : NULL, t2 ? t2->name : NULL);
  differ (out, s1->title, "type", s1->type_label, s2->type_label);
  differ (out, s1->title, "rooms", r1, r2);
  differ (out, s1->title, "people", w1, w2);
  differ (out, s1->title, "links", l1, l2);
  differ (out, s1->title, "attachments", a1, a2);
  differ (out, s1->title, "time", h1, h2);
  differ (out, s1->title, "languages", n1, n2);
  if (lectern_out_is_web_address (s1->url) || s2->url)
    differ (out, s1->title, "address", s1->url, s2->url);
}

static LecternProgrammeSession *
find_session (const LecternProgramme *p, const char *guid, const char *title)
{
  for (guint i = 0; i < p->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (p->sessions, i);
      g_autofree char *own = lectern_out_session_guid (p, i);
      if (g_strcmp0 (own, guid) == 0 && g_strcmp0 (session->title, title) == 0)
        return session;
    }
  return NULL;
}

char *
out_fixture_compare (const LecternProgramme *one, const LecternProgramme *two)
{
  GString *out = g_string_new (NULL);
  guint placed = 0;
  if (one->days->len != two->days->len || one->rooms->len != two->rooms->len)
    g_string_append_printf (out, "%u days, %u rooms became %u days, %u rooms\n", one->days->len,
                            one->rooms->len, two->days->len, two->rooms->len);
  for (guint i = 0; i < MIN (one->days->len, two->days->len); i++)
    {
      const LecternProgrammeDay *d1 = g_ptr_array_index (one->days, i),
                                *d2 = g_ptr_array_index (two->days, i);
      differ (out, "day", "date", d1->date, d2->date);
    }
  for (guint i = 0; i < one->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (one->sessions, i);
      g_autofree char *guid = lectern_out_session_guid (one, i);
      const LecternProgrammeSession *other = find_session (two, guid, session->title);
      gint64 start;
      if (!lectern_out_start (one, session, &start) || g_strcmp0 (session->state, "cancelled") == 0)
        continue;
      placed++;
      if (other)
        compare_session (out, one, session, two, other);
      else
        g_string_append_printf (out, "%s: gone\n", session->title);
    }
  if (placed != two->sessions->len)
    g_string_append_printf (out, "%u sessions became %u\n", placed, two->sessions->len);
  if (out->len > 0)
    return g_string_free (out, FALSE);
  g_string_free (out, TRUE);
  return NULL;
}

const char *
out_fixture_text (GBytes *bytes)
{
  static GBytes *kept = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *copy = g_strndup (data, size);
  g_clear_pointer (&kept, g_bytes_unref);
  kept = g_bytes_new_take (copy, size + 1);
  return copy;
}

void
out_fixture_assert_contains (GBytes *bytes, const char *text)
{
  if (g_strstr_len (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text) == NULL)
    g_error ("“%s” is missing in:\n%.2000s", text, out_fixture_text (bytes));
}

void
out_fixture_assert_lacks (GBytes *bytes, const char *text)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  const char *found = g_strstr_len (data, g_bytes_get_size (bytes), text);
  if (found != NULL)
    g_error ("“%s” must not stand there: %.300s", text, MAX (found - 100, data));
}

guint
out_fixture_count (GBytes *bytes, const char *text)
{
  guint n = 0;
  for (const char *c = strstr (out_fixture_text (bytes), text); c; c = strstr (c + 1, text))
    n++;
  return n;
}
