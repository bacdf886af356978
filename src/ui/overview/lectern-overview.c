/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-overview.h"

#include "lectern-columns.h"
#include "lectern-event-span.h"
#include "lectern-overview-cards.h"
#include "lectern-people.h"
#include "lectern-status-page.h"
#include "lectern-text.h"
#include "lectern-time.h"
#include "lectern-touched.h"
#include <glib/gi18n-lib.h>

struct _LecternOverview
{
  LecternView parent_instance;

  /* borrowed: children */
  GtkStack *stack;
  GtkLabel *title;
  GtkLabel *detail;
  GtkWidget *numbers;
  LecternCard *ladder;
  LecternCard *due;
  LecternCard *problems;
  LecternCard *review;
  LecternCard *unpublished;
};

G_DEFINE_FINAL_TYPE (LecternOverview, lectern_overview, LECTERN_TYPE_VIEW)

static const guint64 ladder_kinds
    = LECTERN_KIND_BIT (EVENT) | LECTERN_KIND_BIT (RELEASE) | LECTERN_KIND_BIT (TO_COME);
static const guint64 problem_kinds
    = LECTERN_KIND_BIT (SESSION) | LECTERN_KIND_BIT (SESSION_ROLE) | LECTERN_KIND_BIT (DAY)
      | LECTERN_KIND_BIT (ROOM) | LECTERN_KIND_BIT (VENUE) | LECTERN_KIND_BIT (PERSON)
      | LECTERN_KIND_BIT (EVENT);
static const guint64 heading_kinds
    = LECTERN_KIND_BIT (EVENT) | LECTERN_KIND_BIT (DAY) | LECTERN_KIND_BIT (VENUE)
      | LECTERN_KIND_BIT (REGISTRATION);

/* -- the heading ---------------------------------------------------------------------- */

/* Takes @number. */
static void
add_number (LecternOverview *self, char *number, const char *meaning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *big = gtk_label_new (number);
  GtkWidget *small = gtk_label_new (meaning);
  gtk_label_set_xalign (GTK_LABEL (big), 1);
  gtk_label_set_xalign (GTK_LABEL (small), 1);
  gtk_widget_add_css_class (big, "title-2");
  gtk_widget_add_css_class (big, "numeric");
  gtk_widget_add_css_class (small, "second-line");
  gtk_box_append (GTK_BOX (box), big);
  gtk_box_append (GTK_BOX (box), small);
  gtk_box_append (GTK_BOX (self->numbers), box);
  g_free (number);
}

static void
fill_numbers (LecternOverview *self, LecternReader *reader, const LecternEventSpan *span)
{
  GtkWidget *child;
  g_autofree char *today = lectern_date_today ();
  g_autoptr (LecternParticipantCounts) counts = lectern_participants_count (reader, span->event);
  while ((child = gtk_widget_get_first_child (self->numbers)) != NULL)
    gtk_box_remove (GTK_BOX (self->numbers), child);
  if (span->from != NULL && strcmp (span->from, today) > 0)
    {
      int days = lectern_date_days_between (today, span->from);
      add_number (self, g_strdup_printf ("%d", days), ngettext ("day to go", "days to go", days));
    }
  if (counts->n_coming > 0 && counts->capacity > 0)
    add_number (self, g_strdup_printf ("%u / %" G_GINT64_FORMAT, counts->n_coming, counts->capacity), _("registered"));
  else if (counts->n_coming > 0)
    add_number (self, g_strdup_printf ("%u", counts->n_coming), _("registered"));
}

/* "Wed 17 – Thu 18 June 2026 · Maastricht · English, German" */
static char *
heading_detail (LecternReader *reader, const LecternEventSpan *span)
{
  g_autoptr (LecternRecord) event = lectern_reader_get (reader, LECTERN_KIND_EVENT, span->event);
  g_auto (GStrv) tags = lectern_value_get_texts (lectern_record_value (event, LECTERN_EVENT_LANGUAGES));
  g_autofree char *where = lectern_event_span_detail (span);
  GString *text = g_string_new (where);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      g_autofree char *name = lectern_language_name (tags[i]);
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : text->len > 0 ? " · " : "", name);
    }
  return g_string_free (text, FALSE);
}

static void
fill_heading (LecternOverview *self)
{
  LecternReader *reader = lectern_view_get_reader (LECTERN_VIEW (self));
  g_autoptr (LecternEventSpan) span
      = lectern_event_span (reader, lectern_view_get_event (LECTERN_VIEW (self)));
  if (span == NULL)
    return;
  g_autofree char *detail = heading_detail (reader, span);
  gtk_label_set_label (self->title, span->title);
  gtk_label_set_label (self->detail, detail);
  fill_numbers (self, reader, span);
}

/* -- the view --------------------------------------------------------------------------- */

static void
lectern_overview_changed (LecternView *view, guint64 kinds)
{
  LecternOverview *self = LECTERN_OVERVIEW (view);
  if (lectern_view_get_event (view) == 0)
    return;
  if (kinds & heading_kinds)
    fill_heading (self);
  if (kinds & ladder_kinds)
    lectern_ladder_card_fill (self->ladder, view);
  if (LECTERN_KIND_IN (kinds, LECTERN_KIND_TASK))
    lectern_due_card_fill (self->due, view);
  if (kinds & problem_kinds)
    lectern_problems_card_fill (self->problems, view);
  lectern_review_card_fill (self->review, view);
  lectern_unpublished_card_fill (self->unpublished, view);
}

static void
lectern_overview_load (LecternView *view)
{
  LecternOverview *self = LECTERN_OVERVIEW (view);
  gboolean event = lectern_view_get_workspace (view) != NULL && lectern_view_get_event (view) != 0;
  gtk_stack_set_visible_child_name (self->stack, event ? "cards" : "empty");
  if (event)
    lectern_overview_changed (view, G_MAXUINT64);
}

static gboolean
lectern_overview_reveal (LecternView *view, LecternKind kind, gint64 id)
{
  return kind == LECTERN_KIND_EVENT || kind == LECTERN_KIND_TASK || kind == LECTERN_KIND_TO_COME
         || kind == LECTERN_KIND_RELEASE;
}

static void
lectern_overview_class_init (LecternOverviewClass *klass)
{
  LecternViewClass *view_class = LECTERN_VIEW_CLASS (klass);
  view_class->load = lectern_overview_load;
  view_class->changed = lectern_overview_changed;
  view_class->reveal = lectern_overview_reveal;
}

static GtkWidget *
heading_new (LecternOverview *self)
{
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = GTK_LABEL (gtk_label_new (NULL));
  self->detail = GTK_LABEL (gtk_label_new (NULL));
  self->numbers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_wrap (self->title, TRUE);
  gtk_label_set_xalign (self->detail, 0);
  gtk_label_set_wrap (self->detail, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "title-2");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "item-text");
  gtk_widget_add_css_class (GTK_WIDGET (self->detail), "quiet");
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (heading), lines);
  gtk_box_append (GTK_BOX (heading), self->numbers);
  return heading;
}

static GtkWidget *
column_new (LecternCard *first, LecternCard *second)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (first));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (second));
  return column;
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *page = lectern_status_page_new ("x-office-calendar-symbolic", _("No event yet"),
                                             _("Begin with a title and the dates, or drop a programme here."));
  lectern_status_page_add_button (page, _("New event…"), "win.new-event", TRUE);
  lectern_status_page_add_button (page, _("Import a programme…"), "win.import", FALSE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (adw_status_page_get_child (ADW_STATUS_PAGE (page))),
                                  GTK_ORIENTATION_HORIZONTAL);
  return page;
}

static void
lectern_overview_init (LecternOverview *self)
{
  LecternView *view = LECTERN_VIEW (self);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->ladder = lectern_ladder_card_new (view);
  self->due = lectern_due_card_new (view);
  self->problems = lectern_problems_card_new (view);
  self->review = lectern_review_card_new (view);
  self->unpublished = lectern_unpublished_card_new (view);

  gtk_box_append (GTK_BOX (page), heading_new (self));
  gtk_box_append (GTK_BOX (page), GTK_WIDGET (self->ladder));
  gtk_box_append (GTK_BOX (page), lectern_columns_new (column_new (self->due, self->review),
                                                       column_new (self->problems, self->unpublished)));
  gtk_widget_add_css_class (page, "overview");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1100);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroller, "cards");
  gtk_stack_add_named (self->stack, empty_new (), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
lectern_overview_new (void)
{
  return g_object_new (LECTERN_TYPE_OVERVIEW, NULL);
}
