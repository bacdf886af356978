# SPDX-License-Identifier: GPL-3.0-or-later
"""check: what it answers, and how it ends."""
import ctl
from ctl import ERRORS, FAILED, USAGE, tap

KEYS = {'rule', 'level', 'what', 'where', 'why', 'fixes'}


def check_findings():
    """two sessions in one room are an error with fixes, and the status says so"""
    work = ctl.Workspace('check.db')
    event = work.add('event', 'slug=final', 'title=Final conference', 'time_zone=Europe/Amsterdam',
                     'text_language=en')
    day = work.add('day', f'event={event}', 'date=2027-06-17')
    venue = work.add('venue', 'name=House')
    room = work.add('room', f'venue={venue}', 'name=Great hall')
    assert work.json('check') == {'findings': []}
    assert 'Nothing is wrong.' in work.ctl('check')
    sessions = [work.add('session', f'event={event}', f'title={title}', f'day={day}', f'start_minute={start}',
                         'duration=60', f'rooms={room}') for title, start in (('Welcome', '9:00'), ('Results', '9:50'))]
    findings = work.json('check', status=ERRORS)['findings']
    assert len(findings) == 1 and set(findings[0]) == KEYS, findings
    found = findings[0]
    assert found['rule'] == 'R01' and found['level'] == 'error', found
    assert found['what'] == 'Great hall is taken twice' and 'Great hall' in found['where'], found
    assert found['why'] == '“Welcome” and “Results” overlap by 10 minutes', found
    assert 1 <= len(found['fixes']) <= 3 and 'Shorten “Welcome”' in found['fixes'][0], found
    assert 'Great hall is taken twice' in work.ctl('check', '--event', 'final', status=ERRORS)
    work.ctl('set', 'session', sessions[1], 'state=cancelled')
    assert work.json('check') == {'findings': []}


def check_waiver():
    """what was accepted is not listed and no error any more"""
    work = ctl.Workspace('waiver.db')
    event = work.add('event', 'slug=final', 'title=Final conference')
    day = work.add('day', f'event={event}', 'date=2027-06-17')
    work.add('session', f'event={event}', f'title=Endless', f'day={day}', 'start_minute=9:00', 'duration=0')
    found = work.json('check', status=ERRORS)['findings'][0]
    assert found['rule'] == 'R10' and found['what'] == 'It has no duration', found
    session = work.json('list', 'session')[0]['id']
    work.add('waiver', f'event={event}', 'rule=R10', f'subject={session}', 'reason=Until the end')
    assert work.json('check') == {'findings': []}
    assert '1 finding is accepted.' in work.ctl('check')


def check_steps():
    """levels follow the release step, the event's or the one that is named"""
    work = ctl.Workspace('steps.db', '--sample', 'interregional')
    early = work.json('check', '--event', 'final-conference', '--step', 'invitation', status=ERRORS)['findings']
    own = work.json('check', '--event', 'final-conference', status=ERRORS)['findings']
    late = work.json('check', '--event', 'final-conference', '--step', 'final', status=ERRORS)['findings']
    assert own == early != late
    assert not [found for found in early if found['rule'] == 'R27'] and [found for found in late if found['rule'] == 'R27']
    work.ctl('check', '--step', 'soon', status=USAGE)
    work.ctl('check', status=FAILED)  # several events
    work.ctl('check', '--event', 'nowhere', status=FAILED)


def check_samples():
    """the samples have the errors they are meant to have, and waivers that meet a finding"""
    errors = {('interregional', 'final-conference'): ['R01', 'R20'],
              ('plenary', 'second-plenary'): ['R01', 'R20', 'R22', 'R30']}
    for (sample, event), wanted in errors.items():
        work = ctl.Workspace(f'{sample}-sample.db', '--sample', sample)
        findings = work.json('check', '--event', event, status=ERRORS)['findings']
        assert sorted(found['rule'] for found in findings if found['level'] == 'error') == wanted, findings
        assert '1 finding is accepted.' in work.ctl('check', '--event', event, status=ERRORS)


tap.run([check_findings, check_waiver, check_steps, check_samples])
