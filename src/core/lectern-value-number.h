/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-value.h"

G_BEGIN_DECLS

/* What was typed into a field that holds a whole or a real number; FALSE: it is none. */
gboolean lectern_value_parse_number (const LecternField *field, const char *text,
                                     LecternValue *value);

G_END_DECLS
