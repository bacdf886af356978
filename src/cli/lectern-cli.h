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

/* A sentence on standard error. They return the exit status that goes with it. */
int lectern_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);
int lectern_cli_fail_with (const GError *error);
int lectern_cli_misused (LecternCli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);
void lectern_cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
/* The answer as one document on standard output; takes @node. */
void lectern_cli_answer (JsonNode *node);
/* The answer to an edit, in JSON or as a line; @kind NONE: no record of its own. Frees @result. */
int lectern_cli_answer_edit (LecternCli *cli, LecternResult *result, LecternKind kind, gint64 id);

/* The kind or the record that an argument names; NONE, NULL after saying that there is none. */
LecternKind lectern_cli_kind (LecternCli *cli, const char *name);
LecternRecord *lectern_cli_record (LecternCli *cli, LecternKind kind, const char *id);
gint64 lectern_cli_id (const char *text); /* 0: not an id */

/* The commands, by file. */
int lectern_cli_init (LecternCli *cli, int argc, char **argv);
int lectern_cli_backup (LecternCli *cli, int argc, char **argv);
int lectern_cli_restore (LecternCli *cli, int argc, char **argv);
int lectern_cli_verify (LecternCli *cli, int argc, char **argv);
int lectern_cli_import (LecternCli *cli, int argc, char **argv);
int lectern_cli_export (LecternCli *cli, int argc, char **argv);
int lectern_cli_list (LecternCli *cli, int argc, char **argv);
int lectern_cli_show (LecternCli *cli, int argc, char **argv);
int lectern_cli_add (LecternCli *cli, int argc, char **argv);
int lectern_cli_set (LecternCli *cli, int argc, char **argv);
int lectern_cli_delete (LecternCli *cli, int argc, char **argv);
int lectern_cli_check (LecternCli *cli, int argc, char **argv);
int lectern_cli_search (LecternCli *cli, int argc, char **argv);
int lectern_cli_history (LecternCli *cli, int argc, char **argv);
int lectern_cli_undo (LecternCli *cli, int argc, char **argv);
int lectern_cli_redo (LecternCli *cli, int argc, char **argv);
int lectern_cli_release (LecternCli *cli, int argc, char **argv);
int lectern_cli_move_event (LecternCli *cli, int argc, char **argv);
int lectern_cli_site (LecternCli *cli, int argc, char **argv);
int lectern_cli_publish (LecternCli *cli, int argc, char **argv);
int lectern_cli_resolve (LecternCli *cli, int argc, char **argv);
int lectern_cli_preview (LecternCli *cli, int argc, char **argv);

G_END_DECLS
