# SPDX-License-Identifier: GPL-3.0-or-later
"""wordpress.py KIND: a real WordPress on the loopback address, without root, in a folder of its own.

KIND is "wordpress", and after a dash each, what is to be different: plain (no pretty permalinks), folder (it lives in
/verein/), norest (REST is switched off), http (credentials are not taken without TLS), guarded (whatever writes gets
403), norevisions. Prints one line of JSON, the address, user and password (the users are named like their roles, all
have this application password), or {"skip": reason}; serves until its standard input ends, and leaves nothing behind.

It is installed once, into the folder that LECTERN_RIG_CACHE names (else one in the temporary folder); each start
works on a copy of that."""
import contextlib
import fcntl
import glob
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

from rig import Skip, free_port, program

HERE = pathlib.Path(__file__).resolve().parent / 'wordpress'
DEBIAN = pathlib.Path('/usr/share/wordpress')
PASSWORD = 'abcd EFGH ijkl MNOP 1234 5678'
USER = 'editor'
# A socket's name has room for 107 bytes, whatever the temporary folder is called.
PLACE = None if len(os.fsencode(tempfile.gettempdir())) < 80 else '/tmp'
OUT_OF_LECTERN = {'LD_PRELOAD', 'ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'}


def check():
    if not (DEBIAN / 'wp-settings.php').exists():
        raise Skip('wordpress is not installed')
    program('mariadbd')
    modules = subprocess.run([program('php'), '-m'], capture_output=True, text=True, check=True).stdout.lower().split()
    missing = [name for name in ('mysqli', 'xml', 'gd', 'mbstring') if name not in modules]
    if missing:
        raise Skip(f'php lacks its modules {", ".join(missing)}')


def start(command, log, **more):
    environment = {name: value for name, value in os.environ.items() if name not in OUT_OF_LECTERN}
    environment.update(more)
    with open(log, 'ab') as out:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
                                env=environment)


def end(process, number=signal.SIGKILL):
    """Of PHP the workers too, which outlive their master."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, number)
    process.wait()


def answers(address, family):
    with socket.socket(family) as one, contextlib.suppress(OSError):
        one.settimeout(1)
        one.connect(address)
        return True
    return False


def wait_for(address, family, process, folder):
    for _ in range(2000):
        if answers(address, family):
            return
        if process.poll() is not None:
            break
        time.sleep(0.03)
    logs = ''.join(pathlib.Path(log).read_text() for log in glob.glob(f'{folder}/*.log'))
    sys.exit(f'{process.args[0]} does not start: {logs}')


def database(folder):
    """Small and quick to copy: no transactions, no accounts; who may open the socket may do everything."""
    (folder / 'db').mkdir(exist_ok=True)
    process = start([program('mariadbd'), '--no-defaults', *(['--user=root'] if os.geteuid() == 0 else []),
                     f'--datadir={folder}/db', f'--socket={folder}/socket', f'--pid-file={folder}/pid', '--skip-networking', '--skip-grant-tables', '--skip-log-bin',
                     '--skip-name-resolve', '--innodb=OFF', '--default-storage-engine=MyISAM',
                     '--performance-schema=OFF', '--character-set-server=utf8mb4'], folder / 'mariadb.log')
    wait_for(str(folder / 'socket'), socket.AF_UNIX, process, folder)
    return process


def site(folder):
    """WordPress's own files by links, what changes as files of our own."""
    root = folder / 'site'
    (root / 'wp-content/mu-plugins').mkdir(parents=True)
    (root / 'wp-content/uploads').mkdir()
    (root / 'wp-content/plugins').mkdir()
    for path in DEBIAN.iterdir():
        if path.name not in ('wp-config.php', 'wp-content'):
            (root / path.name).symlink_to(path)
    shutil.copytree(HERE / 'theme', root / 'wp-content/themes/rig')
    shutil.copy(HERE / 'plugin.php', root / 'wp-content/mu-plugins/rig.php')
    shutil.copy(HERE / 'config.php', root / 'wp-config.php')
    return root


def php(*arguments):
    return [program('php'), '-d', f'auto_prepend_file={HERE}/prepend.php', '-d', 'display_errors=stderr', '-d',
            'upload_max_filesize=32M', '-d', 'post_max_size=33M', '-d', 'memory_limit=256M', *arguments]


def said_to_php(folder, root, home, kind):
    return {'RIG_SITE': str(root), 'RIG_SOCKET': str(folder / 'socket'), 'RIG_HOME': home, 'RIG_KIND': kind}


def install(folder):
    process = database(folder)
    try:
        root = site(folder)
        log = folder / 'install.log'
        done = start(php(str(HERE / 'install.php'), PASSWORD), log,
                     **said_to_php(folder, root, 'http://127.0.0.1', 'wordpress')).wait()
        if done != 0:
            sys.exit(f'WordPress cannot be installed: {log.read_text()}')
    finally:
        end(process, signal.SIGTERM)


def installed():
    """The database of a WordPress as it is after installing; made where it is not there yet."""
    versions = b''.join(path.read_bytes() for path in (DEBIAN / 'wp-includes/version.php', HERE / 'install.php',
                                                       pathlib.Path(__file__)))
    server = subprocess.run([program('mariadbd'), '--version'], capture_output=True, check=True).stdout
    name = hashlib.sha256(versions + server).hexdigest()[:16]
    cache = pathlib.Path(os.environ.get('LECTERN_RIG_CACHE')
                         or pathlib.Path(tempfile.gettempdir()) / f'lectern-wordpress-{os.geteuid()}')
    cache.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(cache / 'lock', 'w') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (cache / name).exists():
            with tempfile.TemporaryDirectory(prefix='lectern-rig-', dir=PLACE) as fresh:
                install(pathlib.Path(fresh))
                shutil.copytree(pathlib.Path(fresh) / 'db', cache / f'{name}.part', dirs_exist_ok=True)
            (cache / f'{name}.part').rename(cache / name)
    return cache / name


def serve(kind, folder):
    check()
    shutil.copytree(installed(), folder / 'db')
    port = free_port()
    home = f'http://127.0.0.1:{port}' + ('/verein' if 'folder' in kind.split('-') else '')
    store = database(folder)
    server = None
    try:
        root = site(folder)
        server = start(php('-S', f'127.0.0.1:{port}', '-t', str(root), str(HERE / 'router.php')),
                       folder / 'php.log', PHP_CLI_SERVER_WORKERS='4', **said_to_php(folder, root, home, kind))
        wait_for(('127.0.0.1', port), socket.AF_INET, server, folder)
        print(json.dumps({'url': f'{home}/', 'user': USER, 'password': PASSWORD, 'root': str(root)}), flush=True)
        sys.stdin.read()
    finally:
        for process in filter(None, (server, store)):
            end(process)


def main():
    # whoever started us says with our input that it is over, however it ended itself
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    folder = pathlib.Path(tempfile.mkdtemp(prefix='lectern-rig-', dir=PLACE))
    try:
        serve(sys.argv[1], folder)
    except Skip as reason:
        print(json.dumps({'skip': str(reason)}), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == '__main__':
    main()
