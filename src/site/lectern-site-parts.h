/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What goes to which site: pages here, calendars there, news on a third.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_SITE_PAGES = 1 << 0,     /* of events, and the one that leads to them */
  LECTERN_SITE_CALENDARS = 1 << 1, /* to subscribe to */
  LECTERN_SITE_DATA = 1 << 2,      /* programme files for other programs */
  LECTERN_SITE_NEWS = 1 << 3,
} LecternSiteParts;

/* What a site of @type (key of site_type) can take. */
LecternSiteParts lectern_site_parts_possible (const char *type);
/* What goes to @site: as was chosen; else all it can take, but of calendars where they keep their
   address only. */
LecternSiteParts lectern_site_parts (LecternReader *reader, gint64 site);
/* Adds the choice to @edit, which the caller commits. No part at all is a choice too: nothing
   goes there. */
void lectern_site_set_parts (LecternEdit *edit, gint64 site, LecternSiteParts parts);
/* "pages,news"; FALSE with LECTERN_SITE_ERROR_INVALID and a sentence. */
gboolean lectern_site_parts_parse (const char *text, LecternSiteParts *parts, GError **error);
/* The same as text. g_free(). */
char *lectern_site_parts_format (LecternSiteParts parts);

G_END_DECLS
