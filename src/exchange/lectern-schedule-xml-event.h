/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What schedule.xml's elements mean, for the reader that walks through them.
 */
#pragma once

#include "lectern-schedule-build.h"

#include <libxml/parser.h>

G_BEGIN_DECLS

typedef enum
{
  SCOPE_DOCUMENT,
  SCOPE_SCHEDULE,
  SCOPE_CONFERENCE,
  SCOPE_TRACKS,
  SCOPE_DAY,
  SCOPE_ROOM,
  SCOPE_EVENT,
  SCOPE_PERSONS,
  SCOPE_LINKS,
  SCOPE_ATTACHMENTS,
  SCOPE_RECORDING,
  SCOPE_LEAF,        /* its text counts */
  SCOPE_WITHIN_LEAF, /* markup inside of a text: its text counts as well */
  SCOPE_FOREIGN,
} LecternXmlScope;

typedef enum
{
  NAME_OTHER,
  NAME_ABSTRACT,
  NAME_ACRONYM,
  NAME_ATTACHMENT,
  NAME_ATTACHMENTS,
  NAME_BASE_URL,
  NAME_CITY,
  NAME_COLOR,
  NAME_CONFERENCE,
  NAME_DATE,
  NAME_DAY,
  NAME_DAYS,
  NAME_DAY_CHANGE,
  NAME_DESCRIPTION,
  NAME_DURATION,
  NAME_END,
  NAME_EVENT,
  NAME_FEEDBACK_URL,
  NAME_GENERATOR,
  NAME_LANGUAGE,
  NAME_LICENSE,
  NAME_LINK,
  NAME_LINKS,
  NAME_LOGO,
  NAME_OPTOUT,
  NAME_ORIGIN_URL,
  NAME_PERSON,
  NAME_PERSONS,
  NAME_RECORDING,
  NAME_ROOM,
  NAME_SCHEDULE,
  NAME_SLUG,
  NAME_START,
  NAME_SUBTITLE,
  NAME_TIMESLOT_DURATION,
  NAME_TIME_ZONE_NAME,
  NAME_TITLE,
  NAME_TRACK,
  NAME_TRACKS,
  NAME_TYPE,
  NAME_URL,
  NAME_VENUE,
  NAME_VERSION,
  NAME_VIDEO_DOWNLOAD_URL,
} LecternXmlName;

typedef struct
{
  xmlParserCtxtPtr parser;
  GError *error;
  LecternScheduleBuild build;
  LecternXmlScope scopes[LECTERN_SCHEDULE_MAX_DEPTH];
  int depth;
  int first_line;      /* empty lines before the declaration */
  GHashTable *names;   /* element names: LecternXmlName */
  GHashTable *unknown; /* element names that a doubt has named already */
  int day, room;       /* indexes of the open ones, -1 none */
  LecternProgrammeSession *session;
  char *date, *start, *duration, *room_name; /* of the open event */

  /* the open leaf */
  GString *text;
  LecternXmlName leaf;
  char *leaf_name;
  gboolean leaf_has_children;
  char *href, *type, *service, *guid, *id, *code, *label, *colour, *slug;
} LecternXmlReader;

/* libxml2 hands attributes over as five pointers each. */
typedef struct
{
  const xmlChar **list;
  int n;
} LecternXmlAttributes;
/* A copy of its value, g_free(); NULL where there is none of this name. */
char *lectern_xml_attribute (const LecternXmlAttributes *attributes, const char *name);

/* Nothing is open yet; the parser is set by who reads. lectern_xml_reader_clear(). */
void lectern_xml_reader_init (LecternXmlReader *r);
/* Frees the error and an unfinished programme too; the parser is freed by who set it. */
void lectern_xml_reader_clear (LecternXmlReader *r);
/* NAME_OTHER for an element that the format does not know. */
LecternXmlName lectern_xml_reader_name (LecternXmlReader *r, const char *name);
/* "line 120": where the parser is, for doubts. g_free(). */
char *lectern_xml_reader_where (LecternXmlReader *r);

/* A new session of the programme, open from now on, with its identifiers. */
void lectern_xml_event_begin (LecternXmlReader *r, const LecternXmlAttributes *attributes);
/* Gives the open session its room and notes when it takes place; none is open after it. */
void lectern_xml_event_end (LecternXmlReader *r);

/* lectern-schedule-xml-leaf.c */
/* Frees what the open leaf holds but for its text. */
void lectern_xml_leaf_clear (LecternXmlReader *r);
/* Opens a leaf in the scope @above: keeps its attributes, and @name where @code is NAME_OTHER. */
void lectern_xml_leaf_begin (LecternXmlReader *r,
                             LecternXmlScope above,
                             LecternXmlName code,
                             const char *name,
                             const LecternXmlAttributes *attributes);
/* Puts what the open leaf says where it belongs, by the scope that it stands in. */
void lectern_xml_leaf_end (LecternXmlReader *r, LecternXmlScope above);

/* lectern-schedule-xml-head.c: the text of the open leaf, and leaves outside of days */
char *lectern_xml_take_prose (LecternXmlReader *r);
/* The text of the open leaf on one line; g_free(). */
char *lectern_xml_take_line (LecternXmlReader *r);
/* Frees what was in *field; takes @text. */
void lectern_xml_replace (char **field, char *text);
/* What the open leaf says of the file: its version and addresses. */
void lectern_xml_end_in_schedule (LecternXmlReader *r);
/* What the open leaf says of the event. */
void lectern_xml_end_in_conference (LecternXmlReader *r);
void lectern_xml_end_track (LecternXmlReader *r);

G_END_DECLS
