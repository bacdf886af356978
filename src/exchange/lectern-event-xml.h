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
  gint64 changed; /* when what it shows was last changed, ms since 1970; 0: not said */
} LecternEventXml;

/* In the language of the page; never NULL, not to be freed. */
const char *lectern_event_xml_word (LecternEventXml *xml, LecternWord word);
/* FALSE where the look of the event leaves @part out; what comes without details shows all. */
gboolean lectern_event_xml_shows (LecternEventXml *xml, LecternPart part);
/* " name="value""; nothing without a value. Between "<name" and ">", which are plain text. */
void lectern_event_xml_attribute (LecternEventXml *xml, const char *name, const char *value);
/* The same for an address that may be shown; nothing for any other. */
void lectern_event_xml_href (LecternEventXml *xml, const char *name, const char *url);
/* Appends @text as it may stand in an element or an attribute; NULL is "". */
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

/* <page …>, words, look, languages and files: what every page begins with. Keeps @form in @xml. */
void lectern_event_xml_start (LecternEventXml *xml, const char *kind, const char *title, LecternHtmlForm form);
/* (transfer full) The whole page, after its end with who pays for it; out is NULL from then on. */
GBytes *lectern_event_xml_finish (LecternEventXml *xml);

/* The page of the event but for lectern_event_xml_finish(). */
void lectern_event_xml_of_event (LecternEventXml *xml, LecternHtmlForm form);
/* Likewise that of the session with this index in the programme. */
void lectern_event_xml_of_session (LecternEventXml *xml, guint index, LecternHtmlForm form);
/* What other pages lead back to. @href: (nullable). */
void lectern_event_xml_event (LecternEventXml *xml, const char *href);
/* <name href lang><title/><when/></name> for each. */
void lectern_event_xml_entries (LecternEventXml *xml, const char *name, const LecternHtmlEntry *entries, guint n);

/* <agenda>: each day that has sessions, with what is in its rooms and these sessions by time. */
void lectern_event_xml_agenda (LecternEventXml *xml);
/* <session> of the one with this index in the programme; without the parts that the look leaves
   out. */
void lectern_event_xml_session (LecternEventXml *xml, guint index);
/* <day> with its date, title and venue, by the index of the day; who calls it writes </day>. */
void lectern_event_xml_day_open (LecternEventXml *xml, guint index);
/* <speaker> for each who has a part in a session that takes place and did not cancel, in the order of
   names. */
void lectern_event_xml_speakers (LecternEventXml *xml);

G_END_DECLS
