# SPDX-License-Identifier: GPL-3.0-or-later
"""Real servers for a test of lecternctl: see tests/site/rig.py and wordpress.py."""
import base64
import json
import pathlib
import subprocess
import sys
import urllib.request

TESTS = pathlib.Path(__file__).resolve().parent.parent
SCRIPTS = TESTS / 'site'
sys.path.insert(0, str(TESTS / 'build'))
import tap  # noqa: E402


class Rig:
    def __init__(self, kind='apache'):
        script = SCRIPTS / ('wordpress.py' if kind.startswith('wordpress') else 'rig.py')
        self.process = subprocess.Popen([sys.executable, script, kind], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        said = json.loads(self.process.stdout.readline())
        if 'skip' in said:
            self.stop()
            raise tap.Skip(said['skip'])
        self.url, self.user, self.password = said['url'], said['user'], said['password']
        self.root = pathlib.Path(said['root'])
        self.authority = said.get('authority')

    def ask(self, method, path, body=None):
        """As somebody else at the office does it, with a program of their own; the body of the answer."""
        request = urllib.request.Request(self.url + path, data=body, method=method)
        pair = base64.b64encode(f'{self.user}:{self.password}'.encode()).decode()
        request.add_header('Authorization', f'Basic {pair}')
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read()

    def stop(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()
