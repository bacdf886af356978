/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The items of a pasted agenda: what stands in and under them.
 */
#include "lectern-agenda-read.h"

#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Without an end an item lasts until the next one, if that is not hours away. */
#define LONGEST_GAP 240
#define MOST_DOUBTS 200

void
lectern_agenda_doubt (LecternAgendaReader *r, guint line, const char *why, ...)
{
  va_list args;
  if (r->n_doubts++ >= MOST_DOUBTS)
    return;
  va_start (args, why);
  g_autofree char *text = g_strdup_vprintf (why, args);
  va_end (args);
  g_autofree char *where = g_strdup_printf (_ ("line %u"), line);
  lectern_programme_doubt (r->programme, where, "%s", text);
}

static int
index_of (GHashTable *table, const char *name)
{
  return (int) GPOINTER_TO_SIZE (g_hash_table_lookup (table, name)) - 1;
}

int
lectern_agenda_room_index (LecternAgendaReader *r, const char *name)
{
  int index = index_of (r->rooms, name);
  if (index < 0)
    {
      LecternProgrammeRoom *room = lectern_programme_add_room (r->programme, name);
      index = (int) r->programme->rooms->len - 1;
      g_hash_table_insert (r->rooms, room->name, GSIZE_TO_POINTER ((gsize) index + 1));
    }
  return index;
}

void
lectern_agenda_add_room (LecternAgendaReader *r, LecternProgrammeSession *session, const char *name)
{
  if (*name == '\0')
    return;
  guint room = (guint) lectern_agenda_room_index (r, name);
  for (guint i = 0; i < session->rooms->len; i++)
    if (g_array_index (session->rooms, guint, i) == room)
      return;
  g_array_append_val (session->rooms, room);
}

void
lectern_agenda_add_track (LecternAgendaReader *r, LecternProgrammeSession *session, const char *name)
{
  if (*name == '\0')
    return;
  session->track = index_of (r->tracks, name);
  if (session->track < 0)
    {
      LecternProgrammeTrack *track = lectern_programme_add_track (r->programme, name);
      session->track = (int) r->programme->tracks->len - 1;
      g_hash_table_insert (r->tracks, track->name, GSIZE_TO_POINTER ((gsize) session->track + 1));
    }
}

void
lectern_agenda_add_words (LecternProgrammeSession *session, const char *words)
{
  if (*words == '\0')
    return;
  char *all = session->description != NULL ? g_strjoin ("\n", session->description, words, NULL) : g_strdup (words);
  g_free (session->description);
  session->description = all;
}

/* ---- people ---- */

static void
add_person (LecternAgendaReader *r, LecternProgrammeSession *session, const char *name, const char *organisation,
            const char *role, gboolean open)
{
  int index = index_of (r->persons, name);
  if (index < 0)
    {
      LecternProgrammePerson *person = lectern_programme_add_person (r->programme, name);
      index = (int) r->programme->persons->len - 1;
      g_hash_table_insert (r->persons, person->name, GSIZE_TO_POINTER ((gsize) index + 1));
      person->organisation = organisation != NULL && *organisation != '\0' ? g_strdup (organisation) : NULL;
    }
  for (guint i = 0; i < session->people->len; i++)
    if (g_array_index (session->people, LecternProgrammeRole, i).person == (guint) index)
      return;
  LecternProgrammeRole entry = { (guint) index, g_strdup (role), g_strdup (open ? "to-be-confirmed" : NULL) };
  g_array_append_val (session->people, entry);
}

/* "Ada Berg (tbc), Region": without what stands in brackets. */
static char *
without_brackets (const char *text)
{
  GString *out = g_string_new (NULL);
  guint depth = 0;
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '(' || *c == '[')
      depth++;
    else if (*c == ')' || *c == ']')
      depth -= depth > 0;
    else if (depth == 0)
      g_string_append_c (out, *c);
  g_strstrip (out->str);
  return g_string_free (out, FALSE);
}

/* "Name", "Name, organisation" or "Name, Name, Name". FALSE: nobody is named. */
static gboolean
add_part (LecternAgendaReader *r, LecternProgrammeSession *session, const char *text, const char *role, gboolean dry)
{
  g_autofree char *plain = without_brackets (text);
  g_auto (GStrv) parts = g_strsplit (plain, ",", -1);
  gboolean open = lectern_agenda_is_open (text), all = TRUE;
  for (char **part = parts; *part != NULL; part++)
    all &= lectern_agenda_is_person (g_strstrip (*part));
  if (parts[0] == NULL || !lectern_agenda_is_person (parts[0]))
    return FALSE;
  if (dry)
    return TRUE;
  if (all)
    for (char **part = parts; *part != NULL; part++)
      add_person (r, session, *part, NULL, role, open);
  else
    {
      const char *comma = strchr (plain, ',');
      g_autofree char *organisation = comma != NULL ? g_strstrip (g_strdup (comma + 1)) : NULL;
      add_person (r, session, parts[0], organisation, role, open);
    }
  return TRUE;
}

static char **
split_people (const char *text)
{
  static const char *const joins[] = { " and ", " und ", " och ", " et ", " & ", "\n", " / " };
  g_autoptr (GString) joined = g_string_new (text);
  for (guint i = 0; i < G_N_ELEMENTS (joins); i++)
    g_string_replace (joined, joins[i], ";", 0);
  return g_strsplit (joined->str, ";", -1);
}

gboolean
lectern_agenda_add_people (LecternAgendaReader *r, LecternProgrammeSession *session, const char *text, const char *role)
{
  g_auto (GStrv) parts = split_people (text);
  guint n = 0;
  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0' && !add_part (r, session, *part, role, TRUE))
      return FALSE;
  for (char **part = parts; *part != NULL; part++)
    n += **part != '\0' && add_part (r, session, *part, role, FALSE);
  return n > 0;
}

/* ---- lines ---- */

static const char *
skip_bullet (const char *line)
{
  static const char *const bullets[] = { "•", "·", "▪", "‣", "– ", "- ", "* ", "o " };
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (line, bullets[i]))
      {
        line += strlen (bullets[i]);
        return line + strspn (line, " ");
      }
  return line;
}

/* "Chair: …", "Room: …". FALSE where the word before the colon is no such. */
static gboolean
add_labelled (LecternAgendaReader *r, LecternProgrammeSession *session, const char *line)
{
  const char *colon = strchr (line, ':');
  if (colon == NULL || colon - line > 30)
    return FALSE;
  g_autofree char *word = g_strndup (line, colon - line);
  g_autofree char *rest = g_strstrip (g_strdup (colon + 1));
  const char *role = lectern_agenda_role (word);
  if (role != NULL)
    return lectern_agenda_add_people (r, session, rest, g_str_equal (role, "speaker") ? NULL : role);
  if (lectern_agenda_column (word) != LECTERN_AGENDA_COLUMN_ROOM || *rest == '\0')
    return FALSE;
  lectern_agenda_add_room (r, session, rest);
  return TRUE;
}

void
lectern_agenda_add_line (LecternAgendaReader *r, LecternProgrammeSession *session, const char *line)
{
  const char *text = skip_bullet (line);
  if (*text == '\0')
    return;
  if (session->title == NULL)
    session->title = g_strdup (text);
  else if (!add_labelled (r, session, text)
           && (lectern_agenda_is_room (text) || !lectern_agenda_add_people (r, session, text, NULL)))
    lectern_agenda_add_words (session, text);
}

LecternProgrammeSession *
lectern_agenda_add_item (LecternAgendaReader *r, guint line, int start, int end, const char *text)
{
  if (r->day < 0)
    {
      lectern_programme_add_day (r->programme)->start_minute = 4 * 60;
      r->day = (int) r->programme->days->len - 1;
    }
  LecternProgrammeSession *before = r->last, *session = lectern_programme_add_session (r->programme);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  if (before != NULL && start >= 0 && start < 240 && before->start_minute >= 1080)
    {
      start += 1440;
      end += end >= 0 ? 1440 : 0;
    }
  session->where = g_strdup_printf (_ ("line %u"), line);
  session->day = r->day;
  session->start_minute = start;
  session->duration = start >= 0 && end > start ? end - start : -1;
  r->last = session;
  r->n_items++;
  for (char **part = lines; *part != NULL; part++)
    lectern_agenda_add_line (r, session, *part);
  if (before != NULL && start >= 0 && start < before->start_minute && before->day == session->day)
    lectern_agenda_doubt (r, line, _ ("“%s” begins before what stands above it; perhaps another day begins here."),
                          session->title != NULL ? session->title : "");
  return session;
}

/* ---- at the end ---- */

/* Where the last brackets of a title open, with what is in them; NULL: it does not end so. */
static const char *
last_brackets (const char *title, char **inner)
{
  gsize length = strlen (title);
  guint depth = 0;
  if (length < 3 || title[length - 1] != ')')
    return NULL;
  for (const char *c = title + length - 1; c > title; c--)
    if (*c == ')')
      depth++;
    else if (*c == '(' && --depth == 0)
      {
        *inner = g_strstrip (g_strndup (c + 1, length - 2 - (c - title)));
        return c;
      }
  return NULL;
}

static int
minutes_in (const char *text)
{
  char *end;
  gint64 minutes = g_ascii_strtoll (text, &end, 10);
  end += strspn (end, " ");
  return minutes > 0 && minutes <= 1440 && (g_str_has_prefix (end, "min") || *end == '\'' || g_str_has_prefix (end, "′"))
           ? (int) minutes
           : -1;
}

/* "Opening (Auditorium)": a room, where most titles end so or where rooms are called so. */
static void
take_brackets (LecternAgendaReader *r)
{
  guint n = 0;
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < r->programme->sessions->len; i++)
      {
        LecternProgrammeSession *session = g_ptr_array_index (r->programme->sessions, i);
        g_autofree char *inner = NULL;
        const char *at = session->title != NULL ? last_brackets (session->title, &inner) : NULL;
        int minutes = inner != NULL ? minutes_in (inner) : -1;
        if (at == NULL || session->rooms->len > 0)
          continue;
        if (minutes < 0 && !lectern_agenda_is_room (inner) && (pass == 0 || n * 2 < r->n_items))
          n += pass == 0 && !lectern_agenda_is_open (inner);
        else if (pass == 0)
          n += minutes < 0;
        else
          {
            if (minutes < 0)
              lectern_agenda_add_room (r, session, inner);
            else if (session->duration < 0)
              session->duration = minutes;
            g_autofree char *title = g_strchomp (g_strndup (session->title, at - session->title));
            if (*title != '\0')
              {
                g_free (session->title);
                session->title = g_steal_pointer (&title);
              }
          }
      }
}

static void
take_end (LecternAgendaReader *r, guint at)
{
  LecternProgrammeSession *session = g_ptr_array_index (r->programme->sessions, at);
  for (guint i = at + 1; i < r->programme->sessions->len; i++)
    {
      const LecternProgrammeSession *next = g_ptr_array_index (r->programme->sessions, i);
      if (next->day != session->day || next->start_minute <= session->start_minute)
        continue;
      if (next->start_minute - session->start_minute <= LONGEST_GAP)
        session->duration = next->start_minute - session->start_minute;
      return;
    }
}

void
lectern_agenda_finish_items (LecternAgendaReader *r)
{
  take_brackets (r);
  for (guint i = 0; i < r->programme->sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (r->programme->sessions, i);
      if (session->start_minute >= 0 && session->duration < 0)
        take_end (r, i);
      if (session->title == NULL)
        session->title = g_strdup (_ ("Untitled session"));
      if (session->type == NULL)
        session->type = g_strdup (lectern_agenda_type (session->title));
      if (session->state == NULL && lectern_agenda_is_open (session->title))
        session->state = g_strdup ("to-be-confirmed");
    }
}
