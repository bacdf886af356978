/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A schedule file has one room per entry and wants an address for each. Where our
 * writers had to help themselves, this recognises it when the file comes in again.
 */
#pragma once

#include "lectern-programme.h"

G_BEGIN_DECLS

/* Copies of a session in further rooms become its rooms; placeholder addresses go. */
void lectern_way_back (LecternProgramme *programme);

G_END_DECLS
