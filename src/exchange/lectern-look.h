/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How an event's pages look, for who never opens a template: which one, its colour, the
 * pictures, and what is left out.
 */
#pragma once

#include "lectern-record.h"

G_BEGIN_DECLS

typedef enum
{
  LECTERN_PART_SPEAKERS = 1 << 0,
  LECTERN_PART_ROOMS = 1 << 1,
  LECTERN_PART_ABSTRACTS = 1 << 2,
  LECTERN_PART_MAP = 1 << 3,
  LECTERN_PART_DOWNLOADS = 1 << 4,
} LecternPart;

typedef struct
{
  char *template_name; /* NULL: LECTERN_LOOK_TEMPLATE */
  char *accent;        /* "#rrggbb"; NULL: ours */
  guint without;       /* LecternPart that the pages do not show */
  GBytes *logo;        /* a picture; NULL none */
  char *logo_text;     /* what it shows, for who cannot see it */
  GBytes *emblem;      /* the programme's */
  char *emblem_text;
} LecternLook;

#define LECTERN_LOOK_TEMPLATE "table"

/* Frees what is in it and empties it; @look itself is the caller's. */
void lectern_look_clear (LecternLook *look);
/* The key of page_part as its bit; 0 unknown. */
guint lectern_look_part (const char *key);
/* The accent as it can be read on light or dark pages: 4.5 to 1 (WCAG 2.2, 1.4.3) on both of
   their grounds, as little changed as that needs. @accent: NULL or no colour gives ours. *mended:
   (out) (optional): whether it had to be changed. g_free(). */
char *lectern_look_accent (const char *accent, gboolean dark, gboolean *mended);
/* "png", "jpg", "gif" or "webp" by content, NULL for anything else: a drawing may hold scripts. */
const char *lectern_look_image_ending (GBytes *image);
/* The picture in a file, of a size that a page may have. NULL with a sentence in @error. */
GBytes *lectern_look_image_read (const char *path, GError **error);
/* "data:image/png;base64,…", for a page that stands alone. g_free(). */
char *lectern_look_image_address (GBytes *image);

G_END_DECLS
