/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A web space, whose folder is looked into.
 */
#include "faults-fixture.h"

static void
prepare (Faults *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->rig.root, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (self->rig.root, name, NULL);
      site_fixture_remove (path);
    }
  g_free (self->site.folder);
  self->site.folder = g_strdup (self->rig.root);
}

static GHashTable *
snapshot (Faults *self)
{
  GHashTable *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) files = site_fixture_files (&self->site);
  for (guint i = 0; i < files->len; i++)
    g_hash_table_insert (all, g_strdup (files->pdata[i]), site_fixture_read (&self->site, files->pdata[i]));
  return all;
}

static void
edit (Faults *self)
{
  site_fixture_write (&self->site, self->page, FAULTS_FOREIGN);
}

static char *
edit_at (Faults *self)
{
  g_autofree char *file = g_build_filename (self->rig.root, self->page, NULL);
  return g_strconcat ("&edit=", file, NULL);
}

/* A file has one name. */
static void
assert_single (Faults *self)
{
}

const FaultsVerbs faults_files = {
  .start = rig_start,
  .type = "webdav",
  .too_long = 3,
  .prepare = prepare,
  .snapshot = snapshot,
  .edit = edit,
  .edit_at = edit_at,
  .assert_single = assert_single,
};
