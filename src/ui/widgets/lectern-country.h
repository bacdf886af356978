/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Countries by their names in the person's language, from the tables of iso-codes (ISO 3166-1).
 */
#pragma once

#include <glib.h>

/* The name of a country by its two letters; the letters where no table or no such country is there. */
const char *lectern_country_name (const char *code);

/* The two letters of a country by its name in the person's language or in English, whatever the
   capitals; NULL where none is called so. */
const char *lectern_country_code (const char *name);
