# SPDX-License-Identifier: GPL-3.0-or-later
"""Real servers that the window publishes to, and what everybody else sees and does there."""
import base64
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse
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

    def follow(self, path, link):
        """A link on that page, as everybody."""
        return self.get(urllib.parse.urljoin(self.address(path), link))

    def words(self, path, page):
        """What people read of our part, but for where it says how it was."""
        part = re.sub(r'<section aria-labelledby="changes">.*?</section>|<p class="lectern-notice">.*?</p>', '',
                      self.part(path, page), flags=re.S)
        return re.sub(r'<[^>]*>', '', re.sub(r'<(script|style).*?</\1>', '', part, flags=re.S))


class Space(Server):
    """A web space on Apache."""

    def __init__(self):
        super().__init__('rig.py', 'apache')

    kind, says, secret = 'Web space', '^Files can be read, written and replaced at ', 'Password'

    def page(self, path):
        """What the public sees."""
        return self.ask(path)

    def get(self, address):
        return self.ask(address)

    def address(self, path):
        return self.url + path

    def part(self, path, page):
        return page.split('<main', 1)[1]

    def write_around(self, path):
        """The whole file is ours."""

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
        self.ids = {}  # of pages, by their paths

    kind, says, secret = 'WordPress', 'Pages and posts', 'Application password'

    def find(self, path):
        if path in self.ids:
            return json.loads(self.ask(f'?rest_route=/wp/v2/pages/{self.ids[path]}&context=edit'))
        pages = json.loads(self.ask('?rest_route=/wp/v2/pages&context=edit&per_page=100'))
        found = next(page for page in pages if f'lectern:begin {path} ' in page['content']['raw'])
        self.ids[path] = found['id']
        return found

    def address(self, path):
        return self.find(path)['link']

    def page(self, path):
        return self.get(self.address(path))

    def get(self, address):
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.read().decode('utf-8')

    def part(self, path, page):
        return page.split(f'lectern:begin {path} ')[1].split('lectern:end')[0]

    def around(self, path):
        """What stands before our part, and behind it."""
        raw = self.find(path)['content']['raw']
        return raw.split('<!-- lectern:begin')[0], raw.split('lectern:end -->')[1]

    def write(self, path, change):
        page = self.find(path)
        raw = page['content']['raw']
        assert change(raw) != raw, (path, raw)
        self.ask(f'?rest_route=/wp/v2/pages/{page["id"]}', json.dumps({'content': change(raw)}).encode())

    def write_around(self, path):
        """In the editor of the site, a colleague writes above our part and under it."""
        above = 'Welcome on our  site — the “Büro” is open & glad.'
        below = 'Questions?\tWrite to <b>us</b>.\n\nYours, Åsa'
        self.write(path, lambda raw: f'<p>{above}</p>\n\n{raw}\n<p>{below}</p>\n')
        around = self.around(path)
        assert above in around[0] and below in around[1], around
        return around

    def edit(self, path, old, new):
        self.write(path, lambda raw: raw.replace(old, new))
