/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

/* JSON-LD after schema.org (Event with its sessions as subEvent), for search engines.
   Safe inside a script element: no "<", ">", "&" stands in it. @language as for the page. */
GBytes *lectern_jsonld_write (const LecternProgramme *programme, const char *language);

G_END_DECLS
