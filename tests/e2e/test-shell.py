#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""First start, a sample, the overview, search, undo and redo, import, export, coming back."""

import json
import re

import desktop

MINI = '''<?xml version="1.0" encoding="UTF-8"?>
<schedule><conference><acronym>tiny</acronym><title>A tiny meeting</title><start>2027-03-01</start>
<end>2027-03-01</end><days>1</days><time_zone_name>Europe/Amsterdam</time_zone_name></conference>
<day index="1" date="2027-03-01" start="2027-03-01T08:00:00+01:00" end="2027-03-01T18:00:00+01:00">
<room name="Attic">
<event guid="6b7f5f04-6a9f-4a3c-8d2b-0d5f2a1f0001" id="1"><date>2027-03-01T10:00:00+01:00</date>
<start>10:00</start><duration>00:45</duration><room>Attic</room><title>Bread from old grain</title>
<type>talk</type><persons><person id="1">Ada Example</person></persons></event>
</room></day></schedule>
'''


def first_start(desk):
    """The first start offers a new workspace, a file and two samples"""
    app = desk.app = desk.start()
    app.wait_for('label', 'Welcome to Lectern')
    words = app.texts()
    assert 'A final conference' in words and 'A plenary with parallel sessions' in words, words
    assert 'Nothing leaves this computer until you publish' in words
    assert not (desk.top / 'data' / 'lectern' / 'current').exists()


def new_workspace(desk):
    """A new workspace is made from a name, with keys"""
    app = desk.app
    app.click('push button', re.compile('New workspace'))
    app.wait_dialog()
    app.type('S3 Demo')
    app.key('Return')
    app.wait_for('label', 'No event yet')
    assert (desk.top / 'data' / 'lectern' / 'S3 Demo.db').exists()
    assert (desk.top / 'data' / 'lectern' / 'current').read_text() == 'S3 Demo\n'


def new_event(desk):
    """A wrong date keeps the way on closed; a right one makes an event with its days"""
    app = desk.app
    app.click('push button', re.compile('New event'))
    app.wait_dialog()
    app.type('Working group')
    app.key('Tab')
    app.type('31.2.2027')
    create = app.wait_for('push button', 'Create')
    assert not app.has_state(create, 'sensitive'), 'the 31st of February was accepted'
    app.key('ctrl+a')
    app.type('17.6.2027')
    app.key('Tab')
    app.type('18.6.2027')
    app.wait(lambda: app.has_state(create, 'sensitive'), 'a way on')
    app.key('Return')
    app.wait_gone('dialog')
    app.wait_for('label', re.compile('17.18 June 2027'))
    days = json.loads(desk.ctl('--json', 'list', 'day'))
    assert [day['date'] for day in days] == ['2027-06-17', '2027-06-18'], days


def task(desk):
    """A task is typed in, ticked, and comes back with Ctrl+Z"""
    app = desk.app
    app.click('text', re.compile('Add a task'))
    app.type('Book the coach')
    app.key('Return')
    box = app.wait_for('check box', 'Done: Book the coach')
    app.wait_for('push button', re.compile('Undo: New task'))
    app.click_node(box)
    app.wait_gone('check box', 'Done: Book the coach')
    app.click('push button', re.compile('^Undo: Done: Book the coach'))
    app.wait_for('label', re.compile('Undone: Done: Book the coach'))
    app.wait_for('check box', 'Done: Book the coach')
    app.click('push button', re.compile('^Do again: Done: Book the coach'))
    app.wait_gone('check box', 'Done: Book the coach')
    app.key('ctrl+z')
    app.wait_for('check box', 'Done: Book the coach')


def bring_in(desk):
    """A programme shows what it would do, goes in as one edit, and out with one undo"""
    file = desk.top / 'home' / 'tiny.xml'
    file.write_text(MINI)
    app = desk.app
    second = desk.start(file, wait=False)  # the running window takes it
    second.process.wait(desktop.PATIENCE)
    button = app.wait_for('push button', re.compile(r'^Import \d+ records'))
    assert 'Bread from old grain' in app.texts() and 'Ada Example' in app.texts()
    app.wait_for(None, re.compile(r'^\d+ new$'))
    app.click_node(button)
    app.wait_for('label', re.compile('records were imported'))
    app.wait_for('label', re.compile('^A tiny meeting'))
    assert len(json.loads(desk.ctl('--json', 'list', 'session'))) == 1
    app.key('ctrl+z')
    app.wait(lambda: json.loads(desk.ctl('--json', 'list', 'session')) == [], 'the import to be undone')
    app.key('ctrl+shift+z')
    app.wait(lambda: len(json.loads(desk.ctl('--json', 'list', 'session'))) == 1, 'the import to be there again')


def search(desk):
    """Ctrl+F finds a person by the beginning of the name, without the pointer"""
    app = desk.app
    app.key('ctrl+f')
    app.wait_for('label', re.compile('Finds agenda items'))
    app.type('ada ex')
    app.wait_for('list item', re.compile('^Ada Example, Person'))
    app.key('Escape')
    app.wait_gone('list item', re.compile('^Ada Example, Person'))


def other_process(desk):
    """What the command line changes is seen in the window without a touch"""
    app = desk.app
    app.key('alt+1')
    app.wait_for('check box', 'Done: Book the coach')
    task = next(t for t in json.loads(desk.ctl('--json', 'list', 'task')) if t['title'] == 'Book the coach')
    desk.ctl('set', 'task', task['id'], 'title=Book two coaches')
    app.wait_for('check box', 'Done: Book two coaches')
    app.wait_for('push button', re.compile('^Undo: .*'))


def give_out(desk):
    """Ctrl+E writes the event as a file; what is in it is what was typed"""
    app = desk.app
    target = desk.top / 'home' / 'out.ics'
    app.key('ctrl+e')
    app.wait_for('dialog', 'Export')
    app.wait_for('combo box', 'Format')
    app.click('push button', 'Choose a file…')
    app.choose_file('Export', target)
    app.wait_for('label', re.compile('was written'))
    assert 'Working group' in target.read_text()


def come_back(desk):
    """Closed and started again, it shows what was there"""
    app = desk.app
    assert app.close() == 0, app.log_text()
    app = desk.app = desk.start()
    app.wait_for('label', 'Working group')
    app.wait_for('check box', 'Done: Book two coaches')
    app.wait_for('push button', re.compile('^Undo: '))
    assert app.close() == 0


desktop.run(first_start, new_workspace, new_event, task, bring_in, search, other_process, give_out, come_back)
