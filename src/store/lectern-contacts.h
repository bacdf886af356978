/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The partner network: organisations by the parts of the programme that they have a
 * role in, people of all organisations, and what an organisation or a person does at
 * which event.
 */
#pragma once

#include "lectern-list-model.h"

G_BEGIN_DECLS

/* Columns of both lists. */
typedef enum
{
  LECTERN_CONTACT_NAME,
  LECTERN_CONTACT_SECOND,  /* organisations: key of the role; people: the organisation's name */
  LECTERN_CONTACT_REGION,  /* NUTS code */
  LECTERN_CONTACT_LEVEL,   /* of a heading: key of the programme part's level */
  LECTERN_CONTACT_RECORD,  /* integer: the organisation's or person's id; 0 for a heading */
  LECTERN_CONTACT_NODE,    /* integer: the programme part of a heading or role; 0: none */
  LECTERN_CONTACT_COUNT,   /* integer: how many organisations stand under a heading */
  LECTERN_CONTACT_N_COLUMNS,
} LecternContactColumn;

/* Organisations under a heading for each part of the programme, in the tree's order; one that
 * has several roles stands under each; at the end those without any, under a heading without a
 * node. Row ids are of no record. @text NULL: all. */
LecternListQuery *lectern_organisations_query (const char *text);
/* How many different organisations the list shows. Main thread. */
guint lectern_organisations_query_n (LecternReader *reader, const char *text);
/* People by name; row ids are theirs. */
LecternListQuery *lectern_persons_query (const char *text);

/* What somebody does at an event. */
typedef struct
{
  gint64 event;
  char *start;          /* date of its first day, NULL where it has none */
  guint n_registered;   /* registrations in any state but declined and cancelled */
  guint n_attended;
  guint n_roles;        /* roles in its sessions */
  gboolean host;
  gint64 registration;  /* of a person: the registration, 0 none */
  GArray *roles;        /* of a person: ids of session roles, gint64; NULL for organisations */
} LecternInvolvement;
/* With its ids of roles. Not NULL. */
void lectern_involvement_free (LecternInvolvement *involvement);

/* Events that it hosts, or that its people are registered for or have a role at; newest first,
   those without a date before all. Of LecternInvolvement; g_ptr_array_unref(). */
GPtrArray *lectern_contacts_organisation_events (LecternReader *reader, gint64 organisation);
/* Events at which the person has a registration in any state, or a role; likewise. */
GPtrArray *lectern_contacts_person_events (LecternReader *reader, gint64 person);

/* An action of an organisation's plan with what was last reported. */
typedef struct
{
  gint64 id;
  char *state;         /* key, "" where none */
  gint64 percent;      /* -1: not reported */
  gint64 reported_at;  /* event, 0: never */
  guint n_reports;
} LecternActionState;
/* Not NULL. */
void lectern_action_state_free (LecternActionState *state);
/* The living ones in the order of the plan, of LecternActionState; g_ptr_array_unref(). */
GPtrArray *lectern_contacts_actions (LecternReader *reader, gint64 organisation);

G_END_DECLS
