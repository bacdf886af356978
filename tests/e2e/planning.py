# SPDX-License-Identifier: GPL-3.0-or-later
"""Planning a sample's event from an empty agenda: what was there before is what is wanted, and what the
command line says afterwards is compared with it. Days, rooms and people are there, no session is."""

import json
import re
import unicodedata

import desktop

COMPARED = ('title', 'start', 'end', 'rooms', 'type', 'state', 'internal', 'locked', 'track', 'programme_node', 'people')
TYPES = {'plenary': 'Plenary', 'parallel': 'Parallel session', 'talk': 'Talk', 'workshop': 'Workshop', 'break': 'Break',
         'meal': 'Meal', 'visit': 'Visit', 'social': 'Social', 'administrative': 'Administrative'}
STATES = {'idea': 'Idea', 'asked': 'Asked', 'to-be-confirmed': 'To be confirmed', 'confirmed': 'Confirmed',
          'cancelled': 'Cancelled'}
ROLES = {'chair': 'Chair', 'speaker': 'Speaker', 'moderator': 'Moderator', 'panellist': 'Panellist',
         'rapporteur': 'Rapporteur', 'interpreter': 'Interpreter'}


def listed(desk, kind):
    return json.loads(desk.ctl('--json', 'list', kind))


def with_people(desk, sessions):
    """Each with its people, their roles and whether they are sure, in their order."""
    people = {}
    for role in sorted(listed(desk, 'session_role'), key=lambda r: (r['position'] or '', int(r['id']))):
        people.setdefault(role['session_id'], []).append((role['person'], role['role'], role['state']))
    for session in sessions:
        session['people'] = people.get(session['id'], [])
    return sessions


def minutes(text, date):
    """After 00:00 of the date: '2026-12-10T00:15' is 1455 on the 9th."""
    days = (int(text[8:10]) - int(date[8:10])) if text[:7] == date[:7] else 1
    return days * 1440 + int(text[11:13]) * 60 + int(text[14:16])


class Plan:
    """What is to be planned, and where the hand is."""

    def __init__(self, desk, sample, most=None):
        """most: of how many sessions, the first ones that have them, people, track and programme part are set; of all
        where it is not said."""
        self.desk = desk
        desk.ctl('init', '--sample', sample)
        events = listed(desk, 'event')
        event = max(events, key=lambda e: sum(s['event_id'] == e['id'] for s in listed(desk, 'session')))
        self.rooms = [r['name'] for r in listed(desk, 'room') if r['venue_id'] in event['venue_ids']]
        self.days = sorted((d for d in listed(desk, 'day') if d['event_id'] == event['id']), key=lambda d: d['date'])
        sessions = with_people(desk, [s for s in listed(desk, 'session') if s['event_id'] == event['id']])
        self.parts = {s['programme_node'] for s in sessions if s['programme_node']}
        self.tracks = [t['name'] for t in listed(desk, 'track') if t['event_id'] == event['id']]
        nodes = {t['programme_node'] for t in listed(desk, 'track') if t['event_id'] == event['id']} | self.parts
        parts = [n for n in listed(desk, 'programme_node') if n['name'] in nodes]
        self.parts = [n['name'] for n in parts]
        self.called = {n['name']: n['acronym'] or n['name'] for n in parts}  # in a menu
        self.wanted = sorted(sessions, key=lambda s: (s['start'] is None, s['start'] or '', s['title']))
        for session in sessions:
            desk.ctl('delete', 'session', session['id'])
        for other in events:
            if other['id'] != event['id']:
                desk.ctl('delete', 'event', other['id'])
        for session in listed(desk, 'session'):
            desk.ctl('delete', 'session', session['id'])
        for name, nothing in (('people', []), ('track', None), ('programme_node', None)):
            for session in [s for s in self.wanted if s[name]][most:] if most else []:
                session[name] = nothing
        self.contacts = self.forget_one(sessions)
        app = self.app = desk.app = desk.start()
        app.maximise()
        app.click('list item', re.compile('^Agenda'))
        self.canvas = app.wait_for('list', 'Sessions')
        self.known = {s['id'] for s in listed(desk, 'session')}
        self.title = self.add = self.menu_parent = None

    def forget_one(self, sessions):
        """The names that are known; one of the people is not yet, and is to be made on the way."""
        people = listed(self.desk, 'person')
        names = [name for s in sessions for name, _, _ in s['people']]
        unknown = next(p for p in people if names.count(p['name']) == 1 and p['name'].isascii())
        self.desk.ctl('delete', 'person', unknown['id'])
        return [p['name'] for p in people if p is not unknown]

    def hint(self, name):
        """What one types to find somebody: the name without accents, or where the keyboard lacks a letter of it one
        word that nobody else has. And whether that is all of it."""
        plain = ''.join(c for c in unicodedata.normalize('NFKD', name) if not unicodedata.combining(c))
        if plain.isascii():
            return plain, True
        for word in re.split(r'[^A-Za-z]', name):
            if len(word) > 2 and sum(bool(re.search(r'(?i)\b' + word, other)) for other in self.contacts) == 1:
                return word, False
        raise AssertionError(f'{name} cannot be told from others')

    def people_of(self, session):
        """As they are stored now."""
        return with_people(self.desk, [self.now(session['id'])])[0]['people']

    def find_people(self):
        """Where the people of a session are in the details: the tree is searched once."""
        if self.add is None:
            self.add = self.app.wait_for('text', 'Add a person')
            self.completion = desktop.safely(self.add.get_parent)
            self.people = desktop.safely(self.completion.get_parent)

    def role_of(self, name):
        """Their drop-down, once they are there; the newest, where somebody is there twice."""
        def there():
            found = [node for node in self.app.nodes(self.people)
                     if self.app.matches(node, 'combo box', f'Role of {name}') and self.app.extents(node)[2] > 0]
            return found[-1] if found else None
        return self.app.wait(there, f'the role of {name}')

    def day_of(self, session):
        """The index of its day; what has none is planned with the last one."""
        dates = [d['date'] for d in self.days]
        return dates.index(session['day']) if session['day'] in dates else len(dates) - 1

    def on_day(self, index):
        return [s for s in self.wanted if self.day_of(s) == index]

    def start_of(self, session):
        return minutes(session['start'], session['day'])

    def newest(self):
        """The session that has just been made."""
        def made():
            return [s for s in listed(self.desk, 'session') if s['id'] not in self.known]
        found = self.app.wait(made, 'the new session')[0]
        return found

    def entitle(self, session, title, *keys):
        """A new session has its title to be typed in at once."""
        app = self.app

        def typed_in():
            if self.title is None or not app.has_state(self.title, 'focused'):
                self.title = app.see('text', 'Title')
            return self.title is not None and app.has_state(self.title, 'focused')
        app.wait(typed_in, 'its title to be typed in')
        app.type(title, pause=0)
        app.keys('Return', *keys)
        self.wait_for(session['id'], 'the title', title=title)
        self.known.add(session['id'])
        return self.now(session['id'])

    def menu_root(self):
        """The context menu hangs on the view, not on what it is about: the view is above the canvas."""
        node = self.menu_parent or self.canvas
        while node is not None:
            for i in reversed(range(desktop.safely(node.get_child_count, 0))):
                child = desktop.safely(lambda: node.get_child_at_index(i))
                if child is not None and desktop.role_of(child) == 'menu':
                    self.menu_parent = node
                    return child
            node = desktop.safely(node.get_parent) if self.menu_parent is None else None
        return None

    def now(self, session_id):
        return next(s for s in listed(self.desk, 'session') if s['id'] == session_id)

    def wait_for(self, session_id, what, **values):
        """Until the stored session has these values."""
        def is_so():
            session = self.now(session_id)
            return all(session[name] == value for name, value in values.items())
        self.app.wait(is_so, f'{what}: {values}, it is {self.now(session_id)}')

    def item(self, title, last=False):
        """Its box on the canvas."""
        def there():
            found = [node for node in self.app.nodes(self.canvas) if self.app.matches(node, 'list item', title)]
            return (found[-1] if last else found[0]) if found else None
        return self.app.wait(there, f'the item {title!r}')

    def compare(self):
        def key(session):
            return tuple(str(session[name] or '') for name in COMPARED)
        stored = with_people(self.desk, listed(self.desk, 'session'))
        got, want = sorted(map(key, stored)), sorted(map(key, self.wanted))
        missing = [w for w in want if w not in got]
        extra = [g for g in got if g not in want]
        assert not missing and not extra, f'missing {missing}, instead {extra}'
        assert 'WARNING' not in self.app.log_text() and 'CRITICAL' not in self.app.log_text(), self.app.log_text()
        assert len(got) == len(want) >= 30, len(got)
        known = sorted(p['name'] for p in listed(self.desk, 'person'))
        assert known == sorted({*self.contacts, *(name for s in self.wanted for name, _, _ in s['people'])}), known
