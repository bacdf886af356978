/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include "lectern-search.h"

#define PERSON LECTERN_KIND_PERSON

static char *
titles (Fixture *fixture, const char *text)
{
  g_autoptr (GPtrArray) hits = lectern_search (fixture_reader (fixture), text, LECTERN_KIND_NONE, 50);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (out, "%s%s", i ? ", " : "", ((LecternHit *) g_ptr_array_index (hits, i))->title);
  return g_string_free (out, FALSE);
}

#define assert_titles(text, expected)                                                                \
  G_STMT_START                                                                                       \
  {                                                                                                  \
    g_autofree char *found = titles (fixture, text);                                                 \
    g_assert_cmpstr (found, ==, expected);                                                           \
  }                                                                                                  \
  G_STMT_END

/* The name begins with it, a word of the name does, another field does. */
static void
test_rank (Fixture *fixture, gconstpointer data)
{
  gint64 id;

  fixture_add (fixture, PERSON, LECTERN_PERSON_NAME, "Zoe Berg");
  fixture_add (fixture, PERSON, LECTERN_PERSON_NAME, "Bergljot Aas");
  fixture_add (fixture, PERSON, LECTERN_PERSON_NAME, "Adam Bergström");
  id = fixture_add (fixture, PERSON, LECTERN_PERSON_NAME, "Carl");
  fixture_set (fixture, PERSON, id, LECTERN_PERSON_NOTES, "lives in Bergen");
  assert_titles ("berg", "Bergljot Aas, Adam Bergström, Zoe Berg, Carl");
  assert_titles ("zoe b", "Zoe Berg");
  assert_titles ("berg zo", "Zoe Berg");
  assert_titles ("carl bergen", "Carl");
  assert_titles ("", "");
  assert_titles ("\"*", "");
  assert_titles ("nobody", "");
}

static void
test_folding (Fixture *fixture, gconstpointer data)
{
  fixture_add (fixture, PERSON, LECTERN_PERSON_NAME, "Łucja Strauß");
  fixture_add (fixture, PERSON, LECTERN_PERSON_NAME, "Đặng Søren");
  assert_titles ("lucja", "Łucja Strauß");
  assert_titles ("strauss", "Łucja Strauß");
  assert_titles ("STRAUß", "Łucja Strauß");
  assert_titles ("dang soren", "Đặng Søren");
}

/* Edits, deletion and undo are followed; a snippet comes from the source text. */
static void
test_follows_edits (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, LECTERN_PERSON_NAME, "Old name");
  g_autoptr (GPtrArray) hits = NULL;
  LecternEdit *edit;

  fixture_set (fixture, PERSON, id, LECTERN_PERSON_NAME, "New name");
  assert_titles ("old", "");
  assert_titles ("new", "New name");
  fixture_undo (fixture);
  assert_titles ("old", "Old name");
  fixture_set (fixture, PERSON, id, LECTERN_PERSON_NOTES, "Speaks about Lignin and side streams");
  hits = lectern_search (fixture_reader (fixture), "lign", PERSON, 5);
  g_assert_cmpint (hits->len, ==, 1);
  g_assert_cmpstr (((LecternHit *) g_ptr_array_index (hits, 0))->snippet, ==,
                   "Speaks about Lignin and side streams");
  edit = lectern_edit_new ("Delete");
  lectern_edit_delete (edit, PERSON, id);
  lectern_result_free (fixture_commit (fixture, edit));
  assert_titles ("old", "");
  fixture_undo (fixture);
  assert_titles ("old", "Old name");
}

/* What belongs to a record leads to it; translations are found too. */
static void
test_owner_and_translation (Fixture *fixture, gconstpointer data)
{
  gint64 id = fixture_add (fixture, PERSON, LECTERN_PERSON_NAME, "Ida");
  gint64 event = fixture_add (fixture, LECTERN_KIND_EVENT, LECTERN_EVENT_TITLE, "Conference");
  LecternEdit *edit = lectern_edit_new ("More");
  gint64 point = lectern_edit_create (edit, LECTERN_KIND_CONTACT_POINT);

  lectern_edit_set_text (edit, LECTERN_KIND_CONTACT_POINT, point, LECTERN_CONTACT_POINT_OWNER_KIND, "person");
  lectern_edit_set_integer (edit, LECTERN_KIND_CONTACT_POINT, point, LECTERN_CONTACT_POINT_OWNER, id);
  lectern_edit_set_text (edit, LECTERN_KIND_CONTACT_POINT, point, LECTERN_CONTACT_POINT_VALUE, "ida@region.example");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, event, LECTERN_EVENT_TITLE, "de", lectern_value_text ("Abschlusstagung"));
  lectern_result_free (fixture_commit (fixture, edit));
  assert_titles ("region.ex", "Ida");
  assert_titles ("abschluss", "Conference");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/search/rank", test_rank);
  ADD ("/search/folding", test_folding);
  ADD ("/search/follows-edits", test_follows_edits);
  ADD ("/search/owner-and-translation", test_owner_and_translation);
  return g_test_run ();
}
