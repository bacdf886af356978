/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The event's page: one file of HTML5 with its style inside and no script, one per
 * language. Made by a template, see lectern-template.h; ours are for WCAG 2.2 AA, for a phone,
 * for the dark and for A4 paper.
 */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

/* Something the page points to: the page in another language, a file. */
typedef struct
{
  const char *language; /* of a page; NULL for a file */
  const char *label;    /* of a file; NULL for a page */
  const char *type;     /* MIME type of a file */
  const char *href;     /* relative or absolute */
} LecternHtmlLink;

typedef struct
{
  const LecternHtmlLink *pages; /* in all languages, this one included */
  guint n_pages;
  const LecternHtmlLink *files;
  guint n_files;
  const char *logo;   /* href of the event's picture; NULL: it is put into the page itself */
  const char *emblem; /* the programme's, likewise */
  /* (nullable) The href of the page of a session; NULL: sessions have no pages. g_free(). */
  char *(*session_page) (const LecternProgramme *programme, guint index, gpointer data);
  gpointer data;
  const char *event_page; /* of a session's page: where it leads back to */
} LecternHtmlSurroundings;

typedef enum
{
  LECTERN_HTML_PAGE = 0,          /* a whole file, with its style */
  LECTERN_HTML_FRAGMENT = 1 << 0, /* what stands in a page of somebody else, under its title: no
                                     <html>, <head>, <style>, <main>, <h1>; "[" is escaped */
  LECTERN_HTML_PLAIN = 1 << 1,    /* without <script> and <time>: where they would be taken out */
} LecternHtmlForm;

/* @language: of the page and its words. @around: (nullable). NULL with @error where the template
   that the event's look names cannot be used. */
GBytes *lectern_html_write (const LecternProgramme *programme,
                            const char *language,
                            const LecternHtmlSurroundings *around,
                            LecternHtmlForm form,
                            GError **error);
/* The page of the session with this index in the programme. */
GBytes *lectern_html_write_session (const LecternProgramme *programme,
                                    guint index,
                                    const char *language,
                                    const LecternHtmlSurroundings *around,
                                    LecternHtmlForm form,
                                    GError **error);
/* What templates are given of the event's page; see data/templates/README.md. */
GBytes *lectern_html_write_xml (const LecternProgramme *programme, const char *language);

/* A page that leads to the pages of several events. */
typedef struct
{
  const char *title;
  const char *when; /* in words of the page's language; may be NULL */
  const char *href;
  const char *language; /* of the title, NULL: that of the page */
} LecternHtmlEntry;
/* The entries in the order in which they are given, made by LECTERN_LOOK_TEMPLATE. NULL with @error
   where that cannot be used. */
GBytes *lectern_html_write_index (const char *title,
                                  const char *language,
                                  const LecternHtmlEntry *entries,
                                  guint n_entries,
                                  LecternHtmlForm form,
                                  GError **error);

G_END_DECLS
