/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-cli-password.h"

#include "lectern-site-password.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* The first line; NULL where there is none. Freed by the caller after wiping. */
static char *
read_line (void)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length = getline (&line, &size, stdin);
  if (length > 0)
    line[strcspn (line, "\r\n")] = '\0';
  if (length > 0 && *line != '\0')
    return line;
  free (line);
  return NULL;
}

static char *
ask (const char *address, const char *user)
{
  struct termios before, silent;
  if (!isatty (STDIN_FILENO) || tcgetattr (STDIN_FILENO, &before) != 0)
    return NULL;
  silent = before;
  silent.c_lflag &= ~ECHO;
  fprintf (stderr, _("Password of “%s” at %s: "), user, address);
  fflush (stderr);
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &silent);
  char *line = read_line ();
  tcsetattr (STDIN_FILENO, TCSAFLUSH, &before);
  fputc ('\n', stderr);
  return line;
}

gboolean
lectern_cli_password (const char *address, const char *user, gboolean from_stdin)
{
  if (user == NULL || *user == '\0' || (!from_stdin && lectern_site_password_is_known (address, user)))
    return TRUE;
  char *password = from_stdin ? read_line () : ask (address, user);
  if (password == NULL)
    {
      lectern_cli_fail (from_stdin ? _("There is no password on standard input.")
                                   : _("The password of “%s” is needed; give it with "
                                       "--password-stdin."),
                        user);
      return FALSE;
    }
  lectern_site_password_use (address, user, password);
  explicit_bzero (password, strlen (password));
  free (password);
  return TRUE;
}

void
lectern_cli_keep_password (const char *address, const char *user)
{
  if (user != NULL && *user != '\0' && !lectern_site_password_keep (address, user))
    lectern_cli_say (_("There is no secret service here: the password is not kept and has to be "
                       "given each time."));
}
