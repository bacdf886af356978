/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-password.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

static const SecretSchema schema = {
  "org.lectern.Site",
  SECRET_SCHEMA_NONE,
  { { "address", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "user", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 } },
};

G_LOCK_DEFINE_STATIC (remembered);
static GHashTable *remembered = NULL;

static char *
key_of (const char *address, const char *user)
{
  return g_strconcat (user ? user : "", "\n", address, NULL);
}

void
lectern_password_free (char *password)
{
  secret_password_free (password);
}

void
lectern_password_remember (const char *address, const char *user, const char *password)
{
  G_LOCK (remembered);
  if (remembered == NULL)
    remembered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) lectern_password_free);
  if (password)
    g_hash_table_insert (remembered, key_of (address, user), g_strdup (password));
  else
    {
      g_autofree char *key = key_of (address, user);
      g_hash_table_remove (remembered, key);
    }
  G_UNLOCK (remembered);
}

static char *
recall (const char *address, const char *user)
{
  g_autofree char *key = key_of (address, user);
  G_LOCK (remembered);
  char *password
      = remembered ? g_strdup (g_hash_table_lookup (remembered, key)) : NULL;
  G_UNLOCK (remembered);
  return password;
}

char *
lectern_password_find (const char *address, const char *user)
{
  char *password = recall (address, user);
  if (password != NULL)
    return password;
  password = secret_password_lookup_sync (&schema, NULL, NULL, "address", address, "user",
                                          user ? user : "", NULL);
  if (password != NULL)
    lectern_password_remember (address, user, password);
  return password;
}

gboolean
lectern_password_store (const char *address, const char *user, const char *password)
{
  g_autofree char *label = g_strdup_printf (_("Lectern: %s"), address);
  lectern_password_remember (address, user, password);
  return secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, label, password, NULL,
                                     NULL, "address", address, "user", user ? user : "", NULL);
}
