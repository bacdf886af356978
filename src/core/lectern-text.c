/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The longest decomposition of one character in Unicode is 18 long. */
#define MAX_DECOMPOSED 18

/* Letters that people type without their stroke, and that NFKD leaves whole. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x00df: /* ß */
      return "ss";
    case 0x0142: /* ł */
      return "l";
    case 0x00f8: /* ø */
      return "o";
    case 0x0111: /* đ */
    case 0x00f0: /* ð */
      return "d";
    case 0x00e6: /* æ */
      return "ae";
    case 0x0153: /* œ */
      return "oe";
    case 0x00fe: /* þ */
      return "th";
    case 0x0127: /* ħ */
      return "h";
    case 0x0131: /* ı */
      return "i";
    case 0x03c2: /* ς, sigma at the end of a word */
      return "σ";
    default:
      return NULL;
    }
}

static void
append_folded (GString *out, gunichar c)
{
  gunichar parts[MAX_DECOMPOSED];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, MAX_DECOMPOSED);
  for (gsize i = 0; i < n; i++)
    {
      gunichar lower = g_unichar_tolower (parts[i]);
      const char *plain = plain_letter (lower);
      if (g_unichar_type (lower) == G_UNICODE_NON_SPACING_MARK)
        continue;
      if (plain != NULL)
        g_string_append (out, plain);
      else
        g_string_append_unichar (out, lower);
    }
}

/**
 * lectern_text_fold_append:
 * @text: bytes that are no UTF-8 are left out
 *
 * Appends what lectern_text_fold() returns. Runs of ASCII are copied at once: most
 * of a programme is that.
 */
void
lectern_text_fold_append (GString *out, const char *text)
{
  const guchar *at = (const guchar *) text;
  while (*at != '\0')
    {
      const guchar *end = at;
      while (*end != '\0' && *end < 0x80)
        end++;
      gsize start = out->len;
      g_string_append_len (out, (const char *) at, end - at);
      for (char *c = out->str + start, *stop = out->str + out->len; c < stop; c++)
        *c += *c >= 'A' && *c <= 'Z' ? 'a' - 'A' : 0; /* in place, several at once */
      for (at = end; *at >= 0x80;)
        {
          gunichar c = g_utf8_get_char_validated ((const char *) at, -1);
          if (c == (gunichar) -1 || c == (gunichar) -2)
            {
              at++;
              continue;
            }
          append_folded (out, c);
          at = (const guchar *) g_utf8_next_char (at);
        }
    }
}

/**
 * lectern_text_fold:
 *
 * Returns: (transfer full): @text as it is searched: what differs only in case, accents
 * or width is equal. g_free()
 */
char *
lectern_text_fold (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) + 8);
  lectern_text_fold_append (out, text);
  return g_string_free (out, FALSE);
}

static gboolean
all (const char *part, gboolean (*is) (gchar c))
{
  while (*part != '\0' && is (*part))
    part++;
  return *part == '\0';
}

static gboolean
is_alpha (gchar c)
{
  return g_ascii_isalpha (c);
}

static gboolean
is_digit (gchar c)
{
  return g_ascii_isdigit (c);
}

static gboolean
is_alnum (gchar c)
{
  return g_ascii_isalnum (c);
}

/* RFC 5646 §2.2.5: 5 to 8 letters or digits, or 4 that begin with a digit ("valencia", "1996"). */
static gboolean
is_variant (const char *part)
{
  gsize length = strlen (part);
  return all (part, is_alnum)
         && ((length >= 5 && length <= 8) || (length == 4 && g_ascii_isdigit (part[0])));
}

/**
 * lectern_language_is_valid:
 *
 * RFC 5646 §2.1, without extensions and private use: "de", "sr-Latn", "de-AT", "ca-valencia".
 */
gboolean
lectern_language_is_valid (const char *tag)
{
  if (tag == NULL)
    return FALSE;
  g_auto (GStrv) parts = g_strsplit (tag, "-", 0);
  char **part = parts;
  if (*part == NULL || !all (*part, is_alpha) || strlen (*part) < 2 || strlen (*part) > 3)
    return FALSE;
  part++;
  if (*part != NULL && strlen (*part) == 4 && all (*part, is_alpha))
    part++;
  if (*part != NULL
      && ((strlen (*part) == 2 && all (*part, is_alpha))
          || (strlen (*part) == 3 && all (*part, is_digit))))
    part++;
  while (*part != NULL && is_variant (*part))
    part++;
  return *part == NULL;
}

static const struct
{
  char tag[4];
  const char *name;
} language_names[] = {
  { "bg", N_("Bulgarian") },     { "bs", N_("Bosnian") },
  { "ca", N_("Catalan") },       { "cs", N_("Czech") },
  { "cy", N_("Welsh") },         { "da", N_("Danish") },
  { "de", N_("German") },        { "el", N_("Greek") },
  { "en", N_("English") },       { "es", N_("Spanish") },
  { "et", N_("Estonian") },      { "eu", N_("Basque") },
  { "fi", N_("Finnish") },       { "fr", N_("French") },
  { "ga", N_("Irish") },         { "gl", N_("Galician") },
  { "hr", N_("Croatian") },      { "hu", N_("Hungarian") },
  { "is", N_("Icelandic") },     { "it", N_("Italian") },
  { "lb", N_("Luxembourgish") }, { "lt", N_("Lithuanian") },
  { "lv", N_("Latvian") },       { "mk", N_("Macedonian") },
  { "mt", N_("Maltese") },       { "nb", N_("Norwegian Bokmål") },
  { "nl", N_("Dutch") },         { "nn", N_("Norwegian Nynorsk") },
  { "no", N_("Norwegian") },     { "pl", N_("Polish") },
  { "pt", N_("Portuguese") },    { "ro", N_("Romanian") },
  { "ru", N_("Russian") },       { "se", N_("Northern Sami") },
  { "sk", N_("Slovak") },        { "sl", N_("Slovenian") },
  { "sq", N_("Albanian") },      { "sr", N_("Serbian") },
  { "sv", N_("Swedish") },       { "tr", N_("Turkish") },
  { "uk", N_("Ukrainian") },
};

/**
 * lectern_language_name:
 *
 * Returns: (transfer full): "German", "German (AT)"; the tag itself where the language
 * has no name here
 */
char *
lectern_language_name (const char *tag)
{
  gsize length = strcspn (tag, "-");
  for (gsize i = 0; i < G_N_ELEMENTS (language_names); i++)
    if (strlen (language_names[i].tag) == length
        && g_ascii_strncasecmp (language_names[i].tag, tag, length) == 0)
      return tag[length] == '\0'
                 ? g_strdup (_(language_names[i].name))
                 : g_strdup_printf ("%s (%s)", _(language_names[i].name), tag + length + 1);
  return g_strdup (tag);
}
