/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A page as XML, which templates turn into HTML: only what the programme it is given says,
 * so only what is public. data/templates/README.md describes it element by element.
 */
#pragma once

#include "lectern-html-out.h"
#include "lectern-words.h"

G_BEGIN_DECLS

typedef struct
{
  const LecternProgramme *programme; /* NULL: a page of no event */
  const LecternDetails *details;     /* may be NULL */
  const char *language;
  const LecternHtmlSurroundings *around; /* may be NULL */
  GString *out;
  LecternHtmlForm form;
} LecternEventXml;

const char *lectern_event_xml_word (LecternEventXml *xml, LecternWord word);
gboolean lectern_event_xml_shows (LecternEventXml *xml, LecternPart part);
/* " name="value""; nothing without a value. Between "<name" and ">", which are plain text. */
void lectern_event_xml_attribute (LecternEventXml *xml, const char *name, const char *value);
/* The same for an address that may be shown; nothing for any other. */
void lectern_event_xml_href (LecternEventXml *xml, const char *name, const char *url);
void lectern_event_xml_escape (LecternEventXml *xml, const char *text);
/* <name lang>text</name>, lang where the text is in another language than the page; nothing
   without text. */
void lectern_event_xml_text (LecternEventXml *xml, const char *name, const char *text);
/* The same with a link to an address that may be shown; @text NULL: the address itself. */
void lectern_event_xml_link (LecternEventXml *xml, const char *name, const char *url, const char *text);
/* Prose as p, ul, ol, li, em, strong, code, a and br. */
void lectern_event_xml_prose (LecternEventXml *xml, const char *name, const char *prose);
/* <name iso="2026-06-17">17 June 2026</name>; nothing without a date. */
void lectern_event_xml_date (LecternEventXml *xml, const char *name, const char *date);

/* <page …>, words, look, languages and files: what every page begins with; and its end, with
   who pays for it. */
void lectern_event_xml_start (LecternEventXml *xml, const char *kind, const char *title, LecternHtmlForm form);
GBytes *lectern_event_xml_finish (LecternEventXml *xml);

/* All between start and finish, start included: the page of the event, of a session. */
void lectern_event_xml_of_event (LecternEventXml *xml, LecternHtmlForm form);
void lectern_event_xml_of_session (LecternEventXml *xml, guint index, LecternHtmlForm form);
/* What other pages lead back to. @href: (nullable). */
void lectern_event_xml_event (LecternEventXml *xml, const char *href);
/* <name href lang><title/><when/></name> for each. */
void lectern_event_xml_entries (LecternEventXml *xml, const char *name, const LecternHtmlEntry *entries, guint n);

void lectern_event_xml_agenda (LecternEventXml *xml);
void lectern_event_xml_session (LecternEventXml *xml, guint index);
void lectern_event_xml_day_open (LecternEventXml *xml, guint index);
void lectern_event_xml_speakers (LecternEventXml *xml);

G_END_DECLS
