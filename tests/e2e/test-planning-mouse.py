#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample's event planned with the mouse alone, from an empty agenda; only titles and names are typed:
test-planning-mouse.py SAMPLE"""

import re
import sys
import time

import desktop
import planning

# The tree tells of an item the box of its text, a little above where it is: its first line of
# pixels is this far below that.
LINE = 2
# A double click makes a session at the half hour it is in; so far from an edge the pointer resizes.
NEW_AT = 30
GRIP = 2
# So many sessions get their people, track and programme part: three clicks for each make these the longest tests
# there are.
WITH_ALL = 2


class Hand(planning.Plan):
    def ready(self):
        """Where things are that stay where they are."""
        app = self.app
        self.corner = app._origin(app.see('frame'))
        self.new = app.point(app.wait_for('push button', re.compile('^New session')))
        self.heads = {}
        self.grid = desktop.safely(self.canvas.get_parent)
        zoom = app.see('push button', re.compile(r'^\d+ %$'))
        self.per_minute = 64 * int(zoom.get_name().split()[0]) / 100 / 60

    def x(self, room):
        """In the lane of a room; lanes become wider and narrower with what stands in them."""
        app = self.app
        if room not in self.heads or not desktop.safely(lambda: app.extents(self.heads[room])[2]):
            self.heads.update({desktop.spoken(node): node for node in app.nodes()
                               if desktop.spoken(node) in self.rooms and desktop.role_of(node) == 'label'
                               and 80 < app.extents(node)[1] < 140 and app.extents(node)[2] > 0})  # no menu's
        return self.corner[0] + app.extents(self.heads[room])[0] + 24

    def box(self, title, start):
        """x, y, width and height on the screen of the session of that title that begins then, once it is there."""
        def there():
            wanted = self.y(start) if (title, start) != self.known_place else None
            found = []
            for node in self.app.nodes(self.canvas):
                if self.app.matches(node, 'list item', title):
                    x, y, width, height = self.app.extents(node)
                    place = self.corner[0] + x, self.corner[1] + y + LINE, width, height
                    if height > 0 and (wanted is None or abs(place[1] - wanted) < 6):
                        found.append(place)
            return min(found, key=lambda place: place[1]) if found else None
        return self.app.wait(there, f'the item {title!r} at {start}')

    def y(self, minute):
        """On the screen, by the zoom that is said and the first item of the day, whose time is known."""
        title, start = self.known_place
        return self.box(title, start)[1] + (minute - start) * self.per_minute

    def make_in_tray(self, title):
        self.app.click_at(*self.new)
        return self.entitle(self.newest(), title)

    def make_here(self, title, at):
        """A double click where nothing is."""
        self.app.click_at(*at, times=2)
        session = self.newest()
        return self.entitle(session, title)

    def tray_item(self, title):
        tray = self.app.wait_for(None, 'Unplaced sessions')
        return self.app.point(self.app.wait_for('list item', title, root=tray))

    def is_free(self, wanted, minute):
        """Nothing that was planned before is in its room then."""
        return not any(s['rooms'] and set(s['rooms']) & set(wanted['rooms']) and s['day'] == wanted['day']
                       and self.start_of(s) <= minute < self.start_of(s) + s['duration'] for s in self.done)

    def is_bare(self, at):
        """What is short is drawn higher than it is long, how much is a matter of the font."""
        boxes = (self.app.extents(node) for node in self.app.nodes(self.canvas) if desktop.role_of(node) == 'list item')
        x, y = at[0] - self.corner[0], at[1] - self.corner[1]
        return not any(left <= x <= left + width and top - 4 <= y <= top + LINE + height + 4
                       for left, top, width, height in boxes if height > 0)

    def begin_day(self, wanted):
        """The first of a day, at the top of the grid: from then on it says where the minutes are."""
        x, y, _, _ = self.app.extents(self.canvas)
        session = self.make_here(wanted['title'], (self.x(wanted['rooms'][0]), self.corner[1] + y + 10))
        self.known_place = wanted['title'], planning.minutes(session['start'], wanted['day'])
        return session

    def make(self, wanted):
        start, room = self.start_of(wanted), (wanted['rooms'] or [None])[0]
        if self.known_place is None:
            return self.begin_day(wanted)
        inside = min(start + 8, start // NEW_AT * NEW_AT + NEW_AT - 6)
        if room and all(self.is_free(wanted, inside + by) for by in (-4, 4)):
            at = self.x(room), self.y(inside)
            if self.is_bare(at):
                return self.make_here(wanted['title'], at)
        session = self.make_in_tray(wanted['title'])
        self.drop(self.tray_item(wanted['title']), self.x(room or self.rooms[0]), self.y(start) + 1)
        self.app.wait(lambda: self.now(session['id'])['start'], 'a place')
        return self.now(session['id'])

    def drop(self, start, x, y):
        """Under the last hour the day becomes longer; what is to go further is taken from there again."""
        _, top, _, height = self.app.extents(self.grid)
        self.app.drag(start, (x, min(y, self.corner[1] + top + height - 30)))

    def carry(self, session, wanted, what, of):
        """Until what is stored is what is wanted: dragged by what is still missing, from the middle or the edge."""
        for _ in range(6):
            now = planning.minutes(session['start'], wanted['day'])
            is_first = self.known_place == (wanted['title'], now)
            by = of(wanted) - of(session)
            if by == 0:
                return session
            x, y, width, _ = self.box(wanted['title'], now)
            length = session['duration'] * self.per_minute
            grip = y + (length - GRIP if what == 'duration' else length / 2)
            self.drop((x + width / 2, grip), x + width / 2, grip + by * self.per_minute)
            before = session[what]
            self.app.wait(lambda: self.now(session['id'])[what] != before, f'another {what}')
            session = self.now(session['id'])
            if is_first:
                self.known_place = wanted['title'], planning.minutes(session['start'], wanted['day'])
                self.settle(now, x, y, self.known_place[1])
        raise desktop.NotSeen(f"{wanted['title']}: {what} {session[what]} instead of {wanted[what]}")

    def settle(self, now, x, y, then):
        """The item that says where the minutes are is itself where it was taken."""
        self.app.wait(lambda: abs(self.box(*self.known_place)[1] - y - (then - now) * self.per_minute) < 6,
                      'it to be where it was dropped')

    def menu(self, wanted, *names):
        if wanted['start'] is None:
            at = self.tray_item(wanted['title'])
        else:
            x, y, width, height = self.box(wanted['title'], self.start_of(wanted))
            at = x + width // 2, y + min(height, 30) // 2
        self.tap(*at, button=3)
        self.app.wait(self.menu_root, 'the menu')
        self.app.choose(*names, root=self.menu_root, pause=0)
        self.app.wait(lambda: self.menu_root() is None, 'the menu to go')

    def tap(self, x, y, button=1):
        """Where what comes of it is waited for."""
        self.app._xdotool('mousemove', round(x), round(y), 'sleep', 0.04, 'click', button)

    def insist(self, do, done, what):
        """What is in the details moves while one aims: who has missed it clicks again."""
        def attempt():
            do()
            end = time.monotonic() + 3
            while not done():
                if time.monotonic() > end:
                    return False
                time.sleep(0.03)
            return True
        self.app.wait(attempt, what)

    def tap_node(self, node):
        x, y, width, height = self.app.extents(node)
        self.tap(self.corner[0] + x + width // 2, self.corner[1] + y + height // 2)

    def add_people(self, session, wanted):
        """A name is begun, the row of the list that has all of it is clicked, then its role in the list of roles."""
        app, people = self.app, wanted['people']
        if not people:
            return
        self.find_people()
        self.insist(lambda: self.tap_node(self.add), lambda: app.has_state(self.add, 'focused'), 'where people are added')
        for name, role, state in people:
            self.begin_name(name)
            app.wait(lambda: self.people_of(session)[-1:] == [(name, 'speaker', 'confirmed')], f'{name} to be added')
            if role != 'speaker':
                self.give_role(session, name, role)
            if state != 'confirmed':
                self.insist(lambda: self.tap_node(app.see('push button', f'{name} is to be confirmed', self.people)),
                            lambda: self.people_of(session)[-1][2] == state, f'{name} to be {state}')
            if role != 'speaker' or state != 'confirmed':
                if (name, role, state) != people[-1]:
                    self.insist(lambda: self.tap_node(self.add), lambda: app.has_state(self.add, 'focused'),
                                'where people are added')
        assert self.people_of(session) == people, (self.people_of(session), people)

    def begin_name(self, name):
        app, (hint, _) = self.app, self.hint(name)
        row = name if name in self.contacts else f'Create “{name}”'
        app.type(hint, pause=0, delay=2)
        self.insist(lambda: app.text(self.add) and app.choose(row, role='label', within=desktop.POPOVERS,
                                                              root=lambda: self.completion, pause=0),
                    lambda: app.text(self.add) == '', f'{name} to be taken')

    def give_role(self, session, name, role):
        """The list of roles is opened, the role clicked in it; again, where a click came too early for what opens."""
        app = self.app

        def is_open(drop):
            return any(desktop.role_of(node) == 'list item' for node in app.nodes(drop))

        def choose():
            drop = self.role_of(name)
            if not is_open(drop):
                self.insist(lambda: self.tap_node(drop), lambda: is_open(drop), f'the roles of {name}')
            try:
                app.choose(planning.ROLES[role], role='label', within=desktop.POPOVERS, root=lambda: drop, pause=0, seconds=5)
            except desktop.NotSeen:
                pass
        self.insist(choose, lambda: self.people_of(session)[-1][1] == role, f'{name} as {role}')

    def further_rooms(self, wanted):
        """In the details, under "Where"."""
        x, y, width, height = self.box(wanted['title'], self.start_of(wanted))
        self.app.click_at(x + width // 2, y + height // 2)
        self.app.click('push button', 'Where')
        for room in wanted['rooms'][1:]:
            self.app.choose(re.compile('^' + re.escape(room)), role='check box', within=desktop.POPOVERS)
        self.app.click_at(self.corner[0] + 700, self.corner[1] + 20)

    def plan(self, wanted):
        if wanted['start'] is None:
            session = self.make_in_tray(wanted['title'])
        else:
            session = self.carry(self.make(wanted), wanted, 'start', lambda s: planning.minutes(s['start'], wanted['day']))
            session = self.carry(session, wanted, 'duration', lambda s: s['duration'])
            if wanted['rooms'] is None:
                self.menu(wanted, 'Room', 'No room')
            elif len(wanted['rooms']) > 1:
                self.further_rooms(wanted)
        self.add_people(session, wanted)
        self.menu(wanted, 'Type', planning.TYPES[wanted['type']])
        if wanted['state'] not in ('idea', 'confirmed'):
            self.menu(wanted, 'State', planning.STATES[wanted['state']])
        if wanted['track']:
            self.menu(wanted, 'Track', wanted['track'])
        if wanted['programme_node']:
            self.menu(wanted, 'Programme part', self.called[wanted['programme_node']])
        if wanted['internal']:
            self.menu(wanted, 'Internal only')
        if wanted['locked']:
            self.menu(wanted, 'Lock')
        self.wait_for(session['id'], wanted['title'], type=wanted['type'], rooms=wanted['rooms'], start=wanted['start'],
                      internal=wanted['internal'], locked=wanted['locked'], track=wanted['track'],
                      programme_node=wanted['programme_node'])
        self.done.append(wanted)

    def confirm(self, day):
        """All at once with a rubber band."""
        app = self.app
        x, y, width, height = app.extents(self.canvas)
        left, top = self.corner[0] + x, self.corner[1] + y
        app.drag((left + width - 12, top + height - 12), (left + 4, top + 4), steps=12)
        app.click('push button', 'Set')
        app.choose('State', 'Confirmed')
        app.wait(lambda: sum(s['state'] == 'confirmed' and s['day'] == day['date']
                             for s in planning.listed(self.desk, 'session'))
                 == sum(s['day'] == day['date'] for s in self.done), 'all to be confirmed')


def planned(desk):
    """Planned with the mouse alone, and compared"""
    hand = Hand(desk, sys.argv[1], WITH_ALL)
    hand.ready()
    hand.done = []
    for number, day in enumerate(hand.days):
        hand.known_place = None
        if number > 0:
            hand.app.click('push button', re.compile(rf"^\w+ {int(day['date'][8:])}$"))
        wanted = hand.on_day(number)
        for session in wanted:
            if session['state'] == 'confirmed':
                hand.plan(session)
        hand.confirm(day)
        for session in wanted:
            if session['state'] != 'confirmed':
                hand.plan(session)
    hand.compare()


desktop.run(planned, size='1900x1300', animations=False)
