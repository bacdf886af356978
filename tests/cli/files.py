# SPDX-License-Identifier: GPL-3.0-or-later
"""import, export, init, backup, restore, verify, and how the program speaks."""
import json
import os
import stat

import ctl
from ctl import DECISION, FAILED, USAGE, tap

SCHEDULE = '''<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <version>1</version>
  <conference>
    <acronym>demo</acronym><title>Demo Days</title><start>2026-06-17</start><end>2026-06-17</end>
    <days>1</days><timeslot_duration>00:05</timeslot_duration>
    <time_zone_name>Europe/Amsterdam</time_zone_name>
  </conference>
  <day index="1" date="2026-06-17" start="2026-06-17T08:00:00+02:00" end="2026-06-18T04:00:00+02:00">
    <room name="Great hall">
%s
    </room>
  </day>
</schedule>
'''
ENTRY = '''<event guid="00000000-0000-4000-8000-%012d" id="%d">
  <date>2026-06-17T%02d:00:00+02:00</date><start>%02d:00</start><duration>00:45</duration>
  <room>Great hall</room><slug>demo-%d</slug><url>https://example.org/%d</url><recording/>
  <title>Talk %d</title><subtitle/><track>Main</track><type>lecture</type><language>en</language>
  <abstract>About &amp; around</abstract><description/><logo/>
  <persons><person id="%d">Person %d</person></persons><links/><attachments/>
</event>'''


def schedule(name, numbers):
    entries = '\n'.join(ENTRY % ((n, n, 8 + n, 8 + n) + (n,) * 5) for n in numbers)
    path = ctl.FOLDER / name
    path.write_text(SCHEDULE % entries, encoding='utf-8')
    return path


def check_import():
    """a programme comes in once, and the same file again changes nothing"""
    work = ctl.Workspace('import.db')
    file = schedule('demo.xml', range(1, 11))
    rehearsal = work.json('import', '--dry-run', file)
    assert rehearsal['created']['session'] == 10 and not rehearsal['written']
    assert work.json('list', 'session') == []
    answer = work.json('import', file)
    assert answer['format'] == 'schedule.xml' and answer['created']['session'] == 10, answer
    assert answer['created']['person'] == 10 and answer['cancelled'] == {}
    again = work.json('import', file)
    assert again['created'] == {} and again['updated'] == {} and not again['written'], again
    assert again['unchanged']['session'] == 10
    session = work.json('list', 'session')[0]
    assert session['start'] == '2026-06-17T09:00' and session['rooms'] == ['Great hall']
    work.ctl('undo')
    assert work.json('list', 'session') == []


CALENDAR = '''BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//EN
X-WR-CALNAME:Clay days
BEGIN:VEVENT
UID:one@example.org
SUMMARY:Welcome
DTSTART;TZID=Europe/Stockholm:20260617T094000
DURATION:PT45M
RRULE:FREQ=WEEKLY;COUNT=2
LOCATION:Hall
END:VEVENT
BEGIN:VEVENT
UID:two@example.org
SUMMARY:Some time
END:VEVENT
END:VCALENDAR
'''


def check_calendar():
    """a calendar is an event; its rule is kept, what has no time is unplaced, jCal is refused by name"""
    work = ctl.Workspace('calendar.db')
    file = ctl.FOLDER / 'clay.ics'
    file.write_text(CALENDAR)
    answer = work.json('import', file)
    assert answer['format'] == 'iCalendar' and answer['created']['session'] == 2, answer
    placed, loose = sorted(work.json('list', 'session'), key=lambda s: s['title'], reverse=True)
    assert placed['start'] == '2026-06-17T09:40' and placed['end'] == '2026-06-17T10:25', placed
    assert placed['repeats'] == 'FREQ=WEEKLY;COUNT=2' and placed['rooms'] == ['Hall'], placed
    assert loose['start'] is None and loose['day'] is None, loose
    file.write_text(CALENDAR.replace('Welcome', 'A warm welcome').replace('T0940', 'T1000'))
    answer = work.json('import', file)
    assert answer['updated']['session'] == 1 and not answer['created'], answer
    assert 'RRULE:FREQ=WEEKLY;COUNT=2' in work.ctl('export', 'ics')
    jcal = ctl.FOLDER / 'clay.jcal'
    jcal.write_text('["vcalendar", [], [["vevent", [["uid", {}, "text", "1"]], []]]]')
    refused = work.run('import', jcal)
    assert refused.returncode == FAILED and 'jCal' in refused.stderr, refused.stderr


AGENDA = '''AGENDA
Kick-off

17 June 2026

9:00 - 9:30\tWelcome (Great hall)
\tChair: Ada Berg
9.30\tCoffee break
9h50 - 11h\tMarkets (Foyer)
'''


def check_agenda():
    """an agenda in a text comes in where it is beyond doubt, else into a named event only"""
    work = ctl.Workspace('agenda.db')
    file = ctl.FOLDER / 'agenda.txt'
    file.write_text(AGENDA)
    answer = work.json('import', file)
    assert answer['format'] == 'agenda' and answer['created']['session'] == 3, answer
    assert sorted(s['start'] for s in work.json('list', 'session')) == [
        '2026-06-17T09:00', '2026-06-17T09:30', '2026-06-17T09:50']
    assert [r['role'] for r in work.json('list', 'session_role')] == ['chair']
    again = work.json('import', file)
    assert not again['written'], again
    file.write_text(AGENDA.replace('Kick-off', 'Second kick-off') + '\n\nSomething else\n\n8:00 Early\n')
    work.ctl('import', file, status=FAILED)
    work.add('event', 'title=Other', 'slug=other')
    answer = work.json('import', '--event', 'other', file)
    assert answer['created']['session'] == 4 and answer['skipped'], answer
    assert [e['title'] for e in work.json('list', 'event') if e['slug'] == 'other'] == ['Other']


def check_disappeared():
    """one cancelled session is cancelled; a third of them asks first"""
    work = ctl.Workspace('disappeared.db')
    work.ctl('import', schedule('all.xml', range(1, 11)))
    answer = work.json('import', schedule('nine.xml', range(1, 10)))
    assert answer['cancelled'] == {'session': 1}, answer
    few = schedule('few.xml', range(1, 6))
    answer = work.json('import', few, status=DECISION)
    assert answer['needs_decision'] and not answer['written']
    states = [session['state'] for session in work.json('list', 'session')]
    assert states.count('cancelled') == 1, states
    work.ctl('import', '--cancel-missing', few)
    states = [session['state'] for session in work.json('list', 'session')]
    assert states.count('cancelled') == 5, states


def check_refusals():
    """a file that is no programme is refused, and the others still come in"""
    work = ctl.Workspace('refusals.db')
    note = ctl.FOLDER / 'note.txt'
    note.write_text('Dear all,\n', encoding='utf-8')
    work.ctl('import', note, status=FAILED)
    work.ctl('import', ctl.FOLDER / 'not-there.xml', status=FAILED)
    answers = work.json('import', note, schedule('good.xml', [1]), status=FAILED)
    assert [answer['format'] for answer in answers] == [None, 'schedule.xml'], answers
    assert 'error' in answers[0] and len(work.json('list', 'session')) == 1


def check_export():
    """every format goes out, to a file and to standard output"""
    work = ctl.Workspace('export.db')
    work.ctl('import', schedule('out.xml', range(1, 4)))
    beginnings = {'ics': 'BEGIN:VCALENDAR', 'schedule-xml': '<?xml', 'schedule-json': '{',
                  'html': '<!DOCTYPE html>', 'jsonld': '{'}
    for name, beginning in beginnings.items():
        text = work.ctl('export', name)
        assert text.startswith(beginning), f'{name}: {text[:40]}'
        assert 'Talk 2' in text
        work.ctl('export', name, '-o', ctl.FOLDER / 'out')
        assert (ctl.FOLDER / 'out').read_text(encoding='utf-8').replace('\r', '') == text
    json.loads(work.ctl('export', 'schedule-json'))
    work.ctl('export', 'pdf', status=USAGE)
    work.ctl('export', 'ics', '--audience', 'everybody', status=USAGE)
    work.ctl('export', 'ics', '--event', 'nonsense', status=FAILED)
    work.ctl('add', 'event', 'slug=second', 'title=Second')
    work.ctl('export', 'ics', status=FAILED)


def check_private():
    """what only organisers may see is in no public export"""
    work = ctl.Workspace('private.db', '--sample', 'interregional')
    secrets = ['Key code changes', 'Hearing loop: test', 'gluten', '+31 6 5550 1234', 'Steering group',
               'marijke.van.der.berg@']
    for name in ('ics', 'schedule-xml', 'schedule-json', 'html', 'jsonld', 'mail'):
        for language in ('en', 'de', 'sv'):
            text = work.ctl('export', name, '--event', 'final-conference', '--lang', language)
            for secret in secrets:
                assert secret not in text, f'{secret} in {name} ({language})'


def check_copies():
    """a backup becomes a new workspace with the same data and its own place"""
    work = ctl.Workspace('copies.db')
    work.add('person', 'name=Anna')
    copy = ctl.FOLDER / 'copy.lectern'
    work.ctl('backup', copy)
    work.add('person', 'name=Berta')
    ctl.command('-w', ctl.FOLDER / 'new.db', 'restore', copy)
    listed = ctl.command('-w', ctl.FOLDER / 'new.db', '--json', 'list', 'person')
    assert [person['name'] for person in json.loads(listed.stdout)] == ['Anna']
    ctl.command('-w', work.path, 'restore', copy, status=FAILED)
    assert len(work.json('list', 'person')) == 2
    assert work.json('verify') == {'whole': True, 'problems': []}
    ctl.command('-w', ctl.FOLDER / 'none.db', 'restore', __file__, status=FAILED)
    assert not (ctl.FOLDER / 'none.db').exists()


def check_damaged():
    """a damaged workspace is said to be damaged"""
    work = ctl.Workspace('damaged.db', '--sample', 'plenary')
    work.ctl('verify')
    with open(work.path, 'r+b') as file:
        file.seek(20000)
        file.write(b'\xff' * 8000)
    work.ctl('verify', status=FAILED)
    junk = ctl.FOLDER / 'junk.db'
    junk.write_bytes(os.urandom(5000))
    ctl.command('-w', junk, 'list', 'person', status=FAILED)


def check_places():
    """without a file the person's own folder is used, private, with the current one noted"""
    ctl.command('list', 'person', status=FAILED)
    path = ctl.command('init', '--name', 'Our project').stdout.strip()
    folder = ctl.FOLDER / 'data' / 'lectern'
    assert path == str(folder / 'Our project.db') or path.startswith(str(folder)), path
    assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    ctl.command('add', 'person', 'name=Anna')
    assert ctl.command('list', 'person').stdout.endswith('\tAnna\n')
    ctl.command('-w', path, 'list', 'person')
    ctl.command('init', path, status=FAILED)


def check_sample():
    """both samples are made, and no third"""
    for name in ('interregional', 'plenary'):
        work = ctl.Workspace(f'sample-{name}.db', '--sample', name)
        assert len(work.json('list', 'registration')) >= 60
        assert work.json('verify')['whole']
    ctl.command('init', ctl.FOLDER / 'third.db', '--sample', 'nonsense', status=USAGE)
    assert not (ctl.FOLDER / 'third.db').exists()


def check_speech():
    """help names every command, wrong words are usage, and --version answers"""
    text = ctl.command('--help').stdout
    for name in ('init', 'import', 'export', 'list', 'show', 'add', 'set', 'delete', 'search',
                 'history', 'undo', 'redo', 'backup', 'restore', 'verify', 'site', 'publish',
                 'resolve', 'preview'):
        assert f'\n  {name} ' in text, name
        own = ctl.command(name, '--help').stdout
        assert f'lecternctl {name}' in own, own
    assert ctl.command('--version').stdout.startswith('lecternctl ')
    ctl.command(status=USAGE)
    ctl.command('nonsense', status=USAGE)
    ctl.command('--nonsense', status=USAGE)


tap.run([check_import, check_calendar, check_agenda, check_disappeared, check_refusals, check_export, check_private, check_copies,
         check_damaged, check_places, check_sample, check_speech])
