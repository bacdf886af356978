/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ways to mend what is about people in their roles: who could take one, which language all speak.
 */
#include "lectern-check-fixes-private.h"

#include "lectern-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By LecternRuleRole. */
static const char *const roles[] = { NULL, "chair", "speaker", "moderator", "panellist", "rapporteur", "interpreter" };

/* ---- a role that nobody has ---- */

static LecternRuleRole
missing_role (LecternSearch *search)
{
  if (search->finding->rule == LECTERN_RULE_R26)
    return LECTERN_ROLE_INTERPRETER;
  return search->about.detail == LECTERN_RULE_CHAIR        ? LECTERN_ROLE_CHAIR
         : search->about.detail == LECTERN_RULE_RAPPORTEUR ? LECTERN_ROLE_RAPPORTEUR
                                                           : LECTERN_ROLE_INTERPRETER;
}

/* The parts with one more; somebody's own stand side by side. g_free(). */
static LecternRulePart *
parts_with (const LecternRuleSession *session, guint person, LecternRuleRole role)
{
  LecternRulePart *parts = g_new (LecternRulePart, session->n_parts + 1);
  guint before = 0;
  while (before < session->n_parts && session->parts[before].person != person)
    before++;
  if (before > 0)
    memcpy (parts, session->parts, before * sizeof *parts);
  parts[before] = (LecternRulePart){ person, role, FALSE };
  if (before < session->n_parts)
    memcpy (parts + before + 1, session->parts + before, (session->n_parts - before) * sizeof *parts);
  return parts;
}

static char *
role_label (LecternRuleRole role, const char *name)
{
  /* TRANSLATORS: ways to mend an agenda: %s is a person, “it” an agenda item */
  return g_strdup_printf (role == LECTERN_ROLE_CHAIR        ? _("Let %s lead it")
                          : role == LECTERN_ROLE_RAPPORTEUR ? _("Let %s report on it")
                                                            : _("Let %s interpret it"),
                          name);
}

static void
try_person (LecternSearch *search, guint person, LecternRuleRole role)
{
  guint index = search->about.session;
  LecternRuleMove move = lectern_search_as_it_is (search, index);
  g_autofree LecternRulePart *parts = parts_with (lectern_search_at (search, index), person, role);
  const LecternCheckName *name = lectern_check_name (search->check->people, person);
  move.parts = parts;
  move.n_parts = lectern_search_at (search, index)->n_parts + 1;
  if (lectern_search_is_full (search) || !lectern_search_mends (search, &move, 1))
    return;
  g_autofree char *label = role_label (role, name->name);
  LecternEdit *edit = lectern_edit_new (label);
  gint64 link = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, search->finding->session, name->id, roles[role]);
  lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, link, LECTERN_SESSION_ROLE_STATE, "confirmed");
  lectern_search_add (search, g_steal_pointer (&label), edit);
}

static gboolean
is_among (const LecternRuleSession *session, guint person, LecternRuleRole role)
{
  for (guint i = 0; i < session->n_parts; i++)
    if (session->parts[i].person == person && (role == LECTERN_ROLE_OTHER || session->parts[i].role == role))
      return TRUE;
  return FALSE;
}

typedef struct
{
  guint person, n;
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *x = a, *y = b;
  return x->n != y->n ? (x->n > y->n ? -1 : 1) : x->person < y->person ? -1 : x->person > y->person;
}

/* Who has that role in the event, those who lead the block that it is in first, then the most
   experienced. A moderator leads too. */
static GArray *
find_candidates (LecternSearch *search, LecternRuleRole role)
{
  const LecternRuleSession *session = lectern_search_at (search, search->about.session);
  guint n_people = search->check->people->len, n_sessions = search->check->input->sessions->len;
  g_autofree guint *n = g_new0 (guint, n_people + 1);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Candidate));
  for (guint i = 0; i < n_sessions; i++)
    {
      const LecternRuleSession *other = lectern_search_at (search, i);
      for (guint p = 0; p < other->n_parts; p++)
        if (other->parts[p].role == role || (role == LECTERN_ROLE_CHAIR && other->parts[p].role == LECTERN_ROLE_MODERATOR))
          n[other->parts[p].person] += i == session->parent ? n_sessions : 1;
    }
  for (guint person = 0; person < n_people; person++)
    {
      Candidate candidate = { person, n[person] };
      if (n[person] > 0 && !is_among (session, person, LECTERN_ROLE_OTHER))
        g_array_append_val (found, candidate);
    }
  g_array_sort (found, compare_candidates);
  return found;
}

/* Whether somebody who interprets is not known to be of no use to the one who does not speak it. */
static gboolean
can_help (LecternSearch *search, guint person)
{
  const LecternRuleSet *known = &lectern_rule_person (search->check->input, person)->languages;
  const LecternRuleSet *wanted = &lectern_rule_person (search->check->input, search->about.person)->languages;
  for (guint i = 0; i < known->n; i++)
    if (lectern_rule_set_contains (wanted, known->at[i]))
      return TRUE;
  return known->n == 0;
}

/* R25, and for R26 an interpreter: somebody who does it elsewhere in the event and is free then. */
void
lectern_search_try_people (LecternSearch *search)
{
  LecternRuleRole role = missing_role (search);
  g_autoptr (GArray) candidates = find_candidates (search, role);
  for (guint i = 0; i < candidates->len && !lectern_search_is_full (search); i++)
    if (search->finding->rule != LECTERN_RULE_R26 || can_help (search, g_array_index (candidates, Candidate, i).person))
      try_person (search, g_array_index (candidates, Candidate, i).person, role);
}

/* ---- a language that somebody does not speak ---- */

static const char *
language_tag (LecternCheck *check, guint number)
{
  GHashTableIter iter;
  gpointer tag, value;
  g_hash_table_iter_init (&iter, check->language_by_text);
  while (g_hash_table_iter_next (&iter, &tag, &value))
    if (GPOINTER_TO_UINT (value) == number + 1)
      return tag;
  return NULL;
}

/* Nobody is known not to speak it. */
static gboolean
all_speak (LecternSearch *search, const LecternRuleSession *session, guint language)
{
  for (guint i = 0; i < session->n_parts; i++)
    {
      const LecternRulePerson *person = lectern_rule_person (search->check->input, session->parts[i].person);
      if (person->languages.n > 0 && !lectern_rule_set_contains (&person->languages, language))
        return FALSE;
    }
  return TRUE;
}

/* R26: in a language that all who have a role in it speak; else with an interpreter. */
void
lectern_search_try_languages (LecternSearch *search)
{
  const LecternRuleSession *session = lectern_search_at (search, search->about.session);
  const LecternRuleSet *spoken = &lectern_rule_person (search->check->input, search->about.person)->languages;
  for (guint i = 0; i < spoken->n && !lectern_search_is_full (search); i++)
    {
      const char *tags[] = { language_tag (search->check, spoken->at[i]), NULL };
      if (tags[0] == NULL || !all_speak (search, session, spoken->at[i]))
        continue;
      g_autofree char *language = lectern_language_name (tags[0]);
      /* TRANSLATORS: a way to mend an agenda: an item and a language that all its speakers speak */
      g_autofree char *label = g_strdup_printf (_("Hold “%s” in %s"),
                                                lectern_check_session (search->check, search->about.session)->title, language);
      LecternEdit *edit = lectern_edit_new (label);
      lectern_edit_set (edit, LECTERN_KIND_SESSION, search->finding->session, LECTERN_SESSION_LANGUAGES, NULL,
                        lectern_value_texts (tags));
      lectern_search_add (search, g_steal_pointer (&label), edit);
    }
  lectern_search_try_people (search);
}

/* ---- somebody who did not say yes yet ---- */

void
lectern_search_confirm (LecternSearch *search)
{
  const LecternRuleSession *session = lectern_search_at (search, search->about.session);
  const char *name = lectern_check_name (search->check->people, search->about.person)->name;
  /* TRANSLATORS: %s is a person */
  g_autofree char *label = g_strdup_printf (_("Confirm %s"), name);
  LecternEdit *edit = lectern_edit_new (label);
  for (guint i = 0; i < session->n_parts; i++)
    if (session->parts[i].person == search->about.person && session->parts[i].to_be_confirmed
        && session->parts[i].role != LECTERN_ROLE_OTHER)
      {
        gint64 role = lectern_edit_link (edit, LECTERN_KIND_SESSION_ROLE, search->finding->session, search->finding->person,
                                         roles[session->parts[i].role]);
        lectern_edit_set_text (edit, LECTERN_KIND_SESSION_ROLE, role, LECTERN_SESSION_ROLE_STATE, "confirmed");
      }
  lectern_search_add (search, g_steal_pointer (&label), edit);
}
