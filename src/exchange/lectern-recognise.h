/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a file is, by its content and never by its name.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_FORMAT_UNKNOWN,
  LECTERN_FORMAT_EMPTY,
  LECTERN_FORMAT_SCHEDULE_XML,
  LECTERN_FORMAT_SCHEDULE_JSON,   /* {"schedule": {"conference": {"days": [{"rooms": …}]}}} */
  LECTERN_FORMAT_SCHEDULE_JSON_2, /* {"schedule": {"conference": …, "events": […]}} */
  LECTERN_FORMAT_ICALENDAR,
  LECTERN_FORMAT_XCAL,
  LECTERN_FORMAT_JCAL,
  LECTERN_FORMAT_VCARD,
  LECTERN_FORMAT_XCARD,
  LECTERN_FORMAT_JCARD,
  LECTERN_FORMAT_CSV,
  LECTERN_FORMAT_XLSX,
  LECTERN_FORMAT_ZIP,
  LECTERN_FORMAT_WORKSPACE,
  LECTERN_FORMAT_PDF,
  LECTERN_FORMAT_HTML,
  LECTERN_FORMAT_FEED,
  LECTERN_FORMAT_XML,
  LECTERN_FORMAT_INDICO,
  LECTERN_FORMAT_PRETALX,
  LECTERN_FORMAT_JSON,
  LECTERN_FORMAT_TEXT,
} LecternFormat;

/* Looks at the beginning, of JSON at the members that tell it apart. Any thread. */
LecternFormat lectern_recognise (GBytes *file);
/* "schedule.xml", "schedule.json", "iCalendar", …: as in the command line's answer. */
const char *lectern_format_name (LecternFormat format);
/* NULL where Lectern reads it, else one sentence that says what it is and that it is not read. */
const char *lectern_format_refusal (LecternFormat format);

G_END_DECLS
