/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-help.h"
#include "lectern-keys.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  const char *title;
  const char *text;
} Topic;

/* P1 to P7 of the way histories are kept, in plain words. */
static const Topic promises[] = {
  { N_("Saved means saved"),
    N_("When the line at the foot of the sidebar says that all changes are saved, they are on the disk of "
       "this computer, and a power cut does not take them back. No network is needed, for as long as you like.") },
  { N_("Nothing disappears"),
    N_("What somebody wrote is what you see, or was replaced by somebody who had seen it, or waits under “To "
       "review” in the overview. There is one exception: the erasure of a person, which is done on purpose.") },
  { N_("Everybody sees the same"),
    N_("Computers that have received the same changes show the same data, in whatever order the changes came, "
       "and also where some came twice or late.") },
  { N_("What is missing elsewhere is not deleted here"),
    N_("If a website or a shared folder is empty, wrong or was restored from an old copy, nothing is removed "
       "on this computer because of that.") },
  { N_("A wrong clock does no harm"),
    N_("Which change counts is never decided by a computer’s clock. Times are only shown to you.") },
  { N_("Older versions leave newer data alone"),
    N_("A version of Lectern that is older than the one that wrote a file does not damage it: it says that it "
       "is too old, and changes nothing.") },
  { N_("Strangers see nothing"),
    N_("A web space over which colleagues share a workspace would only ever hold what is encrypted. Nothing "
       "leaves this computer until you publish, and before that you see what will go.") },
};

static const Topic how_to[] = {
  { N_("Bring in a programme"),
    N_("Drop a schedule.xml or schedule.json on the window, or press Ctrl+I. You see first what will happen; the "
       "whole import is one step of undo. The same file again changes nothing, and what you have changed stays.") },
  { N_("Take something back"),
    N_("Ctrl+Z takes back the last change, and the ones before it, also after a restart. The buttons at the top "
       "say what they will do. What somebody else has changed since is left as it is, and named.") },
  { N_("Change something"),
    N_("Click on a value and type. It is stored when you press Enter, leave the field or pause. A wrong value "
       "stays in its field with the reason under it and is not stored. Times may be typed as 9.40, 9:40, 9h40 or "
       "0940.") },
  { N_("Find something"),
    N_("Ctrl+F finds agenda items, people, organisations, venues and all other texts of the workspace, with or "
       "without accents. Arrows choose, Enter opens.") },
  { N_("Publish"),
    N_("In “Website”, add a folder. The list shows what would go out, what waits for a decision, and what is "
       "already there. Pages, calendar and programme files are written only when you press “Publish”. What "
       "somebody changed there is never overwritten without asking. E-mail addresses, phone numbers, diets, notes "
       "and internal agenda items are never published.") },
  { N_("Keep a copy, or hand over"),
    N_("“Save a backup” in the workspace’s menu writes one complete .lectern file. Bringing one in makes a new "
       "workspace; it never replaces one that you have.") },
};

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_topics (GtkWidget *box, const char *heading, const Topic *topics, gsize n)
{
  GtkWidget *title = label_new (heading, "title-2");
  gtk_widget_set_margin_top (title, 12);
  gtk_box_append (GTK_BOX (box), title);
  for (gsize i = 0; i < n; i++)
    {
      GtkWidget *topic = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_box_append (GTK_BOX (topic), label_new (_(topics[i].title), "heading"));
      gtk_box_append (GTK_BOX (topic), label_new (_(topics[i].text), "body"));
      gtk_box_append (GTK_BOX (box), topic);
    }
}

void
lectern_help_present (GtkWindow *parent)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  add_topics (box, _("What Lectern promises about your data"), promises, G_N_ELEMENTS (promises));
  add_topics (box, _("How to"), how_to, G_N_ELEMENTS (how_to));
  gtk_widget_add_css_class (box, "padded");
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scroller);
  adw_window_set_content (ADW_WINDOW (window), content);

  lectern_keys_add (window, GDK_KEY_Escape, 0, "window.close");
  gtk_widget_add_css_class (window, "lectern");
  gtk_window_set_title (GTK_WINDOW (window), _("Help"));
  gtk_window_set_default_size (GTK_WINDOW (window), 640, 640);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
