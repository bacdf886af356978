/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The passwords of sites: in the person's secret service, and in this process while it
 * runs; in no file of ours. All calls may block; any thread but the window's main one,
 * except lectern_password_remember().
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For as long as this process runs. @password NULL: forgotten. */
void lectern_password_remember (const char *address, const char *user, const char *password);
/* NULL where none is known: ask the person. Free with lectern_password_free(). */
char *lectern_password_find (const char *address, const char *user);
/* Overwrites it first. NULL is fine. */
void lectern_password_free (char *password);

/* In the secret service. FALSE where there is none (no error: it is asked for each time). */
gboolean lectern_password_store (const char *address, const char *user, const char *password);

G_END_DECLS
