/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Templates: style sheets (XSLT 1.0) that make HTML of a page's XML. Some come with the
 * program; a person's own stand in the folder "lectern/templates" of the user's data and may
 * import those by name. They can read nothing but the page and other templates, and an endless
 * one is stopped.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LECTERN_TEMPLATE_ERROR (lectern_template_error_quark ())
/* The domain; its codes are LecternTemplateError. */
GQuark lectern_template_error_quark (void);
typedef enum
{
  LECTERN_TEMPLATE_ERROR_MISSING, /* no such template */
  LECTERN_TEMPLATE_ERROR_WRONG,   /* it is no style sheet, or does what it may not */
} LecternTemplateError;

typedef struct
{
  char *name;  /* "cards" */
  char *label; /* of those that come with the program, in the person's language; else the name */
  char *path;  /* of a person's own; NULL: comes with the program */
} LecternTemplate;
/* @template is not NULL. */
void lectern_template_free (LecternTemplate *template);

/* Those that can be chosen, ours first; of LecternTemplate. g_ptr_array_unref(). */
GPtrArray *lectern_template_list (void);
/* Where a person's own templates stand. g_free(). */
char *lectern_template_folder (void);
/* (transfer full) The text of a template, with or without ".xsl"; one that comes with the program
   before a person's own. */
GBytes *lectern_template_text (const char *name, GError **error);
/* Whether it can be used: read, but not run. */
gboolean lectern_template_check (const char *name, GError **error);
/* Whether its pages lead to pages of sessions: "sessions", and what is made of it. NULL: no. */
gboolean lectern_template_leads_to_sessions (const char *name);
/* The page that template @name makes of @xml, as HTML that has been looked through: no scripts,
   no addresses but those of links. @data: (nullable): for search engines, put into its head or
   behind it. @fragment, @plain: see LecternHtmlForm. Any thread, whose current GCancellable stops it;
   so do too much time and memory. One sentence in @error. */
GBytes *lectern_template_apply (const char *name, GBytes *xml, gboolean fragment, gboolean plain,
                                GBytes *data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternTemplate, lectern_template_free)

G_END_DECLS
