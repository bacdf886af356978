/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copies beside the workspace: of what stands on a site (so that a difference can be
 * shown without the network) and of what others wrote there before ours replaced it.
 * They may be lost without harm to publishing. Folder 0700, files 0600.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* SHA-256 in hexadecimal, by which content is known. g_free(). */
char *lectern_keep_hash (GBytes *content);
/* Keeps what stands there. Failing is no error: only the showing suffers. */
void lectern_keep_base (const char *workspace, gint64 site, GBytes *content);
GBytes *
lectern_keep_get_base (const char *workspace, gint64 site, const char *hash); /* NULL: not kept */
/* Forgets the bases of a site that are not in @hashes (a set of char *). */
void lectern_keep_forget_others (const char *workspace, gint64 site, GHashTable *hashes);
/* Keeps what somebody else wrote, for good. The file it is in, or NULL with @error. g_free(). */
char *lectern_keep_theirs (
    const char *workspace, gint64 site, const char *path, GBytes *content, GError **error);

/* One run at a time per workspace; the lock goes with the process. -1: another has it. */
int lectern_keep_lock (const char *workspace, GError **error);
/* @lock is what lectern_keep_lock() returned; -1 is fine. */
void lectern_keep_unlock (int lock);

G_END_DECLS
