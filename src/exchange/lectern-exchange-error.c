/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-exchange-error.h"

G_DEFINE_QUARK (lectern - exchange - error - quark, lectern_exchange_error)
