/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was published, where, when and with which link, latest first.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

/* Presents it over the view's window. */
void lectern_site_log_present (LecternView *view);

G_END_DECLS
