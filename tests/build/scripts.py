# SPDX-License-Identifier: GPL-3.0-or-later
"""scripts.py SOURCE: the scripts of build-aux do what README.md says."""
import json
import os
import pathlib
import shutil
import tempfile

import tap

SOURCE = tap.folder(1)
AUX = SOURCE / 'build-aux'
# What a shell script of ours may expect of any system.
COMMON = ('sh', 'awk', 'cat', 'dirname', 'env', 'id', 'uname', 'printf', 'rm', 'sleep')


def tools(folder, **scripts):
    """A folder for PATH that has the common commands, and these scripts in place of others."""
    for name in COMMON:
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    for name, text in scripts.items():
        path = folder / name.replace('_', '-')
        path.write_text(f'#!/bin/sh\n{text}\n')
        path.chmod(0o755)
    return {'PATH': str(folder), 'HOME': str(folder), 'LC_ALL': 'C'}


def without_apt():
    """without apt, what is missing is named and nothing is built"""
    for script, names in (('run', ('pkg-config module gtk4 >= 4.8', 'command ninja')),
                          ('test', ('pkg-config module sqlite3 >= 3.40', 'command xvfb-run'))):
        with tempfile.TemporaryDirectory() as scratch:
            done = tap.call([AUX / script], env=tools(pathlib.Path(scratch)))
            assert done.returncode == 1, done.stdout
            for name in names:
                assert name in done.stdout, f'{name} is not named:\n{done.stdout}'


def install(scratch, installed, **more):
    """What apt-get was called with when only these packages were there."""
    folder = pathlib.Path(scratch) / 'bin'
    folder.mkdir()
    log = pathlib.Path(scratch) / 'apt.log'
    lines = ''.join(f'echo "installed {name}"\n' for name in installed)
    env = tools(folder, dpkg_query=lines, apt_get=f'echo "$@" >> "{log}"',
                sudo='exec "$@"', **more)
    done = tap.call(['sh', '-c', f'set -eu; root="{SOURCE}"; . "{AUX}/common.sh"; '
                                 'install_needs run test'], env=env)
    return done, log.read_text() if log.exists() else ''


def packages():
    names = []
    for line in (AUX / 'packages').read_text().splitlines():
        if line and not line.startswith(('#', '[')):
            names.append(line.split()[0])
    return names


def second_run():
    """apt is asked for what is missing, and for nothing when nothing is"""
    names = packages()
    assert len(names) > 20 and len(set(names)) == len(names), 'a package is listed twice'
    with tempfile.TemporaryDirectory() as scratch:
        done, calls = install(scratch, names)
        assert done.returncode == 0 and not calls, done.stdout + calls
    with tempfile.TemporaryDirectory() as scratch:
        done, calls = install(scratch, [name for name in names if name not in ('meson', 'xvfb')])
        assert done.returncode == 0, done.stdout
        update, call = calls.splitlines()
        assert update.endswith('update') and '--no-install-recommends' in call, calls
        assert call.split()[-2:] == ['meson', 'xvfb'], calls


def counting():
    """results are counted by their cases, and what failed or was skipped is named"""
    log = [
        {'name': 'tap', 'result': 'FAIL',
         'stdout': '1..4\nok 1 /a\nnot ok 2 /b\nok 3 /c # SKIP no network\nok 4 - /d\n'},
        {'name': 'plain', 'result': 'OK', 'stdout': 'okay, done\n'},
        {'name': 'absent', 'result': 'SKIP', 'stdout': 'no display\n'},
        {'name': 'planted', 'result': 'EXPECTEDFAIL', 'stdout': 'not ok 1 /f\n'},
        {'name': 'unseen', 'result': 'UNEXPECTEDPASS', 'stdout': 'ok 1 /f\n'},
        {'name': 'late', 'result': 'TIMEOUT', 'stdout': 'ok 1 /e\n'},
    ]
    with tempfile.TemporaryDirectory() as scratch:
        logs = pathlib.Path(scratch) / 'meson-logs'
        logs.mkdir()
        (logs / 'testlog.json').write_text(''.join(json.dumps(line) + '\n' for line in log))
        done = tap.call([AUX / 'count-tests', scratch])
        assert done.stdout.splitlines()[-1] == '5 passed, 3 failed, 2 skipped', done.stdout
        assert done.returncode == 1
        for said in ('failed: tap /b', 'failed: late (timeout)',
                     'failed: unseen (no test sees this fault)', 'skipped: tap /c (no network)',
                     'skipped: absent (no display)'):
            assert said in done.stdout, done.stdout
        (logs / 'testlog.json').write_text(json.dumps(log[1]) + '\n')
        done = tap.call([AUX / 'count-tests', scratch])
        assert (done.returncode, done.stdout) == (0, '1 passed, 0 failed, 0 skipped\n'), done.stdout
        (logs / 'testlog.json').unlink()
        done = tap.call([AUX / 'count-tests', scratch])
        assert done.returncode == 1 and 'no test ran' in done.stdout, done.stdout


def alone():
    """a test that failed beside another counts as it did alone, and that is said"""
    hurried = {'name': 'lectern:e2e / e2e-grid', 'result': 'FAIL', 'stdout': '1..2\nok 1 a\n# too late\nnot ok 2 b\n'}
    other = {'name': 'lectern:core / time', 'result': 'FAIL', 'stdout': '1..1\nnot ok 1 c\n'}
    calm = {'name': 'lectern:e2e / e2e-grid', 'result': 'OK', 'stdout': '1..2\nok 1 a\nok 2 b\n'}
    with tempfile.TemporaryDirectory() as scratch:
        logs = pathlib.Path(scratch) / 'meson-logs'
        logs.mkdir()
        (logs / 'testlog.json').write_text(json.dumps(hurried) + '\n' + json.dumps(other) + '\n')
        done = tap.call([AUX / 'count-tests', '--failed', 'e2e', scratch])
        assert done.stdout == 'e2e-grid\n', done.stdout
        done = tap.call([AUX / 'count-tests', scratch])
        assert '    | # too late' in done.stdout and 'not ok' not in done.stdout, done.stdout
        assert done.stdout.splitlines()[-1] == '1 passed, 2 failed, 0 skipped', done.stdout
        (logs / 'testlog-alone.json').write_text(json.dumps(calm) + '\n')
        done = tap.call([AUX / 'count-tests', scratch])
        assert 'again, alone: lectern:e2e / e2e-grid' in done.stdout, done.stdout
        assert done.stdout.splitlines()[-1] == '2 passed, 1 failed, 0 skipped', done.stdout
        (logs / 'testlog-alone.json').write_text(json.dumps(hurried) + '\n')
        done = tap.call([AUX / 'count-tests', scratch])
        assert done.stdout.splitlines()[-1] == '1 passed, 2 failed, 0 skipped', done.stdout


def executable():
    """the commands of README.md can be run"""
    for name in ('build-aux/run', 'build-aux/test', '.ci/run'):
        assert os.access(SOURCE / name, os.X_OK), name


tap.run([executable, without_apt, second_run, counting, alone])
