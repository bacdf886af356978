/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-repeats.h"

#include "lectern-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_INTERVAL 1000

typedef struct
{
  const char *frequency;
  guint interval;
  guint count;
  const char *until;
  const char *days;
  GString *rest;     /* parts without words */
} Rule;

static void
read_part (Rule *rule, const char *part)
{
  if (g_str_has_prefix (part, "FREQ="))
    rule->frequency = part + strlen ("FREQ=");
  else if (g_str_has_prefix (part, "INTERVAL="))
    rule->interval = CLAMP (g_ascii_strtoull (part + strlen ("INTERVAL="), NULL, 10), 1, MOST_INTERVAL);
  else if (g_str_has_prefix (part, "COUNT="))
    rule->count = (guint) MIN (g_ascii_strtoull (part + strlen ("COUNT="), NULL, 10), G_MAXINT);
  else if (g_str_has_prefix (part, "UNTIL="))
    rule->until = part + strlen ("UNTIL=");
  else if (g_str_has_prefix (part, "BYDAY=") && strpbrk (part, "0123456789") == NULL)
    rule->days = part + strlen ("BYDAY=");
  else if (*part != '\0' && !g_str_has_prefix (part, "WKST="))
    g_string_append_printf (rule->rest, ", %s", part);
}

/* NULL where the frequency is none that a conference has. */
static char *
dup_frequency (const Rule *rule)
{
  guint n = rule->interval;
  if (g_strcmp0 (rule->frequency, "DAILY") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every day", "every %u days", n), n);
  if (g_strcmp0 (rule->frequency, "WEEKLY") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every week", "every %u weeks", n), n);
  if (g_strcmp0 (rule->frequency, "MONTHLY") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every month", "every %u months", n), n);
  if (g_strcmp0 (rule->frequency, "YEARLY") == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "every year", "every %u years", n), n);
  return NULL;
}

/* "MO,WE" as "Mon, Wed". */
static char *
dup_days (const char *list)
{
  static const char *const keys[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const char *const names[] = { N_ ("Mon"), N_ ("Tue"), N_ ("Wed"), N_ ("Thu"), N_ ("Fri"), N_ ("Sat"), N_ ("Sun") };
  g_auto (GStrv) days = g_strsplit (list, ",", 8);
  GString *out = g_string_new (NULL);
  for (char **day = days; *day != NULL; day++)
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      if (strcmp (*day, keys[i]) == 0)
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", _ (names[i]));
  return g_string_free (out, FALSE);
}

/* "20260703…" as a date in words; as it is where it is none. */
static char *
dup_until (const char *until)
{
  g_autofree char *date = strlen (until) >= 8 ? g_strdup_printf ("%.4s-%.2s-%.2s", until, until + 4, until + 6) : NULL;
  return date != NULL && lectern_date_is_valid (date) ? lectern_date_format (date) : g_strdup (until);
}

static void
append_rule (GString *out, const char *text)
{
  Rule rule = { .interval = 1, .rest = g_string_new (NULL) };
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  for (char **part = parts; *part != NULL; part++)
    read_part (&rule, *part);
  g_autofree char *frequency = dup_frequency (&rule);
  if (frequency == NULL)
    g_string_append (out, text);
  else
    {
      g_autofree char *days = rule.days != NULL ? dup_days (rule.days) : NULL;
      g_autofree char *until = rule.until != NULL ? dup_until (rule.until) : NULL;
      g_string_append (out, frequency);
      if (days != NULL && *days != '\0')
        /* TRANSLATORS: “every week on Mon, Wed”: the space before belongs to it */
        g_string_append_printf (out, _ (" on %s"), days);
      if (rule.count > 0)
        g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, ", %u time", ", %u times", rule.count), rule.count);
      if (until != NULL)
        /* TRANSLATORS: “every week, until Fri 3 July 2026” */
        g_string_append_printf (out, _ (", until %s"), until);
      g_string_append (out, rule.rest->str);
    }
  g_string_free (rule.rest, TRUE);
}

static guint
count_dates (const char *part)
{
  guint n = 1;
  for (const char *at = part; *at != '\0'; at++)
    n += *at == ',';
  return n;
}

char *
lectern_repeats_in_words (const char *rule)
{
  g_auto (GStrv) parts = g_strsplit (rule != NULL ? rule : "", " ", -1);
  GString *out = g_string_new (NULL);
  for (char **part = parts; *part != NULL; part++)
    {
      guint n = count_dates (*part);
      if (**part == '\0')
        continue;
      if (out->len > 0)
        g_string_append (out, ", ");
      if (g_str_has_prefix (*part, "EXDATE"))
        g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u exception", "%u exceptions", n), n);
      else if (g_str_has_prefix (*part, "RDATE"))
        g_string_append_printf (out, g_dngettext (GETTEXT_PACKAGE, "%u further date", "%u further dates", n), n);
      else
        append_rule (out, *part);
    }
  return g_string_free (out, FALSE);
}
