/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lectern-event-xml.h"

G_BEGIN_DECLS

/* Ends the XML and has it made into HTML by the template that was chosen. @data: (nullable): for
   search engines. */
GBytes *lectern_html_finish (LecternEventXml *xml, LecternHtmlForm form, GBytes *data, GError **error);

G_END_DECLS
