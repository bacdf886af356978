# SPDX-License-Identifier: GPL-3.0-or-later
"""tree.py SOURCE: what every file of the tree keeps to."""
import re

import tap

SOURCE = tap.folder(1)
CODE = ('.c', '.h', '.py', '.sh', '.css', '.ui', '.build')
# One thing per file. What is longer is one table that is read from top to bottom, or says why here.
LENGTH = 700
LONGER = {'src/core/lectern-description-table.h'}
# Paths and hosts that are somebody's machine: none of them works on the next one.
STRANGE = re.compile(r'(?<![\w.$}@-])/(home|root|Users|work|farm|tmp)/\w|'
                     r'(deb|security|snapshot)[.]debian[.]org|registry[.]npmjs')
UNFINISHED = re.compile(r'\b(TO' r'DO|FIX' r'ME|XX' r'X)\b')


def text_files():
    for path in tap.files_of(SOURCE):
        if path.suffix not in ('.png', '.gz', '.db', '.lectern'):
            yield path, path.relative_to(SOURCE).as_posix()


def is_script(path):
    with path.open('rb') as stream:
        return stream.read(2) == b'#!'


def spdx():
    """every source names its licence in its first lines"""
    wrong = []
    for path, name in text_files():
        if path.suffix in CODE or path.name == 'meson.build' or is_script(path):
            head = path.read_text(encoding='utf-8').splitlines()[:3]
            if not any('SPDX-License-Identifier: GPL-3.0-or-later' in line for line in head):
                wrong.append(name)
    assert not wrong, '\n'.join(wrong)


def length():
    """no source is longer than one thing needs"""
    wrong = []
    for path, name in text_files():
        if path.suffix in ('.c', '.h', '.py') and name not in LONGER:
            lines = path.read_text(encoding='utf-8').count('\n')
            if lines > LENGTH:
                wrong.append(f'{name} has {lines} lines; more than {LENGTH} is more than one thing')
            elif lines > 450:
                print(f'# {name} has {lines} lines')
    assert not wrong, '\n'.join(wrong)


def search(pattern, skip=()):
    hits = []
    for path, name in text_files():
        if name in skip or path.suffix in ('.po', '.svg') or name == 'LICENSE':
            continue
        text = path.read_text(encoding='utf-8', errors='replace')
        for number, line in enumerate(text.splitlines(), 1):
            if pattern.search(line):
                hits.append(f'{name}:{number}: {line.strip()[:100]}')
    return hits


def strange():
    """nothing names a path or a package host of one machine"""
    hits = search(STRANGE, skip=('tests/build/tree.py',))
    assert not hits, '\n'.join(hits)


def unfinished():
    """nothing is left for later"""
    hits = search(UNFINISHED)
    assert not hits, '\n'.join(hits)


def endings():
    """text is UTF-8, ends with a line end and has no spaces before one"""
    wrong = []
    for path, name in text_files():
        # The data of tests may be wrong on purpose.
        if path.suffix in CODE + ('.md', '.in', '.yml', '.xml'):
            if '/fixtures/' in name:
                continue
            text = path.read_bytes().decode('utf-8')
            if text and not text.endswith('\n'):
                wrong.append(f'{name}: no line end at the end')
            for number, line in enumerate(text.split('\n'), 1):
                if line != line.rstrip():
                    wrong.append(f'{name}:{number}: spaces or a tab at the end')
    assert not wrong, '\n'.join(wrong)


tap.run([spdx, length, strange, unfinished, endings])
