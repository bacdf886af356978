/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-venue-page.h"

#include <glib/gi18n-lib.h>

#include "lectern-event-span.h"
#include "lectern-field-editor.h"
#include "lectern-language-bar.h"
#include "lectern-record-row.h"
#include "lectern-rooms.h"
#include "lectern-section.h"
#include "lectern-time.h"
#include "lectern-two-columns.h"
#include "lectern-venues-edits.h"
#include "lectern-venues.h"

struct _LecternVenuePage
{
  AdwBin parent_instance;
  LecternView *view; /* weak */
  gint64 id;
  LecternFieldEditor *name;
  GtkLabel *second;
  GtkWidget *missing;         /* "address missing" */
  GtkSwitch *here;
  GtkWidget *here_line;
  LecternRooms *rooms;
  LecternLanguageBar *languages;
  GPtrArray *texts;           /* of LecternFieldEditor, in the chosen language */
  GPtrArray *fields;          /* of LecternFieldEditor */
  GtkLabel *position;
  LecternSection *events;
  GtkWidget *history;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (LecternVenuePage, lectern_venue_page, ADW_TYPE_BIN)

static const guint text_fields[] = { LECTERN_VENUE_ACCESS, LECTERN_VENUE_ACCESSIBILITY, 0 };
static const guint address_fields[]
    = { LECTERN_VENUE_STREET, LECTERN_VENUE_POSTCODE, LECTERN_VENUE_CITY, LECTERN_VENUE_COUNTRY, 0 };
static const guint position_fields[] = { LECTERN_VENUE_LATITUDE, LECTERN_VENUE_LONGITUDE, 0 };
static const guint house_fields[] = { LECTERN_VENUE_OPENS,     LECTERN_VENUE_CLOSES,        LECTERN_VENUE_TIME_ZONE,
                                      LECTERN_VENUE_CONTACT,   LECTERN_VENUE_WEBSITE,       LECTERN_VENUE_HALL_PLAN,
                                      LECTERN_VENUE_TEXT_LANGUAGE, LECTERN_VENUE_NOTES, 0 };

static LecternReader *
get_reader (LecternVenuePage *self)
{
  return self->view != NULL ? lectern_view_get_reader (self->view) : NULL;
}

/* "Rechtstraat 140, 6221 Maastricht · house hours 7:30–22:00 · Europe/Amsterdam" */
static char *
dup_second (const LecternRecord *venue)
{
  g_autoptr(GStrvBuilder) parts = g_strv_builder_new ();
  const char *street = lectern_record_text (venue, LECTERN_VENUE_STREET);
  const char *postcode = lectern_record_text (venue, LECTERN_VENUE_POSTCODE);
  const char *city = lectern_record_text (venue, LECTERN_VENUE_CITY);
  const char *zone = lectern_record_text (venue, LECTERN_VENUE_TIME_ZONE);
  g_autofree char *town = g_strdup_printf ("%s%s%s", postcode ? postcode : "", postcode && city ? " " : "",
                                           city ? city : "");
  g_autofree char *address = g_strdup_printf ("%s%s%s", street ? street : "", street && *town ? ", " : "", town);
  if (*address != '\0')
    g_strv_builder_add (parts, address);
  if (!lectern_record_is_empty (venue, LECTERN_VENUE_OPENS) && !lectern_record_is_empty (venue, LECTERN_VENUE_CLOSES))
    {
      g_autofree char *hours
          = lectern_time_format_range (lectern_record_integer (venue, LECTERN_VENUE_OPENS),
                                       lectern_record_integer (venue, LECTERN_VENUE_CLOSES));
      /* TRANSLATORS: from when to when the house is open */
      g_autofree char *words = g_strdup_printf (_("house hours %s"), hours);
      g_strv_builder_add (parts, words);
    }
  if (zone != NULL)
    g_strv_builder_add (parts, zone);
  g_auto(GStrv) all = g_strv_builder_end (parts);
  return g_strjoinv (" · ", all);
}

static gboolean
is_missing (const LecternRecord *venue)
{
  return lectern_record_is_empty (venue, LECTERN_VENUE_STREET)
         && (lectern_record_integer (venue, LECTERN_VENUE_ADDRESS_MISSING) != 0
             || lectern_record_is_empty (venue, LECTERN_VENUE_CITY));
}

static void
update_position (LecternVenuePage *self, const LecternRecord *venue)
{
  const LecternValue *latitude = lectern_record_value (venue, LECTERN_VENUE_LATITUDE);
  const LecternValue *longitude = lectern_record_value (venue, LECTERN_VENUE_LONGITUDE);
  g_autofree char *text = NULL;
  if (latitude->type == LECTERN_VALUE_REAL && longitude->type == LECTERN_VALUE_REAL)
    text = g_strdup_printf ("%.4f, %.4f", latitude->real, longitude->real);
  gtk_label_set_label (self->position, text ? text : _("No position yet"));
}

static void
update_events (LecternVenuePage *self, LecternReader *reader)
{
  g_autoptr(GArray) events = lectern_venues_events (reader, self->id);
  gboolean here = FALSE;
  lectern_section_clear (self->events);
  for (guint i = 0; i < events->len; i++)
    {
      gint64 id = g_array_index (events, gint64, i);
      g_autoptr(LecternEventSpan) span = lectern_event_span (reader, id);
      g_autofree char *when = span != NULL ? lectern_event_span_format (span) : NULL;
      g_autofree char *title
          = lectern_reader_name (reader, LECTERN_KIND_EVENT, id, lectern_view_language (self->view));
      GtkWidget *row = lectern_row_new (title, when, NULL);
      lectern_row_set_opens (row, self->view, LECTERN_KIND_EVENT, id);
      lectern_section_append (self->events, row);
      here = here || id == lectern_view_get_event (self->view);
    }
  self->updating = TRUE;
  gtk_switch_set_active (self->here, here);
  self->updating = FALSE;
  gtk_widget_set_visible (self->here_line, lectern_view_get_event (self->view) != 0);
}

static void
update_languages (LecternVenuePage *self)
{
  lectern_language_bar_update (self->languages, LECTERN_KIND_VENUE, self->id, text_fields);
}

void
lectern_venue_page_refresh (LecternVenuePage *self)
{
  LecternReader *reader = get_reader (self);
  g_autoptr(LecternRecord) venue
      = reader != NULL && self->id != 0 ? lectern_reader_get (reader, LECTERN_KIND_VENUE, self->id) : NULL;
  if (venue == NULL)
    return;
  g_autofree char *second = dup_second (venue);
  gtk_label_set_label (self->second, second);
  gtk_widget_set_visible (GTK_WIDGET (self->second), *second != '\0');
  gtk_widget_set_visible (self->missing, is_missing (venue));
  update_position (self, venue);
  update_events (self, reader);
  update_languages (self);
  lectern_rooms_refresh (self->rooms);
  lectern_history_section_update (self->history, self->view, LECTERN_KIND_VENUE, self->id);
}

static void
set_texts (LecternVenuePage *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    lectern_field_editor_set_record (self->texts->pdata[i], self->id,
                                     lectern_language_bar_get_language (self->languages));
}

void
lectern_venue_page_set (LecternVenuePage *self, gint64 id)
{
  self->id = id;
  lectern_field_editor_set_record (self->name, id, NULL);
  for (guint i = 0; i < self->fields->len; i++)
    lectern_field_editor_set_record (self->fields->pdata[i], id, NULL);
  update_languages (self);
  set_texts (self);
  lectern_rooms_set_venue (self->rooms, id);
  lectern_venue_page_refresh (self);
}

void
lectern_venue_page_edit_name (LecternVenuePage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
lectern_venue_page_edit_room (LecternVenuePage *self, gint64 room)
{
  lectern_rooms_edit (self->rooms, room);
}

static void
on_here (LecternVenuePage *self)
{
  LecternReader *reader = get_reader (self);
  gint64 event = self->view != NULL ? lectern_view_get_event (self->view) : 0;
  if (self->updating || reader == NULL || event == 0 || self->id == 0)
    return;
  g_autoptr(LecternEdit) edit
      = lectern_venues_edit_use (reader, event, self->id, gtk_switch_get_active (self->here));
  lectern_view_commit (self->view, edit, NULL);
}

static void
lectern_venue_page_dispose (GObject *object)
{
  LecternVenuePage *self = LECTERN_VENUE_PAGE (object);
  g_clear_weak_pointer (&self->view);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (lectern_venue_page_parent_class)->dispose (object);
}

static void
lectern_venue_page_class_init (LecternVenuePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lectern_venue_page_dispose;
}

static void
lectern_venue_page_init (LecternVenuePage *self)
{
  self->texts = g_ptr_array_new ();
  self->fields = g_ptr_array_new ();
}

static GtkWidget *
heading_new (const char *title)
{
  GtkWidget *label = gtk_label_new (title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
append_fields (LecternVenuePage *self, GtkWidget *box, const guint *fields, GPtrArray *editors)
{
  for (guint i = 0; fields[i] != 0; i++)
    {
      GtkWidget *editor
          = lectern_field_editor_new_labelled (self->view, LECTERN_KIND_VENUE, 0, fields[i], NULL);
      gtk_box_append (GTK_BOX (box), editor);
      g_ptr_array_add (editors, editor);
    }
}

static GtkWidget *
missing_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (_("The address is missing: guests will ask for it."));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (sign, "warning");
  gtk_widget_add_css_class (label, "warning");
  gtk_widget_add_css_class (label, "item-text");
  gtk_widget_set_margin_start (box, 6);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
here_new (LecternVenuePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_("The event takes place here"));
  self->here = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_add_css_class (label, "item-text");
  gtk_widget_set_valign (GTK_WIDGET (self->here), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->here), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The event takes place here"), -1);
  gtk_widget_set_margin_start (box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->here));
  gtk_box_append (GTK_BOX (box), label);
  g_signal_connect_swapped (self->here, "notify::active", G_CALLBACK (on_here), self);
  self->here_line = box;
  return box;
}

static GtkWidget *
head_new (LecternVenuePage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->name = LECTERN_FIELD_EDITOR (
      lectern_field_editor_new (self->view, LECTERN_KIND_VENUE, 0, LECTERN_VENUE_NAME, NULL));
  self->second = GTK_LABEL (lectern_quiet_label_new (NULL));
  self->missing = missing_new ();
  gtk_widget_add_css_class (lectern_field_editor_get_target (self->name), "page-title");
  gtk_widget_set_margin_start (GTK_WIDGET (self->second), 6);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->second));
  gtk_box_append (GTK_BOX (column), self->missing);
  gtk_box_append (GTK_BOX (column), here_new (self));
  gtk_box_append (GTK_BOX (head), column);
  gtk_box_append (GTK_BOX (head), lectern_icon_button_new ("user-trash-symbolic", _("Delete this venue"), "venues.delete"));
  return head;
}

static GtkWidget *
texts_new (LecternVenuePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = heading_new (_("For guests"));
  GtkWidget *languages = lectern_language_bar_new (self->view);
  self->languages = LECTERN_LANGUAGE_BAR (languages);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), languages);
  gtk_box_append (GTK_BOX (box), line);
  append_fields (self, box, text_fields, self->texts);
  g_signal_connect_swapped (languages, "changed", G_CALLBACK (set_texts), self);
  return box;
}

/* No map is drawn: that would ask a server and tell it where one is going. */
static GtkWidget *
place_new (LecternVenuePage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("mark-location-symbolic");
  GtkWidget *note = lectern_quiet_label_new (_("No map: Lectern asks no map server."));
  self->position = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_selectable (self->position, TRUE);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 32);
  gtk_label_set_xalign (GTK_LABEL (note), 0.5);
  gtk_label_set_justify (GTK_LABEL (note), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->position), "numeric");
  gtk_widget_add_css_class (card, "map-placeholder");
  gtk_box_append (GTK_BOX (card), icon);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->position));
  gtk_box_append (GTK_BOX (card), note);
  gtk_box_append (GTK_BOX (box), heading_new (_("Address")));
  append_fields (self, box, address_fields, self->fields);
  gtk_box_append (GTK_BOX (box), card);
  append_fields (self, box, position_fields, self->fields);
  return box;
}

GtkWidget *
lectern_venue_page_new (LecternView *view)
{
  LecternVenuePage *self = g_object_new (LECTERN_TYPE_VENUE_PAGE, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *main_part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *house = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *rooms = lectern_rooms_new (view);
  g_set_weak_pointer (&self->view, view);
  self->rooms = LECTERN_ROOMS (rooms);
  self->events = LECTERN_SECTION (lectern_section_new (_("Events here"), _("No event takes place here.")));
  self->history = lectern_history_section_new ();
  gtk_box_append (GTK_BOX (house), heading_new (_("The house")));
  gtk_box_append (GTK_BOX (main_part), rooms);
  gtk_box_append (GTK_BOX (main_part), texts_new (self));
  gtk_box_append (GTK_BOX (main_part), house);
  append_fields (self, house, house_fields, self->fields);
  gtk_box_append (GTK_BOX (side), place_new (self));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->events));
  gtk_box_append (GTK_BOX (side), self->history);
  gtk_box_append (GTK_BOX (page), head_new (self));
  gtk_box_append (GTK_BOX (page), lectern_two_columns_new (main_part, side));
  gtk_widget_add_css_class (page, "page-content");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  return GTK_WIDGET (self);
}
