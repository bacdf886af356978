/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-import.h"

#include "lectern-exchange-error.h"
#include "lectern-schedule-build.h"

#include <glib/gi18n-lib.h>

#define STEP (1u << 20)

/* Never more than a programme may have: what is called a programme may be a film. */
static gboolean
read_all (GInputStream *stream, GByteArray *into, GCancellable *cancellable, GError **error)
{
  gsize got = STEP;
  while (got == STEP && into->len <= LECTERN_SCHEDULE_MAX_BYTES)
    {
      guint before = into->len;
      g_byte_array_set_size (into, before + STEP);
      if (!g_input_stream_read_all (stream, into->data + before, STEP, &got, cancellable, error))
        return FALSE;
      g_byte_array_set_size (into, before + (guint)got);
    }
  if (into->len <= LECTERN_SCHEDULE_MAX_BYTES)
    return TRUE;
  g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE,
                       _ ("The file is too large to be a programme."));
  return FALSE;
}

/**
 * lectern_import_load:
 *
 * Reads a file as far as it may be a programme. Any thread, but it blocks.
 *
 * Returns: (transfer full) (nullable): its content
 */
GBytes *
lectern_import_load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  if (!read_all (G_INPUT_STREAM (stream), content, cancellable, error))
    {
      g_autofree char *name = g_file_get_basename (file);
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}
