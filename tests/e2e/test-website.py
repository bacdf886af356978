#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Publishing to a folder from the window: what goes out is said first, and nothing is overwritten."""

import re

import desktop


def sample(desk):
    """A sample opens from the first start"""
    app = desk.app = desk.start()
    app.click('push button', 'Look around in the final conference')
    app.wait_for('list', 'Places')
    app.wait_for('list item', re.compile('^Participants, '))


def add_folder(desk):
    """A folder becomes the website; the list says what would go there, and nothing is there yet"""
    desk.folder = desk.top / 'home' / 'web'
    desk.folder.mkdir()
    app = desk.app
    app.click('list item', re.compile('^Website'))
    app.click('push button', 'Add website…')
    app.wait_for_title('Add a website')
    app.click('list item', 'Folder on this computer')
    app.click('push button', 'Choose…')
    app.choose_file('Folder for the website', desk.folder)
    app.click('push button', 'Try it')
    app.wait_for('label', re.compile('^Files can be read, written and removed at'))
    app.click('push button', 'Add website')
    app.wait_for('push button', re.compile(r'^Publish \d+ items…'))
    app.wait_for('list item', re.compile('index.html, new file'))
    assert list(desk.folder.rglob('*.html')) == []


def publish(desk):
    """It is published after the question that says what leaves the computer"""
    app = desk.app
    app.click('push button', re.compile(r'^Publish \d+ items…'))
    app.wait_dialog()
    assert 'No e-mail addresses' in app.texts()
    app.key('Return')
    app.wait_for('label', re.compile(r'^\d+ items published today'))
    pages = list(desk.folder.rglob('index*.html'))
    assert len(pages) >= 2, pages
    app.wait_for('list item', re.compile('index.html, same'))


def decision(desk):
    """What somebody changed there waits for a decision; keeping theirs leaves it alone"""
    app = desk.app
    page = next(p for p in desk.folder.rglob('index.html') if p.parent != desk.folder)
    page.write_text(page.read_text().replace('</body>', '<p>Edited by hand</p></body>'))
    edited = page.read_text()
    app.click('push button', 'Check site')
    app.wait_for('list item', re.compile('index.html, edited there'))
    app.wait(lambda: any('Edited by hand' in (app.text(n) or '') for n in app.nodes()), 'their text')
    app.click('push button', 'Keep theirs')
    app.wait_for('list item', re.compile('index.html, theirs kept'))
    assert page.read_text() == edited


def close(desk):
    """The program ends in good order"""
    ended = desk.app.close()
    assert ended == 0, (ended, desk.app.log_text())


desktop.run(sample, add_folder, publish, decision, close)
