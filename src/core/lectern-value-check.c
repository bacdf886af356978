/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether a value may stand in a field: the last gate before it is written,
 * whoever made it.
 */
#include "lectern-value-check.h"

#include "lectern-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define LONGEST_DURATION (366 * 1440)

G_DEFINE_QUARK (lectern - value - error - quark, lectern_value_error)

/* RFC 3986 §3.1: whether @text begins with a scheme, and how long that is. */
static gsize
scheme_length (const char *text)
{
  gsize n = 0;
  if (!g_ascii_isalpha (text[0]))
    return 0;
  while (g_ascii_isalnum (text[n]) || (text[n] != '\0' && strchr ("+-.", text[n]) != NULL))
    n++;
  return text[n] == ':' ? n : 0;
}

gboolean
lectern_url_is_safe (const char *text, gboolean absolute)
{
  gsize length = scheme_length (text);
  for (const char *c = text; *c != '\0'; c++)
    if ((guchar) *c <= ' ' || *c == 0x7f || strchr ("<>\"", *c) != NULL)
      return FALSE;
  if (length == 0)
    return !absolute;
  return (length == 4 && g_ascii_strncasecmp (text, "http", 4) == 0
          && strncmp (text + 4, "://", 3) == 0 && text[7] != '\0')
         || (length == 5 && g_ascii_strncasecmp (text, "https", 5) == 0
             && strncmp (text + 5, "://", 3) == 0 && text[8] != '\0')
         || (length == 6 && g_ascii_strncasecmp (text, "mailto", 6) == 0 && text[7] != '\0');
}

/* Enough of an address to be worth sending to; the mail server decides the rest. */
gboolean
lectern_email_is_plausible (const char *text)
{
  const char *at = strchr (text, '@');
  if (at == NULL || at == text || strchr (at + 1, '@') != NULL)
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if ((guchar) *c <= ' ' || *c == 0x7f || strchr ("<>()[]\\,;:\"", *c) != NULL)
      return FALSE;
  const char *dot = strchr (at, '.');
  return dot != NULL && dot != at + 1 && text[strlen (text) - 1] != '.'
         && strstr (at, "..") == NULL;
}

gboolean
lectern_phone_is_plausible (const char *text)
{
  guint n = 0;
  for (const char *c = text; *c != '\0'; c++)
    n += g_ascii_isdigit (*c);
  return n >= 3 && strpbrk (text, "@<>\n") == NULL;
}

static gboolean
has_form (const char *text, gsize shortest, gsize longest, gboolean digits)
{
  gsize length = strlen (text);
  if (length < shortest || length > longest)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isupper (text[i]) && !(digits && i >= 2 && g_ascii_isdigit (text[i])))
      return FALSE;
  return TRUE;
}

static gboolean
is_colour (const char *text)
{
  if (strlen (text) != 7 || text[0] != '#')
    return FALSE;
  for (int i = 1; i < 7; i++)
    if (!g_ascii_isxdigit (text[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_position (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c))
      return FALSE;
  return TRUE;
}

static gboolean
is_local_time (const char *text)
{
  g_autofree char *date = g_strndup (text, 10);
  int hour, minute, end = -1;
  return lectern_date_is_valid (date) && strlen (text) == 16
         && sscanf (text + 10, "T%2d:%2d%n", &hour, &minute, &end) == 2 && end == 6
         && g_ascii_isdigit (text[11]) && g_ascii_isdigit (text[14]) && hour >= 0 && hour < 24
         && minute >= 0 && minute < 60;
}

static gboolean
texts_are_good (const LecternField *field, const LecternValue *value)
{
  g_auto (GStrv) texts = lectern_value_get_texts (value);
  for (char **text = texts; *text != NULL; text++)
    if (field->type == LECTERN_TYPE_LANGUAGES ? !lectern_language_is_valid (*text)
        : field->choices != NULL              ? !lectern_field_has_choice (field, *text)
                                              : **text == '\0')
      return FALSE;
  return texts[0] != NULL;
}

static gboolean
ids_are_good (const LecternValue *value)
{
  gsize n;
  g_autofree gint64 *ids = lectern_value_get_ids (value, &n);
  for (gsize i = 0; i < n; i++)
    if (ids[i] <= 0)
      return FALSE;
  return n > 0;
}

static gboolean
integer_is_good (const LecternField *field, gint64 integer)
{
  switch (field->type)
    {
    case LECTERN_TYPE_BOOLEAN:
      return integer == 0 || integer == 1;
    case LECTERN_TYPE_TIME:
      return integer >= 0 && integer < 2880;
    case LECTERN_TYPE_DURATION:
      return integer >= 0 && integer <= LONGEST_DURATION;
    case LECTERN_TYPE_REFERENCE:
      return integer > 0;
    default:
      return TRUE;
    }
}

static gboolean
text_is_good (const LecternField *field, const LecternValue *value)
{
  const char *text = value->data;
  switch (field->type)
    {
    case LECTERN_TYPE_TEXT:
      return strpbrk (text, "\n\r") == NULL;
    case LECTERN_TYPE_PROSE:
      return TRUE;
    case LECTERN_TYPE_DATE:
      return lectern_date_is_valid (text);
    case LECTERN_TYPE_LOCAL_TIME:
      return is_local_time (text);
    case LECTERN_TYPE_REFERENCES:
      return ids_are_good (value);
    case LECTERN_TYPE_CHOICE:
      return lectern_field_has_choice (field, text);
    case LECTERN_TYPE_TEXTS:
    case LECTERN_TYPE_LANGUAGES:
      return texts_are_good (field, value);
    case LECTERN_TYPE_LANGUAGE:
      return lectern_language_is_valid (text);
    case LECTERN_TYPE_URL:
      return lectern_url_is_safe (text, FALSE);
    case LECTERN_TYPE_EMAIL:
      return lectern_email_is_plausible (text);
    case LECTERN_TYPE_PHONE:
      return lectern_phone_is_plausible (text);
    case LECTERN_TYPE_COUNTRY:
      return has_form (text, 2, 2, FALSE);
    case LECTERN_TYPE_NUTS:
      return has_form (text, 2, 5, TRUE);
    case LECTERN_TYPE_TIME_ZONE:
      return lectern_time_zone_exists (text);
    case LECTERN_TYPE_COLOUR:
      return is_colour (text);
    case LECTERN_TYPE_CURRENCY:
      return has_form (text, 3, 3, FALSE);
    case LECTERN_TYPE_POSITION:
      return is_position (text);
    case LECTERN_TYPE_KIND_NAME:
      return lectern_kind_by_name (text) != NULL;
    default:
      return FALSE;
    }
}

/**
 * lectern_value_is_valid:
 *
 * Empty is always valid. A URL may be relative here (a picture in a programme file),
 * but one with a scheme that could run something never is.
 *
 * Returns: whether @value may stand in @field; else @error is one sentence with the
 * field's label
 */
gboolean
lectern_value_is_valid (const LecternField *field, const LecternValue *value, GError **error)
{
  gboolean good;
  switch (value->type)
    {
    case LECTERN_VALUE_EMPTY:
      return TRUE;
    case LECTERN_VALUE_INTEGER:
      good = lectern_field_is_integer (field) && integer_is_good (field, value->integer);
      break;
    case LECTERN_VALUE_REAL:
      good = field->type == LECTERN_TYPE_REAL && isfinite (value->real);
      break;
    case LECTERN_VALUE_TEXT:
      good = g_utf8_validate_len (value->data, value->length, NULL) && text_is_good (field, value);
      break;
    case LECTERN_VALUE_BYTES:
    default:
      good = field->type == LECTERN_TYPE_BYTES;
      break;
    }
  if (!good)
    g_set_error (error, LECTERN_VALUE_ERROR, 0,
                 /* TRANSLATORS: %s is the label of a field, "Start" */
                 _("“%s” cannot hold this value."), lectern_field_label (field));
  return good;
}
