/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-field-text.h"

#include <glib/gi18n-lib.h>

#include "lectern-country.h"
#include "lectern-text.h"
#include "lectern-time.h"

static gboolean
has_comma (char **texts)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (strchr (texts[i], ',') != NULL)
      return TRUE;
  return FALSE;
}

/* What has a comma in it is told apart by semicolons, also where it is alone. */
static char *
join_texts (const LecternValue *value, gboolean language_names)
{
  g_auto(GStrv) texts = lectern_value_get_texts (value);
  GString *out = g_string_new (NULL);
  gboolean commas = has_comma (texts);
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      g_autofree char *name = language_names ? lectern_language_name (texts[i]) : NULL;
      if (out->len > 0)
        g_string_append (out, commas ? "; " : ", ");
      g_string_append (out, name != NULL ? name : texts[i]);
    }
  if (commas && strchr (out->str, ';') == NULL)
    g_string_append_c (out, ';');
  return g_string_free (out, FALSE);
}

/* "2026-06-17T09:40" for people. */
static char *
show_local_time (const char *text)
{
  if (strlen (text) < 16)
    return g_strdup (text);
  g_autofree char *date = g_strndup (text, 10);
  g_autofree char *day = lectern_date_format (date);
  g_autofree char *time = lectern_time_format (atoi (text + 11) * 60 + atoi (text + 14));
  return g_strdup_printf ("%s, %s", day, time);
}

/* Local time of an instant as it is typed: "2026-06-17 09:40". */
static char *
edit_instant (gint64 instant)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (instant / 1000);
  return time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
}

char *
lectern_field_text_edit (const LecternField *field, const LecternValue *value)
{
  if (value == NULL || value->type == LECTERN_VALUE_EMPTY)
    return g_strdup ("");
  switch (field->type)
    {
    case LECTERN_TYPE_INTEGER:
    case LECTERN_TYPE_DURATION:
      return g_strdup_printf ("%" G_GINT64_FORMAT, lectern_value_get_integer (value));
    case LECTERN_TYPE_REAL:
      {
        char buffer[G_ASCII_DTOSTR_BUF_SIZE];
        return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", value->real));
      }
    case LECTERN_TYPE_TIME:
      return lectern_time_format (lectern_value_get_integer (value));
    case LECTERN_TYPE_INSTANT:
      return edit_instant (lectern_value_get_integer (value));
    case LECTERN_TYPE_LOCAL_TIME:
      return g_strdelimit (g_strdup (lectern_value_get_text (value)), "T", ' ');
    case LECTERN_TYPE_MONEY:
      {
        gint64 amount = lectern_value_get_integer (value);
        return g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", amount < 0 ? "-" : "",
                                ABS (amount) / 100, (int) (ABS (amount) % 100));
      }
    case LECTERN_TYPE_TEXTS:
    case LECTERN_TYPE_LANGUAGES:
      return join_texts (value, FALSE);
    default:
      return g_strdup (lectern_value_get_text (value) ? lectern_value_get_text (value) : "");
    }
}

char *
lectern_field_text_show (const LecternField *field, const LecternValue *value)
{
  if (value == NULL || value->type == LECTERN_VALUE_EMPTY)
    return g_strdup ("");
  switch (field->type)
    {
    case LECTERN_TYPE_DATE:
      return lectern_date_format (lectern_value_get_text (value));
    case LECTERN_TYPE_INSTANT:
      return lectern_instant_format (lectern_value_get_integer (value));
    case LECTERN_TYPE_LOCAL_TIME:
      return show_local_time (lectern_value_get_text (value));
    case LECTERN_TYPE_DURATION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d minute", "%d minutes",
                                           lectern_value_get_integer (value)),
                              (int) lectern_value_get_integer (value));
    case LECTERN_TYPE_BOOLEAN:
      return g_strdup (lectern_value_get_integer (value) ? _("Yes") : _("No"));
    case LECTERN_TYPE_CHOICE:
      return g_strdup (lectern_field_choice_label (field, lectern_value_get_text (value)));
    case LECTERN_TYPE_MONEY:
      return g_strdup_printf ("%'.2f", lectern_value_get_integer (value) / 100.0);
    case LECTERN_TYPE_LANGUAGE:
      return lectern_language_name (lectern_value_get_text (value));
    case LECTERN_TYPE_LANGUAGES:
      return join_texts (value, TRUE);
    case LECTERN_TYPE_COUNTRY:
      return g_strdup (lectern_country_name (lectern_value_get_text (value)));
    default:
      return lectern_field_text_edit (field, value);
    }
}

/* "projector, screen" or a list of tags, separated by commas, semicolons or (tags) spaces; by
   semicolons alone where there is one: "projector, 4K; screen". */
static gboolean
parse_texts (const LecternField *field, const char *text, LecternValue *value, GError **error)
{
  gboolean tags = field->type == LECTERN_TYPE_LANGUAGES;
  g_auto(GStrv) parts = g_strsplit_set (text, tags ? ",; " : strchr (text, ';') != NULL ? ";\n" : ",\n", -1);
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] == '\0')
        continue;
      if (tags && !lectern_language_is_valid (parts[i]))
        {
          g_set_error (error, LECTERN_VALUE_ERROR, 0,
                       _("“%s” is not a language tag such as “en” or “de”."), parts[i]);
          return FALSE;
        }
      g_ptr_array_add (texts, parts[i]);
    }
  g_ptr_array_add (texts, NULL);
  *value = texts->len > 1 ? lectern_value_texts ((const char *const *) texts->pdata) : LECTERN_EMPTY;
  return TRUE;
}

/* A date and a time after it, "2026-06-17 9.40". */
static gboolean
parse_date_and_time (const char *text, char **date, int *minutes, GError **error)
{
  g_autofree char *day = g_strndup (text, 10);
  const char *rest = text + strlen (day);
  gboolean apart = *rest == '\0' || strchr (" ,T", *rest) != NULL;
  *minutes = apart && *rest != '\0' ? lectern_time_parse (rest + 1) : 0;
  if (!lectern_date_is_valid (day) || !apart || *minutes < 0 || *minutes >= 24 * 60)
    {
      g_set_error_literal (error, LECTERN_VALUE_ERROR, 0,
                           /* TRANSLATORS: the figures are an example of how to type it */
                           _("Type a date and a time such as “2026-06-17 9:40”."));
      return FALSE;
    }
  *date = g_steal_pointer (&day);
  return TRUE;
}

static gboolean
parse_instant (const char *text, gboolean local, LecternValue *value, GError **error)
{
  g_autofree char *date = NULL;
  int minutes = 0;
  if (!parse_date_and_time (text, &date, &minutes, error))
    return FALSE;
  if (local)
    {
      g_autofree char *clock = lectern_time_format_iso (minutes);
      *value = lectern_value_take_text (g_strdup_printf ("%sT%s", date, clock));
      return TRUE;
    }
  int year = atoi (date), month = atoi (date + 5), day = atoi (date + 8);
  /* not so long after midnight, which is another time where the clocks change */
  g_autoptr(GDateTime) time = g_date_time_new_local (year, month, day, minutes / 60, minutes % 60, 0);
  *value = lectern_value_integer (g_date_time_to_unix (time) * 1000);
  return TRUE;
}

gboolean
lectern_field_text_parse (const LecternField *field, const char *text, LecternValue *value,
                          GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    {
      *value = LECTERN_EMPTY;
      return TRUE;
    }
  switch (field->type)
    {
    case LECTERN_TYPE_TEXTS:
    case LECTERN_TYPE_LANGUAGES:
      return parse_texts (field, stripped, value, error);
    case LECTERN_TYPE_INSTANT:
      return parse_instant (stripped, FALSE, value, error);
    case LECTERN_TYPE_LOCAL_TIME:
      return parse_instant (stripped, TRUE, value, error);
    case LECTERN_TYPE_PROSE:
      *value = lectern_value_text (text);
      return TRUE;
    case LECTERN_TYPE_COUNTRY:
      return lectern_value_parse (field, lectern_country_code (stripped) ? lectern_country_code (stripped) : stripped,
                                  value, error);
    default:
      return lectern_value_parse (field, stripped, value, error);
    }
}
