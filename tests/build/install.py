# SPDX-License-Identifier: GPL-3.0-or-later
"""install.py SOURCE BUILD: what is installed, and that what is handed out builds again."""
import os
import pathlib
import shutil
import tarfile
import tempfile

import tap

SOURCE, BUILD = tap.folder(1), tap.folder(2)
MESON = os.environ.get('MESON') or shutil.which('meson')
EXPECTED = {
    'bin/lectern',
    'bin/lecternctl',
    'share/applications/org.lectern.Lectern.desktop',
    'share/bash-completion/completions/lecternctl',
    'share/glib-2.0/schemas/org.lectern.Lectern.gschema.xml',
    'share/icons/hicolor/scalable/apps/org.lectern.Lectern.svg',
    'share/icons/hicolor/scalable/mimetypes/application-vnd.lectern.workspace.svg',
    'share/icons/hicolor/symbolic/apps/org.lectern.Lectern-symbolic.svg',
    'share/locale/de/LC_MESSAGES/lectern.mo',
    'share/locale/sv/LC_MESSAGES/lectern.mo',
    'share/man/man1/lectern.1',
    'share/man/man1/lecternctl.1',
    'share/metainfo/org.lectern.Lectern.metainfo.xml',
    'share/mime/packages/org.lectern.Lectern.xml',
}
# Besides these only what belongs to Lectern alone.
OWN = ('share/lectern/',)


def installed():
    """an installation has every file in its place, and nothing else"""
    with tempfile.TemporaryDirectory() as scratch:
        tap.must([MESON, 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', scratch])
        binary = next(pathlib.Path(scratch).rglob('bin/lectern'))
        prefix = binary.parent.parent
        found = {path.relative_to(prefix).as_posix() for path in prefix.rglob('*')
                 if path.is_file()}
        outside = [path for path in pathlib.Path(scratch).rglob('*')
                   if path.is_file() and prefix not in path.parents]
    # Debian compresses nothing here, meson neither; other systems may.
    found = {name.removesuffix('.gz') if '/man/' in name else name for name in found}
    extra = {name for name in found - EXPECTED if not name.startswith(OWN)}
    assert not EXPECTED - found, f'missing: {sorted(EXPECTED - found)}'
    assert not extra and not outside, f'unexpected: {sorted(extra)} {outside}'


def distributed():
    """the tarball builds without what lies around it"""
    if not (SOURCE / '.git').exists():
        raise tap.Skip('this tree is not a git clone')
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        # A build folder of its own: meson dist writes into it, and needs only its configuration.
        options = ['-Dbuildtype=plain']
        git = {'GIT_CONFIG_COUNT': '1', 'GIT_CONFIG_KEY_0': 'safe.directory',
               'GIT_CONFIG_VALUE_0': '*'}
        tap.must([MESON, 'setup', scratch / 'build', SOURCE, *options])
        tap.must([MESON, 'dist', '-C', scratch / 'build', '--no-tests', '--allow-dirty',
                  '--formats', 'gztar'], env={**os.environ, **git})
        archive = next((scratch / 'build' / 'meson-dist').glob('*.tar.gz'))
        with tarfile.open(archive) as tar:
            tar.extractall(scratch, **({'filter': 'data'} if hasattr(tarfile, 'data_filter') else {}))
        tree = next(path for path in scratch.glob('lectern-*') if path.is_dir())
        for name in ('LICENSE', 'README.md', 'NEWS', 'build-aux/run', 'build-aux/test'):
            assert (tree / name).is_file(), f'{name} is not in the tarball'
        assert os.access(tree / 'build-aux' / 'run', os.X_OK), 'build-aux/run cannot be run'
        tap.must([MESON, 'setup', scratch / 'again', tree, *options])
        # That every file that is named anywhere is there, the configuration has found; the tests themselves are
        # compiled often enough.
        programs = ['src/lectern', 'src/cli/lecternctl']
        tap.must(['ninja', '-j2', '-C', scratch / 'again', *programs])
        assert all((scratch / 'again' / program).is_file() for program in programs)


tap.run([installed, distributed])
