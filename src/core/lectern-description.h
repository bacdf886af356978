/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readings of the data description (lectern-description-table.h): which kinds of
 * record exist, which fields each has. Constant data, usable from every thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Kinds: LECTERN_KIND_SESSION and so on. The value is the stable number. */
typedef enum
{
  LECTERN_KIND_NONE = 0,
#define KIND(NAME, number, name, label, plural, flags) LECTERN_KIND_##NAME = number,
#define FIELD(...)
#include "lectern-description-table.h"
#undef KIND
#undef FIELD
  LECTERN_KIND_ANY = 255, /* only as the target of a reference */
} LecternKind;

#define LECTERN_N_KINDS 41 /* kinds are numbered 1..LECTERN_N_KINDS */

/* Fields by their stable number: LECTERN_SESSION_TITLE and so on. */
enum
{
#define KIND(...)
#define FIELD(KIND, NAME, number, ...) LECTERN_##KIND##_##NAME = number,
#include "lectern-description-table.h"
#undef KIND
#undef FIELD
};

typedef enum
{
  LECTERN_TYPE_TEXT,       /* one line */
  LECTERN_TYPE_PROSE,      /* several lines */
  LECTERN_TYPE_INTEGER,
  LECTERN_TYPE_REAL,
  LECTERN_TYPE_BOOLEAN,
  LECTERN_TYPE_DATE,       /* "2026-06-17" */
  LECTERN_TYPE_TIME,       /* integer, minutes after 00:00, 0..2879 */
  LECTERN_TYPE_DURATION,   /* integer, minutes */
  LECTERN_TYPE_INSTANT,    /* integer, milliseconds since 1970-01-01 UTC */
  LECTERN_TYPE_LOCAL_TIME, /* "2026-06-17T09:40", the event's zone */
  LECTERN_TYPE_REFERENCE,  /* integer, the id of a record */
  LECTERN_TYPE_REFERENCES, /* ordered ids, a JSON array of integers */
  LECTERN_TYPE_CHOICE,     /* one of the keys in choices */
  LECTERN_TYPE_TEXTS,      /* several short texts, a JSON array of strings */
  LECTERN_TYPE_LANGUAGE,   /* a BCP 47 tag */
  LECTERN_TYPE_LANGUAGES,  /* a JSON array of BCP 47 tags */
  LECTERN_TYPE_URL,
  LECTERN_TYPE_EMAIL,
  LECTERN_TYPE_PHONE,
  LECTERN_TYPE_COUNTRY,    /* ISO 3166-1 alpha-2 */
  LECTERN_TYPE_NUTS,       /* NUTS code of a region */
  LECTERN_TYPE_TIME_ZONE,  /* IANA name, or an offset such as "+01:00" where no zone is known */
  LECTERN_TYPE_COLOUR,     /* "#rrggbb" */
  LECTERN_TYPE_MONEY,      /* integer, hundredths; the currency is in the same group */
  LECTERN_TYPE_CURRENCY,   /* ISO 4217 */
  LECTERN_TYPE_POSITION,   /* fractional order key, see lectern-position.h */
  LECTERN_TYPE_KIND_NAME,  /* the name of the kind that the next field points to */
  LECTERN_TYPE_BYTES,
} LecternType;

typedef enum
{
  LECTERN_FIELD_TRANSLATABLE = 1 << 0,
  LECTERN_FIELD_NAME = 1 << 1,     /* by which a record is found and listed */
  LECTERN_FIELD_SEARCHED = 1 << 2,
  LECTERN_FIELD_LINKS = 1 << 3,    /* hashed into the id of a link row */
} LecternFieldFlags;

typedef enum
{
  LECTERN_KIND_IS_LINK = 1 << 0, /* its id is a hash of its LINKS fields */
} LecternKindFlags;

/* Who may see a field. */
typedef enum
{
  LECTERN_AUDIENCE_PUBLIC,
  LECTERN_AUDIENCE_PARTNERS,
  LECTERN_AUDIENCE_ORGANISERS,
} LecternAudience;

/* Why a field is kept; retention follows the purpose, not the person. */
typedef enum
{
  LECTERN_PURPOSE_PROGRAMME,
  LECTERN_PURPOSE_CONTACT,
  LECTERN_PURPOSE_EVIDENCE,    /* attendance and consent, for the funder */
  LECTERN_PURPOSE_CARE,        /* diet and access needs: sensitive, expire early */
  LECTERN_PURPOSE_REPORTING,
  LECTERN_PURPOSE_PUBLICATION,
  LECTERN_PURPOSE_TECHNICAL,
} LecternPurpose;

typedef struct
{
  const char *key;   /* as stored and in JSON */
  const char *label; /* untranslated; pass through gettext */
} LecternChoice;

typedef struct
{
  guint16 number; /* stable */
  guint16 group;  /* the unit of merging */
  guint16 index;  /* position in the kind's fields */
  guint16 since;  /* schema version that brought it */
  LecternType type;
  LecternFieldFlags flags;
  LecternAudience audience;
  LecternPurpose purpose;
  LecternKind target;            /* for references */
  const LecternChoice *choices;  /* for choices, ended by a NULL key; else NULL */
  const char *name;              /* in JSON and SQL */
  const char *label;             /* untranslated */
} LecternField;

typedef struct
{
  LecternKind kind;
  LecternKindFlags flags;
  guint16 n_fields;
  const LecternField *fields;
  const char *name;   /* in JSON and SQL */
  const char *label;  /* untranslated, one */
  const char *plural; /* untranslated, several */
} LecternKindInfo;

const LecternKindInfo *lectern_kind_info (LecternKind kind);
/* The kind that JSON and SQL call @name, constant; NULL where there is none, and for NULL. */
const LecternKindInfo *lectern_kind_by_name (const char *name);
/* What one record of the kind is called, translated, "Session"; "" for a kind unknown here.
   Constant. */
const char *lectern_kind_label (LecternKind kind);
/* What several are called, otherwise as lectern_kind_label(). */
const char *lectern_kind_plural (LecternKind kind);

const LecternField *lectern_field (LecternKind kind, guint number);
/* The field that JSON and SQL call @name, constant; NULL where the kind is unknown or has none
   such. */
const LecternField *lectern_field_by_name (LecternKind kind, const char *name);
const LecternField *lectern_field_with_flag (LecternKind kind, LecternFieldFlags flag);
/* Translated, "Title"; constant. */
const char *lectern_field_label (const LecternField *field);
gboolean lectern_field_is_integer (const LecternField *field);
const char *lectern_field_choice_label (const LecternField *field, const char *key);
/* Whether @key is a key of its choices; FALSE for a field without any. */
gboolean lectern_field_has_choice (const LecternField *field, const char *key);
/* The field with a kind's source language, or NULL where nothing is translatable. */
const LecternField *lectern_kind_language_field (LecternKind kind);
/* The translatable field of a group; a group has one at the most. 0: none. */
guint lectern_group_text_field (LecternKind kind, guint group);

G_END_DECLS
