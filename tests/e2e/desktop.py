# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for a test: an X server, a session bus, a home folder, a window manager;
and a person in front of it, who types and clicks and sees what the accessibility tree says.

    import desktop
    with desktop.Desktop() as desk:
        app = desk.start('--workspace', path)
        app.click('button', 'Search everywhere')
        app.type('lunch'); app.key('Return')
        app.wait_for('label', 'Lunch')

Ends only what it started. Needs xvfb, xdotool, xclip, x11-utils, dbus-daemon, at-spi2-core and, for
python3, gi with Atspi 2.0; where one is missing the test is skipped and says which."""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

SKIP = 77
BUILD = pathlib.Path(os.environ.get('LECTERN_BUILD_DIR', '_build')).resolve()
SOURCE = pathlib.Path(__file__).resolve().parent.parent.parent
DATA = pathlib.Path(os.environ.get('LECTERN_SHARED_DATA') or SOURCE.parent / 'shared' / 'data')
# Loaded into the program: crash-trace.c, and true-places.c where GTK needs it.
PRELOAD = list(filter(None, map(os.environ.get, ('LECTERN_CRASH_TRACE', 'LECTERN_TRUE_PLACES'))))
TOOLS = ['Xvfb', 'xdotool', 'xclip', 'xwininfo', 'xprop', 'dbus-daemon']
PATIENCE = 60  # seconds until something that is waited for counts as not happening


def skip(why):
    print(f'1..0 # SKIP {why}')
    sys.exit(SKIP)


class NotSeen(AssertionError):
    pass


# What newer versions of the accessibility service call the same things.
RENAMED = {'button': 'push button'}
# A toggle that older GTK calls a button like any other.
KINDS = {'push button': ('push button', 'toggle button')}
# Newer GTK gives these no name but leaves it to the labels within.
NAMED_BY_CONTENT = ('menu item', 'push button', 'toggle button', 'check box')
# A popover that is no menu; which of the boxes in it is the whole of it, its size says.
POPOVERS = ('filler', 'panel', 'grouping', 'dialog')


def safely(function, otherwise=None):
    """The tree changes while it is read: a node that is gone is no error of the program."""
    try:
        return function()
    except Exception:  # GLib.Error of any domain
        return otherwise


def role_of(node):
    role = safely(node.get_role_name)
    return RENAMED.get(role, role)


def content(node):
    """The words of the labels within a node."""
    words = []
    for i in range(safely(node.get_child_count, 0)):
        child = safely(lambda: node.get_child_at_index(i))
        if child is not None:
            words.append((safely(child.get_name, '') if role_of(child) == 'label' else '') or content(child))
    return ' '.join(filter(None, words))


def spoken(node):
    """The name. A button of a message dialog says it twice: once for itself, once for its label."""
    name = safely(node.get_name, '') or ''
    if not name and role_of(node) in NAMED_BY_CONTENT:
        return content(node)
    half = len(name) // 2
    return name[:half] if len(name) % 2 and name[:half] == name[half + 1:] and name[half] == ' ' else name


class Desktop:
    def __init__(self, size='1280x800', env=None, window_manager=True, animations=True):
        missing = [tool for tool in TOOLS if shutil.which(tool) is None]
        if missing:
            skip('missing: ' + ', '.join(missing))
        self.size = size
        self.processes = []
        self.extra = env or {}
        self.window_manager = window_manager
        self.animations = animations

    def __enter__(self):
        self.top = pathlib.Path(tempfile.mkdtemp(prefix='lectern-e2e-'))
        for name in ('run', 'home', 'data', 'config', 'cache'):
            (self.top / name).mkdir(mode=0o700)
        self.env = dict(os.environ, HOME=str(self.top / 'home'), XDG_RUNTIME_DIR=str(self.top / 'run'),
                        XDG_DATA_HOME=str(self.top / 'data'), XDG_CONFIG_HOME=str(self.top / 'config'),
                        XDG_CACHE_HOME=str(self.top / 'cache'), GDK_BACKEND='x11', GSK_RENDERER='cairo',
                        GDK_DEBUG='gl-disable', GDK_DISABLE='gl', GTK_A11Y='atspi', GTK_USE_PORTAL='0',
                        GSETTINGS_BACKEND='keyfile', GSETTINGS_SCHEMA_DIR=str(BUILD / 'data'),
                        LC_ALL='C.UTF-8', TZ='Europe/Amsterdam', G_DEBUG='fatal-criticals')
        for name in ('WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS'):
            self.env.pop(name, None)
        self.env.update(self.extra)
        if not self.animations:  # a setting that people have; what opens is there at once
            settings = self.top / 'config' / 'gtk-4.0' / 'settings.ini'
            settings.parent.mkdir()
            settings.write_text('[Settings]\ngtk-enable-animations=false\n')
        self._start_display()
        self._start_bus()
        os.environ.update(self.env)  # the accessibility client of this process
        if self.window_manager and shutil.which('xfwm4'):
            self._spawn(['xfwm4', '--compositor=off'])
            self._wait_for_window_manager()
        return self

    def _wait_for_window_manager(self):
        """A window that is there before it gets no focus: then no key arrives (EWMH, _NET_SUPPORTING_WM_CHECK)."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            root = subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], env=self.env, capture_output=True,
                                  text=True).stdout
            if 'window id' in root:
                return
            time.sleep(0.05)
        skip('the window manager does not start')

    def _spawn(self, command, **kwargs):
        process = subprocess.Popen(command, env=self.env, stderr=subprocess.DEVNULL, **kwargs)
        self.processes.append(process)
        return process

    def _start_display(self):
        server = self._spawn(['Xvfb', '-displayfd', '1', '-screen', '0', f'{self.size}x24',
                              '-nolisten', 'tcp', '-noreset'], stdout=subprocess.PIPE, text=True)
        number = server.stdout.readline().strip()
        if not number:
            skip('Xvfb does not start')
        self.env['DISPLAY'] = f':{number}'

    def _start_bus(self):
        bus = self._spawn(['dbus-daemon', '--session', '--nofork', '--nopidfile', '--print-address=1'],
                          stdout=subprocess.PIPE, text=True)
        self.env['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().strip()

    def start(self, *arguments, wait=True):
        app = App(self, list(arguments))
        if wait:
            app.wait_for_window()
        return app

    def ctl(self, *arguments):
        """lecternctl, on the same home."""
        return subprocess.run([BUILD / 'src' / 'cli' / 'lecternctl', *map(str, arguments)], env=self.env,
                              check=True, capture_output=True, text=True).stdout

    def shot(self, path):
        subprocess.run(['import', '-silent', '-window', 'root', str(path)], env=self.env, check=False)

    def __exit__(self, *_):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
        shutil.rmtree(self.top, ignore_errors=True)


class App:
    """The program, seen and used from outside."""

    def __init__(self, desk, arguments):
        self.desk = desk
        self.log = open(desk.top / 'lectern.log', 'ab')
        env = dict(desk.env)
        if PRELOAD:
            env['LD_PRELOAD'] = ':'.join(PRELOAD)
        self.process = subprocess.Popen([BUILD / 'src' / 'lectern', *map(str, arguments)], env=env,
                                        stdout=self.log, stderr=self.log)
        desk.processes.append(self.process)
        self.atspi = atspi()

    # -- seeing ---------------------------------------------------------------

    def _root(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(safely(desktop.get_child_count, 0)):
            app = safely(lambda: desktop.get_child_at_index(i))
            if app is not None and safely(app.get_process_id) == self.process.pid:
                return app
        return None

    def nodes(self, root=None):
        """Every node of the tree, from the top."""
        queue = [root or self._root()]
        while queue:
            node = queue.pop(0)
            if node is None:
                continue
            yield node
            for i in range(min(safely(node.get_child_count, 0), 400)):
                queue.append(safely(lambda: node.get_child_at_index(i)))

    def matches(self, node, role, name):
        if role is not None and role_of(node) not in KINDS.get(role, (role,)):
            return False
        if name is None:
            return True
        text = spoken(node)
        return bool(name.search(text)) if isinstance(name, re.Pattern) else text == name

    def see(self, role, name=None, root=None):
        """The first node of this role and name (text or pattern) that is there now, or None."""
        return next((node for node in self.nodes(root) if self.matches(node, role, name)), None)

    def wait_for(self, role, name=None, root=None, seconds=PATIENCE):
        return self.wait(lambda: self.see(role, name, root), f'{role} {name!r}', seconds)

    def wait_gone(self, role, name=None, seconds=PATIENCE):
        self.wait(lambda: self.see(role, name) is None, f'{role} {name!r} to go', seconds)

    def wait(self, condition, what, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while True:
            found = condition()
            if found:
                return found
            if self.process.poll() is not None:
                raise NotSeen(f'waiting for {what}: the program ended with {self.process.returncode}')
            if time.monotonic() > end:
                raise NotSeen(f'not seen within {seconds} s: {what}')
            time.sleep(0.05)

    def wait_focus(self, role, name=None, root=None, seconds=PATIENCE):
        """Until the keyboard is there: what has opened is in the tree before keys reach it. A window behind a dialog
        may still say that something of it has the focus."""
        def there():
            return next((node for node in self.nodes(root) if self.has_state(node, 'focused')
                         and self.matches(node, role, name) and not self._is_behind(node)), None)
        return self.wait(there, f'the focus on {role or "anything"} {name!r}', seconds)

    def wait_dialog(self, seconds=PATIENCE):
        """Until a dialog is there and has the keyboard: it is in the tree before keys reach it, and what it gave
        the focus to before it was shown does not always say so."""
        self.wait_for('dialog', seconds=seconds)
        frame = self.see('frame')
        behind = self._windows(f'^{re.escape(spoken(frame))}$') if frame is not None else []

        def has_keyboard():
            window = subprocess.run(['xdotool', 'getwindowfocus'], env=self.desk.env, capture_output=True,
                                    text=True).stdout.strip()
            return window in self._windows('.') and window not in behind
        if self.desk.window_manager and shutil.which('xfwm4'):
            self.wait(has_keyboard, 'the keyboard in a dialog', seconds)

    def wait_for_window(self):
        return self.wait(lambda: self.see('frame') or self.see('window'), 'the window')

    def text(self, node):
        text = safely(lambda: self.atspi.Text.get_text(node, 0, self.atspi.Text.get_character_count(node)))
        return text if text is not None else spoken(node)

    def has_state(self, node, state):
        states = safely(lambda: node.get_state_set())  # no node has none
        return states is not None and states.contains(getattr(self.atspi.StateType, state.upper()))

    def texts(self, root=None):
        """All words on the screen, for searching."""
        return '\n'.join(filter(None, (safely(node.get_name, '') for node in self.nodes(root))))

    def tree(self):
        lines = []

        def add(node, depth):
            lines.append('  ' * depth + f'{safely(node.get_role_name)} {safely(node.get_name)!r}')
            for i in range(min(safely(node.get_child_count, 0), 60)):
                child = safely(lambda: node.get_child_at_index(i))
                if child is not None:
                    add(child, depth + 1)
        root = self._root()
        if root is not None:
            add(root, 0)
        return '\n'.join(lines)

    # -- doing ------------------------------------------------------------------

    def _xdotool(self, *arguments):
        subprocess.run(['xdotool', *map(str, arguments)], env=self.desk.env, check=True,
                       stdout=subprocess.DEVNULL)

    def key(self, *keys):
        for key in keys:
            self._xdotool('key', '--clearmodifiers', key)
            time.sleep(0.15)

    def type(self, text, pause=0.2, delay=8):
        """Types; what a keyboard map may lack is pasted."""
        if text.isascii():
            self._xdotool('type', '--delay', delay, '--', text)
            time.sleep(pause)
        else:
            self.paste(text, pause)

    def paste(self, text, pause=0.2):
        subprocess.run(['xclip', '-selection', 'clipboard'], input=text.encode(), env=self.desk.env,
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._xdotool('key', 'ctrl+v')
        time.sleep(pause)

    def _windows(self, name):
        found = subprocess.run(['xdotool', 'search', '--all', '--onlyvisible', '--pid', str(self.process.pid),
                                '--name', name], env=self.desk.env, capture_output=True, text=True)
        return found.stdout.split()

    def wait_for_title(self, title):
        """A window by its title, where its role says nothing (GTK's file chooser)."""
        return self.wait(lambda: self._windows(f'^{re.escape(title)}$'), f'a window “{title}”')

    def choose_file(self, title, path):
        """Pastes a path into GTK's own file chooser: it completes while one types."""
        self.wait_for_title(title)

        def written():
            self.key('ctrl+l', 'ctrl+a')
            self.paste(str(path))
            return any(self.text(node) in (str(path), f'{path}/') for node in self.nodes()
                       if role_of(node) in ('text', 'entry'))
        self.wait(written, f'{path} in the file chooser')
        self.key('Return')

    def _window_of(self, node):
        while node is not None and safely(node.get_role_name) not in ('frame', 'window', 'dialog', 'alert'):
            node = safely(node.get_parent)
        return node

    def _is_behind(self, node):
        """Whether a dialog takes what is meant for that node; it does so while it closes, too."""
        root = self._root()
        windows = [safely(lambda: root.get_child_at_index(i)) for i in range(safely(lambda: root.get_child_count(), 0))]
        modal = [window for window in windows if window is not None and self.has_state(window, 'modal')]
        return bool(modal) and self._window_of(node) not in modal

    def _origin(self, node):
        """Where the top-level window of a node begins on the screen, without its shadow."""
        top = self._window_of(node)
        title = safely(top.get_name, '') if top is not None else ''
        window = self.wait(lambda: self._windows(f'^{re.escape(title)}$') or self._windows('.'),
                           f'a window “{title}”')[-1]
        info = subprocess.run(['xwininfo', '-id', window], env=self.desk.env, capture_output=True, text=True).stdout
        x, y = (int(re.search(rf'Absolute upper-left {axis}: +(-?\d+)', info).group(1)) for axis in 'XY')
        extents = subprocess.run(['xprop', '-id', window, '_GTK_FRAME_EXTENTS'], env=self.desk.env,
                                 capture_output=True, text=True).stdout
        found = re.findall(r'\d+', extents.split('=')[-1]) if '=' in extents else []
        left, top_edge = (int(found[0]), int(found[2])) if len(found) == 4 else (0, 0)
        return x + left, y + top_edge

    def _middle(self, node):
        box = self.atspi.Component.get_extents(node, self.atspi.CoordType.WINDOW)
        x, y = self._origin(node)
        return x + box.x + box.width // 2, y + box.y + box.height // 2

    def point(self, node):
        """The middle of a node on the screen, once nothing moves any more."""
        at = self._middle(node)
        for _ in range(30):
            time.sleep(0.15)
            before, at = at, self._middle(node)
            if at == before:
                break
        return at

    def _move(self, x, y):
        """The pointer comes in two steps, as nobody's jumps: a popover or tooltip that has just gone is told by GTK 4.8
        of one more motion, after the first of ours, and what is pressed then would be meant for it. What it is asked
        between them is answered when the program has seen the first."""
        self._xdotool('mousemove', x - 2, y)
        window = safely(lambda: self._root().get_child_at_index(0))
        time.sleep(0.05)
        safely(lambda: self.atspi.Component.get_extents(window, self.atspi.CoordType.WINDOW))
        self._xdotool('mousemove', x, y)
        time.sleep(0.1)

    def click_node(self, node, button=1, times=1):
        self._move(*self.point(node))
        self._xdotool('click', '--repeat', times, '--delay', 80, button)
        time.sleep(0.2)

    def click_at(self, x, y, button=1, times=1):
        several = ['--repeat', times, '--delay', 80] if times > 1 else []
        self._move(x, y)
        self._xdotool('click', *several, button)
        time.sleep(0.1)

    def drag(self, start, end, steps=6):
        """Pressed at one point of the screen, let go at another; a short way is found as people do, there and back."""
        moves = []
        if max(abs(a - b) for a, b in zip(start, end)) < 12:
            moves += ['mousemove', round(end[0]) + 16, round(end[1]) + 16, 'sleep', 0.03]
        for step in range(1, steps + 1):
            moves += ['mousemove', *(round(a + (b - a) * step / steps) for a, b in zip(start, end)), 'sleep', 0.03]
        self._move(*start)
        self._xdotool('mousedown', 1, 'sleep', 0.06, *moves, 'sleep', 0.06, 'mouseup', 1)
        time.sleep(0.1)

    def tab_to(self, role, name, key='Tab'):
        """Walks by keyboard until that node, or what it is made of, has the focus: what has just opened takes it
        when it is on the screen, and a key that comes before goes elsewhere."""
        def there():
            node = self.see(role, name)
            if node is not None and any(self.has_state(part, 'focused') for part in self.nodes(node)):
                return node
            self.key(key)
            return None
        return self.wait(there, f'the focus on {role} {name!r}')

    def keys(self, *keys):
        """Many keys, one after the other, faster than key()."""
        if keys:
            self._xdotool('key', '--delay', 12, *keys)

    def extents(self, node):
        """x, y, width and height within its window."""
        box = self.atspi.Component.get_extents(node, self.atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def choose(self, *names, role='menu item', within=('menu',), root=None, pause=0.15, seconds=PATIENCE):
        """Walks with the pointer through a menu that is open, or clicks in another popover. Where its surface is
        on the screen the tree does not say; its size does, of the outermost node that is a surface. A popover
        that is no menu has within=POPOVERS. root: a function that says where in the tree it is, to look only there."""
        for name in names:
            def there():
                for node in self.nodes(root() if root is not None else None):
                    if not self.matches(node, role, name) or self.extents(node)[2] <= 0:
                        continue
                    menu = safely(node.get_parent)
                    while menu is not None:
                        box = safely(lambda: self.extents(menu)) if role_of(menu) in within else None
                        place = self._surface(box) if box else None
                        if place is not None:
                            return node, box, place
                        menu = safely(menu.get_parent)
                return None
            node, menu, (left, top) = self.wait(there, f'{role} {name!r}', seconds)
            x, y, width, height = self.extents(node)
            self.click_at(left + x - menu[0] + width // 2, top + y - menu[1] + height // 2)
            time.sleep(pause)

    def _surface(self, box):
        """Where the window of that size is, the topmost one."""
        tree = subprocess.run(['xwininfo', '-root', '-tree'], env=self.desk.env, capture_output=True, text=True).stdout
        found = re.findall(rf' {box[2]}x(\d+)\+-?\d+\+-?\d+  \+(-?\d+)\+(-?\d+)', tree)
        for more in (0, 6):  # of the list of a drop-down the tree forgets a margin above it
            for height, x, y in found:
                if int(height) == box[3] + more:
                    return int(x), int(y) + more
        return None

    def maximise(self):
        """The window takes the screen, and has no border that would shift what the tree says of places."""
        self.click('push button', 'Maximize')
        time.sleep(0.8)

    def click(self, role, name=None, button=1, times=1):
        """The pointer goes there and clicks. What is not laid out, on a hidden page say, or is behind a dialog,
        cannot be meant."""
        def laid_out():
            for node in self.nodes():
                if self.matches(node, role, name) and not self._is_behind(node):
                    box = safely(lambda: self.atspi.Component.get_extents(node, self.atspi.CoordType.WINDOW))
                    if box is not None and box.width > 0 and box.height > 0:
                        return node
            return None
        node = self.wait(laid_out, f'{role} {name!r} to click')
        self.click_node(node, button, times)
        return node

    def visit(self, view):
        """A view, by its name in the sidebar; once more where a dialog that was closing took the click."""
        def there():
            node = self.click('list item', re.compile(f'^{view}'))
            try:
                return self.wait(lambda: self.has_state(node, 'selected'), view, 5)
            except NotSeen:
                return None
        self.wait(there, f'the view {view!r}')

    def press(self, role, name=None):
        """What a screen reader does: the node's own action, without the pointer."""
        def pressed():
            for node in self.nodes():  # newer GTK has a button within a menu's button; one of them acts
                if self.matches(node, role, name) and safely(lambda: self.atspi.Action.do_action(node, 0)):
                    return node
            return None
        node = self.wait(pressed, f'{role} {name!r} to press')
        time.sleep(0.2)
        return node

    def close(self):
        """Closes the window as a person does and waits for the end of the program."""
        self.key('ctrl+q')
        self.process.wait(PATIENCE)
        return self.process.returncode

    def log_text(self):
        """What it printed; the places of a crash in it with their functions and lines."""
        text = (self.desk.top / 'lectern.log').read_text(errors='replace')
        places = re.findall(r'^(/\S+)\(\+(0x[0-9a-f]+)\)', text, re.MULTILINE)
        for program, place in places if shutil.which('addr2line') else []:
            found = subprocess.run(['addr2line', '-spfie', program, place], capture_output=True, text=True).stdout
            text = text.replace(f'{program}(+{place})', found.strip())
        return text


_atspi = None


def atspi():
    """Only after the bus is there: the module connects when it is first used."""
    global _atspi
    if _atspi is None:
        try:
            import gi
            gi.require_version('Atspi', '2.0')
            from gi.repository import Atspi
        except (ImportError, ValueError) as error:
            skip(f'no accessibility client: {error}')
        Atspi.init()
        Atspi.set_timeout(3000, 10000)
        _atspi = Atspi
    return _atspi


def run(*tests, **kwargs):
    """Runs tests that follow each other on one desktop; the answer is TAP. A test takes the desktop."""
    print(f'1..{len(tests)}', flush=True)
    failed = False
    with Desktop(**kwargs) as desk:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        for number, test in enumerate(tests, 1):
            name = (test.__doc__ or test.__name__).strip().splitlines()[0]
            if failed:
                print(f'not ok {number} - {name} # what came before failed', flush=True)
                continue
            try:
                test(desk)
                print(f'ok {number} - {name}', flush=True)
            except Exception:
                failed = True
                picture = BUILD / f'e2e-{"-".join([pathlib.Path(sys.argv[0]).stem, *sys.argv[1:]])}-{number}.png'
                desk.shot(picture)
                for line in traceback.format_exc().splitlines():
                    print(f'# {line}')
                for app in [p for p in (getattr(desk, 'app', None),) if p is not None]:
                    for line in (app.tree() + '\n' + app.log_text()).splitlines():
                        print(f'# {line}')
                print(f'# the screen: {picture}')
                print(f'not ok {number} - {name}', flush=True)
    sys.exit(1 if failed else 0)
