/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-template-budget.h"

#include <libxml/xmlmemory.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MEMORY (128 * 1024 * 1024) /* and for each byte of the page as much as its tree takes, twice */
#define MEMORY_PER_BYTE 60
#define LOOK_EVERY 256 /* requests for memory */

guint lectern_template_budget_seconds = 20;

static GPrivate running; /* LecternTemplateBudget of the thread */

static gint64
processor_time (void)
{
  struct timespec now = { 0 };
  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

/* It gets its memory all the same: libxslt is not at its best without. Its next step is one too many. */
static void
stop (LecternTemplateBudget *budget, LecternTemplateSpent why)
{
  budget->spent = why;
  budget->context->opLimit = 1;
  budget->context->opCount = 2;
  budget->context->xpathCtxt->opLimit = 1;
  budget->context->xpathCtxt->opCount = 2;
}

static void
spend (void *memory, gsize before)
{
  LecternTemplateBudget *budget = g_private_get (&running);
  gsize size = budget && memory ? malloc_usable_size (memory) : 0;
  if (size == 0 || budget->spent != LECTERN_TEMPLATE_WITHIN)
    return;
  budget->used += size - MIN (before, budget->used);
  if (budget->used > budget->most)
    stop (budget, LECTERN_TEMPLATE_TOO_LARGE);
  else if (++budget->since >= LOOK_EVERY || size >= LOOK_EVERY * 1024)
    {
      budget->since = 0;
      if (processor_time () > budget->until)
        stop (budget, LECTERN_TEMPLATE_TOO_LONG);
      else if (g_cancellable_is_cancelled (budget->cancellable))
        stop (budget, LECTERN_TEMPLATE_CANCELLED);
    }
}

static gsize
size_of (void *memory)
{
  return memory && g_private_get (&running) ? malloc_usable_size (memory) : 0;
}

static void
budget_free (void *memory)
{
  LecternTemplateBudget *budget = g_private_get (&running);
  if (budget && memory)
    budget->used -= MIN (malloc_usable_size (memory), budget->used);
  free (memory);
}

static void *
budget_malloc (size_t size)
{
  void *memory = malloc (size);
  spend (memory, 0);
  return memory;
}

static void *
budget_realloc (void *memory, size_t size)
{
  gsize before = size_of (memory);
  void *more = realloc (memory, size);
  spend (more, before);
  return more;
}

static char *
budget_strdup (const char *text)
{
  char *copy = strdup (text);
  spend (copy, 0);
  return copy;
}

void
lectern_template_budget_install (void)
{
  /* of the same kind as libxml2's own: what those gave these can take back */
  xmlMemSetup (budget_free, budget_malloc, budget_realloc, budget_strdup);
}

void
lectern_template_budget_begin (LecternTemplateBudget *budget, xsltTransformContext *context, gsize length)
{
  *budget = (LecternTemplateBudget){ .context = context,
                                     .cancellable = g_cancellable_get_current (),
                                     .until = processor_time () + lectern_template_budget_seconds * G_GINT64_CONSTANT (1000000000),
                                     .most = MEMORY + MEMORY_PER_BYTE * length };
  g_private_set (&running, budget);
}

void
lectern_template_budget_end (LecternTemplateBudget *budget)
{
  g_private_set (&running, NULL);
}
