/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of the page share; only for lectern-html-*.c.
 */
#pragma once

#include "lectern-html-out.h"
#include "lectern-words.h"

G_BEGIN_DECLS

typedef struct
{
  const LecternProgramme *programme;
  const LecternDetails *details; /* may be NULL */
  const char *language;
  const LecternHtmlSurroundings *around;
  GString *out;
  LecternHtmlForm form;
} LecternHtmlPage;

extern const char lectern_html_style[];

/* <!DOCTYPE html> to <body>; the caller adds to <head> between the two. Of a page, not a fragment. */
void lectern_html_start (GString *out, const char *language, const char *title);
void lectern_html_end_head (GString *out);
/* Takes the page's text. */
GBytes *lectern_html_finish (LecternHtmlPage *page);
/* <time datetime="@stamp">, or nothing where the form has none; and its end. */
void lectern_html_open_time (LecternHtmlPage *page, const char *stamp);
void lectern_html_close_time (LecternHtmlPage *page);
const char *lectern_html_word (LecternHtmlPage *page, LecternWord word);
void lectern_html_escape (LecternHtmlPage *page, const char *text);
/* <tag class>text</tag>, with lang where the text is in another language; nothing without text. */
void
lectern_html_text (LecternHtmlPage *page, const char *tag, const char *css_class, const char *text);
/* Prose in a <div>, with lang where it differs; nothing without prose. */
void lectern_html_prose (LecternHtmlPage *page, const char *prose);
void lectern_html_heading (LecternHtmlPage *page, int level, const char *id, const char *text);
/* name="value", with a space before it. */
void lectern_html_attribute (LecternHtmlPage *page, const char *name, const char *value);
/* A link where the address may be shown, else only the text. */
void lectern_html_link (LecternHtmlPage *page, const char *url, const char *text);
/* <time datetime> of a date, in the page's words. */
void lectern_html_date (LecternHtmlPage *page, const char *date);

void lectern_html_facts (LecternHtmlPage *page);
void lectern_html_changes (LecternHtmlPage *page);
void lectern_html_to_come (LecternHtmlPage *page);
void lectern_html_registration (LecternHtmlPage *page);
void lectern_html_venues (LecternHtmlPage *page);
void lectern_html_agenda (LecternHtmlPage *page);
void lectern_html_speakers (LecternHtmlPage *page);

G_END_DECLS
