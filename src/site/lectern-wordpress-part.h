/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Our part of a page of WordPress: between two comments, which no role's filter takes out, in a
 * block of HTML. What stands around it is others', and stays byte for byte.
 *
 *     <!-- wp:html -->
 *     <!-- lectern:begin final/index.html -->
 *     …
 *     <!-- lectern:end -->
 *     <!-- /wp:html -->
 *
 * After the path words say what is ours besides the text ("date", "categories", "tags"), and
 * "new=HASH" that it is a draft on its way to being published, which nobody has touched as
 * long as HASH is that of its text.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gsize start, end;  /* of the part with its comments, and with its block where that holds
                        nothing else */
  gsize begin, stop; /* with the comments alone */
  char *path;
  char **words;
  char *body; /* what stands there, as it is stored */
} LecternWordpressPart;

/* NULL is fine. */
void lectern_wordpress_part_free (LecternWordpressPart *part);
/* The part of @path in @raw; NULL where there is none. @path NULL: the first one. */
LecternWordpressPart *lectern_wordpress_part_find (const char *raw, const char *path);
/* Whether @word stands after the path in the comment that begins the part. */
gboolean lectern_wordpress_part_has (const LecternWordpressPart *part, const char *word);
/* Whether nothing of others stands around it. */
gboolean lectern_wordpress_part_is_alone (const LecternWordpressPart *part, const char *raw);
/* Whether it is a draft of ours that nobody has touched. */
gboolean lectern_wordpress_part_is_new (const LecternWordpressPart *part);

/* @raw with a part of @path that holds @body in place of @part; (nullable) @raw and @part: the
   part alone. @words: one string, "" for none. @is_new: as said above. g_free(). */
char *lectern_wordpress_part_put (const char *raw,
                                  const LecternWordpressPart *part,
                                  const char *path,
                                  const char *words,
                                  gboolean is_new,
                                  const char *body);
/* @raw without the part. g_free(). */
char *lectern_wordpress_part_cut (const char *raw, const LecternWordpressPart *part);
/* How a path stands in the comment, and is searched for. g_free(). */
char *lectern_wordpress_part_key (const char *path);
/* The last part of the address of a page or post: "final/index.de.html" is "final-de". g_free(). */
char *lectern_wordpress_part_slug (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternWordpressPart, lectern_wordpress_part_free)

G_END_DECLS
