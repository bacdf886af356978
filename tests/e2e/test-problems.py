#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with an agenda, by keys alone: listed, mended, undone, accepted with a reason."""

import json
import re
import subprocess

import desktop


def errors(desk):
    """The rules with errors, as the command line finds them."""
    done = subprocess.run([desktop.BUILD / 'src' / 'cli' / 'lecternctl', '--json', 'check', '--event', 'second-plenary'],
                          env=desk.env, check=False, capture_output=True, text=True)
    assert done.returncode == (5 if '"error"' in done.stdout else 0), done
    return sorted(f['rule'] for f in json.loads(done.stdout)['findings'] if f['level'] == 'error')


def open_problems(desk):
    """F8 opens the list of what is wrong, the worst first; the header counts"""
    desk.ctl('init', '--sample', 'plenary')
    app = desk.app = desk.start()
    app.click('list item', re.compile('^Agenda'))
    app.wait_for('list item', 'Lignin at minus twenty degrees')
    app.wait_for('push button', re.compile(r'^\d+ problems \(F8\)'))
    app.key('F8')
    app.wait_for('label', 'Must not run together')
    assert errors(desk) == ['R01', 'R20', 'R22', 'R30'], errors(desk)


def mend(desk):
    """One of its ways out is one edit, which Ctrl+Z takes back"""
    app = desk.app
    app.key('Down')
    app.wait_for('label', re.compile('^Error · Room taken twice'))
    app.click('push button', re.compile('^(Shorten|Move) “'))
    app.wait(lambda: errors(desk) == ['R20', 'R22', 'R30'], 'the room to be taken once')
    app.key('ctrl+z')
    app.wait(lambda: errors(desk) == ['R01', 'R20', 'R22', 'R30'], 'the edit to be taken back')


def accept(desk):
    """What may stay is accepted with a reason, and is no error then"""
    app = desk.app
    app.click('label', 'Linet is taken twice')  # the pointer away from what is said at the bottom, which covers the entry
    app.wait_gone('label', re.compile('^Undone'))
    app.click('text', 'Why it may stay as it is')
    app.type('They share the room')
    app.key('Return')
    app.wait(lambda: len(errors(desk)) == 3, 'the finding to be accepted')
    assert [w['reason'] for w in json.loads(desk.ctl('--json', 'list', 'waiver'))].count('They share the room') == 1
    app.key('F8')
    assert app.close() == 0, app.log_text()


desktop.run(open_problems, mend, accept)
