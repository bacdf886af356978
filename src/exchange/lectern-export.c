/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-export.h"

#include "lectern-calendar-out.h"
#include "lectern-html-out.h"
#include "lectern-jsonld-out.h"
#include "lectern-letter.h"
#include "lectern-out.h"
#include "lectern-programme-load.h"
#include "lectern-schedule-json-out.h"
#include "lectern-schedule-xml-out.h"

#include <glib/gi18n-lib.h>

typedef GBytes *(*WriteFunc) (const LecternProgramme *programme,
                              const char *language,
                              GPtrArray *omissions,
                              GError **error);

static GBytes *
write_xml (const LecternProgramme *programme,
           const char *language,
           GPtrArray *omissions,
           GError **error)
{
  return lectern_schedule_xml_write (programme, omissions, error);
}

static GBytes *
write_json (const LecternProgramme *programme,
            const char *language,
            GPtrArray *omissions,
            GError **error)
{
  return lectern_schedule_json_write (programme, omissions, error);
}

static GBytes *
write_html (const LecternProgramme *programme,
            const char *language,
            GPtrArray *omissions,
            GError **error)
{
  return lectern_html_write (programme, language, NULL, LECTERN_HTML_PAGE, error);
}

static GBytes *
write_jsonld (const LecternProgramme *programme,
              const char *language,
              GPtrArray *omissions,
              GError **error)
{
  return lectern_jsonld_write (programme, language);
}

static GBytes *
write_page_xml (const LecternProgramme *programme,
                const char *language,
                GPtrArray *omissions,
                GError **error)
{
  return lectern_html_write_xml (programme, language);
}

static const LecternExportFormat formats[] = {
  { "ics", N_("Calendar (iCalendar)"), "ics", "text/calendar", "agenda.ics" },
  { "schedule-xml", N_("Programme (schedule.xml)"), "xml", "application/xml", "schedule.xml" },
  { "schedule-json", N_("Programme (schedule.json)"), "json", "application/json",
    "schedule.json" },
  { "html", N_("Web page"), "html", "text/html", "index.html" },
  { "jsonld", N_("Data for search engines (JSON-LD)"), "jsonld", "application/ld+json",
    "event.jsonld" },
  { "mail", N_("Newsletter for e-mail (HTML)"), "html", "text/html", "newsletter.html" },
  { "page-xml", N_("Page for templates (XML)"), "xml", "application/xml", "page.xml" },
  { NULL },
};

/* NULL: from more than the programme, see lectern_export() */
static const WriteFunc writers[]
    = { lectern_calendar_write, write_xml, write_json, write_html, write_jsonld, NULL, write_page_xml };

G_STATIC_ASSERT (G_N_ELEMENTS (formats) == G_N_ELEMENTS (writers) + 1);

const LecternExportFormat *
lectern_export_formats (void)
{
  return formats;
}

const LecternExportFormat *
lectern_export_format (const char *name)
{
  for (const LecternExportFormat *format = formats; format->name; format++)
    if (g_strcmp0 (format->name, name) == 0)
      return format;
  return NULL;
}

GBytes *
lectern_export_programme (const LecternProgramme *programme,
                          const char *format,
                          const char *language,
                          GPtrArray *omissions,
                          GError **error)
{
  const LecternExportFormat *found = lectern_export_format (format);
  if (found == NULL || writers[found - formats] == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("Lectern does not write the format “%s”."), format ? format : "");
      return NULL;
    }
  return writers[found - formats] (programme, language, omissions, error);
}

GBytes *
lectern_export (LecternReader *reader, gint64 event, const char *format, const char *language,
                LecternAudience audience, GPtrArray **omissions, GError **error)
{
  g_autoptr (LecternProgramme) programme
      = lectern_programme_load (reader, event, language, audience, error);
  g_autoptr (GPtrArray) left_out = lectern_out_omissions_new ();
  if (programme == NULL)
    return NULL;
  const LecternExportFormat *found = lectern_export_format (format);
  GBytes *bytes = found && writers[found - formats] == NULL
                      ? lectern_letter_export (reader, programme, programme->language, error)
                      : lectern_export_programme (programme, format, programme->language, left_out, error);
  if (bytes && omissions)
    *omissions = g_steal_pointer (&left_out);
  return bytes;
}
