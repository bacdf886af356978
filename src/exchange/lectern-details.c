/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-details.h"

static void
venue_free (gpointer data)
{
  LecternDetailsVenue *venue = data;
  g_free (venue->name);
  g_free (venue->street);
  g_free (venue->postcode);
  g_free (venue->city);
  g_free (venue->country);
  g_free (venue->access);
  g_free (venue->accessibility);
  g_free (venue->website);
  g_free (venue->hall_plan);
  g_free (venue->time_zone);
  g_free (venue);
}

static void
to_come_free (gpointer data)
{
  LecternDetailsToCome *to_come = data;
  g_free (to_come->what);
  g_free (to_come->text);
  g_free (to_come->due);
  g_free (to_come);
}

/**
 * lectern_details_new:
 *
 * Returns: (transfer full): details that say nothing yet
 */
LecternDetails *
lectern_details_new (void)
{
  LecternDetails *details = g_new0 (LecternDetails, 1);
  details->venues = g_ptr_array_new_with_free_func (venue_free);
  details->to_come = g_ptr_array_new_with_free_func (to_come_free);
  details->languages = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return details;
}

void
lectern_details_free (LecternDetails *details)
{
  if (details == NULL)
    return;
  g_free (details->workspace);
  g_free (details->series);
  g_strfreev (details->roles);
  g_free (details->host);
  g_free (details->host_url);
  g_ptr_array_unref (details->venues);
  g_ptr_array_unref (details->to_come);
  g_free (details->online_url);
  g_free (details->registration_url);
  g_free (details->registration_opens);
  g_free (details->registration_closes);
  g_free (details->previous_start);
  g_free (details->programme_name);
  g_free (details->programme_url);
  g_free (details->funding_statement);
  g_free (details->disclaimer);
  g_free (details->change_note);
  lectern_look_clear (&details->look);
  g_hash_table_unref (details->languages);
  g_free (details);
}

/* A new venue at the end; owned by @details like what follows. */
LecternDetailsVenue *
lectern_details_add_venue (LecternDetails *details)
{
  LecternDetailsVenue *venue = g_new0 (LecternDetailsVenue, 1);
  g_ptr_array_add (details->venues, venue);
  return venue;
}

LecternDetailsToCome *
lectern_details_add_to_come (LecternDetails *details, const char *what)
{
  LecternDetailsToCome *to_come = g_new0 (LecternDetailsToCome, 1);
  to_come->what = g_strdup (what);
  g_ptr_array_add (details->to_come, to_come);
  return to_come;
}

/* The venue with this record id, or NULL; also for @details NULL. */
const LecternDetailsVenue *
lectern_details_venue (const LecternDetails *details, gint64 record)
{
  for (guint i = 0; details != NULL && record != 0 && i < details->venues->len; i++)
    {
      const LecternDetailsVenue *venue = g_ptr_array_index (details->venues, i);
      if (venue->record == record)
        return venue;
    }
  return NULL;
}

static void
append_part (GString *out, const char *separator, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, part);
}

/**
 * lectern_details_venue_address:
 *
 * Returns: (transfer full) (nullable): the postal address on one line, town after
 * postcode as on the continent, or NULL where no part of it is known beyond the
 * venue's name: a venue of which only the town is known is called like it
 */
char *
lectern_details_venue_address (const LecternDetailsVenue *venue)
{
  GString *out = g_string_new (NULL);
  GString *town = g_string_new (NULL);
  append_part (town, " ", venue->postcode);
  append_part (town, " ", venue->city);
  append_part (out, ", ", venue->street);
  append_part (out, ", ", town->str);
  append_part (out, ", ", venue->country);
  g_string_free (town, TRUE);
  if (out->len > 0 && g_strcmp0 (out->str, venue->name) != 0)
    return g_string_free (out, FALSE);
  g_string_free (out, TRUE);
  return NULL;
}

/* The language of a text of this programme where it is not the one that was asked
   for, else NULL. @text is looked up by address, so it must be the very string. */
const char *
lectern_details_language_of (const LecternDetails *details, const char *text)
{
  return details && text ? g_hash_table_lookup (details->languages, text) : NULL;
}
