/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Devices that received the same changes show the same data, whatever the order, doubling
 * or gaps: three real workspaces, random work, random deliveries.
 */
#include "store-fixture.h"

#include "lectern-apply.h"

#include <string.h>

#define PERSON LECTERN_KIND_PERSON
#define EVENT LECTERN_KIND_EVENT
#define DEVICES 3

typedef struct
{
  char *folder;
  LecternWorkspace *device[DEVICES];
  GArray *persons, *events; /* of gint64, known to all after a delivery */
  guint edits, deletions, undos, doubled, delayed, reviewed;
} Lab;

static LecternWorkspace *
new_device (Lab *lab, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (lab->folder, name, NULL);
  LecternWorkspace *device = lectern_workspace_create (path, "Project", "en", &error);
  g_assert_no_error (error);
  return device;
}

static void
close_device (LecternWorkspace *device)
{
  lectern_workspace_close (device);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (device);
}

static void
set_up (Lab *lab, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  lab->folder = g_dir_make_tmp ("lectern-merge-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < DEVICES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.db", i);
      lab->device[i] = new_device (lab, name);
    }
  lab->persons = g_array_new (FALSE, FALSE, sizeof (gint64));
  lab->events = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
tear_down (Lab *lab, gconstpointer data)
{
  for (guint i = 0; i < DEVICES; i++)
    close_device (lab->device[i]);
  fixture_remove_folder (lab->folder);
  g_free (lab->folder);
  g_array_unref (lab->persons);
  g_array_unref (lab->events);
}

static void
commit (LecternWorkspace *device, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_commit (device, edit, &error);
  g_assert_no_error (error);
  lectern_edit_unref (edit);
}

/* Everything that @from has goes to @to, in random order, some of it twice, some not yet. */
static void
deliver (Lab *lab, LecternWorkspace *from, LecternWorkspace *to, gboolean whole)
{
  g_autoptr (GBytes) seen = lectern_history_seen (lectern_workspace_reader (to));
  g_autoptr (GPtrArray) changes = lectern_changes_since (lectern_workspace_reader (from), seen);
  g_autoptr (GPtrArray) sent = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      if (!whole && g_test_rand_int_range (0, 4) == 0)
        {
          lab->delayed++;
          continue;
        }
      g_ptr_array_insert (sent, g_test_rand_int_range (0, sent->len + 1), g_ptr_array_index (changes, i));
      if (g_test_rand_int_range (0, 4) == 0)
        {
          g_ptr_array_add (sent, g_ptr_array_index (changes, i));
          lab->doubled++;
        }
    }
  g_assert_cmpint (lectern_workspace_apply (to, sent, &error), >=, 0);
  g_assert_no_error (error);
}

static void
deliver_all (Lab *lab)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < DEVICES; i++)
      for (guint j = 0; j < DEVICES; j++)
        if (i != j)
          deliver (lab, lab->device[i], lab->device[j], TRUE);
}

static gboolean
is_known (LecternWorkspace *device, LecternKind kind, gint64 id)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (lectern_workspace_reader (device), kind, id);
  return record != NULL;
}

static gboolean
is_alive (LecternWorkspace *device, LecternKind kind, gint64 id)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (lectern_workspace_reader (device), kind, id);
  return record != NULL && record->alive;
}

static void
random_edit (Lab *lab, LecternWorkspace *device)
{
  static guint serial = 0;
  g_autofree char *text = g_strdup_printf ("v%u", ++serial % 50);
  LecternEdit *edit = lectern_edit_new (text);
  gint64 person = g_array_index (lab->persons, gint64, g_test_rand_int_range (0, lab->persons->len));
  gint64 event = g_array_index (lab->events, gint64, g_test_rand_int_range (0, lab->events->len));
  gint64 link;
  g_autoptr (LecternResult) undone = NULL;

  lab->edits++;
  if (!is_known (device, PERSON, person) || !is_known (device, EVENT, event))
    {
      lectern_edit_unref (edit);
      return;
    }
  switch (g_test_rand_int_range (0, 9))
    {
    case 0:
      link = lectern_edit_create (edit, PERSON);
      lectern_edit_set_text (edit, PERSON, link, LECTERN_PERSON_NAME, text);
      g_array_append_val (lab->persons, link);
      break;
    case 1:
      if (is_alive (device, PERSON, person))
        {
          lectern_edit_delete (edit, PERSON, person);
          lab->deletions++;
        }
      break;
    case 2:
    case 3:
      lectern_edit_set_text (edit, PERSON, person, LECTERN_PERSON_NAME, text);
      break;
    case 4:
      lectern_edit_set_text (edit, PERSON, person, LECTERN_PERSON_NOTES, text);
      break;
    case 5:
      lectern_edit_set (edit, EVENT, event, LECTERN_EVENT_TITLE, "de", lectern_value_text (text));
      break;
    case 6:
      lectern_edit_set_text (edit, EVENT, event, LECTERN_EVENT_TITLE, text);
      break;
    case 7:
      link = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, event, person);
      lectern_edit_set_text (edit, LECTERN_KIND_REGISTRATION, link, LECTERN_REGISTRATION_DIET, text);
      break;
    default:
      lectern_edit_unref (edit);
      undone = lectern_workspace_undo (device, NULL);
      lab->undos += undone != NULL;
      return;
    }
  commit (device, edit);
}

static void
describe (LecternWorkspace *device, LecternKind kind, gint64 id, GString *out)
{
  g_autoptr (LecternRecord) record = lectern_reader_get (lectern_workspace_reader (device), kind, id);
  g_autoptr (GPtrArray) translations = g_ptr_array_new_with_free_func (g_free);

  if (record == NULL)
    {
      g_string_append (out, "none\n");
      return;
    }
  g_string_append_printf (out, "%d %d", kind, record->alive);
  for (guint i = 0; i < lectern_kind_info (kind)->n_fields; i++)
    {
      const char *text = lectern_value_get_text (&record->values[i]);
      g_string_append_printf (out, "|%s%" G_GINT64_FORMAT, text ? text : "",
                              text ? 0 : lectern_value_get_integer (&record->values[i]));
    }
  for (guint i = 0; record->translations != NULL && i < record->translations->len; i++)
    {
      LecternTranslation *t = &g_array_index (record->translations, LecternTranslation, i);
      g_string_append_printf (out, "|%u %s %s %d", t->field, t->language, t->text, t->stale);
    }
  g_string_append_c (out, '\n');
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

/* What waits for a decision, without numbers that only this file knows. */
static void
describe_reviews (LecternWorkspace *device, GString *out)
{
  g_autoptr (GPtrArray) items = lectern_history_to_review (lectern_workspace_reader (device));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    {
      LecternReviewItem *item = g_ptr_array_index (items, i);
      GString *line = g_string_new (NULL);
      g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (g_free);
      g_string_printf (line, "%d %" G_GINT64_FORMAT " %u %s:", item->kind, item->id, item->group, item->language);
      for (guint j = 0; j < item->values->len; j++)
        {
          LecternCellValue *value = g_ptr_array_index (item->values, j);
          if (*item->language == '\0') /* a translation names its source by a local number */
            g_ptr_array_add (sums, g_compute_checksum_for_bytes (G_CHECKSUM_MD5, value->value));
        }
      g_ptr_array_sort (sums, by_name);
      for (guint j = 0; j < sums->len; j++)
        g_string_append_printf (line, " %s", (char *) g_ptr_array_index (sums, j));
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_ptr_array_sort (lines, by_name);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "review %s\n", (char *) g_ptr_array_index (lines, i));
}

static char *
state (Lab *lab, LecternWorkspace *device)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < lab->persons->len; i++)
    describe (device, PERSON, g_array_index (lab->persons, gint64, i), out);
  for (guint i = 0; i < lab->events->len; i++)
    describe (device, EVENT, g_array_index (lab->events, gint64, i), out);
  for (guint i = 0; i < lab->events->len; i++)
    for (guint j = 0; j < lab->persons->len; j++)
      {
        LecternEdit *edit = lectern_edit_new ("");
        gint64 id = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, g_array_index (lab->events, gint64, i),
                                       g_array_index (lab->persons, gint64, j));
        describe (device, LECTERN_KIND_REGISTRATION, id, out);
        lectern_edit_unref (edit);
      }
  describe_reviews (device, out);
  return g_string_free (out, FALSE);
}

static void
assert_same (Lab *lab)
{
  g_autofree char *first = state (lab, lab->device[0]);

  for (guint i = 1; i < DEVICES; i++)
    {
      g_autofree char *other = state (lab, lab->device[i]);
      g_assert_cmpstr (first, ==, other);
    }
  if (strstr (first, "review"))
    lab->reviewed++;
}

/* A new device that receives the whole history in any order has the same state. */
static void
assert_rebuilt (Lab *lab)
{
  LecternWorkspace *fresh = new_device (lab, "fresh.db");
  g_autofree char *first = state (lab, lab->device[0]);
  g_autofree char *rebuilt = NULL;

  deliver (lab, lab->device[0], fresh, TRUE);
  rebuilt = state (lab, fresh);
  g_assert_cmpstr (first, ==, rebuilt);
  close_device (fresh);
}

static void
test_converges (Lab *lab, gconstpointer data)
{
  LecternEdit *edit = lectern_edit_new ("Begin");
  enum { ROUNDS = 12, EDITS = 25 };

  for (guint i = 0; i < 3; i++)
    {
      gint64 person = lectern_edit_create (edit, PERSON);
      lectern_edit_set_text (edit, PERSON, person, LECTERN_PERSON_NAME, "begin");
      g_array_append_val (lab->persons, person);
    }
  for (guint i = 0; i < 2; i++)
    {
      gint64 event = lectern_edit_create (edit, EVENT);
      lectern_edit_set_text (edit, EVENT, event, LECTERN_EVENT_TITLE, "begin");
      g_array_append_val (lab->events, event);
    }
  commit (lab->device[0], edit);
  deliver_all (lab);
  for (guint round = 0; round < ROUNDS; round++)
    {
      for (guint i = 0; i < EDITS; i++)
        {
          random_edit (lab, lab->device[g_test_rand_int_range (0, DEVICES)]);
          if (g_test_rand_int_range (0, 6) == 0)
            deliver (lab, lab->device[g_test_rand_int_range (0, DEVICES)], lab->device[0], FALSE);
        }
      deliver_all (lab);
      assert_same (lab);
    }
  assert_rebuilt (lab);
  /* the walk met what it is for */
  g_assert_cmpint (lab->deletions, >, 10);
  g_assert_cmpint (lab->undos, >, 10);
  g_assert_cmpint (lab->doubled, >, 10);
  g_assert_cmpint (lab->delayed, >, 2);
  g_assert_cmpint (lab->reviewed, >, 1);
}

static gint64
shared_person (Lab *lab, const char *name)
{
  LecternEdit *edit = lectern_edit_new ("Add");
  gint64 id = lectern_edit_create (edit, PERSON);

  lectern_edit_set_text (edit, PERSON, id, LECTERN_PERSON_NAME, name);
  commit (lab->device[0], edit);
  deliver_all (lab);
  return id;
}

static void
set_name (LecternWorkspace *device, gint64 id, const char *name)
{
  LecternEdit *edit = lectern_edit_new (name);
  lectern_edit_set_text (edit, PERSON, id, LECTERN_PERSON_NAME, name);
  commit (device, edit);
}

static guint
n_reviews (LecternWorkspace *device)
{
  g_autoptr (GPtrArray) items = lectern_history_to_review (lectern_workspace_reader (device));
  return items->len;
}

/* Two people change one field: one value is shown, both are kept, a decision ends it. */
static void
test_conflict (Lab *lab, gconstpointer data)
{
  gint64 id = shared_person (lab, "A");
  g_autoptr (GPtrArray) items = NULL;
  LecternEdit *edit;

  set_name (lab->device[0], id, "B");
  set_name (lab->device[1], id, "C");
  deliver_all (lab);
  items = lectern_history_to_review (lectern_workspace_reader (lab->device[2]));
  g_assert_cmpint (items->len, ==, 1);
  g_assert_cmpint (((LecternReviewItem *) g_ptr_array_index (items, 0))->values->len, ==, 2);
  edit = lectern_edit_new ("Keep this one");
  lectern_edit_confirm (edit, PERSON, id, lectern_field (PERSON, LECTERN_PERSON_NAME)->group, NULL);
  commit (lab->device[2], edit);
  deliver_all (lab);
  for (guint i = 0; i < DEVICES; i++)
    g_assert_cmpint (n_reviews (lab->device[i]), ==, 0);
}

/* A deletion and an edit that did not see each other: the edit wins, the case is listed. */
static void
test_deletion_against_edit (Lab *lab, gconstpointer data)
{
  gint64 id = shared_person (lab, "A");
  LecternEdit *edit = lectern_edit_new ("Delete");

  lectern_edit_delete (edit, PERSON, id);
  commit (lab->device[0], edit);
  set_name (lab->device[1], id, "B");
  deliver_all (lab);
  for (guint i = 0; i < DEVICES; i++)
    {
      g_assert_true (is_alive (lab->device[i], PERSON, id));
      g_assert_cmpint (n_reviews (lab->device[i]), ==, 1);
    }
  edit = lectern_edit_new ("Delete it all the same");
  lectern_edit_delete (edit, PERSON, id);
  commit (lab->device[2], edit);
  deliver_all (lab);
  for (guint i = 0; i < DEVICES; i++)
    {
      g_assert_false (is_alive (lab->device[i], PERSON, id));
      g_assert_cmpint (n_reviews (lab->device[i]), ==, 0);
    }
}

/* Undo leaves what somebody changed since, and says so. */
static void
test_undo_leaves (Lab *lab, gconstpointer data)
{
  gint64 id = shared_person (lab, "A");
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = NULL;
  g_autoptr (LecternRecord) record = NULL;

  set_name (lab->device[0], id, "B");
  deliver_all (lab);
  set_name (lab->device[1], id, "C");
  deliver_all (lab);
  result = lectern_workspace_undo (lab->device[0], &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->left->len, ==, 1);
  record = lectern_reader_get (lectern_workspace_reader (lab->device[0]), PERSON, id);
  g_assert_cmpstr (lectern_record_name (record, NULL), ==, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Lab, NULL, set_up, function, tear_down)
  ADD ("/merge/conflict", test_conflict);
  ADD ("/merge/deletion-against-edit", test_deletion_against_edit);
  ADD ("/merge/undo-leaves", test_undo_leaves);
  ADD ("/merge/converges", test_converges);
  return g_test_run ();
}
