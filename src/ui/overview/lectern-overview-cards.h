/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The cards of the overview. Each is made once and filled anew from the view's
 * workspace and event whenever something of its kinds changed.
 */
#pragma once

#include "lectern-card.h"

G_BEGIN_DECLS

/* (transfer floating) Where we are, without a line until it is filled. Like the cards below it does
   not keep @view alive. */
LecternCard *lectern_ladder_card_new (LecternView *view);
/* The steps with their dates, and what was promised to the public. */
void lectern_ladder_card_fill (LecternCard *card, LecternView *view);

/* (transfer floating) What is due next, with a field to add a task. */
LecternCard *lectern_due_card_new (LecternView *view);
/* The first six tasks that are not done, by date; the count is of all of them. */
void lectern_due_card_fill (LecternCard *card, LecternView *view);

/* (transfer floating) What is wrong, with a link to the agenda. */
LecternCard *lectern_problems_card_new (LecternView *view);
void lectern_problems_card_fill (LecternCard *card, LecternView *view);

/* (transfer floating) What two people changed without seeing each other. */
LecternCard *lectern_review_card_new (LecternView *view);
/* The first five such values of the whole workspace, each with buttons to decide. */
void lectern_review_card_fill (LecternCard *card, LecternView *view);

/* (transfer floating) What does not stand on the website yet, with a link there. */
LecternCard *lectern_unpublished_card_new (LecternView *view);
/* Five of the changes of the event, or that there is no website; the count is of all of them. */
void lectern_unpublished_card_fill (LecternCard *card, LecternView *view);

/* "29 May", "29 May 2027". g_free(). */
char *lectern_near_date_words (const char *date);
/* "29 May · overdue", "today"; *late says whether it is overdue. g_free(). */
char *lectern_due_words (const char *date, gboolean *late);
/* @text: without spaces around it, never "". */
typedef void (*LecternAddFunc) (LecternView *view, const char *text);
/* (transfer floating) A field to type a new line into; Enter hands its text to @add and empties it.
   @view is not kept alive. */
GtkWidget *lectern_add_entry_new (LecternView *view, const char *placeholder, LecternAddFunc add);

G_END_DECLS
