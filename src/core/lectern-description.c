/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-description.h"

#include <glib/gi18n-lib.h>

#define CHOICES(name) static const LecternChoice choices_##name[]

/* TRANSLATORS: levels of a programme: initiative > pilot > demonstration project, project > work package */
CHOICES (programme_level) = { { "initiative", N_("Initiative") },
                              { "pilot", N_("Pilot") },
                              { "demonstration", N_("Demonstration project") },
                              { "project", N_("Project") },
                              { "work-package", N_("Work package") },
                              { NULL, NULL } };
CHOICES (organisation_type) = { { "public-authority", N_("Public authority") },
                                { "agency", N_("Agency") },
                                { "cluster", N_("Cluster organisation") },
                                { "research", N_("University or research") },
                                { "company", N_("Company") },
                                { "association", N_("Association") },
                                { "chamber", N_("Chamber") },
                                { "school", N_("School or training centre") },
                                { "venue", N_("House or hotel") },
                                { "other", N_("Other") },
                                { NULL, NULL } };
CHOICES (membership_role) = { { "lead", N_("Lead partner") },
                              { "partner", N_("Partner") },
                              { "advisory", N_("Advisory board") },
                              { "member-region", N_("Member region") },
                              { "test-site", N_("Test site") },
                              { "observer", N_("Observer") },
                              { NULL, NULL } };
CHOICES (contact_type) = { { "email", N_("E-mail") },   { "phone", N_("Phone") },
                           { "mobile", N_("Mobile") },  { "social", N_("Social page") },
                           { "website", N_("Website") }, { NULL, NULL } };
CHOICES (audience) = { { "public", N_("Public") },
                       { "partners", N_("Partners only") },
                       { "organisers", N_("Organisers only") },
                       { NULL, NULL } };
CHOICES (action_state) = { { "planned", N_("Planned") },
                           { "running", N_("Running") },
                           { "done", N_("Done") },
                           { "delayed", N_("Delayed") },
                           { "stopped", N_("Stopped") },
                           { NULL, NULL } };
CHOICES (event_role) = { { "working-group-meeting", N_("Working group meeting") },
                         { "dissemination-conference", N_("Dissemination conference") },
                         { "final-conference", N_("Final conference") },
                         { "plenary", N_("Plenary") },
                         { "workshop", N_("Workshop") },
                         { "conference", N_("Conference") },
                         { NULL, NULL } };
/* What pages show unless it is left out; see lectern-look.h. */
CHOICES (page_part) = { { "speakers", N_("Speakers") },
                        { "rooms", N_("Rooms") },
                        { "abstracts", N_("Abstracts") },
                        { "map", N_("Link to a map") },
                        { "downloads", N_("Files and links") },
                        { NULL, NULL } };
CHOICES (page_missing) = { { "show-source", N_("Show the original") },
                           { "leave-out", N_("Leave it out") },
                           { "not-published", N_("Do not publish that language") },
                           { NULL, NULL } };
CHOICES (release_step) = { { "save-the-date", N_("Save the date") },
                           { "invitation", N_("Invitation") },
                           { "draft", N_("Draft agenda") },
                           { "final", N_("Final agenda") },
                           { "as-held", N_("As held") },
                           { NULL, NULL } };
/* A level holds at one step or, where a step has none of its own, at every one. */
CHOICES (rule_step) = { { "every", N_("Every step") },
                        { "save-the-date", N_("Save the date") },
                        { "invitation", N_("Invitation") },
                        { "draft", N_("Draft agenda") },
                        { "final", N_("Final agenda") },
                        { "as-held", N_("As held") },
                        { NULL, NULL } };
CHOICES (rule_level) = { { "error", N_("Error") },
                         { "warning", N_("Warning") },
                         { "hint", N_("Hint") },
                         { "off", N_("Off") },
                         { NULL, NULL } };
CHOICES (event_state) = { { "planned", N_("Planned") },
                          { "postponed", N_("Postponed") },
                          { "rescheduled", N_("Moved to another date") },
                          { "online", N_("Moved online") },
                          { "cancelled", N_("Cancelled") },
                          { NULL, NULL } };
CHOICES (to_come_what) = { { "venue", N_("Venue") },
                           { "agenda", N_("Agenda") },
                           { "registration", N_("Registration") },
                           { "travel", N_("Travel notes") },
                           { "presentations", N_("Presentations") },
                           { "other", N_("Other") },
                           { NULL, NULL } };
/* TRANSLATORS: how the chairs of a room stand */
CHOICES (room_layout) = { { "theatre", N_("Theatre") },
                          { "classroom", N_("Classroom") },
                          { "boardroom", N_("Boardroom") },
                          { "standing", N_("Standing") },
                          { NULL, NULL } };
CHOICES (session_type) = { { "plenary", N_("Plenary") },
                           { "parallel", N_("Parallel session") },
                           { "talk", N_("Talk") },
                           { "workshop", N_("Workshop") },
                           { "break", N_("Break") },
                           { "meal", N_("Meal") },
                           { "visit", N_("Visit") },
                           { "social", N_("Social") },
                           { "administrative", N_("Administrative") },
                           { NULL, NULL } };
CHOICES (session_state) = { { "idea", N_("Idea") },
                            { "asked", N_("Asked") },
                            { "to-be-confirmed", N_("To be confirmed") },
                            { "confirmed", N_("Confirmed") },
                            { "cancelled", N_("Cancelled") },
                            { NULL, NULL } };
CHOICES (recording) = { { "yes", N_("May be recorded") },
                        { "no", N_("Must not be recorded") },
                        { NULL, NULL } };
CHOICES (session_role) = { { "chair", N_("Chair") },           { "speaker", N_("Speaker") },
                           { "moderator", N_("Moderator") },   { "panellist", N_("Panellist") },
                           { "rapporteur", N_("Rapporteur") }, { "interpreter", N_("Interpreter") },
                           { NULL, NULL } };
CHOICES (session_role_state) = { { "to-be-confirmed", N_("To be confirmed") },
                                 { "confirmed", N_("Confirmed") },
                                 { "cancelled", N_("Cancelled") },
                                 { NULL, NULL } };
CHOICES (availability_type) = { { "available", N_("Available") },
                                { "unavailable", N_("Not available") },
                                { "present", N_("From arrival to departure") },
                                { NULL, NULL } };
CHOICES (registration_state) = { { "invited", N_("Invited") },       { "registered", N_("Registered") },
                                 { "confirmed", N_("Confirmed") },   { "waiting", N_("Waiting list") },
                                 { "declined", N_("Declined") },     { "cancelled", N_("Cancelled") },
                                 { "attended", N_("Attended") },     { NULL, NULL } };
CHOICES (registration_role) = { { "guest", N_("Guest") },       { "speaker", N_("Speaker") },
                                { "partner", N_("Partner") },   { "organiser", N_("Organiser") },
                                { "press", N_("Press") },       { NULL, NULL } };
CHOICES (presence) = { { "present", N_("Present") },
                       { "absent", N_("Absent") },
                       { "excused", N_("Excused") },
                       { NULL, NULL } };
CHOICES (announcement_type) = { { "save-the-date", N_("Save the date") },
                                { "venue", N_("Venue") },
                                { "agenda", N_("Agenda") },
                                { "registration", N_("Registration") },
                                { "report", N_("Report") },
                                { "news", N_("News") },
                                { "newsletter", N_("Newsletter") },
                                { NULL, NULL } };
CHOICES (announcement_state) = { { "draft", N_("Draft") },
                                 { "ready", N_("Ready") },
                                 { "published", N_("Published") },
                                 { NULL, NULL } };
CHOICES (document_type) = { { "agenda", N_("Agenda") },   { "minutes", N_("Minutes") },
                            { "slides", N_("Slides") },   { "photo", N_("Photo") },
                            { "signed-list", N_("Signed list") }, { "other", N_("Other") },
                            { NULL, NULL } };
CHOICES (site_type) = { { "folder", N_("Folder") },
                        { "wordpress", N_("WordPress") },
                        { "webdav", N_("Web space") },
                        { NULL, NULL } };
/* "none": nothing was chosen on purpose. */
CHOICES (site_part) = { { "pages", N_("Event pages") },
                        { "calendars", N_("Calendars") },
                        { "data", N_("Programme files") },
                        { "news", N_("News") },
                        { "none", N_("Nothing") },
                        { NULL, NULL } };
CHOICES (publication_state) = { { "sending", N_("Being sent") },
                                { "published", N_("Published") },
                                { "waiting", N_("Waits for a decision") },
                                { "kept", N_("Theirs kept") },
                                { "removed", N_("Removed") },
                                { NULL, NULL } };

#define T LECTERN_FIELD_TRANSLATABLE
#define N LECTERN_FIELD_NAME
#define S LECTERN_FIELD_SEARCHED
#define L LECTERN_FIELD_LINKS
#define LINK LECTERN_KIND_IS_LINK
#define TO(KIND) .target = LECTERN_KIND_##KIND
#define ONE_OF(name) .choices = choices_##name
#define __ .target = LECTERN_KIND_NONE

/* All fields of all kinds, one after another; a kind's own begin at its offset. */
static LecternField all_fields[] = {
#define KIND(...)
#define FIELD(KIND, NAME, no, grp, nm, TYPE, flg, AUD, PURP, snc, lbl, extra)                         \
  { .number = no, .group = grp, .name = nm, .type = LECTERN_TYPE_##TYPE, .flags = flg,              \
    .audience = LECTERN_AUDIENCE_##AUD, .purpose = LECTERN_PURPOSE_##PURP, .since = snc,            \
    .label = lbl, extra },
#include "lectern-description-table.h"
#undef KIND
#undef FIELD
};

static LecternKindInfo all_kinds[LECTERN_N_KINDS + 1] = {
#define KIND(NAME, number, nm, lbl, plrl, flg)                                                        \
  [number] = { .kind = LECTERN_KIND_##NAME, .name = nm, .label = lbl, .plural = plrl, .flags = flg },
#define FIELD(...)
#include "lectern-description-table.h"
#undef KIND
#undef FIELD
};

/* The kind each entry of all_fields belongs to. */
static const guint8 field_kinds[] = {
#define KIND(...)
#define FIELD(KIND, ...) LECTERN_KIND_##KIND,
#include "lectern-description-table.h"
#undef KIND
#undef FIELD
};

/* Fields stand in the table in the order of their numbers, so that a number is
 * an index; this is checked once, here, and again by the test of this file. */
static void
link_kinds_to_fields (void)
{
  static gsize once = 0;
  if (!g_once_init_enter (&once))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (all_fields); i++)
    {
      LecternKindInfo *info = &all_kinds[field_kinds[i]];
      if (info->fields == NULL)
        info->fields = &all_fields[i];
      all_fields[i].index = info->n_fields++;
      g_assert (all_fields[i].number == info->n_fields);
      g_assert (&info->fields[all_fields[i].index] == &all_fields[i]);
    }
  g_once_init_leave (&once, 1);
}

/**
 * lectern_kind_info:
 *
 * Returns: (transfer none) (nullable): what @kind is, or NULL for a number that this
 * version does not know
 */
const LecternKindInfo *
lectern_kind_info (LecternKind kind)
{
  link_kinds_to_fields ();
  if (kind <= 0 || kind > LECTERN_N_KINDS)
    return NULL;
  return &all_kinds[kind];
}

const LecternKindInfo *
lectern_kind_by_name (const char *name)
{
  link_kinds_to_fields ();
  for (guint i = 1; i <= LECTERN_N_KINDS; i++)
    if (g_strcmp0 (all_kinds[i].name, name) == 0)
      return &all_kinds[i];
  return NULL;
}

const char *
lectern_kind_label (LecternKind kind)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  return info ? _(info->label) : "";
}

const char *
lectern_kind_plural (LecternKind kind)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  return info ? _(info->plural) : "";
}

/**
 * lectern_field:
 * @number: the stable number, LECTERN_SESSION_TITLE say
 *
 * Returns: (transfer none) (nullable): the field, or NULL where this version knows none
 */
const LecternField *
lectern_field (LecternKind kind, guint number)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  if (info == NULL || number < 1 || number > info->n_fields)
    return NULL;
  return &info->fields[number - 1];
}

const LecternField *
lectern_field_by_name (LecternKind kind, const char *name)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  for (guint i = 0; info != NULL && i < info->n_fields; i++)
    if (g_strcmp0 (info->fields[i].name, name) == 0)
      return &info->fields[i];
  return NULL;
}

/* The first field of @kind that carries @flag, or NULL. */
const LecternField *
lectern_field_with_flag (LecternKind kind, LecternFieldFlags flag)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  for (guint i = 0; info != NULL && i < info->n_fields; i++)
    if (info->fields[i].flags & flag)
      return &info->fields[i];
  return NULL;
}

/* Asked for every value that is written, so the answers are found once. */
const LecternField *
lectern_kind_language_field (LecternKind kind)
{
  static const LecternField *fields[LECTERN_N_KINDS + 1];
  static gsize once = 0;
  if (g_once_init_enter (&once))
    {
      for (guint i = 1; i <= LECTERN_N_KINDS; i++)
        fields[i] = lectern_field_by_name (i, "text_language");
      g_once_init_leave (&once, 1);
    }
  return kind > 0 && kind <= LECTERN_N_KINDS ? fields[kind] : NULL;
}

const char *
lectern_field_label (const LecternField *field)
{
  return _(field->label);
}

/* Whether the value is stored as a whole number. */
gboolean
lectern_field_is_integer (const LecternField *field)
{
  switch (field->type)
    {
    case LECTERN_TYPE_INTEGER:
    case LECTERN_TYPE_BOOLEAN:
    case LECTERN_TYPE_TIME:
    case LECTERN_TYPE_DURATION:
    case LECTERN_TYPE_INSTANT:
    case LECTERN_TYPE_REFERENCE:
    case LECTERN_TYPE_MONEY:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The translated words for @key; @key itself where the field has no such choice. */
const char *
lectern_field_choice_label (const LecternField *field, const char *key)
{
  for (const LecternChoice *c = field->choices; c != NULL && c->key != NULL; c++)
    if (g_strcmp0 (c->key, key) == 0)
      return _(c->label);
  return key ? key : "";
}

gboolean
lectern_field_has_choice (const LecternField *field, const char *key)
{
  for (const LecternChoice *c = field->choices; c != NULL && c->key != NULL; c++)
    if (g_strcmp0 (c->key, key) == 0)
      return TRUE;
  return FALSE;
}

guint
lectern_group_text_field (LecternKind kind, guint group)
{
  const LecternKindInfo *info = lectern_kind_info (kind);
  for (guint i = 0; info != NULL && i < info->n_fields; i++)
    if (info->fields[i].group == group && (info->fields[i].flags & LECTERN_FIELD_TRANSLATABLE))
      return info->fields[i].number;
  return 0;
}
