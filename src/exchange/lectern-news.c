/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-news.h"

#include "lectern-among.h"
#include "lectern-programme-load.h"
#include "lectern-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
news_free (gpointer data)
{
  LecternNews *news = data;
  g_free (news->name);
  g_free (news->title);
  g_free (news->text);
  g_free (news->language);
  g_free (news);
}

static gboolean
is_due (const LecternRecord *record, gint64 now)
{
  const char *state = lectern_record_text (record, LECTERN_ANNOUNCEMENT_STATE);
  return (g_strcmp0 (state, "ready") == 0 || g_strcmp0 (state, "published") == 0)
         && lectern_record_integer (record, LECTERN_ANNOUNCEMENT_PUBLISH_AT) <= now;
}

static LecternNews *
news_of (const LecternRecord *record, const char *language)
{
  LecternNews *news = g_new0 (LecternNews, 1);
  const char *type = lectern_record_text (record, LECTERN_ANNOUNCEMENT_TYPE);
  const char *source = lectern_record_text (record, LECTERN_ANNOUNCEMENT_TEXT_LANGUAGE);
  news->record = record->id;
  news->name = g_strdup_printf ("news-%s-%06x", type ? type : "news", (guint) (record->id & 0xffffff));
  news->title = g_strdup (lectern_record_text_in (record, LECTERN_ANNOUNCEMENT_TITLE, language));
  news->text = g_strdup (lectern_record_text_in (record, LECTERN_ANNOUNCEMENT_TEXT, language));
  news->when = lectern_record_integer (record, LECTERN_ANNOUNCEMENT_PUBLISH_AT);
  if (source != NULL && g_strcmp0 (source, language) != 0
      && lectern_record_translation (record, LECTERN_ANNOUNCEMENT_TEXT, language) == NULL)
    news->language = g_strdup (source);
  return news;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const LecternNews *one = *(LecternNews *const *) a, *two = *(LecternNews *const *) b;
  if (one->when != two->when)
    return one->when > two->when ? -1 : 1;
  return one->record < two->record ? -1 : one->record > two->record;
}

static void
set_changed (LecternReader *reader, GPtrArray *list)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < list->len; i++)
    g_array_append_val (ids, ((LecternNews *) list->pdata[i])->record);
  g_autoptr (GHashTable) newest = lectern_history_newest_among (reader, LECTERN_KIND_ANNOUNCEMENT, 0, ids);
  for (guint i = 0; i < list->len; i++)
    {
      LecternNewest of = { 0 };
      LecternNews *news = list->pdata[i];
      lectern_newest_raise (&of, newest, news->record);
      news->changed = of.time;
    }
}

GPtrArray *
lectern_news_list (LecternReader *reader, gint64 event, const char *language, gint64 now)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (news_free);
  g_autoptr (GPtrArray) all
      = lectern_reader_find (reader, LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_EVENT, event);
  for (guint i = 0; i < all->len; i++)
    if (is_due (all->pdata[i], now))
      g_ptr_array_add (list, news_of (all->pdata[i], language));
  g_ptr_array_sort (list, newest_first);
  set_changed (reader, list);
  return list;
}

static void
set_texts (LecternEdit *edit, gint64 id, const LecternProgramme *programme, const char *type, const char *language)
{
  const char *label = lectern_words_choice (language, "announcement_type", type);
  g_autofree char *title = g_strdup_printf ("%s: %s", label, programme->title ? programme->title : "");
  g_autofree char *text = lectern_news_text (programme, type, language);
  lectern_edit_set (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_TITLE, language,
                    lectern_value_text (title));
  lectern_edit_set (edit, LECTERN_KIND_ANNOUNCEMENT, id, LECTERN_ANNOUNCEMENT_TEXT, language,
                    lectern_value_text (text));
}

LecternEdit *
lectern_news_edit_new (LecternReader *reader, gint64 event, const char *type, gint64 *news, GError **error)
{
  const LecternField *field = lectern_field (LECTERN_KIND_ANNOUNCEMENT, LECTERN_ANNOUNCEMENT_TYPE);
  g_auto (GStrv) languages = lectern_programme_languages (reader, event);
  /* TRANSLATORS: a step of the history: %s is "Save the date", "Agenda", "Newsletter" */
  g_autofree char *label = g_strdup_printf (_ ("New announcement “%s”"), lectern_field_choice_label (field, type));
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  *news = lectern_edit_create (edit, LECTERN_KIND_ANNOUNCEMENT);
  lectern_edit_set_integer (edit, LECTERN_KIND_ANNOUNCEMENT, *news, LECTERN_ANNOUNCEMENT_EVENT, event);
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, *news, LECTERN_ANNOUNCEMENT_TYPE, type);
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, *news, LECTERN_ANNOUNCEMENT_STATE, "draft");
  lectern_edit_set_text (edit, LECTERN_KIND_ANNOUNCEMENT, *news, LECTERN_ANNOUNCEMENT_TEXT_LANGUAGE, languages[0]);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autoptr (LecternProgramme) programme
          = lectern_programme_load (reader, event, languages[i], LECTERN_AUDIENCE_PUBLIC, error);
      if (programme == NULL)
        return NULL;
      set_texts (edit, *news, programme, type, languages[i]);
    }
  return g_steal_pointer (&edit);
}
