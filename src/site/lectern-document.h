/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a place with titled documents (LecternPlace.documents) keeps under a path that ends in
 * ".html": a page or a post, as bytes that the protocol of publishing can compare.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *kind;   /* "page" or "post" */
  char *title;  /* plain text, one line */
  char *status; /* "publish", "draft", "private", "pending"; "future" is "publish" with a date ahead */
  char *date;   /* UTC, "2026-06-01T09:00:00Z", of a scheduled or dated post; NULL: the site's own */
  char **categories; /* names; NULL: those of the site stay as they are */
  char **tags;       /* likewise */
  char *body;        /* HTML, a fragment */
} LecternDocument;

/* NULL is fine. */
void lectern_document_free (LecternDocument *document);

/* The document line by line: "kind: page", "title: …", "status: …", "date: …", a line "category: …"
   and "tag: …" for each, an empty line, and the body as it is. The same document gives the same
   bytes, whatever the order of its names; white space in a line is one space, and "future" is
   written as "publish", so that nothing changes at the moment when a post comes out. */
GBytes *lectern_document_to_bytes (const LecternDocument *document);
/* NULL with G_IO_ERROR_INVALID_DATA where @bytes are no document. */
LecternDocument *lectern_document_from_bytes (GBytes *bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternDocument, lectern_document_free)

G_END_DECLS
