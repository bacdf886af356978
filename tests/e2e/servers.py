# SPDX-License-Identifier: GPL-3.0-or-later
"""Real servers that the window publishes to, and what everybody else sees and does there."""
import base64
import json
import pathlib
import subprocess
import sys
import urllib.request

import desktop

FOLDER = desktop.SOURCE / 'tests' / 'site'


class Server:
    """Ends when its standard input does, whatever becomes of us."""

    def __init__(self, script, kind):
        self.process = subprocess.Popen([sys.executable, str(FOLDER / script), kind], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        answer = json.loads(self.process.stdout.readline() or '{"skip": "the server does not start"}')
        if 'skip' in answer:
            desktop.skip(answer['skip'])
        self.url, self.user, self.password = answer['url'], answer['user'], answer['password']
        self.root = pathlib.Path(answer['root'])

    def stop(self):
        if not self.process.stdin.closed:
            self.process.stdin.close()
        self.process.wait(20)

    def ask(self, path, body=None):
        """As somebody else of the office, with a program of their own."""
        pair = base64.b64encode(f'{self.user}:{self.password}'.encode()).decode()
        request = urllib.request.Request(path if '://' in path else self.url + path, data=body)
        request.add_header('Authorization', f'Basic {pair}')
        request.add_header('Content-Type', 'application/json')
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode('utf-8')


class Space(Server):
    """A web space on Apache."""

    def __init__(self):
        super().__init__('rig.py', 'apache')

    kind, says, secret = 'Web space', '^Files can be read, written and replaced at ', 'Password'

    def page(self, path):
        """What the public sees."""
        return self.ask(path)

    def edit(self, path, old, new):
        """Somebody replaces words in a page, in an editor of their own."""
        file = self.root / path
        head, body = file.read_text().split('<main', 1)
        assert old in body, (path, old)
        file.write_text(head + '<main' + body.replace(old, new))


class WordPress(Server):
    """A WordPress with an editor's application password."""

    def __init__(self):
        super().__init__('wordpress.py', 'wordpress')

    kind, says, secret = 'WordPress', 'Pages and posts', 'Application password'

    def find(self, path):
        pages = json.loads(self.ask('?rest_route=/wp/v2/pages&context=edit&per_page=100'))
        return next(page for page in pages if f'lectern:begin {path} ' in page['content']['raw'])

    def page(self, path):
        with urllib.request.urlopen(self.find(path)['link'], timeout=30) as answer:
            return answer.read().decode('utf-8')

    def edit(self, path, old, new):
        page = self.find(path)
        assert old in page['content']['raw'], (path, old)
        self.ask(f'?rest_route=/wp/v2/pages/{page["id"]}',
                 json.dumps({'content': page['content']['raw'].replace(old, new)}).encode())
