/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event that is published to a real server through one that breaks what it is told to.
 */
#pragma once

#include "lectern-http.h"
#include "rig.h"
#include "site-fixture.h"

G_BEGIN_DECLS

#define FAULTS_PAGE "final/index.html"
#define FAULTS_FOREIGN "<p>Somebody else wrote this, in the middle of it.</p>\n"
#define FAULTS_ITEMS 8

typedef struct
{
  SiteFixture site;
  Rig rig, proxy;
  LecternHttp *control;
  guint cases, broken;
} Faults;

/* The ways in which a request goes wrong. */
extern const char *const faults_kinds[];
extern const guint faults_n_kinds;

/* Starts a server of this kind, and makes the site; FALSE after g_test_skip(). */
gboolean faults_set_up (Faults *self, const char *kind);
void faults_tear_down (Faults *self);
/* As a child that knows only the address: what a broken request costs is made short. */
void faults_be_impatient (void);
/* Asks the server that breaks; whether what it was told to break happened. */
gboolean faults_tell (LecternHttp *control, const char *url, const char *what);
/* The contents of all files, by their names. */
GHashTable *faults_snapshot (Faults *self);
GPtrArray *faults_run (Faults *self, GError **error);
/* Nothing else than whole old or whole new files, those of the finished run. */
void faults_assert_whole (GHashTable *before, GHashTable *between, GHashTable *finished);
/* What the workspace says of each file is so: what is published stands there as it was noted. */
void faults_assert_notes (Faults *self);

G_END_DECLS
