# SPDX-License-Identifier: GPL-3.0-or-later
"""What the stories of an event are made of, wherever it is published: the office with its workspace, the place
with its pages, and somebody who subscribed to the calendar on the first day."""
import json
import os
import re
import shutil
import subprocess
import sys

from public import READERS, Subscriber, check_linked, words_of

SYSTEM = '/usr/bin/python3'

if len(READERS) < 2 and os.path.exists(SYSTEM) and 'LECTERN_TEST_READER' not in os.environ:
    # the system's own Python has Debian's modules
    os.execve(SYSTEM, [SYSTEM, *sys.argv], dict(os.environ, LECTERN_TEST_READER='searched'))
HAS_READER = 'icalendar' in READERS

import ctl  # noqa: E402
from ctl import tap  # noqa: E402


def check_page(page, language):
    assert f'<html lang="{language}">' in page
    assert 'Co-funded by the European Union' in page
    if shutil.which('tidy'):
        done = subprocess.run(['tidy', '-q', '-e', '--show-warnings', 'yes', '--drop-empty-elements', 'no'],
                              input=page, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


class Folder:
    """Where it is published: a folder on this computer."""

    def __init__(self, name):
        self.root = ctl.FOLDER / f'{name}-www'

    def add_to(self, work):
        work.ctl('site', 'add', 'web', 'folder', self.root)

    def read(self, path):
        return (self.root / path).read_bytes()


class Space:
    """Where it is published: a web space on a real server, which is asked for what the public sees."""

    def __init__(self, rig):
        self.rig = rig

    def add_to(self, work):
        work.password = self.rig.password
        work.ctl('site', 'add', 'web', 'webdav', self.rig.url, '--user', self.rig.user)

    def read(self, path):
        return self.rig.ask('GET', path)

    def write(self, path, content):
        """A colleague's own editor."""
        self.rig.ask('PUT', path, content)


class Story:
    def __init__(self, name, languages, place=None):
        self.work = ctl.Workspace(f'{name}.db', '--lang', 'en')
        self.place = place or Folder(name)
        self.place.add_to(self.work)
        node = self.work.add('programme_node', 'name=Craft', 'level=project',
                             'funding_statement=Co-funded by the European Union')
        self.event = self.work.add('event', f'slug={name}', 'title=Final conference',
                                   f'programme_node={node}', 'time_zone=Europe/Amsterdam',
                                   'text_language=en', f'languages={",".join(languages)}')
        self.name, self.languages, self.subscriber = name, languages, Subscriber()

    def add(self, kind, *fields):
        return self.work.add(kind, f'event={self.event}', *fields)

    def path(self, name='index.html', language=None):
        stem, _, end = name.rpartition('.')
        return f'{self.name}/{stem}.{language}.{end}' if language else f'{self.name}/{name}'

    def page(self, language=None):
        return self.place.read(self.path(language=language)).decode('utf-8')

    def linked(self):
        text = re.search(r'<script type="application/ld\+json">(.*?)</script>', self.page(), re.S).group(1)
        return json.loads(text)

    def state(self):
        return check_linked(self.linked())

    def publish(self):
        self.work.ctl('publish', '--event', self.name)
        again = self.work.json('publish', '--event', self.name)
        assert {item['action'] for item in again['items']} == {'unchanged'}, again

    def look(self):
        """What everybody sees now."""
        if HAS_READER:
            self.subscriber.take(self.place.read(self.path('agenda.ics')))
        for language in self.languages:
            check_page(self.page(language if language != 'en' else None), language)

    def release(self, step, *more):
        answer = self.work.json('release', step, '--event', self.name, *more)
        assert answer['release'] and answer['edit'], answer
        self.publish()
        self.look()
        return answer

    def move(self, *words):
        return self.work.json('move-event', '--event', self.name, *words)


def maastricht(name, place=None):
    story = Story(name, ['en', 'de'], place)
    work = story.work
    work.ctl('set', 'event', story.event, 'title@de=Abschlusskonferenz',
             'summary=Join us in Maastricht on Wednesday 17 June.',
             'summary@de=Kommen Sie am Mittwoch, 17. Juni, nach Maastricht.')
    story.days = [story.add('day', 'number=1', 'date=2026-06-17'), story.add('day', 'number=2', 'date=2026-06-18')]
    story.promise = story.add('to_come', 'what=venue', 'due=2099-04-30')
    return story


def add_venue(story):
    story.venue = story.work.add('venue', 'name=De Walmolen', 'city=Maastricht')
    story.work.ctl('set', 'event', story.event, f'venues={story.venue}')
    story.work.ctl('set', 'to_come', story.promise, 'done=2026-01-01')


def add_agenda(story):
    room = story.work.add('room', f'venue={story.venue}', 'name=Hall')
    for day, title, start in ((0, 'Welcome', '9:00'), (0, 'Results', '10:00'), (1, 'Excursion', '9:00'),
                              (1, 'Secret meeting', '8:00')):
        story.add('session', f'title={title}', f'day={story.days[day]}', f'start_minute={start}', 'duration=45',
                  f'rooms={room}', 'state=confirmed', f'internal={"yes" if "Secret" in title else "no"}')


def postpone(story):
    """Later, then over two towns."""
    later = story.move('--to', 'later')
    assert later['state'] == 'postponed' and later['previous_start'] == '2026-06-17', later
    story.release('final')
    assert story.state() == ['Postponed']
    if HAS_READER:
        assert story.subscriber.days() == [('2026-06-17', 'TENTATIVE'), ('2026-06-18', 'TENTATIVE')]
    split = story.move('--to', '2026-10-21 Maastricht, 2026-10-22 Geleen', '--split')
    assert split['days'] == ['2026-10-21', '2026-10-22'] and split['state'] == 'rescheduled', split
    kinds = {item['what'] for item in split['checklist']}
    assert {'dates', 'venue', 'session', 'text', 'published'} <= kinds, split['checklist']
    texts = [(item['field'], item['language']) for item in split['checklist'] if item['what'] == 'text']
    assert ('summary', None) in texts and ('summary', 'de') in texts, split['checklist']
    answer = story.release('final')
    assert story.state() == ['Rescheduled'] and story.linked()['previousStartDate'] == '2026-06-17'
    assert 'Geleen' in story.page('de') and '21' in answer['note']['de'], answer['note']
    assert {f['rule'] for f in answer['findings']} >= {'R58'}, answer['findings']
    if HAS_READER:
        assert story.subscriber.days() == [('2026-10-21', 'CONFIRMED'), ('2026-10-22', 'CONFIRMED')]
        places = {entry['title']: entry['place'] for entry in story.subscriber.sessions().values()}
        assert 'Geleen' in places['Excursion'] and 'Maastricht' in places['Welcome'], places


def go_online(story):
    """For two hours; the first day's entry has moved, the second's is cancelled."""
    first = {uid for uid in story.subscriber.of_days if words_of(story.subscriber.entries[uid]) == '2026-10-21'}
    online = story.move('--to', '2026-11-05 10:00-12:00', '--online')
    assert online['state'] == 'online' and online['days'] == ['2026-11-05'], online
    assert {'online', 'session', 'venue'} <= {item['what'] for item in online['checklist']}
    assert any('Welcome' in item['why'] and '10:00' in item['why'] for item in online['checklist']), online
    answer = story.release('final')
    linked = story.linked()
    assert story.state() == ['MovedOnline', 'Rescheduled'] and linked['previousStartDate'] == '2026-06-17'
    assert linked['eventAttendanceMode'].endswith('OnlineEventAttendanceMode')
    assert linked['startDate'] == '2026-11-05T10:00:00+01:00' and linked['endDate'] == '2026-11-05T12:00:00+01:00'
    assert 'findet online statt' in story.page('de') and 'online' in answer['note']['de'], answer
    assert '10:00–12:00' in story.page('de') and '10:00–12:00' in story.page() and '10:00' in answer['note']['en']
    if HAS_READER:
        assert story.subscriber.days() == [('2026-10-22', 'CANCELLED'), ('2026-11-05 10:00-12:00', 'CONFIRMED')]
        assert {words_of(story.subscriber.entries[uid]) for uid in first} == {'2026-11-05 10:00-12:00'}
        assert story.subscriber.sessions()['Excursion']['status'] == 'CANCELLED'
        assert story.subscriber.sessions()['Welcome']['status'] == 'CONFIRMED'


def brussels(name, place=None):
    """A one-day plenary with seven parallel sessions, announced, planned."""
    story = Story(name, ['en', 'sv'], place)
    work = story.work
    day = story.add('day', 'number=1', 'date=2026-03-12')
    venue = work.add('venue', 'name=Committee of the Regions', 'city=Brussels', 'time_zone=Europe/Brussels')
    work.ctl('set', 'event', story.event, 'title@sv=Slutkonferens', f'venues={venue}')
    story.release('save-the-date')
    story.add('session', 'title=Plenary', 'title@sv=Plenum', f'day={day}', 'start_minute=9:00', 'duration=60',
              'state=confirmed')
    for number in range(7):
        room = work.add('room', f'venue={venue}', f'name=Room {number + 1}')
        story.add('session', f'title=Demonstration {number + 1}', f'day={day}', 'start_minute=10:30', 'duration=90',
                  f'rooms={room}', 'state=confirmed', 'type=parallel')
    story.release('draft')
    assert all(f'Demonstration {number}' in story.page('sv') for number in range(1, 8))
    assert 'Plenum' in story.page('sv') and 'Plenum' not in story.page() and story.state() == ['Scheduled']
    return story
