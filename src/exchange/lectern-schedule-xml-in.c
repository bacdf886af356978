/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-xml-in.h"

#include "lectern-exchange-error.h"
#include "lectern-schedule-xml-event.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <string.h>

#define CHUNK (64 * 1024)

static LecternXmlScope
scope_below (LecternXmlReader *r, LecternXmlScope above, LecternXmlName name)
{
  switch (above)
    {
    case SCOPE_DOCUMENT:
      return name == NAME_SCHEDULE ? SCOPE_SCHEDULE : SCOPE_FOREIGN;
    case SCOPE_SCHEDULE:
      if (name == NAME_CONFERENCE)
        return SCOPE_CONFERENCE;
      if (name == NAME_TRACKS)
        return SCOPE_TRACKS;
      return name == NAME_DAY ? SCOPE_DAY : SCOPE_LEAF;
    case SCOPE_DAY:
      if (name == NAME_ROOM)
        return SCOPE_ROOM;
      return name == NAME_EVENT ? SCOPE_EVENT : SCOPE_FOREIGN;
    case SCOPE_ROOM:
      return name == NAME_EVENT ? SCOPE_EVENT : SCOPE_FOREIGN;
    case SCOPE_EVENT:
      if (name == NAME_PERSONS)
        return SCOPE_PERSONS;
      if (name == NAME_LINKS)
        return SCOPE_LINKS;
      if (name == NAME_ATTACHMENTS)
        return SCOPE_ATTACHMENTS;
      return name == NAME_RECORDING ? SCOPE_RECORDING : SCOPE_LEAF;
    case SCOPE_CONFERENCE:
    case SCOPE_TRACKS:
    case SCOPE_PERSONS:
    case SCOPE_LINKS:
    case SCOPE_ATTACHMENTS:
    case SCOPE_RECORDING:
      return SCOPE_LEAF;
    case SCOPE_LEAF:
    case SCOPE_WITHIN_LEAF:
      return SCOPE_WITHIN_LEAF;
    case SCOPE_FOREIGN:
    default:
      return SCOPE_FOREIGN;
    }
}

static int
line_of (LecternXmlReader *r)
{
  return xmlSAX2GetLineNumber (r->parser) + r->first_line;
}

static void stop (LecternXmlReader *r, int code, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
stop (LecternXmlReader *r, int code, const char *format, ...)
{
  va_list args;
  va_start (args, format);
  if (r->error == NULL)
    r->error = g_error_new_valist (LECTERN_EXCHANGE_ERROR, code, format, args);
  va_end (args);
  xmlStopParser (r->parser);
}

static void
begin_day (LecternXmlReader *r, const LecternXmlAttributes *attributes)
{
  g_autofree char *date = lectern_xml_attribute (attributes, "date");
  g_autofree char *start = lectern_xml_attribute (attributes, "start");
  g_autofree char *end = lectern_xml_attribute (attributes, "end");
  g_autofree char *where = lectern_xml_reader_where (r);
  lectern_schedule_build_day (&r->build, date, start, end, where);
  r->day = (int)r->build.programme->days->len - 1;
  r->room = -1;
}

static void
begin_room (LecternXmlReader *r, const LecternXmlAttributes *attributes)
{
  g_autofree char *name = lectern_schedule_one_line (lectern_xml_attribute (attributes, "name"));
  g_autofree char *guid = lectern_xml_attribute (attributes, "guid");
  g_autofree char *where = lectern_xml_reader_where (r);
  r->room = lectern_schedule_build_room (&r->build, name, guid, where);
}

static void
on_start (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *uri,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **list)
{
  LecternXmlReader *r = data;
  LecternXmlAttributes attributes = { list, n_attributes };
  if (r->depth + 1 >= LECTERN_SCHEDULE_MAX_DEPTH)
    {
      stop (r, LECTERN_EXCHANGE_ERROR_TOO_LARGE,
            _ ("Line %d is too deeply nested for a programme."), line_of (r));
      return;
    }
  LecternXmlScope above = r->scopes[r->depth];
  LecternXmlName code = lectern_xml_reader_name (r, (const char *)name);
  LecternXmlScope scope = scope_below (r, above, code);
  r->scopes[++r->depth] = scope;
  switch (scope)
    {
    case SCOPE_DAY:
      begin_day (r, &attributes);
      break;
    case SCOPE_ROOM:
      begin_room (r, &attributes);
      break;
    case SCOPE_EVENT:
      lectern_xml_event_begin (r, &attributes);
      if (above == SCOPE_DAY)
        r->room = -1;
      break;
    case SCOPE_LEAF:
      lectern_xml_leaf_begin (r, above, code, (const char *)name, &attributes);
      break;
    case SCOPE_WITHIN_LEAF:
      r->leaf_has_children = TRUE;
      break;
    case SCOPE_FOREIGN:
      if (above == SCOPE_DOCUMENT)
        stop (r, LECTERN_EXCHANGE_ERROR_UNKNOWN,
              _ ("This is XML, but not a programme: line %d does not begin a schedule."),
              line_of (r));
      break;
    default:
      break;
    }
}

static void
on_end (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  LecternXmlReader *r = data;
  LecternXmlScope scope = r->scopes[r->depth];
  if (r->depth > 0)
    r->depth--;
  if (scope == SCOPE_LEAF)
    lectern_xml_leaf_end (r, r->scopes[r->depth]);
  else if (scope == SCOPE_EVENT)
    lectern_xml_event_end (r);
  if (lectern_schedule_build_is_full (&r->build))
    stop (r, LECTERN_EXCHANGE_ERROR_TOO_LARGE,
          _ ("The programme has too many entries; reading stopped in line %d."), line_of (r));
}

static void
on_text (void *data, const xmlChar *text, int length)
{
  LecternXmlReader *r = data;
  LecternXmlScope scope = r->scopes[r->depth];
  if (scope != SCOPE_LEAF && scope != SCOPE_WITHIN_LEAF)
    return;
  if (r->text->len + length > LECTERN_SCHEDULE_MAX_TEXT)
    stop (r, LECTERN_EXCHANGE_ERROR_TOO_LARGE, _ ("The text in line %d is too long."), line_of (r));
  else
    g_string_append_len (r->text, (const char *)text, length);
}

/* Programmes need no entities of their own; what declares some means harm or is no programme. */
static void
on_entity (void *data,
           const xmlChar *name,
           int type,
           const xmlChar *public_id,
           const xmlChar *system_id,
           xmlChar *content)
{
  LecternXmlReader *r = data;
  stop (r, LECTERN_EXCHANGE_ERROR_HOSTILE,
        _ ("Line %d declares an entity, which a programme does not need; the file was not read."),
        line_of (r));
}

static void
damaged (LecternXmlReader *r)
{
  const xmlError *last = xmlCtxtGetLastError (r->parser);
  int line = (last != NULL && last->line > 0 ? last->line : 1) + r->first_line;
  if (r->error != NULL)
    return;
  if (last != NULL
      && (last->code == XML_ERR_INVALID_ENCODING || last->code == XML_ERR_INVALID_CHAR
          || last->domain == XML_FROM_IO || last->code == XML_I18N_CONV_FAILED))
    g_set_error (&r->error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_DAMAGED,
                 _ ("Line %d has characters that are not valid in the encoding of the file."),
                 line);
  else
    {
      g_autofree char *why
          = g_strstrip (g_strdup (last != NULL && last->message != NULL ? last->message : ""));
      g_set_error (&r->error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_DAMAGED,
                   _ ("The file is not valid XML: line %d cannot be read (%s)."), line, why);
    }
}

static void
parse (LecternXmlReader *r,
       const char *content,
       gsize length,
       LecternProgressFunc progress,
       gpointer data,
       GCancellable *cancellable)
{
  int failed = 0;
  for (gsize at = 0; at < length && r->error == NULL && failed == 0; at += CHUNK)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, &r->error))
        return;
      failed = xmlParseChunk (r->parser, content + at, (int)MIN (length - at, CHUNK), 0);
      if (progress != NULL)
        progress ((double)MIN (at + CHUNK, length) / length, data);
    }
  if (r->error == NULL && failed == 0)
    failed = xmlParseChunk (r->parser, content, 0, 1);
  if (r->error == NULL && (failed != 0 || !r->parser->wellFormed))
    damaged (r);
}

LecternProgramme *
lectern_schedule_xml_read (GBytes *file,
                           LecternProgressFunc progress,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  gsize length;
  const char *content = g_bytes_get_data (file, &length);
  LecternXmlReader r;
  LecternProgramme *programme = NULL;
  xmlSAXHandler sax = { .initialized = XML_SAX2_MAGIC,
                        .startElementNs = on_start,
                        .endElementNs = on_end,
                        .characters = on_text,
                        .cdataBlock = on_text,
                        .ignorableWhitespace = on_text,
                        .entityDecl = on_entity };
  if (length > LECTERN_SCHEDULE_MAX_BYTES)
    {
      g_set_error_literal (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_TOO_LARGE,
                           _ ("The file is too large to be a programme."));
      return NULL;
    }
  lectern_xml_reader_init (&r);
  /* XML allows nothing before its declaration; copied files have empty lines there. */
  for (; length > 0 && g_ascii_isspace (*content); content++, length--)
    r.first_line += *content == '\n';
  r.parser = xmlCreatePushParserCtxt (&sax, &r, NULL, 0, NULL);
  /* NOENT only so that “&amp;” in attributes arrives as it is meant: declared entities end the
   * reading. */
  xmlCtxtUseOptions (r.parser,
                     XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  parse (&r, content, length, progress, data, cancellable);
  if (r.error != NULL)
    g_propagate_error (error, g_steal_pointer (&r.error));
  else
    programme = lectern_schedule_build_finish (&r.build);
  xmlFreeDoc (r.parser->myDoc); /* libxml2 makes one where there is a DOCTYPE */
  xmlFreeParserCtxt (r.parser);
  lectern_xml_reader_clear (&r);
  return programme;
}
