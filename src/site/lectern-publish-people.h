/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whose personal data a publication makes public.
 */
#pragma once

#include "lectern-publish.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *as;   /* "Chair: Opening; Speaker: …" */
  char *with; /* what else of the person goes out, "organisation, biography"; NULL: nothing */
  gint64 event;
} LecternPublishPerson;

/* Who stands in what would be written and not yet in what we left there, by the alphabet; of
   LecternPublishPerson, g_ptr_array_unref(). Of any thread. NULL with @error. */
GPtrArray *lectern_publish_people (LecternWorkspace *workspace, LecternPublishPlan *plan, GError **error);

G_END_DECLS
