/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What depends on when and where an event is, after that has changed.
 */
#include "lectern-event-reschedule.h"

#include "lectern-outdated.h"
#include "lectern-release-state.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _LecternRescheduleBefore
{
  LecternReleaseState *state;
};

LecternRescheduleBefore *
lectern_reschedule_before (LecternReader *reader, gint64 event)
{
  LecternRescheduleBefore *before = g_new0 (LecternRescheduleBefore, 1);
  before->state = lectern_release_state (reader, event, NULL);
  return before;
}

void
lectern_reschedule_before_free (LecternRescheduleBefore *before)
{
  lectern_release_state_free (before->state);
  g_free (before);
}

typedef struct
{
  LecternReader *reader;
  gint64 event;
  const LecternReleaseState *before;
  LecternReleaseState *now;
  GPtrArray *items;
} List;

static void
item_free (gpointer data)
{
  LecternCheckItem *item = data;
  g_free (item->language);
  g_free (item->why);
  g_free (item);
}

/* Takes @why. */
static LecternCheckItem *
add (List *list, const char *what, LecternKind kind, gint64 id, guint field, char *why)
{
  LecternCheckItem *item = g_new0 (LecternCheckItem, 1);
  item->what = what;
  item->kind = kind;
  item->id = id;
  item->field = field;
  item->why = why;
  g_ptr_array_add (list->items, item);
  return item;
}

static const char *
event_text (const LecternReleaseState *state, guint field)
{
  return state->event ? lectern_record_text (state->event, field) : NULL;
}

static const char *
last_date (const LecternReleaseState *state)
{
  return state->days->len > 0 ? lectern_record_text (state->days->pdata[state->days->len - 1], LECTERN_DAY_DATE) : NULL;
}

static char *
span_of (const LecternReleaseState *state)
{
  if (state->days->len == 0)
    return g_strdup (_ ("no date"));
  return lectern_date_format_span (lectern_record_text (state->days->pdata[0], LECTERN_DAY_DATE), last_date (state));
}

static void
check_dates (List *list)
{
  g_autofree char *was = span_of (list->before);
  g_autofree char *is = span_of (list->now);
  if (g_strcmp0 (event_text (list->now, LECTERN_EVENT_STATE), "postponed") == 0)
    add (list, "dates", LECTERN_KIND_EVENT, list->event, 0,
         g_strdup_printf (_ ("The new date is not known yet; it was %s."), was));
  else if (!g_str_equal (was, is))
    /* TRANSLATORS: dates: the new ones, and the old ones */
    add (list, "dates", LECTERN_KIND_EVENT, list->event, 0, g_strdup_printf (_ ("%s instead of %s."), is, was));
}

static void
check_places (List *list)
{
  gboolean online = g_strcmp0 (event_text (list->now, LECTERN_EVENT_STATE), "online") == 0;
  for (guint i = 0; i < list->before->venues->len; i++)
    {
      const LecternRecord *venue = list->before->venues->pdata[i];
      const char *name = lectern_record_name (venue, NULL);
      if (lectern_release_state_find (list->now->venues, venue->id) == NULL)
        add (list, "venue", venue->kind, venue->id, 0, g_strdup_printf (_ ("Cancel the booking of “%s”."), name));
      else
        add (list, "venue", venue->kind, venue->id, 0,
             g_strdup_printf (_ ("Ask whether “%s” is free on the new dates."), name));
    }
  for (guint i = 0; i < list->now->venues->len; i++)
    {
      const LecternRecord *venue = list->now->venues->pdata[i];
      if (lectern_record_integer (venue, LECTERN_VENUE_ADDRESS_MISSING) != 0)
        add (list, "venue", venue->kind, venue->id, LECTERN_VENUE_STREET,
             g_strdup_printf (_ ("“%s” has no address and no rooms yet."), lectern_record_name (venue, NULL)));
    }
  if (online && event_text (list->now, LECTERN_EVENT_ONLINE_URL) == NULL)
    add (list, "online", LECTERN_KIND_EVENT, list->event, LECTERN_EVENT_ONLINE_URL,
         g_strdup (_ ("The event is online and has no address there yet.")));
}

/* The hours that its day has, where the session lies outside them; NULL: it does not. */
static char *
hours_left (List *list, const LecternRecord *session)
{
  const LecternRecord *day
      = lectern_release_state_find (list->now->days, lectern_record_integer (session, LECTERN_SESSION_DAY));
  gint64 start = lectern_record_integer (session, LECTERN_SESSION_START);
  gint64 end = start + lectern_record_integer (session, LECTERN_SESSION_DURATION);
  if (day == NULL || lectern_record_is_empty (day, LECTERN_DAY_BEGINS) || lectern_record_is_empty (day, LECTERN_DAY_ENDS)
      || lectern_record_is_empty (session, LECTERN_SESSION_START))
    return NULL;
  gint64 begins = lectern_record_integer (day, LECTERN_DAY_BEGINS), ends = lectern_record_integer (day, LECTERN_DAY_ENDS);
  return start < begins || end > ends ? lectern_time_format_range (begins, ends) : NULL;
}

static void
check_sessions (List *list)
{
  g_autoptr (GPtrArray) now
      = lectern_reader_find (list->reader, LECTERN_KIND_SESSION, LECTERN_SESSION_EVENT, list->event);
  for (guint i = 0; i < now->len; i++)
    {
      const LecternRecord *is = now->pdata[i];
      const LecternRecord *was = lectern_release_state_find (list->before->sessions, is->id);
      const char *name = lectern_record_name (is, NULL);
      g_autofree char *hours = was ? hours_left (list, is) : NULL;
      if (was == NULL)
        continue;
      if (hours)
        /* TRANSLATORS: a session; hours like 10:00–12:00 */
        add (list, "session", is->kind, is->id, LECTERN_SESSION_START,
             g_strdup_printf (_ ("“%s” lies outside the hours of the day, %s."), name, hours));
      if (lectern_record_is_empty (is, LECTERN_SESSION_DAY) && !lectern_record_is_empty (was, LECTERN_SESSION_DAY))
        add (list, "session", is->kind, is->id, LECTERN_SESSION_DAY,
             g_strdup_printf (_ ("“%s” has no place in the agenda any more."), name));
      else if (lectern_record_is_empty (is, LECTERN_SESSION_ROOMS)
               && !lectern_record_is_empty (was, LECTERN_SESSION_ROOMS)
               && g_strcmp0 (event_text (list->now, LECTERN_EVENT_STATE), "online") != 0)
        add (list, "session", is->kind, is->id, LECTERN_SESSION_ROOMS,
             g_strdup_printf (_ ("“%s” needs a room at its new place."), name));
    }
}

static void
check_texts (List *list)
{
  g_autoptr (LecternOutdatedTerms) terms = lectern_outdated_terms (list->reader, list->event);
  gboolean later = g_strcmp0 (event_text (list->now, LECTERN_EVENT_STATE), "postponed") == 0;
  lectern_outdated_terms_add_old (terms, list->before);
  if (later)
    g_ptr_array_set_size (terms->dates, 0);
  g_autoptr (GPtrArray) found = lectern_outdated_find (list->reader, list->event, terms);
  for (guint i = 0; i < found->len; i++)
    {
      const LecternOutdated *text = found->pdata[i];
      g_autofree char *where = lectern_outdated_where (list->reader, text);
      g_autofree char *what = lectern_outdated_what (text);
      /* TRANSLATORS: where a text stands, and what is wrong with it */
      add (list, "text", text->kind, text->id, text->field, g_strdup_printf (_ ("%s: %s."), where, what))->language
          = g_strdup (text->language);
    }
}

static void
check_people (List *list)
{
  g_autoptr (GPtrArray) sent
      = lectern_reader_find (list->reader, LECTERN_KIND_INVITATION, LECTERN_INVITATION_EVENT, list->event);
  g_autoptr (GPtrArray) told
      = lectern_reader_find (list->reader, LECTERN_KIND_TOLD, LECTERN_TOLD_EVENT, list->event);
  guint registered = lectern_reader_count (list->reader, LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_EVENT,
                                           list->event);
  guint n = sent->len + told->len;
  if (n > 0)
    add (list, "invitation", LECTERN_KIND_EVENT, list->event, 0,
         g_strdup_printf (ngettext ("%u notice or invitation with the old state was sent.",
                                    "%u notices and invitations with the old state were sent.", n),
                          n));
  if (registered > 0)
    add (list, "registration", LECTERN_KIND_EVENT, list->event, 0,
         g_strdup_printf (ngettext ("%u person is registered and has to be asked again.",
                                    "%u people are registered and have to be asked again.", registered),
                          registered));
  g_autoptr (GPtrArray) times
      = lectern_reader_find (list->reader, LECTERN_KIND_AVAILABILITY, LECTERN_AVAILABILITY_EVENT, list->event);
  if (times->len > 0)
    add (list, "availability", LECTERN_KIND_EVENT, list->event, 0,
         g_strdup_printf (ngettext ("%u time of a person or a room was given for the old dates.",
                                    "%u times of people and rooms were given for the old dates.", times->len),
                          times->len));
}

static void
check_registration (List *list)
{
  const char *closes = event_text (list->now, LECTERN_EVENT_REGISTRATION_CLOSES);
  const char *last = last_date (list->now);
  if (event_text (list->now, LECTERN_EVENT_REGISTRATION_URL) != NULL)
    add (list, "registration", LECTERN_KIND_EVENT, list->event, LECTERN_EVENT_REGISTRATION_URL,
         g_strdup (_ ("The page for registering has to say the new dates and place.")));
  if (closes != NULL && last != NULL && (strcmp (closes, last) > 0 || lectern_date_days_between (closes, last) > 60))
    {
      g_autofree char *date = lectern_date_format (closes);
      add (list, "registration", LECTERN_KIND_EVENT, list->event, LECTERN_EVENT_REGISTRATION_CLOSES,
           g_strdup_printf (_ ("Registration closes on %s: look whether that is still right."), date));
    }
}

/* In its own words, else by what it is. */
static const char *
promise_name (const LecternRecord *promise)
{
  const char *name = lectern_record_name (promise, NULL);
  const char *what = lectern_record_text (promise, LECTERN_TO_COME_WHAT);
  if (*name != '\0' || what == NULL)
    return name;
  return lectern_field_choice_label (lectern_field (LECTERN_KIND_TO_COME, LECTERN_TO_COME_WHAT), what);
}

static void
check_promises (List *list)
{
  for (guint i = 0; i < list->now->to_come->len; i++)
    {
      const LecternRecord *promise = list->now->to_come->pdata[i];
      if (lectern_record_is_empty (promise, LECTERN_TO_COME_DONE)
          && !lectern_record_is_empty (promise, LECTERN_TO_COME_DUE))
        add (list, "promise", promise->kind, promise->id, LECTERN_TO_COME_DUE,
             g_strdup_printf (_ ("“%s” was promised by a date before."), promise_name (promise)));
    }
}

static void
check_published (List *list)
{
  if (lectern_reader_count (list->reader, LECTERN_KIND_PUBLICATION, LECTERN_PUBLICATION_EVENT, list->event) > 0)
    add (list, "published", LECTERN_KIND_EVENT, list->event, 0,
         g_strdup (_ ("The website still has the old state: release and publish the event.")));
}

GPtrArray *
lectern_reschedule_checklist (LecternReader *reader, gint64 event, const LecternRescheduleBefore *before)
{
  lectern_reader_begin (reader);
  g_autoptr (LecternReleaseState) now = lectern_release_state (reader, event, NULL);
  List list = { reader, event, before->state, now, g_ptr_array_new_with_free_func (item_free) };
  check_dates (&list);
  check_places (&list);
  check_sessions (&list);
  check_texts (&list);
  check_registration (&list);
  check_people (&list);
  check_promises (&list);
  check_published (&list);
  lectern_reader_end (reader);
  return list.items;
}
