/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-cli.h"

G_BEGIN_DECLS

/* release compare: @one and @other are a step (its newest release) or a step and a
   version ("draft-2"), @other may be "now". An exit status. */
int lectern_cli_release_compare (LecternCli *cli, gint64 event, const char *one, const char *other,
                                 const char *language);

G_END_DECLS
