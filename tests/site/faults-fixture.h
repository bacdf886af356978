/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An event that is published to a real server through one that breaks what it is told to.
 */
#pragma once

#include "lectern-http.h"
#include "rig.h"
#include "site-fixture.h"

G_BEGIN_DECLS

#define FAULTS_FOREIGN "<p>Somebody else wrote this, in the middle of it.</p>\n"

typedef struct _Faults Faults;

/* In which kinds of place differ. */
typedef struct
{
  gboolean (*start) (Rig *rig, const char *kind);
  const char *type; /* of the site */
  double too_long;  /* seconds; a sign of life that comes later is none */
  /* An empty place for @self->folder; the site is not made yet. */
  void (*prepare) (Faults *self);
  char *(*options) (Faults *self);
  /* What stands there by paths, seen past the server that breaks. */
  GHashTable *(*snapshot) (Faults *self);
  /* Somebody else writes into the event's page. */
  void (*edit) (Faults *self);
  /* The same for the server that breaks: "&edit=…" */
  char *(*edit_at) (Faults *self);
  /* No item stands there twice. */
  void (*assert_single) (Faults *self);
} FaultsVerbs;
extern const FaultsVerbs faults_files, faults_wordpress;

struct _Faults
{
  const FaultsVerbs *verbs;
  SiteFixture site;
  Rig rig, proxy;
  LecternHttp *control;
  gboolean careless; /* the server minds no states: what is written just before a MOVE is lost */
  LecternPlace *direct; /* past the server that breaks; only a WordPress */
  char *folder;         /* of the event there */
  char *page;           /* of the event */
  GHashTable *found;    /* what stood there when all was last well; NULL: nothing of this event */
  guint renewed;
  guint cases, broken;
};

/* The ways in which a request goes wrong. */
extern const char *const faults_kinds[];
extern const guint faults_n_kinds;
/* Whether it takes seconds. */
gboolean faults_takes_long (const char *kind);

/* Starts a server of this kind, and makes the site; FALSE after g_test_skip(). */
gboolean faults_set_up (Faults *self, const char *kind);
void faults_tear_down (Faults *self);
/* Another workspace, with an event of which nothing stands there. */
void faults_renew (Faults *self);
/* What a broken request costs is made short, as long as @impatient. */
void faults_set_impatient (const FaultsVerbs *verbs, gboolean impatient);
/* Asks the server that breaks; whether it says yes. */
gboolean faults_tell (LecternHttp *control, const char *url, const char *what);
/* What was asked of it since it was last told to break something, a line each. g_free(). */
char *faults_seen (Faults *self);
/* Whether somebody else wrote, and not at the one moment that a careless server cannot tell. */
gboolean faults_edited (Faults *self);
/* A publication, all of it fine; or broken as @what says (".fault?…"), whether that happened
   and faults_edited(). */
GPtrArray *faults_run (Faults *self);
GPtrArray *faults_run_broken (Faults *self, const char *what, gboolean *fired, gboolean *edited, GError **error);
/* Nothing failed and nothing waits. */
void faults_assert_done (GPtrArray *items);
/* The event's page as it stands there; NULL: it does not. g_free(). */
char *faults_read_page (Faults *self);
gboolean faults_has_theirs (Faults *self);
/* Nothing else than whole old or whole new files, those of the finished run. */
void faults_assert_whole (GHashTable *before, GHashTable *between, GHashTable *finished);
/* What the workspace says of each file is so: what is published stands there as it was noted, once,
   and nothing else does. (transfer none) until there is another event: what stands there by paths. */
GHashTable *faults_assert_notes (Faults *self);
/* The same of the last time, for which nobody is asked again; g_hash_table_unref(). */
GHashTable *faults_found (Faults *self);

G_END_DECLS
