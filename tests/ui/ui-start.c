/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-start.h"

/* AdwMessageDialog of libadwaita 1.7 asks how high its heading is where it is narrower than the
   heading's longest word, and GTK 4.18 warns about that. It is nothing of ours. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (strcmp (fields[i].key, "MESSAGE") == 0
        && g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

void
ui_start (int *argc, char ***argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}
