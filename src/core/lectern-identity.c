/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-identity.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

/* An edit counts up from its base; an import of a million rows still fits. */
#define ROOM_TO_COUNT (G_GINT64_CONSTANT (1) << 32)

/**
 * lectern_id_base:
 *
 * Draws the first id of an edit from the system's random source. Ids of one edit
 * follow each other, so that writing them touches few pages of an index.
 *
 * Returns: a number above 0 with room for 2^32 ids above it
 */
gint64
lectern_id_base (void)
{
  gint64 base = 0;
  while (base <= 0 || base > G_MAXINT64 - ROOM_TO_COUNT)
    {
      guint64 random;
      ssize_t got = getrandom (&random, sizeof random, 0);
      if (got == (ssize_t) sizeof random)
        base = (gint64) (random & G_MAXINT64);
      else if (got >= 0 || errno != EINTR)
        g_error ("The system gives no random numbers: %s", g_strerror (errno));
    }
  return base;
}

/**
 * lectern_id_of_link:
 * @kind: number of the link's kind
 * @identity: what is linked, written the same way on every device
 *
 * Returns: 63 bits of SHA-256 over both, never 0
 */
gint64
lectern_id_of_link (guint kind, const char *identity)
{
  g_autofree char *name = g_strdup_printf ("%u\n%s", kind, identity);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;
  g_checksum_update (sum, (const guchar *) name, -1);
  g_checksum_get_digest (sum, digest, &length);
  guint64 id = 0;
  for (guint i = 0; i < 8; i++)
    id = id << 8 | digest[i];
  id &= G_MAXINT64;
  return id == 0 ? 1 : (gint64) id;
}

/* The 16 bytes of a UUID in its usual 8-4-4-4-12 form. */
static gboolean
read_uuid (const char *text, guint8 bytes[16])
{
  if (text == NULL || !g_uuid_string_is_valid (text))
    return FALSE;
  guint n = 0;
  for (const char *c = text; n < 16; c += 2)
    {
      if (*c == '-')
        c++;
      bytes[n++] = g_ascii_xdigit_value (c[0]) << 4 | g_ascii_xdigit_value (c[1]);
    }
  return TRUE;
}

/**
 * lectern_uuid5:
 *
 * RFC 9562 §5.5: the UUID (version 5, SHA-1) of @name within @namespace_uuid.
 *
 * Returns: (transfer full) (nullable): lower case; NULL where the namespace is no UUID
 */
char *
lectern_uuid5 (const char *namespace_uuid, const char *name)
{
  guint8 space[16], d[20];
  gsize length = sizeof d;
  if (!read_uuid (namespace_uuid, space))
    return NULL;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  g_checksum_update (sum, space, sizeof space);
  g_checksum_update (sum, (const guchar *) name, -1);
  g_checksum_get_digest (sum, d, &length);
  d[6] = (d[6] & 0x0f) | 0x50; /* version 5 */
  d[8] = (d[8] & 0x3f) | 0x80; /* the variant of RFC 9562 */
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11],
                          d[12], d[13], d[14], d[15]);
}

gboolean
lectern_uuid_is_valid (const char *text)
{
  return text != NULL && g_uuid_string_is_valid (text);
}
