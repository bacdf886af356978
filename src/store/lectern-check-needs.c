/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What sessions need in their rooms, by number, and which rooms have it.
 */
#include "lectern-check-private.h"

#include "lectern-sqlite.h"

#include <string.h>

/* What such a need begins with, or has in it, in the languages people write here. */
static const char *const interpreting[] = { "interpr", "dolmetsch", "tolk", "tłumacz" };

static guint
need_number (LecternCheck *check, const char *text, gboolean *unknown)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (check->need_by_text, folded));
  if (number != 0)
    return number - 1;
  *unknown = TRUE;
  g_ptr_array_add (check->needs, g_string_chunk_insert (check->texts, text));
  g_hash_table_insert (check->need_by_text, g_steal_pointer (&folded), GUINT_TO_POINTER (check->needs->len));
  return check->needs->len - 1;
}

static gboolean
asks_for_interpreters (const char *need)
{
  g_autofree char *folded = g_utf8_casefold (need, -1);
  for (guint i = 0; i < G_N_ELEMENTS (interpreting); i++)
    if (strstr (folded, interpreting[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
lectern_check_read_needs (LecternCheck *check, sqlite3_stmt *s, int column, LecternRuleSession *session)
{
  g_auto (LecternValue) value = lectern_column_value (s, column);
  g_auto (GStrv) texts = lectern_value_get_texts (&value);
  gboolean unknown = FALSE;
  guint numbers[32], n = 0;
  for (; texts != NULL && texts[n] != NULL && n < G_N_ELEMENTS (numbers); n++)
    {
      numbers[n] = need_number (check, texts[n], &unknown);
      session->interpreted = session->interpreted || asks_for_interpreters (texts[n]);
    }
  session->needs = (LecternRuleSet){ lectern_check_keep (check, numbers, n * sizeof *numbers), n };
  return !unknown;
}

/* "Video" is met by "video projector", and "interpretation booth" by "interpretation booths". */
static gboolean
is_met (const char *need, char **equipment)
{
  g_autofree char *wanted = g_utf8_casefold (need, -1);
  for (guint i = 0; equipment != NULL && equipment[i] != NULL; i++)
    {
      g_autofree char *has = g_utf8_casefold (equipment[i], -1);
      if (*has != '\0' && (g_str_has_prefix (has, wanted) || g_str_has_prefix (wanted, has)))
        return TRUE;
    }
  return FALSE;
}

void
lectern_check_match_equipment (LecternCheck *check, LecternReader *reader)
{
  sqlite3_stmt *s = lectern_reader_statement (reader, "SELECT id, equipment FROM room WHERE equipment IS NOT NULL");
  while (check->needs->len > 0 && s != NULL && lectern_db_step (lectern_reader_db (reader), s, NULL))
    {
      guint index = lectern_check_index (check->room_by_id, sqlite3_column_int64 (s, 0));
      g_auto (LecternValue) value = lectern_column_value (s, 1);
      g_auto (GStrv) equipment = lectern_value_get_texts (&value);
      g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 0; i < check->needs->len; i++)
        if (is_met (g_ptr_array_index (check->needs, i), equipment))
          g_array_append_val (met, i);
      if (index != LECTERN_RULE_NONE)
        lectern_rule_room (check->input, index)->equipment
            = (LecternRuleSet){ lectern_check_keep (check, met->data, met->len * sizeof (guint)), met->len };
    }
}
