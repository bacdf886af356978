#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web space on a real Apache, from the window: added with a password, published to, edited there by somebody else,
decided and published again."""

import json
import pathlib
import re
import subprocess
import sys

import desktop

RIG = desktop.SOURCE / 'tests' / 'site' / 'rig.py'


def start_server():
    """The server ends when its standard input does, whatever becomes of us."""
    process = subprocess.Popen([sys.executable, str(RIG), 'apache'], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               text=True)
    answer = json.loads(process.stdout.readline() or '{"skip": "the server does not start"}')
    if 'skip' in answer:
        desktop.skip(answer['skip'])
    return process, answer


process, server = start_server()
root = pathlib.Path(server['root'])


def fill(app, field, text):
    app.click('text', field)
    app.key('ctrl+a')
    app.type(text)


def sample(desk):
    """A sample opens, and has no website yet"""
    app = desk.app = desk.start('--sample', 'interregional')
    app.wait_for('list', 'Places')
    app.wait_for('list item', re.compile('^Participants, '))
    app.click('list item', re.compile('^Website'))
    app.wait_for('push button', 'Add website…')


def wrong_password(desk):
    """What is wrong is said where it was typed, and nothing typed is lost"""
    app = desk.app
    app.click('push button', 'Add website…')
    app.wait_for_title('Add a website')
    app.click('list item', 'Web space')
    app.key('Return')
    fill(app, 'Address', server['url'].removeprefix('http://'))
    fill(app, 'User name', server['user'])
    fill(app, 'Password', 'not this one')
    app.click('push button', 'Try it')
    app.wait_for('label', re.compile('does not take this user name and password'))
    assert app.text(app.wait_for('text', 'User name')) == server['user']
    assert list(root.iterdir()) == []


def add(desk):
    """The trial says in words what the web space can do; then it is kept, and its password is not in the workspace"""
    app = desk.app
    fill(app, 'Password', server['password'])
    app.wait_gone('label', re.compile('does not take this user name and password'))
    app.click('push button', 'Try it')
    app.wait_for('label', re.compile('^Files can be read, written and replaced at ' + re.escape(server['url'])))
    assert list(root.iterdir()) == []
    app.click('push button', 'Add website')
    app.wait_for('list item', re.compile('index.html, new file'), seconds=60)
    kept = b''.join(path.read_bytes() for path in (desk.top / 'data').rglob('*') if path.is_file())
    assert server['user'].encode() in kept and server['password'].encode() not in kept


def publish(desk):
    """It is published after the question that says what leaves the computer"""
    app = desk.app
    app.click('push button', re.compile(r'^Publish \d+ items…'))
    app.wait_dialog()
    app.key('Return')
    app.wait_for('label', re.compile(r'^\d+ items published today'), seconds=60)
    app.wait_for('list item', re.compile('index.html, same'))
    assert len(list(root.rglob('index*.html'))) >= 2


def page():
    return next(path for path in root.rglob('index.html') if path.parent != root)


def decision(desk):
    """What somebody wrote there is found, shown by its words, and replaced only when that is decided"""
    app = desk.app
    desk.ours = page().read_text()
    head, body = desk.ours.split('<main', 1)
    edited = head + '<main' + body.replace('Stadtsaal', 'Kulturhaus', 1)
    page().write_text(edited)
    app.click('push button', 'Check site')
    app.wait_for('label', re.compile(r'^Checked today .* 1 item was changed there'), seconds=60)
    app.wait_for('list item', re.compile('index.html, edited there'))
    app.wait_for('label', re.compile('^Changed there in 1 place; ours is as it was published'))
    there = app.wait_for('text', 'On the website')
    assert 'Kulturhaus' in app.text(there)
    assert 'became “Kulturhaus' in (there.get_description() or '')
    assert page().read_text() == edited
    app.click('push button', 'Take ours')
    app.wait_for('list item', re.compile('index.html, changed'))
    assert page().read_text() == edited


def publish_again(desk):
    """Ours stands there after the next publication, and theirs is kept as a copy"""
    app = desk.app
    app.click('push button', re.compile(r'^Publish 1 item…'))
    app.wait_dialog()
    app.key('Return')
    app.wait_for('label', re.compile('^1 item published today'), seconds=60)
    assert page().read_text() == desk.ours
    copies = [path for path in (desk.top / 'data').rglob('*') if path.is_file() and b'Kulturhaus' in path.read_bytes()]
    assert copies
    app.click('push button', 'What was published')
    app.wait_for_title('What was published')
    app.wait_for('link', re.compile('^Open ' + re.escape(server['url'])))
    app.key('Escape')
    app.wait_gone('link', re.compile('^Open http'))


def asked_again(desk):
    """Started anew, the password is asked for where no keyring has it"""
    desk.app.close()
    app = desk.app = desk.start()
    app.wait_for('list', 'Places')
    app.click('list item', re.compile('^Website'))
    app.click('push button', 'Enter the password…')
    app.wait_dialog()
    app.type(server['password'])
    app.key('Return')
    app.wait_for('list item', re.compile('index.html, same'), seconds=60)


def gone(desk):
    """Without the server it says so, and what was seen before stays in sight"""
    process.stdin.close()
    process.wait(20)
    desk.app.click('push button', 'Check site')
    desk.app.wait_for('label', re.compile('cannot be reached'), seconds=60)
    assert desk.app.see('list item', re.compile('index.html, same'))


def close(desk):
    """The program ends in good order"""
    assert desk.app.close() == 0, desk.app.log_text()


try:
    desktop.run(sample, wrong_password, add, publish, decision, publish_again, asked_again, gone, close)
finally:
    if not process.stdin.closed:
        process.stdin.close()
    process.wait(20)
