# SPDX-License-Identifier: GPL-3.0-or-later
"""start.py SOURCE BUILD: without a display Lectern is served to this computer's browser only."""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import urllib.request

import tap

SOURCE, BUILD = tap.folder(1), tap.folder(2)
LOOPBACK = '0100007F'
LISTEN = '0A'


def descendants(process):
    """Every process below this one, by number."""
    parent = {}
    for status in pathlib.Path('/proc').glob('[0-9]*/stat'):
        try:
            fields = status.read_text().rsplit(')', 1)[1].split()
        except OSError:
            continue
        parent[int(status.parent.name)] = int(fields[1])
    below, new = set(), {process}
    while new:
        new = {child for child, above in parent.items() if above in new} - below
        below |= new
    return below


def running(processes):
    alive = set()
    for number in processes:
        try:
            state = pathlib.Path(f'/proc/{number}/stat').read_text().rsplit(')', 1)[1].split()[0]
        except OSError:
            continue
        if state not in 'ZX':
            alive.add(number)
    return alive


def listening(port):
    """The local addresses, as the kernel writes them, that listen at the port."""
    found = []
    for table in ('/proc/net/tcp', '/proc/net/tcp6'):
        if os.path.exists(table):
            for line in pathlib.Path(table).read_text().splitlines()[1:]:
                fields = line.split()
                address, number = fields[1].rsplit(':', 1)
                if fields[3] == LISTEN and int(number, 16) == port:
                    found.append(address)
    return found


class Started:
    """One run of build-aux/start on a computer without display, session bus and settings."""

    def __init__(self, home):
        for command in ('gtk4-broadwayd', 'dbus-daemon'):
            if not shutil.which(command):
                raise tap.Skip(f'{command} is not installed')
        env = {'HOME': home, 'PATH': os.environ['PATH'], 'LC_ALL': 'C.UTF-8',
               'XDG_DATA_HOME': f'{home}/own', 'GSK_RENDERER': 'cairo'}
        self.said = open(f'{home}/said', 'w+', encoding='utf-8')
        self.process = subprocess.Popen(['python3', SOURCE / 'build-aux' / 'start', BUILD],
                                        env=env, text=True, stdout=subprocess.PIPE,
                                        stderr=self.said)
        self.address = self.process.stdout.readline()
        self.below = descendants(self.process.pid)

    def text(self):
        self.said.seek(0)
        return self.said.read()

    def commands(self):
        """The names of the programs that run below."""
        names = set()
        for number in running(descendants(self.process.pid)):
            try:
                names.add(pathlib.Path(f'/proc/{number}/comm').read_text().strip())
            except OSError:
                pass
        return names

    def end(self, number):
        """Sends the signal; returns what else was said and who is left of those below."""
        self.below |= descendants(self.process.pid)
        self.process.send_signal(number)
        rest = self.process.stdout.read()
        self.process.wait(30)
        left = self.below
        for _ in range(200):
            left = running(left)
            if not left:
                break
            time.sleep(0.05)
        for process in left:
            os.kill(process, signal.SIGKILL)
        self.process.stdout.close()
        self.said.close()
        return rest, left


def served():
    """the page is on the loopback address only, and everything ends with the command"""
    with tempfile.TemporaryDirectory() as home:
        started = Started(home)
        try:
            match = re.fullmatch(r'http://127\.0\.0\.1:(\d+)/\n', started.address)
            assert match, f'{started.address!r}\n{started.text()}'
            assert listening(int(match.group(1))) == [LOOPBACK], listening(int(match.group(1)))
            with urllib.request.urlopen(started.address.strip(), timeout=10) as page:
                assert page.status == 200 and b'broadway' in page.read().lower()
            for _ in range(200):
                if {'lectern', 'gtk4-broadwayd'} <= started.commands():
                    break
                time.sleep(0.1)
            time.sleep(1)
            assert started.process.poll() is None, started.text()
            assert {'lectern', 'gtk4-broadwayd'} <= started.commands(), started.text()
        finally:
            rest, left = started.end(signal.SIGTERM)
        assert not rest, f'more than the address was said: {rest}'
        assert not left, f'{len(left)} processes were left'


def sample_apart():
    """the sample is made once, in a folder of its own; a person's own data are not touched"""
    with tempfile.TemporaryDirectory() as home:
        database = pathlib.Path(home) / '.cache/lectern-sample/data/lectern/interregional.db'
        identities = []
        for _ in range(2):
            started = Started(home)
            _, left = started.end(signal.SIGTERM)
            assert started.address, 'no address was said'
            assert not left
            identities.append(database.stat().st_ino)
            assert database.stat().st_mode & 0o077 == 0, 'others can read the sample'
        assert identities[0] == identities[1], 'the sample was made anew'
        assert not (pathlib.Path(home) / 'own').exists(), 'the own data folder was touched'
        assert not (pathlib.Path(home) / '.config').exists(), 'the own settings were touched'


def killed():
    """also after a kill nothing stays behind"""
    with tempfile.TemporaryDirectory() as home:
        started = Started(home)
        assert started.address, started.text()
        _, left = started.end(signal.SIGKILL)
        assert not left, f'{len(left)} processes were left'


def long_name():
    """the home folder may have a name that is too long for a socket"""
    with tempfile.TemporaryDirectory() as top:
        home = pathlib.Path(top) / ('long' * 30)
        home.mkdir()
        for _ in range(2):  # the name cut off is one that is taken the second time
            started = Started(home)
            _, left = started.end(signal.SIGTERM)
            assert started.address.startswith('http://127.0.0.1:') and not left


def no_home():
    """where no folder can be made, one sentence says which"""
    done = tap.call(['python3', SOURCE / 'build-aux' / 'start', BUILD],
                    env={'HOME': '/dev/null', 'PATH': os.environ['PATH']})
    assert done.returncode == 1, done.stdout
    assert '/dev/null/.cache/lectern-sample, cannot be made' in done.stdout, done.stdout
    assert done.stdout.count('\n') == 1, done.stdout


tap.run([served, sample_apart, killed, long_name, no_home])
