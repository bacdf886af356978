# SPDX-License-Identifier: GPL-3.0-or-later
"""fault.py UPSTREAM: passes requests on to a server, and breaks the one it is told to.

Prints its own address as a line of JSON. GET /.fault?at=N&on=PATTERN&kind=KIND&edit=FILE&call=URL&crash=PID (each may be
left out) arms it: the Nth request from now on, of those whose "METHOD path" has PATTERN in it, goes wrong in that way,
somebody else writes into FILE just before it, a request to URL does something before it, or the process PID is killed
while it waits for that answer, with before=1 before the server has seen the request. Once no request is on its way any
more GET /.fired tells whether that happened, /.edited whether somebody else wrote, /.moved whether the next
about that FILE was a MOVE over it, /.seen what was asked for since.
Ends with its standard input."""
import http.client
import http.server
import json
import os
import re
import signal
import socket
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

UPSTREAM = urllib.parse.urlsplit(sys.argv[1])
FOREIGN = b'<p>Somebody else wrote this, in the middle of it.</p>\n'
LOCK = threading.Lock()
ARMED = {'at': 0, 'on': '', 'kind': None, 'edit': None, 'call': None, 'fired': False, 'edited': False, 'moved': False, 'watched': None,
         'crash': 0, 'before': False}
SEEN = []
TOO_LONG = float(sys.argv[2]) if len(sys.argv) > 2 else 3  # seconds, for whoever asks
BUSY = threading.Condition()
UNDER_WAY = set()
GATE = {'closed': False}  # while somebody else writes: of two that write at one moment a server may lose either


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def upstream(self, body):
        connection = http.client.HTTPConnection(UPSTREAM.hostname, UPSTREAM.port, timeout=20)
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            if name.lower() not in ('connection', 'accept-encoding'):
                connection.putheader(name, value)
        connection.endheaders(body or None)
        answer = connection.getresponse()
        said = answer.status, answer.getheaders(), answer.read()
        connection.close()
        return said

    def answer(self, status, headers, body, length=None):
        self.send_response_only(status)
        for name, value in headers:
            if name.lower() not in ('content-length', 'transfer-encoding', 'connection', 'keep-alive'):
                self.send_header(name, value)
        if status not in (204, 304):
            self.send_header('Content-Length', str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def cut(self):
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def control(self):
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
        with BUSY:
            BUSY.wait_for(lambda: not UNDER_WAY, timeout=10)
        with LOCK:
            said = '\n'.join(SEEN) if self.path == '/.seen' else (
                'yes' if ARMED[{'/.edited': 'edited', '/.moved': 'moved'}.get(self.path, 'fired')] else 'no')
            if self.path.startswith('/.fault'):
                SEEN.clear()
                ARMED.update(at=int(query.get('at', 0)), on=query.get('on', ''), kind=query.get('kind'),
                             edit=query.get('edit'), call=query.get('call'), fired=False, edited=False, moved=False, watched=None,
                             crash=int(query.get('crash', 0)), before='before' in query)
        self.answer(200, [], said.encode())

    def break_it(self, kind, body):
        if kind.isdigit():
            more = [('Retry-After', '1')] if kind == '429' else []
            self.answer(int(kind), more, b'no')
        elif kind == 'cut-before':
            self.cut()
        elif kind == 'lost':
            self.upstream(body)
            self.cut()
        elif kind == 'done-500':
            self.upstream(body)
            self.answer(500, [], b'something broke after it was done')
        elif kind == 'cut-middle':
            status, headers, content = self.upstream(body)
            self.answer(status, headers, content[:len(content) // 2], len(content) + 1)
            self.cut()
        elif kind == 'wrong-length':
            status, headers, content = self.upstream(body)
            self.answer(status, headers, content[:len(content) // 2])
            self.cut()
        elif kind == 'redirect':
            self.answer(302, [('Location', 'http://localhost:9/login')], b'')
        elif kind == 'login':
            self.answer(200, [('Content-Type', 'text/html')], b'<html><form>Sign in to this network</form></html>')
        elif kind == 'slow':
            self.upstream(body)
            time.sleep(TOO_LONG)
            self.cut()
        elif kind == 'late':
            time.sleep(TOO_LONG)
            self.upstream(body)
            self.cut()
        elif kind == 'endless':
            self.send_response_only(200)
            self.send_header('Connection', 'close')
            self.end_headers()
            try:
                for _ in range(4000):
                    self.wfile.write(b'x' * 65536)
            except OSError:
                pass
            self.cut()

    def crash(self, body):
        if not ARMED['before']:
            self.upstream(body)
        os.kill(ARMED['crash'], signal.SIGKILL)
        self.cut()

    def serve(self):
        length = int(self.headers.get('Content-Length') or 0)
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True  # whoever sent it was killed in the middle: there is nothing to pass on
            return
        if self.path.startswith('/.'):
            self.control()
            return
        with BUSY:
            BUSY.wait_for(lambda: not GATE['closed'])
            UNDER_WAY.add(self)
        try:
            self.pass_on(body)
        finally:
            with BUSY:
                UNDER_WAY.discard(self)
                BUSY.notify_all()

    def somebody_edits(self, edit, call):
        with BUSY:
            GATE['closed'] = True
            BUSY.wait_for(lambda: UNDER_WAY == {self}, timeout=10)
        try:
            self.write_there(edit, call)
        finally:
            with BUSY:
                GATE['closed'] = False
                BUSY.notify_all()

    def write_there(self, edit, call):
        if edit:
            with open(edit, 'wb') as file:
                file.write(FOREIGN)
        try:
            if call:
                urllib.request.urlopen(call, timeout=20).close()
        except urllib.error.HTTPError:
            return  # there is nothing yet that could be edited
        ARMED['edited'] = True
        ARMED['watched'] = edit

    def watch(self):
        with LOCK:
            over = self.headers.get('Destination') if self.command == 'MOVE' else self.path
            if ARMED['watched'] and ARMED['watched'].endswith(urllib.parse.unquote(urllib.parse.urlsplit(over).path)):
                ARMED.update(watched=None, moved=self.command == 'MOVE')

    def pass_on(self, body):
        with LOCK:
            asked = f'{self.command} {urllib.parse.unquote(self.path)}'
            SEEN.append(asked)
            ARMED['at'] -= bool(re.search(ARMED['on'], asked))
            now = ARMED['at'] == 0 and not ARMED['fired']
            kind, edit, call, crash = (
                (ARMED[name] for name in ('kind', 'edit', 'call', 'crash')) if now else (None, None, None, 0))
            ARMED['fired'] = ARMED['fired'] or now
        if edit or call:
            self.somebody_edits(edit, call)
        if not (crash and ARMED['before']):
            self.watch()
        if crash:
            self.crash(body)
        elif kind:
            self.break_it(kind, body)
        else:
            self.answer(*self.upstream(body))

    def __getattr__(self, name):
        if name.startswith('do_'):
            return self.serve
        raise AttributeError(name)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


def main():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    server = Server(('127.0.0.1', 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({'url': f'http://127.0.0.1:{server.server_port}/', 'user': '', 'password': ''}), flush=True)
    sys.stdin.read()
    os._exit(0)


main()
