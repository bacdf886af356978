/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text with what became different in it: gone words struck through, new ones underlined, so
 * that colour is not the only sign, and both told to a screen reader in words.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A scrolled, read-only text; @name is said by a screen reader. */
GtkWidget *lectern_site_text_new (const char *name);
/* Plain @words, nothing marked as different; NULL is not allowed. */
void lectern_site_text_set (GtkWidget *text, const char *words);
/* @after with the words of @before that are gone. The number of places where they differ; @first:
   (out): how many characters stand before the first of them. */
guint lectern_site_text_compare (GtkWidget *text, const char *before, const char *after, guint *first);
/* Brings what stands after so many characters into sight. */
void lectern_site_text_scroll_to (GtkWidget *text, guint offset);
/* Lines that begin with "-" or "+", as lectern_difference() writes them. */
void lectern_site_text_set_lines (GtkWidget *text, const char *lines);

/* What a person reads of a published file: of a page its words, of others what is in it. @source:
   everything as it is. NULL for no file. g_free(). */
char *lectern_site_text_of (GBytes *content, gboolean source);

G_END_DECLS
