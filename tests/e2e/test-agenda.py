#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The agenda by keys and pointer: days, walking, a title, a time, a new session, deleting, undo, the list."""

import json
import re

import desktop

TALK = 'Lignin at minus twenty degrees'


def session(desk, title):
    """The session with this title as the command line sees it; None where there is none."""
    found = [s for s in json.loads(desk.ctl('--json', 'list', 'session')) if s['title'] == title]
    return found[0] if found else None


def item(app, title):
    return app.wait_for('list item', title)


def described(node):
    return desktop.safely(node.get_description, '') or ''


def is_focused(app, title):
    node = app.see('list item', title)
    return node is not None and app.has_state(node, 'focused')


def let_toasts_go(app):
    """What is said at the bottom covers the tray, and stays while the pointer is on it."""
    app.click_node(item(app, TALK))
    app.wait_gone('label', re.compile('^(Undone|“.*” deleted)'))


def open_agenda(desk):
    """The agenda shows the first day of the sample with what each item says"""
    desk.ctl('init', '--sample', 'plenary')
    app = desk.app = desk.start()
    app.click('list item', re.compile('^Agenda'))
    node = item(app, TALK)
    words = described(node)
    assert '11:00–12:30' in words and 'Tallen' in words, words
    assert app.see('list item', 'Lunch') is not None
    app.wait_for('push button', re.compile(r'^Wed \d+'))


def walk(desk):
    """Arrow keys walk by time and room, Page Down and Up by day"""
    app = desk.app
    app.click_node(item(app, TALK))
    app.wait(lambda: is_focused(app, TALK), 'the focus on the item')
    app.key('Right')
    app.wait(lambda: not is_focused(app, TALK), 'the focus to move to the next room')
    app.key('Left')
    app.wait(lambda: is_focused(app, TALK), 'the focus to come back')
    app.key('Down')
    app.wait(lambda: is_focused(app, 'A tray that survives soup'), 'the next one in the room')
    app.key('Up')
    app.wait(lambda: is_focused(app, TALK), 'the one before')
    app.key('Next')
    app.wait_gone('list item', TALK)
    app.key('Prior')
    item(app, TALK)


def rename(desk):
    """F2 goes to the title; what is typed is stored, shown and undone"""
    app = desk.app
    app.click_node(item(app, TALK))
    app.key('F2')
    app.wait_focus('text', 'Title')
    app.type('Lignin in winter')
    app.key('Return')
    item(app, 'Lignin in winter')
    app.wait(lambda: session(desk, 'Lignin in winter'), 'the stored title')
    app.click('push button', re.compile('^Undo: '))
    item(app, TALK)
    assert session(desk, TALK) is not None


def retime(desk):
    """A time is typed as people write it; a wrong one stays with its reason and is not stored"""
    app = desk.app
    app.click_node(item(app, TALK))
    app.click('text', 'Time')
    app.key('ctrl+a')
    app.type('14.45+30')
    app.key('Return')
    app.wait(lambda: session(desk, TALK)['start'].endswith('T14:45'), 'the new time')
    assert session(desk, TALK)['end'].endswith('T15:15'), session(desk, TALK)
    app.key('ctrl+a')
    app.type('at noonish')
    app.key('Return')
    app.wait_for('label', re.compile('^This is no time'))
    assert session(desk, TALK)['start'].endswith('T14:45')
    app.key('Escape')
    app.wait(lambda: app.see('label', re.compile('^This is no time')) is None, 'the reason to go')
    app.key('ctrl+z')
    app.wait(lambda: session(desk, TALK)['start'].endswith('T11:00'), 'the time to be as before')


def new_session(desk):
    """Ctrl+N makes a session whose title is typed at once; it waits in the tray"""
    app = desk.app
    app.key('ctrl+n')
    app.wait(lambda: session(desk, 'New session'), 'the new session')
    app.wait_focus('text', 'Title')
    app.type('Group photo')
    app.key('Return')
    item(app, 'Group photo')
    stored = app.wait(lambda: session(desk, 'Group photo'), 'the stored session')
    assert stored['start'] is None, stored


def add_person(desk):
    """A person who is new is added by typing the name"""
    app = desk.app
    let_toasts_go(app)
    app.click_node(item(app, 'Group photo'))
    app.click('text', 'Add a person')
    app.type('Wilhelmina Probst')
    app.key('Return')
    app.wait_for('push button', 'Wilhelmina Probst')
    people = json.loads(desk.ctl('--json', 'list', 'person'))
    assert [p['name'] for p in people].count('Wilhelmina Probst') == 1
    assert 'Wilhelmina Probst' in described(item(app, 'Group photo'))


def delete(desk):
    """Delete takes a session out; the toast's Undo brings it back with its people"""
    app = desk.app
    let_toasts_go(app)
    app.click_node(item(app, 'Group photo'))
    app.key('Delete')
    app.wait_gone('list item', 'Group photo')
    assert session(desk, 'Group photo') is None

    def back():
        button = app.see('push button', 'Undo')
        if button is not None and session(desk, 'Group photo') is None:
            app.click_node(button)  # again where the toast was still moving
        return session(desk, 'Group photo')
    app.wait(back, 'the session')
    assert 'Wilhelmina Probst' in described(item(app, 'Group photo'))


def zoom(desk):
    """Plus makes the grid larger, 0 brings it back to 100 %"""
    app = desk.app
    app.click_node(item(app, TALK))
    app.wait_for('push button', '70 %')
    app.key('plus')
    app.wait_for('push button', '85 %')
    app.key('0')
    app.wait_for('push button', '100 %')
    app.key('minus')
    app.wait_for('push button', '85 %')


def by_time(desk):
    """The list has all days with a head each, and the unplaced last"""
    app = desk.app
    app.click('push button', 'List')
    app.wait_for('label', re.compile(r'^Wed(nesday)? \d+ \w+ \d+'))
    app.wait_for('label', TALK)
    assert app.close() == 0, app.log_text()


desktop.run(open_agenda, walk, rename, retime, new_session, add_person, delete, zoom, by_time)
