# SPDX-License-Identifier: GPL-3.0-or-later
"""desktop.py SOURCE BUILD: what the desktop, man and the shell read is valid."""
import re
import shutil
import tempfile
import xml.etree.ElementTree

import tap

SOURCE, BUILD = tap.folder(1), tap.folder(2)
APP = 'org.lectern.Lectern'
PROGRAM = BUILD / 'src' / 'cli' / 'lecternctl'
SVG = '{http://www.w3.org/2000/svg}'


def need(command):
    if not shutil.which(command):
        raise tap.Skip(f'{command} is not installed')


def desktop_entry():
    """the desktop entry is valid and opens workspaces"""
    path = BUILD / 'data' / f'{APP}.desktop'
    assert 'MimeType=application/vnd.lectern.workspace;' in path.read_text()
    need('desktop-file-validate')
    said = tap.must(['desktop-file-validate', path])
    assert not said, said


def metainfo():
    """the metainfo is valid and its newest release is this version"""
    path = BUILD / 'data' / f'{APP}.metainfo.xml'
    version = re.search(r"version: '([^']+)'", (SOURCE / 'meson.build').read_text()).group(1)
    newest = xml.etree.ElementTree.parse(path).find('releases/release').get('version')
    assert newest == version, f'the project is {version}, the newest release note {newest}'
    assert f'Lectern {version}' in (SOURCE / 'NEWS').read_text(), 'NEWS does not know this version'
    need('appstreamcli')
    said = tap.call(['appstreamcli', 'validate', '--no-net', path]).stdout
    # Newer versions warn that there is no home page. There is none, and none is made up.
    wrong = [line for line in said.splitlines() if line.startswith(('E:', 'W:'))
             and 'url-homepage-missing' not in line]
    assert 'Validation' in said and not wrong, said


def mime_type():
    """a workspace is recognised by its content under any name"""
    number = next(int(match.group(1), 16) for path in (SOURCE / 'src' / 'store').glob('*.[ch]')
                  for match in [re.search(r'LECTERN_APPLICATION_ID\s+(0x[0-9a-fA-F]+)',
                                          path.read_text(encoding='utf-8'))] if match)
    path = BUILD / 'data' / f'{APP}.xml'
    magic = [match.get('value') for match in xml.etree.ElementTree.parse(path).iter()
             if match.tag.endswith('}match') and match.get('offset') == '68']
    assert magic == [number.to_bytes(4, 'big').decode()], magic
    need('update-mime-database')
    with tempfile.TemporaryDirectory() as scratch:
        packages = tap.pathlib.Path(scratch) / 'packages'
        packages.mkdir()
        shutil.copy(path, packages)
        tap.must(['update-mime-database', scratch])
        known = (tap.pathlib.Path(scratch) / 'globs2').read_text()
        assert ':application/vnd.lectern.workspace:*.lectern' in known, known


def schema():
    """the settings compile strictly and their start values are what the window expects"""
    need('glib-compile-schemas')
    tap.must(['glib-compile-schemas', '--strict', '--dry-run', SOURCE / 'data'])
    keys = {key.get('name') for key in
            xml.etree.ElementTree.parse(SOURCE / 'data' / f'{APP}.gschema.xml').iter('key')}
    used = set()
    for path in tap.files_of(SOURCE):
        if 'ui' in path.parts and path.suffix == '.c':
            used |= set(re.findall(r'g_settings_(?:get|set|bind)\w* \([^"();]*?"([a-z-]+)"',
                                   path.read_text(encoding='utf-8')))
    assert used <= keys, f'the window asks for settings that do not exist: {sorted(used - keys)}'


def icons():
    """the icons are drawings of the size that their folders promise"""
    found = 0
    for path in sorted((SOURCE / 'data' / 'icons' / 'hicolor').rglob('*.svg')):
        drawing = xml.etree.ElementTree.parse(path).getroot()
        size = '16' if path.name.endswith('-symbolic.svg') else '128'
        assert drawing.tag == f'{SVG}svg', path
        assert (drawing.get('width'), drawing.get('height')) == (size, size), path
        found += 1
    assert found >= 3, f'{found} icons'


def flatpak():
    """the Flatpak manifest is read without a warning and opens no folder of the person's"""
    path = SOURCE / 'flatpak' / f'{APP}.yml'
    assert '--filesystem' not in path.read_text()
    need('flatpak-builder')
    # A wrong key is only a warning there, with status 0.
    with tempfile.TemporaryDirectory() as scratch:  # it leaves its state where it runs
        said = tap.must(['flatpak-builder', '--show-manifest', path], cwd=scratch)
    assert 'warning' not in said.lower() and f'"{APP}"' in said, said


def manuals():
    """the manual pages are clean and name every command of the program"""
    need('mandoc')
    for name in ('lectern.1', 'lecternctl.1'):
        # Style messages depend on what else is installed; warnings do not.
        tap.must(['mandoc', '-T', 'lint', '-W', 'warning', SOURCE / 'data' / 'man' / name])
    page = (SOURCE / 'data' / 'man' / 'lecternctl.1').read_text()
    described = set(re.findall(r'^\.It Cm ([a-z-]+)', page, re.MULTILINE))
    offered = set(commands())
    assert described == offered, f'only in the manual: {sorted(described - offered)}; ' \
                                 f'only in the program: {sorted(offered - described)}'


def commands():
    said = tap.must([PROGRAM, '--help'], env={'LC_ALL': 'C.UTF-8'})
    return re.findall(r'^  ([a-z-]+)', said.split('\nCommands:\n')[1], re.MULTILINE)


def complete(*words):
    """What the shell would offer after these words; the last is what has been typed so far."""
    script = f'''
      . "{SOURCE}/data/completions/lecternctl"
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _lecternctl
      printf '%s\\n' "${{COMPREPLY[@]}}"'''
    said = tap.must(['bash', '-c', script, 'bash', PROGRAM, *words])
    return sorted(word.strip() for word in said.splitlines() if word.strip())


def completion():
    """the shell completes commands, kinds, formats and choices"""
    need('bash')
    assert complete('') == sorted(commands())
    assert complete('hist') == ['history']
    assert complete('-w', 'demo.db', 'und') == ['undo']
    assert complete('list', 'sess') == ['session', 'session_role']
    assert complete('--workspace', 'demo.db', '--json', 'list', '--lang', 'de', 'sess') == \
        ['session', 'session_role']
    assert complete('show', 'session', '') == []
    assert complete('export', 'schedule-') == ['schedule-json', 'schedule-xml']
    assert complete('export', 'ics', '--audience', '') == ['organisers', 'partners', 'public']
    assert complete('site', '') == ['add', 'check', 'list', 'log', 'remove', 'set']
    assert complete('resolve', 'page.html', 't') == ['take', 'theirs']
    assert complete('init', 'demo.db', '--sample', 'p') == ['plenary']
    assert {'--event', '--lang', '--json'} <= set(complete('list', 'session', '--'))


tap.run([desktop_entry, metainfo, mime_type, schema, icons, flatpak, manuals, completion])
