/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-text-dates.h"

#include "lectern-date-words.h"
#include "lectern-text.h"

#include <stdlib.h>
#include <string.h>

/* Letters from which a weekday alone is believed: "mar" and "son" are other words too. */
#define WEEKDAY_IN_FULL 5

typedef struct
{
  gsize at, length;
  int number;  /* -1: no number */
  guint digits;
  int month, weekday;
  gboolean joins;  /* "and", "–": what stands on both sides of it belongs together */
  gboolean filler; /* "the", ".", ",": says nothing */
} Token;

static gboolean
is_one_of (const char *word, const char *const *list)
{
  g_autofree char *folded = lectern_text_fold (word);
  return g_strv_contains (list, folded);
}

static void
read_word (Token *token, const char *word)
{
  static const char *const joins[] = { "and", "und", "och", "et", "en", "e", "y", "i", "to", "bis", "till", "au",
                                       "tot", "al", "do", NULL };
  static const char *const fillers[] = { "de", "del", "of", "the", "th", "st", "nd", "rd", "er", "den", "der",
                                         "le", "il", "el", "dem", "am", NULL };
  token->joins = is_one_of (word, joins);
  token->filler = is_one_of (word, fillers);
  if (token->joins || token->filler)
    return;
  token->month = lectern_date_words_month (word);
  token->weekday = MAX (lectern_date_words_weekday (word), 0);
}

static GArray *
tokenize (const char *text)
{
  GArray *tokens = g_array_new (FALSE, TRUE, sizeof (Token));
  for (const char *at = text; *at != '\0';)
    {
      Token token = { .at = at - text, .number = -1 };
      const char *end = at;
      gunichar c = g_utf8_get_char (at);
      if (g_unichar_isspace (c))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      if (g_ascii_isdigit (*at))
        while (g_ascii_isdigit (*end))
          end++;
      else if (g_unichar_isalpha (c))
        while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
          end = g_utf8_next_char (end);
      else
        end = g_utf8_next_char (at);
      token.length = end - at;
      g_autofree char *word = g_strndup (at, token.length);
      if (g_ascii_isdigit (*at))
        {
          token.digits = token.length;
          token.number = token.digits <= 4 ? atoi (word) : 0;
        }
      else if (g_unichar_isalpha (c))
        read_word (&token, word);
      else
        {
          token.joins = strchr ("-&/", *at) != NULL || c == 0x2013 || c == 0x2014;
          token.filler = strchr (".,", *at) != NULL;
        }
      g_array_append_val (tokens, token);
      at = end;
    }
  return tokens;
}

static const Token *
token_at (GArray *tokens, int i)
{
  return i >= 0 && i < (int) tokens->len ? &g_array_index (tokens, Token, i) : NULL;
}

static gboolean
is_day (const Token *token)
{
  return token && token->digits >= 1 && token->digits <= 2 && token->number >= 1 && token->number <= 31;
}

static gboolean
is_year (const Token *token)
{
  return token && token->digits == 4 && token->number >= 1900 && token->number <= 2200;
}

static void
add (GArray *dates, GArray *tokens, int first, int last, int day, int month, int year, int weekday)
{
  const Token *from = token_at (tokens, first), *to = token_at (tokens, last);
  LecternTextDate date = { from->at, to->at + to->length - from->at, day, month, year, weekday };
  g_array_append_val (dates, date);
}

/* The weekday just before token @i, over what says nothing; *first moves to it. */
static int
weekday_before (GArray *tokens, int i, int *first)
{
  const Token *token = token_at (tokens, --i);
  while (token && token->filler)
    token = token_at (tokens, --i);
  if (token == NULL || token->weekday == 0)
    return 0;
  *first = i;
  return token->weekday;
}

/* Days before the month at @month: "17", "17th of", "17.–18.", "17 and 18". */
static gboolean
add_before (GArray *dates, GArray *tokens, int month, int last, int year)
{
  int days[8], places[8], n = 0, i = month - 1;
  while (n < 8)
    {
      while (token_at (tokens, i) && token_at (tokens, i)->filler)
        i--;
      if (!is_day (token_at (tokens, i)))
        break;
      places[n] = i;
      days[n++] = token_at (tokens, i)->number;
      i--;
      while (token_at (tokens, i) && token_at (tokens, i)->filler)
        i--;
      if (token_at (tokens, i) == NULL || !token_at (tokens, i)->joins)
        break;
      i--;
    }
  for (int k = n - 1; k >= 0; k--)
    {
      int first = places[k], weekday = weekday_before (tokens, places[k], &first);
      add (dates, tokens, first, k == 0 ? last : places[k], days[k], token_at (tokens, month)->month, year, weekday);
    }
  return n > 0;
}

/* A month in words with its days and perhaps a year; the index after it. */
static int
read_month (GArray *dates, GArray *tokens, int i)
{
  int month = i, last = i, next = i + 1, year = 0;
  while (token_at (tokens, next) && token_at (tokens, next)->filler)
    next++;
  if (is_year (token_at (tokens, next)))
    year = token_at (tokens, last = next)->number;
  if (add_before (dates, tokens, month, last, year))
    return last + 1;
  if (next == i + 1 && is_day (token_at (tokens, next))) /* "June 17, 2026" */
    {
      int first = i, weekday = weekday_before (tokens, i, &first), day = token_at (tokens, next)->number;
      last = next++;
      while (token_at (tokens, next) && token_at (tokens, next)->filler)
        next++;
      if (is_year (token_at (tokens, next)))
        year = token_at (tokens, last = next)->number;
      add (dates, tokens, first, last, day, token_at (tokens, month)->month, year, weekday);
      return last + 1;
    }
  return i + 1;
}

/* "2026-06-17" and "17.06.2026", "17/6/2026": three numbers and the same sign between. */
static int
read_numbers (const char *text, GArray *dates, GArray *tokens, int i)
{
  const Token *t[5];
  for (int k = 0; k < 5; k++)
    if ((t[k] = token_at (tokens, i + k)) == NULL || (k > 0 && t[k]->at != t[k - 1]->at + t[k - 1]->length))
      return i + 1;
  char sign = text[t[1]->at];
  if (sign != text[t[3]->at] || strchr ("-./", sign) == NULL)
    return i + 1;
  const Token *day = is_year (t[0]) ? t[4] : t[0], *year = is_year (t[0]) ? t[0] : t[4];
  if (!is_day (day) || !is_year (year) || t[2]->number < 1 || t[2]->number > 12)
    return i + 1;
  int first = i, weekday = weekday_before (tokens, i, &first);
  add (dates, tokens, first, i + 4, day->number, t[2]->number, year->number, weekday);
  return i + 5;
}

/* "mar 16 juin", "mar 16/06/2026": a weekday, though a month is called so too. */
static gboolean
is_weekday_of_next (const char *text, GArray *tokens, int i)
{
  const Token *token = token_at (tokens, i);
  int next = i + 2;
  if (token->month == 0 || token->weekday == 0 || !is_day (token_at (tokens, i + 1)))
    return FALSE;
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (LecternTextDate));
  read_numbers (text, dates, tokens, i + 1);
  while (token_at (tokens, next) && token_at (tokens, next)->filler)
    next++;
  return dates->len > 0 || (token_at (tokens, next) && token_at (tokens, next)->month != 0);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const LecternTextDate *one = a, *two = b;
  return one->at < two->at ? -1 : one->at > two->at;
}

static gboolean
is_inside_one (GArray *dates, const Token *token)
{
  for (guint i = 0; i < dates->len; i++)
    {
      const LecternTextDate *date = &g_array_index (dates, LecternTextDate, i);
      if (token->at >= date->at && token->at < date->at + date->length)
        return TRUE;
    }
  return FALSE;
}

GArray *
lectern_text_dates (const char *text)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (LecternTextDate));
  g_autoptr (GArray) tokens = tokenize (text ? text : "");
  for (int i = 0; i < (int) tokens->len;)
    if (is_weekday_of_next (text, tokens, i))
      i++;
    else if (token_at (tokens, i)->month != 0)
      i = read_month (dates, tokens, i);
    else if (token_at (tokens, i)->number >= 0)
      i = read_numbers (text, dates, tokens, i);
    else
      i++;
  for (int i = 0; i < (int) tokens->len; i++)
    {
      const Token *token = token_at (tokens, i);
      if (token->weekday != 0 && token->month == 0 && token->length >= WEEKDAY_IN_FULL
          && !is_inside_one (dates, token))
        add (dates, tokens, i, i, 0, 0, 0, token->weekday);
    }
  g_array_sort (dates, by_place);
  return dates;
}

char *
lectern_text_date_iso (const LecternTextDate *date, int year)
{
  if (date->year != 0)
    year = date->year;
  if (date->day == 0 || year < 1 || !g_date_valid_dmy (date->day, date->month, year))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, date->month, date->day);
}
