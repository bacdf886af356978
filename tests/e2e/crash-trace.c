/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded into the program under test (LD_PRELOAD): where it crashes it says on standard error which
 * functions it was in, because a crash that happens once in a hundred runs has no second witness.
 * Then it dies of the same signal. */

#include <execinfo.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#define DEEPEST 64

static void
say (const char *text)
{
  if (write (STDERR_FILENO, text, strlen (text)) < 0)
    return;
}

static void
on_crash (int number)
{
  void *frames[DEEPEST];
  int n = backtrace (frames, DEEPEST);
  say ("crashed in:\n");
  backtrace_symbols_fd (frames, n, STDERR_FILENO);
  raise (number); /* as if nobody had listened: SA_RESETHAND */
}

__attribute__ ((constructor)) static void
listen_for_crashes (void)
{
  static const int numbers[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGTRAP };
  void *first[1];
  backtrace (first, 1); /* loads what it needs; a handler may not */
  for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
    {
      struct sigaction action = { .sa_handler = on_crash, .sa_flags = SA_RESETHAND | SA_NODEFER };
      sigaction (numbers[i], &action, NULL);
    }
}
