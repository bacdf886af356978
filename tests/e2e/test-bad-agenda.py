#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an agenda should not hold is shown, flagged, and never out of sight without a notice: 400 sessions in one
slot, one of three days, a title of 10,000 characters, words from right to left, the hour that does not exist in the
night of a clock change, a room that was deleted."""

import json
import re

import desktop

MANY = 400
LONG = 'Very ' * 2000
RIGHT_TO_LEFT = 'ورشة عمل الخزف'


def entry(number, title, start, end, place):
    return ['BEGIN:VEVENT', f'UID:{number}@bad.example', 'DTSTAMP:20260101T000000Z', f'DTSTART;TZID=Europe/Vienna:{start}',
            f'DTEND;TZID=Europe/Vienna:{end}', f'SUMMARY:{title}', f'LOCATION:{place}', 'END:VEVENT']


def calendar():
    """Saturday 28 March 2026; in the night after it there is no hour between two and three."""
    lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//example//bad//EN', 'X-WR-CALNAME:Bad agenda']
    for number in range(MANY):
        lines += entry(number, f'Crowd {number:03}', '20260328T100000', '20260328T103000', 'Hall')
    lines += entry(1000, 'Three days long', '20260328T090000', '20260331T090000', 'Side room')
    lines += entry(1001, LONG, '20260328T110000', '20260328T113000', 'Side room')
    lines += entry(1002, RIGHT_TO_LEFT, '20260328T120000', '20260328T123000', 'Side room')
    lines += entry(1003, 'Night session', '20260329T023000', '20260329T033000', 'Side room')
    lines += entry(1004, 'Without its room', '20260328T130000', '20260328T133000', 'Cellar')
    return '\r\n'.join(lines + ['END:VCALENDAR', ''])


def shown(desk):
    """Every session of the day is somewhere in the window, and what is wrong is counted"""
    file = desk.top / 'bad.ics'
    file.write_text(calendar(), encoding='utf-8')
    desk.ctl('init', desk.top / 'bad.db')
    workspace = ['--workspace', desk.top / 'bad.db']
    desk.ctl(*workspace, 'import', file)
    cellar = next(r for r in json.loads(desk.ctl(*workspace, '--json', 'list', 'room')) if r['name'] == 'Cellar')
    desk.ctl(*workspace, 'delete', 'room', cellar['id'])
    sessions = json.loads(desk.ctl(*workspace, '--json', 'list', 'session'))
    assert len(sessions) == MANY + 5, len(sessions)
    app = desk.app = desk.start(*workspace)
    app.maximise()
    app.click('list item', re.compile('^Agenda'))
    canvas = app.wait_for('list', 'Sessions')
    app.wait_for('list item', 'Crowd 000', root=canvas)
    app.wait_for('push button', re.compile(r'^\d{5} problems'))
    # Others stand far to the right of the crowd: whoever looks for one is led there.
    prompt = 'label', re.compile('Finds agenda items')
    for words, title in (('Without its room', 'Without its room'), ('Three days', 'Three days long'),
                         (RIGHT_TO_LEFT, RIGHT_TO_LEFT), ('Night session', 'Night session'),
                         ('Very', re.compile('^Very Very'))):
        app.key('ctrl+f')
        app.wait_for(*prompt)
        app.type(words)
        prompt = 'list item', re.compile('^' + words + '.*Session')  # what was looked for last is there again
        app.wait_for(*prompt)
        app.key('Return')
        app.wait_for('list item', title, root=canvas)
    assert 'CRITICAL' not in app.log_text() and 'WARNING' not in app.log_text(), app.log_text()


desktop.run(shown, size='1280x800', animations=False)
