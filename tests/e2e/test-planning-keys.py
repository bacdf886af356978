#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole event planned with the keyboard alone, from an empty agenda."""

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
    def menu(self, letter, position):
        """The Menu key, a submenu by its letter, and in it the nth."""
        self.app.keys('Menu')
        self.app.wait_for('menu item', 'Copy')
        self.app.keys(letter)
        if position is not None:
            self.app.keys(*['Down'] * (position + 1), 'Return')
        self.app.wait_gone('menu item', 'Copy')

    def wait_for_keyboard(self, title, root):
        """The item of that title has it, in the grid or in the tray."""
        app = self.app
        app.wait(lambda: any(app.matches(node, 'list item', title) and app.has_state(node, 'focused')
                             for node in app.nodes(root)), f'the keyboard on {title!r}')

    def make(self, title):
        """A new session at the place of the keyboard; back from its title to the grid."""
        app = self.app
        app.keys('ctrl+n')
        session = self.newest()
        app.wait(lambda: app.has_state(app.see('text', 'Title'), 'focused'), 'its title to be typed in')
        app.type(title)
        app.keys('Return')
        self.wait_for(session['id'], 'the title', title=title)
        app.keys('Escape')
        self.wait_for_keyboard(title, app.see('list item', title, root=self.canvas) and self.canvas)
        self.known.add(session['id'])
        return self.now(session['id'])

    def carry(self, session, wanted):
        """Taken, carried in steps, made as long as it is to be, dropped."""
        start, now = self.start_of(wanted), planning.minutes(session['start'], wanted['day'])
        room = self.lanes.index(wanted['rooms'][0]) if wanted['rooms'] else 0
        from_room = self.lanes.index(session['rooms'][0]) if session['rooms'] else 0
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

    def plan(self, wanted):
        session = self.make(wanted['title'])
        if wanted['start'] is None and session['start'] is not None:
            self.app.keys('space', 'Delete', 'Return')
            self.wait_for(session['id'], 'its place', start=None)
            self.app.wait(lambda: self.app.see('list item', wanted['title'], root=self.canvas) is None, 'it to leave the grid')
            self.wait_for_keyboard(wanted['title'], None)
        elif wanted['start'] is not None:
            self.carry(session, wanted)
        self.menu('y', list(planning.TYPES).index(wanted['type']))
        if not wanted['rooms'] and self.now(session['id'])['rooms']:
            self.menu('r', len(self.lanes))
        if wanted['state'] not in ('idea', 'confirmed'):
            self.menu('s', list(planning.STATES).index(wanted['state']))
        if wanted['internal']:
            self.menu('i', None)
        if wanted['locked']:
            self.menu('l', None)
        self.wait_for(session['id'], wanted['title'], type=wanted['type'], internal=wanted['internal'],
                      locked=wanted['locked'])


def plan(desk, sample):
    hand = Hand(desk, sample)
    hand.lanes = [r['name'] for r in planning.listed(desk, 'room')]
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


def plenary(desk):
    """The plenary of seven demonstrations, with the keyboard alone"""
    plan(desk, 'plenary')


desktop.run(plenary, size='1900x1300')
