/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-template.h"

#include <libxml/tree.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean fragment, plain;
  GBytes *data; /* may be NULL */
} LecternTemplateForm;

/* Whether @name comes with the program. */
gboolean lectern_template_is_ours (const char *name);
/* The result of a template as HTML; NULL with a sentence (without the template's name) in @error
   for what may not be published. */
GBytes *lectern_template_serialise (xmlDoc *result, const LecternTemplateForm *form, GError **error);

G_END_DECLS
