# SPDX-License-Identifier: GPL-3.0-or-later
"""layers.py SOURCE BUILD: includes only reach downwards, and the build would not let them reach up."""
import json
import pathlib
import re
import shlex
import sys
import tempfile

import tap

# What each folder may include, besides itself; the arrows of the design.
BELOW = {
    'core': set(),
    'compat': set(),
    'store': {'core'},
    'exchange': {'store', 'core'},
    'paper': {'store', 'core', 'compat'},
    'net': {'core', 'compat'},
    'site': {'exchange', 'paper', 'net', 'store', 'core'},
    'team': {'net', 'store', 'core'},
    'cli': {'exchange', 'paper', 'net', 'site', 'team', 'store', 'core'},
    'ui': {'exchange', 'paper', 'site', 'team', 'store', 'core', 'compat'},
}
# Libraries that only some folders may see.
RESERVED = {
    r'sqlite3\.h': {'store', 'compat'},
    r'libsoup/.*': {'net', 'compat'},
    r'(gtk|gdk|gsk)/.*|adwaita\.h': {'ui', 'compat'},
}
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)
# A statement in a string; the words alone also stand in sentences.
SQL = re.compile(r'"\s*(SELECT\s.+\sFROM\s|INSERT (OR \w+ )?INTO\s|UPDATE \w+ SET\s|'
                 r'DELETE FROM\s|CREATE (TABLE|INDEX)\s|PRAGMA\s)')

SOURCE, BUILD = tap.folder(1), tap.folder(2)
SRC = SOURCE / 'src'


def folder_of(path):
    part = path.relative_to(SRC).parts[0]
    return 'ui' if part == 'main.c' else part


def sources():
    return [path for path in tap.files_of(SOURCE)
            if path.suffix in ('.c', '.h') and SRC in path.parents]


def headers():
    return {path.name: folder_of(path) for path in sources() if path.suffix == '.h'}


def direction():
    """each folder includes only folders below it"""
    where = headers()
    looked_at = wrong = 0
    for path in sources():
        here = folder_of(path)
        assert here in BELOW, f'src/{here} has no place among the layers'
        for name in INCLUDE.findall(path.read_text(encoding='utf-8')):
            there = where.get(pathlib.PurePath(name).name)
            looked_at += there is not None
            if there not in (None, here) and there not in BELOW[here]:
                wrong += 1
                print(f'{path.relative_to(SOURCE)} includes {name} of {there}', file=sys.stderr)
    assert looked_at > 10, 'hardly an include was found'
    assert not wrong, f'{wrong} includes reach upwards'


def reserved():
    """GTK only in the window, libsoup only in net, SQLite only in the store"""
    wrong = []
    for path in sources():
        for name in INCLUDE.findall(path.read_text(encoding='utf-8')):
            for pattern, allowed in RESERVED.items():
                if re.fullmatch(pattern, name) and folder_of(path) not in allowed:
                    wrong.append(f'{path.relative_to(SOURCE)} includes {name}')
    assert not wrong, '\n'.join(wrong)


def statements():
    """SQL only in the store"""
    wrong = []
    for path in sources():
        if folder_of(path) != 'store':
            for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
                if SQL.search(line):
                    wrong.append(f'{path.relative_to(SOURCE)}:{number}: {line.strip()}')
    assert not wrong, '\n'.join(wrong)


def compile_commands():
    """One compiler call of each folder, without its input and output."""
    calls = {}
    for entry in json.loads((BUILD / 'compile_commands.json').read_text()):
        path = (pathlib.Path(entry['directory']) / entry['file']).resolve()
        if SRC in path.parents and path.suffix == '.c':
            words = shlex.split(entry['command'])
            for option in ('-o', '-MF', '-MQ', '-c'):
                if option in words:
                    at = words.index(option)
                    del words[at:at + 2]
            words = [word for word in words if word not in ('-MD', entry['file'])]
            calls.setdefault(folder_of(path), (words, entry['directory']))
    return calls


def include_paths():
    """no folder's include path finds a header of a folder above it"""
    where = headers()
    calls = compile_commands()
    assert {'core', 'store'} <= set(calls), 'the build does not compile core and store'
    wrong = []
    for here, (words, directory) in sorted(calls.items()):
        forbidden = [name for name, there in where.items()
                     if there != here and there not in BELOW[here]]
        own = [name for name, there in where.items() if there == here]
        probe = ''.join(f'#if __has_include("{name}")\nfound {name}\n#endif\n'
                        for name in forbidden + own)
        output = tap.must([*words, '-E', '-P', '-x', 'c', '-'], input=probe, cwd=directory)
        found = set(re.findall(r'found ([\w-]+\.h)', output))
        assert not own or found & set(own), f'the probe does not find the headers of {here}'
        wrong += [f'src/{here} finds {name}' for name in sorted(found & set(forbidden))]
    assert not wrong, '\n'.join(wrong)


def planted():
    """a source of core that includes the store does not compile"""
    words, directory = compile_commands()['core']
    with tempfile.TemporaryDirectory() as scratch:
        path = pathlib.Path(scratch) / 'planted.c'
        for header, compiles in (('lectern-description.h', True), ('lectern-workspace.h', False)):
            path.write_text(f'#include "{header}"\nint lectern_planted;\n')
            done = tap.call([*words, '-fsyntax-only', path], cwd=directory)
            assert (done.returncode == 0) == compiles, f'{header}:\n{done.stdout}'
        assert 'lectern-workspace.h' in done.stdout, done.stdout


tap.run([direction, reserved, statements, include_paths, planted])
