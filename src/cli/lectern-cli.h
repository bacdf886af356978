/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the commands of lecternctl share: the workspace they work on, how they
 * speak, and how they end.
 */
#pragma once

#include "lectern-workspace.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Exit statuses. Scripts rely on them: they never change. */
enum
{
  LECTERN_CLI_DONE = 0,
  LECTERN_CLI_FAILED = 1,
  LECTERN_CLI_USAGE = 2,
  LECTERN_CLI_DECISION = 3,    /* something needs a person's decision; nothing was changed */
  LECTERN_CLI_UNREACHABLE = 4, /* the other side cannot be reached */
  LECTERN_CLI_ERRORS = 5,      /* check found errors */
};

typedef struct _LecternCli LecternCli;

typedef struct
{
  const char *name;
  const char *arguments; /* untranslated; for the help */
  const char *help;      /* untranslated; one line */
  int (*run) (LecternCli *cli, int argc, char **argv);
} LecternCommand;

struct _LecternCli
{
  const LecternCommand *command;
  char *path;       /* -w; NULL: the person's current workspace */
  gboolean json;
  LecternWorkspace *workspace; /* once opened */
  LecternReader *reader;
};

/* @entries: the command's own options, or NULL. FALSE after saying what is wrong with the
   usage. What is left in @argv begins with the first argument that is no option. */
gboolean lectern_cli_parse (LecternCli *cli, const GOptionEntry *entries, int least, int most, int *argc, char ***argv);
/* Opens the workspace; FALSE after saying why not. */
gboolean lectern_cli_open (LecternCli *cli);

/* Says a sentence on standard error; always LECTERN_CLI_FAILED. */
int lectern_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The same with the message of @error, which stays the caller's. */
int lectern_cli_fail_with (const GError *error);
/* Says a sentence and how the command is used; always LECTERN_CLI_USAGE. */
int lectern_cli_misused (LecternCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* Whether @language is a code of one (BCP 47), or NULL; says otherwise, as a wrong usage. */
gboolean lectern_cli_takes_language (LecternCli *cli, const char *language);
/* The sentence alone, where the command goes on or has another exit status. */
void lectern_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The answer as one document on standard output; takes @node. */
void lectern_cli_answer (JsonNode *node);
/* The answer to an edit, in JSON or as a line; @kind NONE: no record of its own. Frees @result. */
int lectern_cli_answer_edit (LecternCli *cli, LecternResult *result, LecternKind kind, gint64 id);

/* The kind that an argument names; NONE after saying, as a wrong usage, which there are. */
LecternKind lectern_cli_kind (LecternCli *cli, const char *name);
/* (transfer full) The record of @kind that an argument names by its id; NULL after saying that
   there is none or that it was deleted. */
LecternRecord *lectern_cli_record (LecternCli *cli, LecternKind kind, const char *id);
/* The id that stands in @text, in decimals; 0: not an id. */
gint64 lectern_cli_id (const char *text);

/* The commands, by file: @argv begins with the command's name. They return an exit
   status: DONE, else FAILED or USAGE after saying why, and what stands at each. */

/* Makes a workspace, with --sample a filled one. Where no file is named it is put beside the others
   and becomes the person's current one. */
int lectern_cli_init (LecternCli *cli, int argc, char **argv);
/* As lectern_backup_write(); the answer is where the copy is. */
int lectern_cli_backup (LecternCli *cli, int argc, char **argv);
/* Always a new workspace: at -w FILE, or beside the others. */
int lectern_cli_restore (LecternCli *cli, int argc, char **argv);
/* As lectern_verify(), so the file need not be one that can be opened; FAILED where it is not
   whole. */
int lectern_cli_verify (LecternCli *cli, int argc, char **argv);
/* Each file is an edit of its own. FAILED where one could not be brought in, else DECISION where
   too much has disappeared from one; the others are brought in all the same. */
int lectern_cli_import (LecternCli *cli, int argc, char **argv);
/* What the format cannot carry is said on standard error and is no failure. */
int lectern_cli_export (LecternCli *cli, int argc, char **argv);
/* Sessions come in the order in which they take place, those without a time last. */
int lectern_cli_list (LecternCli *cli, int argc, char **argv);
/* With --at as it was then; a date alone means the end of that day. Without --json empty fields are
   left out. */
int lectern_cli_show (LecternCli *cli, int argc, char **argv);
/* One edit; USAGE where a link does not say what it links. */
int lectern_cli_add (LecternCli *cli, int argc, char **argv);
/* One edit; USAGE for a field that says what a link links. */
int lectern_cli_set (LecternCli *cli, int argc, char **argv);
/* One edit of this record alone; FAILED where it was deleted before. */
int lectern_cli_delete (LecternCli *cli, int argc, char **argv);
/* ERRORS where a finding that nobody accepted is an error. */
int lectern_cli_check (LecternCli *cli, int argc, char **argv);
/* The arguments are one text, as lectern_search() takes it; at most 1000 hits. */
int lectern_cli_search (LecternCli *cli, int argc, char **argv);
/* Of the workspace, or of one record with its values, also of a deleted one. */
int lectern_cli_history (LecternCli *cli, int argc, char **argv);
/* As lectern_workspace_undo(): FAILED where there is nothing to undo. */
int lectern_cli_undo (LecternCli *cli, int argc, char **argv);
/* As lectern_workspace_redo(): FAILED where there is nothing to redo. */
int lectern_cli_redo (LecternCli *cli, int argc, char **argv);
/* One edit, or "compare", see lectern_cli_release_compare(). ERRORS, and nothing is released, with
   --strict where there are errors. */
int lectern_cli_release (LecternCli *cli, int argc, char **argv);
/* One edit; the answer lists what depends on it, see lectern_reschedule_checklist(). */
int lectern_cli_move_event (LecternCli *cli, int argc, char **argv);
/* Adding, removing and the like of a site. UNREACHABLE where it has to be reached and cannot be,
   DECISION where something of ours that somebody changed has to stay there. */
int lectern_cli_site (LecternCli *cli, int argc, char **argv);
/* UNREACHABLE where the site cannot be reached; DECISION where somebody changed what stands there.
   With --dry-run also whose data would become public. */
int lectern_cli_publish (LecternCli *cli, int argc, char **argv);
/* As lectern_publish_resolve() and lectern_publish_take(); DECISION where the item still waits. */
int lectern_cli_resolve (LecternCli *cli, int argc, char **argv);
/* Serves a folder site on this computer until SIGINT or SIGTERM; the address is said at once. */
int lectern_cli_preview (LecternCli *cli, int argc, char **argv);

G_END_DECLS
