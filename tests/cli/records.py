# SPDX-License-Identifier: GPL-3.0-or-later
"""list, show, add, set, delete."""
import ctl
from ctl import FAILED, USAGE, tap


def event(work):
    made = work.add('event', 'slug=final', 'title=Final conference', 'time_zone=Europe/Amsterdam',
                    'text_language=en', 'languages=en,de')
    day = work.add('day', 'event=final', 'date=17.06.2026', 'number=1')
    work.add('venue', 'name=Old Mill', 'city=Maastricht')
    work.add('room', 'venue=old mill', 'name=Great hall')
    work.add('room', 'venue=Old Mill', 'name=Room 2')
    return made, day


def check_session():
    """a session says when and where it is, in the words of the data description"""
    work = ctl.Workspace('session.db')
    made, day = event(work)
    number = work.add('session', 'event=final', 'title=Welcome', f'day={day}', 'start_minute=9.40',
                      'duration=1:30', 'rooms=Great hall, Room 2', 'type=Plenary')
    session = work.show('session', number)
    expected = {'id': number, 'title': 'Welcome', 'event': 'Final conference', 'event_id': made,
                'start': '2026-06-17T09:40', 'end': '2026-06-17T11:10', 'day': '2026-06-17',
                'day_id': day, 'time_zone': 'Europe/Amsterdam', 'rooms': ['Great hall', 'Room 2'],
                'type': 'plenary', 'start_minute': 580, 'duration': 90, 'abstract': None,
                'track': None, 'track_id': None, 'text_language': 'en', 'translations': None}
    for key, value in expected.items():
        assert session[key] == value, f'{key} is {session[key]!r}, not {value!r}'
    assert len(session['room_ids']) == 2 and all(isinstance(i, str) for i in session['room_ids'])


def check_midnight():
    """a session at half past one in the night belongs to the evening's day"""
    work = ctl.Workspace('midnight.db')
    _, day = event(work)
    number = work.add('session', 'event=final', 'title=Dance', f'day={day}', 'start_minute=1:30+1',
                      'duration=45')
    session = work.show('session', number)
    assert session['start'] == '2026-06-18T01:30' and session['end'] == '2026-06-18T02:15'
    assert session['day'] == '2026-06-17' and session['start_minute'] == 1530


def check_order():
    """sessions are listed as they take place, unplaced ones last, cancelled ones too"""
    work = ctl.Workspace('order.db')
    _, day = event(work)
    for title, start, state in (('Later', '14:00', 'confirmed'), ('Early', '9:00', 'cancelled')):
        work.add('session', 'event=final', f'title={title}', f'day={day}', f'start_minute={start}',
                 f'state={state}')
    work.add('session', 'event=final', 'title=Somewhen')
    gone = work.add('session', 'event=final', 'title=Gone')
    work.ctl('delete', 'session', gone)
    titles = [session['title'] for session in work.json('list', 'session', '--event', 'final')]
    assert titles == ['Early', 'Later', 'Somewhen'], titles
    lines = work.ctl('list', 'session').splitlines()
    assert [line.split('\t')[1:] for line in lines[:1]] == [['2026-06-17T09:00', 'Early']]


def check_translations():
    """a translation is shown where it is asked for, and stale once its source has changed"""
    work = ctl.Workspace('translations.db')
    event(work)
    number = work.add('session', 'event=final', 'title=Welcome')
    work.ctl('set', 'session', number, 'title@de=Willkommen')
    assert work.show('session', number)['title'] == 'Welcome'
    shown = work.show('session', number, '--lang', 'de')
    assert shown['title'] == 'Willkommen'
    assert shown['translations'] == {'de': {'title': 'Willkommen'}}
    assert shown['stale_translations'] == {}
    work.ctl('set', 'session', number, 'title=Welcome to all')
    assert work.show('session', number)['stale_translations'] == {'de': ['title']}


def check_persons():
    """what is typed stays as it is: names, a plus, a formula"""
    work = ctl.Workspace('persons.db')
    number = work.add('person', 'name=Anna van der Berg', 'email=Anna <anna@example.org>',
                      'phone=+49 30 123456', 'notes==1+1')
    person = work.show('person', number)
    assert person['name'] == 'Anna van der Berg' and person['email'] == 'anna@example.org'
    assert person['phone'] == '+49 30 123456' and person['notes'] == '=1+1'


def check_wrong_values():
    """a wrong value is refused with its field, and nothing is written"""
    work = ctl.Workspace('wrong.db')
    event(work)
    for field in ('email=nobody', 'website=javascript:x', 'languages=klingonisch',
                  'organisation=Nobody there'):
        kind = 'organisation' if field.startswith('website') else 'person'
        done = work.run('add', kind, 'name=X', field)
        assert done.returncode == FAILED, (field, done.returncode)
        assert done.stderr.count('\n') == 1 and '“' in done.stderr, done.stderr
        assert work.json('list', kind) == []


def check_equal_value():
    """an equal value writes nothing"""
    work = ctl.Workspace('equal.db')
    number = work.add('person', 'name=Anna')
    answer = work.json('set', 'person', number, 'name=Anna')
    assert answer['edit'] is None and answer['records'] == []
    assert len(work.json('history', 'person', number)) == 1


def check_links():
    """a link has one row however often it is made, and needs what it links"""
    work = ctl.Workspace('links.db')
    event(work)
    session = work.add('session', 'event=final', 'title=Welcome')
    person = work.add('person', 'name=Anna')
    fields = (f'session={session}', f'person={person}', 'role=chair')
    first = work.add('session_role', *fields)
    assert work.json('add', 'session_role', *fields, 'state=confirmed')['records'][0]['id'] == first
    roles = work.json('list', 'session_role', '--event', 'final')
    assert [(role['person'], role['role'], role['state']) for role in roles] \
        == [('Anna', 'chair', 'confirmed')]
    work.ctl('add', 'session_role', f'session={session}', status=USAGE)
    work.ctl('set', 'session_role', first, 'role=speaker', status=USAGE)
    assert [p['name'] for p in work.json('list', 'person', '--event', 'final')] == ['Anna']
    work.add('person', 'name=Berta')
    assert len(work.json('list', 'person', '--event', 'final')) == 1


def check_ambiguous():
    """a name that two records have is no reference"""
    work = ctl.Workspace('ambiguous.db')
    first = work.add('organisation', 'name=Office')
    work.add('organisation', 'name=office')
    done = work.run('add', 'person', 'name=Anna', 'organisation=Office')
    assert done.returncode == FAILED and 'several' in done.stderr, done.stderr
    person = work.add('person', 'name=Anna', f'organisation={first}')
    assert work.show('person', person)['organisation_id'] == first


def check_missing():
    """what is not there or was deleted is said, with exit status 1"""
    work = ctl.Workspace('missing.db')
    number = work.add('person', 'name=Anna')
    work.ctl('delete', 'person', number)
    for words in (('show', 'person', number), ('show', 'person', '5'), ('delete', 'person', number),
                  ('set', 'person', '5', 'name=X'), ('list', 'person', '--event', 'none')):
        work.ctl(*words, status=FAILED)
    assert work.json('list', 'person') == []


def check_usage():
    """wrong usage is exit status 2"""
    work = ctl.Workspace('usage.db')
    for words in (('list',), ('list', 'nonsense'), ('list', 'person', 'more'), ('show', 'person'),
                  ('add', 'person'), ('add', 'person', 'name'), ('add', 'person', 'colour=red'),
                  ('add', 'person', 'email@de=x'), ('list', 'person', '--nonsense'),
                  ('list', 'tag', '--event', 'x'), ('list', 'person', '--lang', 'German'),
                  ('show', 'person', '5', '--lang', 'German'), ('show', 'person', '5', '--at', '')):
        work.ctl(*words, status=USAGE)


tap.run([check_session, check_midnight, check_order, check_translations, check_persons,
         check_wrong_values, check_equal_value, check_links, check_ambiguous, check_missing,
         check_usage])
