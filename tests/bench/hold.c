/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * hold MILLISECONDS PORT: connections to what listens at PORT of this computer, on which all
 * that comes back arrives that much later, as over a network; what is sent goes at once. Costs
 * next to nothing itself, so that what is measured through it is the waiting. Prints its
 * address as a line of JSON, ends with its standard input.
 */
#include <glib.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define CHUNK 65536

typedef struct
{
  gint64 due;
  gssize size; /* 0: the end */
  char data[];
} Chunk;

static gint64 hold; /* microseconds */
static struct sockaddr_in upstream;

static gboolean
write_all (int fd, const char *data, gssize size)
{
  for (gssize done = 0, n; done < size; done += n)
    if ((n = write (fd, data + done, size - done)) <= 0)
      return FALSE;
  return size > 0;
}

/* FALSE: it is over. */
static gboolean
pass_on (int from, int to)
{
  char data[CHUNK];
  return write_all (to, data, read (from, data, sizeof data));
}

static void
keep (GQueue *held, int from)
{
  Chunk *chunk = g_malloc (sizeof *chunk + CHUNK);
  chunk->size = read (from, chunk->data, CHUNK);
  chunk->due = g_get_monotonic_time () + hold;
  g_queue_push_tail (held, g_realloc (chunk, sizeof *chunk + MAX (chunk->size, 0)));
}

/* What is due. FALSE: it is over. */
static gboolean
give_back (GQueue *held, int to)
{
  for (Chunk *chunk; (chunk = g_queue_peek_head (held)) != NULL && chunk->due <= g_get_monotonic_time ();)
    {
      gboolean given = write_all (to, chunk->data, chunk->size);
      g_free (g_queue_pop_head (held));
      if (!given)
        return FALSE;
    }
  return TRUE;
}

static int
connect_on (void)
{
  int on = 1, fd = socket (AF_INET, SOCK_STREAM, 0);
  setsockopt (fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return connect (fd, (struct sockaddr *) &upstream, sizeof upstream) == 0 ? fd : -1;
}

static gpointer
serve (gpointer data)
{
  int client = GPOINTER_TO_INT (data), server = connect_on (), on = 1;
  gboolean open = server >= 0;
  GQueue held = G_QUEUE_INIT;
  setsockopt (client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  while (open)
    {
      const Chunk *first = g_queue_peek_head (&held), *last = g_queue_peek_tail (&held);
      gint64 wait = first ? MAX (0, first->due - g_get_monotonic_time ()) : -1;
      struct pollfd fds[] = { { .fd = client, .events = POLLIN },
                              { .fd = last && last->size <= 0 ? -1 : server, .events = POLLIN } };
      poll (fds, 2, wait < 0 ? -1 : (int) ((wait + 999) / 1000));
      if (fds[1].revents)
        keep (&held, server);
      open = (!fds[0].revents || pass_on (client, server)) && give_back (&held, client);
    }
  close (client);
  close (server);
  g_queue_clear_full (&held, g_free);
  return NULL;
}

static gpointer
accept_all (gpointer listener)
{
  for (int fd; (fd = accept (GPOINTER_TO_INT (listener), NULL, NULL)) >= 0;)
    g_thread_unref (g_thread_new ("serve", serve, GINT_TO_POINTER (fd)));
  return NULL;
}

int
main (int argc, char **argv)
{
  struct sockaddr_in own = { .sin_family = AF_INET, .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  socklen_t size = sizeof own;
  int listener = socket (AF_INET, SOCK_STREAM, 0);
  if (argc != 3 || bind (listener, (struct sockaddr *) &own, size) != 0 || listen (listener, 64) != 0)
    return 1;
  signal (SIGPIPE, SIG_IGN);
  upstream = own;
  upstream.sin_port = htons (atoi (argv[2]));
  hold = atoi (argv[1]) * G_GINT64_CONSTANT (1000);
  getsockname (listener, (struct sockaddr *) &own, &size);
  printf ("{\"url\": \"http://127.0.0.1:%u/\", \"user\": \"\", \"password\": \"\"}\n", ntohs (own.sin_port));
  fflush (stdout);
  g_thread_unref (g_thread_new ("accept", accept_all, GINT_TO_POINTER (listener)));
  while (getchar () != EOF)
    ;
  return 0;
}
