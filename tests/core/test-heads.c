/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The properties of merging, on random histories of a few devices that edit and
 * delete the same two records and get each other's changes late, twice, in any
 * order or not at all. The same program is built with a fault planted in the code
 * under test, once for each, and has to fail then.
 */
#include "lectern-heads.h"

#define N_CASES 100000
#define MAX_DEVICES 4
#define MAX_CHANGES 14
#define N_CELLS 5

/* Cells 0 and 3 are the existence of a row, the others its fields. */
static const int existence_of[N_CELLS] = { 0, 0, 0, 3, 3 };
#define IS_EXISTENCE(cell) (existence_of[cell] == (cell))

typedef struct
{
  LecternDot dot;
  gint64 lamport;
  LecternVector context;
  gboolean writes[N_CELLS];
  gboolean dead[N_CELLS]; /* where it writes an existence: as a deletion */
} Change;

typedef struct
{
  gint64 writer;
  gint64 lamport;
  LecternVector seen;
  GArray *heads[N_CELLS];
  const Change *waiting[8 * MAX_CHANGES];
  guint n_waiting;
  const Change *applied[2 * MAX_CHANGES];
  guint n_applied;
} Device;

typedef struct
{
  Change changes[MAX_CHANGES];
  guint n;
  guint64 random;
  guint number;
} Case;

/* What the cases covered, so that a generator gone tame does not go unnoticed. */
static struct
{
  guint concurrent, deletion_against_edit, doubled, waited, missing, deliveries;
} covered;

static guint
draw (Case *c, guint below)
{
  c->random ^= c->random << 13;
  c->random ^= c->random >> 7;
  c->random ^= c->random << 17;
  return (c->random >> 33) % below;
}

static void
device_init (Device *device, gint64 writer)
{
  device->writer = writer;
  device->lamport = 0;
  device->n_waiting = device->n_applied = 0;
  lectern_vector_init (&device->seen);
  for (int cell = 0; cell < N_CELLS; cell++)
    device->heads[cell] = g_array_new (FALSE, FALSE, sizeof (LecternHead));
}

static void
device_clear (Device *device)
{
  lectern_vector_clear (&device->seen);
  for (int cell = 0; cell < N_CELLS; cell++)
    g_array_unref (device->heads[cell]);
}

static void
device_copy (Device *to, const Device *from)
{
  *to = *from;
  lectern_vector_copy (&to->seen, &from->seen);
  for (int cell = 0; cell < N_CELLS; cell++)
    to->heads[cell] = g_array_copy (from->heads[cell]);
}

static void
apply (Device *device, const Change *change)
{
  for (int cell = 0; cell < N_CELLS; cell++)
    if (change->writes[cell])
      {
        LecternHead head = { change->dot, change->lamport, (gpointer) change };
        lectern_heads_apply (device->heads[cell], &head, &change->context);
      }
  lectern_vector_see (&device->seen, change->dot);
  device->lamport = MAX (device->lamport, change->lamport);
  if (device->n_applied < G_N_ELEMENTS (device->applied))
    device->applied[device->n_applied++] = change;
}

/* As a device does: applies what is ready, keeps what came early, tries that again. */
static void
deliver (Device *device, const Change *change)
{
  LecternDelivery delivery = lectern_vector_judge (&device->seen, change->dot, &change->context);
  covered.deliveries++;
  covered.doubled += delivery == LECTERN_DELIVERY_OLD;
  covered.waited += delivery == LECTERN_DELIVERY_WAITS;
  if (delivery == LECTERN_DELIVERY_WAITS && device->n_waiting < G_N_ELEMENTS (device->waiting))
    device->waiting[device->n_waiting++] = change;
  if (delivery != LECTERN_DELIVERY_READY)
    return;
  apply (device, change);
  for (guint i = 0; i < device->n_waiting;)
    {
      const Change *early = device->waiting[i];
      delivery = lectern_vector_judge (&device->seen, early->dot, &early->context);
      if (delivery == LECTERN_DELIVERY_WAITS)
        {
          i++;
          continue;
        }
      device->waiting[i] = device->waiting[--device->n_waiting];
      if (delivery == LECTERN_DELIVERY_READY)
        {
          apply (device, early);
          i = 0;
        }
    }
}

static void
edit (Case *c, Device *device)
{
  Change *change = &c->changes[c->n++];
  *change = (Change){ .lamport = device->lamport + 1 };
  change->dot.writer = device->writer;
  change->dot.sequence = lectern_vector_get (&device->seen, device->writer) + 1;
  lectern_vector_copy (&change->context, &device->seen);
  int cell = draw (c, N_CELLS);
  change->writes[cell] = TRUE;
  change->dead[cell] = IS_EXISTENCE (cell) && draw (c, 4) != 0;
  cell = draw (c, N_CELLS);
  if (!IS_EXISTENCE (cell) && draw (c, 2) == 0)
    change->writes[cell] = TRUE; /* an edit of two cells */
  apply (device, change);
}

/* Delivers everything @from has, in any order, some of it twice. */
static void
merge (Case *c, Device *to, const Device *from)
{
  const Change *order[G_N_ELEMENTS (from->applied) + G_N_ELEMENTS (from->waiting)];
  guint n = 0;
  for (guint i = 0; i < from->n_applied; i++)
    order[n++] = from->applied[i];
  for (guint i = 0; i < from->n_waiting; i++)
    order[n++] = from->waiting[i];
  for (guint i = n; i > 1; i--)
    {
      guint j = draw (c, i);
      const Change *swap = order[i - 1];
      order[i - 1] = order[j];
      order[j] = swap;
    }
  for (guint i = 0; i < n; i++)
    {
      deliver (to, order[i]);
      if (draw (c, 4) == 0)
        deliver (to, order[draw (c, i + 1)]);
    }
}

static gboolean
same_state (const Device *a, const Device *b)
{
  for (int cell = 0; cell < N_CELLS; cell++)
    {
      if (a->heads[cell]->len != b->heads[cell]->len)
        return FALSE;
      for (guint i = 0; i < a->heads[cell]->len; i++)
        if (g_array_index (a->heads[cell], LecternHead, i).value
            != g_array_index (b->heads[cell], LecternHead, i).value)
          return FALSE;
    }
  return TRUE;
}

static gboolean
had_seen (const Change *later, const Change *earlier)
{
  for (guint i = 0; i < later->context.n; i++)
    if (later->context.dots[i].writer == earlier->dot.writer)
      return later->context.dots[i].sequence >= earlier->dot.sequence;
  return FALSE;
}

/* From the definition, without the code under test: a value is a head unless it was
 * replaced by somebody who had seen it; the first is that with the highest number. */
static const char *
compare_with_history (const Device *device)
{
  for (int cell = 0; cell < N_CELLS; cell++)
    {
      GArray *heads = device->heads[cell];
      const Change *first = NULL;
      guint n = 0;
      for (guint i = 0; i < device->n_applied; i++)
        {
          const Change *change = device->applied[i];
          gboolean replaced = FALSE, listed = FALSE;
          for (guint j = 0; j < device->n_applied && !replaced; j++)
            replaced = device->applied[j]->writes[cell] && had_seen (device->applied[j], change);
          if (!change->writes[cell] || replaced)
            continue;
          n++;
          for (guint h = 0; h < heads->len; h++)
            listed = listed || g_array_index (heads, LecternHead, h).value == change;
          if (!listed)
            return "a value is neither current nor replaced knowingly nor a head";
          if (first == NULL || change->lamport > first->lamport
              || (change->lamport == first->lamport && change->dot.writer > first->dot.writer))
            first = change;
        }
      if (n != heads->len)
        return "a value that was replaced is still a head";
      if (first != NULL && g_array_index (heads, LecternHead, 0).value != first)
        return "another value is shown than the newest";
    }
  return NULL;
}

static gboolean
deletion_covers (const LecternHead *deletion, const LecternHead *head, gpointer data)
{
  return deletion->value == head->value || had_seen (deletion->value, head->value);
}

static gboolean
is_alive (const Device *device, int existence)
{
  GArray *own = device->heads[existence];
  gboolean dead[MAX_CHANGES] = { FALSE };
  LecternHead others[N_CELLS * MAX_CHANGES];
  guint n = 0;
  for (guint i = 0; i < own->len && i < MAX_CHANGES; i++)
    dead[i] = ((const Change *) g_array_index (own, LecternHead, i).value)->dead[existence];
  for (int cell = 0; cell < N_CELLS; cell++)
    if (!IS_EXISTENCE (cell) && existence_of[cell] == existence)
      for (guint i = 0; i < device->heads[cell]->len && n < G_N_ELEMENTS (others); i++)
        others[n++] = g_array_index (device->heads[cell], LecternHead, i);
  return lectern_heads_alive ((LecternHead *) own->data, dead, MIN (own->len, MAX_CHANGES), others,
                              n, deletion_covers, NULL);
}

/* From the definition: it lives if somebody wrote something of it, deletions aside,
 * that nobody who deleted it had seen. */
static gboolean
should_live (const Device *device, int existence)
{
  for (guint i = 0; i < device->n_applied; i++)
    {
      const Change *change = device->applied[i];
      gboolean touches = FALSE, deleted = FALSE;
      for (int cell = 0; cell < N_CELLS; cell++)
        touches = touches || (existence_of[cell] == existence && change->writes[cell]);
      if (!touches || (change->writes[existence] && change->dead[existence]))
        continue;
      for (guint j = 0; j < device->n_applied && !deleted; j++)
        deleted = device->applied[j]->writes[existence] && device->applied[j]->dead[existence]
                  && had_seen (device->applied[j], change);
      if (!deleted)
        return TRUE;
    }
  return FALSE;
}

static const char *
check_device (const Device *device)
{
  const char *wrong = compare_with_history (device);
  if (wrong == NULL
      && (is_alive (device, 0) != should_live (device, 0)
          || is_alive (device, 3) != should_live (device, 3)))
    wrong = "a row lives or not against its history";
  return wrong;
}

static const char *
check_merges (Case *c, const Device *devices)
{
  const char *wrong = NULL;
  Device ab, ba, abc, bc, again;
  device_copy (&ab, &devices[0]);
  merge (c, &ab, &devices[1]);
  device_copy (&ba, &devices[1]);
  merge (c, &ba, &devices[0]);
  device_copy (&again, &ab);
  merge (c, &again, &devices[1]);
  merge (c, &again, &devices[0]);
  device_copy (&abc, &ab);
  merge (c, &abc, &devices[2]);
  device_copy (&bc, &devices[1]);
  merge (c, &bc, &devices[2]);
  merge (c, &bc, &devices[0]);
  if (!same_state (&ab, &ba))
    wrong = "merging does not commute";
  else if (!same_state (&again, &ab))
    wrong = "merging again changes something";
  else if (!same_state (&abc, &bc))
    wrong = "merging does not associate";
  else
    wrong = check_device (&abc);
  device_clear (&ab);
  device_clear (&ba);
  device_clear (&again);
  device_clear (&abc);
  device_clear (&bc);
  return wrong;
}

/* Every device gets everything that any device has, in an order of its own. */
static const char *
check_convergence (Case *c, Device *devices, guint n_devices)
{
  Device all;
  const char *wrong = NULL;
  device_init (&all, 0);
  for (guint i = 0; i < c->n; i++)
    deliver (&all, &c->changes[i]);
  if (all.n_applied != c->n)
    wrong = "a change that has all it builds on was not applied";
  for (guint i = 0; i < n_devices && wrong == NULL; i++)
    {
      if (devices[i].n_applied < c->n)
        covered.missing++;
      wrong = check_device (&devices[i]); /* with changes missing */
      merge (c, &devices[i], &all);
      if (wrong == NULL && !same_state (&devices[i], &all))
        wrong = "two devices that have the same changes differ";
      if (wrong == NULL)
        wrong = check_device (&devices[i]);
    }
  device_clear (&all);
  return wrong;
}

static void
count_coverage (const Case *c)
{
  gboolean concurrent = FALSE, against = FALSE;
  for (guint i = 0; i < c->n; i++)
    for (guint j = 0; j < c->n; j++)
      {
        const Change *a = &c->changes[i], *b = &c->changes[j];
        if (i == j || had_seen (a, b) || had_seen (b, a))
          continue;
        for (int cell = 0; cell < N_CELLS; cell++)
          {
            int row = existence_of[cell];
            concurrent = concurrent || (a->writes[cell] && b->writes[cell]);
            against = against || (a->writes[row] && a->dead[row] && b->writes[cell] && cell != row);
          }
      }
  covered.concurrent += concurrent;
  covered.deletion_against_edit += against;
}

static const char *
run_case (Case *c)
{
  Device devices[MAX_DEVICES];
  guint n_devices = 3 + draw (c, MAX_DEVICES - 2);
  guint steps = 6 + draw (c, 30);
  for (guint i = 0; i < n_devices; i++)
    device_init (&devices[i], 10 + i);
  while (steps-- > 0)
    {
      Device *device = &devices[draw (c, n_devices)];
      if (c->n < MAX_CHANGES && draw (c, 3) == 0)
        edit (c, device);
      else if (c->n > 0)
        deliver (device, &c->changes[draw (c, c->n)]);
    }
  count_coverage (c);
  const char *wrong = check_merges (c, devices);
  if (wrong == NULL)
    wrong = check_convergence (c, devices, n_devices);
  for (guint i = 0; i < n_devices; i++)
    device_clear (&devices[i]);
  for (guint i = 0; i < c->n; i++)
    lectern_vector_clear (&c->changes[i].context);
  return wrong;
}

static void
test_properties (void)
{
  guint64 seed = (guint64) g_test_rand_int () << 32 | g_test_rand_int ();
  for (guint number = 0; number < N_CASES; number++)
    {
      Case c = { .number = number };
      c.random = (seed ^ (number + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) | 1;
      const char *wrong = run_case (&c);
      if (wrong != NULL)
        {
          g_test_fail_printf ("case %u: %s", number, wrong);
          return;
        }
    }
  g_test_message ("%d cases: %u with concurrent edits of a cell, %u with a deletion against an "
                  "edit; %u deliveries, %u doubled, %u too early; %u devices lacked changes",
                  N_CASES, covered.concurrent, covered.deletion_against_edit, covered.deliveries,
                  covered.doubled, covered.waited, covered.missing);
  g_assert_cmpuint (covered.concurrent, >=, N_CASES * 30 / 100);
  g_assert_cmpuint (covered.deletion_against_edit, >=, N_CASES * 10 / 100);
  g_assert_cmpuint (covered.doubled, >=, covered.deliveries / 10);
  g_assert_cmpuint (covered.waited, >=, covered.deliveries / 20);
  g_assert_cmpuint (covered.missing, >=, N_CASES);
}

static void
test_vector (void)
{
  LecternVector a, b;
  lectern_vector_init (&a);
  lectern_vector_see (&a, (LecternDot){ 7, 3 });
  lectern_vector_see (&a, (LecternDot){ 2, 9 });
  lectern_vector_see (&a, (LecternDot){ 7, 1 });
  if (a.n != 2 || a.dots[0].writer != 2 || lectern_vector_get (&a, 7) != 3
      || lectern_vector_get (&a, 5) != 0)
    g_test_fail_printf ("a vector does not hold what was seen");
  lectern_vector_copy (&b, &a);
  lectern_vector_see (&b, (LecternDot){ 5, 1 });
  if (!lectern_vector_covers (&a, (LecternDot){ 7, 3 })
      || lectern_vector_covers (&a, (LecternDot){ 7, 4 })
      || lectern_vector_covers (&a, (LecternDot){ 5, 1 }) || !lectern_vector_covers_all (&b, &a)
      || lectern_vector_covers_all (&a, &b))
    g_test_fail_printf ("a vector covers something else than it saw");
  lectern_vector_merge (&a, &b);
  if (!lectern_vector_covers_all (&a, &b) || a.n != 3 || a.dots[1].writer != 5)
    g_test_fail_printf ("a merged vector lacks something");
  lectern_vector_clear (&a);
  lectern_vector_clear (&b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* a planted fault ends in a result, not in a core dump */
  g_test_add_func ("/heads/vector", test_vector);
  g_test_add_func ("/heads/properties", test_properties);
  return g_test_run ();
}
