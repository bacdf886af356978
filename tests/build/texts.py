# SPDX-License-Identifier: GPL-3.0-or-later
"""texts.py SOURCE: every text can be translated, and is."""
import os
import re
import shutil

import tap

SOURCE = tap.folder(1)
TEXT_CALL = re.compile(r'(?:^|[^A-Za-z0-9_])'
                       r'(?:_|N_|C_|NC_|ngettext|g_dngettext|gettext|g_dpgettext2) ?\(')


def potfiles():
    """POTFILES.in lists every source with a text, in order, and nothing else"""
    listed = (SOURCE / 'po' / 'POTFILES.in').read_text().splitlines()
    listed = [line for line in listed if line and not line.startswith('#')]
    assert listed == sorted(listed), 'po/POTFILES.in is not in the order of the alphabet'
    wanted = set()
    for path in tap.files_of(SOURCE):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(('src/', 'data/')) or '/samples/' in name:
            continue
        if path.suffix in ('.c', '.h') and TEXT_CALL.search(path.read_text(encoding='utf-8')):
            wanted.add(name)
        elif path.suffix == '.ui' and 'translatable="yes"' in path.read_text(encoding='utf-8'):
            wanted.add(name)
        elif name.startswith('data/') and name.endswith(('.desktop.in', '.xml.in', '.gschema.xml')):
            wanted.add(name)
    missing, extra = wanted - set(listed), set(listed) - wanted
    assert not missing and not extra, \
        f'run build-aux/update-po\nmissing: {sorted(missing)}\nwithout a text: {sorted(extra)}'


def whole():
    """no text is cut into pieces by a macro that xgettext does not know"""
    wrong = []
    for path in tap.files_of(SOURCE):
        name = path.relative_to(SOURCE).as_posix()
        if name.startswith('src/') and path.suffix in ('.c', '.h'):
            for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
                if re.search(r'(_|gettext) ?\(.*"%\w*" G_\w+_(FORMAT|MODIFIER)', line):
                    wrong.append(f'{name}:{number}: PRId64 and the like can be translated')
    assert not wrong, '\n'.join(wrong)


def translations():
    """every translation is valid and complete"""
    if not shutil.which('msgfmt'):
        raise tap.Skip('msgfmt is not installed')
    for language in (SOURCE / 'po' / 'LINGUAS').read_text().split():
        said = tap.must(['msgfmt', '--check', '--statistics', '-o', '/dev/null',
                         SOURCE / 'po' / f'{language}.po'], env={**os.environ, 'LC_ALL': 'C'})
        assert re.search(r'^[1-9]\d* translated messages\.$', said), f'{language}: {said}'


tap.run([potfiles, whole, translations])
