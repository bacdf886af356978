/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading prose, plain or HTML, into pieces. Only pieces are ever written to a page
 * or a calendar (lectern-markup.c), so nothing of the input gets there unescaped,
 * whatever its tags look like.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PIECE_TEXT,
  LECTERN_PIECE_BREAK,      /* new line */
  LECTERN_PIECE_PARAGRAPH,  /* what follows is a new block */
  LECTERN_PIECE_LIST,       /* value "ul" or "ol" */
  LECTERN_PIECE_LIST_END,
  LECTERN_PIECE_ITEM,
  LECTERN_PIECE_STYLE,      /* value "em", "strong", "code" */
  LECTERN_PIECE_STYLE_END,
  LECTERN_PIECE_LINK,       /* value the address */
  LECTERN_PIECE_LINK_END,
} LecternPieceType;

typedef struct
{
  LecternPieceType type;
  char *value;
} LecternPiece;

/* Free with g_array_unref(). @prose may be NULL. */
GArray *lectern_prose_read (const char *prose);

G_END_DECLS
