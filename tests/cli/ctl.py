# SPDX-License-Identifier: GPL-3.0-or-later
"""The real lecternctl on real workspaces, each in a folder of its own."""
import atexit
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'build'))
import tap  # noqa: E402,F401

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FOLDER = pathlib.Path(tempfile.mkdtemp(prefix='lectern-cli-'))
atexit.register(shutil.rmtree, FOLDER, True)
ENVIRONMENT = dict(os.environ, XDG_DATA_HOME=str(FOLDER / 'data'), LC_ALL='C.UTF-8', LANGUAGE='',
                   DBUS_SESSION_BUS_ADDRESS='disabled:')

DONE, FAILED, USAGE, DECISION, UNREACHABLE, ERRORS = 0, 1, 2, 3, 4, 5


def keeps_secret(password, done):
    """Whether it is in no answer and in no file."""
    assert password not in done.stdout + done.stderr, done.args
    for path in FOLDER.rglob('*'):
        assert not path.is_file() or password.encode() not in path.read_bytes(), path


class Workspace:
    def __init__(self, name, *more):
        self.path = FOLDER / name
        self.password = None  # of its web space: given on standard input
        self.ctl('init', self.path, *more, workspace=False)

    def run(self, *words, workspace=True):
        command = [PROGRAM, *(['-w', self.path] if workspace else []), *words]
        signs_in = self.password is not None and not {'site', 'publish', 'resolve'}.isdisjoint(words[:2])
        done = subprocess.run([str(word) for word in command + (['--password-stdin'] if signs_in else [])],
                              input=f'{self.password}\n' if signs_in else None, capture_output=True, text=True,
                              env=ENVIRONMENT, cwd=FOLDER, check=False, timeout=120)
        if signs_in:
            keeps_secret(self.password, done)
        # closed: all is in the one file, which a person may copy
        beside = pathlib.Path(f'{self.path}-wal')
        assert not beside.exists() or beside.stat().st_size == 0, words
        return done

    def ctl(self, *words, status=DONE, workspace=True):
        done = self.run(*words, workspace=workspace)
        assert done.returncode == status, \
            f'{words} ended with {done.returncode}, not {status}: {done.stdout}{done.stderr}'
        if status not in (DONE, ERRORS):
            assert done.stderr.startswith('lecternctl: '), f'{words} says nothing: {done.stderr}'
        return done.stdout

    def refused(self, *words, status=FAILED):
        """What it says about it."""
        done = self.run(*words)
        assert done.returncode == status, f'{words} ended with {done.returncode}, not {status}: {done}'
        return done.stderr

    def json(self, *words, status=DONE):
        return json.loads(self.ctl('--json', *words, status=status))

    def add(self, kind, *fields):
        answer = self.json('add', kind, *fields)
        assert answer['records'][0]['kind'] == kind
        return answer['records'][0]['id']

    def show(self, kind, number, *more):
        records = self.json('show', kind, number, *more)
        assert len(records) == 1
        return records[0]


def command(*words, status=DONE):
    """Without any workspace named."""
    done = subprocess.run([PROGRAM, *[str(word) for word in words]], capture_output=True, text=True,
                          env=ENVIRONMENT, cwd=FOLDER, check=False, timeout=120)
    assert done.returncode == status, \
        f'{words} ended with {done.returncode}, not {status}: {done.stdout}{done.stderr}'
    return done
