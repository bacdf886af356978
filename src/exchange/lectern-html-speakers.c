/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The page's list of those who speak.
 */
#include "lectern-html.h"

#include "lectern-out.h"
#include "lectern-text.h"

#include <string.h>

typedef struct
{
  char *key;
  const LecternProgrammePerson *person;
} Speaker;

static void
speaker_clear (gpointer data)
{
  g_free (((Speaker *) data)->key);
}

/* By name, bytewise over the folded text: the same order on every machine. */
static int
by_name (gconstpointer a, gconstpointer b)
{
  const Speaker *one = a, *two = b;
  int order = strcmp (one->key, two->key);
  return order ? order : g_strcmp0 (one->person->name, two->person->name);
}

static GArray *
speakers_of (const LecternProgramme *programme)
{
  GArray *speakers = g_array_new (FALSE, FALSE, sizeof (Speaker));
  g_autofree gboolean *seen = g_new0 (gboolean, programme->persons->len + 1);
  g_array_set_clear_func (speakers, speaker_clear);
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (programme->sessions, i);
      g_autoptr (GPtrArray) people = lectern_out_people (session);
      for (guint j = 0; j < people->len && session->day >= 0; j++)
        {
          guint index = ((LecternProgrammeRole *) g_ptr_array_index (people, j))->person;
          const LecternProgrammePerson *person = g_ptr_array_index (programme->persons, index);
          Speaker speaker = { NULL, person };
          if (seen[index])
            continue;
          seen[index] = TRUE;
          speaker.key = lectern_text_fold (person->name ? person->name : "");
          g_array_append_val (speakers, speaker);
        }
    }
  g_array_sort (speakers, by_name);
  return speakers;
}

static void
write_speaker (LecternHtmlPage *page, const LecternProgrammePerson *person)
{
  g_string_append (page->out, "<li>");
  g_string_append (page->out, "<strong>");
  if (person->title && *person->title)
    {
      lectern_html_escape (page, person->title);
      g_string_append_c (page->out, ' ');
    }
  lectern_html_escape (page, person->name);
  g_string_append (page->out, "</strong>");
  if (person->job && *person->job)
    {
      g_string_append (page->out, ", ");
      lectern_html_text (page, "span", NULL, person->job);
    }
  if (person->organisation && *person->organisation)
    {
      g_string_append (page->out, ", ");
      lectern_html_text (page, "span", NULL, person->organisation);
    }
  if (person->biography && *person->biography)
    {
      g_string_append (page->out, "<details><summary>");
      lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_MORE));
      lectern_html_text (page, "span", "vh", person->name);
      g_string_append (page->out, "</summary>\n");
      lectern_html_prose (page, person->biography);
      g_string_append (page->out, "</details>");
    }
  g_string_append (page->out, "</li>\n");
}

void
lectern_html_speakers (LecternHtmlPage *page)
{
  g_autoptr (GArray) speakers = speakers_of (page->programme);
  if (speakers->len == 0)
    return;
  g_string_append (page->out, "<section aria-labelledby=\"speakers\">\n");
  lectern_html_heading (page, 2, "speakers", lectern_html_word (page, LECTERN_WORD_SPEAKERS));
  g_string_append (page->out, "<ul class=\"people\">\n");
  for (guint i = 0; i < speakers->len; i++)
    write_speaker (page, g_array_index (speakers, Speaker, i).person);
  g_string_append (page->out, "</ul>\n</section>\n");
}
