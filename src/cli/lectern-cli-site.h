/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands about websites share.
 */
#pragma once

#include "lectern-cli.h"

G_BEGIN_DECLS

/* Says the error; the exit status that tells a site that is away from other failures. */
int lectern_cli_fail_with_site (const GError *error);
/* A member of an object; NULL is null. */
void lectern_cli_add_text (JsonBuilder *json, const char *member, const char *text);
/* What a run did, of LecternPublishItem; @people: of LecternPublishPerson, NULL: not asked for. */
void lectern_cli_answer_items (LecternCli *cli, GPtrArray *items, GPtrArray *people);

G_END_DECLS
