/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-out.h"

#include "lectern-time.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

gboolean
lectern_schedule_out_check (const LecternProgramme *programme, const char *format, GError **error)
{
  for (guint i = 0; i < programme->days->len; i++)
    {
      const LecternProgrammeDay *day = g_ptr_array_index (programme->days, i);
      if (day->date == NULL)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       /* TRANSLATORS: the first is a file format, the second a number */
                       _("%s needs a date for every day; day %d has none."), format, day->number);
          return FALSE;
        }
    }
  if (programme->days->len > 0)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* TRANSLATORS: the first is a file format, the second the title of an event */
               _("%s needs at least one day; “%s” has none yet."), format,
               programme->title ? programme->title : "");
  return FALSE;
}

char *
lectern_schedule_out_version (const LecternProgramme *programme)
{
  if (programme->version && *programme->version)
    return g_strdup (programme->version);
  if (programme->details == NULL || programme->details->changed == 0)
    return g_strdup ("1");
  g_autoptr (GDateTime) changed
      = g_date_time_new_from_unix_utc (programme->details->changed / 1000);
  return g_date_time_format (changed, "%Y-%m-%d %H:%M");
}

const char *
lectern_schedule_out_type (const LecternProgrammeSession *session)
{
  if (session->type_label && *session->type_label)
    return session->type_label;
  return session->type ? session->type : "";
}

static gboolean
has_role_beyond_speaker (const LecternProgrammeSession *session)
{
  for (guint i = 0; i < session->people->len; i++)
    {
      const LecternProgrammeRole *role = &g_array_index (session->people, LecternProgrammeRole, i);
      if (role->role && g_strcmp0 (role->role, "speaker") != 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_provisional (const LecternProgrammeSession *session)
{
  return g_strcmp0 (session->state, "idea") == 0 || g_strcmp0 (session->state, "asked") == 0
         || g_strcmp0 (session->state, "to-be-confirmed") == 0;
}

void
lectern_schedule_out_omissions (const LecternProgramme *programme,
                                gboolean biographies,
                                GPtrArray *omissions)
{
  guint about = 0;
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, i);
      if (has_role_beyond_speaker (session))
        lectern_out_omit (omissions, session->title,
                          _("the roles of its people are left out: the format knows only names"));
      if (is_provisional (session))
        lectern_out_omit (omissions, session->title,
                          _("the format cannot say that it is still to be confirmed"));
    }
  for (guint i = 0; i < programme->persons->len; i++)
    {
      const LecternProgrammePerson *person = g_ptr_array_index (programme->persons, i);
      about += person->biography && *person->biography;
    }
  if (about > 0 && !biographies)
    lectern_out_omit (
        omissions, programme->title,
        ngettext ("the text about %u person is left out: the format has no place for it",
                  "the texts about %u people are left out: the format has no place for them",
                  about),
        about);
  if (programme->subtitle && *programme->subtitle)
    lectern_out_omit (omissions, programme->title,
                      _("its subtitle is left out: the format has no place for it"));
  if (programme->venue || programme->city)
    lectern_out_omit (omissions, programme->title,
                      _("venue and town are left out: the format has no place for them"));
  if (!lectern_out_zone_is_known (programme, NULL))
    lectern_out_omit (omissions, programme->title,
                      _("its time zone is not known; times are written as UTC"));
}
