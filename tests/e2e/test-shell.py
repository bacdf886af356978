#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""First start, a workspace, an event, search, undo and redo, import, coming back."""

import re

import desktop


def first_start(desk):
    """The first start offers a new workspace, a file and two samples"""
    app = desk.app = desk.start()
    app.wait_for('label', 'Welcome to Lectern')
    words = app.texts()
    assert 'A final conference' in words and 'A plenary with parallel sessions' in words, words
    assert 'Nothing leaves this computer until you publish' in words


def new_workspace(desk):
    """A new workspace is made from a name, with keys alone"""
    app = desk.app
    app.click('push button', re.compile('New workspace'))
    app.wait_for('dialog')
    app.type('S3 Demo')
    app.key('Return')
    app.wait_for('label', 'No event yet')
    assert (desk.top / 'data' / 'lectern' / 'S3 Demo.db').exists()
    assert (desk.top / 'data' / 'lectern' / 'current').read_text() == 'S3 Demo\n'


desktop.run(first_start, new_workspace)
