# SPDX-License-Identifier: GPL-3.0-or-later
"""An event from its save the date until it is held elsewhere and online; and what stays in the
calendar of somebody who subscribed on the first day."""
import datetime
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys

HAS_READER = importlib.util.find_spec('icalendar') is not None
SYSTEM = '/usr/bin/python3'
if not HAS_READER and os.path.exists(SYSTEM) and 'LECTERN_TEST_READER' not in os.environ:
    # the system's own Python has Debian's modules
    os.execve(SYSTEM, [SYSTEM, *sys.argv], dict(os.environ, LECTERN_TEST_READER='searched'))

import ctl  # noqa: E402
from ctl import FAILED, USAGE, tap  # noqa: E402

ERRORS = 5


class Subscriber:
    """Takes each calendar in turn, as a client does: by UID, and only what has a higher SEQUENCE."""

    def __init__(self):
        self.entries, self.names = {}, {}

    def take(self, data):
        import icalendar
        seen = set()
        for entry in icalendar.Calendar.from_ical(data).walk('VEVENT'):
            uid, sequence = str(entry['UID']), int(entry['SEQUENCE'])
            assert uid not in seen, f'{uid} stands twice in one calendar'
            seen.add(uid)
            old = self.entries.get(uid)
            if old is not None:
                assert sequence >= old['sequence'], f'{uid} went back from {old} to {sequence}'
            new = {'sequence': sequence, 'status': str(entry['STATUS']), 'start': entry['DTSTART'].dt,
                   'title': str(entry['SUMMARY']), 'place': str(entry.get('LOCATION', ''))}
            if old is not None and sequence == old['sequence']:
                assert new == old, f'{uid} changed without a new SEQUENCE: {old} {new}'
            self.entries[uid] = new
        missing = [uid for uid, entry in self.entries.items()
                   if uid not in seen and entry['status'] != 'CANCELLED']
        assert not missing, f'the calendar says nothing any more about {missing}'

    def days(self, status=None):
        return sorted((str(entry['start']), entry['status']) for entry in self.entries.values()
                      if not isinstance(entry['start'], datetime.datetime)
                      and (status is None or entry['status'] == status))

    def sessions(self):
        return {entry['title']: entry for entry in self.entries.values()
                if isinstance(entry['start'], datetime.datetime)}

    def one_for_each_day(self):
        dates = [date for date, status in self.days() if status != 'CANCELLED']
        assert len(dates) == len(set(dates)), f'two entries for one day: {dates}'


class Story:
    def __init__(self, name, languages):
        self.work = ctl.Workspace(f'{name}.db', '--lang', 'en')
        self.folder = ctl.FOLDER / f'{name}-www'
        self.work.ctl('site', 'add', 'web', 'folder', self.folder)
        node = self.work.add('programme_node', 'name=Craft', 'level=project',
                             'funding_statement=Co-funded by the European Union')
        self.event = self.work.add('event', f'slug={name}', 'title=Final conference',
                                   f'programme_node={node}', 'time_zone=Europe/Amsterdam',
                                   'text_language=en', f'languages={",".join(languages)}')
        self.name, self.languages, self.subscriber = name, languages, Subscriber()

    def add(self, kind, *fields):
        return self.work.add(kind, f'event={self.event}', *fields)

    def calendar(self):
        return (self.folder / self.name / 'agenda.ics').read_bytes()

    def page(self, language=None):
        file = f'index.{language}.html' if language else 'index.html'
        return (self.folder / self.name / file).read_text(encoding='utf-8')

    def linked(self, page):
        text = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S).group(1)
        return json.loads(text)

    def release(self, step, *more):
        answer = self.work.json('release', step, '--event', self.name, *more)
        assert answer['release'] and answer['edit'], answer
        self.work.ctl('publish', '--event', self.name)
        assert {item['action'] for item in self.work.json('publish', '--event', self.name)['items']} \
            == {'unchanged'}
        if HAS_READER:
            self.subscriber.take(self.calendar())
            self.subscriber.one_for_each_day()
        for language in self.languages:
            check_page(self.page(language if language != 'en' else None), language)
        return answer

    def move(self, *words):
        return self.work.json('move-event', '--event', self.name, *words)


def check_page(page, language):
    assert f'<html lang="{language}">' in page
    assert 'Co-funded by the European Union' in page
    if shutil.which('tidy'):
        done = subprocess.run(['tidy', '-q', '-e', '--show-warnings', 'yes', '--drop-empty-elements', 'no'],
                              input=page, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def maastricht(name):
    story = Story(name, ['en', 'de'])
    work = story.work
    work.ctl('set', 'event', story.event, 'title@de=Abschlusskonferenz',
             'summary=Join us in Maastricht on Wednesday 17 June.',
             'summary@de=Kommen Sie am Mittwoch, 17. Juni, nach Maastricht.')
    story.days = [story.add('day', 'number=1', 'date=2026-06-17'), story.add('day', 'number=2', 'date=2026-06-18')]
    story.promise = story.add('to_come', 'what=venue', 'due=2099-04-30')
    return story


def add_agenda(story):
    venue = story.work.add('venue', 'name=De Walmolen', 'city=Maastricht')
    room = story.work.add('room', f'venue={venue}', 'name=Hall')
    story.work.ctl('set', 'event', story.event, f'venues={venue}')
    story.work.ctl('set', 'to_come', story.promise, 'done=2026-01-01')
    for day, title, start in ((0, 'Welcome', '9:00'), (0, 'Results', '10:00'), (1, 'Excursion', '9:00'),
                              (1, 'Secret meeting', '8:00')):
        story.add('session', f'title={title}', f'day={story.days[day]}', f'start_minute={start}', 'duration=45',
                  f'rooms={room}', 'state=confirmed', f'internal={"yes" if "Secret" in title else "no"}')


def check_ladder():
    """save the date, venue, agenda: each release shows what it may, and says what changed"""
    story = maastricht('ladder')
    answer = story.release('save-the-date')
    assert answer['version'] == 1 and '17' in answer['note']['en'] and 'Juni' in answer['note']['de'], answer
    assert '2099' in story.page() and 'bis' in story.page('de')
    assert story.linked(story.page())['eventStatus'] == 'https://schema.org/EventScheduled'
    if HAS_READER:
        assert story.subscriber.days() == [('2026-06-17', 'TENTATIVE'), ('2026-06-18', 'TENTATIVE')]
    add_agenda(story)
    again = story.release('save-the-date')
    assert again['version'] == 2 and 'De Walmolen' in again['note']['de'], again
    assert 'Welcome' not in story.page() and b'Welcome' not in story.calendar()
    assert 'Venue' in again['note']['en'] and 'Ort' in again['note']['de'], again['note']
    final = story.release('final')
    assert 'Welcome' in story.page() and 'Secret' not in story.page()
    assert 'Das Programm' in final['note']['de'] and 'Secret' not in json.dumps(final['note']), final
    if HAS_READER:
        assert story.subscriber.days('CONFIRMED') == [('2026-06-17', 'CONFIRMED'), ('2026-06-18', 'CONFIRMED')]
        assert set(story.subscriber.sessions()) == {'Welcome', 'Results', 'Excursion'}
    releases = story.work.json('list', 'release')
    assert sorted((r['step'], r['version']) for r in releases) == \
        [('final', 1), ('save-the-date', 1), ('save-the-date', 2)]
    texts = [finding for finding in final['findings'] if finding['rule'] == 'R50']
    assert any('German' in finding['what'] for finding in texts), final['findings']


def check_moves():
    """postponed, split over two towns, then online: one entry per day, the second is cancelled"""
    story = maastricht('moves')
    add_agenda(story)
    story.release('final')
    later = story.move('--to', 'later')
    assert later['state'] == 'postponed' and later['previous_start'] == '2026-06-17', later
    assert story.linked(story.release('final') and story.page())['eventStatus'].endswith('EventPostponed')
    if HAS_READER:
        assert story.subscriber.days() == [('2026-06-17', 'TENTATIVE'), ('2026-06-18', 'TENTATIVE')]
    split = story.move('--to', '2026-10-21 Maastricht, 2026-10-22 Geleen', '--split')
    assert split['days'] == ['2026-10-21', '2026-10-22'] and split['state'] == 'rescheduled', split
    kinds = {item['what'] for item in split['checklist']}
    assert {'dates', 'venue', 'session', 'text', 'published'} <= kinds, split['checklist']
    texts = [(item['field'], item['language']) for item in split['checklist'] if item['what'] == 'text']
    assert ('summary', None) in texts and ('summary', 'de') in texts, split['checklist']
    answer = story.release('final')
    linked = story.linked(story.page())
    assert linked['eventStatus'].endswith('EventRescheduled') and linked['previousStartDate'] == '2026-06-17'
    assert 'Geleen' in story.page('de') and '21' in answer['note']['de'], answer['note']
    assert {f['rule'] for f in answer['findings']} >= {'R58'}, answer['findings']
    if HAS_READER:
        assert story.subscriber.days() == [('2026-10-21', 'CONFIRMED'), ('2026-10-22', 'CONFIRMED')]
        places = {entry['title']: entry['place'] for entry in story.subscriber.sessions().values()}
        assert 'Geleen' in places['Excursion'] and 'Maastricht' in places['Welcome'], places
    online = story.move('--to', '2026-11-05', '--online')
    assert online['state'] == 'online' and online['days'] == ['2026-11-05'], online
    assert {'online', 'session', 'venue'} <= {item['what'] for item in online['checklist']}
    answer = story.release('final')
    linked = story.linked(story.page())
    assert linked['eventStatus'] == ['https://schema.org/EventMovedOnline', 'https://schema.org/EventRescheduled']
    assert linked['eventAttendanceMode'].endswith('OnlineEventAttendanceMode')
    assert 'findet online statt' in story.page('de') and 'online' in answer['note']['de'], answer
    if HAS_READER:
        assert story.subscriber.days() == [('2026-10-22', 'CANCELLED'), ('2026-11-05', 'CONFIRMED')]
        assert story.subscriber.sessions()['Excursion']['status'] == 'CANCELLED'
        assert story.subscriber.sessions()['Welcome']['status'] == 'CONFIRMED'
    story.work.ctl('undo')
    story.work.ctl('undo')
    assert [day['date'] for day in story.work.json('list', 'day')] == ['2026-10-21', '2026-10-22']
    if HAS_READER:
        story.release('final')
        assert story.subscriber.days() == [('2026-10-21', 'CONFIRMED'), ('2026-10-22', 'CONFIRMED')]


def check_brussels():
    """a one-day plenary in Brussels with seven parallel sessions, in English and Swedish"""
    story = Story('plenary', ['en', 'sv'])
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
    work.ctl('set', 'event', story.event, 'state=cancelled')
    answer = story.release('final')
    assert 'Evenemanget är inställt.' in answer['note']['sv'], answer
    assert story.linked(story.page())['eventStatus'].endswith('EventCancelled')
    if HAS_READER:
        assert {entry['status'] for entry in story.subscriber.entries.values()} == {'CANCELLED'}
        assert len(story.subscriber.entries) == 9


def check_news():
    """announcements stand on the site when they are ready and due, in each language, linked to each other"""
    story = maastricht('news')
    story.release('save-the-date')
    folder = story.folder / story.name
    assert not list(folder.glob('news*'))
    ready = story.add('announcement', 'type=venue', 'title=We have a house', 'state=ready', 'text_language=en',
                      'text=**De Walmolen**, <script>alert(1)</script> [here](javascript:alert(1)) '
                      'or [there](https://example.org/?a=1&b=2)')
    story.work.ctl('set', 'announcement', ready, 'title@de=Wir haben ein Haus', 'text@de=Im *Juni*.')
    story.add('announcement', 'type=agenda', 'title=Not written yet', 'state=draft', 'text=Soon')
    story.add('announcement', 'type=report', 'title=In a hundred years', 'state=ready', 'text=Then',
              'publish_at=2126-01-01T00:00:00Z')
    hidden = story.work.add('event', 'title=Unannounced gathering', 'text_language=en')
    story.work.add('day', f'event={hidden}', 'number=1', 'date=2099-01-01')
    story.release('invitation')
    pages = {path.name: path.read_text(encoding='utf-8') for path in folder.glob('news*')}
    assert len(pages) == 6, sorted(pages)
    english = next(text for name, text in pages.items() if name.startswith('news-venue') and '.de.' not in name)
    german = next(text for name, text in pages.items() if name.startswith('news-venue') and '.de.' in name)
    assert '<strong>De Walmolen</strong>' in english and '<script>alert' not in english, english
    assert 'javascript' not in english and 'here or' in english and 'https://example.org/?a=1&amp;b=2' in english
    assert 'hreflang="de"' in english and '<em>Juni</em>' in german
    for name, page in pages.items():
        check_page(page, 'de' if '.de.' in name else 'en')
        assert 'Not written' not in page and 'hundred years' not in page and 'Unannounced' not in page, name
    assert 'Wir haben ein Haus' in pages['news.de.html'] and '<style' not in pages['news-mail.html']
    assert 'news.html' in story.page() and 'news.de.html' in story.page('de')
    story.work.ctl('set', 'announcement', ready, 'state=draft')
    story.release('invitation')
    assert not list(folder.glob('news*'))


def check_refusals():
    """what is no step, no date or no event is refused; a dry run and a strict release change nothing"""
    story = maastricht('refusals')
    work = story.work
    for words in (('release',), ('release', 'soon'), ('move-event',), ('move-event', '--to', 'soonish'),
                  ('move-event', '--to', '2026-10-21,2026-10-21'),
                  ('move-event', '--to', '2026-10-21', '--split', '--online')):
        work.ctl(*words, status=USAGE)
    work.ctl('release', 'final', '--event', 'nothing', status=FAILED)
    add_agenda(story)
    edits = len(work.json('history'))
    answer = work.json('release', 'final', '--dry-run')
    assert 'release' not in answer and answer['note'], answer
    work.ctl('set', 'programme_node', work.json('list', 'programme_node')[0]['id'], 'funding_statement=')
    work.ctl('release', 'final', '--strict', status=ERRORS)
    assert len(work.json('history')) == edits + 1 and work.json('list', 'release') == []
    work.ctl('move-event', '--to', '2026-10-21,2026-10-22,2026-10-23', status=FAILED)
    moved = work.json('move-event', '--to', '21–22 October 2026')
    assert moved['days'] == ['2026-10-21', '2026-10-22'], moved
    assert work.json('move-event', '--to', '2026-12-01')['days'] == ['2026-12-01', '2026-12-02']
    own = work.json('release', 'invitation', '--note', 'Come!')
    assert own['note'] == {'en': 'Come!'}


tap.run([check_ladder, check_moves, check_brussels, check_news, check_refusals])
