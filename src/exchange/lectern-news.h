/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Announcements: made from what the workspace knows, written in Markdown, given out as a
 * page each and gathered in a newsletter.
 */
#pragma once

#include "lectern-edit.h"
#include "lectern-letter.h"
#include "lectern-reader.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 record;
  char *name;     /* of its page, without language and ending: "news-agenda-1f3a"; stays the same */
  char *title;
  char *text;     /* Markdown */
  char *language; /* of the texts, where they are not in the asked one; else NULL */
  gint64 when;    /* ms since 1970: when it was to be published; 0: not said */
  gint64 changed; /* ms since 1970: when what it says was last changed */
} LecternNews;

/* What is ready, and whose time has come at @now (ms), newest first. Of LecternNews;
   g_ptr_array_unref(). */
GPtrArray *lectern_news_list (LecternReader *reader, gint64 event, const char *language, gint64 now);

/* An announcement of @type (key of announcement_type) with a title and a text in each language of
   the event, from its dates, places, promises and agenda; a draft, to be edited. *news: its id. */
LecternEdit *lectern_news_edit_new (LecternReader *reader, gint64 event, const char *type, gint64 *news,
                                    GError **error);
/* The text alone. g_free(). */
char *lectern_news_text (const LecternProgramme *programme, const char *type, const char *language);

/* One announcement as a page. @pages: the same in all languages, this one included. */
GBytes *lectern_news_write_page (const LecternProgramme *programme, const LecternNews *news, const char *language,
                                 const LecternHtmlLink *pages, guint n_pages, const char *event_page,
                                 LecternHtmlForm form, GError **error);

/* All news as one web page or fragment. */
GBytes *lectern_news_write_letter (const LecternProgramme *programme, GPtrArray *news, const char *language,
                                   const LecternLetter *letter, LecternHtmlForm form,
                                   GError **error);
/* The same as HTML for a message: styled in place, without head. */
GBytes *lectern_news_write_mail (const LecternProgramme *programme, GPtrArray *news, const char *language,
                                 const LecternLetter *letter, GError **error);

G_END_DECLS
