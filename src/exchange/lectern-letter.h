/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a newsletter has beside the news: what is coming up, and whom to turn to.
 */
#pragma once

#include "lectern-html-out.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *events; /* of LecternHtmlEntry: upcoming ones */
  GArray *links;  /* of LecternHtmlLink, label and href: contacts and social pages */
  GPtrArray *texts; /* what these point to */
  const LecternHtmlLink *pages; /* the letter in all languages; not owned, none at first */
  guint n_pages;
} LecternLetter;

/* @event_page: (nullable): where the event's page is; else its own address, if it has one that may
   be shown. Free with lectern_letter_free(). Of the thread of @reader. */
LecternLetter *lectern_letter_new (LecternReader *reader, const LecternProgramme *programme, const char *language,
                                   const char *event_page);
void lectern_letter_free (LecternLetter *letter);
/* All news that are out as HTML for a message, with absolute addresses only. NULL with @error where
   nothing is announced yet. Of the thread of @reader. */
GBytes *lectern_letter_export (LecternReader *reader, const LecternProgramme *programme, const char *language,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternLetter, lectern_letter_free)

G_END_DECLS
