/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-description.h"

static void
check_field (const LecternKindInfo *info, guint i)
{
  const LecternField *field = &info->fields[i];
  g_test_message ("%s.%s", info->name, field->name);
  g_assert_cmpuint (field->number, ==, i + 1);
  g_assert_cmpuint (field->index, ==, i);
  g_assert_cmpuint (field->since, >=, 1);
  g_assert_cmpstr (field->label, !=, "");
  g_assert_true (lectern_field (info->kind, field->number) == field);
  g_assert_true (lectern_field_by_name (info->kind, field->name) == field);

  /* A group is named by its first field. */
  g_assert_cmpuint (field->group, >=, 1);
  g_assert_cmpuint (field->group, <=, field->number);
  g_assert_cmpuint (info->fields[field->group - 1].group, ==, field->group);

  if (field->type == LECTERN_TYPE_CHOICE)
    g_assert_nonnull (field->choices);
  if (field->type == LECTERN_TYPE_REFERENCE || field->type == LECTERN_TYPE_REFERENCES)
    g_assert_true (field->target == LECTERN_KIND_ANY || lectern_kind_info (field->target) != NULL);
  else
    g_assert_cmpint (field->target, ==, LECTERN_KIND_NONE);
  if (field->target == LECTERN_KIND_ANY)
    {
      /* Which kind it points to stands in the field before, in the same group. */
      g_assert_cmpuint (i, >, 0);
      g_assert_cmpint (info->fields[i - 1].type, ==, LECTERN_TYPE_KIND_NAME);
      g_assert_cmpuint (info->fields[i - 1].group, ==, field->group);
    }
  if (field->flags & LECTERN_FIELD_TRANSLATABLE)
    {
      g_assert_nonnull (lectern_kind_language_field (info->kind));
      g_assert_true (field->type == LECTERN_TYPE_TEXT || field->type == LECTERN_TYPE_PROSE);
    }
}

static void
test_kinds (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      const LecternKindInfo *info = lectern_kind_info (kind);
      g_assert_nonnull (info->name);
      g_assert_cmpuint (info->kind, ==, kind);
      g_assert_cmpuint (info->n_fields, >, 0);
      g_assert_cmpstr (lectern_kind_label (kind), !=, "");
      g_assert_cmpstr (lectern_kind_plural (kind), !=, "");
      g_assert_true (g_hash_table_add (names, (gpointer) info->name));
      g_assert_true (lectern_kind_by_name (info->name) == info);

      g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < info->n_fields; i++)
        {
          check_field (info, i);
          g_assert_true (g_hash_table_add (fields, (gpointer) info->fields[i].name));
        }
      gboolean is_link = (info->flags & LECTERN_KIND_IS_LINK) != 0;
      g_assert_true (is_link == (lectern_field_with_flag (kind, LECTERN_FIELD_LINKS) != NULL));
    }
}

/* A link's identity comes first and is one group, so that it is written at once. */
static void
test_links (void)
{
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    {
      const LecternKindInfo *info = lectern_kind_info (kind);
      gboolean before = TRUE;
      for (guint i = 0; i < info->n_fields; i++)
        {
          gboolean links = (info->fields[i].flags & LECTERN_FIELD_LINKS) != 0;
          g_assert_false (links && !before);
          g_assert_true (!links || info->fields[i].group == 1);
          before = links;
        }
    }
}

static void
test_choices (void)
{
  for (guint kind = 1; kind <= LECTERN_N_KINDS; kind++)
    for (guint i = 0; i < lectern_kind_info (kind)->n_fields; i++)
      {
        const LecternField *field = &lectern_kind_info (kind)->fields[i];
        g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
        for (const LecternChoice *c = field->choices; c != NULL && c->key != NULL; c++)
          {
            g_assert_true (g_hash_table_add (keys, (gpointer) c->key));
            g_assert_true (lectern_field_has_choice (field, c->key));
            g_assert_cmpstr (lectern_field_choice_label (field, c->key), ==, c->label);
          }
      }
  const LecternField *type = lectern_field (LECTERN_KIND_SESSION, LECTERN_SESSION_TYPE);
  g_assert_false (lectern_field_has_choice (type, "nonsense"));
  g_assert_cmpstr (lectern_field_choice_label (type, "nonsense"), ==, "nonsense");
}

/* What the design puts into one group, and what must never be public. */
static void
test_promises (void)
{
  static const guint placement[] = { LECTERN_SESSION_DAY, LECTERN_SESSION_START,
                                     LECTERN_SESSION_DURATION, LECTERN_SESSION_ROOMS };
  for (guint i = 0; i < G_N_ELEMENTS (placement); i++)
    g_assert_cmpuint (lectern_field (LECTERN_KIND_SESSION, placement[i])->group, ==,
                      LECTERN_SESSION_DAY);
  g_assert_cmpuint (lectern_field (LECTERN_KIND_ACTION, LECTERN_ACTION_CURRENCY)->group, ==,
                    LECTERN_ACTION_COST);
  static const guint private[]
      = { LECTERN_PERSON_EMAIL, LECTERN_PERSON_PHONE, LECTERN_PERSON_NOTES };
  for (guint i = 0; i < G_N_ELEMENTS (private); i++)
    g_assert_cmpint (lectern_field (LECTERN_KIND_PERSON, private[i])->audience, ==,
                     LECTERN_AUDIENCE_ORGANISERS);
  const LecternKindInfo *registration = lectern_kind_info (LECTERN_KIND_REGISTRATION);
  for (guint i = 0; i < registration->n_fields; i++)
    g_assert_cmpint (registration->fields[i].audience, ==, LECTERN_AUDIENCE_ORGANISERS);
}

static void
test_unknown (void)
{
  g_assert_null (lectern_kind_info (LECTERN_KIND_NONE));
  g_assert_null (lectern_kind_info (LECTERN_N_KINDS + 1));
  g_assert_null (lectern_kind_by_name ("nonsense"));
  g_assert_null (lectern_field (LECTERN_KIND_SESSION, 0));
  g_assert_null (lectern_field (LECTERN_KIND_SESSION, 10000));
  g_assert_null (lectern_field_by_name (LECTERN_KIND_SESSION, "nonsense"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/description/kinds", test_kinds);
  g_test_add_func ("/description/links", test_links);
  g_test_add_func ("/description/choices", test_choices);
  g_test_add_func ("/description/promises", test_promises);
  g_test_add_func ("/description/unknown", test_unknown);
  return g_test_run ();
}
