/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours of tracks: any colour that a programme brings becomes a set of colours in
 * which text can be read, on light and on dark. Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint8 red, green, blue;
} LecternColour;

/* What an agenda item of a track is drawn with. */
typedef struct
{
  LecternColour edge;  /* 3:1 against the ground */
  LecternColour tint;  /* background; text reaches 7:1 on it */
  LecternColour line;  /* the border around */
  LecternColour label; /* the track's name: 4.5:1 on the tint */
  LecternColour alarm; /* what is wrong, in words: the same */
} LecternPalette;

gboolean lectern_colour_parse (const char *text, LecternColour *colour);
double lectern_colour_contrast (LecternColour a, LecternColour b);
/* @part_of_b: 0 gives @a, 1 gives @b; each channel as it is written, not by its light. */
LecternColour lectern_colour_mix (LecternColour a, LecternColour b, double part_of_b);
LecternPalette lectern_palette_of (LecternColour colour, gboolean dark, gboolean high_contrast);
LecternPalette lectern_palette_plain (gboolean dark, gboolean high_contrast);
LecternColour lectern_colour_for_number (guint number);

G_END_DECLS
