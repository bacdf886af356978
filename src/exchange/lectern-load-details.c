/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parts around the programme: venues and rooms, what is still to come, host and funding.
 */
#include "lectern-load.h"
#include "lectern-programme-nodes.h"
#include "lectern-release.h"

/* Ids without doubles, in the order in which they first come. */
static void
add_id (GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return;
  if (id != 0)
    g_array_append_val (ids, id);
}

static GArray *
venues_of_event (LecternLoad *load)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gsize n = 0;
  g_autofree gint64 *venues = lectern_load_ids (load, load->event, LECTERN_EVENT_VENUES, &n);
  for (gsize i = 0; i < n; i++)
    add_id (ids, venues[i]);
  for (guint i = 0; i < load->programme->days->len; i++)
    add_id (ids, ((LecternProgrammeDay *) g_ptr_array_index (load->programme->days, i))->venue);
  return ids;
}

static double
real_of (const LecternRecord *record, guint field)
{
  const LecternValue *value = lectern_record_value (record, field);
  return value->type == LECTERN_VALUE_REAL ? value->real
                                           : (double)lectern_value_get_integer (value);
}

static void
load_venue (LecternLoad *load, const LecternRecord *record)
{
  LecternDetailsVenue *venue = lectern_details_add_venue (load->details);
  venue->record = record->id;
  venue->name = lectern_load_text (load, record, LECTERN_VENUE_NAME);
  venue->street = lectern_load_text (load, record, LECTERN_VENUE_STREET);
  venue->postcode = lectern_load_text (load, record, LECTERN_VENUE_POSTCODE);
  venue->city = lectern_load_text (load, record, LECTERN_VENUE_CITY);
  venue->country = lectern_load_text (load, record, LECTERN_VENUE_COUNTRY);
  venue->access = lectern_load_text (load, record, LECTERN_VENUE_ACCESS);
  venue->accessibility = lectern_load_text (load, record, LECTERN_VENUE_ACCESSIBILITY);
  venue->website = lectern_load_text (load, record, LECTERN_VENUE_WEBSITE);
  venue->hall_plan = lectern_load_text (load, record, LECTERN_VENUE_HALL_PLAN);
  venue->time_zone = lectern_load_text (load, record, LECTERN_VENUE_TIME_ZONE);
  venue->has_position = lectern_load_may_see (load, LECTERN_KIND_VENUE, LECTERN_VENUE_LATITUDE)
                        && !lectern_record_is_empty (record, LECTERN_VENUE_LATITUDE)
                        && !lectern_record_is_empty (record, LECTERN_VENUE_LONGITUDE);
  if (venue->has_position)
    {
      venue->latitude = real_of (record, LECTERN_VENUE_LATITUDE);
      venue->longitude = real_of (record, LECTERN_VENUE_LONGITUDE);
    }
}

static void
load_venues (LecternLoad *load)
{
  g_autoptr (GArray) ids = venues_of_event (load);
  g_autoptr (GPtrArray) records
      = lectern_reader_find_among (load->reader, LECTERN_KIND_VENUE, 0, ids);
  g_autoptr (GHashTable) newest
      = lectern_history_newest_among (load->reader, LECTERN_KIND_VENUE, 0, ids);
  LecternProgramme *p = load->programme;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      lectern_newest_raise (&load->shared, newest, id);
      for (guint j = 0; j < records->len; j++)
        if (((LecternRecord *) g_ptr_array_index (records, j))->id == id)
          load_venue (load, g_ptr_array_index (records, j));
    }
  if (load->details->venues->len > 0)
    {
      const LecternDetailsVenue *first = g_ptr_array_index (load->details->venues, 0);
      p->venue = g_strdup (first->name);
      p->city = g_strdup (first->city);
      p->country = g_strdup (first->country);
      if (p->time_zone == NULL)
        p->time_zone = g_strdup (first->time_zone);
    }
}

static void
load_zones_of_days (LecternLoad *load)
{
  for (guint i = 0; i < load->programme->days->len; i++)
    {
      LecternProgrammeDay *day = g_ptr_array_index (load->programme->days, i);
      const LecternDetailsVenue *venue = lectern_details_venue (load->details, day->venue);
      if (venue && venue->time_zone
          && g_strcmp0 (venue->time_zone, load->programme->time_zone) != 0)
        day->time_zone = g_strdup (venue->time_zone);
    }
}

static void
load_to_come (LecternLoad *load)
{
  g_autoptr (GPtrArray) records = lectern_reader_find (load->reader, LECTERN_KIND_TO_COME,
                                                       LECTERN_TO_COME_EVENT, load->event->id);
  for (guint i = 0; i < records->len; i++)
    {
      const LecternRecord *record = g_ptr_array_index (records, i);
      if (!lectern_record_is_empty (record, LECTERN_TO_COME_DONE))
        continue;
      g_autofree char *what = lectern_load_text (load, record, LECTERN_TO_COME_WHAT);
      LecternDetailsToCome *item
          = lectern_details_add_to_come (load->details, what ? what : "other");
      item->text = lectern_load_text (load, record, LECTERN_TO_COME_TEXT);
      item->due = lectern_load_text (load, record, LECTERN_TO_COME_DUE);
    }
}

static void
load_host (LecternLoad *load)
{
  gint64 id = lectern_load_integer (load, load->event, LECTERN_EVENT_HOST);
  g_autoptr (LecternRecord) host
      = id ? lectern_reader_get (load->reader, LECTERN_KIND_ORGANISATION, id) : NULL;
  if (host == NULL || !host->alive)
    return;
  load->details->host = lectern_load_text (load, host, LECTERN_ORGANISATION_NAME);
  load->details->host_url = lectern_load_text (load, host, LECTERN_ORGANISATION_WEBSITE);
}

static void
take_if_missing (LecternLoad *load, char **to, const LecternRecord *node, guint field)
{
  if (*to == NULL)
    *to = lectern_load_text (load, node, field);
}

/* The nearest part of the programme that says it, upwards: a pilot may leave the funding
   statement to its initiative. */
static void
load_programme_node (LecternLoad *load)
{
  LecternDetails *d = load->details;
  g_autoptr (GPtrArray) nodes = lectern_programme_nodes (load->reader, load->event);
  for (guint i = 0; i < nodes->len; i++)
    {
      const LecternRecord *node = nodes->pdata[i];
      take_if_missing (load, &d->programme_name, node, LECTERN_PROGRAMME_NODE_NAME);
      take_if_missing (load, &d->programme_url, node, LECTERN_PROGRAMME_NODE_WEBSITE);
      take_if_missing (load, &d->funding_statement, node, LECTERN_PROGRAMME_NODE_FUNDING_STATEMENT);
      take_if_missing (load, &d->disclaimer, node, LECTERN_PROGRAMME_NODE_DISCLAIMER);
    }
}

/* What changed is news to who knew something before: not at the first release. */
static void
load_change_note (LecternLoad *load)
{
  g_autoptr (GPtrArray) made = lectern_release_made (load->reader, load->event->id);
  if (made->len > 1)
    load->details->change_note = lectern_load_text (load, made->pdata[made->len - 1], LECTERN_RELEASE_NOTE);
}

void
lectern_load_details (LecternLoad *load)
{
  const LecternRecord *event = load->event;
  LecternDetails *d = load->details;
  d->workspace = g_strdup (lectern_reader_workspace_uuid (load->reader));
  d->series = lectern_load_text (load, event, LECTERN_EVENT_SERIES);
  d->ordinal = lectern_load_integer (load, event, LECTERN_EVENT_ORDINAL);
  d->roles = lectern_load_texts (load, event, LECTERN_EVENT_ROLES);
  d->online_url = lectern_load_text (load, event, LECTERN_EVENT_ONLINE_URL);
  d->registration_url = lectern_load_text (load, event, LECTERN_EVENT_REGISTRATION_URL);
  d->registration_opens = lectern_load_text (load, event, LECTERN_EVENT_REGISTRATION_OPENS);
  d->registration_closes = lectern_load_text (load, event, LECTERN_EVENT_REGISTRATION_CLOSES);
  d->capacity = lectern_load_integer (load, event, LECTERN_EVENT_CAPACITY);
  d->previous_start = lectern_load_text (load, event, LECTERN_EVENT_PREVIOUS_START);
  load_venues (load);
  load_zones_of_days (load);
  load_to_come (load);
  load_host (load);
  load_programme_node (load);
  load_change_note (load);
  lectern_load_look (load);
}

static gint64
capacity_of (LecternLoad *load, const LecternRecord *record)
{
  static const guint fields[] = { LECTERN_ROOM_CAPACITY_THEATRE, LECTERN_ROOM_CAPACITY_CLASSROOM,
                                  LECTERN_ROOM_CAPACITY_STANDING, LECTERN_ROOM_CAPACITY_BOARDROOM };
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!lectern_record_is_empty (record, fields[i])
        && lectern_load_may_see (load, LECTERN_KIND_ROOM, fields[i]))
      return lectern_record_integer (record, fields[i]);
  return -1;
}

static void
load_room (LecternLoad *load, const LecternRecord *record)
{
  guint index;
  if (lectern_load_index (load->rooms, record->id, &index))
    return;
  g_autofree char *name = lectern_load_text (load, record, LECTERN_ROOM_NAME);
  lectern_load_remember (load->rooms, record->id, load->programme->rooms->len);
  LecternProgrammeRoom *room = lectern_programme_add_room (load->programme, name ? name : "");
  lectern_load_pass_language (load, name, room->name);
  lectern_load_forget_language (load, name);
  room->record = record->id;
  room->guid = lectern_load_text (load, record, LECTERN_ROOM_GUID);
  room->description = lectern_load_text (load, record, LECTERN_ROOM_DESCRIPTION);
  room->type = lectern_load_text (load, record, LECTERN_ROOM_TYPE);
  room->capacity = capacity_of (load, record);
  room->venue = lectern_load_integer (load, record, LECTERN_ROOM_VENUE);
}

/* The rooms of the event's venues in their order, then others that sessions are in. */
void
lectern_load_rooms (LecternLoad *load, GArray *of_sessions)
{
  g_autoptr (GArray) venues = venues_of_event (load);
  g_autoptr (GPtrArray) of_venues
      = lectern_reader_find_among (load->reader, LECTERN_KIND_ROOM, LECTERN_ROOM_VENUE, venues);
  g_autoptr (GPtrArray) others
      = lectern_reader_find_among (load->reader, LECTERN_KIND_ROOM, 0, of_sessions);
  for (guint v = 0; v < venues->len; v++)
    for (guint i = 0; i < of_venues->len; i++)
      {
        const LecternRecord *record = g_ptr_array_index (of_venues, i);
        if (lectern_record_integer (record, LECTERN_ROOM_VENUE)
            == g_array_index (venues, gint64, v))
          load_room (load, record);
      }
  for (guint i = 0; i < others->len; i++)
    load_room (load, g_ptr_array_index (others, i));
}
