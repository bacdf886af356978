/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

GHashTable *
lectern_check_new_index (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static LecternCheck *
new_check (gint64 event, const char *language)
{
  LecternCheck *check = g_new0 (LecternCheck, 1);
  GArray **names[] = { &check->rooms, &check->people, &check->days, &check->venues };
  GHashTable **indexes[] = { &check->session_by_id, &check->room_by_id, &check->person_by_id, &check->day_by_id,
                             &check->venue_by_id, &check->node_by_id, &check->allocated, &check->paired };
  check->references = 1;
  check->event = event;
  check->language = g_strdup (language);
  check->input = lectern_rule_input_new ();
  check->sessions = g_array_new (FALSE, FALSE, sizeof (LecternCheckSession));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    *names[i] = g_array_new (FALSE, FALSE, sizeof (LecternCheckName));
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    *indexes[i] = lectern_check_new_index ();
  check->needs = g_ptr_array_new ();
  check->need_by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check->language_by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  check->texts = g_string_chunk_new (16384);
  check->kept = g_ptr_array_new_with_free_func (g_free);
  check->counts = g_array_new (FALSE, TRUE, sizeof (LecternCheckCount));
  return check;
}

/**
 * lectern_check_new:
 * @step: key of a release step that the levels are taken of; NULL: the event's own
 * @language: of the names of sessions, rooms and so on
 *
 * Reads everything at one state of the data and applies all rules.
 *
 * Returns: (transfer full): the check
 */
LecternCheck *
lectern_check_new (LecternReader *reader, gint64 event, const char *step, const char *language)
{
  LecternCheck *check = new_check (event, language);
  lectern_reader_begin (reader);
  check->moment = lectern_reader_moment (reader);
  lectern_check_load_event (check, reader, step);
  lectern_check_load_sessions (check, reader);
  lectern_check_load_waivers (check, reader);
  lectern_reader_end (reader);
  check->rules = lectern_rules_new (check->input, &check->levels);
  return check;
}

LecternCheck *
lectern_check_ref (LecternCheck *check)
{
  g_atomic_int_inc (&check->references);
  return check;
}

void
lectern_check_unref (LecternCheck *check)
{
  GArray *names[] = { check->rooms, check->people, check->days, check->venues, check->sessions, check->counts };
  GHashTable *indexes[] = { check->session_by_id, check->room_by_id, check->person_by_id, check->day_by_id,
                            check->venue_by_id, check->node_by_id, check->allocated, check->paired,
                            check->need_by_text, check->language_by_text, check->waivers };
  if (!g_atomic_int_dec_and_test (&check->references))
    return;
  lectern_rules_free (check->rules);
  lectern_rule_input_free (check->input);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_array_unref (names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    g_hash_table_unref (indexes[i]);
  g_clear_pointer (&check->findings, g_array_unref);
  g_ptr_array_unref (check->needs);
  g_string_chunk_free (check->texts);
  g_ptr_array_unref (check->kept);
  g_free (check->language);
  g_free (check->zone);
  g_free (check);
}

gint64
lectern_check_moment (const LecternCheck *check)
{
  return check->moment;
}

const char *
lectern_check_step (const LecternCheck *check)
{
  return lectern_rule_step_key (check->step);
}

/* ---- findings ---- */

static gint64
name_id (GArray *names, guint index)
{
  return index != LECTERN_RULE_NONE ? lectern_check_name (names, index)->id : 0;
}

void
lectern_check_to_finding (const LecternCheck *check, const LecternRuleFinding *from, LecternFinding *to)
{
  gboolean need = from->rule == LECTERN_RULE_R07 && from->detail == LECTERN_RULE_PLAIN;
  *to = (LecternFinding){
    .rule = from->rule,
    .level = check->levels.level[from->rule],
    .session = lectern_check_session (check, from->session)->id,
    .other = from->other != LECTERN_RULE_NONE ? lectern_check_session (check, from->other)->id : 0,
    .room = name_id (check->rooms, from->room),
    .person = name_id (check->people, from->person),
    .minutes = need ? 0 : from->minutes,
    .need = need ? g_ptr_array_index (check->needs, from->minutes) : NULL,
    .detail = from->detail,
  };
}

/* A finding with when it is, so that sorting looks nothing up. */
typedef struct
{
  LecternFinding finding;
  gint64 start;
} Dated;

static int
compare_findings (const void *a, const void *b)
{
  const Dated *x = a, *y = b;
  const LecternFinding *f = &x->finding, *g = &y->finding;
  const gint64 left[] = { g->level, x->start, f->rule, f->session, f->other, f->room, f->person, f->detail };
  const gint64 right[] = { f->level, y->start, g->rule, g->session, g->other, g->room, g->person, g->detail };
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    if (left[i] != right[i])
      return left[i] < right[i] ? -1 : 1;
  return g_strcmp0 (f->need, g->need);
}

/* By level and time. @found: of LecternRuleFinding. Returns (transfer full): of LecternFinding */
static GArray *
sorted_findings (LecternCheck *check, GArray *found)
{
  GArray *findings = g_array_sized_new (FALSE, FALSE, sizeof (LecternFinding), found->len);
  g_autofree Dated *dated = g_new (Dated, found->len + 1);
  for (guint i = 0; i < found->len; i++)
    {
      const LecternRuleFinding *from = &g_array_index (found, LecternRuleFinding, i);
      const LecternRuleSession *session = lectern_rule_session (check->input, from->session);
      lectern_check_to_finding (check, from, &dated[i].finding);
      dated[i].start = session->day != LECTERN_RULE_NONE && session->minute >= 0 ? session->start : G_MAXINT64;
    }
  qsort (dated, found->len, sizeof *dated, compare_findings);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (findings, dated[i].finding);
  return findings;
}

static const LecternWaived *
waived (LecternCheck *check, const LecternFinding *finding)
{
  if (g_hash_table_size (check->waivers) == 0)
    return NULL;
  g_autofree char *subject = lectern_finding_subject (finding);
  g_autofree char *key = lectern_check_waiver_key (lectern_rule_id (finding->rule), subject);
  return g_hash_table_lookup (check->waivers, key);
}

static void
count (LecternCheck *check, gint64 session, LecternLevel level)
{
  guint index = lectern_check_index (check->session_by_id, session);
  if (index == LECTERN_RULE_NONE)
    return;
  LecternCheckCount *counted = &g_array_index (check->counts, LecternCheckCount, index);
  counted->n++;
  counted->worst = MAX (counted->worst, level);
}

static GArray *
findings (LecternCheck *check)
{
  if (check->findings != NULL)
    return check->findings;
  g_autoptr (GArray) found = lectern_rules_findings (check->rules);
  check->findings = sorted_findings (check, found);
  g_array_set_size (check->counts, 0);
  g_array_set_size (check->counts, check->sessions->len);
  for (guint i = 0; i < check->findings->len; i++)
    {
      LecternFinding *finding = &g_array_index (check->findings, LecternFinding, i);
      const LecternWaived *why = waived (check, finding);
      finding->reason = why != NULL ? why->reason : NULL;
      if (why != NULL)
        continue;
      count (check, finding->session, finding->level);
      if (finding->other != 0)
        count (check, finding->other, finding->level);
    }
  return check->findings;
}

guint
lectern_check_n_findings (LecternCheck *check)
{
  return findings (check)->len;
}

const LecternFinding *
lectern_check_finding (LecternCheck *check, guint i)
{
  return &g_array_index (findings (check), LecternFinding, i);
}

guint
lectern_check_count (LecternCheck *check, LecternLevel level)
{
  guint n = 0;
  for (guint i = 0; i < findings (check)->len; i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      n += finding->reason == NULL && (level == LECTERN_LEVEL_OFF || finding->level == level);
    }
  return n;
}

guint
lectern_check_count_session (LecternCheck *check, gint64 session, LecternLevel *worst)
{
  guint index = lectern_check_index (check->session_by_id, session);
  findings (check);
  const LecternCheckCount *counted
      = index != LECTERN_RULE_NONE ? &g_array_index (check->counts, LecternCheckCount, index) : NULL;
  if (worst != NULL)
    *worst = counted != NULL ? counted->worst : LECTERN_LEVEL_OFF;
  return counted != NULL ? counted->n : 0;
}

static const char *
session_title (LecternCheck *check, const LecternFinding *finding)
{
  guint index = lectern_check_index (check->session_by_id, finding->session);
  return index != LECTERN_RULE_NONE ? lectern_check_session (check, index)->title : "";
}

char *
lectern_check_session_text (LecternCheck *check, gint64 session, guint most)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint left = most;
  LecternLevel worst;
  lectern_check_count_session (check, session, &worst);
  if (worst < LECTERN_LEVEL_WARNING)
    return g_strdup ("");
  for (guint i = 0; i < findings (check)->len && left > 0; i++)
    {
      const LecternFinding *finding = lectern_check_finding (check, i);
      if (finding->reason != NULL || finding->level < LECTERN_LEVEL_WARNING
          || (finding->session != session && finding->other != session))
        continue;
      g_autofree char *what = lectern_finding_what (check, finding), *why = lectern_finding_why (check, finding);
      gboolean more = strcmp (why, session_title (check, finding)) != 0;
      g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "", what, more ? ": " : "", more ? why : "");
      left--;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

LecternEdit *
lectern_finding_waive (LecternCheck *check, const LecternFinding *finding, const char *reason)
{
  const LecternWaived *before = waived (check, finding);
  g_autofree char *subject = lectern_finding_subject (finding);
  gboolean accept = reason != NULL && *reason != '\0';
  /* TRANSLATORS: %s is the name of a rule */
  g_autofree char *label = g_strdup_printf (accept ? _("Accept “%s”") : _("No longer accept “%s”"),
                                            lectern_rule_name (finding->rule));
  LecternEdit *edit = lectern_edit_new (label);
  gint64 waiver = before != NULL ? before->waiver : 0;
  if (!accept)
    {
      if (waiver != 0)
        lectern_edit_delete (edit, LECTERN_KIND_WAIVER, waiver);
      return edit;
    }
  if (waiver == 0)
    {
      waiver = lectern_edit_create (edit, LECTERN_KIND_WAIVER);
      lectern_edit_set_integer (edit, LECTERN_KIND_WAIVER, waiver, LECTERN_WAIVER_EVENT, check->event);
      lectern_edit_set_text (edit, LECTERN_KIND_WAIVER, waiver, LECTERN_WAIVER_RULE, lectern_rule_id (finding->rule));
      lectern_edit_set_text (edit, LECTERN_KIND_WAIVER, waiver, LECTERN_WAIVER_SUBJECT, subject);
    }
  lectern_edit_set_text (edit, LECTERN_KIND_WAIVER, waiver, LECTERN_WAIVER_REASON, reason);
  return edit;
}

/* ---- trying out ---- */

/* The people of a session after one took the place of another; who takes nobody's place speaks. */
static void
exchange (LecternCheck *check, LecternRuleMove *move, guint from, guint to, GPtrArray *kept)
{
  const LecternRuleSession *session = lectern_rule_session (check->input, move->session);
  LecternRulePart *parts = g_new (LecternRulePart, session->n_parts + 1);
  guint n = 0;
  g_ptr_array_add (kept, parts);
  for (guint i = 0; i < session->n_parts; i++)
    {
      parts[n] = session->parts[i];
      if (parts[n].person == from)
        parts[n].person = to;
      n += parts[n].person != LECTERN_RULE_NONE;
    }
  if (from == LECTERN_RULE_NONE && to != LECTERN_RULE_NONE)
    parts[n++] = (LecternRulePart){ to, LECTERN_ROLE_SPEAKER, FALSE };
  move->parts = parts;
  move->n_parts = n;
}

static void
to_move (LecternCheck *check, const LecternPlacement *place, LecternRuleMove *move, GPtrArray *kept)
{
  guint *numbers = g_new (guint, place->n_rooms + 1), n_rooms = 0;
  g_ptr_array_add (kept, numbers);
  for (guint r = 0; r < place->n_rooms; r++)
    {
      numbers[n_rooms] = lectern_check_index (check->room_by_id, place->rooms[r]);
      n_rooms += numbers[n_rooms] != LECTERN_RULE_NONE;
    }
  *move = (LecternRuleMove){ .session = lectern_check_index (check->session_by_id, place->session),
                             .day = lectern_check_index (check->day_by_id, place->day),
                             .minute = place->start,
                             .duration = place->duration,
                             .rooms = { numbers, n_rooms } };
}

GArray *
lectern_check_preview (LecternCheck *check, const LecternPlacement *places, guint n)
{
  return lectern_check_preview_people (check, places, n, 0, 0, 0);
}

GArray *
lectern_check_preview_people (LecternCheck *check, const LecternPlacement *places, guint n, guint n_own, gint64 from,
                              gint64 to)
{
  g_autofree LecternRuleMove *moves = g_new0 (LecternRuleMove, n + 1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);
  guint n_moves = 0;
  for (guint i = 0; i < n; i++)
    {
      LecternRuleMove *move = &moves[n_moves];
      to_move (check, &places[i], move, kept);
      if (move->session == LECTERN_RULE_NONE)
        continue;
      if (i < n_own)
        exchange (check, move, lectern_check_index (check->person_by_id, from),
                  lectern_check_index (check->person_by_id, to), kept);
      n_moves++;
    }
  g_autoptr (GArray) found = lectern_rules_preview (check->rules, moves, n_moves, NULL, NULL);
  return sorted_findings (check, found);
}
