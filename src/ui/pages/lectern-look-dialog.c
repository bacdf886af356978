/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-look-dialog.h"

#include "lectern-export.h"
#include "lectern-field-editor.h"
#include "lectern-keys.h"
#include "lectern-look.h"
#include "lectern-missing-choice.h"
#include "lectern-picture-editor.h"
#include "lectern-section.h"
#include "lectern-template.h"
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

typedef struct
{
  LecternView *view; /* borrowed: the window is modal over it */
  GtkWindow *window;
  gint64 event;
  GPtrArray *templates; /* of LecternTemplate */
  GtkDropDown *template;
  GtkLabel *colour;   /* what is said about it */
  GPtrArray *parts;   /* of GtkCheckButton, in the order of page_part */
  gboolean showing;   /* what the workspace says; no choice of the person's */
} Look;

static LecternRecord *
record_of (Look *look)
{
  return lectern_reader_get (lectern_view_get_reader (look->view), LECTERN_KIND_EVENT, look->event);
}

static void
commit (Look *look, guint field, LecternValue value)
{
  g_autofree char *label = g_strdup_printf (_ ("Change “%s”"), _ (lectern_field (LECTERN_KIND_EVENT, field)->label));
  g_autoptr (LecternEdit) edit = lectern_edit_new (label);
  lectern_edit_set (edit, LECTERN_KIND_EVENT, look->event, field, NULL, value);
  lectern_view_commit (look->view, edit, NULL);
}

/* ---- what there is ---- */

static void
show_template (Look *look, const LecternRecord *event)
{
  const char *name = lectern_record_text (event, LECTERN_EVENT_PAGE_TEMPLATE);
  guint found = GTK_INVALID_LIST_POSITION;
  for (guint i = 0; i < look->templates->len; i++)
    if (g_strcmp0 (((LecternTemplate *) look->templates->pdata[i])->name, name ? name : LECTERN_LOOK_TEMPLATE) == 0)
      found = i;
  gtk_drop_down_set_selected (look->template, found);
}

static void
show_colour (Look *look, const LecternRecord *event)
{
  const char *accent = lectern_record_text (event, LECTERN_EVENT_PAGE_ACCENT);
  gboolean in_light, in_dark;
  g_autofree char *light = lectern_look_accent (accent, FALSE, &in_light);
  g_autofree char *dark = lectern_look_accent (accent, TRUE, &in_dark);
  g_autofree char *words = NULL;
  if (in_light && in_dark)
    words = g_strdup_printf (_ ("Text in this colour would be hard to read: pages use %s, and %s in the dark."), light, dark);
  else if (in_light)
    words = g_strdup_printf (_ ("Too light to be read on white: pages use %s there."), light);
  else if (in_dark)
    words = g_strdup_printf (_ ("Too dark to be read on black: pages use %s there."), dark);
  gtk_label_set_label (look->colour, accent && words ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (look->colour), accent && words);
}

static gboolean
is_left_out (const LecternRecord *event, const char *part)
{
  if (lectern_record_is_empty (event, LECTERN_EVENT_PAGE_WITHOUT))
    return FALSE;
  g_auto (GStrv) parts = lectern_value_get_texts (lectern_record_value (event, LECTERN_EVENT_PAGE_WITHOUT));
  return g_strv_contains ((const char *const *) parts, part);
}

static void
show (Look *look)
{
  const LecternField *field = lectern_field (LECTERN_KIND_EVENT, LECTERN_EVENT_PAGE_WITHOUT);
  g_autoptr (LecternRecord) event = record_of (look);
  if (event == NULL)
    return;
  look->showing = TRUE;
  show_template (look, event);
  show_colour (look, event);
  for (guint i = 0; i < look->parts->len; i++)
    gtk_check_button_set_active (look->parts->pdata[i], !is_left_out (event, field->choices[i].key));
  look->showing = FALSE;
}

/* ---- what is chosen ---- */

static void
on_template (Look *look)
{
  guint chosen = gtk_drop_down_get_selected (look->template);
  if (!look->showing && chosen < look->templates->len)
    commit (look, LECTERN_EVENT_PAGE_TEMPLATE,
            lectern_value_text (((LecternTemplate *) look->templates->pdata[chosen])->name));
}

static void
on_part (Look *look)
{
  const LecternField *field = lectern_field (LECTERN_KIND_EVENT, LECTERN_EVENT_PAGE_WITHOUT);
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  for (guint i = 0; i < look->parts->len; i++)
    if (!gtk_check_button_get_active (look->parts->pdata[i]))
      g_ptr_array_add (out, (char *) field->choices[i].key);
  g_ptr_array_add (out, NULL);
  if (!look->showing)
    commit (look, LECTERN_EVENT_PAGE_WITHOUT,
            out->len > 1 ? lectern_value_texts ((const char *const *) out->pdata) : LECTERN_EMPTY);
}

/* As it is now, released or not; the file is written over by the next look. */
static void
preview (Look *look)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "lectern", NULL);
  g_autofree char *path = g_build_filename (folder, "look.html", NULL);
  g_autoptr (GBytes) html = lectern_export (lectern_view_get_reader (look->view), look->event, "html", NULL,
                                            LECTERN_AUDIENCE_PUBLIC, NULL, &error);
  g_mkdir_with_parents (folder, 0700);
  if (html == NULL
      || !g_file_set_contents (path, g_bytes_get_data (html, NULL), g_bytes_get_size (html), &error))
    {
      lectern_view_fail (look->view, error->message);
      return;
    }
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri (look->window, uri, GDK_CURRENT_TIME);
}

/* ---- its parts ---- */

static GtkWidget *
template_new (Look *look)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  for (guint i = 0; i < look->templates->len; i++)
    gtk_string_list_append (names, ((LecternTemplate *) look->templates->pdata[i])->label);
  look->template = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  g_signal_connect_swapped (look->template, "notify::selected", G_CALLBACK (on_template), look);
  return lectern_pages_row_new (_ ("Template"), GTK_WIDGET (look->template));
}

static GtkWidget *
button_new (Look *look, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_signal_connect_swapped (button, "clicked", callback, look);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
parts_new (Look *look)
{
  const LecternField *field = lectern_field (LECTERN_KIND_EVENT, LECTERN_EVENT_PAGE_WITHOUT);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  for (guint i = 0; field->choices[i].key != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (lectern_field_choice_label (field, field->choices[i].key));
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_part), look);
      g_ptr_array_add (look->parts, check);
      gtk_box_append (GTK_BOX (box), check);
    }
  return lectern_pages_row_new (_ ("Shown on the pages"), box);
}

static GtkWidget *
field_new (Look *look, guint field, const char *placeholder)
{
  GtkWidget *editor = lectern_field_editor_new (look->view, LECTERN_KIND_EVENT, look->event, field, NULL);
  lectern_field_editor_set_placeholder (LECTERN_FIELD_EDITOR (editor), placeholder);
  gtk_widget_add_css_class (editor, "translation");
  return lectern_pages_row_new (_ (lectern_field (LECTERN_KIND_EVENT, field)->label), editor);
}

static GtkWidget *
page_new (Look *look)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *accent = field_new (look, LECTERN_EVENT_PAGE_ACCENT, "#0a5299");
  GtkWidget *picture = lectern_picture_editor_new (look->view, LECTERN_KIND_EVENT, look->event, LECTERN_EVENT_LOGO_IMAGE);
  look->colour = GTK_LABEL (lectern_quiet_label_new (NULL));
  gtk_box_append (GTK_BOX (box), template_new (look));
  gtk_box_append (GTK_BOX (box), accent);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (look->colour));
  gtk_box_append (GTK_BOX (box), lectern_pages_row_new (_ ("Picture"), picture));
  gtk_box_append (GTK_BOX (box), field_new (look, LECTERN_EVENT_LOGO_TEXT, _ ("For those who cannot see it")));
  gtk_box_append (GTK_BOX (box), parts_new (look));
  gtk_box_append (GTK_BOX (box), lectern_pages_row_new (_ ("What is not translated"), lectern_missing_choice_new (look->view)));
  gtk_widget_add_css_class (box, "page-content");
  return box;
}

static void
look_free (gpointer data)
{
  Look *look = data;
  g_ptr_array_unref (look->templates);
  g_ptr_array_unref (look->parts);
  g_free (look);
}

static void
on_changed (GtkWindow *window)
{
  show (g_object_get_data (G_OBJECT (window), "look"));
}

void
lectern_look_dialog_present (LecternView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *shown;
  Look *look = g_new0 (Look, 1);
  look->view = view;
  look->event = lectern_view_get_event (view);
  look->templates = lectern_template_list ();
  look->parts = g_ptr_array_new ();
  look->window = GTK_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (look->window), "look", look, look_free);
  shown = button_new (look, _ ("Show in Browser"), G_CALLBACK (preview));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), shown);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), page_new (look));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (look->window), box);
  lectern_keys_add (GTK_WIDGET (look->window), GDK_KEY_Escape, 0, "window.close");
  gtk_window_set_title (look->window, _ ("Look of the Pages"));
  gtk_window_set_default_size (look->window, 520, 560);
  gtk_window_set_modal (look->window, TRUE);
  gtk_window_set_transient_for (look->window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view))));
  gtk_window_set_destroy_with_parent (look->window, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (look->window), "lectern");
  g_signal_connect_object (lectern_view_get_workspace (view), "changed", G_CALLBACK (on_changed), look->window,
                           G_CONNECT_SWAPPED);
  show (look);
  gtk_window_present (look->window);
}
