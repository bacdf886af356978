/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers as people type them: amounts, durations, moments, yes and no.
 */
#include "lectern-value-number.h"

#include "lectern-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Thousands as people separate them: spaces, no-break and narrow spaces, apostrophes. */
static char *
without_spaces (const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      if (!g_unichar_isspace (c) && c != '\'' && c != 0x2019 && c != 0x202f)
        g_string_append_unichar (out, c == 0x2212 ? '-' : c);
    }
  return g_string_free (out, FALSE);
}

static gboolean
parse_integer (const char *text, gint64 *integer)
{
  g_autofree char *digits = without_spaces (text);
  const char *start = *digits == '+' ? digits + 1 : digits;
  return g_ascii_string_to_signed (start, 10, G_MININT64, G_MAXINT64, integer, NULL);
}

static gboolean
parse_real (const char *text, double *real)
{
  g_autofree char *digits = without_spaces (text);
  char *end;
  if (strchr (digits, '.') == NULL)
    g_strdelimit (digits, ",", '.');
  *real = g_ascii_strtod (digits, &end);
  return end != digits && *end == '\0' && isfinite (*real) && strpbrk (digits, "xXnN") == NULL;
}

/* "1 234,50", "1.234,50", "1,234.50", "1234", with or without a currency sign around it:
 * hundredths. Of several signs the last divides; a lone one with three digits behind it
 * separates thousands. */
static gboolean
parse_money (const char *text, gint64 *hundredths)
{
  g_autofree char *typed = without_spaces (text);
  GString *digits = g_string_new (NULL);
  int decimals = 0;
  gboolean good = TRUE, negative = FALSE;
  const char *start = typed + strcspn (typed, "-0123456789");
  const char *end = typed + strlen (typed);
  while (end > start && !g_ascii_isdigit (end[-1]))
    end--;
  const char *divider = NULL;
  for (const char *c = start; c < end; c++)
    if (*c == '.' || *c == ',')
      divider = c;
  if (divider != NULL && (end - divider - 1 > 2 || end == divider + 1))
    divider = NULL;
  for (const char *c = start; c < end; c++)
    {
      if (c == divider)
        decimals = end - divider - 1;
      else if (*c == '-' && c == start)
        negative = TRUE;
      else if (g_ascii_isdigit (*c))
        g_string_append_c (digits, *c);
      else if (*c != '.' && *c != ',')
        good = FALSE;
    }
  for (; decimals < 2; decimals++)
    g_string_append_c (digits, '0');
  guint64 value = 0;
  good = good && end > start
         && g_ascii_string_to_unsigned (digits->str, 10, 0, G_MAXINT64, &value, NULL);
  *hundredths = negative ? -(gint64) value : (gint64) value;
  g_string_free (digits, TRUE);
  return good;
}

static gboolean
parse_boolean (const char *text, gint64 *integer)
{
  static const char *const yes[]
      = { "1", "yes", "y", "true", "on", "x", "ja", "j", "oui", "si", "sim", "tak", "✓", NULL };
  static const char *const no[]
      = { "0", "no", "n", "false", "off", "nein", "nej", "nee", "non", "nie", "-", NULL };
  g_autofree char *folded = lectern_text_fold (text);
  *integer = g_strv_contains (yes, folded);
  return *integer || g_strv_contains (no, folded) || strcmp (text, _("Yes")) == 0
         || strcmp (text, _("No")) == 0;
}

/* "45", "45 min", "1:30", "1h30", "1 h", "1.5 h": minutes. */
static gboolean
parse_duration (const char *text, gint64 *minutes)
{
  g_autofree char *typed = without_spaces (text);
  char *end;
  gint64 number = g_ascii_strtoll (typed, &end, 10);
  if (end == typed || number < 0 || number > 366 * 1440)
    return FALSE;
  if (*end == '\0' || g_ascii_strncasecmp (end, "min", 3) == 0 || strcmp (end, "'") == 0
      || strcmp (end, "′") == 0)
    {
      *minutes = number;
      return TRUE;
    }
  gboolean hours = *end == ':' || *end == 'h' || *end == 'H';
  if (hours && (end[1] == '\0' || g_ascii_strcasecmp (end, "hours") == 0) && *end != ':')
    {
      *minutes = number * 60;
      return TRUE;
    }
  if (!hours || !g_ascii_isdigit (end[1]) || !g_ascii_isdigit (end[2]) || end[1] > '5'
      || (end[3] != '\0' && g_ascii_strncasecmp (end + 3, "min", 3) != 0
          && strcmp (end + 3, "h") != 0))
    return FALSE;
  *minutes = number * 60 + (end[1] - '0') * 10 + (end[2] - '0');
  return *minutes <= 366 * 1440;
}

/* Milliseconds since 1970, or a date with a time (RFC 3339; without an offset this
 * computer's zone). */
static gboolean
parse_instant (const char *text, gint64 *instant)
{
  if (g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, instant, NULL))
    return TRUE;
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  g_autofree char *iso = g_strdup (text);
  if (strlen (iso) > 10 && iso[10] == ' ')
    iso[10] = 'T';
  g_autofree char *whole = strlen (iso) == 16 ? g_strconcat (iso, ":00", NULL) : g_strdup (iso);
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (whole, local);
  if (then == NULL)
    return FALSE;
  *instant = g_date_time_to_unix (then) * 1000 + g_date_time_get_microsecond (then) / 1000;
  return TRUE;
}

gboolean
lectern_value_parse_number (const LecternField *field, const char *text, LecternValue *value)
{
  gint64 integer = 0;
  double real;
  gboolean good;
  switch (field->type)
    {
    case LECTERN_TYPE_REAL:
      good = parse_real (text, &real);
      *value = good ? lectern_value_real (real) : LECTERN_EMPTY;
      return good;
    case LECTERN_TYPE_BOOLEAN:
      good = parse_boolean (text, &integer);
      break;
    case LECTERN_TYPE_TIME:
      integer = lectern_time_parse (text);
      good = integer >= 0;
      break;
    case LECTERN_TYPE_DURATION:
      good = parse_duration (text, &integer);
      break;
    case LECTERN_TYPE_INSTANT:
      good = parse_instant (text, &integer);
      break;
    case LECTERN_TYPE_MONEY:
      good = parse_money (text, &integer);
      break;
    default:
      good = parse_integer (text, &integer);
      break;
    }
  *value = good ? lectern_value_integer (integer) : LECTERN_EMPTY;
  return good;
}
