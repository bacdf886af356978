/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-cli.h"

G_BEGIN_DECLS

/* Sees to it that the password of @user at @address is at hand: from the first line of
   standard input where @from_stdin, else from the secret service, else asked for on the
   terminal where there is one. FALSE after saying why not. */
gboolean lectern_cli_password (const char *address, const char *user, gboolean from_stdin);
/* Into the secret service, once it was taken; says so where there is none. */
void lectern_cli_keep_password (const char *address, const char *user);

G_END_DECLS
