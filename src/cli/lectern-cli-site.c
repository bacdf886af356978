/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * site, preview.
 */
#include "lectern-cli-event.h"
#include "lectern-cli-password.h"
#include "lectern-cli-site.h"

#include "lectern-publish-log.h"
#include "lectern-publish.h"
#include "lectern-site-address.h"
#include "lectern-site-parts.h"
#include "lectern-site-preview.h"
#include "lectern-site.h"
#include "lectern-time.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void
add_site (JsonBuilder *json, LecternReader *reader, const LecternSite *site)
{
  g_autofree char *parts = lectern_site_parts_format (lectern_site_parts (reader, site->id));
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, site->id);
  json_builder_begin_object (json);
  lectern_cli_add_text (json, "id", id);
  lectern_cli_add_text (json, "name", site->name);
  lectern_cli_add_text (json, "type", site->type);
  lectern_cli_add_text (json, "address", site->address);
  lectern_cli_add_text (json, "public_url", site->public_url);
  lectern_cli_add_text (json, "user", site->user);
  lectern_cli_add_text (json, "parts", parts);
  json_builder_end_object (json);
}

static int
list_sites (LecternCli *cli)
{
  g_autoptr (GPtrArray) sites = lectern_site_list (cli->reader);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  for (guint i = 0; i < sites->len; i++)
    {
      const LecternSite *site = sites->pdata[i];
      add_site (json, cli->reader, site);
      if (!cli->json)
        {
          g_autofree char *parts = lectern_site_parts_format (lectern_site_parts (cli->reader, site->id));
          printf ("%s\t%s\t%s\t%s\n", site->name, site->type, site->address, parts);
        }
    }
  json_builder_end_array (json);
  if (cli->json)
    lectern_cli_answer (json_builder_get_root (json));
  return LECTERN_CLI_DONE;
}

/* What --user and the like say of a site. */
typedef struct
{
  char *url, *user, *authority, *parts;
  gboolean password_stdin, and_files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->url);
  g_free (options->user);
  g_free (options->authority);
  g_free (options->parts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
set_parts (LecternCli *cli, gint64 site, LecternSiteParts parts, GError **error)
{
  g_autoptr (LecternEdit) edit = lectern_edit_new (_("Choose what goes to the website"));
  lectern_site_set_parts (edit, site, parts);
  g_autoptr (LecternResult) result = lectern_workspace_commit (cli->workspace, edit, error);
  return result != NULL;
}

static int
add_site_of (LecternCli *cli, const char *name, const char *type, const char *where,
             const Options *options)
{
  g_autoptr (GError) error = NULL;
  gboolean folder = strcmp (type, "folder") == 0;
  g_autofree char *absolute
      = folder ? g_canonicalize_filename (where, NULL) : lectern_site_complete_address (where);
  g_autofree char *report = NULL, *kept = NULL;
  if (options->authority)
    {
      kept = lectern_site_options_trusting (options->authority, &error);
      if (kept == NULL)
        return lectern_cli_fail_with_site (error);
    }
  if (!folder && !lectern_cli_password (absolute, options->user, options->password_stdin))
    return LECTERN_CLI_FAILED;
  const LecternPlaceAddress address = { type, absolute, options->url, options->user, kept };
  LecternSiteParts parts = 0;
  if (options->parts && !lectern_site_parts_parse (options->parts, &parts, &error))
    return lectern_cli_fail_with_site (error);
  gint64 id = lectern_site_add (cli->workspace, name, &address, &report, NULL, &error);
  if (id && options->parts && !set_parts (cli, id, parts, &error))
    return lectern_cli_fail_with_site (error);
  g_autoptr (LecternSite) site = id ? lectern_site_find (cli->reader, name, &error) : NULL;
  if (site == NULL)
    return lectern_cli_fail_with_site (error);
  if (!folder)
    {
      lectern_cli_keep_password (absolute, options->user);
      lectern_cli_say ("%s", report);
    }
  if (!cli->json)
    {
      printf ("%s\t%s\n", site->name, site->address);
      return LECTERN_CLI_DONE;
    }
  g_autoptr (JsonBuilder) json = json_builder_new ();
  add_site (json, cli->reader, site);
  lectern_cli_answer (json_builder_get_root (json));
  return LECTERN_CLI_DONE;
}

static int
check_site (LecternCli *cli, const LecternSite *site)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = lectern_site_check (cli->reader, site->id, &error);
  if (words == NULL)
    return lectern_cli_fail_with_site (error);
  if (!cli->json)
    {
      puts (words);
      return LECTERN_CLI_DONE;
    }
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_object (json);
  lectern_cli_add_text (json, "site", site->name);
  lectern_cli_add_text (json, "says", words);
  json_builder_end_object (json);
  lectern_cli_answer (json_builder_get_root (json));
  return LECTERN_CLI_DONE;
}

static void
add_logged (LecternCli *cli, JsonBuilder *json, const LecternPublishLogged *logged)
{
  g_autofree char *time = lectern_time_format_rfc3339 (logged->time, "UTC");
  g_autofree char *when = lectern_instant_format (logged->time);
  json_builder_begin_object (json);
  lectern_cli_add_text (json, "time", time);
  lectern_cli_add_text (json, "what", logged->what);
  lectern_cli_add_text (json, "item", logged->item);
  lectern_cli_add_text (json, "url", logged->url);
  lectern_cli_add_text (json, "author", logged->author);
  lectern_cli_add_text (json, "why", logged->why);
  json_builder_end_object (json);
  if (!cli->json)
    printf ("%s\t%s\t%s\t%s%s%s\n", when, logged->what, logged->item, logged->url,
            logged->why ? "\t" : "", logged->why ? logged->why : "");
}

static int
show_log (LecternCli *cli, const LecternSite *site)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = lectern_publish_log (cli->reader, site->id, &error);
  if (log == NULL)
    return lectern_cli_fail_with_site (error);
  g_autoptr (JsonBuilder) json = json_builder_new ();
  json_builder_begin_array (json);
  for (guint i = 0; i < log->len; i++)
    add_logged (cli, json, log->pdata[i]);
  json_builder_end_array (json);
  if (cli->json)
    lectern_cli_answer (json_builder_get_root (json));
  return LECTERN_CLI_DONE;
}

/* "site set NAME --parts …" */
static int
change_site (LecternCli *cli, const LecternSite *site, const Options *options)
{
  g_autoptr (GError) error = NULL;
  LecternSiteParts parts;
  if (!lectern_site_parts_parse (options->parts, &parts, &error) || !set_parts (cli, site->id, parts, &error))
    return lectern_cli_fail_with_site (error);
  return LECTERN_CLI_DONE;
}

/* "site remove NAME --and-files": the site is forgotten once nothing of ours stands there. */
static int
withdraw_site (LecternCli *cli, const LecternSite *site)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = lectern_publish_withdraw (cli->workspace, site->id, NULL, NULL, NULL, &error);
  if (items == NULL)
    return lectern_cli_fail_with_site (error);
  lectern_cli_answer_items (cli, items, NULL);
  if (lectern_publish_has_failed (items))
    return lectern_cli_fail (_("Not everything could be taken away; the website stays in the list."));
  if (lectern_publish_needs_decision (items))
    {
      lectern_cli_say (_("Somebody changed what waits, so it stays there, and the website stays in "
                         "the list; decide with “lecternctl resolve ITEM ours|theirs”."));
      return LECTERN_CLI_DECISION;
    }
  return LECTERN_CLI_DONE;
}

static int
remove_site (LecternCli *cli, const LecternSite *site)
{
  g_autoptr (GError) error = NULL;
  if (!lectern_site_remove (cli->workspace, site->id, &error))
    return lectern_cli_fail_with_site (error);
  return cli->json ? list_sites (cli) : LECTERN_CLI_DONE;
}

int
lectern_cli_site (LecternCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[]
      = { { "url", 0, 0, G_OPTION_ARG_STRING, &options.url,
            N_("Where the public finds what is published"), N_("URL") },
          { "user", 0, 0, G_OPTION_ARG_STRING, &options.user, N_("Sign in as this user"),
            N_("NAME") },
          { "password-stdin", 0, 0, G_OPTION_ARG_NONE, &options.password_stdin,
            N_("The password is the first line of standard input"), NULL },
          { "parts", 0, 0, G_OPTION_ARG_STRING, &options.parts,
            N_("What goes there: pages, calendars, data, news"), N_("PARTS") },
          { "and-files", 0, 0, G_OPTION_ARG_NONE, &options.and_files,
            N_("Take away too what Lectern put there and nobody changed"), NULL },
          { "authority", 0, 0, G_OPTION_ARG_FILENAME, &options.authority,
            N_("Trust this certificate for the site too"), N_("FILE") },
          { NULL } };
  g_autoptr (GError) error = NULL;
  if (!lectern_cli_parse (cli, entries, 1, 4, &argc, &argv))
    return LECTERN_CLI_USAGE;
  gboolean adds = strcmp (argv[0], "add") == 0 && argc == 4;
  gboolean lists = strcmp (argv[0], "list") == 0 && argc == 1;
  gboolean checks = strcmp (argv[0], "check") == 0 && argc == 2;
  gboolean changes = strcmp (argv[0], "set") == 0 && argc == 2 && options.parts != NULL;
  gboolean removes = strcmp (argv[0], "remove") == 0 && argc == 2;
  gboolean logs = strcmp (argv[0], "log") == 0 && argc == 2;
  if (!adds && !lists && !checks && !changes && !removes && !logs)
    return lectern_cli_misused (cli, _("“%s” is not used like this."), argv[0]);
  if (adds && strcmp (argv[2], "folder") != 0 && strcmp (argv[2], "webdav") != 0
      && strcmp (argv[2], "wordpress") != 0)
    return lectern_cli_misused (cli, _("“%s” is no kind of site; there are: %s."), argv[2],
                                "folder, webdav, wordpress");
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  if (adds)
    return add_site_of (cli, argv[1], argv[2], argv[3], &options);
  if (lists)
    return list_sites (cli);
  g_autoptr (LecternSite) site = lectern_site_find (cli->reader, argv[1], &error);
  if (site == NULL)
    return lectern_cli_fail_with_site (error);
  gboolean connects = checks || (removes && options.and_files);
  if (connects && !lectern_cli_password (site->address, site->user, options.password_stdin))
    return LECTERN_CLI_FAILED;
  if (changes)
    return change_site (cli, site, &options);
  if (logs)
    return show_log (cli, site);
  if (checks)
    return check_site (cli, site);
  return options.and_files ? withdraw_site (cli, site) : remove_site (cli, site);
}

static gboolean
stop (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_CONTINUE;
}

int
lectern_cli_preview (LecternCli *cli, int argc, char **argv)
{
  g_autofree char *name = NULL;
  int port = 0;
  const GOptionEntry entries[]
      = { { "site", 0, 0, G_OPTION_ARG_STRING, &name, N_("Of this site"), N_("NAME") },
          { "port", 0, 0, G_OPTION_ARG_INT, &port, N_("Listen on this port instead of a free one"),
            N_("N") },
          { NULL } };
  g_autoptr (GError) error = NULL;
  if (!lectern_cli_parse (cli, entries, 0, 0, &argc, &argv))
    return LECTERN_CLI_USAGE;
  if (port < 0 || port > G_MAXUINT16)
    return lectern_cli_misused (cli, _("%d is no port: from 1 to 65535."), port);
  if (!lectern_cli_open (cli))
    return LECTERN_CLI_FAILED;
  g_autoptr (LecternSite) site = lectern_site_find (cli->reader, name, &error);
  g_autoptr (LecternSitePreview) preview
      = site ? lectern_site_preview_new (cli->reader, site->id, port, &error) : NULL;
  if (preview == NULL)
    return lectern_cli_fail_with_site (error);
  const char *address = lectern_site_preview_get_address (preview);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) json = json_builder_new ();
      json_builder_begin_object (json);
      lectern_cli_add_text (json, "address", address);
      json_builder_end_object (json);
      lectern_cli_answer (json_builder_get_root (json));
    }
  else
    puts (address);
  fflush (stdout);
  lectern_cli_say (_("The pages are shown on this computer only; Ctrl+C ends it."));
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_unix_signal_add (SIGINT, stop, loop);
  g_unix_signal_add (SIGTERM, stop, loop);
  g_main_loop_run (loop);
  return LECTERN_CLI_DONE;
}
