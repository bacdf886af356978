#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways the agenda is shown, by keys and pointer: tracks, people, list, all days; zoom; a filter;
colours; and what is seen printed into a PDF, whose text is read."""

import os
import re
import shutil
import subprocess

import desktop

TALK = 'Lignin at minus twenty degrees'
OTHER_DAY = 'Money for the next step'
# The sample's dates move with today's.
WEDNESDAY = re.compile(r'^Wed \d+')
THURSDAY = re.compile(r'^Thu \d+')
SHOWN = re.compile(r'^\d+ of \d+ shown')


def seen(app, title):
    return app.wait_for('list item', title)


def described(node):
    return desktop.safely(node.get_description, '') or ''


def open_agenda(desk):
    """Ctrl+2, Ctrl+4, Ctrl+3 and Ctrl+1 switch between tracks, people, the list and rooms"""
    desk.ctl('init', '--sample', 'plenary')
    app = desk.app = desk.start()
    app.click('list item', re.compile('^Agenda'))
    seen(app, TALK)
    app.key('ctrl+2')
    app.wait_for('label', 'No track')
    seen(app, TALK)
    app.key('ctrl+4')
    app.wait_for('label', 'Leonhard Gstrein')
    app.key('ctrl+3')
    app.wait_for('label', re.compile(r'^Wed(nesday)? \d+ \w+ \d+'))
    app.key('ctrl+1')
    app.wait_for('label', 'Tallen')
    seen(app, TALK)


def go_to(app, day, gone):
    """A day's tab, once more where the bar moved under the pointer: its badges come with the problems."""
    for _ in range(3):
        app.click('push button', day)
        try:
            return app.wait_gone('list item', gone, seconds=20)
        except desktop.NotSeen as late:
            not_seen = late
    raise not_seen


def all_days(desk):
    """All days stand side by side, and one day again"""
    app = desk.app
    assert app.see('list item', OTHER_DAY) is None
    app.click('push button', 'All days')
    seen(app, OTHER_DAY)
    seen(app, TALK)
    go_to(app, THURSDAY, TALK)
    seen(app, OTHER_DAY)
    app.key('ctrl+5')
    seen(app, TALK)
    go_to(app, WEDNESDAY, OTHER_DAY)


def zoom(desk):
    """Ctrl with plus, minus, 0 and the wheel makes it larger and smaller, wherever the focus is"""
    app = desk.app
    app.wait_for('push button', '70 %')
    app.key('ctrl+plus')
    app.wait_for('push button', '85 %')
    app.key('ctrl+minus')
    app.key('ctrl+minus')
    app.wait_for('push button', '50 %')
    app.key('ctrl+0')
    app.wait_for('push button', '100 %')
    x, y = app.point(seen(app, TALK))
    app._xdotool('mousemove', x, y, 'keydown', 'Control_L', 'click', 4, 'keyup', 'Control_L')
    app.wait_for('push button', '125 %')


def one_person(desk):
    """The filter finds a person; the grid of people shows that programme; the chip takes it away"""
    app = desk.app
    app.key('ctrl+4')
    app.click('toggle button', 'Filter') if app.see('toggle button', 'Filter') else app.click('push button', 'Filter')
    app.wait(lambda: app.see('check box', 'With problems'), 'what can be asked for')
    app.type('gstrein')
    app.wait(lambda: app.see('check box', 'With problems') is None, 'the search to find less')
    app.key('Return')
    app.wait(lambda: app.has_state(app.see('check box', 'Leonhard Gstrein'), 'checked'), 'the check')
    app.key('Escape')
    app.wait_for('label', SHOWN)
    seen(app, TALK)
    app.wait(lambda: app.see('list item', 'Lunch') is None, 'the others to go')
    app.click('push button', re.compile('^Do not filter by “Leonhard Gstrein”'))
    seen(app, 'Lunch')
    app.key('ctrl+1')
    app.click('push button', WEDNESDAY)


def colours(desk):
    """Colours can say the state instead of the track, and the legend says which is which"""
    app = desk.app
    name = 'What the colours say'
    app.click('toggle button', name) if app.see('toggle button', name) else app.click('push button', name)
    app.wait(lambda: app.see('label', 'Workwear that comes back'), 'the legend of tracks')
    state = app.wait(lambda: app.see('check box', 'State') or app.see('radio button', 'State'), 'what they can say')
    app.tab_to(desktop.role_of(state), 'State')
    app.key('space')
    app.wait(lambda: app.see('label', 'To be confirmed'), 'the legend of states')
    app.key('Escape')


def printed(desk):
    """Ctrl+P prints the day that is shown into a file"""
    app = desk.app
    if shutil.which('pdftotext') is None:
        print('# no pdftotext: the text on the paper is not read')
        return
    app.key('ctrl+p')
    app.click('table cell', 'Print to File') if app.see('table cell', 'Print to File') else app.click('label', 'Print to File')
    app.click('label', 'Print')

    def pdf():
        places = [desk.top / 'home', desk.top / 'home' / 'Documents', desktop.pathlib.Path.cwd()]
        found = [path for place in places for path in place.glob('*Seven demonstrations.pdf')]
        return found[0] if found and found[0].stat().st_size > 1000 else None
    path = app.wait(pdf, 'the PDF')
    text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout
    os.unlink(path)
    assert re.search(r'Wed \d+ \w+ \d{4}', text), text
    for words in ('Second plenary: Seven demonstrations', 'Tallen', 'Lignin at minus', 'Page 1 of'):
        assert words in text, text
    assert OTHER_DAY not in text, text


def remembered(desk):
    """The way it was shown is the one it is shown in after a restart"""
    app = desk.app
    app.key('ctrl+2')
    app.wait_for('label', 'No track')
    assert app.close() == 0, app.log_text()
    app = desk.app = desk.start()
    app.wait_for('label', 'No track')
    assert app.close() == 0, app.log_text()


desktop.run(open_agenda, all_days, zoom, one_person, colours, printed, remembered)
