/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small event for the tests of the agenda rules: two days, two houses, five rooms (the
 * last one shared), four people. All its lists live as long as the world.
 */
#pragma once

#include "lectern-rules.h"

typedef struct
{
  LecternRuleInput *input;
  LecternRuleLevels levels;
  GPtrArray *kept;
} World;

enum { HALL, LEFT, RIGHT, BARN, FOYER };
enum { ADA, BO, CLEO, DAN };

void world_set_up (World *w, gconstpointer data);
void world_tear_down (World *w, gconstpointer data);
/* A talk of the first day; @room -1: none. Returns its number. */
guint world_add (World *w, int minute, int duration, int room);
LecternRuleSet world_set (World *w, guint n, const guint *values);
void world_put_in (World *w, guint session, guint n, const guint *rooms);
void world_give (World *w, guint session, guint person, LecternRuleRole role);
LecternRuleWindows world_windows (World *w, guint n, const LecternRuleWindow *windows);
/* How often a rule finds something, and the last finding of it. */
guint world_count (World *w, LecternRule rule, LecternRuleFinding *last);
/* All findings in one order, for comparing. */
GArray *world_findings (const LecternRules *rules);
void world_sort (GArray *findings);
