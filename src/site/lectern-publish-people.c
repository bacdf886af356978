/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-publish-people.h"

#include "lectern-keep.h"
#include "lectern-markup.h"
#include "lectern-publish-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
person_free (gpointer data)
{
  LecternPublishPerson *person = data;
  g_free (person->name);
  g_free (person->as);
  g_free (person->with);
  g_free (person);
}

static const char *
role_label (const char *role)
{
  return lectern_field_choice_label (lectern_field (LECTERN_KIND_SESSION_ROLE, LECTERN_SESSION_ROLE_ROLE),
                                     role ? role : "speaker");
}

static char *
roles_of (const LecternProgramme *programme, guint person)
{
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < programme->sessions->len; i++)
    {
      const LecternProgrammeSession *session = programme->sessions->pdata[i];
      for (guint r = 0; r < session->people->len; r++)
        {
          const LecternProgrammeRole *role = &g_array_index (session->people, LecternProgrammeRole, r);
          if (role->person == person)
            g_string_append_printf (out, "%s%s: %s", out->len ? "; " : "", role_label (role->role), session->title);
        }
    }
  return g_strdup (out->str);
}

static char *
extras_of (const LecternProgrammePerson *person)
{
  const struct
  {
    const char *value, *label;
  } extras[] = { { person->organisation, _("organisation") },
                 { person->job, _("job") },
                 { person->biography, _("biography") },
                 { person->avatar, _("picture") },
                 { person->url, _("website") } };
  g_autoptr (GString) out = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (extras); i++)
    if (extras[i].value && *extras[i].value)
      g_string_append_printf (out, "%s%s", out->len ? ", " : "", extras[i].label);
  return out->len ? g_strdup (out->str) : NULL;
}

void
lectern_publish_plan_people (LecternPublishPlan *plan, const LecternProgramme *programme)
{
  if (plan->people == NULL)
    plan->people = g_ptr_array_new_with_free_func (person_free);
  for (guint i = 0; i < programme->persons->len; i++)
    {
      const LecternProgrammePerson *one = programme->persons->pdata[i];
      LecternPublishPerson *person = g_new0 (LecternPublishPerson, 1);
      *person = (LecternPublishPerson){ g_strdup (one->name), roles_of (programme, i), extras_of (one),
                                        programme->record };
      g_ptr_array_add (plan->people, person);
    }
}

/* A name as pages, calendars and data files write it. */
static gboolean
says (GBytes *content, const char *name)
{
  g_autoptr (GString) escaped = g_string_new (NULL);
  gsize size;
  const char *data = content ? g_bytes_get_data (content, &size) : NULL;
  lectern_markup_escape (escaped, name);
  return data != NULL && (memmem (data, size, name, strlen (name)) || memmem (data, size, escaped->str, escaped->len));
}

typedef enum
{
  ABSENT,
  WRITTEN, /* in what would be written, */
  KNOWN,   /* and in what is there at that place */
} Presence;

/* One item after the other, so that the contents of no two are needed at once. */
static gboolean
look_for_people (LecternWorkspace *workspace,
                 LecternPublishPlan *plan,
                 const LecternPublishPlanned *item,
                 GHashTable *notes,
                 Presence *presence,
                 GError **error)
{
  const LecternPublishNote *note = g_hash_table_lookup (notes, item->path);
  g_autoptr (GBytes) content = lectern_publish_content (plan, item, error);
  g_autoptr (GBytes) base = note ? lectern_keep_get_base (lectern_workspace_get_path (workspace), plan->site,
                                                          note->base_hash)
                                 : NULL;
  for (guint i = 0; i < plan->people->len; i++)
    {
      const LecternPublishPerson *person = plan->people->pdata[i];
      if (item->event != person->event || presence[i] == KNOWN || !says (content, person->name))
        continue;
      presence[i] = says (base, person->name) ? KNOWN : WRITTEN;
    }
  return content || !item->made;
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  const LecternPublishPerson *one = *(LecternPublishPerson *const *) a;
  const LecternPublishPerson *two = *(LecternPublishPerson *const *) b;
  return g_utf8_collate (one->name, two->name);
}

GPtrArray *
lectern_publish_people (LecternWorkspace *workspace, LecternPublishPlan *plan, GError **error)
{
  g_autoptr (LecternReader) reader = lectern_workspace_new_reader (workspace, error);
  if (reader == NULL)
    return NULL;
  g_autoptr (GHashTable) notes = lectern_publish_notes_read (reader, plan->site);
  g_autofree Presence *presence = g_new0 (Presence, plan->people ? plan->people->len : 0);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (person_free);
  for (guint i = 0; plan->people && i < plan->items->len; i++)
    if (!look_for_people (workspace, plan, plan->items->pdata[i], notes, presence, error))
      return NULL;
  for (guint i = 0; plan->people && i < plan->people->len; i++)
    {
      const LecternPublishPerson *one = plan->people->pdata[i];
      if (presence[i] != WRITTEN)
        continue;
      LecternPublishPerson *copy = g_new0 (LecternPublishPerson, 1);
      *copy = (LecternPublishPerson){ g_strdup (one->name), g_strdup (one->as), g_strdup (one->with), one->event };
      g_ptr_array_add (found, copy);
    }
  g_ptr_array_sort (found, by_name);
  return g_steal_pointer (&found);
}
