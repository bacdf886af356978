/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a workspace to files: everything that came in goes out again, nothing private
 * does, and one state always gives the same bytes.
 */
#include "lectern-export.h"
#include "lectern-identity.h"
#include "lectern-import.h"
#include "lectern-out.h"
#include "lectern-programme-load.h"
#include "lectern-schedule-json-in.h"
#include "lectern-way-back.h"
#include "lectern-workspace.h"
#include "out-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define MARKER "PRIVATE-MARKER"
#define PHONE "+31 43 9990001"

typedef struct
{
  char *folder;
  LecternWorkspace *workspace;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  fixture->folder = g_dir_make_tmp ("lectern-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "w.db", NULL);
  fixture->workspace = lectern_workspace_create (path, "Test", "en", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  lectern_workspace_close (fixture->workspace);
  g_object_unref (fixture->workspace);
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
commit (Fixture *fixture, LecternEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternResult) result = lectern_workspace_commit (fixture->workspace, edit, &error);
  g_assert_no_error (error);
}

/* One line of text for a field of any type, told by the marker where it may be. */
static LecternValue
value_for (const LecternField *field, const char *marker)
{
  switch (field->type)
    {
    case LECTERN_TYPE_TEXT:
    case LECTERN_TYPE_PROSE:
      return lectern_value_text (marker);
    case LECTERN_TYPE_PHONE:
      return lectern_value_text (PHONE);
    case LECTERN_TYPE_EMAIL:
      return lectern_value_take_text (g_strdup_printf ("%s@example.org", marker));
    case LECTERN_TYPE_URL:
      return lectern_value_take_text (g_strdup_printf ("https://example.org/%s", marker));
    case LECTERN_TYPE_TEXTS:
      if (field->choices == NULL)
        {
          const char *texts[] = { marker, NULL };
          return lectern_value_texts (texts);
        }
      return LECTERN_EMPTY;
    default:
      return LECTERN_EMPTY;
    }
}

/* Every free field of the record says which audience it is for. */
static void
fill (LecternEdit *edit, LecternKind kind, gint64 id)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  for (guint i = 0; i < info->n_fields; i++)
    {
      const LecternField *field = &info->fields[i];
      gboolean open = field->audience == LECTERN_AUDIENCE_PUBLIC;
      g_autofree char *marker
          = g_strdup_printf ("%s-%s-%s", open ? "public" : MARKER, info->name, field->name);
      LecternValue value = value_for (field, marker);
      if (value.type != LECTERN_VALUE_EMPTY && !(field->flags & LECTERN_FIELD_LINKS))
        lectern_edit_set (edit, kind, id, field->number, NULL, value);
    }
}

static void
refer (LecternEdit *edit, LecternKind kind, gint64 id, guint field, gint64 to)
{
  lectern_edit_set_integer (edit, kind, id, field, to);
}

typedef struct
{
  gint64 event, day, venue, room, session, internal, person;
} Office;

static gint64
create (LecternEdit *edit, LecternKind kind)
{
  gint64 id = lectern_edit_create (edit, kind);
  fill (edit, kind, id);
  return id;
}

static void
create_session (LecternEdit *edit, const Office *office, gint64 id, const char *title, int start)
{
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TITLE, title);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_GUID, NULL);
  refer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_EVENT, office->event);
  refer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, office->day);
  refer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, start);
  refer (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, 30);
  lectern_edit_set (edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL,
                    lectern_value_ids (&office->room, 1));
}

static void
create_event (LecternEdit *edit, Office *office)
{
  gint64 node = create (edit, LECTERN_KIND_PROGRAMME_NODE);
  gint64 organisation = create (edit, LECTERN_KIND_ORGANISATION);
  office->event = create (edit, LECTERN_KIND_EVENT);
  office->venue = create (edit, LECTERN_KIND_VENUE);
  office->room = create (edit, LECTERN_KIND_ROOM);
  office->day = create (edit, LECTERN_KIND_DAY);
  office->person = create (edit, LECTERN_KIND_PERSON);
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TIME_ZONE,
                         "Europe/Amsterdam");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_TEXT_LANGUAGE,
                         "en");
  /* no text, but the name of a file */
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_PAGE_TEMPLATE, "table");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_VENUES, NULL,
                    lectern_value_ids (&office->venue, 1));
  refer (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_PROGRAMME_NODE, node);
  refer (edit, LECTERN_KIND_EVENT, office->event, LECTERN_EVENT_HOST, organisation);
  refer (edit, LECTERN_KIND_ROOM, office->room, LECTERN_ROOM_VENUE, office->venue);
  refer (edit, LECTERN_KIND_DAY, office->day, LECTERN_DAY_EVENT, office->event);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, office->day, LECTERN_DAY_DATE, "2026-06-17");
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, office->day, LECTERN_DAY_SOURCE_START, NULL);
  lectern_edit_set_text (edit, LECTERN_KIND_DAY, office->day, LECTERN_DAY_SOURCE_END, NULL);
  refer (edit, LECTERN_KIND_PERSON, office->person, LECTERN_PERSON_ORGANISATION, organisation);
  refer (edit, LECTERN_KIND_VENUE, office->venue, LECTERN_VENUE_CONTACT, office->person);
}

static void
create_around (LecternEdit *edit, const Office *office)
{
  gint64 to_come = create (edit, LECTERN_KIND_TO_COME);
  gint64 contact = create (edit, LECTERN_KIND_CONTACT_POINT);
  gint64 task = create (edit, LECTERN_KIND_TASK);
  gint64 news = create (edit, LECTERN_KIND_ANNOUNCEMENT);
  gint64 role = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, office->session, office->person,
                                   "speaker");
  gint64 registration
      = lectern_edit_link (edit, LECTERN_KIND_REGISTRATION, office->event, office->person);
  fill (edit, LECTERN_KIND_REGISTRATION, registration);
  refer (edit, LECTERN_KIND_TO_COME, to_come, LECTERN_TO_COME_EVENT, office->event);
  refer (edit, LECTERN_KIND_TASK, task, LECTERN_TASK_EVENT, office->event);
  refer (edit, LECTERN_KIND_ANNOUNCEMENT, news, LECTERN_ANNOUNCEMENT_EVENT, office->event);
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, news, LECTERN_ANNOUNCEMENT_STATE, "ready");
  lectern_edit_set_text (edit, LECTERN_KIND_CONTACT_POINT, contact,
                         LECTERN_CONTACT_POINT_OWNER_KIND, "person");
  refer (edit, LECTERN_KIND_CONTACT_POINT, contact, LECTERN_CONTACT_POINT_OWNER, office->person);
  g_assert_cmpint (role, !=, 0);
  for (guint i = 0; i < 2; i++)
    {
      gint64 attachment = create (edit, LECTERN_KIND_ATTACHMENT);
      lectern_edit_set_text (edit, LECTERN_KIND_ATTACHMENT, attachment,
                             LECTERN_ATTACHMENT_OWNER_KIND, "session");
      refer (edit, LECTERN_KIND_ATTACHMENT, attachment, LECTERN_ATTACHMENT_OWNER, office->session);
      lectern_edit_set_text (edit, LECTERN_KIND_ATTACHMENT, attachment, LECTERN_ATTACHMENT_TITLE,
                             i == 0 ? "public-slides" : MARKER "-slides");
      lectern_edit_set_text (edit, LECTERN_KIND_ATTACHMENT, attachment, LECTERN_ATTACHMENT_URL,
                             i == 0 ? "https://example.org/public-slides"
                                    : "https://example.org/" MARKER);
      lectern_edit_set_text (edit, LECTERN_KIND_ATTACHMENT, attachment, LECTERN_ATTACHMENT_AUDIENCE,
                             i == 0 ? "public" : "partners");
    }
}

static Office
fill_office (Fixture *fixture)
{
  Office office = { 0 };
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Fill");
  create_event (edit, &office);
  office.session = create (edit, LECTERN_KIND_SESSION);
  office.internal = create (edit, LECTERN_KIND_SESSION);
  create_session (edit, &office, office.session, "public-session-title", 540);
  create_session (edit, &office, office.internal, MARKER "-internal-session", 600);
  refer (edit, LECTERN_KIND_SESSION, office.internal, LECTERN_SESSION_INTERNAL, 1);
  create_around (edit, &office);
  commit (fixture, edit);
  return office;
}

static GBytes *
export (Fixture *fixture, gint64 event, const char *format, LecternAudience audience)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = lectern_export (lectern_workspace_reader (fixture->workspace), event, format,
                                  NULL, audience, NULL, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_private (Fixture *fixture, gconstpointer data)
{
  Office office = fill_office (fixture);
  for (const LecternExportFormat *format = lectern_export_formats (); format->name; format++)
    {
      gboolean letter = strcmp (format->name, "mail") == 0; /* of the news, not of the agenda */
      g_autoptr (GBytes) bytes
          = export(fixture, office.event, format->name, LECTERN_AUDIENCE_PUBLIC);
      g_autoptr (GBytes) again
          = export(fixture, office.event, format->name, LECTERN_AUDIENCE_PUBLIC);
      out_fixture_assert_lacks (bytes, MARKER);
      out_fixture_assert_lacks (bytes, PHONE);
      out_fixture_assert_lacks (bytes, "9990001");
      out_fixture_assert_contains (bytes, letter ? "public-announcement-text" : "public-session-title");
      g_assert_true (g_bytes_equal (bytes, again));
      g_autoptr (GBytes) inner
          = export(fixture, office.event, format->name, LECTERN_AUDIENCE_ORGANISERS);
      if (!letter)
        out_fixture_assert_contains (inner, MARKER "-internal-session");
      out_fixture_assert_lacks (inner, MARKER "-person-email");
    }
}

/* What the page is for: each of these is said on it. */
static void
test_page_says (Fixture *fixture, gconstpointer data)
{
  static const char *const said[] = {
    "public-event-title",
    "public-event-summary",
    "public-venue-name",
    "public-venue-access",
    "public-room-name",
    "public-venue-accessibility",
    "public-organisation-name",
    "public-to_come-text",
    "public-session-abstract",
    "public-person-name",
    "public-person-job",
    "public-person-biography",
    "public-programme_node-funding_statement",
    "public-programme_node-disclaimer",
    "https://example.org/public-event-registration_url",
    "public-slides",
    "public-event-series",
  };
  Office office = fill_office (fixture);
  g_autoptr (GBytes) html = export (fixture, office.event, "html", LECTERN_AUDIENCE_PUBLIC);
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    out_fixture_assert_contains (html, said[i]);
  g_assert_cmpuint (out_fixture_count (html, "<tr id=\"s-"), ==, 1);
}

static gint64
add_track (Fixture *fixture, const Office *office)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Track");
  gint64 track = create (edit, LECTERN_KIND_TRACK);
  refer (edit, LECTERN_KIND_TRACK, track, LECTERN_TRACK_EVENT, office->event);
  refer (edit, LECTERN_KIND_SESSION, office->session, LECTERN_SESSION_TRACK, track);
  commit (fixture, edit);
  return track;
}

/* Every text that is not in the language of the page says in which it is. */
static void
test_other_language (Fixture *fixture, gconstpointer data)
{
  Office office = fill_office (fixture);
  add_track (fixture, &office);
  g_autoptr (GBytes) page = lectern_export (lectern_workspace_reader (fixture->workspace), office.event, "page-xml",
                                            "de", LECTERN_AUDIENCE_PUBLIC, NULL, NULL);
  out_fixture_assert_contains (page, "<room lang=\"en\">public-room-name");
  out_fixture_assert_contains (page, "<organisation lang=\"en\">public-organisation-name");
  out_fixture_assert_contains (page, "<track lang=\"en\">public-track-name");
  g_autoptr (GBytes) html = lectern_export (lectern_workspace_reader (fixture->workspace), office.event, "html",
                                            "de", LECTERN_AUDIENCE_PUBLIC, NULL, NULL);
  out_fixture_assert_contains (html, "<span class=\"lectern-track\" lang=\"en\">public-track-name");
}

static char *
entry_of (GBytes *calendar, const char *summary)
{
  const char *text = out_fixture_text (calendar);
  g_auto (GStrv) entries = g_strsplit (text, "BEGIN:VEVENT", -1);
  for (guint i = 1; entries[i]; i++)
    if (strstr (entries[i], summary))
      return g_strdup (entries[i]);
  g_error ("no entry %s", summary);
}

static gint64
sequence_of (const char *entry)
{
  return g_ascii_strtoll (strstr (entry, "SEQUENCE:") + strlen ("SEQUENCE:"), NULL, 10);
}

/* The track's name stands in the entry, too. */
static void
test_sequence_of_track (Fixture *fixture, gconstpointer data)
{
  Office office = fill_office (fixture);
  gint64 track = add_track (fixture, &office);
  g_autoptr (GBytes) before = export (fixture, office.event, "ics", LECTERN_AUDIENCE_PUBLIC);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Rename");
  lectern_edit_set_text (edit, LECTERN_KIND_TRACK, track, LECTERN_TRACK_NAME, "Other name");
  commit (fixture, edit);
  g_autoptr (GBytes) after = export (fixture, office.event, "ics", LECTERN_AUDIENCE_PUBLIC);
  g_autofree char *named = entry_of (before, "CATEGORIES:public-track-name");
  g_autofree char *renamed = entry_of (after, "CATEGORIES:Other name");
  g_assert_cmpint (sequence_of (renamed), >, sequence_of (named));
}

/* A public change raises the number of its entry only; a private one raises none. */
static void
test_sequence (Fixture *fixture, gconstpointer data)
{
  Office office = fill_office (fixture);
  g_autoptr (LecternEdit) second = lectern_edit_new ("Second");
  gint64 other = lectern_edit_create (second, LECTERN_KIND_SESSION);
  create_session (second, &office, other, "other", 700);
  commit (fixture, second);
  g_autoptr (GBytes) before = export (fixture, office.event, "ics", LECTERN_AUDIENCE_PUBLIC);

  g_autoptr (LecternEdit) private = lectern_edit_new ("Note");
  lectern_edit_set_text (private, LECTERN_KIND_SESSION, office.session, LECTERN_SESSION_NOTES,
                         "Other words");
  lectern_edit_set_text (private, LECTERN_KIND_PERSON, office.person, LECTERN_PERSON_EMAIL,
                         "b@example.org");
  commit (fixture, private);
  g_autoptr (GBytes) same = export (fixture, office.event, "ics", LECTERN_AUDIENCE_PUBLIC);
  g_assert_true (g_bytes_equal (before, same));

  g_autoptr (LecternEdit) public = lectern_edit_new ("Move");
  lectern_edit_set_integer (public, LECTERN_KIND_SESSION, office.session, LECTERN_SESSION_START,
                            555);
  commit (fixture, public);
  g_autoptr (GBytes) after = export (fixture, office.event, "ics", LECTERN_AUDIENCE_PUBLIC);
  g_autofree char *moved_before = entry_of (before, "public-session-title");
  g_autofree char *moved_after = entry_of (after, "public-session-title");
  g_autofree char *other_before = entry_of (before, "SUMMARY;LANGUAGE=en:other");
  g_autofree char *other_after = entry_of (after, "SUMMARY;LANGUAGE=en:other");
  g_assert_cmpint (sequence_of (moved_after), >, sequence_of (moved_before));
  g_assert_cmpstr (other_before, ==, other_after);

  g_autoptr (LecternEdit) gone = lectern_edit_new ("Speaker leaves");
  gint64 role = lectern_edit_link (gone, LECTERN_KIND_SESSION_ROLE, office.session, office.person,
                                   "speaker");
  lectern_edit_delete (gone, LECTERN_KIND_SESSION_ROLE, role);
  commit (fixture, gone);
  g_autoptr (GBytes) later = export (fixture, office.event, "ics", LECTERN_AUDIENCE_PUBLIC);
  g_autofree char *without = entry_of (later, "public-session-title");
  g_assert_cmpint (sequence_of (without), >, sequence_of (moved_after));
}

static void
test_languages (Fixture *fixture, gconstpointer data)
{
  Office office = fill_office (fixture);
  const char *languages[] = { "en", "de", NULL };
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Translate");
  lectern_edit_set (edit, LECTERN_KIND_EVENT, office.event, LECTERN_EVENT_LANGUAGES, NULL,
                    lectern_value_texts (languages));
  lectern_edit_set (edit, LECTERN_KIND_EVENT, office.event, LECTERN_EVENT_TITLE, "de",
                    lectern_value_text ("Schlusskonferenz"));
  commit (fixture, edit);
  LecternReader *reader = lectern_workspace_reader (fixture->workspace);
  g_auto (GStrv) found = lectern_programme_languages (reader, office.event);
  g_assert_cmpuint (g_strv_length (found), ==, 2);
  g_assert_cmpstr (found[0], ==, "en");
  g_autoptr (GBytes) html
      = lectern_export (reader, office.event, "html", "de", LECTERN_AUDIENCE_PUBLIC, NULL, NULL);
  out_fixture_assert_contains (html, "<html lang=\"de\">");
  out_fixture_assert_contains (html, "<h1>Schlusskonferenz</h1>");
  out_fixture_assert_contains (html, "<h4 lang=\"en\">public-session-title</h4>");
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) no_event = NULL;
  g_autoptr (GError) no_format = NULL;
  LecternReader *reader = lectern_workspace_reader (fixture->workspace);
  Office office = fill_office (fixture);
  g_assert_null (
      lectern_export (reader, 12345, "ics", NULL, LECTERN_AUDIENCE_PUBLIC, NULL, &no_event));
  g_assert_error (no_event, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (lectern_export (reader, office.event, "docx", NULL, LECTERN_AUDIENCE_PUBLIC, NULL,
                                 &no_format));
  g_assert_error (no_format, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* --- a real programme comes in, one session is changed, it goes out --- */

static const char *
room_of (const LecternProgramme *p, const LecternProgrammeSession *session)
{
  if (session->rooms->len == 0)
    return "";
  return ((LecternProgrammeRoom *)g_ptr_array_index (p->rooms,
                                                     g_array_index (session->rooms, guint, 0)))
      ->name;
}

static gboolean
is_same_place (const LecternProgramme *p1,
               const LecternProgrammeSession *one,
               const LecternProgramme *p2,
               const LecternProgrammeSession *two)
{
  return one->day == two->day && one->start_minute == two->start_minute
         && g_strcmp0 (one->title, two->title) == 0
         && g_strcmp0 (room_of (p1, one), room_of (p2, two)) == 0;
}

/* Guids that are not UUIDs become others on the way through a workspace: match by place. */
static void
adopt_identity (LecternProgramme *p, const LecternProgramme *from)
{
  for (guint i = 0; i < p->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (p->sessions, i);
      if (lectern_uuid_is_valid (session->guid))
        continue;
      for (guint j = 0; j < from->sessions->len; j++)
        {
          const LecternProgrammeSession *other = g_ptr_array_index (from->sessions, j);
          if (!is_same_place (p, session, from, other))
            continue;
          g_free (session->guid);
          session->guid = g_strdup (other->guid);
          break;
        }
    }
}

static LecternProgramme *
read_any (GBytes *bytes, gboolean json)
{
  g_autoptr (GError) error = NULL;
  LecternProgramme *p = json ? lectern_schedule_json_read (bytes, NULL, &error)
                             : lectern_schedule_xml_read (bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  lectern_way_back (p);
  return p;
}

static gint64
bring_in (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternImport) import = lectern_import_plan (
      lectern_workspace_reader (fixture->workspace), bytes, "test", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (lectern_import_edit (import));
  commit (fixture, lectern_import_edit (import));
  return lectern_import_event (import);
}

/* What is no address ("http://") is reported by the import and not kept. */
static void
drop_broken_links (LecternProgramme *p)
{
  const LecternField *field = lectern_field (LECTERN_KIND_LINK, LECTERN_LINK_URL);
  for (guint i = 0; i < p->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (p->sessions, i);
      for (guint j = session->links->len; j > 0; j--)
        {
          LecternProgrammeLink *link = g_ptr_array_index (session->links, j - 1);
          g_auto (LecternValue) value = lectern_value_text (link->url);
          if (!lectern_value_is_valid (field, &value, NULL))
            g_ptr_array_remove_index (session->links, j - 1);
        }
    }
}

static void
change_one (Fixture *fixture, gint64 event, LecternProgramme *expected)
{
  LecternReader *reader = lectern_workspace_reader (fixture->workspace);
  g_autoptr (GPtrArray) sessions
      = lectern_reader_find (reader, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, event);
  LecternRecord *record = g_ptr_array_index (sessions, sessions->len / 2);
  const char *title = lectern_record_text (record, LECTERN_SESSION_TITLE);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Change");
  guint changed = 0;
  for (guint i = 0; i < expected->sessions->len && changed == 0; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (expected->sessions, i);
      if (g_strcmp0 (session->title, title) != 0
          || session->start_minute != lectern_record_integer (record, LECTERN_SESSION_START)
          || (session->guid
              && g_strcmp0 (session->guid, lectern_record_text (record, LECTERN_SESSION_GUID))
                     != 0))
        continue;
      g_free (session->title);
      session->title = g_strdup ("Changed in Lectern");
      changed++;
    }
  g_assert_cmpuint (changed, ==, 1);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION, record->id, LECTERN_SESSION_TITLE,
                         "Changed in Lectern");
  commit (fixture, edit);
}

static void
test_through (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = out_fixture_shared (data);
  g_autofree char *content = NULL;
  gsize length;
  if (path == NULL)
    return;
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_steal_pointer (&content), length);
  g_autoptr (LecternProgramme) expected = read_any (bytes, g_str_has_suffix (path, ".json"));
  gint64 event = bring_in (fixture, bytes);
  drop_broken_links (expected);
  change_one (fixture, event, expected);
  static const char *const formats[] = { "schedule-xml", "schedule-json" };
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) out = export (fixture, event, formats[i], LECTERN_AUDIENCE_PUBLIC);
      g_autoptr (LecternProgramme) back = read_any (out, i == 1);
      adopt_identity (expected, back);
      g_autofree char *differences = out_fixture_compare (expected, back);
      g_assert_cmpstr (differences, ==, NULL);
    }
  g_autoptr (GBytes) html = export (fixture, event, "html", LECTERN_AUDIENCE_PUBLIC);
  g_assert_cmpuint (out_fixture_count (html, "<script"), ==, 1);
}

int
main (int argc, char **argv)
{
  static const char *const real[] = {
    "schedules/31c3-2014.xml",
    "schedules/34c3-jugend-hackt-2017.xml",
    "schedules/38c3-2024.xml",
    "schedules/fosdem-2014.xml",
    "schedules/fosdem-2024.xml",
    "schedules/froscon-2013.xml",
    "schedules/jev22-everything.xml",
    "schedules/34c3-jugend-hackt-2017.json",
    "schedules/frab-cccamp-2019.json",
    "schedules/jev22-everything.json",
    "schedules/pretalx-democon.json",
    "schedules/c3hub-schedule2.json",
    "hostile/made/html-and-script-fields.xml",
  };
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/export/private", Fixture, NULL, set_up, test_private, tear_down);
  g_test_add ("/export/page-says", Fixture, NULL, set_up, test_page_says, tear_down);
  g_test_add ("/export/other-language", Fixture, NULL, set_up, test_other_language, tear_down);
  g_test_add ("/export/sequence", Fixture, NULL, set_up, test_sequence, tear_down);
  g_test_add ("/export/sequence-of-track", Fixture, NULL, set_up, test_sequence_of_track, tear_down);
  g_test_add ("/export/languages", Fixture, NULL, set_up, test_languages, tear_down);
  g_test_add ("/export/unknown", Fixture, NULL, set_up, test_unknown, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (real); i++)
    {
      g_autofree char *base = g_path_get_basename (real[i]);
      g_autofree char *name = g_strdup_printf ("/export/through/%s", base);
      g_test_add (name, Fixture, real[i], set_up, test_through, tear_down);
    }
  int result = g_test_run ();
  out_fixture_clean ();
  return result;
}
