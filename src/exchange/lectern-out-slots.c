/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The entries of a schedule file: every placed session once per room, each with
 * an identity that the file uses once.
 */
#include "lectern-out.h"

#include "lectern-identity.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
slot_free (gpointer data)
{
  LecternOutSlot *slot = data;
  g_free (slot->guid);
  g_free (slot->date);
  g_free (slot->time);
  g_free (slot);
}

char *
lectern_out_copy_guid (const char *guid, guint place)
{
  g_autofree char *name = g_strdup_printf ("room %u", place + 1);
  return lectern_uuid5 (guid, name);
}

static int
by_day_room_time (gconstpointer a, gconstpointer b)
{
  const LecternOutSlot *one = *(LecternOutSlot *const *) a;
  const LecternOutSlot *two = *(LecternOutSlot *const *) b;
  if (one->day_index != two->day_index)
    return one->day_index < two->day_index ? -1 : 1;
  if (one->room_index != two->room_index)
    return one->room_index < two->room_index ? -1 : 1;
  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return g_strcmp0 (one->guid, two->guid);
}

/* Again, after rooms were changed. */
void
lectern_out_sort_slots (GPtrArray *slots)
{
  g_ptr_array_sort (slots, by_day_room_time);
}

/* Why a session cannot stand in a file of placed sessions; NULL: it can. */
static const char *
why_not (const LecternProgramme *programme, const LecternProgrammeSession *session, gint64 *start)
{
  if (g_strcmp0 (session->state, "cancelled") == 0)
    return _("left out: it is cancelled, which this format cannot say");
  if (lectern_out_day (programme, session) == NULL || session->start_minute < 0)
    return _("left out: it has no day and time yet");
  if (!lectern_out_start (programme, session, start))
    return _("left out: its day has no date");
  return NULL;
}

static LecternOutSlot *
slot_new (const LecternProgramme *programme,
          const LecternProgrammeSession *session,
          guint copy,
          gint64 start)
{
  LecternOutSlot *slot = g_new0 (LecternOutSlot, 1);
  slot->session = session;
  slot->copy = copy;
  slot->start = start;
  slot->day_index = session->day;
  slot->day = lectern_out_day (programme, session);
  slot->room_index
      = session->rooms->len > copy ? g_array_index (session->rooms, guint, copy) : G_MAXUINT;
  if (slot->room_index < programme->rooms->len)
    slot->room = g_ptr_array_index (programme->rooms, slot->room_index);
  else
    slot->room_index = G_MAXUINT;
  slot->date = lectern_time_format_rfc3339 (start, lectern_out_zone (programme, slot->day));
  slot->time = g_strndup (slot->date + 11, 5);
  return slot;
}

/* A session that is listed twice in a source has the same guid twice; schemas forbid it. */
char *
lectern_out_unique_guid (GHashTable *used, char *guid, const char *title, GPtrArray *omissions)
{
  guint turn = 0;
  while (!g_hash_table_add (used, g_strdup (guid)))
    {
      if (turn == 0)
        lectern_out_omit (omissions, title,
                          _("its identifier %s is used twice; it gets another one"), guid);
      g_autofree char *name = g_strdup_printf ("again %u", ++turn);
      char *next = lectern_uuid5 (guid, name);
      g_free (guid);
      guid = next;
    }
  return guid;
}

static void
add_slots (const LecternProgramme *programme,
           guint index,
           GHashTable *used,
           GPtrArray *slots,
           GPtrArray *omissions)
{
  const LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, index);
  gint64 start = 0;
  const char *why = why_not (programme, session, &start);
  if (why != NULL)
    {
      lectern_out_omit (omissions, session->title, "%s", why);
      return;
    }
  g_autofree char *guid = lectern_out_unique_guid (
      used, lectern_out_session_guid (programme, index), session->title, omissions);
  for (guint copy = 0; copy < MAX (session->rooms->len, 1u); copy++)
    {
      LecternOutSlot *slot = slot_new (programme, session, copy, start);
      slot->guid = copy == 0 ? g_strdup (guid)
                             : lectern_out_unique_guid (used, lectern_out_copy_guid (guid, copy),
                                                        session->title, omissions);
      g_ptr_array_add (slots, slot);
    }
}

static guint32
hash_of (const char *guid)
{
  guint32 hash = 2166136261u; /* FNV-1a */
  for (const char *c = guid; *c; c++)
    hash = (hash ^ (guchar) *c) * 16777619u;
  return hash;
}

/* The source's numbers first, as they are; the rest from the guid, so that a number
   stays the same from one export to the next whatever else changes. */
static void
number_slots (GPtrArray *slots, GPtrArray *omissions)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < slots->len; i++)
    {
      LecternOutSlot *slot = g_ptr_array_index (slots, i);
      if (slot->copy > 0 || slot->session->number <= 0)
        continue;
      if (g_hash_table_add (used, g_memdup2 (&slot->session->number, sizeof (gint64))))
        slot->number = slot->session->number;
      else
        lectern_out_omit (omissions, slot->session->title,
                          _("its number %" PRId64 " is used twice; it gets another one"),
                          slot->session->number);
    }
  for (guint i = 0; i < slots->len; i++)
    {
      LecternOutSlot *slot = g_ptr_array_index (slots, i);
      gint64 number = 0x40000000 | (hash_of (slot->guid) & 0x3fffffff);
      if (slot->number != 0)
        continue;
      while (!g_hash_table_add (used, g_memdup2 (&number, sizeof (gint64))))
        number = 0x40000000 | ((number + 1) & 0x3fffffff);
      slot->number = number;
    }
}

/**
 * lectern_out_slots:
 * @omissions: (nullable): gets a line for each session that has no place in such a file
 *
 * Returns: (transfer full): of LecternOutSlot, by day, room and start
 */
GPtrArray *
lectern_out_slots (const LecternProgramme *programme, GPtrArray *omissions)
{
  GPtrArray *slots = g_ptr_array_new_with_free_func (slot_free);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < programme->sessions->len; i++)
    add_slots (programme, i, used, slots, omissions);
  lectern_out_sort_slots (slots);
  number_slots (slots, omissions);
  return slots;
}
