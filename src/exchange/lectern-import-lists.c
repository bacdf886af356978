/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What hangs on a session: people in their roles, links, attachments. A list is merged
 * as a whole, by the sum of what is in it, so that its order does not count.
 */
#include "lectern-import-private.h"

#include "lectern-position.h"
#include "lectern-value-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One entry of a list, from the file or from the workspace. */
typedef struct
{
  guint64 hash;
  gint64 id;     /* record here; 0: not there yet */
  guint index;   /* in the file */
  gboolean gone; /* of a person who was deleted here: known, not linked again */
} Entry;

static void
group_by_session (LecternImport *import, guint list, LecternKind kind, guint field)
{
  GPtrArray *records = lectern_reader_all (import->reader, kind);
  for (guint i = 0; i < records->len; i++)
    {
      LecternRecord *record = g_ptr_array_index (records, i);
      const char *owner_kind = kind == LECTERN_KIND_SESSION_ROLE
                                   ? "session"
                                   : lectern_record_text (record, LECTERN_LINK_OWNER_KIND);
      gint64 session = lectern_record_integer (record, field);
      g_ptr_array_add (import->loaded, record);
      if (g_strcmp0 (owner_kind, "session") != 0)
        continue;
      GPtrArray *of = g_hash_table_lookup (import->lists[list], &session);
      if (of == NULL)
        {
          of = g_ptr_array_new ();
          g_hash_table_insert (import->lists[list], g_memdup2 (&session, sizeof session), of);
        }
      g_ptr_array_add (of, record);
    }
  g_ptr_array_set_free_func (records, NULL);
  g_ptr_array_unref (records);
}

void
lectern_import_load_lists (LecternImport *import)
{
  for (guint i = 0; i < 3; i++)
    import->lists[i] = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                              (GDestroyNotify)g_ptr_array_unref);
  if (import->event_is_new)
    return;
  group_by_session (import, 0, LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_SESSION);
  group_by_session (import, 1, LECTERN_KIND_LINK, LECTERN_LINK_OWNER);
  group_by_session (import, 2, LECTERN_KIND_ATTACHMENT, LECTERN_ATTACHMENT_OWNER);
}

static guint64
text_hash (guint64 hash, const char *text)
{
  return lectern_import_hash (hash, text != NULL ? text : "", text != NULL ? strlen (text) : 0);
}

static guint64
role_hash (gint64 person, const char *role)
{
  gint64 id = GINT64_TO_LE (person);
  return text_hash (lectern_import_hash (1, &id, 8), role);
}

static guint64
link_hash (const char *title, const char *url, const char *type)
{
  return text_hash (text_hash (text_hash (2, title), url), type);
}

static guint64
sum_of (GArray *entries)
{
  guint64 sum = 0;
  for (guint i = 0; i < entries->len; i++)
    sum += g_array_index (entries, Entry, i).hash;
  return entries->len > 0 && sum == 0 ? 1 : sum;
}

static const char *
role_of (const LecternProgrammeRole *role)
{
  return role->role != NULL ? role->role : "speaker";
}

static GArray *
entries_here (LecternMerge *merge, guint list)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GPtrArray *records = merge->current != NULL
                           ? g_hash_table_lookup (merge->import->lists[list], &merge->id)
                           : NULL;
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const LecternRecord *record = g_ptr_array_index (records, i);
      Entry entry = { .id = record->id };
      if (list == 0)
        entry.hash = role_hash (lectern_record_integer (record, LECTERN_SESSION_ROLE_PERSON),
                                lectern_record_text (record, LECTERN_SESSION_ROLE_ROLE));
      else if (list == 1)
        entry.hash = link_hash (lectern_record_text (record, LECTERN_LINK_TITLE),
                                lectern_record_text (record, LECTERN_LINK_URL),
                                lectern_record_text (record, LECTERN_LINK_TYPE));
      else
        entry.hash = link_hash (lectern_record_text (record, LECTERN_ATTACHMENT_TITLE),
                                lectern_record_text (record, LECTERN_ATTACHMENT_URL),
                                lectern_record_text (record, LECTERN_ATTACHMENT_TYPE));
      g_array_append_val (entries, entry);
    }
  return entries;
}

/* Whether an address may be kept; one that could run something may not. */
static gboolean
url_is_good (const char *url)
{
  return url != NULL && *url != '\0' && lectern_url_is_safe (url, FALSE);
}

static GArray *
entries_of_file (LecternMerge *merge, const LecternProgrammeSession *session, guint list)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  GPtrArray *links = list == 1 ? session->links : session->attachments;
  guint n = list == 0 ? session->people->len : links->len;
  for (guint i = 0; i < n; i++)
    {
      Entry entry = { .index = i };
      if (list == 0)
        {
          const LecternProgrammeRole *role
              = &g_array_index (session->people, LecternProgrammeRole, i);
          gint64 person = merge->import->persons[role->person];
          entry.gone = g_hash_table_contains (merge->import->gone, &person);
          entry.hash = role_hash (person, role_of (role));
        }
      else
        {
          const LecternProgrammeLink *link = g_ptr_array_index (links, i);
          if (!url_is_good (link->url))
            {
              lectern_import_skip (merge->import, session->where,
                                   _ ("The address “%s” is none that can be kept; it is left out."),
                                   link->url != NULL ? link->url : "");
              continue;
            }
          entry.hash = link_hash (link->title, link->url, link->type);
        }
      g_array_append_val (entries, entry);
    }
  return entries;
}

static void
set_text (LecternImport *import, LecternKind kind, gint64 id, guint field, const char *text)
{
  if (text != NULL && *text != '\0')
    lectern_edit_set_text (import->edit, kind, id, field, text);
}

static void
add_role (LecternMerge *merge, const LecternProgrammeRole *role, const char *position)
{
  LecternImport *import = merge->import;
  gint64 id = lectern_edit_link (import->edit, LECTERN_KIND_SESSION_ROLE, merge->id,
                                 import->persons[role->person], role_of (role));
  set_text (import, LECTERN_KIND_SESSION_ROLE, id, LECTERN_SESSION_ROLE_STATE, role->state);
  set_text (import, LECTERN_KIND_SESSION_ROLE, id, LECTERN_SESSION_ROLE_POSITION, position);
}

static void
add_link (LecternMerge *merge, const LecternProgrammeLink *link, const char *position)
{
  LecternImport *import = merge->import;
  gint64 id = lectern_edit_create (import->edit, LECTERN_KIND_LINK);
  set_text (import, LECTERN_KIND_LINK, id, LECTERN_LINK_OWNER_KIND, "session");
  lectern_edit_set_integer (import->edit, LECTERN_KIND_LINK, id, LECTERN_LINK_OWNER, merge->id);
  set_text (import, LECTERN_KIND_LINK, id, LECTERN_LINK_TITLE, link->title);
  set_text (import, LECTERN_KIND_LINK, id, LECTERN_LINK_URL, link->url);
  set_text (import, LECTERN_KIND_LINK, id, LECTERN_LINK_TYPE, link->type);
  set_text (import, LECTERN_KIND_LINK, id, LECTERN_LINK_POSITION, position);
}

static void
add_attachment (LecternMerge *merge, const LecternProgrammeLink *link, const char *position)
{
  LecternImport *import = merge->import;
  gint64 id = lectern_edit_create (import->edit, LECTERN_KIND_ATTACHMENT);
  set_text (import, LECTERN_KIND_ATTACHMENT, id, LECTERN_ATTACHMENT_OWNER_KIND, "session");
  lectern_edit_set_integer (import->edit, LECTERN_KIND_ATTACHMENT, id, LECTERN_ATTACHMENT_OWNER,
                            merge->id);
  set_text (import, LECTERN_KIND_ATTACHMENT, id, LECTERN_ATTACHMENT_TITLE, link->title);
  set_text (import, LECTERN_KIND_ATTACHMENT, id, LECTERN_ATTACHMENT_URL, link->url);
  set_text (import, LECTERN_KIND_ATTACHMENT, id, LECTERN_ATTACHMENT_TYPE, link->type);
  /* it stood in a published programme */
  set_text (import, LECTERN_KIND_ATTACHMENT, id, LECTERN_ATTACHMENT_AUDIENCE, "public");
  set_text (import, LECTERN_KIND_ATTACHMENT, id, LECTERN_ATTACHMENT_POSITION, position);
}

/* Removes from @from what @other has as well, one for one; what is left is only in @from. */
static void
without (GArray *from, GArray *other)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < other->len; i++)
    {
      gpointer key = &g_array_index (other, Entry, i).hash;
      g_hash_table_insert (
          counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }
  for (guint i = 0; i < from->len;)
    {
      gpointer found = NULL, key = NULL;
      if (g_hash_table_lookup_extended (counts, &g_array_index (from, Entry, i).hash, &key, &found)
          && found != NULL)
        {
          g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (found) - 1));
          g_array_remove_index (from, i);
        }
      else
        i++;
    }
}

static void
write_list (LecternMerge *merge,
            const LecternProgrammeSession *session,
            guint list,
            GArray *file,
            GArray *here)
{
  static const LecternKind kinds[]
      = { LECTERN_KIND_SESSION_ROLE, LECTERN_KIND_LINK, LECTERN_KIND_ATTACHMENT };
  g_autoptr (GArray) added = g_array_copy (file);
  guint n = list == 0   ? session->people->len
            : list == 1 ? session->links->len
                        : session->attachments->len;
  g_auto (GStrv) positions = n > 1 ? lectern_position_series (n) : NULL;
  without (added, here);
  without (here, file);
  for (guint i = 0; i < here->len; i++)
    lectern_edit_delete (merge->import->edit, kinds[list], g_array_index (here, Entry, i).id);
  for (guint i = 0; i < added->len; i++)
    {
      guint index = g_array_index (added, Entry, i).index;
      const char *position = positions != NULL ? positions[index] : NULL;
      if (g_array_index (added, Entry, i).gone)
        continue;
      merge->import->counts[LECTERN_IMPORT_CREATED][kinds[list]]++;
      if (list == 0)
        add_role (merge, &g_array_index (session->people, LecternProgrammeRole, index), position);
      else if (list == 1)
        add_link (merge, g_ptr_array_index (session->links, index), position);
      else
        add_attachment (merge, g_ptr_array_index (session->attachments, index), position);
    }
  merge->changed = TRUE;
}

void
lectern_import_session_lists (LecternMerge *merge, const LecternProgrammeSession *session)
{
  static const guint groups[]
      = { LECTERN_IMPORT_ROLES, LECTERN_IMPORT_LINKS, LECTERN_IMPORT_ATTACHMENTS };
  static const char *const labels[] = { N_ ("People"), N_ ("Links"), N_ ("Attachments") };
  static const LecternKind kinds[]
      = { LECTERN_KIND_SESSION_ROLE, LECTERN_KIND_LINK, LECTERN_KIND_ATTACHMENT };
  for (guint list = 0; list < 3; list++)
    {
      g_autoptr (GArray) file = entries_of_file (merge, session, list);
      if (merge->current == NULL && file->len == 0)
        continue;
      g_autoptr (GArray) here = entries_here (merge, list);
      if (lectern_merge_decide (merge, groups[list], sum_of (file), sum_of (here), labels[list])
          == LECTERN_MERGE_TAKE)
        write_list (merge, session, list, file, here);
      else
        merge->import->counts[LECTERN_IMPORT_UNCHANGED][kinds[list]] += here->len;
    }
}
