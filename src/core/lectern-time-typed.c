/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Times as people in Europe write and type them.
 */
#include "lectern-time.h"

#include "lectern-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTES_PER_DAY 1440
#define LATEST (2 * MINUTES_PER_DAY)

typedef struct
{
  int minutes;
  gboolean certain;  /* nothing but a time is written so */
  gboolean digits;   /* "0940" */
  gboolean half_day; /* with am or pm */
} Clock;

/* Goes over @word where it stands, in any case. */
static gboolean
skip_word (const char **at, const char *word)
{
  gsize length = strlen (word);
  if (g_ascii_strncasecmp (*at, word, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

static void
skip_spaces (const char **at)
{
  /* no-break spaces too, as pasted from documents */
  while (**at == ' ' || **at == '\t' || skip_word (at, "\u00a0") || skip_word (at, "\u202f") || skip_word (at, "\u2009"))
    if (**at == ' ' || **at == '\t')
      (*at)++;
}

/* A whole word, not the beginning of a longer one. */
static gboolean
skip_whole_word (const char **at, const char *word)
{
  const char *after = *at;
  if (!skip_word (&after, word) || g_unichar_isalpha (g_utf8_get_char (after)))
    return FALSE;
  *at = after;
  return TRUE;
}

/* Up to four digits; their number, or 0. */
static guint
read_digits (const char **at, int *value)
{
  guint n = 0;
  *value = 0;
  for (; g_ascii_isdigit (**at) && n < 5; n++)
    *value = *value * 10 + *(*at)++ - '0';
  return n;
}

/* "Uhr" and "uur", also between hours and minutes: "9 Uhr 40". */
static gboolean
read_hour_word (const char **at, int *minutes)
{
  const char *after = *at;
  skip_spaces (&after);
  if (!skip_whole_word (&after, "uhr") && !skip_whole_word (&after, "uur") && !skip_whole_word (&after, "hrs"))
    return FALSE;
  *at = after;
  skip_spaces (&after);
  int more;
  if (*minutes == 0 && read_digits (&after, &more) == 2 && more < 60 && *after != ':' && *after != '.')
    {
      *minutes = more;
      *at = after;
    }
  return TRUE;
}

/* "9.40", "9:40:00", "9h", "9h40", "9u40", "0940", "9". */
static gboolean
read_clock (const char **at, Clock *clock)
{
  int hours, minutes = 0, seconds;
  guint n = read_digits (at, &hours);
  *clock = (Clock){ .minutes = -1 };
  if (n == 3 || n == 4)
    {
      minutes = hours % 100;
      hours /= 100;
      clock->digits = n == 4;
    }
  else if (n < 1 || n > 2)
    return FALSE;
  else if ((**at == '.' || **at == ':') && g_ascii_isdigit ((*at)[1]))
    {
      (*at)++;
      if (read_digits (at, &minutes) != 2)
        return FALSE;
      if (**at == ':' && g_ascii_isdigit ((*at)[1]) && ((*at)++, read_digits (at, &seconds) != 2))
        return FALSE;
      clock->certain = TRUE;
    }
  else if (strchr ("hHuU", **at) != NULL && **at != '\0' && !g_ascii_isalpha ((*at)[1]))
    {
      (*at)++;
      if (g_ascii_isdigit (**at) && read_digits (at, &minutes) != 2)
        return FALSE;
      clock->certain = TRUE;
    }
  if (read_hour_word (at, &minutes))
    clock->certain = TRUE;
  if (minutes >= 60)
    return FALSE;
  clock->minutes = hours * 60 + minutes;
  return TRUE;
}

/* am and pm: 12 am is midnight. FALSE: the hour does not go with it. */
static gboolean
apply_half_day (const char **at, Clock *clock)
{
  const char *after = *at;
  skip_spaces (&after);
  gboolean am = skip_word (&after, "a.m.") || skip_whole_word (&after, "am");
  gboolean pm = !am && (skip_word (&after, "p.m.") || skip_whole_word (&after, "pm"));
  if (!am && !pm)
    return TRUE;
  if (clock->minutes < 60 || clock->minutes >= 13 * 60)
    return FALSE;
  clock->minutes = clock->minutes % 720 + (pm ? 720 : 0);
  clock->certain = clock->half_day = TRUE;
  *at = after;
  return TRUE;
}

/* A time of day and what stands around it: "kl. 9.40", "9:40 Uhr", "1:30+1". */
static gboolean
scan_time (const char **at, Clock *clock)
{
  static const char *const before[] = { "kl.", "kl", "um", "at", "from", "von", "ab", "om", "klo", "ore" };
  const char *here = *at;
  skip_spaces (&here);
  gboolean word = FALSE;
  for (guint i = 0; !word && i < G_N_ELEMENTS (before); i++)
    word = skip_whole_word (&here, before[i]);
  skip_spaces (&here);
  if (!read_clock (&here, clock) || !apply_half_day (&here, clock))
    return FALSE;
  const char *after = here;
  skip_spaces (&after);
  if (strncmp (after, "+1", 2) == 0 && !g_ascii_isdigit (after[2]))
    {
      if (clock->minutes >= MINUTES_PER_DAY)
        return FALSE;
      clock->minutes += MINUTES_PER_DAY;
      here = after + 2;
    }
  if (clock->minutes >= LATEST)
    return FALSE;
  *at = here;
  return TRUE;
}

/**
 * lectern_time_parse:
 * @text: as people type it, also with "kl.", "Uhr", "am" or "pm"; "+1" is the next day
 *
 * Returns: minutes after 00:00, 0 to 2879; -1 where it is no time
 */
int
lectern_time_parse (const char *text)
{
  const char *at = text;
  Clock clock;
  if (text == NULL || !scan_time (&at, &clock))
    return -1;
  skip_spaces (&at);
  return *at == '\0' ? clock.minutes : -1;
}

/* What stands between two times. */
static gboolean
skip_until (const char **at)
{
  static const char *const dashes[] = { "–", "—", "‑", "−", "-", "‐" };
  static const char *const words[] = { "bis", "till", "until", "til", "to", "tot", "à", "do" };
  const char *here = *at;
  skip_spaces (&here);
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    if (skip_word (&here, dashes[i]))
      {
        *at = here;
        return TRUE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (skip_whole_word (&here, words[i]))
      {
        *at = here;
        return TRUE;
      }
  return FALSE;
}

/* "+45", "+ 45 min" */
static int
scan_length (const char **at)
{
  const char *here = *at;
  int minutes;
  skip_spaces (&here);
  if (*here++ != '+')
    return -1;
  skip_spaces (&here);
  if (read_digits (&here, &minutes) == 0 || minutes < 1 || minutes > MINUTES_PER_DAY || g_ascii_isdigit (*here))
    return -1;
  *at = here;
  skip_spaces (&here);
  if (skip_whole_word (&here, "min.") || skip_whole_word (&here, "min") || skip_whole_word (&here, "minutes")
      || skip_word (&here, "′") || skip_word (&here, "'"))
    *at = here;
  return minutes;
}

/* *certain: nothing but a time is written so. */
static gboolean
scan_range (const char **at, int *start, int *end, gboolean *certain)
{
  const char *here = *at;
  Clock from, to;
  if (!scan_time (&here, &from))
    return FALSE;
  const char *after = here;
  int length = scan_length (&after);
  *start = from.minutes;
  *end = -1;
  *certain = from.certain;
  if (length > 0)
    {
      *end = from.minutes + length;
      *certain = TRUE;
    }
  else if (skip_until (&after) && scan_time (&after, &to))
    {
      if (to.half_day && !from.half_day && from.minutes >= 60 && from.minutes < 720 && to.minutes > 720
          && from.minutes + 720 < to.minutes)
        *start += 720; /* "2–3 pm" */
      *end = to.minutes < *start ? to.minutes + MINUTES_PER_DAY : to.minutes; /* 22:00–1:00 */
      *certain = from.certain || to.certain || (from.digits && to.digits);
    }
  else
    after = here;
  if (*end >= LATEST || *end == *start)
    return FALSE;
  *at = after;
  return TRUE;
}

gboolean
lectern_time_range_parse (const char *text, int *start, int *end)
{
  const char *at = text;
  int from, to;
  gboolean certain;
  if (text == NULL || !scan_range (&at, &from, &to, &certain))
    return FALSE;
  skip_spaces (&at);
  if (*at != '\0')
    return FALSE;
  *start = from;
  *end = to;
  return TRUE;
}

gboolean
lectern_time_range_scan (const char **at, int *start, int *end)
{
  const char *here = *at;
  int from, to;
  gboolean certain;
  if (!scan_range (&here, &from, &to, &certain) || !certain || g_unichar_isalnum (g_utf8_get_char (here))
      || (strchr (".:/", *here) != NULL && g_ascii_isdigit (here[*here != '\0'])))
    return FALSE;
  *at = here;
  *start = from;
  *end = to;
  return TRUE;
}

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, LECTERN_VALUE_ERROR, 0, sentence);
  return FALSE;
}

gboolean
lectern_time_typed_parse (const char *text, int day_start, int *start, int *duration, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  int from, to;
  if (*typed == '\0')
    {
      *start = -1;
      return TRUE;
    }
  if (*typed == '+') /* "+45": it lasts 45 minutes */
    {
      const char *at = typed;
      int more = scan_length (&at);
      if (more < 0 || *at != '\0')
        return refuse (error, _ ("After “+” stand minutes, “+45”."));
      *duration = more;
      return TRUE;
    }
  if (!lectern_time_range_parse (typed, &from, &to))
    return refuse (error, _ ("This is no time: write “14:00–15:30”, “14h”, “1400” or “14:00+45”."));
  /* Before the day begins it is still the night after it. */
  if (day_start > 0 && from < day_start)
    {
      from += MINUTES_PER_DAY;
      to += to >= 0 ? MINUTES_PER_DAY : 0;
    }
  if (MAX (from, to) > LATEST)
    return refuse (error, _ ("A session ends at the latest at midnight of the next day."));
  *start = from;
  if (to >= 0)
    *duration = to - from;
  return TRUE;
}
