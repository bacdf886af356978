/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ways to mend a finding: places and lengths are tried out by the rules themselves, and
 * only what removes the finding and brings nothing as bad is offered.
 */
#include "lectern-check-fixes-private.h"

#include "lectern-agenda-edits.h"
#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#define MOST_SLOTS 2        /* of them other times */
#define MOST_TRIES 300
#define SHORTEST 10         /* minutes that are worth keeping */
#define USUAL_LENGTH 30
#define DAY_FROM (8 * 60)   /* where neither the day nor what is on it says when it begins */
#define DAY_UNTIL (20 * 60)

void
lectern_fix_free (LecternFix *fix)
{
  g_free (fix->label);
  lectern_edit_unref (fix->edit);
  g_free (fix);
}

/* The finding by numbers again. */
static LecternRuleFinding
by_number (LecternCheck *check, const LecternFinding *finding)
{
  guint need = 0;
  if (finding->need != NULL)
    g_ptr_array_find (check->needs, finding->need, &need);
  return (LecternRuleFinding){
    finding->rule,
    finding->detail,
    lectern_check_index (check->session_by_id, finding->session),
    lectern_check_index (check->session_by_id, finding->other),
    lectern_check_index (check->room_by_id, finding->room),
    lectern_check_index (check->person_by_id, finding->person),
    finding->need != NULL ? (int) need : finding->minutes,
  };
}

gboolean
lectern_search_is_full (LecternSearch *search)
{
  return search->fixes->len >= LECTERN_MOST_FIXES || search->tries >= MOST_TRIES;
}

/* ---- one place ---- */

/* A session and all that is placed within it, as they move together. */
static void
add_moves (LecternSearch *search, guint index, const LecternRuleMove *to, GArray *moves, guint depth)
{
  const LecternRuleSession *block = lectern_search_at (search, index);
  int by = to->minute - block->minute;
  g_array_append_val (moves, *to);
  for (guint i = 0; i < search->check->input->sessions->len && depth < 8; i++)
    {
      const LecternRuleSession *inner = lectern_search_at (search, i);
      LecternRuleMove along = { i, to->day, inner->minute + by, inner->duration, inner->rooms, NULL, 0 };
      if (inner->parent == index && i != index && inner->day != LECTERN_RULE_NONE && inner->minute >= 0)
        add_moves (search, i, &along, moves, depth + 1);
    }
}

/* Whether that removes the finding, and nothing comes that is as bad. */
gboolean
lectern_search_mends (LecternSearch *search, const LecternRuleMove *each, guint n)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (LecternRuleMove));
  gboolean stays = FALSE;
  for (guint i = 0; i < n; i++)
    if (each[i].minute != lectern_search_at (search, each[i].session)->minute
        || each[i].day != lectern_search_at (search, each[i].session)->day)
      add_moves (search, each[i].session, &each[i], moves, 0);
    else /* what is only made shorter or put into another room leaves its own where they are */
      g_array_append_val (moves, each[i]);
  search->tries++;
  g_autoptr (GArray) found = lectern_rules_preview (search->check->rules, (LecternRuleMove *) (void *) moves->data,
                                                    moves->len, &search->about, &stays);
  for (guint i = 0; i < found->len && !stays; i++)
    stays = search->check->levels.level[g_array_index (found, LecternRuleFinding, i).rule] >= search->finding->level;
  return !stays;
}

/* "Thu 18 14.00–15.30, Room 2" */
static char *
place_in_words (LecternSearch *search, const LecternRuleMove *move)
{
  const char *date = lectern_check_name (search->check->days, move->day)->date;
  g_autofree char *day = *date != '\0' ? lectern_date_format_short (date) : g_strdup ("");
  g_autofree char *time = lectern_time_format_range (move->minute, move->minute + move->duration);
  const char *room = move->rooms.n > 0 ? lectern_check_name (search->check->rooms, move->rooms.at[0])->name : "";
  return g_strdup_printf ("%s%s%s%s%s", day, *day != '\0' ? " " : "", time, *room != '\0' ? ", " : "", room);
}

/* Takes @label. */
void
lectern_search_add (LecternSearch *search, char *label, LecternEdit *edit)
{
  LecternFix *fix = g_new (LecternFix, 1);
  fix->label = label;
  fix->edit = edit;
  g_ptr_array_add (search->fixes, fix);
}

static gboolean
offer (LecternSearch *search, const LecternRuleMove *move)
{
  g_autofree gint64 *rooms = g_new (gint64, move->rooms.n + 1);
  LecternPlacement place = { lectern_check_session (search->check, move->session)->id,
                             lectern_check_name (search->check->days, move->day)->id, move->minute, move->duration,
                             rooms, move->rooms.n };
  for (guint i = 0; i < move->rooms.n; i++)
    rooms[i] = lectern_check_name (search->check->rooms, move->rooms.at[i])->id;
  if (lectern_search_is_full (search) || lectern_check_session (search->check, move->session)->locked || !lectern_search_mends (search, move, 1))
    return FALSE;
  g_autoptr (LecternEdit) edit = lectern_agenda_edit_place (search->agenda, &place, 1, NULL);
  if (edit == NULL || lectern_edit_is_empty (edit))
    return FALSE;
  g_autofree char *words = place_in_words (search, move);
  const char *title = lectern_check_session (search->check, move->session)->title;
  gboolean shorter = move->duration < lectern_search_at (search, move->session)->duration
                     && move->minute == lectern_search_at (search, move->session)->minute;
  /* TRANSLATORS: an agenda item, and its new day, time and room */
  lectern_search_add (search, g_strdup_printf (shorter ? _("Shorten “%s”: %s") : _("Move “%s”: %s"), title, words),
           g_steal_pointer (&edit));
  return TRUE;
}

LecternRuleMove
lectern_search_as_it_is (LecternSearch *search, guint index)
{
  const LecternRuleSession *session = lectern_search_at (search, index);
  return (LecternRuleMove){ index, session->day, session->minute, session->duration, session->rooms, NULL, 0 };
}

/* ---- other times ---- */

/* When things may happen on a day. */
static void
hours_of (LecternSearch *search, guint day, int *from, int *until)
{
  const LecternRuleDay *d = lectern_rule_day (search->check->input, day);
  *from = DAY_FROM;
  *until = DAY_UNTIL;
  for (guint i = 0; i < search->check->input->sessions->len; i++)
    if (lectern_search_at (search, i)->runs && lectern_search_at (search, i)->day == day)
      {
        *from = MIN (*from, lectern_search_at (search, i)->minute);
        *until = MAX (*until, lectern_search_at (search, i)->minute + lectern_search_at (search, i)->duration);
      }
  *from = d->opens >= 0 ? d->opens : *from;
  *until = d->closes > *from ? d->closes : *until;
}

static int
compare_minutes (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* The minutes of a day at which something ends or begins: where a free place may begin. */
static GArray *
edges_of (LecternSearch *search, guint index, guint day)
{
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (int));
  int from, until, duration = lectern_search_at (search, index)->duration;
  hours_of (search, day, &from, &until);
  if (from + duration <= until)
    g_array_append_val (edges, from);
  for (guint i = 0; i < search->check->input->sessions->len; i++)
    {
      const LecternRuleSession *other = lectern_search_at (search, i);
      int turn = other->rooms.n > 0 ? lectern_rule_room (search->check->input, other->rooms.at[0])->clearing
                                          + lectern_rule_room (search->check->input, other->rooms.at[0])->setup : 0;
      int edge = (other->minute + other->duration + turn + 4) / 5 * 5;
      if (other->runs && other->day == day && i != index && edge >= from && edge + duration <= until)
        g_array_append_val (edges, edge);
    }
  g_array_sort (edges, compare_minutes);
  return edges;
}

/* The next free times in the same rooms: later on its day, then earlier, then on other days. */
static void
try_times (LecternSearch *search, guint index)
{
  LecternRuleMove move = lectern_search_as_it_is (search, index);
  guint own = move.day, before = search->fixes->len;
  if (move.duration <= 0 || (own == LECTERN_RULE_NONE && search->check->days->len == 0))
    return;
  for (guint step = 0; step <= 2 * search->check->days->len; step++)
    {
      /* the own day twice: first what is later, then what is earlier */
      gboolean again = step == 1;
      guint day = step < 2 ? own : (step - 2) / 2;
      if (day == LECTERN_RULE_NONE || (step >= 2 && (day == own || step % 2 == 1)))
        continue;
      g_autoptr (GArray) edges = edges_of (search, index, day);
      for (guint i = 0; i < edges->len && search->fixes->len < before + MOST_SLOTS; i++)
        {
          int edge = g_array_index (edges, int, i);
          gboolean later = edge > lectern_search_at (search, index)->minute;
          if ((i > 0 && edge == g_array_index (edges, int, i - 1)) || (day == own && later == again))
            continue;
          move.day = day;
          move.minute = edge;
          offer (search, &move);
        }
    }
}

static void
try_rooms (LecternSearch *search, guint index)
{
  LecternRuleMove move = lectern_search_as_it_is (search, index);
  if (move.rooms.n != 1 || move.day == LECTERN_RULE_NONE || move.minute < 0)
    return;
  guint own = move.rooms.at[0], venue = lectern_rule_room (search->check->input, own)->venue;
  for (guint room = 0; room < search->check->rooms->len; room++)
    {
      const LecternRuleRoom *other = lectern_rule_room (search->check->input, room);
      move.rooms = (LecternRuleSet){ &room, 1 };
      if (room != own && other->venue == venue && !other->deleted && offer (search, &move))
        return;
    }
}

/* With one of the same day and block that lasts as long, so that both fit. */
static void
try_swaps (LecternSearch *search, guint index)
{
  const LecternRuleSession *session = lectern_search_at (search, index);
  for (guint i = 0; i < search->check->input->sessions->len && !lectern_search_is_full (search); i++)
    {
      const LecternRuleSession *other = lectern_search_at (search, i);
      LecternRuleMove moves[] = { lectern_search_as_it_is (search, index), lectern_search_as_it_is (search, i) };
      if (i == index || !session->runs || !other->runs || other->day != session->day || other->duration != session->duration
          || other->minute == session->minute || other->type == LECTERN_RULE_PAUSE || other->parent != session->parent
          || lectern_check_session (search->check, i)->locked || lectern_check_session (search->check, index)->locked)
        continue;
      moves[0].minute = other->minute, moves[0].rooms = other->rooms;
      moves[1].minute = session->minute, moves[1].rooms = session->rooms;
      g_autoptr (LecternEdit) edit
          = lectern_search_mends (search, moves, 2)
                ? lectern_agenda_edit_swap (search->agenda, lectern_check_session (search->check, index)->id,
                                            lectern_check_session (search->check, i)->id, NULL)
                : NULL;
      if (edit == NULL || lectern_edit_is_empty (edit))
        continue;
      /* TRANSLATORS: two agenda items, each to the place of the other */
      lectern_search_add (search, g_strdup_printf (_("Swap “%s” and “%s”"), lectern_check_session (search->check, index)->title,
                                                   lectern_check_session (search->check, i)->title),
                          g_steal_pointer (&edit));
      return;
    }
}

static void
try_shorter (LecternSearch *search, guint index, gint64 by)
{
  LecternRuleMove move = lectern_search_as_it_is (search, index);
  if (by <= 0 || by > move.duration - SHORTEST || by * 2 > move.duration)
    return;
  move.duration -= (int) by;
  offer (search, &move);
}

static void
try_start (LecternSearch *search, guint index, gint64 later)
{
  LecternRuleMove move = lectern_search_as_it_is (search, index);
  if (move.day == LECTERN_RULE_NONE || move.minute < 0 || move.minute + later < 0 || move.minute + later >= 2880)
    return;
  move.minute += (int) later;
  offer (search, &move);
}

static void
try_length (LecternSearch *search, guint index, int minutes)
{
  LecternRuleMove move = lectern_search_as_it_is (search, index);
  move.duration = minutes;
  if (move.day != LECTERN_RULE_NONE && move.minute >= 0)
    offer (search, &move);
}

/* A pair at one time: the earlier one shorter, one in another room, one at another time. */
static void
part_two (LecternSearch *search, gboolean rooms)
{
  guint a = search->about.session, b = search->about.other;
  guint first = lectern_search_at (search, a)->start <= lectern_search_at (search, b)->start ? a : b, second = first == a ? b : a;
  guint movable = lectern_check_session (search->check, second)->locked ? first : second;
  if (lectern_search_at (search, first)->end < lectern_search_at (search, second)->end)
    try_shorter (search, first, search->finding->minutes);
  if (rooms)
    try_rooms (search, movable);
  try_times (search, movable);
  try_swaps (search, movable);
}

static void
look (LecternSearch *search)
{
  guint session = search->about.session, other = search->about.other;
  int minutes = search->finding->minutes;
  gboolean early = search->about.detail == LECTERN_RULE_TOO_EARLY;
  switch (search->finding->rule)
    {
    case LECTERN_RULE_R01:
    case LECTERN_RULE_R02:
      part_two (search, TRUE);
      break;
    case LECTERN_RULE_R14:
    case LECTERN_RULE_R20:
    case LECTERN_RULE_R29:
    case LECTERN_RULE_R30:
      part_two (search, FALSE);
      break;
    case LECTERN_RULE_R03:
    case LECTERN_RULE_R06:
    case LECTERN_RULE_R07:
      try_rooms (search, session);
      try_times (search, session);
      break;
    case LECTERN_RULE_R04:
    case LECTERN_RULE_R08:
    case LECTERN_RULE_R11:
    case LECTERN_RULE_R22:
      try_start (search, session, early ? minutes : -minutes);
      try_shorter (search, session, early ? 0 : minutes);
      try_times (search, session);
      try_swaps (search, session);
      break;
    case LECTERN_RULE_R05:
    case LECTERN_RULE_R23:
    case LECTERN_RULE_R24:
      try_start (search, session, minutes);
      try_shorter (search, other, minutes);
      try_times (search, session);
      break;
    case LECTERN_RULE_R10:
      try_length (search, session, USUAL_LENGTH);
      try_length (search, session, 2 * USUAL_LENGTH);
      break;
    case LECTERN_RULE_R12:
      if (other != LECTERN_RULE_NONE)
        try_start (search, other, -minutes);
      break;
    case LECTERN_RULE_R13:
      try_start (search, session, -minutes);
      break;
    case LECTERN_RULE_R21:
      try_times (search, session);
      try_swaps (search, session);
      break;
    case LECTERN_RULE_R09:
      try_start (search, session, search->about.detail == LECTERN_RULE_PLAIN ? -minutes : 0);
      try_shorter (search, session, search->about.detail == LECTERN_RULE_PLAIN ? minutes : 0);
      try_times (search, session);
      break;
    case LECTERN_RULE_R25:
      lectern_search_try_people (search);
      break;
    case LECTERN_RULE_R26:
      lectern_search_try_languages (search);
      break;
    case LECTERN_RULE_R27:
      lectern_search_confirm (search);
      break;
    default:
      break;
    }
}

/**
 * lectern_finding_fixes:
 * @agenda: of the same event with all its days; it makes the edits
 *
 * Nothing is offered that would move a locked session. Tries some hundred places at the
 * most; each costs what trying out a move does.
 *
 * Returns: (transfer full): up to three, of LecternFix
 */
GPtrArray *
lectern_finding_fixes (LecternCheck *check, LecternAgenda *agenda, const LecternFinding *finding)
{
  LecternSearch search = { check, agenda, finding, by_number (check, finding),
                    g_ptr_array_new_with_free_func ((GDestroyNotify) lectern_fix_free), 0 };
  if (search.about.session != LECTERN_RULE_NONE)
    look (&search);
  return search.fixes;
}
