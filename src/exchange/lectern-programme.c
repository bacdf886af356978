/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-programme.h"

static void
doubt_free (gpointer data)
{
  LecternDoubt *doubt = data;
  g_free (doubt->where);
  g_free (doubt->why);
  g_free (doubt);
}

void
lectern_programme_person_free (gpointer data)
{
  LecternProgrammePerson *person = data;
  if (person == NULL)
    return;
  g_free (person->guid);
  g_free (person->code);
  g_free (person->name);
  g_free (person->biography);
  g_free (person->url);
  g_free (person->avatar);
  g_free (person->email);
  g_free (person->organisation);
  g_free (person->title);
  g_free (person->job);
  g_free (person);
}

static void
role_clear (gpointer data)
{
  LecternProgrammeRole *role = data;
  g_free (role->role);
  g_free (role->state);
}

static void
link_free (gpointer data)
{
  LecternProgrammeLink *link = data;
  g_free (link->title);
  g_free (link->url);
  g_free (link->type);
  g_free (link->service);
  g_free (link);
}

static void
gone_free (gpointer data)
{
  LecternProgrammeGone *gone = data;
  g_free (gone->guid);
  g_free (gone->uid);
  g_free (gone->title);
  g_free (gone->date);
  g_free (gone->time_zone);
  g_free (gone);
}

static void
room_free (gpointer data)
{
  LecternProgrammeRoom *room = data;
  g_free (room->guid);
  g_free (room->name);
  g_free (room->description);
  g_free (room->type);
  g_free (room);
}

static void
track_free (gpointer data)
{
  LecternProgrammeTrack *track = data;
  g_free (track->name);
  g_free (track->colour);
  g_free (track->slug);
  g_free (track);
}

static void
day_free (gpointer data)
{
  LecternProgrammeDay *day = data;
  g_free (day->date);
  g_free (day->title);
  g_free (day->source_start);
  g_free (day->source_end);
  g_free (day->time_zone);
  g_free (day);
}

static void
session_free (gpointer data)
{
  LecternProgrammeSession *session = data;
  g_free (session->guid);
  g_free (session->code);
  g_free (session->uid);
  g_free (session->recurrence);
  g_free (session->repeats);
  g_free (session->slug);
  g_free (session->url);
  g_free (session->origin_url);
  g_free (session->feedback_url);
  g_free (session->video_url);
  g_free (session->logo);
  g_free (session->title);
  g_free (session->subtitle);
  g_free (session->abstract);
  g_free (session->description);
  g_free (session->language);
  g_strfreev (session->languages);
  g_array_unref (session->rooms);
  g_free (session->type);
  g_free (session->type_label);
  g_free (session->state);
  g_free (session->recording);
  g_free (session->licence);
  g_array_unref (session->people);
  g_ptr_array_unref (session->links);
  g_ptr_array_unref (session->attachments);
  g_free (session->extra);
  g_free (session->where);
  g_free (session);
}

/**
 * lectern_programme_new:
 *
 * Returns: (transfer full): an empty programme; its arrays are there, its texts NULL
 */
LecternProgramme *
lectern_programme_new (void)
{
  LecternProgramme *programme = g_new0 (LecternProgramme, 1);
  programme->days = g_ptr_array_new_with_free_func (day_free);
  programme->rooms = g_ptr_array_new_with_free_func (room_free);
  programme->tracks = g_ptr_array_new_with_free_func (track_free);
  programme->persons = g_ptr_array_new_with_free_func (lectern_programme_person_free);
  programme->sessions = g_ptr_array_new_with_free_func (session_free);
  programme->links = g_ptr_array_new_with_free_func (link_free);
  programme->gone = g_ptr_array_new_with_free_func (gone_free);
  programme->doubts = g_ptr_array_new_with_free_func (doubt_free);
  return programme;
}

void
lectern_programme_free (LecternProgramme *programme)
{
  if (programme == NULL)
    return;
  g_free (programme->format);
  g_free (programme->source);
  g_free (programme->guid);
  g_free (programme->acronym);
  g_free (programme->slug);
  g_free (programme->title);
  g_free (programme->subtitle);
  g_free (programme->summary);
  g_free (programme->venue);
  g_free (programme->city);
  g_free (programme->country);
  g_free (programme->start);
  g_free (programme->end);
  g_free (programme->time_zone);
  g_free (programme->language);
  g_strfreev (programme->languages);
  g_free (programme->version);
  g_free (programme->url);
  g_free (programme->base_url);
  g_free (programme->logo);
  g_free (programme->generator);
  g_free (programme->release_step);
  g_free (programme->state);
  g_ptr_array_unref (programme->days);
  g_ptr_array_unref (programme->rooms);
  g_ptr_array_unref (programme->tracks);
  g_ptr_array_unref (programme->persons);
  g_ptr_array_unref (programme->sessions);
  g_ptr_array_unref (programme->links);
  g_ptr_array_unref (programme->gone);
  g_ptr_array_unref (programme->doubts);
  g_free (programme->extra);
  lectern_details_free (programme->details);
  g_free (programme);
}

/* A new day at the end, numbered by its place; owned by @programme like all that follow. */
LecternProgrammeDay *
lectern_programme_add_day (LecternProgramme *programme)
{
  LecternProgrammeDay *day = g_new0 (LecternProgrammeDay, 1);
  g_ptr_array_add (programme->days, day);
  day->number = programme->days->len;
  day->begins = day->ends = -1;
  return day;
}

LecternProgrammeRoom *
lectern_programme_add_room (LecternProgramme *programme, const char *name)
{
  LecternProgrammeRoom *room = g_new0 (LecternProgrammeRoom, 1);
  g_ptr_array_add (programme->rooms, room);
  room->name = g_strdup (name);
  room->capacity = -1;
  return room;
}

LecternProgrammeTrack *
lectern_programme_add_track (LecternProgramme *programme, const char *name)
{
  LecternProgrammeTrack *track = g_new0 (LecternProgrammeTrack, 1);
  g_ptr_array_add (programme->tracks, track);
  track->name = g_strdup (name);
  return track;
}

LecternProgrammePerson *
lectern_programme_add_person (LecternProgramme *programme, const char *name)
{
  LecternProgrammePerson *person = g_new0 (LecternProgrammePerson, 1);
  g_ptr_array_add (programme->persons, person);
  person->name = g_strdup (name);
  return person;
}

/* A new session without a place: day, start, duration and track are -1. */
LecternProgrammeSession *
lectern_programme_add_session (LecternProgramme *programme)
{
  LecternProgrammeSession *session = g_new0 (LecternProgrammeSession, 1);
  g_ptr_array_add (programme->sessions, session);
  session->day = -1;
  session->start_minute = -1;
  session->duration = -1;
  session->track = -1;
  session->rooms = g_array_new (FALSE, FALSE, sizeof (guint));
  session->people = g_array_new (FALSE, FALSE, sizeof (LecternProgrammeRole));
  g_array_set_clear_func (session->people, role_clear);
  session->links = g_ptr_array_new_with_free_func (link_free);
  session->attachments = g_ptr_array_new_with_free_func (link_free);
  return session;
}

LecternProgrammeGone *
lectern_programme_add_gone (LecternProgramme *programme)
{
  LecternProgrammeGone *gone = g_new0 (LecternProgrammeGone, 1);
  g_ptr_array_add (programme->gone, gone);
  gone->start_minute = -1;
  gone->duration = -1;
  return gone;
}

/* To be added to an array of links or attachments, which then owns it. */
LecternProgrammeLink *
lectern_programme_link_new (const char *title, const char *url)
{
  LecternProgrammeLink *link = g_new0 (LecternProgrammeLink, 1);
  link->title = g_strdup (title);
  link->url = g_strdup (url);
  return link;
}

/**
 * lectern_programme_doubt:
 * @where: its place in the file: "line 120"
 * @why: printf format of one sentence in the person's language
 *
 * Notes something that was read otherwise than it stands in the file.
 */
void
lectern_programme_doubt (LecternProgramme *programme, const char *where, const char *why, ...)
{
  LecternDoubt *doubt = g_new0 (LecternDoubt, 1);
  va_list args;
  va_start (args, why);
  doubt->where = g_strdup (where);
  doubt->why = g_strdup_vprintf (why, args);
  va_end (args);
  g_ptr_array_add (programme->doubts, doubt);
}
