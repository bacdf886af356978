/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a template may use while it runs: memory and time. libxslt counts its steps, but one step
 * may double a text.
 */
#pragma once

#include <gio/gio.h>
#include <libxslt/xsltInternals.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_TEMPLATE_WITHIN,
  LECTERN_TEMPLATE_TOO_LARGE,
  LECTERN_TEMPLATE_TOO_LONG,
  LECTERN_TEMPLATE_CANCELLED, /* the current GCancellable of the thread was */
} LecternTemplateSpent;

typedef struct
{
  xsltTransformContext *context;
  GCancellable *cancellable;
  gint64 until; /* processor time of this thread, ns */
  gsize most, used;
  guint since; /* requests for memory since the clock was looked at */
  LecternTemplateSpent spent;
} LecternTemplateBudget;

/* Of processor time that a run may take; a test has no patience for as many. */
extern guint lectern_template_budget_seconds;

/* Before anything else of libxml2. */
void lectern_template_budget_install (void);
/* From here to lectern_template_budget_end(), what libxml2 asks for on this thread counts, and
   @context is stopped at its next step when it is too much. @length: of the page, in bytes. @budget
   and @context stay the caller's. */
void lectern_template_budget_begin (LecternTemplateBudget *budget, xsltTransformContext *context, gsize length);
/* On the same thread. What was too much, if anything, stands in spent. */
void lectern_template_budget_end (LecternTemplateBudget *budget);

G_END_DECLS
