/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a template made, as text: HTML by the rules of the standard's serialisation. Here is
 * where scripts end, whoever wrote the template.
 */
#include "lectern-template-private.h"

#include "lectern-markup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEEPEST 200
#define LONGEST (64 * 1024 * 1024)

typedef struct
{
  const LecternTemplateForm *form;
  GString *out;
  GError **error;
  guint depth;
} Writer;

static gboolean
is_among (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

static gboolean
is_void (const char *name)
{
  static const char *const names[] = { "area", "br", "col", "hr", "img", "link", "meta", "wbr", NULL };
  return is_among (name, names);
}

/* A line each, so that a difference between two pages can be read. */
static gboolean
ends_line (const char *name)
{
  static const char *const inside[]
      = { "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "em", "i", "img", "kbd", "mark", "q", "s",
          "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", NULL };
  return !is_among (name, inside);
}

static gboolean
starts_line (const char *name)
{
  static const char *const around[]
      = { "html", "head", "body", "header", "main", "footer", "section", "article", "nav", "ul", "ol",
          "dl", "table", "thead", "tbody", "details", NULL };
  return is_among (name, around);
}

static gboolean G_GNUC_PRINTF (2, 3)
refuse (Writer *w, const char *why, ...)
{
  va_list list;
  va_start (list, why);
  g_propagate_error (w->error, g_error_new_valist (LECTERN_TEMPLATE_ERROR, LECTERN_TEMPLATE_ERROR_WRONG,
                                                   why, list));
  va_end (list);
  return FALSE;
}

/* Relative, of the page itself, or one that a link may have. */
static gboolean
is_address (const char *url, gboolean picture)
{
  gsize before = strcspn (url, ":/?#");
  if (picture && g_str_has_prefix (url, "data:image/") && !g_str_has_prefix (url, "data:image/svg"))
    return TRUE;
  return url[before] != ':' || lectern_markup_is_safe_link (url);
}

static gboolean
write_attribute (Writer *w, const xmlAttr *attribute)
{
  static const char *const addresses[]
      = { "href", "src", "action", "formaction", "srcset", "poster", "cite", "background", "ping", "data", NULL };
  const char *name = (const char *) attribute->name;
  g_autofree char *folded = g_ascii_strdown (name, -1);
  xmlChar *value = xmlNodeListGetString (attribute->doc, attribute->children, 1);
  const char *text = value ? (const char *) value : "";
  gboolean good = TRUE;
  if (g_str_has_prefix (folded, "on") || g_str_equal (folded, "srcdoc"))
    good = refuse (w, _("it writes the attribute “%s”, which runs scripts"), name);
  else if (is_among (folded, addresses) && !is_address (text, g_str_equal (folded, "src")))
    good = refuse (w, _("it writes an address into “%s” that pages may not have"), name);
  else if (!(w->form->plain && g_str_has_prefix (folded, "item")))
    {
      g_string_append_c (w->out, ' ');
      g_string_append (w->out, name);
      g_string_append (w->out, "=\"");
      lectern_markup_escape (w->out, text);
      g_string_append_c (w->out, '"');
    }
  xmlFree (value);
  return good;
}

static gboolean write_node (Writer *w, const xmlNode *node);

static gboolean
write_children (Writer *w, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child; child = child->next)
    if (!write_node (w, child))
      return FALSE;
  return TRUE;
}

/* The only elements whose text is not escaped; so it must not be able to end them. */
static gboolean
write_style (Writer *w, const xmlNode *node)
{
  xmlChar *text = xmlNodeGetContent (node);
  gboolean good = strstr ((const char *) text, "</") == NULL
                  && strstr ((const char *) text, "<!--") == NULL
                  && strstr ((const char *) text, "@import") == NULL;
  if (good)
    g_string_append_printf (w->out, "<style>\n%s</style>\n", (const char *) text);
  else
    refuse (w, _("its <%s> holds what a style sheet may not"), "style");
  xmlFree (text);
  return good;
}

/* A data block: it is never run, and lectern_jsonld_write() sees to it that no text in it can end
   the element. */
static void
write_data (Writer *w)
{
  gsize length;
  if (w->form->data == NULL || w->form->plain)
    return;
  const char *data = g_bytes_get_data (w->form->data, &length);
  g_string_append (w->out, "<script type=\"application/ld+json\">\n");
  g_string_append_len (w->out, data, length);
  g_string_append (w->out, "</script>\n");
}

static gboolean
may_be_published (const xmlNode *node, const char *name)
{
  static const char *const never[]
      = { "script", "iframe", "object", "embed", "applet", "frame", "frameset", "base", "form", "input",
          "button", "textarea", "select", "svg", "math", "template", "noscript", "plaintext", "xmp",
          "noembed", "noframes", "portal", "audio", "video", NULL };
  for (const char *c = name; *c; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;
  return node->ns == NULL && g_ascii_isalpha (*name) && !is_among (name, never);
}

static gboolean
write_element (Writer *w, const xmlNode *node)
{
  const char *name = (const char *) node->name;
  g_autofree char *folded = g_ascii_strdown (name, -1);
  if (!may_be_published (node, folded))
    return refuse (w, _("it writes a <%s>, which published pages do not have"), name);
  if (w->form->plain && g_str_equal (folded, "time"))
    return write_children (w, node);
  if (g_str_equal (folded, "style"))
    return write_style (w, node);
  g_string_append_c (w->out, '<');
  g_string_append (w->out, folded);
  for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    if (!write_attribute (w, attribute))
      return FALSE;
  g_string_append (w->out, starts_line (folded) ? ">\n" : ">");
  if (!is_void (folded))
    {
      if (!write_children (w, node))
        return FALSE;
      if (g_str_equal (folded, "head"))
        write_data (w);
      g_string_append (w->out, "</");
      g_string_append (w->out, folded);
      g_string_append_c (w->out, '>');
    }
  if (ends_line (folded))
    g_string_append_c (w->out, '\n');
  return TRUE;
}

static gboolean
write_node (Writer *w, const xmlNode *node)
{
  gboolean good = TRUE;
  if (w->depth >= DEEPEST || w->out->len > LONGEST)
    return refuse (w, "%s", _("what it makes is too large for a page"));
  w->depth++;
  if (node->type == XML_ELEMENT_NODE)
    good = write_element (w, node);
  else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    lectern_markup_escape (w->out, (const char *) node->content);
  w->depth--;
  return good;
}

GBytes *
lectern_template_serialise (xmlDoc *result, const LecternTemplateForm *form, GError **error)
{
  const xmlNode *root = xmlDocGetRootElement (result);
  Writer w = { form, g_string_new (form->fragment ? NULL : "<!DOCTYPE html>\n"), error, 0 };
  gboolean good = root != NULL;
  if (root == NULL)
    refuse (&w, "%s", _("it makes no page"));
  else if (!form->fragment && g_ascii_strcasecmp ((const char *) root->name, "html") != 0)
    good = refuse (&w, _("what it makes begins with <%s> instead of <html>"), (const char *) root->name);
  good = good && write_children (&w, (const xmlNode *) result);
  if (!good)
    {
      g_string_free (w.out, TRUE);
      return NULL;
    }
  if (form->fragment)
    {
      /* content systems act on what stands in brackets; the data has its own grammar */
      g_string_replace (w.out, "[", "&#91;", 0);
      write_data (&w);
    }
  return g_string_free_to_bytes (w.out);
}
