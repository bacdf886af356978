# SPDX-License-Identifier: GPL-3.0-or-later
"""site and publish with a web space: a real Apache, and what happens while it is away."""
import json
import pathlib
import subprocess
import sys

import ctl
from ctl import DECISION, FAILED, USAGE, tap

UNREACHABLE = 4
EVENT = 'final-conference'
RIG = pathlib.Path(__file__).resolve().parent.parent / 'site' / 'rig.py'


class Rig:
    def __init__(self, kind='apache'):
        self.process = subprocess.Popen([sys.executable, RIG, kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        said = json.loads(self.process.stdout.readline())
        if 'skip' in said:
            self.stop()
            raise tap.Skip(said['skip'])
        self.url, self.user, self.password = said['url'], said['user'], said['password']
        self.root = pathlib.Path(said['root'])

    def stop(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def say(work, rig, *words, status=0, password=None):
    """With the password on standard input, which is nowhere in the answer and in no file."""
    done = subprocess.run([ctl.PROGRAM, '-w', work.path, '--json', *map(str, words), '--password-stdin'],
                          input=f'{password or rig.password}\n', capture_output=True, text=True, check=False,
                          env={**ctl.ENVIRONMENT, 'DBUS_SESSION_BUS_ADDRESS': 'disabled:'}, timeout=120)
    assert done.returncode == status, (words, done)
    assert rig.password not in done.stdout + done.stderr
    for path in ctl.FOLDER.rglob('*'):
        assert not path.is_file() or rig.password.encode() not in path.read_bytes(), path
    return json.loads(done.stdout) if done.stdout else done.stderr


def actions(answer):
    return {item['item']: item['action'] for item in answer['items']}


def check_web_space():
    """a web space is tried, published to, edited there by somebody, decided and forgotten"""
    with Rig() as rig:
        work = ctl.Workspace('space.db', '--sample', 'interregional')
        said = say(work, rig, 'site', 'add', 'web', 'webdav', rig.url, '--user', rig.user, status=FAILED,
                   password='wrong')
        assert 'password' in said, said
        added = say(work, rig, 'site', 'add', 'web', 'webdav', rig.url, '--user', rig.user)
        assert (added['type'], added['user']) == ('webdav', rig.user)
        assert list(rig.root.iterdir()) == [], 'the trial left something there'
        rehearsal = say(work, rig, 'publish', '--event', EVENT, '--dry-run')
        assert set(actions(rehearsal).values()) == {'create'} and list(rig.root.iterdir()) == []
        done = say(work, rig, 'publish', '--event', EVENT)
        assert all(item['url'].startswith(rig.url) for item in done['items'])
        assert b'Final' in (rig.root / EVENT / 'index.html').read_bytes()
        assert set(actions(say(work, rig, 'publish', '--event', EVENT)).values()) == {'unchanged'}
        (rig.root / EVENT / 'index.html').write_text('A colleague wrote this.')
        waiting = say(work, rig, 'publish', '--event', EVENT, status=DECISION)
        assert actions(waiting)[f'{EVENT}/index.html'] == 'wait'
        assert f'{EVENT}/index.html' in say(work, rig, 'site', 'check', 'web')['says']
        say(work, rig, 'resolve', f'{EVENT}/index.html', 'ours')
        assert actions(say(work, rig, 'publish', '--event', EVENT))[f'{EVENT}/index.html'] == 'update'
        work.ctl('site', 'remove', 'web')
        assert (rig.root / EVENT / 'index.html').exists()


def check_away():
    """while it is away nothing is said to be done, and afterwards the rest goes out"""
    work = ctl.Workspace('away.db', '--sample', 'interregional')
    with Rig() as rig:
        say(work, rig, 'site', 'add', 'web', 'webdav', rig.url, '--user', rig.user)
        first = say(work, rig, 'publish', '--event', EVENT)
    say(work, rig, 'publish', '--event', EVENT, status=UNREACHABLE)
    assert {item['state'] for item in work.json('list', 'publication')} == {'published'}
    assert len(work.json('list', 'publication')) == len(first['items'])


def check_usage():
    """what cannot be a site is refused before anything is sent"""
    with Rig() as rig:
        work = ctl.Workspace('usage.db')
        say(work, rig, 'site', 'add', 'web', 'carrier-pigeon', rig.url, status=USAGE)
        said = say(work, rig, 'site', 'add', 'web', 'webdav', 'http://example.org/', '--user', 'x', status=FAILED)
        assert 'https' in said, said
        done = subprocess.run([ctl.PROGRAM, '-w', work.path, 'site', 'add', 'web', 'webdav', rig.url, '--user', 'x'],
                              stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60,
                              env={**ctl.ENVIRONMENT, 'DBUS_SESSION_BUS_ADDRESS': 'disabled:'})
        assert done.returncode == FAILED and '--password-stdin' in done.stderr, done


tap.run([check_web_space, check_away, check_usage])
