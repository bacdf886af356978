#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By keys and pointer: an agenda is pasted, a day copied, the event moved, and copied as the next one."""

import json
import re

import desktop

LINES = ('Day 1', '9:00-9:30 Zebra welcome', 'Chair: Nora Paste', '9.30 Zebra coffee', '9h50-11h Zebra markets')


def listed(desk, kind, *more):
    return json.loads(desk.ctl('--json', 'list', kind, *more))


def titled(desk, title):
    return [s for s in listed(desk, 'session') if s['title'] == title]


def open_agenda(desk):
    """An event without an agenda offers to paste one"""
    desk.ctl('init')
    desk.ctl('add', 'event', 'title=3rd Zebra meeting', 'ordinal=3', 'slug=zebra-3', 'time_zone=Europe/Amsterdam',
             'text_language=en')
    app = desk.app = desk.start()
    app.click('list item', re.compile('^Agenda'))
    app.wait_for('push button', re.compile('Paste an agenda'))


def paste(desk):
    """What is typed is read with Ctrl+Enter, looked over, and added with Ctrl+Enter; one Undo takes all"""
    app = desk.app
    app.click('push button', re.compile('Paste an agenda'))
    app.wait_focus('text', 'Agenda as text')
    for line in LINES:
        app.type(line)
        app.key('Return')
    app.key('ctrl+Return')
    app.wait_for('push button', 'Add 3 sessions')
    app.click('check box', 'Zebra coffee')
    app.wait_for('push button', 'Add 2 sessions')
    app.key('ctrl+Return')
    app.wait(lambda: titled(desk, 'Zebra markets'), 'the pasted sessions')
    welcome = titled(desk, 'Zebra welcome')[0]
    assert not titled(desk, 'Zebra coffee')
    assert titled(desk, 'Zebra markets')[0]['duration'] == 70, titled(desk, 'Zebra markets')
    roles = listed(desk, 'session_role')
    assert [role['role'] for role in roles] == ['chair'] and roles[0]['person'] == 'Nora Paste', roles
    assert welcome['start_minute'] == 540, welcome
    app.key('ctrl+z')
    app.wait(lambda: not listed(desk, 'session') and not listed(desk, 'day'), 'all of it to be gone')
    app.key('ctrl+shift+z')
    app.wait(lambda: len(listed(desk, 'session')) == 2, 'all of it to be back')


def copy_day(desk):
    """A day gets its date and is copied with what is on it"""
    app = desk.app
    day = listed(desk, 'day')[0]['id']
    desk.ctl('set', 'day', day, 'date=2027-06-17')
    app.click('push button', re.compile('^This day'))
    app.press('push button', 'Copy this day')
    app.wait(lambda: len(listed(desk, 'session')) == 4, 'the copies')
    assert sorted(d['date'] for d in listed(desk, 'day')) == ['2027-06-17', '2027-06-18']


def menu(app, label):
    """The event's menu by the keyboard: it opens on its button and the item is found by its letter."""
    app.click('push button', re.compile('Zebra meeting'))
    app.press('menu item', label)


def move(desk):
    """The first date takes the other along"""
    app = desk.app
    menu(app, 'Move event…')
    app.wait_for('push button', 'Move')
    app.wait_dialog()
    app.key('ctrl+a')
    app.type('1.7.2027')
    app.key('Return')
    app.wait(lambda: sorted(d['date'] for d in listed(desk, 'day')) == ['2027-07-01', '2027-07-02'], 'the new dates')
    app.wait_gone('dialog')  # it still closes when the dates are there already


def copy_event(desk):
    """The next of the series has the next number, the same agenda and everybody to be confirmed"""
    app = desk.app
    menu(app, 'Copy as the next one…')
    app.wait_for('push button', re.compile('Copy$'))
    app.wait_dialog()
    app.type('3.2.2028')
    app.key('Return')
    app.wait(lambda: len(listed(desk, 'event')) == 2, 'the copy')
    event = [e for e in listed(desk, 'event') if e['slug'] == 'zebra-4'][0]
    assert event['title'] == '4th Zebra meeting' and event['ordinal'] == 4, event
    assert len(listed(desk, 'session', '--event', 'zebra-4')) == 4
    states = {role['state'] for role in listed(desk, 'session_role')}
    assert 'to-be-confirmed' in states, states
    app.wait_for('push button', re.compile('4th Zebra meeting'))


desktop.run(open_agenda, paste, copy_day, move, copy_event)
