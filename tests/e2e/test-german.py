#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in German: no word of ours on any screen stays English, dates and times are German."""

import re

import desktop

LOCALES = desktop.BUILD / 'tests' / 'locales'
if not (LOCALES / 'de_DE.UTF-8').is_dir():
    desktop.skip('the sources of locales are not installed (package locales)')


def entries(path):
    """(msgid, msgid_plural or '', msgstr) of a catalogue."""
    for block in path.read_text(encoding='utf-8').split('\n\n'):
        parts = {}
        key = None
        for line in block.splitlines():
            if line.startswith('#'):
                continue
            start = re.match(r'(msg\w+(?:\[\d\])?) (".*")$', line)
            if start:
                key, line = start.groups()
                parts[key] = ''
            if key and line.startswith('"'):
                parts[key] += line[1:-1].replace('\\n', '\n').replace('\\"', '"').replace('\\\\', '\\')
        if parts.get('msgid'):
            yield parts['msgid'], parts.get('msgid_plural', ''), parts.get('msgstr', parts.get('msgstr[0]', ''))


def as_pattern(text):
    """What such a message looks like on the screen, and how much of it are words of its own."""
    own = re.split(r'(%(?:\d+\$)?[-\'+#0-9.]*(?:l|ll|z)?[a-zA-Z])', text)
    pattern = ''.join(re.escape(part) if i % 2 == 0 else '.+' if part[-1] == 's' else r'[\d.,]+'
                      for i, part in enumerate(own))
    return re.compile(pattern), len(re.sub(r'\W', '', ''.join(own[::2])))


def english():
    """Patterns of the English messages whose German is another; those with a word or more."""
    found = []
    for single, plural, german in entries(desktop.SOURCE / 'po' / 'de.po'):
        for text in filter(None, (single, plural)):
            pattern, words = as_pattern(text)
            # With room for anything in it, “%s instead of %s” say, few words are what data may say too.
            if german and words >= (12 if '.+' in pattern.pattern else 5) and not as_pattern(german)[0].fullmatch(text):
                found.append((pattern, text))
    assert len(found) > 800, len(found)
    return found


def shown(app):
    return {text for text in app.texts().splitlines() if text}


def german(desk):
    """A sample opens; the overview speaks German, its dates too"""
    desk.ctl('init', desk.top / 'sample.db', '--sample', 'plenary')
    app = desk.app = desk.start('-w', desk.top / 'sample.db')
    app.wait_for('label', re.compile('^Tage? bis dahin$'))
    app.wait_for('label', re.compile(r'\b\d+\. (Oktober|November|Dezember)\b'))


def screens(desk):
    """Nothing of ours is English on any screen"""
    app = desk.app
    messages = english()
    data = ''.join(desk.ctl('-w', desk.top / 'sample.db', '--json', 'list', kind)
                   for kind in ('session', 'task', 'to_come', 'room', 'track'))
    left = {}
    seen = 0
    for number in range(1, 8):
        app.key(f'alt+{number}')
        app.wait(lambda: len(shown(app)) > 20, f'screen {number}')
        for text in shown(app):
            seen += 1
            hit = next((m for pattern, m in messages if pattern.fullmatch(text)), None)
            if hit and text not in data:
                left[text] = hit
    assert seen > 300, seen
    assert not left, left


def close(desk):
    """The program ends in good order"""
    assert desk.app.close() == 0, desk.app.log_text()


desktop.run(german, screens, close,
            env={'LC_ALL': 'de_DE.UTF-8', 'LANGUAGE': 'de', 'LOCPATH': str(LOCALES),
                 'LECTERN_LOCALEDIR': str(desktop.BUILD / 'po')})
