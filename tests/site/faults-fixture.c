/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faults-fixture.h"

#include "lectern-difference.h"
#include "lectern-keep.h"
#include "lectern-site-parts.h"
#include "lectern-site-password.h"

#include <string.h>

const char *const faults_kinds[]
    = { "cut-before", "cut-middle", "lost", "done-500", "401", "403", "404", "409", "412", "423",
        "429", "500", "503", "redirect", "login", "slow", "late", "endless", "wrong-length" };
const guint faults_n_kinds = G_N_ELEMENTS (faults_kinds);

gboolean
faults_takes_long (const char *kind)
{
  return g_str_equal (kind, "slow") || g_str_equal (kind, "late") || g_str_equal (kind, "endless");
}

static char *
ask (LecternHttp *control, const char *url, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = g_strconcat (url, what, NULL);
  g_autoptr (LecternHttpReply) reply = lectern_http_send (control, "GET", whole, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  gsize size;
  const char *said = g_bytes_get_data (reply->body, &size);
  return g_strndup (said, size);
}

gboolean
faults_tell (LecternHttp *control, const char *url, const char *what)
{
  g_autofree char *said = ask (control, url, what);
  return strcmp (said, "yes") == 0;
}

char *
faults_seen (Faults *self)
{
  return ask (self->control, self->proxy.url, ".seen");
}

/* A machine that has much to do is no broken server. */
void
faults_set_impatient (const FaultsVerbs *verbs, gboolean impatient)
{
  guint seconds = impatient ? (guint) verbs->too_long - 1 : 120;
  const LecternHttpPatience patience = { seconds, seconds, 2, 10, impatient ? 50 : 2000, 1 << 20 };
  lectern_http_set_patience (&patience);
}

/* --- the site --- */

/* Trying a WordPress would find its own address, past the server that breaks. */
static void
add_site (Faults *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *options = self->verbs->options ? self->verbs->options (self) : NULL;
  const LecternPlaceAddress address = { .type = self->verbs->type, .address = self->proxy.url,
                                        .user = self->rig.user, .options = options,
                                        .public_url = self->rig.url };
  const LecternSiteTrial trial = { .options = options };
  self->site.site = options
                        ? lectern_site_keep (self->site.workspace, "space", &address, &trial, &error)
                        : lectern_site_add (self->site.workspace, "space", &address, NULL, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Parts");
  lectern_site_set_parts (edit, self->site.site, lectern_site_parts_possible (self->verbs->type));
  site_fixture_commit (&self->site, edit);
}

void
faults_renew (Faults *self)
{
  if (self->renewed++ > 0)
    site_fixture_tear_down (&self->site, NULL);
  site_fixture_set_up (&self->site, NULL);
  g_clear_pointer (&self->found, g_hash_table_unref);
  g_free (self->folder);
  g_free (self->page);
  self->folder = g_strdup_printf ("event-%u", self->renewed);
  self->page = g_strconcat (self->folder, "/index.html", NULL);
  g_autoptr (LecternEdit) edit = lectern_edit_new ("Slug");
  lectern_edit_set_text (edit, LECTERN_KIND_EVENT, self->site.event, LECTERN_EVENT_SLUG, self->folder);
  site_fixture_commit (&self->site, edit);
  self->verbs->prepare (self);
  add_site (self);
}

gboolean
faults_set_up (Faults *self, const char *kind)
{
  g_autoptr (GError) error = NULL;
  LecternHttpAccess nobody = { 0 };
  self->careless = g_str_equal (kind, "nginx");
  self->verbs = g_str_has_prefix (kind, "wordpress") ? &faults_wordpress : &faults_files;
  if (!self->verbs->start (&self->rig, kind))
    return FALSE;
  g_autofree char *too_long = g_strdup_printf ("%g", self->verbs->too_long);
  const char *argv[] = { "python3", FAULT_SCRIPT, self->rig.url, too_long, NULL };
  g_assert_true (rig_start_program (&self->proxy, argv));
  faults_set_impatient (self->verbs, FALSE); /* the control waits for what is under way */
  self->control = lectern_http_new (self->proxy.url, &nobody, &error);
  g_assert_no_error (error);
  lectern_site_password_use (self->proxy.url, self->rig.user, self->rig.password);
  faults_renew (self);
  return TRUE;
}

void
faults_tear_down (Faults *self)
{
  lectern_http_free (self->control);
  lectern_place_free (self->direct);
  g_clear_pointer (&self->found, g_hash_table_unref);
  site_fixture_tear_down (&self->site, NULL);
  rig_stop (&self->proxy);
  rig_stop (&self->rig);
  g_free (self->folder);
  g_free (self->page);
}

/* --- publishing --- */

GPtrArray *
faults_run (Faults *self)
{
  return site_fixture_publish (&self->site, FALSE);
}

gboolean
faults_edited (Faults *self)
{
  return faults_tell (self->control, self->proxy.url, ".edited")
         && !(self->careless && faults_tell (self->control, self->proxy.url, ".moved"));
}

GPtrArray *
faults_run_broken (Faults *self, const char *what, gboolean *fired, gboolean *edited, GError **error)
{
  faults_set_impatient (self->verbs, TRUE);
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (&self->site);
  faults_tell (self->control, self->proxy.url, what);
  GPtrArray *items = lectern_publish_run (self->site.workspace, plan, FALSE, NULL, NULL, NULL, error);
  faults_set_impatient (self->verbs, FALSE);
  gboolean happened = faults_tell (self->control, self->proxy.url, ".fired");
  gboolean written = faults_edited (self);
  if (fired)
    *fired = happened;
  if (edited)
    *edited = written;
  faults_tell (self->control, self->proxy.url, ".fault");
  g_assert_true (items != NULL || *error != NULL);
  return items;
}

void
faults_assert_done (GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const LecternPublishItem *item = items->pdata[i];
      if (strcmp (item->state, "failed") == 0 || strcmp (item->state, "waiting") == 0)
        g_error ("%s: %s, %s: %s\n%s", item->item, item->action, item->state, item->why ? item->why : "",
                 item->difference ? item->difference : "");
    }
}

/* --- what stands there --- */

char *
faults_read_page (Faults *self)
{
  g_autoptr (GHashTable) all = self->verbs->snapshot (self);
  return g_strdup (g_hash_table_lookup (all, self->page));
}

gboolean
faults_has_theirs (Faults *self)
{
  g_autofree char *there = faults_read_page (self);
  return there && strstr (there, FAULTS_FOREIGN) != NULL;
}

void
faults_assert_whole (GHashTable *before, GHashTable *between, GHashTable *finished)
{
  GHashTableIter iter;
  gpointer name, content;
  g_hash_table_iter_init (&iter, between);
  while (g_hash_table_iter_next (&iter, &name, &content))
    {
      if (g_str_has_suffix (name, ".lectern-part"))
        continue;
      if (g_strcmp0 (content, g_hash_table_lookup (before, name)) != 0
          && g_strcmp0 (content, g_hash_table_lookup (finished, name)) != 0)
        g_error ("%s is neither as it was nor as it is to be: %s", (const char *) name, (const char *) content);
    }
}

GHashTable *
faults_assert_notes (Faults *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (self->site.workspace, &error);
  g_assert_no_error (error);
  GHashTable *all = self->verbs->snapshot (self);
  g_autoptr (GPtrArray) notes = lectern_reader_all (reader, LECTERN_KIND_PUBLICATION);
  g_assert_cmpuint (notes->len, ==, g_hash_table_size (all));
  for (guint i = 0; i < notes->len; i++)
    {
      const LecternRecord *note = notes->pdata[i];
      const char *path = lectern_record_text (note, LECTERN_PUBLICATION_REMOTE);
      const char *text = g_hash_table_lookup (all, path);
      g_autoptr (GBytes) there = g_bytes_new (text, text ? strlen (text) : 0);
      g_autofree char *hash = lectern_keep_hash (there);
      g_assert_cmpstr (lectern_record_text (note, LECTERN_PUBLICATION_STATE), ==, "published");
      const char *base_hash = lectern_record_text (note, LECTERN_PUBLICATION_BASE_HASH);
      g_autoptr (GBytes) base = lectern_keep_get_base (self->site.path, self->site.site, base_hash);
      g_autofree char *difference = base ? lectern_difference (base, there, 20) : NULL;
      if (g_strcmp0 (base_hash, hash) != 0)
        g_error ("%s does not stand there as it was noted: %s", path, difference);
    }
  self->verbs->assert_single (self);
  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = all;
  return all;
}

GHashTable *
faults_found (Faults *self)
{
  return g_hash_table_ref (self->found ? self->found : faults_assert_notes (self));
}
