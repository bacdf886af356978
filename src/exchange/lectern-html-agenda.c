/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda of the page: a table per day by time, and per day a list by room whose
 * entries lead into the table, so that every session is told once.
 */
#include "lectern-html.h"

#include "lectern-markup.h"
#include "lectern-out.h"
#include "lectern-time.h"

/* In a small agenda the abstracts stand there, in a large one they are a click away. */
#define OPEN_UP_TO 40

typedef struct
{
  const LecternProgrammeSession *session;
  guint index;
  gboolean timed;
  gint64 start;
  guint room; /* first one; G_MAXUINT none */
} Entry;

static int
by_time (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *two = b;
  if (one->timed != two->timed)
    return one->timed ? -1 : 1;
  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  if (one->room != two->room)
    return one->room < two->room ? -1 : 1;
  return one->index < two->index ? -1 : 1;
}

static GArray *
entries_of_day (LecternHtmlPage *page, guint day)
{
  const LecternProgramme *p = page->programme;
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < p->sessions->len; i++)
    {
      const LecternProgrammeSession *session = g_ptr_array_index (p->sessions, i);
      if (session->day != (int) day)
        continue;
      Entry entry = { session, i, FALSE, 0, G_MAXUINT };
      entry.timed = lectern_out_start (p, session, &entry.start);
      if (session->rooms->len > 0)
        entry.room = g_array_index (session->rooms, guint, 0);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, by_time);
  return entries;
}

static void
write_clock (LecternHtmlPage *page, const LecternProgrammeDay *day, gint64 instant)
{
  const char *zone = lectern_out_zone (page->programme, day);
  gboolean known = lectern_out_zone_is_known (page->programme, day);
  g_autofree char *stamp = lectern_time_format_rfc3339 (instant, zone);
  if (!known)
    stamp[16] = '\0';
  lectern_html_open_time (page, stamp);
  g_string_append_printf (page->out, "%.5s", stamp + 11);
  lectern_html_close_time (page);
}

static void
write_times (LecternHtmlPage *page, const LecternProgrammeDay *day, const Entry *entry)
{
  if (!entry->timed)
    {
      lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_NO_TIME));
      return;
    }
  write_clock (page, day, entry->start);
  if (entry->session->duration > 0)
    {
      g_string_append (page->out, "–");
      write_clock (page, day, entry->start + entry->session->duration * G_GINT64_CONSTANT (60000));
    }
}

static void
write_anchor (LecternHtmlPage *page, const char *before, guint index, const char *after)
{
  g_autofree char *guid = lectern_out_session_guid (page->programme, index);
  g_string_append_printf (page->out, "%ss-%s-%u%s", before, guid, index, after);
}

/* "Prof. Ada Berg (chair), to be confirmed" */
static void
write_person (LecternHtmlPage *page, const LecternProgrammeRole *role)
{
  const LecternProgrammePerson *person = g_ptr_array_index (page->programme->persons, role->person);
  if (person->title && *person->title)
    {
      lectern_html_escape (page, person->title);
      g_string_append_c (page->out, ' ');
    }
  lectern_html_escape (page, person->name);
  gboolean role_said = role->role && !g_str_equal (role->role, "speaker");
  gboolean open = g_strcmp0 (role->state, "to-be-confirmed") == 0;
  if (role_said || open)
    {
      g_string_append (page->out, " (");
      if (role_said)
        lectern_html_escape (page,
                             lectern_words_choice (page->language, "session_role", role->role));
      if (role_said && open)
        g_string_append (page->out, ", ");
      if (open)
        lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_TO_BE_CONFIRMED));
      g_string_append_c (page->out, ')');
    }
}

static void
write_people (LecternHtmlPage *page, const LecternProgrammeSession *session)
{
  g_autoptr (GPtrArray) people = lectern_out_people (session);
  if (people->len == 0)
    return;
  g_string_append (page->out, "<p>");
  for (guint i = 0; i < people->len; i++)
    {
      if (i > 0)
        g_string_append (page->out, ", ");
      write_person (page, g_ptr_array_index (people, i));
    }
  g_string_append (page->out, "</p>\n");
}

static void
write_kind (LecternHtmlPage *page, const LecternProgrammeSession *session)
{
  const LecternProgrammeTrack *track = lectern_out_track (page->programme, session);
  const char *type = session->type && (!session->type_label || !*session->type_label)
                         ? lectern_words_choice (page->language, "session_type", session->type)
                         : session->type_label;
  if ((track == NULL || !track->name || !*track->name) && (type == NULL || *type == '\0'))
    return;
  g_string_append (page->out, "<p class=\"soft\">");
  if (track && track->name && *track->name)
    {
      g_string_append (page->out, "<span class=\"track\"");
      if (lectern_out_matches (track->colour, "#[0-9a-fA-F]{6}"))
        g_string_append_printf (page->out, " style=\"border-color:%s\"", track->colour);
      g_string_append_c (page->out, '>');
      lectern_html_escape (page, track->name);
      g_string_append (page->out, type && *type ? "</span> · " : "</span>");
    }
  lectern_html_escape (page, type);
  g_string_append (page->out, "</p>\n");
}

static void
write_link_list (LecternHtmlPage *page, GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const LecternProgrammeLink *link = g_ptr_array_index (links, i);
      g_string_append (page->out, "<li>");
      lectern_html_link (page, link->url, link->title);
      g_string_append (page->out, "</li>\n");
    }
}

static void
write_more (LecternHtmlPage *page, const LecternProgrammeSession *session)
{
  gboolean text = (session->abstract && *session->abstract)
                  || (session->description && *session->description);
  gboolean links = session->links->len + session->attachments->len > 0
                   || lectern_markup_is_safe_link (session->url);
  if (!text && !links)
    return;
  gboolean closed = page->programme->sessions->len > OPEN_UP_TO;
  if (closed)
    {
      g_string_append (page->out, "<details><summary>");
      lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_MORE));
      lectern_html_text (page, "span", "vh", session->title);
      g_string_append (page->out, "</summary>\n");
    }
  lectern_html_prose (page, session->abstract);
  if (g_strcmp0 (session->abstract, session->description) != 0)
    lectern_html_prose (page, session->description);
  if (links)
    {
      g_string_append (page->out, "<ul>\n");
      if (lectern_markup_is_safe_link (session->url))
        {
          g_string_append (page->out, "<li>");
          lectern_html_link (page, session->url, lectern_html_word (page, LECTERN_WORD_WEBSITE));
          g_string_append (page->out, "</li>\n");
        }
      write_link_list (page, session->links);
      write_link_list (page, session->attachments);
      g_string_append (page->out, "</ul>\n");
    }
  if (closed)
    g_string_append (page->out, "</details>\n");
}

static void
write_marks (LecternHtmlPage *page, const LecternProgrammeSession *session)
{
  static const char *const open[] = { "idea", "asked", "to-be-confirmed", NULL };
  if (g_strcmp0 (session->state, "cancelled") == 0)
    lectern_html_text (page, "p", "mark", lectern_html_word (page, LECTERN_WORD_CANCELLED));
  else if (session->state && g_strv_contains (open, session->state))
    lectern_html_text (page, "p", "mark", lectern_html_word (page, LECTERN_WORD_TO_BE_CONFIRMED));
}

static void
write_rooms (LecternHtmlPage *page, const LecternProgrammeSession *session)
{
  for (guint i = 0; i < session->rooms->len; i++)
    {
      guint index = g_array_index (session->rooms, guint, i);
      if (index >= page->programme->rooms->len)
        continue;
      const LecternProgrammeRoom *room = g_ptr_array_index (page->programme->rooms, index);
      if (i > 0)
        g_string_append (page->out, ", ");
      lectern_html_text (page, "span", NULL, room->name);
    }
}

static void
write_row (LecternHtmlPage *page,
           const LecternProgrammeDay *day,
           const Entry *entry,
           gboolean rooms)
{
  const LecternProgrammeSession *session = entry->session;
  gboolean off = g_strcmp0 (session->state, "cancelled") == 0;
  g_string_append (page->out, off ? "<tr class=\"off\"" : "<tr");
  write_anchor (page, " id=\"", entry->index, "\"");
  g_string_append (page->out, ">\n<th scope=\"row\">");
  write_times (page, day, entry);
  g_string_append (page->out, "</th>\n<td>");
  lectern_html_text (page, "h4", NULL, session->title);
  write_marks (page, session);
  lectern_html_text (page, "p", NULL, session->subtitle);
  write_people (page, session);
  write_kind (page, session);
  write_more (page, session);
  if (rooms)
    {
      g_string_append (page->out, "</td>\n<td class=\"room\">");
      write_rooms (page, session);
    }
  g_string_append (page->out, "</td>\n</tr>\n");
}

static guint
count_rooms (GArray *entries, guint n_rooms)
{
  g_autofree gboolean *used = g_new0 (gboolean, n_rooms + 1);
  guint count = 0;
  for (guint i = 0; i < entries->len; i++)
    {
      guint room = g_array_index (entries, Entry, i).room;
      if (room < n_rooms && !used[room])
        count++;
      if (room < n_rooms)
        used[room] = TRUE;
    }
  return count;
}

static void
write_table (LecternHtmlPage *page,
             const LecternProgrammeDay *day,
             const char *name,
             GArray *entries)
{
  static const LecternWord heads[] = { LECTERN_WORD_TIME, LECTERN_WORD_SESSION, LECTERN_WORD_ROOM };
  gboolean rooms = count_rooms (entries, page->programme->rooms->len) > 0;
  g_string_append (page->out, "<table>\n");
  g_string_append (page->out, "<caption class=\"vh\">");
  lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_AGENDA));
  g_string_append (page->out, ": ");
  lectern_html_escape (page, name);
  g_string_append (page->out, "</caption>\n<thead>\n<tr>");
  for (guint i = 0; i < G_N_ELEMENTS (heads) - !rooms; i++)
    {
      g_string_append (page->out, "<th scope=\"col\">");
      lectern_html_escape (page, lectern_html_word (page, heads[i]));
      g_string_append (page->out, "</th>");
    }
  g_string_append (page->out, "</tr>\n</thead>\n<tbody>\n");
  for (guint i = 0; i < entries->len; i++)
    write_row (page, day, &g_array_index (entries, Entry, i), rooms);
  g_string_append (page->out, "</tbody>\n</table>\n");
}

static gboolean
is_in_room (const LecternProgrammeSession *session, guint room)
{
  for (guint i = 0; i < session->rooms->len; i++)
    if (g_array_index (session->rooms, guint, i) == room)
      return TRUE;
  return FALSE;
}

static void
write_one_room (LecternHtmlPage *page, const LecternProgrammeDay *day, GArray *entries, guint room)
{
  gboolean any = FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      if (!is_in_room (entry->session, room))
        continue;
      if (!any)
        {
          const LecternProgrammeRoom *of = g_ptr_array_index (page->programme->rooms, room);
          lectern_html_text (page, "h4", NULL, of->name ? of->name : "");
          g_string_append (page->out, "<ul>\n");
        }
      any = TRUE;
      write_anchor (page, "<li><a href=\"#", entry->index, "\">");
      if (entry->timed)
        {
          write_clock (page, day, entry->start);
          g_string_append_c (page->out, ' ');
        }
      lectern_html_escape (page, entry->session->title);
      g_string_append (page->out, "</a></li>\n");
    }
  if (any)
    g_string_append (page->out, "</ul>\n");
}

static void
write_by_room (LecternHtmlPage *page,
               const LecternProgrammeDay *day,
               const char *name,
               GArray *entries)
{
  if (count_rooms (entries, page->programme->rooms->len) < 2)
    return;
  g_string_append (page->out, "<details class=\"by-room\"><summary>");
  lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_BY_ROOM));
  lectern_html_text (page, "span", "vh", name);
  g_string_append (page->out, "</summary>\n");
  for (guint room = 0; room < page->programme->rooms->len; room++)
    write_one_room (page, day, entries, room);
  g_string_append (page->out, "</details>\n");
}

static char *
day_name (LecternHtmlPage *page, const LecternProgrammeDay *day)
{
  if (day->date != NULL)
    return lectern_date_format_in (day->date, page->language);
  return g_strdup_printf ("%s %d", lectern_html_word (page, LECTERN_WORD_DAY), day->number);
}

static gboolean
write_day (LecternHtmlPage *page, guint index)
{
  const LecternProgrammeDay *day = g_ptr_array_index (page->programme->days, index);
  g_autoptr (GArray) entries = entries_of_day (page, index);
  g_autofree char *name = day_name (page, day);
  const LecternDetailsVenue *venue = lectern_details_venue (page->details, day->venue);
  if (entries->len == 0)
    return FALSE;
  g_string_append_printf (page->out, "<section aria-labelledby=\"day-%u\">\n<h3 id=\"day-%u\">",
                          index + 1, index + 1);
  if (day->date != NULL)
    lectern_html_date (page, day->date);
  else
    lectern_html_escape (page, name);
  if (day->title && *day->title)
    {
      g_string_append (page->out, ": ");
      lectern_html_text (page, "span", NULL, day->title);
    }
  g_string_append (page->out, "</h3>\n");
  if (venue && page->details->venues->len > 1)
    lectern_html_text (page, "p", "soft", venue->name);
  write_by_room (page, day, name, entries);
  write_table (page, day, name, entries);
  g_string_append (page->out, "</section>\n");
  return TRUE;
}

static void
write_days_nav (LecternHtmlPage *page)
{
  if (page->programme->days->len < 2)
    return;
  g_string_append (page->out, "<nav aria-label=\"");
  lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_DAYS));
  g_string_append (page->out, "\">\n<ul class=\"row\">\n");
  for (guint i = 0; i < page->programme->days->len; i++)
    {
      g_autoptr (GArray) entries = entries_of_day (page, i);
      g_autofree char *name = day_name (page, g_ptr_array_index (page->programme->days, i));
      if (entries->len == 0)
        continue;
      g_string_append_printf (page->out, "<li><a href=\"#day-%u\">", i + 1);
      lectern_html_escape (page, name);
      g_string_append (page->out, "</a></li>\n");
    }
  g_string_append (page->out, "</ul>\n</nav>\n");
}

static gboolean
has_placed_session (const LecternProgramme *programme)
{
  for (guint i = 0; i < programme->sessions->len; i++)
    if (((LecternProgrammeSession *) g_ptr_array_index (programme->sessions, i))->day >= 0)
      return TRUE;
  return FALSE;
}

void
lectern_html_agenda (LecternHtmlPage *page)
{
  const LecternProgramme *p = page->programme;
  g_string_append (page->out, "<section aria-labelledby=\"agenda\">\n");
  lectern_html_heading (page, 2, "agenda", lectern_html_word (page, LECTERN_WORD_AGENDA));
  if (!has_placed_session (p))
    lectern_html_text (page, "p", NULL, lectern_html_word (page, LECTERN_WORD_AGENDA_TO_COME));
  else
    {
      if (lectern_out_zone_is_known (p, NULL))
        {
          g_string_append (page->out, "<p class=\"soft\">");
          lectern_html_escape (page, lectern_html_word (page, LECTERN_WORD_TIMES_IN));
          g_string_append_c (page->out, ' ');
          lectern_html_escape (page, p->time_zone);
          g_string_append (page->out, "</p>\n");
        }
      write_days_nav (page);
      for (guint i = 0; i < p->days->len; i++)
        write_day (page, i);
    }
  g_string_append (page->out, "</section>\n");
}
