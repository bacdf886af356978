/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-cli-event.h"

#include <glib/gi18n-lib.h>

struct _LecternCliFilter
{
  LecternReader *reader;
  gint64 event;
  GHashTable *members; /* by kind: GHashTable of ids, made when first asked for */
};

gint64
lectern_cli_event (LecternCli *cli, const char *slug)
{
  if (slug != NULL)
    {
      gint64 event = lectern_reader_event_by_slug (cli->reader, slug);
      gint64 id = lectern_cli_id (slug);
      if (event == 0 && id != 0)
        {
          g_autoptr (LecternRecord) record
              = lectern_reader_get (cli->reader, LECTERN_KIND_EVENT, id);
          event = record != NULL && record->alive ? id : 0;
        }
      if (event == 0)
        lectern_cli_fail (_("There is no event “%s”."), slug);
      return event;
    }
  g_autoptr (GPtrArray) events = lectern_reader_all (cli->reader, LECTERN_KIND_EVENT);
  if (events->len == 1)
    return ((const LecternRecord *) events->pdata[0])->id;
  if (events->len == 0)
    {
      lectern_cli_fail (_("There is no event yet."));
      return 0;
    }
  g_autoptr (GString) slugs = g_string_new (NULL);
  for (guint i = 0; i < events->len; i++)
    {
      const char *name = lectern_record_text (events->pdata[i], LECTERN_EVENT_SLUG);
      if (name != NULL)
        g_string_append_printf (slugs, "%s%s", slugs->len > 0 ? ", " : "", name);
    }
  lectern_cli_fail (_("There are several events; name one with --event: %s."), slugs->str);
  return 0;
}

LecternCliFilter *
lectern_cli_filter_new (LecternReader *reader, gint64 event)
{
  LecternCliFilter *filter = g_new0 (LecternCliFilter, 1);
  filter->reader = reader;
  filter->event = event;
  filter->members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  return filter;
}

void
lectern_cli_filter_free (LecternCliFilter *filter)
{
  g_hash_table_unref (filter->members);
  g_free (filter);
}

static void
add (GHashTable *ids, gint64 id)
{
  if (id != 0)
    g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
}

static void
add_all (GHashTable *ids, const LecternRecord *record, guint field)
{
  gsize n;
  g_autofree gint64 *values = lectern_value_get_ids (lectern_record_value (record, field), &n);
  for (gsize i = 0; i < n; i++)
    add (ids, values[i]);
}

static gboolean contains (LecternCliFilter *filter, LecternKind kind, gint64 id);

/* People of an event: who is registered and who has a role in one of its sessions. */
static void
collect_people (LecternCliFilter *filter, GHashTable *ids)
{
  g_autoptr (GPtrArray) registrations = lectern_reader_find (
      filter->reader, LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_EVENT, filter->event);
  for (guint i = 0; i < registrations->len; i++)
    add (ids, lectern_record_integer (registrations->pdata[i], LECTERN_REGISTRATION_PERSON));
  g_autoptr (GPtrArray) roles = lectern_reader_all (filter->reader, LECTERN_KIND_SESSION_ROLE);
  for (guint i = 0; i < roles->len; i++)
    if (contains (filter, LECTERN_KIND_SESSION,
                  lectern_record_integer (roles->pdata[i], LECTERN_SESSION_ROLE_SESSION)))
      add (ids, lectern_record_integer (roles->pdata[i], LECTERN_SESSION_ROLE_PERSON));
}

static void
collect_venues (LecternCliFilter *filter, GHashTable *ids)
{
  g_autoptr (LecternRecord) event
      = lectern_reader_get (filter->reader, LECTERN_KIND_EVENT, filter->event);
  g_autoptr (GPtrArray) days
      = lectern_reader_find (filter->reader, LECTERN_KIND_DAY, LECTERN_DAY_EVENT, filter->event);
  if (event != NULL)
    add_all (ids, event, LECTERN_EVENT_VENUES);
  for (guint i = 0; i < days->len; i++)
    add (ids, lectern_record_integer (days->pdata[i], LECTERN_DAY_VENUE));
}

/* The ids of @kind that belong to the event. */
static GHashTable *
collect (LecternCliFilter *filter, LecternKind kind)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const LecternField *event = lectern_field_by_name (kind, "event");
  if (kind == LECTERN_KIND_EVENT)
    add (ids, filter->event);
  else if (kind == LECTERN_KIND_PERSON)
    collect_people (filter, ids);
  else if (kind == LECTERN_KIND_VENUE)
    collect_venues (filter, ids);
  else if (kind == LECTERN_KIND_ROOM)
    {
      g_autoptr (GPtrArray) rooms = lectern_reader_all (filter->reader, kind);
      for (guint i = 0; i < rooms->len; i++)
        if (contains (filter, LECTERN_KIND_VENUE,
                      lectern_record_integer (rooms->pdata[i], LECTERN_ROOM_VENUE)))
          add (ids, ((const LecternRecord *) rooms->pdata[i])->id);
    }
  else if (event != NULL)
    {
      g_autoptr (GPtrArray) found
          = lectern_reader_find (filter->reader, kind, event->number, filter->event);
      for (guint i = 0; i < found->len; i++)
        add (ids, ((const LecternRecord *) found->pdata[i])->id);
    }
  return ids;
}

static gboolean
contains (LecternCliFilter *filter, LecternKind kind, gint64 id)
{
  GHashTable *ids = g_hash_table_lookup (filter->members, GINT_TO_POINTER (kind));
  if (ids == NULL)
    {
      ids = collect (filter, kind);
      g_hash_table_insert (filter->members, GINT_TO_POINTER (kind), ids);
    }
  return g_hash_table_contains (ids, &id);
}

/* The field by which a kind without an event of its own hangs on one that has it; 0 none. */
static guint
field_of_holder (LecternKind kind, LecternKind *holder)
{
  switch (kind)
    {
    case LECTERN_KIND_SESSION_ROLE:
      *holder = LECTERN_KIND_SESSION;
      return LECTERN_SESSION_ROLE_SESSION;
    case LECTERN_KIND_CHECK_IN:
      *holder = LECTERN_KIND_REGISTRATION;
      return LECTERN_CHECK_IN_REGISTRATION;
    default:
      return 0;
    }
}

gboolean
lectern_cli_filter_knows (LecternKind kind)
{
  LecternKind holder;
  return kind == LECTERN_KIND_EVENT || kind == LECTERN_KIND_PERSON || kind == LECTERN_KIND_VENUE
         || kind == LECTERN_KIND_ROOM || lectern_field_by_name (kind, "event") != NULL
         || lectern_field_by_name (kind, "owner") != NULL || field_of_holder (kind, &holder) != 0;
}

gboolean
lectern_cli_filter_matches (LecternCliFilter *filter, const LecternRecord *record)
{
  LecternKind holder;
  guint by = field_of_holder (record->kind, &holder);
  const LecternField *owner = lectern_field_by_name (record->kind, "owner");
  if (by != 0)
    return contains (filter, holder, lectern_record_integer (record, by));
  if (owner != NULL && lectern_field_by_name (record->kind, "event") == NULL)
    {
      const LecternKindInfo *info
          = lectern_kind_by_name (lectern_record_text (record, owner->number - 1));
      return info != NULL && lectern_cli_filter_knows (info->kind)
             && contains (filter, info->kind, lectern_record_integer (record, owner->number));
    }
  return contains (filter, record->kind, record->id);
}
