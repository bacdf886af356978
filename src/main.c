/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-application.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *translations = g_getenv ("LECTERN_LOCALEDIR"); /* for running out of the build folder */
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE); /* ngettext() knows no other way */
  g_autoptr (LecternApplication) app = lectern_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
