/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Somebody edited an item on the website: what we left there, what stands there and what we
 * would write, side by side with the words that differ, and the ways to decide.
 * Emits "decided" (guint: LecternSiteChoice).
 */
#pragma once

#include "lectern-site-job.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define LECTERN_TYPE_SITE_DECISION (lectern_site_decision_get_type ())
G_DECLARE_FINAL_TYPE (LecternSiteDecision, lectern_site_decision, LECTERN, SITE_DECISION, AdwBin)

/* (transfer floating) Without texts, its buttons insensitive, until lectern_site_decision_set(). */
GtkWidget *lectern_site_decision_new (void);
/* Shows @texts, of which it keeps references; the choices can be made from now on. */
void lectern_site_decision_set (LecternSiteDecision *self, const LecternSiteTexts *texts);
/* While they are being read. */
void lectern_site_decision_clear (LecternSiteDecision *self);

G_END_DECLS
