/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a file was not read or not written; the message is one sentence for people.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LECTERN_EXCHANGE_ERROR (lectern_exchange_error_quark ())
/* The domain; its codes are LecternExchangeError. */
GQuark lectern_exchange_error_quark (void);

typedef enum
{
  LECTERN_EXCHANGE_ERROR_FAILED,
  LECTERN_EXCHANGE_ERROR_UNKNOWN,   /* not a format that is read here */
  LECTERN_EXCHANGE_ERROR_DAMAGED,   /* the right format, but broken; the message says where */
  LECTERN_EXCHANGE_ERROR_TOO_LARGE, /* beyond the limits */
  LECTERN_EXCHANGE_ERROR_HOSTILE,   /* entities and the like */
} LecternExchangeError;

G_END_DECLS
