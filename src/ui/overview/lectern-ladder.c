/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-ladder.h"

static void
set_from_release (LecternStep *step, const LecternRecord *release, gint64 *version)
{
  gint64 found = lectern_record_integer (release, LECTERN_RELEASE_VERSION);
  if (step->release != 0 && found < *version)
    return;
  *version = found;
  g_free (step->date);
  g_free (step->due);
  step->release = release->id;
  step->date = g_strdup (lectern_record_text (release, LECTERN_RELEASE_DATE));
  step->due = g_strdup (lectern_record_text (release, LECTERN_RELEASE_DUE));
}

guint
lectern_ladder_read (LecternReader *reader, gint64 event, LecternStep *steps)
{
  const LecternField *field = lectern_field (LECTERN_KIND_EVENT, LECTERN_EVENT_RELEASE_STEP);
  g_autoptr (LecternRecord) record = lectern_reader_get (reader, LECTERN_KIND_EVENT, event);
  g_autoptr (GPtrArray) releases
      = lectern_reader_find (reader, LECTERN_KIND_RELEASE, LECTERN_RELEASE_EVENT, event);
  const char *now = record != NULL ? lectern_record_text (record, LECTERN_EVENT_RELEASE_STEP) : NULL;
  guint next = 0;
  for (guint i = 0; i < LECTERN_N_STEPS; i++)
    {
      gint64 version = 0;
      steps[i] = (LecternStep){ .key = field->choices[i].key,
                                .label = lectern_field_choice_label (field, field->choices[i].key) };
      if (g_strcmp0 (now, steps[i].key) == 0)
        next = i + 1;
      for (guint r = 0; r < releases->len; r++)
        if (g_strcmp0 (lectern_record_text (g_ptr_array_index (releases, r), LECTERN_RELEASE_STEP),
                       steps[i].key) == 0)
          set_from_release (&steps[i], g_ptr_array_index (releases, r), &version);
    }
  for (guint i = 0; i < next; i++)
    steps[i].reached = TRUE;
  return next;
}

void
lectern_ladder_clear (LecternStep *steps)
{
  for (guint i = 0; i < LECTERN_N_STEPS; i++)
    {
      g_free (steps[i].date);
      g_free (steps[i].due);
    }
}
