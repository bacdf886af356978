/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cards of the overview. Each is made once and filled anew from the view's
 * workspace and event whenever something of its kinds changed.
 */
#pragma once

#include "lectern-card.h"

G_BEGIN_DECLS

LecternCard *lectern_ladder_card_new (LecternView *view);
void lectern_ladder_card_fill (LecternCard *card, LecternView *view);

LecternCard *lectern_due_card_new (LecternView *view);
void lectern_due_card_fill (LecternCard *card, LecternView *view);

LecternCard *lectern_problems_card_new (LecternView *view);
void lectern_problems_card_fill (LecternCard *card, LecternView *view);

LecternCard *lectern_review_card_new (LecternView *view);
void lectern_review_card_fill (LecternCard *card, LecternView *view);

LecternCard *lectern_unpublished_card_new (LecternView *view);
void lectern_unpublished_card_fill (LecternCard *card, LecternView *view);

/* "29 May", "29 May 2027". g_free(). */
char *lectern_near_date_words (const char *date);
/* "29 May · overdue", "today"; *late says whether it is overdue. g_free(). */
char *lectern_due_words (const char *date, gboolean *late);
/* A field to type a new line into; Enter hands its text to @add. */
typedef void (*LecternAddFunc) (LecternView *view, const char *text);
GtkWidget *lectern_add_entry_new (LecternView *view, const char *placeholder, LecternAddFunc add);

G_END_DECLS
