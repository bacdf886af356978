/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-settings.h"

#define SETTINGS_ID "org.lectern.Lectern"

GSettings *
lectern_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema
      = source != NULL ? g_settings_schema_source_lookup (source, SETTINGS_ID, TRUE) : NULL;
  return schema != NULL ? g_settings_new (SETTINGS_ID) : NULL;
}
