/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Loaded into the program under test (LD_PRELOAD) where GTK is 4.10 or newer. What those tell the
 * accessibility tree of a widget's place is relative to the content of the widget around it, but is
 * added up as if it were relative to its outer edge: every padding and border on the way is lost,
 * and a pointer that is sent there misses. This puts them back, in the one function that is asked.
 * Nothing else of the program is touched. */

#include <gtk/gtk.h>

typedef gboolean (*Bounds) (GtkAccessible *, int *, int *, int *, int *);

static Bounds told;

static gboolean
true_bounds (GtkAccessible *accessible, int *x, int *y, int *width, int *height)
{
  g_autoptr (GtkAccessible) parent = gtk_accessible_get_accessible_parent (accessible);
  graphene_rect_t outer;

  if (!told (accessible, x, y, width, height))
    return FALSE;
  /* The outer edge of a widget in its own coordinates, which begin at its content. */
  if (GTK_IS_WIDGET (parent)
      && gtk_widget_compute_bounds (GTK_WIDGET (parent), GTK_WIDGET (parent), &outer))
    {
      *x -= (int) outer.origin.x;
      *y -= (int) outer.origin.y;
    }
  return TRUE;
}

/* A class that is made later takes the function over from the one above it. */
static void
put_in (GType type)
{
  gpointer klass = g_type_class_peek (type);
  GtkAccessibleInterface *accessible = klass ? g_type_interface_peek (klass, GTK_TYPE_ACCESSIBLE) : NULL;
  g_autofree GType *children = NULL;

  if (accessible == NULL)
    return;
  if (accessible->get_bounds == told)
    accessible->get_bounds = true_bounds;
  children = g_type_children (type, NULL);
  for (guint i = 0; children[i] != 0; i++)
    put_in (children[i]);
}

static gboolean
start (gpointer unused)
{
  gpointer klass = gtk_is_initialized () ? g_type_class_peek (GTK_TYPE_WIDGET) : NULL;

  if (klass == NULL)
    return G_SOURCE_CONTINUE;
  told = ((GtkAccessibleInterface *) g_type_interface_peek (klass, GTK_TYPE_ACCESSIBLE))->get_bounds;
  put_in (GTK_TYPE_WIDGET);
  return G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void
wait_for_gtk (void)
{
  g_unsetenv ("LD_PRELOAD");
  g_timeout_add (10, start, NULL);
}
