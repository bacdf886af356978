/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-paste.h"

#include "lectern-time.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  LecternReader *reader;
  const LecternAgenda *agenda;
  const LecternProgramme *programme;
  const char *language;
  LecternEdit *edit;
  gint64 shown_day;
  gint64 venue;     /* of new rooms; 0: not made yet */
  gint64 *days, *rooms, *tracks, *persons; /* ids by index of the programme; 0: not yet */
  guint n_new_days;
} Paste;

static gint64
create (Paste *p, LecternKind kind, guint owner_field, gint64 owner, guint name_field, const char *name)
{
  gint64 id = lectern_edit_create (p->edit, kind);
  const LecternField *language = lectern_kind_language_field (kind);
  if (owner_field != 0)
    lectern_edit_set_integer (p->edit, kind, id, owner_field, owner);
  if (language != NULL)
    lectern_edit_set_text (p->edit, kind, id, language->number, p->language);
  if (name != NULL)
    lectern_edit_set_text (p->edit, kind, id, name_field, name);
  return id;
}

static gboolean
is_same_name (const char *a, const char *b)
{
  g_autofree char *x = g_utf8_casefold (a, -1), *y = g_utf8_casefold (b, -1);
  return g_str_equal (x, y);
}

/* ---- days ---- */

/* The date of a further day: after the last one of the event. */
static char *
next_date (Paste *p)
{
  for (guint i = p->agenda->days->len; i > 0; i--)
    if (lectern_agenda_day (p->agenda, i - 1)->date != NULL)
      return lectern_date_add_days (lectern_agenda_day (p->agenda, i - 1)->date, (int) p->n_new_days + 1);
  return NULL;
}

static gint64
existing_day (Paste *p, const LecternProgrammeDay *day)
{
  for (guint i = 0; day->date != NULL && i < p->agenda->days->len; i++)
    if (g_strcmp0 (lectern_agenda_day (p->agenda, i)->date, day->date) == 0)
      return lectern_agenda_day (p->agenda, i)->id;
  if (day->date != NULL)
    return 0;
  if (p->programme->days->len == 1 && p->shown_day != 0)
    return p->shown_day;
  return day->number >= 1 && (guint) day->number <= p->agenda->days->len
             ? lectern_agenda_day (p->agenda, day->number - 1)->id
             : 0;
}

static gint64
day_of (Paste *p, int index)
{
  const LecternProgrammeDay *day = g_ptr_array_index (p->programme->days, index);
  if (p->days[index] == 0)
    p->days[index] = existing_day (p, day);
  if (p->days[index] == 0)
    {
      g_autofree char *date = day->date != NULL ? g_strdup (day->date) : next_date (p);
      gint64 id = create (p, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, p->agenda->event, LECTERN_DAY_TITLE, day->title);
      lectern_edit_set_text (p->edit, LECTERN_KIND_DAY, id, LECTERN_DAY_DATE, date);
      lectern_edit_set_integer (p->edit, LECTERN_KIND_DAY, id, LECTERN_DAY_DAY_START, 4 * 60);
      lectern_edit_set_integer (p->edit, LECTERN_KIND_DAY, id, LECTERN_DAY_NUMBER,
                                p->agenda->days->len + ++p->n_new_days);
      p->days[index] = id;
    }
  return p->days[index];
}

/* ---- rooms, tracks, people ---- */

static gint64
venue_of_rooms (Paste *p)
{
  g_autoptr (LecternRecord) event = lectern_reader_get (p->reader, LECTERN_KIND_EVENT, p->agenda->event);
  gsize n = 0;
  g_autofree gint64 *venues
      = event != NULL ? lectern_value_get_ids (lectern_record_value (event, LECTERN_EVENT_VENUES), &n) : NULL;
  if (p->venue == 0 && n > 0)
    p->venue = venues[0];
  if (p->venue == 0)
    {
      p->venue = create (p, LECTERN_KIND_VENUE, 0, 0, LECTERN_VENUE_NAME,
                         event != NULL ? lectern_record_name (event, NULL) : NULL);
      lectern_edit_set_integer (p->edit, LECTERN_KIND_VENUE, p->venue, LECTERN_VENUE_ADDRESS_MISSING, 1);
      lectern_edit_set (p->edit, LECTERN_KIND_EVENT, p->agenda->event, LECTERN_EVENT_VENUES, NULL,
                        lectern_value_ids (&p->venue, 1));
    }
  return p->venue;
}

static gint64
room_of (Paste *p, guint index)
{
  const char *name = ((LecternProgrammeRoom *) g_ptr_array_index (p->programme->rooms, index))->name;
  for (guint i = 0; p->rooms[index] == 0 && i < p->agenda->rooms->len; i++)
    if (is_same_name (lectern_agenda_room (p->agenda, i)->name, name))
      p->rooms[index] = lectern_agenda_room (p->agenda, i)->id;
  if (p->rooms[index] == 0)
    p->rooms[index] = create (p, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, venue_of_rooms (p), LECTERN_ROOM_NAME, name);
  return p->rooms[index];
}

static gint64
track_of (Paste *p, int index)
{
  const char *name = ((LecternProgrammeTrack *) g_ptr_array_index (p->programme->tracks, index))->name;
  for (guint i = 0; p->tracks[index] == 0 && i < p->agenda->tracks->len; i++)
    if (is_same_name (lectern_agenda_track (p->agenda, i)->name, name))
      p->tracks[index] = lectern_agenda_track (p->agenda, i)->id;
  if (p->tracks[index] == 0)
    p->tracks[index] = create (p, LECTERN_KIND_TRACK, LECTERN_TRACK_EVENT, p->agenda->event, LECTERN_TRACK_NAME, name);
  return p->tracks[index];
}

static gint64
named (Paste *p, LecternKind kind, guint name_field, const char *name)
{
  g_autoptr (GPtrArray) same = lectern_reader_find_text (p->reader, kind, name_field, name);
  return same->len > 0 ? ((LecternRecord *) same->pdata[0])->id : 0;
}

static gint64
person_of (Paste *p, guint index)
{
  const LecternProgrammePerson *person = g_ptr_array_index (p->programme->persons, index);
  if (p->persons[index] == 0)
    p->persons[index] = named (p, LECTERN_KIND_PERSON, LECTERN_PERSON_NAME, person->name);
  if (p->persons[index] == 0)
    {
      gint64 id = create (p, LECTERN_KIND_PERSON, 0, 0, LECTERN_PERSON_NAME, person->name);
      if (person->organisation != NULL)
        {
          gint64 whose = named (p, LECTERN_KIND_ORGANISATION, LECTERN_ORGANISATION_NAME, person->organisation);
          if (whose == 0)
            whose = create (p, LECTERN_KIND_ORGANISATION, 0, 0, LECTERN_ORGANISATION_NAME, person->organisation);
          lectern_edit_set_integer (p->edit, LECTERN_KIND_PERSON, id, LECTERN_PERSON_ORGANISATION, whose);
        }
      p->persons[index] = id;
    }
  return p->persons[index];
}

/* ---- sessions ---- */

static void
paste_people (Paste *p, const LecternProgrammeSession *session, gint64 id)
{
  for (guint i = 0; i < session->people->len; i++)
    {
      const LecternProgrammeRole *role = &g_array_index (session->people, LecternProgrammeRole, i);
      gint64 link = lectern_edit_link (p->edit, LECTERN_KIND_SESSION_ROLE, id, person_of (p, role->person),
                                       role->role != NULL ? role->role : "speaker");
      if (role->state != NULL)
        lectern_edit_set_text (p->edit, LECTERN_KIND_SESSION_ROLE, link, LECTERN_SESSION_ROLE_STATE, role->state);
    }
}

static gint64
paste_session (Paste *p, const LecternProgrammeSession *session)
{
  gint64 id = create (p, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, p->agenda->event, LECTERN_SESSION_TITLE,
                      session->title);
  const struct
  {
    guint field;
    const char *text;
  } texts[] = { { LECTERN_SESSION_DESCRIPTION, session->description },
                { LECTERN_SESSION_TYPE, session->type },
                { LECTERN_SESSION_STATE, session->state } };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i].text != NULL)
      lectern_edit_set_text (p->edit, LECTERN_KIND_SESSION, id, texts[i].field, texts[i].text);
  if (session->day >= 0)
    lectern_edit_set_integer (p->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DAY, day_of (p, session->day));
  if (session->start_minute >= 0)
    lectern_edit_set_integer (p->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_START, session->start_minute);
  if (session->duration >= 0)
    lectern_edit_set_integer (p->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_DURATION, session->duration);
  if (session->track >= 0)
    lectern_edit_set_integer (p->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_TRACK, track_of (p, session->track));
  g_autoptr (GArray) rooms = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < session->rooms->len; i++)
    {
      gint64 room = room_of (p, g_array_index (session->rooms, guint, i));
      g_array_append_val (rooms, room);
    }
  if (rooms->len > 0)
    lectern_edit_set (p->edit, LECTERN_KIND_SESSION, id, LECTERN_SESSION_ROOMS, NULL,
                      lectern_value_ids ((const gint64 *) (const void *) rooms->data, rooms->len));
  paste_people (p, session, id);
  return id;
}

LecternEdit *
lectern_agenda_paste (LecternReader *reader, const LecternAgenda *agenda, const LecternProgramme *programme,
                      const gboolean *used, const char *language, gint64 shown_day, gint64 *first)
{
  g_autofree gint64 *days = g_new0 (gint64, programme->days->len + 1);
  g_autofree gint64 *rooms = g_new0 (gint64, programme->rooms->len + 1);
  g_autofree gint64 *tracks = g_new0 (gint64, programme->tracks->len + 1);
  g_autofree gint64 *persons = g_new0 (gint64, programme->persons->len + 1);
  Paste p = { reader, agenda, programme, language, lectern_edit_new (NULL), shown_day, 0, days, rooms, tracks, persons, 0 };
  guint n = 0;
  *first = 0;
  for (guint i = 0; i < programme->sessions->len; i++)
    if (used == NULL || used[i])
      {
        gint64 id = paste_session (&p, g_ptr_array_index (programme->sessions, i));
        if (n++ == 0)
          *first = id;
      }
  /* TRANSLATORS: a step of the history */
  g_autofree char *label = g_strdup_printf (ngettext ("Paste an agenda of %u session", "Paste an agenda of %u sessions", n), n);
  lectern_edit_set_label (p.edit, label);
  return p.edit;
}
