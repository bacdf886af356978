/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-words.h"

#include <string.h>

#define N_LANGUAGES 8

static const char *const languages[N_LANGUAGES]
    = { "en", "de", "sv", "fr", "nl", "it", "es", "pl" };

static const char *const words[LECTERN_N_WORDS][N_LANGUAGES] = {
#define WORD(KEY, ...) [LECTERN_WORD_##KEY] = { __VA_ARGS__ },
#define CHOICE(...)
#include "lectern-words-table.h"
#undef WORD
#undef CHOICE
};

static const struct
{
  const char *choice;
  const char *key;
  const char *in[N_LANGUAGES];
} choices[] = {
#define WORD(...)
#define CHOICE(choice, key, ...) { choice, key, { __VA_ARGS__ } },
#include "lectern-words-table.h"
#undef WORD
#undef CHOICE
};

static const struct
{
  const char *tag;
  const char *name;
} own_names[] = {
  { "bg", "Български" },   { "cs", "Čeština" },    { "da", "Dansk" },    { "de", "Deutsch" },
  { "el", "Ελληνικά" },    { "en", "English" },    { "es", "Español" },  { "et", "Eesti" },
  { "fi", "Suomi" },       { "fr", "Français" },   { "ga", "Gaeilge" },  { "hr", "Hrvatski" },
  { "hu", "Magyar" },      { "it", "Italiano" },   { "lt", "Lietuvių" }, { "lv", "Latviešu" },
  { "mt", "Malti" },       { "nl", "Nederlands" }, { "no", "Norsk" },    { "nb", "Norsk bokmål" },
  { "pl", "Polski" },      { "pt", "Português" },  { "ro", "Română" },   { "sk", "Slovenčina" },
  { "sl", "Slovenščina" }, { "sv", "Svenska" },    { "tr", "Türkçe" },   { "uk", "Українська" },
};

/* Whether @language is @tag, perhaps with a region or script after it. */
static gboolean
is_language (const char *language, const char *tag)
{
  gsize length = strlen (tag);
  return g_ascii_strncasecmp (language, tag, length) == 0
         && (language[length] == '\0' || language[length] == '-' || language[length] == '_');
}

static int
column_of (const char *language)
{
  for (int i = 0; language && i < N_LANGUAGES; i++)
    if (is_language (language, languages[i]))
      return i;
  return -1;
}

const char *
lectern_words (const char *language, LecternWord word)
{
  g_return_val_if_fail (word < LECTERN_N_WORDS, "");
  return words[word][MAX (column_of (language), 0)];
}

const char *
lectern_words_key (LecternWord word)
{
  static char *keys[LECTERN_N_WORDS];
  static gsize once;
  static const char *const names[LECTERN_N_WORDS] = {
#define WORD(KEY, ...) [LECTERN_WORD_##KEY] = #KEY,
#define CHOICE(...)
#include "lectern-words-table.h"
#undef WORD
#undef CHOICE
  };
  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < LECTERN_N_WORDS; i++)
        keys[i] = g_strdelimit (g_ascii_strdown (names[i], -1), "_", '-');
      g_once_init_leave (&once, 1);
    }
  return keys[word];
}

const char *
lectern_words_choice (const char *language, const char *choice, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_strcmp0 (choices[i].choice, choice) == 0 && g_strcmp0 (choices[i].key, key) == 0)
      return choices[i].in[MAX (column_of (language), 0)];
  return key ? key : "";
}

const char *
lectern_words_language_name (const char *language)
{
  for (guint i = 0; language && i < G_N_ELEMENTS (own_names); i++)
    if (is_language (language, own_names[i].tag))
      return own_names[i].name;
  return language ? language : "";
}
