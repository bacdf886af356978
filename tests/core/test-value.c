/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-value.h"

#include <string.h>

static void
assert_value (LecternKind kind, guint number, const char *typed, const char *stored)
{
  g_auto (LecternValue) value = LECTERN_EMPTY;
  g_autoptr (GError) error = NULL;
  const LecternField *field = lectern_field (kind, number);
  g_autofree char *one_line = g_strescape (typed, NULL);
  g_test_message ("%s: %s", field->name, one_line);
  gboolean good = lectern_value_parse (field, typed, &value, &error);
  if (stored == NULL)
    {
      g_assert_false (good);
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, field->label));
      return;
    }
  g_assert_no_error (error);
  g_assert_true (good);
  g_assert_true (lectern_value_is_valid (field, &value, &error));
  g_autofree char *shown
      = value.type == LECTERN_VALUE_INTEGER ? g_strdup_printf ("%" G_GINT64_FORMAT, value.integer)
        : value.type == LECTERN_VALUE_REAL  ? g_strdup_printf ("%g", value.real)
                                            : g_strdup (lectern_value_get_text (&value));
  g_assert_cmpstr (shown ? shown : "(empty)", ==, stored);
}

#define TYPED(KIND, FIELD, typed, stored) \
  assert_value (LECTERN_KIND_##KIND, LECTERN_##KIND##_##FIELD, typed, stored)

static void
test_numbers (void)
{
  TYPED (EVENT, CAPACITY, "200", "200");
  TYPED (EVENT, CAPACITY, " 1 200 ", "1200");
  TYPED (EVENT, CAPACITY, "many", NULL);
  TYPED (EVENT, CAPACITY, "12x", NULL);
  TYPED (EVENT, CAPACITY, "99999999999999999999", NULL);
  TYPED (EVENT, CAPACITY, "", "(empty)");
  TYPED (VENUE, LATITUDE, "50,8467", "50.8467");
  TYPED (VENUE, LATITUDE, "-50.5", "-50.5");
  TYPED (VENUE, LATITUDE, "nan", NULL);
  TYPED (VENUE, LATITUDE, "inf", NULL);
  TYPED (SESSION, START, "9h40", "580");
  TYPED (SESSION, START, "1:30+1", "1530");
  TYPED (SESSION, START, "9.70", NULL);
  TYPED (SESSION, DURATION, "45", "45");
  TYPED (SESSION, DURATION, "45 min", "45");
  TYPED (SESSION, DURATION, "45′", "45");
  TYPED (SESSION, DURATION, "1:30", "90");
  TYPED (SESSION, DURATION, "1h30", "90");
  TYPED (SESSION, DURATION, "2 h", "120");
  TYPED (SESSION, DURATION, "-5", NULL);
  TYPED (SESSION, DURATION, "1:70", NULL);
  TYPED (ACTION, COST, "1500", "150000");
  TYPED (ACTION, COST, "1.234,50", "123450");
  TYPED (ACTION, COST, "1,234.5", "123450");
  TYPED (ACTION, COST, "1 234,50 €", "123450");
  TYPED (ACTION, COST, "12.000", "1200000");
  TYPED (ACTION, COST, "-7", "-700");
  TYPED (ACTION, COST, "dear", NULL);
  TYPED (SESSION, TRACK, "4611686018427387905", "4611686018427387905");
  TYPED (SESSION, TRACK, "0", NULL);
  TYPED (SESSION, TRACK, "Demo", NULL);
  TYPED (CONSENT, GIVEN, "2026-06-17T09:40:00+02:00", "1781682000000");
  TYPED (CONSENT, GIVEN, "2026-06-17 09:40", "1781682000000"); /* the zone of the tests */
  TYPED (CONSENT, GIVEN, "1781682000000", "1781682000000");
  TYPED (CONSENT, GIVEN, "yesterday", NULL);
}

static void
test_booleans (void)
{
  static const char *const yes[] = { "yes", "ja", "1", "Yes", "JA", "true", "oui", "sì", "x" };
  static const char *const no[] = { "no", "nein", "0", "nej", "false", "Non" };
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    TYPED (SESSION, LOCKED, yes[i], "1");
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    TYPED (SESSION, LOCKED, no[i], "0");
  TYPED (SESSION, LOCKED, "maybe", NULL);
}

static void
test_texts (void)
{
  TYPED (SESSION, TITLE, "  Welcome \n and coffee ", "Welcome   and coffee");
  TYPED (SESSION, TITLE, "van der Berg", "van der Berg");
  TYPED (SESSION, TITLE, "=1+1", "=1+1");
  TYPED (SESSION, TITLE, "bad \xff", NULL);
  TYPED (SESSION, ABSTRACT, "One\r\n\r\nTwo", "One\n\nTwo");
  TYPED (SESSION, ABSTRACT, "  ", "(empty)");
  TYPED (PHASE, START, "17.06.2026", "2026-06-17");
  TYPED (PHASE, START, "17 June 2026", "2026-06-17");
  TYPED (PHASE, START, "17 June", NULL);
  TYPED (REGISTRATION, ARRIVAL, "2026-06-17T09:40", "2026-06-17T09:40");
  TYPED (REGISTRATION, ARRIVAL, "17.06.2026 9.40", "2026-06-17T09:40");
  TYPED (REGISTRATION, ARRIVAL, "17 June 2026, 24:30", "2026-06-18T00:30");
  TYPED (REGISTRATION, ARRIVAL, "9.40", NULL);
  TYPED (SESSION, TYPE, "plenary", "plenary");
  TYPED (SESSION, TYPE, "Parallel session", "parallel");
  TYPED (SESSION, TYPE, "MEAL", "meal");
  TYPED (SESSION, TYPE, "party", NULL);
  TYPED (EVENT, TEXT_LANGUAGE, "DE", "de");
  TYPED (EVENT, TEXT_LANGUAGE, "de_at", "de-AT");
  TYPED (EVENT, TEXT_LANGUAGE, "sr-latn", "sr-Latn");
  TYPED (EVENT, TEXT_LANGUAGE, "German", NULL);
  TYPED (SESSION, URL, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d");
  TYPED (SESSION, URL, "mailto:a@example.org", "mailto:a@example.org");
  TYPED (SESSION, URL, "example.org", NULL);
  TYPED (SESSION, URL, "javascript:alert(1)", NULL);
  TYPED (SESSION, URL, "https://", NULL);
  TYPED (SESSION, URL, "https://a b", NULL);
  TYPED (PERSON, EMAIL, "anna@example.org", "anna@example.org");
  TYPED (PERSON, EMAIL, "Anna Berg <anna@example.org>", "anna@example.org");
  TYPED (PERSON, EMAIL, "anna", NULL);
  TYPED (PERSON, EMAIL, "anna@example", NULL);
  TYPED (PERSON, EMAIL, "a@b@example.org", NULL);
  TYPED (PERSON, PHONE, "+49 30 123456", "+49 30 123456");
  TYPED (PERSON, PHONE, "ask me", NULL);
  TYPED (VENUE, COUNTRY, "nl", "NL");
  TYPED (VENUE, COUNTRY, "Holland", NULL);
  TYPED (ORGANISATION, REGION, "se22", "SE22");
  TYPED (ORGANISATION, REGION, "Skåne", NULL);
  TYPED (EVENT, TIME_ZONE, "Europe/Amsterdam", "Europe/Amsterdam");
  TYPED (EVENT, TIME_ZONE, "+01:00", "+01:00");
  TYPED (EVENT, TIME_ZONE, "Somewhere/Else", NULL);
  TYPED (TRACK, COLOUR, "1A5FB4", "#1a5fb4");
  TYPED (TRACK, COLOUR, "#fa0", "#ffaa00");
  TYPED (TRACK, COLOUR, "blue", NULL);
  TYPED (ACTION, CURRENCY, "€", "EUR");
  TYPED (ACTION, CURRENCY, "sek", "SEK");
  TYPED (LINK, OWNER_KIND, "person", "person");
  TYPED (LINK, OWNER_KIND, "Person!", NULL);
  TYPED (RELEASE, SEEN, "x", NULL);
}

static void
test_lists (void)
{
  TYPED (EVENT, LANGUAGES, "en, de sv", "[\"en\",\"de\",\"sv\"]");
  TYPED (EVENT, LANGUAGES, "[\"en\", \"de\"]", "[\"en\",\"de\"]");
  TYPED (EVENT, LANGUAGES, "en, klingon", NULL);
  TYPED (EVENT, VENUES, "[12, 4611686018427387905]", "[12,4611686018427387905]");
  TYPED (EVENT, VENUES, "12 13", "[12,13]");
  TYPED (EVENT, VENUES, "12, hall", NULL);
  TYPED (EVENT, ROLES, "Plenary, final-conference", "[\"plenary\",\"final-conference\"]");
  TYPED (EVENT, ROLES, "party", NULL);
  TYPED (ROOM, EQUIPMENT, "hearing loop, beamer", "[\"hearing loop\",\"beamer\"]");
  TYPED (ROOM, EQUIPMENT, "[\"a \\\"b\\\"\", \"c\\u00e9\\ud83d\\ude00\"]", "[\"a \\\"b\\\"\",\"cé😀\"]");
  TYPED (ROOM, EQUIPMENT, "[]", "(empty)");

  static const char *const broken[] = { "", "[", "[1", "[1,", "[1,]", "[\"a", "[\"a\\", "[\"\\u12", "[\"\\ud800\"]", "{}", "[1.5]", "[\"\\u0000\"]" };
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_auto (LecternValue) value = lectern_value_text (broken[i]);
      gsize n = 7;
      g_autofree gint64 *ids = lectern_value_get_ids (&value, &n);
      g_auto (GStrv) texts = lectern_value_get_texts (&value);
      g_assert_nonnull (ids);
      g_assert_cmpuint (n, ==, 0);
      g_assert_null (texts[0]);
    }
  static const char *const texts[] = { "a\"b\\", "tab\there", NULL };
  g_auto (LecternValue) value = lectern_value_texts (texts);
  g_auto (GStrv) back = lectern_value_get_texts (&value);
  g_assert_cmpstrv (back, texts);
}

static void
test_valid (void)
{
  struct { LecternKind kind; guint field; LecternValue value; gboolean good; } cases[] = {
    { LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, lectern_value_text ("Lunch"), TRUE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, lectern_value_text ("Two\nlines"), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, lectern_value_integer (1), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_START, lectern_value_integer (2879), TRUE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_START, lectern_value_integer (2880), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_START, lectern_value_text ("9:40"), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_LOCKED, lectern_value_integer (2), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_TYPE, lectern_value_text ("party"), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_LOGO, lectern_value_text ("/media/logo.png"), TRUE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_URL, lectern_value_text ("javascript:x"), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_ROOMS, lectern_value_text ("[1,2]"), TRUE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_ROOMS, lectern_value_text ("[0]"), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_ROOMS, lectern_value_text ("[]"), FALSE },
    { LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_ARRIVAL, lectern_value_text ("2026-06-17T24:00"), FALSE },
    { LECTERN_KIND_REGISTRATION, LECTERN_REGISTRATION_ARRIVAL, lectern_value_text ("2026-06-17T-9:00"), FALSE },
    { LECTERN_KIND_RELEASE, LECTERN_RELEASE_SEEN, lectern_value_bytes ("\0x", 2), TRUE },
    { LECTERN_KIND_RELEASE, LECTERN_RELEASE_NOTE, lectern_value_bytes ("\0x", 2), FALSE },
    { LECTERN_KIND_VENUE, LECTERN_VENUE_LATITUDE, lectern_value_real (1.5), TRUE },
    { LECTERN_KIND_VENUE, LECTERN_VENUE_LATITUDE, lectern_value_real (1.0 / 0.0), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_POSITION, lectern_value_text ("a-b"), FALSE },
    { LECTERN_KIND_SESSION, LECTERN_SESSION_TITLE, LECTERN_EMPTY, TRUE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const LecternField *field = lectern_field (cases[i].kind, cases[i].field);
      gboolean good = lectern_value_is_valid (field, &cases[i].value, &error);
      g_test_message ("case %u, %s", i, field->name);
      g_assert_cmpint (good, ==, cases[i].good);
      g_assert_true ((error == NULL) == good);
      lectern_value_clear (&cases[i].value);
    }
}

static LecternValue
random_value (void)
{
  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return lectern_value_integer ((gint64) (((guint64) (guint32) g_test_rand_int () << 32) | (guint32) g_test_rand_int ()));
    case 1:
      return lectern_value_real (g_test_rand_double ());
    case 2:
      return lectern_value_text ("Größe, 𝄞");
    case 3:
      return lectern_value_bytes ("\0\xff\x80", 3);
    default:
      return LECTERN_EMPTY;
    }
}

static void
test_group (void)
{
  static const gint64 edges[] = { 0, 1, -1, 63, 64, -64, -65, G_MAXINT64, G_MININT64 };
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      LecternValue value = lectern_value_integer (edges[i]);
      lectern_group_pack (packed, 60000 + i, &value); /* numbers that no version knows yet */
    }
  LecternGroupReader reader;
  guint number;
  g_auto (LecternValue) value = LECTERN_EMPTY;
  lectern_group_reader_init (&reader, packed->data, packed->len);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      g_assert_true (lectern_group_reader_next (&reader, &number, &value));
      g_assert_cmpuint (number, ==, 60000 + i);
      g_assert_cmpint (value.integer, ==, edges[i]);
    }
  g_assert_false (lectern_group_reader_next (&reader, &number, &value));
  g_assert_true (reader.at == reader.end);
}

/* Any values come back; cut anywhere or with any byte changed, reading ends within the bytes. */
static void
test_hostile_groups (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GByteArray) packed = g_byte_array_new ();
      LecternValue values[6];
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          values[i] = random_value ();
          lectern_group_pack (packed, i * 100 + 1, &values[i]);
        }
      for (guint length = 0; length <= packed->len; length++)
        {
          /* An exact copy, so that a sanitizer sees a byte too far. */
          g_autofree guint8 *bytes = g_memdup2 (packed->data, length);
          LecternGroupReader reader;
          guint number, n = 0;
          gboolean damaged = length == packed->len && round % 2 == 1;
          if (damaged)
            bytes[g_test_rand_int_range (0, length)] ^= 1 << g_test_rand_int_range (0, 8);
          lectern_group_reader_init (&reader, bytes, length);
          for (;;)
            {
              g_auto (LecternValue) value = LECTERN_EMPTY;
              if (!lectern_group_reader_next (&reader, &number, &value))
                break;
              if (!damaged)
                {
                  g_assert_cmpuint (number, ==, n * 100 + 1);
                  g_assert_true (lectern_value_equal (&value, &values[n]));
                }
              n++;
            }
          g_assert_true (reader.at <= reader.end);
          if (length == packed->len && !damaged)
            g_assert_cmpuint (n, ==, G_N_ELEMENTS (values));
        }
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        lectern_value_clear (&values[i]);
    }
}

static void
test_unpack (void)
{
  static const guint8 too_long[] = { 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02 };
  static const guint8 endless[] = { 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00 };
  static const guint8 huge_text[] = { 1, LECTERN_VALUE_TEXT, 0xff, 0xff, 0xff, 0xff, 0x7f, 'a' };
  static const guint8 not_utf8[] = { 1, LECTERN_VALUE_TEXT, 1, 0xff };
  static const guint8 with_nul[] = { 1, LECTERN_VALUE_TEXT, 2, 'a', 0 };
  static const guint8 unknown_type[] = { 1, 99, 0 };
  guint64 number;
  const guint8 *at = too_long;
  g_assert_false (lectern_unpack_number (&at, too_long + sizeof too_long, &number));
  g_assert_true (at == too_long);
  at = endless;
  g_assert_false (lectern_unpack_number (&at, endless + sizeof endless, &number));
  const struct { const guint8 *bytes; gsize length; } groups[] = {
    { huge_text, sizeof huge_text }, { not_utf8, sizeof not_utf8 },
    { with_nul, sizeof with_nul },   { unknown_type, sizeof unknown_type },
  };
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      LecternGroupReader reader;
      LecternValue value = LECTERN_EMPTY;
      guint field;
      lectern_group_reader_init (&reader, groups[i].bytes, groups[i].length);
      g_assert_false (lectern_group_reader_next (&reader, &field, &value));
      g_assert_true (reader.at == groups[i].bytes);
    }
}

static void
test_copy (void)
{
  for (guint i = 0; i < 100; i++)
    {
      g_auto (LecternValue) value = random_value ();
      g_auto (LecternValue) copy = lectern_value_copy (&value);
      g_assert_true (lectern_value_equal (&value, &copy));
    }
  g_auto (LecternValue) text = lectern_value_text ("a");
  g_auto (LecternValue) bytes = lectern_value_bytes ("a", 1);
  g_auto (LecternValue) nothing = lectern_value_text ("");
  g_assert_false (lectern_value_equal (&text, &bytes));
  g_assert_cmpint (nothing.type, ==, LECTERN_VALUE_EMPTY);
  g_assert_null (lectern_value_get_text (&bytes));
  g_assert_cmpint (lectern_value_get_integer (&text), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/numbers", test_numbers);
  g_test_add_func ("/value/booleans", test_booleans);
  g_test_add_func ("/value/texts", test_texts);
  g_test_add_func ("/value/lists", test_lists);
  g_test_add_func ("/value/valid", test_valid);
  g_test_add_func ("/value/group", test_group);
  g_test_add_func ("/value/hostile-groups", test_hostile_groups);
  g_test_add_func ("/value/unpack", test_unpack);
  g_test_add_func ("/value/copy", test_copy);
  return g_test_run ();
}
