/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What was changed here and does not stand on the website yet.
 */
#include "lectern-overview-cards.h"

#include "lectern-section.h"
#include "lectern-time.h"
#include "lectern-unpublished.h"
#include <glib/gi18n-lib.h>

#define MOST_ROWS 5

LecternCard *
lectern_unpublished_card_new (LecternView *view)
{
  LecternCard *card = lectern_card_new ("document-send-symbolic", _("Not yet published"));
  lectern_card_add_link (card, _("Website"), "website");
  return card;
}

void
lectern_unpublished_card_fill (LecternCard *card, LecternView *view)
{
  LecternReader *reader = lectern_view_get_reader (view);
  g_autoptr (GPtrArray) changes = lectern_unpublished_changes (reader, lectern_view_get_event (view));
  guint n = changes->len;
  lectern_card_clear (card);
  lectern_card_set_count (card, n, TRUE);
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    {
      const LecternChange *change = g_ptr_array_index (changes, n - 1 - i);
      g_autofree char *when = lectern_instant_format (change->time);
      lectern_card_append (card, lectern_card_row_new (change->label, change->author, when));
    }
  if (lectern_reader_count (reader, LECTERN_KIND_SITE, 0, 0) == 0)
    lectern_card_set_empty (card, _("There is no website yet. Add one in “Website”, a folder perhaps, and look at the event’s page "
                                    "in a browser; nothing leaves this computer before that."));
  else if (n == 0)
    lectern_card_set_empty (card, _("Everything that was changed has been published."));
  else if (n > MOST_ROWS)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("And %u more change", "And %u more changes", n - MOST_ROWS),
                                               n - MOST_ROWS);
      lectern_card_note (card, text);
    }
}
