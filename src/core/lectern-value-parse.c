/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What people and scripts type becomes values. The same for a form, a cell of a
 * table and the command line.
 */
#include "lectern-value-check.h"
#include "lectern-value-number.h"

#include "lectern-text.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
refuse (const LecternField *field, const char *text, const char *wanted, GError **error)
{
  g_set_error (error, LECTERN_VALUE_ERROR, 0,
               /* TRANSLATORS: the label of a field, what was typed, what would be right:
                  “Start”: “9.70” is not a time, such as 9:40. */
               _("“%s”: “%s” is not %s."), lectern_field_label (field), text, wanted);
  return FALSE;
}

static char *
parse_date (const char *text)
{
  GDate date;
  if (!lectern_date_parse_typed (text, &date))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

/* A date, then a time after a T, a comma or spaces. */
static char *
parse_local_time (const char *text)
{
  for (gsize at = strlen (text); at > 0; at--)
    {
      if (strchr ("T, ", text[at - 1]) == NULL)
        continue;
      g_autofree char *first = g_strndup (text, at - 1);
      g_autofree char *date = parse_date (first);
      int minutes = lectern_time_parse (text + at);
      if (date == NULL || minutes < 0)
        continue;
      g_autofree char *day = lectern_date_add_days (date, minutes / 1440);
      g_autofree char *clock = lectern_time_format_iso (minutes);
      return g_strdup_printf ("%sT%s", day, clock);
    }
  return NULL;
}

/* The key of a choice, given its key or its label in any case. */
static const char *
find_choice (const LecternField *field, const char *text)
{
  g_autofree char *typed = lectern_text_fold (text);
  for (const LecternChoice *choice = field->choices; choice->key != NULL; choice++)
    {
      g_autofree char *key = lectern_text_fold (choice->key);
      g_autofree char *label = lectern_text_fold (choice->label);
      g_autofree char *translated = lectern_text_fold (_(choice->label));
      if (strcmp (typed, key) == 0 || strcmp (typed, label) == 0 || strcmp (typed, translated) == 0)
        return choice->key;
    }
  return NULL;
}

static char *
choices_in_words (const LecternField *field)
{
  GString *keys = g_string_new (NULL);
  for (const LecternChoice *choice = field->choices; choice->key != NULL; choice++)
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? ", " : "", choice->key);
  /* TRANSLATORS: %s lists the values that are possible */
  char *words = g_strdup_printf (_("one of: %s"), keys->str);
  g_string_free (keys, TRUE);
  return words;
}

/* "de-AT" as it is usually written; NULL where it is no language. */
static char *
parse_language (const char *text)
{
  g_autofree char *tag = g_ascii_strdown (text, -1);
  g_strdelimit (tag, "_", '-');
  if (!lectern_language_is_valid (tag))
    return NULL;
  g_auto (GStrv) parts = g_strsplit (tag, "-", 0);
  for (char **part = parts + 1; *part != NULL; part++)
    if (strlen (*part) == 2)
      for (char *c = *part; *c != '\0'; c++)
        *c = g_ascii_toupper (*c);
    else if (strlen (*part) == 4 && !g_ascii_isdigit (**part))
      **part = g_ascii_toupper (**part);
  return g_strjoinv ("-", parts);
}

/* The items of a list, typed as JSON or with something between them. */
static char **
split_list (const LecternField *field, const char *text)
{
  g_auto (LecternValue) json = lectern_value_text (text);
  if (*text == '[')
    {
      g_auto (GStrv) texts = lectern_value_get_texts (&json);
      if (texts[0] != NULL || strcmp (text, "[]") == 0)
        return g_steal_pointer (&texts);
    }
  /* Equipment has spaces in its names, ids and languages have none. */
  const char *between = field->type == LECTERN_TYPE_TEXTS ? ",;\n" : "[], ;\n\t\"";
  g_auto (GStrv) parts = g_strsplit_set (text, between, 0);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0')
      g_ptr_array_add (items, g_strdup (*part));
  g_ptr_array_add (items, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&items), FALSE);
}

static gboolean
parse_list (const LecternField *field, const char *text, LecternValue *value, GError **error)
{
  g_auto (GStrv) items = split_list (field, text);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (char **item = items; *item != NULL; item++)
    {
      g_autofree char *good = NULL;
      gint64 id;
      if (field->type == LECTERN_TYPE_REFERENCES)
        {
          if (!g_ascii_string_to_signed (*item, 10, 1, G_MAXINT64, &id, NULL))
            return refuse (field, *item, _("the id of a record"), error);
          g_array_append_val (ids, id);
          continue;
        }
      if (field->type == LECTERN_TYPE_LANGUAGES)
        {
          good = parse_language (*item);
          if (good == NULL)
            return refuse (field, *item, _("the code of a language, such as de"), error);
        }
      else if (field->choices != NULL)
        {
          g_autofree char *wanted = choices_in_words (field);
          good = g_strdup (find_choice (field, *item));
          if (good == NULL)
            return refuse (field, *item, wanted, error);
        }
      else
        good = g_strdup (*item);
      g_free (*item);
      *item = g_steal_pointer (&good);
    }
  *value = field->type == LECTERN_TYPE_REFERENCES
               ? lectern_value_ids ((gint64 *) ids->data, ids->len)
               : lectern_value_texts ((const char *const *) items);
  return TRUE;
}

/* One line, or several with the line ends of Unix. */
static char *
clean_text (const char *text, gboolean one_line)
{
  GString *out = g_string_new (NULL);
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '\r' && c[1] == '\n')
      continue;
    else if (*c == '\r' || *c == '\n')
      g_string_append_c (out, one_line ? ' ' : '\n');
    else
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

/* "Anna Berg <anna@example.org>" and "mailto:…" as they are pasted. */
static char *
clean_email (const char *text)
{
  const char *open = strchr (text, '<'), *close = open ? strchr (open, '>') : NULL;
  if (g_ascii_strncasecmp (text, "mailto:", 7) == 0)
    text += 7;
  if (close != NULL)
    return g_strstrip (g_strndup (open + 1, close - open - 1));
  return g_strdup (text);
}

static char *
clean_colour (const char *text)
{
  const char *digits = *text == '#' ? text + 1 : text;
  if (strlen (digits) == 3)
    return g_strdup_printf ("#%c%c%c%c%c%c", g_ascii_tolower (digits[0]),
                            g_ascii_tolower (digits[0]), g_ascii_tolower (digits[1]),
                            g_ascii_tolower (digits[1]), g_ascii_tolower (digits[2]),
                            g_ascii_tolower (digits[2]));
  g_autofree char *lower = g_ascii_strdown (digits, -1);
  return g_strconcat ("#", lower, NULL);
}

/* What would have been right, for the sentence about what was not. */
static const char *
wanted (const LecternField *field)
{
  switch (field->type)
    {
    case LECTERN_TYPE_INTEGER:
      return _("a whole number");
    case LECTERN_TYPE_REAL:
      return _("a number");
    case LECTERN_TYPE_BOOLEAN:
      return _("yes or no");
    case LECTERN_TYPE_DATE:
      return _("a date with day, month and year, such as 17 June 2026");
    case LECTERN_TYPE_TIME:
      return _("a time, such as 9:40");
    case LECTERN_TYPE_DURATION:
      return _("a duration, such as 45 or 1:30");
    case LECTERN_TYPE_INSTANT:
    case LECTERN_TYPE_LOCAL_TIME:
      return _("a date with a time, such as 2026-06-17 9:40");
    case LECTERN_TYPE_REFERENCE:
      return _("the id of a record");
    case LECTERN_TYPE_LANGUAGE:
      return _("the code of a language, such as de");
    case LECTERN_TYPE_URL:
      return _("a web address that begins with https://, http:// or mailto:");
    case LECTERN_TYPE_EMAIL:
      return _("an e-mail address, such as name@example.org");
    case LECTERN_TYPE_PHONE:
      return _("a phone number, such as +31 43 123 45 67");
    case LECTERN_TYPE_COUNTRY:
      return _("the code of a country, such as NL");
    case LECTERN_TYPE_NUTS:
      return _("the NUTS code of a region, such as SE22");
    case LECTERN_TYPE_TIME_ZONE:
      return _("a time zone, such as Europe/Amsterdam");
    case LECTERN_TYPE_COLOUR:
      return _("a colour, such as #1a5fb4");
    case LECTERN_TYPE_MONEY:
      return _("an amount, such as 1500,00");
    case LECTERN_TYPE_CURRENCY:
      return _("the code of a currency, such as EUR");
    case LECTERN_TYPE_KIND_NAME:
      return _("a kind of record, such as person");
    default:
      return _("a value that can be typed here");
    }
}

/* The stored form of a short text, to be checked; NULL where there is none. */
static char *
normalise (const LecternField *field, const char *text)
{
  switch (field->type)
    {
    case LECTERN_TYPE_TEXT:
      return clean_text (text, TRUE);
    case LECTERN_TYPE_DATE:
      return parse_date (text);
    case LECTERN_TYPE_LOCAL_TIME:
      return parse_local_time (text);
    case LECTERN_TYPE_CHOICE:
      return g_strdup (find_choice (field, text));
    case LECTERN_TYPE_LANGUAGE:
      return parse_language (text);
    case LECTERN_TYPE_URL:
      return lectern_url_is_safe (text, TRUE) ? g_strdup (text) : NULL;
    case LECTERN_TYPE_EMAIL:
      return clean_email (text);
    case LECTERN_TYPE_COUNTRY:
    case LECTERN_TYPE_NUTS:
      return g_ascii_strup (text, -1);
    case LECTERN_TYPE_CURRENCY:
      return strcmp (text, "€") == 0 ? g_strdup ("EUR") : g_ascii_strup (text, -1);
    case LECTERN_TYPE_COLOUR:
      return clean_colour (text);
    default:
      return g_strdup (text);
    }
}

/**
 * lectern_value_parse:
 * @text: as typed; white space around it does not count, nothing else gives empty
 * @value: (out) (transfer full): set only where TRUE is returned
 *
 * Returns: FALSE with a sentence that names the field and what would be right
 */
gboolean
lectern_value_parse (const LecternField *field,
                     const char *text,
                     LecternValue *value,
                     GError **error)
{
  g_auto (LecternValue) parsed = LECTERN_EMPTY;
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, LECTERN_VALUE_ERROR, 0, _("“%s”: the text is not UTF-8."),
                   lectern_field_label (field));
      return FALSE;
    }
  g_autofree char *typed = g_strstrip (g_strdup (text));
  if (*typed == '\0')
    {
      *value = LECTERN_EMPTY;
      return TRUE;
    }
  if (field->type == LECTERN_TYPE_PROSE)
    {
      *value = lectern_value_take_text (clean_text (g_strchomp (typed), FALSE));
      return TRUE;
    }
  if (field->type == LECTERN_TYPE_TEXTS || field->type == LECTERN_TYPE_LANGUAGES
      || field->type == LECTERN_TYPE_REFERENCES)
    return parse_list (field, typed, value, error);
  if (lectern_field_is_integer (field) || field->type == LECTERN_TYPE_REAL)
    {
      if (!lectern_value_parse_number (field, typed, &parsed))
        return refuse (field, typed, wanted (field), error);
    }
  else
    parsed = lectern_value_take_text (normalise (field, typed));
  if (parsed.type == LECTERN_VALUE_EMPTY || !lectern_value_is_valid (field, &parsed, NULL))
    {
      g_autofree char *choices
          = field->type == LECTERN_TYPE_CHOICE ? choices_in_words (field) : NULL;
      return refuse (field, typed, choices ? choices : wanted (field), error);
    }
  *value = parsed;
  parsed = LECTERN_EMPTY;
  return TRUE;
}
