#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Participants, Contacts and Venues by keys and pointer, on a sample project."""

import json
import re

import desktop


def records(desk, kind):
    return json.loads(desk.ctl('--json', '-w', desk.path, 'list', kind))


def one(desk, kind, name, field='name'):
    return next((r for r in records(desk, kind) if r[field] == name), None)


def registration(desk, person):
    found = one(desk, 'person', person)
    if found is None:
        return None
    return next((r for r in records(desk, 'registration') if r['person_id'] == found['id']), None)


def start(desk):
    """A sample opens; the sidebar shows its participants with their number"""
    desk.path = desk.top / 'sample.db'
    desk.ctl('init', desk.path, '--sample', 'plenary')
    desk.app = desk.start('--workspace', desk.path)
    desk.app.wait_for('label', re.compile('Second plenary'))
    desk.app.click('label', 'Participants')
    desk.app.wait_for('label', 'Coming')
    desk.app.wait_for('label', '67')


def add(desk):
    """Ctrl+N, a name and Enter: a new person is a participant, selected, with details beside"""
    app = desk.app
    app.key('ctrl+n')
    app.wait_for('label', 'Add a participant')
    app.wait_focus('text')
    app.type('Ada Example')
    app.wait_for('label', 'Create “Ada Example”')
    app.key('Return')
    app.wait_for('label', '68')
    app.wait_for('label', 'Ada Example')
    app.wait_for('label', 'No organisation yet')
    assert registration(desk, 'Ada Example')['state'] == 'registered'


def state(desk):
    """The state of the one who is selected is changed in the details and shown in the table"""
    app = desk.app
    app.click('combo box', 'State')
    app.wait_focus('list item')
    app.key('End', 'Return')
    app.wait(lambda: registration(desk, 'Ada Example')['state'] == 'attended', 'the state on the disk')


def details(desk):
    """A field of the details is stored on leaving; Ctrl+Z takes it back"""
    app = desk.app
    app.click('text', 'Diet')
    app.type('no nuts')
    app.key('Tab')
    app.wait(lambda: registration(desk, 'Ada Example')['diet'] == 'no nuts', 'the diet on the disk')
    app.key('ctrl+z')
    app.wait(lambda: registration(desk, 'Ada Example')['diet'] is None, 'the diet taken back')


def search(desk):
    """Typing in the search filters and counts; capitals and marks do not matter"""
    app = desk.app
    app.click('entry', 'Search participants')
    app.type('ADA EXAM')
    app.wait_for('label', '1 of 68')
    app.key('ctrl+a', 'BackSpace')
    app.wait_for('label', '68')


def sort(desk):
    """A head sorts, and once more the other way"""
    app = desk.app

    def first():
        box = app.see('check box', re.compile('^Select '))
        return desktop.spoken(box) if box is not None else None

    before = app.wait(first, 'rows')
    app.click('label', 'Name')
    app.wait(lambda: first() not in (None, before), 'another order')
    app.click('label', 'Name')
    app.wait(lambda: first() == before, 'the first order')


def remove(desk):
    """Delete takes the selected one out, Ctrl+Z brings back; the person stays"""
    app = desk.app
    app.click('label', 'Ada Example')
    app.key('Delete')
    app.wait_for('label', '67')
    assert registration(desk, 'Ada Example') is None and one(desk, 'person', 'Ada Example')
    app.key('ctrl+z')
    app.wait_for('label', '68')
    assert registration(desk, 'Ada Example')['state'] == 'attended'


def cancelled(desk):
    return sum(r['state'] == 'cancelled' for r in records(desk, 'registration'))


def several(desk):
    """Several selected get one state in one step"""
    app = desk.app
    boxes = [node for node in app.nodes() if desktop.role_of(node) == 'check box'
             and desktop.spoken(node).startswith('Select ')][3:6]
    names = [desktop.spoken(node)[len('Select '):] for node in boxes]
    app.key('Escape')
    for box in boxes:
        app.click_node(box)
    app.wait_for('label', '3 selected')
    app.wait_gone('label', re.compile('^Undone'))  # the toast stands over the bar
    app.press('push button', 'Set state')
    app.press('menu item', 'Cancelled')
    app.wait(lambda: cancelled(desk) == 3, f'{names} cancelled')
    app.wait_for('push button', re.compile('^Undo: Set 3 participants to “Cancelled”'))
    app.key('ctrl+z')
    app.wait(lambda: cancelled(desk) == 0, 'the states back')


def columns(desk):
    """A column that is chosen is there the next time"""
    app = desk.app
    app.press('push button', 'Columns')
    app.press('menu item', 'Phone')
    assert app.close() == 0
    text = (desk.top / 'config' / 'glib-2.0' / 'settings' / 'keyfile').read_text()
    assert "'phone'" in text, text
    desk.app = desk.start('--workspace', desk.path)
    desk.app.wait_for('label', 'Coming')  # comes back to where one was
    desk.app.wait_for('label', 'Phone')


def venue(desk):
    """A room is renamed in the table of its house"""
    app = desk.app
    app.click('label', 'Venues')
    app.wait_for('label', 'Kongresshus Dalarna')
    room = next(node for node in app.nodes() if desktop.role_of(node) == 'text' and app.text(node) == 'Great hall')
    app.click_node(room)
    app.key('ctrl+a')
    app.type('Stora salen')
    app.key('Return')
    app.wait(lambda: one(desk, 'room', 'Stora salen'), 'the room on the disk')
    app.key('ctrl+z')
    app.wait(lambda: one(desk, 'room', 'Great hall'), 'the old name')


def room_number(desk):
    """A number that is none stays in the field with its reason and is not stored"""
    app = desk.app
    seats = next(node for node in app.nodes() if desktop.role_of(node) == 'text' and app.text(node) == '420')
    app.click_node(seats)
    app.key('ctrl+a')
    app.type('many')
    app.key('Return')
    app.wait(lambda: any('many' in app.text(node) and desktop.role_of(node) == 'label' for node in app.nodes()),
             'a reason')
    assert one(desk, 'room', 'Great hall')['capacity_theatre'] == 420
    app.key('Escape')


def contact(desk):
    """An organisation's town is edited in place, and its people open"""
    app = desk.app
    app.click('label', 'Contacts')
    app.wait_for('label', re.compile('^New Materials Initiative'))
    app.click('text', 'Acronym')
    app.type('NMS')
    app.key('Return')
    app.wait(lambda: one(desk, 'organisation', 'NMS', 'acronym'), 'the acronym on the disk')
    app.click('label', 'Klara Rosenqvist')
    app.wait_for('label', 'Events and sessions')
    app.wait_for('label', re.compile('Head of secretariat'))


def end(desk):
    """It ends, and said nothing wrong on the way"""
    assert desk.app.close() == 0
    assert 'CRITICAL' not in desk.app.log_text(), desk.app.log_text()


desktop.run(start, add, state, details, search, sort, remove, several, columns, venue, room_number, contact, end)
