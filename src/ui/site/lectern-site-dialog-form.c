/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed to add a website.
 */
#include "lectern-site-dialog-private.h"

#include "lectern-site-address.h"
#include <glib/gi18n-lib.h>

static const struct
{
  const char *type, *title, *subtitle;
} types[LECTERN_N_SITE_TYPES] = {
  { "wordpress", N_("WordPress"), N_("Pages, posts and media of the project’s website") },
  { "webdav", N_("Web space"), N_("Files on a server over WebDAV, also Nextcloud; addresses stay the same") },
  { "folder", N_("Folder on this computer"), N_("To look at, or to upload by yourself") },
};

LecternSiteType
lectern_site_dialog_type (LecternSiteDialog *self)
{
  LecternSiteType type = 0;
  while (type + 1 < LECTERN_N_SITE_TYPES && !gtk_check_button_get_active (self->types[type]))
    type++;
  return type;
}

/* -- from the fields -------------------------------------------------------------- */

/* A name until the person gives another: the server's, the folder's. */
static char *
suggested_name (const char *address, gboolean folder)
{
  g_autoptr (GUri) uri = folder ? NULL : g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  return folder ? g_filename_display_basename (address) : g_strdup (host != NULL ? host : address);
}

LecternSiteDraft *
lectern_site_dialog_draft (LecternSiteDialog *self)
{
  LecternSiteType type = lectern_site_dialog_type (self);
  gboolean folder = type == LECTERN_SITE_FOLDER;
  LecternSiteDraft *draft = lectern_site_draft_new ();
  g_autofree char *typed = lectern_site_field_dup_text (folder ? &self->folder : &self->address);
  g_autofree char *public_url = lectern_site_field_dup_text (&self->public_url);
  draft->type = g_strdup (types[type].type);
  draft->address = folder ? g_strdup (typed != NULL ? typed : "") : lectern_site_complete_address (typed);
  draft->public_url = public_url != NULL ? lectern_site_complete_address (public_url) : NULL;
  draft->user = lectern_site_field_dup_text (&self->user);
  draft->password = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->password.row)));
  draft->authority = folder ? NULL : g_strdup (self->authority);
  draft->name = lectern_site_field_dup_text (&self->name);
  if (draft->name == NULL && *draft->address != '\0')
    {
      draft->name = suggested_name (draft->address, folder);
      gtk_editable_set_text (GTK_EDITABLE (self->name.row), draft->name);
    }
  return draft;
}

/* -- what went wrong ------------------------------------------------------------------ */

static LecternSiteField *
field_of (LecternSiteDialog *self, const GError *error)
{
  gboolean folder = lectern_site_dialog_type (self) == LECTERN_SITE_FOLDER;
  if (error->domain == LECTERN_SITE_ERROR && error->code == LECTERN_SITE_ERROR_NAME)
    return &self->name;
  if (folder)
    return &self->folder;
  if (error->domain == LECTERN_SITE_ERROR)
    switch ((LecternSiteError) error->code)
      {
      case LECTERN_SITE_ERROR_PASSWORD:
      case LECTERN_SITE_ERROR_DENIED:
        return &self->password;
      case LECTERN_SITE_ERROR_FORBIDDEN:
        return &self->user;
      case LECTERN_SITE_ERROR_UNTRUSTED:
        return &self->certificate;
      default:
        break;
      }
  return &self->address;
}

void
lectern_site_dialog_say_nothing (LecternSiteDialog *self)
{
  LecternSiteField *fields[] = { &self->address, &self->folder, &self->public_url, &self->user,
                                 &self->password, &self->certificate, &self->name };
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    lectern_site_field_say (fields[i], NULL);
}

void
lectern_site_dialog_say (LecternSiteDialog *self, const GError *error)
{
  LecternSiteField *field = field_of (self, error);
  if (field == &self->certificate)
    lectern_site_field_show (field, TRUE);
  lectern_site_field_say (field, error->message);
  gtk_widget_grab_focus (field->row);
}

/* -- choosing ------------------------------------------------------------------------- */

static void
on_typed (GtkEditable *editable, LecternSiteDialog *self)
{
  lectern_site_dialog_typed (self);
}

static void
show_fields_of_type (LecternSiteDialog *self)
{
  LecternSiteType type = lectern_site_dialog_type (self);
  gboolean folder = type == LECTERN_SITE_FOLDER;
  lectern_site_field_show (&self->address, !folder);
  lectern_site_field_show (&self->folder, folder);
  lectern_site_field_show (&self->public_url, type != LECTERN_SITE_WORDPRESS);
  lectern_site_field_show (&self->user, !folder);
  lectern_site_field_show (&self->password, !folder);
  lectern_site_field_show (&self->certificate, !folder && self->authority != NULL);
  gtk_widget_set_visible (self->browser, type == LECTERN_SITE_WORDPRESS);
  gtk_widget_set_visible (GTK_WIDGET (self->sign_in), !folder);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->password.row),
                                 type == LECTERN_SITE_WORDPRESS ? _("Application password") : _("Password"));
  lectern_site_dialog_typed (self);
}

static void
on_type_toggled (GtkCheckButton *button, LecternSiteDialog *self)
{
  if (!gtk_check_button_get_active (button))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (button)); /* not to be left in a field that goes */
  show_fields_of_type (self);
}

static void
on_folder_chosen (GtkNativeDialog *chooser, int response, LecternSiteDialog *self)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (response == GTK_RESPONSE_ACCEPT && folder != NULL && g_file_peek_path (folder) != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->folder.row), g_file_peek_path (folder));
  g_object_unref (chooser);
}

static void
choose_folder (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_("Folder for the website"), GTK_WINDOW (widget),
                                     GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("_Use this folder"), _("_Cancel"));
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), home, NULL);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_folder_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
on_certificate_chosen (GtkNativeDialog *chooser, int response, LecternSiteDialog *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    {
      g_autofree char *name = g_filename_display_basename (g_file_peek_path (file));
      g_free (self->authority);
      self->authority = g_file_get_path (file);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->certificate.row), name);
      lectern_site_field_say (&self->certificate, NULL);
      lectern_site_dialog_typed (self);
    }
  g_object_unref (chooser);
}

static void
choose_certificate (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_("Certificate"), GTK_WINDOW (widget), GTK_FILE_CHOOSER_ACTION_OPEN,
                                     _("_Trust it for this site"), _("_Cancel"));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_certificate_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The page shows the password once; it is pasted into the field, which waits for it. */
static void
open_browser (GtkWidget *widget, const char *name, GVariant *parameter)
{
  LecternSiteDialog *self = LECTERN_SITE_DIALOG (widget);
  g_autofree char *typed = lectern_site_field_dup_text (&self->address);
  if (typed == NULL)
    {
      lectern_site_field_say (&self->address, _("Type the address of the website first."));
      gtk_widget_grab_focus (self->address.row);
      return;
    }
  g_autofree char *address = lectern_site_complete_address (typed);
  g_autofree char *page = lectern_site_authorize_address (address);
  gtk_show_uri (GTK_WINDOW (self), page, GDK_CURRENT_TIME);
  gtk_widget_grab_focus (self->password.row);
}

void
lectern_site_dialog_install_form_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "new-site.choose-folder", NULL, choose_folder);
  gtk_widget_class_install_action (widget_class, "new-site.choose-certificate", NULL, choose_certificate);
  gtk_widget_class_install_action (widget_class, "new-site.open-browser", NULL, open_browser);
}

/* -- the rows --------------------------------------------------------------------------- */

static GtkWidget *
type_row_new (LecternSiteDialog *self, LecternSiteType type)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  self->types[type] = GTK_CHECK_BUTTON (check);
  if (type > 0)
    gtk_check_button_set_group (self->types[type], self->types[0]);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(types[type].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(types[type].subtitle));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect (check, "toggled", G_CALLBACK (on_type_toggled), self);
  return row;
}

/* Takes a floating @row. */
static void
add_entry (LecternSiteDialog *self, GtkWidget *group, LecternSiteField *field, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  lectern_site_field_init (field, group, row);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "changed", G_CALLBACK (on_typed), self);
}

static GtkWidget *
row_button_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
where_new (LecternSiteDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  add_entry (self, group, &self->address, adw_entry_row_new (), _("Address"));
  add_entry (self, group, &self->folder, adw_entry_row_new (), _("Folder"));
  add_entry (self, group, &self->public_url, adw_entry_row_new (), _("Address for the public, where it is another one"));
  add_entry (self, group, &self->name, adw_entry_row_new (), _("Name, as the window shows it"));
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->folder.row), row_button_new (_("Choose…"), "new-site.choose-folder"));
  return group;
}

static GtkWidget *
sign_in_new (LecternSiteDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *certificate = adw_action_row_new ();
  self->sign_in = ADW_PREFERENCES_GROUP (group);
  adw_preferences_group_set_description (self->sign_in,
                                         _("The password is kept in this computer’s keyring, never in the workspace."));
  add_entry (self, group, &self->user, adw_entry_row_new (), _("User name"));
  add_entry (self, group, &self->password, adw_password_entry_row_new (), _("Password"));
  self->browser = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->browser), _("No application password yet?"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->browser),
                               _("The website makes one for Lectern alone; paste here what it shows."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->browser),
                             row_button_new (_("Get one in the browser…"), "new-site.open-browser"));
  adw_preferences_group_add (self->sign_in, self->browser);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (certificate), _("Certificate of the website’s own authority"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (certificate), _("None chosen"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (certificate),
                             row_button_new (_("Choose…"), "new-site.choose-certificate"));
  lectern_site_field_init (&self->certificate, group, certificate);
  return group;
}

GtkWidget *
lectern_site_dialog_form_new (LecternSiteDialog *self)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *kinds = adw_preferences_group_new ();
  for (LecternSiteType type = 0; type < LECTERN_N_SITE_TYPES; type++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (kinds), type_row_new (self, type));
  gtk_box_append (GTK_BOX (page), kinds);
  gtk_box_append (GTK_BOX (page), where_new (self));
  gtk_box_append (GTK_BOX (page), sign_in_new (self));
  gtk_check_button_set_active (self->types[LECTERN_SITE_WORDPRESS], TRUE);
  return page;
}
