/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the writer of schedule.json share.
 */
#pragma once

#include "lectern-out.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct
{
  const LecternProgramme *programme;
  JsonBuilder *json;
  GPtrArray *omissions;
} LecternJsonOut;

/* A member; NULL is an empty text. */
void lectern_json_out_text (LecternJsonOut *w, const char *name, const char *value);
/* Likewise, but nothing where it is empty. */
void lectern_json_out_optional (LecternJsonOut *w, const char *name, const char *value);
/* A member that is a number, also 0. */
void lectern_json_out_integer (LecternJsonOut *w, const char *name, gint64 value);
/* An address on the web; another one is an omission of @where. */
void lectern_json_out_address (LecternJsonOut *w, const char *name, const char *url, const char *where);

/* The object of one session at one place. */
void lectern_json_out_session (LecternJsonOut *w, const LecternOutSlot *slot);

G_END_DECLS
