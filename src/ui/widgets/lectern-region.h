/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of regions for people. Regions are kept by their code in the European
 * nomenclature (NUTS 2021: Regulation (EC) No 1059/2003, annex I).
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "Limburg (NL)" for "NL42"; a smaller region by the larger one that is known, else the code. "" stays
   "". g_free(). */
char *lectern_region_name (const char *code);

G_END_DECLS
