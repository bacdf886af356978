/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-menu.h"

#include "lectern-description.h"

#include <glib/gi18n-lib.h>

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* Takes @submenu. */
static void
append_submenu (GMenu *menu, const char *label, GMenu *submenu)
{
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
  g_object_unref (submenu);
}

/* Takes @section. */
static void
append_section (GMenu *menu, GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* A title in a menu is text, not a mnemonic. */
static char *
without_mnemonics (const char *text)
{
  GString *out = g_string_new (NULL);
  for (; *text != '\0'; text++)
    {
      if (*text == '_')
        g_string_append_c (out, '_');
      g_string_append_c (out, *text);
    }
  return g_string_free (out, FALSE);
}

static void
append_named (GMenu *menu, const char *name, const char *action, GVariant *target)
{
  g_autofree char *label = without_mnemonics (name);
  append (menu, label, action, target);
}

static GMenu *
new_rooms (const LecternAgenda *agenda)
{
  GMenu *menu = g_menu_new ();
  for (guint i = 0; i < agenda->rooms->len; i++)
    append_named (menu, lectern_agenda_room (agenda, i)->name, "agenda.set-room",
                  g_variant_new_int64 (lectern_agenda_room (agenda, i)->id));
  append (menu, _ ("No room"), "agenda.set-room", g_variant_new_int64 (0));
  return menu;
}

static GMenu *
new_tracks (const LecternAgenda *agenda)
{
  GMenu *menu = g_menu_new ();
  for (guint i = 0; i < agenda->tracks->len; i++)
    append_named (menu, lectern_agenda_track (agenda, i)->name, "agenda.set-track",
                  g_variant_new_int64 (lectern_agenda_track (agenda, i)->id));
  append (menu, _ ("No track"), "agenda.set-track", g_variant_new_int64 (0));
  return menu;
}

static GMenu *
new_parts (const LecternAgenda *agenda)
{
  GMenu *menu = g_menu_new ();
  for (guint i = 0; i < agenda->parts->len; i++)
    append_named (menu, lectern_agenda_part (agenda, i)->name, "agenda.set-part",
                  g_variant_new_int64 (lectern_agenda_part (agenda, i)->id));
  append (menu, _ ("No programme part"), "agenda.set-part", g_variant_new_int64 (0));
  return menu;
}

static GMenu *
new_choices (guint number, const char *action)
{
  const LecternField *field = lectern_field (LECTERN_KIND_SESSION, number);
  GMenu *menu = g_menu_new ();
  for (const LecternChoice *choice = field->choices; choice->key != NULL; choice++)
    append (menu, lectern_field_choice_label (field, choice->key), action, g_variant_new_string (choice->key));
  return menu;
}

static void
count_flags (const LecternAgenda *agenda, const gint64 *sessions, guint n, guint *locked, guint *internal)
{
  *locked = *internal = 0;
  for (guint i = 0; i < n; i++)
    {
      const LecternAgendaSession *session = lectern_agenda_find (agenda, sessions[i]);
      *locked += session != NULL && session->locked;
      *internal += session != NULL && session->internal;
    }
}

static void
append_fields (GMenu *menu, const LecternAgenda *agenda, const gint64 *sessions, guint n)
{
  guint locked, internal;
  count_flags (agenda, sessions, n, &locked, &internal);
  append_submenu (menu, _ ("_Room"), new_rooms (agenda));
  if (agenda->tracks->len > 0)
    append_submenu (menu, _ ("_Track"), new_tracks (agenda));
  if (agenda->parts->len > 0)
    append_submenu (menu, _ ("Pro_gramme part"), new_parts (agenda));
  append_submenu (menu, _ ("_State"), new_choices (LECTERN_SESSION_STATE, "agenda.set-state"));
  append_submenu (menu, _ ("T_ype"), new_choices (LECTERN_SESSION_TYPE, "agenda.set-type"));
  if (locked < n)
    append (menu, _ ("_Lock"), "agenda.set-locked", g_variant_new_boolean (TRUE));
  if (locked > 0)
    append (menu, _ ("Un_lock"), "agenda.set-locked", g_variant_new_boolean (FALSE));
  if (internal < n)
    append (menu, _ ("_Internal only"), "agenda.set-internal", g_variant_new_boolean (TRUE));
  if (internal > 0)
    append (menu, _ ("Publ_ic"), "agenda.set-internal", g_variant_new_boolean (FALSE));
}

GMenuModel *
lectern_agenda_menu_new_fields (const LecternAgenda *agenda, const gint64 *sessions, guint n)
{
  GMenu *menu = g_menu_new ();
  append_fields (menu, agenda, sessions, n);
  return G_MENU_MODEL (menu);
}

static GMenu *
new_moves (guint n)
{
  GMenu *section = g_menu_new ();
  if (n == 1)
    {
      append (section, _ ("_Open"), "agenda.open", NULL);
      append (section, _ ("_Add a person"), "agenda.add-person", NULL);
    }
  append (section, _ ("_Move with the keys"), "agenda.take", NULL);
  append (section, _ ("S_hift by minutes…"), "agenda.ask-shift", NULL);
  if (n == 2)
    append (section, _ ("S_wap the two"), "agenda.swap", NULL);
  append (section, _ ("Take _off the agenda"), "agenda.unplace", NULL);
  return section;
}

GMenuModel *
lectern_agenda_menu_new (const LecternAgenda *agenda, const gint64 *sessions, guint n)
{
  GMenu *menu = g_menu_new ();
  GMenu *clip = g_menu_new ();
  GMenu *fields = g_menu_new ();
  GMenu *end = g_menu_new ();
  if (n > 0)
    {
      append_section (menu, new_moves (n));
      append (clip, _ ("_Copy"), "agenda.copy", NULL);
      append (clip, _ ("_Duplicate"), "agenda.duplicate", NULL);
      append_fields (fields, agenda, sessions, n);
      append (end, _ ("D_elete"), "agenda.delete", NULL);
    }
  else
    append (clip, _ ("_New session here"), "agenda.new-session-here", NULL);
  append (clip, _ ("_Paste"), "agenda.paste", NULL);
  if (n == 0)
    append (clip, _ ("Paste an a_genda…"), "agenda.paste-agenda", NULL);
  append_section (menu, clip);
  append_section (menu, fields);
  append_section (menu, end);
  return G_MENU_MODEL (menu);
}
