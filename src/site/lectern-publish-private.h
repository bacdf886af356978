/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parts of publishing share; only for lectern-publish*.c.
 */
#pragma once

#include "lectern-html-out.h"
#include "lectern-programme.h"
#include "lectern-publish.h"
#include "lectern-site-parts.h"
#include "lectern-spool.h"

G_BEGIN_DECLS

/* In which they are written: a page never leads to what is not there yet. */
typedef enum
{
  LECTERN_PUBLISH_FILES,
  LECTERN_PUBLISH_PAGES,
  LECTERN_PUBLISH_INDEX,
  LECTERN_PUBLISH_REMOVALS,
} LecternPublishOrder;

typedef struct
{
  char *path;      /* on the site */
  char *name;      /* within the event's folder */
  char *language;  /* NULL: of no language */
  gint64 event;    /* 0: of the whole site */
  gboolean made;   /* there is content; if not, it is to be removed, or why says why there is none */
  LecternSpooled spooled; /* the content, see lectern_publish_content() */
  char *hash;
  char *why;
  gboolean failed; /* it could not be made this time: what stands there stays */
  LecternPublishOrder order;
  gboolean optional; /* where somebody's own file stands, theirs is right */
} LecternPublishPlanned;

struct _LecternPublishPlan
{
  gint64 site;
  LecternPlace *place;
  gint64 event;    /* that was asked for; 0: all that are there */
  LecternSiteParts parts;
  LecternSpool *spool; /* of the contents */
  GPtrArray *items; /* of LecternPublishPlanned, in order */
  GPtrArray *people; /* of LecternPublishPerson, who stands in it; NULL: nobody */
  GBytes *seen;     /* version vector of what was rendered */
  gboolean read_all;
  gboolean withdraws; /* nothing is to stand there any more */
};

/* Adds an item; takes @content. The name stands in @folder; NULL: at the root of the site. */
LecternPublishPlanned *lectern_publish_plan_add (LecternPublishPlan *plan,
                                                 const char *folder,
                                                 const char *name,
                                                 const char *language,
                                                 gint64 event,
                                                 LecternPublishOrder order,
                                                 GBytes *content);
/* What is to stand there; g_bytes_unref(). Any thread. NULL with @error where it cannot be read, without
   where there is none. */
GBytes *lectern_publish_content (const LecternPublishPlan *plan, const LecternPublishPlanned *item, GError **error);
/* A page of ours: a file where the place keeps files, a page or a post where it keeps those. */
typedef struct
{
  const char *folder;
  const char *name;     /* "index.de.html" */
  const char *language;
  gint64 event;
  LecternPublishOrder order;
  const char *title;
  gboolean post;        /* news, which has a date and a category */
  gint64 when;          /* of a post: ms since 1970, 0: not said */
} LecternPublishPage;
/* Pages lead to each other by name; a place with addresses of its own makes those of that.
   Adds it as @content, written in lectern_publish_form(); where its template could not be used, the
   reason stands in its place. Takes @content and @error. */
void lectern_publish_plan_page (LecternPublishPlan *plan,
                                const LecternPublishPage *page,
                                GBytes *content,
                                GError *error);
/* What stands there of the events in @chosen (gint64), and of events that are no more, and is not
   planned; with @chosen NULL all of it. @notes: the site's publications. */
void lectern_publish_plan_removals (LecternPublishPlan *plan,
                                    LecternReader *reader,
                                    GPtrArray *notes,
                                    GArray *chosen);
/* Whether the item that @note (a publication) is about may still stand there: it was not removed
   by us. */
gboolean lectern_publish_is_on_site (const LecternRecord *note);
/* FALSE for an event that was deleted or is not known. */
gboolean lectern_publish_event_is_alive (LecternReader *reader, gint64 event);
/* @ids: of gint64. */
gboolean lectern_publish_holds (GArray *ids, gint64 id);
/* How the place takes its pages: whole ones, or fragments without what its user may not write. */
LecternHtmlForm lectern_publish_form (LecternPublishPlan *plan);
/* The event's page in one of its languages, once everything it leads to is planned. */
void lectern_publish_plan_event_page (LecternPublishPlan *plan,
                                      LecternReader *reader,
                                      const LecternProgramme *programme,
                                      const char *folder,
                                      char **languages,
                                      guint index);
/* "agenda.ics", and "agenda.de.ics" for the languages after the first. g_free(). */
char *lectern_publish_name_in (const char *name, const char *language, gboolean first);
/* The pages of the event's news in one of its languages; see lectern-publish-news.c. */
void lectern_publish_plan_news (LecternPublishPlan *plan,
                                LecternReader *reader,
                                const LecternProgramme *programme,
                                const char *folder,
                                char **languages,
                                guint index);

/* The pictures of the pages as files; see lectern-publish-sessions.c. */
void lectern_publish_plan_pictures (LecternPublishPlan *plan, const LecternProgramme *programme, const char *folder);
/* How a page leads to one; NULL where there is none, or where it stands in the page itself. */
char *lectern_publish_picture (LecternPublishPlan *plan, const char *name, GBytes *image);
/* A page for every session with a place, where the event's template leads to them. */
void lectern_publish_plan_sessions (LecternPublishPlan *plan,
                                    const LecternProgramme *programme,
                                    const char *folder,
                                    char **languages,
                                    guint index);
typedef struct
{
  const char *language;
  gboolean first; /* of the event's languages */
} LecternPublishSessions;
/* For LecternHtmlSurroundings; @data: LecternPublishSessions. */
char *lectern_publish_session_page (const LecternProgramme *programme, guint session, gpointer data);

/* Who stands in the event's pages and files; see lectern-publish-people.c. */
void lectern_publish_plan_people (LecternPublishPlan *plan, const LecternProgramme *programme);

/* What the workspace remembers about an item. */
typedef struct
{
  gint64 record; /* 0: nothing yet */
  char *state;
  char *base_hash;
  char *sending_hash; /* of what is being sent; several, with spaces between, where nobody saw what arrived */
  char *why;
} LecternPublishNote;
/* Leaves it as of an item of which nothing is known; not @note itself. */
void lectern_publish_note_clear (LecternPublishNote *note);
/* All of @site: paths to LecternPublishNote. */
GHashTable *lectern_publish_notes_read (LecternReader *reader, gint64 site);
/* Of the item at @path on @site. */
void lectern_publish_note_read (LecternPublishNote *note,
                                LecternReader *reader,
                                gint64 site,
                                const char *path);

/* What is to be written of a note in one edit; NULL leaves a field as it is, "" empties it. */
typedef struct
{
  const char *state;
  const char *base_hash;
  const char *sending_hash;
  const char *why;
  GBytes *seen;      /* with the time; NULL leaves both */
} LecternPublishNews;
/* Of one site; may be written in by several threads at once. */
typedef struct _LecternPublishBook LecternPublishBook;
/* For the notes about what is on @site; @workspace is borrowed and has to outlive it. */
LecternPublishBook *lectern_publish_book_new (LecternWorkspace *workspace, gint64 site);
/* Nobody may be writing in it any more. */
void lectern_publish_book_free (LecternPublishBook *book);
/* Returns once it is on the disk. */
gboolean lectern_publish_note_write (LecternPublishBook *book,
                                     LecternPublishNote *note,
                                     const LecternPublishPlanned *item,
                                     const LecternPublishNews *news,
                                     GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LecternPublishNote, lectern_publish_note_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LecternPublishBook, lectern_publish_book_free)

/* A run, for the items it is made of. */
typedef struct
{
  LecternWorkspace *workspace;
  LecternPublishPlan *plan;
  LecternPublishBook *book;
  GHashTable *notes; /* lectern_publish_notes_read(), one for each item */
  GHashTable *hints; /* folders to what is listed there; NULL: every file is read */
  gboolean dry_run;
  GCancellable *cancellable;
  GBytes *content;   /* of the item that is worked on */
} LecternPublishRun;
/* Looks, and writes or removes where that is right. Several items at once, each on a thread.
   (transfer full): what there is to say; NULL with @error where it could not be done. */
LecternPublishItem *lectern_publish_do (const LecternPublishRun *run,
                                        const LecternPublishPlanned *item,
                                        GError **error);

/* A line about @path with its address at @place. @action and @state are borrowed for good
   (string constants), @path and @why (nullable) copied. lectern_publish_item_free(). */
LecternPublishItem *lectern_publish_item_new (
    LecternPlace *place, const char *path, const char *action, const char *state, const char *why);

G_END_DECLS
