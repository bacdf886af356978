/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-site-decision.h"

#include "lectern-section.h"
#include "lectern-site-text.h"
#include <glib/gi18n-lib.h>

enum
{
  BASE,
  THEIRS,
  OURS,
  N_TEXTS
};

struct _LecternSiteDecision
{
  AdwBin parent_instance;

  /* owned */
  GBytes *contents[N_TEXTS];

  /* borrowed: children */
  GtkWidget *texts[N_TEXTS];
  GtkLabel *summary;
  GtkCheckButton *source;
  GtkWidget *theirs, *ours, *take;
  GtkWidget *fields; /* what can be taken into Lectern */
};

G_DEFINE_FINAL_TYPE (LecternSiteDecision, lectern_site_decision, ADW_TYPE_BIN)

static guint decided_signal;

/* -- what differs ----------------------------------------------------------------- */

static char *
text_of (LecternSiteDecision *self, int which, gboolean source)
{
  return lectern_site_text_of (self->contents[which], source);
}

/* Pages that read the same but are not: only the source shows how. */
static gboolean
only_source_differs (LecternSiteDecision *self)
{
  g_autofree char *base = text_of (self, self->contents[BASE] != NULL ? BASE : OURS, FALSE);
  g_autofree char *theirs = text_of (self, THEIRS, FALSE);
  return base != NULL && theirs != NULL && strcmp (base, theirs) == 0;
}

static void
summarise (LecternSiteDecision *self, guint there, guint here, gboolean markup)
{
  GString *words = g_string_new (NULL);
  if (self->contents[THEIRS] == NULL)
    g_string_append (words, _("It is not there any more."));
  else if (markup)
    g_string_append (words, _("It reads the same; only what a reader does not see was changed there."));
  else if (self->contents[BASE] == NULL)
    g_string_append_printf (words, ngettext ("What stands there and ours differ in %u place.",
                                             "What stands there and ours differ in %u places.", here), here);
  else
    {
      g_string_append_printf (words, ngettext ("Changed there in %u place", "Changed there in %u places", there), there);
      if (here == 0)
        g_string_append (words, _("; ours is as it was published."));
      else
        g_string_append_printf (words, ngettext (", here in %u place since it was published.",
                                                 ", here in %u places since it was published.", here), here);
    }
  gtk_label_set_label (self->summary, words->str);
  g_string_free (words, TRUE);
}

static void
show (LecternSiteDecision *self)
{
  gboolean markup = only_source_differs (self);
  gboolean source = markup || gtk_check_button_get_active (self->source);
  g_autofree char *base = text_of (self, BASE, source);
  g_autofree char *theirs = text_of (self, THEIRS, source);
  g_autofree char *ours = text_of (self, OURS, source);
  const char *from = base != NULL ? base : theirs;
  guint there = 0, here = 0, first_there = 0, first_here = 0;
  lectern_site_text_set (self->texts[BASE], base != NULL ? base : _("No copy was kept."));
  if (theirs == NULL)
    lectern_site_text_set (self->texts[THEIRS], _("It is not there any more."));
  else if (base != NULL)
    there = lectern_site_text_compare (self->texts[THEIRS], base, theirs, &first_there);
  else
    lectern_site_text_set (self->texts[THEIRS], theirs);
  if (ours == NULL)
    lectern_site_text_set (self->texts[OURS], _("It is to be removed."));
  else
    here = lectern_site_text_compare (self->texts[OURS], from != NULL ? from : "", ours, &first_here);
  guint first = there > 0 ? first_there : first_here;
  for (int i = 0; i < N_TEXTS && first > 0; i++)
    lectern_site_text_scroll_to (self->texts[i], first);
  gtk_widget_set_visible (GTK_WIDGET (self->source), !markup);
  summarise (self, there, here, markup);
}

/* -- what can be taken into Lectern -------------------------------------------------- */

static void
clear_fields (LecternSiteDecision *self)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (self->fields)) != NULL)
    gtk_box_remove (GTK_BOX (self->fields), child);
}

/* "Title of “Lunch”: Lunch → Lunch and tour" */
static GtkWidget *
field_new (const LecternTakeable *one)
{
  g_autofree char *what = g_markup_escape_text (one->what, -1);
  g_autofree char *before = g_markup_escape_text (one->before != NULL ? one->before : "", -1);
  g_autofree char *after = g_markup_escape_text (one->after != NULL ? one->after : "", -1);
  g_autofree char *words = g_strdup_printf ("%s: <s>%s</s> → <u>%s</u>", what, before, after);
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (label), words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "item-text");
  return label;
}

static void
show_fields (LecternSiteDecision *self, const LecternSiteTexts *texts)
{
  guint n = texts->takeables != NULL ? texts->takeables->len : 0;
  clear_fields (self);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (self->fields), field_new (g_ptr_array_index (texts->takeables, i)));
  if (n > 0 && !texts->take_all)
    gtk_box_append (GTK_BOX (self->fields),
                    lectern_quiet_label_new (_("More was changed there that Lectern has no field for; for that the "
                                               "decision stays open.")));
  gtk_widget_set_visible (self->fields, n > 0);
  gtk_widget_set_sensitive (self->take, n > 0);
  gtk_widget_set_tooltip_text (self->take, n > 0 ? _("As one edit, which can be undone")
                                                 : _("Nothing that was changed there is a field of Lectern"));
}

void
lectern_site_decision_set (LecternSiteDecision *self, const LecternSiteTexts *texts)
{
  GBytes *contents[N_TEXTS] = { texts->base, texts->theirs, texts->ours };
  for (int i = 0; i < N_TEXTS; i++)
    {
      g_clear_pointer (&self->contents[i], g_bytes_unref);
      self->contents[i] = contents[i] != NULL ? g_bytes_ref (contents[i]) : NULL;
    }
  gtk_widget_set_sensitive (self->theirs, TRUE);
  gtk_widget_set_sensitive (self->ours, TRUE);
  show_fields (self, texts);
  show (self);
}

void
lectern_site_decision_clear (LecternSiteDecision *self)
{
  for (int i = 0; i < N_TEXTS; i++)
    {
      g_clear_pointer (&self->contents[i], g_bytes_unref);
      lectern_site_text_set (self->texts[i], "");
    }
  gtk_label_set_label (self->summary, _("Reading what stands there…"));
  gtk_widget_set_sensitive (self->theirs, FALSE);
  gtk_widget_set_sensitive (self->ours, FALSE);
  gtk_widget_set_sensitive (self->take, FALSE);
  clear_fields (self);
}

/* -- the widget ---------------------------------------------------------------------- */

static void
on_ours (LecternSiteDecision *self)
{
  g_signal_emit (self, decided_signal, 0, LECTERN_SITE_TAKE_OURS);
}

static void
on_theirs (LecternSiteDecision *self)
{
  g_signal_emit (self, decided_signal, 0, LECTERN_SITE_KEEP_THEIRS);
}

static void
on_take (LecternSiteDecision *self)
{
  g_signal_emit (self, decided_signal, 0, LECTERN_SITE_TAKE_OVER);
}

static GtkWidget *
columns_new (LecternSiteDecision *self)
{
  const char *names[N_TEXTS] = { _("As published"), _("On the website"), _("Ours") };
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  for (int i = 0; i < N_TEXTS; i++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      GtkWidget *heading = gtk_label_new (names[i]);
      gtk_label_set_xalign (GTK_LABEL (heading), 0);
      gtk_widget_add_css_class (heading, "heading");
      self->texts[i] = lectern_site_text_new (names[i]);
      gtk_box_append (GTK_BOX (column), heading);
      gtk_box_append (GTK_BOX (column), self->texts[i]);
      gtk_box_append (GTK_BOX (columns), column);
    }
  return columns;
}

static GtkWidget *
buttons_new (LecternSiteDecision *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *source = gtk_check_button_new_with_label (_("Show the source"));
  self->theirs = gtk_button_new_with_label (_("Keep theirs"));
  self->ours = gtk_button_new_with_label (_("Take ours"));
  self->take = gtk_button_new_with_label (_("Take into Lectern"));
  self->source = GTK_CHECK_BUTTON (source);
  gtk_widget_set_hexpand (source, TRUE);
  gtk_widget_set_halign (source, GTK_ALIGN_END);
  g_signal_connect_swapped (self->theirs, "clicked", G_CALLBACK (on_theirs), self);
  g_signal_connect_swapped (self->ours, "clicked", G_CALLBACK (on_ours), self);
  g_signal_connect_swapped (self->take, "clicked", G_CALLBACK (on_take), self);
  g_signal_connect_swapped (source, "toggled", G_CALLBACK (show), self);
  gtk_box_append (GTK_BOX (box), self->theirs);
  gtk_box_append (GTK_BOX (box), self->ours);
  gtk_box_append (GTK_BOX (box), self->take);
  gtk_box_append (GTK_BOX (box), source);
  return box;
}

static void
lectern_site_decision_init (LecternSiteDecision *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *summary = gtk_label_new (NULL);
  self->summary = GTK_LABEL (summary);
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_wrap (self->summary, TRUE);
  gtk_widget_add_css_class (summary, "attention");
  gtk_widget_add_css_class (summary, "item-text");
  gtk_box_append (GTK_BOX (box), summary);
  self->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), self->fields);
  gtk_box_append (GTK_BOX (box), buttons_new (self));
  gtk_box_append (GTK_BOX (box), columns_new (self));
  gtk_box_append (GTK_BOX (box),
                  lectern_quiet_label_new (_("Nothing is overwritten until you decide; the other items do not wait "
                                             "for it. With “Take ours”, theirs is kept as a copy on this computer.")));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
lectern_site_decision_finalize (GObject *object)
{
  LecternSiteDecision *self = LECTERN_SITE_DECISION (object);
  for (int i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->contents[i], g_bytes_unref);
  G_OBJECT_CLASS (lectern_site_decision_parent_class)->finalize (object);
}

static void
lectern_site_decision_class_init (LecternSiteDecisionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lectern_site_decision_finalize;
  decided_signal = g_signal_new ("decided", LECTERN_TYPE_SITE_DECISION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT);
}

GtkWidget *
lectern_site_decision_new (void)
{
  return g_object_new (LECTERN_TYPE_SITE_DECISION, NULL);
}
