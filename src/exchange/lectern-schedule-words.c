/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words that readers of both formats take apart: languages, types, lines, and the JSON
 * in which is kept what has no field.
 */
#include "lectern-schedule-build.h"

#include "lectern-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Names of languages that stand in files where a tag belongs. */
static const char *
language_tag (const char *word)
{
  static const char *const names[][2] = {
    { "english", "en" },    { "englisch", "en" }, { "german", "de" },  { "deutsch", "de" },
    { "french", "fr" },     { "français", "fr" }, { "dutch", "nl" },   { "nederlands", "nl" },
    { "spanish", "es" },    { "español", "es" },  { "italian", "it" }, { "italiano", "it" },
    { "swedish", "sv" },    { "svenska", "sv" },  { "polish", "pl" },  { "polski", "pl" },
    { "portuguese", "pt" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (word, names[i][0]) == 0)
      return names[i][1];
  return lectern_language_is_valid (word) ? word : NULL;
}

void
lectern_schedule_build_languages (LecternScheduleBuild *build,
                                  LecternProgrammeSession *session,
                                  const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_auto (GStrv) words = g_strsplit_set (text, ",;/|& ", -1);
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  gboolean all = TRUE;
  for (char **word = words; *word != NULL; word++)
    {
      const char *tag = **word != '\0' ? language_tag (*word) : NULL;
      if (tag != NULL && !g_ptr_array_find_with_equal_func (tags, tag, g_str_equal, NULL))
        g_ptr_array_add (tags, g_strdup (tag));
      all = all && (**word == '\0' || tag != NULL);
    }
  if (!all)
    lectern_schedule_build_doubt (build, session->where,
                                  _ ("“%s” is not a language that is known here."), text);
  if (tags->len == 1)
    session->language = g_strdup (g_ptr_array_index (tags, 0));
  g_ptr_array_add (tags, NULL);
  session->languages = (char **)g_ptr_array_free (g_steal_pointer (&tags), FALSE);
  g_autofree char *joined = g_strjoinv (", ", session->languages);
  if (strcmp (joined, text) != 0)
    lectern_schedule_extra_add (&session->extra, "language", text);
}

void
lectern_schedule_build_type (LecternProgrammeSession *session, const char *label)
{
  static const char *const words[][2] = {
    { "workshop", "workshop" }, { "hands-on", "workshop" }, { "keynote", "plenary" },
    { "plenary", "plenary" },   { "ceremony", "plenary" },  { "lightning", "talk" },
    { "lecture", "talk" },      { "talk", "talk" },         { "vortrag", "talk" },
    { "lunch", "meal" },        { "dinner", "meal" },       { "meal", "meal" },
    { "break", "break" },       { "pause", "break" },       { "concert", "social" },
    { "party", "social" },      { "social", "social" },     { "excursion", "visit" },
    { "visit", "visit" },
  };
  session->type_label = g_strdup (label);
  if (label == NULL || *label == '\0')
    return;
  g_autofree char *lower = g_ascii_strdown (label, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (words) && session->type == NULL; i++)
    {
      const char *at = strstr (lower, words[i][0]);
      if (at != NULL && (at == lower || !g_ascii_isalpha (at[-1])))
        session->type = g_strdup (words[i][1]);
    }
}

static void
append_json (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    if ((guchar)*c < 0x20)
      g_string_append_printf (json, "\\u%04x", *c);
    else
      {
        if (*c == '"' || *c == '\\')
          g_string_append_c (json, '\\');
        g_string_append_c (json, *c);
      }
  g_string_append_c (json, '"');
}

void
lectern_schedule_extra_add_json (char **extra, const char *key, const char *value)
{
  GString *json = g_string_new (*extra);
  if (json->len == 0)
    g_string_append_c (json, '{');
  else
    json->str[json->len - 1] = ',';
  append_json (json, key);
  g_string_append_c (json, ':');
  g_string_append (json, value);
  g_string_append_c (json, '}');
  g_free (*extra);
  *extra = g_string_free (json, FALSE);
}

void
lectern_schedule_extra_add (char **extra, const char *key, const char *text)
{
  g_autoptr (GString) json = g_string_new (NULL);
  append_json (json, text);
  lectern_schedule_extra_add_json (extra, key, json->str);
}

char *
lectern_schedule_one_line (char *text)
{
  char *to = text;
  if (text == NULL)
    return NULL;
  for (const char *c = text; *c != '\0';)
    if ((guchar)*c >= 0x20)
      *to++ = *c++;
    else
      {
        /* The end of a line and what indents the next are one space. */
        while (to > text && to[-1] == ' ')
          to--;
        while (*c != '\0' && (guchar)*c <= ' ')
          c++;
        *to++ = ' ';
      }
  *to = '\0';
  return g_strstrip (text);
}
