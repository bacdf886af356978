/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One page for everything about a person: how to reach them, what they do at which
 * event, consents, notes, history. No form, no Save.
 */
#pragma once

#include "lectern-view.h"

G_BEGIN_DECLS

#define LECTERN_TYPE_PERSON_PAGE (lectern_person_page_get_type ())
G_DECLARE_FINAL_TYPE (LecternPersonPage, lectern_person_page, LECTERN, PERSON_PAGE, AdwBin)

/* (transfer floating) Of nobody until lectern_person_page_set(); @view is not kept alive. */
GtkWidget *lectern_person_page_new (LecternView *view);
/* @id 0: nobody. Fields that are being typed in are stored first. */
void lectern_person_page_set (LecternPersonPage *self, gint64 id);
/* Head and lists by what is stored now; the fields follow by themselves. */
void lectern_person_page_refresh (LecternPersonPage *self);
/* Puts the keyboard into the name. */
void lectern_person_page_edit_name (LecternPersonPage *self);

G_END_DECLS
