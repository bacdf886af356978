#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample's event planned with the keyboard alone, from an empty agenda: test-planning-keys.py SAMPLE"""

import re
import sys

import desktop
import planning

STEP = 5
LARGE = 30


def steps(start, end, small, large, back, large_back):
    """The keys from one minute to another: by half hours of the clock, then by five minutes."""
    keys = []
    while start < end and (start // LARGE + 1) * LARGE <= end:
        keys.append(large)
        start = (start // LARGE + 1) * LARGE
    while start > end and (start - 1) // LARGE * LARGE >= end:
        keys.append(large_back)
        start = (start - 1) // LARGE * LARGE
    keys += [small if end > start else back] * (abs(end - start) // STEP)
    return keys


class Hand(planning.Plan):
    def open_menu(self):
        """Once more where the key came while the menu before it was still going."""
        for patience in (5, 5, desktop.PATIENCE):
            self.app.keys('Menu')
            try:
                return self.app.wait(self.menu_root, 'the menu', patience)
            except desktop.NotSeen:
                if patience == desktop.PATIENCE:
                    raise
        return None

    def menu(self, letter, position):
        """The Menu key, a submenu by its letter, and in it the nth."""
        self.open_menu()
        self.app.keys(letter, *(['Down'] * (position + 1) + ['Return'] if position is not None else []))
        self.app.wait(lambda: self.menu_root() is None, 'the menu to go')

    def wait_for_keyboard(self, title, root):
        """The item of that title has it, in the grid or in the tray."""
        app = self.app
        app.wait(lambda: any(app.matches(node, 'list item', title) and app.has_state(node, 'focused')
                             for node in app.nodes(root)), f'the keyboard on {title!r}')

    def make(self, title):
        """A new session at the place of the keyboard; back from its title to the grid."""
        self.app.keys('ctrl+n')
        session = self.entitle(self.newest(), title, 'Escape')
        self.wait_for_keyboard(title, self.canvas if session['start'] is not None else None)
        return session

    def carry(self, session, wanted):
        """Taken, carried in steps, made as long as it is to be, dropped."""
        start, now = self.start_of(wanted), planning.minutes(session['start'], wanted['day'])
        room = self.rooms.index(wanted['rooms'][0]) if wanted['rooms'] else 0
        from_room = self.rooms.index(session['rooms'][0]) if session['rooms'] else 0
        keys = ['Right' if room > from_room else 'Left'] * abs(room - from_room)
        keys += steps(now, start, 'Down', 'ctrl+Down', 'Up', 'ctrl+Up')
        end = start + session['duration']
        keys += steps(end, start + wanted['duration'], 'shift+Down', 'ctrl+shift+Down', 'shift+Up', 'ctrl+shift+Up')
        if not keys:
            return
        self.app.keys('space')
        self.app.keys(*keys)
        self.app.keys('Return')
        self.wait_for(session['id'], wanted['title'], start=wanted['start'], duration=wanted['duration'])

    def focused(self, role, name):
        """Only once it has the keyboard, wherever the tree shows more than one of that name."""
        self.app.wait(lambda: any(self.app.matches(node, role, name) and self.app.has_state(node, 'focused')
                                  for node in self.app.nodes()), f'the keyboard on {role} {name}')

    def further_rooms(self, session, wanted):
        """The details, in them "Where" after title, day and time; the rooms are ticked in a list."""
        app = self.app
        app.keys('F2')
        app.wait(lambda: app.has_state(self.title, 'focused'), 'the keyboard in the details')
        app.keys('Tab', 'Tab', 'Tab')
        self.focused('push button', 'Where')
        app.keys('space')
        at = 0
        self.focused('check box', re.compile('^' + self.rooms[at]))
        for room in wanted['rooms'][1:]:
            index = self.rooms.index(room)
            app.keys(*['Down' if index > at else 'Up'] * abs(index - at))
            self.focused('check box', re.compile('^' + room))
            app.keys('space')
            at = index
        app.keys('Escape')  # the list closes, the next one leaves the details
        app.wait(lambda: app.see('check box', re.compile('^' + room)) is None, 'the list of rooms to close')
        self.focused('push button', 'Where')
        app.keys('Escape')
        self.wait_for(session['id'], wanted['title'], rooms=wanted['rooms'])
        self.wait_for_keyboard(wanted['title'], self.canvas)

    def add_people(self, session, wanted):
        """Typed one after the other, with their role; the first of each role has it chosen from the list instead."""
        app, people, chosen = self.app, wanted['people'], []
        if not people:
            return
        app.keys('ctrl+shift+p')
        self.find_people()
        app.wait(lambda: app.has_state(self.add, 'focused'), 'the keyboard where people are added')
        for at, (name, role, state) in enumerate(people):
            first = role != 'speaker' and role not in self.roles_chosen
            if first or state != 'confirmed':
                chosen.append((at, first))
                self.roles_chosen.add(role)
            hint, is_all = self.hint(name)
            words = hint if first or role == 'speaker' else f'{hint}, {planning.ROLES[role][:4].lower()}'
            app.type(words, pause=0, delay=2)
            app.keys(*(['Return'] if is_all else ['Down', 'Return']))
        app.wait(lambda: [p[0] for p in self.people_of(session)] == [p[0] for p in people],
                 f'the people of {wanted["title"]}: {people}')
        for at, first in reversed(chosen):
            self.change_person(session, people, at, first)
        app.keys('Escape')
        self.wait_for_keyboard(wanted['title'], self.canvas if wanted['start'] is not None else None)

    def change_person(self, session, people, at, first):
        """From where people are added back to the row of one, its role and whether it is sure."""
        name, role, state = people[at]
        back = 4 * (len(people) - 1 - at) + 3
        if first:
            self.app.wait(lambda: self.app.has_state(self.add, 'focused'), 'the keyboard where people are added')
            self.app.keys(*['shift+Tab'] * back)
            drop = self.role_of(name)
            self.app.wait(lambda: self.within_focus(drop), f'the keyboard on the role of {name}')
            self.app.keys('space')
            self.app.wait(lambda: self.focused_role(drop), 'the list of roles')
            # From the end: where an open list begins is another thing in each GTK, and only what one walks to is chosen.
            self.app.keys('End', *['Up'] * (len(planning.ROLES) - 1 - list(planning.ROLES).index(role)))
            self.app.wait(lambda: self.focused_role(drop) == planning.ROLES[role], f'the keyboard on {role}')
            self.app.keys('Return')
            self.app.wait(lambda: self.people_of(session)[at][1] == role, f'{name} as {role}')
            self.app.wait(lambda: self.within_focus(self.role_of(name)), f'the keyboard on the role of {name} again')
            self.app.keys(*['Tab'] * back)
        if state != 'confirmed':
            self.app.wait(lambda: self.app.has_state(self.add, 'focused'), 'the keyboard where people are added')
            self.app.keys(*['shift+Tab'] * (back - 1))
            self.focused('push button', f'{name} is to be confirmed')
            self.app.keys('space')
            self.app.wait(lambda: self.people_of(session)[at][2] == state, f'{name} is {state}')
            self.focused('push button', f'{name} is to be confirmed')
            self.app.keys(*['Tab'] * (back - 1))

    def focused_role(self, drop):
        """The row of the open list that has the keyboard."""
        return next((desktop.content(node) for node in self.app.nodes(drop)
                     if desktop.role_of(node) == 'list item' and self.app.has_state(node, 'focused')), None)

    def within_focus(self, node):
        return any(self.app.has_state(child, 'focused') for child in self.app.nodes(node))

    def plan(self, wanted):
        session = self.make(wanted['title'])
        if wanted['start'] is None and session['start'] is not None:
            self.app.keys('space', 'Delete', 'Return')
            self.wait_for(session['id'], 'its place', start=None)
            self.app.wait(lambda: self.app.see('list item', wanted['title'], root=self.canvas) is None, 'it to leave the grid')
            self.wait_for_keyboard(wanted['title'], None)
        elif wanted['start'] is not None:
            self.carry(session, wanted)
        if len(wanted['rooms'] or []) > 1:
            self.further_rooms(session, wanted)
        self.add_people(session, wanted)
        self.menu('y', list(planning.TYPES).index(wanted['type']))
        if not wanted['rooms'] and self.now(session['id'])['rooms']:
            self.menu('r', len(self.rooms))
        if wanted['state'] not in ('idea', 'confirmed'):
            self.menu('s', list(planning.STATES).index(wanted['state']))
        if wanted['track']:
            self.menu('t', self.tracks.index(wanted['track']))
        if wanted['programme_node']:
            self.menu('g', self.parts.index(wanted['programme_node']))
        if wanted['internal']:
            self.menu('i', None)
        if wanted['locked']:
            self.menu('l', None)
        self.wait_for(session['id'], wanted['title'], type=wanted['type'], internal=wanted['internal'],
                      locked=wanted['locked'], track=wanted['track'], programme_node=wanted['programme_node'])


def plan(desk, sample):
    hand = Hand(desk, sample)
    hand.roles_chosen = set()
    for number in range(len(hand.days)):
        hand.app.keys('Next') if number > 0 else None
        day = hand.on_day(number)
        for wanted in day:
            if wanted['state'] == 'confirmed':
                hand.plan(wanted)
        hand.app.keys('ctrl+a')
        hand.menu('s', list(planning.STATES).index('confirmed'))
        for wanted in day:
            if wanted['state'] != 'confirmed':
                hand.plan(wanted)
    hand.compare()


def planned(desk):
    """Planned with the keyboard alone, and compared"""
    plan(desk, sys.argv[1])


desktop.run(planned, size='1900x1300', animations=False)
