/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Templates at work, locked in: no file, no network, no endless run.
 */
#include "lectern-template-budget.h"
#include "lectern-template-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#define SCHEME "lectern-template:/"
#define DEEPEST 400 /* templates that call each other */
#define VARIABLES 15000
#define LONGEST_ERROR 4096
/* Steps of a run, and a few more for each byte of the page. */
#define STEPS 500000 /* a page of 1,000 sessions takes fewer than two for each byte */
#define STEPS_PER_BYTE 4
#define READING (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA \
                 | XML_PARSE_COMPACT)

/* --- errors --- */

static void G_GNUC_PRINTF (2, 3)
on_words (void *data, const char *format, ...)
{
  GString *words = data;
  va_list list;
  va_start (list, format);
  if (words->len < LONGEST_ERROR)
    g_string_append_vprintf (words, format, list);
  va_end (list);
}

static void
on_xml_error (void *data, const xmlError *error)
{
  on_words (data, "%s", error->message ? error->message : "");
}

/* libxslt has one function for what is said outside of a run, whichever thread says it. */
static GPrivate listening;

static void G_GNUC_PRINTF (2, 3)
on_generic (void *data, const char *format, ...)
{
  GString *words = g_private_get (&listening);
  va_list list;
  va_start (list, format);
  if (words && words->len < LONGEST_ERROR)
    g_string_append_vprintf (words, format, list);
  va_end (list);
}

static void
catch_errors (GString *words)
{
  g_private_set (&listening, words);
  xmlSetStructuredErrorFunc (words, words ? (xmlStructuredErrorFunc) on_xml_error : NULL);
}

/* libxslt has a word of its own for what is not an error of the template's grammar. */
static char *
reason_of (const char *words)
{
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
  if (strstr (words, "infinite template recursion") || strstr (words, "limit exceeded"))
    return g_strdup (_("it does not come to an end"));
  for (guint i = 0; lines[i]; i++)
    {
      gsize length = strlen (g_strstrip (lines[i]));
      if (length == 0 || strstr (lines[i], " line ") || g_str_has_prefix (lines[i], "XPath error"))
        continue;
      if (lines[i][length - 1] == '.')
        lines[i][length - 1] = '\0';
      return g_utf8_make_valid (lines[i], -1);
    }
  return g_strdup (_("it is not a style sheet"));
}

/* What was spent, in the words that follow a template's name; NULL: not too much. */
static const char *
reason_to_stop (LecternTemplateSpent spent)
{
  switch (spent)
    {
    case LECTERN_TEMPLATE_TOO_LARGE:
      return _("it takes too much memory");
    case LECTERN_TEMPLATE_TOO_LONG:
      return _("it takes too long");
    case LECTERN_TEMPLATE_CANCELLED:
      return _("it was stopped");
    default:
      return NULL;
    }
}

/* One sentence of what libxslt said: "… file lectern-template:/NAME.xsl line 12 element x\nwhy\n". */
static void
set_error (GError **error, const char *name, int line, const char *words)
{
  g_autoptr (GRegex) place = g_regex_new ("file lectern-template:/(\\S+?)\\.xsl line (\\d+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *file = g_strdup (name);
  g_autofree char *why = reason_of (words);
  if (g_regex_match (place, words, 0, &match))
    {
      g_autofree char *number = g_match_info_fetch (match, 2);
      g_free (file);
      file = g_match_info_fetch (match, 1);
      line = atoi (number);
    }
  if (line > 0)
    g_set_error (error, LECTERN_TEMPLATE_ERROR, LECTERN_TEMPLATE_ERROR_WRONG,
                 /* Translators: a file's name, why, and where in the file. */
                 _("The template “%s” cannot be used: %s (line %d)."), file, why, line);
  else
    g_set_error (error, LECTERN_TEMPLATE_ERROR, LECTERN_TEMPLATE_ERROR_WRONG,
                 _("The template “%s” cannot be used: %s."), file, why);
}

/* --- reading --- */

static xmlDoc *
parse (GBytes *text, const char *url, xmlDict *dict, GString *words, int *line)
{
  gsize length;
  const char *bytes = g_bytes_get_data (text, &length);
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  if (dict)
    {
      xmlDictFree (parser->dict);
      parser->dict = dict;
      xmlDictReference (dict);
    }
  xmlDoc *doc = xmlCtxtReadMemory (parser, bytes, (int) length, url, "UTF-8", READING);
  const xmlError *last = doc ? NULL : xmlCtxtGetLastError (parser);
  if (last && words)
    g_string_assign (words, last->message ? last->message : "");
  if (last && line)
    *line = last->line;
  if (doc && doc->intSubset)
    g_clear_pointer (&doc, xmlFreeDoc);
  xmlFreeParserCtxt (parser);
  return doc;
}

/* What a style sheet asks for: other templates by their name, and nothing else ever. */
static xmlDoc *
load (const xmlChar *url, xmlDict *dict, int options, void *data, xsltLoadType type)
{
  const char *name = (const char *) url;
  if (type != XSLT_LOAD_STYLESHEET || !g_str_has_prefix (name, SCHEME))
    return NULL;
  g_autoptr (GBytes) text = lectern_template_text (name + strlen (SCHEME), NULL);
  return text ? parse (text, name, dict, NULL, NULL) : NULL;
}

static void
start_once (void)
{
  static gsize once;
  if (g_once_init_enter (&once))
    {
      lectern_template_budget_install ();
      xmlInitParser ();
      xsltInit ();
      xsltSetLoaderFunc (load);
      xsltSetGenericErrorFunc (NULL, on_generic);
      g_once_init_leave (&once, 1);
    }
}

static xsltStylesheet *
compile (const char *name, GError **error)
{
  g_autoptr (GBytes) text = lectern_template_text (name, error);
  g_autofree char *url = g_strdup_printf (SCHEME "%s.xsl", name);
  GString *words = g_string_new (NULL);
  int line = 0;
  xsltStylesheet *style = NULL;
  start_once ();
  catch_errors (words);
  xmlDoc *doc = text ? parse (text, url, NULL, words, &line) : NULL;
  if (doc && (style = xsltParseStylesheetDoc (doc)) == NULL)
    xmlFreeDoc (doc);
  catch_errors (NULL);
  if (style == NULL && text != NULL)
    set_error (error, name, line, words->str);
  g_string_free (words, TRUE);
  return style;
}

/* Those that come with the program never change: compiled once. */
static xsltStylesheet *
acquire (const char *name, gboolean *kept, GError **error)
{
  static GHashTable *cache;
  static GMutex lock;
  *kept = lectern_template_is_ours (name);
  if (!*kept)
    return compile (name, error);
  g_mutex_lock (&lock);
  if (cache == NULL)
    cache = g_hash_table_new (g_str_hash, g_str_equal);
  xsltStylesheet *style = g_hash_table_lookup (cache, name);
  if (style == NULL && (style = compile (name, error)) != NULL)
    g_hash_table_insert (cache, g_strdup (name), style);
  g_mutex_unlock (&lock);
  return style;
}

/* --- running --- */

static xsltSecurityPrefs *
nothing_allowed (void)
{
  static const xsltSecurityOption options[]
      = { XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
          XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK };
  xsltSecurityPrefs *prefs = xsltNewSecurityPrefs ();
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    xsltSetSecurityPrefs (prefs, options[i], xsltSecurityForbid);
  return prefs;
}

static xmlDoc *
run (xsltStylesheet *style, const char *name, xmlDoc *page, gsize length, GError **error)
{
  GString *words = g_string_new (NULL);
  xsltSecurityPrefs *prefs = nothing_allowed ();
  xsltTransformContext *context = xsltNewTransformContext (style, page);
  xsltSetCtxtSecurityPrefs (prefs, context);
  xsltSetTransformErrorFunc (context, words, on_words);
  catch_errors (words);
  context->maxTemplateDepth = DEEPEST;
  context->maxTemplateVars = VARIABLES;
  context->opLimit = context->xpathCtxt->opLimit = STEPS + STEPS_PER_BYTE * length;
  LecternTemplateBudget budget;
  lectern_template_budget_begin (&budget, context, length);
  xmlDoc *result = xsltApplyStylesheetUser (style, page, NULL, NULL, NULL, context);
  lectern_template_budget_end (&budget);
  catch_errors (NULL);
  if (reason_to_stop (budget.spent))
    g_string_assign (words, reason_to_stop (budget.spent));
  if (result == NULL || context->state != XSLT_STATE_OK || budget.spent != LECTERN_TEMPLATE_WITHIN)
    {
      set_error (error, name, 0, words->str);
      g_clear_pointer (&result, xmlFreeDoc);
    }
  xsltFreeTransformContext (context);
  xsltFreeSecurityPrefs (prefs);
  g_string_free (words, TRUE);
  return result;
}

gboolean
lectern_template_check (const char *name, GError **error)
{
  xsltStylesheet *style = compile (name, error);
  if (style)
    xsltFreeStylesheet (style);
  return style != NULL;
}

GBytes *
lectern_template_apply (const char *name, GBytes *xml, gboolean fragment, gboolean plain, GBytes *data,
                        GError **error)
{
  const LecternTemplateForm form = { fragment, plain, data };
  g_autoptr (GError) why = NULL;
  gboolean kept = FALSE;
  xsltStylesheet *style = acquire (name, &kept, error);
  if (style == NULL)
    return NULL;
  xmlDoc *page = parse (xml, "lectern-page:/page.xml", NULL, NULL, NULL);
  /* libxml2 has limits of its own, for depth */
  xmlDoc *result = page ? run (style, name, page, g_bytes_get_size (xml), error) : NULL;
  GBytes *html = result ? lectern_template_serialise (result, &form, &why) : NULL;
  if (why || page == NULL)
    set_error (error, name, 0, why ? why->message : _("what it makes is too large for a page"));
  if (result)
    xmlFreeDoc (result);
  if (page)
    xmlFreeDoc (page);
  if (!kept)
    xsltFreeStylesheet (style);
  return html;
}
