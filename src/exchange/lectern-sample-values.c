/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The values of a sample project's file: dates counted from this week's Monday, records by
 * their names.
 */
#include "lectern-sample-private.h"

#include "lectern-exchange-error.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
lectern_sample_wrong (GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* TRANSLATORS: %s says what, in English; it means that the program was built wrongly */
  g_set_error (error, LECTERN_EXCHANGE_ERROR, LECTERN_EXCHANGE_ERROR_DAMAGED,
               _("The sample project is damaged: %s."), what);
  return FALSE;
}

/* "{#lunch}" at @at becomes an id; its end, or NULL where it is nothing of that kind. */
static const char *
add_id (const LecternSample *sample, GString *out, const char *at)
{
  const char *close = strchr (at, '}');
  g_autofree char *key = close != NULL ? g_strndup (at + 2, close - at - 2) : NULL;
  const LecternSampleRecord *known = key != NULL ? g_hash_table_lookup (sample->keys, key) : NULL;
  if (known == NULL)
    return NULL;
  g_string_append_printf (out, "%" G_GINT64_FORMAT, known->id);
  return close;
}

/* {+44} and {+44 de} become dates, {#key} ids. */
static char *
with_values (const LecternSample *sample, const char *text)
{
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    {
      const char *id_end = g_str_has_prefix (at, "{#") ? add_id (sample, out, at) : NULL;
      if (id_end != NULL)
        {
          at = id_end;
          continue;
        }
      char *end;
      gint64 days = *at == '{' ? g_ascii_strtoll (at + 1, &end, 10) : 0;
      if (*at != '{' || end == at + 1 || (*end != '}' && *end != ' '))
        {
          g_string_append_c (out, *at);
          continue;
        }
      g_autofree char *monday
          = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&sample->monday),
                             g_date_get_month (&sample->monday), g_date_get_day (&sample->monday));
      g_autofree char *date = lectern_date_add_days (monday, (int) days);
      const char *close = strchr (end, '}');
      if (*end == ' ' && close != NULL)
        {
          g_autofree char *language = g_strndup (end + 1, close - end - 1);
          g_autofree char *words = lectern_date_format_in (date, language);
          g_string_append (out, words);
        }
      else
        g_string_append (out, date);
      at = close != NULL ? close : end;
    }
  return g_string_free (out, FALSE);
}

static gboolean
add_reference (LecternSample *sample, GArray *ids, const char *key, GError **error)
{
  const LecternSampleRecord *known = g_hash_table_lookup (sample->keys, key);
  if (known == NULL)
    return lectern_sample_wrong (error, "nothing is called “%s”", key);
  g_array_append_val (ids, known->id);
  return TRUE;
}

static gboolean
read_references (
    LecternSample *sample, const LecternField *field, JsonNode *node, LecternValue *value, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *keys = json_node_get_array (node);
      for (guint i = 0; i < json_array_get_length (keys); i++)
        if (!add_reference (sample, ids, json_array_get_string_element (keys, i), error))
          return FALSE;
    }
  else if (!add_reference (sample, ids, json_node_get_string (node), error))
    return FALSE;
  *value = field->type == LECTERN_TYPE_REFERENCE
               ? lectern_value_integer (g_array_index (ids, gint64, 0))
               : lectern_value_ids ((const gint64 *) ids->data, ids->len);
  return TRUE;
}

gboolean
lectern_sample_value (
    LecternSample *sample, const LecternField *field, JsonNode *node, LecternValue *value, GError **error)
{
  if (field->type == LECTERN_TYPE_REFERENCE || field->type == LECTERN_TYPE_REFERENCES)
    return read_references (sample, field, node, value, error);
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autofree char *list = json_to_string (node, FALSE);
      return lectern_value_parse (field, list, value, error);
    }
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      g_autofree char *number = json_to_string (node, FALSE);
      return lectern_value_parse (field, number, value, error);
    }
  g_autofree char *text = with_values (sample, json_node_get_string (node));
  return lectern_value_parse (field, text, value, error);
}
