/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What office programs and e-mails put on the clipboard: a page where there is one, for
 * its tables; where that holds no agenda, plain text.
 */
#include "lectern-agenda-paste-dialog.h"

typedef struct
{
  GdkClipboard *clipboard;
  LecternAgendaPasteDialog *dialog; /* owned */
  gboolean html;
} Reading;

static void read_clipboard (Reading *reading, gboolean html);

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->clipboard);
  g_object_unref (reading->dialog);
  g_free (reading);
}

static void
on_read (GObject *memory, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  gssize n = g_output_stream_splice_finish (G_OUTPUT_STREAM (memory), result, NULL);
  g_autofree char *text = n > 0 ? g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)), n)
                                : g_strdup ("");
  g_object_unref (memory);
  if (lectern_agenda_paste_dialog_is_open (reading->dialog)
      && !lectern_agenda_paste_dialog_read (reading->dialog, text, reading->html))
    {
      if (reading->html)
        {
          read_clipboard (reading, FALSE);
          return;
        }
      lectern_agenda_paste_dialog_set_text (reading->dialog, text);
    }
  reading_free (reading);
}

static void
on_stream (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;
  const char *type = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &type, NULL);
  if (stream == NULL)
    {
      reading_free (reading);
      return;
    }
  reading->html = g_strcmp0 (type, "text/html") == 0;
  g_output_stream_splice_async (g_memory_output_stream_new_resizable (), stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_read, reading);
}

static void
read_clipboard (Reading *reading, gboolean html)
{
  static const char *types[] = { "text/html", "text/plain;charset=utf-8", "text/plain", NULL };
  gdk_clipboard_read_async (reading->clipboard, types + !html, G_PRIORITY_DEFAULT, NULL, on_stream, reading);
}

void
lectern_agenda_paste_from_clipboard (LecternView *view, gint64 day)
{
  Reading *reading = g_new0 (Reading, 1);
  reading->clipboard = g_object_ref (gtk_widget_get_clipboard (GTK_WIDGET (view)));
  reading->dialog = g_object_ref (LECTERN_AGENDA_PASTE_DIALOG (lectern_agenda_paste_dialog_present (view, day)));
  read_clipboard (reading, TRUE);
}
