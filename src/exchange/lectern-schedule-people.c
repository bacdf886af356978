/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-schedule-people.h"

#include <glib/gi18n-lib.h>

LecternProgrammePerson *
lectern_schedule_build_person (LecternScheduleBuild *build,
                               const char *name,
                               const char *guid,
                               gint64 number,
                               const char *code,
                               guint *index)
{
  if (name == NULL || *name == '\0')
    return NULL;
  char *key = g_strdup_printf ("%s\n%s\n%" G_GINT64_FORMAT "\n%s", name, guid ? guid : "", number,
                               code ? code : "");
  gsize found = GPOINTER_TO_SIZE (g_hash_table_lookup (build->mentions, key));
  if (found == 0)
    {
      LecternProgrammePerson *person = lectern_programme_add_person (build->programme, name);
      person->guid = guid != NULL && *guid != '\0' ? g_strdup (guid) : NULL;
      person->code = code != NULL && *code != '\0' ? g_strdup (code) : NULL;
      person->number = number;
      found = build->programme->persons->len;
      g_hash_table_insert (build->mentions, key, GSIZE_TO_POINTER (found));
    }
  else
    g_free (key);
  *index = (guint)found - 1;
  return g_ptr_array_index (build->programme->persons, found - 1);
}

void
lectern_schedule_build_role (LecternProgrammeSession *session, guint person, const char *role)
{
  LecternProgrammeRole entry = { .person = person, .role = g_strdup (role) };
  g_array_append_val (session->people, entry);
}

static char *
mention_key (const LecternProgrammePerson *person, gboolean by_guid)
{
  if (by_guid)
    return person->guid != NULL ? g_strconcat ("guid:", person->guid, NULL) : NULL;
  if (person->code != NULL)
    return g_strconcat ("code:", person->code, NULL);
  return person->number > 0 ? g_strdup_printf ("id:%" G_GINT64_FORMAT, person->number) : NULL;
}

/* Identifiers and the one name each has; "" where it has several. Names are borrowed. */
static GHashTable *
names_of_ids (GPtrArray *mentions)
{
  static char none[] = "";
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < mentions->len; i++)
    for (int by_guid = 0; by_guid < 2; by_guid++)
      {
        const LecternProgrammePerson *person = g_ptr_array_index (mentions, i);
        char *key = mention_key (person, by_guid);
        if (key == NULL)
          continue;
        const char *name = g_hash_table_lookup (names, key);
        gboolean same = name == NULL || g_str_equal (name, person->name);
        g_hash_table_insert (names, key, same ? person->name : none);
      }
  return names;
}

/* The identifier that tells this person from others, or NULL. */
static char *
usable_key (GHashTable *names, const LecternProgrammePerson *person)
{
  for (int by_guid = 1; by_guid >= 0; by_guid--)
    {
      g_autofree char *key = mention_key (person, by_guid);
      if (key != NULL && *(const char *)g_hash_table_lookup (names, key) != '\0')
        return g_steal_pointer (&key);
    }
  return NULL;
}

/* What one mention knows and the other does not. Takes the texts from @from. */
static void
join (LecternProgrammePerson *into, LecternProgrammePerson *from)
{
  char **texts[][2] = { { &into->guid, &from->guid },
                        { &into->code, &from->code },
                        { &into->biography, &from->biography },
                        { &into->url, &from->url },
                        { &into->avatar, &from->avatar },
                        { &into->email, &from->email },
                        { &into->organisation, &from->organisation } };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (*texts[i][0] == NULL || **texts[i][0] == '\0')
      {
        g_free (*texts[i][0]);
        *texts[i][0] = g_steal_pointer (texts[i][1]);
      }
  if (into->number == 0)
    into->number = from->number;
}

typedef struct
{
  GHashTable *by_key;  /* usable id: index + 1 among the persons */
  GHashTable *by_name; /* name: index + 1 of the first of that name */
  GHashTable *doubled; /* names that several usable ids have */
} Persons;

/* An identifier that several people share tells nothing, and is not kept. */
static void
forget_shared_ids (GHashTable *names, LecternProgrammePerson *person)
{
  g_autofree char *guid = mention_key (person, TRUE), *id = mention_key (person, FALSE);
  if (guid != NULL && *(const char *)g_hash_table_lookup (names, guid) == '\0')
    g_clear_pointer (&person->guid, g_free);
  if (id != NULL && *(const char *)g_hash_table_lookup (names, id) == '\0')
    {
      g_clear_pointer (&person->code, g_free);
      person->number = 0;
    }
}

/* @key: the usable identifier or NULL. Takes the mention where it is the first of its person. */
static guint
settle (Persons *known, GPtrArray *persons, char *key, LecternProgrammePerson **mention)
{
  gsize named = GPOINTER_TO_SIZE (g_hash_table_lookup (known->by_name, (*mention)->name));
  gsize found = key != NULL ? GPOINTER_TO_SIZE (g_hash_table_lookup (known->by_key, key)) : named;
  if (found != 0)
    join (g_ptr_array_index (persons, found - 1), *mention);
  else
    {
      char *name = (*mention)->name;
      g_ptr_array_add (persons, g_steal_pointer (mention));
      found = persons->len;
      if (named == 0)
        g_hash_table_insert (known->by_name, name, GSIZE_TO_POINTER (found));
      else
        g_hash_table_add (known->doubled, name);
    }
  if (key != NULL)
    g_hash_table_insert (known->by_key, key, GSIZE_TO_POINTER (found));
  return (guint)found - 1;
}

static gint
by_name (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *)a, *(char *const *)b);
}

static void
doubt_the_doubled (LecternScheduleBuild *build, GHashTable *doubled)
{
  guint n;
  g_autofree char **names = (char **)g_hash_table_get_keys_as_array (doubled, &n);
  qsort (names, n, sizeof *names, by_name);
  for (guint i = 0; i < n; i++)
    lectern_schedule_build_doubt (build, _ ("persons"),
                                  _ ("“%s” stands for several persons; perhaps they are one."),
                                  names[i]);
}

/* Rewrites the roles; who stands twice in the same role of a session stays once. */
static void
point_roles (GPtrArray *sessions, const guint *person_of)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      LecternProgrammeSession *session = g_ptr_array_index (sessions, i);
      for (guint k = 0; k < session->people->len;)
        {
          LecternProgrammeRole *role = &g_array_index (session->people, LecternProgrammeRole, k);
          gboolean twice = FALSE;
          role->person = person_of[role->person];
          for (guint before = 0; before < k && !twice; before++)
            {
              const LecternProgrammeRole *other
                  = &g_array_index (session->people, LecternProgrammeRole, before);
              twice = other->person == role->person && g_strcmp0 (other->role, role->role) == 0;
            }
          if (twice)
            g_array_remove_index (session->people, k);
          else
            k++;
        }
    }
}

void
lectern_schedule_people_resolve (LecternScheduleBuild *build)
{
  LecternProgramme *p = build->programme;
  g_autoptr (GPtrArray) mentions = p->persons;
  g_autoptr (GHashTable) names = names_of_ids (mentions);
  g_autofree guint *person_of = g_new0 (guint, mentions->len + 1);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  Persons known = { .by_key = g_hash_table_new (g_str_hash, g_str_equal),
                    .by_name = g_hash_table_new (g_str_hash, g_str_equal),
                    .doubled = g_hash_table_new (g_str_hash, g_str_equal) };
  p->persons = g_ptr_array_new_with_free_func (lectern_programme_person_free);
  for (guint i = 0; i < mentions->len; i++)
    g_ptr_array_add (keys, usable_key (names, g_ptr_array_index (mentions, i)));
  for (guint i = 0; i < mentions->len; i++)
    forget_shared_ids (names, g_ptr_array_index (mentions, i));
  /* Those with an identifier first: who has none joins them by name. */
  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < mentions->len; i++)
      if ((keys->pdata[i] != NULL) == (pass == 0))
        person_of[i] = settle (&known, p->persons, keys->pdata[i],
                               (LecternProgrammePerson **)&mentions->pdata[i]);
  point_roles (p->sessions, person_of);
  doubt_the_doubled (build, known.doubled);
  g_hash_table_unref (known.by_key);
  g_hash_table_unref (known.by_name);
  g_hash_table_unref (known.doubled);
}
