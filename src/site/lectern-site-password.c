/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-password.h"

#include "lectern-password.h"

void
lectern_site_password_use (const char *address, const char *user, const char *password)
{
  lectern_password_remember (address, user, password);
}

gboolean
lectern_site_password_keep (const char *address, const char *user)
{
  char *password = lectern_password_find (address, user);
  gboolean kept = password && lectern_password_store (address, user, password);
  lectern_password_free (password);
  return kept;
}

gboolean
lectern_site_password_is_known (const char *address, const char *user)
{
  char *password = lectern_password_find (address, user);
  gboolean known = password != NULL;
  lectern_password_free (password);
  return known;
}
