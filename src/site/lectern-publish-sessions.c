/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands beside the event's page because of how it looks: its pictures, and pages of
 * sessions where its template leads to them.
 */
#include "lectern-publish-private.h"

#include "lectern-html-out.h"
#include "lectern-out.h"
#include "lectern-template.h"

#define DIGITS 12 /* of a digest: enough to be its own among the sessions of an event */

/* A content system gives files addresses of its own: there they stand in the pages. */
char *
lectern_publish_picture (LecternPublishPlan *plan, const char *name, GBytes *image)
{
  const char *ending = plan->place->documents ? NULL : lectern_look_image_ending (image);
  return ending ? g_strdup_printf ("%s.%s", name, ending) : NULL;
}

void
lectern_publish_plan_pictures (LecternPublishPlan *plan, const LecternProgramme *programme, const char *folder)
{
  const LecternLook *look = &programme->details->look;
  g_autofree char *logo = lectern_publish_picture (plan, "logo", look->logo);
  g_autofree char *emblem = lectern_publish_picture (plan, "emblem", look->emblem);
  if (logo)
    lectern_publish_plan_add (plan, folder, logo, NULL, programme->record, LECTERN_PUBLISH_FILES,
                              g_bytes_ref (look->logo));
  if (emblem)
    lectern_publish_plan_add (plan, folder, emblem, NULL, programme->record, LECTERN_PUBLISH_FILES,
                              g_bytes_ref (look->emblem));
}

/* By the session's identity: its address stays when its title changes. A digest of it, since identities
   may begin alike: those of RFC 9562 §5.7 do that were made in one moment. */
static char *
name_of (const LecternProgramme *programme, guint session, const char *language, gboolean first)
{
  g_autofree char *guid = lectern_out_session_guid (programme, session);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, guid, -1);
  g_autofree char *name = g_strdup_printf ("session-%.*s.html", DIGITS, digest);
  return lectern_publish_name_in (name, language, first);
}

char *
lectern_publish_session_page (const LecternProgramme *programme, guint session, gpointer data)
{
  const LecternPublishSessions *in = data;
  const LecternProgrammeSession *of = g_ptr_array_index (programme->sessions, session);
  return of->day >= 0 ? name_of (programme, session, in->language, in->first) : NULL;
}

static void
add_page (LecternPublishPlan *plan, const LecternProgramme *programme, const char *folder, char **languages,
          guint index, guint session, LecternHtmlSurroundings around)
{
  guint n = g_strv_length (languages);
  g_autofree LecternHtmlLink *pages = g_new0 (LecternHtmlLink, n);
  g_autoptr (GPtrArray) hrefs = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = name_of (programme, session, languages[index], index == 0);
  const LecternProgrammeSession *of = g_ptr_array_index (programme->sessions, session);
  const LecternPublishPage page = { .folder = folder, .name = name, .language = languages[index],
                                    .event = programme->record, .order = LECTERN_PUBLISH_PAGES,
                                    .title = of->title };
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (hrefs, name_of (programme, session, languages[i], i == 0));
      pages[i].language = languages[i];
      pages[i].href = hrefs->pdata[i];
    }
  around.pages = pages;
  around.n_pages = n;
  GError *error = NULL;
  GBytes *content = lectern_html_write_session (programme, session, languages[index], &around,
                                                lectern_publish_form (plan), &error);
  lectern_publish_plan_page (plan, &page, content, error);
}

void
lectern_publish_plan_sessions (LecternPublishPlan *plan, const LecternProgramme *programme, const char *folder,
                               char **languages, guint index)
{
  const LecternLook *look = &programme->details->look;
  g_autofree char *logo = lectern_publish_picture (plan, "logo", look->logo);
  g_autofree char *emblem = lectern_publish_picture (plan, "emblem", look->emblem);
  g_autofree char *back = lectern_publish_name_in ("index.html", languages[index], index == 0);
  LecternHtmlSurroundings around = { .logo = logo, .emblem = emblem, .event_page = back };
  if (!lectern_template_leads_to_sessions (look->template_name))
    return;
  for (guint i = 0; i < programme->sessions->len && !g_cancellable_is_cancelled (g_cancellable_get_current ()); i++)
    if (((LecternProgrammeSession *) programme->sessions->pdata[i])->day >= 0)
      add_page (plan, programme, folder, languages, index, i, around);
}
