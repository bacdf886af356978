/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faults-fixture.h"

#include "lectern-keep.h"
#include "lectern-site-password.h"

#include <string.h>

const char *const faults_kinds[]
    = { "cut-before", "cut-middle", "lost", "done-500", "401", "403", "404", "409", "412", "423",
        "429", "500", "503", "redirect", "login", "slow", "endless", "wrong-length" };
const guint faults_n_kinds = G_N_ELEMENTS (faults_kinds);

gboolean
faults_tell (LecternHttp *control, const char *url, const char *what)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = g_strconcat (url, what, NULL);
  g_autoptr (LecternHttpReply) reply = lectern_http_send (control, "GET", whole, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_bytes_get_size (reply->body) == strlen ("yes");
}

void
faults_be_impatient (void)
{
  static const LecternHttpPatience impatient = { 1, 1, 2, 10, 50, 1 << 20 };
  lectern_http_set_patience (&impatient);
}

gboolean
faults_set_up (Faults *self, const char *kind)
{
  g_autoptr (GError) error = NULL;
  LecternHttpAccess nobody = { 0 };
  if (!rig_start (&self->rig, kind))
    return FALSE;
  g_assert_true (rig_start_script (&self->proxy, FAULT_SCRIPT, self->rig.url));
  self->control = lectern_http_new (self->proxy.url, &nobody, &error);
  g_assert_no_error (error);
  faults_be_impatient (); /* from now on: the control itself waits for what is under way */
  site_fixture_set_up (&self->site, NULL);
  lectern_site_password_use (self->proxy.url, self->rig.user, self->rig.password);
  LecternPlaceAddress address
      = { .type = "webdav", .address = self->proxy.url, .user = self->rig.user };
  self->site.site
      = lectern_site_add (self->site.workspace, "space", &address, NULL, NULL, &error);
  g_assert_no_error (error);
  g_free (self->site.folder);
  self->site.folder = g_strdup (self->rig.root);
  return TRUE;
}

void
faults_tear_down (Faults *self)
{
  lectern_http_free (self->control);
  site_fixture_tear_down (&self->site, NULL);
  rig_stop (&self->proxy);
  rig_stop (&self->rig);
}

GHashTable *
faults_snapshot (Faults *self)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) files = site_fixture_files (&self->site);
  for (guint i = 0; i < files->len; i++)
    g_hash_table_insert (all, g_strdup (files->pdata[i]),
                         site_fixture_read (&self->site, files->pdata[i]));
  return all;
}

GPtrArray *
faults_run (Faults *self, GError **error)
{
  g_autoptr (LecternPublishPlan) plan = site_fixture_plan (&self->site);
  return lectern_publish_run (self->site.workspace, plan, FALSE, NULL, NULL, NULL, error);
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
      g_assert_true (g_strcmp0 (content, g_hash_table_lookup (before, name)) == 0
                     || g_strcmp0 (content, g_hash_table_lookup (finished, name)) == 0);
    }
}

void
faults_assert_notes (Faults *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (self->site.workspace, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) notes = lectern_reader_all (reader, LECTERN_KIND_PUBLICATION);
  g_assert_cmpuint (notes->len, ==, FAULTS_ITEMS);
  for (guint i = 0; i < notes->len; i++)
    {
      const LecternRecord *note = notes->pdata[i];
      g_autofree char *text = site_fixture_read (&self->site, lectern_record_text (note, LECTERN_PUBLICATION_REMOTE));
      g_autoptr (GBytes) there = g_bytes_new (text, text ? strlen (text) : 0);
      g_autofree char *hash = lectern_keep_hash (there);
      g_assert_cmpstr (lectern_record_text (note, LECTERN_PUBLICATION_STATE), ==, "published");
      g_assert_cmpstr (lectern_record_text (note, LECTERN_PUBLICATION_BASE_HASH), ==, hash);
    }
}
