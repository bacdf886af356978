/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-screen.h"

#include "lectern-agenda-view.h"
#include "lectern-contacts-view.h"
#include "lectern-news-view.h"
#include "lectern-overview.h"
#include "lectern-participants-view.h"
#include "lectern-venues-view.h"
#include "lectern-site-view.h"
#include <glib/gi18n-lib.h>

static const LecternScreenInfo places[LECTERN_N_SCREENS] = {
  [LECTERN_SCREEN_OVERVIEW] = { "overview", N_("Overview"), "user-home-symbolic", lectern_overview_new },
  [LECTERN_SCREEN_AGENDA] = { "agenda", N_("Agenda"), "x-office-calendar-symbolic", lectern_agenda_view_new },
  [LECTERN_SCREEN_VENUES] = { "venues", N_("Venues"), "mark-location-symbolic", lectern_venues_view_new },
  [LECTERN_SCREEN_PARTICIPANTS] = { "participants", N_("Participants"), "system-users-symbolic", lectern_participants_view_new },
  [LECTERN_SCREEN_CONTACTS] = { "contacts", N_("Contacts"), "x-office-address-book-symbolic", lectern_contacts_view_new },
  [LECTERN_SCREEN_NEWS] = { "news", N_("News"), "mail-unread-symbolic", lectern_news_view_new },
  [LECTERN_SCREEN_WEBSITE] = { "website", N_("Website"), "network-workgroup-symbolic", lectern_site_view_new },
};

const LecternScreenInfo *
lectern_screen_info (LecternScreen place)
{
  return &places[place];
}

/** The place with this name; the overview where there is none. */
LecternScreen
lectern_screen_by_name (const char *name)
{
  for (LecternScreen place = 0; place < LECTERN_N_SCREENS; place++)
    if (g_strcmp0 (places[place].name, name) == 0)
      return place;
  return LECTERN_SCREEN_OVERVIEW;
}

/** Where a record of @kind is shown. */
LecternScreen
lectern_screen_of_kind (LecternKind kind)
{
  switch (kind)
    {
    case LECTERN_KIND_SESSION:
    case LECTERN_KIND_SESSION_ROLE:
    case LECTERN_KIND_DAY:
    case LECTERN_KIND_TRACK:
      return LECTERN_SCREEN_AGENDA;
    case LECTERN_KIND_VENUE:
    case LECTERN_KIND_ROOM:
      return LECTERN_SCREEN_VENUES;
    case LECTERN_KIND_REGISTRATION:
    case LECTERN_KIND_QUOTA:
    case LECTERN_KIND_INVITATION:
    case LECTERN_KIND_CHECK_IN:
      return LECTERN_SCREEN_PARTICIPANTS;
    case LECTERN_KIND_PERSON:
    case LECTERN_KIND_ORGANISATION:
    case LECTERN_KIND_MEMBERSHIP:
    case LECTERN_KIND_PROGRAMME_NODE:
    case LECTERN_KIND_GROUP:
    case LECTERN_KIND_CONSENT:
    case LECTERN_KIND_ACTION:
      return LECTERN_SCREEN_CONTACTS;
    case LECTERN_KIND_ANNOUNCEMENT:
      return LECTERN_SCREEN_NEWS;
    case LECTERN_KIND_SITE:
    case LECTERN_KIND_PUBLICATION:
      return LECTERN_SCREEN_WEBSITE;
    default:
      return LECTERN_SCREEN_OVERVIEW;
    }
}

/** The icon of a kind's records in lists of mixed kinds: that of its place. */
const char *
lectern_screen_kind_icon (LecternKind kind)
{
  if (kind == LECTERN_KIND_PERSON)
    return "avatar-default-symbolic";
  return places[lectern_screen_of_kind (kind)].icon;
}
