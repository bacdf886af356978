/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-recognise.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a JSON document is, by the members that tell it apart. */
LecternFormat lectern_recognise_json (JsonNode *root);

G_END_DECLS
