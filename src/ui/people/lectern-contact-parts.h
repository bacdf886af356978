/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the pages of an organisation and of a person share.
 */
#pragma once

#include "lectern-section.h"

G_BEGIN_DECLS

/* (transfer floating) A section of a record's links and attachments. The button that adds needs
   lectern_contact_part_update() to know to whom. */
GtkWidget *lectern_links_section_new (LecternView *view);
/* (transfer floating) Likewise of its contact points. */
GtkWidget *lectern_contact_points_section_new (LecternView *view);
/* (transfer floating) Likewise of a person's consents. */
GtkWidget *lectern_consents_section_new (LecternView *view);
/* Of one of these three sections: shows what @owner has. Rows are made anew only where they are
   others than before. */
void lectern_contact_part_update (GtkWidget *section, LecternKind owner_kind, gint64 owner);

/* A page that scrolls: a head, and below it a main and a narrow part, which are vertical boxes. */
GtkWidget *lectern_contact_page_new (GtkWidget *head, GtkWidget *main_part, GtkWidget *side);
/* Labelled editors under a heading. *editors: of LecternFieldEditor, to set the record later. */
GtkWidget *lectern_contact_fields_new (LecternView *view, LecternKind kind, const char *title,
                                       const guint *fields, GPtrArray *editors);
/* "Confirmed · Speaker" of a registration. */
char *lectern_contact_registration_text (LecternReader *reader, gint64 registration);

G_END_DECLS
