/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-colour.h"

#include <math.h>

#define RGB(hex) ((LecternColour){ (hex) >> 16 & 0xff, (hex) >> 8 & 0xff, (hex) & 0xff })

static const LecternColour black = { 0, 0, 0 };
static const LecternColour white = { 0xff, 0xff, 0xff };

/* The grounds that agenda items stand on, as libadwaita paints its views. */
#define LIGHT_GROUND RGB (0xffffff)
#define DARK_GROUND RGB (0x1e1e1e)
/* What is wrong: amber, made readable on each tint. */
#define ALARM RGB (0xb57a00)
/* Breaks, meals and whatever has no track. */
#define NO_TRACK RGB (0x5e6b7d)

/**
 * lectern_colour_parse:
 * @text: (nullable): "#rrggbb"; "#rgb" is read too
 *
 * Returns: FALSE and @colour untouched where @text is none
 */
gboolean
lectern_colour_parse (const char *text, LecternColour *colour)
{
  guint digit[6];
  guint n = 0;
  if (text == NULL || *text++ != '#')
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (n == 6 || !g_ascii_isxdigit (*text))
        return FALSE;
      digit[n++] = g_ascii_xdigit_value (*text);
    }
  if (n == 6)
    *colour = (LecternColour){ digit[0] * 16 + digit[1], digit[2] * 16 + digit[3], digit[4] * 16 + digit[5] };
  else if (n == 3)
    *colour = (LecternColour){ digit[0] * 17, digit[1] * 17, digit[2] * 17 };
  return n == 6 || n == 3;
}

static double
linear (guint8 channel)
{
  double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (LecternColour c)
{
  return 0.2126 * linear (c.red) + 0.7152 * linear (c.green) + 0.0722 * linear (c.blue);
}

/* The contrast ratio of WCAG 2.1, 1 to 21. */
double
lectern_colour_contrast (LecternColour a, LecternColour b)
{
  double x = luminance (a);
  double y = luminance (b);
  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

LecternColour
lectern_colour_mix (LecternColour a, LecternColour b, double part_of_b)
{
  return (LecternColour){
    (guint8) lround (a.red + (b.red - a.red) * part_of_b),
    (guint8) lround (a.green + (b.green - a.green) * part_of_b),
    (guint8) lround (a.blue + (b.blue - a.blue) * part_of_b),
  };
}

/* @colour, as little darker or lighter as it needs to stand out from @ground. */
static LecternColour
until_contrast (LecternColour colour, LecternColour ground, LecternColour towards, double ratio)
{
  for (int step = 0; step < 20; step++)
    {
      LecternColour tried = lectern_colour_mix (colour, towards, step / 20.0);
      if (lectern_colour_contrast (tried, ground) >= ratio)
        return tried;
    }
  return towards;
}

/**
 * lectern_palette_of:
 * @colour: any, white and black included
 *
 * Returns: what to draw an item of that colour with
 */
LecternPalette
lectern_palette_of (LecternColour colour, gboolean dark, gboolean high_contrast)
{
  LecternColour ground = dark ? DARK_GROUND : LIGHT_GROUND;
  LecternColour ink = dark ? white : black;
  LecternPalette palette;
  palette.edge = until_contrast (colour, ground, ink, high_contrast ? 4.5 : 3.0);
  palette.tint = lectern_colour_mix (ground, palette.edge, dark ? 0.20 : 0.10);
  palette.line = high_contrast ? palette.edge : lectern_colour_mix (ground, palette.edge, 0.45);
  palette.label = until_contrast (palette.edge, palette.tint, ink, high_contrast ? 7.0 : 4.5);
  palette.alarm = until_contrast (ALARM, palette.tint, ink, high_contrast ? 7.0 : 4.5);
  return palette;
}

/* The same for what has no colour: breaks, meals, sessions without a track. */
LecternPalette
lectern_palette_plain (gboolean dark, gboolean high_contrast)
{
  return lectern_palette_of (NO_TRACK, dark, high_contrast);
}

/* A colour for a track that brings none: neighbours in the list differ. */
LecternColour
lectern_colour_for_number (guint number)
{
  static const guint colours[] = { 0x1f7a78, 0x3f7d2c, 0x8f6a13, 0xae4f27, 0x4a50a8,
                                   0xa83a62, 0x7d3c8c, 0x2a6ea6, 0x6b6b2a, 0x8c4a4a };
  return RGB (colours[number % G_N_ELEMENTS (colours)]);
}
