/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The agenda rules: RULE (id, over, name, levels, minutes, function).
 *
 * over: what it goes through one by one, and what a change of one item makes it look at
 * again: SESSION, ROOM, PERSON, NODE (of the programme), STRETCH (a day from 4 to 4).
 * levels: one letter for each release step in its order (save the date, invitation,
 * draft, final, as held): E error, W warning, H hint, - off. minutes: from how many on
 * it is a finding, 0 where the rule has no such number. function: lectern_rule_check_NAME ()
 * in one of the files lectern-rules-*.c.
 *
 * This file has no include guard: it is included once per reading of the table.
 */

RULE (R01, ROOM, N_("Room taken twice"), "EEEEE", 0, room_overlap)
RULE (R02, ROOM, N_("Item over several rooms covers a taken one"), "EEEEE", 0, spanning_overlap)
RULE (R03, ROOM, N_("Room not available"), "EEEEE", 0, room_availability)
RULE (R04, SESSION, N_("Outside the house’s hours"), "WWWWW", 0, house_hours)
RULE (R05, ROOM, N_("Set-up or clearing time not kept"), "WWWWW", 0, turnaround)
RULE (R06, SESSION, N_("More people than seats"), "WWWWW", 0, capacity)
RULE (R07, SESSION, N_("Seating or equipment missing"), "WWWWW", 0, equipment)
RULE (R08, SESSION, N_("Outside the event’s dates"), "EEEEE", 0, event_dates)
RULE (R09, SESSION, N_("Across midnight or a clock change"), "HHHHH", 0, midnight)
RULE (R10, SESSION, N_("No or an odd duration"), "EEEEE", 0, duration)
RULE (R11, SESSION, N_("Outside its block"), "EEEEE", 0, block)
RULE (R12, STRETCH, N_("Long gap in the programme"), "HHHHH", 60, gap)
RULE (R13, STRETCH, N_("Parallel sessions start at different times"), "HHHHH", 30, line_up)
RULE (R14, STRETCH, N_("Something runs parallel to a plenary"), "WWWWW", 0, beside_plenary)
RULE (R20, PERSON, N_("A person in two places"), "EEEEE", 0, person_overlap)
RULE (R21, PERSON, N_("A person is not available"), "EEEEE", 0, person_availability)
RULE (R22, PERSON, N_("Before arrival or after departure"), "EEEEE", 0, presence)
RULE (R23, PERSON, N_("The way between venues takes longer"), "WWWWW", 15, way)
RULE (R24, PERSON, N_("Roles without a pause between them"), "WWWWW", 5, pause)
RULE (R25, SESSION, N_("A role is missing"), "HHWWW", 0, missing_role)
RULE (R26, SESSION, N_("Nobody interprets"), "WWWWW", 0, language)
RULE (R27, SESSION, N_("Somebody is to be confirmed"), "---WW", 0, to_be_confirmed)
RULE (R29, NODE, N_("A programme part in two sessions at once"), "WWWWW", 0, programme_overlap)
RULE (R30, SESSION, N_("Must not run together"), "EEEEE", 0, clash)
