/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The texts of a session in its languages: the source, and one translation beside it
 * with a mark where it is older than its source.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_AGENDA_TEXTS (lectern_agenda_texts_get_type ())
G_DECLARE_FINAL_TYPE (LecternAgendaTexts, lectern_agenda_texts, LECTERN, AGENDA_TEXTS, AdwBin)

/* (transfer floating) @view is not kept alive; it stores what is changed. */
GtkWidget *lectern_agenda_texts_new (LecternView *view);
/* Reads anew also for the same one. Where it is not there what is shown stays. */
void lectern_agenda_texts_show (LecternAgendaTexts *self, gint64 session);
/* The language beside the source, NULL where only the source is shown. */
const char *lectern_agenda_texts_get_language (LecternAgendaTexts *self);
/* @language: a language tag (BCP 47), copied; NULL or the source's: only the source. */
void lectern_agenda_texts_set_language (LecternAgendaTexts *self, const char *language);

G_END_DECLS
